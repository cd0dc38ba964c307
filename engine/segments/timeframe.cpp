// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/timeframe.h"

#include "base/saturate.h"

#include <algorithm>

namespace shopbell::segments {

namespace {

constexpr std::int64_t minuteMs = 60'000;
constexpr std::int64_t hourMs = 60 * minuteMs;
constexpr std::int64_t dayMs = 24 * hourMs;

/// 0 for units that go by the calendar.
std::int64_t lengthOf(Unit unit)
{
    switch (unit) {
    case Unit::Minute: return minuteMs;
    case Unit::Hour: return hourMs;
    case Unit::Day: return dayMs;
    case Unit::Week: return 7 * dayMs;
    case Unit::Month:
    case Unit::Year: break;
    }
    return 0;
}

CivilDay nextDay(const CivilDay& day)
{
    return fromDayNumber(toDayNumber(day) + 1);
}

struct DayBack {
    CivilDay day;
    bool missing = false;  ///< the month has no such day; `day` is the first of the month after it
};

DayBack dayBack(const CivilDay& today, int n, Unit unit)
{
    if (unit == Unit::Week || unit == Unit::Day) {
        return {fromDayNumber(toDayNumber(today) - static_cast<std::int64_t>(n) * (unit == Unit::Week ? 7 : 1)), false};
    }
    const int months = today.year * 12 + (today.month - 1) - n * (unit == Unit::Year ? 12 : 1);
    CivilDay target{months / 12, months % 12 + 1, today.day};
    const CivilDay real = fromDayNumber(toDayNumber(target));
    if (real.day != today.day) {
        return {nextDay(real), true};
    }
    return {real, false};
}

/// The smallest t > `after` for which `holds` is true; holds never turns false again. never: none within four
/// centuries.
template <class Predicate>
std::int64_t firstInstant(std::int64_t after, Predicate&& holds)
{
    constexpr std::int64_t farthest = std::int64_t{400} * 366 * dayMs;
    std::int64_t step = dayMs;
    std::int64_t low = after;
    std::int64_t high = saturatingAdd(after, step);
    while (!holds(high)) {
        if (high - after > farthest) {
            return never;
        }
        low = high;
        step *= 2;
        high = saturatingAdd(high, step);
    }
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (holds(middle) ? high : low) = middle;
    }
    return high;
}

}  // namespace

std::int64_t stepBack(std::int64_t now, int n, Unit unit, const TimeZone& zone)
{
    if (const std::int64_t length = lengthOf(unit); length > 0) {
        return saturatingSubtract(now, n * length);
    }
    const Instant midnight = zone.startOfDay(Instant{now});
    const DayBack back = dayBack(zone.toCivil(midnight).day, n, unit);
    const std::int64_t start = zone.startOfDay(back.day).ms;
    if (back.missing) {
        return start;
    }
    return std::min(start + (now - midnight.ms), zone.startOfDay(nextDay(back.day)).ms);
}

std::int64_t startOfDayBack(std::int64_t now, int n, Unit unit, const TimeZone& zone)
{
    return zone.startOfDay(dayBack(zone.toCivil(Instant{now}).day, n, unit).day).ms;
}

std::int64_t firstAhead(std::int64_t at, int n, Unit unit, const TimeZone& zone)
{
    if (const std::int64_t length = lengthOf(unit); length > 0) {
        return saturatingSubtract(at, n * length);
    }
    const std::int64_t longest = (static_cast<std::int64_t>(n) + 1) * (unit == Unit::Year ? 366 : 31) * dayMs;
    return firstInstant(saturatingSubtract(at, longest),
                        [&](std::int64_t now) { return stepBack(now, -n, unit, zone) >= at; });
}

std::int64_t beginOf(const DateBound& bound, const TimeZone& zone)
{
    return bound.isDay ? zone.startOfDay(bound.day).ms : bound.at.ms;
}

std::int64_t endOf(const DateBound& bound, const TimeZone& zone)
{
    return bound.isDay ? zone.startOfDay(nextDay(bound.day)).ms : saturatingAdd(bound.at.ms, 1);
}

