// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience_fixture.h"
#include "campaigns/audience.h"
#include "dispatch/policy_facts.h"
#include "support/registry.h"
#include "support/seeded_random.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace shopbell;

namespace {

/// One person after the other, by the same look-ups as at the moment of sending.
AudienceForecast slowly(db::Connection& connection, const std::vector<ProfileId>& people, Channel channel, Instant now)
{
    AudienceForecast forecast;
    forecast.people = static_cast<std::int64_t>(people.size());
    std::map<std::string, std::int64_t> skips;
    for (const auto person : people) {
        LedgerMessage message;
        message.profile = person;
        message.channel = channel;
        const auto facts = PolicyFacts(connection, channel, false).gather(message);
        const auto decision = decideSending(facts->input, {}, now);
        if (decision.what == PolicyDecision::What::Skip) {
            ++skips[std::string(skipReasonName(*decision.reason))];
        } else {
            ++forecast.willGet;
        }
    }
    forecast.skips.assign(skips.begin(), skips.end());
    return forecast;
}

}  // namespace

class TestForecast : public QObject {
    Q_OBJECT
private slots:
    void itSaysWhatAskingOneByOneSays()
    {
        for (std::uint64_t seed = 1; seed <= 5; ++seed) {
            test::AudienceFixture shop;
            test::SeededRandom random(seed);
            std::vector<ProfileId> people;
            for (int number = 0; number < 150; ++number) {
                ProfileUpdate update;
                update.externalId = std::to_string(number);
                if (random->chance(0.85)) {
                    update.email = (random->chance(0.2) ? "Größe" : "P") + std::to_string(number) +
                                   (random->chance(0.2) ? "@Bücher.Example" : "@Example.com");
                }
                if (random->chance(0.3)) {
                    update.phone = "+4366412" + std::to_string(10'000 + number);
                }
                for (const auto channel : {Channel::Email, Channel::Sms}) {
                    if (random->chance(0.8)) {
                        update.consents.push_back(
                            {channel, static_cast<ConsentState>(random->between(0, 3)), Instant{9}, "", "", ""});
                    }
                }
                const auto outcome = shop.people.apply(update);
                QVERIFY2(outcome, outcome ? "" : outcome.error().what.c_str());
                people.push_back(outcome->profile);
                if (!update.email.empty() && random->chance(0.1)) {
                    QVERIFY(shop.people.suppress(
                        {Channel::Email, update.email, SuppressionReason::Complaint, Instant{9}, ""}));
                }
            }
            // Some are gone; one of them comes back with the address that was erased.
            for (int count = 0; count < 5; ++count) {
                const auto gone = people[random->below(people.size())];
                static_cast<void>(shop.people.erase(gone));
            }
            ProfileUpdate erased;
            erased.email = "erased@example.com";
            const auto first = shop.people.apply(erased)->profile;
            QVERIFY(shop.people.erase(first));
            erased.consents.push_back({Channel::Email, ConsentState::Subscribed, Instant{99}, "", "", ""});
            people.push_back(shop.people.apply(erased)->profile);
            std::sort(people.begin(), people.end());
            people.erase(std::unique(people.begin(), people.end()), people.end());
            for (const auto channel : {Channel::Email, Channel::Sms}) {
                auto quick = forecast(shop.connection, people, channel, shop.clock.now());
                QVERIFY(quick);
                const auto slow = slowly(shop.connection, people, channel, shop.clock.now());
                QCOMPARE(quick->people, slow.people);
                QCOMPARE(quick->willGet, slow.willGet);
                QVERIFY(std::is_sorted(quick->skips.begin(), quick->skips.end(),
                                       [](const auto& left, const auto& right) { return left.second > right.second; }));
                std::sort(quick->skips.begin(), quick->skips.end());
                QCOMPARE(quick->skips, slow.skips);
            }
        }
    }

    void nobodyIsNobody()
    {
        test::AudienceFixture shop;
        const auto none = forecast(shop.connection, {}, Channel::Email, shop.clock.now());
        QCOMPARE(none->people, 0);
        QCOMPARE(none->willGet, 0);
        const auto gone = forecast(shop.connection, {{5}, {6}}, Channel::Email, shop.clock.now());
        QCOMPARE(gone->skips, (std::vector<std::pair<std::string, std::int64_t>>{{"erased", 2}}));
    }
};

SHOPBELL_TEST(TestForecast)
#include "test_forecast.moc"
