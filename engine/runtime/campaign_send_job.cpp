// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/campaign_send_job.h"

#include "base/random.h"
#include "campaigns/audience.h"
#include "campaigns/campaign_store.h"
#include "content/email_message.h"
#include "db/transaction.h"
#include "dispatch/dispatcher.h"
#include "dispatch/interrupted.h"
#include "dispatch/provider_store.h"
#include "dispatch/wire_workspace.h"
#include "history/event_log.h"
#include "ingest/ingestor.h"
#include "model/email_address.h"
#include "profiles/profile_reading.h"
#include "runtime/busy_mark.h"
#include "runtime/campaign_reading.h"
#include "runtime/segment_reading.h"

#include <map>
#include <thread>

namespace shopbell {

namespace {

constexpr int planBatch = 20'000;
constexpr int sendBatch = 400;  ///< messages leased at once

/// What the sending of one campaign needs; made on the engine thread.
struct Sending {
    Campaign campaign;
    std::vector<ProfileId> people;
    std::unique_ptr<Dispatcher> dispatcher;
    std::vector<std::unique_ptr<MessageProvider>> providers;
    std::shared_ptr<WireJournal> journal;  ///< null where the provider cannot be made to send twice
    std::string problem;                   ///< what is wrong with the provider; empty: nothing
};

Result<StoredProvider> chooseProvider(WriteContext& writing, const Campaign& campaign)
{
    ProviderStore providers(writing.db);
    if (campaign.provider.isValid()) {
        return providers.load(campaign.provider);
    }
    auto usual = providers.findDefault(campaign.channel);
    if (!usual) {
        return fail(usual.error());
    }
    if (*usual) {
        return std::move(**usual);
    }
    if (campaign.channel != Channel::Email) {
        return fail(ErrorKind::NotFound,
                    say("channel-without-provider",
                        "Nothing carries messages on this channel yet. Add a provider in the settings."));
    }
    // A shop without a mail server yet writes into the local outbox, where everything can be looked at.
    auto made = providers.save({}, "local-outbox", "Local outbox", {}, true, writing.secrets);
    if (!made) {
        return fail(made.error());
    }
    return providers.load(*made);
}

Result<std::vector<std::unique_ptr<MessageProvider>>> makeProviders(WriteContext& writing, const StoredProvider& stored)
{
    const auto* kind = findProviderKind(stored.kind);
    if (kind == nullptr) {
        return fail(ErrorKind::NotFound,
                    say("provider-kind-not-known-here", "This Shopbell does not know the kind of provider \"%1\".",
                        {stored.kind}));
    }
    auto values = ProviderStore(writing.db).loadValues(stored, writing.secrets);
    if (!values) {
        return fail(values.error());
    }
    std::vector<std::unique_ptr<MessageProvider>> providers;
    for (int count = 0; count < kind->connections; ++count) {
        auto provider = kind->make(*values, {writing.clock, writing.workspace.file()});
        if (!provider) {
            return fail(provider.error());
        }
        providers.push_back(std::move(*provider));
    }
    return providers;
}

DispatchOrder orderOf(WriteContext& writing, const Campaign& campaign)
{
    DispatchOrder order;
    order.originKind = OriginKind::Campaign;
    order.originId = campaign.id.value;
    order.originName = campaign.name;
    order.content = campaign.content;
    order.workspaceToken = writing.settings.token;
    order.shopName = writing.settings.shopName;
    order.timeZone = writing.settings.timeZone;
    return order;
}

/// The journal that this engine sends with. What an earlier one knew is settled by now, so it starts empty.
Result<std::shared_ptr<WireJournal>> wireJournalOf(WriteContext& writing)
{
    if (!writing.wire) {
        auto journal = startWireJournal(writing.db, writing.workspace.file());
        if (!journal) {
            return fail(journal.error());
        }
        writing.wire = std::move(*journal);
    }
    return writing.wire;
}

Result<std::shared_ptr<Sending>> begin(WriteContext& writing, CampaignId id)
{
    if (!writing.acting) {
        return fail(ErrorKind::Conflict, say("another-process-sends", "Another process sends for this workspace. %1",
                                             {writing.actingElsewhere}));
    }
    if (writing.settings.sendingLocked) {
        return fail(ErrorKind::Refused,
                    say("sending-locked", "Sending is locked, since this workspace was restored or copied. Unlock it "
                                          "when this is the file you go on with."));
    }
    CampaignStore campaigns(writing.db, writing.clock);
    auto campaign = campaigns.load(id);
    if (!campaign) {
        return fail(campaign.error());
    }
    auto sending = std::make_shared<Sending>();
    auto stored = chooseProvider(writing, *campaign);
    if (!stored) {
        return fail(stored.error());
    }
    auto providers = makeProviders(writing, *stored);
    if (!providers) {
        return fail(providers.error());
    }
    sending->providers = std::move(*providers);
    if (!sending->providers.front()->isIdempotent()) {
        auto journal = wireJournalOf(writing);
        if (!journal) {
            return fail(journal.error());
        }
        sending->journal = std::move(*journal);
    }
    campaign->provider = stored->id;
    auto dispatcher = Dispatcher::make(writing.db, writing.ingestor.profiles(), writing.ingestor.changes(),
                                       writing.clock, orderOf(writing, *campaign));
    if (!dispatcher) {
        return fail(dispatcher.error());
    }
    sending->dispatcher = std::move(*dispatcher);
    if (campaign->state != CampaignState::Sending) {
        if (auto moved = campaigns.move(id, CampaignState::Sending); !moved) {
            return fail(moved.error());
        }
        campaign->state = CampaignState::Sending;
    }
    auto people = resolveAudience(writing.db, campaign->audience,
                                  [&](SegmentId segment) { return listMembersOf(writing, segment); });
    if (!people) {
        return fail(people.error());
    }
    sending->people = std::move(*people);
    sending->campaign = std::move(*campaign);
    writing.notices.publish(Topic::Campaigns, id.value);
    return sending;
}

Result<void> planAll(JobContext& job, const std::shared_ptr<Sending>& sending)
{
    for (;;) {
        if (job.cancel.isCancelled()) {
            return fail(
                ErrorKind::Cancelled,
                say("send-stopped-early", "Stopped while the audience was being written down. Send again to go on."));
        }
        auto more = job.onEngine([&](WriteContext& writing) {
            return db::inTransaction(writing.db, [&] {
                return planNext(writing.db, writing.clock, sending->campaign, sending->people, planBatch);
            });
        });
        if (!more) {
            return fail(more.error());
        }
        if (!*more) {
            return {};
        }
    }
}

/// Leases, delivers and records until nothing is due. While one batch is on the wire the next is rendered.
Result<void> sendAll(JobContext& job, const std::shared_ptr<Sending>& sending)
{
    const auto lease = [sending](WriteContext& writing) -> Result<std::shared_ptr<Dispatcher::Batch>> {
        auto state = CampaignStore(writing.db, writing.clock).load(sending->campaign.id);
        if (!state) {
            return fail(state.error());
        }
        if (state->state != CampaignState::Sending) {
            return std::shared_ptr<Dispatcher::Batch>();
        }
        auto batch = sending->dispatcher->lease(sendBatch, sending->journal);
        if (!batch) {
            return fail(batch.error());
        }
        if (batch->messages.empty() && batch->skipped == 0) {
            return std::shared_ptr<Dispatcher::Batch>();
        }
        return std::make_shared<Dispatcher::Batch>(std::move(*batch));
    };
    std::int64_t done = 0;
    auto batch = job.onEngine(lease);
    for (;;) {
        if (!batch) {
            return fail(batch.error());
        }
        if (!*batch) {
            return {};
        }
        const auto current = *batch;
        auto next = job.cancel.isCancelled() ? std::future<decltype(batch)>() : job.start(lease);
        Dispatcher::deliver(*current, sending->providers, job.cancel);
        // What was leased meanwhile is recorded too when sending has to stop: as not tried.
        auto problem = job.onEngine([&](WriteContext& writing) -> Result<std::string> {
            auto recorded = writing.ingestor.together([&]() -> Result<void> {
                auto result = sending->dispatcher->record(*current);
                if (!result) {
                    return fail(result.error());
                }
                sending->problem = *result;
                return {};
            });
            if (!recorded) {
                return fail(recorded.error());
            }
            Dispatcher::forget(*current);
            writing.notices.publish(Topic::Sending);
            return sending->problem;
        });
        done += static_cast<std::int64_t>(current->messages.size()) + current->skipped;
        job.tell(Progress::Kind::Send, say("sending", "Sending \"%1\"", {sending->campaign.name}), done,
                 static_cast<std::int64_t>(sending->people.size()));
        if (!problem) {
            return fail(problem.error());
        }
        if (!problem->empty() || job.cancel.isCancelled()) {
            if (next.valid()) {
                if (auto leased = next.get(); leased && *leased) {
                    CancelToken stopped;
                    stopped.cancel();
                    Dispatcher::deliver(**leased, sending->providers, stopped);
                    auto putBack = job.onEngine([&](WriteContext&) { return sending->dispatcher->record(**leased); });
                    if (!putBack) {
                        return fail(putBack.error());
                    }
                    Dispatcher::forget(**leased);
                }
            }
            return problem->empty()
                       ? Result<void>(fail(ErrorKind::Cancelled,
                                           say("send-stopped", "Sending was stopped. Send again to go on.")))
                       : fail(ErrorKind::Remote, say("provider-refuses-now",
                                                     "The provider does not take messages now: %1 What waits stays in "
                                                     "the ledger; send again to go on.",
                                                     {*problem}));
        }
        batch = next.get();
    }
}

}  // namespace

Result<CampaignSummary> runCampaignSend(JobContext& job, const SendCampaign& command)
{
    auto mark = BusyMark::take(job, "campaign " + std::to_string(command.campaign.value),
                               say("campaign-sending-already", "This campaign is being sent already."));
    if (!mark) {
        return fail(mark.error());
    }
    auto already = job.onEngine([&](WriteContext& writing) -> Result<std::optional<CampaignSummary>> {
        auto campaign = CampaignStore(writing.db, writing.clock).load(command.campaign);
        if (!campaign || campaign->state != CampaignState::Sent) {
            return std::optional<CampaignSummary>();
        }
        auto summary = summarise(writing.db, writing.clock, *campaign);
        return summary ? Result<std::optional<CampaignSummary>>(std::move(*summary)) : fail(summary.error());
    });
    if (!already || *already) {
        // Asked again after its end: nothing is left to do, and saying how it went is the answer.
        return already ? Result<CampaignSummary>(std::move(**already)) : fail(already.error());
    }
    auto sending = job.onEngine([&](WriteContext& writing) { return begin(writing, command.campaign); });
    if (!sending) {
        return fail(sending.error());
    }
    if (auto planned = planAll(job, *sending); !planned) {
        return fail(planned.error());
    }
    auto sent = sendAll(job, *sending);
    auto summary = job.onEngine([&](WriteContext& writing) -> Result<CampaignSummary> {
        CampaignStore campaigns(writing.db, writing.clock);
        auto campaign = campaigns.load(command.campaign);
        if (!campaign) {
            return fail(campaign.error());
        }
        auto counted = summarise(writing.db, writing.clock, *campaign);
        if (!counted) {
            return fail(counted.error());
        }
        if (sent && counted->waiting == 0 && campaign->state == CampaignState::Sending) {
            if (auto moved = campaigns.move(command.campaign, CampaignState::Sent); !moved) {
                return fail(moved.error());
            }
            counted->campaign.state = CampaignState::Sent;
        }
        writing.notices.publish(Topic::Campaigns, command.campaign.value);
        writing.notices.publish(Topic::History);
        return counted;
    });
    if (!sent) {
        return fail(sent.error());
    }
    return summary;
}

Result<Done> runTestMessage(JobContext& job, const SendTestMessage& command)
{
    auto prepared = job.onEngine([&](WriteContext& writing) -> Result<std::shared_ptr<Dispatcher::Batch>> {
        auto batch = std::make_shared<Dispatcher::Batch>();
        auto content = MessageTemplate::parse(command.content);
        if (!content) {
            return fail(content.error());
        }
        auto from = EmailAddress::parse(command.content.fromAddress);
        auto to = EmailAddress::parse(command.to);
        if (!from || !to) {
            return fail(!from ? from.error() : to.error());
        }
        Profile person;
        person.email = command.to;
        person.properties["first_name"] = std::string("Ana");
        person.properties["last_name"] = std::string("Sample");
        person.properties["city"] = std::string("Graz");
        if (command.profile.isValid()) {
            auto loaded = loadProfile(writing.db, command.profile);
            if (!loaded) {
                return fail(loaded.error());
            }
            person = std::move(*loaded);
        }
        const std::string unsubscribe = "mailto:" + command.content.fromAddress + "?subject=unsubscribe";
        auto rendered = content->render({&person, writing.settings.shopName, unsubscribe, writing.clock.now()});
        if (!rendered) {
            return fail(rendered.error());
        }
        EmailEnvelope envelope;
        envelope.fromName = command.content.fromName;
        envelope.fromAddress = from->wire();
        envelope.replyTo = command.content.replyTo;
        envelope.toAddress = to->wire();
        envelope.messageId = makeToken() + "@" + std::string(from->domain());
        envelope.date = writing.clock.now();
        envelope.timeZone = writing.settings.timeZone;
        envelope.listUnsubscribe = "<" + unsubscribe + ">";
        auto source = writeEmail(envelope, *rendered);
        if (!source) {
            return fail(source.error());
        }
        batch->outgoing.push_back({writing.clock.now().ms, from->wire(), to->wire(), std::move(*source)});
        return batch;
    });
    if (!prepared) {
        return fail(prepared.error());
    }
    auto providers = job.onEngine([&](WriteContext& writing) -> Result<std::vector<std::unique_ptr<MessageProvider>>> {
        auto stored = chooseProvider(writing, Campaign{});
        if (!stored) {
            return fail(stored.error());
        }
        return makeProviders(writing, *stored);
    });
    if (!providers) {
        return fail(providers.error());
    }
    Dispatcher::deliver(**prepared, *providers, job.cancel);
    const auto& result = (*prepared)->results.front();
    if (result.fate != DeliveryFate::Accepted) {
        return fail(ErrorKind::Remote,
                    say("test-message-refused", "The test message was not taken: %1", {result.reply}));
    }
    return Done{};
}

Result<void> settleWhatWasCut(WriteContext& writing)
{
    std::map<ProviderId, std::unique_ptr<MessageProvider>> made;
    const auto providerOf = [&](const LedgerMessage& message) -> MessageProvider* {
        const auto known = made.find(message.provider);
        if (known != made.end()) {
            return known->second.get();
        }
        std::unique_ptr<MessageProvider> provider;
        if (auto stored = ProviderStore(writing.db).load(message.provider)) {
            if (auto all = makeProviders(writing, *stored); all && !all->empty()) {
                provider = std::move(all->front());
            }
        }
        return made.emplace(message.provider, std::move(provider)).first->second.get();
    };
    const auto traces = loadWireTraces(writing.db, writing.workspace.file());
    if (!traces) {
        return fail(traces.error());
    }
    return writing.ingestor.together([&]() -> Result<void> {
        auto settled = settleInterrupted(writing.db, writing.ingestor.profiles(), writing.ingestor.changes(),
                                         writing.clock, *traces, providerOf);
        if (!settled) {
            return fail(settled.error());
        }
        return {};
    });
}

}  // namespace shopbell
