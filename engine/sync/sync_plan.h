// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/sync_rows.h"

#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <vector>

namespace shopbell {

/// One thing to bring from the store.
struct SyncTask {
    enum class Kind {
        Retry,    ///< the records `ids`, which were set aside before
        Page,     ///< the page that `cursor` stands before
        LookUp,   ///< nothing: the workspace has to say which ids come next
        Missing,  ///< which of `ids` are gone
        Finish,   ///< nothing: all is done
        Hold,     ///< nothing: something that was brought waits to be applied first
    };
    Kind kind = Kind::Hold;
    StoreStream stream = StoreStream::Orders;
    std::string cursor;
    std::vector<std::string> ids;
    std::uint64_t generation = 0;  ///< of the plan it was taken from
    std::uint64_t number = 0;      ///< what is brought is applied in this order, without a gap
    std::uint64_t holds = 0;       ///< how often the plan was held until then
};

/// What comes next in a sync: each stream (set-aside records, then its pages), then, where wanted, the look for records
/// that the store no longer has. The fetching thread runs ahead; the engine thread confirms what was stored, and takes
/// the fetching thread back to there when storing failed. Both may call at once.
class SyncPlan {
public:
    void addStream(StoreStream stream, std::string cursor, std::vector<std::string> toRetry);
    void lookForMissing(const MissingCursor& from);

    // By the fetching thread.
    /// The same until brought(), or hold() and resume().
    [[nodiscard]] SyncTask next() const;
    void brought(const SyncTask& task, const std::string& nextCursor = {}, bool caughtUp = false);
    /// Nothing more is brought until resume().
    void hold();

    // By the engine thread.
    void resume();
    void confirm(const SyncTask& task, const std::string& nextCursor = {}, bool caughtUp = false);
    /// Known ids of the stream that the look is at; none: on with the next stream, or to the end.
    void putLookUps(const MissingCursor& at, std::vector<std::vector<std::string>> batches);
    /// The stream is closed to this key: on with the next.
    void close(StoreStream stream);
    /// What was brought and not confirmed does not count; tasks taken before are no longer current.
    void takeBack();
    /// Whether it may be applied now. When something brought before it was thrown away and never applied, it may not,
    /// and the plan is taken back: what was thrown away comes again.
    [[nodiscard]] bool mayApply(const SyncTask& task);
    [[nodiscard]] bool isCurrent(const SyncTask& task) const;
    /// Where the look stands when nothing more is found in its stream.
    [[nodiscard]] MissingCursor afterStream(const MissingCursor& at) const;
    [[nodiscard]] MissingCursor missing() const;
    [[nodiscard]] bool isEveryStreamClosed() const;

private:
    struct Stream {
        StoreStream stream;
        std::string cursor;
        std::vector<std::string> toRetry;
        bool done = false;
        bool closed = false;
    };
    struct Position {
        std::vector<Stream> streams;
        MissingCursor missing;
        std::deque<std::vector<std::string>> batches;
    };

    void goBack();
    static void move(Position& position, const SyncTask& task, const std::string& nextCursor, bool caughtUp);

    mutable std::mutex m_mutex;
    Position m_ahead;
    Position m_confirmed;
    bool m_onHold = false;
    std::uint64_t m_generation = 1;
    std::uint64_t m_brought = 0;
    std::uint64_t m_applied = 0;
    std::uint64_t m_holds = 0;
};

}  // namespace shopbell
