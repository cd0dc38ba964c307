// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/migrator.h"

#include "db/transaction.h"

namespace shopbell::db {

namespace {

constexpr std::string_view versionSql = "PRAGMA user_version";
constexpr std::string_view foreignKeysOffSql = "PRAGMA foreign_keys=OFF";
constexpr std::string_view foreignKeysOnSql = "PRAGMA foreign_keys=ON";
constexpr std::string_view foreignKeyCheckSql = "PRAGMA foreign_key_check";

auto failStep(const Migration& migration, const Error& reason)
{
    return fail(reason.kind,
                "The workspace could not be brought to version " + std::to_string(migration.number) + " (" +
                    std::string(migration.name) + "); it stays at the version before. " + reason.what,
                reason.detail);
}

Result<void> checkForeignKeys(Connection& connection)
{
    std::string broken;
    auto checked = connection.each(foreignKeyCheckSql, [&](Statement& row) {
        if (broken.empty()) {
            broken = "a row of " + row.string(0) + " refers to a missing row of " + row.string(2);
        }
    });
    if (!checked) {
        return checked;
    }
    if (!broken.empty()) {
        return fail(
            ErrorKind::Corrupt,
            say("workspace-tables-broken", "The workspace's tables do not fit together. Restore it from a backup."),
            broken);
    }
    return {};
}

Result<void> apply(Connection& connection, const Migration& migration)
{
    return inTransaction(connection, [&]() -> Result<void> {
        // Looked at again now that the write lock is held: another process may have done the step meanwhile.
        const auto version = schemaVersion(connection);
        if (!version) {
            return fail(version.error());
        }
        if (*version >= migration.number) {
            return {};
        }
        if (auto done = connection.execute(migration.sql); !done) {
            return failStep(migration, done.error());
        }
        if (auto sound = checkForeignKeys(connection); !sound) {
            return failStep(migration, sound.error());
        }
        return connection.execute("PRAGMA user_version=" + std::to_string(migration.number));
    });
}

}  // namespace

Result<int> schemaVersion(Connection& connection)
{
    const auto version = connection.findInteger(versionSql);
    if (!version) {
        return fail(version.error());
    }
    return static_cast<int>(version->value_or(0));
}

Result<void> migrate(Connection& connection, std::span<const Migration> migrations)
{
    const auto version = schemaVersion(connection);
    if (!version) {
        return fail(version.error());
    }
    const int newest = migrations.empty() ? 0 : migrations.back().number;
    if (*version > newest) {
        return fail(ErrorKind::Conflict,
                    say("workspace-newer",
                        "This workspace was made by a newer Shopbell. Install the newest Shopbell to open it."),
                    "its version is " + std::to_string(*version) + ", this Shopbell knows " + std::to_string(newest));
    }
    if (*version == newest) {
        return {};
    }
    if (auto off = connection.execute(foreignKeysOffSql); !off) {
        return off;
    }
    Result<void> outcome;
    for (const auto& migration : migrations) {
        if (migration.number > *version) {
            outcome = apply(connection, migration);
            if (!outcome) {
                break;
            }
        }
    }
    auto on = connection.execute(foreignKeysOnSql);
    return outcome ? on : outcome;
}

}  // namespace shopbell::db
