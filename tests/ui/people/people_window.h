// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people_engine.h"
#include "support/fake_clock.h"
#include "ui/fake_page_context.h"
#include "ui/profiles/people_table.h"
#include "ui/profiles/profiles_page.h"
#include "ui/widgets/field.h"
#include "ui/widgets/rows.h"

#include <QAbstractButton>
#include <QApplication>
#include <QTest>
#include <QTimer>

#include <functional>

namespace shopbell::test {

/// The pages of people on a made-up shop.
struct PeopleWindow {
    explicit PeopleWindow(std::int64_t count, const ui::Place& place = {.page = ui::PageId::Profiles})
        : people(count), context(people.engine, clock), page(ui::makeProfilesPage(context))
    {
        context.show(page, place);
    }
    [[nodiscard]] ui::PeopleTable* table() const { return page->findChild<ui::PeopleTable*>(); }
    [[nodiscard]] QPoint cell(int row, int column) const
    {
        return table()->visualRect(table()->model()->index(row, column)).center();
    }
    [[nodiscard]] QAbstractButton* button(const QString& text)
    {
        for (auto* each : context.window().findChildren<QAbstractButton*>()) {
            if (each->text() == text && each->isVisible()) {
                return each;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QStringList rows() const
    {
        QStringList rows;
        for (const auto* each : page->findChildren<ui::TimelineRow*>()) {
            rows << each->accessibleName() + QLatin1Char('|') + each->accessibleDescription();
        }
        return rows;
    }
    PeopleEngine people;
    FakeClock clock{today};
    FakePageContext context;
    ui::Page* page;
};

/// Presses a button of the next dialog that has it, once it is open; `before` fills the dialog in.
inline void pressInDialog(QObject* owner, const QString& text, const std::function<void(QWidget*)>& before = {})
{
    auto* timer = new QTimer(owner);
    timer->setInterval(5);
    QObject::connect(timer, &QTimer::timeout, owner, [timer, text, before] {
        QWidget* dialog = QApplication::activeModalWidget();
        if (dialog == nullptr) {
            return;
        }
        for (auto* each : dialog->findChildren<QAbstractButton*>()) {
            if (each->text() == text && each->isVisible()) {
                timer->stop();
                if (before) {
                    before(dialog);
                }
                QTest::mouseClick(each, Qt::LeftButton);
                return;
            }
        }
    });
    timer->start();
}

}  // namespace shopbell::test
