// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "segments/definition.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace shopbell::segments {

/// One word of the JSON form and what it stands for. The tables below are the whole vocabulary: reading, writing, error
/// texts and the tests go through them.
template <class T>
struct Name {
    std::string_view name;
    T value;
};

inline constexpr std::array unitNames{Name<Unit>{"minute", Unit::Minute}, Name<Unit>{"hour", Unit::Hour},
                                      Name<Unit>{"day", Unit::Day},       Name<Unit>{"week", Unit::Week},
                                      Name<Unit>{"month", Unit::Month},   Name<Unit>{"year", Unit::Year}};

inline constexpr std::array timeframeNames{
    Name<Timeframe::Kind>{"all", Timeframe::Kind::All},
    Name<Timeframe::Kind>{"in-the-last", Timeframe::Kind::InTheLast},
    Name<Timeframe::Kind>{"in-the-last-between", Timeframe::Kind::InTheLastBetween},
    Name<Timeframe::Kind>{"before", Timeframe::Kind::Before},
    Name<Timeframe::Kind>{"after", Timeframe::Kind::After},
    Name<Timeframe::Kind>{"between", Timeframe::Kind::Between},
    Name<Timeframe::Kind>{"since-flow-start", Timeframe::Kind::SinceFlowStart}};

inline constexpr std::array comparisonNames{
    Name<Comparison>{"=", Comparison::Equal},        Name<Comparison>{"!=", Comparison::NotEqual},
    Name<Comparison>{">", Comparison::Greater},      Name<Comparison>{">=", Comparison::GreaterOrEqual},
    Name<Comparison>{"<", Comparison::Less},         Name<Comparison>{"<=", Comparison::LessOrEqual},
    Name<Comparison>{"between", Comparison::Between}};

inline constexpr std::array measureNames{
    Name<Measure>{"count", Measure::Count},     Name<Measure>{"sum", Measure::Sum},
    Name<Measure>{"average", Measure::Average}, Name<Measure>{"min", Measure::Min},
    Name<Measure>{"max", Measure::Max},         Name<Measure>{"distinct", Measure::Distinct},
    Name<Measure>{"first", Measure::First},     Name<Measure>{"last", Measure::Last}};

inline constexpr std::array kindNames{Name<PropertyTest::Kind>{"string", PropertyTest::Kind::Text},
                                      Name<PropertyTest::Kind>{"number", PropertyTest::Kind::Number},
                                      Name<PropertyTest::Kind>{"boolean", PropertyTest::Kind::Boolean},
                                      Name<PropertyTest::Kind>{"list", PropertyTest::Kind::List},
                                      Name<PropertyTest::Kind>{"date", PropertyTest::Kind::Date},
                                      Name<PropertyTest::Kind>{"presence", PropertyTest::Kind::Presence}};

struct OpName {
    std::string_view name;
    PropertyTest::Op op;
    PropertyTest::Kind kind;
};

