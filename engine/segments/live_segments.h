// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "segments/evaluator.h"
#include "segments/segment_store.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell::segments {

/// Somebody came into a segment, or left it.
struct SegmentMove {
    SegmentId segment;
    std::string_view name;
    ProfileId profile;
    bool entered = false;
    Instant at;             ///< the very instant for what time alone did; else when it was noticed
    bool backfill = false;  ///< only the past has become known, or the question has changed: no flow starts by it
};

/// An event that was just written. The views must live for the call.
struct LiveEvent {
    ProfileId profile;
    std::string_view metric;
    Instant at;
    std::optional<Decimal> value;
    EventRow row;
    std::string_view properties;
};

/// What happened since the last call.
struct LiveNews {
    std::shared_ptr<const HistoryView> newest;  ///< shows all of it
    std::span<const LiveEvent> events = {};     ///< in the order they were written
    std::span<const ProfileId> changed = {};    ///< people of whom something is new that no event tells
    const ProfileBitmap* quiet = nullptr;       ///< of whom all that is new is backfill, and so are their moves
};

/// Who is in which segment, kept current by what happens and by the passing of time: an event re-evaluates its own
/// profile in the segments that mention its metric; instants at which a membership may end or begin by time alone wait
/// in a heap. At any moment the members equal those of a full evaluation. One thread, the engine's.
///
/// What `onMove` hears is to be recorded as Entered Segment and Left Segment events by the caller (who hands those to
/// take() like any others: segments may ask when somebody entered another).
class LiveSegments {
public:
    using OnMove = std::function<void(const SegmentMove&)>;
    using Known = std::map<SegmentId, ProfileBitmap>;
    /// A digest of a definition with those of the segments it names, and of where days begin.
    using Questions = std::map<SegmentId, std::uint64_t>;

    /// Evaluates every saved segment. Segments in `known` (who was in them when the program ended) tell their moves
    /// since; others begin in silence. `sources.history` is the newest view; `sources.fresh` and `cancel` are not used.
    /// A segment that cannot be answered (a list it names is gone) is left out until it can. Where `asked` has another
    /// question than is asked now, all moves are backfill.
    [[nodiscard]] static Result<std::unique_ptr<LiveSegments>> start(const Sources& sources, Instant now,
                                                                     const Known& known, const OnMove& onMove,
                                                                     const ProfileBitmap* quiet = nullptr,
                                                                     const Questions& asked = {});
    ~LiveSegments();
    LiveSegments(const LiveSegments&) = delete;
    LiveSegments& operator=(const LiveSegments&) = delete;

    /// Time passes up to `now` first.
    [[nodiscard]] Result<void> take(const LiveNews& news, Instant now, const OnMove& onMove);
    [[nodiscard]] Result<void> take(std::span<const LiveEvent> events, const std::shared_ptr<const HistoryView>& newest,
                                    Instant now, const OnMove& onMove)
    {
        return take(LiveNews{newest, events}, now, onMove);
    }
    /// To be called at nextChange(), or whenever; moves come in the order of their instants.
    [[nodiscard]] Result<void> passTime(Instant now, const OnMove& onMove);
    /// The instant at which passTime() has something to do; none: nothing waits.
    [[nodiscard]] std::optional<Instant> nextChange() const;
    /// Something else changed, or too much: segments were saved or removed, people merged or erased, events taken back,
    /// a great many written. Evaluates all anew and tells the difference; a segment that was not there before begins in
    /// silence. Somebody merged was in what either was in; somebody erased leaves without a word.
    [[nodiscard]] Result<void> rebuild(const std::shared_ptr<const HistoryView>& newest, Instant now,
                                       const OnMove& onMove, const ProfileBitmap* quiet = nullptr);

    /// Null when there is no such segment, or it cannot be answered.
    [[nodiscard]] const ProfileBitmap* findMembers(SegmentId segment) const;
    /// For the next start().
    [[nodiscard]] Known known() const;
    /// Of all that are saved, answered or not.
    [[nodiscard]] Questions questions() const;
    /// True when events of this metric may move anybody who is known already.
    [[nodiscard]] bool concerns(std::string_view metric) const;
    /// Some segment asks what was sent or skipped, which the ledger says without an event.
    [[nodiscard]] bool readsLedger() const;

private:
    struct State;
    explicit LiveSegments(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace shopbell::segments
