// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/live_segments.h"
#include "segments/segment_store.h"
#include "support/registry.h"
#include "support/seeded_random.h"
#include "support/segments/random_shop.h"

#include <QTest>

using namespace shopbell;
using namespace shopbell::segments;
using test::RandomShop;

namespace {

constexpr std::int64_t hour = 3'600'000;

/// Feeds a LiveSegments with what a shop writes, and keeps the members that its moves tell of.
struct Follower {
    explicit Follower(RandomShop& source) : world(source)
    {
        lastRow = *world.shop->writer.findInteger("SELECT max(row) FROM event").value();
        live = LiveSegments::start(world.shop->sources(), world.shop->clock.now(), {}, hear()).value();
        for (const auto& [segment, members] : live->known()) {
            told[segment] = members.ids();
        }
    }

    LiveSegments::OnMove hear()
    {
        return [this](const SegmentMove& move) {
            auto& members = told[move.segment];
            const auto place = std::lower_bound(members.begin(), members.end(), move.profile);
            const bool isIn = place != members.end() && *place == move.profile;
            doubled += isIn == move.entered ? 1 : 0;
            unordered += move.at < lastMove ? 1 : 0;
            lastMove = move.at;
            if (move.entered && !isIn) {
                members.insert(place, move.profile);
            } else if (!move.entered && isIn) {
                members.erase(place);
            }
            ++moves;
        };
    }

    void follow()
    {
        test::Shop& shop = *world.shop;
        std::vector<EventRow> rows;
        bool corrected = false;
        (void)shop.writer.each(
            "SELECT row, replaces FROM event WHERE row > ?1 ORDER BY row",
            [&](db::Statement& row) {
                rows.push_back({row.integer(0)});
                corrected = corrected || !row.isNull(1);
            },
            lastRow);
        const auto view = shop.log->view();
        if (!rows.empty()) {
            lastRow = rows.back().value;
        }
        // Somebody merged is in what either was in.
        for (auto& [segment, members] : told) {
            for (ProfileId& member : members) {
                member = view->resolve(member);
            }
            std::sort(members.begin(), members.end());
            members.erase(std::unique(members.begin(), members.end()), members.end());
        }
        if (corrected) {
            QVERIFY(live->rebuild(view, shop.clock.now(), hear()));
            return;
        }
        const auto events = view->loadEvents(rows).value();
        std::vector<std::string> names;
        names.reserve(events.size());
        std::vector<LiveEvent> news;
        for (const Event& event : events) {
            names.push_back(view->metricName(event.metric));
            news.push_back({event.profile, names.back(), event.at, event.value, event.row, event.properties});
        }
        const auto done = live->take(news, view, shop.clock.now(), hear());
        QVERIFY2(done, done ? "" : describe(done.error()).c_str());
    }

    /// Nothing when all is well.
    QString findDifference()
    {
        const auto stored = listSegments(world.shop->reader).value();
        for (const StoredSegment& segment : stored) {
            auto evaluator = Evaluator::make(world.shop->sources(), segment.definition);
            const auto full = evaluator->members(world.shop->clock.now()).value().ids();
            const auto kept = live->findMembers(segment.id)->ids();
            if (kept != full || told[segment.id] != full) {
                return QString::fromStdString(segment.definition.json + "\nfull " + std::to_string(full.size()) +
                                              ", live " + std::to_string(kept.size()) + ", told " +
                                              std::to_string(told[segment.id].size()) + " at " +
                                              world.shop->clock.now().toIso());
            }
        }
        return {};
    }

    RandomShop& world;
    std::unique_ptr<LiveSegments> live;
    std::map<SegmentId, std::vector<ProfileId>> told;
    std::int64_t lastRow = 0;
    Instant lastMove;
    int moves = 0;
    int doubled = 0;
    int unordered = 0;
};

}  // namespace

class TestLive : public QObject {
    Q_OBJECT

private slots:
    void liveMembersEqualAFullEvaluationAfterAnything();
    void relativeDatesEndAtTheirMillisecond();
    void movesSinceTheLastStartAreTold();
};

