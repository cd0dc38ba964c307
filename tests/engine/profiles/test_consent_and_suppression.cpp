// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people_fixture.h"

#include "model/metric.h"
#include "profiles/consent_rules.h"
#include "profiles/erasure.h"
#include "profiles/profile_reading.h"
#include "profiles/suppressions.h"
#include "support/registry.h"
#include "support/seeded_random.h"

#include <algorithm>

using namespace shopbell;
using namespace shopbell::test;

namespace {

ProfileId person(PeopleFixture& f, std::string_view email)
{
    ProfileUpdate update;
    update.email = email;
    update.at = day(0);
    return f.people.apply(update)->profile;
}

}  // namespace

class TestConsentAndSuppression : public QObject {
    Q_OBJECT
private slots:
    void consentKeepsItsProofAndEachChangeIsAnEvent()
    {
        PeopleFixture f;
        const auto ana = person(f, "ana@example.com");
        const Consent yes{Channel::Email, ConsentState::Subscribed, day(1),
                          "form",         "https://shop.example",   "Yes, please"};
        QVERIFY(*f.people.setConsent(ana, yes));
        QVERIFY(!*f.people.setConsent(ana, yes));
        const Consent no{Channel::Email, ConsentState::Unsubscribed, day(2), "link", "", ""};
        QVERIFY(*f.people.setConsent(ana, no));
        const auto told = f.sink.of(metrics::changedConsent);
        QCOMPARE(told.size(), std::size_t(2));
        const std::string asked = R"({"channel":"email","from":"never-asked","to":"subscribed",)"
                                  R"("method":"form","place":"https://shop.example","text":"Yes, please"})";
        const std::string left = R"({"channel":"email","from":"subscribed","to":"unsubscribed","method":"link"})";
        QCOMPARE(told[0].properties, asked);
        QCOMPARE(told[1].properties, left);
        const auto consents = loadConsents(f.connection, ana);
        QCOMPARE(consents->size(), std::size_t(1));
        QCOMPARE((*consents)[0].state, ConsentState::Unsubscribed);
        QCOMPARE((*consents)[0].at, day(2));
    }

    void whateverOrderRecordsArriveInTheNewestWinsAndTheStricterAtTheSameInstant()
    {
        SeededRandom random(3);
        for (int round = 0; round < 60; ++round) {
            std::vector<Consent> records;
            for (int i = 0; i < 6; ++i) {
                records.push_back({Channel::Sms,
                                   static_cast<ConsentState>(random->below(4)),
                                   day(static_cast<int>(random->below(4))),
                                   "m",
                                   {},
                                   {}});
            }
            Consent expected;
            for (const Consent& one : records) {
                const bool isNewer = one.at > expected.at || expected.state == ConsentState::NeverAsked;
                const bool isStricter = one.at == expected.at && strictness(one.state) > strictness(expected.state);
                if (one.state != ConsentState::NeverAsked && (isNewer || isStricter)) {
                    expected = one;
                }
            }
            PeopleFixture f;
            // Half of them through a second profile that is merged in at the end.
            const auto a = person(f, "a@example.com");
            const auto b = person(f, "b@example.com");
            for (std::size_t i = records.size(); i > 1; --i) {
                std::swap(records[i - 1], records[random->below(i)]);
            }
            for (const Consent& one : records) {
                QVERIFY(f.people.setConsent(random->chance(0.5) ? a : b, one));
            }
            QVERIFY(f.people.merge(b, a, "by hand"));
            const auto consents = loadConsents(f.connection, a);
            if (expected.state == ConsentState::NeverAsked) {
                QVERIFY(consents->empty());
            } else {
                QCOMPARE(consents->size(), std::size_t(1));
                QCOMPARE((*consents)[0].state, expected.state);
                QCOMPARE((*consents)[0].at, expected.at);
            }
        }
    }

    void suppressionIsByAddressAndItsOwnerHearsOfIt()
    {
        PeopleFixture f;
        const auto ana = person(f, "Ana@example.com");
        QVERIFY(*f.people.suppress({Channel::Email, "ANA@example.com", SuppressionReason::Unsubscribed, day(1), ""}));
        QVERIFY(!*f.people.suppress({Channel::Email, "ana@EXAMPLE.com", SuppressionReason::Manual, day(2), ""}));
        QVERIFY(*f.people.suppress({Channel::Email, "ana@example.com", SuppressionReason::Complaint, day(3), "loop"}));
        QVERIFY(*f.people.suppress({Channel::Email, "nobody@example.com", SuppressionReason::HardBounce, day(1), ""}));
        const auto told = f.sink.of(metrics::changedSuppression);
        QCOMPARE(told.size(), std::size_t(2));
        QCOMPARE(told[1].profile, ana);
        const std::string json =
            R"({"channel":"email","address":"ana@example.com","reason":"complaint","suppressed":true})";
        QCOMPARE(told[1].properties, json);
        QCOMPARE(listSuppressions(f.connection)->size(), std::size_t(2));
        QCOMPARE((*findSuppression(f.connection, Channel::Email, "Ana@example.com"))->reason,
                 SuppressionReason::Complaint);
        QVERIFY(!*findSuppression(f.connection, Channel::Sms, "ana@example.com"));
        QVERIFY(*f.people.unsuppress(Channel::Email, "ana@example.com"));
        QVERIFY(!*f.people.unsuppress(Channel::Email, "ana@example.com"));
        QVERIFY(!*findSuppression(f.connection, Channel::Email, "ana@example.com"));
    }

    void whoWasErasedIsNotWrittenToWhenImportedAgain()
    {
        PeopleFixture f;
        const auto ana = person(f, "ana@example.com");
        const auto proof = makeErasureProof(f.connection, ana);
        QVERIFY(proof);
        QVERIFY(*f.people.erase(ana) >= 2);
        QVERIFY(recordErasure(f.connection, {ana, day(4), *proof, {{"profile rows", 2}}}));
        QVERIFY(!f.people.load(ana));
        QVERIFY(!*f.people.find({IdentifierKind::Email, {}, "ana@example.com"}));
        QVERIFY(*wasErased(f.connection, "ANA@example.com"));
        QVERIFY(!*wasErased(f.connection, "ben@example.com"));
        QCOMPARE(listErasures(f.connection)->at(0).counts.at(0).second, std::int64_t(2));

        const auto again = person(f, "ana@example.com");
        QVERIFY(again.value > ana.value);
        const auto found = findSuppression(f.connection, Channel::Email, "ana@example.com");
        QVERIFY(found && *found);
        QCOMPARE((*found)->reason, SuppressionReason::Erased);
        QVERIFY((*found)->address.find("ana") == std::string::npos);
        QCOMPARE(f.people.unsuppress(Channel::Email, "ana@example.com").error().kind, ErrorKind::Conflict);
        QVERIFY(!*f.people.suppress({Channel::Email, "ana@example.com", SuppressionReason::HardBounce, day(9), ""}));
    }
};

SHOPBELL_TEST(TestConsentAndSuppression)
#include "test_consent_and_suppression.moc"
