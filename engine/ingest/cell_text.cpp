// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/cell_text.h"

#include "base/text.h"
#include "ingest/json_text.h"

#include <algorithm>
#include <array>
#include <string>

namespace shopbell {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Reads up to `most` digits; nothing when there is none.
std::optional<int> takeNumber(std::string_view& text, std::size_t most)
{
    std::size_t length = 0;
    int value = 0;
    while (length < text.size() && length < most && isDigit(text[length])) {
        value = value * 10 + (text[length] - '0');
        ++length;
    }
    if (length == 0) {
        return std::nullopt;
    }
    text.remove_prefix(length);
    return value;
}

bool takeMark(std::string_view& text, std::string_view marks)
{
    if (text.empty() || marks.find(text.front()) == std::string_view::npos) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

/// "18:30", "18:30:05", "6:30 PM", with a fraction that is dropped.
bool parseClock(std::string_view text, CivilTime& civil)
{
    const auto hour = takeNumber(text, 2);
    if (!hour || !takeMark(text, ":.")) {
        return false;
    }
    const auto minute = takeNumber(text, 2);
    if (!minute || *hour > 23 || *minute > 59) {
        return false;
    }
    civil.hour = *hour;
    civil.minute = *minute;
    if (takeMark(text, ":")) {
        const auto second = takeNumber(text, 2);
        if (!second || *second > 60) {
            return false;
        }
        civil.second = *second;
        if (takeMark(text, ".,") && !takeNumber(text, 9)) {
            return false;
        }
    }
    const auto half = trimmed(text);
    if (equalsIgnoreCase(half, "pm") || equalsIgnoreCase(half, "am")) {
        if (civil.hour < 1 || civil.hour > 12) {
            return false;
        }
        civil.hour = civil.hour % 12 + (equalsIgnoreCase(half, "pm") ? 12 : 0);
        return true;
    }
    return half.empty() || equalsIgnoreCase(half, "uhr");
}

bool isRealDay(const CivilDay& day)
{
    return day.year >= 1900 && day.year <= 9999 && day.month >= 1 && day.month <= 12 && day.day >= 1 &&
           fromDayNumber(toDayNumber(day)) == day;
}

bool isIsoDay(std::string_view text)
{
    if (text.size() < 10) {
        return false;
    }
    for (std::size_t i = 0; i < 10; ++i) {
        const bool isDash = i == 4 || i == 7;
        if (isDash ? text[i] != '-' : !isDigit(text[i])) {
            return false;
        }
    }
    return true;
}

/// Whether an ISO time says its zone; a bare date or time does not.
bool saysZone(std::string_view text)
{
    if (text.size() <= 10) {
        return false;
    }
    const auto clock = text.substr(10);
    return clock.find_first_of("Zz+") != std::string_view::npos || clock.find('-') != std::string_view::npos;
}

std::optional<Instant> parseLocalDate(std::string_view text, const TimeZone& zone, DateOrder order)
{
    const auto first = takeNumber(text, 4);
    if (!first || text.empty()) {
        return std::nullopt;
    }
    const char mark = text.front();
    if (!takeMark(text, "./-")) {
        return std::nullopt;
    }
    const auto second = takeNumber(text, 2);
    if (!second || text.empty() || text.front() != mark) {
        return std::nullopt;
    }
    text.remove_prefix(1);
    text = trimmed(text);
    const auto before = text.size();
    const auto third = takeNumber(text, 4);
    if (!third) {
        return std::nullopt;
    }
    CivilTime civil;
    if (*first > 31) {
        civil.day = {*first, *second, *third};
    } else {
        const int year = before - text.size() <= 2 ? *third + (*third < 70 ? 2000 : 1900) : *third;
        const bool dayFirst = mark != '/' || order == DateOrder::DayFirst || *first > 12;
        civil.day = dayFirst ? CivilDay{year, *second, *first} : CivilDay{year, *first, *second};
    }
    takeMark(text, ",T");
    text = trimmed(text);
    if (!isRealDay(civil.day) || (!text.empty() && !parseClock(text, civil))) {
        return std::nullopt;
    }
    return zone.toInstant(civil);
}

}  // namespace

std::optional<Instant> parseCellTime(std::string_view cell, const TimeZone& zone, DateOrder order)
{
    const std::string_view text = trimmed(cell);
    if (text.empty()) {
        return std::nullopt;
    }
    if (isIsoDay(text) && !saysZone(text)) {
        CivilTime civil;
        civil.day = {(text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0'),
                     (text[5] - '0') * 10 + (text[6] - '0'), (text[8] - '0') * 10 + (text[9] - '0')};
        if (isRealDay(civil.day)) {
            if (text.size() == 10) {
                return zone.toInstant(civil);
            }
            // The checked reading gives the clock; only the zone differs from UTC.
            if (const auto utc = parseIso(text)) {
                const CivilTime clock = TimeZone().toCivil(*utc);
                return zone.toInstant(clock);
            }
            return std::nullopt;
        }
    }
    if (const auto at = parseInstant(text)) {
        return *at;
    }
    return parseLocalDate(text, zone, order);
}

std::optional<Decimal> parseCellAmount(std::string_view cell)
{
    std::string_view text = trimmed(cell);
    if (const auto plain = parseDecimal(text)) {
        return *plain;
    }
    const bool inBrackets = text.size() > 2 && text.front() == '(' && text.back() == ')';
    if (inBrackets) {
        text = text.substr(1, text.size() - 2);
    }
    // What is not a digit, sign or mark at either end is a currency's name or sign.
    const auto isPart = [](char c) { return isDigit(c) || c == '-' || c == '+' || c == ',' || c == '.'; };
    while (!text.empty() && !isPart(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && !isDigit(text.back())) {
        text.remove_suffix(1);
    }
    const auto point = text.rfind('.');
    const auto comma = text.rfind(',');
    char decimal = '.';
    if (point != std::string_view::npos && comma != std::string_view::npos) {
        decimal = point > comma ? '.' : ',';
    } else if (comma != std::string_view::npos) {
        decimal = text.find(',') == comma ? ',' : '\0';  // several: they group
    } else if (point != std::string_view::npos && text.find('.') != point) {
        decimal = '\0';
    }
    std::string plain = inBrackets ? "-" : "";
    for (const char c : text) {
        if (isDigit(c) || c == '-' || c == '+') {
            plain += c;
        } else if (c == decimal) {
            plain += '.';
        } else if (c != '.' && c != ',' && c != ' ' && c != '\'' && static_cast<unsigned char>(c) < 0x80) {
            return std::nullopt;
        }
    }
    const auto amount = parseDecimal(plain);
    return amount ? std::optional(*amount) : std::nullopt;
}

bool isPlainNumber(std::string_view text)
{
    std::size_t at = !text.empty() && text[0] == '-' ? 1 : 0;
    const std::size_t start = at;
    std::size_t digits = 0;
    while (at < text.size() && isDigit(text[at])) {
        ++at;
        ++digits;
    }
    if (digits == 0 || (digits > 1 && text[start] == '0')) {
        return false;
    }
    if (at < text.size() && text[at] == '.') {
        ++at;
        const std::size_t before = digits;
        while (at < text.size() && isDigit(text[at])) {
            ++at;
            ++digits;
        }
        if (digits == before) {
            return false;
        }
    }
    return at == text.size() && digits <= 15;
}

std::string_view withoutTextMark(std::string_view cell)
{
    const bool isMarked =
        cell.size() > 1 && cell[0] == '\'' && std::string_view("=@+-").find(cell[1]) != std::string_view::npos;
    return isMarked ? cell.substr(1) : cell;
}

std::optional<PropertyValue> parseCellProperty(std::string_view cell)
{
    const std::string_view text = trimmed(cell);
    if (text.empty()) {
        return std::nullopt;
    }
    if (const auto plain = withoutTextMark(text); plain.size() < text.size()) {
        return PropertyValue(std::string(plain));
    }
    if (equalsIgnoreCase(text, "true") || equalsIgnoreCase(text, "false")) {
        return PropertyValue(equalsIgnoreCase(text, "true"));
    }
    if (isPlainNumber(text)) {
        if (const auto number = parseNumber(text)) {
            return PropertyValue(*number);
        }
    }
    if (isIsoDay(text)) {
        if (const auto at = parseIso(text)) {
            return PropertyValue(*at);
        }
    }
    return PropertyValue(std::string(text));
}

bool appendCellJson(std::string& out, std::string_view cell)
{
    const std::string_view text = trimmed(cell);
    if (text.empty()) {
        return false;
    }
    if (isPlainNumber(text)) {
        out += text;
    } else if (equalsIgnoreCase(text, "true") || equalsIgnoreCase(text, "false")) {
        out += text.size() == 4 ? "true" : "false";
    } else {
        appendJsonText(out, text);
    }
    return true;
}

std::optional<ConsentState> parseCellConsent(std::string_view cell)
{
    constexpr std::array<std::string_view, 14> yes{"yes",      "y",      "true",       "1",         "ja",
                                                   "j",        "x",      "subscribed", "opt-in",    "optin",
                                                   "opted in", "active", "abonniert",  "angemeldet"};
    constexpr std::array<std::string_view, 13> no{"no",           "n",          "false",     "0",         "nein",
                                                  "unsubscribed", "opt-out",    "optout",    "opted out", "cleaned",
                                                  "abgemeldet",   "abbestellt", "suppressed"};
    constexpr std::array<std::string_view, 3> waiting{"pending", "unconfirmed", "ausstehend"};
    const std::string text = toLowerAscii(trimmed(cell));
    const auto isIn = [&](const auto& words) { return std::find(words.begin(), words.end(), text) != words.end(); };
    return isIn(yes)       ? std::optional(ConsentState::Subscribed)
           : isIn(no)      ? std::optional(ConsentState::Unsubscribed)
           : isIn(waiting) ? std::optional(ConsentState::Pending)
                           : std::nullopt;
}

}  // namespace shopbell
