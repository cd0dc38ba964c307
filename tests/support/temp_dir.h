// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"
#include "base/random.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

namespace shopbell::test {

/// A folder of a test's own, empty at first, gone with this object.
class TempDir {
public:
    TempDir() : m_path(std::filesystem::temp_directory_path() / ("shopbell-test-" + makeToken()))
    {
        std::filesystem::create_directories(m_path);
    }
    ~TempDir()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    TempDir(const TempDir&) = delete;
    TempDir& operator=(const TempDir&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    /// `name` inside the folder, which may hold further folders.
    [[nodiscard]] std::filesystem::path operator/(std::string_view name) const { return m_path / toPath(name); }

private:
    std::filesystem::path m_path;
};

}  // namespace shopbell::test
