// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/segments/condition_row.h"
#include "ui/segments/condition_sentences.h"
#include "ui/segments/definition_tree.h"
#include "ui/segments/example_definitions.h"
#include "ui/segments/group_view.h"
#include "ui/segments/segments_window.h"
#include "ui/segments/sentence_maker.h"
#include "ui/segments/value_pieces.h"
#include "ui/widgets/pill.h"

#include <random>

using namespace shopbell;
using namespace shopbell::ui;
using shopbell::test::parsed;
using Window = shopbell::test::SegmentsWindow;

namespace {

/// All examples in one definition, in groups of every kind.
QJsonObject everything()
{
    QJsonArray parts;
    for (const char* each : test::exampleConditions) {
        parts.append(parsed(each));
    }
    const QJsonArray few{parsed(test::exampleConditions[0]), parsed(test::exampleConditions[13])};
    parts.append(makeGroup(GroupKind::Any, few));
    parts.append(makeGroup(GroupKind::None, few));
    parts.append(QJsonObject{{QStringLiteral("not"), parsed(test::exampleConditions[20])}});
    return makeGroup(GroupKind::All, parts);
}

Place placeOf(const QJsonObject& definition)
{
    return {.page = PageId::Segments,
            .action = QStringLiteral("new"),
            .name = QStringLiteral("Examples"),
            .definition = QString::fromUtf8(QJsonDocument(definition).toJson())};
}

}  // namespace

class TestConditionSentences : public QObject {
    Q_OBJECT
private slots:
    void everyTypeHasASentence()
    {
        Window window;
        Materials materials(window.context.bridge());
        materials.load();
        window.settle();
        for (const char* each : test::exampleConditions) {
            const QJsonObject condition = parsed(each);
            QVERIFY2(!condition.isEmpty(), each);
            QVERIFY2(hasSentence(condition), each);
            const QString words = conditionWords(materials, condition);
            QVERIFY2(!words.isEmpty() && !words.contains(QStringLiteral("kept as it is")), each);
        }
        QCOMPARE(conditionWords(materials, parsed(test::exampleConditions[1])),
                 QStringLiteral("has not “Placed Order” in the last 60 days"));
        QCOMPARE(conditionWords(materials, parsed(R"({"type":"list","list":7,"member":false})")),
                 QStringLiteral("is not in the list “Newsletter”"));
        QVERIFY(conditionWords(materials, parsed(R"({"type":"horoscope"})")).contains(QStringLiteral("horoscope")));
    }

    void everyTestHasItsPlaceInThePicker()
    {
        for (const char* each : test::exampleConditions) {
            const QJsonObject condition = parsed(each);
            const QString type = condition.value(QStringLiteral("type")).toString();
            if (type == QLatin1String("property") || type == QLatin1String("prediction")) {
                const QString id = testId(condition);
                // The same test again is the same condition: picking what stands there changes nothing.
                QJsonObject again = withTest(condition, id, QStringLiteral("2026-05-01"));
                if (condition.contains(QStringLiteral("month"))) {
                    again[QStringLiteral("month")] = condition.value(QStringLiteral("month"));
                }
                if (condition.value(QStringLiteral("kind")) == QStringLiteral("string")) {
                    again[QStringLiteral("kind")] = QStringLiteral("string");
                }
                QCOMPARE(again, condition);
            }
        }
    }

    void rowsOfEveryTypeKeepTheDefinitionAsItCame()
    {
        const QJsonObject before = everything();
        Window window(placeOf(before));
        window.settle(200);
        QCOMPARE(window.measured.empty() ? QJsonObject() : parsed(window.measured.back()), before);
        // A change of the name saves the rest as it came.
        window.write(QStringLiteral("Name of the segment"), QStringLiteral("Same"));
        QCOMPARE(window.definition(), before);
        window.settle(900);
        QCOMPARE(parsed(window.all.rbegin()->second.definition.json), before);
    }

    void everyRowChangesItsOwnConditionAlone()
    {
        const QJsonObject before = everything();
        Window window(placeOf(before));
        const QJsonArray parts = groupParts(before);
        for (int index = 0; index < static_cast<int>(test::exampleConditions.size()); ++index) {
            auto* row = window.context.window().findChild<GroupView*>()->rowAt({index});
            QVERIFY(row != nullptr);
            QCOMPARE(row->condition(), parts[index].toObject());
        }
    }

    void everySentenceHasAPicture()
    {
        Window window(placeOf(everything()));
        window.context.window().resize(1100, 7600);
        window.settle(300);
        const QString file = QStringLiteral(SHOPBELL_SHOTS "/segments-everything.png");
        QVERIFY(window.context.window().grab().save(file));
    }

    void randomEditsAndUndoEndWhereTheyBegan()
    {
        const QJsonObject before = everything();
        Window window(placeOf(before));
        auto* view = window.context.window().findChild<GroupView*>();
        std::mt19937 random(11);
        const auto upTo = [&](qsizetype n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
        int edits = 0;
        for (int round = 0; round < 150; ++round) {
            auto* row = view->rowAt({upTo(static_cast<qsizetype>(test::exampleConditions.size()))});
            if (row == nullptr) {
                continue;
            }
            const QList<Picker*> pickers = row->findChildren<Picker*>();
            const QList<ValueEdit*> values = row->findChildren<ValueEdit*>();
            const QJsonObject old = row->condition();
            if (round % 3 == 0 && !values.isEmpty()) {
                QTest::keyClicks(values[upTo(values.size())], QString::number(upTo(9) + 1));
            } else if (!pickers.isEmpty()) {
                Picker* picker = pickers[upTo(pickers.size())];
                const Choices choices = picker->choices();
                if (!choices.isEmpty()) {
                    const Choice choice = choices[upTo(choices.size())];
                    picker->setCurrent(choice.id);
                    emit picker->chosen(choice.id);
                }
            }
            window.settle();
            edits += row->condition() != old ? 1 : 0;
        }
        QVERIFY(edits > 40);
        const QJsonObject edited = window.definition();
        QVERIFY(edited != before);
        int steps = 0;
        while (window.named<QAbstractButton>(QStringLiteral("Undo the last edit"))->isEnabled() && steps++ < 400) {
            window.press(QStringLiteral("Undo the last edit"));
        }
        QCOMPARE(window.definition(), before);
        while (window.named<QAbstractButton>(QStringLiteral("Do it again"))->isEnabled() && steps++ < 800) {
            window.press(QStringLiteral("Do it again"));
        }
        QCOMPARE(window.definition(), edited);
    }
};

SHOPBELL_TEST(TestConditionSentences)
#include "test_condition_sentences.moc"
