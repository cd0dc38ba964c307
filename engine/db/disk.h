// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string_view>

namespace shopbell::db {

/// What this module needs of the file system beyond <filesystem>. Blocking; any thread.

/// Waits until the content of the file is on the disk.
[[nodiscard]] Result<void> flushFile(const std::filesystem::path& file);
/// Gives `from` (a complete, closed file) the name `to`, in one step, replacing what is there; both in one folder.
/// After a crash either the old or the new content has that name.
[[nodiscard]] Result<void> moveIntoPlace(const std::filesystem::path& from, const std::filesystem::path& to);
/// The same, but AlreadyExists when there is something at `to`.
[[nodiscard]] Result<void> moveIntoEmptyPlace(const std::filesystem::path& from, const std::filesystem::path& to);
/// shop.shopbell and "-wal" give shop.shopbell-wal.
[[nodiscard]] std::filesystem::path withSuffix(const std::filesystem::path& file, std::string_view suffix);
/// Removes what SQLite keeps beside a file that nobody has open.
void removeLogs(const std::filesystem::path& file);
/// Removes an SQLite file that nobody has open, with its log; what is missing is no error.
void removeDatabase(const std::filesystem::path& file);

}  // namespace shopbell::db
