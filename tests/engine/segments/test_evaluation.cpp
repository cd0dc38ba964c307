// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/worker_pair.h"
#include "support/registry.h"
#include "support/seeded_random.h"
#include "support/segments/random_shop.h"

#include <QTest>

using namespace shopbell;
using namespace shopbell::segments;
using test::RandomShop;
using test::SegmentOracle;

namespace {

QString wordsOf(const Node& definition, std::int64_t profile, std::int64_t at)
{
    return QString::fromStdString(toJson(definition).json + "\nprofile " + std::to_string(profile) + " at " +
                                  Instant{at}.toIso());
}

}  // namespace

class TestEvaluation : public QObject {
    Q_OBJECT

private slots:
    void randomDefinitionsEqualTheOracle_data();
    void randomDefinitionsEqualTheOracle();
    void judgementsHoldUntilTheySay();
};

void TestEvaluation::randomDefinitionsEqualTheOracle_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 8; ++seed) {
        QTest::addRow("seed %llu", seed) << seed;
    }
}

void TestEvaluation::randomDefinitionsEqualTheOracle()
{
    QFETCH(const quint64, seed);
    test::SeededRandom random(seed);
    int cases = 0;
    std::int64_t members = 0;
    std::int64_t judged = 0;
    std::int64_t inBases = 0;
    std::int64_t inTails = 0;
    for (int worldNumber = 0; worldNumber < 14; ++worldNumber) {
        RandomShop world(*random, 6 + static_cast<int>(random->below(12)), 60 + static_cast<int>(random->below(100)));
        const SegmentOracle oracle(*world.shop);
        const Sources sources = world.shop->sources();
        if (const auto orders = sources.history->findMetric("Placed Order")) {
            const auto columns = sources.history->metric(*orders);
            inBases += (*columns)->size();
            inTails += (*columns)->tail.size();
        }
        for (int i = 0; i < 36; ++i) {
            const Node definition = world.makeDefinition(3);
            // Through its text and back: what is written is what was meant.
            const auto reread = parseDefinition(toJson(definition));
            QVERIFY2(reread, reread ? "" : describe(reread.error()).c_str());
            QCOMPARE(toJson(*reread).json, toJson(definition).json);
            auto evaluator = Evaluator::make(sources, *reread);
            QVERIFY2(evaluator, evaluator ? "" : describe(evaluator.error()).c_str());
            for (int k = 0; k < 5; ++k) {
                const std::int64_t at = k == 0 ? world.shop->clock.now().ms : world.anInstant();
                const auto found = evaluator->members({at});
                QVERIFY2(found, found ? "" : describe(found.error()).c_str());
                ++cases;
                std::int64_t expectedCount = 0;
                std::int64_t there = 0;
                for (const std::int64_t profile : world.shop->everybody) {
                    const bool expected = oracle.isMember(definition, profile, at);
                    expectedCount += expected ? 1 : 0;
                    there += world.shop->existed(profile, at) ? 1 : 0;
                    members += expected ? 1 : 0;
                    ++judged;
                    QVERIFY2(found->contains(ProfileId{profile}) == expected,
                             qPrintable(wordsOf(definition, profile, at)));
                    // Asked by any number, the answer is about whoever had it then.
                    const std::int64_t then = world.shop->standingFor(profile, at);
                    const auto judgement = evaluator->judge({profile}, {at});
                    QVERIFY2((judgement->truth == Truth::Yes) == oracle.isMember(definition, then, at),
                             qPrintable(wordsOf(definition, profile, at)));
                    if (world.shop->existed(then, at)) {
                        QVERIFY2(judgement->truth == oracle.judge(definition, then, at),
                                 qPrintable(wordsOf(definition, profile, at)));
                    }
                }
                QCOMPARE(found->count(), expectedCount);
                QCOMPARE(evaluator->everybody({at})->count(), there);
            }
        }
    }
    QVERIFY(cases >= 2'500);
    QVERIFY2(inBases > 100 && inTails > 100, qPrintable(QString("%1 %2").arg(inBases).arg(inTails)));
    // Neither everybody nor nobody: the questions are worth asking.
    QVERIFY(members > judged / 20 && members < judged * 19 / 20);
}

void TestEvaluation::judgementsHoldUntilTheySay()
{
    test::SeededRandom random(77);
    int moved = 0;
    for (int worldNumber = 0; worldNumber < 24; ++worldNumber) {
        RandomShop world(*random, 8, 100);
        const SegmentOracle oracle(*world.shop);
        for (int i = 0; i < 30; ++i) {
            const Node definition = world.makeDefinition(2);
            auto evaluator = Evaluator::make(world.shop->sources(), definition);
            QVERIFY(evaluator);
            std::int64_t at = world.shop->clock.now().ms;
            for (const std::int64_t profile : world.shop->people) {
                const auto judgement = evaluator->judge({profile}, {at});
                QVERIFY(judgement);
                QVERIFY(judgement->until > at);
                const std::int64_t end = std::min(judgement->until, at + std::int64_t{500} * 86'400'000);
                for (const std::int64_t later :
                     {end - 1, at + (end - at) / 2,
                      at + 1 + static_cast<std::int64_t>(random->below(static_cast<std::uint64_t>(end - at)))}) {
                    if (later >= at && later < judgement->until) {
                        QVERIFY2(oracle.judge(definition, profile, later) == judgement->truth,
                                 qPrintable(wordsOf(definition, profile, later)));
                    }
                }
                moved += judgement->until != never &&
                         oracle.judge(definition, profile, judgement->until) != judgement->truth;
            }
        }
    }
    QVERIFY2(moved > 30, qPrintable(QString::number(moved)));
}

SHOPBELL_TEST(TestEvaluation)
#include "test_evaluation.moc"
