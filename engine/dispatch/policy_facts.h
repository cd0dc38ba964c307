// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/connection.h"
#include "dispatch/send_policy.h"
#include "model/message.h"
#include "model/profile.h"

#include <optional>

namespace shopbell {

/// Gathers what the policy looks at about one message at the moment of sending: a handful of look-ups by key.
class PolicyFacts {
public:
    PolicyFacts(db::Connection& connection, Channel channel, bool sendingLocked)
        : m_db(connection), m_channel(channel), m_sendingLocked(sendingLocked)
    {
    }

    struct Person {
        std::optional<Profile> profile;  ///< the living one, after merges; nothing: erased
        std::string address;             ///< as to be written to (wire form)
        PolicyInput input;
    };
    [[nodiscard]] Result<Person> gather(const LedgerMessage& message);

private:
    /// Whether another message of the origin, planned before a merge for one of the same person's former ids, goes or
    /// went out.
    [[nodiscard]] Result<bool> isTaken(const LedgerMessage& message, ProfileId living);
    [[nodiscard]] Result<std::optional<Instant>> lastAccepted(ProfileId living);

    db::Connection& m_db;
    Channel m_channel;
    bool m_sendingLocked;
};

}  // namespace shopbell
