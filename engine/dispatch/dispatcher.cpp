// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/dispatcher.h"

#include "base/text.h"
#include "content/email_message.h"
#include "db/transaction.h"
#include "db/workspace.h"
#include "dispatch/message_events.h"
#include "dispatch/message_fate.h"
#include "dispatch/policy_facts.h"
#include "model/email_address.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <unordered_map>

namespace shopbell {

namespace {

/// Until there is a public address, people unsubscribe by writing an email that says so.
std::string unsubscribeAddress(const EmailAddress& mailbox, std::int64_t ledgerId)
{
    // RFC 6068: the sign between the two halves stands as it is.
    return "mailto:" + percentEncode(mailbox.localPart()) + "@" + std::string(mailbox.domain()) +
           "?subject=unsubscribe%20" + std::to_string(ledgerId);
}

std::string messageIdOf(const DispatchOrder& order, std::int64_t ledgerId, std::string_view domain)
{
    char hash[17];
    std::snprintf(
        hash, sizeof hash, "%016llx",
        static_cast<unsigned long long>(stableHash(order.workspaceToken, static_cast<std::uint64_t>(ledgerId))));
    return std::to_string(ledgerId) + "." + hash + "@" + std::string(domain);
}

std::vector<WireJournal::Try> triesOf(const Dispatcher::Batch& batch)
{
    std::vector<WireJournal::Try> tries;
    tries.reserve(batch.messages.size());
    for (const auto& message : batch.messages) {
        tries.push_back({message.id.value, message.attempts});
    }
    return tries;
}

/// Sends one and keeps the journal: noted before the wire, answered after.
DeliveryResult sendNoted(MessageProvider& provider, OutgoingMessage& message, WireJournal* journal,
                         const CancelToken& cancel)
{
    if (journal == nullptr) {
        return provider.send(message, cancel);
    }
    bool isBegun = false;
    message.beforeWire = [&isBegun, journal, id = message.ledgerId]() -> Result<void> {
        if (isBegun) {
            return {};
        }
        auto begun = journal->begin(id);
        isBegun = begun.has_value();
        return begun;
    };
    DeliveryResult result;
    if (!provider.tellsBeforeWire()) {
        if (auto begun = message.beforeWire(); !begun) {
            result.providerBroken = true;
            result.reply = describe(begun.error());
            message.beforeWire = nullptr;
            return result;
        }
    }
    result = provider.send(message, cancel);
    message.beforeWire = nullptr;
    // What was not begun and was put off needs no answer: leased alone, it is certain not to have gone.
    if (isBegun || result.fate != DeliveryFate::Deferred) {
        journal->answer(message.ledgerId, result);
    }
    return result;
}

}  // namespace

struct Dispatcher::State {
    State(db::Connection& connection, ProfileStore& profileStore, ChangeSink& sink, const Clock& theClock,
          DispatchOrder what, MessageTemplate parsed, EmailAddress sender, EmailAddress answers)
        : db(connection),
          profiles(profileStore),
          changes(sink),
          clock(theClock),
          order(std::move(what)),
          content(std::move(parsed)),
          from(std::move(sender)),
          replyTo(std::move(answers)),
          zone(TimeZone::load(order.timeZone).value_or(TimeZone())),
          ledger(connection, theClock)
    {
    }

    db::Connection& db;
    ProfileStore& profiles;
    ChangeSink& changes;
    const Clock& clock;
    DispatchOrder order;
    MessageTemplate content;
    EmailAddress from;
    EmailAddress replyTo;
    TimeZone zone;
    Ledger ledger;
    std::unordered_map<std::int64_t, std::string> subjects;  ///< of what is on the wire, by ledger id

