// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles.h"
#include "ui/bridge/formats.h"
#include "ui/theme/icon.h"

#include <QString>

namespace shopbell::ui {

/// One event for people, in the window's language.
struct EventWords {
    IconName icon = IconName::Bell;
    Token color = Token::InkSoft;
    QString title;   ///< by itself, in a timeline: "Placed Order", "Clicked “Autumn scents are here”"
    QString detail;  ///< beneath the title: "#2871 · €64.00 · 2 × Beeswax Pillar"; may be empty
    QString did;     ///< after a person's name: "placed order #2871, €64.00"
};

/// Metrics that Shopbell knows are told in sentences; others by their name and value.
[[nodiscard]] EventWords eventWords(const TimelineEntry& entry, const Formats& formats);
/// A metric's name in the window's language; names that are not ours stay as they are.
[[nodiscard]] QString metricName(const std::string& metric);

}  // namespace shopbell::ui
