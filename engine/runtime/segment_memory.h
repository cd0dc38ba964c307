// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "runtime/contexts.h"
#include "segments/live_segments.h"

#include <cstdint>
#include <map>

namespace shopbell {

/// Who was in which segment when it was last looked at, over a restart. The derived file says it at once. Where that is
/// lost, damaged or of another workspace, it is found from the truth: the members that a segment began with stand in
/// the workspace, and every move since is an event. Both say the same, so that who moved while the program was off is
/// told either way. Engine thread.
class SegmentMemory {
public:
    explicit SegmentMemory(WriteContext& writing) : m_writing(writing) {}

    struct Recalled {
        segments::LiveSegments::Known members;  ///< without segments that were never looked at
        segments::LiveSegments::Questions questions;
        std::int64_t through = 0;  ///< the log row up to which what happened was looked at
    };
    /// Every move that the log tells up to the view's end is counted in.
    [[nodiscard]] Result<Recalled> recall(const HistoryView& view);
    /// Writes down who is in now, when everything up to row `through` was looked at and every move is in the log.
    [[nodiscard]] Result<void> keep(const segments::LiveSegments& live, std::int64_t through);

private:
    [[nodiscard]] Result<void> record(const segments::LiveSegments::Known& members,
                                      segments::LiveSegments::Questions questions, std::int64_t through);

    WriteContext& m_writing;
    // As it stands in the workspace.
    std::map<SegmentId, std::int64_t> m_rows;
    segments::LiveSegments::Questions m_questions;
    std::int64_t m_through = 0;
};

}  // namespace shopbell
