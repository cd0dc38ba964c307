// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/workspace.h"
#include "segments/live_segments.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace shopbell::segments {

/// Who was in a segment, with the moves up to a row of the log counted in; later ones stand in the log alone.
struct MembersThen {
    ProfileBitmap members;
    std::int64_t row = 0;
};

/// What stands in the workspace of who was in which segment.
struct RecordedMembers {
    std::map<SegmentId, MembersThen> segments;
    LiveSegments::Questions questions;  ///< of all of them, as they were last asked
    std::int64_t through = 0;           ///< the log row up to which what happened was looked at
};

/// Who was in which segment when it was last written down, so that a start can tell who moved since.
struct KnownMembers {
    std::map<SegmentId, MembersThen> segments;
    std::int64_t through = 0;  ///< the log row up to which what happened was looked at
};

/// Writes `members`, as they were at row `through`, into the workspace's derived file, in place of what was there: a
/// bit a profile and segment. It may be lost: what recordMembers() wrote and the moves in the log say the same.
[[nodiscard]] Result<void> saveKnownMembers(const db::Workspace& workspace, const std::string& token,
                                            const LiveSegments::Known& members, std::int64_t through);
/// Nothing when there are none, when they are damaged or of another workspace (`token` is its own).
[[nodiscard]] std::optional<KnownMembers> findKnownMembers(const db::Workspace& workspace, const std::string& token);

/// Writes segments into the workspace itself, in place of those there; one that is in `questions` alone keeps its
/// members, one in neither is forgotten. A segment's members need it once, when it begins, since that is the one thing
/// that no event tells. Engine thread, outside a transaction.
[[nodiscard]] Result<void> recordMembers(db::Connection& db, const RecordedMembers& recorded);
[[nodiscard]] Result<RecordedMembers> loadRecordedMembers(db::Connection& db);

}  // namespace shopbell::segments
