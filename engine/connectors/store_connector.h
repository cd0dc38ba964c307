// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "base/clock.h"
#include "base/result.h"
#include "model/field_spec.h"
#include "model/order.h"
#include "model/store_records.h"
#include "net/http_client.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace shopbell {

/// What a store's API has to read, in the order in which a sync reads it.
enum class StoreStream { Categories, Products, Customers, Orders, Coupons };

[[nodiscard]] std::string_view storeStreamName(StoreStream stream);  ///< "orders", …

/// A record that could not be understood: kept, told, tried again.
struct UnreadableRecord {
    std::string externalId;
    std::string reason;
    std::string record;  ///< as received, cut at 64 KB
};

/// An id that the store no longer has.
struct DeletedRecord {
    std::string externalId;
};

using StoreRecord =
    std::variant<StoreCategory, StoreProduct, StoreCustomer, StoreOrder, StoreCoupon, UnreadableRecord, DeletedRecord>;

/// One page of a stream.
struct StorePage {
    std::vector<StoreRecord> records;
    std::string nextCursor;             ///< opaque JSON to hand to the next readPage(); stored with what the page held
    bool caughtUp = false;              ///< nothing more now; nextCursor is where the next, incremental sync begins
    std::optional<std::int64_t> total;  ///< records in this whole pass, where the store says so
};

/// What the store says about itself, shown after a connection test.
struct StoreFacts {
    std::string name;
    std::string url;
    std::string platformVersion;
    std::string currency;
    std::string timeZone;
    std::vector<std::string> missingPermissions;  ///< streams that this key may not read, in words
    std::optional<std::int64_t> orderCount;
    std::optional<std::int64_t> customerCount;
};

/// Reads one store. Made per sync with its settings and secrets; used by one thread at a time (not the engine's, since it
/// blocks on the network); keeps no state between calls but what is in the cursor. It never retries: `sync` does.
class StoreConnector {
public:
    virtual ~StoreConnector() = default;
    /// Says in words what is wrong with address, key or permission.
    [[nodiscard]] virtual Result<StoreFacts> test(const CancelToken& cancel) = 0;
    [[nodiscard]] virtual std::vector<StoreStream> streams() const = 0;
    /// The page that `cursor` stands before; empty: the beginning. RateLimited errors carry Retry-After seconds in detail
    /// as "retry-after=N".
    [[nodiscard]] virtual Result<StorePage> readPage(StoreStream stream, const std::string& cursor,
                                                     const CancelToken& cancel) = 0;
};

/// What a connector needs from outside.
struct ConnectorContext {
    HttpClient& http;
    const Clock& clock;
};

/// One store platform; the registry is the table in connectors/registry.cpp.
struct ConnectorKind {
    std::string_view name;   ///< "woocommerce"
    std::string_view label;  ///< "WooCommerce"
    std::vector<FieldSpec> (*fields)();
    Result<std::unique_ptr<StoreConnector>> (*make)(const FieldValues& values, const ConnectorContext& context);
};

[[nodiscard]] std::span<const ConnectorKind> connectorKinds();
[[nodiscard]] const ConnectorKind* findConnectorKind(std::string_view name);

}  // namespace shopbell
