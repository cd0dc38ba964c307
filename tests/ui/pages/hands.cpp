// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/hands.h"

#include "ui/widgets/sheet.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScrollArea>
#include <QTest>
#include <QTextEdit>
#include <QTimer>
#include <QWheelEvent>

#include <optional>

namespace shopbell::test {

namespace {

constexpr int patience = 15'000;
constexpr int mostTabs = 300;
constexpr int mostWheels = 60;

QWidget* inFront()
{
    if (QWidget* popup = QApplication::activePopupWidget()) {
        return popup;
    }
    if (QWidget* modal = QApplication::activeModalWidget()) {
        return modal;
    }
    if (QApplication::activeWindow() == nullptr) {
        // Without a window manager nobody makes the window active again when a dialog has closed.
        for (QWidget* each : QApplication::topLevelWidgets()) {
            if (each->isVisible()) {
                QApplication::setActiveWindow(each);
            }
        }
    }
    return QApplication::activeWindow();
}

QString nameOf(const QWidget* widget)
{
    if (!widget->accessibleName().isEmpty()) {
        return widget->accessibleName();
    }
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    return button != nullptr ? button->text().remove(QLatin1Char('&')) : QString();
}

bool isThere(const QWidget* widget)
{
    return widget->isVisible() && widget->isEnabled() && !widget->size().isEmpty();
}

/// The scroll area whose content the widget is in; null: none.
QScrollArea* scrollerOf(const QWidget* widget)
{
    for (QWidget* above = widget->parentWidget(); above != nullptr; above = above->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(above)) {
            return area;
        }
    }
    return nullptr;
}

/// What a hand can reach in the window: an open sheet dims all that is behind it.
QWidget* reachable(QWidget* top)
{
    for (auto* sheet : top->findChildren<ui::Sheet*>()) {
        if (sheet->isOpen()) {
            return sheet;
        }
    }
    return top;
}

/// Where a click meets the widget and nothing else: its middle, when that is on the screen and uncovered.
bool meets(QWidget* widget, const QPoint& at)
{
    QWidget* top = widget->window();
    const QWidget* hit = top->childAt(widget->mapTo(top, at));
    return hit == widget || (hit != nullptr && widget->isAncestorOf(hit));
}

/// As a hand would: the wheel over the page until the thing is in view. False too when it went away meanwhile.
bool bringIntoView(const QPointer<QWidget>& widget)
{
    const QPointer<QScrollArea> area = scrollerOf(widget);
    const auto isInView = [&] { return meets(widget, widget->rect().center()); };
    for (int turns = 0; !isInView() && area != nullptr && turns < mostWheels; ++turns) {
        QWidget* port = area->viewport();
        const int y = widget->mapTo(port, widget->rect().center()).y();
        const QPointF at = port->rect().center();
        QWheelEvent wheel(at, port->mapToGlobal(at), {}, {0, y > port->height() / 2 ? -120 : 120}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(port, &wheel);
        QApplication::processEvents();
        if (widget == nullptr) {
            return false;
        }
    }
    return isInView();
}

QWidget* focused()
{
    // The focus may still be behind a dialog that has only just opened.
    QWidget* widget = QApplication::focusWidget();
    QWidget* front = inFront();
    return widget != nullptr && (front == nullptr || widget->window() == front) ? widget : front;
}

/// The name a screen reader says for what has the focus.
QString focusedName()
{
    const QWidget* widget = focused();
    return widget != nullptr ? nameOf(widget) : QString();
}

}  // namespace

QWidget* Hands::find(const QString& words)
{
    QWidget* top = inFront();
    if (top == nullptr) {
        return nullptr;
    }
    QWidget* found = nullptr;
    for (QWidget* each : reachable(top)->findChildren<QWidget*>()) {
        const QString name = nameOf(each);
        const bool answers = each->focusPolicy() != Qt::NoFocus || qobject_cast<QAbstractButton*>(each) != nullptr;
        if (!answers || each->window() != top || !isThere(each) || !name.startsWith(words)) {
            continue;
        }
        if (found == nullptr || (name == words && nameOf(found) != words)) {
            found = each;
        }
    }
    return found;
}

bool Hands::canRead(const QString& words)
{
    QWidget* top = inFront();
    if (top == nullptr) {
        return false;
    }
    for (const QWidget* each : top->findChildren<QWidget*>()) {
        if (!each->isVisible()) {
            continue;
        }
        const auto* label = qobject_cast<const QLabel*>(each);
        const auto* plain = qobject_cast<const QPlainTextEdit*>(each);
        const auto* rich = qobject_cast<const QTextEdit*>(each);
        const QString shown = label != nullptr   ? label->text()
                              : plain != nullptr ? plain->toPlainText()
                              : rich != nullptr  ? rich->toPlainText()
                                                 : nameOf(each) + QLatin1Char(' ') + each->accessibleDescription();
        if (shown.contains(words)) {
            return true;
        }
    }
    return false;
}

bool Hands::waitToRead(const QString& words)
{
    return QTest::qWaitFor([&] { return canRead(words); }, patience);
}

bool Hands::click(const QString& words)
{
    // What is found is clicked at once: a page that builds itself anew may take it away again.
    return QTest::qWaitFor(
        [&] {
            QWidget* found = find(words);
            if (found == nullptr || !bringIntoView(found)) {
                return false;
            }
            QWidget* top = found->window();
            const QPoint at = found->mapTo(top, found->rect().center());
            QWidget* hit = top->childAt(at);
            QTest::mouseClick(hit, Qt::LeftButton, {}, hit->mapFrom(top, at));
            return true;
        },
        patience);
}

bool Hands::clickRow(const QString& words)
{
    return QTest::qWaitFor(
        [&] {
            for (auto* view : inFront()->findChildren<QAbstractItemView*>()) {
                const QAbstractItemModel* model = view->model();
                for (int row = 0; view->isVisible() && model != nullptr && row < model->rowCount(); ++row) {
                    for (int column = 0; column < model->columnCount(); ++column) {
                        const QModelIndex at = model->index(row, column);
                        const QRect place = view->visualRect(at);
                        if (at.data().toString().startsWith(words) &&
                            view->viewport()->rect().contains(place.center())) {
                            QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, place.center());
                            return true;
                        }
                    }
                }
            }
            return false;
        },
        patience);
}

