// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/decimal.h"
#include "base/instant.h"
#include "demo/demo_people.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell::demo {

struct DemoLine {
    std::size_t product = 0;  ///< index into demoProducts()
    int quantity = 1;
    std::int64_t totalCents = 0;
};

/// One order with its life.
struct DemoOrder {
    std::int64_t id = 0;
    std::int64_t person = 0;
    bool isGuest = false;
    Instant placedAt;
    Instant modifiedAt;
    Instant paidAt;           ///< ms 0: not
    Instant completedAt;      ///< ms 0: not
    std::string_view status;  ///< WooCommerce's word
    std::vector<DemoLine> lines;
    std::int64_t shippingCents = 0;
    std::int64_t discountCents = 0;
    std::int64_t taxCents = 0;
    std::int64_t totalCents = 0;
    std::string_view coupon;
    std::int64_t refundCents = 0;
    Instant refundedAt;
};

/// A candle shop with people of different habits, two years old: the same seed, size and present make the same shop, on
/// every machine. Holds an index of its orders (16 bytes each); everything else is worked out when asked. Any thread.
class DemoShop {
public:
    DemoShop(std::int64_t people, std::uint64_t seed, Instant now);

    [[nodiscard]] std::int64_t peopleCount() const { return m_people; }
    [[nodiscard]] std::int64_t customerCount() const { return static_cast<std::int64_t>(m_customers.size()); }
    [[nodiscard]] std::int64_t orderCount() const { return static_cast<std::int64_t>(m_orders.size()); }
    [[nodiscard]] Instant now() const { return m_now; }
    [[nodiscard]] std::uint64_t seed() const { return m_seed; }

    [[nodiscard]] DemoPerson person(std::int64_t number) const { return makePerson(m_seed, number, m_now); }
    /// Accounts, ascending by WooCommerce's id, which is index + 1.
    [[nodiscard]] DemoPerson customer(std::int64_t index) const
    {
        return person(m_customers[static_cast<std::size_t>(index)]);
    }
    /// Orders, ascending by the time they were placed; their ids ascend too.
    [[nodiscard]] DemoOrder order(std::int64_t index) const;
    /// WooCommerce's id of a person's account; 0: a guest.
    [[nodiscard]] std::int64_t customerId(std::int64_t person) const;

private:
    struct OrderIndex {
        std::int64_t at = 0;
        std::uint32_t person = 0;
        std::uint32_t nth = 0;
    };
    std::int64_t m_people;
    std::uint64_t m_seed;
    Instant m_now;
    std::vector<std::uint32_t> m_customers;  ///< person numbers, ascending
    std::vector<OrderIndex> m_orders;
};

}  // namespace shopbell::demo
