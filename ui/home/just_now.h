// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles.h"
#include "ui/bridge/formats.h"
#include "ui/widgets/card.h"

namespace shopbell::ui {

/// The last things that anybody did, newest first.
class JustNow : public Card {
    Q_OBJECT
public:
    explicit JustNow(QWidget* parent = nullptr);
    void show(const TimelineEntries& entries, const Formats& formats, Instant now);
    using QWidget::show;

    /// The metrics worth a line here, and how many lines there are.
    [[nodiscard]] static LoadTimeline question();

signals:
    void personAsked(qint64 profile);
};

}  // namespace shopbell::ui
