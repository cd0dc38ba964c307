// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace shopbell::segments {

/// What a condition says of somebody. Unset: it hangs on something that is not known of them. `not` leaves Unset as it
/// is; `all` and `any` say it where the known parts do not decide (Kleene's logic). A member is who gets a Yes.
enum class Truth : std::uint8_t { No = 0, Yes = 1, Unset = 2 };

[[nodiscard]] constexpr Truth negate(Truth truth)
{
    return truth == Truth::Unset ? Truth::Unset : truth == Truth::Yes ? Truth::No : Truth::Yes;
}
[[nodiscard]] constexpr Truth toTruth(bool holds)
{
    return holds ? Truth::Yes : Truth::No;
}

}  // namespace shopbell::segments
