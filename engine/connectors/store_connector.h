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
[[nodiscard]] std::optional<StoreStream> findStoreStream(std::string_view name);

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
    std::vector<StoreRecord> records;   ///< a record may come twice in a pass, and may be missing in none
    std::string nextCursor;             ///< opaque JSON to hand to the next readPage(); stored with what the page held
    bool caughtUp = false;              ///< nothing more now; nextCursor is where the next, incremental sync begins
    std::optional<std::int64_t> total;  ///< records in this pass, where the store says so
    std::int64_t position = 0;          ///< how many of them lie behind this page
};

/// What the store says about itself, shown after a connection test.
struct StoreFacts {
    std::string name;
    std::string url;
    std::string platformVersion;
    std::string currency;
    std::string timeZone;
    std::vector<StoreStream> missingPermissions;  ///< what this key may not read
    std::vector<Sentence> warnings;               ///< what works but should be better: plain http
    std::optional<std::int64_t> orderCount;
    std::optional<std::int64_t> customerCount;
};

/// Reads one store. Made per sync with its settings and secrets; used by one thread at a time (not the engine's, since
/// it blocks on the network). Where it stands is in the cursor alone; what it keeps in memory it can find out again. It
/// never retries: `sync` does.
///
/// Errors of the reading calls:
///   Refused      the store does not let this key in; with isAboutOneStream(), only this stream is closed to it
///   NotFound     there is no such store or interface at this address
///   RateLimited  the store asks us to slow down; retryAfter() says how long, where it does
///   Remote, Network, Timeout, Cancelled   as HttpClient; Remote may carry retryAfter() too
class StoreConnector {
public:
    virtual ~StoreConnector() = default;
    /// Says in words what is wrong with address, key or permission.
    [[nodiscard]] virtual Result<StoreFacts> test(const CancelToken& cancel) = 0;
    [[nodiscard]] virtual std::vector<StoreStream> streams() const = 0;
    /// The page that `cursor` stands before; empty: the beginning of everything. A cursor that cannot be read is taken
    /// for an empty one: reading again does no harm.
    [[nodiscard]] virtual Result<StorePage> readPage(StoreStream stream, const std::string& cursor,
                                                     const CancelToken& cancel) = 0;
    /// The named records as they stand now, at most 100; those that are gone come as DeletedRecord. Cursors do not
    /// move.
    [[nodiscard]] virtual Result<std::vector<StoreRecord>>
    readRecords(StoreStream stream, std::span<const std::string> ids, const CancelToken& cancel) = 0;
    /// Which of these (at most 100) the store no longer has at all, each confirmed by itself: a store that for once
    /// shows nothing must not empty a workspace.
    [[nodiscard]] virtual Result<std::vector<std::string>>
    listMissing(StoreStream stream, std::span<const std::string> ids, const CancelToken& cancel) = 0;
    /// One record from its JSON as the store writes it, in a page or in a webhook's body; no network.
    [[nodiscard]] virtual StoreRecord parseRecord(StoreStream stream, std::string_view json) const = 0;
};

/// Facts in an Error's detail, "key=value; key=value"; nothing where the key is not there.
[[nodiscard]] std::optional<std::string> findDetail(const Error& error, std::string_view key);
/// Seconds that the store asked us to wait ("retry-after").
[[nodiscard]] std::optional<std::int64_t> retryAfter(const Error& error);
/// The rest of the store can be read ("scope=stream").
[[nodiscard]] bool isAboutOneStream(const Error& error);
/// The id that the store gave the record.
[[nodiscard]] const std::string& externalIdOf(const StoreRecord& record);

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
