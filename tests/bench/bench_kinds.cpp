// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "base/text.h"
#include "bench/bench_shop.h"
#include "db/transaction.h"
#include "model/message.h"
#include "profiles/profile_columns.h"
#include "segments/evaluator.h"
#include "segments/geography.h"
#include "segments/ledger_column.h"
#include "segments/segment_store.h"
#include "segments/worker_pair.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

using namespace shopbell;
using namespace shopbell::bench;

namespace {

constexpr std::int64_t dayMs = 86'400'000;
constexpr std::int64_t year = 365;
constexpr int campaigns = 300;
constexpr int flows = 10;
constexpr int repeats = 9;

struct Options {
    std::int64_t events = 2'000'000;
    std::int64_t profiles = 1'000'000;
    std::int64_t messages = 1'000'000;
    std::filesystem::path file;
};

/// One question; `sql` asks the plain ledger m(profile, kind, origin, at, skip) the same, {by} being an index.
struct Question {
    const char* title;
    const char* json;
    const char* sql = nullptr;
};

constexpr Question questions[] = {
    {"property: country is one of two", R"({"type":"property","property":"country","op":"in","value":["DE","AT"]})"},
    {"property: first name contains", R"({"type":"property","property":"first_name","op":"contains","value":"99"})"},
    {"property: points over 400", R"({"type":"property","property":"points","op":">","value":400})"},
    {"list: is on it", R"({"type":"list","list":"Big"})"},
    {"list: joined in 30 days",
     R"({"type":"list","list":"Big","timeframe":{"kind":"in-the-last","n":30,"unit":"day"}})"},
    {"list: is not on it", R"({"type":"list","list":"Big","member":false})"},
    {"consent: may be emailed", R"({"type":"consent","canReceive":true})"},
    {"consent: subscribed in 90 days",
     R"({"type":"consent","state":"subscribed","timeframe":{"kind":"in-the-last","n":90,"unit":"day"}})"},
    {"consent: suppressed after a hard bounce", R"({"type":"consent","suppressed":true,"reason":"hard-bounce"})"},
    {"location: country", R"({"type":"location","area":"country","values":["Austria","France"]})"},
    {"location: city", R"({"type":"location","area":"city","values":["Town 17","Town 18"]})"},
    {"location: within 50 km", R"({"type":"location","area":"near","distance":50,"latitude":48.2,"longitude":13.4})"},
    {"sample of 10 %", R"({"type":"sample","percent":10})"},
    {"segment: another one", R"({"type":"segment","segment":"Other"})"},
    {"sequence: viewed, ordered within 7 days, in 60",
     R"({"type":"sequence","steps":[{"metric":"Viewed Product"},{"metric":"Placed Order"}],
        "within":{"n":7,"unit":"day"},"timeframe":{"kind":"in-the-last","n":60,"unit":"day"}})"},
    {"message: one campaign was sent", R"({"type":"message","what":"sent","campaign":7})",
     "SELECT count(DISTINCT profile) FROM m INDEXED BY {by} WHERE kind=0 AND origin=7 AND skip=0 AND at<={now}"},
    {"message: a flow sent something", R"({"type":"message","what":"sent","flow":3})",
     "SELECT count(DISTINCT profile) FROM m INDEXED BY {by} WHERE kind=1 AND origin=3 AND skip=0 AND at<={now}"},
    {"message: anything was sent in 30 days",
     R"({"type":"message","what":"sent","timeframe":{"kind":"in-the-last","n":30,"unit":"day"}})",
     "SELECT count(DISTINCT profile) FROM m INDEXED BY {by} WHERE skip=0 AND at>{d30} AND at<={now}"},
    {"message: nothing was sent in 90 days",
     R"({"type":"message","what":"sent","did":false,"timeframe":{"kind":"in-the-last","n":90,"unit":"day"}})",
     "SELECT (SELECT count(*) FROM p)-(SELECT count(DISTINCT profile) FROM m INDEXED BY {by} WHERE skip=0 AND at>{d90} "
     "AND at<={now})"},
    {"message: anything was sent ever", R"({"type":"message","what":"sent"})",
     "SELECT count(DISTINCT profile) FROM m INDEXED BY {by} WHERE skip=0 AND at<={now}"},
    {"message: anything was skipped", R"({"type":"message","what":"skipped"})",
     "SELECT count(DISTINCT profile) FROM m INDEXED BY {by} WHERE skip=1 AND at<={now}"},
    {"message: one campaign was received", R"({"type":"message","what":"received","campaign":7})"},
    {"message: one campaign was opened", R"({"type":"message","what":"opened","campaign":7})"},
    {"message: clicked in 30 days",
     R"({"type":"message","what":"clicked","timeframe":{"kind":"in-the-last","n":30,"unit":"day"}})"},
};

std::filesystem::path plainFile(const Options& options)
{
    auto file = options.file;
    file += "-plain.sqlite";
    return file;
}

