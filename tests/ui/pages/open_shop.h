// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/workspaces.h"
#include "support/fake_clock.h"
#include "ui/shell/languages.h"
#include "ui/shell/main_window.h"
#include "ui/shell/preferences.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <vector>

namespace shopbell::test {

/// The window on a real engine: an empty workspace, or one filled with the demo shop of 1,000 people. Time stands
/// still.
class OpenShop {
public:
    /// `language` is a code of the window's; empty: as the preferences have it. `extraCaFile` is trusted beside the
    /// system's authorities.
    explicit OpenShop(bool filled, const QString& language = {}, const std::string& extraCaFile = {});
    struct AtTheDoor {};
    /// No workspace yet: the window says welcome.
    explicit OpenShop(AtTheDoor door);
    ~OpenShop();

    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] ui::MainWindow& window() { return *m_window; }
    /// Goes there and waits until the page has all its answers.
    void show(const ui::Place& place);
    void settle();

    /// The front of every page, and the inner places that this shop has.
    [[nodiscard]] std::vector<ui::Place> places();

private:
    void makeWindow(const std::string& extraCaFile = {});
    bool fill();
    bool waitFor(const std::function<bool()>& done);

    QTemporaryDir m_folder;
    FakeClock m_clock;
    ui::Languages m_languages;
    ui::Preferences m_preferences;
    std::unique_ptr<Workspaces> m_workspaces;
    std::unique_ptr<ui::MainWindow> m_window;
    bool m_ready = false;
};

}  // namespace shopbell::test
