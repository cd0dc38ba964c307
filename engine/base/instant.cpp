// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/instant.h"

#include "base/time_zone.h"

#include <cstdio>

namespace shopbell {

namespace {

constexpr std::int64_t msPerSecond = 1'000;
constexpr std::int64_t msPerMinute = 60 * msPerSecond;
constexpr std::int64_t msPerHour = 60 * msPerMinute;
constexpr std::int64_t msPerDay = 24 * msPerHour;
constexpr std::int64_t firstMs = -62'135'596'800'000;  // 0001-01-01T00:00:00.000Z
constexpr std::int64_t lastMs = 253'402'300'799'999;   // 9999-12-31T23:59:59.999Z

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Walks over the text; every take… leaves the place unchanged when it answers false.
struct Reader {
    const char* at;
    const char* end;

    [[nodiscard]] bool isAtEnd() const { return at == end; }

    bool take(char c)
    {
        if (at != end && *at == c) {
            ++at;
            return true;
        }
        return false;
    }

    bool takeEither(char a, char b) { return take(a) || take(b); }

    bool takeDigits(int count, int& value)
    {
        if (end - at < count) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < count; ++i) {
            if (!isDigit(at[i])) {
                return false;
            }
            sum = sum * 10 + (at[i] - '0');
        }
        at += count;
        value = sum;
        return true;
    }

