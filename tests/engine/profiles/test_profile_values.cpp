// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people_fixture.h"

#include "model/metric.h"
#include "profiles/profile_changes.h"
#include "support/registry.h"
#include "support/seeded_random.h"

#include <algorithm>
#include <map>

using namespace shopbell;
using namespace shopbell::test;

namespace {

ProfileUpdate wordOf(std::string_view email, Instant at)
{
    ProfileUpdate update;
    update.email = email;
    update.at = at;
    return update;
}

}  // namespace

class TestProfileValues : public QObject {
    Q_OBJECT
private slots:
    void aChangeIsAnEventWithTheValueBeforeAndAfter()
    {
        PeopleFixture f;
        auto update = wordOf("ana@example.com", day(1));
        update.properties = {{"city", std::string("Graz")}, {"visits", 3.0}};
        const auto made = f.people.apply(update);
        QVERIFY(made && made->created);
        QVERIFY(f.sink.told.empty());  // the values it was made with stand in its row

        update.at = day(2);
        update.reason = "form";
        update.properties = {{"city", std::string("Wien \"1\"")}, {"member", true}};
        update.unset = {"visits", "never was"};
        const auto changed = f.people.apply(update);
        QVERIFY(changed && changed->changed);
        const auto told = f.sink.of(metrics::changedProfile);
        QCOMPARE(told.size(), std::size_t(1));
        QCOMPARE(told[0].at, day(2));
        const std::string json = "{\"changes\":{\"city\":{\"from\":\"Graz\",\"to\":\"Wien \\\"1\\\"\"},"
                                 "\"member\":{\"to\":true},\"visits\":{\"from\":3}},\"reason\":\"form\"}";
        QCOMPARE(told[0].properties, json);
        const auto profile = f.people.load(made->profile);
        QCOMPARE(profile->properties, (Properties{{"city", std::string("Wien \"1\"")}, {"member", true}}));
    }

    void sayingTheSameAgainChangesNothing()
    {
        PeopleFixture f;
        auto update = wordOf("ana@example.com", day(1));
        update.properties = {{"city", std::string("Graz")}};
        QVERIFY(f.people.apply(update));
        update.at = day(5);
        const auto again = f.people.apply(update);
        QVERIFY(again && !again->changed && !again->created);
        QVERIFY(f.sink.told.empty());
    }

    void anOlderWordOnlyFillsGaps()
    {
        PeopleFixture f;
        auto update = wordOf("ana@example.com", day(10));
        update.properties = {{"city", std::string("Graz")}};
        const auto made = f.people.apply(update);
        update.at = day(3);
        update.properties = {{"city", std::string("Linz")}, {"country", std::string("AT")}};
        update.phone = "0664 1234560";
        update.createdAt = day(2);
        QVERIFY(f.people.apply(update));
        const auto profile = f.people.load(made->profile);
        QCOMPARE(profile->properties, (Properties{{"city", std::string("Graz")}, {"country", std::string("AT")}}));
        QCOMPARE(profile->phone, std::string("+436641234560"));
        QCOMPARE(profile->createdAt, day(2));
    }

    void aCustomersNewEmailTakesThePlaceOfTheOldOneWhichStillFindsThem()
    {
        PeopleFixture f;
        auto update = wordOf("old@example.com", day(1));
        update.externalId = "5";
        const auto made = f.people.apply(update);
        update = wordOf("new@example.com", day(2));
        update.externalId = "5";
        QCOMPARE(f.people.apply(update)->profile, made->profile);
        QCOMPARE(f.people.load(made->profile)->email, std::string("new@example.com"));
        QCOMPARE(f.people.apply(wordOf("old@example.com", day(1)))->profile, made->profile);
        QCOMPARE(f.people.load(made->profile)->email, std::string("new@example.com"));
    }

    void theOrderInWhichMergedWordsArriveDecidesNothingAboutTheNewest()
    {
        // Two halves of one person, joined at the end: whatever was said last about each name wins in the merge of the
        // half about which something was said last.
        SeededRandom random(5);
        for (int round = 0; round < 40; ++round) {
            PeopleFixture f;
            std::map<std::string, Properties> half;
            std::map<std::string, Instant> said;
            for (int i = 0; i < 12; ++i) {
                const std::string who = random->chance(0.5) ? "a@example.com" : "b@example.com";
                const Instant at = day(static_cast<int>(random->below(50)));
                auto update = wordOf(who, at);
                const std::string name = random.text("xyz", 1);
                const double value = static_cast<double>(random->below(5));
                update.properties = {{name, value}};
                QVERIFY(f.people.apply(update));
                auto& known = half[who];
                const auto last = said.find(who);
                if (last == said.end() || at >= last->second) {
                    known.insert_or_assign(name, value);
                } else {
                    known.emplace(name, value);
                }
                said[who] = last == said.end() ? at : std::max(at, last->second);
            }
            if (half.size() < 2) {
                continue;
            }
            const auto a = *f.people.find({IdentifierKind::Email, {}, "a@example.com"});
            const auto b = *f.people.find({IdentifierKind::Email, {}, "b@example.com"});
            QVERIFY(f.people.merge(*b, *a, "by hand"));
            const bool bWins = said["b@example.com"] > said["a@example.com"];
            Properties expected = half[bWins ? "b@example.com" : "a@example.com"];
            expected.merge(half[bWins ? "a@example.com" : "b@example.com"]);
            QCOMPARE(f.people.load(*a)->properties, expected);
        }
    }

    void propertiesPastTheirBoundsAreRefusedOrLeftOut()
    {
        PeopleFixture f;
        auto update = wordOf("ana@example.com", day(1));
        update.properties.emplace("x", std::string(maxPropertyTextBytes + 1, 'x'));
        QCOMPARE(f.people.apply(update).error().kind, ErrorKind::InvalidInput);
        QCOMPARE(f.count("SELECT count(*) FROM profile"), std::int64_t(0));

        update.properties.clear();
        for (std::size_t i = 0; i < maxProperties; ++i) {
            update.properties.emplace("p" + std::to_string(i), 1.0);
        }
        QVERIFY(f.people.apply(update));
        update.properties = {{"one more", 1.0}, {"p3", 2.0}};
        update.at = day(2);
        const auto outcome = f.people.apply(update);
        QVERIFY(outcome && !outcome->leftOut.empty());
        QCOMPARE(f.people.load(outcome->profile)->properties.size(), maxProperties);
        QCOMPARE(std::get<double>(f.people.load(outcome->profile)->properties.at("p3")), 2.0);
    }
};

SHOPBELL_TEST(TestProfileValues)
#include "test_profile_values.moc"
