// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/property_atom.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace shopbell {

/// One property of all events of a metric, in the same order as the MetricColumns it was asked with: one code per event
/// of the base (time order) and of the tail. A code stands for everything that one event holds at the path, so a test
/// is made once per code and then looked up: `hits[code]`. Code 0 is "unset" (absent, or null).
///
/// Path: member names joined with '.', `[]` after one for "each of this list": "Category", "address.city",
/// "items[].name". A top-level member whose whole name is the path comes first, dots and all. A list is entered with or
/// without `[]` at its end: "tags" and "tags[]" read the same. Objects as values are not compared: they count as
/// set, with no atoms. Immutable; any thread.
class PropertyColumn {
public:
    virtual ~PropertyColumn() = default;

    /// Distinct contents, code 0 included.
    [[nodiscard]] std::uint32_t codeCount() const { return m_codeCount; }
    /// Atoms of a code, in the order of the list; one for a plain value, none for unset, an empty list, an object.
    [[nodiscard]] virtual std::span<const PropertyAtom> atoms(std::uint32_t code) const = 0;
    /// The code's content was a list (or several, by `[]`).
    [[nodiscard]] virtual bool isList(std::uint32_t code) const = 0;

    [[nodiscard]] std::uint32_t code(std::uint32_t rank) const
    {
        return !m_codes8.empty() ? m_codes8[rank] : !m_codes16.empty() ? m_codes16[rank] : m_codes32[rank];
    }
    [[nodiscard]] std::uint32_t tailCode(std::uint32_t i) const { return m_tailCodes[i]; }
    /// function(codes): the base's codes as a span of uint8_t, uint16_t or uint32_t, indexed by rank.
    template <class Function>
    void visit(Function&& function) const
    {
        if (!m_codes8.empty()) {
            function(m_codes8);
        } else if (!m_codes16.empty()) {
            function(m_codes16);
        } else {
            function(m_codes32);
        }
    }
    /// How many events of base and tail hold each code.
    [[nodiscard]] virtual std::span<const std::uint32_t> counts() const = 0;

protected:
    std::uint32_t m_codeCount = 1;
    std::span<const std::uint8_t> m_codes8;
    std::span<const std::uint16_t> m_codes16;
    std::span<const std::uint32_t> m_codes32;
    std::span<const std::uint32_t> m_tailCodes;
};

}  // namespace shopbell
