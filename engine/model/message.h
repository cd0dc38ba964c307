// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "model/channel.h"
#include "model/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace shopbell {

/// The numbers are stored in workspaces: they never change, new ones go to the end.
enum class OriginKind { Campaign = 0, FlowStep = 1, Test = 2 };

[[nodiscard]] std::string_view originKindName(OriginKind kind);  ///< "campaign", "flow-step", "test"

/// The life of a message. Every move between states stands in one table (engine/dispatch/transitions.h). The numbers
/// are stored in workspaces (and stand in the index message_waiting): they never change, new ones go to the end.
enum class MessageState {
    Planned = 0,
    Queued = 1,
    Sending = 2,
    Accepted = 3,
    Failed = 4,
    Skipped = 5,
    Unknown = 6,
    Cancelled = 7,
};

[[nodiscard]] std::string_view messageStateName(MessageState state);  ///< "planned", "queued", …
[[nodiscard]] std::optional<MessageState> findMessageState(std::string_view name);

/// Why policy decided not to send. Stored by name.
enum class SkipReason {
    NoAddress = 0,
    InvalidAddress = 1,
    NoConsent = 2,
    Unsubscribed = 3,
    Suppressed = 4,
    DuplicateAddress = 5,
    SmartSending = 6,
    Erased = 7,
    CannotRender = 8,
};

[[nodiscard]] std::string_view skipReasonName(SkipReason reason);  ///< "no-address", "no-consent", …
[[nodiscard]] std::optional<SkipReason> findSkipReason(std::string_view name);

/// One row of the ledger.
struct LedgerMessage {
    MessageId id;
    OriginKind originKind = OriginKind::Campaign;
    std::int64_t originId = 0;
    ProfileId profile;
    std::string occurrence;  ///< tells repeated messages of one origin to one profile apart; "" for campaigns
    Channel channel = Channel::Email;
    std::string address;  ///< at the time of planning; of sending once sent
    ProviderId provider;
    MessageState state = MessageState::Planned;
    int attempts = 0;
    std::string providerMessageId;
    std::string reason;  ///< a SkipReason's name, or the server's words
    Instant plannedAt;
    Instant changedAt;
    Instant acceptedAt;  ///< ms 0: not
};

}  // namespace shopbell
