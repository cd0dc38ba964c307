// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice_list.h"
#include "ui/widgets/command_palette.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/field.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QVBoxLayout>

using namespace shopbell::ui;

class TestFloating : public QObject {
    Q_OBJECT
private slots:
    void init();
    void undoRunsOnceAndTakesTheToastAway();
    void onlyFourToastsStand();
    void progressStaysUntilItIsFinished();
    void toastsKeepToTheirPage();
    void aSheetKeepsTabInsideAndGivesTheFocusBack();
    void aClickBesideTheSheetClosesIt();
    void thePaletteFiltersAndAnswers();
    void whatASearchFoundJoinsThePalette();
    void aDangerousQuestionIsNotOneReturnAway();
    void returnPressesTheButtonThatHasTheFocus();

private:
    std::unique_ptr<QWidget> m_page;
    Button* m_behind = nullptr;
};

void TestFloating::init()
{
    m_page = std::make_unique<QWidget>();
    auto* column = new QVBoxLayout(m_page.get());
    m_behind = new Button(QStringLiteral("Behind"));
    column->addWidget(m_behind);
    m_page->resize(1000, 700);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_behind->setFocus();
}

void TestFloating::undoRunsOnceAndTakesTheToastAway()
{
    ToastHost host(m_page.get());
    int undone = 0;
    QPointer<Toast> toast = host.showUndo(QStringLiteral("Deleted"), [&] { ++undone; });
    QVERIFY(toast->isVisible());
    Button* undo = nullptr;
    for (Button* button : toast->findChildren<Button*>()) {
        undo = button->text() == QStringLiteral("Undo") ? button : undo;
    }
    QVERIFY(undo);
    QTest::mouseClick(undo, Qt::LeftButton);
    QCOMPARE(undone, 1);
    QTRY_VERIFY(!toast);
    QVERIFY(!host.isVisible());
}

void TestFloating::onlyFourToastsStand()
{
    ToastHost host(m_page.get());
    for (int i = 0; i < 7; ++i) {
        host.show(QString::number(i));
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    const auto standing = host.findChildren<Toast*>();
    QCOMPARE(standing.size(), 4);
    QCOMPARE(standing.back()->text(), QStringLiteral("6"));
}

void TestFloating::progressStaysUntilItIsFinished()
{
    ToastHost host(m_page.get());
    bool cancelled = false;
    QPointer<Toast> toast = host.showProgress(QStringLiteral("Reading"), [&] { cancelled = true; });
    toast->setProgress(0.5);
    for (Button* button : toast->findChildren<Button*>()) {
        if (button->text() == QStringLiteral("Cancel")) {
            button->click();
        }
    }
    QVERIFY(cancelled);
    QVERIFY(toast->isVisible());
    toast->finish(QStringLiteral("Stopped"), shopbell::ui::Tone::Brass);
    QCOMPARE(toast->text(), QStringLiteral("Stopped"));
}

void TestFloating::toastsKeepToTheirPage()
{
    ToastHost host(m_page.get());
    host.show(QStringLiteral("Segment saved"));
    QVERIFY(m_page->rect().contains(host.geometry()));
    m_page->resize(700, 400);
    QCoreApplication::processEvents();
    QVERIFY(m_page->rect().contains(host.geometry()));
    QVERIFY(host.geometry().bottom() > 380);
}

void TestFloating::aSheetKeepsTabInsideAndGivesTheFocusBack()
{
    Sheet sheet(QStringLiteral("Store"), m_page.get());
    auto* field = new TextField(QStringLiteral("Address"));
    sheet.body()->addWidget(field);
    auto* save = new Button(QStringLiteral("Connect"), Button::Kind::Primary);
    sheet.addFooterButton(save);
    sheet.openSheet();
    QVERIFY(sheet.isOpen());
    QSet<QWidget*> visited;
    for (int i = 0; i < 12; ++i) {
        QWidget* now = QApplication::focusWidget();
        QVERIFY(now && sheet.isAncestorOf(now));
        visited.insert(now);
        QTest::keyClick(now, Qt::Key_Tab);
    }
    QVERIFY(visited.contains(field->edit()));
    QVERIFY(visited.contains(save));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!sheet.isOpen());
    QVERIFY(!sheet.isVisible());
    QCOMPARE(QApplication::focusWidget(), m_behind);
}