    /// One digit or more; keeps the first three. `rest` tells whether anything else but zeros was dropped.
    bool takeFraction(int& milliseconds, bool& rest)
    {
        if (at == end || !isDigit(*at)) {
            return false;
        }
        int scale = 100;
        milliseconds = 0;
        rest = false;
        for (; at != end && isDigit(*at); ++at) {
            milliseconds += (*at - '0') * scale;
            rest = rest || (scale == 0 && *at != '0');
            scale /= 10;
        }
        return true;
    }
};

bool isLeapYear(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int daysInMonth(int year, int month)
{
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeapYear(year) ? 29 : days[month - 1];
}

bool readDay(Reader& reader, std::int64_t& dayNumber)
{
    CivilDay day;
    if (!reader.takeDigits(4, day.year) || !reader.take('-') || !reader.takeDigits(2, day.month) || !reader.take('-') ||
        !reader.takeDigits(2, day.day)) {
        return false;
    }
    if (day.year < 1 || day.month < 1 || day.month > 12 || day.day < 1 || day.day > daysInMonth(day.year, day.month)) {
        return false;
    }
    dayNumber = toDayNumber(day);
    return true;
}

/// Z, +hh:mm, +hhmm, +hh, or nothing. A blank before it, as some shops export it, is passed over.
bool readOffset(Reader& reader, std::int64_t& offsetMs)
{
    offsetMs = 0;
    if (reader.isAtEnd()) {
        return true;
    }
    reader.take(' ');
    if (reader.takeEither('Z', 'z')) {
        return true;
    }
    const bool isWest = reader.take('-');
    if (!isWest && !reader.take('+')) {
        return false;
    }
    int hours = 0;
    int minutes = 0;
    if (!reader.takeDigits(2, hours)) {
        return false;
    }
    if (!reader.isAtEnd()) {
        reader.take(':');
        if (!reader.takeDigits(2, minutes)) {
            return false;
        }
    }
    if (hours > 23 || minutes > 59) {
        return false;
    }
    offsetMs = (hours * msPerHour + minutes * msPerMinute) * (isWest ? -1 : 1);
    return true;
}

bool readIso(std::string_view text, std::int64_t& ms)
{
    Reader reader{text.data(), text.data() + text.size()};
    std::int64_t dayNumber = 0;
    if (!readDay(reader, dayNumber)) {
        return false;
    }
    ms = dayNumber * msPerDay;
    if (reader.isAtEnd()) {
        return true;
    }
    int hour = 0;
    int minute = 0;
    int second = 0;
    int millisecond = 0;
    bool rest = false;
    if (!(reader.takeEither('T', 't') || reader.take(' ')) || !reader.takeDigits(2, hour) || !reader.take(':') ||
        !reader.takeDigits(2, minute)) {
        return false;
    }
    if (reader.take(':')) {
        if (!reader.takeDigits(2, second)) {
            return false;
        }
        if (reader.takeEither('.', ',') && !reader.takeFraction(millisecond, rest)) {
            return false;
        }
    }
    std::int64_t offsetMs = 0;
    if (hour > 23 || minute > 59 || second > 60 || !readOffset(reader, offsetMs) || !reader.isAtEnd()) {
        return false;
    }
    ms += hour * msPerHour + minute * msPerMinute + second * msPerSecond - offsetMs;
    // A leap second stands only before midnight UTC, and counts as the second after it, as it does in Unix time.
    if (second == 60 && ms % msPerDay != 0) {
        return false;
    }
    ms += millisecond;
    return ms >= firstMs && ms <= lastMs;
}

bool readUnix(std::string_view text, std::int64_t& ms)
{
    Reader reader{text.data(), text.data() + text.size()};
    const bool isNegative = reader.take('-');
    if (reader.isAtEnd() || !isDigit(*reader.at)) {
        return false;
    }
    while (reader.take('0')) {
    }
    int digits = 0;
    std::int64_t whole = 0;
    for (; !reader.isAtEnd() && isDigit(*reader.at); ++reader.at) {
        if (++digits > 15) {
            return false;
        }
        whole = whole * 10 + (*reader.at - '0');
    }
    const bool isMilliseconds = digits > 11;
    int fraction = 0;
    bool rest = false;
    if (reader.take('.') && !reader.takeFraction(fraction, rest)) {
        return false;
    }
    if (!reader.isAtEnd()) {
        return false;
    }
    if (isMilliseconds) {
        rest = rest || fraction != 0;
        ms = whole;
    } else {
        ms = whole * msPerSecond + fraction;
    }
    if (isNegative) {
        ms = -ms - (rest ? 1 : 0);
    }
    return ms >= firstMs && ms <= lastMs;
}

tl::unexpected<Error> refuse(std::string_view text, const char* what)
{
    return fail(ErrorKind::InvalidInput, what, std::string(text.substr(0, 60)));
}

}  // namespace

std::string Instant::toIso() const
{
    std::int64_t dayNumber = ms / msPerDay;
    std::int64_t rest = ms % msPerDay;
    if (rest < 0) {
        rest += msPerDay;
        --dayNumber;
    }
    const CivilDay day = fromDayNumber(dayNumber);
    const auto part = [rest](std::int64_t unit, std::int64_t count) { return static_cast<int>(rest / unit % count); };
    // Outside four digits ISO 8601 asks for a sign, so that nobody takes the year for a shorter one.
    const char* const format = day.year >= 0 && day.year <= 9999 ? "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ"
                                                                 : "%+07d-%02d-%02dT%02d:%02d:%02d.%03dZ";
    char buffer[64];
#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
#endif
    const int length = std::snprintf(buffer, sizeof buffer, format, day.year, day.month, day.day, part(msPerHour, 24),
                                     part(msPerMinute, 60), part(msPerSecond, 60), part(1, 1000));
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif
    return {buffer, static_cast<std::size_t>(length)};
}

Result<Instant> parseIso(std::string_view text)
{
    std::int64_t ms = 0;
    if (!readIso(text, ms)) {
        return refuse(text, "This is not a date or time; write it as 2026-11-21 or 2026-11-21T09:30:00Z.");
    }
    return Instant{ms};
}

Result<Instant> parseInstant(std::string_view text)
{
    std::int64_t ms = 0;
    if (!readIso(text, ms) && !readUnix(text, ms)) {
        return refuse(text, "This is not a date or time; write it as 2026-11-21, 2026-11-21T09:30:00Z, or as Unix "
                            "seconds or milliseconds.");
    }
    return Instant{ms};
}

}  // namespace shopbell
