// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/checkpointer.h"

#include <sqlite3.h>

#include <utility>

namespace shopbell::db {

namespace {

// In pages of 8 KB.
constexpr int worthMoving = 1000;
constexpr int quicklyMoved = 128;
constexpr int mostPages = 16'384;
constexpr int mostPasses = 4;

constexpr std::string_view automaticSql = "PRAGMA wal_autocheckpoint=2000";

}  // namespace

Checkpointer::Checkpointer(Workspace workspace, Connection& writer)
    : m_workspace(std::move(workspace)), m_writer(writer)
{
    sqlite3_wal_hook(m_writer.handle(), &Checkpointer::committed, this);
}

Checkpointer::~Checkpointer()
{
    // Takes the hook's place.
    static_cast<void>(m_writer.execute(automaticSql));
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

int Checkpointer::committed(void* self, sqlite3* handle, const char* name, int pages)
{
    static_cast<Checkpointer*>(self)->afterCommit(handle, name, pages);
    return SQLITE_OK;
}

void Checkpointer::afterCommit(sqlite3* handle, const char* name, int pages)
{
    if (pages < worthMoving) {
        return;
    }
    std::unique_lock lock(m_mutex);
    if (pages < m_moved || pages < m_asked) {
        m_moved = m_asked = 0;  // the log has begun anew
    }
    const bool isTooLong = pages >= mostPages && pages - m_asked >= worthMoving;
    if (m_busy) {
        if (!isTooLong) {
            return;
        }
        m_changed.wait(lock, [this] { return !m_busy; });
    }
    if (isTooLong || pages - m_moved <= quicklyMoved + pages / 16) {
        // The rest, here: only without a commit in between does the next one begin the log anew. Where a reader is in
        // the way the file stays as it is, and a later commit tries again.
        m_asked = pages;
        static_cast<void>(sqlite3_wal_checkpoint_v2(handle, name, SQLITE_CHECKPOINT_PASSIVE, nullptr, &m_moved));
        return;
    }
    if (pages - m_asked < worthMoving / 2) {
        return;  // it did not get far just now: a reader is in the way
    }
    m_asked = pages;
    m_wanted = true;
    m_busy = true;
    if (!m_thread.joinable()) {
        m_thread = std::thread([this] { run(); });
    }
    m_changed.notify_all();
}

void Checkpointer::run()
{
    std::optional<Connection> connection;
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_ending || m_wanted; });
        if (m_ending) {
            return;
        }
        m_wanted = false;
        int moved = 0;
        lock.unlock();
        if (!connection) {
            if (auto opened = m_workspace.connect(OpenMode::ReadWrite)) {
                connection.emplace(std::move(*opened));
            }
        }
        for (int pass = 0; connection && pass < mostPasses; ++pass) {
            int pages = 0;
            int done = 0;
            const int outcome =
                sqlite3_wal_checkpoint_v2(connection->handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, &pages, &done);
            if (outcome != SQLITE_OK || done <= moved) {
                break;
            }
            moved = done;
            if (pages - done <= quicklyMoved / 2) {
                break;
            }
        }
        lock.lock();
        m_moved = moved;
        m_busy = false;
        m_changed.notify_all();
    }
}

}  // namespace shopbell::db
