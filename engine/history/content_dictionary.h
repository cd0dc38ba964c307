// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/property_path.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>

namespace shopbell {

/// Distinct contents of one property, numbered as they are met; 0 is "unset". Entries never move, so a reader that
/// knows of the first n may look at them while further ones are added (by one thread at a time).
class ContentDictionary {
public:
    ContentDictionary();
    [[nodiscard]] std::uint32_t codeOf(const PropertyContent& content);
    [[nodiscard]] std::uint32_t size() const { return m_size; }
    [[nodiscard]] const PropertyContent& operator[](std::uint32_t code) const;

private:
    /// Chunk k holds the entries from 2^k - 1 on, 2^k of them.
    static constexpr std::size_t chunkCount = 32;
    std::unique_ptr<PropertyContent[]> m_chunks[chunkCount];
    std::uint32_t m_size = 0;
    std::unordered_map<std::string, std::uint32_t> m_codes;
    std::string m_key;
};

}  // namespace shopbell
