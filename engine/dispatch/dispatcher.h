// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "base/clock.h"
#include "db/connection.h"
#include "dispatch/ledger.h"
#include "dispatch/send_policy.h"
#include "dispatch/wire_journal.h"
#include "model/campaign.h"
#include "profiles/change_sink.h"
#include "profiles/profile_store.h"
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
    std::string originName;  ///< for the events: "We miss you"
    MessageContent content;
    PolicyRules rules;
    std::string workspaceToken;  ///< for Message-IDs and unsubscribe links
    std::string shopName;
    std::string timeZone;
    std::string currency = {};  ///< of the `money` filter
};

/// Sends what the ledger holds for one origin, batch by batch:
///
///     lease()    engine thread: takes due messages, asks the policy, renders, writes `sending`   (one transaction)
///     deliver()  any thread: over the network; nothing is written
///     record()   engine thread: writes what became of each, suppresses dead addresses, adds Received Email events
///                (one transaction)
///     forget()   engine thread: once that transaction is committed
///
/// A crash between lease() and record() leaves rows at `sending`; settleInterrupted() (interrupted.h) settles them by
/// what the journal says of each.
class Dispatcher {
public:
    struct Batch {
        std::vector<LedgerMessage> messages;
        std::vector<OutgoingMessage> outgoing;  ///< parallel to messages
        std::vector<DeliveryResult> results;    ///< filled by deliver()
        std::int64_t skipped = 0;               ///< by policy, written already
        std::shared_ptr<WireJournal> journal;   ///< may be null
        bool locked = false;                    ///< the workspace's sending is locked: nothing was taken
    };

    /// InvalidInput when the content cannot be parsed or its sender is no address.
    [[nodiscard]] static Result<std::unique_ptr<Dispatcher>> make(db::Connection& connection, ProfileStore& profiles,
                                                                  ChangeSink& changes, const Clock& clock,
                                                                  DispatchOrder order);
    ~Dispatcher();

    /// An empty batch with skipped == 0: nothing is due now, or sending is locked (`locked`). Without a journal a crash
    /// leaves the whole batch in doubt, so only for providers that are idempotent.
    [[nodiscard]] Result<Batch> lease(int limit, std::shared_ptr<WireJournal> journal = nullptr);
    /// Fills `results`; one provider instance a connection, each used by one thread. Stops between messages when
    /// cancelled: those not begun are Deferred.
    static void deliver(Batch& batch, std::span<const std::unique_ptr<MessageProvider>> providers,
                        const CancelToken& cancel);
    /// What is wrong with the provider, in words, when it is broken (login refused, no connection) and sending should
    /// stop; empty: go on.
    [[nodiscard]] Result<std::string> record(const Batch& batch);
    /// The ledger has the results on the disk now: the journal need not keep them. Left out, the journal only grows.
    static void forget(const Batch& batch);

private:
    struct State;
    explicit Dispatcher(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace shopbell
