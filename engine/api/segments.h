// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/engine.h"
#include "base/instant.h"
#include "model/ids.h"
#include "model/segment_definition.h"
#include "model/verdict_fact.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace shopbell {

struct SegmentCount {
    std::int64_t members = 0;
    std::int64_t profiles = 0;  ///< in the workspace at that instant
    double milliseconds = 0;    ///< of evaluation, inside the engine
};

/// How many people a definition holds, of those there were then: two who were merged later are two. A definition that
/// is not right answers InvalidInput saying where.
struct CountSegment {
    using Answer = SegmentCount;
    SegmentDefinition what;
    std::optional<Instant> asOf;
};

struct SegmentInfo {
    SegmentId id;
    std::string name;
    SegmentDefinition definition;
    std::string words;  ///< the definition as an English sentence
    std::int64_t members = 0;
    Sentence problem;  ///< why it cannot be answered (a list it names is gone); empty mostly
    Instant createdAt;
    Instant changedAt;
};
struct ListSegments {
    using Answer = std::vector<SegmentInfo>;
};
struct LoadSegment {
    using Answer = SegmentInfo;
    SegmentId segment;
};
struct SaveSegment {
    using Answer = SegmentId;
    static constexpr bool isCommand = true;
    SegmentId segment;  ///< none: a new one
    std::string name;
    SegmentDefinition definition;
};
struct RemoveSegment {
    using Answer = Done;
    static constexpr bool isCommand = true;
    SegmentId segment;
};

struct SegmentMember {
    ProfileId profile;
    std::string name;
    std::string email;
};
/// People as they are now: whoever became one with somebody since `asOf` is listed as them, and two who did so once, so
/// that `total` may be less than what CountSegment says of then.
struct SegmentMembers {
    std::int64_t total = 0;
    std::vector<SegmentMember> members;
};
struct ListSegmentMembers {
    using Answer = SegmentMembers;
    SegmentDefinition what;
    std::optional<Instant> asOf;
    std::int64_t offset = 0;
    std::int64_t limit = 50;
};
/// Ids alone, ascending, of the people whom ListSegmentMembers lists: for scripts and exports.
struct ListSegmentIds {
    using Answer = std::vector<ProfileId>;
    SegmentDefinition what;
    std::optional<Instant> asOf;
};

/// One node of a definition, judged for one person.
struct Verdict {
    bool holds = false;
    std::string condition;              ///< in words
    SegmentDefinition node;             ///< the condition or group judged
    std::int64_t place = 0;             ///< in a walk over the definition, each node before its parts; the root is 0
    bool unset = false;                 ///< too little is known to say: neither this nor its contrary holds
    std::string because;                ///< the values and events that decided, in words
    std::vector<VerdictFact> facts;     ///< the same, for other languages; in the order to say them
    std::vector<std::int64_t> events;   ///< log rows that decided, at most 20
    std::optional<Instant> holdsUntil;  ///< when the answer changes if nothing happens
    std::vector<Verdict> parts;
};
struct ExplainMembership {
    using Answer = Verdict;
    SegmentDefinition what;
    ProfileId profile;
    std::optional<Instant> asOf;
};

}  // namespace shopbell
