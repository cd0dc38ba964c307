// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/big_number.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text.h"

#include <QApplication>
#include <QDBusVariant>
#include <QImage>
#include <QLineEdit>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace shopbell::ui;

class TestTheme : public QObject {
    Q_OBJECT
private slots:
    void cleanup() { theme().setAppearance(Appearance::Light); }
    void switchingRepaintsEveryPieceInItsNewColours();
    void switchingSaysSoOnce();
    void theDesktopsOwnSettingIsFollowedOnlyWhenAsked();
    void textKeepsItsTokenThroughASwitch();
    void lessMotionMeansNoMotion();
    void digitsAllTakeTheSameWidth();
};

void TestTheme::switchingRepaintsEveryPieceInItsNewColours()
{
    Card card(QStringLiteral("Revenue"));
    card.body()->addWidget(new BigNumber(QStringLiteral("Orders"), QStringLiteral("214")));
    card.body()->addWidget(new Button(QStringLiteral("Send")));
    card.body()->addWidget(new QLineEdit(QStringLiteral("words")));
    card.resize(300, 220);
    card.show();
    QVERIFY(QTest::qWaitForWindowExposed(&card));
    const QImage light = card.grab().toImage();
    QCOMPARE(light.pixelColor(8, 100), color(Token::Surface));
    theme().setAppearance(Appearance::Dark);
    QCoreApplication::processEvents();
    const QImage dark = card.grab().toImage();
    QCOMPARE(dark.pixelColor(8, 100), color(Token::Surface));
    QVERIFY(light.pixelColor(8, 100) != dark.pixelColor(8, 100));
    // Nothing may still be painted in a colour of the other look: no large light area is left in the dark one.
    int bright = 0;
    for (int y = 0; y < dark.height(); ++y) {
        for (int x = 0; x < dark.width(); ++x) {
            bright += dark.pixelColor(x, y).lightness() > 200 ? 1 : 0;
        }
    }
    QVERIFY2(bright < dark.width() * dark.height() / 20, qPrintable(QString::number(bright)));
}

void TestTheme::switchingSaysSoOnce()
{
    QSignalSpy changes(&theme(), &Theme::changed);
    theme().setAppearance(Appearance::Dark);
    theme().setAppearance(Appearance::Dark);
    QCOMPARE(changes.count(), 1);
    QVERIFY(theme().isDark());
}

void TestTheme::theDesktopsOwnSettingIsFollowedOnlyWhenAsked()
{
    const auto desktopSays = [](const QString& group, const QString& key, const QVariant& value) {
        QVERIFY(QMetaObject::invokeMethod(&theme(), "portalSettingChanged", Q_ARG(QString, group), Q_ARG(QString, key),
                                          Q_ARG(QDBusVariant, QDBusVariant(value))));
    };
    const QString group = QStringLiteral("org.freedesktop.appearance");
    const QString key = QStringLiteral("color-scheme");
    desktopSays(group, key, 1U);
    QVERIFY(!theme().isDark());
    theme().setAppearance(Appearance::System);
    QVERIFY(theme().isDark());
    desktopSays(group, key, 2U);
    QVERIFY(!theme().isDark());
    desktopSays(group, QStringLiteral("accent-color"), 1U);
    QVERIFY(!theme().isDark());
    theme().setReducedMotion(false);
    desktopSays(QStringLiteral("org.gnome.desktop.interface"), QStringLiteral("enable-animations"), false);
    QVERIFY(theme().reducedMotion());
}

void TestTheme::textKeepsItsTokenThroughASwitch()
{
    Text text(QStringLiteral("quiet"), TextStyle::Label, Token::InkSoft);
    QCOMPARE(text.palette().color(QPalette::WindowText), color(Token::InkSoft));
    theme().setAppearance(Appearance::Dark);
    QCoreApplication::processEvents();
    QCOMPARE(text.palette().color(QPalette::WindowText), color(Token::InkSoft));
    QCOMPARE(QApplication::palette().color(QPalette::Window), color(Token::Paper));
}

void TestTheme::lessMotionMeansNoMotion()
{
    theme().setReducedMotion(false);
    QCOMPARE(theme().duration(motion::calm), motion::calm);
    theme().setReducedMotion(true);
    QCOMPARE(theme().duration(motion::calm), 0);
}

void TestTheme::digitsAllTakeTheSameWidth()
{
    const QFont used = textFont(TextStyle::Body);
    QCOMPARE(figuresWidth(used, QStringLiteral("1111")), figuresWidth(used, QStringLiteral("8888")));
    const auto lastColumn = [&](const QString& text) {
        QImage image(120, 30, QImage::Format_ARGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setFont(used);
        drawFigures(painter, QRectF(0, 0, 100, 30), Qt::AlignRight, text);
        for (int x = 119; x >= 0; --x) {
            for (int y = 0; y < 30; ++y) {
                if (image.pixelColor(x, y).lightness() < 128) {
                    return x;
                }
            }
        }
        return -1;
    };
    // The last letter of both ends in the same place, whatever stands before it.
    QCOMPARE(lastColumn(QStringLiteral("1,111 x")), lastColumn(QStringLiteral("8,088 x")));
}

SHOPBELL_TEST(TestTheme)
#include "test_theme.moc"
