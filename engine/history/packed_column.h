// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell {

/// Whole numbers in groups of 128: each group has its smallest one and the distances to it, in as few bits as the
/// largest distance needs. Any place is read on its own. 128 distances of w bits fill 2w words of 64 bits exactly.
class PackedView {
public:
    static constexpr std::uint32_t groupShift = 7;
    static constexpr std::uint32_t groupSize = 1u << groupShift;
    struct Group {
        std::int64_t base;
        std::uint32_t word;   ///< where its distances begin
        std::uint32_t width;  ///< bits of a distance, 0 to 64
    };

    PackedView() = default;
    PackedView(std::uint32_t size, std::span<const Group> groups, std::span<const std::uint64_t> words)
        : m_size(size), m_groups(groups.data()), m_words(words.data())
    {
    }
    [[nodiscard]] std::uint32_t size() const { return m_size; }
    [[nodiscard]] std::int64_t operator[](std::uint32_t i) const
    {
        const Group& group = m_groups[i >> groupShift];
        if (group.width == 0) {
            return group.base;
        }
        const std::uint32_t bit = (i & (groupSize - 1)) * group.width;
        const std::uint64_t* const word = m_words + group.word + (bit >> 6);
        const std::uint32_t shift = bit & 63;
        std::uint64_t distance = word[0] >> shift;
        if (shift + group.width > 64) {
            distance |= word[1] << (64 - shift);
        }
        distance &= ~std::uint64_t{0} >> (64 - group.width);
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(group.base) + distance);
    }
    /// The smallest number of the group that place i belongs to.
    [[nodiscard]] std::int64_t groupBase(std::uint32_t i) const { return m_groups[i >> groupShift].base; }

private:
    std::uint32_t m_size = 0;
    const Group* m_groups = nullptr;
    const std::uint64_t* m_words = nullptr;
};

/// Owns what a PackedView looks at.
class PackedColumn {
public:
    void reserve(std::size_t size);
    void add(std::int64_t number)
    {
        m_open[m_openSize++] = number;
        if (m_openSize == PackedView::groupSize) {
            closeGroup();
        }
    }
    /// After the last add(), before the first read.
    void finish();
    [[nodiscard]] PackedView view() const { return {m_size, m_groups, m_words}; }
    [[nodiscard]] std::size_t bytes() const;

    /// As bytes, and back. append() adds a stored column behind what is there, which must be whole groups; false, and
    /// nothing added, when the bytes are not a stored column.
    void store(std::string& bytes) const;
    [[nodiscard]] bool append(std::string_view& bytes);

private:
    void closeGroup();

    std::uint32_t m_size = 0;
    std::vector<PackedView::Group> m_groups;
    std::vector<std::uint64_t> m_words;
    std::int64_t m_open[PackedView::groupSize] = {};
    std::uint32_t m_openSize = 0;
};

/// A small stored column read where it lies: no copy, no memory.
class PackedBytes {
public:
    static constexpr std::size_t maxGroups = 12;
    /// Takes the column off the front of the bytes, which must stay; isSound() is false when they are none.
    explicit PackedBytes(std::string_view& bytes);
    [[nodiscard]] bool isSound() const { return m_isSound; }
    [[nodiscard]] std::uint32_t size() const { return m_size; }
    [[nodiscard]] std::int64_t operator[](std::uint32_t i) const
    {
        const PackedView::Group& group = m_groups[i >> PackedView::groupShift];
        if (group.width == 0) {
            return group.base;
        }
        const std::uint32_t bit = (i & (PackedView::groupSize - 1)) * group.width;
        const char* const word = m_words + (std::size_t{group.word} + (bit >> 6)) * sizeof(std::uint64_t);
        const std::uint32_t shift = bit & 63;
        std::uint64_t distance = load(word) >> shift;
        if (shift + group.width > 64) {
            distance |= load(word + sizeof(std::uint64_t)) << (64 - shift);
        }
        distance &= ~std::uint64_t{0} >> (64 - group.width);
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(group.base) + distance);
    }

private:
    static std::uint64_t load(const char* place)
    {
        std::uint64_t word = 0;
        std::memcpy(&word, place, sizeof(word));
        return word;
    }
    PackedView::Group m_groups[maxGroups];
    const char* m_words = nullptr;
    std::uint32_t m_size = 0;
    bool m_isSound = false;
};

/// 64 bits that tell damaged bytes from whole ones, at memory speed. Not for secrets.
[[nodiscard]] std::uint64_t checksum(std::string_view bytes, std::uint64_t seed);

}  // namespace shopbell
