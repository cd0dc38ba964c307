// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/lists.h"

#include "base/text.h"
#include "model/metric.h"
#include "profiles/profile_changes.h"
#include "profiles/profile_reading.h"

namespace shopbell {
namespace {

constexpr std::string_view createSql = "INSERT INTO list(name, created_at) VALUES (?1, ?2)";
constexpr std::string_view renameSql = "UPDATE list SET name = ?2 WHERE id = ?1";
constexpr std::string_view removeSql = "DELETE FROM list WHERE id = ?1";
constexpr std::string_view findSql = "SELECT id FROM list WHERE name = ?1";
constexpr std::string_view loadSql =
    "SELECT id, name, created_at, (SELECT count(*) FROM list_member WHERE list_id = list.id) FROM list WHERE id = ?1";
constexpr std::string_view listSql =
    "SELECT id, name, created_at, (SELECT count(*) FROM list_member WHERE list_id = list.id) FROM list ORDER BY name";
constexpr std::string_view membersSql = "SELECT profile_id FROM list_member WHERE list_id = ?1 ORDER BY profile_id";
constexpr std::string_view membershipsSql = "SELECT list_id, name, joined_at FROM list_member JOIN list ON list.id = "
                                            "list_id WHERE profile_id = ?1 ORDER BY name";
constexpr std::string_view joinSql =
    "INSERT INTO list_member(list_id, profile_id, joined_at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
constexpr std::string_view leaveSql = "DELETE FROM list_member WHERE list_id = ?1 AND profile_id = ?2";
constexpr std::string_view isProfileSql = "SELECT 1 FROM profile WHERE id = ?1";

ListInfo readInfo(db::Statement& row)
{
    return {row.id<ListId>(0), row.string(1), row.instant(2), row.integer(3)};
}

Result<std::string> checkedName(std::string_view name)
{
    const auto clean = trimmed(name);
    if (clean.empty() || clean.size() > maxListNameBytes || !isValidUtf8(clean)) {
        return fail(ErrorKind::InvalidInput, say("list-name-missing", "A list needs a name of 1 to 200 bytes."));
    }
    return std::string(clean);
}

}  // namespace

Result<ListId> Lists::create(std::string_view name)
{
    auto clean = checkedName(name);
    if (!clean) {
        return fail(clean.error());
    }
    auto standing = findList(m_connection, *clean);
    if (!standing) {
        return fail(standing.error());
    }
    if (*standing) {
        return fail(ErrorKind::AlreadyExists,
                    say("list-name-taken", "There is a list called \"%1\" already.", {*clean}));
    }
    if (auto done = m_connection.run(createSql, *clean, m_clock.now()); !done) {
        return fail(done.error());
    }
    return ListId{m_connection.lastInsertRow()};
}

Result<void> Lists::rename(ListId list, std::string_view name)
{
    auto clean = checkedName(name);
    if (!clean) {
        return fail(clean.error());
    }
    if (auto info = loadList(m_connection, list); !info) {
        return fail(info.error());
    }
    auto standing = findList(m_connection, *clean);
    if (!standing) {
        return fail(standing.error());
    }
    if (*standing && **standing != list) {
        return fail(ErrorKind::AlreadyExists,
                    say("list-name-taken", "There is a list called \"%1\" already.", {*clean}));
    }
    return m_connection.run(renameSql, list, *clean);
}

Result<void> Lists::remove(ListId list)
{
    auto members = listMembers(m_connection, list);
    if (!members) {
        return fail(members.error());
    }
    if (auto left = leave(list, *members); !left) {
        return fail(left.error());
    }
    return m_connection.run(removeSql, list);
}

Result<void> Lists::recordMove(ListId list, std::string_view name, ProfileId profile, bool joined, bool backfill)
{
    const Instant now = m_clock.now();
    const std::string json = "{\"list\":" + std::to_string(list.value) + ",\"list_name\":" + jsonText(name) + '}';
    // One profile joins several lists at one instant; joining, leaving and joining again within it is one joining.
    return m_changes.record(profile, joined ? metrics::joinedList : metrics::leftList, now,
                            std::to_string(list.value) + '-' + std::to_string(now.ms), json, backfill);
}

Result<std::int64_t> Lists::join(ListId list, std::span<const ProfileId> profiles, bool backfill)
{
    auto info = loadList(m_connection, list);
    if (!info) {
        return fail(info.error());
    }
    const Instant now = m_clock.now();
    std::int64_t joined = 0;
    for (const ProfileId given : profiles) {
        auto profile = resolveAlias(m_connection, given);
        if (!profile) {
            return fail(profile.error());
        }
        auto stands = m_connection.findInteger(isProfileSql, *profile);
        if (!stands) {
            return fail(stands.error());
        }
        if (!*stands) {
            return fail(ErrorKind::NotFound,
                        say("profile-unknown", "There is no profile %1.", {std::to_string(given.value)}));
        }
        if (auto done = m_connection.run(joinSql, list, *profile, now); !done) {
            return fail(done.error());
        }
        if (m_connection.changedRows() == 0) {
            continue;
        }
        ++joined;
        if (auto told = recordMove(list, info->name, *profile, true, backfill); !told) {
            return fail(told.error());
        }
    }
    return joined;
}

Result<std::int64_t> Lists::leave(ListId list, std::span<const ProfileId> profiles)
{
    auto info = loadList(m_connection, list);
    if (!info) {
        return fail(info.error());
    }
    std::int64_t left = 0;
    for (const ProfileId given : profiles) {
        auto profile = resolveAlias(m_connection, given);
        if (!profile) {
            return fail(profile.error());
        }
        if (auto done = m_connection.run(leaveSql, list, *profile); !done) {
            return fail(done.error());
        }
        if (m_connection.changedRows() == 0) {
            continue;
        }
        ++left;
        if (auto told = recordMove(list, info->name, *profile, false, false); !told) {
            return fail(told.error());
        }
    }
    return left;
}

Result<std::vector<ListInfo>> listLists(db::Connection& connection)
{
    std::vector<ListInfo> lists;
    auto done = connection.each(listSql, [&](db::Statement& row) { lists.push_back(readInfo(row)); });
    if (!done) {
        return fail(done.error());
    }
    return lists;
}

Result<ListInfo> loadList(db::Connection& connection, ListId list)
{
    std::optional<ListInfo> found;
    auto done = connection.each(
        loadSql, [&](db::Statement& row) { found = readInfo(row); }, list);
    if (!done) {
        return fail(done.error());
    }
    if (!found) {
        return fail(ErrorKind::NotFound, say("list-unknown", "There is no list %1.", {std::to_string(list.value)}));
    }
    return *found;
}

Result<std::optional<ListId>> findList(db::Connection& connection, std::string_view name)
{
    auto found = connection.findInteger(findSql, trimmed(name));
    if (!found) {
        return fail(found.error());
    }
    return *found ? std::optional(ListId{**found}) : std::nullopt;
}

Result<std::vector<ProfileId>> listMembers(db::Connection& connection, ListId list)
{
    std::vector<ProfileId> members;
    auto done = connection.each(
        membersSql, [&](db::Statement& row) { members.push_back(row.id<ProfileId>(0)); }, list);
    if (!done) {
        return fail(done.error());
    }
    return members;
}

Result<std::vector<ListMembership>> listMemberships(db::Connection& connection, ProfileId profile)
{
    auto living = resolveAlias(connection, profile);
    if (!living) {
        return fail(living.error());
    }
    std::vector<ListMembership> found;
    auto done = connection.each(
        membershipsSql,
        [&](db::Statement& row) {
            found.push_back({row.id<ListId>(0), row.string(1), row.instant(2)});
        },
        *living);
    if (!done) {
        return fail(done.error());
    }
    return found;
}

}  // namespace shopbell
