// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/decimal.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace shopbell {

/// An ISO 4217 code: three upper-case letters, or nothing where it is not known.
class Currency {
public:
    Currency() = default;
    /// Takes either case; any three letters will do, for the list of currencies changes.
    [[nodiscard]] static Result<Currency> parse(std::string_view code);
    [[nodiscard]] std::string_view code() const;
    /// How many decimals its amounts have: 2 mostly, 0 for JPY, 3 for KWD.
    [[nodiscard]] int decimals() const;
    friend constexpr auto operator<=>(const Currency&, const Currency&) = default;

private:
    char m_code[3] = {0, 0, 0};
};

/// An exact amount: `minor` counts the currency's smallest unit (cents).
struct Money {
    std::int64_t minor = 0;
    Currency currency;

    /// Rounds half away from zero to the currency's decimals.
    [[nodiscard]] static Money fromDecimal(Decimal amount, Currency currency);
    /// Amounts past the range of Decimal stay at its end.
    [[nodiscard]] Decimal toDecimal() const;
    /// "12.50 EUR"; without the code where the currency is not known.
    [[nodiscard]] std::string toString() const;
    friend constexpr auto operator<=>(const Money&, const Money&) = default;
};

}  // namespace shopbell
