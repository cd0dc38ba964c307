// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace shopbell {

/// "Perhaps" or "certainly not" for a set of keys: a Bloom filter in blocks of one cache line (Putze, Sanders, Singler
/// 2007), 12 bits a key, about one wrong "perhaps" in two hundred.
class KeyFilter {
public:
    explicit KeyFilter(std::size_t keys);
    void add(std::uint64_t prefix);
    [[nodiscard]] bool mayHold(std::uint64_t prefix) const;
    void prefetch(std::uint64_t prefix) const;

private:
    struct alignas(64) Line {
        std::uint64_t words[8] = {};
    };
    [[nodiscard]] std::size_t lineOf(std::uint64_t mixed) const;
    std::vector<Line> m_lines;
};

}  // namespace shopbell
