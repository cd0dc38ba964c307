// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/instant.h"
#include "support/registry.h"
#include "support/seeded_random.h"

#include <QTest>

#include <chrono>
#include <cstdio>
#include <optional>
#include <regex>
#include <string>

using namespace shopbell;

namespace {

constexpr std::int64_t firstMs = -62'135'596'800'000;
constexpr std::int64_t lastMs = 253'402'300'799'999;

std::optional<std::int64_t> isoMs(std::string_view text)
{
    const auto parsed = parseIso(text);
    return parsed ? std::optional(parsed->ms) : std::nullopt;
}

std::optional<std::int64_t> anyMs(std::string_view text)
{
    const auto parsed = parseInstant(text);
    return parsed ? std::optional(parsed->ms) : std::nullopt;
}

/// The standard library's calendar and a pattern: slow, and plainly what the header says.
std::optional<std::int64_t> slowIso(const std::string& text)
{
    static const std::regex pattern(
        R"((\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(?: ?(?:[Zz]|([+-])(\d{2})(?::?(\d{2}))?))?)?)");
    std::smatch found;
    if (!std::regex_match(text, found, pattern)) {
        return std::nullopt;
    }
    const auto number = [&](std::size_t group) { return found[group].matched ? std::stoi(found[group].str()) : 0; };
    const std::chrono::year_month_day day{std::chrono::year{number(1)},
                                          std::chrono::month{static_cast<unsigned>(number(2))},
                                          std::chrono::day{static_cast<unsigned>(number(3))}};
    if (!day.ok() || number(1) == 0 || number(4) > 23 || number(5) > 59 || number(6) > 60 || number(9) > 23 ||
        number(10) > 59) {
        return std::nullopt;
    }
    const int sign = found[8].str() == "-" ? -1 : 1;
    const std::chrono::seconds whole = std::chrono::sys_days(day).time_since_epoch() + std::chrono::hours(number(4)) +
                                       std::chrono::minutes(number(5)) + std::chrono::seconds(number(6)) -
                                       sign * (std::chrono::hours(number(9)) + std::chrono::minutes(number(10)));
    if (number(6) == 60 && whole.count() % 86'400 != 0) {
        return std::nullopt;
    }
    const std::string fraction = (found[7].str() + "000").substr(0, 3);
    const std::int64_t ms = whole.count() * 1'000 + std::stoi(fraction);
    return ms >= firstMs && ms <= lastMs ? std::optional(ms) : std::nullopt;
}

std::string two(std::int64_t value)
{
    return {static_cast<char>('0' + value / 10 % 10), static_cast<char>('0' + value % 10)};
}

/// Something near a date and time: mostly right, sometimes a little out of range.
std::string drawIso(test::SeededRandom& random)
{
    const auto chance = [&](double p) { return random->chance(p); };
    std::string year = std::to_string(chance(0.05) ? random->between(0, 9999) : random->between(1970, 2060));
    year.insert(0, 4 - year.size(), '0');
    std::string text = year + "-" + two(random->between(chance(0.02) ? 0 : 1, chance(0.02) ? 13 : 12)) + "-" +
                       two(random->between(chance(0.02) ? 0 : 1, chance(0.2) ? 31 : 28));
    if (chance(0.1)) {
        return text;
    }
    text += "TTTt "[random->below(5)];
    text += two(random->between(0, chance(0.02) ? 25 : 23)) + ":" + two(random->between(0, chance(0.02) ? 60 : 59));
    if (chance(0.9)) {
        text += ":" + two(random->between(0, chance(0.05) ? 61 : 59));
        if (chance(0.5)) {
            text += ".";
            text += random.text("0123456789", random->below(12));
        }
    }
    if (chance(0.1)) {
        text += ' ';
    }
    switch (random->below(4)) {
    case 0: text += 'Z'; break;
    case 1: text += (chance(0.5) ? "+" : "-") + two(random->between(0, 24)); break;
    case 2:
        text += (chance(0.5) ? "+" : "-") + two(random->between(0, 14)) + (chance(0.5) ? ":" : "") +
                two(random->between(0, 60));
        break;
    default: break;
    }
    return text;
}

}  // namespace

