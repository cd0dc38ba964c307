// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"

#include <string>
#include <string_view>

namespace date {
class time_zone;
}

namespace shopbell {

/// A calendar day, no zone.
struct CivilDay {
    int year = 1970;
    int month = 1;  ///< 1 to 12
    int day = 1;    ///< 1 to 31
    friend constexpr auto operator<=>(const CivilDay&, const CivilDay&) = default;
};

/// A wall-clock reading in some zone.
struct CivilTime {
    CivilDay day;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int millisecond = 0;
};

/// An IANA time zone of the system, looked up once; cheap to copy. Threads may share it. The system's tables end with
/// 2037; later instants keep the offset that stands there last.
class TimeZone {
public:
    /// UTC.
    TimeZone();
    /// "Europe/Vienna"; an unknown name is InvalidInput.
    [[nodiscard]] static Result<TimeZone> load(std::string_view ianaName);
    /// The computer's own zone, UTC where it cannot be told.
    [[nodiscard]] static TimeZone local();

    [[nodiscard]] std::string name() const;
    [[nodiscard]] CivilTime toCivil(Instant at) const;
    /// A reading that daylight saving skips becomes the first instant after the gap; one that comes twice
    /// becomes the first of the two. Hours, minutes and so on past their end count on into the next.
    [[nodiscard]] Instant toInstant(const CivilTime& civil) const;
    /// The first instant of the calendar day that holds `at`.
    [[nodiscard]] Instant startOfDay(Instant at) const;
    /// The first instant of that day.
    [[nodiscard]] Instant startOfDay(const CivilDay& day) const;

private:
    const date::time_zone* m_zone;
};

/// Days since 1970-01-01, and back. A month or day past its end counts as the last one (29 February of a common
/// year is the 28th), one before the first as the first.
[[nodiscard]] std::int64_t toDayNumber(const CivilDay& day);
[[nodiscard]] CivilDay fromDayNumber(std::int64_t number);

}  // namespace shopbell