void TestLive::liveMembersEqualAFullEvaluationAfterAnything()
{
    test::SeededRandom random(5);
    int moves = 0;
    for (int worldNumber = 0; worldNumber < 32; ++worldNumber) {
        RandomShop world(*random, 8, 60);
        SegmentStore store(world.shop->writer, world.shop->clock);
        std::int64_t first = 0;
        for (int i = 0; i < 14; ++i) {
            Node definition = world.makeDefinition(2);
            if (i > 2 && random->chance(0.3)) {
                AllOf both;
                both.parts.push_back({SegmentCondition{{first, {}}, random->chance(0.5), {}}});
                both.parts.push_back(std::move(definition));
                definition = {std::move(both)};
            }
            const auto made = store.create("Segment " + std::to_string(i), toJson(definition));
            QVERIFY2(made, made ? "" : describe(made.error()).c_str());
            first = first == 0 ? made->value : first;
        }
        Follower follower(world);
        QCOMPARE(follower.findDifference(), QString());
        for (int step = 0; step < 45; ++step) {
            if (random->chance(0.35)) {
                const std::int64_t jump =
                    random->chance(0.1) ? 12 * 24 * hour : static_cast<std::int64_t>(random->below(30)) * hour + 1;
                world.shop->clock.advance(Duration(jump));
                QVERIFY(follower.live->passTime(world.shop->clock.now(), follower.hear()));
            } else {
                world.happen();
                follower.follow();
            }
            const QString difference = follower.findDifference();
            QVERIFY2(difference.isEmpty(), qPrintable(difference));
        }
        QCOMPARE(follower.doubled, 0);
        QCOMPARE(follower.unordered, 0);
        moves += follower.moves;
    }
    QVERIFY2(moves > 400, qPrintable(QString::number(moves)));
}

void TestLive::relativeDatesEndAtTheirMillisecond()
{
    test::Shop shop(parseIso("2026-03-20T10:00:00Z").value(), "Europe/Vienna");
    const std::int64_t ana = shop.addPerson("ana@example.com", {});
    SegmentStore store(shop.writer, shop.clock);
    const auto day = store.create(
        "Recent",
        {R"({"type":"metric","metric":"Placed Order","timeframe":{"kind":"in-the-last","n":14,"unit":"day"}})"});
    const auto calendar = store.create(
        "This month or last",
        {R"({"type":"metric","metric":"Placed Order","timeframe":{"kind":"in-the-last","n":1,"unit":"month"}})"});
    QVERIFY(day && calendar);
    shop.happen(ana, "Placed Order", shop.clock.now(), 1000, "", "1");
    std::vector<std::pair<SegmentId, Instant>> left;
    const auto hear = [&](const SegmentMove& move) {
        QVERIFY(!move.entered);
        left.emplace_back(move.segment, move.at);
    };
    auto live = LiveSegments::start(shop.sources(), shop.clock.now(), {}, hear).value();
    QVERIFY(live->findMembers(*day)->contains(ProfileId{ana}));
    // Clocks go forward in between: fourteen days are exact, the month is by the calendar.
    shop.clock.advance(Duration(80 * 24 * hour));
    for (Instant now = {shop.clock.now().ms - 79 * 24 * hour}; now < shop.clock.now();
         now = now + Duration(3 * 24 * hour)) {
        QVERIFY(live->passTime(now, hear));
    }
    QCOMPARE(left.size(), std::size_t{2});
    QCOMPARE(left[0].second.toIso(), std::string("2026-04-03T10:00:00.000Z"));
    QCOMPARE(left[1].second.toIso(), std::string("2026-04-20T09:00:00.000Z"));
}

void TestLive::movesSinceTheLastStartAreTold()
{
    test::Shop shop(parseIso("2026-03-20T10:00:00Z").value(), "UTC");
    const std::int64_t ana = shop.addPerson("ana@example.com", {});
    const std::int64_t ben = shop.addPerson("ben@example.com", {});
    SegmentStore store(shop.writer, shop.clock);
    const auto made = store.create("Buyers", {R"({"type":"metric","metric":"Placed Order"})"});
    QVERIFY(made);
    shop.happen(ana, "Placed Order", shop.clock.now(), 1000, "", "1");
    int moves = 0;
    auto known = LiveSegments::start(shop.sources(), shop.clock.now(), {}, [&](const SegmentMove&) { ++moves; })
                     .value()
                     ->known();
    QCOMPARE(moves, 0);
    shop.happen(ben, "Placed Order", shop.clock.now(), 1000, "", "2");
    std::vector<ProfileId> entered;
    const auto again = LiveSegments::start(shop.sources(), shop.clock.now(), known,
                                           [&](const SegmentMove& move) { entered.push_back(move.profile); });
    QVERIFY(again);
    QCOMPARE(entered, std::vector<ProfileId>{ProfileId{ben}});
}

SHOPBELL_TEST(TestLive)
#include "test_live.moc"
