// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/property.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace shopbell {

/// One property of all profiles, as a dictionary column: a code per profile number, and what each code stands for, once.
/// Code 0 is "unset". A test is made once per code and then looked up.
class ProfilePropertyColumn {
public:
    /// One value of a profile's property; a list has several.
    struct Value {
        enum class Kind : std::uint8_t { Text, Number, Boolean, Date };
        Kind kind = Kind::Text;
        double number = 0;     ///< Number; Boolean as 0 or 1
        std::string_view text; ///< Text as it is; the others as JSON writes them, a Date as ISO text
    };

    ProfilePropertyColumn();

    [[nodiscard]] std::span<const std::uint32_t> codes() const { return m_codes; }  ///< by profile number
    [[nodiscard]] std::uint32_t code(std::uint32_t profile) const
    {
        return profile < m_codes.size() ? m_codes[profile] : 0;
    }
    [[nodiscard]] std::uint32_t codeCount() const { return static_cast<std::uint32_t>(m_contents.size()); }
    [[nodiscard]] std::span<const Value> values(std::uint32_t code) const { return m_contents[code].values; }
    [[nodiscard]] bool isList(std::uint32_t code) const { return m_contents[code].isList; }
    /// How many profiles have each code; code 0 counts those that were set once and are not any more.
    [[nodiscard]] std::span<const std::uint32_t> counts() const { return m_counts; }

    // Building; not while others read.
    void resize(std::size_t profileEnd) { m_codes.resize(profileEnd, 0); }
    void set(std::uint32_t profile, std::uint32_t code);
    /// The code of a property's JSON (as stored: text, number, boolean, {"$date":…} or a list of texts).
    [[nodiscard]] std::uint32_t encode(std::string_view json);
    /// The code of a plain text, of a date.
    [[nodiscard]] std::uint32_t encodeText(std::string_view text);
    [[nodiscard]] std::uint32_t encodeDate(Instant at);
    [[nodiscard]] ProfilePropertyColumn clone() const;

private:
    struct Content {
        std::vector<Value> values;
        bool isList = false;
    };
    [[nodiscard]] std::string_view keep(std::string_view text);
    [[nodiscard]] std::uint32_t add(std::string key, Content content);

    std::vector<std::uint32_t> m_codes;
    std::deque<Content> m_contents;
    std::vector<std::uint32_t> m_counts;
    std::unordered_map<std::string, std::uint32_t> m_codeOf;  ///< by stored JSON
    std::deque<std::string> m_texts;
};

}  // namespace shopbell
