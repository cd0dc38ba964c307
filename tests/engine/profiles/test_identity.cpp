// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people_fixture.h"

#include "base/text.h"
#include "model/metric.h"
#include "profiles/profile_reading.h"
#include "support/registry.h"
#include "support/seeded_random.h"

#include <algorithm>
#include <map>
#include <set>

using namespace shopbell;
using namespace shopbell::test;

namespace {

/// The rules of identity done the slow way: people in a list, everything found by looking at all of them.
class SlowPeople {
public:
    struct Person {
        std::int64_t id = 0;
        Instant created;
        Instant said;
        std::string email;
        std::set<std::string> identifiers;  // "3:1:X" external of connection 1, "2:a@x.example", …
    };

    /// `said` strongest first: {"3:1:X", "2:mail", "1:phone", "0:cookie"}; returns who it is for.
    std::int64_t apply(const std::vector<std::string>& said, Instant at)
    {
        Person* base = nullptr;
        char foundBy = 0;
        for (const auto& one : said) {
            Person* const owner = find(one);
            if (owner == nullptr) {
                continue;
            }
            if (base == nullptr) {
                base = owner;
                foundBy = one[0];
            } else if (owner != base && !apart(*base, *owner, one[0])) {
                base = unite(base, owner);
            }
        }
        if (base != nullptr && (foundBy == '1' || foundBy == '0')) {
            for (const auto& one : said) {
                const bool otherEmail = one[0] == '2' && !base->email.empty();
                const bool otherAccount = one[0] == '3' && hasPrefix(*base, one.substr(0, 4));
                if (otherEmail || otherAccount) {
                    base = nullptr;
                    break;
                }
            }
        }
        if (base == nullptr) {
            people.push_back({++last, at, at, {}, {}});
            base = &people.back();
        }
        const bool newest = at >= base->said;
        for (const auto& one : said) {
            Person* const owner = find(one);
            if (owner != nullptr && owner != base) {
                continue;
            }
            base->identifiers.insert(one);
            if (one[0] == '2' && (base->email.empty() || newest)) {
                base->email = one.substr(2);
            }
            if (one[0] == '2' || one[0] == '1') {
                base->said = std::max(base->said, at);
            }
        }
        return base->id;
    }

    std::int64_t living(std::int64_t id) const
    {
        const auto at = aliases.find(id);
        return at == aliases.end() ? id : living(at->second);
    }

    std::vector<Person> people;
    std::map<std::int64_t, std::int64_t> aliases;
    std::int64_t last = 0;

private:
    Person* find(const std::string& identifier)
    {
        for (Person& person : people) {
            if (person.identifiers.contains(identifier)) {
                return &person;
            }
        }
        return nullptr;
    }
    static bool hasPrefix(const Person& person, const std::string& prefix)
    {
        return std::any_of(person.identifiers.begin(), person.identifiers.end(),
                           [&](const std::string& one) { return one.starts_with(prefix); });
    }
    static bool apart(const Person& a, const Person& b, char link)
    {
        for (const char* connection : {"3:0:", "3:1:", "3:2:"}) {
            if (hasPrefix(a, connection) && hasPrefix(b, connection)) {
                return true;
            }
        }
        if (a.email.empty() || b.email.empty()) {
            return false;
        }
        return link == '1' || link == '0' || (hasPrefix(a, "3:") && hasPrefix(b, "3:"));
    }
    Person* unite(Person* a, Person* b)
    {
        Person* const into = std::pair(a->created, a->id) < std::pair(b->created, b->id) ? a : b;
        Person* const from = into == a ? b : a;
        into->identifiers.insert(from->identifiers.begin(), from->identifiers.end());
        if (!from->email.empty() && (into->email.empty() || from->said > into->said)) {
            into->email = from->email;
        }
        into->said = std::max(into->said, from->said);
        aliases[from->id] = into->id;
        const std::int64_t stays = into->id;
        people.erase(people.begin() + (from - people.data()));
        for (Person& person : people) {
            if (person.id == stays) {
                return &person;
            }
        }
        return nullptr;
    }
};

const std::vector<std::string> phones{"+436641234560", "+436641234561", "+436641234562", "+436641234563"};

struct RandomWord {
    ProfileUpdate update;
    std::vector<std::string> said;
};

RandomWord makeWord(Random& random, int people)
{
    RandomWord word;
    const auto pick = [&] { return static_cast<int>(random.below(static_cast<std::uint64_t>(people))); };
    while (word.said.empty()) {
        if (random.chance(0.35)) {
            word.update.scope = ConnectionId{random.between(0, 2)};
            word.update.externalId = "X" + std::to_string(pick());
            word.said.push_back("3:" + std::to_string(word.update.scope.value) + ":" + word.update.externalId);
        }
        if (random.chance(0.5)) {
            const std::string local = "p" + std::to_string(pick());
            word.update.email = random.chance(0.3) ? "P" + local.substr(1) + "@Shop.example" : local + "@shop.example";
            word.said.push_back("2:" + local + "@shop.example");
        }
        if (random.chance(0.3)) {
            const auto& phone = phones[random.below(phones.size())];
            word.update.phone = random.chance(0.5) ? "0" + phone.substr(3) : phone;
            word.said.push_back("1:" + phone);
        }
        if (random.chance(0.3)) {
            word.update.anonymousId = "a" + std::to_string(pick());
            word.said.push_back("0:" + word.update.anonymousId);
        }
    }
    word.update.at = day(static_cast<int>(random.below(1000)));
    return word;
}

}  // namespace

