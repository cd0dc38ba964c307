// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/segments/effect_meter.h"
#include "ui/segments/example_definitions.h"
#include "ui/segments/group_view.h"
#include "ui/segments/node_grip.h"
#include "ui/segments/overlap_view.h"
#include "ui/segments/segments_window.h"
#include "ui/widgets/big_number.h"
#include "ui/widgets/card.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/sheet.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>

#include <cmath>
#include <numbers>

using namespace shopbell;
using namespace shopbell::ui;
using shopbell::test::parsed;
using Window = shopbell::test::SegmentsWindow;

namespace {

Place quiet()
{
    return {.page = PageId::Segments, .id = 4};
}

Place fresh()
{
    return {.page = PageId::Segments, .action = QStringLiteral("new")};
}

GroupView* viewOf(Window& window)
{
    return window.context.window().findChild<GroupView*>();
}

/// The types of a group's conditions in order, groups by their kind.
QString told(const QJsonObject& group)
{
    QStringList words;
    const QJsonArray parts = groupParts(group);
    for (const QJsonValue& value : parts) {
        const QJsonObject part = value.toObject();
        const char* kinds[] = {"all", "any", "none"};
        words += isGroup(part) ? QLatin1String(kinds[static_cast<int>(groupKind(part))]) + QLatin1Char('(') +
                                     told(part) + QLatin1Char(')')
                 : part.contains(QStringLiteral("metric")) ? part.value(QStringLiteral("metric")).toString()
                                                           : part.value(QStringLiteral("area")).toString();
    }
    return words.join(QLatin1Char(' '));
}

const QString asItWas = QStringLiteral("Placed Order Opened Email any(country near)");

}  // namespace

class TestSegmentEditor : public QObject {
    Q_OBJECT
private slots:
    void aRowIsDraggedIntoAGroupAndBack()
    {
        Window window(quiet());
        window.context.window().resize(1100, 900);
        window.settle(200);
        GroupView* view = viewOf(window);
        QCOMPARE(told(window.definition()), asItWas);
        // Below the last row of the group.
        const ConditionRow* last = view->rowAt({2, 1});
        window.drag(&view->rowAt({0})->grip(), last->mapToGlobal(QPoint(last->width() / 2, last->height() + 2)));
        QCOMPARE(told(window.definition()), QStringLiteral("Opened Email any(country near Placed Order)"));
        // Above the first row.
        const ConditionRow* first = view->rowAt({0});
        window.drag(&view->rowAt({1, 2})->grip(), first->mapToGlobal(QPoint(first->width() / 2, -3)));
        QCOMPARE(told(window.definition()), asItWas);
    }

    void aRowDroppedOnAnotherMakesAGroup()
    {
        Window window(quiet());
        window.context.window().resize(1100, 900);
        window.settle(200);
        GroupView* view = viewOf(window);
        const ConditionRow* target = view->rowAt({0});
        window.drag(&view->rowAt({1})->grip(), target->mapToGlobal(target->rect().center()));
        QCOMPARE(told(window.definition()), QStringLiteral("any(Placed Order Opened Email) any(country near)"));
        QTest::keyClick(view, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(told(window.definition()), asItWas);
    }

    void aPropertyReadForTheFirstTimeStandsInPlaceOfAnOldNumber()
    {
        Window window(quiet());
        const auto* number = window.context.window().findChild<BigNumber*>();
        QVERIFY(number != nullptr);
        const auto shows = [&](const QString& text) { return number->accessibleDescription().contains(text); };
        const QString words = QStringLiteral("Reading Category of Placed Order for the first time");
        Progress progress;
        progress.ticket = 1;
        progress.kind = Progress::Kind::Reading;
        progress.words = say("reading-property", "Reading %1 of %2 for the first time", {"Category", "Placed Order"});
        progress.done = 40;
        progress.total = 100;
        // Nobody waits for a count: somebody else reads it.
        window.engine.publish({Topic::Progress, 0, progress});
        window.settle(150);
        QVERIFY(!shows(words));
        window.engine.hold<CountSegment>();
        viewOf(window)->focusNode({1});
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up, Qt::AltModifier);
        window.settle(200);
        window.engine.publish({Topic::Progress, 0, progress});
        window.settle(150);
        QVERIFY(shows(words));
        QVERIFY(shows(QStringLiteral("40%")));
        window.engine.hold<CountSegment>(false);
        window.engine.release();
        window.settle(150);
        QVERIFY(!shows(words));
    }

