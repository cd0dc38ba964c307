// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles.h"
#include "model/ids.h"
#include "model/segment_definition.h"
#include "runtime/contexts.h"
#include "segments/evaluator.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace shopbell {

/// What segments are answered from, for a reader and for the engine thread.
[[nodiscard]] segments::Sources sourcesOf(ReadContext& reading);
[[nodiscard]] segments::Sources sourcesOf(WriteContext& writing);

/// For Sources::tellReading: tells it as progress, whose ticket is the property's.
[[nodiscard]] std::function<void(std::string_view metric, std::string_view property, std::int64_t done,
                                 std::int64_t total)>
readingTeller(const NoticeBoard& notices);

/// Members of a saved segment now, ascending.
[[nodiscard]] Result<std::vector<ProfileId>> listMembersOf(ReadContext& reading, SegmentId segment);
[[nodiscard]] Result<std::vector<ProfileId>> listMembersOf(WriteContext& writing, SegmentId segment);
/// The saved segments that somebody is in now.
[[nodiscard]] Result<std::vector<ProfileDetail::Membership>> listSegmentsOf(ReadContext& reading, ProfileId profile);
/// Every saved segment's name and size now, in the order of names.
[[nodiscard]] Result<std::vector<std::pair<std::string, std::int64_t>>> countSavedSegments(ReadContext& reading);

}  // namespace shopbell
