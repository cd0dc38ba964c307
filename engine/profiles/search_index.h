// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "model/ids.h"
#include "profiles/profile_search.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell {

/// The memory of ProfileSearch: one slot a person, whose text (name, email, phone, each ended by a line break) stands
/// in one long string in the order of the slots. A person who changed gets a new slot at the end; the old one is left
/// empty.
class SearchIndex {
public:
    /// False when it stands so already. `properties` is the stored JSON.
    bool put(ProfileId id, Instant createdAt, Instant changedAt, std::string_view email, std::string_view phone,
             std::string_view properties);
    void remove(ProfileId id);
    void clear();
    /// So many slots are empty that reading everything again is better.
    [[nodiscard]] bool isWorn() const;

    /// Slots whose text has every word, ascending; all without words.
    [[nodiscard]] std::vector<std::uint32_t> find(const std::vector<std::string>& words) const;
    [[nodiscard]] ProfileId id(std::uint32_t slot) const { return ProfileId{m_slots[slot].id}; }
    [[nodiscard]] bool isBefore(std::uint32_t a, std::uint32_t b, ProfileSort sort) const;

private:
    struct Slot {
        std::uint32_t id = 0;  ///< 0: empty
        std::uint32_t nameBytes = 0;
        std::uint64_t start = 0;
        std::uint64_t nameKey = 0;  ///< its first eight bytes, so that most comparisons end there
        std::uint64_t emailKey = 0;
        std::int64_t createdAt = 0;
        std::int64_t changedAt = 0;
    };
    [[nodiscard]] std::string_view textOf(std::uint32_t slot) const;
    [[nodiscard]] std::string_view nameOf(std::uint32_t slot) const;
    [[nodiscard]] std::string_view emailOf(std::uint32_t slot) const;

    std::vector<Slot> m_slots;
    std::string m_text;
    std::vector<std::uint32_t> m_slotOfId;  ///< slot + 1; 0: none
    std::size_t m_empty = 0;
    std::string m_scratch;
};

}  // namespace shopbell
