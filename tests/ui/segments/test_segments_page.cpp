// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/segments/definition_tree.h"
#include "ui/segments/segments_window.h"
#include "ui/widgets/button.h"
#include "ui/widgets/rows.h"

#include <QJsonDocument>

#include <algorithm>

using namespace shopbell;
using namespace shopbell::ui;
using shopbell::test::parsed;
using Window = shopbell::test::SegmentsWindow;

namespace {

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

    void theWholeAndItsPartsAreMeasuredWhileOneTypes()
    {
        Window window({.page = PageId::Segments, .id = 5});
        window.settle(200);
        const int before = window.engine.asked<MeasureSegmentEffects>();
        window.write(QStringLiteral("How long"), QStringLiteral("365"));
        window.settle(300);
        // One question for all rows, not one for each row or key.
        QCOMPARE(window.engine.asked<MeasureSegmentEffects>() - before, 1);
        QVERIFY(window.measured.back().find("365") != std::string::npos);
        QVERIFY(std::ranges::any_of(window.counted, [](const std::string& each) {
            return each.find("365") != std::string::npos && each.find("canReceive") != std::string::npos;
        }));
    }

    void theCountIsAskedBeforeAnythingElse()
    {
        Window window;
        window.engine.hold<CountSegment>();
        QTest::mouseClick(window.table()->viewport(), Qt::LeftButton, {},
                          window.table()->visualRect(window.table()->model()->index(0, 0)).center());
        window.context.turnTo(window.context.places.back());
        // Until it is there, the number of the list stands, and nothing that could delay it was asked.
        QVERIFY(window.says(QStringLiteral("407")));
        QCOMPARE(window.engine.asked<CountSegment>(), 1);
        QCOMPARE(window.engine.asked<MeasureSegmentEffects>(), 0);
        window.engine.hold<CountSegment>(false);
        window.engine.release();
        window.settle(300);
        QVERIFY(window.engine.asked<MeasureSegmentEffects>() >= 1);
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
        window.press(QStringLiteral("Do it again"));
        window.settle(900);
        QVERIFY(window.all[4].definition.json.find("500") == std::string::npos);
        window.choose(QStringLiteral("How these go together"), QStringLiteral("any of these"));
        window.settle(900);
        QVERIFY(parsed(window.all[4].definition.json).contains(QStringLiteral("any")));
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

    void aRemovedSegmentComesBackUnderItsNumber()
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
        QVERIFY(window.all.contains(4));
        QCOMPARE(window.all[4].name, std::string("Good customers gone quiet"));
    }

    void removingFromTheEditorLeadsBackToTheList()
    {
        Window window({.page = PageId::Segments, .id = 4});
        window.take(QStringLiteral("More to do with this segment"), QStringLiteral("Remove this segment"));
        QVERIFY(!window.all.contains(4));
        QCOMPARE(window.context.places.back(), Place{.page = PageId::Segments});
    }

    void theListTellsDefinitionsInWords()
    {
        Window window;
        const QString words = window.table()->model()->index(1, 0).data(SecondLineRole).toString();
        QCOMPARE(words, QStringLiteral("has “Placed Order” at least 1 time in the last 14 days"));
    }

    void pictures()
    {
        Window list;
        list.context.draw(QStringLiteral("segments-list"));
        Window empty({.page = PageId::Segments}, false);
        empty.context.draw(QStringLiteral("segments-empty"));
        Window editor({.page = PageId::Segments, .id = 4});
        editor.settle(900);
        editor.context.draw(QStringLiteral("segments-editor"));
        Window blank(fresh());
        blank.settle(300);
        blank.context.draw(QStringLiteral("segments-new"));
    }
};

SHOPBELL_TEST(TestSegmentsPage)
#include "test_segments_page.moc"
