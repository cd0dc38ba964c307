// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runtime/contexts.h"
#include "runtime/live_members.h"
#include "runtime/segment_memory.h"
#include "runtime/segment_news.h"
#include "runtime/task_thread.h"
#include "segments/live_segments.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <vector>

namespace shopbell {

/// Keeps every saved segment's members current in the engine that acts: by what is written to the log, whoever wrote
/// it, and by a timer at the instant at which time alone moves somebody. Moves become Entered Segment and Left Segment
/// events, backfill where only the past became known or the question changed. Engine thread, but for what says so.
///
/// A few events are taken one by one; after many (an import, a first sync) all segments are evaluated once when it is
/// over, or now and then while it lasts. Who is in is written down (segment_memory.h), so that the next start tells who
/// moved meanwhile; after a crash the moves that the log recorded since are counted in.
class SegmentWatch {
public:
    SegmentWatch(TaskThread& engineThread, WriteContext& writing);
    ~SegmentWatch();

    /// Reads all that the segments lean on, on the calling thread, with its own connection, so that begin() finds it in
    /// memory. Ends early when cancelled. Any thread.
    void warmUp();
    void begin();
    /// Takes in what was written, and the time. `settled`: nothing more comes at once, so what is put off is done now.
    void look(bool settled);
    /// look() a moment later, once for all that is written meanwhile.
    void lookSoon();
    /// Writes down who is in which segment.
    void save();
    /// Writes it once more; nothing is watched after it.
    void close();
    /// warmUp() ends soon, begin() will do nothing. Any thread.
    void cancel();

    /// What readers may count on; null while not begun. Any thread.
    [[nodiscard]] std::shared_ptr<const LiveMembers> members() const;

private:
    using Steady = std::chrono::steady_clock;
    [[nodiscard]] Result<void> start();
    [[nodiscard]] Result<void> takeIn(bool settled);
    [[nodiscard]] Result<bool> takeOnce(bool settled);
    [[nodiscard]] Result<void> record();
    [[nodiscard]] segments::LiveSegments::OnMove hear();
    [[nodiscard]] bool putOff(std::int64_t row);
    void giveUp();
    void show();
    void tell();
    void setTimer();
    void lookIn(std::chrono::milliseconds delay);

    TaskThread& m_engineThread;
    WriteContext& m_writing;
    SegmentMemory m_memory;
    Subscription m_sending;
    Subscription m_campaigns;
    std::atomic<bool> m_ledgerMoved = false;
    CancelToken m_cancel;
    bool m_closed = false;

    std::unique_ptr<segments::LiveSegments> m_live;
    NewsMark m_mark;
    std::string m_zone;
    struct Move {
        segments::SegmentMove move;
        std::string name;  ///< of its segment, then
    };
    std::vector<Move> m_moves;    ///< to be recorded
    std::set<SegmentId> m_moved;  ///< not shown yet
    bool m_movedAll = false;
    bool m_lookPlanned = false;
    bool m_tellPlanned = false;
    std::int64_t m_lastSeenRow = 0;
    std::optional<Steady::time_point> m_putOffSince;
    Steady::time_point m_lastRebuild{};
    Steady::duration m_rebuildTook{};
    Steady::time_point m_lastTold{};
    std::optional<Steady::time_point> m_timerDue;
    std::uint64_t m_timer = 0;

    mutable std::mutex m_shownMutex;
    std::shared_ptr<const LiveMembers> m_shown;
};

}  // namespace shopbell
