// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Questions about the time before very many merges, as after an import gone wrong.
#include "db/workspace.h"
#include "history/event_log.h"
#include "history/history_view.h"
#include "ingest/ingestor.h"
#include "profiles/profile_columns.h"
#include "segments/evaluator.h"
#include "segments/size_curve.h"
#include "support/fake_clock.h"
#include "support/temp_dir.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace shopbell;

namespace {

using Watch = std::chrono::steady_clock;
constexpr std::int64_t day = 86'400'000;

double millisecondsSince(Watch::time_point start)
{
    return std::chrono::duration<double, std::milli>(Watch::now() - start).count();
}

template <class T>
T valueOf(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n", describe(result.error()).c_str());
        std::exit(1);
    }
    return std::move(*result);
}

void must(const Result<void>& result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n", describe(result.error()).c_str());
        std::exit(1);
    }
}

struct Shop {
    Shop(int people, int merges)
        : workspace(
              valueOf(db::Workspace::create(folder / "shop.shopbell", {"Shop", "Europe/Vienna", "EUR", "AT"}, clock))),
          writer(valueOf(workspace.connect(db::OpenMode::ReadWrite))),
          reader(valueOf(workspace.connect(db::OpenMode::ReadOnly))),
          log(valueOf(EventLog::open(workspace, writer))),
          ingestor(writer, *log, clock, "AT"),
          columns(valueOf(ProfileColumns::open(workspace))),
          zone(valueOf(TimeZone::load("Europe/Vienna")))
    {
        must(writer.relaxDurability());
        makePeople(people);
        seal();
        mergePairs(people, merges);
        seal();
    }

    void makePeople(int people)
    {
        const MetricId order = valueOf(log->ensureMetric("Placed Order"));
        constexpr int batch = 5'000;
        for (int begin = 1; begin <= people; begin += batch) {
            must(ingestor.together([&]() -> Result<void> {
                std::vector<ProfileUpdate> updates;
                for (int i = begin; i < std::min(people + 1, begin + batch); ++i) {
                    ProfileUpdate one;
                    one.email = "person" + std::to_string(i) + "@example.com";
                    one.createdAt = clock.now() - Duration(400 * day);
                    one.properties["city"] = std::string(i % 3 == 0 ? "Graz" : i % 3 == 1 ? "Linz" : "Wien");
                    one.properties["points"] = static_cast<double>(i % 100);
                    one.consents = {{Channel::Email, ConsentState::Subscribed, clock.now(), "form", {}, {}}};
                    updates.push_back(std::move(one));
                }
                (void)ingestor.profiles().applyAll(updates);
                std::vector<NewEvent> events;
                std::vector<std::string> ids;
                ids.reserve(updates.size() * 10);
                for (int i = begin; i < std::min(people + 1, begin + batch); ++i) {
                    for (int k = 0; k < 10; ++k) {
                        ids.push_back(std::to_string(i) + '-' + std::to_string(k));
                        events.push_back({{i},
                                          order,
                                          clock.now() - Duration((i * 7 + k * 35) % 350 * day),
                                          Decimal::fromInteger(20 + k),
                                          ids.back(),
                                          {},
                                          false});
                    }
                }
                auto done = log->append(events);
                return done ? Result<void>() : fail(done.error());
            }));
        }
    }

    /// Half at one moment, the others a minute apart.
    void mergePairs(int people, int merges)
    {
        first = clock.now();
        const auto start = Watch::now();
        constexpr int batch = 1'000;
        for (int begin = 0; begin < merges; begin += batch) {
            must(ingestor.together([&]() -> Result<void> {
                for (int i = begin; i < std::min(merges, begin + batch); ++i) {
                    clock.advance(Duration(i < merges / 2 ? 0 : 60'000));
                    const std::int64_t person = i % (people / 2) * 2 + 1;
                    if (auto done = ingestor.profiles().merge({person + 1}, {person}, "bench"); !done) {
                        return done;
                    }
                }
                return {};
            }));
        }
        clock.advance(Duration(60'000));
        std::printf("%d merges written, %.1f us each\n", merges, millisecondsSince(start) * 1000 / merges);
    }

    void seal()
    {
        must(log->seal());
        clock.advance(Duration(60'000));
    }

    segments::Sources sources()
    {
        segments::Sources made;
        made.history = log->view();
        made.people = columns.get();
        made.db = &reader;
        made.zone = zone;
        return made;
    }

    test::TempDir folder;
    test::FakeClock clock;
    db::Workspace workspace;
    db::Connection writer;
    db::Connection reader;
    std::unique_ptr<EventLog> log;
    Ingestor ingestor;
    std::unique_ptr<ProfileColumns> columns;
    TimeZone zone;
    Instant first;
};

void measure(Shop& shop, const char* name, const SegmentDefinition& definition, const char* when, Instant at)
{
    std::vector<double> times;
    std::int64_t count = 0;
    for (int run = 0; run < 5; ++run) {
        const auto start = Watch::now();
        auto evaluator = valueOf(segments::Evaluator::make(shop.sources(), definition));
        count = valueOf(evaluator.count(at));
        times.push_back(millisecondsSince(start));
    }
    std::sort(times.begin(), times.end());
    std::printf("%-10s %-22s %8lld people  %9.2f ms median, %9.2f best\n", name, when, static_cast<long long>(count),
                times[times.size() / 2], times.front());
}

int numberAfter(const std::vector<std::string_view>& words, std::string_view option, int otherwise)
{
    const auto found = std::find(words.begin(), words.end(), option);
    return found == words.end() || found + 1 == words.end() ? otherwise : std::atoi(std::string(found[1]).c_str());
}

}  // namespace

int main(int count, char** arguments)
{
    const std::vector<std::string_view> words(arguments + 1, arguments + count);
    const int people = numberAfter(words, "--people", 300'000);
    const int merges = std::min(numberAfter(words, "--merges", 100'000), people / 2);
    Shop shop(people, merges);
    const std::pair<const char*, SegmentDefinition> questions[] = {
        {"orders", {R"({"type":"metric","metric":"Placed Order","measure":"count","op":">=","value":5})"}},
        {"city", {R"({"type":"property","property":"city","op":"equals","value":"Graz"})"}},
        {"consent", {R"({"type":"consent","channel":"email","canReceive":true})"}},
        {"all three",
         {R"({"all":[)"
          R"({"type":"metric","metric":"Placed Order","measure":"sum","op":">","value":100,)"
          R"("timeframe":{"kind":"in-the-last","n":90,"unit":"day"}},)"
          R"({"type":"property","property":"city","op":"equals","value":"Graz"},)"
          R"({"type":"consent","channel":"email","canReceive":true}]})"}}};
    for (const auto& [name, definition] : questions) {
        measure(shop, name, definition, "now", shop.clock.now());
        measure(shop, name, definition, "before the last merge", shop.clock.now() - Duration(90'000));
        measure(shop, name, definition, "before all merges", shop.first - Duration(1));
    }
    for (const auto& [name, definition] : questions) {
        const auto start = Watch::now();
        const auto curve = valueOf(segments::measureSize(shop.sources(), valueOf(segments::parseDefinition(definition)),
                                                         shop.clock.now() - Duration(365 * day), shop.clock.now(), 53));
        std::printf("%-10s size over a year, 53 points, from %lld to %lld: %.0f ms\n", name,
                    static_cast<long long>(curve.front().members), static_cast<long long>(curve.back().members),
                    millisecondsSince(start));
    }
    return 0;
}
