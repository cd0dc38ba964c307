// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/verdict_fact.h"
#include "segments/evaluator.h"

#include <optional>
#include <string>
#include <vector>

namespace shopbell::segments {

inline constexpr std::size_t maxDecidingEvents = 20;

/// One node of a definition, judged for one person.
struct Verdict {
    Truth truth = Truth::No;
    std::string condition;              ///< in words
    SegmentDefinition node;             ///< the condition or group judged
    std::size_t place = 0;              ///< in a walk over the definition, each node before its parts; the root is 0
    std::string because;                ///< the values and events that decided, in words
    std::vector<VerdictFact> facts;     ///< the same, for other languages
    std::vector<EventRow> events;       ///< that decided, at most maxDecidingEvents, the latest first
    std::optional<Instant> holdsUntil;  ///< when the answer changes if nothing happens; none: not by time alone
    std::vector<Verdict> parts;
};

/// Why somebody is, or is not, in a segment at an instant: whoever the id stood for then, before later merges. NotFound
/// when there is no such person; somebody who did not exist yet is in no segment, and the verdict says so.
[[nodiscard]] Result<Verdict> why(const Sources& sources, ProfileId profile, const Node& definition, Instant asOf);

}  // namespace shopbell::segments
