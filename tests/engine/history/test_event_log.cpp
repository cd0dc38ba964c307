// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/event_log.h"

#include "db/transaction.h"
#include "db/workspace.h"
#include "history/timeline.h"
#include "history_oracle.h"
#include "history_shop.h"
#include "support/registry.h"
#include "support/seeded_random.h"
#include "support/temp_dir.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace shopbell;
using shopbell::test::findDifference;
using shopbell::test::HistoryOracle;
using shopbell::test::PlainEvent;
using shopbell::test::Shop;

namespace {

constexpr std::int64_t metricCount = Shop::metricCount;
constexpr std::int64_t profileCount = 30;

std::string mergeSql(std::int64_t from, std::int64_t into)
{
    return "UPDATE profile_alias SET new_id=" + std::to_string(into) + " WHERE new_id=" + std::to_string(from) +
           "; INSERT INTO profile_alias(old_id,new_id,merged_at,reason) VALUES(" + std::to_string(from) + "," +
           std::to_string(into) + ",0,'test');";
}

PlainEvent randomEvent(test::SeededRandom& random)
{
    PlainEvent event;
    event.profile = random->between(0, profileCount);
    event.metric = random->between(1, metricCount);
    // Few instants, so that many are the same; some far out, so that blocks of time are wide.
    event.at = random->chance(0.02) ? random->between(-60'000'000'000'000, 60'000'000'000'000)
                                    : 1'700'000'000'000 + random->between(0, 400);
    if (random->chance(0.6)) {
        const std::int64_t units[] = {1'000'000, 10'000, 1};
        event.value = random->between(-500, 500) * units[event.metric % 3];
        if (random->chance(0.001)) {
            event.value = std::numeric_limits<std::int64_t>::max();
        }
    }
    if (random->chance(0.7)) {
        event.uniqueId = "order-" + std::to_string(random->between(0, 60));
    }
    if (random->chance(0.5)) {
        event.properties = R"({"item":")" + random.text("abc", 3) + R"("})";
    }
    event.backfill = random->chance(0.2);
    return event;
}

std::string compareAll(const HistoryView& view, const HistoryOracle& oracle)
{
    for (std::int64_t metric = 1; metric <= metricCount; ++metric) {
        if (auto difference = findDifference(view, oracle, metric); !difference.empty()) {
            return difference;
        }
    }
    return {};
}

/// Reads the whole timeline in pages and compares it with the oracle's.
std::string compareTimeline(const HistoryView& view, const HistoryOracle& oracle, test::SeededRandom& random)
{
    TimelineQuestion question;
    const std::int64_t metric = random->between(0, metricCount);
    auto expected = oracle.list(metric);
    if (metric != 0) {
        question.metrics = {MetricId{metric}};
    }
    if (random->chance(0.7)) {
        const std::int64_t profile = random->between(0, profileCount);
        question.profile = ProfileId{profile};
        std::erase_if(expected, [&](const PlainEvent& event) { return event.profile != oracle.living(profile); });
    }
    if (random->chance(0.3)) {
        question.upTo = Instant{1'700'000'000'000 + random->between(0, 400)};
        std::erase_if(expected, [&](const PlainEvent& event) { return event.at > question.upTo->ms; });
    }
    std::ranges::reverse(expected);
    question.limit = static_cast<std::size_t>(random->between(1, 40));
    std::size_t seen = 0;
    for (;;) {
        auto page = loadTimeline(view, question);
        if (!page) {
            return page.error().what;
        }
        for (const Event& event : page->events) {
            if (seen == expected.size() || event.at.ms != expected[seen].at ||
                event.uniqueId != expected[seen].uniqueId || event.properties != expected[seen].properties) {
                return "the timeline differs at " + std::to_string(seen);
            }
            ++seen;
        }
        if (page->next && page->events.size() != question.limit) {
            return "a page that is not the last is not full";
        }
        if (!page->next) {
            break;
        }
        question.before = page->next;
    }
    return seen == expected.size() ? std::string() : "the timeline ends early";
}

}  // namespace

class TestEventLog : public QObject {
    Q_OBJECT

private slots:
    void anEventIsStoredOnceByItsUniqueId();
    void withoutUniqueIdTheInstantIsTheKey();
    void badEventIsRefusedAndNothingOfTheBatchIsStored();
    void randomHistoriesEqualTheOracle_data();
    void randomHistoriesEqualTheOracle();
    void aViewStaysAsItWasWhileTheLogGoesOn();
    void whoseAnEventWasWhenItWasToldIsKept();
};

void TestEventLog::anEventIsStoredOnceByItsUniqueId()
{
    test::TempDir folder;
    Shop shop(folder / "a.shopbell");
    PlainEvent event{7, 1, 1000, 5'000'000, "order-1", R"({"a":1})", false, 0};
    const std::vector<NewEvent> twice{event.toNew(), event.toNew()};
    std::vector<std::uint8_t> stored;
    const auto counts = shop.log->append(twice, &stored);
    QVERIFY(counts);
    QCOMPARE(counts->appended, 1);
    QCOMPARE(counts->duplicates, 1);
    QCOMPARE(stored, (std::vector<std::uint8_t>{1, 0}));
    shop.log->published();
    event.at = 2000;
    const std::vector<NewEvent> later{event.toNew()};
    QCOMPARE(shop.log->append(later)->duplicates, 1);
    event.profile = 8;
    const std::vector<NewEvent> other{event.toNew()};
    QCOMPARE(shop.log->append(other)->appended, 1);
    shop.log->published();
    QCOMPARE(shop.log->view()->metric({1}).value()->eventCount(), 2u);
}

void TestEventLog::withoutUniqueIdTheInstantIsTheKey()
{
    test::TempDir folder;
    Shop shop(folder / "a.shopbell");
    PlainEvent event{7, 1, 1000, {}, "", "{}", false, 0};
    const auto first = event.toNew();
    event.at = 1001;
    const auto second = event.toNew();
    QCOMPARE(shop.log->append(std::vector<NewEvent>{first, second, first})->appended, 2);
}

void TestEventLog::badEventIsRefusedAndNothingOfTheBatchIsStored()
{
    test::TempDir folder;
    Shop shop(folder / "a.shopbell");
    PlainEvent good{7, 1, 1000, {}, "x", "{}", false, 0};
    const std::string longId(maxUniqueIdBytes + 1, 'x');
    PlainEvent bad = good;
    bad.uniqueId = longId;
    const auto refused = shop.log->append(std::vector<NewEvent>{good.toNew(), bad.toNew()});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(shop.log->append(std::vector<NewEvent>{good.toNew()})->appended, 1);
}

void TestEventLog::randomHistoriesEqualTheOracle_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 40; ++seed) {
        QTest::addRow("seed %d", seed) << seed;
    }
}

