// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/widgets/choice_list.h"
#include "ui/widgets/picker.h"

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace shopbell::ui;

namespace {

Choices metrics()
{
    return {{.id = QStringLiteral("placed"), .text = QStringLiteral("Placed Order"), .count = 100},
            {.id = QStringLiteral("viewed"), .text = QStringLiteral("Viewed Product"), .count = 900},
            {.id = QStringLiteral("opened"), .text = QStringLiteral("Opened Email"), .count = 700},
            {.id = QStringLiteral("cafe"), .text = QStringLiteral("Visited Café"), .count = 3}};
}

}  // namespace

class TestPicker : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void keysAloneOpenSearchMoveAndChoose();
    void typingOnTheClosedPickerOpensItWithThatLetter();
    void escapeLeavesTheChoiceAlone();
    void searchForgetsCaseAndAccentsAndPutsWordBeginningsFirst();
    void headingsAreSteppedOver();
    void whatCannotBeHadIsSteppedOver();
    void severalAreCheckedWithoutClosing();
    void anUnknownIdShowsThePlaceholder();
    void externalSearchAsksItsOwner();
    void tenThousandChoicesFilterToTheRightOnes();

private:
    std::unique_ptr<Picker> m_picker;
};

void TestPicker::init()
{
    m_picker = std::make_unique<Picker>();
    m_picker->setAccessibleName(QStringLiteral("Metric"));
    m_picker->setChoices(metrics());
    m_picker->resize(240, 34);
    m_picker->show();
    m_picker->activateWindow();
    QVERIFY(QTest::qWaitForWindowExposed(m_picker.get()));
    m_picker->setFocus();
}

void TestPicker::cleanup()
{
    m_picker.reset();
}

void TestPicker::keysAloneOpenSearchMoveAndChoose()
{
    QSignalSpy chosen(m_picker.get(), &Picker::chosen);
    QTest::keyClick(m_picker.get(), Qt::Key_Down);
    QVERIFY(m_picker->list());
    QLineEdit* search = m_picker->list()->search();
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(m_picker->current(), QStringLiteral("viewed"));
    QTRY_VERIFY(!m_picker->list());
}

void TestPicker::typingOnTheClosedPickerOpensItWithThatLetter()
{
    QTest::keyClick(m_picker.get(), Qt::Key_O);
    QVERIFY(m_picker->list());
    QCOMPARE(m_picker->list()->search()->text(), QStringLiteral("o"));
    QTest::keyClick(m_picker->list()->search(), Qt::Key_P);
    QTest::keyClick(m_picker->list()->search(), Qt::Key_Return);
    QCOMPARE(m_picker->current(), QStringLiteral("opened"));
}

void TestPicker::escapeLeavesTheChoiceAlone()
{
    m_picker->setCurrent(QStringLiteral("placed"));
    QSignalSpy chosen(m_picker.get(), &Picker::chosen);
    m_picker->openList();
    QTest::keyClick(m_picker->list()->search(), Qt::Key_Down);
    QTest::keyClick(m_picker->list()->search(), Qt::Key_Escape);
    QTRY_VERIFY(!m_picker->list());
    QCOMPARE(chosen.count(), 0);
    QCOMPARE(m_picker->current(), QStringLiteral("placed"));
}

void TestPicker::searchForgetsCaseAndAccentsAndPutsWordBeginningsFirst()
{
    ChoiceModel model;
    model.setChoices(metrics());
    model.setFilter(QStringLiteral("CAFE"));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.choiceAt(0)->id, QStringLiteral("cafe"));
    model.setFilter(QStringLiteral("e"));
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.choiceAt(0)->id, QStringLiteral("opened"));  // "Email" begins with it, the others only hold it
    model.setFilter(QStringLiteral("no such"));
    QCOMPARE(model.rowCount(), 0);
}

