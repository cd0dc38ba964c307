// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "base/money.h"

#include <string>
#include <utility>
#include <vector>

namespace shopbell {

/// Where an order stands, the same for every store platform. The numbers are stored in workspaces: they never change,
/// new ones go to the end.
enum class OrderStatus {
    Draft = 0,  ///< not placed yet (checkout-draft, auto-draft): no event
    AwaitingPayment = 1,
    Paid = 2,  ///< paid, to be shipped
    OnHold = 3,
    Fulfilled = 4,
    Cancelled = 5,
    Refunded = 6,  ///< wholly
    Failed = 7,    ///< payment failed
    Deleted = 8,   ///< in the bin, or gone
};

[[nodiscard]] std::string_view orderStatusName(OrderStatus status);

struct OrderLine {
    std::string externalId;
    std::string productId;  ///< the store's id; empty where the product is gone
    std::string variantId;
    std::string sku;
    std::string name;
    Decimal quantity;
    Decimal total;  ///< of the line, after discounts, without tax
    Decimal tax;
    std::vector<std::string> categories;
};

struct OrderRefund {
    std::string externalId;
    Instant at;      ///< ms 0: the store does not say
    Decimal amount;  ///< positive
    std::string reason;
};

/// One order with its whole life, as a connector hands it over.
struct StoreOrder {
    std::string externalId;
    std::string number;  ///< as the customer sees it
    OrderStatus status = OrderStatus::Draft;
    std::string platformStatus;  ///< the platform's own word
    Instant placedAt;
    Instant changedAt;
    Instant paidAt;       ///< ms 0: unknown or not yet
    Instant completedAt;  ///< ms 0: unknown or not yet
    Currency currency;
    Decimal total;  ///< what the customer paid or owes, with tax and shipping, before refunds
    Decimal discount;
    Decimal shipping;
    Decimal tax;
    std::string customerId;  ///< the store's id; empty: a guest
    std::string email;
    std::string phone;
    std::string firstName;
    std::string lastName;
    std::string city;
    std::string region;
    std::string postcode;
    std::string country;
    std::string paymentMethod;
    std::string note;
    std::vector<std::string> coupons;
    std::vector<OrderLine> lines;
    std::vector<OrderRefund> refunds;
};

}  // namespace shopbell
