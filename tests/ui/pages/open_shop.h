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
#include <optional>
#include <utility>
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

    /// Asks the engine behind the window, or tells it what to do, and waits; nothing: it did not work, see problem().
    template <class Q>
    std::optional<typename Q::Answer> answer(Q question);
    [[nodiscard]] const Error& problem() const { return m_problem; }

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
    Error m_problem;
    bool m_ready = false;
};

template <class Q>
std::optional<typename Q::Answer> OpenShop::answer(Q question)
{
    using Answer = typename Q::Answer;
    std::optional<Answer> got;
    bool done = false;
    const auto take = [&](Result<Answer> result) {
        done = true;
        if (result) {
            got = std::move(*result);
        } else {
            m_problem = result.error();
        }
    };
    if constexpr (Command<Q>) {
        m_window->bridge()->submit(m_window.get(), std::move(question), take);
    } else {
        m_window->bridge()->ask(m_window.get(), std::move(question), take);
    }
    (void)waitFor([&] { return done; });
    return got;
}

}  // namespace shopbell::test
