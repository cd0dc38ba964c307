// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "segments/evaluator.h"

#include <cstdint>
#include <vector>

namespace shopbell::segments {

/// What one node of a definition does to the count; nodes in the order of the tree, each before its parts.
struct ConditionEffect {
    std::int64_t alone = 0;     ///< people for whom this node says Yes, whatever the rest says
    std::int64_t running = 0;   ///< of its group's parts up to this one, together: the number that shrinks (or grows)
    std::int64_t removes = 0;   ///< how many fewer (in `any`: more) that is than with the parts before it
    std::int64_t onlyThis = 0;  ///< people who would come in (in `any`: go) if this node were not there
    std::int64_t unset = 0;     ///< people of whom this node knows too little to say
    std::int64_t unsetDecides = 0;  ///< members more if this condition included the people it knows too little of
};

struct EffectsAnswer {
    std::int64_t members = 0;
    std::int64_t everybody = 0;
    std::vector<ConditionEffect> nodes;
};

/// Evaluates each condition once, then only combines bits.
[[nodiscard]] Result<EffectsAnswer> measureEffects(const Sources& sources, const Node& definition, Instant asOf);

/// Two segments laid over one another.
struct Overlap {
    std::int64_t onlyFirst = 0;
    std::int64_t both = 0;
    std::int64_t onlySecond = 0;
};
[[nodiscard]] Result<Overlap> measureOverlap(const Sources& sources, const Node& first, const Node& second,
                                             Instant asOf);

}  // namespace shopbell::segments
