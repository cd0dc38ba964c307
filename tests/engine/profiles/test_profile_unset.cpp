// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people_fixture.h"

#include "model/metric.h"
#include "profiles/profile_reading.h"
#include "profiles/suppressions.h"
#include "support/registry.h"
#include "support/seeded_random.h"

#include <map>

using namespace shopbell;
using namespace shopbell::test;

namespace {

constexpr std::string_view ana = "ana@example.com";
constexpr std::string_view anasPhone = "+436641234560";

/// Somebody with an address, a number and a customer number.
ProfileId makeAna(PeopleFixture& f)
{
    ProfileUpdate update;
    update.email = ana;
    update.phone = anasPhone;
    update.externalId = "17";
    update.at = day(1);
    return f.people.apply(update)->profile;
}

ProfileUpdate withoutEmail(ProfileId profile)
{
    ProfileUpdate update;
    update.profile = profile;
    update.unsetEmail = true;
    update.at = day(2);
    update.reason = "edited by hand";
    return update;
}

Identifier emailOf(std::string_view address)
{
    return {IdentifierKind::Email, {}, std::string(address)};
}

std::string codeOf(const Result<UpdateOutcome>& outcome)
{
    return outcome ? std::string() : sentenceOf(outcome.error()).code;
}

}  // namespace

/// An address or a number that is taken from a person.
class TestProfileUnset : public QObject {
    Q_OBJECT
private slots:
    void anAddressThatIsTakenAwayIsAnEventWithTheValueBefore()
    {
        PeopleFixture f;
        const ProfileId profile = makeAna(f);
        const auto done = f.people.apply(withoutEmail(profile));
        QVERIFY(done && done->changed);
        const auto person = f.people.load(profile);
        QVERIFY(person->email.empty());
        QCOMPARE(person->phone, std::string(anasPhone));
        QCOMPARE(person->identifiers.size(), std::size_t(2));
        const auto told = f.sink.of(metrics::changedProfile);
        QCOMPARE(told.size(), std::size_t(1));
        QCOMPARE(told[0].at, day(2));
        QCOMPARE(told[0].properties,
                 std::string(R"({"changes":{"email":{"from":"ana@example.com"}},"reason":"edited by hand"})"));
        // Once is enough.
        const auto again = f.people.apply(withoutEmail(profile));
        QVERIFY(again && !again->changed);
        QCOMPARE(f.sink.of(metrics::changedProfile).size(), std::size_t(1));
    }

    void aNumberIsTakenAwayInTheSameWay()
    {
        PeopleFixture f;
        const ProfileId profile = makeAna(f);
        auto update = withoutEmail(profile);
        update.unsetPhone = true;
        QVERIFY(f.people.apply(update));
        const auto person = f.people.load(profile);
        QVERIFY(person->email.empty() && person->phone.empty());
        QCOMPARE(person->identifiers, (std::vector<Identifier>{{IdentifierKind::External, {}, "17"}}));
        QCOMPARE(f.sink.of(metrics::changedProfile)[0].properties,
                 std::string(R"({"changes":{"email":{"from":"ana@example.com"},"phone":{"from":"+436641234560"}},)"
                             R"("reason":"edited by hand"})"));
    }

    void whatWasTakenAwayIsNobodysAndMayBecomeSomebodyElses_data()
    {
        QTest::addColumn<bool>("loaded");
        QTest::newRow("few people, asked of the table") << false;
        QTest::newRow("many people, known in memory") << true;
    }
    void whatWasTakenAwayIsNobodysAndMayBecomeSomebodyElses()
    {
        QFETCH(bool, loaded);
        PeopleFixture f;
        const ProfileId profile = makeAna(f);
        if (loaded) {
            std::vector<ProfileUpdate> many(600);
            for (std::size_t number = 0; number < many.size(); ++number) {
                many[number].email = "person" + std::to_string(number) + "@example.com";
            }
            (void)f.people.applyAll(many);
        }
        QVERIFY(f.people.apply(withoutEmail(profile)));
        QVERIFY(!f.people.find(emailOf(ana))->has_value());
        QVERIFY(!findProfile(f.connection, emailOf(ana))->has_value());
        ProfileUpdate other;
        other.email = ana;
        const auto made = f.people.apply(other);
        QVERIFY(made && made->created && made->profile != profile);
        QCOMPARE(f.people.find(emailOf(ana))->value(), made->profile);
    }

    void whatWasAllowedStaysThePersonsAndWhatIsSuppressedTheAddresss()
    {
        PeopleFixture f;
        const ProfileId profile = makeAna(f);
        Consent no;
        no.channel = Channel::Email;
        no.state = ConsentState::Unsubscribed;
        no.at = day(1);
        QVERIFY(*f.people.setConsent(profile, no));
        QVERIFY(*f.people.suppress({Channel::Email, std::string(ana), SuppressionReason::HardBounce, day(1), {}}));
        QVERIFY(f.people.apply(withoutEmail(profile)));
        QVERIFY(findSuppression(f.connection, Channel::Email, ana)->has_value());
        auto update = withoutEmail(profile);
        update.unsetEmail = false;
        update.email = "ana@new.example";
        update.at = day(3);
        QVERIFY(f.people.apply(update));
        // The new address is not suppressed; that she said no holds for it too.
        QVERIFY(!findSuppression(f.connection, Channel::Email, "ana@new.example")->has_value());
        const auto consents = loadConsents(f.connection, profile);
        QCOMPARE(consents->size(), std::size_t(1));
        QCOMPARE(consents->front().state, ConsentState::Unsubscribed);
    }

