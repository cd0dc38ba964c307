// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace shopbell {

/// The key of an event as 64 bits: (profile as stored, metric, unique id), without an id the instant.
[[nodiscard]] std::uint64_t hashEventKey(std::int64_t profile, std::int64_t metric, std::int64_t at,
                                         std::string_view uniqueId);

/// Key hash → log rows, in one flat table with open addressing; 12 bytes a place, at most two thirds full. A hash may
/// stand several times (replaced events, and chance): who asks looks at the rows.
class KeyTable {
public:
    void add(std::uint64_t hash, std::int64_t row);
    void remove(std::uint64_t hash, std::int64_t row);
    /// function(row) for each row under this hash, until it returns true; whether it did.
    template <class Function>
    [[nodiscard]] bool findRow(std::uint64_t hash, Function&& function) const
    {
        if (m_rows.empty()) {
            return false;
        }
        for (std::size_t place = hash & m_mask; m_rows[place] != empty; place = (place + 1) & m_mask) {
            if (m_hashes[place] == hash && function(static_cast<std::int64_t>(m_rows[place]))) {
                return true;
            }
        }
        return false;
    }
    void prefetch(std::uint64_t hash) const;
    [[nodiscard]] std::size_t size() const { return m_size; }
    /// Of all rows that were ever added; 0 and 0 when none was.
    [[nodiscard]] std::int64_t firstRow() const { return m_firstRow; }
    [[nodiscard]] std::int64_t lastRow() const { return m_lastRow; }
    void reserve(std::size_t keys);
    void clear();
    /// function(hash, row) for all.
    template <class Function>
    void forEach(Function&& function) const
    {
        for (std::size_t place = 0; place < m_rows.size(); ++place) {
            if (m_rows[place] != empty) {
                function(m_hashes[place], static_cast<std::int64_t>(m_rows[place]));
            }
        }
    }

private:
    static constexpr std::uint32_t empty = 0;  ///< rows start at 1
    void resize(std::size_t places);

    std::vector<std::uint64_t> m_hashes;
    std::vector<std::uint32_t> m_rows;
    std::size_t m_mask = 0;
    std::size_t m_size = 0;
    std::int64_t m_firstRow = 0;
    std::int64_t m_lastRow = 0;
};

}  // namespace shopbell
