// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/workspaces.h"
#include "app/cli/console.h"

#include <condition_variable>
#include <future>
#include <memory>
#include <mutex>
#include <optional>

namespace shopbell::cli {

/// One call of the program: its console, and the engine of the workspace named with -w, opened when a command first
/// needs it. submit() and ask() wait for the answer and draw progress; Ctrl+C asks the engine to stop in order.
class Session {
public:
    Session(Workspaces& theWorkspaces, Console& theConsole, std::string file)
        : console(theConsole), workspaces(theWorkspaces), m_file(std::move(file))
    {
    }

    Console& console;
    Workspaces& workspaces;

    [[nodiscard]] const std::string& file() const { return m_file; }
    [[nodiscard]] Result<Engine*> engine();
    void close() { m_engine.reset(); }

    template <Question Q>
    [[nodiscard]] Result<typename Q::Answer> ask(Q question)
    {
        auto opened = engine();
        if (!opened) {
            return fail(opened.error());
        }
        auto promise = std::make_shared<std::promise<Result<typename Q::Answer>>>();
        auto future = promise->get_future();
        const auto pending = (*opened)->ask(std::move(question), [promise](Result<typename Q::Answer> answer) {
            promise->set_value(std::move(answer));
        });
        return future.get();
    }

    template <Command C>
    [[nodiscard]] Result<typename C::Answer> submit(C command)
    {
        auto opened = engine();
        if (!opened) {
            return fail(opened.error());
        }
        auto promise = std::make_shared<std::promise<Result<typename C::Answer>>>();
        auto future = promise->get_future();
        const auto progress =
            (*opened)->subscribe(Topic::Progress, [this](const Notice& notice) { console.progress(notice.progress); });
        const auto ticket = (*opened)->submit(std::move(command), [promise](Result<typename C::Answer> answer) {
            promise->set_value(std::move(answer));
        });
        bool asked = false;
        while (future.wait_for(std::chrono::milliseconds(100)) != std::future_status::ready) {
            if (!asked && wasInterrupted()) {
                (*opened)->cancel(ticket);
                asked = true;
            }
        }
        console.endProgress();
        return future.get();
    }

    /// Ctrl+C or SIGTERM came since the start.
    [[nodiscard]] static bool wasInterrupted();
    static void watchInterrupts();

private:
    std::string m_file;
    std::unique_ptr<Engine> m_engine;
};

}  // namespace shopbell::cli
