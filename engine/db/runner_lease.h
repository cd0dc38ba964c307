// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "db/connection.h"

#include <filesystem>
#include <memory>

namespace shopbell::db {

/// Who may act for a workspace (sync, send, run flows): one process at a time. An operating-system lock on
/// NAME.shopbell-lock, so it ends with its process, however that ends; the file's text says who holds it.
class RunnerLease {
public:
    /// Conflict, naming the holder's process id, when another process has it.
    [[nodiscard]] static Result<std::unique_ptr<RunnerLease>> take(const std::filesystem::path& workspace);
    ~RunnerLease();

    /// Called once by whoever took the lease, before anything is sent. Each turn leaves the same mark in the workspace
    /// and in the lock file; marks that differ mean that an older content was put back in the file's place (copied over
    /// it, so that the file itself looks the same). Sending is locked then, and the answer is true. Without an earlier
    /// mark there is nothing to compare, and the answer is false.
    [[nodiscard]] Result<bool> beginTurn(Connection& connection);

    RunnerLease(const RunnerLease&) = delete;
    RunnerLease& operator=(const RunnerLease&) = delete;

private:
    struct Lock;
    explicit RunnerLease(std::unique_ptr<Lock> lock);
    std::unique_ptr<Lock> m_lock;
};

}  // namespace shopbell::db
