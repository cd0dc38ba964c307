// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/date_format.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace shopbell::liquid {

namespace {

constexpr std::array weekdays{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                            "July",    "August",   "September", "October", "November", "December"};
constexpr std::int64_t msPerSecond = 1000;

struct Reading {
    Instant at;
    CivilTime civil;
    int weekday = 0;          ///< 0: Sunday
    int yearDay = 1;          ///< 1 to 366
    std::int64_t offset = 0;  ///< of the zone, seconds
};

Reading readingOf(Instant at, const TimeZone& zone)
{
    Reading reading;
    reading.at = at;
    reading.civil = zone.toCivil(at);
    const auto day = toDayNumber(reading.civil.day);
    reading.weekday = static_cast<int>(((day + 4) % 7 + 7) % 7);
    reading.yearDay = static_cast<int>(day - toDayNumber({reading.civil.day.year, 1, 1})) + 1;
    const auto& time = reading.civil;
    reading.offset =
        day * 86'400 + time.hour * 3600 + time.minute * 60 + time.second - (at.ms - time.millisecond) / msPerSecond;
    return reading;
}

/// ISO 8601 week and its year.
std::pair<int, int> isoWeek(const Reading& reading)
{
    const int monday = (reading.weekday + 6) % 7;
    const auto thursday = fromDayNumber(toDayNumber(reading.civil.day) - monday + 3);
    const auto days = toDayNumber(thursday) - toDayNumber({thursday.year, 1, 1});
    return {static_cast<int>(days / 7) + 1, thursday.year};
}

struct Directive {
    bool noPadding = false;
    bool upper = false;
    bool swapCase = false;
    char padding = 0;  ///< 0: the directive's own
    int width = 0;
    int colons = 0;
    char letter = 0;
};

std::string padded(const Directive& directive, std::int64_t number, int width, char padding)
{
    const bool negative = number < 0;
    std::string digits = std::to_string(negative ? -number : number);
    if (!directive.noPadding) {
        const auto wanted = static_cast<std::size_t>(std::max(width, directive.width));
        const char with = directive.padding != 0 ? directive.padding : padding;
        if (digits.size() < wanted) {
            digits.insert(0, wanted - digits.size(), with);
        }
    }
    return negative ? "-" + digits : digits;
}

std::string words(const Directive& directive, std::string text)
{
    if (directive.upper || (directive.swapCase && directive.letter != 'p')) {
        text = toUpperAscii(text);
    } else if (directive.swapCase) {
        text = toLowerAscii(text);
    }
    const auto wanted = static_cast<std::size_t>(directive.width);
    if (text.size() < wanted) {
        text.insert(0, wanted - text.size(), directive.padding == '0' ? '0' : ' ');
    }
    return text;
}

std::string zoneText(const Reading& reading, int colons)
{
    const auto minutes = (reading.offset < 0 ? -reading.offset : reading.offset) / 60;
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, colons > 0 ? "%c%02d:%02d" : "%c%02d%02d", reading.offset < 0 ? '-' : '+',
                  static_cast<int>(minutes / 60 % 100), static_cast<int>(minutes % 60));
    return buffer;
}

std::string composite(char letter)
{
    switch (letter) {
    case 'c': return "%a %b %e %H:%M:%S %Y";
    case 'D':
    case 'x': return "%m/%d/%y";
    case 'F': return "%Y-%m-%d";
    case 'r': return "%I:%M:%S %p";
    case 'R': return "%H:%M";
    case 'T':
    case 'X': return "%H:%M:%S";
    case 'v': return "%e-%^b-%Y";
    case '+': return "%a %b %e %H:%M:%S %Z %Y";
    default: return {};
    }
}

