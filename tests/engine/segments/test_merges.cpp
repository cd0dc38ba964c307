// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/condition_effects.h"
#include "segments/explain.h"
#include "segments/segment_store.h"
#include "segments/size_curve.h"
#include "support/registry.h"
#include "support/seeded_random.h"
#include "support/segments/random_shop.h"

#include <QTest>

#include <set>

using namespace shopbell;
using namespace shopbell::segments;
using test::RandomShop;
using test::SegmentOracle;

namespace {

QString wordsOf(const Node& definition, std::int64_t profile, std::int64_t at)
{
    return QString::fromStdString(toJson(definition).json + "\nprofile " + std::to_string(profile) + " at " +
                                  std::to_string(at) + ", " + Instant{at}.toIso());
}

/// Mostly at a merge or a millisecond beside it.
std::int64_t instantNear(RandomShop& world)
{
    if (world.shop->merges.empty() || world.random.chance(0.3)) {
        return world.anInstant();
    }
    return world.shop->merges[world.random.below(world.shop->merges.size())] +
           static_cast<std::int64_t>(world.random.below(3)) - 1;
}

std::set<std::int64_t> idsOf(const ProfileBitmap& members)
{
    std::set<std::int64_t> ids;
    members.forEach([&](ProfileNumber profile) { ids.insert(profile); });
    return ids;
}

/// What the oracle says of everybody there was.
struct Told {
    std::set<std::int64_t> members;
    std::int64_t unset = 0;
    std::int64_t everybody = 0;
};
Told tell(const RandomShop& world, const SegmentOracle& oracle, const Node& definition, std::int64_t at)
{
    Told told;
    for (const std::int64_t profile : world.shop->everybody) {
        if (!world.shop->existed(profile, at)) {
            continue;
        }
        ++told.everybody;
        const Truth truth = oracle.judge(definition, profile, at);
        told.unset += truth == Truth::Unset ? 1 : 0;
        if (truth == Truth::Yes) {
            told.members.insert(profile);
        }
    }
    return told;
}

void collect(const Node& node, std::vector<const Node*>& nodes)
{
    nodes.push_back(&node);
    if (const auto* parts = findParts(node)) {
        for (const Node& part : *parts) {
            collect(part, nodes);
        }
    }
}

}  // namespace

/// As of an instant, a merge that came later has not happened.
class TestMerges : public QObject {
    Q_OBJECT

private slots:
    void bothSidesOfMergesEqualTheOracle_data();
    void bothSidesOfMergesEqualTheOracle();
    void segmentsOfSegmentsEqualTheOracle();
    void effectsCurvesAndReasonsSayTheSame();
    void anInstantIsAnsweredAsItWasAnsweredThen();
    void twoAreTwoUntilTheyAreMerged();
    void manyIntoOneAreManyBefore();
};

void TestMerges::bothSidesOfMergesEqualTheOracle_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 101; seed <= 108; ++seed) {
        QTest::addRow("seed %llu", seed) << seed;
    }
}

