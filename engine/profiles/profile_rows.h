// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/connection.h"
#include "model/consent.h"
#include "model/ids.h"

#include <optional>
#include <string>
#include <string_view>

namespace shopbell {

/// One row of the table profile, as it stands there. For the .cpp files of this folder.
struct StoredProfile {
    ProfileId id;
    Instant createdAt;
    Instant changedAt;
    Instant saidAt;
    std::string email;
    std::string phone;
    std::string properties = "{}";
};

[[nodiscard]] Result<std::optional<StoredProfile>> findStoredProfile(db::Connection& connection, ProfileId profile);
/// Returns the new row's id; `profile.id` is not looked at.
[[nodiscard]] Result<ProfileId> insertStoredProfile(db::Connection& connection, const StoredProfile& profile);
[[nodiscard]] Result<void> updateStoredProfile(db::Connection& connection, const StoredProfile& profile);

[[nodiscard]] Result<std::optional<Consent>> findStoredConsent(db::Connection& connection, ProfileId profile,
                                                               Channel channel);
[[nodiscard]] Result<void> putStoredConsent(db::Connection& connection, ProfileId profile, const Consent& consent);

}  // namespace shopbell
