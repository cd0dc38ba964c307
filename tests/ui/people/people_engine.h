// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/campaigns.h"
#include "api/profiles.h"
#include "api/segments.h"
#include "api/workspace.h"
#include "model/metric.h"
#include "ui/fake_engine.h"

#include <array>
#include <set>
#include <string>

namespace shopbell::test {

/// Saturday 21 November 2026, 10:52 in Vienna.
inline constexpr Instant today{1'795'254'720'000};
inline constexpr std::int64_t dayMs = 86'400'000;

inline SegmentInfo vips(SegmentId id)
{
    SegmentInfo info;
    info.id = id;
    info.name = "VIPs";
    info.definition = {"{}"};
    info.members = 212;
    info.createdAt = today;
    info.changedAt = today;
    return info;
}

inline ProfileEntry madeUpPerson(std::int64_t row)
{
    static constexpr std::array first{"Ana", "Maximilian-Leopold", "Lena", "Jörg", "Zoë", "Ola", "Íris"};
    static constexpr std::array last{"Pereira", "von Hohenstein-Wittgenstein", "Gruber", "Żak", "Li", "Nowak"};
    static constexpr std::array cities{"Porto", "Vienna", "Sankt Georgen im Attergau", "Łódź", "Graz"};
    const auto pick = [row](const auto& from) {
        return std::string(from[static_cast<std::size_t>(row) % from.size()]);
    };
    ProfileEntry entry;
    entry.id = {row + 1};
    entry.name = pick(first) + " " + pick(last);
    entry.email = "person" + std::to_string(row) + "@example.com";
    entry.phone = "+43664" + std::to_string(1'000'000 + row);
    entry.city = pick(cities);
    entry.country = row % 3 == 0 ? "AT" : "PT";
    entry.createdAt = {today.ms - row % 900 * dayMs};
    entry.emailConsent = static_cast<ConsentState>(row % 4);
    entry.orders = row % 5;
    entry.spent = Decimal::fromInteger(row % 5 * 37);
    if (entry.orders > 0) {
        entry.lastOrder = Instant{today.ms - row % 90 * dayMs};
    }
    return entry;
}

/// A shop of `people` made-up people; the person 1 has a life.
class PeopleEngine {
public:
    explicit PeopleEngine(std::int64_t people)
    {
        engine.on<SearchProfiles>([this, people](const SearchProfiles& question) -> Result<ProfilePage> {
            {
                const std::scoped_lock lock(mutex);
                searches.push_back(question);
            }
            ProfilePage page;
            page.total = question.words.empty()       ? people
                         : question.words == "nobody" ? 0
                                                      : std::min<std::int64_t>(people, 7);
            if (question.list.isValid()) {
                page.total = std::min<std::int64_t>(people, 3);
            }
            for (auto row = question.offset; row < std::min(question.offset + question.limit, page.total); ++row) {
                page.rows.push_back(madeUpPerson(row));
            }
            return page;
        });
        engine.on<LoadWorkspaceInfo>([people](const LoadWorkspaceInfo&) -> Result<WorkspaceInfo> {
            WorkspaceInfo info;
            info.shopName = "Fernhill Candles";
            info.timeZone = "Europe/Vienna";
            info.currency = "EUR";
            info.profiles = people;
            return info;
        });
        engine.on<ListLists>([](const ListLists&) -> Result<std::vector<ListSummary>> {
            return std::vector<ListSummary>{{{4}, "Newsletter", 1'204, today}, {{5}, "Wholesale", 17, today}};
        });
        engine.on<ListSegments>([](const ListSegments&) -> Result<std::vector<SegmentInfo>> {
            return std::vector<SegmentInfo>{vips({1})};
        });
        engine.on<ListMetrics>([](const ListMetrics&) -> Result<std::vector<MetricInfo>> {
            return std::vector<MetricInfo>{{{1}, std::string(metrics::placedOrder), 2, 1, {}, {}},
                                           {{2}, std::string(metrics::viewedProduct), 1, 1, {}, {}}};
        });
        engine.on<ListCampaigns>([](const ListCampaigns&) -> Result<std::vector<CampaignSummary>> {
            CampaignSummary summary;
            summary.campaign.id = {9};
            summary.campaign.name = "Singles’ Day";
            return std::vector<CampaignSummary>{summary};
        });
        engine.on<LoadProfile>([](const LoadProfile& question) -> Result<ProfileDetail> { return detailOf(question); });
        engine.on<LoadTimeline>(
            [this](const LoadTimeline& question) -> Result<TimelineEntries> { return timelineOf(question); });
        engine.on<ListLedger>([](const ListLedger& question) -> Result<LedgerPage> { return ledgerOf(question); });
        engine.on<LoadSegment>(
            [](const LoadSegment& question) -> Result<SegmentInfo> { return vips(question.segment); });
        engine.on<ExplainMembership>([](const ExplainMembership&) -> Result<Verdict> {
            Verdict part;
            part.holds = true;
            part.condition = "Placed Order at least 5 times";
            part.because = "17 times, last on 21 November";
            Verdict whole;
            whole.holds = true;
            whole.condition = "all of these";
            whole.parts = {part};
            return whole;
        });
        engine.on<JoinList>([this](const JoinList& command) -> Result<std::int64_t> {
            const std::scoped_lock lock(mutex);
            joined = command;
            return static_cast<std::int64_t>(command.profiles.size());
        });
        engine.on<SuppressAddress>([this](const SuppressAddress& command) -> Result<Done> {
            const std::scoped_lock lock(mutex);
            suppressed.insert(command.address);
            return Done{};
        });
    }

    FakeEngine engine;
    std::mutex mutex;
    std::vector<SearchProfiles> searches;
    JoinList joined;
    std::set<std::string> suppressed;
    int events = 130;  ///< of each person

private:
    static Result<ProfileDetail> detailOf(const LoadProfile& question)
    {
        if (question.profile.value > 1'000'000) {
            return fail(ErrorKind::NotFound, "There is no profile of that number.");
        }
        ProfileDetail detail;
        detail.profile.id = question.profile;
        detail.profile.createdAt = {today.ms - 627 * dayMs};
        if (question.profile.value == 2) {  // hardly anything is known
            detail.profile.email = "someone.with.a.very.long.address@a-rather-long-domain.example";
            detail.name = detail.profile.email;
            detail.suppressions.push_back(
                {Channel::Email, detail.profile.email, SuppressionReason::HardBounce, {today.ms - dayMs}, ""});
            return detail;
        }
        detail.name = "Ana Pereira";
        detail.profile.email = "ana.pereira@example.pt";
        detail.profile.phone = "+351912000417";
        detail.profile.properties = {{"city", std::string("Porto")},
                                     {"country", std::string("PT")},
                                     {"likes", std::vector<std::string>{"beeswax", "unscented"}},
                                     {"loyalty_points", 240.0},
                                     {"time_zone", std::string("Europe/Lisbon")}};
        detail.consents.push_back({Channel::Email,
                                   ConsentState::Subscribed,
                                   {today.ms - 627 * dayMs},
                                   "form",
                                   "fernhill.example/newsletter",
                                   "Yes, send me news"});
        detail.lists = {{4, "Newsletter", today}};
        detail.segments = {{1, "VIPs", today}, {2, "Engaged 30 days", today}, {3, "Candles, not soap", today}};
        detail.orders = 17;
        detail.spent = Decimal::fromInteger(1'284);
        detail.firstOrder = Instant{today.ms - 660 * dayMs};
        detail.lastOrder = Instant{today.ms - 11 * 60'000};
        return detail;
    }
    Result<TimelineEntries> timelineOf(const LoadTimeline& question) const
    {
        TimelineEntries page;
        const bool filtered = !question.metrics.empty();
        int from = question.after.empty() ? 0 : std::stoi(question.after);
        if (question.profile.value == 2) {
            from = events;
        }
        for (; from < events && static_cast<std::int64_t>(page.entries.size()) < question.limit; ++from) {
            const bool order = from % 3 == 0;
            TimelineEntry entry;
            entry.row = events - from;
            entry.at = {today.ms - std::int64_t{from} * 9 * 3'600'000 - 660'000};
            entry.metric = std::string(order ? metrics::placedOrder : metrics::viewedProduct);
            entry.properties = order ? R"({"order_number":"2871","items":[{"name":"Beeswax Pillar","quantity":2}]})"
                                     : R"({"name":"Beeswax Pillar"})";
            if (order) {
                entry.value = Decimal::fromInteger(64);
            }
            if (!filtered || question.metrics.front() == entry.metric) {
                page.entries.push_back(entry);
            }
        }
        page.next = from < events ? std::to_string(from) : std::string();
        return page;
    }
    static Result<LedgerPage> ledgerOf(const ListLedger& question)
    {
        LedgerPage page;
        if (question.profile.value == 2) {
            return page;
        }
        LedgerRow row;
        row.message.id = {3};
        row.message.originId = 9;
        row.message.state = MessageState::Skipped;
        row.message.reason = "smart-sending";
        row.message.changedAt = {today.ms - dayMs - 3'600'000};
        page.total = 1;
        if (question.offset == 0) {
            page.rows.push_back(row);
        }
        return page;
    }
};

}  // namespace shopbell::test
