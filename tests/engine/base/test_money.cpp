// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/money.h"
#include "support/registry.h"
#include "support/seeded_random.h"

#include <QTest>

#include <bit>
#include <string>

using namespace shopbell;

namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

Currency currencyCalled(std::string_view code)
{
    const auto parsed = Currency::parse(code);
    return parsed ? *parsed : Currency();
}

/// Rounds on the text: the first digit that is dropped decides.
std::string slowMinor(std::int64_t micros, int decimals)
{
    std::string digits = std::to_string(micros);
    const bool isNegative = digits[0] == '-';
    digits.erase(0, isNegative ? 1 : 0);
    digits.insert(0, 8, '0');
    const std::size_t kept = digits.size() - static_cast<std::size_t>(6 - decimals);
    const bool roundsUp = digits[kept] >= '5';
    digits.resize(kept);
    for (std::size_t i = kept; roundsUp && i-- > 0;) {
        digits[i] = digits[i] == '9' ? '0' : static_cast<char>(digits[i] + 1);
        if (digits[i] != '0') {
            break;
        }
    }
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
    return (isNegative && digits != "0" ? "-" : "") + digits;
}

}  // namespace

class TestMoney : public QObject {
    Q_OBJECT

private slots:
    void codesAreThreeLettersInEitherCase()
    {
        QCOMPARE(std::string(currencyCalled("EUR").code()), std::string("EUR"));
        QCOMPARE(std::string(currencyCalled("usd").code()), std::string("USD"));
        QVERIFY(currencyCalled("eur") == currencyCalled("EUR"));
        QVERIFY(currencyCalled("EUR") != currencyCalled("USD"));
        for (const char* const code : {"", "E", "EU", "EURO", "E R", "E1R", "\xE2\x82\xAC", "EU\n", "€"}) {
            const auto parsed = Currency::parse(code);
            QVERIFY2(!parsed, code);
            QVERIFY(parsed.error().kind == ErrorKind::InvalidInput);
        }
    }

    void anUnknownCurrencyHasNoCodeAndTwoDecimals()
    {
        QVERIFY(Currency().code().empty());
        QCOMPARE(Currency().decimals(), 2);
        QCOMPARE((Money{1'250, {}}.toString()), std::string("12.50"));
    }

    void decimalsFollowTheStandard()
    {
        for (const char* const code : {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX",
                                       "UYI", "VND", "VUV", "XAF", "XOF", "XPF"}) {
            QVERIFY2(currencyCalled(code).decimals() == 0, code);
        }
        for (const char* const code : {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"}) {
            QVERIFY2(currencyCalled(code).decimals() == 3, code);
        }
        for (const char* const code : {"CLF", "UYW"}) {
            QVERIFY2(currencyCalled(code).decimals() == 4, code);
        }
        for (const char* const code : {"EUR", "USD", "GBP", "CHF", "INR", "AUD", "CAD", "SEK", "HUF", "TWD", "IDR",
                                       "MRU", "MGA", "AAA", "ZZZ"}) {
            QVERIFY2(currencyCalled(code).decimals() == 2, code);
        }
    }

    void amountsRoundHalfAwayFromZero()
    {
        const Currency euro = currencyCalled("EUR");
        const Currency yen = currencyCalled("JPY");
        QCOMPARE(Money::fromDecimal({12'505'000}, euro).minor, std::int64_t{1'251});
        QCOMPARE(Money::fromDecimal({12'504'999}, euro).minor, std::int64_t{1'250});
        QCOMPARE(Money::fromDecimal({-12'505'000}, euro).minor, std::int64_t{-1'251});
        QCOMPARE(Money::fromDecimal({500'000}, yen).minor, std::int64_t{1});
        QCOMPARE(Money::fromDecimal({-499'999}, yen).minor, std::int64_t{0});
    }

    void randomAmountsAgreeWithRoundingOnPaper()
    {
        test::SeededRandom random(61);
        for (const char* const code : {"JPY", "EUR", "KWD", "CLF"}) {
            const Currency currency = currencyCalled(code);
            for (int i = 0; i < 10'000; ++i) {
                std::int64_t micros = std::bit_cast<std::int64_t>(random->next()) >> random->below(63);
                if (i % 3 == 0) {
                    micros = micros / 1'000 * 1'000 + 500;
                }
                const Money money = Money::fromDecimal({micros}, currency);
                QCOMPARE(std::to_string(money.minor), slowMinor(micros, currency.decimals()));
                QVERIFY(money.currency == currency);
            }
        }
    }

    void theEndsOfTheRangeRoundWithoutOverflow()
    {
        for (const char* const code : {"JPY", "EUR", "KWD", "CLF"}) {
            const Currency currency = currencyCalled(code);
            for (const std::int64_t micros : {most, most - 1, -most, -most - 1}) {
                QCOMPARE(std::to_string(Money::fromDecimal({micros}, currency).minor),
                         slowMinor(micros, currency.decimals()));
            }
            QCOMPARE((Money{most, currency}.toDecimal().micros), most);
            QCOMPARE((Money{-most - 1, currency}.toDecimal().micros), -most - 1);
        }
    }

    void amountsGoToDecimalsAndBack()
    {
        test::SeededRandom random(62);
        for (const char* const code : {"JPY", "EUR", "KWD", "CLF"}) {
            const Currency currency = currencyCalled(code);
            for (int i = 0; i < 10'000; ++i) {
                const Money money{random->between(-9'000'000'000'000, 9'000'000'000'000), currency};
                QVERIFY(Money::fromDecimal(money.toDecimal(), currency) == money);
            }
        }
    }

    void textShowsTheCurrencysOwnDecimals()
    {
        QCOMPARE((Money{1'250, currencyCalled("EUR")}.toString()), std::string("12.50 EUR"));
        QCOMPARE((Money{-5, currencyCalled("EUR")}.toString()), std::string("-0.05 EUR"));
        QCOMPARE((Money{1'250, currencyCalled("JPY")}.toString()), std::string("1250 JPY"));
        QCOMPARE((Money{1'250, currencyCalled("KWD")}.toString()), std::string("1.250 KWD"));
        QCOMPARE((Money{1'250, currencyCalled("CLF")}.toString()), std::string("0.1250 CLF"));
        QCOMPARE((Money{-most - 1, currencyCalled("EUR")}.toString()), std::string("-92233720368547758.08 EUR"));
    }
};

SHOPBELL_TEST(TestMoney)
#include "test_money.moc"
