// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/worker_pair.h"

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
    const std::unique_lock turn(m_turn, std::try_to_lock);
    if (!turn) {
        work(0);
        work(1);
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_work = &work;
    }
    m_wake.notify_one();
    work(0);
    std::unique_lock lock(m_mutex);
    m_done.wait(lock, [this] { return m_work == nullptr; });
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
