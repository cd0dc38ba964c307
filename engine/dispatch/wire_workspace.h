// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/connection.h"
#include "dispatch/wire_journal.h"

#include <filesystem>
#include <memory>

namespace shopbell {

/// The journal of a workspace stands in NAME.shopbell-wire beside it; the setting `wire_journal` holds the generation
/// that belongs to it.

/// What an earlier run left: nothing known where there is no journal, or another workspace's.
[[nodiscard]] Result<WireTraces> loadWireTraces(db::Connection& connection, const std::filesystem::path& workspace);
/// An empty journal of a new generation, in place of the earlier one. Only after settleInterrupted(), and only by
/// whoever acts for the workspace.
[[nodiscard]] Result<std::shared_ptr<WireJournal>> startWireJournal(db::Connection& connection,
                                                                    const std::filesystem::path& workspace);

}  // namespace shopbell
