// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "model/ids.h"
#include "model/segment_definition.h"
#include "segments/profile_bitmap.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace shopbell {

/// Who is in which saved segment, as the engine thread keeps it: one moment of it, for readers. A value; any thread.
struct LiveMembers {
    struct One {
        std::string definition;  ///< the JSON that was asked
        std::shared_ptr<const segments::ProfileBitmap> members;
        std::int64_t count = 0;
    };
    std::map<SegmentId, One> segments;  ///< without those that cannot be answered
    std::optional<Instant> holdsUntil;  ///< from then on somebody may have moved by time alone

    /// Null when it is not known, or may have changed by now.
    [[nodiscard]] const One* find(SegmentId segment, const SegmentDefinition& definition, Instant now) const
    {
        const auto found = segments.find(segment);
        const bool holds = found != segments.end() && found->second.definition == definition.json;
        return holds && (!holdsUntil || now < *holdsUntil) ? &found->second : nullptr;
    }
};

}  // namespace shopbell
