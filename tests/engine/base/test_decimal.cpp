// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/decimal.h"
#include "support/registry.h"
#include "support/seeded_random.h"

#include <QTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <regex>
#include <string>

using namespace shopbell;

namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

std::optional<std::int64_t> microsOf(std::string_view text)
{
    const auto parsed = parseDecimal(text);
    return parsed ? std::optional(parsed->micros) : std::nullopt;
}

/// Adds one to a row of digits, as on paper.
std::string addOne(std::string digits)
{
    for (std::size_t i = digits.size(); i-- > 0;) {
        if (digits[i] != '9') {
            ++digits[i];
            return digits;
        }
        digits[i] = '0';
    }
    return "1" + digits;
}

/// The millionths of a number's text, worked out on the text alone; nothing where it is no number or does not fit.
std::optional<std::string> slowMicros(const std::string& text)
{
    static const std::regex pattern(R"((-?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?)");
    std::smatch found;
    if (!std::regex_match(text, found, pattern) || found[2].length() + found[3].length() == 0) {
        return std::nullopt;
    }
    // Beyond a few thousand every exponent means the same for texts as short as these.
    const int exponent =
        found[4].matched ? static_cast<int>(std::clamp(std::strtod(found[4].str().c_str(), nullptr), -2e3, 2e3)) : 0;
    // Zeros on both sides leave room to move the point by any exponent.
    const std::string room(static_cast<std::size_t>(std::abs(exponent)) + 10, '0');
    const std::string digits = room + found[2].str() + found[3].str() + room;
    const std::size_t point =
        room.size() + static_cast<std::size_t>(found[2].length()) + static_cast<std::size_t>(exponent + 6);
    std::string micros = digits.substr(0, point);
    if (digits[point] >= '5') {
        micros = addOne(micros);
    }
    micros.erase(0, std::min(micros.find_first_not_of('0'), micros.size()));
    const std::string limit = "9223372036854775807";
    if (micros.size() > limit.size() || (micros.size() == limit.size() && micros > limit)) {
        return std::nullopt;
    }
    if (micros.empty()) {
        return "0";
    }
    return (found[1].length() > 0 ? "-" : "") + micros;
}

std::string drawNumber(test::SeededRandom& random)
{
    std::string text = random->chance(0.3) ? "-" : "";
    if (random->chance(0.05)) {
        // Right at the end of the range.
        return text + "9223372036854.77580" + random.text("678", 1) + random.text("0459", random->below(3));
    }
    text += random.text(random->chance(0.3) ? "09" : "0123456789", random->below(16));
    if (random->chance(0.7)) {
        text += '.';
        text += random.text(random->chance(0.3) ? "0459" : "0123456789", random->below(14));
    }
    if (random->chance(0.3)) {
        text += random->chance(0.5) ? "e" : "E";
        text += std::to_string(random->between(-25, 20));
    }
    return text;
}

}  // namespace

