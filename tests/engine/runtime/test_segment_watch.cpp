// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine_on_shop.h"

#include "api/profiles.h"
#include "api/segment_editing.h"
#include "api/segments.h"
#include "api/workspace.h"

#include "db/backup.h"
#include "db/transaction.h"
#include "history/event_log.h"
#include "history/log_rows.h"
#include "model/metric.h"

#include "runtime/local_engine.h"
#include "runtime/memory_secrets.h"
#include "segments/known_members.h"
#include "segments/segment_store.h"
#include "support/registry.h"
#include "support/seeded_random.h"
#include "support/segments/random_shop.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <condition_variable>
#include <filesystem>
#include <future>
#include <mutex>
#include <set>

using namespace shopbell;
using test::ask;
using test::openEngine;
using test::openEngineAt;
using test::RandomShop;
using test::submit;

namespace {

constexpr std::int64_t hour = 3'600'000;

/// What the log tells of moves after a row, in its order: who, where, when and whether a flow may start by it.
QStringList listMoves(const std::filesystem::path& file, std::int64_t after)
{
    const auto workspace = db::Workspace::open(file, SystemClock()).value();
    auto connection = workspace.connect(db::OpenMode::ReadWrite).value();
    const auto log = EventLog::open(workspace, connection).value();
    const auto view = log->view();
    std::vector<EventRow> rows;
    (void)logRows::forEachKey(connection, after, view->through().value, [&](const LogRow& row) {
        rows.push_back({row.row});
        return true;
    });
    QStringList moves;
    const auto events = view->loadEvents(rows).value();
    for (const Event& event : events) {
        const std::string metric = view->metricName(event.metric);
        if (metric == metrics::enteredSegment || metric == metrics::leftSegment) {
            moves << QString::fromStdString(std::to_string(event.profile.value) + ' ' + metric + ' ' +
                                            event.properties + ' ' + event.at.toIso() +
                                            (event.backfill ? " backfill" : ""));
        }
    }
    return moves;
}

/// A shop with an engine that watches its segments, and the members that the history's moves tell of.
struct Watched {
    Watched(Random& source, int people, int happenings) : random(source), world(source, people, happenings) {}

    test::Shop& shop() { return *world.shop; }

    [[nodiscard]] std::set<std::int64_t> evaluate(const SegmentDefinition& definition)
    {
        auto evaluator = segments::Evaluator::make(shop().sources(), definition);
        std::set<std::int64_t> members;
        const auto found = evaluator->members(shop().clock.now()).value();
        for (const ProfileId id : found.ids()) {
            members.insert(id.value);
        }
        return members;
    }

    /// The engine takes in what others wrote and the time when it does anything at all.
    void poke() { QVERIFY(submit(*engine, SaveSetting{"home.dismissed", "1"})); }

    /// Adds what the log tells of moves since the last call.
    void hearMoves()
    {
        (void)shop().log->catchUp().value();
        const auto view = shop().log->view();
        for (auto& [segment, members] : told) {
            std::set<std::int64_t> settled;
            for (const std::int64_t member : members) {
                const std::int64_t living = view->resolve({member}).value;
                if (!erased.contains(living)) {
                    settled.insert(living);
                }
            }
            members = std::move(settled);
        }
        struct Row {
            std::int64_t row;
            std::int64_t profile;
            bool backfill;
        };
        std::vector<Row> rows;
        std::vector<EventRow> numbers;
        (void)logRows::forEachKey(shop().reader, lastRow, view->through().value, [&](const LogRow& row) {
            const std::string metric = view->metricName({row.metric});
            if (row.isEvent() && (metric == metrics::enteredSegment || metric == metrics::leftSegment)) {
                rows.push_back({row.row, row.profile, (row.flags & flagBackfill) != 0});
                numbers.push_back({row.row});
            }
            return true;
        });
        lastRow = view->through().value;
        const auto events = view->loadEvents(numbers).value();
        stepMoves = static_cast<int>(events.size());
        stepBackfill = 0;
        for (std::size_t i = 0; i < events.size(); ++i) {
            const auto properties = nlohmann::json::parse(events[i].properties);
            const SegmentId segment{properties["segment"].get<std::int64_t>()};
            const bool entered = view->metricName(events[i].metric) == metrics::enteredSegment;
            auto& members = told[segment];
            const bool changed = entered ? members.insert(rows[i].profile).second : members.erase(rows[i].profile) == 1;
            doubled += changed ? 0 : 1;
            stepBackfill += rows[i].backfill ? 1 : 0;
        }
        moves += stepMoves;
    }

