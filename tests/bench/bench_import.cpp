// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "db/workspace.h"
#include "history/event_log.h"
#include "ingest/csv_reader.h"
#include "ingest/import_job.h"
#include "profiles/profile_search.h"
#include "support/fake_clock.h"
#include "support/temp_dir.h"

#include <benchmark/benchmark.h>

#include <condition_variable>
#include <deque>
#include <fstream>
#include <mutex>
#include <thread>

namespace shopbell {
namespace {

constexpr std::int64_t eventCount = 1'000'000;
constexpr std::int64_t peopleOfEvents = 100'000;

/// One process's workspace, gone at the end.
struct Shop {
    Shop()
        : workspace(*db::Workspace::create(folder / "shop.shopbell", {"Shop", "UTC", "EUR", "AT"}, clock)),
          connection(*workspace.connect(db::OpenMode::ReadWrite)), log(*EventLog::open(workspace, connection)),
          ingestor(connection, *log, clock, "AT")
    {
    }
    test::TempDir folder;
    SystemClock clock;
    db::Workspace workspace;
    db::Connection connection;
    std::unique_ptr<EventLog> log;
    Ingestor ingestor;
};

/// The way a program runs an import: one thread reads ahead, this one stores. Returns rows stored.
std::int64_t runAhead(ImportJob& job, Ingestor& ingestor)
{
    std::mutex lock;
    std::condition_variable changed;
    std::deque<std::unique_ptr<ImportBatch>> waiting;
    bool isDone = false;
    std::thread reader([&] {
        for (;;) {
            auto batch = job.read();
            std::unique_lock guard(lock);
            changed.wait(guard, [&] { return waiting.size() < 3; });
            if (!batch || !*batch) {
                isDone = true;
                changed.notify_all();
                return;
            }
            waiting.push_back(std::move(*batch));
            changed.notify_all();
        }
    });
    for (;;) {
        std::unique_ptr<ImportBatch> batch;
        {
            std::unique_lock guard(lock);
            changed.wait(guard, [&] { return !waiting.empty() || isDone; });
            if (waiting.empty()) {
                break;
            }
            batch = std::move(waiting.front());
            waiting.pop_front();
            changed.notify_all();
        }
        if (!job.apply(ingestor, *batch)) {
            break;
        }
    }
    reader.join();
    return job.report().eventsStored + job.report().profilesCreated;
}

/// About 200 bytes of properties an event.
std::filesystem::path writeEvents(const std::filesystem::path& folder, bool isJson)
{
    const auto path = folder / (isJson ? "events.ndjson" : "events.csv");
    std::ofstream out(path, std::ios::binary);
    Random random(7);
    if (!isJson) {
        out << "profile,metric,time,value,unique_id,page,title,referrer,campaign,device,price\n";
    }
    const char* const metrics[] = {"Viewed Product", "Active on Site", "Added to Cart", "Started Checkout"};
    for (std::int64_t i = 0; i < eventCount; ++i) {
        const auto person = random.below(static_cast<std::uint64_t>(peopleOfEvents));
        const auto product = random.below(5000);
        const std::string email = "person" + std::to_string(person) + "@mail.example.com";
        const auto* const metric = metrics[random.below(4)];
        const std::int64_t at = 1'700'000'000 + i * 30;
        const std::string page = "https://shop.example/products/" + std::to_string(product) + "/a-very-nice-bell";
        const std::string title = "Brass bell number " + std::to_string(product) + " with rope";
        const std::string price = std::to_string(product % 90 + 5) + ".5";
        if (isJson) {
            out << "{\"profile\":{\"email\":\"" << email << "\"},\"metric\":\"" << metric << "\",\"time\":" << at
                << ",\"value\":" << price << ",\"unique_id\":\"e" << i << "\",\"properties\":{\"page\":\"" << page
                << "\",\"title\":\"" << title << "\",\"referrer\":\"https://search.example/?q=bells\",\"campaign\":\"spring-"
                << product % 7 << "\",\"device\":\"phone\",\"price\":" << price << "}}\n";
        } else {
            out << email << ',' << metric << ',' << at << ',' << price << ",e" << i << ',' << page << ',' << title
                << ",https://search.example/?q=bells,spring-" << product % 7 << ",phone," << price << '\n';
        }
    }
    return path;
}

void importEvents(benchmark::State& state, bool isJson)
{
    for (auto _ : state) {
        state.PauseTiming();
        Shop shop;
        ImportSettings settings;
        settings.file = writeEvents(shop.folder.path(), isJson);
        settings.now = shop.clock.now();
        settings.connectedAt = settings.now;
        state.ResumeTiming();
        auto job = openEventImport(settings);
        const std::int64_t stored = job ? runAhead(**job, shop.ingestor) : 0;
        state.PauseTiming();
        if (stored != eventCount + (*job)->report().profilesCreated) {
            state.SkipWithError("not every event was stored");
        }
        state.ResumeTiming();
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * eventCount);
}

void importEventsNdjson(benchmark::State& state)
{
    importEvents(state, true);
}

void importEventsCsv(benchmark::State& state)
{
    importEvents(state, false);
}

std::vector<ProfileUpdate> makePeople(std::int64_t count, Instant at)
{
    std::vector<ProfileUpdate> people(static_cast<std::size_t>(count));
    Random random(3);
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz";
    for (std::size_t i = 0; i < people.size(); ++i) {
        std::string first;
        std::string last;
        for (int n = 0; n < 6; ++n) {
            first += letters[random.below(26)];
            last += letters[random.below(26)];
        }
        people[i].email = first + '.' + last + std::to_string(i) + "@mail.example.com";
        people[i].externalId = std::to_string(i);
        people[i].at = at;
        people[i].properties = {{"first_name", first}, {"last_name", last}, {"city", std::string("Graz")}};
    }
    return people;
}

/// A million new people, then all of them said again with another city, in batches of 5,000, each a transaction.
void applyProfiles(benchmark::State& state)
{
    constexpr std::int64_t count = 1'000'000;
    const bool isUpdate = state.range(0) != 0;
    for (auto _ : state) {
        state.PauseTiming();
        Shop shop;
        auto people = makePeople(count, shop.clock.now());
        const auto applyAll = [&] {
            for (std::size_t i = 0; i < people.size(); i += 5000) {
                if (!shop.ingestor.apply(std::span(people).subspan(i, 5000), {}, "bench")) {
                    state.SkipWithError("a batch failed");
                }
            }
        };
        if (isUpdate) {
            applyAll();
            for (auto& person : people) {
                person.properties["city"] = std::string("Wien");
            }
        }
        state.ResumeTiming();
        applyAll();
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * count);
}

/// First row of an answer while somebody types, at a million people.
void searchPeople(benchmark::State& state, const std::string& words)
{
    static Shop shop;
    static ProfileSearch search;
    static bool isFilled = false;
    if (!isFilled) {
        const auto people = makePeople(1'000'000, shop.clock.now());
        for (std::size_t i = 0; i < people.size(); i += 5000) {
            if (!shop.ingestor.apply(std::span(people).subspan(i, 5000), {}, "bench")) {
                state.SkipWithError("a batch failed");
            }
        }
        isFilled = search.warmUp(shop.connection).has_value();
    }
    ProfileSearchQuestion question;
    question.words = words;
    for (auto _ : state) {
        const auto page = search.search(shop.connection, question);
        if (!page || page->ids.empty()) {
            state.SkipWithError("nobody was found");
        }
        benchmark::DoNotOptimize(page);
    }
}

/// Parsing alone, in bytes a second.
void parseCsv(benchmark::State& state)
{
    test::TempDir folder;
    const auto file = writeEvents(folder.path(), false);
    for (auto _ : state) {
        auto reader = CsvReader::open(file);
        CsvRow row;
        std::int64_t rows = 0;
        while ((*reader)->next(row).value_or(false)) {
            ++rows;
        }
        if (rows != eventCount) {
            state.SkipWithError("rows are missing");
        }
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                            static_cast<std::int64_t>(std::filesystem::file_size(file)));
}

BENCHMARK(parseCsv)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(importEventsNdjson)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();
BENCHMARK(importEventsCsv)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();
BENCHMARK(applyProfiles)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();
BENCHMARK_CAPTURE(searchPeople, everybody, "")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(searchPeople, oneLetter, "a")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(searchPeople, fourLetters, "anna")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(searchPeople, partOfEmail, "mail.example")->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace shopbell
