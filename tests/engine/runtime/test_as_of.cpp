// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine_on_shop.h"

#include "api/profiles.h"
#include "api/segment_editing.h"
#include "api/segments.h"
#include "api/workspace.h"
#include "segments/definition.h"
#include "support/registry.h"
#include "support/seeded_random.h"
#include "support/segments/random_shop.h"

#include <QTest>

#include <set>

using namespace shopbell;
using test::ask;
using test::openEngine;
using test::RandomShop;
using test::submit;

namespace {

std::set<std::int64_t> numbersOf(const std::vector<ProfileId>& ids)
{
    std::set<std::int64_t> numbers;
    for (const ProfileId id : ids) {
        numbers.insert(id.value);
    }
    return numbers;
}

/// What the engine answered at an instant when that was now.
struct Answered {
    Instant at;
    SegmentDefinition what;
    SegmentCount count;
    std::set<std::int64_t> members;
    std::int64_t person = 0;
    bool holds = false;
};

}  // namespace

/// Questions about the past, through the door: the answers are those that were given then.
class TestAsOf : public QObject {
    Q_OBJECT

private slots:
    void anInstantIsAnsweredAsItWasAnsweredThen();
    void aMergeLeavesTheTimeBeforeItAsItWas();
};

void TestAsOf::anInstantIsAnsweredAsItWasAnsweredThen()
{
    test::SeededRandom random(51);
    int changed = 0;
    int merges = 0;
    for (int worldNumber = 0; worldNumber < 8; ++worldNumber) {
        RandomShop world(*random, 12, 20, {.restless = true, .prompt = true});
        test::Shop& shop = *world.shop;
        const auto engine = openEngine(shop);
        QVERIFY(engine);
        std::vector<SegmentDefinition> definitions;
        for (int i = 0; i < 6; ++i) {
            const SegmentDefinition definition = segments::toJson(world.makeDefinition(2));
            definitions.push_back(definition);
            const auto saved = submit(*engine, SaveSegment{{}, "Segment " + std::to_string(i), definition});
            QVERIFY2(saved, saved ? "" : describe(saved.error()).c_str());
            definitions.push_back({R"({"type":"segment","segment":)" + std::to_string(saved->value) + '}'});
        }
        std::vector<Answered> answered;
        for (int step = 0; step < 40; ++step) {
            for (std::uint64_t n = random->below(4); n > 0; --n) {
                (void)world.happen();
            }
            // The engine takes in what others wrote when it does anything at all.
            QVERIFY(submit(*engine, SaveSetting{"home.dismissed", "1"}));
            for (const SegmentDefinition& definition : definitions) {
                Answered now{shop.clock.now(), definition, {}, {}, 0, false};
                const auto count = ask(*engine, CountSegment{definition, {}});
                const auto ids = ask(*engine, ListSegmentIds{definition, {}});
                QVERIFY2(count && ids, count ? "" : describe(count.error()).c_str());
                now.person = shop.people[random->below(shop.people.size())];
                const auto verdict = ask(*engine, ExplainMembership{definition, {now.person}, {}});
                QVERIFY2(verdict, verdict ? "" : describe(verdict.error()).c_str());
                now.count = *count;
                now.members = numbersOf(*ids);
                now.holds = verdict->holds;
                QCOMPARE(std::ssize(now.members), count->members);
                QCOMPARE(now.members.contains(now.person), now.holds);
                answered.push_back(std::move(now));
            }
            // What happens within the same millisecond is not told apart from what was before.
            shop.clock.advance(Duration(1));
        }
        QVERIFY(submit(*engine, SaveSetting{"home.dismissed", "1"}));
        merges += static_cast<int>(shop.merges.size());
        for (const Answered& then : answered) {
            const std::string where = then.what.json + " at " + then.at.toIso();
            const auto count = ask(*engine, CountSegment{then.what, then.at});
            QVERIFY2(count, where.c_str());
            QVERIFY2(count->members == then.count.members, where.c_str());
            QCOMPARE(count->profiles, then.count.profiles);
            // Listed are the people as they live now, each once.
            std::set<std::int64_t> living;
            for (const std::int64_t member : then.members) {
                living.insert(shop.living(member));
            }
            changed += living != then.members ? 1 : 0;
            const auto ids = ask(*engine, ListSegmentIds{then.what, then.at});
            QVERIFY(ids);
            QCOMPARE(numbersOf(*ids), living);
            QCOMPARE(std::ssize(*ids), std::ssize(living));
            const auto verdict = ask(*engine, ExplainMembership{then.what, {then.person}, then.at});
            QVERIFY2(verdict && verdict->holds == then.holds, where.c_str());
        }
    }
    QVERIFY2(merges > 10 && changed > 50, qPrintable(QString("%1 %2").arg(merges).arg(changed)));
}