    void escapeEndsADragWhereItBegan()
    {
        Window window(quiet());
        window.context.window().resize(1100, 900);
        window.settle(200);
        GroupView* view = viewOf(window);
        NodeGrip* grip = &view->rowAt({0})->grip();
        QTest::mousePress(grip, Qt::LeftButton);
        QTest::mouseMove(grip, QPoint(20, 60));
        QTest::mouseMove(grip, QPoint(30, 160));
        QVERIFY(window.context.window().grab().save(QStringLiteral(SHOPBELL_SHOTS "/segments-drag.png")));
        QTest::keyClick(grip, Qt::Key_Escape);
        QTest::mouseRelease(grip, Qt::LeftButton, {}, QPoint(30, 160));
        QCOMPARE(told(window.definition()), asItWas);
    }

    void rowsMoveByKeyboard()
    {
        Window window(quiet());
        GroupView* view = viewOf(window);
        const auto press = [&](const NodePath& at, Qt::Key key, Qt::KeyboardModifiers with) {
            view->focusNode(at);
            QTest::keyClick(QApplication::focusWidget(), key, with);
            window.settle();
        };
        press({0}, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(told(window.definition()), QStringLiteral("Opened Email Placed Order any(country near)"));
        // The focus went with it.
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right, Qt::AltModifier);
        window.settle();
        QCOMPARE(told(window.definition()), QStringLiteral("Opened Email any(Placed Order country near)"));
        press({1, 0}, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(told(window.definition()), QStringLiteral("Opened Email any(country near) Placed Order"));
        press({0}, Qt::Key_G, Qt::ControlModifier);
        QCOMPARE(told(window.definition()), QStringLiteral("any(Opened Email) any(country near) Placed Order"));
        press({0, 0}, Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(told(window.definition()), QStringLiteral("Opened Email any(country near) Placed Order"));
        for (int step = 0; step < 5; ++step) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
            window.settle();
        }
        QCOMPARE(told(window.definition()), asItWas);
        for (int step = 0; step < 5; ++step) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
            window.settle();
        }
        QCOMPARE(told(window.definition()), QStringLiteral("Opened Email any(country near) Placed Order"));
    }

    void theGripsMenuCopiesGroupsAndNegates()
    {
        Window window(quiet());
        window.take(QStringLiteral("Move this condition"), QStringLiteral("Make a copy"), 0);
        QCOMPARE(told(window.definition()), QStringLiteral("Placed Order Placed Order Opened Email any(country near)"));
        window.take(QStringLiteral("Move this condition"), QStringLiteral("Turn into its contrary"), 2);
        QCOMPARE(told(window.definition()),
                 QStringLiteral("Placed Order Placed Order none(Opened Email) any(country near)"));
        window.take(QStringLiteral("Move this group"), QStringLiteral("Take the group away"), 1);
        QCOMPARE(told(window.definition()),
                 QStringLiteral("Placed Order Placed Order none(Opened Email) country near"));
    }

    void anEditMakesNoOtherRowAnew()
    {
        Window window(quiet());
        GroupView* view = viewOf(window);
        QPointer<ConditionRow> second = view->rowAt({1});
        const QList<QWidget*> before = second->findChildren<QWidget*>();
        window.choose(QStringLiteral("How it is measured"), QStringLiteral("largest"), 0);
        window.press(QStringLiteral("Add a group"), 1);
        QVERIFY(second);
        QCOMPARE(view->rowAt({1}), second.data());
        QCOMPARE(second->findChildren<QWidget*>(), before);
    }

