// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/interrupted.h"

#include "db/transaction.h"
#include "dispatch/message_events.h"

namespace shopbell {

Result<Settled> settleInterrupted(db::Connection& connection, ChangeSink& changes, const Clock& clock,
                                  const std::function<MessageProvider*(const LedgerMessage&)>& providerOf)
{
    return db::inTransaction(connection, [&]() -> Result<Settled> {
        Settled settled;
        Ledger ledger(connection, clock);
        auto interrupted = ledger.listInterrupted();
        if (!interrupted) {
            return fail(interrupted.error());
        }
        std::vector<Ledger::Move> moves;
        for (const auto& message : *interrupted) {
            auto* provider = providerOf(message);
            const auto found = provider == nullptr ? LookedUp::CannotTell : provider->lookUp(message.id.value);
            if (found == LookedUp::Accepted) {
                ++settled.accepted;
                moves.push_back({message.id, MessageState::Accepted, {}, {}, {}, {}});
                if (auto told = recordReceived(changes, message, {}, clock.now()); !told) {
                    return fail(told.error());
                }
            } else if (found == LookedUp::NotAccepted || (provider != nullptr && provider->isIdempotent())) {
                ++settled.again;
                moves.push_back({message.id, MessageState::Queued, {}, {}, {}, {}});
            } else {
                ++settled.unknown;
                moves.push_back(
                    {message.id, MessageState::Unknown, "Shopbell stopped while it was on its way", {}, {}, {}});
            }
        }
        if (auto moved = ledger.move(moves); !moved) {
            return fail(moved.error());
        }
        return settled;
    });
}

}  // namespace shopbell