void TestEventLog::randomHistoriesEqualTheOracle()
{
    QFETCH(int, seed);
    test::SeededRandom random(static_cast<std::uint64_t>(seed));
    test::TempDir folder;
    Shop shop(folder / "a.shopbell");
    std::optional<Shop> other;
    HistoryOracle oracle;
    const auto appendTo = [&](EventLog& log, HistoryOracle& plain) {
        std::vector<PlainEvent> events;
        const auto count = random->chance(0.02) ? 1500 : random->between(1, 40);
        for (std::int64_t k = 0; k < count; ++k) {
            events.push_back(randomEvent(random));
        }
        std::vector<NewEvent> fresh;
        for (const PlainEvent& event : events) {
            fresh.push_back(event.toNew());
        }
        std::vector<std::uint8_t> stored;
        const auto counts = log.append(fresh, &stored);
        QVERIFY2(counts, counts ? "" : (counts.error().what + counts.error().detail).c_str());
        for (std::size_t k = 0; k < events.size(); ++k) {
            QCOMPARE(stored[k] != 0, plain.append(events[k]));
        }
    };
    const auto change = [&](Shop& place, HistoryOracle& plain) {
        const auto kind = random->below(10);
        if (kind < 5) {
            appendTo(*place.log, plain);
        } else if (kind < 7) {
            PlainEvent event = randomEvent(random);
            event.uniqueId = "order-" + std::to_string(random->between(0, 60));
            QCOMPARE(place.log->replace(event.toNew()).value(), plain.replace(event));
        } else if (kind < 8) {
            const PlainEvent event = randomEvent(random);
            const auto id = "order-" + std::to_string(random->between(0, 60));
            QCOMPARE(place.log->takeBack({event.profile}, {event.metric}, id).value(),
                     plain.takeBack(event.profile, event.metric, id));
        } else if (kind < 9) {
            const std::int64_t from = plain.living(random->between(1, profileCount));
            const std::int64_t into = plain.living(random->between(1, profileCount));
            if (from != into) {
                QVERIFY(place.connection.execute(mergeSql(from, into)));
                QVERIFY(place.log->profilesMerged({from}, {into}));
                plain.merge(from, into);
            }
        } else if (random->chance(0.3)) {
            const std::int64_t gone = random->between(1, profileCount);
            QVERIFY(place.log->erase({gone}));
            plain.erase(gone);
        }
    };
    for (int step = 0; step < 60; ++step) {
        const auto kind = random->below(12);
        Shop& place = other && random->chance(0.4) ? *other : shop;
        if (kind < 8) {
            auto transaction = db::Transaction::begin(place.connection).value();
            HistoryOracle plain = oracle;
            const auto parts = random->between(1, 4);
            for (std::int64_t part = 0; part < parts; ++part) {
                if (random->chance(0.2)) {
                    // A savepoint that is rolled back.
                    HistoryOracle dropped = plain;
                    auto inner = db::Transaction::begin(place.connection).value();
                    change(place, dropped);
                } else {
                    change(place, plain);
                }
                if (QTest::currentTestFailed()) {
                    return;
                }
            }
            if (random->chance(0.8)) {
                QVERIFY(transaction.commit());
                place.log->published();
                oracle = std::move(plain);
            }
        } else if (kind == 8) {
            place.log->published();
            place.reopen();
        } else if (kind == 9) {
            other.emplace(folder / "a.shopbell", false);
        } else if (kind == 10) {
            QVERIFY(place.log->seal());
        }
        QVERIFY(place.log->catchUp());
        const auto view = place.log->view();
        if (random->chance(0.5)) {
            const auto difference = compareAll(*view, oracle);
            QVERIFY2(difference.empty(), difference.c_str());
        }
        const auto difference = compareTimeline(*view, oracle, random);
        QVERIFY2(difference.empty(), difference.c_str());
    }
    shop.reopen();
    const auto difference = compareAll(*shop.log->view(), oracle);
    QVERIFY2(difference.empty(), difference.c_str());
}

