// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "api/demo.h"
#include "ui/bridge/text.h"
#include "ui/shell/languages.h"
#include "ui/shell/new_workspace_dialog.h"
#include "ui/shell/preferences.h"
#include "ui/shell/restore_dialog.h"
#include "ui/shell/tray_icon.h"
#include "ui/shell/welcome_view.h"
#include "ui/theme/icon.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QPainter>
#include <QScreen>
#include <QShortcut>
#include <QStackedWidget>

#include <optional>

namespace shopbell::ui {

namespace {

constexpr QSize leastSize(1100, 700);
constexpr QSize firstSize(1440, 900);

}  // namespace

MainWindow::MainWindow(const WindowNeeds& needs, QWidget* parent)
    : QWidget(parent), m_needs(needs), m_stack(new QStackedWidget(this))
{
    setWindowTitle(QStringLiteral("Shopbell"));
    setMinimumSize(leastSize);
    resize(firstSize.boundedTo(screen()->availableSize()).expandedTo(minimumSize()));
    restoreGeometry(m_needs.preferences.windowGeometry());
    makeColumn(this, 0)->addWidget(m_stack);
    makeTray();
    buildFrame();
    connect(&m_needs.preferences, &Preferences::appearanceChanged, this,
            [this] { theme().setAppearance(m_needs.preferences.appearance()); });
    connect(&m_needs.preferences, &Preferences::languageChanged, this, &MainWindow::applyLanguage,
            Qt::QueuedConnection);
    connect(new QShortcut(QKeySequence::Quit, this), &QShortcut::activated, this, &MainWindow::quit);
}

MainWindow::~MainWindow()
{
    leave(false);
    delete m_menu;
}

void MainWindow::makeTray()
{
    delete m_tray;
    m_tray = nullptr;
    if (m_needs.hasTray && m_needs.hasTray()) {
        m_tray = new TrayIcon(this);
        connect(m_tray, &TrayIcon::openAsked, this, &MainWindow::raiseWindow);
        connect(m_tray, &TrayIcon::quitAsked, this, &MainWindow::quit);
    }
}

void MainWindow::buildFrame()
{
    m_frame = new Frame(*this, m_needs.preferences);
    m_welcome = new WelcomeView;
    m_stack->addWidget(m_frame);
    m_stack->addWidget(m_welcome);
    buildMenu();
    m_frame->setMenu(m_menu);
    connect(m_frame, &Frame::titleChanged, this, [this](const QString& title) {
        const QString shop =
            m_session && m_session->bridge->hasInfo() ? toQString(m_session->bridge->info().shopName) : QString();
        setWindowTitle(shop.isEmpty() ? QStringLiteral("Shopbell")
                                      : tr("%1 · %2 · Shopbell", "page, shop").arg(title, shop));
    });
    connect(m_welcome, &WelcomeView::connectStoreAsked, this,
            [this] { askAndMake({.page = PageId::Settings, .action = QStringLiteral("stores")}); });
    connect(m_welcome, &WelcomeView::importAsked, this, [this] { askAndMake({.page = PageId::Imports}); });
    connect(m_welcome, &WelcomeView::demoAsked, this, &MainWindow::openDemo);
    connect(m_welcome, &WelcomeView::newAsked, this, &MainWindow::newWorkspace);
    connect(m_welcome, &WelcomeView::openAsked, this, &MainWindow::openWorkspace);
    connect(m_welcome, &WelcomeView::restoreAsked, this, [this] { restoreBackup({}); });
    connect(m_welcome, &WelcomeView::fileAsked, this, [this](const QString& file) { openFile(file); });
    connect(m_welcome, &WelcomeView::forgetAsked, this, [this](const QString& file) {
        m_work.run<bool>(
            [this, file] {
                m_needs.workspaces.forgetRecent(toUtf8(file));
                return true;
            },
            [this](bool) { showWelcome(); });
    });
}

void MainWindow::buildMenu()
{
    delete m_menu;
    m_menu = new QMenu;
    const auto add = [this](QMenu* menu, IconName name, const QString& text, auto&& run) {
        connect(menu->addAction(icon(name), text), &QAction::triggered, this, run);
    };
    add(m_menu, IconName::File, tr("New workspace…"), [this] { newWorkspace(); });
    add(m_menu, IconName::Folder, tr("Open a workspace…"), [this] { openWorkspace(); });
    m_recentMenu = m_menu->addMenu(icon(IconName::Clock), tr("Opened before"));
    m_menu->addSeparator();
    add(m_menu, IconName::Save, tr("Back up now"), [this] { m_frame->backUp(); });
    add(m_menu, IconName::History, tr("Restore a backup…"), [this] { restoreBackup({}); });
    m_menu->addSeparator();
    add(m_menu, IconName::Close, tr("Close this workspace"), [this] {
        if (leave()) {
            m_needs.preferences.setLastWorkspace({});
            showWelcome();
        }
    });
    add(m_menu, IconName::End, tr("Quit"), [this] { quit(); });
    connect(m_menu, &QMenu::aboutToShow, this, [this] {
        m_recentMenu->clear();
        m_work.run<std::vector<RecentWorkspace>>([this] { return m_needs.workspaces.recent(); },
                                                 [this](const std::vector<RecentWorkspace>& recent) {
                                                     for (const RecentWorkspace& each : recent) {
                                                         const QString file = toQString(each.file);
                                                         if (!each.missing && (!m_session || file != m_session->file)) {
                                                             connect(m_recentMenu->addAction(toQString(each.shopName)),
                                                                     &QAction::triggered, this,
                                                                     [this, file] { openFile(file); });
                                                         }
                                                     }
                                                     m_recentMenu->setEnabled(!m_recentMenu->isEmpty());
                                                 });
    });
}

void MainWindow::showWelcome(const QString& problem)
{
    m_stack->setCurrentWidget(m_welcome);
    setWindowTitle(QStringLiteral("Shopbell"));
    m_welcome->setProblem(problem);
    m_work.run<std::vector<RecentWorkspace>>(
        [this] { return m_needs.workspaces.recent(); },
        [this](const std::vector<RecentWorkspace>& recent) { m_welcome->setRecent(recent, m_needs.clock.now()); });
}

void MainWindow::raiseWindow()
{
    show();
    setWindowState(windowState() & ~Qt::WindowMinimized);
    raise();
    activateWindow();
    if (m_tray != nullptr) {
        m_tray->hide();
    }
}

void MainWindow::openFile(const QString& file, const Place& place)
{
    const QString path = QFileInfo(file).absoluteFilePath();
    if (m_session && m_session->file == path) {
        m_frame->navigate(place);
        raiseWindow();
        return;
    }
    if (leave()) {
        open(path, {.place = place});
    }
}

void MainWindow::open(const QString& file, const AfterOpening& after)
{
    const int number = ++m_opening;
    m_stack->setCurrentWidget(m_frame);
    m_frame->attach(nullptr, after.place, tr("Opening %1…").arg(QFileInfo(file).fileName()));
    const auto closing = m_closing.find(file);
    std::shared_ptr<InstanceLock> lock = closing != m_closing.end() ? closing->second.lock() : nullptr;
    if (!lock) {
        lock = InstanceLock::take(file);
    }
    if (!lock) {
        m_frame->attach(nullptr);
        showWelcome(tr("This workspace is open in another window, which is in front now."));
        emit openElsewhere();
        emit settled();
        return;
    }
    m_work.run<Result<std::unique_ptr<Engine>>>(
        [this, file] { return m_needs.workspaces.open(toUtf8(file)); },
        [this, file, lock, after, number](Result<std::unique_ptr<Engine>> engine) {
            if (number != m_opening) {
                return;
            }
            if (!engine) {
                m_frame->attach(nullptr);
                const ErrorWords words = errorWords(engine.error(), ErrorContext::Workspace);
                showWelcome(words.sentence + QStringLiteral(" ") + words.detail);
                emit settled();
                return;
            }
            auto session = std::make_unique<WorkspaceSession>();
            session->file = file;
            session->lock = lock;
            session->engine = std::move(*engine);
            take(std::move(session), after);
        });
}

void MainWindow::take(std::unique_ptr<WorkspaceSession> session, const AfterOpening& after)
{
    m_session = std::move(session);
    connect(m_session->lock.get(), &InstanceLock::raiseAsked, this, &MainWindow::raiseWindow, Qt::UniqueConnection);
    m_needs.preferences.setLastWorkspace(m_session->file);
    makeBridge();
    m_frame->attach(m_session->bridge.get(), after.place);
    if (after.demoPeople > 0) {
        fillWithDemo(after);
    }
    emit opened();
    emit settled();
}

void MainWindow::makeBridge()
{
    m_session->bridge = std::make_unique<EngineBridge>(*m_session->engine, m_needs.clock);
    connect(m_session->bridge.get(), &EngineBridge::infoChanged, this, [this] {
        if (m_tray != nullptr) {
            m_tray->setShop(toQString(m_session->bridge->info().shopName));
        }
    });
}

void MainWindow::fillWithDemo(const AfterOpening& after)
{
    EngineBridge& bridge = *m_session->bridge;
    bridge.ask(m_frame, LoadWorkspaceInfo{}, [this, after](Result<WorkspaceInfo> info) {
        if (!info || info->events > 0) {
            return;
        }
        m_frame->toasts().show(tr("Making up a shop. You can look around while it fills."));
        m_session->bridge->submit(m_frame, FillWithDemo{after.demoPeople, after.seed},
                                  [this](Result<DemoSummary> summary) {
                                      if (!summary) {
                                          m_frame->showError(summary.error(), ErrorContext::General);
                                          return;
                                      }
                                      m_frame->toasts().show(tr("The demo shop is ready: %Ln people and their orders",
                                                                nullptr, static_cast<int>(summary->people)),
                                                             Tone::Ok);
                                  });
    });
}

bool MainWindow::leave(bool ask)
{
    if (ask && !m_frame->mayClose()) {
        return false;
    }
    ++m_opening;
    m_frame->attach(nullptr);
    m_frame->setShop({});
    if (m_session) {
        // The bridge hears nothing any more; the engine finishes what is on the wire, which may take its while.
        m_session->bridge.reset();
        std::shared_ptr<Engine> engine = std::move(m_session->engine);
        std::shared_ptr<InstanceLock> lock = m_session->lock;
        m_closing[m_session->file] = lock;
        m_session.reset();
        m_work.run<bool>(
            [held = std::make_shared<std::shared_ptr<Engine>>(std::move(engine))] {
                held->reset();
                return true;
            },
            [lock](bool) {});
    }
    return true;
}

QString MainWindow::proposed(const QString& name) const
{
    return QDir(m_needs.folder).filePath(name);
}

void MainWindow::makeAndOpen(const CreateWorkspace& what, const AfterOpening& after)
{
    if (!leave()) {
        return;
    }
    m_stack->setCurrentWidget(m_frame);
    m_frame->setShop(toQString(what.shopName));
    m_work.run<Result<void>>([this, what] { return m_needs.workspaces.create(what); },
                             [this, what, after](Result<void> made) {
                                 if (!made) {
                                     const ErrorWords words = errorWords(made.error());
                                     showWelcome(words.sentence + QStringLiteral(" ") + words.detail);
                                     emit settled();
                                     return;
                                 }
                                 open(toQString(what.file), after);
                             });
}

void MainWindow::askAndMake(const Place& then)
{
    NewWorkspaceDialog dialog(m_needs.folder, this);
    if (dialog.exec() == QDialog::Accepted) {
        makeAndOpen(dialog.answer(), {.place = then});
    }
}

void MainWindow::newWorkspace()
{
    askAndMake({});
}

void MainWindow::openWorkspace()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Open a workspace"), m_needs.folder,
                                                      tr("Shopbell workspaces (*.shopbell)"));
    if (!file.isEmpty()) {
        openFile(file);
    }
}

