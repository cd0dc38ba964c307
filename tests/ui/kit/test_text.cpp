// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/theme/theme.h"
#include "ui/widgets/text.h"

#include <QImage>
#include <QTest>

#include <algorithm>

using namespace shopbell::ui;

class TestText : public QObject {
    Q_OBJECT
private slots:
    void wordsStandAtTheEdgeWhereReadingBegins_data();
    void wordsStandAtTheEdgeWhereReadingBegins();
    void aCentredTextStaysInTheMiddle();
};

namespace {

constexpr int wide = 300;

/// The first and last column that holds ink.
std::pair<int, int> inkOf(Text& text)
{
    text.setAutoFillBackground(true);
    text.setFixedSize(wide, 60);
    text.show();
    QCoreApplication::processEvents();
    const QImage picture = text.grab().toImage();
    const QRgb ground = picture.pixel(picture.width() / 2, picture.height() - 1);
    int first = picture.width();
    int last = -1;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (picture.pixel(x, y) != ground) {
                first = std::min(first, x);
                last = std::max(last, x);
            }
        }
    }
    return {first, last};
}

}  // namespace

void TestText::wordsStandAtTheEdgeWhereReadingBegins_data()
{
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"plain", "wrapped", "elided", "rich", "selectable"}) {
        QTest::newRow(kind) << QString::fromLatin1(kind);
    }
}

void TestText::wordsStandAtTheEdgeWhereReadingBegins()
{
    QFETCH(QString, kind);
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        Text text(QStringLiteral("Three words here"));
        text.setLayoutDirection(direction);
        if (kind == QLatin1String("wrapped")) {
            text.wrapped();
        } else if (kind == QLatin1String("elided")) {
            text.elided();
        } else if (kind == QLatin1String("rich")) {
            text.wrapped()->setRich(QStringLiteral("<b>Three</b> words here"));
        } else if (kind == QLatin1String("selectable")) {
            text.wrapped()->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        }
        const auto [first, last] = inkOf(text);
        const bool mirrored = direction == Qt::RightToLeft;
        QVERIFY2(mirrored ? last >= wide - 6 && first > wide / 3 : first <= 6 && last < wide * 2 / 3,
                 qPrintable(QStringLiteral("%1 to %2").arg(first).arg(last)));
    }
}

void TestText::aCentredTextStaysInTheMiddle()
{
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        Text text(QStringLiteral("Three words here"));
        text.setLayoutDirection(direction);
        text.setAlignment(Qt::AlignCenter);
        const auto [first, last] = inkOf(text);
        QVERIFY(std::abs(first - (wide - 1 - last)) <= 4);
    }
}

SHOPBELL_TEST(TestText)
#include "test_text.moc"
