// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/decimal.h"
#include "demo/demo_shop.h"
#include "model/consent.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell::demo {

/// Something a store's API does not tell.
struct DemoEvent {
    std::string_view metric;
    Instant at;
    std::optional<Decimal> value;
    std::string uniqueId;
    std::string properties;  ///< JSON object
};

/// What one person did beside ordering: visits, products looked at, carts (some left behind), checkouts, and the shop's
/// monthly newsletters received, opened and clicked. `orders` are that person's.
struct DemoExtras {
    std::vector<DemoEvent> events;
    std::vector<Consent> consents;  ///< in order of time; the last one counts
};
[[nodiscard]] DemoExtras makeExtras(const DemoShop& shop, const DemoPerson& person);

}  // namespace shopbell::demo
