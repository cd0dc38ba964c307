// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/decimal.h"
#include "base/instant.h"
#include "base/saturate.h"
#include "support/registry.h"
#include "support/seeded_random.h"

#include <QTest>

#include <bit>

using namespace shopbell;

namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

/// Puts a number together from its upper and lower half, where the upper may be too large.
std::int64_t joinHalves(std::int64_t high, std::int64_t low)
{
    high += low >> 32;
    low &= 0xFFFFFFFF;
    if (high > std::numeric_limits<std::int32_t>::max()) {
        return most;
    }
    if (high < std::numeric_limits<std::int32_t>::min()) {
        return least;
    }
    return high * 4'294'967'296 + low;
}

std::int64_t highOf(std::int64_t value)
{
    return value >> 32;
}

std::int64_t lowOf(std::int64_t value)
{
    return value & 0xFFFFFFFF;
}

/// Numbers of every size, often right at an end.
std::int64_t drawAny(test::SeededRandom& random)
{
    switch (random->below(4)) {
    case 0: return most - random->between(0, 3);
    case 1: return least + random->between(0, 3);
    default: return std::bit_cast<std::int64_t>(random->next()) >> random->below(64);
    }
}

}  // namespace

class TestSaturate : public QObject {
    Q_OBJECT

private slots:
    void sumsAgreeWithArithmeticInHalves()
    {
        test::SeededRandom random(11);
        for (int i = 0; i < 200'000; ++i) {
            const std::int64_t a = drawAny(random);
            const std::int64_t b = drawAny(random);
            QCOMPARE(saturatingAdd(a, b), joinHalves(highOf(a) + highOf(b), lowOf(a) + lowOf(b)));
            QCOMPARE(saturatingSubtract(a, b), joinHalves(highOf(a) - highOf(b), lowOf(a) - lowOf(b)));
            const std::int64_t factor = random->between(1, 1'000'000);
            QCOMPARE(saturatingScale(a, factor), joinHalves(highOf(a) * factor, lowOf(a) * factor));
        }
    }

    void instantsStopAtTheEndsOfTime()
    {
        QCOMPARE((Instant{most - 1} + Duration{5}).ms, most);
        QCOMPARE((Instant{least + 1} - Duration{5}).ms, least);
        QCOMPARE((Instant{most} - Instant{-1}).count(), most);
        QCOMPARE((Instant{5} - Instant{7}).count(), std::int64_t{-2});
        QCOMPARE((Instant{5} + Duration{7}).ms, std::int64_t{12});
    }

    void decimalsStopAtTheEndsOfTheirRange()
    {
        QCOMPARE((Decimal{most} + Decimal{1}).micros, most);
        QCOMPARE((Decimal{least} - Decimal{1}).micros, least);
        QCOMPARE(Decimal::fromInteger(most).micros, most);
        QCOMPARE(Decimal::fromInteger(-9'300'000'000'000).micros, least);
        QCOMPARE(Decimal::fromInteger(-9'200'000'000'000).micros, std::int64_t{-9'200'000'000'000'000'000});
    }
};

SHOPBELL_TEST(TestSaturate)
#include "test_saturate.moc"
