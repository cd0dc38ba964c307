// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "base/text.h"
#include "bench/bench_shop.h"
#include "bench/running_engine.h"
#include "db/transaction.h"
#include "model/metric.h"
#include "profiles/profile_columns.h"
#include "segments/evaluator.h"
#include "segments/live_segments.h"
#include "segments/segment_store.h"
#include "segments/worker_pair.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

using namespace shopbell;
using namespace shopbell::bench;

namespace {

/// One question, for us and for SQLite. In the SQL, {d60} is the instant 60 days before now, {now} is now, {m:NAME} the
/// number of a metric and {by} the index to go by.
struct Question {
    const char* title;
    const char* json;
    const char* sql;
};

constexpr Question questions[] = {
    {"over 500 on shoes in 60 days, no open in 14",
     R"({"all":[{"type":"metric","metric":"Placed Order","measure":"sum","property":"value","op":">","value":500,
        "timeframe":{"kind":"in-the-last","n":60,"unit":"day"},"where":[{"property":"Category","op":"equals","value":"Shoes"}]},
        {"not":{"any":[{"type":"metric","metric":"Opened Email","timeframe":{"kind":"in-the-last","n":14,"unit":"day"}}]}}]})",
     "SELECT count(*) FROM (SELECT profile FROM e INDEXED BY {by} WHERE metric={m:Placed Order} AND at>{d60} AND "
     "at<={now} "
     "AND category='Shoes' GROUP BY profile HAVING sum(value)>500000000 EXCEPT SELECT profile FROM e INDEXED BY {by} "
     "WHERE "
     "metric={m:Opened Email} AND at>{d14} AND at<={now})"},
    {"spent over 500 ever", R"({"type":"metric","metric":"Placed Order","measure":"sum","op":">","value":500})",
     "SELECT count(*) FROM (SELECT profile FROM e INDEXED BY {by} WHERE metric={m:Placed Order} AND at<={now} GROUP BY "
     "profile "
     "HAVING sum(value)>500000000)"},
    {"three orders or more, none in 180 days",
     R"({"all":[{"type":"metric","metric":"Placed Order","measure":"count","op":">=","value":3},
        {"type":"metric","metric":"Placed Order","measure":"count","op":"=","value":0,"timeframe":{"kind":"in-the-last","n":180,"unit":"day"}}]})",
     "SELECT count(*) FROM (SELECT profile FROM e INDEXED BY {by} WHERE metric={m:Placed Order} AND at<={now} GROUP BY "
     "profile "
     "HAVING count(*)>=3 EXCEPT SELECT profile FROM e INDEXED BY {by} WHERE metric={m:Placed Order} AND at>{d180} AND "
     "at<={now})"},
    {"opened or clicked in 30 days",
     R"({"any":[{"type":"metric","metric":"Opened Email","timeframe":{"kind":"in-the-last","n":30,"unit":"day"}},
        {"type":"metric","metric":"Clicked Email","timeframe":{"kind":"in-the-last","n":30,"unit":"day"}}]})",
     "SELECT count(*) FROM (SELECT profile FROM e INDEXED BY {by} WHERE metric={m:Opened Email} AND at>{d30} AND "
     "at<={now} UNION "
     "SELECT profile FROM e INDEXED BY {by} WHERE metric={m:Clicked Email} AND at>{d30} AND at<={now})"},
    {"five views or more in 30 days, never ordered",
     R"({"all":[{"type":"metric","metric":"Viewed Product","measure":"count","op":">=","value":5,"timeframe":{"kind":"in-the-last","n":30,"unit":"day"}},
        {"type":"metric","metric":"Placed Order","measure":"count","op":"=","value":0}]})",
     "SELECT count(*) FROM (SELECT profile FROM e INDEXED BY {by} WHERE metric={m:Viewed Product} AND at>{d30} AND "
     "at<={now} "
     "GROUP BY profile HAVING count(*)>=5 EXCEPT SELECT profile FROM e INDEXED BY {by} WHERE metric={m:Placed Order} "
     "AND at<={now})"},
    {"average order over 80 in a year (365 days)",
     R"({"type":"metric","metric":"Placed Order","measure":"average","op":">","value":80,"timeframe":{"kind":"in-the-last","n":365,"unit":"day"}})",
     "SELECT count(*) FROM (SELECT profile FROM e INDEXED BY {by} WHERE metric={m:Placed Order} AND at>{d365} AND "
     "at<={now} "
     "GROUP BY profile HAVING sum(value)>80000000*count(*))"},
    {"checkout begun in 30 days, no order within 3",
     R"({"type":"sequence","steps":[{"metric":"Started Checkout"},{"metric":"Placed Order","exists":false}],
        "within":{"n":3,"unit":"day"},"timeframe":{"kind":"in-the-last","n":30,"unit":"day"}})",
     "SELECT count(DISTINCT profile) FROM e a INDEXED BY {by} WHERE metric={m:Started Checkout} AND at>{d30} AND "
     "at<={d3} AND NOT "
     "EXISTS (SELECT 1 FROM e b INDEXED BY ep WHERE b.metric={m:Placed Order} AND b.profile=a.profile AND b.at>a.at "
     "AND "
     "b.at<=a.at+259200000)"},
    {"ten emails or more in 90 days, none opened",
     R"({"all":[{"type":"metric","metric":"Received Email","measure":"count","op":">=","value":10,"timeframe":{"kind":"in-the-last","n":90,"unit":"day"}},
        {"not":{"type":"metric","metric":"Opened Email","timeframe":{"kind":"in-the-last","n":90,"unit":"day"}}}]})",
     "SELECT count(*) FROM (SELECT profile FROM e INDEXED BY {by} WHERE metric={m:Received Email} AND at>{d90} AND "
     "at<={now} "
     "GROUP BY profile HAVING count(*)>=10 EXCEPT SELECT profile FROM e INDEXED BY {by} WHERE metric={m:Opened Email} "
     "AND at>{d90} "
     "AND at<={now})"},
};

