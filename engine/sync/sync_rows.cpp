// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sync_rows.h"

#include "model/order.h"

#include <nlohmann/json.hpp>

namespace shopbell {

namespace {

constexpr std::string_view kFindCursorSql =
    "SELECT cursor, first_done FROM sync_cursor WHERE connection_id = ?1 AND stream = ?2";
constexpr std::string_view kPutCursorSql =
    "INSERT INTO sync_cursor(connection_id, stream, cursor, first_done) VALUES (?1, ?2, ?3, ?4) "
    "ON CONFLICT (connection_id, stream) DO UPDATE SET cursor = ?3, first_done = max(first_done, ?4)";
constexpr std::string_view kForgetCursorsSql = "DELETE FROM sync_cursor WHERE connection_id = ?1";
constexpr std::string_view kFindStateSql = "SELECT last_success, last_try, failures, next_try, error_kind, error_what "
                                           "FROM sync_state WHERE connection_id = ?1";
constexpr std::string_view kPutStateSql = "INSERT OR REPLACE INTO sync_state(connection_id, last_success, last_try, "
                                          "failures, next_try, error_kind, error_what) "
                                          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
constexpr std::string_view kPutSetAsideSql =
    "INSERT OR REPLACE INTO sync_set_aside(connection_id, stream, external_id, reason, record, at) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
constexpr std::string_view kRemoveSetAsideSql =
    "DELETE FROM sync_set_aside WHERE connection_id = ?1 AND stream = ?2 AND external_id = ?3";
constexpr std::string_view kListSetAsideSql =
    "SELECT external_id, at FROM sync_set_aside WHERE connection_id = ?1 AND stream = ?2";
constexpr std::string_view kKnownOrdersSql =
    "SELECT external_id FROM store_order WHERE connection_id = ?1 AND external_id > ?2 AND status <> ?3 "
    "ORDER BY external_id LIMIT ?4";
/// The one row of sync_cursor that is no stream of the store.
constexpr std::string_view kMissingRow = "missing";

}  // namespace

Result<StreamCursor> loadCursor(db::Connection& db, ConnectionId store, StoreStream stream)
{
    StreamCursor found;
    auto done = db.each(
        kFindCursorSql,
        [&](const db::Statement& row) {
            found.cursor = row.string(0);
            found.firstDone = row.integer(1) != 0;
        },
        store, storeStreamName(stream));
    if (!done) {
        return fail(done.error());
    }
    return found;
}

Result<void> saveCursor(db::Connection& db, ConnectionId store, StoreStream stream, std::string_view cursor,
                        bool caughtUp)
{
    return db.run(kPutCursorSql, store, storeStreamName(stream), cursor, caughtUp);
}

Result<void> forgetCursors(db::Connection& db, ConnectionId store)
{
    return db.run(kForgetCursorsSql, store);
}

Result<MissingCursor> loadMissingCursor(db::Connection& db, ConnectionId store)
{
    MissingCursor found;
    auto done = db.each(
        kFindCursorSql,
        [&](const db::Statement& row) {
            const auto json = nlohmann::json::parse(row.text(0), nullptr, false);
            if (!json.is_object()) {
                return;
            }
            try {
                found.stream = findStoreStream(json.value("stream", "")).value_or(StoreStream::Orders);
                found.after = json.value("after", "");
                found.underWay = json.value("under_way", false);
                found.finishedAt = {json.value("finished_at", std::int64_t{0})};
            } catch (const nlohmann::json::exception&) {
                found = {};  // a row of another make: the look begins again
            }
        },
        store, kMissingRow);
    if (!done) {
        return fail(done.error());
    }
    return found;
}

Result<void> saveMissingCursor(db::Connection& db, ConnectionId store, const MissingCursor& cursor)
{
    const nlohmann::json json{{"stream", storeStreamName(cursor.stream)},
                              {"after", cursor.after},
                              {"under_way", cursor.underWay},
                              {"finished_at", cursor.finishedAt.ms}};
    const std::string text = json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return db.run(kPutCursorSql, store, kMissingRow, text, false);
}

Result<SyncHealth> loadSyncState(db::Connection& db, ConnectionId store)
{
    SyncHealth health;
    auto done = db.each(
        kFindStateSql,
        [&](const db::Statement& row) {
            health.lastSuccess = row.instant(0);
            health.lastTry = row.instant(1);
            health.failures = static_cast<int>(row.integer(2));
            health.nextTry = row.instant(3);
            health.errorKind = row.string(4);
            health.problem = decodeSentence(row.text(5));
        },
        store);
    if (!done) {
        return fail(done.error());
    }
    return health;
}

Result<void> saveSyncState(db::Connection& db, ConnectionId store, const SyncHealth& health)
{
    return db.run(kPutStateSql, store, health.lastSuccess, health.lastTry, health.failures, health.nextTry,
                  health.errorKind, encodeSentence(health.problem));
}

Result<void> setAside(db::Connection& db, ConnectionId store, StoreStream stream, const UnreadableRecord& record,
                      Instant at)
{
    return db.run(kPutSetAsideSql, store, storeStreamName(stream), record.externalId, record.reason, record.record, at);
}

Result<void> removeSetAside(db::Connection& db, ConnectionId store, StoreStream stream, std::string_view externalId)
{
    return db.run(kRemoveSetAsideSql, store, storeStreamName(stream), externalId);
}

Result<std::map<std::string, Instant>> loadSetAside(db::Connection& db, ConnectionId store, StoreStream stream)
{
    std::map<std::string, Instant> found;
    auto done = db.each(
        kListSetAsideSql, [&](const db::Statement& row) { found.emplace(row.string(0), row.instant(1)); }, store,
        storeStreamName(stream));
    if (!done) {
        return fail(done.error());
    }
    return found;
}

Result<std::vector<std::string>> listKnownOrders(db::Connection& db, ConnectionId store, std::string_view after,
                                                 std::int64_t limit)
{
    std::vector<std::string> ids;
    auto done = db.each(
        kKnownOrdersSql, [&](const db::Statement& row) { ids.push_back(row.string(0)); }, store, after,
        static_cast<int>(OrderStatus::Deleted), limit);
    if (!done) {
        return fail(done.error());
    }
    return ids;
}

}  // namespace shopbell
