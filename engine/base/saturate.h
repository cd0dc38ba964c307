// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>

namespace shopbell {

/// Arithmetic that stops at the ends of the range. A sum that stands at the end is visibly wrong; one that wraps is
/// not.
[[nodiscard]] constexpr std::int64_t saturatingAdd(std::int64_t a, std::int64_t b)
{
    using Limits = std::numeric_limits<std::int64_t>;
    if (b > 0 && a > Limits::max() - b) {
        return Limits::max();
    }
    if (b < 0 && a < Limits::min() - b) {
        return Limits::min();
    }
    return a + b;
}

[[nodiscard]] constexpr std::int64_t saturatingSubtract(std::int64_t a, std::int64_t b)
{
    using Limits = std::numeric_limits<std::int64_t>;
    if (b < 0 && a > Limits::max() + b) {
        return Limits::max();
    }
    if (b > 0 && a < Limits::min() + b) {
        return Limits::min();
    }
    return a - b;
}

/// `factor` is positive.
[[nodiscard]] constexpr std::int64_t saturatingScale(std::int64_t a, std::int64_t factor)
{
    using Limits = std::numeric_limits<std::int64_t>;
    if (a > Limits::max() / factor) {
        return Limits::max();
    }
    if (a < Limits::min() / factor) {
        return Limits::min();
    }
    return a * factor;
}

}  // namespace shopbell
