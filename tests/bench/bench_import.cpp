// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "db/checkpointer.h"
#include "db/transaction.h"
#include "db/workspace.h"
#include "history/event_log.h"
#include "ingest/csv_reader.h"
#include "ingest/import_job.h"
#include "profiles/profile_search.h"
#include "support/temp_dir.h"

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <ctime>
#include <deque>
#include <fstream>
#include <functional>
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
          connection(*workspace.connect(db::OpenMode::ReadWrite)),
          checkpointer(workspace, connection),
          log(*EventLog::open(workspace, connection)),
          ingestor(connection, *log, clock, "AT")
    {
    }
    test::TempDir folder;
    SystemClock clock;
    db::Workspace workspace;
    db::Connection connection;
    db::Checkpointer checkpointer;
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
        const db::UnawaitedCommits unawaited(ingestor.connection());
        if (!job.apply(ingestor, *batch)) {
            break;
        }
    }
    (void)ingestor.connection().flush();
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
                << "\",\"title\":\"" << title
                << "\",\"referrer\":\"https://search.example/?q=bells\",\"campaign\":\"spring-" << product % 7
                << "\",\"device\":\"phone\",\"price\":" << price << "}}\n";
        } else {
            out << email << ',' << metric << ',' << at << ',' << price << ",e" << i << ',' << page << ',' << title
                << ",https://search.example/?q=bells,spring-" << product % 7 << ",phone," << price << '\n';
        }
    }
    return path;
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

/// Of the clock on the wall, and of the processor (all threads): on a busy machine they differ.
struct Seconds {
    double wall = 0;
    double processor = 0;
};

Seconds secondsOf(const std::function<void()>& work)
{
    const auto before = std::chrono::steady_clock::now();
    const auto ticks = std::clock();
    work();
    return {std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count(),
            static_cast<double>(std::clock() - ticks) / CLOCKS_PER_SEC};
}

void tell(const char* what, const Seconds& seconds, std::int64_t count, const char* unit)
{
    std::printf("%-36s %7.2f s (processor %6.2f s)  %12.0f %s/s\n", what, seconds.wall, seconds.processor,
                static_cast<double>(count) / seconds.wall, unit);
    std::fflush(stdout);
}

/// Parsing alone.
bool benchParsing()
{
    test::TempDir folder;
    const auto file = writeEvents(folder.path(), false);
    std::int64_t rows = 0;
    const Seconds seconds = secondsOf([&] {
        auto reader = CsvReader::open(file);
        CsvRow row;
        while (reader && (*reader)->next(row).value_or(false)) {
            ++rows;
        }
    });
    tell("CSV parsing", seconds, static_cast<std::int64_t>(std::filesystem::file_size(file)), "bytes");
    return rows == eventCount;
}

/// From the file to the disk: parse, find or make the person, append, commit.
bool benchEvents(bool isJson)
{
    Shop shop;
    ImportSettings settings;
    settings.file = writeEvents(shop.folder.path(), isJson);
    settings.now = shop.clock.now();
    settings.connectedAt = settings.now;
    auto job = openEventImport(settings);
    if (!job) {
        return false;
    }
    (*job)->packWith(shop.log->packer());
    std::int64_t stored = 0;
    const Seconds seconds = secondsOf([&] { stored = runAhead(**job, shop.ingestor); });
    tell(isJson ? "events from NDJSON, durable" : "events from CSV, durable", seconds, eventCount, "events");
    return stored == eventCount + (*job)->report().profilesCreated;
}

bool applyInBatches(Shop& shop, const std::vector<ProfileUpdate>& people)
{
    constexpr std::size_t batch = 25'000;  // as imports do
    for (std::size_t i = 0; i < people.size(); i += batch) {
        if (!shop.ingestor.apply(std::span(people).subspan(i, std::min(batch, people.size() - i)), {}, "bench")) {
            return false;
        }
    }
    return true;
}

/// A million new people, all of them again unchanged, then with another city; then searching among them.
bool benchPeople()
{
    constexpr std::int64_t count = 1'000'000;
    Shop shop;
    auto people = makePeople(count, shop.clock.now());
    bool isWell = true;
    tell("profiles: new", secondsOf([&] { isWell &= applyInBatches(shop, people); }), count, "profiles");
    tell("profiles: unchanged", secondsOf([&] { isWell &= applyInBatches(shop, people); }), count, "profiles");
    for (auto& person : people) {
        person.properties["city"] = std::string("Wien");
    }
    tell("profiles: changed, with events", secondsOf([&] { isWell &= applyInBatches(shop, people); }), count,
         "profiles");

    ProfileSearch search;
    tell("search: reading a million people", secondsOf([&] { isWell &= search.warmUp(shop.connection).has_value(); }),
         count, "profiles");
    for (const char* const words : {"", "a", "an", "anna", "mail.example", "zzzzzz nobody"}) {
        ProfileSearchQuestion question;
        question.words = words;
        std::size_t total = 0;
        const Seconds seconds = secondsOf([&] {
            const auto page = search.search(shop.connection, question);
            isWell &= page.has_value();
            total = page ? page->total : 0;
        });
        std::printf("search: %-20s %10zu found in %6.1f ms\n", words, total, seconds.wall * 1000);
    }
    return isWell;
}

}  // namespace
}  // namespace shopbell

/// bench_import [events | people]
int main(int argc, char** argv)
{
    using namespace shopbell;
    const std::string_view only = argc > 1 ? argv[1] : "";
    const bool isWell = (only == "people" || (benchParsing() && benchEvents(true) && benchEvents(false))) &&
                        (only == "events" || benchPeople());
    if (!isWell) {
        std::fprintf(stderr, "something was not stored\n");
    }
    return isWell ? 0 : 1;
}
