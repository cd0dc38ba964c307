// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTest>

using namespace shopbell::ui;

class TestIcons : public QObject {
    Q_OBJECT
private slots:
    void thereAreAtLeastSixtyFour();
    void everyNameHasAFileAndEveryFileAName();
    void everyIconKeepsToTheGrid();
    void everyIconDrawsInTheAskedColour();
    void aSharperScreenGetsMorePixels();
    void themedIconChangesWithTheTheme();
};

void TestIcons::thereAreAtLeastSixtyFour()
{
    QVERIFY(iconCount - 1 >= 64);
}

void TestIcons::everyNameHasAFileAndEveryFileAName()
{
    QSet<QString> files;
    for (const QString& file : QDir(QStringLiteral(":/shopbell/icons")).entryList({QStringLiteral("*.svg")})) {
        files.insert(file.chopped(4));
    }
    QSet<QString> names;
    for (int i = 1; i < iconCount; ++i) {
        names.insert(QLatin1String(iconFile(static_cast<IconName>(i))));
    }
    QCOMPARE(files, names);
}

void TestIcons::everyIconKeepsToTheGrid()
{
    for (int i = 1; i < iconCount; ++i) {
        QFile file(QStringLiteral(":/shopbell/icons/%1.svg").arg(QLatin1String(iconFile(static_cast<IconName>(i)))));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray svg = file.readAll();
        for (const char* part :
             {"viewBox=\"0 0 24 24\"", "stroke-width=\"2\"", "stroke-linecap=\"round\"", "currentColor"}) {
            QVERIFY2(svg.contains(part), qPrintable(file.fileName()));
        }
    }
}

void TestIcons::everyIconDrawsInTheAskedColour()
{
    const QColor asked(200, 30, 60);
    for (int i = 1; i < iconCount; ++i) {
        const auto name = static_cast<IconName>(i);
        const QImage image =
            theme().icons().pixmap(name, asked, 48, 1.0).toImage().convertToFormat(QImage::Format_ARGB32);
        int solid = 0;
        int onEdge = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor at = image.pixelColor(x, y);
                if (at.alpha() == 255) {
                    ++solid;
                    QVERIFY2(qAbs(at.red() - asked.red()) < 3 && qAbs(at.green() - asked.green()) < 3, iconFile(name));
                }
                if (at.alpha() > 40 && (x == 0 || y == 0 || x == 47 || y == 47)) {
                    ++onEdge;
                }
            }
        }
        QVERIFY2(solid > 30, iconFile(name));
        QVERIFY2(onEdge == 0, iconFile(name));
    }
}

void TestIcons::aSharperScreenGetsMorePixels()
{
    const QPixmap sharp = theme().icons().pixmap(IconName::Bell, Qt::black, 16, 2.0);
    QCOMPARE(sharp.width(), 32);
    QCOMPARE(sharp.devicePixelRatio(), 2.0);
}

void TestIcons::themedIconChangesWithTheTheme()
{
    const QIcon bell = icon(IconName::Bell, Token::Ink, 24);
    const QImage light = bell.pixmap(24, 24).toImage();
    theme().setAppearance(Appearance::Dark);
    const QImage dark = bell.pixmap(24, 24).toImage();
    theme().setAppearance(Appearance::Light);
    QVERIFY(light != dark);
    QCOMPARE(bell.pixmap(24, 24).toImage(), light);
}

SHOPBELL_TEST(TestIcons)
#include "test_icons.moc"
