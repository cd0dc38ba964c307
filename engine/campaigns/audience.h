// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "db/connection.h"
#include "model/campaign.h"

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace shopbell {

/// Who is in a segment now; given by runtime, since segments live with the history.
using SegmentMembersOf = std::function<Result<std::vector<ProfileId>>(SegmentId)>;

/// Everybody in one of the included, less everybody in one of the excluded; ascending, each once.
[[nodiscard]] Result<std::vector<ProfileId>> resolveAudience(db::Connection& connection, const Audience& audience,
                                                             const SegmentMembersOf& membersOf);

/// What the policy would say of each of them now.
struct AudienceForecast {
    std::int64_t people = 0;
    std::int64_t willGet = 0;
    std::vector<std::pair<std::string, std::int64_t>> skips;  ///< SkipReason name → count, most first
};
[[nodiscard]] Result<AudienceForecast> forecast(db::Connection& connection, const std::vector<ProfileId>& people,
                                                Channel channel, Instant now);

/// Writes the audience into the ledger as `planned`, `limit` people a call, in the caller's transaction; false when all
/// stand there. Interrupted and called again it goes on; called for a whole audience twice it adds nobody twice.
[[nodiscard]] Result<bool> planNext(db::Connection& connection, const Clock& clock, const Campaign& campaign,
                                    const std::vector<ProfileId>& people, int limit);

}  // namespace shopbell
