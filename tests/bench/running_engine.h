// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace shopbell::bench {

/// Opens a workspace with the whole engine, as the window does, in this process; waits until its segments are live,
/// asks what the segment editor and the table of people ask, and prints the memory that is held after each. To be
/// called in a process of its own. False, and why on standard error, when it cannot be opened.
[[nodiscard]] bool printRunningEngine(const std::filesystem::path& file);

}  // namespace shopbell::bench
