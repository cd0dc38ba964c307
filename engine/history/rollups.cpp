// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/rollups.h"

#include <limits>

namespace shopbell {

namespace {

/// function(instant in ms, profile, value) for the events in [from, to) in order of time, base and tail together.
template <class Function>
void forEachInTime(const MetricColumns& columns, Instant from, Instant to, const Function& function)
{
    std::uint32_t rank = columns.at.countBefore(from);
    const std::uint32_t end = columns.at.countBefore(to);
    std::uint32_t i = columns.tail.countBefore(from);
    const std::uint32_t tailEnd = columns.tail.countBefore(to);
    while (rank < end) {
        const std::int64_t ms = columns.at.ms(rank);
        for (; i < tailEnd && columns.tail.at[i] < ms; ++i) {
            function(columns.tail.at[i], columns.tail.profile[i], columns.tail.value[i]);
        }
        function(ms, columns.profile[rank], columns.value.micros(rank));
        ++rank;
    }
    for (; i < tailEnd; ++i) {
        function(columns.tail.at[i], columns.tail.profile[i], columns.tail.value[i]);
    }
}

}  // namespace

Result<std::vector<DayRollup>> loadDayRollups(const HistoryView& history, MetricId metric, Instant from, Instant to,
                                              const TimeZone& zone)
{
    auto loaded = history.metric(metric);
    if (!loaded) {
        return fail(loaded.error());
    }
    std::vector<DayRollup> days;
    // Days come in order, so a profile was seen today when the last day it was seen on is this one.
    std::vector<std::uint32_t> lastSeen(history.profileEnd(), 0);
    std::int64_t dayEnd = std::numeric_limits<std::int64_t>::min();
    forEachInTime(**loaded, from, to, [&](std::int64_t ms, ProfileNumber profile, std::int64_t value) {
        if (ms >= dayEnd) {
            const CivilDay day = zone.toCivil({ms}).day;
            const std::int64_t number = toDayNumber(day);
            days.push_back({number, 0, {}, 0});
            dayEnd = zone.startOfDay(fromDayNumber(number + 1)).ms;
        }
        DayRollup& today = days.back();
        ++today.events;
        if (value != noValue) {
            today.sum = today.sum + Decimal{value};
        }
        const auto stamp = static_cast<std::uint32_t>(days.size());
        if (profile != 0 && profile < lastSeen.size() && lastSeen[profile] != stamp) {
            lastSeen[profile] = stamp;
            ++today.people;
        }
    });
    return days;
}

Result<RollupTotal> loadTotal(const HistoryView& history, MetricId metric, Instant from, Instant to)
{
    auto loaded = history.metric(metric);
    if (!loaded) {
        return fail(loaded.error());
    }
    RollupTotal total;
    std::vector<bool> seen(history.profileEnd(), false);
    forEachInTime(**loaded, from, to, [&](std::int64_t, ProfileNumber profile, std::int64_t value) {
        ++total.events;
        if (value != noValue) {
            total.sum = total.sum + Decimal{value};
        }
        if (profile != 0 && profile < seen.size() && !seen[profile]) {
            seen[profile] = true;
            ++total.people;
        }
    });
    return total;
}

}  // namespace shopbell
