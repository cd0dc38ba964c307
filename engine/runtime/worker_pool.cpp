// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/worker_pool.h"

namespace shopbell {

WorkerPool::WorkerPool(int size, bool newestFirst) : m_newestFirst(newestFirst)
{
    m_threads.reserve(static_cast<std::size_t>(size));
    for (int worker = 0; worker < size; ++worker) {
        m_threads.emplace_back([this, worker] { loop(worker); });
    }
}

WorkerPool::~WorkerPool()
{
    stop();
}

bool WorkerPool::post(Task task, std::function<void()> dropped)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping) {
            return false;
        }
        m_tasks.push_back({std::move(task), std::move(dropped)});
    }
    m_wake.notify_one();
    return true;
}

void WorkerPool::stop()
{
    std::deque<Entry> left;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        left.swap(m_tasks);
    }
    m_wake.notify_all();
    for (auto& entry : left) {
        if (entry.dropped) {
            entry.dropped();
        }
    }
    for (auto& thread : m_threads) {
        if (thread.joinable()) {
            thread.join();
        }
    }
}

void WorkerPool::loop(int worker)
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_stopping || !m_tasks.empty(); });
        if (m_tasks.empty()) {
            return;
        }
        Entry entry;
        if (m_newestFirst) {
            entry = std::move(m_tasks.back());
            m_tasks.pop_back();
        } else {
            entry = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        lock.unlock();
        entry.task(worker);
        entry = {};
        lock.lock();
    }
}

}  // namespace shopbell
