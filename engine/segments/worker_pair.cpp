// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/worker_pair.h"

#include <atomic>

namespace shopbell::segments {

WorkerPair::WorkerPair() : m_thread([this] { serve(); }) {}

WorkerPair::~WorkerPair()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void WorkerPair::run(const std::function<void(int)>& work)
{
    if (!share(work)) {
        work(0);
        work(1);
    }
}

void WorkerPair::run(const std::function<void(int)>& first, const std::function<void()>& second)
{
    std::atomic<int> ended = 0;
    const auto both = [&](int half) {
        first(half);
        if (ended.fetch_add(1) == 0) {
            ended.wait(1);
        } else {
            ended.notify_one();
        }
        second();
    };
    if (!share(both)) {
        first(0);
        first(1);
        second();
    }
}

bool WorkerPair::share(const std::function<void(int)>& work)
{
    const std::unique_lock turn(m_turn, std::try_to_lock);
    if (!turn) {
        return false;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_work = &work;
    }
    m_wake.notify_one();
    work(0);
    std::unique_lock lock(m_mutex);
    m_done.wait(lock, [this] { return m_work == nullptr; });
    return true;
}

void WorkerPair::serve()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_stopping || m_work != nullptr; });
        if (m_stopping) {
            return;
        }
        const auto* work = m_work;
        lock.unlock();
        (*work)(1);
        lock.lock();
        m_work = nullptr;
        m_done.notify_one();
    }
}

}  // namespace shopbell::segments
