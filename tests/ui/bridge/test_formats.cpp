// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/bridge/formats.h"
#include "ui/bridge/text.h"

#include <QTest>

using namespace shopbell;
using namespace shopbell::ui;

class TestFormats : public QObject {
    Q_OBJECT

private:
    static Formats british()
    {
        return {QLocale(QLocale::English, QLocale::UnitedKingdom), QStringLiteral("EUR"), QTimeZone("Europe/Vienna")};
    }
    static Formats austrian()
    {
        return {QLocale(QLocale::German, QLocale::Germany), QStringLiteral("EUR"), QTimeZone("Europe/Vienna")};
    }
    /// 21 November 2026, 10:41:00 in Vienna.
    static constexpr Instant morning{1'795'254'060'000};

private slots:
    void moneyIsWrittenAsTheLocaleDoes()
    {
        QCOMPARE(british().wholeMoney(Decimal::fromInteger(18420)), QStringLiteral("€18,420"));
        QCOMPARE(british().money(*parseDecimal("64.5")), QStringLiteral("€64.50"));
        QCOMPARE(austrian().money(*parseDecimal("1234.5")), QStringLiteral("1.234,50\u00a0€"));
        QCOMPARE(austrian().money(*parseDecimal("-3")), QStringLiteral("-3,00\u00a0€"));
    }

    void otherCurrenciesKeepTheirDecimalsAndSigns()
    {
        QCOMPARE(british().money(Decimal::fromInteger(1200), "JPY"), QStringLiteral("¥1,200"));
        QCOMPARE(british().money(Decimal::fromInteger(5), "CHF"), QStringLiteral("CHF\u00a05.00"));
        QCOMPARE(austrian().money(Decimal::fromInteger(5), "CHF"), QStringLiteral("5,00\u00a0CHF"));
    }

    void moneyWithoutACurrencyIsANumber()
    {
        const Formats none(QLocale(QLocale::English, QLocale::UnitedKingdom), {}, QTimeZone("UTC"));
        QCOMPARE(none.money(*parseDecimal("64.5")), QStringLiteral("64.50"));
    }

    void decimalsKeepWhatTheyHave()
    {
        QCOMPARE(british().decimal(*parseDecimal("12")), QStringLiteral("12"));
        QCOMPARE(british().decimal(*parseDecimal("1234.125")), QStringLiteral("1,234.125"));
        QCOMPARE(austrian().decimal(*parseDecimal("1234.5")), QStringLiteral("1.234,5"));
    }

    void percentHasItsGapWhereTheLanguageWantsOne()
    {
        QCOMPARE(british().percent(0.123), QStringLiteral("12%"));
        QCOMPARE(austrian().percent(0.1234, 1), QStringLiteral("12,3\u00a0%"));
    }

    void aSmallShareIsNotNoneAndALargeOneNotAll()
    {
        QCOMPARE(british().percent(0), QStringLiteral("0%"));
        QCOMPARE(british().percent(0.002), QStringLiteral("<1%"));
        QCOMPARE(british().percent(0.006), QStringLiteral("1%"));
        QCOMPARE(british().percent(0.0002, 1), QStringLiteral("<0.1%"));
        QCOMPARE(british().percent(0.998), QStringLiteral(">99%"));
        QCOMPARE(british().percent(1), QStringLiteral("100%"));
        QCOMPARE(british().percent(1.25), QStringLiteral("125%"));
    }

    void daysAreTheShopsDays()
    {
        // 23:30 UTC is the next day in Vienna.
        const Instant late = *parseIso("2026-11-21T23:30:00Z");
        QCOMPARE(british().dayOf(late), QDate(2026, 11, 22));
        QCOMPARE(british().time(morning), QStringLiteral("10:41"));
        QCOMPARE(british().date(morning), QStringLiteral("21 November 2026"));
        QCOMPARE(british().startOfDay(QDate(2026, 11, 22)).toIso(), std::string("2026-11-21T23:00:00.000Z"));
    }

    void agoGrowsOld_data()
    {
        QTest::addColumn<qint64>("secondsBefore");
        QTest::addColumn<QString>("words");
        QTest::newRow("just now") << qint64(4) << QStringLiteral("now");
        QTest::newRow("seconds") << qint64(40) << QStringLiteral("40 s");
        QTest::newRow("minutes") << qint64(125) << QStringLiteral("2 min");
        QTest::newRow("hours") << qint64(3 * 3600) << QStringLiteral("3 h");
        QTest::newRow("yesterday, not 24 hours") << qint64(11 * 3600) << QStringLiteral("yesterday");
        QTest::newRow("this year") << qint64(10 * 86400) << QStringLiteral("11 Nov");
        QTest::newRow("long ago") << qint64(400LL * 86400) << QStringLiteral("17 Oct 2025");
        QTest::newRow("tomorrow is a date") << qint64(-86400) << QStringLiteral("22 Nov");
    }
    void agoGrowsOld()
    {
        QFETCH(qint64, secondsBefore);
        QFETCH(QString, words);
        QCOMPARE(british().ago({morning.ms - secondsBefore * 1000}, morning), words);
    }

    void unknownZoneIsTheComputers()
    {
        const Formats formats(QLocale(QLocale::C), {}, QTimeZone("Nowhere/Land"));
        QCOMPARE(formats.zone(), QTimeZone::systemTimeZone());
    }

    void textSurvivesBothWays()
    {
        const std::string text = "Søren 🕯 Müller";
        QCOMPARE(toUtf8(toQString(text)), text);
    }
};

SHOPBELL_TEST(TestFormats)
#include "test_formats.moc"
