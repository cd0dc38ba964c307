// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/campaign_preflight.h"

#include "base/text.h"
#include "campaigns/audience.h"
#include "campaigns/campaign_store.h"
#include "content/email_message.h"
#include "dispatch/provider_store.h"
#include "model/email_address.h"
#include "profiles/profile_reading.h"
#include "runtime/segment_reading.h"

#include <map>

namespace shopbell {

namespace {

/// What rendering the message for everybody brought to light.
struct RenderFindings {
    std::map<std::string, std::int64_t> missing;  ///< field → people without it
    std::int64_t failed = 0;
    std::string failure;
};

Result<RenderFindings> renderForAll(ReadContext& reading, const Campaign& campaign, const MessageTemplate& content,
                                    const std::vector<ProfileId>& people)
{
    RenderFindings findings;
    for (const auto id : people) {
        if (reading.cancel.isCancelled()) {
            return fail(ErrorKind::Cancelled, "Nobody waits for this any more.");
        }
        auto person = loadProfile(reading.db, id);
        if (!person) {
            if (person.error().kind == ErrorKind::NotFound) {
                continue;
            }
            return fail(person.error());
        }
        auto rendered = content.render({&*person, reading.settings.shopName,
                                        "mailto:" + campaign.content.fromAddress + "?subject=unsubscribe", reading.clock.now()});
        if (!rendered) {
            ++findings.failed;
            findings.failure = rendered.error().what;
            continue;
        }
        for (const auto& field : rendered->missing) {
            ++findings.missing[field];
        }
    }
    return findings;
}

void checkContent(const Campaign& campaign, std::vector<PreflightFinding>& findings)
{
    const auto& content = campaign.content;
    if (trimmed(content.subject).empty()) {
        findings.push_back({true, "The message has no subject.", 0});
    }
    if (trimmed(content.html).empty() && trimmed(content.text).empty()) {
        findings.push_back({true, "The message is empty.", 0});
    }
    if (auto from = EmailAddress::parse(content.fromAddress); !from) {
        findings.push_back({true, "The sender's address is not one: " + from.error().what, 0});
    }
    const bool canLeave = content.html.find("unsubscribe_url") != std::string::npos ||
                          content.text.find("unsubscribe_url") != std::string::npos;
    if (!canLeave) {
        findings.push_back({false,
                            "The message has no unsubscribe link. Put {{ unsubscribe_url }} into it: the law asks for one nearly "
                            "everywhere, and who cannot leave marks you as spam.",
                            0});
    }
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
        findings.push_back({true, "Sending is locked, since this workspace was restored or copied. Unlock it first.", 0});
    }
    if (!reading.acting) {
        findings.push_back({true, "Another process acts for this workspace. " + reading.actingElsewhere, 0});
    }
    if (campaign->provider.isValid()) {
        if (auto provider = ProviderStore(reading.db).load(campaign->provider); !provider) {
            findings.push_back({true, provider.error().what, 0});
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
                            expected->people == 0 ? "Nobody is in the audience."
                                                  : "Of " + formatCount(expected->people) +
                                                        " people in the audience nobody may be written to.",
                            expected->people});
    }
    checkContent(*campaign, findings);
    auto content = MessageTemplate::parse(campaign->content);
    if (!content) {
        findings.push_back({true, "The message cannot be read: " + content.error().what, 0});
        return findings;
    }
    auto rendered = renderForAll(reading, *campaign, *content, *people);
    if (!rendered) {
        return fail(rendered.error());
    }
    if (rendered->failed > 0) {
        findings.push_back({false,
                            "For " + formatCount(rendered->failed) + " people the message cannot be made, and is skipped: " +
                                rendered->failure,
                            rendered->failed});
    }
    for (const auto& [field, count] : rendered->missing) {
        findings.push_back({false,
                            formatCount(count) + " people have no " + field + ", and the message leaves a gap there. Give it a "
                            "fallback: {{ " + field + " | default: \"…\" }}.",
                            count});
    }
    return findings;
}

}  // namespace shopbell
