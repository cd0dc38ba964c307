// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/transaction.h"
#include "segments/condition_effects.h"
#include "segments/explain.h"
#include "segments/inventory.h"
#include "segments/ledger_column.h"
#include "segments/segment_store.h"
#include "segments/size_curve.h"
#include "segments/worker_pair.h"
#include "support/registry.h"
#include "support/seeded_random.h"
#include "support/segments/random_shop.h"

#include <QTest>

#include <thread>

using namespace shopbell;
using namespace shopbell::segments;
using test::RandomShop;
using test::SegmentOracle;

class TestAnswers : public QObject {
    Q_OBJECT

private slots:
    void segmentsAreKeptCanonicalAndRingsRefused();
    void verdictsTellEventsAndWhenTheyEnd();
    void everyNodeOfAVerdictEqualsTheOracle();
    void effectsAddUp();
    void curveIsTheCountsAsOfEachInstant();
    void pickersKnowValuesByFrequency();
    void twoThreadsFindWhatOneFinds();
    void aCancelledQuestionEnds();
    void postcodesAreFoundByTheShopsOwnAddresses();
    void theLedgerAnswersWhatWasSent();
    void aKeptLedgerIsTheLedger();
    void enteringASegmentIsReadFromTheHistory();
};

void TestAnswers::segmentsAreKeptCanonicalAndRingsRefused()
{
    test::Shop shop(parseIso("2026-03-20T10:00:00Z").value(), "UTC");
    shop.addList("News");
    SegmentStore store(shop.writer, shop.clock);
    const auto a = store.create("  A ", {R"({"type":"list","list":"news"})"});
    QVERIFY2(a, a ? "" : describe(a.error()).c_str());
    QCOMPARE(loadSegment(shop.writer, *a)->name, std::string("A"));
    QCOMPARE(loadSegment(shop.writer, *a)->definition.json, std::string(R"({"type":"list","list":1})"));
    const auto b = store.create("B", {R"({"not":{"type":"segment","segment":"a"}})"});
    QVERIFY(b);
    QCOMPARE(store.create("b", {R"({"all":[]})"}).error().kind, ErrorKind::AlreadyExists);
    QCOMPARE(store.create("C", {R"({"type":"segment","segment":"nobody"})"}).error().kind, ErrorKind::NotFound);
    QCOMPARE(store.create("", {R"({"all":[]})"}).error().kind, ErrorKind::InvalidInput);
    const auto ring = store.save(*a, "A", {R"({"any":[{"type":"segment","segment":"B"}]})"});
    QVERIFY(!ring);
    QCOMPARE(ring.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(store.remove(*a).error().kind, ErrorKind::Conflict);
    QVERIFY(store.remove(*b));
    QVERIFY(store.remove(*a));
    QVERIFY(listSegments(shop.writer)->empty());
}

void TestAnswers::verdictsTellEventsAndWhenTheyEnd()
{
    test::Shop shop(parseIso("2026-03-20T10:00:00Z").value(), "UTC");
    const std::int64_t ana = shop.addPerson("ana@example.com", {});
    for (int i = 0; i < 3; ++i) {
        shop.happen(ana, "Placed Order", shop.clock.now(), 10'000, "", std::to_string(i));
        shop.clock.advance(std::chrono::hours(24));
    }
    const auto definition = parseDefinition(
        R"({"all":[{"type":"metric","metric":"Placed Order","op":">=","value":2,"timeframe":{"kind":"in-the-last","n":10,"unit":"day"}},{"not":{"type":"property","property":"color","op":"equals","value":"red"}}]})");
    const auto verdict = why(shop.sources(), {ana}, *definition, shop.clock.now());
    QVERIFY2(verdict, verdict ? "" : describe(verdict.error()).c_str());
    QVERIFY(verdict->truth == Truth::Unset);
    QVERIFY(verdict->parts[0].truth == Truth::Yes);
    QCOMPARE(verdict->parts[0].events.size(), std::size_t{3});
    QCOMPARE(shop.log->view()->loadEvents(verdict->parts[0].events)->front().uniqueId, std::string("2"));
    // The first order leaves without changing the answer; with the second it changes.
    QCOMPARE(verdict->parts[0].holdsUntil->toIso(), std::string("2026-03-31T10:00:00.000Z"));
    QVERIFY(verdict->parts[1].truth == Truth::Unset);
    QVERIFY(verdict->parts[1].parts[0].because.find("not known") != std::string::npos);
    QVERIFY(!why(shop.sources(), {4711}, *definition, shop.clock.now()));
    const auto before = why(shop.sources(), {ana}, *definition, parseIso("2026-01-01").value());
    QVERIFY(before && before->truth == Truth::No);
}

void TestAnswers::everyNodeOfAVerdictEqualsTheOracle()
{
    test::SeededRandom random(11);
    int nodes = 0;
    const std::function<void(const Verdict&, const Node&, const SegmentOracle&, std::int64_t, std::int64_t)> check =
        [&](const Verdict& verdict, const Node& node, const SegmentOracle& oracle, std::int64_t profile,
            std::int64_t at) {
            ++nodes;
            QCOMPARE(verdict.truth, oracle.judge(node, profile, at));
            if (verdict.holdsUntil) {
                QVERIFY(oracle.judge(node, profile, verdict.holdsUntil->ms) != verdict.truth);
                QCOMPARE(oracle.judge(node, profile, verdict.holdsUntil->ms - 1), verdict.truth);
            }
            if (const auto* parts = findParts(node)) {
                for (std::size_t i = 0; i < parts->size(); ++i) {
                    check(verdict.parts[i], (*parts)[i], oracle, profile, at);
                }
            }
        };
    for (int worldNumber = 0; worldNumber < 6; ++worldNumber) {
        RandomShop world(*random, 6, 90);
        const SegmentOracle oracle(*world.shop);
        for (int i = 0; i < 25; ++i) {
            const Node definition = world.makeDefinition(2);
            const std::int64_t at = world.shop->clock.now().ms;
            for (const std::int64_t profile : world.shop->people) {
                const auto verdict = why(world.shop->sources(), {profile}, definition, {at});
                QVERIFY(verdict);
                check(*verdict, definition, oracle, profile, at);
                if (QTest::currentTestFailed()) {
                    qWarning("%s", toJson(definition).json.c_str());
                    return;
                }
            }
        }
    }
    QVERIFY(nodes > 1'000);
}

void TestAnswers::effectsAddUp()
{
    test::SeededRandom random(12);
    std::int64_t decided = 0;
    for (int worldNumber = 0; worldNumber < 6; ++worldNumber) {
        RandomShop world(*random, 12, 80);
        const SegmentOracle oracle(*world.shop);
        const std::int64_t at = world.shop->clock.now().ms;
        const auto count = [&](const Node& definition) {
            std::int64_t found = 0;
            for (const std::int64_t profile : world.shop->people) {
                found += oracle.isMember(definition, profile, at) ? 1 : 0;
            }
            return found;
        };
        for (int i = 0; i < 30; ++i) {
            AllOf all;
            all.parts = {world.makeCondition(), world.makeCondition(), world.makeCondition()};
            const Node definition{all};
            const auto effects = measureEffects(world.shop->sources(), definition, {at});
            QVERIFY(effects);
            QCOMPARE(effects->members, count(definition));
            QCOMPARE(effects->nodes.size(), std::size_t{4});
            std::int64_t left = effects->everybody;
            for (std::size_t k = 0; k < 3; ++k) {
                const ConditionEffect& effect = effects->nodes[k + 1];
                QCOMPARE(effect.alone, count(all.parts[k]));
                left -= effect.removes;
                QCOMPARE(effect.running, left);
                AllOf others = all;
                others.parts.erase(others.parts.begin() + static_cast<std::ptrdiff_t>(k));
                QCOMPARE(effect.onlyThis, count({others}) - effects->members);
                AllOf lenient = all;
                if (auto* property = std::get_if<PropertyCondition>(&lenient.parts[k].what);
                    property != nullptr && property->test.kind != PropertyTest::Kind::Presence) {
                    property->test.includeUnset = true;
                    QCOMPARE(effect.unsetDecides, count({lenient}) - effects->members);
                    decided += effect.unsetDecides;
                }
            }
            const auto overlap = measureOverlap(world.shop->sources(), all.parts[0], all.parts[1], {at});
            QVERIFY(overlap);
            QCOMPARE(overlap->both, count({AllOf{{all.parts[0], all.parts[1]}}}));
            QCOMPARE(overlap->onlyFirst + overlap->both, count(all.parts[0]));
            QCOMPARE(overlap->onlySecond + overlap->both, count(all.parts[1]));
        }
    }
    QVERIFY(decided > 0);
}

void TestAnswers::curveIsTheCountsAsOfEachInstant()
{
    test::SeededRandom random(13);
    RandomShop world(*random, 10, 120);
    const SegmentOracle oracle(*world.shop);
    const Instant now = world.shop->clock.now();
    const auto definition = parseDefinition(
        R"({"type":"metric","metric":"Placed Order","timeframe":{"kind":"in-the-last","n":1,"unit":"week"}})");
    const auto curve = measureSize(world.shop->sources(), *definition, now - std::chrono::hours(24 * 60), now, 61);
    QVERIFY(curve);
    QCOMPARE(curve->size(), std::size_t{61});
    QCOMPARE(curve->front().at, now - std::chrono::hours(24 * 60));
    QCOMPARE(curve->back().at, now);
    for (const CurvePoint& point : *curve) {
        std::int64_t expected = 0;
        for (const std::int64_t profile : world.shop->everybody) {
            expected += oracle.isMember(*definition, profile, point.at.ms) ? 1 : 0;
        }
        QCOMPARE(point.members, expected);
    }
    QVERIFY(!measureSize(world.shop->sources(), *definition, now, now, 1));
}

void TestAnswers::pickersKnowValuesByFrequency()
{
    test::Shop shop(parseIso("2026-03-20T10:00:00Z").value(), "UTC");
    for (int i = 0; i < 6; ++i) {
        const std::int64_t person =
            shop.addPerson("p" + std::to_string(i) + "@example.com", {{"color", std::string(i < 4 ? "red" : "blue")}});
        shop.happen(person, "Placed Order", shop.clock.now(), 100,
                    i < 5 ? R"({"Category":"Shoes","n":3})" : R"({"Category":"Hats"})", "");
    }
    const auto metrics = listKnownMetrics(shop.sources());
    QVERIFY(metrics);
    QCOMPARE(metrics->front().name, std::string("Placed Order"));
    QCOMPARE(metrics->front().events, std::int64_t{6});
    const auto names = listProfileProperties(shop.sources());
    QCOMPARE(names->front().name, std::string("color"));
    QCOMPARE(names->front().count, std::int64_t{6});
    const auto colors = listProfileValues(shop.sources(), "color", "", 10);
    QCOMPARE(colors->distinct, std::int64_t{2});
    QCOMPARE(colors->values[0].text, std::string("red"));
    QCOMPARE(colors->values[0].count, std::int64_t{4});
    QCOMPARE(listProfileValues(shop.sources(), "color", "BL", 10)->values.size(), std::size_t{1});
    const auto categories = listEventValues(shop.sources(), "Placed Order", "Category", "", 1);
    QVERIFY(categories);
    QCOMPARE(categories->values[0].text, std::string("Shoes"));
    QCOMPARE(categories->values[0].count, std::int64_t{5});
    QVERIFY(listEventValues(shop.sources(), "Placed Order", "n", "", 1)->kind == ValueKind::Number);
    const auto paths = listEventProperties(shop.sources(), "Placed Order");
    QCOMPARE(paths->size(), std::size_t{2});
}

void TestAnswers::twoThreadsFindWhatOneFinds()
{
    // More people than the work of one thread, each with some orders of their own kind.
    test::Shop shop(parseIso("2026-03-20T10:00:00Z").value(), "UTC");
    constexpr std::int64_t people = 30'000;
    {
        auto transaction = db::Transaction::begin(shop.writer).value();
        for (std::int64_t i = 1; i <= people; ++i) {
            QVERIFY(shop.writer.run("INSERT INTO profile(id,created_at,changed_at,properties) VALUES(?1,0,0,?2)", i,
                                    i % 3 == 0 ? R"({"color":"red"})" : "{}"));
        }
        const MetricId orders = shop.log->ensureMetric("Placed Order").value();
        std::vector<NewEvent> events;
        test::SeededRandom random(3);
        for (int i = 0; i < 60'000; ++i) {
            NewEvent event;
            event.profile = {static_cast<std::int64_t>(random->below(people)) + 1};
            event.metric = orders;
            event.at = shop.clock.now() - Duration(static_cast<std::int64_t>(random->below(90'000'000'000)));
            event.value = Decimal{static_cast<std::int64_t>(random->below(500)) * 10'000};
            events.push_back(event);
        }
        QVERIFY(shop.log->append(events));
        QVERIFY(transaction.commit());
        shop.log->published();
    }
    shop.restart();
    WorkerPair workers;
    Sources two = shop.sources();
    two.workers = &workers;
    for (
        const char* json :
        {R"({"type":"metric","metric":"Placed Order","measure":"sum","op":">","value":5})",
         R"({"type":"metric","metric":"Placed Order","measure":"average","op":"<=","value":2.5})",
         R"({"type":"metric","metric":"Placed Order","op":"between","value":[2,3],"timeframe":{"kind":"in-the-last","n":500,"unit":"day"}})",
         R"({"type":"metric","metric":"Placed Order","measure":"max","op":">","value":4.5,"timeframe":{"kind":"in-the-last","n":100,"unit":"day"}})",
         R"({"type":"metric","metric":"Placed Order","op":"=","value":0,"timeframe":{"kind":"in-the-last","n":400,"unit":"day"}})",
         R"({"type":"metric","metric":"Placed Order","measure":"last","op":">","value":3})",
         R"({"all":[{"type":"property","property":"color","op":"equals","value":"red"},{"type":"metric","metric":"Placed Order","op":"=","value":1}]})",
         R"({"type":"sequence","steps":[{"metric":"Placed Order"},{"metric":"Placed Order"}],"within":{"n":5,"unit":"week"}})"}) {
        auto one = Evaluator::make(shop.sources(), SegmentDefinition{json});
        auto other = Evaluator::make(two, SegmentDefinition{json});
        QVERIFY2(one && other, json);
        const auto expected = one->members(shop.clock.now());
        QVERIFY(expected->count() > 100);
        for (int repeat = 0; repeat < 3; ++repeat) {
            QVERIFY2(*other->members(shop.clock.now()) == *expected, json);
        }
        // And what one by one finds.
        for (std::int64_t profile = 1; profile <= people; profile += 97) {
            QVERIFY2(*one->contains({profile}, shop.clock.now()) == expected->contains(ProfileId{profile}), json);
        }
    }
}

void TestAnswers::aCancelledQuestionEnds()
{
    test::Shop shop(parseIso("2026-03-20T10:00:00Z").value(), "UTC");
    shop.addPerson("ana@example.com", {});
    Sources sources = shop.sources();
    auto evaluator = Evaluator::make(sources, SegmentDefinition{R"({"all":[]})"});
    QCOMPARE(*evaluator->count(shop.clock.now()), std::int64_t{1});
    sources.cancel.cancel();
    QCOMPARE(evaluator->count(shop.clock.now()).error().kind, ErrorKind::Cancelled);
}

namespace {

std::vector<std::int64_t> membersOf(test::Shop& shop, const std::string& json, std::optional<Instant> asOf = {})
{
    std::vector<std::int64_t> found;
    auto evaluator = Evaluator::make(shop.sources(), SegmentDefinition{json});
    if (!evaluator) {
        qWarning("%s", describe(evaluator.error()).c_str());
        return {-1};
    }
    for (const ProfileId profile : evaluator->members(asOf.value_or(shop.clock.now()))->ids()) {
        found.push_back(profile.value);
    }
    return found;
}

}  // namespace

void TestAnswers::postcodesAreFoundByTheShopsOwnAddresses()
{
    using Ids = std::vector<std::int64_t>;
    test::Shop shop(parseIso("2026-03-20T10:00:00Z").value(), "UTC");
    const auto person = [&](const char* email, const char* country, const char* postcode,
                            std::optional<double> latitude, double longitude) {
        Properties properties{{"country", std::string(country)}, {"postcode", std::string(postcode)}};
        if (latitude) {
            properties["latitude"] = *latitude;
            properties["longitude"] = longitude;
        }
        return shop.addPerson(email, properties);
    };
    const std::int64_t graz = person("a@example.com", "AT", "8020", 47.07, 15.42);
    const std::int64_t grazToo =
        person("b@example.com", "Austria", "80 20", std::nullopt, 0);  // by the others of the postcode
    const std::int64_t vienna = person("c@example.com", "AT", "1010", 48.21, 16.37);
    person("d@example.com", "DE", "99999", std::nullopt, 0);  // nobody knows where that is
    QCOMPARE(membersOf(shop, R"({"type":"location","area":"near","distance":50,"postcode":"8020"})"),
             (Ids{graz, grazToo}));
    QCOMPARE(
        membersOf(shop,
                  R"({"type":"location","area":"near","distance":100,"unit":"mile","postcode":"8020","country":"at"})"),
        (Ids{graz, grazToo, vienna}));
    QCOMPARE(membersOf(shop, R"({"type":"location","area":"near","is":false,"distance":50,"postcode":"8020"})"),
             (Ids{vienna}));
    QCOMPARE(membersOf(shop, R"({"type":"location","area":"postcode","values":["8020"]})"), (Ids{graz, grazToo}));
    auto unknown = Evaluator::make(
        shop.sources(), SegmentDefinition{R"({"type":"location","area":"near","distance":5,"postcode":"4711"})"});
    QCOMPARE(unknown.error().kind, ErrorKind::NotFound);
    person("e@example.com", "CH", "8020", 46.0, 8.0);
    auto twice = Evaluator::make(
        shop.sources(), SegmentDefinition{R"({"type":"location","area":"near","distance":5,"postcode":"8020"})"});
    QCOMPARE(twice.error().kind, ErrorKind::InvalidInput);
    // Across the date line, and around a pole.
    const std::int64_t fiji = person("f@example.com", "FJ", "1", -17.0, 179.95);
    QCOMPARE(membersOf(shop, R"({"type":"location","area":"near","distance":30,"latitude":-17,"longitude":-179.95})"),
             (Ids{fiji}));
    const std::int64_t north = person("g@example.com", "NO", "2", 89.9, 90);
    QCOMPARE(membersOf(shop, R"({"type":"location","area":"near","distance":30,"latitude":89.9,"longitude":-90})"),
             (Ids{north}));
}

void TestAnswers::theLedgerAnswersWhatWasSent()
{
    using Ids = std::vector<std::int64_t>;
    test::Shop shop(parseIso("2026-03-20T10:00:00Z").value(), "UTC");
    const std::int64_t ana = shop.addPerson("ana@example.com", {});
    const std::int64_t ben = shop.addPerson("ben@example.com", {});
    const std::int64_t now = shop.clock.now().ms;
    const auto write = [&](int origin, std::int64_t profile, int state, std::optional<std::int64_t> accepted) {
        QVERIFY(shop.writer.run(
            "INSERT INTO message(origin_kind,origin_id,profile_id,channel,state,planned_at,accepted_at,changed_at) "
            "VALUES(0,?1,?2,0,?3,?4,?5,?4)",
            origin, profile, state, now - 86'400'000, accepted));
    };
    write(1, ana, 3, now - 86'400'000);
    write(2, ana, 5, std::nullopt);
    write(2, ben, 3, now + 60'000);
    QCOMPARE(membersOf(shop, R"({"type":"message","what":"sent"})"), (Ids{ana}));
    QCOMPARE(membersOf(shop, R"({"type":"message","what":"sent","campaign":2})", Instant{now + 60'000}), (Ids{ben}));
    QCOMPARE(
        membersOf(
            shop,
            R"({"type":"message","what":"sent","did":false,"timeframe":{"kind":"in-the-last","n":1,"unit":"day"}})"),
        (Ids{ana, ben}));
    QCOMPARE(membersOf(shop, R"({"type":"message","what":"skipped","campaign":2})"), (Ids{ana}));
    QCOMPARE(membersOf(shop, R"({"type":"message","what":"sent","flow":1})"), Ids{});
    // Sent to a person who was merged meanwhile.
    shop.clock.advance(Duration(1));
    shop.merge(ana, ben);
    QCOMPARE(membersOf(shop, R"({"type":"message","what":"sent","campaign":1})"), (Ids{ben}));
}

void TestAnswers::aKeptLedgerIsTheLedger()
{
    test::SeededRandom random(21);
    test::Shop shop(parseIso("2026-03-20T10:00:00Z").value(), "UTC");
    LedgerReader kept;
    const auto say = [](const LedgerColumn& ledger) {
        std::vector<std::vector<std::int64_t>> rows;
        for (std::size_t i = 0; i < ledger.row.size(); ++i) {
            const auto& origin = ledger.origins[ledger.origin[i]];
            rows.push_back({ledger.row[i], ledger.profile[i], origin.kind, origin.id, ledger.at[i], ledger.isSkip[i]});
        }
        return rows;
    };
    std::int64_t profile = 0;
    for (int step = 0; step < 300; ++step) {
        const std::uint64_t what = random->below(10);
        if (what < 5) {
            QVERIFY(shop.writer.run("INSERT INTO message(origin_kind,origin_id,profile_id,channel,state,planned_at,"
                                    "changed_at) VALUES(?1,?2,?3,0,0,1,1)",
                                    static_cast<int>(random->below(2)), static_cast<int>(random->below(3)), ++profile));
        } else if (what < 9) {
            const std::int64_t state = random->below(8);
            QVERIFY(
                shop.writer.run("UPDATE message SET state = ?1, changed_at = ?2, accepted_at = CASE WHEN ?1 = 3 THEN "
                                "?2 END WHERE state < 3 AND id % 3 = ?3",
                                state, std::int64_t{step + 10}, static_cast<int>(random->below(3))));
        } else {
            // Erased; the next message gets its number.
            QVERIFY(shop.writer.run("DELETE FROM message WHERE id = (SELECT max(id) FROM message)"));
        }
        if (random->chance(0.6)) {
            LedgerReader fresh;
            QVERIFY(say(*kept.load(shop.reader).value()) == say(*fresh.load(shop.reader).value()));
        }
    }
}

void TestAnswers::enteringASegmentIsReadFromTheHistory()
{
    using Ids = std::vector<std::int64_t>;
    test::Shop shop(parseIso("2026-03-20T10:00:00Z").value(), "UTC");
    const std::int64_t ana = shop.addPerson("ana@example.com", {{"vip", true}});
    const std::int64_t ben = shop.addPerson("ben@example.com", {{"vip", true}});
    SegmentStore store(shop.writer, shop.clock);
    const auto vips = store.create("VIPs", {R"({"type":"property","property":"vip","op":"is-true"})"});
    QVERIFY(vips);
    const std::string moved = R"({"segment":)" + std::to_string(vips->value) + R"(,"segment_name":"VIPs"})";
    shop.happen(ana, "Entered Segment", shop.clock.now() - std::chrono::hours(100), std::nullopt, moved, "1");
    shop.happen(ben, "Entered Segment", shop.clock.now() - std::chrono::hours(100), std::nullopt, moved, "2");
    shop.happen(ben, "Left Segment", shop.clock.now() - std::chrono::hours(50), std::nullopt, moved, "3");
    shop.happen(ben, "Entered Segment", shop.clock.now() - std::chrono::hours(10), std::nullopt, moved, "4");
    QCOMPARE(
        membersOf(shop, R"({"type":"segment","segment":"VIPs","timeframe":{"kind":"in-the-last","n":1,"unit":"day"}})"),
        (Ids{ben}));
    QCOMPARE(membersOf(shop, R"({"type":"segment","segment":"VIPs"})"), (Ids{ana, ben}));
    shop.change(ana, {{"vip", false}});
    QCOMPARE(membersOf(shop, R"({"type":"segment","segment":"VIPs","member":false})"), (Ids{ana}));
}

SHOPBELL_TEST(TestAnswers)
#include "test_answers.moc"
