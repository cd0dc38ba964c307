// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/interrupted.h"

#include "db/transaction.h"
#include "dispatch/message_fate.h"

namespace shopbell {

namespace {

/// What is known of a message without the server's answer, as if a provider had said so.
DeliveryResult resultOf(const LedgerMessage& message, const WireTraces& traces,
                        const std::function<MessageProvider*(const LedgerMessage&)>& providerOf)
{
    DeliveryResult result;
    const auto* trace = traces.find(message.id.value, message.attempts);
    if (trace != nullptr && trace->stage == WireRecord::Kind::Answered) {
        return trace->answer;
    }
    if (trace != nullptr && trace->stage == WireRecord::Kind::Leased) {
        result.notTried = true;
        return result;
    }
    auto* provider = providerOf(message);
    const auto found = provider == nullptr ? LookedUp::CannotTell : provider->lookUp(message.id.value);
    if (found == LookedUp::Accepted) {
        result.fate = DeliveryFate::Accepted;
    } else if (found == LookedUp::NotAccepted || (provider != nullptr && provider->isIdempotent())) {
        result.notTried = true;
    } else {
        result.fate = DeliveryFate::Unknown;
        result.reply = "Shopbell stopped while it was on its way";
    }
    return result;
}

void count(Settled& settled, const Ledger::Move& move)
{
    switch (move.to) {
    case MessageState::Accepted: ++settled.accepted; break;
    case MessageState::Failed: ++settled.failed; break;
    case MessageState::Unknown: ++settled.unknown; break;
    default: ++settled.again; break;
    }
}

}  // namespace

Result<Settled> settleInterrupted(db::Connection& connection, ProfileStore& profiles, ChangeSink& changes,
                                  const Clock& clock, const WireTraces& traces,
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
            const auto result = resultOf(message, traces, providerOf);
            if (auto taken = takeAnswer(profiles, changes, message, {}, result, clock.now(), moves); !taken) {
                return fail(taken.error());
            }
            count(settled, moves.back());
        }
        if (auto moved = ledger.move(moves); !moved) {
            return fail(moved.error());
        }
        return settled;
    });
}

}  // namespace shopbell
