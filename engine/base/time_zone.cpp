// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/time_zone.h"

#include <date/tz.h>

#include <algorithm>
#include <cstdlib>
#include <exception>

namespace shopbell {

namespace {

constexpr std::int64_t msPerSecond = 1'000;
constexpr std::int64_t msPerDay = 86'400'000;
// Instants and readings past these ends (two hundred million years away) are pulled to them, so that adding an offset
// can never overflow.
constexpr std::int64_t furthestMs = 6'311'390'400'000'000'000;
constexpr std::int64_t furthestDay = furthestMs / msPerDay;

std::int64_t floorDivide(std::int64_t a, std::int64_t b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

bool isLeapYear(std::int64_t year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int daysInMonth(std::int64_t year, int month)
{
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeapYear(year) ? 29 : days[month - 1];
}

CivilTime toReading(std::int64_t localMs)
{
    const std::int64_t dayNumber = floorDivide(localMs, msPerDay);
    const int rest = static_cast<int>(localMs - dayNumber * msPerDay);
    return {fromDayNumber(dayNumber), rest / 3'600'000, rest / 60'000 % 60, rest / 1'000 % 60, rest % 1'000};
}

/// Null when the system has no such zone, or no zones at all.
const date::time_zone* findZone(std::string_view name)
{
    try {
        const date::time_zone* const zone = date::locate_zone(name);
        // The library reads a zone's file at its first use, and may throw there: better here than later.
        (void)zone->get_info(date::sys_seconds{});
        return zone;
    } catch (const std::exception&) {
        return nullptr;
    }
}

bool isUtcName(std::string_view name)
{
    return name == "UTC" || name == "Etc/UTC";
}

}  // namespace

// No zone stands for UTC, so that UTC works where the system has no time zones installed.
TimeZone::TimeZone() : m_zone(nullptr) {}

Result<TimeZone> TimeZone::load(std::string_view ianaName)
{
    TimeZone result;
    if (isUtcName(ianaName)) {
        return result;
    }
    result.m_zone = findZone(ianaName);
    if (result.m_zone == nullptr) {
        return fail(ErrorKind::InvalidInput,
                    "This computer knows no such time zone; write it as Europe/Vienna, and see that the system's time "
                    "zones (tzdata) are installed.",
                    std::string(ianaName.substr(0, 60)));
    }
    return result;
}

TimeZone TimeZone::local()
{
    TimeZone result;
    if (const char* const fromEnvironment = std::getenv("TZ"); fromEnvironment != nullptr) {
        std::string_view name = fromEnvironment;
        if (name.substr(0, 1) == ":") {
            name.remove_prefix(1);
        }
        if (isUtcName(name)) {
            return result;
        }
        result.m_zone = findZone(name);
        if (result.m_zone != nullptr) {
            return result;
        }
    }
    try {
        result.m_zone = findZone(date::current_zone()->name());
        if (result.m_zone != nullptr && isUtcName(result.m_zone->name())) {
            result.m_zone = nullptr;
        }
    } catch (const std::exception&) {
        result.m_zone = nullptr;
    }
    return result;
}

std::string TimeZone::name() const
{
    return m_zone == nullptr ? "UTC" : m_zone->name();
}

CivilTime TimeZone::toCivil(Instant at) const
{
    const std::int64_t ms = std::clamp(at.ms, -furthestMs, furthestMs);
    if (m_zone == nullptr) {
        return toReading(ms);
    }
    const date::sys_seconds second{std::chrono::seconds{floorDivide(ms, msPerSecond)}};
    return toReading(ms + m_zone->get_info(second).offset.count() * msPerSecond);
}

Instant TimeZone::toInstant(const CivilTime& civil) const
{
    const std::int64_t dayNumber = std::clamp(toDayNumber(civil.day), -furthestDay, furthestDay);
    const std::int64_t localMs = dayNumber * msPerDay + std::int64_t{civil.hour} * 3'600'000 +
                                 std::int64_t{civil.minute} * 60'000 + std::int64_t{civil.second} * 1'000 +
                                 civil.millisecond;
    if (m_zone == nullptr) {
        return {localMs};
    }
    const std::int64_t second = floorDivide(localMs, msPerSecond);
    const date::local_info info = m_zone->get_info(date::local_seconds{std::chrono::seconds{second}});
    if (info.result == date::local_info::nonexistent) {
        return {info.first.end.time_since_epoch().count() * msPerSecond};
    }
    return {localMs - info.first.offset.count() * msPerSecond};
}

Instant TimeZone::startOfDay(Instant at) const
{
    return startOfDay(toCivil(at).day);
}

Instant TimeZone::startOfDay(const CivilDay& day) const
{
    CivilTime midnight;
    midnight.day = day;
    return toInstant(midnight);
}

// Both ways after "chrono-Compatible Low-Level Date Algorithms" by Howard Hinnant: years begin in March, so that the
// leap day is the last of its year, and eras of 400 years repeat exactly.
std::int64_t toDayNumber(const CivilDay& day)
{
    const int month = std::clamp(day.month, 1, 12);
    const int dayOfMonth = std::clamp(day.day, 1, daysInMonth(day.year, month));
    const std::int64_t year = std::int64_t{day.year} - (month <= 2 ? 1 : 0);
    const std::int64_t era = floorDivide(year, 400);
    const std::int64_t yearOfEra = year - era * 400;
    const std::int64_t dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + dayOfMonth - 1;
    const std::int64_t dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146'097 + dayOfEra - 719'468;
}

CivilDay fromDayNumber(std::int64_t number)
{
    // What an int can hold as a year; further away there is no answer, only the end.
    const std::int64_t shifted = std::clamp<std::int64_t>(number, -784'000'000'000, 784'000'000'000) + 719'468;
    const std::int64_t era = floorDivide(shifted, 146'097);
    const std::int64_t dayOfEra = shifted - era * 146'097;
    const std::int64_t yearOfEra = (dayOfEra - dayOfEra / 1'460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const std::int64_t shiftedMonth = (5 * dayOfYear + 2) / 153;
    const int day = static_cast<int>(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1);
    const int month = static_cast<int>(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9);
    return {static_cast<int>(yearOfEra + era * 400 + (month <= 2 ? 1 : 0)), month, day};
}

}  // namespace shopbell
