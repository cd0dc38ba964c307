// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/time_zone.h"
#include "support/registry.h"
#include "support/seeded_random.h"

#include <QTest>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <optional>
#include <string>
#include <vector>

using namespace shopbell;

namespace {

constexpr std::int64_t minuteMs = 60'000;
constexpr std::int64_t hourMs = 60 * minuteMs;
constexpr std::int64_t dayMs = 24 * hourMs;
constexpr std::int64_t from1975 = 157'766'400'000;
constexpr std::int64_t to2037 = 2'114'380'800'000;

const char* const zones[] = {"Europe/Vienna",     "America/New_York",  "Australia/Lord_Howe", "Asia/Kolkata",
                             "America/Sao_Paulo", "America/Havana",    "Asia/Tehran",         "Pacific/Apia",
                             "Pacific/Chatham",   "Africa/Casablanca", "Asia/Beirut",         "America/Asuncion"};

/// The C library's own reading of the same tables, as the slow second opinion; puts TZ back at the end.
class SystemZone {
public:
    explicit SystemZone(const char* name)
    {
        if (const char* const before = std::getenv("TZ"); before != nullptr) {
            m_before = before;
        }
        ::setenv("TZ", name, 1);
        ::tzset();
    }
    ~SystemZone()
    {
        if (m_before) {
            ::setenv("TZ", m_before->c_str(), 1);
        } else {
            ::unsetenv("TZ");
        }
        ::tzset();
    }
    SystemZone(const SystemZone&) = delete;
    SystemZone& operator=(const SystemZone&) = delete;

    /// The reading of the clock on the wall, as milliseconds since a 1970 of its own.
    [[nodiscard]] static std::int64_t wallMs(std::int64_t ms)
    {
        const std::int64_t second = ms >= 0 ? ms / 1'000 : -((999 - ms) / 1'000);
        const std::time_t at = second;
        std::tm reading = {};
        ::localtime_r(&at, &reading);
        return ms + reading.tm_gmtoff * 1'000;
    }

private:
    std::optional<std::string> m_before;
};

std::int64_t wallMs(const CivilTime& civil)
{
    const std::chrono::year_month_day day{std::chrono::year{civil.day.year},
                                          std::chrono::month{static_cast<unsigned>(civil.day.month)},
                                          std::chrono::day{static_cast<unsigned>(civil.day.day)}};
    return std::chrono::sys_days(day).time_since_epoch().count() * dayMs + civil.hour * hourMs +
           civil.minute * minuteMs + civil.second * 1'000 + civil.millisecond;
}

CivilTime toCivilTime(std::int64_t wall)
{
    const std::chrono::sys_time<std::chrono::milliseconds> at{std::chrono::milliseconds{wall}};
    const auto midnight = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day day{midnight};
    const auto rest = static_cast<int>((at - midnight).count());
    return {{static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
             static_cast<int>(static_cast<unsigned>(day.day()))},
            rest / 3'600'000,
            rest / 60'000 % 60,
            rest / 1'000 % 60,
            rest % 1'000};
}

/// Walks through every candidate, a quarter of an hour at a time (all offsets since 1975 are such steps): the first
/// instant whose reading is `wall`, else the first whose reading is past it.
std::int64_t slowInstant(std::int64_t wall)
{
    for (std::int64_t at = wall - 27 * hourMs; at <= wall + 27 * hourMs; at += 15 * minuteMs) {
        if (SystemZone::wallMs(at) == wall) {
            return at;
        }
    }
    std::int64_t before = wall - 27 * hourMs;
    std::int64_t after = before + minuteMs;
    while (SystemZone::wallMs(after) < wall) {
        before = after;
        after += minuteMs;
    }
    while (after - before > 1) {
        const std::int64_t middle = before + (after - before) / 2;
        (SystemZone::wallMs(middle) < wall ? before : after) = middle;
    }
    return after;
}

std::int64_t slowFloorDay(std::int64_t wall)
{
    return wall >= 0 ? wall / dayMs : -((dayMs - 1 - wall) / dayMs);
}

/// Minute by minute from well before.
std::int64_t slowStartOfDay(std::int64_t ms)
{
    const std::int64_t day = slowFloorDay(SystemZone::wallMs(ms));
    std::int64_t at = (ms / minuteMs - 28 * 60) * minuteMs;
    while (slowFloorDay(SystemZone::wallMs(at)) != day) {
        at += minuteMs;
    }
    return at;
}

/// Every instant from 1975 to 2036 at which the current system zone changes its offset.
std::vector<std::int64_t> listChanges()
{
    std::vector<std::int64_t> changes;
    const auto offset = [](std::int64_t at) { return SystemZone::wallMs(at) - at; };
    for (std::int64_t at = from1975; at < to2037; at += dayMs) {
        if (offset(at) == offset(at + dayMs)) {
            continue;
        }
        std::int64_t before = at;
        std::int64_t after = at + dayMs;
        while (after - before > 1) {
            const std::int64_t middle = before + (after - before) / 2;
            (offset(middle) == offset(at) ? before : after) = middle;
        }
        changes.push_back(after);
    }
    return changes;
}

TimeZone zoneCalled(const char* name)
{
    const auto zone = TimeZone::load(name);
    return zone ? *zone : TimeZone();
}

std::string isoOf(const char* zone, const CivilTime& civil)
{
    return zoneCalled(zone).toInstant(civil).toIso();
}

}  // namespace

