// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/pages/open_shop.h"
#include "ui/pages/sights.h"
#include "ui/pages/widget_checks.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>

using namespace shopbell;
using namespace shopbell::ui;
using test::Sight;

/// By ear, by keyboard and at any size: what a screen reader finds, where Tab leads, whether text can be read, and
/// whether everything can be brought into view. Run again at one and a half and at twice the size.
class TestAccessibility : public QObject {
    Q_OBJECT

private:
    static constexpr QSize leastSize{1100, 700};

    static QStringList look(QWidget& scope)
    {
        return test::findUnnamed(scope) + test::findOutOfReach(scope) + test::findFaintText(scope) +
               test::findTabTroubles(scope);
    }
    static void report(QStringList& problems, const QString& where, const QStringList& found)
    {
        for (const QString& each : found) {
            problems << where + QStringLiteral(": ") + each;
        }
    }
    static QByteArray asLines(QStringList& problems)
    {
        problems.removeDuplicates();
        return ('\n' + problems.join(QLatin1Char('\n'))).toUtf8();
    }

private slots:
    void cleanup()
    {
        theme().setAppearance(Appearance::Light);
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    /// The checks below find what they look for.
    void faintTextAndUnnamedControlsAreFound()
    {
        QWidget window;
        window.resize(400, 200);
        QPalette white;
        white.setColor(QPalette::Window, Qt::white);
        window.setPalette(white);
        window.setAutoFillBackground(true);
        QLabel label(QStringLiteral("Hard to read"), &window);
        QPalette faint = white;
        faint.setColor(QPalette::WindowText, QColor(0xb0, 0xb0, 0xb0));
        label.setPalette(faint);
        label.setGeometry(10, 10, 200, 30);
        QPushButton button(&window);
        button.setGeometry(10, 60, 80, 30);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(test::findFaintText(window).size(), 1);
        QCOMPARE(test::findUnnamed(window).size(), 1);
        button.setText(QStringLiteral("Press"));
        faint.setColor(QPalette::WindowText, Qt::black);
        label.setPalette(faint);
        QVERIFY(test::findUnnamed(window).isEmpty());
        QVERIFY(test::findFaintText(window).isEmpty());
    }

    void whatIsOutOfReachOrCutOffIsFound_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("from the left") << Qt::LeftToRight;
        QTest::newRow("from the right") << Qt::RightToLeft;
    }
    void whatIsOutOfReachOrCutOffIsFound()
    {
        QFETCH(Qt::LayoutDirection, direction);
        QWidget window;
        window.setLayoutDirection(direction);
        window.resize(400, 200);
        QScrollArea area(&window);
        area.setGeometry(0, 0, 200, 200);
        auto* content = new QWidget;
        content->resize(600, 900);
        area.setWidget(content);
        auto* far = new QPushButton(QStringLiteral("Far away"), content);
        far->move(500, 850);
        auto* beside = new QPushButton(QStringLiteral("Beside"), &window);
        beside->move(220, 20);
        auto* cut = new QLabel(QStringLiteral("Words that need their room"), &window);
        cut->setGeometry(205, 100, 195, 30);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(test::findOutOfReach(window), QStringList());
        area.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        far->move(direction == Qt::LeftToRight ? 500 : 0, 850);
        QCOMPARE(test::findOutOfReach(window).size(), 1);
        area.setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
        beside->move(380, 20);
        QCOMPARE(test::findOutOfReach(window).size(), 1);
        beside->move(220, 20);
        cut->resize(40, 30);
        QCOMPARE(test::findOutOfReach(window).size(), 1);
    }

