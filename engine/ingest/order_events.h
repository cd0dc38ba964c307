// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/ids.h"
#include "model/order.h"
#include "profiles/profile_store.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell {

/// One event that an order amounts to.
struct OrderEvent {
    std::string_view metric;  ///< of model/metric.h
    Instant at;
    bool isAtGuessed = false;  ///< the store does not say when: the first instant we heard stays
    std::optional<Decimal> value;
    std::string uniqueId;
    std::string properties;
};

/// What an order amounts to as it stands; a pure function.
///
/// Draft, AwaitingPayment and Failed orders amount to nothing yet: nobody owes or paid. All others are a Placed Order
/// (value: the order's total) with one Ordered Product per line (value: the line's total). Fulfilled Order (value:
/// total) once it is fulfilled or says when it was; Cancelled Order (value: total) when cancelled; a Refunded Order
/// (value: the amount, positive) per refund, or one of the whole total when it is wholly refunded and no refund is
/// listed. Deleted: nothing. Unique ids: connection, order, and line or refund, so they are the same however often the
/// order is read.
[[nodiscard]] std::vector<OrderEvent> makeOrderEvents(ConnectionId connection, const StoreOrder& order);

/// The unique ids of an order that came in a file begin with this, as those of connection 0.
inline constexpr std::string_view fileOrderPrefix = "c0";
/// Ends the unique id of the refund of a whole order.
inline constexpr std::string_view whollyRefunded = "all";

/// What the order says about the person who placed it.
[[nodiscard]] ProfileUpdate makeOrderProfile(ConnectionId connection, const StoreOrder& order, Instant connectedAt,
                                             std::string_view reason);

/// A fingerprint of everything above: equal when an order read again changes nothing.
[[nodiscard]] std::uint64_t digestOf(std::span<const OrderEvent> events, const ProfileUpdate& person);

/// `prefix` and `id` joined by ':', as a unique id within its bounds (a long one is hashed).
[[nodiscard]] std::string makeUniqueId(std::string_view prefix, std::string_view id);

}  // namespace shopbell
