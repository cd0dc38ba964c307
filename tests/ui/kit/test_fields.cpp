// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/stepper.h"
#include "ui/widgets/toggle.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace shopbell::ui;

class TestFields : public QObject {
    Q_OBJECT
private slots:
    void aNumberOutOfRangeIsSaidAndNotTaken();
    void arrowsStepANumberAndStopAtItsEnds();
    void aTextIsCommittedOnceWhenTheFocusLeaves();
    void anErrorTakesThePlaceOfTheHelp();
    void theEyeShowsASecret();
    void aSegmentIsChosenByArrowKeys();
    void settingASegmentSaysNothing();
    void aStepBeyondTheReachedOneCannotBeChosen();
    void aPillIsRemovedByDelete();
    void aToggleTurnsBySpaceAndByItsText();
    void aBusyButtonTakesNoSecondPress();
};

void TestFields::aNumberOutOfRangeIsSaidAndNotTaken()
{
    NumberField field(QStringLiteral("Hours"));
    field.setRange(0, 48);
    field.setValue(16);
    QSignalSpy changed(&field, &NumberField::valueChanged);
    field.edit()->selectAll();
    QTest::keyClicks(field.edit(), QStringLiteral("99"));
    QVERIFY(!field.isAcceptable());
    QCOMPARE(field.error(), QStringLiteral("At most 48"));
    QCOMPARE(field.value(), 9.0);  // the 9 on the way was in range
    field.edit()->selectAll();
    QTest::keyClicks(field.edit(), QStringLiteral("24"));
    QVERIFY(field.isAcceptable());
    QCOMPARE(field.value(), 24.0);
    QCOMPARE(field.error(), QString());
    QCOMPARE(changed.count(), 3);
}

void TestFields::arrowsStepANumberAndStopAtItsEnds()
{
    NumberField field(QStringLiteral("Hours"));
    field.setRange(0, 12);
    field.setValue(11);
    QTest::keyClick(field.edit(), Qt::Key_Up);
    QTest::keyClick(field.edit(), Qt::Key_Up);
    QCOMPARE(field.value(), 12.0);
    QTest::keyClick(field.edit(), Qt::Key_PageDown);
    QCOMPARE(field.value(), 2.0);
    QTest::keyClick(field.edit(), Qt::Key_PageDown);
    QCOMPARE(field.value(), 0.0);
    QCOMPARE(field.edit()->text(), QStringLiteral("0"));
}

void TestFields::aTextIsCommittedOnceWhenTheFocusLeaves()
{
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* one = new TextField(QStringLiteral("One"));
    auto* two = new TextField(QStringLiteral("Two"));
    column->addWidget(one);
    column->addWidget(two);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QSignalSpy committed(one, &TextField::committed);
    one->edit()->setFocus();
    QTest::keyClicks(one->edit(), QStringLiteral("words"));
    two->edit()->setFocus();
    QCOMPARE(committed.count(), 1);
    one->edit()->setFocus();
    two->edit()->setFocus();
    QCOMPARE(committed.count(), 1);
}

void TestFields::anErrorTakesThePlaceOfTheHelp()
{
    TextField field(QStringLiteral("Subject"));
    field.setHelp(QStringLiteral("About 40 letters"));
    QCOMPARE(field.edit()->accessibleDescription(), QStringLiteral("About 40 letters"));
    field.setError(QStringLiteral("This is needed"));
    QVERIFY(field.edit()->accessibleDescription().contains(QStringLiteral("This is needed")));
    QVERIFY(field.edit()->property("invalid").toBool());
    field.setError({});
    QVERIFY(!field.edit()->property("invalid").toBool());
    QCOMPARE(field.edit()->accessibleDescription(), QStringLiteral("About 40 letters"));
}

