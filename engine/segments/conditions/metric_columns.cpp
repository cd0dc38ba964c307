// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a metric condition is answered for everybody at once.
#include "segments/conditions/metric_judge.h"

#include "base/saturate.h"

#include <algorithm>
#include <array>

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

/// The same test on counts: the counts from `first` to `last` hold, or, with `outside`, all others.
struct CountRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    bool outside = false;
};

CountRange toRange(const NumberTest& test)
{
    constexpr std::int64_t unit = 1'000'000;
    constexpr std::int64_t most = std::numeric_limits<std::uint32_t>::max();
    const auto floored = [](std::int64_t micros) { return micros >= 0 ? micros / unit : -((-micros + unit - 1) / unit); };
    const auto range = [&](std::int64_t first, std::int64_t last, bool outside) {
        first = std::max<std::int64_t>(first, 0);
        last = std::min(last, most);
        return last < first ? CountRange{1, 0, outside}
                            : CountRange{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last), outside};
    };
    const std::int64_t low = test.low.micros;
    const std::int64_t whole = floored(low);
    const bool isWhole = whole * unit == low;
    const std::int64_t up = isWhole ? whole : whole + 1;
    switch (test.op) {
    case Comparison::Equal: return isWhole ? range(whole, whole, false) : CountRange{1, 0, false};
    case Comparison::NotEqual: return isWhole ? range(whole, whole, true) : CountRange{1, 0, true};
    case Comparison::Greater: return range(whole + 1, most, false);
    case Comparison::GreaterOrEqual: return range(up, most, false);
    case Comparison::Less: return range(0, up - 1, false);
    case Comparison::LessOrEqual: return range(0, whole, false);
    case Comparison::Between: return range(up, floored(test.high.micros), false);
    }
    return {};
}

}  // namespace

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
    m_way = chooseWay();
    m_ofNone = outcomeOf({}).truth;
    if (m_way == Way::Nobody || m_way == Way::Offsets) {
        return {};
    }
    if (m_way == Way::LastRank) {
        static_cast<void>(m_events.columns()->lastRank());
    }
    TallyPool::Needs needs;
    if (m_way == Way::Counting) {
        needs.counts = m_condition.measure == Measure::Count || m_condition.measure == Measure::Average;
        needs.sums = m_condition.measure == Measure::Sum || m_condition.measure == Measure::Average;
        needs.extremes = m_condition.measure == Measure::Min || m_condition.measure == Measure::Max;
    }
    const ProfileNumber end = std::max(m_materials->people().end, m_materials->history().profileEnd());
    m_tallies[0] = tallies.lend(end, needs);
    m_tallies[1] = tallies.lend(end, needs);
    m_scale = 1;
    if (!m_property) {
        m_events.columns()->value.visit([&](auto, std::int64_t scale, auto) { m_scale = scale; });
        // The tail's values need not be multiples of the base's scale.
        const auto& tail = m_events.columns()->tail;
        if (std::any_of(tail.value.begin(), tail.value.end(),
                        [&](std::int64_t value) { return value != noValue && value % m_scale != 0; })) {
            m_scale = 1;
        }
    }
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
    std::uint32_t* const counts = tally.counts.data();
    eachInWindow(half, [&](std::uint32_t, ProfileNumber profile) {
        touched[profile >> 6] |= std::uint64_t{1} << (profile & 63);
        ++counts[profile];
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
            tally.sums[profile] = saturatingAdd(tally.sums[profile], valueOf(rank).sum);
        });
        break;
    case Measure::Average:
        eachInWindow(half, [&](std::uint32_t rank, ProfileNumber profile) {
            const auto numbers = valueOf(rank);
            touched[profile >> 6] |= std::uint64_t{1} << (profile & 63);
            tally.sums[profile] = saturatingAdd(tally.sums[profile], numbers.sum);
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
        if (!tally.least.empty() && numbers.count > 0 && m_way == Way::Counting) {
            const bool known = tally.isMarked(profile);
            const std::int64_t least = numbers.least / scale;
            const std::int64_t most = numbers.most / scale;
            tally.least[profile] = known ? std::min(tally.least[profile], least) : least;
            tally.most[profile] = known ? std::max(tally.most[profile], most) : most;
        }
        const bool needsNumber = m_condition.measure == Measure::Min || m_condition.measure == Measure::Max;
        if (m_way != Way::Counting || !needsNumber || numbers.count > 0) {
            tally.mark(profile);
        }
        if (!tally.sums.empty()) {
            tally.sums[profile] = saturatingAdd(tally.sums[profile], static_cast<std::int64_t>(numbers.sum / scale));
        }
        if (!tally.counts.empty()) {
            tally.counts[profile] += m_condition.measure == Measure::Count ? 1U : static_cast<std::uint32_t>(numbers.count);
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
    case Measure::Count: measured.events = static_cast<std::int64_t>(a.counts[profile]) + b.counts[profile]; break;
    case Measure::Average: measured.numbers = static_cast<std::int64_t>(a.counts[profile]) + b.counts[profile]; [[fallthrough]];
    case Measure::Sum: measured.sum = (static_cast<WideSum>(a.sums[profile]) + b.sums[profile]) * scale; break;
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
    const CountRange range = toRange(m_condition.test);
    const std::uint32_t width = range.last - range.first;
    const bool none = range.last < range.first;
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
                flags[i] = begins[i + 1] - begins[i] - range.first <= width ? 1 : 0;
            }
            inside = packFlags(flags.data());
        } else if (!none) {
            for (std::size_t i = 0; i < 64; ++i) {
                const std::uint32_t count =
                    base + i + 1 < offsets.size() ? offsets[base + i + 1] - offsets[base + i] : 0;
                inside |= static_cast<std::uint64_t>(count - range.first <= width) << i;
            }
        }
        yes[word] = range.outside ? ~inside : inside;
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
