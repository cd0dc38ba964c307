// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/pages/open_shop.h"
#include "ui/shell/page_registry.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <map>

using namespace shopbell;
using namespace shopbell::ui;

/// By ear and by keyboard: what a screen reader finds on every page, where Tab leads, and whether text can be read.
class TestAccessibility : public QObject {
    Q_OBJECT

private:
    static constexpr int mostChildren = 300;
    static constexpr double least = 4.5;       ///< WCAG AA
    static constexpr double leastLarge = 3.0;  ///< from 24 px, or 18.66 px bold

    static QString nameOf(const Place& place)
    {
        return QStringLiteral("%1/%2%3").arg(QLatin1String(findPage(place.page)->key), place.action,
                                             place.id != 0 ? QString::number(place.id) : QString());
    }

    static bool mustHaveAName(QAccessible::Role role)
    {
        switch (role) {
        case QAccessible::PushButton:
        case QAccessible::CheckBox:
        case QAccessible::RadioButton:
        case QAccessible::ComboBox:
        case QAccessible::EditableText:
        case QAccessible::SpinBox:
        case QAccessible::Slider:
        case QAccessible::PageTab:
        case QAccessible::ButtonMenu:
        case QAccessible::ButtonDropDown:
        case QAccessible::MenuItem:
        case QAccessible::Link:
        case QAccessible::Table:
        case QAccessible::Tree:
        case QAccessible::List:
        case QAccessible::Chart:
        case QAccessible::ProgressBar:
        case QAccessible::Graphic: return true;
        default: return false;
        }
    }

    static QString describe(const QAccessibleInterface* accessible)
    {
        const QObject* object = accessible->object();
        QString words =
            object != nullptr ? QString::fromLatin1(object->metaObject()->className()) : QStringLiteral("item");
        for (const QObject* above = object != nullptr ? object->parent() : nullptr; above != nullptr;
             above = above->parent()) {
            words.prepend(QString::fromLatin1(above->metaObject()->className()).section(QLatin1String("::"), -1) +
                          QLatin1Char('>'));
        }
        return QStringLiteral("%1, role %2").arg(words).arg(accessible->role());
    }

    static void collectUnnamed(QAccessibleInterface* accessible, QStringList& unnamed)
    {
        if (accessible == nullptr || !accessible->isValid() || accessible->state().invisible) {
            return;
        }
        // An empty cell has nothing to say; its table has a name.
        const bool focusable = accessible->state().focusable && accessible->role() != QAccessible::ScrollBar &&
                               accessible->role() != QAccessible::Cell &&
                               qobject_cast<QAbstractScrollArea*>(accessible->object()) == nullptr;
        const auto* button = qobject_cast<QAbstractButton*>(accessible->object());
        if ((mustHaveAName(accessible->role()) || focusable || button != nullptr) &&
            accessible->text(QAccessible::Name).trimmed().isEmpty()) {
            unnamed << describe(accessible);
        }
        for (int index = 0; index < std::min(accessible->childCount(), mostChildren); ++index) {
            collectUnnamed(accessible->child(index), unnamed);
        }
    }

    /// Everything that Tab should reach.
    static QSet<QWidget*> tabStops(QWidget& window)
    {
        QSet<QWidget*> stops;
        for (QWidget* each : window.findChildren<QWidget*>()) {
            if ((each->focusPolicy() & Qt::TabFocus) && each->isVisible() && each->isEnabled() &&
                each->focusProxy() == nullptr && !each->isWindow() && qobject_cast<QScrollBar*>(each) == nullptr &&
                qobject_cast<QScrollArea*>(each) == nullptr) {
                stops << each;
            }
        }
        return stops;
    }

