// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell::demo {

struct DemoCategory {
    std::int64_t id;
    std::string_view name;
};

struct DemoProduct {
    std::int64_t id;
    std::string name;
    std::string sku;
    std::int64_t priceCents;
    std::size_t category;  ///< index into demoCategories()
    int popularity;        ///< how often it is bought, relative to the others
    int winter;            ///< how much more often from October to December, in percent
};

/// The candle shop's shelves; the same for every seed.
[[nodiscard]] std::span<const DemoCategory> demoCategories();
[[nodiscard]] const std::vector<DemoProduct>& demoProducts();

}  // namespace shopbell::demo
