// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "model/ids.h"
#include "profiles/profile_search.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace shopbell {

/// The memory of ProfileSearch: one slot a person, whose text (name, email, phone, each ended by a line break) stands
/// in one long string in the order of the slots. A person who changed gets a new slot at the end; the old one is left
/// empty. Texts take 4 GiB at most (some 70 million people); who comes after that is not found.
class SearchIndex {
public:
    /// False when it stands so already. `properties` is the stored JSON.
    bool put(ProfileId id, Instant createdAt, std::string_view email, std::string_view phone,
             std::string_view properties);
    void remove(ProfileId id);
    void clear();
    /// So many slots are empty that reading everything again is better.
    [[nodiscard]] bool isWorn() const;

    /// Slots whose text has every word, ascending; all without words.
    [[nodiscard]] std::vector<std::uint32_t> find(const std::vector<std::string>& words) const;
    [[nodiscard]] ProfileId id(std::uint32_t slot) const { return ProfileId{m_ids[slot] & ~emptied}; }

    /// What people are sorted by.
    struct Order {
        ProfileSort sort = ProfileSort::Created;
        ProfileFigures figures = {};
        /// Figures are the same while their kind and moment are.
        friend bool operator==(const Order& a, const Order& b)
        {
            return a.sort == b.sort &&
                   (a.sort != ProfileSort::Figure ||
                    (a.figures.kind == b.figures.kind && !a.figures.moment.owner_before(b.figures.moment) &&
                     !b.figures.moment.owner_before(a.figures.moment)));
        }
    };
    /// What isBefore() and sort() go by from now on.
    void orderBy(const Order& order);
    [[nodiscard]] bool isBefore(std::uint32_t a, std::uint32_t b) const
    {
        return m_keys[a] != m_keys[b] ? m_keys[a] < m_keys[b] : isBeforeWithSameKey(a, b, m_order.sort);
    }
    /// Sorts whole answers: faster than by isBefore(), for it moves the keys along.
    void sort(std::vector<std::uint32_t>& slots) const;
    /// The same by any order, without orderBy(): for answers much smaller than everybody.
    void sortApart(std::vector<std::uint32_t>& slots, const Order& order) const;

private:
    static constexpr std::uint32_t emptied = std::uint32_t{1} << 31;

    [[nodiscard]] bool isEmpty(std::uint32_t slot) const { return (m_ids[slot] & emptied) != 0; }
    [[nodiscard]] std::optional<std::uint32_t> slotOf(std::uint32_t id) const;
    struct Entry {
        std::uint64_t key;
        std::uint32_t slot;
    };
    void sort(std::vector<Entry>& entries, ProfileSort sort, std::vector<std::uint32_t>& slots) const;
    [[nodiscard]] bool isBeforeWithSameKey(std::uint32_t a, std::uint32_t b, ProfileSort sort) const;
    [[nodiscard]] std::uint64_t makeKey(std::uint32_t slot, const Order& order) const;
    [[nodiscard]] std::string_view textOf(std::uint32_t slot) const;
    [[nodiscard]] std::string_view nameOf(std::uint32_t slot) const;
    [[nodiscard]] std::string_view emailOf(std::uint32_t slot) const;

    // By slot.
    std::vector<std::uint32_t> m_ids;     ///< with `emptied`: nobody's any more
    std::vector<std::uint32_t> m_starts;  ///< where its text begins
    std::vector<std::int64_t> m_createdAt;
    std::vector<std::uint64_t> m_keys;  ///< for m_order; a text's first eight bytes, where most comparisons end
    std::string m_text;
    std::uint32_t m_ascending = 0;  ///< before this slot, ids ascend; slots after it stand in m_late
    std::unordered_map<std::uint32_t, std::uint32_t> m_late;
    std::size_t m_empty = 0;
    Order m_order;  ///< its figures' function is not kept
    std::string m_scratch;
};

}  // namespace shopbell