class TestDecimal : public QObject {
    Q_OBJECT

private slots:
    void plainNumbersAreRead()
    {
        QCOMPARE(microsOf("0"), std::optional<std::int64_t>(0));
        QCOMPARE(microsOf("-0"), std::optional<std::int64_t>(0));
        QCOMPARE(microsOf("12"), std::optional<std::int64_t>(12'000'000));
        QCOMPARE(microsOf("-12.50"), std::optional<std::int64_t>(-12'500'000));
        QCOMPARE(microsOf("1e3"), std::optional<std::int64_t>(1'000'000'000));
        QCOMPARE(microsOf("1E+3"), std::optional<std::int64_t>(1'000'000'000));
        QCOMPARE(microsOf("25e-1"), std::optional<std::int64_t>(2'500'000));
        QCOMPARE(microsOf(".5"), std::optional<std::int64_t>(500'000));
        QCOMPARE(microsOf("5."), std::optional<std::int64_t>(5'000'000));
        QCOMPARE(microsOf("000012"), std::optional<std::int64_t>(12'000'000));
        QCOMPARE(microsOf("0e999999999999999999999"), std::optional<std::int64_t>(0));
        QCOMPARE(microsOf("1e-999999999999999999999"), std::optional<std::int64_t>(0));
    }

    void halvesRoundAwayFromZero()
    {
        QCOMPARE(microsOf("0.0000005"), std::optional<std::int64_t>(1));
        QCOMPARE(microsOf("-0.0000005"), std::optional<std::int64_t>(-1));
        QCOMPARE(microsOf("0.0000004999999999999999999999"), std::optional<std::int64_t>(0));
        QCOMPARE(microsOf("5e-7"), std::optional<std::int64_t>(1));
        QCOMPARE(microsOf("5e-8"), std::optional<std::int64_t>(0));
        QCOMPARE(microsOf("1.9999995"), std::optional<std::int64_t>(2'000'000));
    }

    void theEndsOfTheRangeAreExact()
    {
        QCOMPARE(microsOf("9223372036854.775807"), std::optional<std::int64_t>(most));
        QCOMPARE(microsOf("-9223372036854.775807"), std::optional<std::int64_t>(-most));
        QCOMPARE(microsOf("9223372036854.7758074"), std::optional<std::int64_t>(most));
        QVERIFY(!microsOf("9223372036854.7758075"));
        QVERIFY(!microsOf("9223372036854.775808"));
        QVERIFY(!microsOf("1e13"));
        QVERIFY(!microsOf("1e999999999999999999999"));
        QVERIFY(!microsOf(std::string(5'000, '9')));
    }

    void whatIsNotANumberIsRefused()
    {
        for (const char* const text :
             {"",    "-",     ".",      "-.",    "+1",    "1,5",      "1,000.00", "1 000", " 1",
              "1 ",  "1e",    "1e+",    "1e1.5", "e5",    "--1",      "1-",       "0x1F",  "nan",
              "inf", "1.2.3", "12 EUR", "$12",   "1_000", "\xD9\xA1", "1e--5"}) {
            const auto parsed = parseDecimal(text);
            QVERIFY2(!parsed, text);
            QVERIFY(parsed.error().kind == ErrorKind::InvalidInput);
        }
        QVERIFY(!microsOf(std::string_view("1\0", 2)));
    }

    void randomTextsAgreeWithArithmeticOnPaper()
    {
        test::SeededRandom random(51);
        int taken = 0;
        for (int i = 0; i < 40'000; ++i) {
            std::string text = drawNumber(random);
            if (!text.empty() && random->chance(0.05)) {
                text[random->below(text.size())] = "0123456789.-+eE,x"[random->below(17)];
            }
            const auto expected = slowMicros(text);
            const auto actual = microsOf(text);
            taken += expected ? 1 : 0;
            if (actual.has_value() != expected.has_value() || (actual && std::to_string(*actual) != *expected)) {
                QFAIL(text.c_str());
            }
        }
        QVERIFY2(taken > 20'000 && taken < 39'500, std::to_string(taken).c_str());
    }

    void theTextIsTheShortestAndReadsBackTheSame()
    {
        QCOMPARE(Decimal::fromInteger(12).toString(), std::string("12"));
        QCOMPARE(Decimal{12'500'000}.toString(), std::string("12.5"));
        QCOMPARE(Decimal{-1}.toString(), std::string("-0.000001"));
        QCOMPARE(Decimal{}.toString(), std::string("0"));
        QCOMPARE(Decimal{-most - 1}.toString(), std::string("-9223372036854.775808"));
        test::SeededRandom random(52);
        for (int i = 0; i < 40'000; ++i) {
            const Decimal value{std::bit_cast<std::int64_t>(random->next()) >> random->below(63)};
            const std::string text = value.toString();
            QCOMPARE(microsOf(text), std::optional(value.micros));
            const std::size_t point = text.find('.');
            QVERIFY(point == std::string::npos || (text.back() != '0' && text.size() - point <= 7 && point > 0));
        }
    }

    void doublesAreTakenAsTheirShortestText()
    {
        test::SeededRandom random(53);
        for (int i = 0; i < 20'000; ++i) {
            const double value = std::ldexp(random->unit() - 0.5, static_cast<int>(random->between(-30, 46)));
            std::string text;
            for (int digits = 1; digits <= 17; ++digits) {
                char buffer[64];
                std::snprintf(buffer, sizeof buffer, "%.*g", digits, value);
                text = buffer;
                if (std::strtod(buffer, nullptr) == value) {
                    break;
                }
            }
            const auto expected = slowMicros(text);
            const auto actual = Decimal::fromDouble(value);
            if (actual.has_value() != expected.has_value() || (actual && std::to_string(actual->micros) != *expected)) {
                QFAIL(text.c_str());
            }
        }
        QCOMPARE(Decimal::fromDouble(0.0000005)->micros, std::int64_t{1});
        QCOMPARE(Decimal::fromDouble(1.0000005)->micros, std::int64_t{1'000'001});
        QCOMPARE(Decimal::fromDouble(-0.1)->micros, std::int64_t{-100'000});
    }

    void doublesThatAreNoValueAreRefused()
    {
        using Limits = std::numeric_limits<double>;
        for (const double value :
             {Limits::quiet_NaN(), Limits::infinity(), -Limits::infinity(), 1e13, -1e13, Limits::max()}) {
            const auto made = Decimal::fromDouble(value);
            QVERIFY(!made);
            QVERIFY(made.error().kind == ErrorKind::InvalidInput);
        }
        QCOMPARE(Decimal::fromDouble(Limits::denorm_min())->micros, std::int64_t{0});
    }

    void ordinarySumsOfMoneySurviveTheWayThroughDoubles()
    {
        test::SeededRandom random(54);
        for (int i = 0; i < 40'000; ++i) {
            const Decimal value{random->between(-1'000'000'000'000'000, 1'000'000'000'000'000)};
            QCOMPARE(Decimal::fromDouble(value.toDouble())->micros, value.micros);
        }
    }

    void tenCentsAddUpExactly()
    {
        Decimal sum;
        for (int i = 0; i < 1'000'000; ++i) {
            sum = sum + *parseDecimal("0.10");
        }
        QCOMPARE(sum.toString(), std::string("100000"));
        QVERIFY(Decimal{1} < Decimal{2});
        QCOMPARE((Decimal{1} - Decimal{2}).micros, std::int64_t{-1});
    }
};

SHOPBELL_TEST(TestDecimal)
#include "test_decimal.moc"
