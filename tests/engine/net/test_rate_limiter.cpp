// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/rate_limiter.h"

#include "base/random.h"
#include "support/fake_clock.h"
#include "support/registry.h"

#include <QTest>

using namespace shopbell;
using test::FakeClock;

class TestRateLimiter : public QObject {
    Q_OBJECT

private slots:
    void burstGoesAtOnceAndThenTheRateHolds()
    {
        FakeClock clock;
        RateLimiter limiter(clock, 10, 5);
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(limiter.take().count(), std::int64_t{0});
        }
        QCOMPARE(limiter.take().count(), std::int64_t{100});
        clock.advance(Duration{99});
        QCOMPARE(limiter.take().count(), std::int64_t{1});
        clock.advance(Duration{1});
        QCOMPARE(limiter.take().count(), std::int64_t{0});
    }

    void waitingAsToldIsAlwaysEnough()
    {
        Random random(5);
        for (int round = 0; round < 200; ++round) {
            FakeClock clock;
            const double rate = 0.01 + random.unit() * 5000;
            const double burst = 1 + random.unit() * 20;
            RateLimiter limiter(clock, rate, burst);
            const Instant start = clock.now();
            double taken = 0;
            for (int i = 0; i < 500; ++i) {
                const Duration wait = limiter.take();
                if (wait.count() > 0) {
                    clock.advance(wait);
                    QCOMPARE(limiter.take().count(), std::int64_t{0});
                }
                taken += 1;
                const double seconds = static_cast<double>((clock.now() - start).count()) / 1000.0;
                QVERIFY(taken <= burst + rate * seconds + 1e-3);
            }
        }
    }

    void moreThanTheBucketHoldsLeavesADebt()
    {
        FakeClock clock;
        RateLimiter limiter(clock, 10, 5);
        QCOMPARE(limiter.take(15).count(), std::int64_t{0});
        QCOMPARE(limiter.take().count(), std::int64_t{1100});
    }

    void pauseHoldsEverythingBack()
    {
        FakeClock clock;
        RateLimiter limiter(clock, 1000, 1000);
        limiter.pause(Duration{30'000});
        limiter.pause(Duration{10'000});
        QCOMPARE(limiter.take().count(), std::int64_t{30'000});
        clock.advance(Duration{30'000});
        QCOMPARE(limiter.take().count(), std::int64_t{0});
    }

    void clockThatJumpsNeitherFloodsNorStops()
    {
        FakeClock clock;
        RateLimiter limiter(clock, 10, 5);
        QCOMPARE(limiter.take(5).count(), std::int64_t{0});
        clock.advance(Duration{-86'400'000});
        QCOMPARE(limiter.take().count(), std::int64_t{100});
        limiter.pause(Duration{1'000});
        clock.advance(Duration{-86'400'000});
        QCOMPARE(limiter.take().count(), std::int64_t{1'000});
        clock.advance(Duration{10 * 86'400'000LL});
        QCOMPARE(limiter.take(5).count(), std::int64_t{0});
        QCOMPARE(limiter.take().count(), std::int64_t{100});
    }

    void noRateMeansNoLimit()
    {
        FakeClock clock;
        RateLimiter limiter(clock, 0, 1);
        for (int i = 0; i < 1000; ++i) {
            QCOMPARE(limiter.take().count(), std::int64_t{0});
        }
        limiter.setRate(1, 1);
        QCOMPARE(limiter.take().count(), std::int64_t{0});
        QCOMPARE(limiter.take().count(), std::int64_t{1000});
    }
};

SHOPBELL_TEST(TestRateLimiter)
#include "test_rate_limiter.moc"
