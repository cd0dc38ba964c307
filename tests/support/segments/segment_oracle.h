// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "segments/definition.h"
#include "support/segments/shop.h"

#include <cstdint>
#include <map>
#include <string>

namespace shopbell::test {

/// Answers definitions by plain loops over what a Shop wrote down until the instant asked for, each number for itself
/// until it was merged away: slow, and without any of the engine's columns,
/// windows or tests. Names in references are not known to it; segments are looked up by number.
class SegmentOracle {
public:
    explicit SegmentOracle(const Shop& shop) : m_shop(shop) {}

    std::map<std::int64_t, segments::Node> segments;  ///< for conditions that name other segments

    [[nodiscard]] bool isMember(const segments::Node& node, std::int64_t profile, std::int64_t at) const;
    [[nodiscard]] segments::Truth judge(const segments::Node& node, std::int64_t profile, std::int64_t at) const;

private:
    const Shop& m_shop;
};

}  // namespace shopbell::test
