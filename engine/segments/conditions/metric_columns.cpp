// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a metric condition is answered for everybody at once: which way, and the counting. metric_fill.cpp has the rest.
#include "segments/conditions/metric_judge.h"

#include <algorithm>

namespace shopbell::segments {

namespace {

/// True when the test says no more than "at least one", or its contrary.
bool asksForAny(const NumberTest& test)
{
    const Decimal one = Decimal::fromInteger(1);
    switch (test.op) {
    case Comparison::GreaterOrEqual:
    case Comparison::Less: return test.low > Decimal{} && test.low <= one;
    case Comparison::Greater:
    case Comparison::LessOrEqual: return test.low >= Decimal{} && test.low < one;
    case Comparison::Equal:
    case Comparison::NotEqual: return test.low == Decimal{};
    case Comparison::Between: return false;
    }
    return false;
}

}  // namespace

MetricJudge::Range MetricJudge::rangeOf(std::int64_t unit) const
{
    using Limits = std::numeric_limits<std::int64_t>;
    const NumberTest& test = m_condition.test;
    const auto floored = [unit](std::int64_t micros) {
        const std::int64_t quotient = micros / unit;
        return micros % unit < 0 ? quotient - 1 : quotient;
    };
    const std::int64_t below = floored(test.low.micros);
    const bool isWhole = test.low.micros % unit == 0;
    const std::int64_t above = isWhole ? below : below + 1;
    constexpr std::int64_t least = Limits::min();
    constexpr std::int64_t most = Limits::max();
    switch (test.op) {
    case Comparison::Equal: return isWhole ? Range{below, below, false} : Range{1, 0, false};
    case Comparison::NotEqual: return isWhole ? Range{below, below, true} : Range{1, 0, true};
    case Comparison::Greater: return below == most ? Range{1, 0, false} : Range{below + 1, most, false};
    case Comparison::GreaterOrEqual: return {above, most, false};
    case Comparison::Less: return above == least ? Range{1, 0, false} : Range{least, above - 1, false};
    case Comparison::LessOrEqual: return {least, below, false};
    case Comparison::Between: return {above, floored(test.high.micros), false};
    }
    return {};
}

/// Sums of 64 bits could run over; then each profile is added up with 128.
bool MetricJudge::mayOverflow() const
{
    if (m_condition.measure != Measure::Sum && m_condition.measure != Measure::Average) {
        return false;
    }
    const MetricColumns& columns = *m_events.columns();
    const std::int64_t limit = std::numeric_limits<std::int64_t>::max() / (columns.eventCount() + std::int64_t{1});
    const auto isLarge = [&](std::int64_t value) { return value > limit || value < -limit; };
    if (m_property) {
        return std::any_of(m_numbers.begin(), m_numbers.end(),
                           [&](const CodeNumbers& numbers) { return numbers.sum > limit || numbers.sum < -limit; });
    }
    bool large = std::any_of(columns.tail.value.begin(), columns.tail.value.end(),
                             [&](std::int64_t value) { return value != noValue && isLarge(value / m_scale); });
    columns.value.visit([&](auto values, std::int64_t scale, auto none) {
        if constexpr (sizeof(none) == sizeof(std::int32_t)) {
            large = large || isLarge(std::numeric_limits<std::int32_t>::max() * (scale / m_scale));
        } else {
            large = large || std::any_of(values.begin(), values.end(),
                                         [&](std::int64_t value) { return value != none && isLarge(value); });
        }
    });
    return large;
}

MetricJudge::Way MetricJudge::chooseWay() const
{
    const MetricColumns* columns = m_events.columns();
    if (columns == nullptr || columns->eventCount() == 0) {
        return Way::Nobody;
    }
    if (m_condition.measure == Measure::Distinct || m_condition.measure == Measure::First ||
        m_condition.measure == Measure::Last) {
        return Way::Candidates;
    }
    if (m_condition.measure == Measure::Count) {
        const bool whole = m_beginRank == 0 && m_endRank == columns->size();
        if (!m_events.hasWhere() && whole && columns->tail.isEmpty()) {
            return Way::Offsets;
        }
        if (asksForAny(m_condition.test)) {
            // Reading one number of each profile in order is quicker than marking very many events.
            const std::uint32_t events = m_endRank - m_beginRank;
            const bool recent = m_endRank == columns->size() && !m_events.hasWhere();
            return recent && events > columns->profileEnd() / 3 ? Way::LastRank : Way::Any;
        }
    }
    if (mayOverflow()) {
        return Way::Candidates;
    }
    const bool adds = m_condition.measure == Measure::Count || m_condition.measure == Measure::Sum ||
                      m_condition.measure == Measure::Average;
    // Adding to places all over memory costs several times as much an event as reading on.
    if (adds && !m_events.hasWhere() && !m_property && (m_endRank - m_beginRank) / 2 > columns->size() / 12) {
        return Way::Walking;
    }
    return Way::Counting;
}

Result<void> MetricJudge::plan(std::int64_t at, TallyPool& tallies)
{
    giveBack();
    m_at = at;
    m_window = m_clock.at(at);
    m_beginRank = 0;
    m_endRank = 0;
    if (const MetricColumns* columns = m_events.columns()) {
        m_beginRank =
            m_window.from == std::numeric_limits<std::int64_t>::min() ? 0 : columns->at.countBefore({m_window.from});
        m_endRank = std::max(m_beginRank, columns->at.countBefore({m_window.to}));
    }
    m_scale = 1;
    if (!m_property && m_events.columns() != nullptr) {
        m_events.columns()->value.visit([&](auto, std::int64_t scale, auto) { m_scale = scale; });
        // The tail's values need not be multiples of the base's scale.
        const auto& tail = m_events.columns()->tail;
        if (std::any_of(tail.value.begin(), tail.value.end(),
                        [&](std::int64_t value) { return value != noValue && value % m_scale != 0; })) {
            m_scale = 1;
        }
    }
    m_way = chooseWay();
    m_ofNone = outcomeOf({}).truth;
    const auto fits = [&](Decimal bound) {
        constexpr std::int64_t limit = std::numeric_limits<std::int64_t>::max() / (std::int64_t{1} << 33);
        return bound.micros % m_scale == 0 && bound.micros / m_scale < limit && bound.micros / m_scale > -limit;
    };
    m_averageFits = !m_property && fits(m_condition.test.low) && fits(m_condition.test.high);
    m_lowUnits = m_condition.test.low.micros / m_scale;
    m_highUnits = m_condition.test.high.micros / m_scale;
    m_range = rangeOf(m_condition.measure == Measure::Sum ? (m_property ? 1 : m_scale) : 1'000'000);
    if (m_way == Way::Nobody || m_way == Way::Offsets) {
        return {};
    }
    // Tallies are lent with whatever arrays they happen to have; only the asked-for ones are looked at.
    if (m_way == Way::LastRank) {
        static_cast<void>(m_events.columns()->lastRank());
    }
    TallyPool::Needs needs;
    if (m_way == Way::Counting || m_way == Way::Walking) {
        needs.few = m_condition.measure == Measure::Count;
        needs.counts = m_condition.measure == Measure::Average;
        needs.sums = m_condition.measure == Measure::Sum || m_condition.measure == Measure::Average;
        needs.extremes = m_condition.measure == Measure::Min || m_condition.measure == Measure::Max;
    }
    const ProfileNumber end = std::max(m_materials->people().end, m_materials->history().profileEnd());
    m_tallies[0] = tallies.lend(end, needs);
    m_tallies[1] = tallies.lend(end, needs);
    // Looking at every count is quicker than noting for very many events whose count there is to look at.
    constexpr std::uint32_t manyEvents = 16;
    m_countsEverywhere = m_way == Way::Counting && needs.few && m_endRank - m_beginRank > end / manyEvents;
    m_tallies[0]->fewEverywhere = m_tallies[1]->fewEverywhere = m_countsEverywhere;
    return {};
}

double MetricJudge::cost() const
{
    switch (m_way) {
    case Way::Nobody: return 0;
    case Way::LastRank:
    case Way::Any: return 1;
    case Way::Offsets: return 2;
    case Way::Counting: return 3;
    case Way::Walking: return 4;
    case Way::Candidates: return 20;
    }
    return 10;
}

/// perEvent(rank, profile) for the base's events of this half that pass; the tail's are left to the caller.
template <class PerEvent>
void MetricJudge::eachInWindow(int half, PerEvent&& perEvent) const
{
    const std::uint32_t middle = m_beginRank + (m_endRank - m_beginRank) / 2;
    const std::uint32_t begin = half == 0 ? m_beginRank : middle;
    const std::uint32_t end = half == 0 ? middle : m_endRank;
    const ProfileNumber* const profiles = m_events.columns()->profile.data();
    if (!m_events.hasWhere()) {
        for (std::uint32_t rank = begin; rank < end; ++rank) {
            perEvent(rank, profiles[rank]);
        }
        return;
    }
    const bool single = m_events.visitSingle([&](auto codes, const std::uint8_t* hits) {
        for (std::uint32_t rank = begin; rank < end; ++rank) {
            if (hits[codes[rank]] != 0) {
                perEvent(rank, profiles[rank]);
            }
        }
    });
    if (!single) {
        for (std::uint32_t rank = begin; rank < end; ++rank) {
            if (m_events.passesRank(rank, m_at)) {
                perEvent(rank, profiles[rank]);
            }
        }
    }
}

void MetricJudge::countInto(Tally& tally, int half) const
{
    std::uint64_t* const touched = tally.touched.data();
    std::uint8_t* const few = tally.few.data();
    if (m_countsEverywhere) {
        eachInWindow(half, [few](std::uint32_t, ProfileNumber profile) {
            few[profile] = static_cast<std::uint8_t>(few[profile] + (few[profile] != Tally::fewAtMost));
        });
        return;
    }
    eachInWindow(half, [&](std::uint32_t, ProfileNumber profile) {
        touched[profile >> 6] |= std::uint64_t{1} << (profile & 63);
        few[profile] = static_cast<std::uint8_t>(few[profile] + (few[profile] != Tally::fewAtMost));
    });
}

/// valueOf(rank) gives a CodeNumbers whose sum is in units of m_scale; events without a number are left out.
template <class ValueOf>
void MetricJudge::addInto(Tally& tally, int half, ValueOf&& valueOf) const
{
    std::uint64_t* const touched = tally.touched.data();
    switch (m_condition.measure) {
    case Measure::Sum:
        eachInWindow(half, [&](std::uint32_t rank, ProfileNumber profile) {
            touched[profile >> 6] |= std::uint64_t{1} << (profile & 63);
            tally.sums[profile] += valueOf(rank).sum;
        });
        break;
    case Measure::Average:
        eachInWindow(half, [&](std::uint32_t rank, ProfileNumber profile) {
            const auto numbers = valueOf(rank);
            touched[profile >> 6] |= std::uint64_t{1} << (profile & 63);
            tally.sums[profile] += numbers.sum;
            tally.counts[profile] += numbers.count;
        });
        break;
    default:
        eachInWindow(half, [&](std::uint32_t rank, ProfileNumber profile) {
            const auto numbers = valueOf(rank);
            if (numbers.count == 0) {
                return;
            }
            const std::uint64_t bit = std::uint64_t{1} << (profile & 63);
            const bool known = (touched[profile >> 6] & bit) != 0;
            touched[profile >> 6] |= bit;
            tally.least[profile] = known ? std::min(tally.least[profile], numbers.least) : numbers.least;
            tally.most[profile] = known ? std::max(tally.most[profile], numbers.most) : numbers.most;
        });
    }
}

void MetricJudge::work(int half)
{
    if (!m_tallies[0]) {
        return;
    }
    Tally& tally = *m_tallies[half];
    struct Simple {
        std::int64_t sum;
        std::uint32_t count;
        std::int64_t least;
        std::int64_t most;
    };
    if (m_way == Way::Any || m_way == Way::Candidates) {
        std::uint64_t* const touched = tally.touched.data();
        eachInWindow(half, [&](std::uint32_t, ProfileNumber profile) {
            touched[profile >> 6] |= std::uint64_t{1} << (profile & 63);
        });
    } else if (m_way == Way::Counting && m_condition.measure == Measure::Count) {
        countInto(tally, half);
    } else if (m_way == Way::Counting && m_property) {
        // A code's sum fits: it is of one event's numbers.
        addInto(tally, half, [&](std::uint32_t rank) {
            const CodeNumbers& numbers = m_numbers[m_property->code(rank)];
            return Simple{static_cast<std::int64_t>(numbers.sum), static_cast<std::uint32_t>(numbers.count),
                          numbers.least, numbers.most};
        });
    } else if (m_way == Way::Counting) {
        m_events.columns()->value.visit([&](auto values, std::int64_t scale, auto none) {
            const std::int64_t times = scale / m_scale;
            addInto(tally, half, [&, times](std::uint32_t rank) {
                const auto value = values[rank];
                const std::int64_t units = value == none ? 0 : value * times;
                return Simple{units, value == none ? 0U : 1U, units, units};
            });
        });
    }
    if (half == 1) {
        return;
    }
    const MetricTail& tail = m_events.columns()->tail;
    for (std::uint32_t i = tail.countBefore({m_window.from}); i < tail.size() && tail.at[i] < m_window.to; ++i) {
        const EventPlace place{i, true, {tail.at[i]}, tail.value[i]};
        if (!m_events.passes(place, m_at)) {
            continue;
        }
        const ProfileNumber profile = tail.profile[i];
        const CodeNumbers numbers = numbersOf(place);
        const std::int64_t scale = m_property ? 1 : m_scale;
        const bool wantsExtremes =
            m_way == Way::Counting && (m_condition.measure == Measure::Min || m_condition.measure == Measure::Max);
        if (wantsExtremes && numbers.count > 0) {
            const bool known = tally.isMarked(profile);
            const std::int64_t least = numbers.least / scale;
            const std::int64_t most = numbers.most / scale;
            tally.least[profile] = known ? std::min(tally.least[profile], least) : least;
            tally.most[profile] = known ? std::max(tally.most[profile], most) : most;
        }
        if (!wantsExtremes || numbers.count > 0) {
            tally.mark(profile);
        }
        if (!tally.sums.empty()) {
            tally.sums[profile] += static_cast<std::int64_t>(numbers.sum / scale);
        }
        if (!tally.counts.empty()) {
            tally.counts[profile] += static_cast<std::uint32_t>(numbers.count);
        }
        if (!tally.few.empty()) {
            tally.few[profile] =
                static_cast<std::uint8_t>(tally.few[profile] + (tally.few[profile] != Tally::fewAtMost));
        }
    }
}

}  // namespace shopbell::segments
