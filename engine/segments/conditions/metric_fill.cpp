// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a metric condition is answered for everybody at once: from what was counted, or from the columns themselves.
#include "segments/conditions/metric_judge.h"

#include <algorithm>
#include <array>

namespace shopbell::segments {

Truth MetricJudge::countedTruth(ProfileNumber profile) const
{
    const Tally& a = *m_tallies[0];
    const Tally& b = *m_tallies[1];
    Measured measured;
    measured.events = 1;
    const std::int64_t scale = m_property ? 1 : m_scale;
    switch (m_condition.measure) {
    case Measure::Count:
        if (a.few[profile] == Tally::fewAtMost || b.few[profile] == Tally::fewAtMost) {
            return truth(profile, m_at);
        }
        return toTruth(m_range.holds(a.few[profile] + b.few[profile]));
    case Measure::Average:
        measured.numbers = static_cast<std::int64_t>(a.counts[profile]) + b.counts[profile];
        measured.sum = (static_cast<WideSum>(a.sums[profile]) + b.sums[profile]) * scale;
        break;
    default: {
        const bool inA = a.isMarked(profile);
        const bool inB = b.isMarked(profile);
        measured.numbers = 1;
        measured.least = scale * (!inB   ? a.least[profile]
                                  : !inA ? b.least[profile]
                                         : std::min(a.least[profile], b.least[profile]));
        measured.most = scale * (!inB   ? a.most[profile]
                                 : !inA ? b.most[profile]
                                        : std::max(a.most[profile], b.most[profile]));
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

void MetricJudge::fillCounts(const Chunk& chunk, const std::uint64_t* care, std::uint64_t* yes) const
{
    // Two counts of a byte: at most 510.
    const auto first = static_cast<std::uint16_t>(std::clamp<std::int64_t>(m_range.first, 0, 511));
    const auto last = static_cast<std::int16_t>(std::clamp<std::int64_t>(m_range.last, -1, 510));
    const auto end = static_cast<std::uint16_t>(last + 1);
    std::array<std::uint8_t, 64> flags{};
    std::array<std::uint8_t, 64> full{};
    for (std::size_t word = 0; word < chunk.count; ++word) {
        if (care[word] == 0) {
            continue;
        }
        const std::size_t base = (chunk.first + word) * 64;
        const std::uint8_t* const a = m_tallies[0]->few.data() + base;
        const std::uint8_t* const b = m_tallies[1]->few.data() + base;
        std::uint8_t anyFull = 0;
        for (std::size_t i = 0; i < 64; ++i) {
            const auto count = static_cast<std::uint16_t>(a[i] + b[i]);
            flags[i] = static_cast<std::uint8_t>((count >= first) & (count < end));
            full[i] = static_cast<std::uint8_t>((a[i] == Tally::fewAtMost) | (b[i] == Tally::fewAtMost));
            anyFull |= full[i];
        }
        std::uint64_t inside = packFlags(flags.data());
        inside = m_range.outside ? ~inside : inside;
        // Where a count stands still, the events are counted one by one.
        for (std::uint64_t left = anyFull != 0 ? packFlags(full.data()) & care[word] : 0; left != 0; left &= left - 1) {
            const int bit = std::countr_zero(left);
            const auto profile = static_cast<ProfileNumber>(base + static_cast<std::size_t>(bit));
            const auto holds = static_cast<std::uint64_t>(truth(profile, m_at) == Truth::Yes);
            inside = (inside & ~(std::uint64_t{1} << bit)) | holds << bit;
        }
        yes[word] = inside;
    }
}

void MetricJudge::fillSums(const Chunk& chunk, const std::uint64_t* care, std::uint64_t* yes) const
{
    const Tally& a = *m_tallies[0];
    const Tally& b = *m_tallies[1];
    const std::uint64_t noneYes = m_ofNone == Truth::Yes ? ~std::uint64_t{0} : 0;
    for (std::size_t word = 0; word < chunk.count; ++word) {
        const std::uint64_t inA = a.touched[chunk.first + word];
        const std::uint64_t inB = b.touched[chunk.first + word];
        const std::size_t base = (chunk.first + word) * 64;
        std::uint64_t yesBits = noneYes & ~(inA | inB);
        for (std::uint64_t left = (inA | inB) & care[word]; left != 0; left &= left - 1) {
            const int bit = std::countr_zero(left);
            const std::size_t profile = base + static_cast<std::size_t>(bit);
            // Most are in one half only, and each look at a sum is a wait for memory.
            const std::int64_t sum =
                ((inA >> bit & 1) != 0 ? a.sums[profile] : 0) + ((inB >> bit & 1) != 0 ? b.sums[profile] : 0);
            yesBits |= static_cast<std::uint64_t>(m_range.holds(sum)) << bit;
        }
        yes[word] = yesBits;
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
            for (std::size_t i = 0; i < 64; ++i) {
                flags[i] = ownCounts[i] != 0 ? 1 : 0;
            }
            const std::uint64_t any = packFlags(flags.data());
            yesBits = m_ofNone == Truth::Yes ? ~any : 0;
            unsetBits = m_ofNone == Truth::Unset ? ~any : 0;
            // sum / count > bound is sum > bound * count, and whole numbers here: no division, nothing rounded.
            for (std::uint64_t left = m_averageFits ? any & care[word] : 0; left != 0; left &= left - 1) {
                const auto bit = static_cast<std::size_t>(std::countr_zero(left));
                const std::int64_t low = m_lowUnits * ownCounts[bit];
                bool holds = false;
                switch (m_condition.test.op) {
                case Comparison::Equal: holds = ownSums[bit] == low; break;
                case Comparison::NotEqual: holds = ownSums[bit] != low; break;
                case Comparison::Greater: holds = ownSums[bit] > low; break;
                case Comparison::GreaterOrEqual: holds = ownSums[bit] >= low; break;
                case Comparison::Less: holds = ownSums[bit] < low; break;
                case Comparison::LessOrEqual: holds = ownSums[bit] <= low; break;
                case Comparison::Between:
                    holds = ownSums[bit] >= low && ownSums[bit] <= m_highUnits * ownCounts[bit];
                    break;
                }
                yesBits |= static_cast<std::uint64_t>(holds) << bit;
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
        if (m_countsEverywhere) {
            fillCounts(chunk, care, yes);
            return;
        }
        if (m_condition.measure == Measure::Sum) {
            fillSums(chunk, care, yes);
            return;
        }
        [[fallthrough]];
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
