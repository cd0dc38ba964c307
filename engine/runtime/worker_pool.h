// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace shopbell {

/// A few threads that run tasks in any order; the newest first where `newestFirst`, since the question asked last is
/// the one somebody looks at. A task learns its worker's number, 0 to size-1. stop() drops what has not begun and
/// joins.
class WorkerPool {
public:
    using Task = std::function<void(int worker)>;

    explicit WorkerPool(int size, bool newestFirst = false);
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// False after stop(). `dropped` is called instead of the task when the pool stops before it began.
    bool post(Task task, std::function<void()> dropped = {});
    void stop();

private:
    struct Entry {
        Task task;
        std::function<void()> dropped;
    };
    void loop(int worker);

    const bool m_newestFirst;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Entry> m_tasks;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

}  // namespace shopbell
