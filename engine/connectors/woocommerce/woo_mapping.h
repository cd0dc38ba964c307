// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store_connector.h"
#include "connectors/woocommerce/woo_record.h"

#include <string_view>
#include <vector>

namespace shopbell::woo {

// What WooCommerce's JSON becomes; the table in README.md says the same in words. A function that maps a record reads
// everything it can; what cannot be understood stands in the reader's problem() afterwards.

[[nodiscard]] StoreOrder mapOrder(const RecordReader& json);
[[nodiscard]] StoreCustomer mapCustomer(const RecordReader& json);
/// A product with one variant of its own; the variations of a variable product take its place later.
[[nodiscard]] StoreProduct mapProduct(const RecordReader& json);
[[nodiscard]] StoreVariant mapVariation(const RecordReader& json, std::string_view productTitle);
[[nodiscard]] StoreCategory mapCategory(const RecordReader& json);
[[nodiscard]] StoreCoupon mapCoupon(const RecordReader& json);
/// From orders/<id>/refunds, which knows when; the order itself does not.
[[nodiscard]] OrderRefund mapRefund(const RecordReader& json);

/// WooCommerce's word for where an order stands; one of a plugin's own is judged by whether the order was paid or
/// completed.
[[nodiscard]] OrderStatus mapOrderStatus(std::string_view word, Instant paidAt, Instant completedAt);

/// An account of somebody who runs the shop rather than buys there.
[[nodiscard]] bool isStaff(const RecordReader& customer);
/// Its variants are records of their own.
[[nodiscard]] bool hasVariations(const RecordReader& product);

}  // namespace shopbell::woo
