// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog_store.h"
#include "connectors/store_connector.h"
#include "ingest/ingestor.h"
#include "sync/store_connections.h"
#include "sync/store_sync.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace shopbell {

/// Writes the records of one store into the workspace: people and orders through the Ingestor, the rest into the
/// catalog, what cannot be understood into the set-aside rows. Runs inside the caller's transaction; the counts are the
/// caller's, who keeps them when the transaction was committed and throws them away when not.
class PageWriter {
public:
    PageWriter(db::Connection& db, Ingestor& ingestor, const Clock& clock, const StoreConnection& store)
        : m_db(db), m_ingestor(ingestor), m_catalog(db), m_clock(clock), m_store(store), m_reason(store.label + " sync")
    {
    }

    /// External id → last tried, of every stream that has some.
    void knowSetAside(StoreStream stream, std::map<std::string, Instant> records)
    {
        m_setAside[stream] = std::move(records);
    }

    [[nodiscard]] Result<void> write(StoreStream stream, std::span<const StoreRecord> records, SyncCounts& counts);
    [[nodiscard]] Result<void> remove(StoreStream stream, std::span<const std::string> ids, SyncCounts& counts);
    /// What the workspace has of a stream, for the look for missing records.
    [[nodiscard]] Result<std::vector<std::string>> listKnown(StoreStream stream, std::string_view after,
                                                             std::int64_t limit);

private:
    [[nodiscard]] Result<void> writeOne(StoreStream stream, const StoreRecord& record, SyncCounts& counts);
    [[nodiscard]] Result<void> writeOrder(const StoreOrder& order, SyncCounts& counts);
    /// What the order's lines are in the catalog: stores tell the product of a line, not its categories.
    [[nodiscard]] Result<StoreOrder> withCategories(const StoreOrder& order);
    [[nodiscard]] Result<void> writeCustomer(const StoreCustomer& customer, SyncCounts& counts);
    [[nodiscard]] Result<void> putAside(StoreStream stream, const UnreadableRecord& record, SyncCounts& counts);
    [[nodiscard]] Result<void> understood(StoreStream stream, const std::string& externalId);

    db::Connection& m_db;
    Ingestor& m_ingestor;
    CatalogStore m_catalog;
    const Clock& m_clock;
    const StoreConnection m_store;
    const std::string m_reason;
    std::map<StoreStream, std::map<std::string, Instant>> m_setAside;
    std::optional<CategoryNames> m_categories;  ///< read when the first order comes; products come before orders
};

}  // namespace shopbell
