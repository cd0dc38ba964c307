// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/identifier.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace shopbell {

/// Identifier → profile in memory, 16 bytes a slot: an open-addressed table that keeps 96 bits of a hash keyed with
/// random bits of the process in place of the text. With ten million identifiers the chance that any two are taken for
/// one another is below 1e-14, and nobody outside can aim for it. Profile ids stay below 2^32 here.
///
/// Hash: SipHash-1-3 with a 128-bit result (Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012).
class IdentifierIndex {
public:
    IdentifierIndex();

    struct Key {
        std::uint64_t high = 0;
        std::uint32_t low = 0;
        friend bool operator==(const Key&, const Key&) = default;
    };
    [[nodiscard]] Key keyOf(IdentifierKind kind, ConnectionId scope, std::string_view value) const;

    [[nodiscard]] std::optional<ProfileId> find(const Key& key) const;
    /// Adds, or points an existing one elsewhere.
    void put(const Key& key, ProfileId profile);
    void remove(const Key& key);
    void clear();
    void reserve(std::size_t count);
    [[nodiscard]] std::size_t size() const { return m_used; }

private:
    struct Slot {
        std::uint64_t high = 0;
        std::uint32_t low = 0;
        std::uint32_t profile = 0;  ///< 0: empty
    };
    [[nodiscard]] std::size_t slotOf(const Key& key) const;
    void grow(std::size_t slots);

    std::uint64_t m_seed[2];
    std::vector<Slot> m_slots;  ///< a power of two
    std::size_t m_used = 0;
};

}  // namespace shopbell
