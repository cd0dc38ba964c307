// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store_connector.h"
#include "db/connection.h"
#include "model/ids.h"
#include "sync/store_connections.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell {

// The rows of sync_cursor, sync_state and sync_set_aside. Each runs in the caller's transaction.

struct StreamCursor {
    std::string cursor;  ///< empty: not begun
    bool firstDone = false;
};

/// Where the look for records that the store no longer has stands.
struct MissingCursor {
    StoreStream stream = StoreStream::Orders;
    std::string after;  ///< external id, in text order
    bool underWay = false;
    Instant finishedAt;  ///< of the last one; ms 0: never
};

[[nodiscard]] Result<StreamCursor> loadCursor(db::Connection& db, ConnectionId store, StoreStream stream);
/// `caughtUp` marks the first sync of the stream as done; it stays so.
[[nodiscard]] Result<void> saveCursor(db::Connection& db, ConnectionId store, StoreStream stream,
                                      std::string_view cursor, bool caughtUp);
[[nodiscard]] Result<void> forgetCursors(db::Connection& db, ConnectionId store);
[[nodiscard]] Result<MissingCursor> loadMissingCursor(db::Connection& db, ConnectionId store);
[[nodiscard]] Result<void> saveMissingCursor(db::Connection& db, ConnectionId store, const MissingCursor& cursor);

[[nodiscard]] Result<SyncHealth> loadSyncState(db::Connection& db, ConnectionId store);
/// Without firstSyncDone and setAside, which are seen from other rows.
[[nodiscard]] Result<void> saveSyncState(db::Connection& db, ConnectionId store, const SyncHealth& health);

[[nodiscard]] Result<void> setAside(db::Connection& db, ConnectionId store, StoreStream stream,
                                    const UnreadableRecord& record, Instant at);
[[nodiscard]] Result<void> removeSetAside(db::Connection& db, ConnectionId store, StoreStream stream,
                                          std::string_view externalId);
/// External id → when it was last tried.
[[nodiscard]] Result<std::map<std::string, Instant>> loadSetAside(db::Connection& db, ConnectionId store,
                                                                  StoreStream stream);

/// Orders that count here, after `after` in text order.
[[nodiscard]] Result<std::vector<std::string>> listKnownOrders(db::Connection& db, ConnectionId store,
                                                               std::string_view after, std::int64_t limit);

}  // namespace shopbell
