// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/engine.h"
#include "base/instant.h"

#include <cstdint>
#include <string>
#include <vector>

namespace shopbell {

struct WorkspaceInfo {
    std::string file;
    std::string shopName;
    std::string timeZone;  ///< IANA
    std::string currency;  ///< ISO 4217, may be empty
    std::string country;   ///< ISO 3166 alpha-2, may be empty
    bool sendingLocked = false;
    bool acting = false;       ///< this process syncs and sends; another one does when false
    Sentence actingElsewhere;  ///< who does, when this process does not
    Sentence secretPlace;      ///< where keys are kept
    std::int64_t profiles = 0;
    std::int64_t events = 0;
    std::int64_t segments = 0;
    std::int64_t waitingMessages = 0;
};

struct LoadWorkspaceInfo {
    using Answer = WorkspaceInfo;
    /// Count the events that stand, which reads all of the history. Else `events` is the length of the log, where an
    /// event that was corrected stands twice.
    bool countEvents = false;
};

struct SaveWorkspaceSettings {
    using Answer = Done;
    static constexpr bool isCommand = true;
    std::string shopName;
    std::string timeZone;
    std::string currency;
    std::string country;
};

/// A workspace that was restored or copied sends nothing until its owner says so.
struct UnlockSending {
    using Answer = Done;
    static constexpr bool isCommand = true;
};

struct BackupInfo {
    std::string file;
    Instant at;
    std::int64_t bytes = 0;
};

struct BackUp {
    using Answer = BackupInfo;
    static constexpr bool isCommand = true;
    std::string target;  ///< a file to write; empty: the next of the rotating ones beside the workspace
    int keep = 10;       ///< rotating ones to keep
};

struct ListBackups {
    using Answer = std::vector<BackupInfo>;
};

struct HealthCheck {
    enum class Verdict { Good, Worth, Bad };
    std::string name;  ///< "database", "columns", "consent", …
    Verdict verdict = Verdict::Good;
    Sentence words;  ///< what was found, and what to do
};

/// Checks the workspace through: the file's soundness, that derived data agrees with the log, the ledger's sums.
struct RunDoctor {
    using Answer = std::vector<HealthCheck>;
};

/// An owner's small choice that belongs to the shop's file ("smart sending hours"). Keys are listed in
/// runtime/README.md.
struct LoadSetting {
    using Answer = std::string;  ///< empty when never set
    std::string key;
};
struct SaveSetting {
    using Answer = Done;
    static constexpr bool isCommand = true;
    std::string key;
    std::string value;
};

}  // namespace shopbell
