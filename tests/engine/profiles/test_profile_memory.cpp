// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people_fixture.h"

#include "profiles/profile_reading.h"
#include "support/registry.h"

using namespace shopbell;
using namespace shopbell::test;

namespace {

std::vector<ProfileUpdate> makePeople(int from, int to)
{
    std::vector<ProfileUpdate> updates;
    for (int i = from; i < to; ++i) {
        ProfileUpdate update;
        update.email = "p" + std::to_string(i) + "@example.com";
        update.externalId = std::to_string(i);
        updates.push_back(std::move(update));
    }
    return updates;
}

}  // namespace

class TestProfileMemory : public QObject {
    Q_OBJECT
private slots:
    void whatWasRolledBackIsForgotten()
    {
        PeopleFixture f;
        QVERIFY(f.people.applyAll(makePeople(0, 600)).front());
        {
            auto transaction = db::Transaction::begin(f.connection);
            QVERIFY(transaction);
            QVERIFY(f.people.applyAll(makePeople(600, 1300)).back());
        }
        QCOMPARE(f.count("SELECT count(*) FROM profile"), std::int64_t(600));
        QVERIFY(!*f.people.find({IdentifierKind::External, {}, "700"}));
        const auto outcomes = f.people.applyAll(makePeople(590, 1300));
        QVERIFY(!outcomes.front()->created);
        QVERIFY(outcomes.back()->created);
        QCOMPARE(f.count("SELECT count(*) FROM profile"), std::int64_t(1300));
        QCOMPARE(f.count("SELECT count(*) FROM identifier"), std::int64_t(2600));
    }

    void aSavepointThatWasRolledBackIsForgottenToo()
    {
        PeopleFixture f;
        auto outer = db::Transaction::begin(f.connection);
        QVERIFY(f.people.applyAll(makePeople(0, 600)).front());
        {
            auto inner = db::Transaction::begin(f.connection);
            QVERIFY(f.people.applyAll(makePeople(600, 700)).back());
        }
        const auto again = f.people.applyAll(makePeople(650, 651));
        QVERIFY(again.front()->created);
        QVERIFY(outer->commit());
        QCOMPARE(f.count("SELECT count(*) FROM profile"), std::int64_t(601));
    }

    void whatAnotherProcessWroteIsSeen()
    {
        PeopleFixture f;
        QVERIFY(f.people.applyAll(makePeople(0, 600)).front());
        auto otherConnection = f.workspace.connect(db::OpenMode::ReadWrite);
        QVERIFY(otherConnection);
        RecordingSink otherSink;
        ProfileStore other(*otherConnection, otherSink, f.clock, "AT");
        const auto theirs = other.applyAll(makePeople(600, 610));
        QVERIFY(theirs.back()->created);
        const auto ours = f.people.applyAll(makePeople(600, 611));
        QCOMPARE(ours.front()->profile, theirs.front()->profile);
        QVERIFY(!ours.front()->created);
        QVERIFY(ours.back()->created);
    }

    void peopleOfEventsAreFoundOrMadeAndLivingAfterMerges()
    {
        PeopleFixture f;
        std::vector<ProfileRef> people;
        ProfileRef ref;
        ref.email = "ANA@example.com";
        ref.seenAt = day(3);
        people.push_back(ref);
        ref = {};
        ref.externalId = "7";
        ref.seenAt = day(1);
        people.push_back(ref);
        ref.email = "ana@example.com";
        people.push_back(ref);
        ref = {};
        people.push_back(ref);
        const auto answers = f.people.resolveAll(people, "events.csv");
        QVERIFY(answers[0] && answers[1] && answers[2]);
        QCOMPARE(*answers[0], *answers[1]);  // the third line linked the first two
        QCOMPARE(*answers[2], *answers[1]);
        QVERIFY(!answers[3]);
        QCOMPARE(answers[3].error().kind, ErrorKind::InvalidInput);
        QCOMPARE(f.people.load(*answers[0])->createdAt, day(1));
        QCOMPARE(f.people.createdSoFar(), std::int64_t(2));
        QCOMPARE(f.people.mergedSoFar(), std::int64_t(1));
    }

    void aPersonIsFoundByWhatSomebodyTypes()
    {
        PeopleFixture f;
        ProfileUpdate update;
        update.email = "ana@example.com";
        update.phone = "0664 1234560";
        update.externalId = "A-17";
        const auto ana = f.people.apply(update)->profile;
        for (const char* typed : {" Ana@Example.com", "+43 664 1234560", "0664/1234560", "A-17", "#1"}) {
            const auto found = findProfileByText(f.connection, typed, "AT");
            QVERIFY2(found && *found == ana, typed);
        }
        QVERIFY(!*findProfileByText(f.connection, "#2", "AT"));
        QVERIFY(!*findProfileByText(f.connection, "somebody", "AT"));
    }
};

SHOPBELL_TEST(TestProfileMemory)
#include "test_profile_memory.moc"