    /// Empty when the engine's counts, the history's moves and a full evaluation agree.
    QString findDifference()
    {
        hearMoves();
        const auto infos = ask(*engine, ListSegments{});
        if (!infos) {
            return QString::fromStdString(describe(infos.error()));
        }
        for (const SegmentInfo& info : *infos) {
            const auto full = evaluate(info.definition);
            if (static_cast<std::int64_t>(full.size()) != info.members || told[info.id] != full) {
                return QString::fromStdString(info.definition.json + "\nfull " + std::to_string(full.size()) +
                                              ", shown " + std::to_string(info.members) + ", told " +
                                              std::to_string(told[info.id].size()) + " at " +
                                              shop().clock.now().toIso());
            }
        }
        return {};
    }

    void open()
    {
        hearMoves();
        engine = openEngine(shop());
        QVERIFY(engine);
        ++starts;
    }

    /// While no engine is open. Who was in which segment is then known from the truth alone.
    void loseDerived()
    {
        ++lost;
        switch (random.below(3)) {
        case 0: std::filesystem::remove(shop().workspace.derivedFile()); return;
        case 1: {
            auto derived = db::Connection::open(shop().workspace.derivedFile(), db::OpenMode::ReadWrite).value();
            (void)derived.execute("UPDATE segment_known SET through = through + 1");  // its digest is wrong now
            return;
        }
        default: forgetDerived(); return;
        }
    }

    /// Killed: what was written down last stands in the files, whatever came after it is in the log alone.
    void kill()
    {
        const std::string token = db::Workspace::loadSettings(shop().reader)->token;
        const auto derived = segments::findKnownMembers(shop().workspace, token);
        const auto recorded = segments::loadRecordedMembers(shop().reader).value();
        engine.reset();
        QVERIFY(segments::recordMembers(shop().writer, recorded));
        if (!derived) {
            forgetDerived();  // made anew since, as after an erasure, and nothing written down in it yet
            return;
        }
        segments::LiveSegments::Known members;
        for (const auto& [segment, then] : derived->segments) {
            members.emplace(segment, then.members);
        }
        QVERIFY(segments::saveKnownMembers(shop().workspace, token, members, derived->through));
    }

    void forgetDerived() { QVERIFY(segments::saveKnownMembers(shop().workspace, "another's", {}, 0)); }

    /// Saved by a program that keeps no segments live.
    void editUnseen(SegmentId segment)
    {
        const SegmentDefinition definition = segments::toJson(world.makeDefinition(2));
        auto transaction = db::Transaction::begin(shop().writer).value();
        const auto saved = segments::SegmentStore(shop().writer, shop().clock)
                               .save(segment, "Segment " + std::to_string(segment.value), definition);
        QVERIFY2(saved, saved ? "" : describe(saved.error()).c_str());
        QVERIFY(transaction.commit());
        definitions[segment] = definition;
    }

    /// A new segment begins in silence, and so does one that was taken back.
    void beginWith(SegmentId segment, const SegmentDefinition& definition)
    {
        (void)shop().log->catchUp().value();
        told[segment] = evaluate(definition);
        definitions[segment] = definition;
    }

    void saveOne(SegmentId segment = {})
    {
        segments::Node node = world.makeDefinition(2);
        if (!segment.isValid() && !told.empty() && random.chance(0.3)) {
            segments::AllOf both;
            both.parts.push_back({segments::SegmentCondition{{told.begin()->first.value, {}}, random.chance(0.5), {}}});
            both.parts.push_back(std::move(node));
            node = {std::move(both)};
        }
        const SegmentDefinition definition = segments::toJson(node);
        const auto saved = submit(
            *engine,
            SaveSegment{segment, "Segment " + std::to_string(segment.isValid() ? segment.value : ++made), definition});
        QVERIFY2(saved, saved ? "" : describe(saved.error()).c_str());
        if (!segment.isValid()) {
            beginWith(*saved, definition);
        }
        definitions[*saved] = definition;
    }

