// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/bridge/engine_words.h"

#include <QLocale>
#include <QTest>

#include <set>

using namespace shopbell;
using namespace shopbell::ui;

class TestEngineWords : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void aKnownCodeIsSaidWithItsValues()
    {
        const auto said = say("row-fields-beyond", "The row has %1 fields, but there are only %2 columns.", {12345, 3});
        QCOMPARE(engineWords(said), QStringLiteral("The row has 12,345 fields, but there are only 3 columns."));
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QVERIFY(engineWords(said).contains(QStringLiteral("12.345")));
    }

    void valuesAreNotReadAsPlaceholders()
    {
        const auto said = say("row-fields-beyond", "%1 %2", {"%2", "%1"});
        QCOMPARE(engineWords(said), QStringLiteral("The row has %2 fields, but there are only %1 columns."));
    }

    void partsAreSaidToo()
    {
        const auto inner = say("not-http", "…", {"shop.example"});
        const auto said = say("sync-part-unread", "…", {sayLabel("orders"), inner});
        QCOMPARE(engineWords(said), QStringLiteral("The store's orders could not be read: What shop.example answers is "
                                                   "not HTTP. Check the address and the port."));
    }

    void anUnknownCodeIsSaidInEnglish()
    {
        QCOMPARE(engineWords(say("of-a-newer-make", "Something %1 happened.", {"new"})),
                 QStringLiteral("Something new happened."));
        QCOMPARE(engineWords(Sentence("Plain words.")), QStringLiteral("Plain words."));
        QCOMPARE(engineWords(Sentence()), QString());
    }

    void anErrorBringsTheOtherSidesWords()
    {
        QCOMPARE(engineWords(makeError(ErrorKind::Io, say("disk-full", "x"), "shop.db")),
                 QStringLiteral("The disk is full. Free some space and try again. (shop.db)"));
        QCOMPARE(engineWords(makeError(ErrorKind::Io, Sentence("Nobody knows."))), QStringLiteral("Nobody knows."));
    }

    void eachCodeStandsOnce()
    {
        std::set<std::string_view> codes;
        for (const EngineSentence& each : engineSentences()) {
            QVERIFY2(codes.insert(each.code).second, each.code);
            QCOMPARE(findEngineSentence(each.code), &each);
        }
        QVERIFY(findEngineSentence("") == nullptr);
    }
};

SHOPBELL_TEST(TestEngineWords)
#include "test_engine_words.moc"
