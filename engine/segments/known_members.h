// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/workspace.h"
#include "segments/live_segments.h"

#include <cstdint>
#include <optional>

namespace shopbell::segments {

/// Who was in which segment when it was last written down, so that a start can tell who moved since.
struct KnownMembers {
    LiveSegments::Known members;
    std::int64_t through = 0;  ///< the log row up to which recorded moves are in them; later ones are in the log alone
};

/// Writes them into the workspace's derived file, in place of what was there: a bit a profile and segment. Losing them
/// (with that file) loses the moves that happened while nobody looked, and nothing else.
[[nodiscard]] Result<void> saveKnownMembers(const db::Workspace& workspace, const std::string& token,
                                            const KnownMembers& known);
/// Nothing when there are none, when they are damaged or of another workspace (`token` is its own).
[[nodiscard]] std::optional<KnownMembers> findKnownMembers(const db::Workspace& workspace, const std::string& token);

}  // namespace shopbell::segments
