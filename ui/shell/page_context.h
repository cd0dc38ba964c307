// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "ui/bridge/engine_bridge.h"
#include "ui/bridge/error_words.h"
#include "ui/shell/place.h"

namespace shopbell::ui {

class Preferences;
class ToastHost;

/// What a page may ask of the window. The frame implements it; it outlives every page.
class PageContext {
public:
    virtual ~PageContext() = default;

    [[nodiscard]] virtual EngineBridge& bridge() = 0;
    /// Goes to a place; the page is made when it is first shown. Remembered, so that Alt+Left comes back.
    virtual void navigate(const Place& place) = 0;
    /// Back to where one was before; to the page's front when there is nothing before.
    virtual void goBack() = 0;
    [[nodiscard]] virtual ToastHost& toasts() = 0;
    /// Says in a toast what went wrong and what to do, with the engine's account one click away. Cancelled says
    /// nothing.
    virtual void showError(const Error& error, ErrorContext context = ErrorContext::General) = 0;
    /// Over what sheets and dialogs open.
    [[nodiscard]] virtual QWidget* dialogParent() = 0;
    [[nodiscard]] virtual Preferences& preferences() = 0;

    /// What concerns the workspace as a whole; each asks what it must in a dialog.
    virtual void newWorkspace() = 0;
    virtual void openWorkspace() = 0;
    virtual void openWorkspaceFile(const QString& file) = 0;
    virtual void openDemo() = 0;
    virtual void backUp() = 0;
    virtual void restoreBackup(const QString& backup = {}) = 0;
    virtual void unlockSending() = 0;
};

}  // namespace shopbell::ui
