// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "db/connection.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace shopbell::db {

/// 'SBEL': what SQLite's application_id says of our files.
inline constexpr std::int32_t workspaceApplicationId = 0x5342454C;

/// The layout of NAME.shopbell-derived-vN; a higher number makes an old one be left behind and built anew.
inline constexpr int derivedVersion = 1;

/// What a shop's file says of itself; the `setting` table.
struct WorkspaceSettings {
    std::string token;  ///< made at creation; names its secrets
    std::string shopName;
    std::string timeZone;        ///< IANA
    std::string currency;        ///< ISO 4217, may be empty
    std::string country;         ///< ISO 3166 alpha-2: default region of phone numbers; may be empty
    bool sendingLocked = false;  ///< nothing is sent until unlockSending()
};

/// One shop's file, NAME.shopbell, and its companion NAME.shopbell-derived-vN.
///
/// create() makes a new file and refuses one that exists; open() checks that it is ours, backs it up as
/// NAME.shopbell-before-vN when it has to be migrated, migrates, and locks sending when the file is a copy (it is not
/// the file it was when it was made or last unlocked). Connections are made with connect(). Nothing here is a global; a
/// path may be open in many processes.
class Workspace {
public:
    struct NewWorkspace {
        std::string shopName;
        std::string timeZone;
        std::string currency;
        std::string country;
    };
    [[nodiscard]] static Result<Workspace> create(const std::filesystem::path& file, const NewWorkspace& about,
                                                  const Clock& clock);
    [[nodiscard]] static Result<Workspace> open(const std::filesystem::path& file, const Clock& clock);

    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }
    [[nodiscard]] std::filesystem::path derivedFile() const;
    [[nodiscard]] Result<Connection> connect(OpenMode mode) const;

    [[nodiscard]] static Result<WorkspaceSettings> loadSettings(Connection& connection);
    /// A lock on sending can be set here but not lifted: that takes unlockSending().
    [[nodiscard]] static Result<void> saveSettings(Connection& connection, const WorkspaceSettings& settings);

private:
    explicit Workspace(std::filesystem::path file) : m_file(std::move(file)) {}
    std::filesystem::path m_file;
};

/// The owner says that this file is the one to send from, from now on. `file` is the workspace's path.
[[nodiscard]] Result<void> unlockSending(Connection& connection, const std::filesystem::path& file);
/// Nothing is sent until the owner unlocks it.
[[nodiscard]] Result<void> lockSending(Connection& connection);

/// Looks without changing anything: InvalidInput when it is no Shopbell workspace, Corrupt when it is damaged, Conflict
/// when a newer Shopbell made it. The answer is its version.
[[nodiscard]] Result<int> inspectWorkspace(const std::filesystem::path& file);

/// One key of the `setting` table, for what has no column of its own.
[[nodiscard]] Result<std::optional<std::string>> findSetting(Connection& connection, std::string_view key);
[[nodiscard]] Result<void> saveSetting(Connection& connection, std::string_view key, std::string_view value);

}  // namespace shopbell::db