    void eachRowSaysWhatItDoes()
    {
        Window window(quiet());
        window.settle(200);
        GroupView* view = viewOf(window);
        QCOMPARE(view->rowAt({0})->meter().numberText(), QStringLiteral("2,914"));
        QCOMPARE(view->rowAt({0})->meter().noteText(), QStringLiteral("6.0% of everybody"));
        QCOMPARE(view->rowAt({1})->meter().noteText(), QStringLiteral("removes 1,706"));
        QCOMPARE(view->rowAt({2, 1})->meter().noteText(), QStringLiteral("adds 258"));
    }

    void peopleOfWhomTooLittleIsKnownAreIncludedOnRequest()
    {
        Window window(quiet());
        window.settle(200);
        QVERIFY(window.says(QStringLiteral("58 people of whom this is not known are left out")));
        window.press(QStringLiteral("Include them"));
        const QJsonObject near = groupParts(groupParts(window.definition())[2].toObject())[1].toObject();
        QCOMPARE(near.value(QStringLiteral("unset")).toString(), QStringLiteral("include"));
        window.settle(300);
        QVERIFY(window.says(QStringLiteral("58 people of whom this is not known are included")));
        window.press(QStringLiteral("Leave them out"));
        QCOMPARE(told(window.definition()), asItWas);
        QVERIFY(definitionOf(window.definition()).json.find("unset") == std::string::npos);
    }