class TestTimeZone : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!TimeZone::load("Europe/Vienna")) {
            QSKIP("This system has no time zones (tzdata).");
        }
    }

    void dayNumbersAgreeWithTheStandardCalendar()
    {
        std::int64_t expected = std::chrono::sys_days(std::chrono::year{-2000} / 1 / 1).time_since_epoch().count();
        for (; expected < 3'000'000; ++expected) {
            const std::chrono::year_month_day day{std::chrono::sys_days{std::chrono::days{expected}}};
            const CivilDay civil{static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                                 static_cast<int>(static_cast<unsigned>(day.day()))};
            if (toDayNumber(civil) != expected || fromDayNumber(expected) != civil) {
                QFAIL(std::to_string(expected).c_str());
            }
        }
    }

    void dayNumbersFarAwayGoThereAndBack()
    {
        test::SeededRandom random(31);
        for (int i = 0; i < 20'000; ++i) {
            const std::int64_t number = random->between(-700'000'000'000, 700'000'000'000);
            QCOMPARE(toDayNumber(fromDayNumber(number)), number);
        }
        constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
        QVERIFY(fromDayNumber(most).year > 2'000'000'000);
        QVERIFY(fromDayNumber(-most - 1).year < -2'000'000'000);
    }

    void daysPastTheEndOfAMonthCountAsItsLast()
    {
        QCOMPARE(toDayNumber({2026, 2, 29}), toDayNumber({2026, 2, 28}));
        QCOMPARE(toDayNumber({2024, 2, 30}), toDayNumber({2024, 2, 29}));
        QCOMPARE(toDayNumber({2026, 13, 31}), toDayNumber({2026, 12, 31}));
        QCOMPARE(toDayNumber({2026, 0, 0}), toDayNumber({2026, 1, 1}));
    }

    void namesAreKeptAndUnknownOnesRefused()
    {
        QCOMPARE(TimeZone().name(), std::string("UTC"));
        QCOMPARE(zoneCalled("UTC").name(), std::string("UTC"));
        for (const char* const name : zones) {
            QCOMPARE(zoneCalled(name).name(), std::string(name));
        }
        for (const char* const name : {"", "Vienna", "europe/vienna", "Europe/Vienna ", "Europe", "../../etc/passwd",
                                       "+01:00", "CEST-", "/usr/share/zoneinfo/UTC"}) {
            const auto zone = TimeZone::load(name);
            QVERIFY2(!zone, name);
            QVERIFY(zone.error().kind == ErrorKind::InvalidInput);
        }
    }

    void theComputersOwnZoneFollowsItsSetting()
    {
        {
            const SystemZone set("America/New_York");
            QCOMPARE(TimeZone::local().name(), std::string("America/New_York"));
        }
        {
            const SystemZone set(":Asia/Kolkata");
            QCOMPARE(TimeZone::local().name(), std::string("Asia/Kolkata"));
        }
        {
            const SystemZone set("UTC");
            QCOMPARE(TimeZone::local().name(), std::string("UTC"));
        }
        const SystemZone set("No/Such/Place");
        QVERIFY(!TimeZone::local().name().empty());
    }

    void utcReadsAsItIs()
    {
        test::SeededRandom random(32);
        const TimeZone utc;
        for (int i = 0; i < 20'000; ++i) {
            const Instant at{random->between(-from1975, to2037)};
            const CivilTime civil = utc.toCivil(at);
            QCOMPARE(wallMs(civil), at.ms);
            QCOMPARE(utc.toInstant(civil).ms, at.ms);
            QCOMPARE(utc.startOfDay(at).ms, slowFloorDay(at.ms) * dayMs);
        }
    }

    void readingsAgreeWithTheSystemsLibrary_data() { addZones(); }

    void readingsAgreeWithTheSystemsLibrary()
    {
        QFETCH(QByteArray, name);
        const SystemZone system(name.constData());
        const TimeZone zone = zoneCalled(name.constData());
        test::SeededRandom random(33);
        for (int i = 0; i < 20'000; ++i) {
            const Instant at{random->between(from1975, to2037)};
            QCOMPARE(wallMs(zone.toCivil(at)), SystemZone::wallMs(at.ms));
        }
        for (const std::int64_t change : listChanges()) {
            for (const std::int64_t step : {-1, 0, 1}) {
                QCOMPARE(wallMs(zone.toCivil({change + step})), SystemZone::wallMs(change + step));
            }
        }
    }

    void instantsOfReadingsAgreeWithASearch_data() { addZones(); }

    void instantsOfReadingsAgreeWithASearch()
    {
        QFETCH(QByteArray, name);
        const SystemZone system(name.constData());
        const TimeZone zone = zoneCalled(name.constData());
        const auto changes = listChanges();
        test::SeededRandom random(34);
        for (int i = 0; i < 1'500; ++i) {
            // Two in three fall within hours of a change, where it is hard.
            std::int64_t near = random->between(from1975, to2037);
            if (!changes.empty() && i % 3 != 0) {
                near = changes[random->below(changes.size())] + random->between(-2 * hourMs, 2 * hourMs);
            }
            const std::int64_t wall = SystemZone::wallMs(near) + (i % 3 == 2 ? hourMs / 2 : 0);
            const std::int64_t expected = slowInstant(wall);
            if (zone.toInstant(toCivilTime(wall)).ms != expected) {
                QFAIL(Instant{near}.toIso().c_str());
            }
        }
    }

    void daysBeginWhereASearchFindsThem_data() { addZones(); }

    void daysBeginWhereASearchFindsThem()
    {
        QFETCH(QByteArray, name);
        const SystemZone system(name.constData());
        const TimeZone zone = zoneCalled(name.constData());
        const auto changes = listChanges();
        test::SeededRandom random(35);
        for (int i = 0; i < 400; ++i) {
            std::int64_t at = random->between(from1975, to2037);
            if (!changes.empty() && i % 3 != 0) {
                at = changes[random->below(changes.size())] + random->between(-26 * hourMs, 26 * hourMs);
            }
            const Instant start = zone.startOfDay(Instant{at});
            if (start.ms != slowStartOfDay(at)) {
                QFAIL(Instant{at}.toIso().c_str());
            }
            QCOMPARE(zone.startOfDay(zone.toCivil({at}).day).ms, start.ms);
        }
    }

    void aSkippedHourBecomesTheEndOfTheGap()
    {
        QCOMPARE(isoOf("Europe/Vienna", {{2026, 3, 29}, 2, 30, 0, 0}), std::string("2026-03-29T01:00:00.000Z"));
        QCOMPARE(isoOf("Europe/Vienna", {{2026, 3, 29}, 2, 0, 0, 0}), std::string("2026-03-29T01:00:00.000Z"));
        QCOMPARE(isoOf("Europe/Vienna", {{2026, 3, 29}, 1, 59, 59, 999}), std::string("2026-03-29T00:59:59.999Z"));
        QCOMPARE(isoOf("America/New_York", {{2026, 3, 8}, 2, 1, 0, 0}), std::string("2026-03-08T07:00:00.000Z"));
        QCOMPARE(isoOf("Australia/Lord_Howe", {{2026, 10, 4}, 2, 15, 0, 0}), std::string("2026-10-03T15:30:00.000Z"));
    }

    void anHourThatComesTwiceBecomesItsFirst()
    {
        QCOMPARE(isoOf("Europe/Vienna", {{2026, 10, 25}, 2, 30, 0, 0}), std::string("2026-10-25T00:30:00.000Z"));
        QCOMPARE(isoOf("Europe/Vienna", {{2026, 10, 25}, 3, 0, 0, 0}), std::string("2026-10-25T02:00:00.000Z"));
        QCOMPARE(isoOf("America/New_York", {{2026, 11, 1}, 1, 0, 0, 1}), std::string("2026-11-01T05:00:00.001Z"));
        QCOMPARE(isoOf("Australia/Lord_Howe", {{2026, 4, 5}, 1, 45, 0, 0}), std::string("2026-04-04T14:45:00.000Z"));
    }

    void daysAreAsLongAsTheZoneMakesThem()
    {
        const auto lengthOf = [](const char* name, const CivilDay& day) {
            const TimeZone zone = zoneCalled(name);
            return (zone.startOfDay(fromDayNumber(toDayNumber(day) + 1)) - zone.startOfDay(day)).count() / minuteMs;
        };
        QCOMPARE(lengthOf("Europe/Vienna", {2026, 3, 29}), std::int64_t{23 * 60});
        QCOMPARE(lengthOf("Europe/Vienna", {2026, 10, 25}), std::int64_t{25 * 60});
        QCOMPARE(lengthOf("America/New_York", {2026, 3, 8}), std::int64_t{23 * 60});
        QCOMPARE(lengthOf("America/New_York", {2026, 11, 1}), std::int64_t{25 * 60});
        QCOMPARE(lengthOf("Australia/Lord_Howe", {2026, 10, 4}), std::int64_t{23 * 60 + 30});
        QCOMPARE(lengthOf("Australia/Lord_Howe", {2026, 4, 5}), std::int64_t{24 * 60 + 30});
        QCOMPARE(lengthOf("Asia/Kolkata", {2026, 3, 29}), std::int64_t{24 * 60});
    }

    void aDayThatASkippedMidnightBeginsStartsAfterTheGap()
    {
        const TimeZone saoPaulo = zoneCalled("America/Sao_Paulo");
        QCOMPARE(saoPaulo.startOfDay(CivilDay{2018, 11, 4}).toIso(), std::string("2018-11-04T03:00:00.000Z"));
        QCOMPARE(saoPaulo.toCivil(saoPaulo.startOfDay(CivilDay{2018, 11, 4})).hour, 1);
        // Samoa went over the date line and had no 30 December 2011 at all.
        const TimeZone apia = zoneCalled("Pacific/Apia");
        QVERIFY(apia.startOfDay(CivilDay{2011, 12, 30}) == apia.startOfDay(CivilDay{2011, 12, 31}));
    }

    void partsPastTheirEndCountOn()
    {
        const TimeZone utc;
        QCOMPARE(utc.toInstant({{2026, 1, 1}, 25, 61, 61, 1'001}).toIso(), std::string("2026-01-02T02:02:02.001Z"));
        QCOMPARE(utc.toInstant({{2026, 1, 1}, -1, 0, 0, 0}).toIso(), std::string("2025-12-31T23:00:00.000Z"));
    }

    void theEndsOfTimeDoNotOverflow()
    {
        constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
        constexpr int mostInt = std::numeric_limits<int>::max();
        for (const char* const name : {"UTC", "Europe/Vienna", "America/New_York", "Asia/Kolkata"}) {
            const TimeZone zone = zoneCalled(name);
            QVERIFY(zone.toCivil({most}).day.year > 100'000'000);
            QVERIFY(zone.toCivil({-most - 1}).day.year < -100'000'000);
            QVERIFY(zone.startOfDay(Instant{most}).ms > 6'000'000'000'000'000'000);
            const CivilTime late{{mostInt, mostInt, mostInt}, mostInt, mostInt, mostInt, mostInt};
            QVERIFY(zone.toInstant(late).ms > 6'000'000'000'000'000'000);
            const CivilTime early{{-mostInt - 1, -mostInt, -mostInt}, -mostInt, -mostInt, -mostInt, -mostInt};
            QVERIFY(zone.toInstant(early).ms < -6'000'000'000'000'000'000);
        }
    }

private:
    static void addZones()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char* const name : zones) {
            QTest::newRow(name) << QByteArray(name);
        }
    }
};

SHOPBELL_TEST(TestTimeZone)
#include "test_time_zone.moc"
