// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/ids.h"
#include "model/segment_definition.h"
#include "runtime/contexts.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace shopbell {

/// Members of a saved segment now, ascending.
[[nodiscard]] Result<std::vector<ProfileId>> listMembersOf(ReadContext& reading, SegmentId segment);
[[nodiscard]] Result<std::vector<ProfileId>> listMembersOf(WriteContext& writing, SegmentId segment);
/// Every saved segment's name and size now, in the order of names.
[[nodiscard]] Result<std::vector<std::pair<std::string, std::int64_t>>> countSavedSegments(ReadContext& reading);

}  // namespace shopbell
