// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/packed_column.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace shopbell {

namespace {

template <class T>
void put(std::string& bytes, const T& value)
{
    const std::size_t end = bytes.size();
    bytes.resize(end + sizeof(T));
    std::memcpy(bytes.data() + end, &value, sizeof(T));
}

template <class T>
bool take(std::string_view& bytes, T& value)
{
    if (bytes.size() < sizeof(T)) {
        return false;
    }
    std::memcpy(&value, bytes.data(), sizeof(T));
    bytes.remove_prefix(sizeof(T));
    return true;
}

}  // namespace

void PackedColumn::reserve(std::size_t size)
{
    m_groups.reserve(size / PackedView::groupSize + 1);
}

void PackedColumn::closeGroup()
{
    const auto [low, high] = std::minmax_element(m_open, m_open + m_openSize);
    const std::int64_t base = *low;
    const auto width = static_cast<std::uint32_t>(
        std::bit_width(static_cast<std::uint64_t>(*high) - static_cast<std::uint64_t>(base)));
    const std::size_t start = m_words.size();
    m_groups.push_back({base, static_cast<std::uint32_t>(start), width});
    m_size += m_openSize;
    if (width > 0) {
        m_words.resize(start + (std::size_t{m_openSize} * width + 63) / 64);
        std::uint64_t* const words = m_words.data() + start;
        for (std::uint32_t i = 0; i < m_openSize; ++i) {
            const std::uint64_t distance = static_cast<std::uint64_t>(m_open[i]) - static_cast<std::uint64_t>(base);
            const std::uint32_t bit = i * width;
            const std::uint32_t shift = bit & 63;
            words[bit >> 6] |= distance << shift;
            if (shift + width > 64) {
                words[(bit >> 6) + 1] |= distance >> (64 - shift);
            }
        }
    }
    m_openSize = 0;
}

void PackedColumn::finish()
{
    if (m_openSize > 0) {
        closeGroup();
    }
    if (m_words.capacity() > m_words.size() + m_words.size() / 8) {
        m_words.shrink_to_fit();
    }
}

std::size_t PackedColumn::bytes() const
{
    return m_groups.capacity() * sizeof(PackedView::Group) + m_words.capacity() * sizeof(std::uint64_t);
}

void PackedColumn::store(std::string& bytes) const
{
    put(bytes, m_size);
    // A group's place follows from the widths before it.
    for (const PackedView::Group& group : m_groups) {
        put(bytes, group.base);
        put(bytes, static_cast<std::uint8_t>(group.width));
    }
    const std::size_t end = bytes.size();
    bytes.resize(end + m_words.size() * sizeof(std::uint64_t));
    if (!m_words.empty()) {
        std::memcpy(bytes.data() + end, m_words.data(), m_words.size() * sizeof(std::uint64_t));
    }
}

bool PackedColumn::append(std::string_view& bytes)
{
    std::uint32_t size = 0;
    if (m_size % PackedView::groupSize != 0 || !take(bytes, size)) {
        return false;
    }
    const std::size_t groups = (std::size_t{size} + PackedView::groupSize - 1) / PackedView::groupSize;
    if (bytes.size() < groups * 9) {
        return false;
    }
    const std::size_t groupsBefore = m_groups.size();
    const std::size_t wordsBefore = m_words.size();
    std::size_t words = wordsBefore;
    for (std::size_t g = 0; g < groups; ++g) {
        PackedView::Group group{};
        std::uint8_t width = 0;
        (void)take(bytes, group.base);
        (void)take(bytes, width);
        group.word = static_cast<std::uint32_t>(words);
        group.width = std::min<std::uint32_t>(width, 64);
        const std::size_t count = std::min<std::size_t>(PackedView::groupSize, size - g * PackedView::groupSize);
        words += (count * group.width + 63) / 64;
        m_groups.push_back(group);
    }
    const std::size_t wordBytes = (words - wordsBefore) * sizeof(std::uint64_t);
    if (bytes.size() < wordBytes) {
        m_groups.resize(groupsBefore);
        return false;
    }
    m_words.resize(words);
    if (wordBytes > 0) {
        std::memcpy(m_words.data() + wordsBefore, bytes.data(), wordBytes);
    }
    bytes.remove_prefix(wordBytes);
    m_size += size;
    return true;
}

PackedBytes::PackedBytes(std::string_view& bytes)
{
    std::uint32_t size = 0;
    if (!take(bytes, size) || size > maxGroups * PackedView::groupSize) {
        return;
    }
    const std::size_t groups = (std::size_t{size} + PackedView::groupSize - 1) / PackedView::groupSize;
    if (bytes.size() < groups * 9) {
        return;
    }
    std::size_t words = 0;
    for (std::size_t g = 0; g < groups; ++g) {
        std::uint8_t width = 0;
        (void)take(bytes, m_groups[g].base);
        (void)take(bytes, width);
        m_groups[g].word = static_cast<std::uint32_t>(words);
        m_groups[g].width = std::min<std::uint32_t>(width, 64);
        const std::size_t count = std::min<std::size_t>(PackedView::groupSize, size - g * PackedView::groupSize);
        words += (count * m_groups[g].width + 63) / 64;
    }
    if (bytes.size() < words * sizeof(std::uint64_t)) {
        return;
    }
    m_words = bytes.data();
    m_size = size;
    m_isSound = true;
    bytes.remove_prefix(words * sizeof(std::uint64_t));
}

std::uint64_t checksum(std::string_view bytes, std::uint64_t seed)
{
    // Four lanes, so that the multiplications overlap.
    constexpr std::uint64_t factor = 0x9fb21c651e98df25u;
    std::uint64_t lanes[4] = {seed ^ 1, seed ^ 2, seed ^ 3, seed ^ 4};
    const char* next = bytes.data();
    std::size_t left = bytes.size();
    for (; left >= 32; left -= 32, next += 32) {
        for (std::size_t lane = 0; lane < 4; ++lane) {
            std::uint64_t word = 0;
            std::memcpy(&word, next + lane * 8, 8);
            lanes[lane] = std::rotl((lanes[lane] ^ word) * factor, 29);
        }
    }
    std::uint64_t sum = bytes.size() * factor;
    for (const std::uint64_t lane : lanes) {
        sum = std::rotl((sum ^ lane) * factor, 31);
    }
    for (; left > 0; --left, ++next) {
        sum = std::rotl((sum ^ static_cast<unsigned char>(*next)) * factor, 27);
    }
    sum ^= sum >> 32;
    return sum * factor;
}

}  // namespace shopbell
