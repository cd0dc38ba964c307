// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

namespace shopbell::ui {

/// A ready-made definition to start from. Names and reasons are source strings of the context "SegmentTemplates".
struct SegmentTemplate {
    const char* name;
    const char* reason;
    const char* definition;
};

[[nodiscard]] std::span<const SegmentTemplate> segmentTemplates();
[[nodiscard]] QString templateWords(const char* words);

}  // namespace shopbell::ui
