// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/campaigns.h"
#include "api/profiles.h"
#include "api/segments.h"
#include "api/workspace.h"
#include "support/fake_clock.h"
#include "ui/fake_engine.h"

#include <map>
#include <mutex>

namespace shopbell::test {

/// A shop with campaigns in every state, as far as the pages ask. What is saved is kept and comes back.
class CampaignEngine {
public:
    explicit CampaignEngine(bool filled = true)
    {
        if (filled) {
            add(1, "Autumn scents are here", CampaignState::Draft, 0, 0);
            add(2, "Black Friday, early access for our best customers", CampaignState::Sending, 8'140, 3'105);
            add(3, "Summer clearance", CampaignState::Sent, 31'806, 0);
            add(4, "Advent calendar", CampaignState::Scheduled, 0, 0);
            all[1].campaign.content.html = "<p>Hello {{ first_name }}</p>";
        }
        teach();
    }

    void add(std::int64_t id, const char* name, CampaignState state, std::int64_t planned, std::int64_t waiting)
    {
        CampaignSummary summary;
        Campaign& campaign = summary.campaign;
        campaign.id = CampaignId{id};
        campaign.name = name;
        campaign.state = state;
        campaign.audience.segments = {SegmentId{4}};
        campaign.content.fromName = "Fernhill Candles";
        campaign.content.fromAddress = "hello@fernhill.example";
        campaign.content.subject = std::string(name) + ", {{ first_name | default: \"friend\" }}";
        campaign.createdAt = campaign.changedAt = clock.now() - Duration(86'400'000LL * id);
        if (planned > 0) {
            campaign.startedAt = campaign.createdAt;
            summary.planned = planned;
            summary.waiting = waiting;
            summary.skipped = planned / 25;
            summary.failed = planned / 400;
            summary.unknown = state == CampaignState::Sent ? 2 : 0;
            summary.accepted = planned - waiting - summary.skipped - summary.failed - summary.unknown;
            summary.skipReasons = {{"no-consent", summary.skipped - 30}, {"suppressed", 20}, {"no-address", 10}};
            summary.failures = {
                {"550 5.1.1 The email account that you tried to reach does not exist.", summary.failed}};
        }
        if (state == CampaignState::Scheduled) {
            campaign.scheduledFor = clock.now() + Duration(86'400'000LL * 3);
        }
        if (state == CampaignState::Sent) {
            campaign.finishedAt = campaign.createdAt + Duration(600'000);
        }
        all[id] = summary;
    }

    FakeClock clock;
    FakeEngine engine;
    std::map<std::int64_t, CampaignSummary> all;
    std::vector<PreflightFinding> findings;
    std::vector<SendCampaign> sent;
    std::vector<ScheduleCampaign> scheduled;
    std::vector<SendTestMessage> tests;
    std::vector<PreviewMessage> previews;
    std::vector<ListLedger> ledgers;
    std::vector<CancelCampaign> cancelled;

private:
    using Lock = std::lock_guard<std::mutex>;

    void teach()
    {
        engine.on<LoadWorkspaceInfo>([](const LoadWorkspaceInfo&) -> Result<WorkspaceInfo> {
            WorkspaceInfo info;
            info.shopName = "Fernhill Candles";
            info.timeZone = "Europe/Vienna";
            info.currency = "EUR";
            info.acting = true;
            return info;
        });
        engine.on<ListCampaigns>([this](const ListCampaigns&) -> Result<std::vector<CampaignSummary>> {
            const Lock lock(m_mutex);
            std::vector<CampaignSummary> list;
            for (const auto& [id, each] : all) {
                list.push_back(each);
            }
            return list;
        });
        engine.on<LoadCampaign>([this](const LoadCampaign& asked) -> Result<CampaignSummary> {
            const Lock lock(m_mutex);
            const auto at = all.find(asked.campaign.value);
            if (at == all.end()) {
                return fail(ErrorKind::NotFound, "There is no such campaign.");
            }
            return at->second;
        });
        engine.on<SaveCampaign>([this](const SaveCampaign& command) -> Result<CampaignId> {
            const Lock lock(m_mutex);
            Campaign campaign = command.campaign;
            if (!campaign.id.isValid()) {
                campaign.id = CampaignId{all.empty() ? 1 : all.rbegin()->first + 1};
            }
            all[campaign.id.value].campaign = campaign;
            return campaign.id;
        });
        engine.on<RemoveCampaign>([this](const RemoveCampaign& command) -> Result<Done> {
            const Lock lock(m_mutex);
            all.erase(command.campaign.value);
            return Done{};
        });
        engine.on<SendCampaign>([this](const SendCampaign& command) -> Result<CampaignSummary> {
            const Lock lock(m_mutex);
            sent.push_back(command);
            all[command.campaign.value].campaign.state = CampaignState::Sent;
            return all[command.campaign.value];
        });
        engine.on<ScheduleCampaign>([this](const ScheduleCampaign& command) -> Result<Done> {
            const Lock lock(m_mutex);
            scheduled.push_back(command);
            Campaign& campaign = all[command.campaign.value].campaign;
            campaign.state = command.at.ms != 0 ? CampaignState::Scheduled : CampaignState::Draft;
            return Done{};
        });
        engine.on<CancelCampaign>([this](const CancelCampaign& command) -> Result<Done> {
            const Lock lock(m_mutex);
            cancelled.push_back(command);
            return Done{};
        });
        engine.on<PauseCampaign>([this](const PauseCampaign& command) -> Result<Done> {
            const Lock lock(m_mutex);
            all[command.campaign.value].campaign.state = CampaignState::Paused;
            return Done{};
        });
        engine.on<SendTestMessage>([this](const SendTestMessage& command) -> Result<Done> {
            const Lock lock(m_mutex);
            tests.push_back(command);
            return Done{};
        });
        engine.on<ListSegments>([](const ListSegments&) -> Result<std::vector<SegmentInfo>> {
            std::vector<SegmentInfo> segments(2);
            segments[0].id = SegmentId{4};
            segments[0].name = "Good customers gone quiet";
            segments[0].members = 407;
            segments[1].id = SegmentId{5};
            segments[1].name = "Bought in the last 14 days";
            segments[1].members = 96;
            return segments;
        });
        engine.on<ListLists>([](const ListLists&) -> Result<std::vector<ListSummary>> {
            return std::vector<ListSummary>{{{7}, "Newsletter", 31'806, {}}};
        });
        engine.on<CountAudience>([](const CountAudience& asked) -> Result<AudienceCount> {
            return asked.audience.excludedSegments.empty()
                       ? AudienceCount{407, 371, {{"no-consent", 24}, {"suppressed", 9}, {"no-address", 3}}}
                       : AudienceCount{391, 360, {{"no-consent", 24}, {"suppressed", 7}}};
        });
        engine.on<SearchProfiles>([](const SearchProfiles& asked) -> Result<ProfilePage> {
            ProfileEntry person;
            person.id = ProfileId{17 + asked.offset};
            person.name = asked.offset == 0 ? "Ana Pereira" : "Tom Becker";
            return ProfilePage{2, {person}};
        });
        engine.on<PreviewMessage>([this](const PreviewMessage& asked) -> Result<RenderedEmail> {
            const Lock lock(m_mutex);
            previews.push_back(asked);
            const std::string name = asked.profile.value == 17 ? "Ana" : "Tom";
            return RenderedEmail{"Hello " + name,
                                 "Fernhill Candles <hello@fernhill.example>",
                                 name + " <x@y.example>",
                                 asked.content.html.empty() ? "<p>" + asked.content.text + "</p>" : asked.content.html,
                                 asked.content.text,
                                 "From: x\r\n\r\n"};
        });
        engine.on<PreflightCampaign>([this](const PreflightCampaign&) -> Result<std::vector<PreflightFinding>> {
            const Lock lock(m_mutex);
            return findings;
        });
        engine.on<ListProviders>([](const ListProviders&) -> Result<std::vector<ProviderInfo>> {
            return std::vector{ProviderInfo{ProviderId{1}, "smtp", "Our mail server", Channel::Email, {}, true}};
        });
        engine.on<ListLedger>([this](const ListLedger& asked) -> Result<LedgerPage> {
            const Lock lock(m_mutex);
            ledgers.push_back(asked);
            LedgerPage page;
            page.total = 240;
            for (std::int64_t at = asked.offset; at < std::min<std::int64_t>(asked.offset + asked.limit, 240); ++at) {
                LedgerRow row;
                row.message.profile = ProfileId{at + 1};
                row.message.address = "person" + std::to_string(at) + "@example.test";
                row.message.state = !asked.states.empty() ? asked.states.front()
                                    : at % 5 == 3         ? MessageState::Skipped
                                                          : MessageState::Accepted;
                row.message.reason = row.message.state == MessageState::Skipped ? "no-consent" : "";
                row.message.changedAt = clock.now();
                row.profileName = "Person number " + std::to_string(at);
                page.rows.push_back(row);
            }
            return page;
        });
    }

    std::mutex m_mutex;
};

}  // namespace shopbell::test
