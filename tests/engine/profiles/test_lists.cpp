// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people_fixture.h"

#include "model/metric.h"
#include "profiles/lists.h"
#include "support/registry.h"

using namespace shopbell;
using namespace shopbell::test;

class TestLists : public QObject {
    Q_OBJECT
private slots:
    void joiningAndLeavingAreEventsAndHappenOnce()
    {
        PeopleFixture f;
        Lists lists(f.connection, f.sink, f.clock);
        std::vector<ProfileId> people;
        for (int i = 0; i < 5; ++i) {
            ProfileUpdate update;
            update.email = "p" + std::to_string(i) + "@example.com";
            people.push_back(f.people.apply(update)->profile);
        }
        const auto news = lists.create(" Newsletter ");
        QVERIFY(news);
        QCOMPARE(*lists.join(*news, people), std::int64_t(5));
        QCOMPARE(*lists.join(*news, people), std::int64_t(0));
        f.clock.advance(std::chrono::minutes(1));
        QCOMPARE(*lists.leave(*news, std::span(people).first(2)), std::int64_t(2));
        QCOMPARE(*lists.leave(*news, std::span(people).first(2)), std::int64_t(0));
        QCOMPARE(f.sink.of(metrics::joinedList).size(), std::size_t(5));
        QCOMPARE(f.sink.of(metrics::leftList).size(), std::size_t(2));
        const std::string json = R"({"list":1,"list_name":"Newsletter"})";
        QCOMPARE(f.sink.of(metrics::leftList)[0].properties, json);
        QCOMPARE(*listMembers(f.connection, *news), (std::vector<ProfileId>{people[2], people[3], people[4]}));
        QCOMPARE(listMemberships(f.connection, people[4])->at(0).name, std::string("Newsletter"));
        QCOMPARE(loadList(f.connection, *news)->members, std::int64_t(3));
    }

    void namesAreUniqueWhateverTheirCase()
    {
        PeopleFixture f;
        Lists lists(f.connection, f.sink, f.clock);
        const auto a = lists.create("VIP");
        const auto b = lists.create("Others");
        QCOMPARE(lists.create("vip").error().kind, ErrorKind::AlreadyExists);
        QCOMPARE(lists.rename(*b, "Vip").error().kind, ErrorKind::AlreadyExists);
        QVERIFY(lists.rename(*a, "vip"));
        QCOMPARE(lists.create("  ").error().kind, ErrorKind::InvalidInput);
        QCOMPARE(listLists(f.connection)->size(), std::size_t(2));
        QCOMPARE(*findList(f.connection, "VIP"), std::optional(*a));
    }

    void removingAListLetsItsMembersGo()
    {
        PeopleFixture f;
        Lists lists(f.connection, f.sink, f.clock);
        ProfileUpdate update;
        update.email = "ana@example.com";
        const auto ana = f.people.apply(update)->profile;
        const auto list = lists.create("A");
        QVERIFY(lists.join(*list, std::span(&ana, 1)));
        QVERIFY(lists.remove(*list));
        QCOMPARE(f.sink.of(metrics::leftList).size(), std::size_t(1));
        QCOMPARE(loadList(f.connection, *list).error().kind, ErrorKind::NotFound);
        QCOMPARE(lists.join(*list, std::span(&ana, 1)).error().kind, ErrorKind::NotFound);
    }

    void aMergeKeepsTheEarlierPlaceOnAList()
    {
        PeopleFixture f;
        Lists lists(f.connection, f.sink, f.clock);
        std::vector<ProfileId> two;
        for (const char* email : {"a@example.com", "b@example.com"}) {
            ProfileUpdate update;
            update.email = email;
            two.push_back(f.people.apply(update)->profile);
        }
        const auto list = lists.create("A");
        const auto other = lists.create("B");
        QVERIFY(lists.join(*list, std::span(two).last(1)));
        QVERIFY(lists.join(*other, std::span(two).last(1)));
        const Instant first = f.clock.now();
        f.clock.advance(std::chrono::hours(5));
        QVERIFY(lists.join(*list, std::span(two).first(1)));
        QVERIFY(f.people.merge(two[1], two[0], "by hand"));
        const auto places = listMemberships(f.connection, two[0]);
        QCOMPARE(places->size(), std::size_t(2));
        QCOMPARE(places->at(0).joinedAt, first);
        QCOMPARE(*listMembers(f.connection, *list), std::vector<ProfileId>{two[0]});
        QCOMPARE(*lists.leave(*list, std::span(two).last(1)), std::int64_t(1));  // by its former id
    }
};

SHOPBELL_TEST(TestLists)
#include "test_lists.moc"