class TestIdentity : public QObject {
    Q_OBJECT
private slots:
    void randomGraphsComeOutAsTheSlowRulesSay_data()
    {
        QTest::addColumn<int>("batch");
        QTest::newRow("one by one") << 1;
        QTest::newRow("in batches of 7") << 7;
        QTest::newRow("in batches of 600") << 600;
    }
    void randomGraphsComeOutAsTheSlowRulesSay()
    {
        QFETCH(int, batch);
        for (int round = 0; round < 12; ++round) {
            SeededRandom random(static_cast<std::uint64_t>(100 + round));
            PeopleFixture f;
            SlowPeople oracle;
            const int people = static_cast<int>(random->between(3, 40));
            for (int done = 0; done < 600; done += batch) {
                std::vector<ProfileUpdate> updates;
                std::vector<std::int64_t> expected;
                for (int i = 0; i < batch; ++i) {
                    const RandomWord word = makeWord(*random, people);
                    updates.push_back(word.update);
                    expected.push_back(oracle.apply(word.said, word.update.at));
                }
                const auto outcomes = f.people.applyAll(updates);
                for (std::size_t i = 0; i < outcomes.size(); ++i) {
                    QVERIFY2(outcomes[i].has_value(), outcomes[i] ? "" : describe(outcomes[i].error()).c_str());
                    QCOMPARE(outcomes[i]->profile.value, oracle.living(expected[i]));
                }
            }
            QCOMPARE(f.count("SELECT count(*) FROM profile"), static_cast<std::int64_t>(oracle.people.size()));
            QCOMPARE(f.count("SELECT count(*) FROM profile_alias"), static_cast<std::int64_t>(oracle.aliases.size()));
            for (const auto& person : oracle.people) {
                const auto profile = loadProfile(f.connection, ProfileId{person.id});
                QVERIFY(profile);
                QCOMPARE(toLowerAscii(profile->email), person.email);
                QCOMPARE(profile->identifiers.size(), person.identifiers.size());
                for (const Identifier& one : profile->identifiers) {
                    const char kind = "2130"[static_cast<int>(one.kind)];
                    const std::string text = kind == '3' ? "3:" + std::to_string(one.scope.value) + ":" + one.value
                                                         : std::string(1, kind) + ":" + one.value;
                    QVERIFY2(person.identifiers.contains(text), text.c_str());
                }
            }
            for (const auto& [from, into] : oracle.aliases) {
                QCOMPARE(f.people.resolveAlias(ProfileId{from})->value, oracle.living(into));
                QCOMPARE(loadProfile(f.connection, ProfileId{from})->id.value, oracle.living(into));
            }
        }
    }

    void emailIsTheSamePersonWhateverItsCase()
    {
        PeopleFixture f;
        ProfileUpdate update;
        update.email = " Ana.Pereira@Example.COM ";
        const auto first = f.people.apply(update);
        update.email = "ana.pereira@example.com";
        const auto second = f.people.apply(update);
        QVERIFY(first && first->created && second && !second->created && !second->changed);
        QCOMPARE(second->profile, first->profile);
        QCOMPARE(f.people.load(first->profile)->email, std::string("Ana.Pereira@example.com"));
    }