TimeframeClock::TimeframeClock(const Timeframe& timeframe, const TimeZone& zone, std::optional<Instant> flowStart)
    : m_timeframe(timeframe), m_zone(zone)
{
    switch (timeframe.kind) {
    case Timeframe::Kind::All: break;
    case Timeframe::Kind::InTheLast:
    case Timeframe::Kind::InTheLastBetween: {
        m_relative = true;
        const std::int64_t length = timeframe.calendar ? 0 : lengthOf(timeframe.unit);
        m_exact = length > 0;
        m_near = timeframe.kind == Timeframe::Kind::InTheLast ? 0 : timeframe.n * length;
        m_far = (timeframe.kind == Timeframe::Kind::InTheLast ? timeframe.n : timeframe.m) * length;
        break;
    }
    case Timeframe::Kind::Before: m_fixed.to = beginOf(timeframe.to, zone); break;
    case Timeframe::Kind::After: m_fixed.from = endOf(timeframe.from, zone); break;
    case Timeframe::Kind::Between: m_fixed = {beginOf(timeframe.from, zone), endOf(timeframe.to, zone)}; break;
    case Timeframe::Kind::SinceFlowStart: m_fixed.from = flowStart ? flowStart->ms : never; break;
    }
}

bool TimeframeClock::endsNow() const
{
    return m_timeframe.kind != Timeframe::Kind::InTheLastBetween && m_timeframe.kind != Timeframe::Kind::Before &&
           m_timeframe.kind != Timeframe::Kind::Between;
}

std::int64_t TimeframeClock::lower(std::int64_t now) const
{
    const int n = m_timeframe.kind == Timeframe::Kind::InTheLast ? m_timeframe.n : m_timeframe.m;
    return m_timeframe.calendar ? startOfDayBack(now, n, m_timeframe.unit, m_zone)
                                : stepBack(now, n, m_timeframe.unit, m_zone) + 1;
}

std::int64_t TimeframeClock::upper(std::int64_t now) const
{
    if (m_timeframe.kind == Timeframe::Kind::InTheLast) {
        return saturatingAdd(now, 1);
    }
    if (m_timeframe.calendar) {
        const DayBack back = dayBack(m_zone.toCivil(Instant{now}).day, m_timeframe.n, m_timeframe.unit);
        return m_zone.startOfDay(back.missing ? back.day : nextDay(back.day)).ms;
    }
    return stepBack(now, m_timeframe.n, m_timeframe.unit, m_zone) + 1;
}

Window TimeframeClock::relativeWindow(std::int64_t now) const
{
    if (m_exact) {
        return {saturatingAdd(saturatingSubtract(now, m_far), 1), saturatingAdd(saturatingSubtract(now, m_near), 1)};
    }
    return {lower(now), upper(now)};
}

std::int64_t TimeframeClock::leaves(std::int64_t at) const
{
    if (!m_relative) {
        return never;
    }
    if (m_exact) {
        return saturatingAdd(at, m_far);
    }
    return firstInstant(at, [&](std::int64_t now) { return lower(now) > at; });
}

std::int64_t TimeframeClock::enters(std::int64_t at) const
{
    if (!m_relative) {
        return m_fixed.contains(at) ? at : never;
    }
    if (m_exact) {
        return saturatingAdd(at, m_near);
    }
    return upper(at) > at ? at : firstInstant(at, [&](std::int64_t now) { return upper(now) > at; });
}

std::string toWords(int n, Unit unit)
{
    static constexpr const char* names[] = {"minute", "hour", "day", "week", "month", "year"};
    return std::to_string(n) + ' ' + names[static_cast<int>(unit)] + (n == 1 ? "" : "s");
}

std::string toText(const DateBound& bound)
{
    if (!bound.isDay) {
        return bound.at.toIso();
    }
    const auto padded = [](int value, std::size_t width) {
        std::string text = std::to_string(value);
        return std::string(text.size() < width ? width - text.size() : 0, '0') + text;
    };
    return padded(bound.day.year, 4) + '-' + padded(bound.day.month, 2) + '-' + padded(bound.day.day, 2);
}

std::string toWords(const Timeframe& timeframe)
{
    switch (timeframe.kind) {
    case Timeframe::Kind::All: return {};
    case Timeframe::Kind::InTheLast:
        if (timeframe.calendar && timeframe.n == 0) {
            return "today";
        }
        return "in the last " + toWords(timeframe.n, timeframe.unit) + (timeframe.calendar ? ", from midnight" : "");
    case Timeframe::Kind::InTheLastBetween:
        return "between " + std::to_string(timeframe.n) + " and " + toWords(timeframe.m, timeframe.unit) +
               (timeframe.calendar ? " ago, by the calendar" : " ago");
    case Timeframe::Kind::Before: return "before " + toText(timeframe.to);
    case Timeframe::Kind::After: return "after " + toText(timeframe.from);
    case Timeframe::Kind::Between: return "between " + toText(timeframe.from) + " and " + toText(timeframe.to);
    case Timeframe::Kind::SinceFlowStart: return "since the flow began";
    }
    return {};
}

}  // namespace shopbell::segments
