// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "model/property_atom.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell {

/// Texts that stay where they are; grows at its end alone.
class ColumnText {
public:
    [[nodiscard]] std::string_view keep(std::string_view text);

private:
    std::vector<std::unique_ptr<char[]>> m_blocks;
    std::size_t m_left = 0;
    std::size_t m_size = 0;
    char* m_next = nullptr;
};

/// One property of all profiles, as a dictionary column: a code per profile number, and what each code stands for,
/// once. Code 0 is "unset". A test is made once per code and then looked up. About 60 bytes and the text for each
/// distinct content, four bytes for each profile.
///
/// Copies may be read and added to apart from one another, in different threads: they share the texts that were there
/// when the copy was made, and nothing else. Reading one object is safe from any thread while nobody changes it.
class ProfilePropertyColumn {
public:
    ProfilePropertyColumn();
    ProfilePropertyColumn(const ProfilePropertyColumn& other);
    ProfilePropertyColumn& operator=(const ProfilePropertyColumn&) = delete;
    ~ProfilePropertyColumn() = default;

    [[nodiscard]] std::span<const std::uint32_t> codes() const { return m_codes; }  ///< by profile number
    [[nodiscard]] std::uint32_t code(std::uint32_t profile) const
    {
        return profile < m_codes.size() ? m_codes[profile] : 0;
    }
    /// Codes once given stay, also when nobody has them any more.
    [[nodiscard]] std::uint32_t codeCount() const { return static_cast<std::uint32_t>(m_keys.size()); }
    [[nodiscard]] std::span<const PropertyAtom> atoms(std::uint32_t code) const
    {
        return std::span(m_atoms).subspan(m_begins[code], m_begins[code + 1] - m_begins[code]);
    }
    [[nodiscard]] bool isList(std::uint32_t code) const { return m_isList[code] != 0; }

    /// How often it was changed: while that stays, the object says the same.
    [[nodiscard]] std::uint64_t changes() const { return m_changes; }
    void resize(std::size_t profileEnd)
    {
        m_codes.resize(profileEnd, 0);
        ++m_changes;
    }
    void set(std::uint32_t profile, std::uint32_t code);
    /// The code of a property's stored JSON: a text, number, boolean, {"$date":…} or a list of texts. 0 when it is
    /// none.
    [[nodiscard]] std::uint32_t encodeJson(std::string_view json);
    [[nodiscard]] std::uint32_t encodeText(std::string_view text);
    [[nodiscard]] std::uint32_t encodeDate(Instant at);

private:
    /// The place of the key in the table: of its code, or a free one.
    [[nodiscard]] std::size_t slotOf(std::string_view key) const;
    [[nodiscard]] std::uint32_t find(std::string_view key) const { return m_table[slotOf(key)]; }
    void addAtom(PropertyAtom::Kind kind, double number, std::string_view text);
    [[nodiscard]] std::uint32_t finish(std::string_view key, bool isList);

    std::uint64_t m_changes = 0;
    std::vector<std::uint32_t> m_codes;
    std::vector<PropertyAtom> m_atoms;
    std::vector<std::uint32_t> m_begins;  ///< by code; one more than there are codes
    std::vector<std::uint8_t> m_isList;
    std::vector<std::string_view> m_keys;
    std::vector<std::uint32_t> m_table;  ///< codes by hash of their keys, 0 where free; a power of two
    std::vector<std::shared_ptr<const ColumnText>> m_shared;
    std::shared_ptr<ColumnText> m_own;
};

}  // namespace shopbell