/// Seven in ten say where they live, half of these to the metre.
void addPeople(Shop& shop, const Options& options)
{
    auto transaction = valueOf(db::Transaction::begin(shop.connection));
    Random random(3);
    constexpr const char* countries[] = {"DE", "AT", "CH", "FR", "IT", "US", "GB", "NL"};
    const std::int64_t now = shop.clock.now().ms;
    valueOf(shop.connection.run("INSERT INTO list(id,name,created_at) VALUES(1,'Big',?1)", std::int64_t{1}));
    for (std::int64_t i = 1; i <= options.profiles; ++i) {
        const std::string email = "person" + std::to_string(i) + "@mail.example";
        std::string properties = std::string("{\"country\":\"") + countries[random.below(8)] +
                                 "\",\"first_name\":\"Name " + std::to_string(random.below(2000)) +
                                 "\",\"points\":" + std::to_string(random.below(500));
        if (random.chance(0.7)) {
            properties += ",\"city\":\"Town " + std::to_string(random.below(3000)) + "\",\"postcode\":\"" +
                          std::to_string(1000 + random.below(9000)) + '"';
            if (random.chance(0.5)) {
                properties += ",\"latitude\":" + std::to_string(44 + random.unit() * 10) +
                              ",\"longitude\":" + std::to_string(5 + random.unit() * 12);
            }
        }
        valueOf(
            shop.connection.run("INSERT INTO profile(id,created_at,changed_at,email,properties) VALUES(?1,?2,?2,?3,?4)",
                                i, std::int64_t{1'600'000'000'000}, email, properties + '}'));
        const auto then = now - static_cast<std::int64_t>(random.below(year)) * dayMs;
        if (random.chance(0.6)) {
            valueOf(
                shop.connection.run("INSERT INTO consent(profile_id,channel,state,at,method) VALUES(?1,0,?2,?3,'form')",
                                    i, static_cast<std::int64_t>(random.chance(0.8) ? 1 : 3), then));
        }
        if (random.chance(0.3)) {
            valueOf(
                shop.connection.run("INSERT INTO list_member(list_id,profile_id,joined_at) VALUES(1,?1,?2)", i, then));
        }
        if (random.chance(0.02)) {
            valueOf(shop.connection.run("INSERT INTO suppression(channel,address,reason,at) VALUES(0,?1,?2,?3)", email,
                                        static_cast<std::int64_t>(random.below(3)), then));
        }
    }
    segments::SegmentStore store(shop.connection, shop.clock);
    static_cast<void>(valueOf(store.create("Other", {R"({"type":"metric","metric":"Placed Order"})"})));
    valueOf(transaction.commit());
}

/// Nine in ten messages are of campaigns, one campaign after the other over the year; flows send one now and then.
void addMessages(Shop& shop, const Options& options)
{
    auto transaction = valueOf(db::Transaction::begin(shop.connection));
    Random random(4);
    const std::int64_t now = shop.clock.now().ms;
    for (std::int64_t i = 0; i < options.messages; ++i) {
        const bool isFlow = random.chance(0.1);
        const std::int64_t origin =
            isFlow ? static_cast<std::int64_t>(random.below(flows)) + 1 : i * campaigns / options.messages + 1;
        const std::int64_t at = now - year * dayMs + i * (year * dayMs / options.messages);
        const bool skipped = random.chance(0.05);
        valueOf(shop.connection.run(
            "INSERT OR IGNORE INTO message(origin_kind,origin_id,profile_id,occurrence,channel,address,state,reason,"
            "provider_message_id,planned_at,sending_at,accepted_at,changed_at) "
            "VALUES(?1,?2,?3,?4,0,'somebody@mail.example',?5,?6,?7,?8,?8,?9,?8)",
            static_cast<std::int64_t>(isFlow ? OriginKind::FlowStep : OriginKind::Campaign), origin,
            static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(options.profiles))) + 1,
            isFlow ? std::to_string(i) : std::string(),
            static_cast<std::int64_t>(skipped ? MessageState::Skipped : MessageState::Accepted),
            skipped ? "no-consent" : "", "0123456789abcdef" + std::to_string(i), at,
            skipped ? std::optional<std::int64_t>() : std::optional(at)));
    }
    valueOf(transaction.commit());
}

