// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a metric condition is answered for everybody at once.
#include "segments/conditions/metric_judge.h"

#include <algorithm>
#include <array>

namespace shopbell::segments {

namespace {

constexpr std::uint8_t fewAtMost = 255;

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
        return std::any_of(m_numbers.begin(), m_numbers.end(), [&](const CodeNumbers& numbers) {
            return numbers.sum > limit || numbers.sum < -limit;
        });
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
    m_tallies[0].reset();
    m_tallies[1].reset();
    m_at = at;
    m_window = m_clock.at(at);
    m_beginRank = 0;
    m_endRank = 0;
    if (const MetricColumns* columns = m_events.columns()) {
        m_beginRank = m_window.from == std::numeric_limits<std::int64_t>::min() ? 0 : columns->at.countBefore({m_window.from});
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
    eachInWindow(half, [&](std::uint32_t, ProfileNumber profile) {
        touched[profile >> 6] |= std::uint64_t{1} << (profile & 63);
        few[profile] = static_cast<std::uint8_t>(few[profile] + (few[profile] != fewAtMost));
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
            return Simple{static_cast<std::int64_t>(numbers.sum), static_cast<std::uint32_t>(numbers.count), numbers.least,
                          numbers.most};
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
            tally.few[profile] = static_cast<std::uint8_t>(tally.few[profile] + (tally.few[profile] != fewAtMost));
        }
    }
}

Truth MetricJudge::countedTruth(ProfileNumber profile) const
{
    const Tally& a = *m_tallies[0];
    const Tally& b = *m_tallies[1];
    Measured measured;
    measured.events = 1;
    const std::int64_t scale = m_property ? 1 : m_scale;
    switch (m_condition.measure) {
    case Measure::Count:
        if (a.few[profile] == fewAtMost || b.few[profile] == fewAtMost) {
            return truth(profile, m_at);
        }
        return toTruth(m_range.holds(a.few[profile] + b.few[profile]));
    case Measure::Average: measured.numbers = static_cast<std::int64_t>(a.counts[profile]) + b.counts[profile]; [[fallthrough]];
    case Measure::Sum:
        if (m_condition.measure == Measure::Sum) {
            return toTruth(m_range.holds(a.sums[profile] + b.sums[profile]));
        }
        measured.sum = (static_cast<WideSum>(a.sums[profile]) + b.sums[profile]) * scale; break;
    default: {
        const bool inA = a.isMarked(profile);
        const bool inB = b.isMarked(profile);
        measured.numbers = 1;
        measured.least = scale * (!inB ? a.least[profile] : !inA ? b.least[profile] : std::min(a.least[profile], b.least[profile]));
        measured.most = scale * (!inB ? a.most[profile] : !inA ? b.most[profile] : std::max(a.most[profile], b.most[profile]));
    }
    }
    return outcomeOf(measured).truth;
}

void MetricJudge::fillLastRank(const Chunk& chunk, std::uint64_t* yes) const
{
    const auto last = m_events.columns()->lastRank();
    std::array<std::uint8_t, 64> flags{};
    for (std::size_t word = 0; word < chunk.count; ++word) {
        const std::size_t base = (chunk.first + word) * 64;
        if (base + 64 <= last.size()) {
            const std::uint32_t* const ranks = last.data() + base;
            for (std::size_t i = 0; i < 64; ++i) {
                flags[i] = ranks[i] > m_beginRank ? 1 : 0;
            }
        } else {
            for (std::size_t i = 0; i < 64; ++i) {
                flags[i] = base + i < last.size() && last[base + i] > m_beginRank ? 1 : 0;
            }
        }
        yes[word] = packFlags(flags.data()) | touchedWord(chunk.first + word);
    }
}

void MetricJudge::fillOffsets(const Chunk& chunk, const std::uint64_t* care, std::uint64_t* yes) const
{
    const auto offsets = m_events.columns()->offsets;
    constexpr std::int64_t most = std::numeric_limits<std::uint32_t>::max();
    const std::int64_t least = std::max<std::int64_t>(m_range.first, 0);
    const bool none = m_range.last < least || least > most;
    const auto first = static_cast<std::uint32_t>(none ? 0 : least);
    const std::uint32_t width = none ? 0 : static_cast<std::uint32_t>(std::min(m_range.last, most)) - first;
    std::array<std::uint8_t, 64> flags{};
    for (std::size_t word = 0; word < chunk.count; ++word) {
        if (care[word] == 0) {
            continue;
        }
        const std::size_t base = (chunk.first + word) * 64;
        std::uint64_t inside = 0;
        if (!none && base + 65 <= offsets.size()) {
            const std::uint32_t* const begins = offsets.data() + base;
            for (std::size_t i = 0; i < 64; ++i) {
                // One comparison for both ends: what lies below `first` wraps around to very large.
                flags[i] = begins[i + 1] - begins[i] - first <= width ? 1 : 0;
            }
            inside = packFlags(flags.data());
        } else if (!none) {
            for (std::size_t i = 0; i < 64; ++i) {
                const std::uint32_t count =
                    base + i + 1 < offsets.size() ? offsets[base + i + 1] - offsets[base + i] : 0;
                inside |= static_cast<std::uint64_t>(count - first <= width) << i;
            }
        }
        yes[word] = m_range.outside ? ~inside : inside;
    }
}

void MetricJudge::fillWalking(const Chunk& chunk, const std::uint64_t* care, std::uint64_t* yes,
                              std::uint64_t* unset) const
{
    const MetricColumns& columns = *m_events.columns();
    const auto offsets = columns.offsets;
    const std::uint32_t* const ranks = columns.rank.data();
    const std::uint32_t window = m_endRank - m_beginRank;
    // Running totals over the events of 64 profiles: a profile's own is the difference of two of them, and there is no
    // branch for each event to be guessed wrong.
    std::vector<std::int64_t> sums;
    std::vector<std::uint32_t> counts;
    const bool wantsSums = m_condition.measure != Measure::Count;
    for (std::size_t word = 0; word < chunk.count; ++word) {
        if (care[word] == 0) {
            continue;
        }
        const std::size_t base = (chunk.first + word) * 64;
        const std::size_t known = offsets.size() > base + 1 ? std::min<std::size_t>(64, offsets.size() - 1 - base) : 0;
        const std::uint32_t begin = known > 0 ? offsets[base] : 0;
        const std::uint32_t end = known > 0 ? offsets[base + known] : 0;
        const std::size_t events = end - begin;
        if (counts.size() < events + 1) {
            counts.resize(2 * events + 1);
            sums.resize(2 * events + 1);
        }
        std::uint32_t count = 0;
        std::int64_t sum = 0;
        if (wantsSums) {
            columns.valueByProfile.visit([&](auto values, std::int64_t scale, auto none) {
                const std::int64_t times = scale / m_scale;
                for (std::size_t i = 0; i < events; ++i) {
                    const auto value = values[begin + i];
                    const bool isIn = (ranks[begin + i] - m_beginRank < window) & (value != none);
                    count += isIn ? 1U : 0U;
                    sum += isIn ? value * times : 0;
                    counts[i + 1] = count;
                    sums[i + 1] = sum;
                }
            });
        } else {
            for (std::size_t i = 0; i < events; ++i) {
                count += ranks[begin + i] - m_beginRank < window ? 1U : 0U;
                counts[i + 1] = count;
            }
        }
        // Each profile's own numbers; zeros for those past the end of the columns.
        std::array<std::int64_t, 64> ownSums{};
        std::array<std::uint32_t, 64> ownCounts{};
        for (std::size_t i = 0; i < known; ++i) {
            const std::uint32_t first = offsets[base + i] - begin;
            const std::uint32_t last = offsets[base + i + 1] - begin;
            ownCounts[i] = counts[last] - counts[first];
            ownSums[i] = sums[last] - sums[first];
        }
        for (std::uint64_t late = m_tallies[0]->touched[chunk.first + word]; late != 0; late &= late - 1) {
            const auto bit = static_cast<std::size_t>(std::countr_zero(late));
            const Tally& tally = *m_tallies[0];
            ownCounts[bit] += m_condition.measure == Measure::Count ? tally.few[base + bit]
                              : tally.counts.empty()                ? 0
                                                                    : tally.counts[base + bit];
            ownSums[bit] += wantsSums ? tally.sums[base + bit] : 0;
        }
        std::array<std::uint8_t, 64> flags{};
        std::uint64_t yesBits = 0;
        std::uint64_t unsetBits = 0;
        if (m_condition.measure != Measure::Average) {
            for (std::size_t i = 0; i < 64; ++i) {
                const std::int64_t number = wantsSums ? ownSums[i] : ownCounts[i];
                flags[i] = static_cast<std::uint8_t>((number >= m_range.first) & (number <= m_range.last));
            }
            yesBits = packFlags(flags.data());
            yesBits = m_range.outside ? ~yesBits : yesBits;
        } else {
            std::uint64_t any = 0;
            for (std::size_t i = 0; i < 64; ++i) {
                any |= static_cast<std::uint64_t>(ownCounts[i] != 0) << i;
            }
            yesBits = m_ofNone == Truth::Yes ? ~any : 0;
            unsetBits = m_ofNone == Truth::Unset ? ~any : 0;
            if (m_averageFits) {
                // sum / count > bound is sum > bound * count, and whole numbers here: no division, nothing rounded.
                const auto compare = [&](std::int64_t bound, std::uint64_t& below, std::uint64_t& equal) {
                    std::array<std::uint8_t, 64> equals{};
                    for (std::size_t i = 0; i < 64; ++i) {
                        const std::int64_t product = bound * ownCounts[i];
                        flags[i] = ownSums[i] < product ? 1 : 0;
                        equals[i] = ownSums[i] == product ? 1 : 0;
                    }
                    below = packFlags(flags.data());
                    equal = packFlags(equals.data());
                };
                std::uint64_t below = 0;
                std::uint64_t equal = 0;
                compare(m_condition.test.low.micros / m_scale, below, equal);
                std::uint64_t holds = 0;
                switch (m_condition.test.op) {
                case Comparison::Equal: holds = equal; break;
                case Comparison::NotEqual: holds = ~equal; break;
                case Comparison::Greater: holds = ~(below | equal); break;
                case Comparison::GreaterOrEqual: holds = ~below; break;
                case Comparison::Less: holds = below; break;
                case Comparison::LessOrEqual: holds = below | equal; break;
                case Comparison::Between: {
                    std::uint64_t belowHigh = 0;
                    std::uint64_t equalHigh = 0;
                    compare(m_condition.test.high.micros / m_scale, belowHigh, equalHigh);
                    holds = ~below & (belowHigh | equalHigh);
                    break;
                }
                }
                yesBits |= holds & any;
            }
            for (std::uint64_t left = m_averageFits ? 0 : any & care[word]; left != 0; left &= left - 1) {
                const auto bit = static_cast<std::size_t>(std::countr_zero(left));
                Measured measured;
                measured.events = measured.numbers = ownCounts[bit];
                measured.sum = static_cast<WideSum>(ownSums[bit]) * m_scale;
                yesBits |= static_cast<std::uint64_t>(outcomeOf(measured).truth == Truth::Yes) << bit;
            }
        }
        yes[word] = yesBits;
        unset[word] = unsetBits;
    }
}

void MetricJudge::fill(const Chunk& chunk, std::int64_t at, const std::uint64_t* care, std::uint64_t* yes,
                       std::uint64_t* unset) const
{
    const std::uint64_t noneYes = m_ofNone == Truth::Yes ? ~std::uint64_t{0} : 0;
    const std::uint64_t noneUnset = m_ofNone == Truth::Unset ? ~std::uint64_t{0} : 0;
    switch (m_way) {
    case Way::Nobody:
        std::fill_n(yes, chunk.count, noneYes);
        std::fill_n(unset, chunk.count, noneUnset);
        return;
    case Way::Offsets: fillOffsets(chunk, care, yes); return;
    case Way::Walking: fillWalking(chunk, care, yes, unset); return;
    case Way::LastRank: fillLastRank(chunk, yes); break;
    case Way::Any:
        for (std::size_t word = 0; word < chunk.count; ++word) {
            yes[word] = touchedWord(chunk.first + word);
        }
        break;
    case Way::Counting:
    case Way::Candidates:
        for (std::size_t word = 0; word < chunk.count; ++word) {
            const std::uint64_t touched = touchedWord(chunk.first + word);
            std::uint64_t yesBits = noneYes & ~touched;
            std::uint64_t unsetBits = noneUnset & ~touched;
            for (std::uint64_t left = touched & care[word]; left != 0; left &= left - 1) {
                const int bit = std::countr_zero(left);
                const auto profile =
                    static_cast<ProfileNumber>((chunk.first + word) * 64 + static_cast<std::size_t>(bit));
                const auto found =
                    static_cast<std::uint64_t>(m_way == Way::Counting ? countedTruth(profile) : truth(profile, at));
                yesBits |= (found & 1) << bit;
                unsetBits |= (found >> 1) << bit;
            }
            yes[word] = yesBits;
            unset[word] = unsetBits;
        }
        return;
    }
    // LastRank and Any say who has any; the test may ask for those who have none.
    if (m_ofNone == Truth::Yes) {
        for (std::size_t word = 0; word < chunk.count; ++word) {
            yes[word] = ~yes[word];
        }
    }
}

}  // namespace shopbell::segments
