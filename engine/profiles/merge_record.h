// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/connection.h"
#include "model/consent.h"
#include "model/ids.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace shopbell {

struct StoredProfile;

/// What was known of a profile right before it was merged with another one.
struct ProfileAtMerge {
    ProfileId profile;
    Instant createdAt;
    std::string email;
    std::string phone;
    std::string properties = "{}";                  ///< JSON, as the profile's row has it
    std::vector<Consent> consents;                  ///< without place and text
    std::vector<std::pair<ListId, Instant>> lists;  ///< and when they joined
};

/// Two profiles that became one, as they were before. Kept in the properties of the Merged Profile event, so that a
/// question about the time before sees two; it goes with the person's events when they are erased.
struct MergeRecord {
    ProfileAtMerge from;
    ProfileAtMerge into;
};

/// Reads what stands in the tables now.
[[nodiscard]] Result<ProfileAtMerge> describeForMerge(db::Connection& connection, const StoredProfile& row);

/// The properties of a Merged Profile event. What is too large for an event is left out: then only the ids are told.
[[nodiscard]] std::string toJson(const MergeRecord& record, std::string_view reason);

/// The other way. Nothing where the two were not kept: they were too large, or merged before merges were kept so.
[[nodiscard]] std::optional<MergeRecord> findMergeRecord(std::string_view eventProperties);

/// The number of the profile that was merged away; 0 when it cannot be read.
[[nodiscard]] ProfileId findMergedProfile(std::string_view eventProperties);

}  // namespace shopbell
