// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "base/clock.h"
#include "base/result.h"
#include "db/connection.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

namespace shopbell::db {

struct BackupFile {
    std::filesystem::path file;
    Instant at;
    std::uintmax_t bytes = 0;
};

/// A consistent copy of an open workspace (SQLite's online backup), flushed and checked before it takes its name. The
/// copy is marked, so that it opens with sending locked wherever it is put. A file of that name is replaced. Others may
/// write meanwhile; the copy is of the moment it began. `source` may not be in a transaction. `onProgress` gets 0..1.
[[nodiscard]] Result<void> backUpTo(Connection& source, const std::filesystem::path& target, const CancelToken& cancel,
                                    const std::function<void(double)>& onProgress = {});

/// Backs up into FOLDER/NAME-yyyymmdd-hhmmss.shopbell and removes the oldest of that name past `keep`.
[[nodiscard]] Result<BackupFile> backUpRotating(Connection& source, const std::filesystem::path& folder, int keep,
                                                const Clock& clock, const CancelToken& cancel,
                                                const std::function<void(double)>& onProgress = {});
/// The backups of that workspace in that folder, the newest first.
[[nodiscard]] std::vector<BackupFile> listBackups(const std::filesystem::path& workspace,
                                                  const std::filesystem::path& folder);

/// Puts a backup's content at `target` (which must not exist unless `replace`; the old one is then kept beside it as
/// NAME.shopbell-before-restore). Sending is locked in the result. Refuses what is not a whole, sound workspace. Nobody
/// may have the target open: Conflict then. Files derived from the old content are removed.
[[nodiscard]] Result<void> restoreFrom(const std::filesystem::path& backup, const std::filesystem::path& target,
                                       bool replace);

}  // namespace shopbell::db
