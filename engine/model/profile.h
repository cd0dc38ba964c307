// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "model/consent.h"
#include "model/identifier.h"
#include "model/property.h"

#include <string>
#include <vector>

namespace shopbell {

/// One person.
struct Profile {
    ProfileId id;
    Instant createdAt;  ///< when Shopbell first heard of them (their own date, where a source says one)
    Instant changedAt;
    std::string email;  ///< as to be shown and written to; empty: none
    std::string phone;  ///< E.164; empty: none
    std::vector<Identifier> identifiers;
    Properties properties;
};

/// "Ana Pereira", else the email address, else the phone number, else "Profile 17".
[[nodiscard]] std::string displayName(const Profile& profile);

}  // namespace shopbell