    void guestWhoOpensAnAccountBecomesOnePersonAndTheOlderIdStays()
    {
        PeopleFixture f;
        ProfileUpdate account;
        account.externalId = "7";
        account.scope = ConnectionId{1};
        account.at = day(20);
        ProfileUpdate guest;
        guest.email = "ana@example.com";
        guest.at = day(3);
        const auto a = f.people.apply(account);
        const auto g = f.people.apply(guest);
        account.email = "ana@example.com";
        account.at = day(21);
        account.reason = "woocommerce sync";
        const auto both = f.people.apply(account);
        QVERIFY(both);
        QCOMPARE(both->profile, g->profile);
        QCOMPARE(both->mergedFrom, std::vector<ProfileId>{a->profile});
        QCOMPARE(f.sink.merged.size(), std::size_t(1));
        const auto told = f.sink.of(metrics::mergedProfile);
        QCOMPARE(told.size(), std::size_t(1));
        QCOMPARE(told[0].profile, g->profile);
        QVERIFY(told[0].properties.find("\"merged\":" + std::to_string(a->profile.value)) != std::string::npos);
        QVERIFY(told[0].properties.find("woocommerce sync") != std::string::npos);
    }

    void twoAccountsOfOneStoreAreNeverMerged()
    {
        PeopleFixture f;
        ProfileUpdate one;
        one.externalId = "1";
        one.scope = ConnectionId{1};
        one.email = "one@example.com";
        ProfileUpdate two = one;
        two.externalId = "2";
        two.email = "two@example.com";
        const auto a = f.people.apply(one);
        const auto b = f.people.apply(two);
        ProfileUpdate mixed = one;
        mixed.email = "two@example.com";
        const auto c = f.people.apply(mixed);
        QVERIFY(c);
        QCOMPARE(c->profile, a->profile);
        QVERIFY(c->mergedFrom.empty());
        QCOMPARE(f.people.load(a->profile)->email, std::string("one@example.com"));
        QCOMPARE((*f.people.find({IdentifierKind::Email, {}, "two@example.com"})), std::optional(b->profile));
    }

    void aSharedTelephoneDoesNotMakeTwoPeopleOne()
    {
        PeopleFixture f;
        ProfileUpdate ana;
        ana.email = "ana@example.com";
        ana.phone = "+436641234560";
        ProfileUpdate ben;
        ben.email = "ben@example.com";
        ben.phone = "+436641234560";
        const auto a = f.people.apply(ana);
        const auto b = f.people.apply(ben);
        QVERIFY(a && b && b->created);
        QVERIFY(a->profile != b->profile);
        QCOMPARE(f.people.load(b->profile)->phone, std::string());
        QCOMPARE((*f.people.find({IdentifierKind::Phone, {}, "+436641234560"})), std::optional(a->profile));
    }

    void chainsOfMergesAreShortened()
    {
        PeopleFixture f;
        std::vector<ProfileId> ids;
        for (int i = 0; i < 5; ++i) {
            ProfileUpdate update;
            update.anonymousId = "a" + std::to_string(i);
            update.at = day(i);
            ids.push_back(f.people.apply(update)->profile);
        }
        for (int i = 4; i > 0; --i) {
            QVERIFY(f.people.merge(ids[static_cast<std::size_t>(i)], ids[static_cast<std::size_t>(i - 1)], "by hand"));
        }
        QCOMPARE(f.count("SELECT count(*) FROM profile_alias WHERE new_id = 1"), std::int64_t(4));
        QCOMPARE(listFormerIds(f.connection, ids[0])->size(), std::size_t(4));
        const auto again = f.people.merge(ids[4], ids[2], "by hand");
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::Conflict);
    }

    void whatCannotBeReadIsRefusedWithAReasonAndTheRestIsStored()
    {
        PeopleFixture f;
        std::vector<ProfileUpdate> updates(4);
        updates[0].email = "good@example.com";
        updates[1].email = "not an address";
        updates[2].properties.emplace("city", std::string("Graz"));
        updates[3].phone = "12";
        updates[3].externalId = "9";
        updates[3].leaveOutBadAddresses = true;
        const auto outcomes = f.people.applyAll(updates);
        QVERIFY(outcomes[0]);
        QVERIFY(!outcomes[1]);
        QCOMPARE(outcomes[1].error().kind, ErrorKind::InvalidInput);
        QVERIFY(!outcomes[1].error().what.empty());
        QVERIFY(!outcomes[2]);
        QVERIFY(outcomes[3]);
        QVERIFY(!outcomes[3]->leftOut.empty());
        QCOMPARE(f.count("SELECT count(*) FROM profile"), std::int64_t(2));
    }
};

SHOPBELL_TEST(TestIdentity)
#include "test_identity.moc"
