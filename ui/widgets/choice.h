// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icon.h"

#include <QList>
#include <QString>
#include <QVariant>

namespace shopbell::ui {

/// One thing to choose in a picker, palette or segmented control.
struct Choice {
    QString id;          ///< what the caller gets back; unique in its list
    QString text;        ///< what people read
    QString note = {};   ///< soft words after the text
    qint64 count = -1;   ///< how often it occurs, shown at the far end; -1 for unknown
    QString group = {};  ///< heading above a run of choices with the same group
    IconName icon = IconName::None;
    bool enabled = true;
};

using Choices = QList<Choice>;

}  // namespace shopbell::ui
