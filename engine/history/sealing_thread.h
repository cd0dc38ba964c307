// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/derived_file.h"
#include "history/key_table.h"
#include "history/shelf.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace shopbell {

/// Seals beside the engine thread, with connections of its own: sorts, packs, merges runs and writes them, while the
/// log goes on. It is given what will not change any more; what it wrote counts for the engine thread once that has
/// read the file's new generation (LogState::meetDerived). The thread is begun with the first task and sleeps between
/// tasks. All verbs belong to the engine thread.
class SealingThread {
public:
    struct Task {
        std::string token;      ///< the derived file's
        std::int64_t from = 0;  ///< the file holds everything up to here
        std::int64_t through = 0;
        std::vector<std::shared_ptr<const KeyTable>> keys;
        std::int64_t mostMerged = 0;
    };

    SealingThread(db::Workspace workspace, std::shared_ptr<Shelf> shelf);
    ~SealingThread();
    SealingThread(const SealingThread&) = delete;
    SealingThread& operator=(const SealingThread&) = delete;

    [[nodiscard]] bool isBusy() const;
    /// Not while it is busy.
    void start(Task task);
    /// Until it is no longer busy.
    void wait();
    /// What it is at is given up and rolled back, unless it is done just then. Returns when it is no longer busy.
    void cancel();
    /// The same, and its connections are closed: the file is about to be replaced.
    void letGo();
    /// How the last task ended, once: whether something was written (another process may have been quicker).
    [[nodiscard]] std::optional<Result<bool>> takeOutcome();
    /// Filters of the runs that this generation of the file has and the one before had not; empty when that was not
    /// this thread's doing.
    [[nodiscard]] std::vector<std::shared_ptr<const SealedKeys>> newKeysOf(std::int64_t generation) const;

private:
    void run();
    [[nodiscard]] Result<bool> seal(Task& task);

    const db::Workspace m_workspace;
    const std::shared_ptr<Shelf> m_shelf;
    // Of the thread itself.
    std::unique_ptr<DerivedFile> m_file;
    std::optional<db::Connection> m_log;

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<Task> m_task;
    bool m_busy = false;
    bool m_ending = false;
    std::optional<Result<bool>> m_outcome;
    std::int64_t m_newGeneration = -1;
    std::vector<std::shared_ptr<const SealedKeys>> m_newKeys;
    std::atomic<bool> m_stop = false;
    std::thread m_thread;
};

}  // namespace shopbell
