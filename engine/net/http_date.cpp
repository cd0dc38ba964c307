// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "base/time_zone.h"
#include "net/retry_policy.h"

#include <algorithm>
#include <array>
#include <vector>

namespace shopbell {

namespace {

constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::optional<int> parseMonth(std::string_view name)
{
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
        if (equalsIgnoreCase(kMonths[i], name)) {
            return static_cast<int>(i) + 1;
        }
    }
    return std::nullopt;
}

std::optional<int> parseSmall(std::string_view digits)
{
    if (digits.empty() || digits.size() > 4 || digits.find_first_not_of("0123456789") != std::string_view::npos) {
        return std::nullopt;
    }
    return static_cast<int>(*parseInteger(digits));
}

/// Two-digit years as RFC 9110 reads them against our century: 70 to 99 are past ones.
int fullYear(int year, std::size_t digits)
{
    return digits == 2 ? (year >= 70 ? 1900 + year : 2000 + year) : year;
}

int daysIn(int year, int month)
{
    if (month == 2) {
        return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

std::optional<Instant> makeInstant(std::string_view year, std::string_view month, std::string_view day,
                                   std::string_view time)
{
    const auto y = parseSmall(year);
    const auto m = parseMonth(month);
    const auto d = parseSmall(day);
    const auto parts = split(time, ':');
    if (!y || !m || !d || *d < 1 || parts.size() != 3) {
        return std::nullopt;
    }
    const auto hour = parseSmall(parts[0]);
    const auto minute = parseSmall(parts[1]);
    const auto second = parseSmall(parts[2]);
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60) {
        return std::nullopt;
    }
    const int yearNumber = fullYear(*y, year.size());
    if (yearNumber < 1 || *d > daysIn(yearNumber, *m)) {
        return std::nullopt;
    }
    const std::int64_t days = toDayNumber(CivilDay{yearNumber, *m, *d});
    return Instant{((days * 24 + *hour) * 60 + *minute) * 60'000 + *second * 1'000};
}

}  // namespace

std::optional<Instant> parseHttpDate(std::string_view text)
{
    text = trimmed(text);
    if (text.size() > 64) {
        return std::nullopt;
    }
    std::vector<std::string_view> words;
    for (const std::string_view word : split(text, ' ')) {
        if (!word.empty()) {
            words.push_back(word);
        }
    }
    // Sun, 06 Nov 1994 08:49:37 GMT
    if (words.size() == 6 && (words[5] == "GMT" || words[5] == "UTC")) {
        return makeInstant(words[3], words[2], words[1], words[4]);
    }
    // Sunday, 06-Nov-94 08:49:37 GMT
    if (words.size() == 4 && words[3] == "GMT") {
        const auto date = split(words[1], '-');
        return date.size() == 3 ? makeInstant(date[2], date[1], date[0], words[2]) : std::nullopt;
    }
    // Sun Nov  6 08:49:37 1994
    if (words.size() == 5) {
        return makeInstant(words[4], words[1], words[2], words[3]);
    }
    return std::nullopt;
}

std::optional<Duration> parseRetryAfter(std::string_view header, Instant now)
{
    header = trimmed(header);
    if (!header.empty() && header.find_first_not_of("0123456789") == std::string_view::npos) {
        // Nobody means more than a year; more digits would overflow.
        constexpr std::int64_t kYear = 366LL * 86'400;
        const std::int64_t seconds = header.size() > 9 ? kYear : std::min(*parseInteger(header), kYear);
        return Duration{seconds * 1'000};
    }
    const auto date = parseHttpDate(header);
    if (!date) {
        return std::nullopt;
    }
    return std::max(*date - now, Duration{0});
}

}  // namespace shopbell
