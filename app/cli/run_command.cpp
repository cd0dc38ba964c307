// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/workspace.h"
#include "app/cli/commands.h"

#include <chrono>
#include <thread>

namespace shopbell::cli {

namespace {

constexpr auto lookEvery = std::chrono::milliseconds(200);

/// Opens the workspace with its background work (cut-off imports and campaigns go on, stores are synced by the clock)
/// and stays until Ctrl+C or SIGTERM.
int runEngine(Session& session)
{
    auto engine = session.engine();
    if (!engine) {
        return session.console.failure(engine.error());
    }
    auto info = session.ask(LoadWorkspaceInfo{});
    if (!info) {
        return session.console.failure(info.error());
    }
    if (!info->acting) {
        return session.console.failure(
            {ErrorKind::Conflict,
             "Another process acts for this workspace already. " + info->actingElsewhere.words,
             {}});
    }
    session.console.line("Running " + session.file() + ": syncing and sending as due. Ctrl+C ends it.");
    const auto progress = (*engine)->subscribe(
        Topic::Progress, [&session](const Notice& notice) { session.console.progress(notice.progress); });
    while (!Session::wasInterrupted()) {
        std::this_thread::sleep_for(lookEvery);
    }
    session.console.endProgress();
    session.console.line("Ending in order.");
    return exitGood;
}

}  // namespace

void addRunCommand(CLI::App& program, Action& chosen)
{
    program
        .add_subcommand("run",
                        "act for the workspace until Ctrl+C: sync by the clock, send what is due, go on with what "
                        "was cut off")
        ->callback([&chosen] { chosen = runEngine; });
}

}  // namespace shopbell::cli
