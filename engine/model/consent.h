// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "model/channel.h"

#include <optional>
#include <string>
#include <string_view>

namespace shopbell {

/// The numbers are stored in workspaces: they never change, new ones go to the end.
enum class ConsentState {
    NeverAsked = 0,    ///< nothing is known
    Subscribed = 1,    ///< said yes
    Pending = 2,       ///< said yes, has not confirmed yet (double opt-in)
    Unsubscribed = 3,  ///< said no, or took the yes back
};

[[nodiscard]] std::string_view consentStateName(ConsentState state);  ///< "never-asked", "subscribed", …
[[nodiscard]] std::optional<ConsentState> findConsentState(std::string_view name);

/// What a person allowed on one channel, and the proof of it.
struct Consent {
    Channel channel = Channel::Email;
    ConsentState state = ConsentState::NeverAsked;
    Instant at;          ///< when they said so
    std::string method;  ///< how: "checkout", "form", "import", "link", "manual", …
    std::string place;   ///< where: a page, a file, a connection's name
    std::string text;    ///< the words they agreed to, where known
};

/// The numbers are stored in workspaces: they never change, new ones go to the end.
enum class SuppressionReason { HardBounce = 0, Complaint = 1, Unsubscribed = 2, Invalid = 3, Manual = 4, Erased = 5 };

[[nodiscard]] std::string_view suppressionReasonName(SuppressionReason reason);  ///< "hard-bounce", "complaint", …
[[nodiscard]] std::optional<SuppressionReason> findSuppressionReason(std::string_view name);

/// A channel address that must not be sent to, whoever it belongs to.
struct Suppression {
    Channel channel = Channel::Email;
    std::string address;  ///< comparable form; for SuppressionReason::Erased a hash of it
    SuppressionReason reason = SuppressionReason::Manual;
    Instant at;
    std::string detail;
};

}  // namespace shopbell
