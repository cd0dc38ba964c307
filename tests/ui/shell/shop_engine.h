// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/campaigns.h"
#include "api/profiles.h"
#include "api/reports.h"
#include "api/segments.h"
#include "api/stores.h"
#include "api/workspace.h"
#include "ui/fake_engine.h"

namespace shopbell::test {

/// Teaches `engine` the answers of a small shop, as far as frame and Home ask. `info` outlives the engine.
inline void answerAsShop(FakeEngine& engine, const WorkspaceInfo& info)
{
    engine.on<LoadWorkspaceInfo>([&info](const LoadWorkspaceInfo&) { return info; });
    engine.on<ListStores>([](const ListStores&) -> Result<std::vector<StoreStatus>> {
        StoreStatus store;
        store.id = ConnectionId{1};
        store.label = "Fernhill Candles";
        store.lastSuccess = Instant{1'767'225'560'000};
        return std::vector{store};
    });
    engine.on<ListSegments>([](const ListSegments&) -> Result<std::vector<SegmentInfo>> {
        SegmentInfo segment;
        segment.id = SegmentId{4};
        segment.name = "Good customers gone quiet";
        segment.members = 407;
        return std::vector{segment};
    });
    engine.on<ListCampaigns>([](const ListCampaigns&) -> Result<std::vector<CampaignSummary>> {
        CampaignSummary summary;
        summary.campaign.id = CampaignId{9};
        summary.campaign.name = "Autumn scents";
        return std::vector{summary};
    });
    engine.on<ListProviders>([](const ListProviders&) -> Result<std::vector<ProviderInfo>> {
        return std::vector{ProviderInfo{ProviderId{1}, "outbox", "Local outbox", Channel::Email, {}, true}};
    });
    engine.on<SearchProfiles>([](const SearchProfiles& asked) -> Result<ProfilePage> {
        ProfileEntry ana;
        ana.id = ProfileId{17};
        ana.name = "Ana Pereira";
        ana.email = "ana@example.test";
        return asked.words == "ana" ? ProfilePage{1, {ana}} : ProfilePage{};
    });
    engine.on<CountSegment>([](const CountSegment&) -> Result<SegmentCount> { return SegmentCount{212, 48210, 1.5}; });
    engine.on<LoadTimeline>([](const LoadTimeline&) -> Result<TimelineEntries> {
        TimelineEntry entry;
        entry.row = 1;
        entry.at = Instant{1'767'225'480'000};
        entry.metric = "Placed Order";
        entry.value = Decimal::fromInteger(64);
        entry.properties = R"({"order_number":"2871"})";
        entry.profile = ProfileId{17};
        entry.profileName = "Ana Pereira";
        return TimelineEntries{{entry}, ""};
    });
    engine.on<LoadOverview>([](const LoadOverview&) -> Result<Overview> {
        Overview overview;
        overview.currency = "EUR";
        overview.profiles = 48210;
        overview.mayEmail = 31806;
        overview.now.revenue = Decimal::fromInteger(18420);
        overview.before.revenue = Decimal::fromInteger(16446);
        overview.now.newCustomers = 214;
        overview.before.newCustomers = 183;
        overview.now.attributedRevenue = Decimal::fromInteger(6310);
        for (int day = 0; day < 30; ++day) {
            overview.days.push_back({Instant{1'764'633'600'000 + day * 86'400'000LL}, Decimal::fromInteger(600 + day),
                                     Decimal::fromInteger(200), 9});
        }
        return overview;
    });
    engine.on<UnlockSending>([](const UnlockSending&) -> Result<Done> { return Done{}; });
    engine.on<BackUp>([](const BackUp&) -> Result<BackupInfo> { return BackupInfo{"copy", Instant{}, 2'500'000}; });
}

[[nodiscard]] inline WorkspaceInfo fernhill()
{
    WorkspaceInfo info;
    info.file = "fernhill.shopbell";
    info.shopName = "Fernhill Candles";
    info.timeZone = "Europe/Vienna";
    info.currency = "EUR";
    info.acting = true;
    info.profiles = 48210;
    info.events = 900000;
    info.segments = 14;
    return info;
}

}  // namespace shopbell::test
