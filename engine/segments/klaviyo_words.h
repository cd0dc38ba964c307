// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "segments/definition.h"

#include <array>
#include <optional>
#include <string_view>

namespace shopbell::segments {

/// A word of Klaviyo's and what it is here; both directions go through these tables.
template <class T>
struct KlaviyoWord {
    std::string_view name;
    T value;
};

inline constexpr std::array klaviyoUnits{KlaviyoWord<Unit>{"hour", Unit::Hour}, KlaviyoWord<Unit>{"day", Unit::Day},
                                         KlaviyoWord<Unit>{"week", Unit::Week}};

inline constexpr std::array klaviyoComparisons{
    KlaviyoWord<Comparison>{"equals", Comparison::Equal},
    KlaviyoWord<Comparison>{"not-equals", Comparison::NotEqual},
    KlaviyoWord<Comparison>{"greater-than", Comparison::Greater},
    KlaviyoWord<Comparison>{"greater-than-or-equal", Comparison::GreaterOrEqual},
    KlaviyoWord<Comparison>{"less-than", Comparison::Less},
    KlaviyoWord<Comparison>{"less-than-or-equal", Comparison::LessOrEqual}};

inline constexpr std::array klaviyoTextOps{
    KlaviyoWord<PropertyTest::Op>{"equals", PropertyTest::Op::Equals},
    KlaviyoWord<PropertyTest::Op>{"not-equals", PropertyTest::Op::NotEquals},
    KlaviyoWord<PropertyTest::Op>{"contains", PropertyTest::Op::Contains},
    KlaviyoWord<PropertyTest::Op>{"not-contains", PropertyTest::Op::NotContains},
    KlaviyoWord<PropertyTest::Op>{"starts-with", PropertyTest::Op::StartsWith},
    KlaviyoWord<PropertyTest::Op>{"not-starts-with", PropertyTest::Op::NotStartsWith},
    KlaviyoWord<PropertyTest::Op>{"ends-with", PropertyTest::Op::EndsWith},
    KlaviyoWord<PropertyTest::Op>{"not-ends-with", PropertyTest::Op::NotEndsWith},
    KlaviyoWord<PropertyTest::Op>{"regex", PropertyTest::Op::Regex},
    KlaviyoWord<PropertyTest::Op>{"nregex", PropertyTest::Op::NotRegex},
    KlaviyoWord<PropertyTest::Op>{"in", PropertyTest::Op::In},
    KlaviyoWord<PropertyTest::Op>{"not-in", PropertyTest::Op::NotIn}};

inline constexpr std::array klaviyoListOps{
    KlaviyoWord<PropertyTest::Op>{"contains", PropertyTest::Op::ListContains},
    KlaviyoWord<PropertyTest::Op>{"not-contains", PropertyTest::Op::NotListContains},
    KlaviyoWord<PropertyTest::Op>{"contains-any", PropertyTest::Op::Any},
    KlaviyoWord<PropertyTest::Op>{"not-contains-any", PropertyTest::Op::NotAny},
    KlaviyoWord<PropertyTest::Op>{"contains-all", PropertyTest::Op::AllOf},
    KlaviyoWord<PropertyTest::Op>{"not-contains-all", PropertyTest::Op::NotAllOf}};

/// Well-known properties that are called otherwise here.
inline constexpr std::array klaviyoProperties{
    KlaviyoWord<std::string_view>{"phone_number", "phone"}, KlaviyoWord<std::string_view>{"zip", "postcode"},
    KlaviyoWord<std::string_view>{"timezone", "time_zone"}, KlaviyoWord<std::string_view>{"created", "created_at"}};

inline constexpr std::array klaviyoPredictions{
    KlaviyoWord<std::string_view>{"historic_clv", "historic_value"},
    KlaviyoWord<std::string_view>{"predicted_clv", "predicted_value"},
    KlaviyoWord<std::string_view>{"total_clv", "total_value"},
    KlaviyoWord<std::string_view>{"historic_number_of_orders", "historic_orders"},
    KlaviyoWord<std::string_view>{"predicted_number_of_orders", "predicted_orders"},
    KlaviyoWord<std::string_view>{"average_order_value", "average_order_value"},
    KlaviyoWord<std::string_view>{"churn_probability", "churn_probability"},
    KlaviyoWord<std::string_view>{"average_days_between_orders", "days_between_orders"},
    KlaviyoWord<std::string_view>{"expected_date_of_next_purchase", "next_order_date"},
    KlaviyoWord<std::string_view>{"predicted_gender", "predicted_gender"}};

struct KlaviyoWindow {
    std::string_view name;
    int n;
    Unit unit;
};
inline constexpr std::array klaviyoWindows{
    KlaviyoWindow{"HOURS_1", 1, Unit::Hour}, KlaviyoWindow{"DAYS_1", 1, Unit::Day},
    KlaviyoWindow{"DAYS_3", 3, Unit::Day},   KlaviyoWindow{"DAYS_5", 5, Unit::Day},
    KlaviyoWindow{"WEEKS_1", 1, Unit::Week}, KlaviyoWindow{"DAYS_30", 30, Unit::Day},
    KlaviyoWindow{"DAYS_90", 90, Unit::Day}, KlaviyoWindow{"DAYS_180", 180, Unit::Day},
    KlaviyoWindow{"YEARS_1", 365, Unit::Day}};

template <class T, std::size_t N>
[[nodiscard]] constexpr std::optional<T> findKlaviyo(const std::array<KlaviyoWord<T>, N>& words, std::string_view name)
{
    for (const auto& word : words) {
        if (word.name == name) {
            return word.value;
        }
    }
    return std::nullopt;
}

template <class T, std::size_t N>
[[nodiscard]] constexpr std::string_view klaviyoName(const std::array<KlaviyoWord<T>, N>& words, const T& value)
{
    for (const auto& word : words) {
        if (word.value == value) {
            return word.name;
        }
    }
    return {};
}

}  // namespace shopbell::segments