void TestAsOf::aMergeLeavesTheTimeBeforeItAsItWas()
{
    test::Shop shop(Instant{1'770'000'000'000}, "Europe/Vienna");
    const auto engine = openEngine(shop);
    QVERIFY(engine);
    const auto pass = [&] { shop.clock.advance(std::chrono::hours(24)); };
    const auto save = [&](const char* email, const char* city) {
        SaveProfile person;
        person.email = email;
        person.properties["city"] = std::string(city);
        return submit(*engine, person).value();
    };
    const ProfileId ana = save("ana@example.com", "Graz");
    const ProfileId second = save("second@example.com", "Linz");
    pass();
    const ListId news = submit(*engine, CreateList{"News"}).value();
    QCOMPARE(submit(*engine, JoinList{news, {second}}).value(), 1);
    pass();
    const Instant before = shop.clock.now();
    pass();
    QVERIFY(submit(*engine, MergeProfiles{second, ana}));
    pass();

    const SegmentDefinition everybody{R"({"all":[]})"};
    const SegmentDefinition inLinz{R"({"type":"property","property":"city","op":"equals","value":"Linz"})"};
    const SegmentDefinition onList{R"({"type":"list","list":"News"})"};
    QCOMPARE(ask(*engine, CountSegment{everybody, before})->members, 2);
    QCOMPARE(ask(*engine, CountSegment{everybody, {}})->members, 1);
    // Counted are two, listed is the one they are.
    const auto listed = ask(*engine, ListSegmentMembers{everybody, before, 0, 10});
    QVERIFY(listed);
    QCOMPARE(listed->total, 1);
    QCOMPARE(listed->members.size(), std::size_t(1));
    QCOMPARE(listed->members.front().profile, ana);
    QCOMPARE(listed->members.front().email, std::string("ana@example.com"));
    QCOMPARE(ask(*engine, ListSegmentIds{inLinz, before}).value(), std::vector{ana});
    QVERIFY(ask(*engine, ExplainMembership{inLinz, second, before})->holds);
    QVERIFY(!ask(*engine, ExplainMembership{inLinz, ana, before})->holds);
    QVERIFY(ask(*engine, ExplainMembership{onList, second, before})->holds);
    QVERIFY(!ask(*engine, ExplainMembership{onList, ana, before})->holds);
    QVERIFY(ask(*engine, ExplainMembership{onList, second, {}})->holds);

    const auto sizes = ask(*engine, MeasureSegmentSizes{everybody, before, shop.clock.now(), 3});
    QVERIFY(sizes);
    QCOMPARE(sizes->front().members, 2);
    QCOMPARE(sizes->front().everybody, 2);
    QCOMPARE(sizes->back().members, 1);
    QCOMPARE(sizes->back().everybody, 1);
    const auto effects = ask(*engine, MeasureSegmentEffects{onList, before});
    QVERIFY(effects);
    QCOMPARE(effects->members, 1);
    QCOMPARE(effects->everybody, 2);

    QVERIFY(submit(*engine, EraseProfile{ana}));
    QCOMPARE(ask(*engine, CountSegment{everybody, before})->profiles, 0);
    QCOMPARE(ask(*engine, CountSegment{onList, before})->members, 0);
}

SHOPBELL_TEST(TestAsOf)
#include "test_as_of.moc"
