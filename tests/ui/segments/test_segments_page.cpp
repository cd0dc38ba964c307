// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/fake_page_context.h"
#include "ui/segments/definition_tree.h"
#include "ui/segments/segment_engine.h"
#include "ui/segments/segments_page.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice_list.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/table.h"

#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTest>

#include <algorithm>

using namespace shopbell;
using namespace shopbell::ui;

namespace {

struct Window : test::SegmentEngine {
    explicit Window(const Place& place = {.page = PageId::Segments}, bool filled = true)
        : SegmentEngine(filled), context(engine, clock)
    {
        context.show(makeSegmentsPage(context), place);
        settle();
    }
    ~Window() { engine.join(); }

    void settle(int milliseconds = 0)
    {
        QTest::qWait(milliseconds);
        context.settle();
    }
    template <class T>
    T* named(const QString& name, int number = 0)
    {
        for (T* each : context.window().template findChildren<T*>()) {
            const auto* button = qobject_cast<const QAbstractButton*>(each);
            const bool fits = each->accessibleName().startsWith(name) || (button != nullptr && button->text() == name);
            if (each->isVisible() && fits && number-- == 0) {
                return each;
            }
        }
        return nullptr;
    }
    void press(const QString& name, int number = 0)
    {
        auto* found = named<QAbstractButton>(name, number);
        QVERIFY2(found != nullptr, qPrintable(name));
        QTest::mouseClick(found, Qt::LeftButton);
        settle();
    }
    /// Opens a picker and clicks the choice that reads so.
    void choose(const QString& picker, const QString& text, int number = 0)
    {
        auto* found = named<Picker>(picker, number);
        QVERIFY2(found != nullptr, qPrintable(picker));
        QTest::mouseClick(found, Qt::LeftButton);
        QVERIFY(found->list() != nullptr);
        QListView* view = found->list()->view();
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            const QModelIndex at = view->model()->index(row, 0);
            if (at.data().toString() == text && (at.flags() & Qt::ItemIsEnabled) != 0) {
                view->scrollTo(at);
                QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(at).center());
                settle();
                return;
            }
        }
        QFAIL(qPrintable(text));
    }
    void write(const QString& field, const QString& text, int number = 0)
    {
        auto* edit = named<QLineEdit>(field, number);
        QVERIFY2(edit != nullptr, qPrintable(field));
        QTest::mouseDClick(edit, Qt::LeftButton);
        edit->selectAll();
        QTest::keyClicks(edit, text);
        settle();
    }
    bool says(const QString& words)
    {
        for (const QWidget* each : context.window().findChildren<QWidget*>()) {
            const auto* label = qobject_cast<const QLabel*>(each);
            if (each->isVisible() && (label ? label->text() : each->accessibleName()).contains(words)) {
                return true;
            }
        }
        return false;
    }
    Table* table() { return named<Table>(QStringLiteral("Segments")); }

    test::FakePageContext context;
};

QJsonObject parsed(const std::string& json)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
}

Place fresh()
{
    return {.page = PageId::Segments, .action = QStringLiteral("new")};
}

}  // namespace

class TestSegmentsPage : public QObject {
    Q_OBJECT
private slots:
    void orderedTwiceAndNotLatelyIsBuiltByMouse()
    {
        Window window(fresh());
        window.choose(QStringLiteral("Add a condition"), QStringLiteral("Did something"));
        window.choose(QStringLiteral("What happened"), QStringLiteral("Placed Order"));
        window.write(QStringLiteral("How many times"), QStringLiteral("2"));
        window.choose(QStringLiteral("Add a condition"), QStringLiteral("Did something"));
        window.choose(QStringLiteral("Has or has not"), QStringLiteral("has not"), 1);
        window.choose(QStringLiteral("When"), QStringLiteral("in the last"), 1);
        window.write(QStringLiteral("How long"), QStringLiteral("60"));
        window.write(QStringLiteral("Name of the segment"), QStringLiteral("Gone quiet"));
        window.settle(900);
        QCOMPARE(window.all.size(), 3U);
        const SegmentInfo& saved = window.all.rbegin()->second;
        QCOMPARE(saved.name, std::string("Gone quiet"));
        QCOMPARE(parsed(saved.definition.json),
                 parsed(R"({"all":[{"type":"metric","metric":"Placed Order","measure":"count","op":">=","value":2},)"
                        R"({"type":"metric","metric":"Placed Order","measure":"count","op":"=","value":0,)"
                        R"("timeframe":{"kind":"in-the-last","n":60,"unit":"day"}}]})"));
        window.press(QStringLiteral("Use in a campaign"));
        const Place campaign{.page = PageId::Campaigns, .id = saved.id.value, .action = QStringLiteral("new")};
        QCOMPARE(window.context.places.back(), campaign);
    }

