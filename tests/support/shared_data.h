// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>

namespace shopbell::test {

/// A file under the folder that the environment variable names, or nothing where either is absent.
[[nodiscard]] inline std::optional<std::filesystem::path> findUnder(const char* variable, std::string_view name)
{
    const char* const folder = std::getenv(variable);
    if (folder == nullptr || *folder == '\0') {
        return std::nullopt;
    }
    std::filesystem::path path = toPath(folder) / toPath(name);
    std::error_code ignored;
    return std::filesystem::exists(path, ignored) ? std::optional(std::move(path)) : std::nullopt;
}

/// A data set that stands beside the checkout. A test that wants one skips without it, and says so:
/// `const auto file = findSharedData("cdnow_sample.txt"); if (!file) QSKIP("cdnow_sample.txt is not here.");`
[[nodiscard]] inline std::optional<std::filesystem::path> findSharedData(std::string_view name)
{
    return findUnder("SHOPBELL_SHARED_DATA", name);
}

/// The same for the specifications that stand beside the checkout.
[[nodiscard]] inline std::optional<std::filesystem::path> findSharedSpec(std::string_view name)
{
    return findUnder("SHOPBELL_SHARED_SPECS", name);
}

}  // namespace shopbell::test
