// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "db/connection.h"
#include "model/ids.h"
#include "profiles/change_sink.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell {

struct ListInfo {
    ListId id;
    std::string name;
    Instant createdAt;
    std::int64_t members = 0;
};

/// One profile's place on one list.
struct ListMembership {
    ListId list;
    std::string name;
    Instant joinedAt;
};

inline constexpr std::size_t maxListNameBytes = 200;

/// Changes lists (tables list, list_member) on the engine thread, inside the caller's transaction. Each joining and
/// leaving is an event. Names are unique, whatever their case.
class Lists {
public:
    Lists(db::Connection& connection, ChangeSink& changes, const Clock& clock)
        : m_connection(connection), m_changes(changes), m_clock(clock)
    {
    }

    [[nodiscard]] Result<ListId> create(std::string_view name);
    [[nodiscard]] Result<void> rename(ListId list, std::string_view name);
    /// Its members get a Left List event each.
    [[nodiscard]] Result<void> remove(ListId list);

    /// Returns how many were not on it before. Merged profiles stand for their successors; unknown ones are NotFound.
    [[nodiscard]] Result<std::int64_t> join(ListId list, std::span<const ProfileId> profiles, bool backfill = false);
    /// Returns how many were on it.
    [[nodiscard]] Result<std::int64_t> leave(ListId list, std::span<const ProfileId> profiles);

private:
    [[nodiscard]] Result<void> recordMove(ListId list, std::string_view name, ProfileId profile, bool joined,
                                          bool backfill);

    db::Connection& m_connection;
    ChangeSink& m_changes;
    const Clock& m_clock;
};

// Reading, on any connection.
[[nodiscard]] Result<std::vector<ListInfo>> listLists(db::Connection& connection);  ///< by name
[[nodiscard]] Result<ListInfo> loadList(db::Connection& connection, ListId list);
[[nodiscard]] Result<std::optional<ListId>> findList(db::Connection& connection, std::string_view name);
[[nodiscard]] Result<std::vector<ProfileId>> listMembers(db::Connection& connection, ListId list);  ///< ascending
[[nodiscard]] Result<std::vector<ListMembership>> listMemberships(db::Connection& connection, ProfileId profile);

}  // namespace shopbell
