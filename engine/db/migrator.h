// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/connection.h"

#include <filesystem>
#include <span>
#include <string_view>

namespace shopbell::db {

struct Migration {
    int number = 0;  ///< the NNNN of its file's name; user_version afterwards
    std::string_view name;
    std::string_view sql;
};

/// The numbered SQL files of db/migrations, in order; built into the program.
[[nodiscard]] std::span<const Migration> workspaceMigrations();

/// Brings a file to the newest version, each step in a transaction of its own: a step that fails leaves the file at the
/// version before it. A file with a higher version than the last migration is Conflict ("made by a newer Shopbell").
/// Foreign keys are off while a step rebuilds tables, and checked before it commits.
[[nodiscard]] Result<void> migrate(Connection& connection, std::span<const Migration> migrations);
/// The version a file stands at.
[[nodiscard]] Result<int> schemaVersion(Connection& connection);

}  // namespace shopbell::db