    void everyRowAndTheWholeAreCountedWhileOneTypes()
    {
        Window window({.page = PageId::Segments, .id = 5});
        window.settle(200);
        const int before = window.engine.asked<CountSegment>();
        window.write(QStringLiteral("How long"), QStringLiteral("365"));
        window.settle(300);
        // The row, the whole and those of it who may be emailed; not one for each key.
        QVERIFY(window.engine.asked<CountSegment>() - before >= 3);
        QVERIFY(window.counted.back().find("365") != std::string::npos);
        QVERIFY(std::ranges::any_of(window.counted, [](const std::string& each) {
            return each.find("365") != std::string::npos && each.find("canReceive") != std::string::npos;
        }));
    }

    void editsAreTakenBackAndDoneAgain()
    {
        Window window({.page = PageId::Segments, .id = 4});
        window.press(QStringLiteral("Remove this condition"), 0);
        window.settle(900);
        QVERIFY(window.all[4].definition.json.find("500") == std::string::npos);
        window.press(QStringLiteral("Undo the last edit"));
        window.settle(900);
        QVERIFY(window.all[4].definition.json.find("500") != std::string::npos);
        window.press(QStringLiteral("all of these"));
        window.settle(900);
        QVERIFY(parsed(window.all[4].definition.json).contains(QStringLiteral("any")));
    }

    void whatTheWindowDoesNotKnowStaysAsItCame()
    {
        Window window({.page = PageId::Segments, .id = 4});
        const QJsonObject before = parsed(window.all[4].definition.json);
        QVERIFY(window.says(QStringLiteral("lives near a place")));
        window.write(QStringLiteral("Places, with commas between"), QStringLiteral("Italy"));
        window.settle(900);
        DefinitionTree tree;
        tree.read(window.all[4].definition);
        DefinitionTree old;
        old.read(definitionOf(before));
        QCOMPARE(tree.at({2, 1}), old.at({2, 1}));
        QCOMPARE(tree.at({2, 0}).value(QStringLiteral("values")).toArray(), QJsonArray{QStringLiteral("Italy")});
    }

    void lookingChangesNothing()
    {
        Window window({.page = PageId::Segments, .id = 4});
        window.context.turnTo({.page = PageId::Segments});
        window.settle(900);
        QCOMPARE(window.engine.asked<SaveSegment>(), 0);
    }

    void anEditIsSavedOnLeaving()
    {
        Window window({.page = PageId::Segments, .id = 4});
        window.write(QStringLiteral("Name of the segment"), QStringLiteral("Quiet ones"));
        window.context.turnTo({.page = PageId::Segments});
        QCOMPARE(window.all[4].name, std::string("Quiet ones"));
    }

    void aRemovedSegmentComesBack()
    {
        Window window;
        Table* table = window.table();
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Delete);
        window.settle();
        QVERIFY(!window.all.contains(4));
        window.press(QStringLiteral("Undo"));
        QCOMPARE(window.all.size(), 2U);
        QCOMPARE(window.all.rbegin()->second.name, std::string("Good customers gone quiet"));
    }

    void whySaysWhy()
    {
        Window window({.page = PageId::Segments, .id = 4});
        window.settle(300);
        auto* row = window.named<ListRow>(QStringLiteral("Ana Pereira"));
        QVERIFY(row != nullptr);
        QTest::mouseClick(row, Qt::LeftButton);
        window.settle(400);
        QCOMPARE(window.explained.size(), 1U);
        QCOMPARE(window.explained.front().profile, ProfileId{17});
        QVERIFY(window.says(QStringLiteral("3 orders, the last on 2 May")));
    }

    void aTemplateFillsAnEmptySegment()
    {
        Window window(fresh());
        auto* row = window.named<ListRow>(QStringLiteral("Never bought"));
        QVERIFY(row != nullptr);
        QTest::mouseClick(row, Qt::LeftButton);
        window.settle(900);
        QCOMPARE(window.all.rbegin()->second.name, std::string("Never bought"));
        QVERIFY(window.all.rbegin()->second.definition.json.find("canReceive") != std::string::npos);
    }

    void pictures()
    {
        Window list;
        list.context.draw(QStringLiteral("segments-list"));
        Window empty({.page = PageId::Segments}, false);
        empty.context.draw(QStringLiteral("segments-empty"));
        Window editor({.page = PageId::Segments, .id = 4});
        editor.settle(300);
        editor.context.draw(QStringLiteral("segments-editor"));
        Window blank(fresh());
        blank.settle(300);
        blank.context.draw(QStringLiteral("segments-new"));
    }
};

SHOPBELL_TEST(TestSegmentsPage)
#include "test_segments_page.moc"
