// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "history/history_view.h"
#include "model/event.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace shopbell {

/// Where a page ended: events earlier than this one come next.
struct TimelineCursor {
    Instant at;
    EventRow row;
};

/// One page of events, newest first; of the same instant, the one written later comes first.
struct TimelinePage {
    std::vector<Event> events;
    std::optional<TimelineCursor> next;  ///< nothing: this was the last page
};

struct TimelineQuestion {
    std::optional<ProfileId> profile;      ///< nothing: everybody's
    std::vector<MetricId> metrics;         ///< empty: all
    std::optional<TimelineCursor> before;  ///< nothing: from the newest on
    std::optional<Instant> upTo;           ///< only events at or before this instant
    std::size_t limit = 50;
};

/// Events through the columns; properties are read for the page alone.
[[nodiscard]] Result<TimelinePage> loadTimeline(const HistoryView& history, const TimelineQuestion& question);

}  // namespace shopbell
