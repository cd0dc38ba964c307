// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.h"
#include "base/sentence.h"
#include "support/registry.h"

#include <QTest>

using namespace shopbell;

namespace {

void compare(const Sentence& left, const Sentence& right)
{
    QCOMPARE(left.words, right.words);
    QCOMPARE(left.code, right.code);
    QCOMPARE(left.values.size(), right.values.size());
    for (std::size_t i = 0; i < left.values.size(); ++i) {
        QCOMPARE(left.values[i].text, right.values[i].text);
        QVERIFY(left.values[i].number == right.values[i].number);
        QCOMPARE(left.values[i].part.size(), right.values[i].part.size());
        if (!left.values[i].part.empty()) {
            compare(left.values[i].part.front(), right.values[i].part.front());
        }
    }
}

}  // namespace

class TestSentence : public QObject {
    Q_OBJECT

private slots:
    void valuesStandWhereThePatternWantsThem()
    {
        const auto said = say("some", "%2 of %1 people, 100 % sure, %1.", {12345, "four"});
        QCOMPARE(said.words, std::string("four of 12,345 people, 100 % sure, 12,345."));
        QCOMPARE(said.code, std::string("some"));
        QVERIFY(said.values[0].number == 12345);
        QVERIFY(!said.values[1].number);
    }

    void aValueThatLooksLikeAPlaceholderIsLeftAlone()
    {
        QCOMPARE(say("some", "%1 and %2", {"%2", "%1"}).words, std::string("%2 and %1"));
        QCOMPARE(say("some", "%1 and %2", {"one"}).words, std::string("one and %2"));
    }

    void keptSentencesComeBackWhole()
    {
        const auto inner = say("no-answer", "The server %1 did not answer within %2 s.", {"shop.example", 30});
        const auto outer = say("part-unread", "The store's %1 could not be read: %2", {sayLabel("orders"), inner});
        compare(decodeSentence(encodeSentence(outer)), outer);
        compare(decodeSentence(encodeSentence(inner)), inner);
        const auto joined = say("two", "%1 %2", {outer, outer});
        compare(decodeSentence(encodeSentence(joined)), joined);
    }

    void plainEnglishIsKeptAsItIs()
    {
        QCOMPARE(encodeSentence(Sentence("The disk is full.")), std::string("The disk is full."));
        compare(decodeSentence("The disk is full."), Sentence("The disk is full."));
        compare(decodeSentence(""), Sentence());
    }

    void damagedTextIsStillRead()
    {
        const auto whole = encodeSentence(say("a", "%1: %2", {say("b", "%1", {7}), "x"}));
        for (std::size_t length = 0; length <= whole.size(); ++length) {
            const auto read = decodeSentence(std::string_view(whole).substr(0, length));
            QVERIFY(read.words.size() <= length);
        }
        QVERIFY(decodeSentence("\x1f\x1f\x02\x02\x03\x03\x1fn").words.empty());
    }

    void anErrorKeepsItsSentenceUntilItsWordsChange()
    {
        const Result<int> failed = fail(ErrorKind::NotFound, say("list-unknown", "There is no list %1.", {"VIP"}));
        QCOMPARE(failed.error().what, std::string("There is no list VIP."));
        QCOMPARE(sentenceOf(failed.error()).code, std::string("list-unknown"));
        Error changed = failed.error();
        changed.what += " Really.";
        QVERIFY(sentenceOf(changed).code.empty());
        QCOMPARE(sentenceOf(changed).words, std::string("There is no list VIP. Really."));
        const Result<int> plain = fail(ErrorKind::NotFound, "There is none.");
        QVERIFY(sentenceOf(plain.error()).code.empty());
    }
};

SHOPBELL_TEST(TestSentence)
#include "test_sentence.moc"
