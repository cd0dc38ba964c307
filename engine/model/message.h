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

enum class OriginKind { Campaign, FlowStep, Test };

[[nodiscard]] std::string_view originKindName(OriginKind kind);  ///< "campaign", "flow-step", "test"

/// The life of a message. Every move between states stands in one table (engine/dispatch/transitions.h).
enum class MessageState { Planned, Queued, Sending, Accepted, Failed, Skipped, Unknown, Cancelled };

[[nodiscard]] std::string_view messageStateName(MessageState state);  ///< "planned", "queued", …
[[nodiscard]] std::optional<MessageState> findMessageState(std::string_view name);

/// Why policy decided not to send.
enum class SkipReason {
    NoAddress, InvalidAddress, NoConsent, Unsubscribed, Suppressed, DuplicateAddress, SmartSending, Erased, CannotRender
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
    std::string address;     ///< at the time of planning; of sending once sent
    ProviderId provider;
    MessageState state = MessageState::Planned;
    int attempts = 0;
    std::string providerMessageId;
    std::string reason;      ///< a SkipReason's name, or the server's words
    Instant plannedAt;
    Instant changedAt;
    Instant acceptedAt;      ///< ms 0: not
};

}  // namespace shopbell
