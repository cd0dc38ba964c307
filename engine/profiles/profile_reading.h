// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/connection.h"
#include "model/profile.h"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace shopbell {

// Reading people on any connection, the engine's or a reader's.

/// A merged profile's id gives its successor. NotFound when there is no such person (any more).
[[nodiscard]] Result<Profile> loadProfile(db::Connection& connection, ProfileId profile);
/// In the order of allChannels; a channel nothing is known of is absent.
[[nodiscard]] Result<std::vector<Consent>> loadConsents(db::Connection& connection, ProfileId profile);
/// The living profile that an id stands for: the id itself mostly. An unknown id stands for itself.
[[nodiscard]] Result<ProfileId> resolveAlias(db::Connection& connection, ProfileId profile);
/// Every id a living profile was known by before merges, without its own.
[[nodiscard]] Result<std::vector<ProfileId>> listFormerIds(db::Connection& connection, ProfileId profile);
[[nodiscard]] Result<std::optional<ProfileId>> findProfile(db::Connection& connection, const Identifier& identifier);
/// What a person typed: an email address, a phone number (read with `region`), an external id of the owner's own
/// numbering or, when only one connection knows it, of that, or a profile's number with '#' before it.
[[nodiscard]] Result<std::optional<ProfileId>> findProfileByText(db::Connection& connection, std::string_view text,
                                                                 std::string_view region);
[[nodiscard]] Result<std::int64_t> countProfiles(db::Connection& connection);

/// One row of a scan. The views are valid for the call.
struct ProfileRow {
    ProfileId id;
    Instant createdAt;
    Instant changedAt;
    std::string_view email;
    std::string_view phone;
    std::string_view properties;  ///< JSON object
};

/// Every profile, ascending by id, from the one after `after`; stops when the function returns false.
[[nodiscard]] Result<void> forEachProfile(db::Connection& connection,
                                          const std::function<bool(const ProfileRow&)>& onRow, ProfileId after = {});
/// Every consent record: profile ascending, then channel.
[[nodiscard]] Result<void> forEachConsent(db::Connection& connection,
                                          const std::function<void(ProfileId, const Consent&)>& onRow);
/// Every merge that was written down: (old id, living id).
[[nodiscard]] Result<void> forEachAlias(db::Connection& connection,
                                        const std::function<void(ProfileId, ProfileId)>& onRow);

}  // namespace shopbell