    /// The colour that covers most of `rect`: what the text stands on.
    static QColor background(const QImage& image, const QRect& rect)
    {
        std::map<QRgb, int> counts;
        for (int y = rect.top(); y <= rect.bottom(); ++y) {
            for (int x = rect.left(); x <= rect.right(); ++x) {
                ++counts[image.pixel(x, y)];
            }
        }
        const auto most = std::ranges::max_element(counts, {}, [](const auto& each) { return each.second; });
        return QColor::fromRgb(most->first);
    }
    static double strongest(const QImage& image, const QRect& rect, const QColor& behind)
    {
        double best = 1;
        QSet<QRgb> seen;
        for (int y = rect.top(); y <= rect.bottom(); ++y) {
            for (int x = rect.left(); x <= rect.right(); ++x) {
                const QRgb pixel = image.pixel(x, y);
                if (!seen.contains(pixel)) {
                    seen.insert(pixel);
                    best = std::max(best, contrastRatio(QColor::fromRgb(pixel), behind));
                }
            }
        }
        return best;
    }
    static bool hasLetters(const QString& text)
    {
        return std::ranges::any_of(text, [](QChar each) { return each.isLetterOrNumber(); });
    }
    /// Text that cannot be read well, in words.
    static QStringList faintText(QWidget& window)
    {
        QStringList faint;
        const QImage image = window.grab().toImage().convertToFormat(QImage::Format_RGB32);
        for (QWidget* each : window.findChildren<QWidget*>()) {
            const auto* label = qobject_cast<QLabel*>(each);
            const auto* button = qobject_cast<QAbstractButton*>(each);
            const QString text = label != nullptr ? label->text() : button != nullptr ? button->text() : QString();
            if (!each->isVisible() || !hasLetters(text) || !each->isEnabled()) {
                continue;
            }
            const QRect whole(each->mapTo(&window, QPoint()), each->size());
            const QRect rect =
                each->visibleRegion().boundingRect().translated(whole.topLeft()).intersected(image.rect());
            if (rect.width() < 8 || rect.height() < 8) {
                continue;
            }
            const QFont font = each->font();
            const bool large = font.pixelSize() >= 24 || (font.pixelSize() >= 19 && font.weight() >= QFont::DemiBold);
            const QColor behind = background(image, rect);
            const double ratio = strongest(image, rect, behind);
            // Smoothing takes a little of the edge of every stroke.
            if (ratio < (large ? leastLarge : least) - 0.05) {
                faint << QStringLiteral("\"%1\" (%2) on %3: %4")
                             .arg(text, QString::fromLatin1(each->metaObject()->className()), behind.name())
                             .arg(ratio, 0, 'f', 2);
            }
        }
        return faint;
    }

private slots:
    void cleanup() { theme().setAppearance(Appearance::Light); }

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
        QCOMPARE(faintText(window).size(), 1);
        QStringList unnamed;
        collectUnnamed(QAccessible::queryAccessibleInterface(&window), unnamed);
        QCOMPARE(unnamed.size(), 1);
        button.setText(QStringLiteral("Press"));
        faint.setColor(QPalette::WindowText, Qt::black);
        label.setPalette(faint);
        unnamed.clear();
        collectUnnamed(QAccessible::queryAccessibleInterface(&window), unnamed);
        QVERIFY(unnamed.isEmpty());
        QVERIFY(faintText(window).isEmpty());
    }

    void everyControlOfEveryPageHasAName_data()
    {
        QTest::addColumn<bool>("filled");
        QTest::newRow("empty") << false;
        QTest::newRow("with the demo shop") << true;
    }
    void everyControlOfEveryPageHasAName()
    {
        QFETCH(bool, filled);
        test::OpenShop shop(filled);
        QVERIFY(shop.isReady());
        QStringList problems;
        for (const Place& place : shop.places()) {
            shop.show(place);
            QStringList unnamed;
            collectUnnamed(QAccessible::queryAccessibleInterface(&shop.window()), unnamed);
            for (const QString& each : unnamed) {
                problems << nameOf(place) + QStringLiteral(": ") + each;
            }
        }
        problems.removeDuplicates();
        QVERIFY2(problems.isEmpty(), qPrintable(QLatin1Char('\n') + problems.join(QLatin1Char('\n'))));
    }

    void tabReachesEverythingAndNeverStays()
    {
        test::OpenShop shop(true);
        QVERIFY(shop.isReady());
        QStringList problems;
        for (const Place& place : shop.places()) {
            shop.show(place);
            QWidget& window = shop.window();
            window.activateWindow();
            window.setFocus();
            QSet<QWidget*> missing = tabStops(window);
            const qsizetype stops = missing.size();
            QSet<QWidget*> visited;
            QWidget* before = nullptr;
            for (qsizetype step = 0; step < 2 * stops + 5; ++step) {
                QWidget* target = QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : &window;
                QTest::keyClick(target, Qt::Key_Tab);
                QWidget* now = QApplication::focusWidget();
                if (now == nullptr || now == before) {
                    problems << QStringLiteral("%1: Tab stays at %2")
                                    .arg(nameOf(place), now != nullptr
                                                            ? QString::fromLatin1(now->metaObject()->className()) +
                                                                  QLatin1Char(' ') + now->accessibleName()
                                                            : QStringLiteral("nothing"));
                    break;
                }
                before = now;
                missing.remove(now);
                visited.insert(now);
            }
            // What a wheel of tabs or radio buttons holds is reached by its arrows.
            for (const QWidget* each : std::as_const(missing)) {
                const auto* button = qobject_cast<const QAbstractButton*>(each);
                if (button != nullptr && button->autoExclusive()) {
                    continue;
                }
                problems << QStringLiteral("%1: Tab does not reach %2 \"%3\"")
                                .arg(nameOf(place), QString::fromLatin1(each->metaObject()->className()),
                                     each->accessibleName());
            }
        }
        QVERIFY2(problems.isEmpty(), qPrintable(QLatin1Char('\n') + problems.join(QLatin1Char('\n'))));
    }

    void textOfEveryPageCanBeRead_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void textOfEveryPageCanBeRead()
    {
        QFETCH(bool, dark);
        theme().setAppearance(dark ? Appearance::Dark : Appearance::Light);
        test::OpenShop shop(true);
        QVERIFY(shop.isReady());
        QStringList problems;
        for (const Place& place : shop.places()) {
            shop.show(place);
            for (const QString& each : faintText(shop.window())) {
                problems << nameOf(place) + QStringLiteral(": ") + each;
            }
        }
        problems.removeDuplicates();
        QVERIFY2(problems.isEmpty(), qPrintable(QLatin1Char('\n') + problems.join(QLatin1Char('\n'))));
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
