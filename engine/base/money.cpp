// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/money.h"

#include "base/saturate.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace shopbell {

namespace {

struct Exponent {
    std::string_view code;
    int decimals;
};

// ISO 4217, table A.1: every active currency whose minor unit is not a hundredth. In order, for the search.
constexpr std::array exponents{
    Exponent{"BHD", 3}, Exponent{"BIF", 0}, Exponent{"CLF", 4}, Exponent{"CLP", 0}, Exponent{"DJF", 0},
    Exponent{"GNF", 0}, Exponent{"IQD", 3}, Exponent{"ISK", 0}, Exponent{"JOD", 3}, Exponent{"JPY", 0},
    Exponent{"KMF", 0}, Exponent{"KRW", 0}, Exponent{"KWD", 3}, Exponent{"LYD", 3}, Exponent{"OMR", 3},
    Exponent{"PYG", 0}, Exponent{"RWF", 0}, Exponent{"TND", 3}, Exponent{"UGX", 0}, Exponent{"UYI", 0},
    Exponent{"UYW", 4}, Exponent{"VND", 0}, Exponent{"VUV", 0}, Exponent{"XAF", 0}, Exponent{"XOF", 0},
    Exponent{"XPF", 0},
};
static_assert(std::is_sorted(exponents.begin(), exponents.end(),
                             [](const Exponent& a, const Exponent& b) { return a.code < b.code; }));

constexpr std::int64_t powersOfTen[] = {1, 10, 100, 1'000, 10'000, 100'000, 1'000'000};

/// How many millionths one minor unit is.
std::int64_t microsPerMinor(const Currency& currency)
{
    return powersOfTen[6 - currency.decimals()];
}

}  // namespace

Result<Currency> Currency::parse(std::string_view code)
{
    Currency result;
    const auto isLetter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    if (code.size() != 3 || !std::all_of(code.begin(), code.end(), isLetter)) {
        return fail(ErrorKind::InvalidInput, "A currency is three letters, as EUR or USD.",
                    std::string(code.substr(0, 60)));
    }
    std::transform(code.begin(), code.end(), result.m_code,
                   [](char c) { return c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c; });
    return result;
}

std::string_view Currency::code() const
{
    return {m_code, m_code[0] == 0 ? std::size_t{0} : std::size_t{3}};
}

int Currency::decimals() const
{
    const auto found =
        std::lower_bound(exponents.begin(), exponents.end(), code(),
                         [](const Exponent& entry, std::string_view wanted) { return entry.code < wanted; });
    return found != exponents.end() && found->code == code() ? found->decimals : 2;
}

Money Money::fromDecimal(Decimal amount, Currency currency)
{
    const std::int64_t unit = microsPerMinor(currency);
    std::int64_t minor = amount.micros / unit;
    const std::int64_t rest = amount.micros % unit;
    if (rest >= unit - rest) {
        ++minor;
    } else if (-rest >= unit + rest) {
        --minor;
    }
    return {minor, currency};
}

Decimal Money::toDecimal() const
{
    return {saturatingScale(minor, microsPerMinor(currency))};
}

std::string Money::toString() const
{
    const auto unit = static_cast<std::uint64_t>(powersOfTen[currency.decimals()]);
    const std::uint64_t magnitude =
        minor < 0 ? 0 - static_cast<std::uint64_t>(minor) : static_cast<std::uint64_t>(minor);
    char buffer[40];
    char* at = buffer;
    if (minor < 0) {
        *at++ = '-';
    }
    at = std::to_chars(at, buffer + sizeof buffer, magnitude / unit).ptr;
    if (unit > 1) {
        *at++ = '.';
        for (std::uint64_t digit = unit / 10; digit != 0; digit /= 10) {
            *at++ = static_cast<char>('0' + magnitude / digit % 10);
        }
    }
    std::string text(buffer, static_cast<std::size_t>(at - buffer));
    if (const std::string_view name = currency.code(); !name.empty()) {
        text += ' ';
        text += name;
    }
    return text;
}

}  // namespace shopbell
