// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace shopbell {

/// One thread that runs tasks in the order in which they were posted, and timed ones when they are due. The engine
/// thread is one of these. Any thread may post. stop() runs what was posted before it (not what is not due yet) and
/// joins.
class TaskThread {
public:
    using Task = std::function<void()>;

    TaskThread();
    ~TaskThread();
    TaskThread(const TaskThread&) = delete;
    TaskThread& operator=(const TaskThread&) = delete;

    /// False after stop(): the task will not run.
    bool post(Task task);
    bool postAfter(std::chrono::milliseconds delay, Task task);
    void stop();
    [[nodiscard]] bool isCurrent() const { return std::this_thread::get_id() == m_thread.get_id(); }

private:
    void loop();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_tasks;
    std::multimap<std::chrono::steady_clock::time_point, Task> m_timed;
    bool m_stopping = false;
    std::thread m_thread;
};

}  // namespace shopbell
