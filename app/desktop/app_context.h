// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/workspaces.h"
#include "app/desktop/options.h"
#include "base/clock.h"
#include "ui/shell/languages.h"
#include "ui/shell/main_window.h"
#include "ui/shell/preferences.h"

#include <memory>

namespace shopbell::desktop {

/// Everything the window is given, in the order it must go. Made once, in main(), after the QApplication.
class AppContext {
public:
    explicit AppContext(const Options& options);

    [[nodiscard]] ui::WindowNeeds needs();
    [[nodiscard]] ui::Preferences& preferences() { return m_preferences; }
    [[nodiscard]] ui::Languages& languages() { return m_languages; }

private:
    SystemClock m_clock;
    ui::Preferences m_preferences;
    ui::Languages m_languages;
    std::unique_ptr<Workspaces> m_workspaces;
};

}  // namespace shopbell::desktop
