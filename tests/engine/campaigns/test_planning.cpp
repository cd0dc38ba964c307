// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience_fixture.h"
#include "campaigns/audience.h"
#include "campaigns/campaign_store.h"
#include "dispatch/ledger.h"
#include "support/registry.h"
#include "support/seeded_random.h"

#include <QTest>

using namespace shopbell;

namespace {

struct PlanningFixture : test::AudienceFixture {
    std::vector<ProfileId> somebody(int count)
    {
        std::vector<ProfileId> made;
        for (int number = 0; number < count; ++number) {
            ProfileUpdate update;
            update.email = "p" + std::to_string(number) + "@example.com";
            made.push_back(people.apply(update)->profile);
        }
        return made;
    }
    Campaign begun()
    {
        CampaignStore store(connection, clock);
        Campaign campaign;
        campaign.name = "C";
        const auto id = *store.save(campaign);
        return store.move(id, CampaignState::Sending) ? *store.load(id) : campaign;
    }
};

}  // namespace

class TestPlanning : public QObject {
    Q_OBJECT
private slots:
    void everybodyIsPlannedOnceWhereverItIsCut()
    {
        test::SeededRandom random(41);
        for (int round = 0; round < 10; ++round) {
            PlanningFixture shop;
            const auto people = shop.somebody(97);
            const auto campaign = shop.begun();
            int calls = 0;
            for (bool more = true; more; ++calls) {
                QVERIFY(calls < 1000);
                auto transaction = *db::Transaction::begin(shop.connection);
                const auto planned = planNext(shop.connection, shop.clock, campaign, people, 10);
                QVERIFY(planned);
                if (random->chance(0.3)) {
                    continue;  // The program dies before the commit.
                }
                QVERIFY(transaction.commit());
                more = *planned;
            }
            QCOMPARE(shop.count("SELECT count(*) FROM message"), 97);
            QCOMPARE(shop.count("SELECT count(DISTINCT profile_id) FROM message WHERE state = 0"), 97);
            QCOMPARE(shop.count(
                         "SELECT count(*) FROM message JOIN profile ON profile.id = profile_id WHERE address = email"),
                     97);
            QCOMPARE(shop.count("SELECT planned_all FROM campaign"), 1);
            // Called again, for the same people and for others, it adds nobody.
            QVERIFY(!*planNext(shop.connection, shop.clock, campaign, people, 1000));
            QVERIFY(!*planNext(shop.connection, shop.clock, campaign, shop.somebody(99), 1000));
            QCOMPARE(shop.count("SELECT count(*) FROM message"), 97);
        }
    }

    void nobodyIsPlannedAtOnce()
    {
        PlanningFixture shop;
        const auto campaign = shop.begun();
        QVERIFY(!*planNext(shop.connection, shop.clock, campaign, {}, 10));
        QCOMPARE(shop.count("SELECT planned_all FROM campaign"), 1);
    }

    void whoIsGoneByNowIsPlannedAndLeftToThePolicy()
    {
        PlanningFixture shop;
        const auto people = shop.somebody(3);
        QVERIFY(shop.people.erase(people[1]));
        QVERIFY(!*planNext(shop.connection, shop.clock, shop.begun(), people, 10));
        QCOMPARE(shop.count("SELECT count(*) FROM message WHERE address = ''"), 1);
    }

    void aCampaignThatIsNotThereIsAnError()
    {
        PlanningFixture shop;
        Campaign campaign;
        campaign.id = {99};
        QVERIFY(!planNext(shop.connection, shop.clock, campaign, {}, 10));
    }
};

SHOPBELL_TEST(TestPlanning)
#include "test_planning.moc"
