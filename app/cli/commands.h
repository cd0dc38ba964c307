// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"

#include <CLI/CLI.hpp>

#include <functional>

namespace shopbell::cli {

/// What the chosen command does, once the command line was read; returns the exit code.
using Action = std::function<int(Session&)>;

/// Each adds its commands to the program. A command's callback only sets `chosen`.
void addWorkspaceCommands(CLI::App& program, Action& chosen);
void addImportCommands(CLI::App& program, Action& chosen);
void addStoreCommands(CLI::App& program, Action& chosen);
void addProviderCommands(CLI::App& program, Action& chosen);
void addSegmentCommands(CLI::App& program, Action& chosen);
void addCampaignCommands(CLI::App& program, Action& chosen);
void addProfileCommands(CLI::App& program, Action& chosen);
void addReportCommands(CLI::App& program, Action& chosen);
void addDemoCommand(CLI::App& program, Action& chosen);
void addRunCommand(CLI::App& program, Action& chosen);

/// One thing among many by its name or "#id": used for segments, lists, stores, campaigns and providers.
template <class Info, class NameOf, class IdOf>
[[nodiscard]] Result<Info> pickNamed(const std::vector<Info>& all, const std::string& name, const std::string& kind,
                                     NameOf nameOf, IdOf idOf)
{
    for (const auto& info : all) {
        if (nameOf(info) == name ||
            (name.size() > 1 && name[0] == '#' && std::to_string(idOf(info)) == name.substr(1))) {
            return info;
        }
    }
    std::string known;
    for (const auto& info : all) {
        known += (known.empty() ? "" : ", ") + nameOf(info);
    }
    return fail(ErrorKind::NotFound, "There is no " + kind + " called \"" + name + "\"." +
                                         (known.empty() ? " There is none yet." : " There are: " + known + "."));
}

}  // namespace shopbell::cli
