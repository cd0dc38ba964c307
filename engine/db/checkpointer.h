// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/connection.h"
#include "db/workspace.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

struct sqlite3;

namespace shopbell::db {

/// Moves what a connection commits from the write-ahead log into the file beside the thread that commits, which SQLite
/// by itself would hold up for it every 2,000 pages. Most of it is moved here while commits go on behind; the little
/// that came meanwhile is moved by the committing thread, so that the log begins at its start again and stays small.
/// Where this thread cannot keep up, commits wait for it once the log has 128 MB; a reader that stays in an old state
/// keeps the log from shrinking, as always in SQLite, but holds nobody up.
///
/// Made and destroyed on the writer's thread, before the writer goes; the thread is begun when first needed.
class Checkpointer {
public:
    Checkpointer(Workspace workspace, Connection& writer);
    ~Checkpointer();
    Checkpointer(const Checkpointer&) = delete;
    Checkpointer& operator=(const Checkpointer&) = delete;

private:
    static int committed(void* self, sqlite3* handle, const char* name, int pages);
    void afterCommit(sqlite3* handle, const char* name, int pages);
    void run();

    const Workspace m_workspace;
    Connection& m_writer;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_wanted = false;
    bool m_busy = false;
    bool m_ending = false;
    int m_moved = 0;  ///< pages of the present log that are in the file
    int m_asked = 0;  ///< how many there were when the thread was last woken
    std::thread m_thread;
};

}  // namespace shopbell::db