void TestEventLog::aViewStaysAsItWasWhileTheLogGoesOn()
{
    test::SeededRandom random(5);
    test::TempDir folder;
    Shop shop(folder / "a.shopbell");
    HistoryOracle oracle;
    std::vector<std::pair<std::shared_ptr<const HistoryView>, HistoryOracle>> kept;
    for (int step = 0; step < 30; ++step) {
        std::vector<PlainEvent> events;
        for (int k = 0; k < 700; ++k) {
            PlainEvent event = randomEvent(random);
            event.uniqueId = std::to_string(random->between(0, 3000));
            events.push_back(event);
            oracle.append(event);
        }
        std::vector<NewEvent> fresh;
        for (const PlainEvent& event : events) {
            fresh.push_back(event.toNew());
        }
        QVERIFY(shop.log->append(fresh));
        PlainEvent edited = events.front();
        edited.value = 123;
        QCOMPARE(shop.log->replace(edited.toNew()).value(), oracle.replace(edited));
        shop.log->published();
        kept.emplace_back(shop.log->view(), oracle);
        if (random->chance(0.5)) {
            (void)shop.log->view()->metric({random->between(1, metricCount)});
        }
    }
    while (!kept.empty()) {
        const auto which = static_cast<std::ptrdiff_t>(random->below(kept.size()));
        // Replaced events stay readable by row, so old views show them whole.
        const auto difference =
            compareAll(*kept[static_cast<std::size_t>(which)].first, kept[static_cast<std::size_t>(which)].second);
        QVERIFY2(difference.empty(), difference.c_str());
        kept.erase(kept.begin() + which);
    }
}

void TestEventLog::whoseAnEventWasWhenItWasToldIsKept()
{
    test::TempDir folder;
    Shop shop(folder / "a.shopbell");
    const auto event = [](std::int64_t profile, const char* id) {
        return PlainEvent{profile, 1, 1000, 5'000'000, id, R"({"a":1})", false, 0};
    };
    QCOMPARE(shop.append({event(7, "a"), event(8, "b"), event(7, "c")}), 3);
    {
        auto transaction = db::Transaction::begin(shop.connection);
        QVERIFY(shop.connection.execute(mergeSql(7, 8)));
        QVERIFY(shop.log->profilesMerged(ProfileId{7}, ProfileId{8}));
        QVERIFY(transaction->commit());
        shop.log->published();
    }
    QCOMPARE(shop.append({event(7, "d")}), 1);
    // One that was told of 7 is edited twice; it is still 7's.
    for (const std::int64_t value : {6'000'000, 7'000'000}) {
        PlainEvent edited = event(8, "c");
        edited.value = value;
        QVERIFY(shop.log->replace(edited.toNew()).value());
    }
    shop.log->published();
    const auto view = shop.log->view();
    const std::vector<EventRow> rows{{1}, {2}, {3}, {4}, {5}, {6}, {7}};
    const auto owners = view->toldOf(rows);
    QVERIFY(owners);
    QCOMPARE(*owners, (std::vector<ProfileId>{{7}, {8}, {7}, {8}, {7}, {7}, {0}}));
    QCOMPARE(view->loadEvents(rows)->front().profile, ProfileId{8});
}

SHOPBELL_TEST(TestEventLog)
#include "test_event_log.moc"
