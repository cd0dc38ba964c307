// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/date_format.h"
#include "rendering.h"
#include "support/registry.h"
#include "support/seeded_random.h"

#include <QTest>

#include <ctime>

using namespace shopbell;
using namespace shopbell::liquid;
using test::dataOf;
using test::rendered;

class TestMailFilters : public QObject {
    Q_OBJECT
private slots:
    void moneyIsWrittenAsShopsWriteIt()
    {
        Template::Options euros;
        euros.currency = "EUR";
        QCOMPARE(rendered("{{ 1234.5 | money }}", {}, euros), std::string("€1,234.50"));
        QCOMPARE(rendered("{{ -0.005 | money }}", {}, euros), std::string("-€0.01"));
        QCOMPARE(rendered("{{ 1234567 | money: 'JPY' }} {{ 5 | money: 'chf' }} {{ 2 | money: 'KWD' }}", {}, euros),
                 std::string("¥1,234,567 5.00 CHF 2.000 KWD"));
        QCOMPARE(rendered("{{ 3.999 | money }}{{ nothing | money }}"), std::string("4.00"));
        QVERIFY(rendered("{{ 3 | money: 'Euro!' }}").starts_with("error"));
    }

    void numbersAreGrouped()
    {
        QCOMPARE(
            rendered("{{ 1234567 | number }} {{ 1234.5 | number }} {{ -1234.555 | number: 2 }} {{ 7 | number: 2 }} "
                     "{{ -0.4 | number }} {{ 999.5 | number: 0 }}"),
            std::string("1,234,567 1,234.5 -1,234.56 7.00 -0.4 1,000"));
    }

// The patterns are the test's own, one after the other.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
#pragma GCC diagnostic ignored "-Wformat-y2k"
    void datesAreWrittenAsTheCLibraryWritesThem()
    {
        test::SeededRandom random(8);
        for (int round = 0; round < 3000; ++round) {
            const auto seconds = static_cast<std::time_t>(random->between(-3'000'000'000, 8'000'000'000));
            std::tm broken{};
            QVERIFY(gmtime_r(&seconds, &broken) != nullptr);
            for (const auto* const pattern :
                 {"%a %A %b %B %d %e %j %m %y %Y %C", "%H %I %M %S %p %P %k %l", "%U %W %V %G %g %u %w",
                  "%D %F %T %R %r %n%t%%", "%c", "%-d/%-m/%-H %s"}) {
                char wanted[200];
                wanted[0] = '\0';
                QVERIFY(std::strftime(wanted, sizeof wanted, pattern, &broken) > 0);
                QCOMPARE(QByteArray::fromStdString(formatDate(Instant{seconds * 1000}, TimeZone(), pattern, 1000)),
                         QByteArray(wanted));
            }
        }
    }

#pragma GCC diagnostic pop

    void datesAreReadInManyForms_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("wanted");
        const auto row = [](const char* text, const char* wanted) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(wanted);
        };
        row("2026-11-21", "2026-11-21 00:00:00");
        row("2026-11-21T09:30:15Z", "2026-11-21 09:30:15");
        row("2026-11-21 09:30:15 +0200", "2026-11-21 07:30:15");
        row("2026-11-21T09:30:15.123-05:30", "2026-11-21 15:00:15");
        row("March 14, 2016", "2016-03-14 00:00:00");
        row("14th Mar 2016 5:30 pm", "2016-03-14 17:30:00");
        row("Fri, 16 Jul 2004 01:02:03 +0100", "2004-07-16 00:02:03");
        row("07/16/2004", "2004-07-16 00:00:00");
        row("16.7.2004", "2004-07-16 00:00:00");
        row("12:30 am", "2026-01-01 00:30:00");
        row("May 5", "2026-05-05 00:00:00");
        row("1152098955", "2006-07-05 11:29:15");
    }
    void datesAreReadInManyForms()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, wanted);
        Template::Options options;
        options.now = Instant{1'767'225'600'000};
        QCOMPARE(QByteArray::fromStdString(rendered("{{ x | date: '%Y-%m-%d %H:%M:%S' }}",
                                                    dataOf({{"x", Value(text.toStdString())}}), options)),
                 wanted);
    }

    void whatIsNoDateStaysAsItIs()
    {
        for (const auto* const text : {"soon", "2026-13-45", "99:99", "x 5", "{}", "1/2/3/4/5", ""}) {
            QCOMPARE(rendered("{{ x | date: '%Y' }}", dataOf({{"x", Value(text)}})), std::string(text));
        }
    }

    void datesAreWrittenInTheShopsZone()
    {
        Template::Options vienna;
        vienna.zone = *TimeZone::load("Europe/Vienna");
        const auto data = dataOf({{"x", Value(Instant{1'795'253'400'000})}});
        QCOMPARE(rendered("{{ x | date: '%H:%M %z %:z %Z' }}", data, vienna),
                 std::string("10:30 +0100 +01:00 Europe/Vienna"));
        QCOMPARE(rendered("{{ x | date: '%H:%M %z %Z' }}", data), std::string("09:30 +0000 UTC"));
    }

    void fallbacksStandInForWhatIsUnset()
    {
        QCOMPARE(rendered("{{ x | default: 'you' }}{{ '' | default: 1 }}{{ false | default: 2 }}{{ 0 | default: 3 }}"
                          "{{ false | default: 4, allow_false: true }}"),
                 std::string("you120false"));
    }
};

SHOPBELL_TEST(TestMailFilters)
#include "test_mail_filters.moc"
