// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/campaigns.h"
#include "api/profiles.h"
#include "api/segment_editing.h"
#include "api/segments.h"
#include "api/workspace.h"
#include "support/fake_clock.h"
#include "ui/fake_engine.h"

#include <map>
#include <mutex>
#include <string>

namespace shopbell::test {

/// A shop with a few segments, as far as the page asks. What is saved is kept and comes back.
class SegmentEngine {
public:
    explicit SegmentEngine(bool filled = true)
    {
        if (filled) {
            add(4, "Good customers gone quiet",
                R"({"all":[{"type":"metric","metric":"Placed Order","measure":"sum","property":"value","op":">",)"
                R"("value":500,"timeframe":{"kind":"in-the-last","n":60,"unit":"day"}},)"
                R"({"type":"metric","metric":"Opened Email","measure":"count","op":"=","value":0,)"
                R"("timeframe":{"kind":"in-the-last","n":14,"unit":"day"}},)"
                R"({"any":[{"type":"location","area":"country","values":["Germany","Austria"]},)"
                R"({"type":"location","area":"near","distance":50,"postcode":"8020","country":"Austria"}]}]})");
            add(5, "Bought in the last 14 days",
                R"({"type":"metric","metric":"Placed Order","measure":"count","op":">=",)"
                R"("value":1,"timeframe":{"kind":"in-the-last","n":14,"unit":"day"}})");
        }
        teach();
    }

    void add(std::int64_t id, const char* name, const char* definition)
    {
        SegmentInfo info;
        info.id = SegmentId{id};
        info.name = name;
        info.definition.json = definition;
        info.words = "people who placed an order and then did nothing for long";
        info.members = 407;
        info.createdAt = info.changedAt = clock.now();
        all[id] = info;
    }

    FakeClock clock;
    FakeEngine engine;
    std::map<std::int64_t, SegmentInfo> all;
    std::map<std::int64_t, SegmentInfo> removed;
    std::vector<std::string> counted;
    std::vector<std::string> measured;  ///< definitions whose effects were asked
    std::vector<ExplainMembership> explained;

private:
    using Lock = std::lock_guard<std::mutex>;