/// Names that two kinds share ("contains", "between") are told apart by "kind"; the first of them is the default.
inline constexpr std::array opNames{
    OpName{"equals", PropertyTest::Op::Equals, PropertyTest::Kind::Text},
    OpName{"not-equals", PropertyTest::Op::NotEquals, PropertyTest::Kind::Text},
    OpName{"in", PropertyTest::Op::In, PropertyTest::Kind::Text},
    OpName{"not-in", PropertyTest::Op::NotIn, PropertyTest::Kind::Text},
    OpName{"contains", PropertyTest::Op::Contains, PropertyTest::Kind::Text},
    OpName{"not-contains", PropertyTest::Op::NotContains, PropertyTest::Kind::Text},
    OpName{"starts-with", PropertyTest::Op::StartsWith, PropertyTest::Kind::Text},
    OpName{"not-starts-with", PropertyTest::Op::NotStartsWith, PropertyTest::Kind::Text},
    OpName{"ends-with", PropertyTest::Op::EndsWith, PropertyTest::Kind::Text},
    OpName{"not-ends-with", PropertyTest::Op::NotEndsWith, PropertyTest::Kind::Text},
    OpName{"regex", PropertyTest::Op::Regex, PropertyTest::Kind::Text},
    OpName{"not-regex", PropertyTest::Op::NotRegex, PropertyTest::Kind::Text},
    OpName{"=", PropertyTest::Op::Compare, PropertyTest::Kind::Number},
    OpName{"!=", PropertyTest::Op::Compare, PropertyTest::Kind::Number},
    OpName{">", PropertyTest::Op::Compare, PropertyTest::Kind::Number},
    OpName{">=", PropertyTest::Op::Compare, PropertyTest::Kind::Number},
    OpName{"<", PropertyTest::Op::Compare, PropertyTest::Kind::Number},
    OpName{"<=", PropertyTest::Op::Compare, PropertyTest::Kind::Number},
    OpName{"between", PropertyTest::Op::Compare, PropertyTest::Kind::Number},
    OpName{"is-true", PropertyTest::Op::IsTrue, PropertyTest::Kind::Boolean},
    OpName{"is-false", PropertyTest::Op::IsFalse, PropertyTest::Kind::Boolean},
    OpName{"contains", PropertyTest::Op::ListContains, PropertyTest::Kind::List},
    OpName{"not-contains", PropertyTest::Op::NotListContains, PropertyTest::Kind::List},
    OpName{"any", PropertyTest::Op::Any, PropertyTest::Kind::List},
    OpName{"not-any", PropertyTest::Op::NotAny, PropertyTest::Kind::List},
    OpName{"all", PropertyTest::Op::AllOf, PropertyTest::Kind::List},
    OpName{"not-all", PropertyTest::Op::NotAllOf, PropertyTest::Kind::List},
    OpName{"length", PropertyTest::Op::Length, PropertyTest::Kind::List},
    OpName{"before", PropertyTest::Op::Before, PropertyTest::Kind::Date},
    OpName{"after", PropertyTest::Op::After, PropertyTest::Kind::Date},
    OpName{"between", PropertyTest::Op::Between, PropertyTest::Kind::Date},
    OpName{"in-the-last", PropertyTest::Op::InTheLast, PropertyTest::Kind::Date},
    OpName{"in-the-next", PropertyTest::Op::InTheNext, PropertyTest::Kind::Date},
    OpName{"at-least-ago", PropertyTest::Op::AtLeastAgo, PropertyTest::Kind::Date},
    OpName{"anniversary", PropertyTest::Op::Anniversary, PropertyTest::Kind::Date},
    OpName{"is-set", PropertyTest::Op::IsSet, PropertyTest::Kind::Presence},
    OpName{"is-not-set", PropertyTest::Op::IsNotSet, PropertyTest::Kind::Presence}};

inline constexpr std::array recurringNames{
    Name<PropertyTest::Recurring>{"month", PropertyTest::Recurring::Month},
    Name<PropertyTest::Recurring>{"today", PropertyTest::Recurring::Today},
    Name<PropertyTest::Recurring>{"in-the-next", PropertyTest::Recurring::InTheNext},
    Name<PropertyTest::Recurring>{"in-the-last", PropertyTest::Recurring::InTheLast}};

inline constexpr std::array areaNames{
    Name<LocationCondition::Area>{"country", LocationCondition::Area::Country},
    Name<LocationCondition::Area>{"region", LocationCondition::Area::Region},
    Name<LocationCondition::Area>{"city", LocationCondition::Area::City},
    Name<LocationCondition::Area>{"postcode", LocationCondition::Area::Postcode},
    Name<LocationCondition::Area>{"european-union", LocationCondition::Area::EuropeanUnion},
    Name<LocationCondition::Area>{"near", LocationCondition::Area::Near}};

inline constexpr std::array messageNames{Name<MessageCondition::What>{"sent", MessageCondition::What::Sent},
                                         Name<MessageCondition::What>{"received", MessageCondition::What::Received},
                                         Name<MessageCondition::What>{"opened", MessageCondition::What::Opened},
                                         Name<MessageCondition::What>{"clicked", MessageCondition::What::Clicked},
                                         Name<MessageCondition::What>{"skipped", MessageCondition::What::Skipped}};

template <class T, std::size_t N>
[[nodiscard]] constexpr std::optional<T> findNamed(const std::array<Name<T>, N>& names, std::string_view name)
{
    for (const auto& entry : names) {
        if (entry.name == name) {
            return entry.value;
        }
    }
    return std::nullopt;
}

template <class T, std::size_t N>
[[nodiscard]] constexpr std::string_view nameOf(const std::array<Name<T>, N>& names, T value)
{
    for (const auto& entry : names) {
        if (entry.value == value) {
            return entry.name;
        }
    }
    return {};
}

[[nodiscard]] constexpr std::string_view nameOf(const PropertyTest& test)
{
    if (test.op == PropertyTest::Op::Compare) {
        return nameOf(comparisonNames, test.number.op);
    }
    for (const auto& entry : opNames) {
        if (entry.op == test.op) {
            return entry.name;
        }
    }
    return {};
}

}  // namespace shopbell::segments
