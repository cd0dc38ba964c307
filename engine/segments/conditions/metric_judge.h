// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "segments/conditions/judges.h"
#include "segments/event_filter.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace shopbell::segments {

inline constexpr std::size_t maxExplained = 20;

__extension__ using WideSum = __int128;

/// Count, sum and so on of a metric's events in a window.
class MetricJudge final : public Judge {
public:
    [[nodiscard]] static Result<std::unique_ptr<MetricJudge>> make(const MetricCondition& condition,
                                                                   const std::shared_ptr<Materials>& materials);

    [[nodiscard]] Judgement judge(ProfileNumber profile, std::int64_t at) const override;
    void explain(ProfileNumber profile, std::int64_t at, Explanation& explanation) const override;
    [[nodiscard]] bool mayBeUnset() const override
    {
        return !m_condition.includeUnset && m_condition.measure != Measure::Count &&
               m_condition.measure != Measure::Sum && m_condition.measure != Measure::Distinct;
    }

private:
    MetricJudge(const MetricCondition& condition, const std::shared_ptr<Materials>& materials);

    /// What one event holds of the measured property.
    struct CodeNumbers {
        std::int64_t first = 0;
        std::int64_t count = 0;
        std::int64_t least = 0;
        std::int64_t most = 0;
        std::int64_t last = 0;
        WideSum sum = 0;
    };
    struct Measured {
        std::int64_t events = 0;
        std::int64_t numbers = 0;
        std::int64_t distinct = 0;
        std::int64_t least = 0;
        std::int64_t most = 0;
        WideSum sum = 0;
        EventPlace firstPlace;
        EventPlace lastPlace;
    };
    struct Outcome {
        Truth truth = Truth::No;
        std::int64_t micros = 0;
        bool hasNumber = false;
    };
    void readCodes();
    [[nodiscard]] std::uint32_t codeOf(const EventPlace& place) const;
    [[nodiscard]] CodeNumbers numbersOf(const EventPlace& place) const;
    [[nodiscard]] Measured measure(ProfileNumber profile, const Window& window, std::int64_t now,
                                   std::vector<EventPlace>* seen) const;
    [[nodiscard]] Outcome outcomeOf(const Measured& measured) const;
    [[nodiscard]] std::int64_t nextChange(ProfileNumber profile, const Window& window, std::int64_t now) const;

    const MetricCondition m_condition;
    const std::shared_ptr<Materials> m_materials;
    const TimeframeClock m_clock;
    const bool m_relativeWhere;
    EventFilter m_events;
    std::shared_ptr<const PropertyColumn> m_property;  ///< what is measured; null: the event's value
    std::vector<CodeNumbers> m_numbers;                ///< by its code
    std::vector<std::vector<std::uint32_t>> m_distinct;
};

}  // namespace shopbell::segments
