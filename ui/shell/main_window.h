// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/workspaces.h"
#include "ui/shell/background_work.h"
#include "ui/shell/frame.h"
#include "ui/shell/workspace_session.h"

#include <QWidget>

#include <functional>
#include <map>
#include <memory>

class QMenu;
class QStackedWidget;

namespace shopbell::ui {

class Languages;
class TrayIcon;
class WelcomeView;

/// What the window is given by the program; all of it outlives the window.
struct WindowNeeds {
    Workspaces& workspaces;
    Preferences& preferences;
    Languages& languages;
    const Clock& clock;
    QString folder;                 ///< where new workspaces are proposed
    std::function<bool()> hasTray;  ///< whether there is a tray to go on in; empty: it is not asked for
};

/// The one window: the frame around an open workspace, or the welcome before there is one. Opens and closes workspaces
/// without blocking, remembers its place on the screen, and lives on in the tray when its owner chose so.
class MainWindow : public QWidget, public WorkspaceDoor {
    Q_OBJECT
public:
    explicit MainWindow(const WindowNeeds& needs, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Shows the frame at once and the workspace as soon as it is open.
    void openFile(const QString& file, const Place& place = {});
    /// Makes the demo workspace if it is not there, opens it, and fills it when it is empty.
    void openDemoFile(const QString& file, std::int64_t people = 1000, std::uint64_t seed = 1);
    void showWelcome(const QString& problem = {});
    void raiseWindow();

    [[nodiscard]] Frame& frame() { return *m_frame; }
    [[nodiscard]] EngineBridge* bridge() { return m_session ? m_session->bridge.get() : nullptr; }

    void newWorkspace() override;
    void openWorkspace() override;
    void openWorkspaceFile(const QString& file) override { openFile(file); }
    void openDemo() override;
    void restoreBackup(const QString& backup) override;

signals:
    void opened();         ///< a workspace is open and its first page asked
    void settled();        ///< a workspace is open, or could not be opened
    void openElsewhere();  ///< the wanted workspace has a window already, which was brought to the front

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct AfterOpening {
        Place place;
        std::int64_t demoPeople = 0;  ///< 0: no demo
        std::uint64_t seed = 1;
    };

    void makeTray();
    void buildFrame();
    void buildMenu();
    void open(const QString& file, const AfterOpening& after);
    void take(std::unique_ptr<WorkspaceSession> session, const AfterOpening& after);
    void makeBridge();
    void fillWithDemo(const AfterOpening& after);
    /// Closes the open workspace; the engine ends in the background. False when a page held on.
    bool leave(bool ask = true);
    void makeAndOpen(const CreateWorkspace& what, const AfterOpening& after);
    void askAndMake(const Place& then);
    void restoreTo(const QString& backup, const QString& file, bool replace);
    void applyLanguage();
    bool askWhetherToKeepRunning();
    void quit();
    [[nodiscard]] QString proposed(const QString& name) const;

    WindowNeeds m_needs;
    std::unique_ptr<WorkspaceSession> m_session;
    QStackedWidget* m_stack;
    Frame* m_frame = nullptr;
    WelcomeView* m_welcome = nullptr;
    QMenu* m_menu = nullptr;
    QMenu* m_recentMenu = nullptr;
    TrayIcon* m_tray = nullptr;
    bool m_quitting = false;
    int m_opening = 0;  ///< counts openings, so that only the last one is shown
    /// Of workspaces whose engine is ending, by file: opened again meanwhile, they are not another window's.
    std::map<QString, std::weak_ptr<InstanceLock>> m_closing;
    /// Last: waits for engines that end before anything else goes.
    BackgroundWork m_work;
};

}  // namespace shopbell::ui
