// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/theme/icon.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/table.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace shopbell::ui;

namespace {

class CountingModel : public QAbstractTableModel {
public:
    explicit CountingModel(int rows) : m_rows(rows) {}

    int rowCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : m_rows; }
    int columnCount(const QModelIndex&) const override { return 5; }
    QVariant data(const QModelIndex& index, int role) const override
    {
        if (role == Qt::DisplayRole) {
            ++asked;
            lowest = std::max(lowest, index.row());
            return QStringLiteral("%1/%2").arg(index.row()).arg(index.column());
        }
        return {};
    }
    void setRows(int rows)
    {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    }

    mutable int asked = 0;
    mutable int lowest = 0;

private:
    int m_rows;
};

}  // namespace

class TestTable : public QObject {
    Q_OBJECT
private slots:
    void aMillionRowsAskOnlyForWhatIsShown();
    void theLastOfAMillionRowsIsOneKeyAway();
    void returnOpensTheRow();
    void theEmptyStateShowsWithoutRows();
    void columnsAreRemembered();
    void columnsYieldWhereThereIsLittleRoom();
    void howLongAMillionRowsTake();
};

void TestTable::aMillionRowsAskOnlyForWhatIsShown()
{
    CountingModel model(1'000'000);
    Table table;
    table.resize(900, 600);
    table.setModel(&model);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    (void)table.grab();
    const int shown = 600 / size::tableRow + 2;
    QVERIFY2(model.asked <= 4 * 5 * shown, qPrintable(QString::number(model.asked)));
    QVERIFY2(model.lowest <= shown, qPrintable(QString::number(model.lowest)));
    model.asked = 0;
    table.verticalScrollBar()->setValue(table.verticalScrollBar()->maximum() / 2);
    (void)table.grab();
    QVERIFY2(model.asked <= 4 * 5 * shown, qPrintable(QString::number(model.asked)));
    QVERIFY(model.lowest > 400'000);
}

void TestTable::theLastOfAMillionRowsIsOneKeyAway()
{
    CountingModel model(1'000'000);
    Table table;
    table.resize(900, 600);
    table.setModel(&model);
    table.show();
    table.setFocus();
    table.setCurrentIndex(model.index(0, 0));
    QTest::keyClick(&table, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(table.currentIndex().row(), 999'999);
    QVERIFY(table.viewport()->rect().intersects(table.visualRect(table.currentIndex())));
}

void TestTable::returnOpensTheRow()
{
    CountingModel model(10);
    Table table;
    table.setModel(&model);
    table.setCurrentIndex(model.index(4, 0));
    QSignalSpy opened(&table, &Table::rowActivated);
    QTest::keyClick(&table, Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened[0][0].toModelIndex().row(), 4);
}

void TestTable::theEmptyStateShowsWithoutRows()
{
    CountingModel model(0);
    Table table;
    auto* empty = new EmptyState(IconName::Users, QStringLiteral("Nobody yet"), QStringLiteral("Connect a store."));
    table.setEmptyState(empty);
    table.setModel(&model);
    table.resize(600, 400);
    table.show();
    QVERIFY(empty->isVisible());
    QCOMPARE(empty->geometry(), table.viewport()->rect());
    model.setRows(3);
    QVERIFY(!empty->isVisible());
    model.setRows(0);
    QVERIFY(empty->isVisible());
}

void TestTable::columnsAreRemembered()
{
    CountingModel model(10);
    Table one;
    one.setModel(&model);
    one.setColumnWidth(1, 333);
    one.horizontalHeader()->moveSection(0, 2);
    Table other;
    other.setModel(&model);
    QVERIFY(other.restoreColumns(one.saveColumns()));
    QCOMPARE(other.columnWidth(1), 333);
    QCOMPARE(other.horizontalHeader()->visualIndex(0), 2);
    QVERIFY(!other.restoreColumns({}));
}

void TestTable::columnsYieldWhereThereIsLittleRoom()
{
    CountingModel model(10);
    Table table;
    table.setModel(&model);
    table.setStretchColumn(0);
    for (int column = 1; column < 5; ++column) {
        table.setColumnWidth(column, 100);
    }
    table.setYieldingColumns(200, {3, 1});
    const auto hiddenAt = [&](int width) {
        table.resize(width, 300);
        table.show();
        QCoreApplication::processEvents();
        QList<int> hidden;
        for (int column = 0; column < 5; ++column) {
            if (table.isColumnHidden(column)) {
                hidden << column;
            }
        }
        return hidden;
    };
    QCOMPARE(hiddenAt(700), QList<int>{});
    QCOMPARE(hiddenAt(560), QList<int>{3});
    QVERIFY(table.columnWidth(0) >= 200);
    QCOMPARE(hiddenAt(450), (QList<int>{1, 3}));
    // There is nothing more to take away, and all come back.
    QCOMPARE(hiddenAt(300), (QList<int>{1, 3}));
    QCOMPARE(hiddenAt(700), QList<int>{});
    QCOMPARE(table.columnWidth(3), 100);
}

void TestTable::howLongAMillionRowsTake()
{
    CountingModel model(1'000'000);
    Table table;
    table.resize(1200, 800);
    table.setModel(&model);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    (void)table.grab();
    QElapsedTimer clock;
    clock.start();
    model.setRows(999'999);
    const auto reset = clock.nsecsElapsed();
    clock.restart();
    (void)table.grab();
    const auto paint = clock.nsecsElapsed();
    clock.restart();
    for (int i = 1; i <= 20; ++i) {
        table.verticalScrollBar()->setValue(table.verticalScrollBar()->maximum() / 20 * i);
        (void)table.grab();
    }
    const auto scroll = clock.nsecsElapsed() / 20;
    qInfo("1,000,000 rows: reset %.2f ms, first paint %.2f ms, a jump and its paint %.2f ms", double(reset) / 1e6,
          double(paint) / 1e6, double(scroll) / 1e6);
}

SHOPBELL_TEST(TestTable)
#include "test_table.moc"
