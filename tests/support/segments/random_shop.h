// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/segments/segment_oracle.h"
#include "support/segments/shop.h"

#include <memory>
#include <vector>

namespace shopbell::test {

struct ShopHabits {
    bool restless = false;  ///< many merges, also of many into one, and people erased by law
    bool prompt = false;    ///< what happens is told at once, and stands: the past never becomes another
};

/// A few people and what they did and were over some months around a day when clocks change: merges, late events,
/// events taken back, equal instants, changes of everything.
struct RandomShop {
    RandomShop(Random& random, int people, int happenings, ShopHabits habits = {});

    std::unique_ptr<Shop> shop;
    std::vector<std::int64_t> instants;  ///< at which something happened, or that lie a round time away from one
    Random& random;

    /// One more thing, after letting the clock run; returns whose profile it was about.
    std::int64_t happen();
    /// A definition whose bounds like to fall exactly on what happened.
    [[nodiscard]] segments::Node makeDefinition(int depth);
    [[nodiscard]] segments::Node makeCondition();
    [[nodiscard]] std::int64_t anInstant();

private:
    [[nodiscard]] std::int64_t somebody();
    void mergeSeveral();
    [[nodiscard]] std::string eventProperties();
    [[nodiscard]] Properties profileProperties();
    [[nodiscard]] std::string metricName();
    [[nodiscard]] segments::Timeframe makeTimeframe();
    [[nodiscard]] segments::NumberTest makeNumberTest(std::int64_t mostCents, bool whole);
    [[nodiscard]] segments::PropertyTest makeTest(bool ofEvent);
    [[nodiscard]] std::vector<segments::PropertyTest> makeWhere();
    [[nodiscard]] segments::DateBound makeBound();
    template <class T>
    [[nodiscard]] const T& oneOf(const std::vector<T>& choices)
    {
        return choices[random.below(choices.size())];
    }

    std::vector<std::pair<std::int64_t, std::pair<std::string, std::string>>> m_undoable;
    int m_events = 0;
    ShopHabits m_habits;
};

}  // namespace shopbell::test
