// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "model/property_atom.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace shopbell {

/// One property of all profiles, as a dictionary column: a code per profile number, and what each code stands for,
/// once. Code 0 is "unset". A test is made once per code and then looked up.
///
/// Copies share their texts. Reading is safe from any thread; set() and the encode…() calls are for the owner, on an
/// object that nobody reads at the time.
class ProfilePropertyColumn {
public:
    ProfilePropertyColumn();

    [[nodiscard]] std::span<const std::uint32_t> codes() const { return m_codes; }  ///< by profile number
    [[nodiscard]] std::uint32_t code(std::uint32_t profile) const
    {
        return profile < m_codes.size() ? m_codes[profile] : 0;
    }
    /// Codes once given stay, also when nobody has them any more.
    [[nodiscard]] std::uint32_t codeCount() const { return static_cast<std::uint32_t>(m_contents.size()); }
    [[nodiscard]] std::span<const PropertyAtom> atoms(std::uint32_t code) const { return m_contents[code].atoms; }
    [[nodiscard]] bool isList(std::uint32_t code) const { return m_contents[code].isList; }

    void resize(std::size_t profileEnd) { m_codes.resize(profileEnd, 0); }
    void set(std::uint32_t profile, std::uint32_t code);
    /// The code of a property's stored JSON: a text, number, boolean, {"$date":…} or a list of texts. 0 when it is
    /// none.
    [[nodiscard]] std::uint32_t encodeJson(std::string_view json);
    [[nodiscard]] std::uint32_t encodeText(std::string_view text);
    [[nodiscard]] std::uint32_t encodeDate(Instant at);

private:
    struct Content {
        std::vector<PropertyAtom> atoms;
        bool isList = false;
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
    };
    [[nodiscard]] std::string_view keep(std::string_view text);
    [[nodiscard]] std::uint32_t add(std::string_view key, Content content);

    std::vector<std::uint32_t> m_codes;
    std::vector<Content> m_contents;
    std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>> m_codeOf;
    std::shared_ptr<std::deque<std::string>> m_texts;
};

}  // namespace shopbell
