// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fake_page_context.h"
#include "ui/segments/segment_editor.h"
#include "ui/segments/segment_engine.h"
#include "ui/segments/segments_page.h"
#include "ui/widgets/choice_list.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/table.h"

#include <QAbstractButton>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QTest>

namespace shopbell::test {

/// The page in a window of its own, on a shop of answers; found and pressed by what a person reads.
struct SegmentsWindow : SegmentEngine {
    explicit SegmentsWindow(const ui::Place& place = {.page = ui::PageId::Segments}, bool filled = true)
        : SegmentEngine(filled), context(engine, clock)
    {
        context.show(ui::makeSegmentsPage(context), place);
        settle();
    }
    ~SegmentsWindow() { engine.join(); }

    void settle(int milliseconds = 0)
    {
        QTest::qWait(milliseconds);
        context.settle();
    }
    template <class T>
    T* named(const QString& name, int number = 0)
    {
        for (T* each : context.window().template findChildren<T*>()) {
            const auto* button = qobject_cast<const QAbstractButton*>(each);
            const bool fits = each->accessibleName().startsWith(name) || (button != nullptr && button->text() == name);
            if (each->isVisible() && fits && number-- == 0) {
                return each;
            }
        }
        return nullptr;
    }
    void press(const QString& name, int number = 0)
    {
        auto* found = named<QAbstractButton>(name, number);
        QVERIFY2(found != nullptr, qPrintable(name));
        QTest::mouseClick(found, Qt::LeftButton);
        settle();
    }
    /// Opens a picker and clicks the choice that reads so.
    void choose(const QString& picker, const QString& text, int number = 0)
    {
        auto* found = named<ui::Picker>(picker, number);
        QVERIFY2(found != nullptr, qPrintable(picker));
        QTest::mouseClick(found, Qt::LeftButton);
        QVERIFY(found->list() != nullptr);
        QListView* view = found->list()->view();
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            const QModelIndex at = view->model()->index(row, 0);
            if (at.data().toString() == text && (at.flags() & Qt::ItemIsEnabled) != 0) {
                view->scrollTo(at);
                QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(at).center());
                settle();
                return;
            }
        }
        QFAIL(qPrintable(text));
    }
    void write(const QString& field, const QString& text, int number = 0)
    {
        auto* edit = named<QLineEdit>(field, number);
        QVERIFY2(edit != nullptr, qPrintable(field));
        QTest::mouseDClick(edit, Qt::LeftButton);
        edit->selectAll();
        QTest::keyClicks(edit, text);
        settle();
    }
    /// Opens the menu of a button and takes the entry that reads so.
    void take(const QString& button, const QString& entry, int number = 0)
    {
        press(button, number);
        for (QMenu* menu : context.window().findChildren<QMenu*>()) {
            for (QAction* action : menu->actions()) {
                if (menu->isVisible() && action->text() == entry && action->isEnabled()) {
                    const QRect at = menu->actionGeometry(action);
                    QTest::mouseClick(menu, Qt::LeftButton, {}, at.center());
                    settle(20);
                    return;
                }
            }
        }
        QFAIL(qPrintable(entry));
    }
    void drag(QWidget* grip, const QPoint& to)
    {
        const QPoint from = grip->mapToGlobal(grip->rect().center());
        QTest::mousePress(grip, Qt::LeftButton);
        for (int step = 1; step <= 8; ++step) {
            QTest::mouseMove(grip, grip->mapFromGlobal(from + (to - from) * step / 8));
        }
        QTest::mouseRelease(grip, Qt::LeftButton, {}, grip->mapFromGlobal(to));
        settle();
    }
    /// As the editor has it; what is saved is the same a moment later.
    QJsonObject definition()
    {
        settle();
        return context.window().findChild<ui::SegmentEditor*>()->tree().root();
    }
    bool says(const QString& words)
    {
        for (const QWidget* each : context.window().findChildren<QWidget*>()) {
            const auto* label = qobject_cast<const QLabel*>(each);
            if (each->isVisible() && (label ? label->text() : each->accessibleName()).contains(words)) {
                return true;
            }
        }
        return false;
    }
    ui::Table* table() { return named<ui::Table>(QStringLiteral("Segments")); }

    FakePageContext context;
};

inline QJsonObject parsed(const std::string& json)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
}

}  // namespace shopbell::test