    Random& random;
    RandomShop world;
    std::unique_ptr<LocalEngine> engine;
    std::map<SegmentId, std::set<std::int64_t>> told;
    std::map<SegmentId, SegmentDefinition> definitions;
    std::set<std::int64_t> erased;
    int starts = 0;
    int lost = 0;
    std::int64_t lastRow = 0;
    int made = 0;
    int moves = 0;
    int stepMoves = 0;
    int stepBackfill = 0;
    int doubled = 0;
};

}  // namespace

class TestSegmentWatch : public QObject {
    Q_OBJECT

private slots:
    void membersAndMovesEqualAFullEvaluationAfterAnything();
    void aStartTellsTheSameMovesWithoutTheDerivedFile();
    void aMomentComesByItself();
    void whatIsBackfillStaysBackfill();
    void manyEventsAreTakenInAtOnce();
    void aBrokenSegmentHidesNoOther();
    void aRemovedSegmentComesBackUnderItsNumber();
    void whoOnlyReadsRecordsNothing();
};

void TestSegmentWatch::membersAndMovesEqualAFullEvaluationAfterAnything()
{
    test::SeededRandom random(11);
    int moves = 0;
    int sequences = 0;
    int starts = 0;
    int lost = 0;
    for (int worldNumber = 0; worldNumber < 24; ++worldNumber) {
        Watched watched(*random, 8, 40);
        test::Shop& shop = watched.shop();
        watched.lastRow = shop.log->view()->through().value;
        watched.engine = openEngine(shop);
        QVERIFY(watched.engine);
        for (int i = 0; i < 6; ++i) {
            watched.saveOne();
        }
        QCOMPARE(watched.findDifference(), QString());
        for (int step = 0; step < 24; ++step) {
            bool edited = false;
            const std::uint64_t what = random->below(100);
            if (what < 45) {
                for (std::uint64_t n = 1 + random->below(3); n > 0; --n) {
                    watched.world.happen();
                }
                watched.poke();
            } else if (what < 65) {
                shop.clock.advance(Duration(
                    random->chance(0.1) ? 12 * 24 * hour : static_cast<std::int64_t>(random->below(40)) * hour + 1));
                watched.poke();
            } else if (what < 72 && shop.people.size() > 3) {
                const std::int64_t from = shop.people[random->below(shop.people.size())];
                const std::int64_t into = shop.people[random->below(shop.people.size())];
                if (from != into) {
                    shop.merge(from, into);
                }
                watched.poke();
            } else if (what < 75 && shop.people.size() > 4) {
                const std::int64_t gone = shop.people[random->below(shop.people.size())];
                const auto proof = submit(*watched.engine, EraseProfile{{gone}});
                QVERIFY2(proof, proof ? "" : describe(proof.error()).c_str());
                watched.erased.insert(gone);
                std::erase(shop.people, gone);
                (void)shop.log->catchUp().value();
            } else if (what < 80) {
                watched.saveOne();
            } else if (what < 85) {
                edited = true;
                auto segment = watched.told.begin();
                std::advance(segment, static_cast<std::ptrdiff_t>(random->below(watched.told.size())));
                watched.saveOne(segment->first);
            } else if (what < 92) {
                watched.engine.reset();
                if (random->chance(0.6)) {
                    watched.world.happen();
                    shop.clock.advance(Duration(static_cast<std::int64_t>(random->below(60)) * hour));
                }
                if (random->chance(0.4)) {
                    watched.loseDerived();
                }
                watched.open();
            } else {
                watched.kill();
                if (random->chance(0.5)) {
                    watched.world.happen();
                }
                if (random->chance(0.4)) {
                    watched.loseDerived();
                }
                watched.open();
            }
            const QString difference = watched.findDifference();
            QVERIFY2(difference.isEmpty(),
                     qPrintable(QString("world %1 step %2 (%3): ").arg(worldNumber).arg(step).arg(what) + difference));
            QVERIFY(!edited || watched.stepBackfill == watched.stepMoves);
            ++sequences;
        }
        QCOMPARE(watched.doubled, 0);
        moves += watched.moves;
        starts += watched.starts;
        lost += watched.lost;
    }
    QVERIFY2(lost > 15 && starts - lost > 15, qPrintable(QString("%1 of %2").arg(lost).arg(starts)));
    QVERIFY2(moves > 100 && sequences > 500, qPrintable(QString::number(moves)));
}

