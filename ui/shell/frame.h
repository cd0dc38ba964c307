// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page_context.h"
#include "ui/shell/page_registry.h"

#include <QWidget>

#include <map>
#include <memory>
#include <vector>

class QMenu;
class QStackedWidget;

namespace shopbell::ui {

class Banner;
class Page;
class PaletteSearch;
class Rail;
class StatusLine;
class TopBar;

/// What the frame leaves to the window: the life of the workspace as a whole.
class WorkspaceDoor {
public:
    virtual ~WorkspaceDoor() = default;
    virtual void newWorkspace() = 0;
    virtual void openWorkspace() = 0;
    virtual void openWorkspaceFile(const QString& file) = 0;
    virtual void openDemo() = 0;
    virtual void restoreBackup(const QString& backup) = 0;
};

/// Rail, top bar, pages, status line around one open workspace; stands before it is open, so that the window's first
/// picture is the last one's shape. Makes each page when it is first shown.
class Frame : public QWidget, public PageContext {
    Q_OBJECT
public:
    Frame(WorkspaceDoor& door, Preferences& preferences, QWidget* parent = nullptr);
    ~Frame() override;

    /// Shows `place` of the workspace behind `bridge`. Null closes every page; `words` then say what goes on.
    void attach(EngineBridge* bridge, const Place& place = {}, const QString& words = {});
    [[nodiscard]] bool isAttached() const { return m_bridge != nullptr; }
    void setShop(const QString& name);
    void setMenu(QMenu* menu);
    [[nodiscard]] const Place& place() const { return m_place; }
    /// False when a page holds on to unsaved words; it has asked.
    [[nodiscard]] bool mayClose();
    [[nodiscard]] Page* currentPage() const { return m_current; }
    void openPalette(const QString& firstLetters = {});

    EngineBridge& bridge() override { return *m_bridge; }
    void navigate(const Place& place) override;
    void goBack() override;
    ToastHost& toasts() override { return *m_toasts; }
    void showError(const Error& error, ErrorContext context) override;
    QWidget* dialogParent() override { return this; }
    Preferences& preferences() override { return m_preferences; }
    void newWorkspace() override { m_door.newWorkspace(); }
    void openWorkspace() override { m_door.openWorkspace(); }
    void openWorkspaceFile(const QString& file) override { m_door.openWorkspaceFile(file); }
    void openDemo() override { m_door.openDemo(); }
    void backUp() override;
    void restoreBackup(const QString& backup) override { m_door.restoreBackup(backup); }
    void unlockSending() override;

signals:
    void titleChanged(const QString& title);

private:
    void showPlace(const Place& place);
    void showHeader();
    void showInfo();
    void addShortcuts();
    Page* pageFor(PageId id);

    WorkspaceDoor& m_door;
    Preferences& m_preferences;
    EngineBridge* m_bridge = nullptr;
    Rail* m_rail;
    TopBar* m_top;
    Banner* m_locked;
    QWidget* m_lockedPlace;
    QStackedWidget* m_stack;
    StatusLine* m_status;
    ToastHost* m_toasts;
    PaletteSearch* m_palette;
    std::map<PageId, Page*> m_pages;
    Page* m_current = nullptr;
    Place m_place;
    std::vector<Place> m_history;
};

}  // namespace shopbell::ui