class TestInstant : public QObject {
    Q_OBJECT

private slots:
    void knownInstantsAreWrittenAsIso()
    {
        QCOMPARE(Instant{0}.toIso(), std::string("1970-01-01T00:00:00.000Z"));
        QCOMPARE(Instant{-1}.toIso(), std::string("1969-12-31T23:59:59.999Z"));
        QCOMPARE(Instant{951'782'400'000}.toIso(), std::string("2000-02-29T00:00:00.000Z"));
        QCOMPARE(Instant{firstMs}.toIso(), std::string("0001-01-01T00:00:00.000Z"));
        QCOMPARE(Instant{lastMs}.toIso(), std::string("9999-12-31T23:59:59.999Z"));
    }

    void farInstantsAreWrittenWithASignedYear()
    {
        QCOMPARE(Instant{lastMs + 1}.toIso(), std::string("+010000-01-01T00:00:00.000Z"));
        QCOMPARE(Instant{std::numeric_limits<std::int64_t>::max()}.toIso(),
                 std::string("+292278994-08-17T07:12:55.807Z"));
        QCOMPARE(Instant{std::numeric_limits<std::int64_t>::min()}.toIso(),
                 std::string("-292275055-05-16T16:47:04.192Z"));
    }

    void writtenInstantsReadBackTheSameAndAgreeWithTheStandardCalendar()
    {
        test::SeededRandom random(21);
        for (int i = 0; i < 50'000; ++i) {
            const std::int64_t ms = random->between(firstMs, lastMs);
            const std::chrono::sys_time<std::chrono::milliseconds> at{std::chrono::milliseconds{ms}};
            const auto day = std::chrono::floor<std::chrono::days>(at);
            const std::chrono::year_month_day date{day};
            const std::chrono::hh_mm_ss time{at - day};
            char expected[64];
            std::snprintf(expected, sizeof expected, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ",
                          static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                          static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
                          static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()),
                          static_cast<int>(time.subseconds().count()));
            const std::string text = Instant{ms}.toIso();
            QCOMPARE(text, std::string(expected));
            QCOMPARE(isoMs(text), std::optional(ms));
            QCOMPARE(anyMs(text), std::optional(ms));
        }
    }

    void everyFormOfIsoIsTaken_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* text) { QTest::newRow(text) << QByteArray(text); };
        row("2026-11-21T09:30:00Z");
        row("2026-11-21 09:30:00");
        row("2026-11-21t09:30:00z");
        row("2026-11-21T09:30");
        row("2026-11-21T09:30Z");
        row("2026-11-21T09:30:00.0Z");
        row("2026-11-21T09:30:00,000999999999999Z");
        row("2026-11-21T10:30:00+01:00");
        row("2026-11-21T10:30:00+0100");
        row("2026-11-21T10:30:00+01");
        row("2026-11-21 04:30:00 -0500");
        row("2026-11-21T15:00:00.000+05:30");
        row("2026-11-20T19:30:00-14:00");
    }

    void everyFormOfIsoIsTaken()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(isoMs(std::string_view(text.constData(), static_cast<std::size_t>(text.size()))),
                 std::optional<std::int64_t>(1'795'253'400'000));
    }

    void aDateAloneIsMidnightUtc()
    {
        QCOMPARE(isoMs("2026-11-21"), std::optional<std::int64_t>(1'795'219'200'000));
        QCOMPARE(isoMs("2024-02-29"), std::optional<std::int64_t>(1'709'164'800'000));
    }

    void whatIsNotIsoIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* text) { QTest::addRow("<%s>", text) << QByteArray(text); };
        row("");
        row("2026");
        row("2026-11");
        row("2026-1-2");
        row("21.11.2026");
        row("11/21/2026");
        row("20261121");
        row("2026-13-01");
        row("2026-00-01");
        row("2026-02-29");
        row("1900-02-29");
        row("2026-04-31");
        row("0000-01-01");
        row("2026-11-21T");
        row("2026-11-21T24:00:00Z");
        row("2026-11-21T09");
        row("2026-11-21T09:30:");
        row("2026-11-21T09:30:00.");
        row("2026-11-21T09:30:00.Z");
        row("2026-11-21T09:30:60Z");
        row("2026-11-21T09:30:00ZZ");
        row("2026-11-21T09:30:00 ");
        row("2026-11-21T09:30:00  Z");
        row("2026-11-21T09:30:00+1");
        row("2026-11-21T09:30:00+01:");
        row("2026-11-21T09:30:00+24:00");
        row("2026-11-21T09:30:00+01:60");
        row(" 2026-11-21");
        row("2026-11-21 ");
        row("+2026-11-21");
        row("0001-01-01T00:00:00+00:01");
        row("9999-12-31T23:59:59-00:01");
        row("2026-11-21T09:3\xD9\xA0:00Z");
    }

    void whatIsNotIsoIsRefused()
    {
        QFETCH(QByteArray, text);
        const auto parsed = parseIso({text.constData(), static_cast<std::size_t>(text.size())});
        QVERIFY(!parsed);
        QVERIFY(parsed.error().kind == ErrorKind::InvalidInput);
        QVERIFY(!parsed.error().what.empty());
    }

    void aLeapSecondCountsAsTheNextOne()
    {
        QCOMPARE(isoMs("2016-12-31T23:59:60Z"), isoMs("2017-01-01T00:00:00Z"));
        QCOMPARE(isoMs("2017-01-01T00:59:60.5+01:00"), isoMs("2017-01-01T00:00:00.5Z"));
        QVERIFY(!isoMs("9999-12-31T23:59:60Z"));
    }

    void anErrorNamesNoMoreThanTheBeginningOfALongText()
    {
        const auto parsed = parseIso(std::string(1'000'000, 'x'));
        QVERIFY(!parsed);
        QVERIFY(parsed.error().detail.size() <= 100);
    }

    void randomTextsAgreeWithAPattern()
    {
        test::SeededRandom random(22);
        int taken = 0;
        for (int i = 0; i < 30'000; ++i) {
            std::string text = drawIso(random);
            if (random->chance(0.2)) {
                const std::size_t at = random->below(text.size());
                text[at] = "0123456789-:.,+ TZzx"[random->below(20)];
            }
            const auto expected = slowIso(text);
            taken += expected ? 1 : 0;
            if (isoMs(text) != expected) {
                QFAIL(text.c_str());
            }
        }
        QVERIFY2(taken > 15'000 && taken < 29'000, std::to_string(taken).c_str());
    }

    void unixSecondsAndMillisecondsAreToldApartByTheirLength()
    {
        QCOMPARE(anyMs("0"), std::optional<std::int64_t>(0));
        QCOMPARE(anyMs("1795253400"), std::optional<std::int64_t>(1'795'253'400'000));
        QCOMPARE(anyMs("1795253400000"), std::optional<std::int64_t>(1'795'253'400'000));
        QCOMPARE(anyMs("1795253400.25"), std::optional<std::int64_t>(1'795'253'400'250));
        QCOMPARE(anyMs("1795253400000.75"), std::optional<std::int64_t>(1'795'253'400'000));
        QCOMPARE(anyMs("99999999999"), std::optional<std::int64_t>(99'999'999'999'000));
        QCOMPARE(anyMs("100000000000"), std::optional<std::int64_t>(100'000'000'000));
        QCOMPARE(anyMs("0001795253400"), std::optional<std::int64_t>(1'795'253'400'000));
        QCOMPARE(anyMs("-1.5"), std::optional<std::int64_t>(-1'500));
        QCOMPARE(anyMs("-0.0001"), std::optional<std::int64_t>(-1));
        QCOMPARE(anyMs("-100000000000.5"), std::optional<std::int64_t>(-100'000'000'001));
        QCOMPARE(anyMs("2026-11-21"), std::optional<std::int64_t>(1'795'219'200'000));
    }

    void numbersThatAreNoInstantAreRefused()
    {
        for (const char* const text :
             {"", "-", ".", ".5", "1.", "1e9", "+1", "1 ", " 1", "1795253400000000", "253402300800000",
              "999999999999999999999999999", "-62135596801", "0x10", "1_0"}) {
            QVERIFY2(!anyMs(text), text);
        }
        QCOMPARE(anyMs("253402300799999"), std::optional(lastMs));
        QCOMPARE(anyMs("-62135596800"), std::optional(firstMs));
    }

    void randomUnixTimesReadBack()
    {
        test::SeededRandom random(23);
        for (int i = 0; i < 20'000; ++i) {
            const std::int64_t seconds = random->between(-62'135'596'800, 99'999'999'999);
            QCOMPARE(anyMs(std::to_string(seconds)), std::optional(seconds * 1'000));
            const std::int64_t ms = random->between(100'000'000'000, lastMs);
            QCOMPARE(anyMs(std::to_string(ms)), std::optional(ms));
        }
    }
};

SHOPBELL_TEST(TestInstant)
#include "test_instant.moc"
