// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo_shop.h"

#include "demo/demo_catalog.h"

#include <algorithm>
#include <chrono>

namespace shopbell::demo {

namespace {

using std::chrono::hours;

constexpr std::int64_t firstOrderId = 1001;
constexpr std::int64_t freeShippingFrom = 4900;
constexpr std::int64_t shippingCents = 490;
constexpr std::uint64_t orderDetail = 1'000;

bool isWinter(Instant at)
{
    const auto day = std::chrono::floor<std::chrono::days>(std::chrono::sys_time<Duration>(Duration(at.ms)));
    return static_cast<unsigned>(std::chrono::year_month_day(day).month()) >= 10;
}

std::size_t pickProduct(Random& random, bool winter)
{
    const auto& products = demoProducts();
    const auto weightOf = [&](const DemoProduct& product) {
        return static_cast<std::uint64_t>(
            product.popularity * (100 + (winter ? product.winter : -product.winter / 2)) / 10 + 1);
    };
    std::uint64_t sum = 0;
    for (const auto& product : products) {
        sum += weightOf(product);
    }
    auto left = random.below(sum);
    for (std::size_t index = 0; index < products.size(); ++index) {
        const auto weight = weightOf(products[index]);
        if (left < weight) {
            return index;
        }
        left -= weight;
    }
    return 0;
}

/// What became of an order by now.
void liveThrough(DemoOrder& order, Random& random, Instant now)
{
    const auto later = [&](Duration after) { return order.placedAt + after; };
    const double luck = random.unit();
    if (luck < 0.02) {
        order.status = "failed";
        order.modifiedAt = later(std::chrono::minutes(3));
        return;
    }
    if (luck < 0.05) {
        order.status = "cancelled";
        order.modifiedAt = later(hours(random.between(1, 48)));
    } else {
        order.paidAt = later(std::chrono::minutes(1));
        order.status = "processing";
        order.modifiedAt = order.paidAt;
        const auto shipped = later(hours(random.between(18, 90)));
        if (shipped <= now) {
            order.status = "completed";
            order.completedAt = shipped;
            order.modifiedAt = shipped;
        }
        const auto sentBack = shipped + hours(24 * random.between(4, 20));
        const double regret = random.unit();
        if (regret < 0.045 && sentBack <= now) {
            const bool whole = regret < 0.025;
            order.refundCents = whole ? order.totalCents : order.lines.front().totalCents;
            order.refundedAt = sentBack;
            order.modifiedAt = sentBack;
            order.status = whole ? "refunded" : "completed";
        }
    }
    if (order.modifiedAt > now) {
        order.status = "on-hold";
        order.modifiedAt = order.placedAt;
        order.paidAt = {};
        order.completedAt = {};
    }
}

}  // namespace

DemoShop::DemoShop(std::int64_t people, std::uint64_t seed, Instant now) : m_people(people), m_seed(seed), m_now(now)
{
    for (std::int64_t number = 0; number < people; ++number) {
        const auto one = person(number);
        if (one.hasAccount) {
            m_customers.push_back(static_cast<std::uint32_t>(number));
        }
        for (std::size_t nth = 0; nth < one.orders.size(); ++nth) {
            m_orders.push_back(
                {one.orders[nth].ms, static_cast<std::uint32_t>(number), static_cast<std::uint32_t>(nth)});
        }
    }
    std::sort(m_orders.begin(), m_orders.end(), [](const OrderIndex& a, const OrderIndex& b) {
        return a.at != b.at ? a.at < b.at : a.person < b.person;
    });
}

std::int64_t DemoShop::customerId(std::int64_t person) const
{
    const auto number = static_cast<std::uint32_t>(person);
    const auto found = std::lower_bound(m_customers.begin(), m_customers.end(), number);
    return found != m_customers.end() && *found == number ? found - m_customers.begin() + 1 : 0;
}

DemoOrder DemoShop::order(std::int64_t index) const
{
    const auto& entry = m_orders[static_cast<std::size_t>(index)];
    auto random = randomFor(m_seed, entry.person, orderDetail + entry.nth);
    DemoOrder order;
    order.id = firstOrderId + index;
    order.person = entry.person;
    order.isGuest = customerId(entry.person) == 0;
    order.placedAt = {entry.at};
    const auto lineCount = 1 + static_cast<int>(random.below(10) / 4);
    const bool winter = isWinter(order.placedAt);
    std::int64_t goods = 0;
    for (int line = 0; line < lineCount; ++line) {
        const auto product = pickProduct(random, winter);
        const auto same = std::find_if(order.lines.begin(), order.lines.end(),
                                       [&](const DemoLine& known) { return known.product == product; });
        const auto price = demoProducts()[product].priceCents;
        if (same != order.lines.end()) {
            ++same->quantity;
            same->totalCents += price;
        } else {
            const int quantity = random.chance(0.22) ? 2 : 1;
            order.lines.push_back({product, quantity, price * quantity});
        }
    }
    if (random.chance(0.12)) {
        order.coupon = entry.nth == 0 ? "welcome10" : "candle10";
        for (auto& line : order.lines) {
            const auto off = line.totalCents / 10;
            order.discountCents += off;
            line.totalCents -= off;
        }
    }
    for (const auto& line : order.lines) {
        goods += line.totalCents;
    }
    order.shippingCents = goods >= freeShippingFrom ? 0 : shippingCents;
    // Prices hold 20 % VAT.
    order.taxCents = (goods + order.shippingCents) / 6;
    order.totalCents = goods + order.shippingCents;
    liveThrough(order, random, m_now);
    return order;
}

}  // namespace shopbell::demo
