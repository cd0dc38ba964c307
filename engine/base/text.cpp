// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

namespace shopbell {

namespace {

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

char raised(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// How many bytes from the front are plain ASCII, eight at a time.
std::size_t countAsciiPrefix(std::string_view text)
{
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, 8);
        if ((word & 0x8080808080808080U) != 0) {
            break;
        }
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) {
        ++at;
    }
    return at;
}

/// What stands at the front of a text: a whole character, or the longest piece of one that goes wrong
/// (Unicode 15, table 3-7, and its practice of one U+FFFD for each such piece).
struct Sequence {
    std::size_t size;
    bool isValid;
};

Sequence readSequence(std::string_view text)
{
    const auto byteAt = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byteAt(0);
    if (lead < 0x80) {
        return {1, true};
    }
    if (lead < 0xC2 || lead > 0xF4) {
        return {1, false};
    }
    const std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    // The second byte is narrower after some leads: no overlong forms, no surrogates, nothing past U+10FFFF.
    const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    for (std::size_t i = 1; i < size; ++i) {
        if (i >= text.size() || byteAt(i) < (i == 1 ? low : 0x80) || byteAt(i) > (i == 1 ? high : 0xBF)) {
            return {i, false};
        }
    }
    return {size, true};
}

}  // namespace

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isSpace(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isSpace(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::string toLowerAscii(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lowered);
    return result;
}

std::string toUpperAscii(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), raised);
    return result;
}

bool equalsIgnoreCase(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lowered(x) == lowered(y); });
}

bool isAscii(std::string_view text)
{
    return countAsciiPrefix(text) == text.size();
}

bool isValidUtf8(std::string_view text)
{
    for (;;) {
        text.remove_prefix(countAsciiPrefix(text));
        if (text.empty()) {
            return true;
        }
        const Sequence sequence = readSequence(text);
        if (!sequence.isValid) {
            return false;
        }
        text.remove_prefix(sequence.size);
    }
}

std::string toValidUtf8(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const Sequence sequence = readSequence(text);
        if (sequence.isValid && text[0] != '\0') {
            result.append(text.substr(0, sequence.size));
        } else {
            result.append("\xEF\xBF\xBD");
        }
        text.remove_prefix(sequence.size);
    }
    return result;
}

std::string_view cutUtf8(std::string_view text, std::size_t bytes)
{
    if (text.size() <= bytes) {
        return text;
    }
    // A character has at most three continuation bytes; a longer run of them is no character and may be cut anywhere.
    std::size_t at = bytes;
    while (at > 0 && bytes - at < 3 && isContinuation(text[at])) {
        --at;
    }
    return text.substr(0, isContinuation(text[at]) ? bytes : at);
}

std::size_t countCodePoints(std::string_view text)
{
    return text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), isContinuation));
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(at + 1);
    }
}

std::string join(const std::vector<std::string>& parts, std::string_view between)
{
    std::string result;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) {
            result += between;
        }
        result += parts[i];
    }
    return result;
}

std::string replaceAll(std::string text, std::string_view what, std::string_view with)
{
    if (what.empty() || text.find(what) == std::string::npos) {
        return text;
    }
    std::string result;
    std::size_t from = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, from)) {
        result.append(text, from, at - from);
        result += with;
        from = at + what.size();
    }
    result.append(text, from);
    return result;
}

std::optional<std::int64_t> parseInteger(std::string_view text)
{
    std::int64_t value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

std::optional<double> parseNumber(std::string_view text)
{
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && stop == end && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::string formatNumber(double value)
{
    char buffer[32];
    const auto written = std::to_chars(buffer, buffer + sizeof buffer, value);
    return {buffer, static_cast<std::size_t>(written.ptr - buffer)};
}

std::string formatCount(std::int64_t value)
{
    std::string digits = std::to_string(value);
    const std::size_t first = value < 0 ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + 3;) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return digits;
}

}  // namespace shopbell
