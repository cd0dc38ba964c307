// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What the segment editor asks beyond counting: what each condition does, how the size went, what there is to choose
/// from, ready-made definitions, and Klaviyo's form of a definition.

#include "api/segments.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace shopbell {

/// What one node does to the whole. A node is a condition or a group; people are living profiles.
struct NodeEffect {
    std::int64_t alone = 0;         ///< people for whom this node says yes, whatever the rest says
    std::int64_t running = 0;       ///< members of its group after this part, the parts before it counted in
    std::int64_t removes = 0;       ///< in `all`: how many fewer that is than before it; in `any`: how many more
    std::int64_t onlyThis = 0;      ///< in `all`: who would come in without this node; in `any`: who would go
    std::int64_t unset = 0;         ///< people of whom too little is known for this node to say
    std::int64_t unsetDecides = 0;  ///< members more, if the people it knows too little of were included
    std::string words = {};         ///< English: what a condition asks; of a group, how many of its parts must hold
};
struct SegmentEffects {
    std::int64_t members = 0;
    std::int64_t everybody = 0;
    std::vector<NodeEffect> nodes;  ///< in the order of a walk from the root, each before its parts; the root is first
    double milliseconds = 0;
};
struct MeasureSegmentEffects {
    using Answer = SegmentEffects;
    SegmentDefinition what;
    std::optional<Instant> asOf;
};

struct SegmentSize {
    Instant at;
    std::int64_t members = 0;
    std::int64_t everybody = 0;
};
/// The size at `points` instants evenly from `from` to `to`, both included, as history tells it. `points` is 2 to 400.
struct MeasureSegmentSizes {
    using Answer = std::vector<SegmentSize>;
    SegmentDefinition what;
    Instant from;
    Instant to;
    int points = 53;
};

struct SegmentOverlap {
    std::int64_t onlyFirst = 0;
    std::int64_t both = 0;
    std::int64_t onlySecond = 0;
};
struct CompareSegments {
    using Answer = SegmentOverlap;
    SegmentDefinition first;
    SegmentDefinition second;
    std::optional<Instant> asOf;
};

struct MetricChoice {
    std::string name;
    std::int64_t events = 0;
    std::optional<Instant> last;  ///< none: no event yet
};
/// Every metric of the shop, the most frequent first.
struct ListMetricChoices {
    using Answer = std::vector<MetricChoice>;
};

struct PropertyChoice {
    std::string name;         ///< as a definition writes it; of an event a path
    std::int64_t people = 0;  ///< who have it; 0 for properties of events, which come most frequent first
};
struct ListPropertyChoices {
    using Answer = std::vector<PropertyChoice>;
    std::string metric;  ///< of its events; empty: of people
};

enum class ValueSort { Text, Number, Boolean, Date, List };  ///< what most values of a property are
struct ValueChoice {
    std::string text;
    std::int64_t count = 0;  ///< people who have it, or events
};
struct ValueChoices {
    ValueSort sort = ValueSort::Text;
    std::int64_t distinct = 0;
    std::vector<ValueChoice> values;  ///< the most frequent first
};
struct ListValueChoices {
    using Answer = ValueChoices;
    std::string metric;  ///< empty: of people
    std::string property;
    std::string search;  ///< part of the text, whatever the case; empty: all
    std::int64_t limit = 50;
};

/// A ready-made definition. Its words are English; the window has its own for each key.
struct SegmentTemplateInfo {
    std::string key;
    std::string group;
    std::string name;
    std::string purpose;
    SegmentDefinition definition;
};
struct ListSegmentTemplates {
    using Answer = std::vector<SegmentTemplateInfo>;
};

/// What means something else in the other form, or cannot be said in it.
struct FormDifference {
    std::string place;
    std::string what;  ///< an English sentence
};
struct KlaviyoReading {
    SegmentDefinition definition;
    std::vector<FormDifference> differences;
};
/// Reads Klaviyo's `condition_groups`; metrics, lists and segments given by Klaviyo's ids are looked up by name.
struct ReadKlaviyoSegment {
    using Answer = KlaviyoReading;
    std::string json;
    std::vector<std::pair<std::string, std::string>> names;  ///< Klaviyo's id → our name of a metric, list or segment
};
struct KlaviyoWriting {
    std::string json;
    std::vector<FormDifference> differences;
};
struct WriteKlaviyoSegment {
    using Answer = KlaviyoWriting;
    SegmentDefinition what;
    std::vector<std::pair<std::string, std::string>> names;
};

/// Takes back a RemoveSegment: the same id, name and definition, for campaigns and segments that name it. What was
/// removed is kept for thirty days. NotFound when it is not among that, or when a list or segment that it names has
/// gone (restore that first); AlreadyExists when another segment has its name by now.
struct RestoreSegment {
    using Answer = Done;
    static constexpr bool isCommand = true;
    SegmentId segment;
};

}  // namespace shopbell
