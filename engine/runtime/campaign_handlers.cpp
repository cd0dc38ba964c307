// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/campaigns.h"
#include "campaigns/audience.h"
#include "campaigns/campaign_store.h"
#include "content/email_message.h"
#include "dispatch/ledger.h"
#include "ingest/ingestor.h"
#include "model/email_address.h"
#include "profiles/profile_reading.h"
#include "runtime/campaign_preflight.h"
#include "runtime/campaign_reading.h"
#include "runtime/campaign_send_job.h"
#include "runtime/handlers.h"
#include "runtime/segment_reading.h"

namespace shopbell {

namespace {

Result<std::vector<CampaignSummary>> listCampaigns(ReadContext& reading, const ListCampaigns&)
{
    auto campaigns = CampaignStore(reading.db, reading.clock).listAll();
    if (!campaigns) {
        return fail(campaigns.error());
    }
    std::vector<CampaignSummary> summaries;
    for (const auto& campaign : *campaigns) {
        auto summary = summarise(reading.db, reading.clock, campaign);
        if (!summary) {
            return fail(summary.error());
        }
        summaries.push_back(std::move(*summary));
    }
    return summaries;
}

Result<CampaignSummary> loadCampaign(ReadContext& reading, const LoadCampaign& question)
{
    auto campaign = CampaignStore(reading.db, reading.clock).load(question.campaign);
    if (!campaign) {
        return fail(campaign.error());
    }
    return summarise(reading.db, reading.clock, *campaign);
}

Result<CampaignId> saveCampaign(WriteContext& writing, const SaveCampaign& command)
{
    auto saved = CampaignStore(writing.db, writing.clock).save(command.campaign);
    if (saved) {
        writing.notices.publish(Topic::Campaigns, saved->value);
    }
    return saved;
}

Result<Done> removeCampaign(WriteContext& writing, const RemoveCampaign& command)
{
    if (auto removed = CampaignStore(writing.db, writing.clock).remove(command.campaign); !removed) {
        return fail(removed.error());
    }
    writing.notices.publish(Topic::Campaigns);
    return Done{};
}

Result<Done> moveCampaign(WriteContext& writing, CampaignId campaign, CampaignState to)
{
    if (auto moved = CampaignStore(writing.db, writing.clock).move(campaign, to); !moved) {
        return fail(moved.error());
    }
    writing.notices.publish(Topic::Campaigns, campaign.value);
    return Done{};
}

Result<Done> scheduleCampaign(WriteContext& writing, const ScheduleCampaign& command)
{
    CampaignStore campaigns(writing.db, writing.clock);
    auto campaign = campaigns.load(command.campaign);
    if (!campaign) {
        return fail(campaign.error());
    }
    const bool later = command.at.ms != 0;
    if (later && command.at <= writing.clock.now()) {
        return fail(ErrorKind::InvalidInput,
                    say("schedule-in-the-past", "That time has passed. Choose a later one, or send it now."));
    }
    campaign->scheduledFor = command.at;
    if (auto saved = campaigns.save(*campaign); !saved) {
        return fail(saved.error());
    }
    if (later && campaign->state == CampaignState::Scheduled) {
        writing.notices.publish(Topic::Campaigns, command.campaign.value);
        return Done{};
    }
    return moveCampaign(writing, command.campaign, later ? CampaignState::Scheduled : CampaignState::Draft);
}

Result<Done> pauseCampaign(WriteContext& writing, const PauseCampaign& command)
{
    return moveCampaign(writing, command.campaign, CampaignState::Paused);
}

Result<Done> cancelCampaign(WriteContext& writing, const CancelCampaign& command)
{
    auto moved = moveCampaign(writing, command.campaign, CampaignState::Cancelled);
    if (!moved) {
        return moved;
    }
    auto cancelled = Ledger(writing.db, writing.clock).cancelWaiting(OriginKind::Campaign, command.campaign.value);
    if (!cancelled) {
        return fail(cancelled.error());
    }
    return Done{};
}

Result<std::vector<ProfileId>> peopleOf(ReadContext& reading, const Audience& audience)
{
    return resolveAudience(reading.db, audience, [&](SegmentId segment) { return listMembersOf(reading, segment); });
}

Result<AudienceCount> countAudience(ReadContext& reading, const CountAudience& question)
{
    auto people = peopleOf(reading, question.audience);
    if (!people) {
        return fail(people.error());
    }
    auto expected = forecast(reading.db, *people, question.channel, reading.clock.now());
    if (!expected) {
        return fail(expected.error());
    }
    return AudienceCount{expected->people, expected->willGet, std::move(expected->skips)};
}

Result<RenderedEmail> previewMessage(ReadContext& reading, const PreviewMessage& question)
{
    auto content = MessageTemplate::parse(question.content);
    if (!content) {
        return fail(content.error());
    }
    auto who = question.profile;
    if (!who.isValid()) {
        auto people = peopleOf(reading, question.audience);
        if (!people) {
            return fail(people.error());
        }
        if (people->empty()) {
            return fail(ErrorKind::NotFound, say("audience-empty-now",
                                                 "Nobody is in this audience now, so there is nobody to show it for."));
        }
        who = people->front();
    }
    auto person = loadProfile(reading.db, who);
    if (!person) {
        return fail(person.error());
    }
    const std::string mailbox =
        question.content.replyTo.empty() ? question.content.fromAddress : question.content.replyTo;
    const std::string unsubscribe = "mailto:" + mailbox + "?subject=unsubscribe";
    auto rendered = content->render({&*person, reading.settings.shopName, unsubscribe, reading.clock.now()});
    if (!rendered) {
        return fail(rendered.error());
    }
    EmailEnvelope envelope;
    envelope.fromName = question.content.fromName;
    envelope.fromAddress = question.content.fromAddress;
    envelope.replyTo = question.content.replyTo;
    envelope.toName = displayName(*person);
    const auto address = EmailAddress::parse(person->email);
    envelope.toAddress = address ? address->wire() : "nobody@invalid";
    envelope.messageId = "preview@invalid";
    envelope.date = reading.clock.now();
    envelope.timeZone = reading.settings.timeZone;
    envelope.listUnsubscribe = "<" + unsubscribe + ">";
    auto source = writeEmail(envelope, *rendered);
    if (!source) {
        return fail(source.error());
    }
    RenderedEmail email;
    email.subject = rendered->subject;
    email.html = rendered->html;
    email.text = rendered->text;
    email.source = std::move(*source);
    email.from =
        envelope.fromName.empty() ? envelope.fromAddress : envelope.fromName + " <" + envelope.fromAddress + ">";
    email.to = address ? envelope.toName + " <" + person->email + ">" : envelope.toName + " (no email address)";
    return email;
}

Result<LedgerPage> listLedger(ReadContext& reading, const ListLedger& question)
{
    LedgerFilter filter;
    if (question.campaign.isValid()) {
        filter.originKind = OriginKind::Campaign;
        filter.originId = question.campaign.value;
    }
    filter.profile = question.profile;
    filter.states = question.states;
    filter.reason = question.skipReason;
    Ledger ledger(reading.db, reading.clock);
    auto total = ledger.countAll(filter);
    if (!total) {
        return fail(total.error());
    }
    auto messages = ledger.list(filter, question.offset, question.limit);
    if (!messages) {
        return fail(messages.error());
    }
    LedgerPage page;
    page.total = *total;
    for (auto& message : *messages) {
        auto person = loadProfile(reading.db, message.profile);
        page.rows.push_back({std::move(message), person ? displayName(*person) : std::string("erased")});
    }
    return page;
}

}  // namespace

void addCampaignHandlers(HandlerTable& table)
{
    table.question(listCampaigns);
    table.question(loadCampaign);
    table.command(saveCampaign);
    table.command(removeCampaign);
    table.command(scheduleCampaign);
    table.command(pauseCampaign);
    table.command(cancelCampaign);
    table.question(countAudience);
    table.question(previewMessage);
    table.question(preflightCampaign);
    table.question(listLedger);
    table.job(runCampaignSend);
    table.job(runTestMessage);
}

}  // namespace shopbell