void TestSegmentWatch::aStartTellsTheSameMovesWithoutTheDerivedFile()
{
    test::SeededRandom random(12);
    std::size_t moves = 0;
    for (int worldNumber = 0; worldNumber < 20; ++worldNumber) {
        Watched watched(*random, 8, 40);
        test::Shop& shop = watched.shop();
        watched.lastRow = shop.log->view()->through().value;
        watched.engine = openEngine(shop);
        QVERIFY(watched.engine);
        for (int i = 0; i < 6; ++i) {
            watched.saveOne();
        }
        for (int round = 0; round < 6; ++round) {
            for (std::uint64_t n = random->below(4); n > 0; --n) {
                watched.world.happen();
                watched.poke();
            }
            watched.hearMoves();
            watched.engine.reset();
            for (std::uint64_t n = random->below(4); n > 0; --n) {
                watched.world.happen();
            }
            if (random->chance(0.3) && shop.people.size() > 3) {
                shop.merge(shop.people.front(), shop.people.back());
            }
            if (random->chance(0.3)) {
                watched.editUnseen(watched.told.rbegin()->first);
            }
            shop.clock.advance(Duration(static_cast<std::int64_t>(random->below(90)) * hour));
            // The twin has the workspace alone.
            const auto twin = shop.folder.path() / ("twin-" + std::to_string(round) + ".shopbell");
            QVERIFY(db::backUpTo(shop.writer, twin, {}));
            const std::int64_t before = shop.log->view()->through().value;
            watched.open();
            QVERIFY(openEngineAt(twin, shop.clock));
            const QStringList kept = listMoves(shop.workspace.file(), before);
            QCOMPARE(listMoves(twin, before), kept);
            moves += static_cast<std::size_t>(kept.size());
            QCOMPARE(watched.findDifference(), QString());
        }
        QCOMPARE(watched.doubled, 0);
    }
    QVERIFY2(moves > 100, qPrintable(QString::number(moves)));
}

void TestSegmentWatch::aMomentComesByItself()
{
    test::SeededRandom random(3);
    Watched watched(*random, 2, 0);
    test::Shop& shop = watched.shop();
    watched.lastRow = shop.log->view()->through().value;
    shop.happen(shop.people.front(), "Placed Order", shop.clock.now(), 1000, "", "1");
    watched.engine = openEngine(shop);
    const SegmentDefinition recent{
        R"({"type":"metric","metric":"Placed Order","timeframe":{"kind":"in-the-last","n":1,"unit":"hour"}})"};
    const auto segment = submit(*watched.engine, SaveSegment{{}, "Recent", recent}).value();
    watched.beginWith(segment, recent);
    QCOMPARE(watched.told[segment].size(), std::size_t{1});
    // The timer is set for a few milliseconds ahead; when it rings, the hour is over.
    shop.clock.advance(Duration(hour - 5));
    std::mutex mutex;
    std::condition_variable heard;
    int notices = 0;
    const auto hearing = watched.engine->subscribe(Topic::Segments, [&](const Notice&) {
        const std::lock_guard lock(mutex);
        ++notices;
        heard.notify_one();
    });
    watched.poke();
    shop.clock.advance(Duration(5));
    while (!watched.told[segment].empty()) {
        std::unique_lock lock(mutex);
        heard.wait(lock, [&] { return notices > 0; });
        notices = 0;
        lock.unlock();
        watched.hearMoves();
    }
    QCOMPARE(ask(*watched.engine, LoadSegment{segment})->members, std::int64_t{0});
}

