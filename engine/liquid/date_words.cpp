// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/date_format.h"

#include "base/text.h"

#include <array>

namespace shopbell::liquid {

namespace {

constexpr std::array months{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array weekdays{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

template <class Names>
int indexOfName(const Names& names, std::string_view word)
{
    for (std::size_t index = 0; index < names.size(); ++index) {
        if (word.size() >= 3 && toLowerAscii(word.substr(0, 3)) == names[index]) {
            return static_cast<int>(index);
        }
    }
    return -1;
}

/// Collects what a text says of a date, word by word.
class DateReader {
public:
    DateReader(std::string_view text, const TimeZone& zone, Instant now) : m_text(text), m_zone(zone), m_now(now) {}

    std::optional<Instant> read()
    {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            const bool taken = isDigit(c) ? takeDigits() : isLetter(c) ? takeWord() : takeSign();
            if (!taken) {
                return std::nullopt;
            }
        }
        return finish();
    }

private:
    std::string_view takeWhile(bool (*belongs)(char))
    {
        const auto begin = m_at;
        while (m_at < m_text.size() && belongs(m_text[m_at])) {
            ++m_at;
        }
        return m_text.substr(begin, m_at - begin);
    }

    bool next(char c)
    {
        if (m_at < m_text.size() && m_text[m_at] == c) {
            ++m_at;
            return true;
        }
        return false;
    }

    static int number(std::string_view digits)
    {
        return digits.size() > 6 ? -1 : static_cast<int>(parseInteger(digits).value_or(-1));
    }

    bool takeDigits()
    {
        const auto digits = takeWhile(isDigit);
        const int value = number(digits);
        if (value < 0) {
            return false;
        }
        if (next(':')) {
            return takeTime(value);
        }
        if (m_at < m_text.size() && (m_text[m_at] == '/' || m_text[m_at] == '-' || m_text[m_at] == '.') &&
            m_at + 1 < m_text.size() && isDigit(m_text[m_at + 1])) {
            return takeTriple(value, digits.size() == 4);
        }
        const auto suffix = takeWhile(isLetter);
        const auto half = toLowerAscii(suffix);
        if (half == "am" || half == "pm") {
            m_hour = value % 12 + (half == "pm" ? 12 : 0);
            return true;
        }
        if (!suffix.empty() && half != "st" && half != "nd" && half != "rd" && half != "th") {
            return false;
        }
        if (digits.size() >= 3) {
            m_year = value;
        } else if (m_day == 0) {
            m_day = value;
        } else {
            m_year = value + (value < 70 ? 2000 : 1900);
        }
        return true;
    }

    bool takeTriple(int first, bool yearFirst)
    {
        const char sign = m_text[m_at++];
        const int second = number(takeWhile(isDigit));
        if (!next(sign)) {
            m_month = yearFirst ? second : first;
            (yearFirst ? m_year : m_day) = yearFirst ? first : second;
            return true;
        }
        const auto digits = takeWhile(isDigit);
        const int third = number(digits);
        const int longYear = digits.size() > 2 ? third : third + (third < 70 ? 2000 : 1900);
        if (yearFirst) {
            m_year = first, m_month = second, m_day = third;
        } else if (sign == '/') {
            m_month = first, m_day = second, m_year = longYear;
        } else {
            m_day = first, m_month = second, m_year = longYear;
        }
        return true;
    }

    bool takeTime(int hour)
    {
        m_hour = hour;
        m_minute = number(takeWhile(isDigit));
        if (next(':')) {
            m_second = number(takeWhile(isDigit));
            if (next('.')) {
                takeWhile(isDigit);
            }
        }
        m_hasTime = true;
        return m_minute >= 0 && m_second >= 0;
    }

    bool takeWord()
    {
        const auto word = takeWhile(isLetter);
        const auto lower = toLowerAscii(word);
        if (lower == "am" || lower == "pm") {
            m_hour = m_hour % 12 + (lower == "pm" ? 12 : 0);
        } else if (lower == "utc" || lower == "gmt" || lower == "z") {
            m_offset = 0;
        } else if (const int month = indexOfName(months, word); month >= 0) {
            m_month = month + 1;
        } else if (lower != "t" && lower != "at" && lower != "of" && indexOfName(weekdays, word) < 0) {
            return false;
        }
        return true;
    }

    bool takeSign()
    {
        const char sign = m_text[m_at++];
        if ((sign == '+' || sign == '-') && m_hasTime && m_at < m_text.size() && isDigit(m_text[m_at])) {
            const auto digits = takeWhile(isDigit);
            int value = number(digits);
            if (next(':')) {
                value = value * 100 + number(takeWhile(isDigit));
            } else if (digits.size() <= 2) {
                value *= 100;
            }
            m_offset = (value / 100 * 60 + value % 100) * (sign == '-' ? -1 : 1);
            return true;
        }
        return sign == ' ' || sign == ',' || sign == '.' || sign == '-' || sign == '(' || sign == ')';
    }

    std::optional<Instant> finish() const
    {
        if (m_month == 0 && m_day == 0 && m_year == 0 && !m_hasTime) {
            return std::nullopt;
        }
        const auto today = m_zone.toCivil(m_now).day;
        CivilTime civil;
        const bool timeAlone = m_month == 0 && m_day == 0 && m_year == 0;
        civil.day =
            timeAlone ? today
                      : CivilDay{m_year == 0 ? today.year : m_year, m_month == 0 ? 1 : m_month, m_day == 0 ? 1 : m_day};
        if (civil.day.month < 1 || civil.day.month > 12 || civil.day.day < 1 || civil.day.day > 31 ||
            civil.day.year > 9999 || m_hour < 0 || m_hour > 24 || m_minute > 59 || m_second > 60) {
            return std::nullopt;
        }
        civil.hour = m_hour;
        civil.minute = m_minute;
        civil.second = m_second;
        return m_offset ? TimeZone().toInstant(civil) - std::chrono::minutes(*m_offset) : m_zone.toInstant(civil);
    }

    std::string_view m_text;
    const TimeZone& m_zone;
    Instant m_now;
    std::size_t m_at = 0;
    int m_year = 0;
    int m_month = 0;
    int m_day = 0;
    int m_hour = 0;
    int m_minute = 0;
    int m_second = 0;
    bool m_hasTime = false;
    std::optional<int> m_offset;  ///< minutes
};

}  // namespace

std::optional<Instant> readDate(std::string_view text, const TimeZone& zone, Instant now)
{
    const auto clean = trimmed(text);
    if (clean.empty() || clean.size() > 100) {
        return std::nullopt;
    }
    return DateReader(clean, zone, now).read();
}

}  // namespace shopbell::liquid
