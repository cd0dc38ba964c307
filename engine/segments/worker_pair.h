// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "segments/tally.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace shopbell::segments {

/// Two threads that share a piece of work: the caller's and one of its own, which sleeps while there is none. Used by
/// one caller at a time; a second one does its work alone rather than wait.
class WorkerPair {
public:
    WorkerPair();
    ~WorkerPair();
    WorkerPair(const WorkerPair&) = delete;
    WorkerPair& operator=(const WorkerPair&) = delete;

    /// Runs work(0) here and work(1) on the other thread, and returns when both have ended. When the other thread is
    /// taken, both run here.
    void run(const std::function<void(int)>& work);
    /// As run(first), and then both threads do `second`, which shares itself out: one waking for two steps.
    void run(const std::function<void(int)>& first, const std::function<void()>& second);
    [[nodiscard]] TallyPool& tallies() { return m_tallies; }

private:
    /// False, and nothing done, when the other thread is taken.
    [[nodiscard]] bool share(const std::function<void(int)>& work);
    void serve();

    TallyPool m_tallies;
    std::mutex m_turn;  ///< held by the caller that has the other thread
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_done;
    const std::function<void(int)>* m_work = nullptr;
    bool m_stopping = false;
    std::thread m_thread;
};

}  // namespace shopbell::segments