void TestSegmentWatch::whatIsBackfillStaysBackfill()
{
    test::SeededRandom random(4);
    Watched watched(*random, 3, 0);
    test::Shop& shop = watched.shop();
    watched.engine = openEngine(shop);
    const SegmentDefinition buyers{R"({"type":"metric","metric":"Placed Order"})"};
    const auto segment = submit(*watched.engine, SaveSegment{{}, "Buyers", buyers}).value();
    watched.beginWith(segment, buyers);
    watched.lastRow = shop.log->view()->through().value;
    const MetricId metric = shop.log->ensureMetric("Placed Order").value();
    const auto order = [&](std::size_t who, bool backfill) {
        const std::string key = "o" + std::to_string(who);
        const NewEvent event{{shop.people[who]}, metric, shop.clock.now(), std::nullopt, key, {}, backfill};
        QVERIFY(shop.log->append(std::span(&event, 1)));
        shop.log->published();
        watched.poke();
        watched.hearMoves();
    };
    order(0, true);
    QCOMPARE(watched.stepMoves, 1);
    QCOMPARE(watched.stepBackfill, 1);
    order(1, false);
    QCOMPARE(watched.stepMoves, 1);
    QCOMPARE(watched.stepBackfill, 0);
    // Found only by the next start, it still is what it was.
    watched.engine.reset();
    const NewEvent late{{shop.people[2]}, metric, shop.clock.now(), std::nullopt, "late", {}, true};
    QVERIFY(shop.log->append(std::span(&late, 1)));
    shop.log->published();
    watched.engine = openEngine(shop);
    watched.hearMoves();
    QCOMPARE(watched.stepMoves, 1);
    QCOMPARE(watched.stepBackfill, 1);
    QCOMPARE(watched.told[segment].size(), std::size_t{3});
    // So is what an edit does that was made meanwhile.
    watched.engine.reset();
    const SegmentDefinition nobody{R"({"type":"metric","metric":"Placed Order","op":">=","value":2})"};
    QVERIFY(segments::SegmentStore(shop.writer, shop.clock).save(segment, "Buyers", nobody));
    watched.engine = openEngine(shop);
    watched.hearMoves();
    QCOMPARE(watched.stepMoves, 3);
    QCOMPARE(watched.stepBackfill, 3);
}

void TestSegmentWatch::manyEventsAreTakenInAtOnce()
{
    test::SeededRandom random(5);
    Watched watched(*random, 5, 0);
    test::Shop& shop = watched.shop();
    watched.engine = openEngine(shop);
    const SegmentDefinition buyers{
        R"({"type":"metric","metric":"Placed Order","measure":"count","op":">=","value":500})"};
    const auto segment = submit(*watched.engine, SaveSegment{{}, "Loyal", buyers}).value();
    watched.beginWith(segment, buyers);
    watched.lastRow = shop.log->view()->through().value;
    const MetricId metric = shop.log->ensureMetric("Placed Order").value();
    std::vector<NewEvent> events;
    std::vector<std::string> keys;
    for (int i = 0; i < 6'000; ++i) {
        keys.push_back("m" + std::to_string(i));
    }
    for (int i = 0; i < 6'000; ++i) {
        const bool backfill = i % 5 != 0;
        events.push_back({{shop.people[static_cast<std::size_t>(i % 5)]},
                          metric,
                          shop.clock.now(),
                          std::nullopt,
                          keys[static_cast<std::size_t>(i)],
                          {},
                          backfill});
    }
    QVERIFY(shop.log->append(events));
    shop.log->published();
    // A rebuild waits until the writing rests: two looks at the same state are rest.
    watched.poke();
    watched.poke();
    watched.hearMoves();
    QCOMPARE(watched.told[segment].size(), std::size_t{5});
    QCOMPARE(watched.stepMoves, 5);
    QCOMPARE(watched.stepBackfill, 4);
    QCOMPARE(watched.findDifference(), QString());
}

void TestSegmentWatch::aBrokenSegmentHidesNoOther()
{
    test::SeededRandom random(6);
    Watched watched(*random, 3, 0);
    test::Shop& shop = watched.shop();
    watched.engine = openEngine(shop);
    const auto list = submit(*watched.engine, CreateList{"Guests"}).value();
    const SegmentDefinition guests{R"({"type":"list","list":)" + std::to_string(list.value) + "}"};
    const auto broken = submit(*watched.engine, SaveSegment{{}, "Guests", guests}).value();
    const SegmentDefinition everybody{R"({"all":[]})"};
    const auto whole = submit(*watched.engine, SaveSegment{{}, "Everybody", everybody}).value();
    QVERIFY(submit(*watched.engine, RemoveList{list}));
    const auto infos = ask(*watched.engine, ListSegments{}).value();
    QCOMPARE(infos.size(), std::size_t{2});
    for (const SegmentInfo& info : infos) {
        QCOMPARE(info.problem.empty(), info.id == whole);
        QCOMPARE(info.members, info.id == broken ? std::int64_t{0} : std::int64_t{3});
    }
    // It stays so after a start, and others go on living.
    watched.engine.reset();
    watched.engine = openEngine(shop);
    QVERIFY(submit(*watched.engine, SaveProfile{{}, "new@example.com", {}, {}, {}, {}}));
    QCOMPARE(ask(*watched.engine, LoadSegment{whole})->members, std::int64_t{4});
}

