// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/task_thread.h"

namespace shopbell {

TaskThread::TaskThread() : m_thread([this] { loop(); }) {}

TaskThread::~TaskThread()
{
    stop();
}

bool TaskThread::post(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping) {
            return false;
        }
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
    return true;
}

bool TaskThread::postAfter(std::chrono::milliseconds delay, Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping) {
            return false;
        }
        m_timed.emplace(std::chrono::steady_clock::now() + delay, std::move(task));
    }
    m_wake.notify_one();
    return true;
}

void TaskThread::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void TaskThread::loop()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        const auto now = std::chrono::steady_clock::now();
        while (!m_timed.empty() && m_timed.begin()->first <= now) {
            m_tasks.push_back(std::move(m_timed.begin()->second));
            m_timed.erase(m_timed.begin());
        }
        if (!m_tasks.empty()) {
            Task task = std::move(m_tasks.front());
            m_tasks.pop_front();
            lock.unlock();
            task();
            task = nullptr;
            lock.lock();
            continue;
        }
        if (m_stopping) {
            return;
        }
        if (m_timed.empty()) {
            m_wake.wait(lock);
        } else {
            m_wake.wait_until(lock, m_timed.begin()->first);
        }
    }
}

}  // namespace shopbell
