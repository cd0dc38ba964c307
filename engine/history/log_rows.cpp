// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/log_rows.h"

#include <string>

namespace shopbell::logRows {

namespace {

constexpr std::string_view sqlInsert =
    "INSERT INTO event(row, profile_id, metric_id, at, value, unique_id, flags, replaces, properties) "
    "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
constexpr std::string_view sqlOne =
    "SELECT row, profile_id, metric_id, at, value, unique_id, flags, replaces, properties FROM event WHERE row = ?1";
constexpr std::string_view sqlKeys =
    "SELECT row, profile_id, metric_id, at, value, unique_id, flags, replaces FROM event "
    "WHERE row > ?1 AND row <= ?2 ORDER BY row";
constexpr std::string_view sqlOwner = "SELECT profile_id, replaces FROM event WHERE row = ?1";
constexpr std::string_view sqlLast =
    "SELECT row, profile_id, metric_id, at, value, unique_id, flags, replaces FROM event ORDER BY row DESC LIMIT 1";
constexpr std::string_view sqlErase =
    "DELETE FROM event WHERE profile_id IN (SELECT value FROM json_each(?1)) AND (flags & 4) = 0";

LogRow readKey(db::Statement& row)
{
    LogRow read;
    read.row = row.integer(0);
    read.profile = row.integer(1);
    read.metric = row.integer(2);
    read.at = row.integer(3);
    read.value = row.isNull(4) ? noValue : row.integer(4);
    read.uniqueId = row.isNull(5) ? std::string_view() : row.text(5);
    read.flags = row.integer(6);
    read.replaces = row.isNull(7) ? 0 : row.integer(7);
    return read;
}

}  // namespace

Result<db::Statement*> inserter(db::Connection& connection)
{
    return connection.cached(sqlInsert);
}

Result<void> insert(db::Connection& connection, const LogRow& row)
{
    auto statement = inserter(connection);
    return statement ? insert(**statement, row) : fail(statement.error());
}

Result<void> insert(db::Statement& insertion, const LogRow& row)
{
    insertion.bind(1, row.row);
    insertion.bind(2, row.profile);
    insertion.bind(3, row.metric);
    insertion.bind(4, row.at);
    row.value == noValue ? insertion.bind(5, nullptr) : insertion.bind(5, row.value);
    row.uniqueId.empty() ? insertion.bind(6, nullptr) : insertion.bind(6, row.uniqueId);
    insertion.bind(7, row.flags);
    row.replaces == 0 ? insertion.bind(8, nullptr) : insertion.bind(8, row.replaces);
    row.properties.empty() ? insertion.bind(9, nullptr) : insertion.bindBlob(9, row.properties);
    return insertion.run();
}

Result<bool> visit(db::Connection& connection, std::int64_t row, const std::function<void(const LogRow&)>& function)
{
    bool found = false;
    auto read = connection.each(
        sqlOne,
        [&](db::Statement& statement) {
            LogRow stored = readKey(statement);
            stored.properties = statement.isNull(8) ? std::string_view() : statement.blob(8);
            function(stored);
            found = true;
        },
        row);
    if (!read) {
        return fail(read.error());
    }
    return found;
}

Result<std::int64_t> findOwner(db::Connection& connection, std::int64_t row)
{
    std::int64_t owner = 0;
    while (row > 0) {
        std::int64_t before = 0;
        auto read = connection.each(
            sqlOwner,
            [&](db::Statement& statement) {
                owner = statement.integer(0);
                before = statement.isNull(1) ? 0 : statement.integer(1);
            },
            row);
        if (!read) {
            return fail(read.error());
        }
        row = before < row ? before : 0;
    }
    return owner;
}

Result<void> forEachKey(db::Connection& connection, std::int64_t after, std::int64_t upTo,
                        const std::function<bool(const LogRow&)>& function)
{
    // Prepared anew: what the function does may ask for further rows.
    auto statement = connection.prepare(sqlKeys);
    if (!statement) {
        return fail(statement.error());
    }
    statement->bindAll(after, upTo);
    for (;;) {
        auto more = statement->step();
        if (!more) {
            return fail(more.error());
        }
        if (!*more || !function(readKey(*statement))) {
            return {};
        }
    }
}

Result<bool> visitLast(db::Connection& connection, const std::function<void(const LogRow&)>& function)
{
    bool found = false;
    auto read = connection.each(sqlLast, [&](db::Statement& statement) {
        function(readKey(statement));
        found = true;
    });
    if (!read) {
        return fail(read.error());
    }
    return found;
}

Result<std::int64_t> eraseProfiles(db::Connection& connection, std::span<const ProfileNumber> profiles)
{
    std::string ids = "[";
    for (const ProfileNumber profile : profiles) {
        ids += (ids.size() > 1 ? "," : "") + std::to_string(profile);
    }
    ids += "]";
    if (auto erased = connection.run(sqlErase, ids); !erased) {
        return fail(erased.error());
    }
    return connection.changedRows();
}

}  // namespace shopbell::logRows
