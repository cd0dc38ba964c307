// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "support/fake_clock.h"
#include "support/registry.h"

#include <QTest>

#include <chrono>

using namespace shopbell;

class TestClock : public QObject {
    Q_OBJECT

private slots:
    void systemClockStandsBetweenTwoReadingsOfTheSystem()
    {
        const auto systemMs = [] {
            return std::chrono::duration_cast<std::chrono::milliseconds>(
                       std::chrono::system_clock::now().time_since_epoch())
                .count();
        };
        const SystemClock clock;
        const auto before = systemMs();
        const std::int64_t now = clock.now().ms;
        const auto after = systemMs();
        QVERIFY(before <= now);
        QVERIFY(now <= after);
    }

    void fakeClockMovesOnlyWhenTold()
    {
        test::FakeClock clock;
        const Clock& seen = clock;
        QCOMPARE(seen.now().toIso(), std::string("2026-01-01T00:00:00.000Z"));
        clock.advance(std::chrono::hours{25});
        QCOMPARE(seen.now().toIso(), std::string("2026-01-02T01:00:00.000Z"));
        QCOMPARE(seen.now().toIso(), std::string("2026-01-02T01:00:00.000Z"));
        clock.set(Instant{0});
        QCOMPARE(seen.now().ms, std::int64_t{0});
    }
};

SHOPBELL_TEST(TestClock)
#include "test_clock.moc"