    void theLastThingAPersonIsKnownByStays()
    {
        PeopleFixture f;
        ProfileUpdate update;
        update.email = ana;
        update.phone = anasPhone;
        update.at = day(1);
        const ProfileId profile = f.people.apply(update)->profile;
        auto both = withoutEmail(profile);
        both.unsetPhone = true;
        both.properties = {{"city", std::string("Graz")}};
        const auto refused = f.people.apply(both);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        QCOMPARE(codeOf(refused), std::string("person-known-by-nothing-else"));
        QCOMPARE(f.people.load(profile)->email, std::string(ana));
        QCOMPARE(f.people.find(emailOf(ana))->value(), profile);
        QVERIFY(f.sink.told.empty());
        // One of the two may go; a new number may come for both.
        both.phone = "+436641234561";
        QVERIFY(f.people.apply(both));
        QCOMPARE(f.people.load(profile)->identifiers,
                 (std::vector<Identifier>{{IdentifierKind::Phone, {}, "+436641234561"}}));
    }

    void anotherAddressTakesThePlaceOfTheOneThatGoes()
    {
        PeopleFixture f;
        const ProfileId profile = makeAna(f);
        auto update = withoutEmail(profile);
        update.email = "anna@example.com";
        QVERIFY(f.people.apply(update));
        QCOMPARE(f.people.load(profile)->email, std::string("anna@example.com"));
        QVERIFY(!f.people.find(emailOf(ana))->has_value());
        QCOMPARE(f.sink.of(metrics::changedProfile)[0].properties,
                 std::string(R"({"changes":{"email":{"from":"ana@example.com","to":"anna@example.com"}},)"
                             R"("reason":"edited by hand"})"));
    }

    void whatIsSaidAgainOrKnownLaterStays()
    {
        PeopleFixture f;
        const ProfileId profile = makeAna(f);
        auto same = withoutEmail(profile);
        same.email = "ANA@example.com";
        QVERIFY(f.people.apply(same));
        QCOMPARE(f.people.find(emailOf(ana))->value(), profile);
        auto old = withoutEmail(profile);
        old.at = day(0);
        const auto late = f.people.apply(old);
        QVERIFY(late && !late->changed);
        QCOMPARE(f.people.load(profile)->email, std::string(ana));
    }

    void anAddressOfSomebodyElseIsRefusedByItsKindWithItsOwner()
    {
        PeopleFixture f;
        const ProfileId profile = makeAna(f);
        ProfileUpdate other;
        other.email = "ben@example.com";
        const ProfileId ben = f.people.apply(other)->profile;
        ProfileUpdate wanted;
        wanted.profile = ben;
        wanted.email = ana;
        const auto email = f.people.apply(wanted);
        QCOMPARE(email.error().kind, ErrorKind::AlreadyExists);
        QCOMPARE(codeOf(email), std::string("email-taken"));
        QCOMPARE(sentenceOf(email.error()).values.front().text, std::to_string(profile.value));
        wanted.email.clear();
        wanted.phone = anasPhone;
        QCOMPARE(codeOf(f.people.apply(wanted)), std::string("phone-taken"));
    }

    /// Against a map of who has which address, in calls of one and of many.
    void whoHasWhichAddressAgreesWithAMapThroughRandomEdits()
    {
        constexpr int people = 12;
        constexpr int addresses = 20;
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            PeopleFixture f;
            SeededRandom random(seed);
            std::vector<ProfileId> ids;
            for (int number = 0; number < people; ++number) {
                ProfileUpdate update;
                update.externalId = std::to_string(number);
                update.at = day(0);
                ids.push_back(f.people.apply(update)->profile);
            }
            std::map<std::string, ProfileId> owners;
            std::map<std::int64_t, std::string> shown;
            for (int edit = 1; edit <= 150; ++edit) {
                const ProfileId profile = ids[random->below(people)];
                const std::string address = "a" + std::to_string(random->below(addresses)) + "@example.com";
                ProfileUpdate update;
                update.profile = profile;
                update.at = day(edit);
                update.unsetEmail = random->below(2) == 0;
                if (random->below(3) != 0) {
                    update.email = address;
                }
                const auto done = f.people.apply(update);
                std::string& mine = shown[profile.value];
                const auto owner = owners.find(address);
                const bool taken = !update.email.empty() && owner != owners.end() && owner->second != profile;
                QCOMPARE(done.has_value(), !taken);
                if (taken) {
                    continue;
                }
                if (update.unsetEmail && !mine.empty() && mine != update.email) {
                    owners.erase(mine);
                    mine.clear();
                }
                if (!update.email.empty()) {
                    owners[address] = profile;
                    mine = address;
                }
                QCOMPARE(f.people.load(profile)->email, mine);
            }
            for (int number = 0; number < addresses; ++number) {
                const std::string address = "a" + std::to_string(number) + "@example.com";
                const auto found = f.people.find(emailOf(address));
                const auto owner = owners.find(address);
                QCOMPARE(found->value_or(ProfileId{}), owner == owners.end() ? ProfileId{} : owner->second);
            }
        }
    }
};

SHOPBELL_TEST(TestProfileUnset)
#include "test_profile_unset.moc"
