// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "model/consent.h"
#include "model/message.h"

#include <optional>
#include <string>

namespace shopbell {

/// What the policy looks at, gathered in bulk by PolicyFacts before it is asked. Plain values, so that the same
/// decision can be made again later and explained.
struct PolicyInput {
    Channel channel = Channel::Email;
    std::string address;  ///< comparable form; empty: the person has none
    bool addressIsValid = true;
    ConsentState consent = ConsentState::NeverAsked;
    std::optional<SuppressionReason> suppression;
    bool erased = false;
    bool addressTakenInOrigin = false;  ///< another message of the same origin goes to the same address
    bool transactional = false;         ///< the person asked for it by what they did: consent is not needed
    bool sendingLocked = false;
    std::optional<Instant> lastAccepted;  ///< the last message on this channel
};

struct PolicyRules {
    Duration smartSending{0};  ///< at most one message per channel in so long; 0: no such rule
};

struct PolicyDecision {
    enum class What { Send, Wait, Skip };
    What what = What::Send;
    std::optional<SkipReason> reason;  ///< Skip only
    Instant until;                     ///< Wait only; ms 0: until somebody unlocks
};

/// Send, wait or skip: the one place where that is decided, when planning and again at the moment of sending. Pure.
[[nodiscard]] PolicyDecision decideSending(const PolicyInput& input, const PolicyRules& rules, Instant now);

}  // namespace shopbell
