// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles.h"
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
                R"({"type":"location","area":"near","distance":50,"postcode":"8020"}]}]})");
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
    std::vector<std::string> counted;
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
            part.because = "3 orders, the last on 2 May";
            Verdict whole = part;
            whole.condition = "all of these";
            whole.because.clear();
            whole.parts = {part};
            return whole;
        });
        engine.on<ListMetrics>([](const ListMetrics&) -> Result<std::vector<MetricInfo>> {
            std::vector<MetricInfo> metrics(3);
            metrics[0].name = "Opened Email";
            metrics[0].events = 9'000;
            metrics[1].name = "Placed Order";
            metrics[1].events = 4'100;
            metrics[2].name = "Viewed Product";
            metrics[2].events = 77;
            return metrics;
        });
        engine.on<ListLists>([](const ListLists&) -> Result<std::vector<ListSummary>> {
            return std::vector<ListSummary>{{{7}, "Newsletter", 31'806, {}}};
        });
    }

    std::mutex m_mutex;
};

}  // namespace shopbell::test
