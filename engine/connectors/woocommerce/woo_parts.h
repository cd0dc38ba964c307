// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store_connector.h"
#include "connectors/woocommerce/woo_client.h"

#include <cstdint>
#include <optional>

namespace simdjson::dom {
class element;
}

namespace shopbell::woo {

/// Of a record that cannot be understood so much is kept.
inline constexpr std::size_t maxRecordBytesKept = 64 * 1024;

/// One record of a page, without what stands in lists of its own. Nothing where it is none of ours: an account of
/// somebody who runs the shop.
[[nodiscard]] std::optional<StoreRecord> mapRecord(StoreStream stream, const simdjson::dom::element& json);
/// 0 where it has none that can be read.
[[nodiscard]] std::int64_t numericId(const simdjson::dom::element& json);

/// Asks for what stands in lists of its own: an order's refunds (when there are some: they alone know when), the
/// variations of a variable product. `requests` is counted up.
[[nodiscard]] Result<void> completeRecord(Client& client, StoreRecord& record, const simdjson::dom::element& json,
                                          int& requests, const CancelToken& cancel);

[[nodiscard]] tl::unexpected<Error> notAList();

}  // namespace shopbell::woo
