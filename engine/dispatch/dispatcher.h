// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "base/clock.h"
#include "db/connection.h"
#include "dispatch/ledger.h"
#include "dispatch/send_policy.h"
#include "model/campaign.h"
#include "profiles/change_sink.h"
#include "providers/message_provider.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace shopbell {

/// What is to be sent for one origin.
struct DispatchOrder {
    OriginKind originKind = OriginKind::Campaign;
    std::int64_t originId = 0;
    std::string originName;     ///< for the events: "We miss you"
    MessageContent content;
    PolicyRules rules;
    std::string workspaceToken; ///< for Message-IDs and unsubscribe links
    std::string shopName;
    std::string timeZone;
};

/// Sends what the ledger holds for one origin, batch by batch:
///
///     lease()    engine thread: takes due messages, asks the policy, renders, writes `sending`   (one transaction)
///     deliver()  any thread: over the network; nothing is written
///     record()   engine thread: writes what became of each, suppresses dead addresses, adds Received Email events
///                (one transaction)
///
/// A crash between lease() and record() leaves rows at `sending`; settleInterrupted() asks the provider what became of them,
/// puts back what is certain not to have been sent or cannot be doubled, and marks the rest `unknown`.
class Dispatcher {
public:
    struct Batch {
        std::vector<LedgerMessage> messages;
        std::vector<OutgoingMessage> outgoing;   ///< parallel to messages
        std::vector<DeliveryResult> results;     ///< filled by deliver()
        std::int64_t skipped = 0;                ///< by policy, written already
    };

    Dispatcher(db::Connection& connection, ChangeSink& changes, const Clock& clock, DispatchOrder order);
    ~Dispatcher();

    /// Nothing left to do now: an empty batch with skipped == 0.
    [[nodiscard]] Result<Batch> lease(int limit);
    /// Fills `results`; one provider instance a connection, each used by one thread. Stops between messages when cancelled:
    /// those not begun are Deferred.
    static void deliver(Batch& batch, std::span<const std::unique_ptr<MessageProvider>> providers, const CancelToken& cancel);
    /// False when the provider is broken (login refused, no connection) and sending should stop with `problem`.
    [[nodiscard]] Result<bool> record(const Batch& batch, std::string& problem);

    /// Once at the start, before anything is leased.
    [[nodiscard]] static Result<std::int64_t> settleInterrupted(
        db::Connection& connection, ChangeSink& changes, const Clock& clock,
        const std::function<MessageProvider*(ProviderId)>& providerOf);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace shopbell