    void valuesArePickedByTheirFrequency()
    {
        Window window(quiet());
        auto* places = window.named<MultiPicker>(QStringLiteral("Places"));
        QVERIFY(places != nullptr);
        QTest::mouseClick(places, Qt::LeftButton);
        window.settle();
        QVERIFY(places->list() != nullptr);
        const ChoiceModel* model = places->list()->model();
        QCOMPARE(model->choices().size(), 3);
        QCOMPARE(model->choices()[0].count, 20'000);
        QTest::keyClicks(places->list()->search(), QStringLiteral("Ital"));
        window.settle(120);
        QTest::keyClick(places->list()->search(), Qt::Key_Return);
        window.settle();
        // What is not among the values can be taken as typed.
        QTest::keyClicks(places->list()->search(), QStringLiteral("Atlantis"));
        window.settle(120);
        QTest::keyClick(places->list()->search(), Qt::Key_Return);
        QTest::keyClick(places->list()->search(), Qt::Key_Escape);
        const QJsonObject country = groupParts(groupParts(window.definition())[2].toObject())[0].toObject();
        QCOMPARE(country.value(QStringLiteral("values")).toArray(),
                 (QJsonArray{QStringLiteral("Germany"), QStringLiteral("Austria"), QStringLiteral("Italy"),
                             QStringLiteral("Atlantis")}));
    }

    void anotherPropertyBringsATestThatFitsItsValues()
    {
        Window window(fresh());
        window.choose(QStringLiteral("Add a condition"), QStringLiteral("Something known of them"));
        const auto pick = [&](const QString& name) {
            auto* picker = window.named<Picker>(QStringLiteral("What is known"));
            QTest::mouseClick(picker, Qt::LeftButton);
            window.settle();
            QTest::keyClicks(picker->list()->search(), name);
            window.settle(120);
            QTest::keyClick(picker->list()->search(), Qt::Key_Return);
            return groupParts(window.definition())[0].toObject();
        };
        QCOMPARE(pick(QStringLiteral("points")).value(QStringLiteral("op")).toString(), QStringLiteral(">="));
        QCOMPARE(pick(QStringLiteral("tags")).value(QStringLiteral("op")).toString(), QStringLiteral("any"));
        const QJsonObject birthday = pick(QStringLiteral("Birthday"));
        QCOMPARE(birthday.value(QStringLiteral("property")).toString(), QStringLiteral("birthday"));
        QCOMPARE(birthday.value(QStringLiteral("op")).toString(), QStringLiteral("in-the-last"));
    }

    void aDetailOfAnEventIsAddedAndRemoved()
    {
        Window window({.page = PageId::Segments, .id = 5});
        auto* add = window.named<Picker>(QStringLiteral("Add a detail"));
        QVERIFY(add != nullptr);
        QTest::mouseClick(add, Qt::LeftButton);
        window.settle();
        QTest::keyClick(add->list()->search(), Qt::Key_Return);
        const QJsonObject metric = groupParts(window.definition())[0].toObject();
        const QJsonObject where = metric.value(QStringLiteral("where")).toArray()[0].toObject();
        QCOMPARE(where.value(QStringLiteral("property")).toString(), QStringLiteral("Category"));
        QCOMPARE(where.value(QStringLiteral("op")).toString(), QStringLiteral("in"));
        window.press(QStringLiteral("Remove this detail"));
        QVERIFY(!groupParts(window.definition())[0].toObject().contains(QStringLiteral("where")));
    }

    void whySaysWhyOfAMember()
    {
        Window window(quiet());
        window.settle(300);
        auto* row = window.named<ListRow>(QStringLiteral("Ana Pereira"));
        QVERIFY(row != nullptr);
        QTest::mouseClick(row, Qt::LeftButton);
        window.settle(400);
        QCOMPARE(window.explained.size(), 1U);
        QCOMPARE(window.explained.front().profile, ProfileId{17});
        QVERIFY(window.says(QStringLiteral("Placed Order: 3 times, the last on 2 May 2026")));
        QVERIFY(window.says(QStringLiteral("City is not known")));
        window.context.draw(QStringLiteral("segments-why"));
    }

    void whySaysWhyOfAnybodyAsOfADay()
    {
        Window window(quiet());
        window.settle(300);
        window.press(QStringLiteral("Why is somebody in here, or not?"));
        auto* who = window.named<Picker>(QStringLiteral("Who"));
        QVERIFY(who != nullptr);
        QTest::mouseClick(who, Qt::LeftButton);
        window.settle(100);
        QTest::keyClicks(who->list()->search(), QStringLiteral("Mia"));
        window.settle(120);
        QTest::keyClick(who->list()->search(), Qt::Key_Return);
        window.settle(100);
        QCOMPARE(window.explained.size(), 1U);
        QCOMPARE(window.explained.front().profile, ProfileId{23});
        QVERIFY(!window.explained.front().asOf);
        QVERIFY(window.says(QStringLiteral("is not in this segment")));
        window.press(QStringLiteral("As of"));
        QTest::keyClick(QApplication::activePopupWidget()->focusWidget(), Qt::Key_Left);
        QTest::keyClick(QApplication::activePopupWidget()->focusWidget(), Qt::Key_Return);
        window.settle(100);
        QCOMPARE(window.explained.size(), 2U);
        QVERIFY(window.explained.back().asOf.has_value());
        QVERIFY(*window.explained.back().asOf < window.clock.now());
    }

    void comparingShowsTheOverlapAndMakesASegmentOfIt()
    {
        Window window(quiet());
        window.settle(300);
        window.take(QStringLiteral("More to do with this segment"), QStringLiteral("Compare with another segment"));
        window.settle(300);
        window.choose(QStringLiteral("The other segment"), QStringLiteral("Bought in the last 14 days"));
        window.settle(200);
        QVERIFY(window.says(QStringLiteral("118")));
        window.context.draw(QStringLiteral("segments-compare"));
        window.press(QStringLiteral("Make a segment of those in both"));
        const Place place = window.context.places.back();
        QCOMPARE(place.action, QStringLiteral("new"));
        QCOMPARE(QJsonDocument::fromJson(place.definition.toUtf8()).object(),
                 parsed(R"({"all":[{"type":"segment","segment":4},{"type":"segment","segment":5}]})"));
    }

    void circlesShareTheAreaThatPeopleShare()
    {
        const double unit = std::numbers::pi;
        QVERIFY(std::abs(distanceForOverlap(1, 1, 0) - 2) < 1e-6);
        QVERIFY(distanceForOverlap(1, 1, unit) < 1e-3);
        QVERIFY(std::abs(distanceForOverlap(2, 1, unit) - 1) < 1e-3);
        QVERIFY(distanceForOverlap(1, 1, 0.4 * unit) < distanceForOverlap(1, 1, 0.2 * unit));
    }

    void aTemplateFillsAnEmptySegment()
    {
        Window window(fresh());
        window.settle(200);
        auto* card = window.named<Card>(QStringLiteral("Never bought"));
        QVERIFY(card != nullptr);
        QTest::mouseClick(card, Qt::LeftButton);
        window.settle(900);
        QCOMPARE(window.all.rbegin()->second.name, std::string("Never bought"));
        QVERIFY(window.all.rbegin()->second.definition.json.find("canReceive") != std::string::npos);
        QVERIFY(window.named<Card>(QStringLiteral("Never bought")) == nullptr);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
        window.settle();
        QVERIFY(window.named<Card>(QStringLiteral("Never bought")) != nullptr);
    }

    void templatesAreCountedHereAndSearched()
    {
        Window window(fresh());
        window.settle(300);
        QVERIFY(window.named<Card>(QStringLiteral("Something new")) != nullptr);
        QVERIFY(std::ranges::any_of(
            window.counted, [](const std::string& each) { return each.find("\"value\":1000") != std::string::npos; }));
        window.write(QStringLiteral("Search ready-made segments"), QStringLiteral("new people"));
        QVERIFY(window.named<Card>(QStringLiteral("One-timers")) != nullptr);
        QVERIFY(window.named<Card>(QStringLiteral("VIPs")) == nullptr);
    }

    void aKlaviyoDefinitionComesInWithItsDifferences()
    {
        Window window(quiet());
        window.take(QStringLiteral("More to do with this segment"),
                    QStringLiteral("Bring in a definition from Klaviyo…"));
        window.settle(300);
        auto* text = window.context.window().findChild<Sheet*>()->findChild<QPlainTextEdit*>();
        QVERIFY(text != nullptr);
        QTest::keyClicks(text, QStringLiteral("{\"conditions\":1}"));
        window.press(QStringLiteral("Read it"));
        QVERIFY(window.says(QStringLiteral("There are no condition_groups in it.")));
        text->setPlainText(QStringLiteral("{\"condition_groups\":[]}"));
        window.press(QStringLiteral("Read it"));
        QVERIFY(window.says(QStringLiteral("Klaviyo draws its own random share.")));
        window.press(QStringLiteral("Use this definition"));
        QCOMPARE(window.definition(), parsed(R"({"all":[{"type":"sample","percent":25}]})"));
        QTest::keyClick(viewOf(window), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(told(window.definition()), asItWas);
    }

    void tenConditionsAreBuilt()
    {
        Window window(quiet());
        QJsonArray parts;
        for (int index = 0; index < 10; ++index) {
            parts.append(parsed(test::exampleConditions[static_cast<std::size_t>(index * 6)]));
        }
        const SegmentDefinition definition = definitionOf(makeGroup(GroupKind::All, parts));
        auto* editor = window.context.window().findChild<SegmentEditor*>();
        QBENCHMARK_ONCE
        {
            editor->start(QStringLiteral("Ten"), definition);
            QVERIFY(!window.context.window().grab().isNull());
        }
        QCOMPARE(groupParts(window.definition()).size(), 10);
    }

    void klaviyosFormIsCopied()
    {
        Window window(quiet());
        window.settle(300);
        window.take(QStringLiteral("More to do with this segment"), QStringLiteral("Show it in Klaviyo's form…"));
        window.settle(300);
        window.press(QStringLiteral("Copy"));
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("{\"condition_groups\":[]}"));
    }
};

SHOPBELL_TEST(TestSegmentEditor)
#include "test_segment_editor.moc"