void TestFloating::aClickBesideTheSheetClosesIt()
{
    Sheet sheet(QStringLiteral("Store"), m_page.get());
    sheet.openSheet();
    QTest::mouseClick(&sheet, Qt::LeftButton, {}, QPoint(800, 300));
    QVERIFY(sheet.isOpen());
    QTest::mouseClick(&sheet, Qt::LeftButton, {}, QPoint(50, 300));
    QVERIFY(!sheet.isOpen());
}

void TestFloating::thePaletteFiltersAndAnswers()
{
    CommandPalette palette(m_page.get());
    palette.setChoices({{.id = QStringLiteral("home"), .text = QStringLiteral("Home")},
                        {.id = QStringLiteral("segments"), .text = QStringLiteral("Segments")}});
    QSignalSpy chosen(&palette, &CommandPalette::chosen);
    palette.openPalette(QStringLiteral("s"));
    QCOMPARE(palette.list()->model()->rowCount(), 1);
    QTest::keyClick(palette.list()->search(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].toString(), QStringLiteral("segments"));
    QVERIFY(!palette.isOpen());
    QCOMPARE(QApplication::focusWidget(), m_behind);
}

void TestFloating::whatASearchFoundJoinsThePalette()
{
    CommandPalette palette(m_page.get());
    palette.setChoices({{.id = QStringLiteral("home"), .text = QStringLiteral("Home")}});
    connect(&palette, &CommandPalette::searchChanged, &palette, [&](const QString& text) {
        if (!text.isEmpty()) {
            palette.setFound({{.id = QStringLiteral("ana"), .text = QStringLiteral("Ana Pereira")}});
        }
    });
    palette.openPalette();
    QCOMPARE(palette.list()->model()->rowCount(), 1);
    QTest::keyClicks(palette.list()->search(), QStringLiteral("ana"));
    QCOMPARE(palette.list()->model()->rowCount(), 1);
    QCOMPARE(palette.list()->model()->choiceAt(0)->id, QStringLiteral("ana"));
    palette.list()->search()->clear();
    QCOMPARE(palette.list()->model()->choiceAt(0)->id, QStringLiteral("home"));
}

void TestFloating::aDangerousQuestionIsNotOneReturnAway()
{
    const auto answer = [&](Button::Kind kind) {
        QTimer::singleShot(0, this, [] {
            QWidget* dialog = QApplication::activeModalWidget();
            QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : dialog, Qt::Key_Return);
            if (dialog && dialog->isVisible()) {
                qobject_cast<QDialog*>(dialog)->reject();
            }
        });
        return Dialog::confirm(m_page.get(), QStringLiteral("Erase?"), QStringLiteral("For good."),
                               QStringLiteral("Erase"), kind);
    };
    QVERIFY(!answer(Button::Kind::Danger));
    QVERIFY(answer(Button::Kind::Primary));
}

void TestFloating::returnPressesTheButtonThatHasTheFocus()
{
    const auto answer = [&](Button::Kind kind, const QString& focused) {
        QTimer::singleShot(0, this, [focused] {
            auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            for (Button* each : dialog->findChildren<Button*>()) {
                if (each->text() == focused) {
                    each->setFocus();
                    QTest::keyClick(each, Qt::Key_Return);
                }
            }
            if (dialog->isVisible()) {
                dialog->reject();
            }
        });
        return Dialog::confirm(m_page.get(), QStringLiteral("Erase?"), QStringLiteral("For good."),
                               QStringLiteral("Erase"), kind);
    };
    QVERIFY(answer(Button::Kind::Danger, QStringLiteral("Erase")));
    QVERIFY(!answer(Button::Kind::Primary, QStringLiteral("Cancel")));
}

SHOPBELL_TEST(TestFloating)
#include "test_floating.moc"
