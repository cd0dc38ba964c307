// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo_catalog.h"

#include <array>

namespace shopbell::demo {

namespace {

constexpr std::array categories{
    DemoCategory{11, "Pillar Candles"}, DemoCategory{12, "Scented Tins"}, DemoCategory{13, "Tealights"},
    DemoCategory{14, "Gift Boxes"},     DemoCategory{15, "Accessories"},
};

struct Form {
    std::string_view name;
    std::string_view code;
    std::size_t category;
    std::int64_t priceCents;
    int popularity;
};

struct Scent {
    std::string_view name;
    std::string_view code;
    int popularity;
    int winter;
};

constexpr std::array forms{
    Form{"Pillar", "PIL", 0, 1890, 5},
    Form{"Tin", "TIN", 1, 1250, 8},
    Form{"Tealights, box of 12", "TEA", 2, 790, 6},
    Form{"Gift Box", "GIF", 3, 3990, 3},
};

constexpr std::array scents{
    Scent{"Beeswax", "BEE", 10, 30}, Scent{"Lavender", "LAV", 9, -20},       Scent{"Cedar", "CED", 6, 20},
    Scent{"Fig", "FIG", 7, 0},       Scent{"Orange & Clove", "ORA", 6, 120}, Scent{"Sea Salt", "SEA", 5, -40},
    Scent{"Vanilla", "VAN", 8, 40},  Scent{"Pine Forest", "PIN", 5, 160},    Scent{"Unscented", "UNS", 6, 0},
    Scent{"Rose", "ROS", 5, -10},
};

struct Extra {
    std::string_view name;
    std::string_view sku;
    std::int64_t priceCents;
    int popularity;
};

constexpr std::array extras{
    Extra{"Wick Trimmer", "ACC-TRIM", 1490, 4},
    Extra{"Candle Snuffer", "ACC-SNUF", 1990, 2},
    Extra{"Brass Candle Holder", "ACC-HOLD", 2450, 4},
    Extra{"Long Matches, 60", "ACC-MATC", 650, 6},
};

}  // namespace

std::span<const DemoCategory> demoCategories()
{
    return categories;
}

const std::vector<DemoProduct>& demoProducts()
{
    static const std::vector<DemoProduct> products = [] {
        std::vector<DemoProduct> all;
        std::int64_t id = 100;
        for (const auto& form : forms) {
            for (const auto& scent : scents) {
                all.push_back({++id, std::string(scent.name) + " " + std::string(form.name),
                               std::string(form.code) + "-" + std::string(scent.code), form.priceCents, form.category,
                               form.popularity * scent.popularity, scent.winter});
            }
        }
        for (const auto& extra : extras) {
            all.push_back(
                {++id, std::string(extra.name), std::string(extra.sku), extra.priceCents, 4, extra.popularity * 6, 0});
        }
        return all;
    }();
    return products;
}

}  // namespace shopbell::demo
