// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/widgets/button.h"
#include "ui/widgets/date_range_picker.h"
#include "ui/widgets/month_grid.h"

#include <QSignalSpy>
#include <QTest>

using namespace shopbell::ui;

namespace {

const QDate today(2026, 11, 21);

}  // namespace

class TestDateRange : public QObject {
    Q_OBJECT
private slots:
    void presetsEndTodayAndHoldTheDaysTheySay();
    void comparisonsAreAsLongAndEndWhereTheRangeBegins();
    void twoDaysByKeyboardMakeARange();
    void daysAfterTodayCannotBeChosen();
    void aPresetIsOneClick();
};

void TestDateRange::presetsEndTodayAndHoldTheDaysTheySay()
{
    QCOMPARE(rangeOf(RangePreset::Last7, today), (DateRange{QDate(2026, 11, 15), today}));
    QCOMPARE(rangeOf(RangePreset::Last7, today).days(), 7);
    QCOMPARE(rangeOf(RangePreset::Last30, today).days(), 30);
    QCOMPARE(rangeOf(RangePreset::Last12Months, today), (DateRange{QDate(2025, 11, 22), today}));
    QCOMPARE(rangeOf(RangePreset::LastMonth, today), (DateRange{QDate(2026, 10, 1), QDate(2026, 10, 31)}));
    QCOMPARE(rangeOf(RangePreset::LastMonth, QDate(2024, 3, 31)), (DateRange{QDate(2024, 2, 1), QDate(2024, 2, 29)}));
    QCOMPARE(rangeOf(RangePreset::LastYear, today), (DateRange{QDate(2025, 1, 1), QDate(2025, 12, 31)}));
}

void TestDateRange::comparisonsAreAsLongAndEndWhereTheRangeBegins()
{
    for (int days = 1; days < 400; days += 7) {
        const DateRange range{today.addDays(1 - days), today};
        const DateRange before = comparedRange(range, Comparison::PeriodBefore);
        QCOMPARE(before.days(), days);
        QCOMPARE(before.to.addDays(1), range.from);
    }
    QCOMPARE(comparedRange({QDate(2026, 11, 1), today}, Comparison::YearBefore),
             (DateRange{QDate(2025, 11, 1), QDate(2025, 11, 21)}));
    QVERIFY(!comparedRange({today, today}, Comparison::None).from.isValid());
}

void TestDateRange::twoDaysByKeyboardMakeARange()
{
    DateRangePicker picker(today);
    picker.show();
    QVERIFY(QTest::qWaitForWindowExposed(&picker));
    QSignalSpy changed(&picker, &DateRangePicker::rangeChanged);
    QTest::keyClick(&picker, Qt::Key_Down);
    QVERIFY(picker.panel());
    const auto grids = picker.panel()->findChildren<MonthGrid*>();
    QCOMPARE(grids.size(), 2);
    MonthGrid* month = grids[0]->month() == QDate(2026, 11, 1) ? grids[0] : grids[1];
    month->setFocus();
    month->setCursor(QDate(2026, 11, 3));
    QTest::keyClick(month, Qt::Key_Return);
    QCOMPARE(changed.count(), 0);
    QTest::keyClick(month, Qt::Key_Down);
    QTest::keyClick(month, Qt::Key_Right);
    QTest::keyClick(month, Qt::Key_Return);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(picker.range(), (DateRange{QDate(2026, 11, 3), QDate(2026, 11, 11)}));
    QCOMPARE(picker.preset(), RangePreset::Custom);
}

void TestDateRange::daysAfterTodayCannotBeChosen()
{
    MonthGrid grid(today);
    grid.setBounds({}, today);
    grid.setCursor(today);
    QSignalSpy chosen(&grid, &MonthGrid::dayChosen);
    QTest::keyClick(&grid, Qt::Key_Down);
    QTest::keyClick(&grid, Qt::Key_Return);
    QCOMPARE(chosen[0][0].toDate(), today);
    for (int y = 4; y < grid.height(); y += 8) {
        for (int x = 4; x < grid.width(); x += 8) {
            QTest::mouseClick(&grid, Qt::LeftButton, {}, QPoint(x, y));
        }
    }
    QVERIFY(chosen.count() > 21);
    for (const auto& call : chosen) {
        QVERIFY(call[0].toDate() <= today);
    }
}

void TestDateRange::aPresetIsOneClick()
{
    DateRangePicker picker(today);
    picker.show();
    QSignalSpy changed(&picker, &DateRangePicker::rangeChanged);
    picker.openPanel();
    for (Button* button : picker.panel()->findChildren<Button*>()) {
        if (button->text() == presetName(RangePreset::Last90)) {
            button->click();
            break;
        }
    }
    QCOMPARE(changed.count(), 1);
    QCOMPARE(picker.range().days(), 90);
    QTRY_VERIFY(!picker.panel());
}

SHOPBELL_TEST(TestDateRange)
#include "test_date_range.moc"