    void teach()
    {
        engine.on<LoadWorkspaceInfo>([](const LoadWorkspaceInfo&) -> Result<WorkspaceInfo> {
            WorkspaceInfo info;
            info.shopName = "Fernhill Candles";
            info.timeZone = "Europe/Vienna";
            info.currency = "EUR";
            return info;
        });
        engine.on<ListSegments>([this](const ListSegments&) -> Result<std::vector<SegmentInfo>> {
            const Lock lock(m_mutex);
            std::vector<SegmentInfo> list;
            for (const auto& [id, each] : all) {
                list.push_back(each);
            }
            return list;
        });
        engine.on<LoadSegment>([this](const LoadSegment& asked) -> Result<SegmentInfo> {
            const Lock lock(m_mutex);
            const auto at = all.find(asked.segment.value);
            if (at == all.end()) {
                return fail(ErrorKind::NotFound, "There is no such segment.");
            }
            return at->second;
        });
        engine.on<SaveSegment>([this](const SaveSegment& command) -> Result<SegmentId> {
            const Lock lock(m_mutex);
            SegmentId id = command.segment;
            if (!id.isValid()) {
                id = SegmentId{all.empty() ? 1 : all.rbegin()->first + 1};
            }
            SegmentInfo& info = all[id.value];
            info.id = id;
            info.name = command.name;
            info.definition = command.definition;
            info.members = 12;
            return id;
        });
        engine.on<RemoveSegment>([this](const RemoveSegment& command) -> Result<Done> {
            const Lock lock(m_mutex);
            removed[command.segment.value] = all[command.segment.value];
            all.erase(command.segment.value);
            return Done{};
        });
        engine.on<CountSegment>([this](const CountSegment& asked) -> Result<SegmentCount> {
            const Lock lock(m_mutex);
            counted.push_back(asked.what.json);
            return SegmentCount{static_cast<std::int64_t>(asked.what.json.size()) * 41, 48'210, 3.7};
        });
        engine.on<ListSegmentMembers>([](const ListSegmentMembers&) -> Result<SegmentMembers> {
            return SegmentMembers{407,
                                  {{ProfileId{17}, "Ana Pereira", "ana@example.test"},
                                   {ProfileId{18}, "Tom Becker", "tom@example.test"},
                                   {ProfileId{19}, "", "lena@example.test"}}};
        });
        engine.on<ExplainMembership>([this](const ExplainMembership& asked) -> Result<Verdict> {
            const Lock lock(m_mutex);
            explained.push_back(asked);
            Verdict part;
            part.holds = true;
            part.condition = "placed an order at least 2 times";
            part.node.json = R"({"type":"metric","metric":"Placed Order","measure":"count","op":">=","value":2})";
            part.because = "3 orders, the last on 2 May";
            VerdictFact fact;
            fact.kind = VerdictFact::Kind::Count;
            fact.subject = "Placed Order";
            fact.number = 3;
            fact.at = Instant{1'777'716'000'000};
            part.facts = {fact};
            part.holdsUntil = Instant{1'799'000'000'000};
            Verdict unknown;
            unknown.unset = true;
            unknown.node.json = R"({"type":"property","property":"city","op":"equals","value":"Graz"})";
            fact.kind = VerdictFact::Kind::NotKnown;
            fact.subject = "city";
            unknown.facts = {fact};
            Verdict whole = part;
            whole.holds = asked.profile != ProfileId{23};
            whole.condition = "all of these";
            whole.node.json = R"({"all":[]})";
            whole.because.clear();
            whole.facts.clear();
            whole.parts = {part, unknown};
            return whole;
        });
        engine.on<ListMetricChoices>([](const ListMetricChoices&) -> Result<std::vector<MetricChoice>> {
            return std::vector<MetricChoice>{{"Opened Email", 9'000, {}},
                                             {"Placed Order", 4'100, {}},
                                             {"Started Checkout", 800, {}},
                                             {"Viewed Product", 77, {}}};
        });
        engine.on<ListCampaigns>([](const ListCampaigns&) -> Result<std::vector<CampaignSummary>> {
            std::vector<CampaignSummary> campaigns(1);
            campaigns[0].campaign.id = CampaignId{3};
            campaigns[0].campaign.name = "Autumn scents";
            return campaigns;
        });
        engine.on<ListLists>([](const ListLists&) -> Result<std::vector<ListSummary>> {
            return std::vector<ListSummary>{{{7}, "Newsletter", 31'806, {}}};
        });
        teachEditing();
    }

    void teachEditing()
    {
        engine.on<MeasureSegmentEffects>([this](const MeasureSegmentEffects& asked) -> Result<SegmentEffects> {
            const Lock lock(m_mutex);
            measured.push_back(asked.what.json);
            SegmentEffects effects;
            effects.members = 407;
            effects.everybody = 48'210;
            constexpr std::int64_t alone[] = {407, 2'914, 1'208, 902, 702, 311, 640, 520, 433, 410};
            constexpr std::int64_t running[] = {407, 2'914, 1'208, 407, 702, 960, 640, 520, 433, 410};
            constexpr std::int64_t removes[] = {0, 0, 1'706, 801, 702, 258, 12, 9, 7, 3};
            for (std::size_t node = 0; node < 40; ++node) {
                NodeEffect effect{alone[node % 10], running[node % 10], removes[node % 10], 31, 0, 0};
                if (node == 5) {
                    effect.unset = effect.unsetDecides = 58;
                }
                effects.nodes.push_back(effect);
            }
            return effects;
        });
        engine.on<MeasureSegmentSizes>([](const MeasureSegmentSizes& asked) -> Result<std::vector<SegmentSize>> {
            std::vector<SegmentSize> sizes;
            for (int point = 0; point < asked.points; ++point) {
                const std::int64_t at = asked.from.ms + (asked.to.ms - asked.from.ms) * point / (asked.points - 1);
                sizes.push_back({Instant{at}, 300 + point * 2 + (point * 37) % 23, 40'000 + point * 150});
            }
            return sizes;
        });
        engine.on<CompareSegments>([](const CompareSegments&) -> Result<SegmentOverlap> {
            return SegmentOverlap{289, 118, 640};
        });
        engine.on<ListPropertyChoices>([](const ListPropertyChoices& asked) -> Result<std::vector<PropertyChoice>> {
            if (!asked.metric.empty()) {
                return std::vector<PropertyChoice>{{"Category", 0}, {"items[].sku", 0}, {"coupons", 0}};
            }
            return std::vector<PropertyChoice>{
                {"country", 41'000}, {"city", 39'500}, {"birthday", 2'100}, {"tags", 700}, {"points", 300}};
        });
        engine.on<ListValueChoices>([](const ListValueChoices& asked) -> Result<ValueChoices> {
            ValueChoices answer;
            if (asked.property == "points") {
                answer = {ValueSort::Number, 2, {{"100", 20}, {"50", 10}}};
            } else if (asked.property == "birthday") {
                answer = {ValueSort::Date, 1, {{"1980-05-02", 1}}};
            } else if (asked.property == "tags") {
                answer = {ValueSort::List, 2, {{"vip", 500}, {"wholesale", 90}}};
            } else if (asked.property == "Category") {
                answer = {ValueSort::Text, 3, {{"Shoes", 500}, {"Candles", 300}, {"Soap", 90}}};
            } else {
                answer = {ValueSort::Text, 3, {{"Germany", 20'000}, {"Austria", 9'000}, {"Italy", 800}}};
            }
            std::erase_if(answer.values, [&](const ValueChoice& each) {
                return !asked.search.empty() && each.text.find(asked.search) == std::string::npos;
            });
            return answer;
        });
        engine.on<ListSegmentTemplates>([](const ListSegmentTemplates&) -> Result<std::vector<SegmentTemplateInfo>> {
            const auto metric = [](const char* tail) {
                return SegmentDefinition{std::string(R"({"type":"metric","metric":"Placed Order","measure":)") + tail};
            };
            return std::vector<SegmentTemplateInfo>{
                {"vips", "Best customers", "VIPs", "Spent a lot.", metric(R"("count","op":">=","value":4})")},
                {"big-spenders", "Best customers", "Big spenders", "Spent more than 1,000 in all.",
                 metric(R"("sum","property":"value","op":">","value":1000})")},
                {"never-bought",
                 "New people",
                 "Never bought",
                 "Can get email and never ordered.",
                 {R"({"all":[{"type":"metric","metric":"Placed Order","measure":"count","op":"=","value":0},)"
                  R"({"type":"consent","channel":"email","canReceive":true}]})"}},
                {"one-timers", "New people", "One-timers", "Ordered once.", metric(R"("count","op":"=","value":1})")},
                {"brand-new-key", "In the shop", "Something new", "A template that came with a newer engine.",
                 metric(R"("count","op":">=","value":9})")},
            };
        });
        engine.on<RestoreSegment>([this](const RestoreSegment& command) -> Result<Done> {
            const Lock lock(m_mutex);
            const auto at = removed.find(command.segment.value);
            if (at == removed.end()) {
                return fail(ErrorKind::NotFound, "There is no such segment.");
            }
            all[at->first] = at->second;
            return Done{};
        });
        engine.on<SearchProfiles>([](const SearchProfiles& asked) -> Result<ProfilePage> {
            ProfilePage page;
            ProfileEntry entry;
            entry.id = ProfileId{23};
            entry.name = "Mia Sørensen";
            entry.email = "mia@example.test";
            if (asked.words.empty() || entry.name.find(asked.words) != std::string::npos) {
                page.rows.push_back(entry);
            }
            page.total = static_cast<std::int64_t>(page.rows.size());
            return page;
        });
        engine.on<ReadKlaviyoSegment>([](const ReadKlaviyoSegment& asked) -> Result<KlaviyoReading> {
            if (asked.json.find("condition_groups") == std::string::npos) {
                return fail(ErrorKind::InvalidInput, "There are no condition_groups in it.");
            }
            return KlaviyoReading{{R"({"all":[{"type":"sample","percent":25}]})"},
                                  {{"/condition_groups/0", "Klaviyo draws its own random share."}}};
        });
        engine.on<WriteKlaviyoSegment>([](const WriteKlaviyoSegment&) -> Result<KlaviyoWriting> {
            return KlaviyoWriting{R"({"condition_groups":[]})", {}};
        });
        engine.on<ExportProfiles>([](const ExportProfiles&) -> Result<std::int64_t> { return 407; });
    }

    std::mutex m_mutex;
};

}  // namespace shopbell::test
