// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles.h"
#include "ui/bridge/formats.h"
#include "ui/widgets/card.h"

#include <vector>

namespace shopbell::ui {

class ListRow;

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

private:
    void rebuild(const TimelineEntries& entries, const Formats& formats);

    std::vector<std::int64_t> m_shown;  ///< log rows, as on the screen
    std::vector<ListRow*> m_rows;
    bool m_built = false;
};

}  // namespace shopbell::ui
