// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"

#include "ingest/cell_text.h"
#include "ingest/column_mapping.h"

#include <QTest>

using namespace shopbell;

class TestCellText : public QObject {
    Q_OBJECT
private slots:
    void timesAreReadAsPeopleAndProgramsWriteThem()
    {
        const TimeZone vienna = *TimeZone::load("Europe/Vienna");
        const auto is = [&](const char* text, const char* iso, DateOrder order = DateOrder::MonthFirst) {
            const auto at = parseCellTime(text, vienna, order);
            const bool same = at && at->toIso() == iso;
            if (!same) {
                qWarning("%s gave %s", text, at ? at->toIso().c_str() : "nothing");
            }
            return same;
        };
        QVERIFY(is("2025-07-01T10:00:00Z", "2025-07-01T10:00:00.000Z"));
        QVERIFY(is("2025-07-01T10:00:00+02:00", "2025-07-01T08:00:00.000Z"));
        QVERIFY(is("2025-07-01 10:00:00", "2025-07-01T08:00:00.000Z"));  // no zone: Vienna's, in summer
        QVERIFY(is("2025-12-01 10:00", "2025-12-01T09:00:00.000Z"));
        QVERIFY(is("2025-12-01", "2025-11-30T23:00:00.000Z"));
        QVERIFY(is("1764547200", "2025-12-01T00:00:00.000Z"));
        QVERIFY(is("1764547200123", "2025-12-01T00:00:00.123Z"));
        QVERIFY(is("24.12.2025 18:30", "2025-12-24T17:30:00.000Z"));
        QVERIFY(is("24.12.25", "2025-12-23T23:00:00.000Z"));
        QVERIFY(is("12/24/2025", "2025-12-23T23:00:00.000Z"));
        QVERIFY(is("24/12/2025", "2025-12-23T23:00:00.000Z"));
        QVERIFY(is("3/4/2025", "2025-03-03T23:00:00.000Z"));
        QVERIFY(is("3/4/2025", "2025-04-02T22:00:00.000Z", DateOrder::DayFirst));
        QVERIFY(is("3/4/2025 6:30 PM", "2025-03-04T17:30:00.000Z"));
        QVERIFY(is("2025/12/24", "2025-12-23T23:00:00.000Z"));
        for (const char* wrong : {"", "soon", "31.2.2025", "2025-13-01", "1/1", "24.12.2025 25:00", "13/13/2025"}) {
            QVERIFY2(!parseCellTime(wrong, vienna), wrong);
        }
    }

    void amountsAreReadWithEitherMark()
    {
        const auto is = [](const char* text, const char* expected) {
            const auto amount = parseCellAmount(text);
            const bool same = amount && amount->toString() == expected;
            if (!same) {
                qWarning("%s gave %s", text, amount ? amount->toString().c_str() : "nothing");
            }
            return same;
        };
        QVERIFY(is("12.50", "12.5"));
        QVERIFY(is("12,50", "12.5"));
        QVERIFY(is("1.234,56", "1234.56"));
        QVERIFY(is("1,234.56", "1234.56"));
        QVERIFY(is("1.234.567", "1234567"));
        QVERIFY(is("€ 12.50", "12.5"));
        QVERIFY(is("-12,50 EUR", "-12.5"));
        QVERIFY(is("(3.00)", "-3"));
        QVERIFY(is("1 234,5", "1234.5"));
        QVERIFY(!parseCellAmount(""));
        QVERIFY(!parseCellAmount("one"));
        QVERIFY(!parseCellAmount("1x2"));
    }

    void propertiesAreTakenForWhatTheyAre()
    {
        QCOMPARE(*parseCellProperty("12.5"), PropertyValue(12.5));
        QCOMPARE(*parseCellProperty("007"), PropertyValue(std::string("007")));
        QCOMPARE(*parseCellProperty("TRUE"), PropertyValue(true));
        QCOMPARE(*parseCellProperty("2025-01-05"), PropertyValue(*parseIso("2025-01-05")));
        QCOMPARE(*parseCellProperty("+43 664"), PropertyValue(std::string("+43 664")));
        QVERIFY(!parseCellProperty("  "));
        QVERIFY(!isPlainNumber("1234567890123456"));
        QVERIFY(!isPlainNumber("1."));
        std::string json;
        QVERIFY(appendCellJson(json, "a\"b"));
        QCOMPARE(json, std::string("\"a\\\"b\""));
    }

    void consentWordsOfBothLanguages()
    {
        QCOMPARE(parseCellConsent("Ja"), std::optional(ConsentState::Subscribed));
        QCOMPARE(parseCellConsent("SUBSCRIBED"), std::optional(ConsentState::Subscribed));
        QCOMPARE(parseCellConsent("abgemeldet"), std::optional(ConsentState::Unsubscribed));
        QCOMPARE(parseCellConsent("pending"), std::optional(ConsentState::Pending));
        QVERIFY(!parseCellConsent("perhaps"));
        QVERIFY(!parseCellConsent(""));
    }
};

SHOPBELL_TEST(TestCellText)
#include "test_cell_text.moc"
