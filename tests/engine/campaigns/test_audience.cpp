// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience_fixture.h"
#include "campaigns/audience.h"
#include "profiles/lists.h"
#include "support/registry.h"
#include "support/seeded_random.h"

#include <QTest>

#include <map>
#include <set>

using namespace shopbell;

class TestAudience : public QObject {
    Q_OBJECT
private slots:
    void whoIsInAndNotOutIsWhatSetsSay()
    {
        test::AudienceFixture shop;
        test::SeededRandom random(31);
        std::vector<ProfileId> everybody;
        for (int number = 0; number < 60; ++number) {
            ProfileUpdate update;
            update.email = "p" + std::to_string(number) + "@example.com";
            everybody.push_back(shop.people.apply(update)->profile);
        }
        Lists lists(shop.connection, shop.sink, shop.clock);
        std::map<std::int64_t, std::set<ProfileId>> onList;
        std::map<std::int64_t, std::set<ProfileId>> inSegment;
        for (int number = 1; number <= 4; ++number) {
            const auto list = *lists.create("list " + std::to_string(number));
            for (const auto person : everybody) {
                if (random->chance(0.3)) {
                    QVERIFY(lists.join(list, std::vector{person}));
                    onList[list.value].insert(person);
                }
                if (random->chance(0.3)) {
                    inSegment[number].insert(person);
                }
            }
        }
        const SegmentMembersOf membersOf = [&](SegmentId segment) -> Result<std::vector<ProfileId>> {
            const auto& members = inSegment[segment.value];
            return std::vector<ProfileId>(members.rbegin(), members.rend());
        };
        for (int round = 0; round < 200; ++round) {
            Audience audience;
            std::set<ProfileId> wanted;
            std::set<ProfileId> unwanted;
            for (std::int64_t number = 1; number <= 4; ++number) {
                if (random->chance(0.4)) {
                    audience.segments.push_back({number});
                    wanted.insert(inSegment[number].begin(), inSegment[number].end());
                }
                if (random->chance(0.4)) {
                    audience.lists.push_back({number});
                    wanted.insert(onList[number].begin(), onList[number].end());
                }
                if (random->chance(0.2)) {
                    audience.excludedSegments.push_back({number});
                    unwanted.insert(inSegment[number].begin(), inSegment[number].end());
                }
                if (random->chance(0.2)) {
                    audience.excludedLists.push_back({number});
                    unwanted.insert(onList[number].begin(), onList[number].end());
                }
            }
            for (const auto person : unwanted) {
                wanted.erase(person);
            }
            const auto resolved = resolveAudience(shop.connection, audience, membersOf);
            QVERIFY(resolved);
            QCOMPARE(*resolved, std::vector<ProfileId>(wanted.begin(), wanted.end()));
        }
    }

    void aListThatIsGoneLetsNobodyThroughByMistake()
    {
        test::AudienceFixture shop;
        const SegmentMembersOf none = [](SegmentId) {
            return Result<std::vector<ProfileId>>(std::vector<ProfileId>());
        };
        Audience audience;
        audience.excludedLists = {{77}};
        QCOMPARE(resolveAudience(shop.connection, audience, none).error().kind, ErrorKind::NotFound);
    }

    void aSegmentThatFailsFailsTheAudience()
    {
        test::AudienceFixture shop;
        const SegmentMembersOf broken = [](SegmentId) -> Result<std::vector<ProfileId>> {
            return fail(ErrorKind::NotFound, "There is no such segment.");
        };
        Audience audience;
        audience.segments = {{1}};
        QVERIFY(!resolveAudience(shop.connection, audience, broken));
    }
};

SHOPBELL_TEST(TestAudience)
#include "test_audience.moc"
