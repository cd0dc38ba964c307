// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/shell/event_words.h"

#include <QTest>

using namespace shopbell;
using namespace shopbell::ui;

class TestEventWords : public QObject {
    Q_OBJECT

private:
    static Formats formats()
    {
        return {QLocale(QLocale::English, QLocale::UnitedKingdom), QStringLiteral("EUR"), QTimeZone("Europe/Vienna")};
    }
    static TimelineEntry entry(std::string metric, std::string properties, std::optional<Decimal> value = {})
    {
        TimelineEntry made;
        made.metric = std::move(metric);
        made.properties = std::move(properties);
        made.value = value;
        return made;
    }

private slots:
    void orderIsToldWithItsNumberAmountAndItems()
    {
        const EventWords words = eventWords(
            entry("Placed Order",
                  R"({"order_number":"2871","currency":"EUR","items":[{"name":"Beeswax Pillar","quantity":2}]})",
                  Decimal::fromInteger(64)),
            formats());
        QCOMPARE(words.did, QStringLiteral("placed order #2871, €64.00"));
        QCOMPARE(words.detail, QStringLiteral("#2871 · €64.00 · 2 × Beeswax Pillar"));
    }

    void orderInAnotherCurrencyKeepsIt()
    {
        const EventWords words =
            eventWords(entry("Placed Order", R"({"currency":"GBP"})", Decimal::fromInteger(5)), formats());
        QCOMPARE(words.did, QStringLiteral("placed an order, £5.00"));
    }

    void mailIsToldByItsSubject()
    {
        const EventWords words =
            eventWords(entry("Clicked Email", R"({"subject":"Autumn scents are here","url":"/new"})"), formats());
        QCOMPARE(words.did, QStringLiteral("clicked “Autumn scents are here”"));
        QCOMPARE(words.title, QStringLiteral("Clicked “Autumn scents are here”"));
        QCOMPARE(words.detail, QStringLiteral("link: /new"));
    }

    void unknownMetricKeepsItsName()
    {
        const EventWords words = eventWords(entry("Rang The Bell", "{}", *parseDecimal("2.5")), formats());
        QCOMPARE(words.title, QStringLiteral("Rang The Bell"));
        QCOMPARE(words.detail, QStringLiteral("2.5"));
        QCOMPARE(words.did, QStringLiteral("did “Rang The Bell”"));
    }

    void brokenPropertiesStillTellSomething()
    {
        for (const char* metric : {"Placed Order", "Viewed Product", "Opened Email", "Changed Consent", "Joined List",
                                   "Changed Profile", "Changed Suppression", "Merged Profile", "Active on Site"}) {
            const EventWords words = eventWords(entry(metric, "{broken"), formats());
            QVERIFY(!words.title.isEmpty());
            QVERIFY(!words.did.isEmpty());
        }
    }
};

SHOPBELL_TEST(TestEventWords)
#include "test_event_words.moc"
