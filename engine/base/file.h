// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace shopbell {

/// The whole file; more than `limit` bytes is InvalidInput. `path` is UTF-8 on every platform.
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit);
/// Writes beside the file, flushes to the disk, and takes the old one's place in one step: after a crash either
/// the old or the new content is there.
[[nodiscard]] Result<void> writeFileSafely(const std::filesystem::path& path, std::string_view content,
                                           bool ownerOnly = false);
/// UTF-8 to a path, and back.
[[nodiscard]] std::filesystem::path toPath(std::string_view utf8);
[[nodiscard]] std::string fromPath(const std::filesystem::path& path);

}  // namespace shopbell