struct Options {
    std::int64_t events = 20'000'000;
    std::uint32_t profiles = 1'000'000;
    int repeats = 31;
    bool sqlite = true;
    std::filesystem::path file;
};

std::filesystem::path plainFile(const Options& options)
{
    auto file = options.file;
    file += "-plain.sqlite";
    return file;
}

void addPeople(Shop& shop, std::uint32_t profiles)
{
    auto transaction = valueOf(db::Transaction::begin(shop.connection));
    Random random(3);
    constexpr const char* countries[] = {"DE", "AT", "CH", "FR", "IT", "US", "GB", "NL"};
    for (std::uint32_t i = 1; i <= profiles; ++i) {
        const std::string email = "person" + std::to_string(i) + "@mail.example";
        const std::string properties = std::string("{\"country\":\"") + countries[random.below(8)] +
                                       "\",\"first_name\":\"Name " + std::to_string(random.below(2000)) +
                                       "\",\"points\":" + std::to_string(random.below(500)) + "}";
        valueOf(
            shop.connection.run("INSERT INTO profile(id,created_at,changed_at,email,properties) VALUES(?1,?2,?2,?3,?4)",
                                static_cast<std::int64_t>(i), std::int64_t{1'600'000'000'000}, email, properties));
    }
    valueOf(transaction.commit());
}

std::string categoryOf(std::string_view properties)
{
    const auto begin = properties.find("\"Category\":\"");
    return begin == std::string_view::npos
               ? std::string()
               : std::string(properties.substr(begin + 12, properties.find('"', begin + 12) - begin - 12));
}

