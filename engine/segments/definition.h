// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/decimal.h"
#include "base/result.h"
#include "base/time_zone.h"
#include "model/channel.h"
#include "model/consent.h"
#include "model/segment_definition.h"
#include "segments/property_test.h"
#include "segments/timeframe.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Questions about profiles, as a typed tree. The JSON form, and what each condition means to the millisecond, stand in
/// engine/segments/README.md; resources/segment.schema.json describes the same for other programs.
namespace shopbell::segments {

// Bounds: whatever is inside them is answered, in time that grows with the history alone.
inline constexpr std::size_t maxDefinitionBytes = 256 * 1024;
inline constexpr std::size_t maxDefinitionDepth = 32;
inline constexpr std::size_t maxDefinitionNodes = 1000;
inline constexpr std::size_t maxValues = 1000;      ///< of one "in" test
inline constexpr std::size_t maxValueBytes = 1024;  ///< of one text
inline constexpr std::size_t maxSequenceSteps = 10;
inline constexpr std::size_t maxWhere = 20;

enum class Measure : std::uint8_t { Count, Sum, Average, Min, Max, Distinct, First, Last };

/// How often, or how much of what, events of a metric.
struct MetricCondition {
    std::string metric;
    Measure measure = Measure::Count;
    std::string property;  ///< path in the event's properties; "value" or empty: the event's own value. Count has none
    NumberTest test{Comparison::GreaterOrEqual, Decimal::fromInteger(1), {}};
    std::optional<std::string> text;  ///< First and Last may be compared (= and != alone) with a text instead
    Timeframe timeframe;
    std::vector<PropertyTest> where;  ///< all of them hold for an event that counts
    bool includeUnset = false;        ///< Average, Min, Max, First, Last: what to say where there is no value
};

struct SequenceStep {
    std::string metric;
    bool exists = true;  ///< false: and did not do this meanwhile
    std::vector<PropertyTest> where;
};

/// Did one thing, then another.
struct SequenceCondition {
    std::vector<SequenceStep> steps;
    int within = 0;  ///< 0: no limit
    Unit withinUnit = Unit::Day;
    Timeframe timeframe;  ///< of the steps that exist
};

/// A list or segment by number, or by name while it is not known.
struct Reference {
    std::int64_t id = 0;
    std::string name;
};

struct ListCondition {
    Reference list;
    bool member = true;
    Timeframe timeframe;  ///< of joining; members only
};

struct SegmentCondition {
    Reference segment;
    bool member = true;
    Timeframe timeframe;  ///< of entering, as the history recorded it; members only
};

struct ConsentCondition {
    enum class What : std::uint8_t { State, CanReceive, Suppressed };
    Channel channel = Channel::Email;
    What what = What::State;
    ConsentState state = ConsentState::Subscribed;  ///< State
    bool holds = true;                              ///< State, CanReceive, Suppressed, or their contrary
    std::string method;                             ///< State: empty means any
    std::optional<SuppressionReason> reason;        ///< Suppressed: none means any
    Timeframe timeframe;                            ///< State, Suppressed: since when
};

struct LocationCondition {
    enum class Area : std::uint8_t { Country, Region, City, Postcode, EuropeanUnion, Near };
    Area area = Area::Country;
    std::vector<std::string> values;  ///< Country to Postcode
    bool inside = true;
    double distance = 0;  ///< Near
    bool miles = false;
    std::optional<double> latitude;  ///< Near: a point, or a postcode below
    std::optional<double> longitude;
    std::string postcode;
    std::string country;  ///< of the postcode; empty: the only country it is known in
    bool includeUnset = false;
};

/// A field that predictions give; unset for everybody until they have been made.
struct PredictionCondition {
    PropertyTest test;  ///< its property is the field
};

struct MessageCondition {
    enum class What : std::uint8_t { Sent, Received, Opened, Clicked, Skipped };
    What what = What::Sent;
    std::int64_t campaign = 0;  ///< at most one of campaign and flow; neither: any
    std::int64_t flow = 0;
    bool did = true;
    Timeframe timeframe;
};

struct SampleCondition {
    Decimal percent;
    std::string salt;
};

struct Node;
struct AllOf {
    std::vector<Node> parts;  ///< none: holds for everybody
};
struct AnyOf {
    std::vector<Node> parts;  ///< none: holds for nobody
};
struct NotThis {
    std::vector<Node> part;  ///< exactly one
};

struct PropertyCondition {
    PropertyTest test;
};

struct Node {
    using What = std::variant<AllOf, AnyOf, NotThis, MetricCondition, SequenceCondition, PropertyCondition,
                              ListCondition, SegmentCondition, ConsentCondition, LocationCondition, PredictionCondition,
                              MessageCondition, SampleCondition>;
    What what;
};

/// Strict: an unknown member, a wrong type or a value past its bounds is InvalidInput, with the place as a JSON pointer
/// and what to write instead. Defaults are those of the structs above.
[[nodiscard]] Result<Node> parseDefinition(std::string_view json);
[[nodiscard]] inline Result<Node> parseDefinition(const SegmentDefinition& definition)
{
    return parseDefinition(definition.json);
}
/// Canonical: equal trees give equal text; members that stand at their default are left out.
[[nodiscard]] SegmentDefinition toJson(const Node& root);

/// One English sentence without a full stop: "Placed Order total value is more than 500 in the last 60 days and …".
[[nodiscard]] std::string toWords(const Node& root);

/// What a definition leans on; each once, in the order of first mention.
struct References {
    std::vector<std::string> metrics;
    std::vector<std::string> profileProperties;
    std::vector<Reference> segments;
    std::vector<Reference> lists;
};
[[nodiscard]] References listReferences(const Node& root);

/// Children of a group; nothing for a condition.
[[nodiscard]] const std::vector<Node>* findParts(const Node& node);
[[nodiscard]] std::vector<Node>* findParts(Node& node);

/// The fields that a prediction condition may name, and what kind of test fits.
struct PredictionField {
    std::string_view name;
    PropertyTest::Kind kind;
    std::string_view words;
};
[[nodiscard]] const std::vector<PredictionField>& predictionFields();

}  // namespace shopbell::segments
