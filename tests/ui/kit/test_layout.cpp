// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/text.h"

#include <QTest>

using namespace shopbell;
using namespace shopbell::ui;

/// How a page stands in its window, seen at once, without a turn of the event loop: the first frame must be right.
class TestLayout : public QObject {
    Q_OBJECT
private slots:
    void aPageFitsANarrowerWindowAtOnce_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {1400, 900, 640, 1700, 500}) {
            QTest::newRow(qPrintable(QString::number(width))) << width;
        }
    }
    void aPageFitsANarrowerWindowAtOnce()
    {
        QFETCH(int, width);
        PageScroll page;
        page.setReadingWidth(760, PageScroll::Reading::Leading);
        auto* words = new Text(QStringLiteral("Something to read that is a little longer than a word or two."));
        page.column()->addWidget(words->wrapped());
        page.resize(1600, 600);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        page.resize(width, 600);
        QCOMPARE(page.widget()->width(), page.viewport()->width());
    }

    void columnsMayBeArrangedBeforeThePageIsLaidOut()
    {
        PageScroll page;
        auto* side = new QWidget;
        page.column()->addWidget(side);
        connect(&page, &PageScroll::aboutToFit, side, [&] { side->setFixedWidth(page.width() >= 1000 ? 900 : 300); });
        page.resize(1200, 600);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QCOMPARE(side->minimumWidth(), 900);
        page.resize(700, 600);
        QCOMPARE(side->minimumWidth(), 300);
        QCOMPARE(page.widget()->width(), page.viewport()->width());
    }
};

SHOPBELL_TEST(TestLayout)
#include "test_layout.moc"
