// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/workspaces.h"
#include "base/clock.h"
#include "model/secret_store.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace shopbell {

/// What app decides for the engines that it opens.
struct RuntimeOptions {
    /// The place for keys of one workspace; required.
    std::function<std::unique_ptr<SecretStore>(const std::filesystem::path& workspace)> makeSecretStore;
    /// Sync by the clock, go on with what was cut off: the window and `run`; not single commands.
    bool background = false;
    /// Where the list of recent workspaces is kept; empty: the user's settings folder.
    std::filesystem::path recentFile;
    /// For tests; none: the system's.
    std::function<std::unique_ptr<Clock>()> makeClock;
    /// A PEM file of authorities to trust beside the system's own; for tests.
    std::string extraCaFile;
};

/// Workspaces on this computer, each opened with an engine in this process.
[[nodiscard]] std::unique_ptr<Workspaces> makeLocalWorkspaces(RuntimeOptions options);

/// The folder where this user's settings of Shopbell stand (XDG_CONFIG_HOME/shopbell, and its equals elsewhere).
[[nodiscard]] std::filesystem::path settingsFolder();

}  // namespace shopbell