void TestFields::theEyeShowsASecret()
{
    TextField field(QStringLiteral("Key"));
    field.setSecret(true);
    auto* eye = field.findChild<IconButton*>();
    QVERIFY(eye);
    QTest::mouseClick(eye, Qt::LeftButton);
    QCOMPARE(field.edit()->echoMode(), QLineEdit::Normal);
    QCOMPARE(eye->accessibleName(), QStringLiteral("Hide"));
    QTest::keyClick(eye, Qt::Key_Space);
    QCOMPARE(field.edit()->echoMode(), QLineEdit::Password);
}

void TestFields::aSegmentIsChosenByArrowKeys()
{
    SegmentedControl control;
    control.addChoice(QStringLiteral("a"), QStringLiteral("A"));
    control.addChoice(QStringLiteral("b"), QStringLiteral("B"));
    QSignalSpy chosen(&control, &SegmentedControl::chosen);
    QTest::keyClick(&control, Qt::Key_Right);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(control.current(), QStringLiteral("b"));
}

void TestFields::settingASegmentSaysNothing()
{
    SegmentedControl control;
    control.addChoice(QStringLiteral("a"), QStringLiteral("A"));
    control.addChoice(QStringLiteral("b"), QStringLiteral("B"));
    QSignalSpy chosen(&control, &SegmentedControl::chosen);
    control.setCurrent(QStringLiteral("b"));
    QCOMPARE(control.current(), QStringLiteral("b"));
    QCOMPARE(chosen.count(), 0);
}

void TestFields::aStepBeyondTheReachedOneCannotBeChosen()
{
    Stepper steps({QStringLiteral("One"), QStringLiteral("Two"), QStringLiteral("Three")});
    steps.resize(steps.sizeHint());
    steps.setCurrent(0);
    steps.setReached(1);
    QSignalSpy chosen(&steps, &Stepper::stepChosen);
    QTest::mouseClick(&steps, Qt::LeftButton, {}, QPoint(steps.width() - 10, steps.height() / 2));
    QCOMPARE(chosen.count(), 0);
    QTest::keyClick(&steps, Qt::Key_Right);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].toInt(), 1);
    steps.setCurrent(1);
    QTest::keyClick(&steps, Qt::Key_Right);
    QCOMPARE(chosen.count(), 1);
}

void TestFields::aPillIsRemovedByDelete()
{
    Pill pill(QStringLiteral("Germany"), Pill::Kind::Chosen);
    pill.setRemovable(true);
    pill.resize(pill.sizeHint());
    QSignalSpy removed(&pill, &Pill::removed);
    QSignalSpy clicked(&pill, &Pill::clicked);
    QTest::keyClick(&pill, Qt::Key_Delete);
    QTest::mouseClick(&pill, Qt::LeftButton, {}, QPoint(pill.width() - 10, pill.height() / 2));
    QCOMPARE(removed.count(), 2);
    QTest::mouseClick(&pill, Qt::LeftButton, {}, QPoint(12, pill.height() / 2));
    QCOMPARE(removed.count(), 2);
    QCOMPARE(clicked.count(), 1);
}

void TestFields::aToggleTurnsBySpaceAndByItsText()
{
    Toggle toggle(QStringLiteral("Smart sending"));
    toggle.resize(toggle.sizeHint());
    QTest::keyClick(&toggle, Qt::Key_Space);
    QVERIFY(toggle.isChecked());
    QCOMPARE(toggle.slide(), 1.0);
    QTest::mouseClick(&toggle, Qt::LeftButton, {}, QPoint(toggle.width() - 8, toggle.height() / 2));
    QVERIFY(!toggle.isChecked());
}

void TestFields::aBusyButtonTakesNoSecondPress()
{
    QWidget window;
    auto* button = new Button(QStringLiteral("Connect"), Button::Kind::Primary, &window);
    button->resize(button->sizeHint());
    window.resize(200, 80);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QSignalSpy clicked(button, &Button::clicked);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(clicked.count(), 1);
    button->setBusy(true);
    QTest::mouseClick(button, Qt::LeftButton);
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(clicked.count(), 1);
    button->setBusy(false);
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(clicked.count(), 2);
}

SHOPBELL_TEST(TestFields)
#include "test_fields.moc"
