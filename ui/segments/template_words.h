// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/segment_editing.h"

#include <QString>

namespace shopbell::ui {

/// A ready-made definition in the window's language, by its key; the engine's English where the key is new.
struct TemplateWords {
    QString group;
    QString name;
    QString purpose;
};
[[nodiscard]] TemplateWords templateWords(const SegmentTemplateInfo& info);

}  // namespace shopbell::ui