void MainWindow::openDemo()
{
    openDemoFile(proposed(tr("Fernhill Candles (demo)", "file name") + QStringLiteral(".shopbell")));
}

void MainWindow::openDemoFile(const QString& file, std::int64_t people, std::uint64_t seed)
{
    const QString path = QFileInfo(file).absoluteFilePath();
    const AfterOpening after{.place = {}, .demoPeople = people, .seed = seed};
    if (m_session && m_session->file == path) {
        fillWithDemo(after);
    } else if (QFileInfo::exists(path)) {
        if (leave()) {
            open(path, after);
        }
    } else {
        makeAndOpen({toUtf8(path), "Fernhill Candles", "", "EUR", "AT"}, after);
    }
}

void MainWindow::restoreBackup(const QString& backup)
{
    RestoreDialog dialog(backup, m_session ? m_session->file : QString(), m_needs.folder, bridge(), this);
    if (dialog.exec() == QDialog::Accepted) {
        restoreTo(dialog.backup(), dialog.target(), dialog.replaces());
    }
}

void MainWindow::restoreTo(const QString& backup, const QString& file, bool replace)
{
    if (!leave()) {
        return;
    }
    m_stack->setCurrentWidget(m_frame);
    m_work.run<Result<void>>(
        [this, backup, file, replace] { return m_needs.workspaces.restore(toUtf8(backup), toUtf8(file), replace); },
        [this, file](Result<void> restored) {
            if (!restored) {
                const ErrorWords words = errorWords(restored.error(), ErrorContext::Workspace);
                showWelcome(words.sentence + QStringLiteral(" ") + words.detail);
                return;
            }
            openFile(file);
        });
}

