// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/saturate.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace shopbell {

/// An exact number with six decimals, held in millionths: the value of an event. Sums of money stay exact in
/// every currency; the range is about ±9.2 million million. Sums past it stay at its end.
struct Decimal {
    std::int64_t micros = 0;

    [[nodiscard]] static constexpr Decimal fromInteger(std::int64_t whole)
    {
        return {saturatingScale(whole, 1'000'000)};
    }
    /// Rounds the shortest text that means `value` half away from zero; what does not fit, and NaN, is InvalidInput.
    [[nodiscard]] static Result<Decimal> fromDouble(double value);
    [[nodiscard]] double toDouble() const { return static_cast<double>(micros) / 1e6; }
    /// Shortest form: "12", "12.5", "-0.000001".
    [[nodiscard]] std::string toString() const;

    friend constexpr auto operator<=>(Decimal, Decimal) = default;
    friend constexpr Decimal operator+(Decimal a, Decimal b) { return {saturatingAdd(a.micros, b.micros)}; }
    friend constexpr Decimal operator-(Decimal a, Decimal b) { return {saturatingSubtract(a.micros, b.micros)}; }
};

/// Reads "12", "-12.50", "1e3"; a point is the only decimal mark, no grouping. Digits past the sixth decimal
/// round half away from zero. Anything else, or out of range, is InvalidInput.
[[nodiscard]] Result<Decimal> parseDecimal(std::string_view text);

}  // namespace shopbell
