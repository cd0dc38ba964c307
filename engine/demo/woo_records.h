// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demo_shop.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>

namespace shopbell::demo {

// WooCommerce's records, as REST v3 writes them.
[[nodiscard]] nlohmann::json wooCustomer(const DemoPerson& person, std::int64_t id);
[[nodiscard]] nlohmann::json wooOrder(const DemoShop& shop, const DemoOrder& order);
[[nodiscard]] nlohmann::json wooRefunds(const DemoOrder& order);
[[nodiscard]] nlohmann::json wooProduct(std::size_t index, Instant shopNow);
[[nodiscard]] nlohmann::json wooCategory(std::size_t index);
[[nodiscard]] nlohmann::json wooCoupon(std::size_t index);
inline constexpr std::size_t wooCouponCount = 2;
inline constexpr std::int64_t firstCouponId = 900;

}  // namespace shopbell::demo
