// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/imports.h"
#include "db/connection.h"

#include <cstdint>
#include <string>
#include <vector>

namespace shopbell {

/// Imports that were begun and did not end (a crash, a shutdown): kept as settings, so that the next start goes on by
/// itself. Every row of an import is stored once however often it is read, so going on means reading the file again.
/// Engine thread.
[[nodiscard]] Result<std::string> noteImportBegun(db::Connection& connection, const ImportFile& import);
[[nodiscard]] Result<void> noteImportEnded(db::Connection& connection, const std::string& key);
/// Those whose file is still there and still the same (size and time); the others are forgotten.
[[nodiscard]] std::vector<ImportFile> listUnfinishedImports(db::Connection& connection);

}  // namespace shopbell
