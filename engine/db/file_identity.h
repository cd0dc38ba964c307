// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace shopbell::db {

/// How a copied file is told from the one it was copied from: a file keeps its number on its disk when it is written,
/// renamed or moved about within the disk, and a copy gets another one. Text of four parts, joined by ':' — a hash of
/// the computer's own id, the disk's number, the file's number there, a hash of the absolute path.
///
/// `name` is the path that the file has or is about to get.
[[nodiscard]] Result<std::string> describeFileIdentity(const std::filesystem::path& file,
                                                       const std::filesystem::path& name);

/// True when both describe one file: the same computer and number, and the same disk or at least the same path (some
/// systems number their disks anew when they start). Text that cannot be read is never the same.
[[nodiscard]] bool isSameFile(std::string_view recorded, std::string_view found);

}  // namespace shopbell::db