bool Hands::openAndDo(const std::function<bool()>& open, const std::function<bool()>& inIt)
{
    std::optional<bool> done;
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &watch, [&] {
        if (const QPointer<QWidget> dialog = QApplication::activeModalWidget()) {
            QApplication::setActiveWindow(dialog);
            watch.stop();
            const auto isGone = [&] { return dialog == nullptr || !dialog->isVisible(); };
            done = inIt() && QTest::qWaitFor(isGone, patience);
            if (!*done && dialog != nullptr) {
                dialog->close();
            }
        }
    });
    watch.start(10);
    return open() && QTest::qWaitFor([&] { return done.has_value(); }, patience) && *done;
}

bool Hands::clickAndAgree(const QString& words, const QString& inTheDialog)
{
    return openAndDo([&] { return click(words); }, [&] { return click(inTheDialog); });
}

bool Hands::dictate(const QString& field, const QString& words)
{
    if (!click(field)) {
        return false;
    }
    QWidget* into = QApplication::focusWidget();
    if (into == nullptr || !into->inputMethodQuery(Qt::ImEnabled).toBool()) {
        return false;
    }
    QInputMethodEvent event;
    event.setCommitString(words);
    QApplication::sendEvent(into, &event);
    return true;
}

void Hands::press(int key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(focused(), static_cast<Qt::Key>(key), modifiers);
}

void Hands::type(const QString& words)
{
    QTest::keyClicks(focused(), words);
}

bool Hands::tabTo(const QString& words)
{
    return QTest::qWaitFor(
        [&] {
            if (find(words) == nullptr) {
                return false;
            }
            for (int tabs = 0; tabs < mostTabs; ++tabs) {
                if (focusedName().startsWith(words)) {
                    return true;
                }
                press(Qt::Key_Tab);
            }
            return false;
        },
        patience);
}

bool Hands::tabToAndPress(const QString& words, int key)
{
    if (!tabTo(words)) {
        return false;
    }
    press(key);
    return true;
}

bool Hands::pressAndAgree(const QString& words, const QString& inTheDialog)
{
    return openAndDo([&] { return tabToAndPress(words); }, [&] { return tabToAndPress(inTheDialog); });
}

}  // namespace shopbell::test
