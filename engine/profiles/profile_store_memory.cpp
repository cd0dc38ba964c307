// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/profile_store_state.h"

#include <algorithm>
#include <limits>

namespace shopbell {
namespace {

constexpr std::string_view makeMarkSql =
    "CREATE TEMP TABLE IF NOT EXISTS profile_store_mark(n INTEGER NOT NULL);"
    "INSERT INTO temp.profile_store_mark SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM temp.profile_store_mark)";
constexpr std::string_view selectMarkSql = "SELECT n FROM temp.profile_store_mark";
constexpr std::string_view raiseMarkSql = "UPDATE temp.profile_store_mark SET n = ?1";
constexpr std::string_view dataVersionSql = "PRAGMA main.data_version";
// Keys of new people fall all over the table: in bulk its pages should stay in memory until they are full of news.
constexpr std::string_view bulkCacheSql = "PRAGMA cache_size = -131072";
constexpr std::string_view allIdentifiersSql = "SELECT kind, scope, value, profile_id FROM identifier";
constexpr std::string_view findIdentifierSql =
    "SELECT profile_id FROM identifier WHERE kind = ?1 AND scope = ?2 AND value = ?3";
constexpr std::string_view insertIdentifierSql =
    "INSERT INTO identifier(kind, scope, value, profile_id) VALUES (?1, ?2, ?3, ?4)";

/// So many single lookups cost about as much as reading the whole table of a small shop.
constexpr std::int64_t lookupsBeforeLoading = 2000;

}  // namespace

Result<void> ProfileStore::State::refresh()
{
    auto version = connection.findInteger(dataVersionSql);
    if (!version) {
        return fail(version.error());
    }
    std::optional<std::int64_t> standing;
    if (auto found = connection.findInteger(selectMarkSql); found) {
        standing = *found;
    } else {
        // The table itself was made inside a transaction that was rolled back, or was never made.
        if (auto made = connection.execute(makeMarkSql); !made) {
            return made;
        }
        standing = 0;
    }
    if (standing.value_or(-1) != mark || version->value_or(0) != dataVersion) {
        forget();
        mark = standing.value_or(-1);
        dataVersion = version->value_or(0);
    }
    wrote = false;
    return {};
}

Result<void> ProfileStore::State::finish()
{
    if (auto written = writeIdentifiers(); !written) {
        return written;
    }
    if (!wrote) {
        return {};
    }
    wrote = false;
    return connection.run(raiseMarkSql, ++mark);
}

void ProfileStore::State::forget()
{
    index.clear();
    unwritten.clear();
    loaded = false;
    lookups = 0;
}

Result<void> ProfileStore::State::loadIndex()
{
    if (loaded) {
        return {};
    }
    if (auto written = writeIdentifiers(); !written) {
        return written;
    }
    index.clear();
    if (auto set = connection.execute(bulkCacheSql); !set) {
        return set;
    }
    auto done = connection.each(allIdentifiersSql, [&](db::Statement& row) {
        const auto key =
            index.keyOf(static_cast<IdentifierKind>(row.integer(0)), ConnectionId{row.integer(1)}, row.text(2));
        index.put(key, row.id<ProfileId>(3));
    });
    loaded = done.has_value();
    return done;
}

Result<std::optional<ProfileId>> ProfileStore::State::ownerOf(const Identifier& identifier,
                                                              const IdentifierIndex::Key& key)
{
    if (loaded) {
        return index.find(key);
    }
    if (++lookups > lookupsBeforeLoading) {
        if (auto done = loadIndex(); !done) {
            return fail(done.error());
        }
        return index.find(key);
    }
    auto found = connection.findInteger(findIdentifierSql, static_cast<int>(identifier.kind), identifier.scope.value,
                                        identifier.value);
    if (!found) {
        return fail(found.error());
    }
    return *found ? std::optional(ProfileId{**found}) : std::nullopt;
}

Result<void> ProfileStore::State::give(const Identifier& identifier, const IdentifierIndex::Key& key, ProfileId profile)
{
    if (profile.value > std::numeric_limits<std::uint32_t>::max()) {
        return fail(ErrorKind::Conflict, say("profiles-exhausted", "This workspace has no more profile numbers."));
    }
    wrote = true;
    if (loaded) {
        index.put(key, profile);
        if (isBatch) {
            unwritten.push_back({identifier, profile});
            return {};
        }
    }
    return connection.run(insertIdentifierSql, static_cast<int>(identifier.kind), identifier.scope.value,
                          identifier.value, profile);
}

Result<void> ProfileStore::State::writeIdentifiers()
{
    // In the order of the table's key: neighbours fall on the same page.
    std::sort(unwritten.begin(), unwritten.end(),
              [](const Unwritten& a, const Unwritten& b) { return a.identifier < b.identifier; });
    for (const Unwritten& one : unwritten) {
        auto done = connection.run(insertIdentifierSql, static_cast<int>(one.identifier.kind),
                                   one.identifier.scope.value, one.identifier.value, one.profile);
        if (!done) {
            forget();
            return done;
        }
    }
    unwritten.clear();
    return {};
}

}  // namespace shopbell
