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
    Instant at;  ///< the very instant for what time alone did; else when it was noticed
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

    /// Evaluates every saved segment. Segments in `known` (who was in them when the program ended) tell their moves
    /// since; others begin in silence. `sources.history` is the newest view; `sources.fresh` and `cancel` are not used.
    [[nodiscard]] static Result<std::unique_ptr<LiveSegments>> start(const Sources& sources, Instant now,
                                                                     const Known& known, const OnMove& onMove);
    ~LiveSegments();
    LiveSegments(const LiveSegments&) = delete;
    LiveSegments& operator=(const LiveSegments&) = delete;

    /// Events in the order they were written, `newest` a view that shows them. Time passes up to `now` first.
    [[nodiscard]] Result<void> take(std::span<const LiveEvent> events, const std::shared_ptr<const HistoryView>& newest,
                                    Instant now, const OnMove& onMove);
    /// To be called at nextChange(), or whenever; moves come in the order of their instants.
    [[nodiscard]] Result<void> passTime(Instant now, const OnMove& onMove);
    /// The instant at which passTime() has something to do; none: nothing waits.
    [[nodiscard]] std::optional<Instant> nextChange() const;
    /// Something else changed: segments were saved or removed, people merged or erased, events taken back. Evaluates
    /// all anew and tells the difference; a segment that was not there before begins in silence.
    [[nodiscard]] Result<void> rebuild(const std::shared_ptr<const HistoryView>& newest, Instant now,
                                       const OnMove& onMove);

    [[nodiscard]] const ProfileBitmap* findMembers(SegmentId segment) const;
    /// For the next start().
    [[nodiscard]] Known known() const;

private:
    struct State;
    explicit LiveSegments(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace shopbell::segments