void TestPicker::headingsAreSteppedOver()
{
    ChoiceList list;
    list.setChoices({{.id = QStringLiteral("a"), .text = QStringLiteral("A"), .group = QStringLiteral("One")},
                     {.id = QStringLiteral("b"), .text = QStringLiteral("B"), .group = QStringLiteral("Two")}});
    QCOMPARE(list.model()->rowCount(), 4);
    QSignalSpy chosen(&list, &ChoiceList::chosen);
    QTest::keyClick(list.search(), Qt::Key_Return);
    QTest::keyClick(list.search(), Qt::Key_Down);
    QTest::keyClick(list.search(), Qt::Key_Return);
    QTest::keyClick(list.search(), Qt::Key_Up);
    QTest::keyClick(list.search(), Qt::Key_Up);
    QTest::keyClick(list.search(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 3);
    QCOMPARE(chosen[0][0].toString(), QStringLiteral("a"));
    QCOMPARE(chosen[1][0].toString(), QStringLiteral("b"));
    QCOMPARE(chosen[2][0].toString(), QStringLiteral("a"));
}

void TestPicker::whatCannotBeHadIsSteppedOver()
{
    Choices choices = metrics();
    choices[0].enabled = false;
    choices[3].enabled = false;
    ChoiceList list;
    list.setChoices(choices);
    QSignalSpy chosen(&list, &ChoiceList::chosen);
    QTest::keyClick(list.search(), Qt::Key_Return);
    QTest::keyClick(list.search(), Qt::Key_PageDown);
    QTest::keyClick(list.search(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 2);
    QCOMPARE(chosen[0][0].toString(), QStringLiteral("viewed"));
    QCOMPARE(chosen[1][0].toString(), QStringLiteral("opened"));
}

void TestPicker::severalAreCheckedWithoutClosing()
{
    MultiPicker several;
    several.setChoices(metrics());
    several.show();
    QSignalSpy changed(&several, &MultiPicker::checkedChanged);
    several.openList();
    QTest::keyClick(several.list()->search(), Qt::Key_Space);
    QTest::keyClick(several.list()->search(), Qt::Key_Down);
    QTest::keyClick(several.list()->search(), Qt::Key_Space);
    QVERIFY(several.list());
    QCOMPARE(several.checked(), QStringList({QStringLiteral("placed"), QStringLiteral("viewed")}));
    QCOMPARE(several.text(), QStringLiteral("Placed Order or Viewed Product"));
    QTest::keyClick(several.list()->search(), Qt::Key_Space);
    QCOMPARE(several.checked(), QStringList({QStringLiteral("placed")}));
    QCOMPARE(changed.count(), 3);
}

void TestPicker::anUnknownIdShowsThePlaceholder()
{
    m_picker->setPlaceholder(QStringLiteral("Choose a metric"));
    m_picker->setCurrent(QStringLiteral("gone"));
    QCOMPARE(m_picker->text(), QStringLiteral("Choose a metric"));
}

void TestPicker::externalSearchAsksItsOwner()
{
    m_picker->setExternalSearch(true);
    QStringList asked;
    connect(m_picker.get(), &Picker::searchChanged, this, [&](const QString& text) {
        asked.append(text);
        m_picker->setChoices({{.id = text, .text = QStringLiteral("found %1").arg(text)}});
    });
    m_picker->openList();
    m_picker->list()->search()->setText(QStringLiteral("ana"));
    QCOMPARE(asked, QStringList({QString(), QStringLiteral("ana")}));
    QTest::keyClick(m_picker->list()->search(), Qt::Key_Return);
    QCOMPARE(m_picker->current(), QStringLiteral("ana"));
    QCOMPARE(m_picker->currentText(), QStringLiteral("found ana"));
}

void TestPicker::tenThousandChoicesFilterToTheRightOnes()
{
    Choices many;
    for (int i = 0; i < 10'000; ++i) {
        many.append({.id = QString::number(i), .text = QStringLiteral("Product %1").arg(i)});
    }
    ChoiceModel model;
    model.setChoices(many);
    model.setFilter(QStringLiteral("999"));
    QStringList expected;
    for (const Choice& choice : many) {
        if (choice.id.startsWith(QStringLiteral("999"))) {
            expected.append(choice.id);
        }
    }
    for (const Choice& choice : many) {
        if (choice.id.contains(QStringLiteral("999")) && !choice.id.startsWith(QStringLiteral("999"))) {
            expected.append(choice.id);
        }
    }
    QStringList found;
    for (int row = 0; row < model.rowCount(); ++row) {
        found.append(model.choiceAt(row)->id);
    }
    QCOMPARE(found, expected);
}

SHOPBELL_TEST(TestPicker)
#include "test_picker.moc"
