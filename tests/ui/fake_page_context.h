// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/temp_dir.h"
#include "ui/bridge/engine_bridge.h"
#include "ui/bridge/text.h"
#include "ui/shell/page.h"
#include "ui/shell/page_context.h"
#include "ui/shell/preferences.h"
#include "ui/theme/theme.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/text.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTest>

#include <memory>
#include <vector>

namespace shopbell::test {

/// A window of one page: what the page asks of it is written down, its actions stand above it.
class FakePageContext final : public ui::PageContext {
public:
    FakePageContext(Engine& engine, const Clock& clock)
        : m_bridge(engine, clock),
          m_preferences(ui::toQString((m_folder.path() / "window.ini").string())),
          m_toasts(std::make_unique<ui::ToastHost>(&m_window))
    {
    }
    ~FakePageContext() override
    {
        delete m_page;
        m_toasts.reset();
    }

    /// Takes the page over and shows it.
    void show(ui::Page* page, const ui::Place& place, QSize size = {1100, 640})
    {
        m_page = page;
        auto* column = ui::makeColumn(&m_window, 0);
        auto* head = ui::makeRow(ui::space::m);
        head->setContentsMargins(ui::space::page, 0, ui::space::page, 0);
        m_title = new ui::Text(QString(), ui::TextStyle::PageTitle);
        head->addWidget(m_title);
        head->addStretch(1);
        head->addWidget(page->actionBar());
        page->actionBar()->show();
        column->addSpacing(ui::space::m);
        column->addLayout(head);
        column->addWidget(page, 1);
        m_window.resize(size);
        m_window.show();
        page->setActive(true);
        turnTo(place);
    }
    void turnTo(const ui::Place& place)
    {
        m_page->turnTo(place);
        settle();
    }
    /// Until all that was asked is answered, and what was asked on account of that.
    void settle()
    {
        QElapsedTimer timer;
        timer.start();
        for (int quiet = 0; quiet < 6 && timer.elapsed() < 20'000;) {
            QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            QTest::qWait(1);
            quiet = m_bridge.isIdle() ? quiet + 1 : 0;
        }
        m_title->setText(m_page->title());
    }
    /// name-light-1100.png and so on, in both looks and both widths.
    void draw(const QString& name)
    {
        QDir().mkpath(QStringLiteral(SHOPBELL_SHOTS));
        for (const QSize size : {QSize(900, 640), QSize(1400, 940)}) {
            for (const auto look : {ui::Appearance::Light, ui::Appearance::Dark}) {
                ui::theme().setAppearance(look);
                m_window.resize(size);
                settle();
                m_window.grab().save(
                    QStringLiteral(SHOPBELL_SHOTS "/%1-%2-%3.png")
                        .arg(name, look == ui::Appearance::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
                        .arg(size.width()));
            }
        }
        ui::theme().setAppearance(ui::Appearance::Light);
    }

    ui::EngineBridge& bridge() override { return m_bridge; }
    void navigate(const ui::Place& place) override { places.push_back(place); }
    void goBack() override {}
    ui::ToastHost& toasts() override { return *m_toasts; }
    void showError(const Error& error, ui::ErrorContext) override { errors.push_back(error); }
    QWidget* dialogParent() override { return &m_window; }
    ui::Preferences& preferences() override { return m_preferences; }
    void newWorkspace() override {}
    void openWorkspace() override {}
    void openWorkspaceFile(const QString&) override {}
    void openDemo() override {}
    void backUp() override {}
    void restoreBackup(const QString&) override {}
    void unlockSending() override {}

    [[nodiscard]] QWidget& window() { return m_window; }

    std::vector<ui::Place> places;
    std::vector<Error> errors;

private:
    TempDir m_folder;
    QWidget m_window;
    ui::EngineBridge m_bridge;
    ui::Preferences m_preferences;
    std::unique_ptr<ui::ToastHost> m_toasts;
    ui::Page* m_page = nullptr;
    ui::Text* m_title = nullptr;
};

}  // namespace shopbell::test
