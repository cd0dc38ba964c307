// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "base/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace shopbell::db {

struct RecentWorkspace {
    std::filesystem::path file;
    std::string shopName;
    Instant openedAt;
    bool missing = false;  ///< there is no such file now (moved, removed, or on a disk that is not plugged in)
};

/// The workspaces that were opened last on this computer, in a small JSON file whose place the program decides. It is a
/// convenience: a file that is missing or cannot be understood is an empty list, and the next add() writes it anew.
class RecentWorkspaces {
public:
    static constexpr std::size_t maxEntries = 12;

    explicit RecentWorkspaces(std::filesystem::path listFile) : m_listFile(std::move(listFile)) {}

    /// The last opened first.
    [[nodiscard]] std::vector<RecentWorkspace> list() const;
    /// To the front; a second time moves it there. The oldest past maxEntries goes.
    [[nodiscard]] Result<void> add(const std::filesystem::path& file, std::string_view shopName,
                                   Instant openedAt) const;
    /// Takes it off the list; the workspace itself stays.
    [[nodiscard]] Result<void> remove(const std::filesystem::path& file) const;

private:
    std::filesystem::path m_listFile;
};

}  // namespace shopbell::db
