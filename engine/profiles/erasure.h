// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "db/connection.h"
#include "model/ids.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace shopbell {

/// The proof that somebody was erased, without saying who: whoever knows an identifier can make its hash and find it
/// here.
struct Erasure {
    ProfileId profile;
    Instant at;
    std::string
        proof;  ///< hashes of the identifiers, salted with the workspace's token, in ascending order, one a line
    std::vector<std::pair<std::string, std::int64_t>> counts;  ///< what → rows removed
};

/// To be called before the person's rows go.
[[nodiscard]] Result<std::string> makeErasureProof(db::Connection& connection, ProfileId profile);
[[nodiscard]] Result<void> recordErasure(db::Connection& connection, const Erasure& erasure);
[[nodiscard]] Result<std::vector<Erasure>> listErasures(db::Connection& connection);  ///< newest first
/// Whether somebody with this email address, phone number or id was erased here.
[[nodiscard]] Result<bool> wasErased(db::Connection& connection, std::string_view identifier);

}  // namespace shopbell
