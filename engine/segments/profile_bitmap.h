// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/columns.h"
#include "model/ids.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace shopbell::segments {

/// How many bits are set. Processors of every age have the additions of this; std::popcount calls a function where the
/// instruction may be missing.
[[nodiscard]] constexpr std::int64_t countBits(std::uint64_t word)
{
    word -= word >> 1 & 0x5555'5555'5555'5555;
    word = (word & 0x3333'3333'3333'3333) + (word >> 2 & 0x3333'3333'3333'3333);
    word = (word + (word >> 4)) & 0x0F0F'0F0F'0F0F'0F0F;
    return static_cast<std::int64_t>(word * 0x0101'0101'0101'0101 >> 56);
}

/// A set of profiles: bit p % 64 of word p / 64 says whether profile number p is in it. Value type.
class ProfileBitmap {
public:
    ProfileBitmap() = default;
    /// Room for the numbers below `end`; nobody is in it.
    explicit ProfileBitmap(ProfileNumber end) : m_end(end), m_words((static_cast<std::size_t>(end) + 63) / 64) {}

    [[nodiscard]] ProfileNumber end() const { return m_end; }
    /// Makes room for the numbers below `end`, where there is less.
    void growTo(ProfileNumber end)
    {
        if (end > m_end) {
            m_end = end;
            m_words.resize((static_cast<std::size_t>(end) + 63) / 64);
        }
    }
    [[nodiscard]] std::span<std::uint64_t> words() { return m_words; }
    [[nodiscard]] std::span<const std::uint64_t> words() const { return m_words; }
    [[nodiscard]] bool contains(ProfileNumber profile) const
    {
        return profile < m_end && ((m_words[profile >> 6] >> (profile & 63)) & 1) != 0;
    }
    [[nodiscard]] bool contains(ProfileId profile) const
    {
        return profile.value >= 0 && profile.value < m_end && contains(static_cast<ProfileNumber>(profile.value));
    }
    void add(ProfileNumber profile) { m_words[profile >> 6] |= std::uint64_t{1} << (profile & 63); }
    void remove(ProfileNumber profile) { m_words[profile >> 6] &= ~(std::uint64_t{1} << (profile & 63)); }
    [[nodiscard]] std::int64_t count() const
    {
        std::int64_t total = 0;
        for (const std::uint64_t word : m_words) {
            total += countBits(word);
        }
        return total;
    }
    /// Ascending.
    template <class Function>
    void forEach(Function&& function) const
    {
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            for (std::uint64_t word = m_words[i]; word != 0; word &= word - 1) {
                function(static_cast<ProfileNumber>(i * 64 + static_cast<std::size_t>(std::countr_zero(word))));
            }
        }
    }
    [[nodiscard]] std::vector<ProfileId> ids() const
    {
        std::vector<ProfileId> found;
        found.reserve(static_cast<std::size_t>(count()));
        forEach([&](ProfileNumber profile) { found.push_back({profile}); });
        return found;
    }
    friend bool operator==(const ProfileBitmap&, const ProfileBitmap&) = default;

private:
    ProfileNumber m_end = 0;
    std::vector<std::uint64_t> m_words;
};

}  // namespace shopbell::segments
