// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/campaign_preflight.h"

#include "base/text.h"
#include "campaigns/audience.h"
#include "campaigns/campaign_store.h"
#include "content/preflight.h"
#include "dispatch/provider_store.h"
#include "profiles/profile_reading.h"
#include "runtime/segment_reading.h"

namespace shopbell {

namespace {

/// Everybody's message, rendered and looked at.
Result<void> lookAtAll(ReadContext& reading, const Campaign& campaign, const std::vector<ProfileId>& people,
                       Preflight& preflight)
{
    const std::string unsubscribe = "mailto:" + campaign.content.fromAddress + "?subject=unsubscribe";
    for (const auto id : people) {
        if (reading.cancel.isCancelled()) {
            return fail(ErrorKind::Cancelled, say("nobody-waits", "Nobody waits for this any more."));
        }
        auto person = loadProfile(reading.db, id);
        if (!person) {
            if (person.error().kind == ErrorKind::NotFound) {
                continue;
            }
            return fail(person.error());
        }
        preflight.look({&*person, reading.settings.shopName, unsubscribe, reading.clock.now()});
    }
    return {};
}

}  // namespace

Result<std::vector<PreflightFinding>> preflightCampaign(ReadContext& reading, const PreflightCampaign& question)
{
    auto campaign = CampaignStore(reading.db, reading.clock).load(question.campaign);
    if (!campaign) {
        return fail(campaign.error());
    }
    std::vector<PreflightFinding> findings;
    if (reading.settings.sendingLocked) {
        findings.push_back({true,
                            say("sending-locked-first",
                                "Sending is locked, since this workspace was restored or copied. Unlock it first."),
                            0});
    }
    if (!reading.acting) {
        findings.push_back(
            {true,
             say("another-process-acts", "Another process acts for this workspace. %1", {reading.actingElsewhere}), 0});
    }
    if (campaign->provider.isValid()) {
        if (auto provider = ProviderStore(reading.db).load(campaign->provider); !provider) {
            findings.push_back({true, sentenceOf(provider.error()), 0});
        }
    }
    auto people = resolveAudience(reading.db, campaign->audience,
                                  [&](SegmentId segment) { return listMembersOf(reading, segment); });
    if (!people) {
        return fail(people.error());
    }
    auto expected = forecast(reading.db, *people, campaign->channel, reading.clock.now());
    if (!expected) {
        return fail(expected.error());
    }
    if (expected->willGet == 0) {
        findings.push_back({true,
                            expected->people == 0
                                ? say("audience-empty", "Nobody is in the audience.")
                                : say("audience-not-writable", "Of %1 people in the audience nobody may be written to.",
                                      {expected->people}),
                            expected->people});
    }
    Preflight preflight(campaign->content);
    if (auto looked = lookAtAll(reading, *campaign, *people, preflight); !looked) {
        return fail(looked.error());
    }
    for (auto& finding : preflight.finish()) {
        findings.push_back({finding.blocks, std::move(finding.words), finding.people});
    }
    return findings;
}

}  // namespace shopbell
