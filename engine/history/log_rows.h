// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "db/connection.h"
#include "history/columns.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

namespace shopbell {

/// Bits of event.flags.
inline constexpr std::int64_t flagBackfill = 1;
inline constexpr std::int64_t flagTakenBack = 2;  ///< the row takes `replaces` back and is no event itself
inline constexpr std::int64_t flagErased = 4;  ///< everything of profile_id before this row was erased; no event itself

/// One row of table `event` as stored. The views live until the statement it came from moves on.
struct LogRow {
    std::int64_t row = 0;
    std::int64_t profile = 0;
    std::int64_t metric = 0;
    std::int64_t at = 0;
    std::int64_t value = noValue;
    std::string_view uniqueId;
    std::int64_t flags = 0;
    std::int64_t replaces = 0;    ///< 0: none
    std::string_view properties;  ///< encoded, see property_codec.h; not read by forEachKey()

    [[nodiscard]] bool isEvent() const { return (flags & (flagTakenBack | flagErased)) == 0; }
};

/// The SQL of the log. Every function uses cached statements of the given connection.
namespace logRows {

[[nodiscard]] Result<void> insert(db::Connection& connection, const LogRow& row);
/// The statement of insert(), for many rows.
[[nodiscard]] Result<db::Statement*> inserter(db::Connection& connection);
[[nodiscard]] Result<void> insert(db::Statement& inserter, const LogRow& row);
/// function(LogRow) when the row is there; false when it is not.
[[nodiscard]] Result<bool> visit(db::Connection& connection, std::int64_t row,
                                 const std::function<void(const LogRow&)>& function);
/// The profile that a row was stored under; of one that stands in for others, that of the first. 0: no such row.
[[nodiscard]] Result<std::int64_t> findOwner(db::Connection& connection, std::int64_t row);
/// Every row in (after, upTo], ascending, without properties; false from the function ends it early.
[[nodiscard]] Result<void> forEachKey(db::Connection& connection, std::int64_t after, std::int64_t upTo,
                                      const std::function<bool(const LogRow&)>& function);
/// The highest row, without properties; nothing in an empty log.
[[nodiscard]] Result<bool> visitLast(db::Connection& connection, const std::function<void(const LogRow&)>& function);
/// Deletes every row of these profiles (the connection overwrites what it deletes). Returns how many.
[[nodiscard]] Result<std::int64_t> eraseProfiles(db::Connection& connection, std::span<const ProfileNumber> profiles);

}  // namespace logRows

}  // namespace shopbell