std::string numberOf(const Directive& directive, const Reading& reading)
{
    const auto& civil = reading.civil;
    const int hour12 = civil.hour % 12 == 0 ? 12 : civil.hour % 12;
    const int monday = (reading.weekday + 6) % 7;
    switch (directive.letter) {
    case 'Y': return padded(directive, civil.day.year, 1, '0');
    case 'C': return padded(directive, civil.day.year / 100, 2, '0');
    case 'y': return padded(directive, civil.day.year % 100, 2, '0');
    case 'm': return padded(directive, civil.day.month, 2, '0');
    case 'd': return padded(directive, civil.day.day, 2, '0');
    case 'e': return padded(directive, civil.day.day, 2, ' ');
    case 'j': return padded(directive, reading.yearDay, 3, '0');
    case 'H': return padded(directive, civil.hour, 2, '0');
    case 'k': return padded(directive, civil.hour, 2, ' ');
    case 'I': return padded(directive, hour12, 2, '0');
    case 'l': return padded(directive, hour12, 2, ' ');
    case 'M': return padded(directive, civil.minute, 2, '0');
    case 'S': return padded(directive, civil.second, 2, '0');
    case 'L': return padded(directive, civil.millisecond, 3, '0');
    case 'N': {
        // A fraction: its width counts digits from the point on, not zeros before.
        auto digits = padded({}, civil.millisecond, 3, '0');
        digits.resize(static_cast<std::size_t>(std::clamp(directive.width == 0 ? 9 : directive.width, 1, 24)), '0');
        return digits;
    }
    case 's': return padded(directive, (reading.at.ms - civil.millisecond) / msPerSecond, 1, '0');
    case 'u': return padded(directive, reading.weekday == 0 ? 7 : reading.weekday, 1, '0');
    case 'w': return padded(directive, reading.weekday, 1, '0');
    case 'U': return padded(directive, (reading.yearDay + 6 - reading.weekday) / 7, 2, '0');
    case 'W': return padded(directive, (reading.yearDay + 6 - monday) / 7, 2, '0');
    case 'V': return padded(directive, isoWeek(reading).first, 2, '0');
    case 'G': return padded(directive, isoWeek(reading).second, 1, '0');
    case 'g': return padded(directive, isoWeek(reading).second % 100, 2, '0');
    default: return {};
    }
}

std::string wordOf(const Directive& directive, const Reading& reading, const TimeZone& zone)
{
    const std::string weekday = weekdays[static_cast<std::size_t>(reading.weekday)];
    const std::string month = months[static_cast<std::size_t>(reading.civil.day.month - 1)];
    const std::string half = reading.civil.hour < 12 ? "AM" : "PM";
    switch (directive.letter) {
    case 'A': return words(directive, weekday);
    case 'a': return words(directive, weekday.substr(0, 3));
    case 'B': return words(directive, month);
    case 'b':
    case 'h': return words(directive, month.substr(0, 3));
    case 'p': return words(directive, half);
    case 'P': return words(directive, toLowerAscii(half));
    case 'Z': return words(directive, reading.offset == 0 ? std::string("UTC") : zone.name());
    case 'z': return zoneText(reading, directive.colons);
    case 'n': return "\n";
    case 't': return "\t";
    case '%': return "%";
    default: return {};
    }
}

/// Reads what stands behind a percent sign; the byte behind it is returned.
std::size_t readDirective(std::string_view pattern, std::size_t at, Directive& directive)
{
    for (; at < pattern.size(); ++at) {
        switch (pattern[at]) {
        case '-': directive.noPadding = true; continue;
        case '0': directive.padding = '0'; continue;
        case '_': directive.padding = ' '; continue;
        case '^': directive.upper = true; continue;
        case '#': directive.swapCase = true; continue;
        case ':': ++directive.colons; continue;
        default: break;
        }
        break;
    }
    while (at < pattern.size() && pattern[at] >= '0' && pattern[at] <= '9') {
        directive.width = std::min(directive.width * 10 + (pattern[at++] - '0'), 200);
    }
    if (at < pattern.size() && (pattern[at] == 'E' || pattern[at] == 'O')) {
        ++at;
    }
    directive.letter = at < pattern.size() ? pattern[at++] : '\0';
    return at;
}

void append(std::string& out, const Reading& reading, const TimeZone& zone, std::string_view pattern, std::size_t limit)
{
    for (std::size_t at = 0; at < pattern.size() && out.size() < limit;) {
        if (pattern[at] != '%') {
            out += pattern[at++];
            continue;
        }
        Directive directive;
        const auto end = readDirective(pattern, at + 1, directive);
        if (const auto parts = composite(directive.letter); !parts.empty()) {
            std::string text;
            append(text, reading, zone, parts, limit);
            out += words(directive, text);
        } else if (auto number = numberOf(directive, reading); !number.empty()) {
            out += number;
        } else if (auto word = wordOf(directive, reading, zone); !word.empty()) {
            out += word;
        } else {
            out += pattern.substr(at, end - at);
        }
        at = end;
    }
}

}  // namespace

std::string formatDate(Instant at, const TimeZone& zone, std::string_view pattern, std::size_t limit)
{
    std::string out;
    append(out, readingOf(at, zone), zone, pattern, limit);
    return out;
}

}  // namespace shopbell::liquid
