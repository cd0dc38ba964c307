// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "base/time_zone.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>

namespace shopbell::segments {

enum class Unit : std::uint8_t { Minute, Hour, Day, Week, Month, Year };

/// A calendar day of the shop, or an exact instant.
struct DateBound {
    bool isDay = false;
    CivilDay day;
    Instant at;
};

/// When. "In the last n" is (now - n, now]; minutes, hours, days and weeks are exact durations, months and years go by
/// the shop's calendar (see stepBack). With `calendar`, days, weeks, months and years begin at a midnight of the shop.
struct Timeframe {
    enum class Kind : std::uint8_t { All, InTheLast, InTheLastBetween, Before, After, Between, SinceFlowStart };
    Kind kind = Kind::All;
    int n = 0;  ///< InTheLast; the nearer bound of InTheLastBetween
    int m = 0;  ///< the farther bound of InTheLastBetween
    Unit unit = Unit::Day;
    bool calendar = false;
    DateBound from;  ///< After, Between; Before has `to`
    DateBound to;
};

/// Instants from `from` on, before `to`; in milliseconds. Empty when from >= to.
struct Window {
    std::int64_t from = std::numeric_limits<std::int64_t>::min();
    std::int64_t to = std::numeric_limits<std::int64_t>::max();
    [[nodiscard]] bool contains(std::int64_t at) const { return at >= from && at < to; }
};

inline constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

/// The instant n units before `now`. A month or year before is as far from its midnight, on the day with the same
/// number; where the month has no such day, its end; where that day is shorter, its end. So it never runs backwards
/// while now runs forwards, on days when clocks change too.
[[nodiscard]] std::int64_t stepBack(std::int64_t now, int n, Unit unit, const TimeZone& zone);
/// The first instant of the shop's day that lies n units before today; n may be negative (ahead).
[[nodiscard]] std::int64_t startOfDayBack(std::int64_t now, int n, Unit unit, const TimeZone& zone);

/// The smallest instant from which n units ahead reach `at`.
[[nodiscard]] std::int64_t firstAhead(std::int64_t at, int n, Unit unit, const TimeZone& zone);

/// A timeframe in a zone: turns instants into windows, and knows when an event comes into or falls out of it.
class TimeframeClock {
public:
    TimeframeClock() = default;
    /// `flowStart` is needed for SinceFlowStart alone; without it such a window is empty.
    TimeframeClock(const Timeframe& timeframe, const TimeZone& zone, std::optional<Instant> flowStart = {});

    /// The window at `now`; never past `now`, for what has not happened yet is not known.
    [[nodiscard]] Window at(std::int64_t now) const
    {
        Window window{m_fixed.from, m_fixed.to};
        if (m_relative) {
            window = relativeWindow(now);
        }
        if (window.to > now) {
            window.to = now == never ? never : now + 1;
        }
        return window;
    }
    /// The first instant at which the window no longer holds an event of `at`; never: it stays.
    [[nodiscard]] std::int64_t leaves(std::int64_t at) const;
    /// The first instant at which the window may hold an event of `at`: at itself, or later; never: not any more.
    [[nodiscard]] std::int64_t enters(std::int64_t at) const;
    [[nodiscard]] bool isRelative() const { return m_relative; }
    /// Holds everything up to now.
    [[nodiscard]] bool isAll() const { return m_timeframe.kind == Timeframe::Kind::All; }
    /// A window that ends now: only leaving matters.
    [[nodiscard]] bool endsNow() const;

private:
    [[nodiscard]] Window relativeWindow(std::int64_t now) const;
    [[nodiscard]] std::int64_t lower(std::int64_t now) const;
    [[nodiscard]] std::int64_t upper(std::int64_t now) const;

    Timeframe m_timeframe;
    TimeZone m_zone;
    bool m_relative = false;
    std::int64_t m_near = 0;  ///< exact durations in ms; 0 where the calendar decides
    std::int64_t m_far = 0;
    bool m_exact = false;
    Window m_fixed;
};

/// First instant of the bound's day, or the instant; and the first one after it.
[[nodiscard]] std::int64_t beginOf(const DateBound& bound, const TimeZone& zone);
[[nodiscard]] std::int64_t endOf(const DateBound& bound, const TimeZone& zone);

/// "in the last 60 days"; empty for Kind::All.
[[nodiscard]] std::string toWords(const Timeframe& timeframe);
[[nodiscard]] std::string toWords(int n, Unit unit);       ///< "1 day", "3 weeks"
[[nodiscard]] std::string toText(const DateBound& bound);  ///< "2026-01-31" or ISO

}  // namespace shopbell::segments