void MainWindow::applyLanguage()
{
    m_needs.languages.use(m_needs.preferences.language());
    makeTray();
    const Place place = m_frame->place();
    const bool welcoming = m_stack->currentWidget() == m_welcome;
    Frame* oldFrame = m_frame;
    WelcomeView* oldWelcome = m_welcome;
    oldFrame->attach(nullptr);
    buildFrame();
    delete oldFrame;
    delete oldWelcome;
    if (m_session) {
        // Its formats follow the locale.
        makeBridge();
        m_frame->attach(m_session->bridge.get(), place);
    }
    if (welcoming) {
        showWelcome();
    } else {
        m_stack->setCurrentWidget(m_frame);
    }
}

void MainWindow::quit()
{
    m_quitting = true;
    if (!isVisible() && !m_frame->mayClose()) {
        m_quitting = false;
        raiseWindow();
        return;
    }
    close();
    if (m_quitting) {
        QApplication::quit();
    }
}

/// False when no answer was given: the window then stays.
bool MainWindow::askWhetherToKeepRunning()
{
    Dialog dialog(tr("Keep Shopbell running?"), this);
    dialog.setSentence(
        tr("With the window closed, Shopbell can go on reading your store and sending what is due, with a "
           "bell in the tray. You can change this in the settings."));
    std::optional<bool> keep;
    connect(dialog.addButton(tr("Quit"), Button::Kind::Secondary), &QAbstractButton::clicked, this,
            [&] { keep = false; });
    connect(dialog.addButton(tr("Keep it running"), Button::Kind::Primary), &QAbstractButton::clicked, this,
            [&] { keep = true; });
    dialog.exec();
    if (keep) {
        m_needs.preferences.setKeepRunning(*keep);
    }
    return keep.has_value();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_frame->mayClose()) {
        m_quitting = false;
        event->ignore();
        return;
    }
    m_needs.preferences.setWindowGeometry(saveGeometry());
    if (!m_quitting && m_tray != nullptr && m_session) {
        if (!m_needs.preferences.keepRunning() && !askWhetherToKeepRunning()) {
            event->ignore();
            return;
        }
        if (*m_needs.preferences.keepRunning()) {
            m_tray->show();
            event->accept();
            return;
        }
    }
    event->accept();
    QApplication::quit();
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        update();
    }
    QWidget::changeEvent(event);
}

}  // namespace shopbell::ui