void build(const Options& options)
{
    std::filesystem::create_directories(options.file.parent_path());
    const auto start = Watch::now();
    Shop shop(options.file);
    valueOf(shop.connection.relaxDurability());
    addPeople(shop, options.profiles);
    auto plain = valueOf(db::Connection::open(plainFile(options), db::OpenMode::Create));
    valueOf(plain.relaxDurability());
    valueOf(plain.execute("CREATE TABLE e(profile INT, metric INT, at INT, value INT, category TEXT)"));
    bench::HistoryGenerator::Shape shape;
    shape.events = options.events;
    shape.profiles = options.profiles;
    bench::HistoryGenerator generator(shape, shop.metricIds);
    for (;;) {
        const auto& events = generator.next(100'000);
        if (events.empty()) {
            break;
        }
        {
            auto transaction = valueOf(db::Transaction::begin(shop.connection));
            static_cast<void>(valueOf(shop.log->append(events)));
            valueOf(transaction.commit());
            shop.log->published();
        }
        if (!options.sqlite) {
            continue;
        }
        auto transaction = valueOf(db::Transaction::begin(plain));
        for (const NewEvent& event : events) {
            const std::string category = categoryOf(event.properties);
            valueOf(plain.run(
                "INSERT INTO e VALUES(?1,?2,?3,?4,?5)", event.profile, event.metric, event.at, event.value,
                category.empty() ? std::optional<std::string_view>() : std::optional<std::string_view>(category)));
        }
        valueOf(transaction.commit());
    }
    valueOf(shop.log->seal());
    if (options.sqlite) {
        valueOf(plain.execute("CREATE INDEX ea ON e(metric, at, profile, value, category);"
                              "CREATE INDEX ep ON e(metric, profile, at, value, category); ANALYZE"));
    }
    std::printf("built in %.0f s\n", millisecondsSince(start) / 1e3);
}

std::string fillIn(std::string sql, const Shop& shop, Instant now, const char* by)
{
    for (const int days : {3, 14, 30, 60, 90, 180, 365}) {
        sql = replaceAll(sql, "{d" + std::to_string(days) + "}",
                         std::to_string(now.ms - days * std::int64_t{86'400'000}));
    }
    for (std::size_t i = 0; i < shop.metricIds.size(); ++i) {
        sql = replaceAll(sql, "{m:" + std::string(bench::generatedMetrics()[i].name) + "}",
                         std::to_string(shop.metricIds[i].value));
    }
    return replaceAll(replaceAll(sql, "{now}", std::to_string(now.ms)), "{by}", by);
}

std::string replaced(std::string text, const std::string& what, int with)
{
    return replaceAll(std::move(text), what, std::to_string(with));
}

/// `count` segments of the usual kinds, none like another.
void saveSegments(Shop& shop, int count)
{
    auto transaction = valueOf(db::Transaction::begin(shop.connection));
    valueOf(shop.connection.execute("DELETE FROM segment"));
    segments::SegmentStore store(shop.connection, shop.clock);
    constexpr const char* kinds[] = {
        R"({"type":"metric","metric":"Placed Order","measure":"sum","op":">","value":@,"timeframe":{"kind":"in-the-last","n":60,"unit":"day"}})",
        R"({"type":"metric","metric":"Opened Email","op":"=","value":0,"timeframe":{"kind":"in-the-last","n":@,"unit":"day"}})",
        R"({"all":[{"type":"metric","metric":"Placed Order","op":">=","value":3},{"type":"metric","metric":"Placed Order","op":"=","value":0,"timeframe":{"kind":"in-the-last","n":@,"unit":"day"}}]})",
        R"({"any":[{"type":"metric","metric":"Opened Email","timeframe":{"kind":"in-the-last","n":@,"unit":"day"}},{"type":"metric","metric":"Clicked Email","timeframe":{"kind":"in-the-last","n":@,"unit":"day"}}]})",
        R"({"all":[{"type":"metric","metric":"Viewed Product","op":">=","value":5,"timeframe":{"kind":"in-the-last","n":@,"unit":"day"}},{"type":"metric","metric":"Placed Order","op":"=","value":0}]})",
        R"({"type":"sequence","steps":[{"metric":"Started Checkout"},{"metric":"Placed Order","exists":false}],"within":{"n":3,"unit":"day"},"timeframe":{"kind":"in-the-last","n":@,"unit":"day"}})",
        R"({"type":"metric","metric":"Placed Order","measure":"average","op":">","value":80,"timeframe":{"kind":"in-the-last","n":@,"unit":"day"}})",
        R"({"all":[{"type":"property","property":"country","op":"in","value":["DE","AT"]},{"type":"metric","metric":"Received Email","op":">=","value":10,"timeframe":{"kind":"in-the-last","n":@,"unit":"day"}}]})"};
    for (int i = 0; i < count; ++i) {
        static_cast<void>(
            valueOf(store.create("Live " + std::to_string(i),
                                 {replaced(kinds[static_cast<std::size_t>(i) % std::size(kinds)], "@", 20 + i)})));
    }
    valueOf(transaction.commit());
}

/// Single events, each for somebody, in so many live segments.
void followEvents(Shop& shop, const segments::Sources& sources, int count)
{
    saveSegments(shop, count);
    std::int64_t moves = 0;
    const auto onMove = [&](const segments::SegmentMove&) { ++moves; };
    auto start = Watch::now();
    auto live = valueOf(segments::LiveSegments::start(sources, shop.clock.now(), {}, onMove));
    const double starting = millisecondsSince(start);
    constexpr int events = 3'500;
    Random random(9);
    std::vector<segments::LiveEvent> news;
    const auto& kinds = bench::generatedMetrics();
    const auto everybody = valueOf(sources.people->people());
    for (int i = 0; i < events; ++i) {
        const auto& kind = kinds[random.below(kinds.size())];
        news.push_back({{static_cast<std::int64_t>(random.below(everybody->end - 1)) + 1},
                        kind.name,
                        shop.clock.now(),
                        kind.hasValue ? std::optional(Decimal::fromInteger(50)) : std::nullopt,
                        {1'000'000'000 + i},
                        "{}"});
    }
    const auto view = shop.log->view();
    std::vector<double> times;
    start = Watch::now();
    const auto worked = std::clock();
    for (const segments::LiveEvent& event : news) {
        valueOf(live->take(std::span(&event, 1), view, shop.clock.now(), onMove));
    }
    const double took = millisecondsSince(start) * 1e3 / events;
    const double processor = static_cast<double>(std::clock() - worked) * 1e6 / CLOCKS_PER_SEC / events;
    std::printf("%d live segments: started in %.0f ms, an event in %.2f us (%.2f of processor), %lld moves\n", count,
                starting, took, processor, static_cast<long long>(moves));
}

/// In a process of its own, so that the memory of this one does not count.
void runEngine(const Options& options, const char* self, int count)
{
    {
        Shop shop(options.file);
        saveSegments(shop, count);
    }
    std::fflush(stdout);
    const std::string command = '\'' + std::string(self) + "' --running yes --keep '" + fromPath(options.file) + '\'';
    if (std::system(command.c_str()) != 0) {
        std::exit(1);
    }
}

/// A workspace just opened: nothing is in memory but people.
struct Opened {
    explicit Opened(const std::filesystem::path& file)
        : shop(file),
          people(valueOf(ProfileColumns::open(shop.workspace))),
          reader(valueOf(shop.workspace.connect(db::OpenMode::ReadOnly)))
    {
        sources.people = people.get();
        sources.db = &reader;
        sources.zone = valueOf(TimeZone::load("Europe/Vienna"));
        sources.workers = &workers;
        sources.history = shop.log->view();
        const auto start = Watch::now();
        static_cast<void>(valueOf(people->people()));
        peopleTook = millisecondsSince(start);
    }
    [[nodiscard]] std::int64_t count(const Question& question)
    {
        auto evaluator = valueOf(segments::Evaluator::make(sources, SegmentDefinition{question.json}));
        return valueOf(evaluator.count(shop.clock.now()));
    }

    Shop shop;
    std::unique_ptr<ProfileColumns> people;
    db::Connection reader;
    segments::WorkerPair workers;
    segments::Sources sources;
    double peopleTook = 0;
};

/// The first question asks for a property that, in a new file, nobody has asked for before.
void readProperty(const Options& options)
{
    Opened opened(options.file);
    const auto start = Watch::now();
    static_cast<void>(opened.count(questions[0]));
    std::printf("people in memory: %.0f ms; a property's column made, or found: %.0f ms\n", opened.peopleTook,
                millisecondsSince(start));
}

int answer(const Options& options)
{
    Opened opened(options.file);
    const Instant now = opened.shop.clock.now();
    std::optional<db::Connection> plain;
    if (options.sqlite && std::filesystem::exists(plainFile(options))) {
        plain = valueOf(db::Connection::open(plainFile(options), db::OpenMode::ReadOnly));
        valueOf(plain->execute("PRAGMA cache_size=-4000000; PRAGMA mmap_size=8000000000; PRAGMA temp_store=MEMORY"));
    }
    std::printf("%-46s %10s %9s %9s %9s %9s %9s %7s\n", "definition", "count", "cold ms", "median", "least", "cpu",
                "SQLite", "times");
    double logarithms = 0;
    int wrong = 0;
    for (const Question& question : questions) {
        std::int64_t count = 0;
        const Times ours = measure(options.repeats, [&] { count = opened.count(question); });
        double theirs = 0;
        if (plain) {
            for (const char* by : {"ea", "ep"}) {
                std::int64_t found = 0;
                const std::string sql = fillIn(question.sql, opened.shop, now, by);
                const Times times = measure(3, [&] { found = valueOf(plain->findInteger(sql)).value_or(-1); });
                theirs = theirs == 0 ? times.median : std::min(theirs, times.median);
                if (found != count) {
                    std::printf("DIFFERENT: SQLite by %s finds %lld\n", by, static_cast<long long>(found));
                    ++wrong;
                }
            }
        }
        logarithms += std::log(ours.median);
        std::printf("%-46s %10s %9.1f %9.2f %9.2f %9.2f %9.1f %7.0f\n", question.title, formatCount(count).c_str(),
                    ours.first, ours.median, ours.least, ours.processor, theirs, theirs / ours.median);
        std::fflush(stdout);
    }
    followEvents(opened.shop, opened.sources, 8);
    followEvents(opened.shop, opened.sources, 50);
    valueOf(opened.shop.log->seal());
    std::printf("geometric mean of the medians: %.2f ms; VmRSS %ld MB\n", std::exp(logarithms / std::size(questions)),
                residentMegabytes());
    return wrong == 0 ? 0 : 1;
}

}  // namespace

/// bench_segments [--events N] [--profiles N] [--keep FILE] [--repeats N] [--sqlite yes|no]; a kept file is used again.
int main(int argc, char** argv)
{
    Options options;
    options.file = std::filesystem::temp_directory_path() / ("shopbell-bench-" + makeToken()) / "bench.shopbell";
    bool keep = false;
    bool running = false;
    for (int i = 1; i < argc; i += 2) {
        const std::string_view option = argv[i];
        const char* const value = i + 1 < argc ? argv[i + 1] : nullptr;
        if (value != nullptr && option == "--events") {
            options.events = std::atoll(value);
        } else if (value != nullptr && option == "--profiles") {
            options.profiles = static_cast<std::uint32_t>(std::atoll(value));
        } else if (value != nullptr && option == "--repeats") {
            options.repeats = std::max(1, std::atoi(value));
        } else if (value != nullptr && option == "--sqlite") {
            options.sqlite = std::string_view(value) != "no";
        } else if (value != nullptr && option == "--running") {
            running = std::string_view(value) != "no";
        } else if (value != nullptr && option == "--keep") {
            options.file = value;
            keep = true;
        } else {
            std::fprintf(stderr,
                         "bench_segments [--events N] [--profiles N] [--keep FILE] [--repeats N] [--sqlite yes|no]\n");
            return 2;
        }
    }
    if (!std::filesystem::exists(options.file)) {
        build(options);
    }
    if (running) {
        return bench::printRunningEngine(options.file) ? 0 : 1;
    }
    readProperty(options);
    const int status = answer(options);
    runEngine(options, argv[0], 8);
    runEngine(options, argv[0], 50);
    if (!keep) {
        std::error_code ignored;
        std::filesystem::remove_all(options.file.parent_path(), ignored);
    }
    return status;
}
