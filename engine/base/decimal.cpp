// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/decimal.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace shopbell {

namespace {

constexpr std::uint64_t largest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
constexpr int decimals = 6;
constexpr std::int64_t furthestExponent = 100'000;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The pieces of "-12.50e3", none of them turned into a number yet.
struct Pieces {
    bool isNegative = false;
    std::string_view whole;
    std::string_view fraction;
    std::int64_t exponent = 0;
};

std::string_view takeDigits(std::string_view& text)
{
    std::size_t count = 0;
    while (count < text.size() && isDigit(text[count])) {
        ++count;
    }
    const std::string_view digits = text.substr(0, count);
    text.remove_prefix(count);
    return digits;
}

bool takeExponent(std::string_view text, std::int64_t& exponent)
{
    const bool isNegative = !text.empty() && text[0] == '-';
    if (isNegative || (!text.empty() && text[0] == '+')) {
        text.remove_prefix(1);
    }
    if (text.empty()) {
        return false;
    }
    for (const char c : text) {
        if (!isDigit(c)) {
            return false;
        }
        // Far out every exponent means the same: nothing, or too much.
        exponent = exponent >= furthestExponent ? furthestExponent : exponent * 10 + (c - '0');
    }
    exponent = isNegative ? -exponent : exponent;
    return true;
}

bool takeApart(std::string_view text, Pieces& pieces)
{
    if (!text.empty() && text[0] == '-') {
        pieces.isNegative = true;
        text.remove_prefix(1);
    }
    pieces.whole = takeDigits(text);
    if (!text.empty() && text[0] == '.') {
        text.remove_prefix(1);
        pieces.fraction = takeDigits(text);
    }
    if (pieces.whole.empty() && pieces.fraction.empty()) {
        return false;
    }
    if (text.empty()) {
        return true;
    }
    return (text[0] == 'e' || text[0] == 'E') && takeExponent(text.substr(1), pieces.exponent);
}

/// Adds one digit on the right; false when it does not fit.
bool push(std::uint64_t& value, unsigned digit)
{
    if (value > (largest - digit) / 10) {
        return false;
    }
    value = value * 10 + digit;
    return true;
}

/// The millionths, rounded half away from zero; false when they do not fit.
bool toMicros(const Pieces& pieces, std::uint64_t& micros)
{
    const auto wholeSize = static_cast<std::int64_t>(pieces.whole.size());
    const auto size = wholeSize + static_cast<std::int64_t>(pieces.fraction.size());
    // So many digits, counted from the left, stand at or before the sixth decimal.
    const std::int64_t kept = wholeSize + pieces.exponent + decimals;
    const auto digitAt = [&](std::int64_t index) {
        const char c = index < wholeSize ? pieces.whole[static_cast<std::size_t>(index)]
                                         : pieces.fraction[static_cast<std::size_t>(index - wholeSize)];
        return static_cast<unsigned>(c - '0');
    };
    micros = 0;
    for (std::int64_t i = 0; i < kept && i < size; ++i) {
        if (!push(micros, digitAt(i))) {
            return false;
        }
    }
    for (std::int64_t i = size; i < kept && micros != 0; ++i) {
        if (!push(micros, 0)) {
            return false;
        }
    }
    if (kept >= 0 && kept < size && digitAt(kept) >= 5) {
        return ++micros <= largest;
    }
    return true;
}

tl::unexpected<Error> refuse(std::string_view text)
{
    return fail(ErrorKind::InvalidInput,
                "This is not a number that fits; write it with digits and a decimal point alone, as 1234.50.",
                std::string(text.substr(0, 60)));
}

}  // namespace

Result<Decimal> Decimal::fromDouble(double value)
{
    if (!std::isfinite(value)) {
        return fail(ErrorKind::InvalidInput, "A value must be a finite number.");
    }
    // Through the shortest text that means this double: 0.0000005 is then a half, as its writer meant it, though the
    // double lies a little below.
    char buffer[32];
    const auto written = std::to_chars(buffer, buffer + sizeof buffer, value);
    return parseDecimal({buffer, static_cast<std::size_t>(written.ptr - buffer)});
}

std::string Decimal::toString() const
{
    const std::uint64_t magnitude =
        micros < 0 ? 0 - static_cast<std::uint64_t>(micros) : static_cast<std::uint64_t>(micros);
    char buffer[32];
    char* at = buffer;
    if (micros < 0) {
        *at++ = '-';
    }
    at = std::to_chars(at, buffer + sizeof buffer, magnitude / 1'000'000).ptr;
    std::uint64_t fraction = magnitude % 1'000'000;
    if (fraction != 0) {
        *at++ = '.';
        for (std::uint64_t unit = 100'000; fraction != 0; unit /= 10) {
            *at++ = static_cast<char>('0' + fraction / unit);
            fraction %= unit;
        }
    }
    return {buffer, static_cast<std::size_t>(at - buffer)};
}

Result<Decimal> parseDecimal(std::string_view text)
{
    Pieces pieces;
    std::uint64_t micros = 0;
    if (!takeApart(text, pieces) || !toMicros(pieces, micros)) {
        return refuse(text);
    }
    const auto value = static_cast<std::int64_t>(micros);
    return Decimal{pieces.isNegative ? -value : value};
}

}  // namespace shopbell
