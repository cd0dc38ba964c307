// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people_fixture.h"

#include "model/event.h"
#include "model/metric.h"
#include "profiles/lists.h"
#include "profiles/merge_record.h"
#include "profiles/profile_reading.h"
#include "support/registry.h"

using namespace shopbell;
using namespace shopbell::test;

/// What a Merged Profile event keeps of the two that became one.
class TestMergeRecord : public QObject {
    Q_OBJECT
private slots:
    void bothAreKeptAsTheyWere()
    {
        PeopleFixture f;
        Lists lists(f.connection, f.sink, f.clock);
        const auto news = lists.create("News");
        ProfileUpdate update;
        update.email = "Ana@example.com";
        update.phone = "+436641234560";
        update.at = day(1);
        update.createdAt = day(1);
        update.properties = {{"city", std::string("Graz \"old\"")},
                             {"points", 0.1},
                             {"big", 1e20},
                             {"vip", true},
                             {"likes", std::vector<std::string>{"tea", "cake"}},
                             {"born", day(-9000)}};
        update.consents = {{Channel::Email, ConsentState::Subscribed, day(2), "form", "page", "words"},
                           {Channel::Sms, ConsentState::Unsubscribed, day(3), "", "", ""}};
        const auto ana = f.people.apply(update)->profile;
        ProfileUpdate second;
        second.email = "second@example.com";
        second.at = day(4);
        second.createdAt = day(4);
        const auto other = f.people.apply(second)->profile;
        QVERIFY(lists.join(*news, std::span(&ana, 1)));
        const Instant joined = f.clock.now();
        const std::string propertiesBefore = toJson(f.people.load(ana)->properties);
        f.clock.advance(Duration{1000});
        QVERIFY(f.people.merge(ana, other, "by hand"));

        const auto told = f.sink.of(metrics::mergedProfile);
        QCOMPARE(told.size(), std::size_t(1));
        QCOMPARE(told.front().profile, other);
        QCOMPARE(findMergedProfile(told.front().properties), ana);
        const auto record = findMergeRecord(told.front().properties);
        QVERIFY(record);
        QCOMPARE(record->from.profile, ana);
        QCOMPARE(record->from.createdAt, day(1));
        QCOMPARE(record->from.email, std::string("Ana@example.com"));
        QCOMPARE(record->from.phone, std::string("+436641234560"));
        QCOMPARE(record->from.properties, propertiesBefore);
        QCOMPARE(record->from.consents.size(), std::size_t(2));
        QCOMPARE(record->from.consents[0].state, ConsentState::Subscribed);
        QCOMPARE(record->from.consents[0].at, day(2));
        QCOMPARE(record->from.consents[0].method, std::string("form"));
        QCOMPARE(record->from.consents[1].channel, Channel::Sms);
        QCOMPARE(record->from.lists, (std::vector<std::pair<ListId, Instant>>{{*news, joined}}));
        QCOMPARE(record->into.profile, other);
        QCOMPARE(record->into.createdAt, day(4));
        QCOMPARE(record->into.properties, std::string("{}"));
        QVERIFY(record->into.consents.empty());
        QVERIFY(record->into.lists.empty());
        // It is told before what the merge changed, so that what comes before it in the log is of the two.
        QCOMPARE(f.sink.told[f.sink.told.size() - 1].metric == metrics::mergedProfile, false);
    }

    void whatIsTooLargeForAnEventIsMergedWithoutARecord()
    {
        PeopleFixture f;
        ProfileUpdate large;
        large.email = "large@example.com";
        for (int i = 0; i < 20; ++i) {
            large.properties["text" + std::to_string(i)] = std::string(15'000, 'x');
        }
        ProfileUpdate small;
        small.email = "small@example.com";
        const auto a = f.people.apply(large)->profile;
        const auto b = f.people.apply(small)->profile;
        QVERIFY(f.people.merge(b, a, "by hand"));
        const auto told = f.sink.of(metrics::mergedProfile);
        QCOMPARE(told.size(), std::size_t(1));
        QVERIFY(told.front().properties.size() < maxEventPropertiesBytes);
        QVERIFY(!findMergeRecord(told.front().properties));
        QCOMPARE(findMergedProfile(told.front().properties), b);
    }

    void oldAndBrokenEventsHaveNoRecord()
    {
        QVERIFY(!findMergeRecord(R"({"merged":7,"reason":"x"})"));
        QCOMPARE(findMergedProfile(R"({"merged":7,"reason":"x"})"), ProfileId{7});
        QVERIFY(!findMergeRecord(R"({"merged":7,"into":8,"before":{"merged":{}}})"));
        QVERIFY(!findMergeRecord("{"));
        QVERIFY(!findMergeRecord(""));
        QCOMPARE(findMergedProfile("[]"), ProfileId{});
    }
};

SHOPBELL_TEST(TestMergeRecord)
#include "test_merge_record.moc"