    void aControlThatTabPassesByIsFound()
    {
        QWidget window;
        auto* row = new QHBoxLayout(&window);
        auto* first = new QPushButton(QStringLiteral("One"));
        auto* second = new QPushButton(QStringLiteral("Two"));
        auto* third = new QPushButton(QStringLiteral("Three"));
        for (QWidget* each : {first, second, third}) {
            row->addWidget(each);
        }
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(test::findTabTroubles(window), QStringList());
        // Round and round between two of three.
        connect(qApp, &QApplication::focusChanged, &window, [&](QWidget*, QWidget* now) {
            if (now == third) {
                first->setFocus();
            }
        });
        QCOMPARE(test::findTabTroubles(window).size(), 1);
    }

    void everythingThatCanBeSeenCanBeHeardReadAndReached_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("light, from the left") << false << Qt::LeftToRight;
        QTest::newRow("dark, from the right") << true << Qt::RightToLeft;
    }
    void everythingThatCanBeSeenCanBeHeardReadAndReached()
    {
        QFETCH(bool, dark);
        QFETCH(Qt::LayoutDirection, direction);
        theme().setAppearance(dark ? Appearance::Dark : Appearance::Light);
        QApplication::setLayoutDirection(direction);
        const QTemporaryDir folder;
        test::OpenShop shop(true);
        QVERIFY(shop.isReady());
        shop.window().resize(leastSize);
        QStringList problems;
        for (const Sight& sight : test::listSights(shop, folder)) {
            if (!test::lookAt(shop, sight, [&](QWidget& scope) { report(problems, sight.name, look(scope)); })) {
                problems << sight.name + QStringLiteral(": is not there");
            }
        }
        QVERIFY2(problems.isEmpty(), asLines(problems));
    }

    /// What says that there is nothing yet.
    void anEmptyShopCanBeHeardReadAndReached_data() { everythingThatCanBeSeenCanBeHeardReadAndReached_data(); }
    void anEmptyShopCanBeHeardReadAndReached()
    {
        QFETCH(bool, dark);
        QFETCH(Qt::LayoutDirection, direction);
        theme().setAppearance(dark ? Appearance::Dark : Appearance::Light);
        QApplication::setLayoutDirection(direction);
        test::OpenShop shop(false);
        QVERIFY(shop.isReady());
        shop.window().resize(leastSize);
        QStringList problems;
        for (const Place& place : shop.places()) {
            const Sight sight{QString::number(int(place.page)) + place.action, place, {}, false};
            QVERIFY(test::lookAt(shop, sight, [&](QWidget& scope) { report(problems, sight.name, look(scope)); }));
        }
        QVERIFY2(problems.isEmpty(), asLines(problems));
    }

    void theFirstScreenCanBeHeardReadAndReached_data() { everythingThatCanBeSeenCanBeHeardReadAndReached_data(); }
    void theFirstScreenCanBeHeardReadAndReached()
    {
        QFETCH(bool, dark);
        QFETCH(Qt::LayoutDirection, direction);
        theme().setAppearance(dark ? Appearance::Dark : Appearance::Light);
        QApplication::setLayoutDirection(direction);
        test::OpenShop shop(test::OpenShop::AtTheDoor{});
        shop.window().resize(leastSize);
        shop.window().showWelcome(QStringLiteral("This workspace is open in another window, which is in front now."));
        shop.settle();
        QStringList problems;
        report(problems, QStringLiteral("welcome"), look(shop.window()));
        const Sight made{QStringLiteral("new workspace"), {}, {QStringLiteral("New workspace")}, true};
        QVERIFY(test::lookAt(shop, made, [&](QWidget& scope) { report(problems, made.name, look(scope)); }));
        QVERIFY2(problems.isEmpty(), asLines(problems));
    }

    void nothingIsLeftRunningByAClosedPage()
    {
        test::OpenShop shop(true);
        QVERIFY(shop.isReady());
        for (const Place& place : shop.places()) {
            shop.window().frame().navigate(place);
        }
        EngineBridge* bridge = shop.window().bridge();
        shop.window().frame().attach(nullptr);
        // The bridge's own question for the workspace may still be under way.
        QTRY_VERIFY(bridge->isIdle());
    }
};

SHOPBELL_TEST(TestAccessibility)
#include "test_accessibility.moc"
