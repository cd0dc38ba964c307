// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/columns.h"

#include <algorithm>

namespace shopbell {

namespace {

/// The first of `size` places whose instant is not before (strict: is after) the bound.
template <class At>
std::uint32_t findBound(std::uint32_t size, std::int64_t bound, bool strict, const At& at)
{
    std::uint32_t low = 0;
    std::uint32_t high = size;
    while (low < high) {
        const std::uint32_t middle = low + (high - low) / 2;
        const std::int64_t ms = at(middle);
        if (ms < bound || (strict && ms == bound)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

}  // namespace

std::uint32_t TimeColumn::countBefore(Instant bound) const
{
    return findBound(size(), bound.ms, false, [this](std::uint32_t i) { return ms(i); });
}

std::uint32_t TimeColumn::countUpTo(Instant bound) const
{
    return findBound(size(), bound.ms, true, [this](std::uint32_t i) { return ms(i); });
}

std::uint32_t MetricTail::countBefore(Instant bound) const
{
    return findBound(size(), bound.ms, false, [this](std::uint32_t i) { return at[i]; });
}

std::uint32_t MetricTail::countUpTo(Instant bound) const
{
    return findBound(size(), bound.ms, true, [this](std::uint32_t i) { return at[i]; });
}

std::span<const std::uint32_t> MetricTail::ofProfile(ProfileNumber profileNumber) const
{
    const auto found = std::lower_bound(touched.begin(), touched.end(), profileNumber);
    if (found == touched.end() || *found != profileNumber) {
        return {};
    }
    const auto k = static_cast<std::size_t>(found - touched.begin());
    return order.subspan(begins[k], begins[k + 1] - begins[k]);
}

}  // namespace shopbell
