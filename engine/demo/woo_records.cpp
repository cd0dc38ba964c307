// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/woo_records.h"

#include "demo/demo_catalog.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>

namespace shopbell::demo {

namespace {

/// "12.50", as WooCommerce writes money.
std::string money(std::int64_t cents)
{
    char text[32];
    std::snprintf(text, sizeof text, "%s%lld.%02lld", cents < 0 ? "-" : "",
                  static_cast<long long>(std::llabs(cents) / 100), static_cast<long long>(std::llabs(cents) % 100));
    return text;
}

/// "2026-11-21T09:30:00": GMT, without zone and fraction.
nlohmann::json gmt(Instant at)
{
    return at.ms == 0 ? nlohmann::json() : nlohmann::json(at.toIso().substr(0, 19));
}

nlohmann::json address(const DemoPerson& person)
{
    return {{"first_name", person.firstName},
            {"last_name", person.lastName},
            {"company", ""},
            {"address_1", std::to_string(person.number % 90 + 1) + " Lindenweg"},
            {"address_2", ""},
            {"city", person.city},
            {"state", ""},
            {"postcode", person.postcode},
            {"country", person.country},
            {"email", person.email},
            {"phone", person.phone}};
}

struct Coupon {
    const char* code;
    const char* amount;
    const char* kind;
};
constexpr std::array coupons{Coupon{"welcome10", "10.00", "percent"}, Coupon{"candle10", "10.00", "percent"}};
static_assert(coupons.size() == wooCouponCount);

}  // namespace

nlohmann::json wooCustomer(const DemoPerson& person, std::int64_t id)
{
    return {{"id", id},
            {"date_created_gmt", gmt(person.firstSeen)},
            {"date_modified_gmt", gmt(person.orders.empty() ? person.firstSeen : person.orders.back())},
            {"email", person.email},
            {"first_name", person.firstName},
            {"last_name", person.lastName},
            {"role", "customer"},
            {"username", person.email.substr(0, person.email.find('@'))},
            {"is_paying_customer", !person.orders.empty()},
            {"billing", address(person)},
            {"shipping", address(person)}};
}

nlohmann::json wooOrder(const DemoShop& shop, const DemoOrder& order)
{
    const auto person = shop.person(order.person);
    auto lines = nlohmann::json::array();
    std::int64_t lineId = order.id * 10;
    for (const auto& line : order.lines) {
        const auto& product = demoProducts()[line.product];
        lines.push_back({{"id", ++lineId},
                         {"name", product.name},
                         {"product_id", product.id},
                         {"variation_id", 0},
                         {"quantity", line.quantity},
                         {"sku", product.sku},
                         {"subtotal", money(product.priceCents * line.quantity)},
                         {"total", money(line.totalCents)},
                         {"total_tax", "0.00"},
                         {"price", static_cast<double>(product.priceCents) / 100.0}});
    }
    auto couponLines = nlohmann::json::array();
    if (!order.coupon.empty()) {
        couponLines.push_back(
            {{"id", order.id * 10 + 9}, {"code", order.coupon}, {"discount", money(order.discountCents)}});
    }
    auto refunds = nlohmann::json::array();
    if (order.refundCents > 0) {
        refunds.push_back({{"id", order.id + 1'000'000'000}, {"reason", ""}, {"total", money(-order.refundCents)}});
    }
    return {{"id", order.id},
            {"number", std::to_string(order.id)},
            {"status", order.status},
            {"currency", "EUR"},
            {"date_created_gmt", gmt(order.placedAt)},
            {"date_modified_gmt", gmt(order.modifiedAt)},
            {"date_paid_gmt", gmt(order.paidAt)},
            {"date_completed_gmt", gmt(order.completedAt)},
            {"total", money(order.totalCents)},
            {"discount_total", money(order.discountCents)},
            {"shipping_total", money(order.shippingCents)},
            {"total_tax", money(order.taxCents)},
            {"customer_id", shop.customerId(order.person)},
            {"customer_note", ""},
            {"payment_method", "card"},
            {"payment_method_title", "Card"},
            {"billing", address(person)},
            {"shipping", address(person)},
            {"line_items", lines},
            {"coupon_lines", couponLines},
            {"refunds", refunds}};
}

nlohmann::json wooRefunds(const DemoOrder& order)
{
    auto refunds = nlohmann::json::array();
    if (order.refundCents > 0) {
        refunds.push_back({{"id", order.id + 1'000'000'000},
                           {"date_created_gmt", gmt(order.refundedAt)},
                           {"amount", money(order.refundCents)},
                           {"reason", ""}});
    }
    return refunds;
}

nlohmann::json wooProduct(std::size_t index, Instant shopNow)
{
    const auto& product = demoProducts()[index];
    const auto& category = demoCategories()[product.category];
    const bool soldOut = index % 13 == 5;
    const auto created = shopNow - std::chrono::hours(24 * 730);
    return {{"id", product.id},
            {"name", product.name},
            {"type", "simple"},
            {"status", "publish"},
            {"catalog_visibility", "visible"},
            {"permalink", "https://shop.example/product/" + product.sku},
            {"sku", product.sku},
            {"price", money(product.priceCents)},
            {"regular_price", money(product.priceCents)},
            {"manage_stock", true},
            {"stock_quantity", soldOut ? 0 : 5 + static_cast<int>(index * 7 % 60)},
            {"stock_status", soldOut ? "outofstock" : "instock"},
            {"short_description", "<p>Poured by hand in Graz.</p>"},
            {"description", ""},
            {"categories", {{{"id", category.id}, {"name", category.name}}}},
            {"tags", nlohmann::json::array()},
            {"images", nlohmann::json::array()},
            {"variations", nlohmann::json::array()},
            {"date_created_gmt", gmt(created)},
            {"date_modified_gmt", gmt(created)}};
}

nlohmann::json wooCategory(std::size_t index)
{
    const auto& category = demoCategories()[index];
    return {{"id", category.id}, {"name", category.name}, {"parent", 0}};
}

nlohmann::json wooCoupon(std::size_t index)
{
    const auto& coupon = coupons[index];
    return {{"id", firstCouponId + static_cast<std::int64_t>(index)},
            {"code", coupon.code},
            {"amount", coupon.amount},
            {"discount_type", coupon.kind},
            {"date_expires_gmt", nullptr},
            {"usage_limit", nullptr},
            {"usage_count", 0},
            {"date_modified_gmt", "2025-01-01T00:00:00"}};
}

}  // namespace shopbell::demo
