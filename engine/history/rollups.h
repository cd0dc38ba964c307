// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/decimal.h"
#include "base/instant.h"
#include "base/result.h"
#include "base/time_zone.h"
#include "history/history_view.h"

#include <cstdint>
#include <vector>

namespace shopbell {

/// What one metric came to on one calendar day.
struct DayRollup {
    std::int64_t day = 0;  ///< days since 1970-01-01 in the zone, see toDayNumber()
    std::int64_t events = 0;
    Decimal sum;              ///< of the values; events without one count as nothing
    std::int64_t people = 0;  ///< different profiles on that day; nobody's events (profile 0) are not counted here
};

struct RollupTotal {
    std::int64_t events = 0;
    Decimal sum;
    std::int64_t people = 0;
};

/// Days with events in [from, to), ascending. Added up from the columns each time, at a few nanoseconds an event:
/// nothing is kept that could be wrong. A day has 23 or 25 hours where the zone's clock moves.
[[nodiscard]] Result<std::vector<DayRollup>> loadDayRollups(const HistoryView& history, MetricId metric, Instant from,
                                                            Instant to, const TimeZone& zone);
/// The same over the whole of [from, to).
[[nodiscard]] Result<RollupTotal> loadTotal(const HistoryView& history, MetricId metric, Instant from, Instant to);

}  // namespace shopbell
