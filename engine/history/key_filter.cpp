// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/key_filter.h"

namespace shopbell {

namespace {

constexpr std::size_t bitsPerKey = 12;
constexpr std::size_t bitsPerLine = 512;

std::uint64_t mix(std::uint64_t prefix)
{
    std::uint64_t x = prefix * 0x9e3779b97f4a7c15u;
    x ^= x >> 32;
    x *= 0xd6e8feb86659fd93u;
    return x ^ (x >> 32);
}

/// Six bits of a line, one in each of six words: nine bits of the mixed key say which.
template <class Visit>
bool visitBits(std::uint64_t mixed, const Visit& visit)
{
    std::uint64_t bits = mixed * 0x9fb21c651e98df25u;
    for (std::size_t k = 0; k < 6; ++k) {
        bits = (bits << 9) | (bits >> 55);
        if (!visit((k + (bits >> 6)) & 7, std::uint64_t{1} << (bits & 63))) {
            return false;
        }
    }
    return true;
}

}  // namespace

KeyFilter::KeyFilter(std::size_t keys) : m_lines(keys * bitsPerKey / bitsPerLine + 1) {}

std::size_t KeyFilter::lineOf(std::uint64_t mixed) const
{
    return static_cast<std::size_t>(((mixed >> 32) * m_lines.size()) >> 32);
}

void KeyFilter::add(std::uint64_t prefix)
{
    const std::uint64_t mixed = mix(prefix);
    Line& line = m_lines[lineOf(mixed)];
    (void)visitBits(mixed, [&](std::size_t word, std::uint64_t bit) {
        line.words[word] |= bit;
        return true;
    });
}

bool KeyFilter::mayHold(std::uint64_t prefix) const
{
    const std::uint64_t mixed = mix(prefix);
    const Line& line = m_lines[lineOf(mixed)];
    return visitBits(mixed, [&](std::size_t word, std::uint64_t bit) { return (line.words[word] & bit) != 0; });
}

void KeyFilter::prefetch(std::uint64_t prefix) const
{
    __builtin_prefetch(&m_lines[lineOf(mix(prefix))]);
}

}  // namespace shopbell
