// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace shopbell {

/// A row id that cannot be mistaken for another kind's. 0 means "none"; rows start at 1.
template <class Tag>
struct Id {
    std::int64_t value = 0;

    [[nodiscard]] constexpr bool isValid() const { return value > 0; }
    friend constexpr auto operator<=>(Id, Id) = default;
};

}  // namespace shopbell

template <class Tag>
struct std::hash<shopbell::Id<Tag>> {
    std::size_t operator()(shopbell::Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
