// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/key_table.h"

#include <algorithm>
#include <cstring>

namespace shopbell {

namespace {

constexpr std::size_t smallestTable = 1024;

/// One round of the splitmix64 finisher: every input bit reaches every output bit.
constexpr std::uint64_t mixed(std::uint64_t x)
{
    x ^= x >> 30;
    x *= 0xbf58476d1ce4e5b9u;
    x ^= x >> 27;
    x *= 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

}  // namespace

std::uint64_t hashEventKey(std::int64_t profile, std::int64_t metric, std::int64_t at, std::string_view uniqueId)
{
    std::uint64_t hash =
        mixed(static_cast<std::uint64_t>(profile) * 0x9e3779b97f4a7c15u + static_cast<std::uint64_t>(metric));
    if (uniqueId.empty()) {
        return mixed(hash ^ static_cast<std::uint64_t>(at));
    }
    hash ^= 0x2545f4914f6cdd1du * (uniqueId.size() + 1);
    const char* bytes = uniqueId.data();
    std::size_t left = uniqueId.size();
    for (; left >= 8; left -= 8, bytes += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes, 8);
        hash = (hash ^ word) * 0x9fb21c651e98df25u;
        hash ^= hash >> 32;
    }
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, left);
    return mixed((hash ^ word) * 0x9fb21c651e98df25u);
}

void KeyTable::add(std::uint64_t hash, std::int64_t row)
{
    if ((m_size + 1) * 3 > m_rows.size() * 2) {
        resize(m_rows.empty() ? smallestTable : m_rows.size() * 2);
    }
    std::size_t place = hash & m_mask;
    while (m_rows[place] != empty) {
        place = (place + 1) & m_mask;
    }
    m_hashes[place] = hash;
    m_rows[place] = static_cast<std::uint32_t>(row);
    ++m_size;
    m_firstRow = m_firstRow == 0 ? row : std::min(m_firstRow, row);
    m_lastRow = std::max(m_lastRow, row);
}

void KeyTable::remove(std::uint64_t hash, std::int64_t row)
{
    if (m_rows.empty()) {
        return;
    }
    std::size_t hole = hash & m_mask;
    while (m_rows[hole] != empty && (m_hashes[hole] != hash || m_rows[hole] != static_cast<std::uint32_t>(row))) {
        hole = (hole + 1) & m_mask;
    }
    if (m_rows[hole] == empty) {
        return;
    }
    --m_size;
    // What stands behind the hole moves up when its own place is not between the two.
    for (std::size_t next = (hole + 1) & m_mask; m_rows[next] != empty; next = (next + 1) & m_mask) {
        const std::size_t home = m_hashes[next] & m_mask;
        if (((next - home) & m_mask) >= ((next - hole) & m_mask)) {
            m_hashes[hole] = m_hashes[next];
            m_rows[hole] = m_rows[next];
            hole = next;
        }
    }
    m_rows[hole] = empty;
}

void KeyTable::prefetch(std::uint64_t hash) const
{
    if (!m_rows.empty()) {
        __builtin_prefetch(&m_rows[hash & m_mask]);
        __builtin_prefetch(&m_hashes[hash & m_mask]);
    }
}

void KeyTable::clear()
{
    *this = KeyTable();
}

void KeyTable::reserve(std::size_t keys)
{
    std::size_t places = std::max(smallestTable, m_rows.size());
    while ((keys + 1) * 3 > places * 2) {
        places *= 2;
    }
    if (places > m_rows.size()) {
        resize(places);
    }
}

void KeyTable::resize(std::size_t places)
{
    KeyTable larger;
    larger.m_hashes.resize(places);
    larger.m_rows.resize(places, empty);
    larger.m_mask = places - 1;
    forEach([&](std::uint64_t hash, std::int64_t row) { larger.add(hash, row); });
    *this = std::move(larger);
}

}  // namespace shopbell
