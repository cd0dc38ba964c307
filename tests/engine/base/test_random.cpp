// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "support/registry.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

using namespace shopbell;

namespace {

/// The sum over all cells of (seen - expected)² / expected.
double chiSquare(const std::vector<int>& seen, double expected)
{
    double sum = 0;
    for (const int count : seen) {
        sum += (count - expected) * (count - expected) / expected;
    }
    return sum;
}

/// The largest gap between the shares seen and the shares that should be (Kolmogorov's distance).
template <class Distribution>
double largestGap(std::vector<double> seen, Distribution distribution)
{
    std::sort(seen.begin(), seen.end());
    double gap = 0;
    const auto size = static_cast<double>(seen.size());
    for (std::size_t i = 0; i < seen.size(); ++i) {
        const double share = distribution(seen[i]);
        gap = std::max({gap, std::abs(share - static_cast<double>(i) / size),
                        std::abs(share - static_cast<double>(i + 1) / size)});
    }
    return gap;
}

}  // namespace

class TestRandom : public QObject {
    Q_OBJECT

private slots:
    void aSeedGivesThePublishedSequence()
    {
        // xoshiro256** whose state is the first four outputs of splitmix64 from 0.
        Random random(0);
        const std::uint64_t expected[] = {11091344671253066420U, 13793997310169335082U, 1900383378846508768U,
                                          7684712102626143532U,  13521403990117723737U, 18442103541295991498U};
        for (const std::uint64_t value : expected) {
            QCOMPARE(random.next(), value);
        }
    }

    void equalSeedsAgreeAndDifferentOnesDoNot()
    {
        Random first(7);
        Random second(7);
        Random other(8);
        int same = 0;
        for (int i = 0; i < 1'000; ++i) {
            const std::uint64_t value = first.next();
            QCOMPARE(second.next(), value);
            same += other.next() == value ? 1 : 0;
        }
        QCOMPARE(same, 0);
    }

    void generatorsFromTheSystemDiffer()
    {
        std::set<std::uint64_t> seen;
        for (int i = 0; i < 200; ++i) {
            seen.insert(Random::fromSystem().next());
        }
        QCOMPARE(seen.size(), std::size_t{200});
    }

    void belowIsEvenOverItsRange()
    {
        Random random(41);
        for (const std::uint64_t bound : {2U, 3U, 7U, 10U, 100U}) {
            std::vector<int> seen(bound);
            constexpr int draws = 200'000;
            for (int i = 0; i < draws; ++i) {
                const std::uint64_t value = random.below(bound);
                QVERIFY(value < bound);
                ++seen[value];
            }
            // Five standard deviations above the mean of the chi-square law.
            const double freedom = static_cast<double>(bound) - 1;
            QVERIFY(chiSquare(seen, draws / static_cast<double>(bound)) < freedom + 5 * std::sqrt(2 * freedom));
        }
    }

    void belowDoesNotFavourTheLowEndOfAHugeRange()
    {
        // With a plain remainder of 64 bits two thirds would fall in the lower half of 3/4 · 2^64.
        Random random(42);
        const std::uint64_t bound = 3ULL << 62;
        int low = 0;
        for (int i = 0; i < 100'000; ++i) {
            const std::uint64_t value = random.below(bound);
            QVERIFY(value < bound);
            low += value < bound / 2 ? 1 : 0;
        }
        QVERIFY(std::abs(low - 50'000) < 800);
    }

    void belowNothingIsNothing()
    {
        Random random(43);
        QCOMPARE(random.below(0), std::uint64_t{0});
        QCOMPARE(random.below(1), std::uint64_t{0});
    }

    void betweenHoldsBothEnds()
    {
        Random random(44);
        std::set<std::int64_t> seen;
        for (int i = 0; i < 1'000; ++i) {
            seen.insert(random.between(-2, 2));
        }
        QVERIFY((seen == std::set<std::int64_t>{-2, -1, 0, 1, 2}));
        QCOMPARE(random.between(5, 5), std::int64_t{5});
        QCOMPARE(random.between(5, 4), std::int64_t{5});
    }

    void betweenCoversTheWholeRangeOfIntegers()
    {
        Random random(45);
        constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
        int negative = 0;
        for (int i = 0; i < 100'000; ++i) {
            negative += random.between(-most - 1, most) < 0 ? 1 : 0;
            const std::int64_t high = random.between(most - 1, most);
            QVERIFY(high == most || high == most - 1);
            QVERIFY(random.between(-most - 1, 0) <= 0);
        }
        QVERIFY(std::abs(negative - 50'000) < 800);
    }

    void unitIsEvenAndNeverReachesOne()
    {
        Random random(46);
        std::vector<double> seen(100'000);
        for (double& value : seen) {
            value = random.unit();
            QVERIFY(value >= 0 && value < 1);
        }
        QVERIFY(largestGap(seen, [](double x) { return x; }) < 0.0062);
    }

    void chanceHappensAsOftenAsSaid()
    {
        Random random(47);
        int happened = 0;
        for (int i = 0; i < 100'000; ++i) {
            happened += random.chance(0.3) ? 1 : 0;
            QVERIFY(!random.chance(0));
            QVERIFY(random.chance(1));
        }
        QVERIFY(std::abs(happened - 30'000) < 730);
    }

    void normalFollowsTheBellCurve()
    {
        Random random(48);
        std::vector<double> seen(100'000);
        for (double& value : seen) {
            value = random.normal();
            QVERIFY(std::isfinite(value));
        }
        QVERIFY(largestGap(seen, [](double x) { return 0.5 * std::erfc(-x / std::sqrt(2.0)); }) < 0.0062);
    }

    void exponentialFollowsItsLaw()
    {
        Random random(49);
        std::vector<double> seen(100'000);
        for (double& value : seen) {
            value = random.exponential(0.25);
            QVERIFY(std::isfinite(value) && value >= 0);
        }
        QVERIFY(largestGap(seen, [](double x) { return 1 - std::exp(-0.25 * x); }) < 0.0062);
    }

    void tokensAreThirtyTwoHexDigitsAndNeverRepeat()
    {
        std::set<std::string> seen;
        for (int i = 0; i < 10'000; ++i) {
            const std::string token = makeToken();
            QCOMPARE(token.size(), std::size_t{32});
            QVERIFY(token.find_first_not_of("0123456789abcdef") == std::string::npos);
            seen.insert(token);
        }
        QCOMPARE(seen.size(), std::size_t{10'000});
    }
};

SHOPBELL_TEST(TestRandom)
#include "test_random.moc"
