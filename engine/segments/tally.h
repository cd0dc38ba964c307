// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/columns.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

namespace shopbell::segments {

/// Room for counting by profile while events are read in the order of time. Arrays hold zeros wherever `touched` has
/// no bit.
struct Tally {
    static constexpr std::uint8_t fewAtMost = 255;

    std::vector<std::uint64_t> touched;
    bool fewEverywhere = false;  ///< `few` counts without `touched`
    std::vector<std::uint8_t>
        few;  ///< counts up to fewAtMost, where they stand still: four times as many fit the cache
    std::vector<std::uint32_t> counts;
    std::vector<std::int64_t> sums;
    std::vector<std::int64_t> least;
    std::vector<std::int64_t> most;

    void mark(ProfileNumber profile) { touched[profile >> 6] |= std::uint64_t{1} << (profile & 63); }
    [[nodiscard]] bool isMarked(ProfileNumber profile) const
    {
        return ((touched[profile >> 6] >> (profile & 63)) & 1) != 0;
    }
    void clear();
    [[nodiscard]] std::size_t bytes() const;
};

/// Lends tallies and takes them back, cleared: making and zeroing megabytes anew for every question would take longer
/// than the question. Idle ones take at most 40 bytes a profile together, about what one question needs; a tally never
/// grows arrays beside those it was made with, or each would come to have all of them. Any thread.
class TallyPool {
public:
    struct Return {
        TallyPool* pool = nullptr;
        void operator()(Tally* tally) const;
    };
    using Lease = std::unique_ptr<Tally, Return>;

    struct Needs {
        bool few = false;
        bool counts = false;
        bool sums = false;
        bool extremes = false;
    };
    /// With room for profiles below `end`.
    [[nodiscard]] Lease lend(ProfileNumber end, const Needs& needs);

private:
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Tally>> m_idle;  ///< the longest idle first
};

/// 64 flags, each 0 or 1, as the bits of a word.
[[nodiscard]] inline std::uint64_t packFlags(const std::uint8_t* flags)
{
    std::uint64_t word = 0;
    for (int group = 0; group < 8; ++group) {
        std::uint64_t eight = 0;
        for (int i = 7; i >= 0; --i) {
            eight = eight << 8 | flags[group * 8 + i];
        }
        // Each flag is one byte; the product moves byte i to bit 56 + i.
        word |= (eight * 0x0102040810204080ULL >> 56) << (group * 8);
    }
    return word;
}

}  // namespace shopbell::segments