void TestMerges::bothSidesOfMergesEqualTheOracle()
{
    QFETCH(const quint64, seed);
    test::SeededRandom random(seed);
    int before = 0;
    int after = 0;
    std::int64_t apart = 0;
    for (int worldNumber = 0; worldNumber < 9; ++worldNumber) {
        RandomShop world(*random, 8 + static_cast<int>(random->below(12)), 80 + static_cast<int>(random->below(120)),
                         {.restless = true});
        const SegmentOracle oracle(*world.shop);
        const Sources sources = world.shop->sources();
        for (int i = 0; i < 40; ++i) {
            const Node definition = world.makeDefinition(2);
            auto evaluator = Evaluator::make(sources, definition);
            QVERIFY2(evaluator, evaluator ? "" : describe(evaluator.error()).c_str());
            for (int k = 0; k < 5; ++k) {
                const std::int64_t at = instantNear(world);
                const bool isBefore = !world.shop->merges.empty() && at < world.shop->merges.back();
                (isBefore ? before : after) += 1;
                const Told told = tell(world, oracle, definition, at);
                const auto found = evaluator->members({at});
                QVERIFY2(found, found ? "" : describe(found.error()).c_str());
                const auto ids = idsOf(*found);
                for (const std::int64_t profile : world.shop->everybody) {
                    QVERIFY2(ids.contains(profile) == told.members.contains(profile),
                             qPrintable(wordsOf(definition, profile, at)));
                    // By any number, the answer is about whoever had it then.
                    const std::int64_t then = world.shop->standingFor(profile, at);
                    apart += then != world.shop->living(profile) ? 1 : 0;
                    const auto judgement = evaluator->judge({profile}, {at});
                    QVERIFY2(judgement->truth ==
                                 (world.shop->existed(then, at) ? oracle.judge(definition, then, at) : Truth::No),
                             qPrintable(wordsOf(definition, profile, at)));
                }
                QCOMPARE(ids, told.members);
                QCOMPARE(*evaluator->count({at}), std::ssize(told.members));
                QCOMPARE(evaluator->everybody({at})->count(), told.everybody);
            }
        }
    }
    QVERIFY2(before > 500 && after > 200, qPrintable(QString("%1 %2").arg(before).arg(after)));
    QVERIFY2(apart > 1'000, qPrintable(QString::number(apart)));
}

void TestMerges::segmentsOfSegmentsEqualTheOracle()
{
    test::SeededRandom random(31);
    for (int worldNumber = 0; worldNumber < 10; ++worldNumber) {
        RandomShop world(*random, 12, 120, {.restless = true});
        SegmentOracle oracle(*world.shop);
        const Sources sources = world.shop->sources();
        for (int i = 0; i < 10; ++i) {
            const Node inner = world.makeDefinition(1);
            SegmentStore store(world.shop->writer, world.shop->clock);
            const auto saved = store.create("Segment " + std::to_string(i), toJson(inner));
            QVERIFY2(saved, saved ? "" : describe(saved.error()).c_str());
            oracle.segments.insert_or_assign(saved->value, inner);
            AllOf both;
            both.parts.push_back({SegmentCondition{{saved->value, {}}, random->chance(0.6), {}}});
            both.parts.push_back(world.makeDefinition(1));
            const Node definition{random->chance(0.5) ? Node{std::move(both)} : Node{AnyOf{std::move(both.parts)}}};
            auto evaluator = Evaluator::make(sources, definition);
            QVERIFY2(evaluator, evaluator ? "" : describe(evaluator.error()).c_str());
            for (int k = 0; k < 5; ++k) {
                const std::int64_t at = instantNear(world);
                QCOMPARE(idsOf(*evaluator->members({at})), tell(world, oracle, definition, at).members);
            }
        }
    }
}

void TestMerges::effectsCurvesAndReasonsSayTheSame()
{
    test::SeededRandom random(32);
    for (int worldNumber = 0; worldNumber < 12; ++worldNumber) {
        RandomShop world(*random, 12, 120, {.restless = true});
        const SegmentOracle oracle(*world.shop);
        const Sources sources = world.shop->sources();
        for (int i = 0; i < 10; ++i) {
            const Node definition = world.makeDefinition(2);
            const std::int64_t at = instantNear(world);
            const Told told = tell(world, oracle, definition, at);
            const auto effects = measureEffects(sources, definition, {at});
            QVERIFY2(effects, effects ? "" : describe(effects.error()).c_str());
            QCOMPARE(effects->members, std::ssize(told.members));
            QCOMPARE(effects->everybody, told.everybody);
            std::vector<const Node*> nodes;
            collect(definition, nodes);
            QCOMPARE(effects->nodes.size(), nodes.size());
            for (std::size_t n = 0; n < nodes.size(); ++n) {
                const Told ofNode = tell(world, oracle, *nodes[n], at);
                QCOMPARE(effects->nodes[n].alone, std::ssize(ofNode.members));
                QCOMPARE(effects->nodes[n].unset, ofNode.unset);
            }

            const Instant first{world.instants.front()};
            const auto curve = measureSize(sources, definition, first, world.shop->clock.now(), 9);
            QVERIFY(curve);
            for (const CurvePoint& point : *curve) {
                const Told then = tell(world, oracle, definition, point.at.ms);
                QCOMPARE(point.members, std::ssize(then.members));
                QCOMPARE(point.everybody, then.everybody);
            }

            const Node other = world.makeDefinition(1);
            const auto overlap = measureOverlap(sources, definition, other, {at});
            QVERIFY(overlap);
            const Told second = tell(world, oracle, other, at);
            std::int64_t both = 0;
            for (const std::int64_t one : told.members) {
                both += second.members.contains(one) ? 1 : 0;
            }
            QCOMPARE(overlap->both, both);
            QCOMPARE(overlap->onlyFirst, std::ssize(told.members) - both);
            QCOMPARE(overlap->onlySecond, std::ssize(second.members) - both);

            for (const std::int64_t profile : world.shop->everybody) {
                const auto verdict = why(sources, {profile}, definition, {at});
                const std::int64_t then = world.shop->standingFor(profile, at);
                if (!verdict) {  // erased
                    QCOMPARE(verdict.error().kind, ErrorKind::NotFound);
                    QVERIFY(!world.shop->existed(then, at));
                    continue;
                }
                QCOMPARE(verdict->truth,
                         world.shop->existed(then, at) ? oracle.judge(definition, then, at) : Truth::No);
            }
        }
    }
}

void TestMerges::anInstantIsAnsweredAsItWasAnsweredThen()
{
    struct Answered {
        std::size_t definition = 0;
        std::int64_t at = 0;
        std::set<std::int64_t> members;
        std::int64_t everybody = 0;
    };
    test::SeededRandom random(33);
    std::int64_t withMerged = 0;
    for (int worldNumber = 0; worldNumber < 16; ++worldNumber) {
        RandomShop world(*random, 14, 20, {.restless = true, .prompt = true});
        std::vector<Node> definitions;
        for (int i = 0; i < 14; ++i) {
            definitions.push_back(world.makeDefinition(2));
        }
        std::vector<Answered> answered;
        for (int step = 0; step < 60; ++step) {
            for (std::uint64_t n = random->below(4); n > 0; --n) {
                (void)world.happen();
            }
            const Instant now = world.shop->clock.now();
            for (std::size_t i = 0; i < definitions.size(); ++i) {
                auto evaluator = Evaluator::make(world.shop->sources(), definitions[i]);
                QVERIFY(evaluator);
                answered.push_back({i, now.ms, idsOf(*evaluator->members(now)), evaluator->everybody(now)->count()});
            }
            // What happens within the same millisecond is not told apart from what was before.
            world.shop->clock.advance(Duration(1));
        }
        for (const Answered& then : answered) {
            auto evaluator = Evaluator::make(world.shop->sources(), definitions[then.definition]);
            const auto members = idsOf(*evaluator->members({then.at}));
            if (members != then.members) {
                qWarning("%s", qPrintable(wordsOf(definitions[then.definition], 0, then.at)));
            }
            QCOMPARE(members, then.members);
            QCOMPARE(evaluator->everybody({then.at})->count(), then.everybody);
            for (const std::int64_t member : members) {
                withMerged += world.shop->living(member) != member ? 1 : 0;
            }
        }
    }
    QVERIFY2(withMerged > 2'000, qPrintable(QString::number(withMerged)));
}

void TestMerges::twoAreTwoUntilTheyAreMerged()
{
    test::Shop shop(Instant{1'760'000'000'000}, "Europe/Vienna");
    const std::int64_t news = shop.addList("News");
    const auto pass = [&] { shop.clock.advance(std::chrono::hours(1)); };
    const std::int64_t older = shop.addPerson("older@example.com", {{"color", std::string("red")}});
    pass();
    const std::int64_t newer = shop.addPerson("newer@example.com", {{"color", std::string("blue")}});
    pass();
    shop.happen(older, "Placed Order", shop.clock.now(), 1'000, {}, "a");
    shop.happen(newer, "Placed Order", shop.clock.now(), 2'000, {}, "b");
    shop.join(news, newer);
    shop.consent(newer, Channel::Email, ConsentState::Subscribed, "form");
    shop.suppress(newer, SuppressionReason::HardBounce);
    pass();
    const Instant before = shop.clock.now();
    pass();
    shop.merge(newer, older);
    const Instant merged = shop.clock.now();
    pass();
    shop.leave(news, older);
    shop.unsuppress(older);
    shop.change(older, {{"color", std::string("green")}});

    const auto membersOf = [&](const char* json, Instant at) {
        auto evaluator = Evaluator::make(shop.sources(), SegmentDefinition{json});
        return evaluator ? idsOf(*evaluator->members(at)) : std::set<std::int64_t>{-1};
    };
    const auto orders = R"({"type":"metric","metric":"Placed Order","measure":"count","op":">=","value":2})";
    QCOMPARE(membersOf(orders, before), std::set<std::int64_t>{});
    QCOMPARE(membersOf(orders, merged), std::set<std::int64_t>{older});
    const auto ordered = R"({"type":"metric","metric":"Placed Order","measure":"count","op":"=","value":1})";
    QCOMPARE(membersOf(ordered, before), (std::set<std::int64_t>{older, newer}));
    QCOMPARE(membersOf(R"({"type":"list","list":"News"})", before), std::set<std::int64_t>{newer});
    QCOMPARE(membersOf(R"({"type":"list","list":"News"})", merged), std::set<std::int64_t>{older});
    const auto blue = R"({"type":"property","property":"color","op":"equals","value":"blue"})";
    QCOMPARE(membersOf(blue, before), std::set<std::int64_t>{newer});
    const auto suppressed = R"({"type":"consent","channel":"email","suppressed":true})";
    QCOMPARE(membersOf(suppressed, before), std::set<std::int64_t>{newer});
    auto evaluator = Evaluator::make(shop.sources(), SegmentDefinition{ordered});
    QVERIFY(*evaluator->contains({newer}, before));
    QVERIFY(!*evaluator->contains({newer}, merged));
    QCOMPARE(evaluator->everybody(before)->count(), 2);
    QCOMPARE(evaluator->everybody(merged)->count(), 1);
    const auto verdict = why(shop.sources(), {newer}, {ListCondition{{news, {}}, true, {}}}, before);
    QVERIFY(verdict);
    QCOMPARE(verdict->truth, Truth::Yes);

    shop.clock.advance(std::chrono::hours(1));
    shop.erase(older);
    QCOMPARE(membersOf(ordered, before), std::set<std::int64_t>{});
    QCOMPARE(evaluator->everybody(before)->count(), 2);  // the view is of before
    evaluator = Evaluator::make(shop.sources(), SegmentDefinition{ordered});
    QCOMPARE(evaluator->everybody(before)->count(), 0);
}

void TestMerges::manyIntoOneAreManyBefore()
{
    constexpr int many = 300;
    test::Shop shop(Instant{1'760'000'000'000}, "Europe/Vienna");
    std::vector<std::int64_t> people;
    for (int i = 0; i < many; ++i) {
        people.push_back(shop.addPerson("p" + std::to_string(i) + "@example.com", {}));
        shop.happen(people.back(), "Placed Order", shop.clock.now(), 1'000, {}, "e" + std::to_string(i));
        shop.clock.advance(Duration(1'000));
    }
    // A chain: each into the next, so that nobody but the last one stays.
    std::vector<Instant> instants;
    for (int i = 0; i + 1 < many; ++i) {
        instants.push_back(shop.clock.now());
        shop.clock.advance(Duration(1'000));
        shop.merge(people[static_cast<std::size_t>(i)], people[static_cast<std::size_t>(i) + 1]);
    }
    const SegmentDefinition ordered{
        R"({"type":"metric","metric":"Placed Order","measure":"count","op":">=","value":1})"};
    const SegmentDefinition often{R"({"type":"metric","metric":"Placed Order","measure":"count","op":">","value":1})"};
    auto all = Evaluator::make(shop.sources(), ordered);
    auto more = Evaluator::make(shop.sources(), often);
    for (int i = 0; i + 1 < many; ++i) {
        QCOMPARE(*all->count(instants[static_cast<std::size_t>(i)]), many - i);
        QCOMPARE(idsOf(*more->members(instants[static_cast<std::size_t>(i)])),
                 i == 0 ? std::set<std::int64_t>{} : std::set<std::int64_t>{people[static_cast<std::size_t>(i)]});
    }
}

SHOPBELL_TEST(TestMerges)
#include "test_merges.moc"
