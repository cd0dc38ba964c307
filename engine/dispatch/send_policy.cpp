// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/send_policy.h"

namespace shopbell {

namespace {

PolicyDecision skip(SkipReason reason)
{
    return {PolicyDecision::What::Skip, reason, {}};
}

}  // namespace

PolicyDecision decideSending(const PolicyInput& input, const PolicyRules& rules, Instant now)
{
    // The order says which of several reasons is told: the one that would not go away by itself first.
    if (input.erased) {
        return skip(SkipReason::Erased);
    }
    if (input.address.empty()) {
        return skip(SkipReason::NoAddress);
    }
    if (!input.addressIsValid) {
        return skip(SkipReason::InvalidAddress);
    }
    if (input.suppression) {
        return skip(SkipReason::Suppressed);
    }
    if (!input.transactional) {
        if (input.consent == ConsentState::Unsubscribed) {
            return skip(SkipReason::Unsubscribed);
        }
        if (input.consent != ConsentState::Subscribed) {
            return skip(SkipReason::NoConsent);
        }
    }
    if (input.addressTakenInOrigin) {
        return skip(SkipReason::DuplicateAddress);
    }
    if (!input.transactional && rules.smartSending.count() > 0 && input.lastAccepted &&
        now - *input.lastAccepted < rules.smartSending) {
        return skip(SkipReason::SmartSending);
    }
    if (input.sendingLocked) {
        return {PolicyDecision::What::Wait, std::nullopt, {}};
    }
    return {};
}

}  // namespace shopbell