    [[nodiscard]] Result<void> prepare(const LedgerMessage& message, PolicyFacts& facts, Batch& batch,
                                       std::vector<Ledger::Move>& moves);
    [[nodiscard]] Result<OutgoingMessage> render(const LedgerMessage& message, const PolicyFacts::Person& person);
    [[nodiscard]] MessageStory storyOf(const LedgerMessage& message) const
    {
        const auto subject = subjects.find(message.id.value);
        return {order.originName, subject == subjects.end() ? std::string() : subject->second};
    }
};

Dispatcher::Dispatcher(std::unique_ptr<State> state) : m_state(std::move(state)) {}

Dispatcher::~Dispatcher() = default;

Result<std::unique_ptr<Dispatcher>> Dispatcher::make(db::Connection& connection, ProfileStore& profiles,
                                                     ChangeSink& changes, const Clock& clock, DispatchOrder order)
{
    auto content = MessageTemplate::parse(order.content);
    if (!content) {
        return fail(content.error());
    }
    auto from = EmailAddress::parse(order.content.fromAddress);
    if (!from) {
        return fail(ErrorKind::InvalidInput,
                    say("sender-address-wrong", "The sender's address is not one: %1", {sentenceOf(from.error())}));
    }
    auto replyTo = order.content.replyTo.empty() ? from : EmailAddress::parse(order.content.replyTo);
    if (!replyTo) {
        return fail(ErrorKind::InvalidInput, say("reply-address-wrong", "The address for replies is not one: %1",
                                                 {sentenceOf(replyTo.error())}));
    }
    return std::unique_ptr<Dispatcher>(
        new Dispatcher(std::make_unique<State>(connection, profiles, changes, clock, std::move(order),
                                               std::move(*content), std::move(*from), std::move(*replyTo))));
}

Result<Dispatcher::Batch> Dispatcher::lease(int limit, std::shared_ptr<WireJournal> journal)
{
    auto& state = *m_state;
    return db::inTransaction(state.db, [&]() -> Result<Batch> {
        Batch batch;
        batch.journal = std::move(journal);
        auto settings = db::Workspace::loadSettings(state.db);
        if (!settings) {
            return fail(settings.error());
        }
        if (settings->sendingLocked) {
            batch.locked = true;
            return batch;
        }
        auto due = state.ledger.takeDue(state.order.originKind, state.order.originId, limit);
        if (!due) {
            return fail(due.error());
        }
        std::vector<Ledger::Move> moves;
        for (const auto& message : *due) {
            PolicyFacts facts(state.db, message.channel, settings->sendingLocked);
            if (auto prepared = state.prepare(message, facts, batch, moves); !prepared) {
                return fail(prepared.error());
            }
        }
        if (auto moved = state.ledger.move(moves); !moved) {
            return fail(moved.error());
        }
        // On the disk before this transaction is: a message that the ledger finds at `sending` is one that the journal
        // knows.
        if (batch.journal && !batch.messages.empty()) {
            if (auto leased = batch.journal->lease(triesOf(batch)); !leased) {
                return fail(leased.error());
            }
        }
        return batch;
    });
}

Result<void> Dispatcher::State::prepare(const LedgerMessage& message, PolicyFacts& facts, Batch& batch,
                                        std::vector<Ledger::Move>& moves)
{
    auto person = facts.gather(message);
    if (!person) {
        return fail(person.error());
    }
    const auto decision = decideSending(person->input, order.rules, clock.now());
    const auto skip = [&](SkipReason reason) {
        ++batch.skipped;
        moves.push_back({message.id, MessageState::Skipped, std::string(skipReasonName(reason)), {}, {}, {}});
    };
    if (decision.what == PolicyDecision::What::Skip) {
        skip(*decision.reason);
        return {};
    }
    if (decision.what == PolicyDecision::What::Wait) {
        moves.push_back({message.id, MessageState::Planned, {}, {}, decision.until, {}});
        return {};
    }
    auto outgoing = render(message, *person);
    if (!outgoing) {
        // One person's data must not hold up everybody's message; the ledger says why this one did not go.
        skip(SkipReason::CannotRender);
        return {};
    }
    moves.push_back({message.id, MessageState::Sending, {}, {}, {}, person->address});
    batch.messages.push_back(message);
    batch.messages.back().address = person->address;
    batch.messages.back().attempts += 1;
    batch.outgoing.push_back(std::move(*outgoing));
    return {};
}

Result<OutgoingMessage> Dispatcher::State::render(const LedgerMessage& message, const PolicyFacts::Person& person)
{
    const auto unsubscribe = unsubscribeAddress(replyTo, message.id.value);
    auto rendered = content.render({&*person.profile, order.shopName, unsubscribe, clock.now(), zone, order.currency});
    if (!rendered) {
        return fail(rendered.error());
    }
    EmailEnvelope envelope;
    envelope.fromName = order.content.fromName;
    envelope.fromAddress = from.wire();
    envelope.replyTo = order.content.replyTo;
    envelope.toName = displayName(*person.profile);
    envelope.toAddress = person.address;
    envelope.messageId = messageIdOf(order, message.id.value, from.domain());
    envelope.date = clock.now();
    envelope.timeZone = order.timeZone;
    envelope.listUnsubscribe = "<" + unsubscribe + ">";
    auto source = writeEmail(envelope, *rendered);
    if (!source) {
        return fail(source.error());
    }
    subjects[message.id.value] = rendered->subject;
    return OutgoingMessage{message.id.value, from.wire(), person.address, std::move(*source), {}};
}

void Dispatcher::deliver(Batch& batch, std::span<const std::unique_ptr<MessageProvider>> providers,
                         const CancelToken& cancel)
{
    batch.results.assign(batch.outgoing.size(), {});
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> broken = false;
    const auto work = [&](MessageProvider& provider) {
        for (auto index = next++; index < batch.outgoing.size(); index = next++) {
            if (cancel.isCancelled() || broken) {
                batch.results[index].fate = DeliveryFate::Deferred;
                batch.results[index].notTried = true;
                continue;
            }
            batch.results[index] = sendNoted(provider, batch.outgoing[index], batch.journal.get(), cancel);
            if (batch.results[index].providerBroken) {
                broken = true;
            }
        }
    };
    std::vector<std::thread> threads;
    for (std::size_t extra = 1; extra < providers.size() && extra < batch.outgoing.size(); ++extra) {
        threads.emplace_back([&, extra] { work(*providers[extra]); });
    }
    if (!providers.empty()) {
        work(*providers.front());
    } else {
        for (auto& result : batch.results) {
            result.notTried = true;
        }
    }
    for (auto& thread : threads) {
        thread.join();
    }
}

void Dispatcher::forget(const Batch& batch)
{
    if (batch.journal) {
        batch.journal->forget(triesOf(batch));
    }
}

Result<std::string> Dispatcher::record(const Batch& batch)
{
    auto& state = *m_state;
    return db::inTransaction(state.db, [&]() -> Result<std::string> {
        std::string problem;
        std::vector<Ledger::Move> moves;
        for (std::size_t index = 0; index < batch.messages.size(); ++index) {
            const auto& result = batch.results[index];
            if (result.providerBroken && problem.empty()) {
                problem = result.reply;
            }
            const auto& message = batch.messages[index];
            if (auto taken = takeAnswer(state.profiles, state.changes, message, state.storyOf(message), result,
                                        state.clock.now(), moves);
                !taken) {
                return fail(taken.error());
            }
        }
        if (auto moved = state.ledger.move(moves); !moved) {
            return fail(moved.error());
        }
        for (const auto& message : batch.messages) {
            state.subjects.erase(message.id.value);
        }
        return problem;
    });
}

}  // namespace shopbell
