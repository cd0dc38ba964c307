// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience_fixture.h"
#include "campaigns/campaign_json.h"
#include "campaigns/campaign_states.h"
#include "campaigns/campaign_store.h"
#include "support/registry.h"
#include "support/seeded_random.h"

#include <QTest>

#include <array>

using namespace shopbell;
using State = CampaignState;

namespace {

constexpr std::array allStates{State::Draft,  State::Scheduled, State::Sending,
                               State::Paused, State::Sent,      State::Cancelled};

/// The words of the house plan once more: row from, column to.
constexpr std::array<std::string_view, 6> allowed{".xx...", "x.x..x", "...xxx", "..x..x", "......", "......"};

bool isAllowed(State from, State to)
{
    return allowed[static_cast<std::size_t>(from)][static_cast<std::size_t>(to)] == 'x';
}

Campaign sample()
{
    Campaign campaign;
    campaign.name = "  We miss you  ";
    campaign.audience.segments = {{3}, {4}};
    campaign.audience.excludedLists = {{9}};
    campaign.content.subject = "Grüße an {{ first_name }} \"quoted\"\n";
    campaign.content.html = "<p>\xF0\x9F\x8E\x89</p>";
    campaign.content.preheader = "p";
    campaign.scheduledFor = Instant{77};
    return campaign;
}

}  // namespace

class TestCampaignStore : public QObject {
    Q_OBJECT
private slots:
    void whatWasSavedIsLoaded()
    {
        test::AudienceFixture shop;
        CampaignStore store(shop.connection, shop.clock);
        const auto id = store.save(sample());
        QVERIFY(id);
        const auto loaded = *store.load(*id);
        QCOMPARE(loaded.name, std::string("We miss you"));
        QCOMPARE(loaded.state, State::Draft);
        QCOMPARE(loaded.audience.segments, sample().audience.segments);
        QCOMPARE(loaded.audience.excludedLists, sample().audience.excludedLists);
        QVERIFY(loaded.audience.lists.empty());
        QCOMPARE(loaded.content.subject, sample().content.subject);
        QCOMPARE(loaded.content.html, sample().content.html);
        QCOMPARE(loaded.scheduledFor.ms, 77);
        QCOMPARE(loaded.createdAt, shop.clock.now());
        QVERIFY(!loaded.provider.isValid());
        QVERIFY(!store.load({999}));
    }

    void newestStandFirst()
    {
        test::AudienceFixture shop;
        CampaignStore store(shop.connection, shop.clock);
        const auto first = *store.save(sample());
        shop.clock.advance(Duration(1));
        const auto second = *store.save(sample());
        const auto all = *store.listAll();
        QCOMPARE(all.size(), std::size_t(2));
        QCOMPARE(all.front().id, second);
        QCOMPARE(all.back().id, first);
    }

    void statesMoveByTheTableAlone()
    {
        test::AudienceFixture shop;
        CampaignStore store(shop.connection, shop.clock);
        for (const auto from : allStates) {
            for (const auto to : allStates) {
                const auto id = *store.save(sample());
                QVERIFY(shop.connection.run("UPDATE campaign SET state = ?2 WHERE id = ?1", id, from));
                QCOMPARE(mayMove(from, to), isAllowed(from, to));
                const auto moved = store.move(id, to);
                QCOMPARE(moved.has_value(), isAllowed(from, to));
                QCOMPARE(store.load(id)->state, moved ? to : from);
                if (!moved) {
                    QCOMPARE(moved.error().kind, ErrorKind::Conflict);
                }
            }
        }
    }

    void beginningAndEndAreWrittenDown()
    {
        test::AudienceFixture shop;
        CampaignStore store(shop.connection, shop.clock);
        const auto id = *store.save(sample());
        QVERIFY(store.move(id, State::Sending));
        const auto began = shop.clock.now();
        shop.clock.advance(Duration(1000));
        QVERIFY(store.move(id, State::Paused));
        QVERIFY(store.move(id, State::Sending));
        QCOMPARE(store.load(id)->startedAt, began);
        QCOMPARE(store.load(id)->finishedAt.ms, 0);
        QVERIFY(store.move(id, State::Sent));
        QCOMPARE(store.load(id)->finishedAt, shop.clock.now());
    }

    void onlyWhatHasNotBegunCanBeChanged()
    {
        test::AudienceFixture shop;
        CampaignStore store(shop.connection, shop.clock);
        auto campaign = sample();
        campaign.id = *store.save(campaign);
        campaign.name = "Another";
        QVERIFY(store.save(campaign));
        QVERIFY(store.move(campaign.id, State::Sending));
        QCOMPARE(store.save(campaign).error().kind, ErrorKind::Conflict);
        QCOMPARE(store.remove(campaign.id).error().kind, ErrorKind::Conflict);
        const auto draft = *store.save(sample());
        QVERIFY(store.remove(draft));
        QCOMPARE(store.remove(draft).error().kind, ErrorKind::NotFound);
        campaign.name = " ";
        campaign.id = {};
        QCOMPARE(store.save(campaign).error().kind, ErrorKind::InvalidInput);
    }

    void damagedTextIsToldAndNotGuessedAt()
    {
        for (const auto* const bad : {"", "[]", "{\"segments\":3}", "{\"lists\":[\"x\"]}", "{"}) {
            QVERIFY(!parseAudience(bad));
        }
        QVERIFY(parseAudience("{}"));
        QVERIFY(!parseContent("3"));
        test::SeededRandom random(4);
        for (int round = 0; round < 300; ++round) {
            MessageContent content;
            content.text = random.bytes(random->below(40));
            QVERIFY(parseContent(toJson(content)));
        }
    }
};

SHOPBELL_TEST(TestCampaignStore)
#include "test_campaign_store.moc"