void addEvents(Shop& shop, const Options& options)
{
    HistoryGenerator::Shape shape;
    shape.events = options.events;
    shape.profiles = static_cast<std::uint32_t>(options.profiles);
    HistoryGenerator generator(shape, shop.metricIds);
    for (;;) {
        const auto& events = generator.next(100'000);
        if (events.empty()) {
            break;
        }
        auto transaction = valueOf(db::Transaction::begin(shop.connection));
        static_cast<void>(valueOf(shop.log->append(events)));
        valueOf(transaction.commit());
        shop.log->published();
    }
    valueOf(shop.log->seal());
}

void addPlainLedger(const Options& options)
{
    auto plain = valueOf(db::Connection::open(plainFile(options), db::OpenMode::Create));
    valueOf(plain.relaxDurability());
    valueOf(plain.run("ATTACH ?1 AS shop", fromPath(options.file)));
    valueOf(plain.execute("CREATE TABLE m(profile INT, kind INT, origin INT, at INT, skip INT);"
                          "INSERT INTO m SELECT profile_id, origin_kind, origin_id, coalesce(accepted_at, changed_at), "
                          "state=5 FROM shop.message ORDER BY id;"
                          "CREATE INDEX mo ON m(kind, origin, skip, at, profile);"
                          "CREATE INDEX mt ON m(skip, at, profile, kind, origin);"
                          "CREATE TABLE p AS SELECT id FROM shop.profile; ANALYZE"));
}

void build(const Options& options)
{
    std::filesystem::create_directories(options.file.parent_path());
    const auto start = Watch::now();
    {
        Shop shop(options.file);
        valueOf(shop.connection.relaxDurability());
        addPeople(shop, options);
        addMessages(shop, options);
        addEvents(shop, options);
    }
    addPlainLedger(options);
    std::printf("built in %.0f s\n", millisecondsSince(start) / 1e3);
}

int answer(const Options& options)
{
    Shop shop(options.file);
    const Instant now = shop.clock.now();
    auto plain = valueOf(db::Connection::open(plainFile(options), db::OpenMode::ReadOnly));
    valueOf(plain.execute("PRAGMA cache_size=-4000000; PRAGMA mmap_size=8000000000; PRAGMA temp_store=MEMORY"));
    auto people = valueOf(ProfileColumns::open(shop.workspace));
    auto reader = valueOf(shop.workspace.connect(db::OpenMode::ReadOnly));
    segments::WorkerPair workers;
    segments::LedgerReader ledger;
    segments::PlacesKeeper places;
    segments::Sources sources;
    sources.people = people.get();
    sources.db = &reader;
    sources.zone = valueOf(TimeZone::load("Europe/Vienna"));
    sources.workers = &workers;
    sources.ledger = &ledger;
    sources.places = &places;
    sources.history = shop.log->view();
    auto start = Watch::now();
    static_cast<void>(valueOf(people->people()));
    std::printf("people in memory: %.0f ms\n", millisecondsSince(start));
    std::printf("%-48s %10s %9s %9s %9s %9s %7s\n", "condition", "count", "cold ms", "median", "least", "SQLite",
                "times");
    int wrong = 0;
    for (const Question& question : questions) {
        std::int64_t count = 0;
        const Times ours = measure(repeats, [&] {
            auto evaluator = valueOf(segments::Evaluator::make(sources, SegmentDefinition{question.json}));
            count = valueOf(evaluator.count(now));
        });
        std::printf("%-48s %10s %9.1f %9.2f %9.2f", question.title, formatCount(count).c_str(), ours.first, ours.median,
                    ours.least);
        double theirs = 0;
        for (const char* by : {"mo", "mt"}) {
            if (question.sql == nullptr) {
                break;
            }
            std::string sql = replaceAll(replaceAll(question.sql, "{now}", std::to_string(now.ms)), "{by}", by);
            for (const int days : {30, 90}) {
                sql = replaceAll(sql, "{d" + std::to_string(days) + "}", std::to_string(now.ms - days * dayMs));
            }
            std::int64_t found = 0;
            const Times times = measure(3, [&] { found = valueOf(plain.findInteger(sql)).value_or(-1); });
            theirs = theirs == 0 ? times.median : std::min(theirs, times.median);
            if (found != count) {
                std::printf(" DIFFERENT: SQLite finds %lld", static_cast<long long>(found));
                ++wrong;
            }
        }
        if (theirs > 0) {
            std::printf(" %9.1f %7.0f", theirs, theirs / ours.median);
        }
        std::printf("\n");
        std::fflush(stdout);
    }
    std::printf("VmRSS %ld MB\n", residentMegabytes());
    return wrong == 0 ? 0 : 1;
}

}  // namespace

/// bench_kinds [--events N] [--profiles N] [--messages N] [--keep FILE]; a kept file is used again.
int main(int argc, char** argv)
{
    Options options;
    options.file = std::filesystem::temp_directory_path() / ("shopbell-bench-" + makeToken()) / "kinds.shopbell";
    bool keep = false;
    for (int i = 1; i < argc; i += 2) {
        const std::string_view option = argv[i];
        const char* const value = i + 1 < argc ? argv[i + 1] : nullptr;
        if (value != nullptr && option == "--events") {
            options.events = std::atoll(value);
        } else if (value != nullptr && option == "--profiles") {
            options.profiles = std::atoll(value);
        } else if (value != nullptr && option == "--messages") {
            options.messages = std::atoll(value);
        } else if (value != nullptr && option == "--keep") {
            options.file = value;
            keep = true;
        } else {
            std::fprintf(stderr, "bench_kinds [--events N] [--profiles N] [--messages N] [--keep FILE]\n");
            return 2;
        }
    }
    if (!std::filesystem::exists(options.file)) {
        build(options);
    }
    const int status = answer(options);
    if (!keep) {
        std::error_code ignored;
        std::filesystem::remove_all(options.file.parent_path(), ignored);
    }
    return status;
}