void TestSegmentWatch::aRemovedSegmentComesBackUnderItsNumber()
{
    test::SeededRandom random(7);
    Watched watched(*random, 3, 10);
    watched.engine = openEngine(watched.shop());
    LocalEngine& engine = *watched.engine;
    const SegmentDefinition buyers{R"({"type":"metric","metric":"Placed Order"})"};
    const auto base = submit(engine, SaveSegment{{}, "Buyers", buyers}).value();
    const SegmentDefinition without{R"({"type":"segment","segment":)" + std::to_string(base.value) +
                                    R"(,"member":false})"};
    const auto other = submit(engine, SaveSegment{{}, "Others", without}).value();
    const auto before = ask(engine, LoadSegment{other}).value();
    QCOMPARE(before.words, std::string("is not in the segment \"Buyers\""));

    QVERIFY(!submit(engine, RemoveSegment{base}));
    QVERIFY(submit(engine, RemoveSegment{other}));
    QVERIFY(submit(engine, RemoveSegment{base}));
    QCOMPARE(submit(engine, RestoreSegment{other}).error().kind, ErrorKind::NotFound);
    const auto taken = submit(engine, SaveSegment{{}, "Buyers", without.json.empty() ? buyers : buyers}).value();
    QCOMPARE(submit(engine, RestoreSegment{base}).error().kind, ErrorKind::AlreadyExists);
    QVERIFY(submit(engine, RemoveSegment{taken}));
    QVERIFY(submit(engine, RestoreSegment{base}));
    QVERIFY(submit(engine, RestoreSegment{other}));
    QCOMPARE(submit(engine, RestoreSegment{other}).error().kind, ErrorKind::NotFound);
    const auto after = ask(engine, LoadSegment{other}).value();
    QCOMPARE(after.definition.json, before.definition.json);
    QCOMPARE(after.members, before.members);
    QCOMPARE(after.createdAt, before.createdAt);

    // What was removed long ago is forgotten.
    QVERIFY(submit(engine, RemoveSegment{other}));
    watched.shop().clock.advance(Duration(31 * 24 * hour));
    QVERIFY(submit(engine, RemoveSegment{base}));
    QCOMPARE(submit(engine, RestoreSegment{other}).error().kind, ErrorKind::NotFound);
    QVERIFY(submit(engine, RestoreSegment{base}));
}

void TestSegmentWatch::whoOnlyReadsRecordsNothing()
{
    test::SeededRandom random(8);
    Watched watched(*random, 3, 0);
    test::Shop& shop = watched.shop();
    watched.engine = openEngine(shop);
    const SegmentDefinition buyers{R"({"type":"metric","metric":"Placed Order"})"};
    const auto segment = submit(*watched.engine, SaveSegment{{}, "Buyers", buyers}).value();
    watched.beginWith(segment, buyers);
    watched.lastRow = shop.log->view()->through().value;
    // The second has no lease: it answers by evaluating, and leaves the telling to the first.
    auto second = openEngine(shop);
    QVERIFY(second);
    shop.happen(shop.people.front(), "Placed Order", shop.clock.now(), 1000, "", "1");
    QVERIFY(submit(*second, SaveSetting{"home.dismissed", "2"}));
    QCOMPARE(ask(*second, LoadSegment{segment})->members, std::int64_t{1});
    watched.hearMoves();
    QCOMPARE(watched.stepMoves, 0);
    watched.poke();
    watched.hearMoves();
    QCOMPARE(watched.stepMoves, 1);
}

SHOPBELL_TEST(TestSegmentWatch)
#include "test_segment_watch.moc"
