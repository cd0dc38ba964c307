// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/engine.h"
#include "runtime/contexts.h"
#include "runtime/task_thread.h"

#include "model/ids.h"

#include <atomic>
#include <map>
#include <set>

namespace shopbell {

/// What an acting engine does by itself: goes on with imports and campaigns that a crash or a shutdown cut off, syncs
/// each store by the clock, starts scheduled campaigns. It only submits the same commands that an owner would. Engine
/// thread.
class Background {
public:
    Background(Engine& engine, TaskThread& engineThread, WriteContext& writing)
        : m_engine(engine), m_engineThread(engineThread), m_writing(writing)
    {
    }
    void start();
    /// Nothing is submitted after it. Any thread.
    void stop() { m_stopped = true; }

private:
    void look();

    Engine& m_engine;
    TaskThread& m_engineThread;
    WriteContext& m_writing;
    std::atomic<bool> m_stopped = false;
    std::set<ConnectionId> m_syncing;
    std::map<CampaignId, Instant> m_sent;  ///< when a campaign that is due was last handed to its command
};

}  // namespace shopbell
