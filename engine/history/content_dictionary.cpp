// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/content_dictionary.h"

#include <bit>

namespace shopbell {

ContentDictionary::ContentDictionary()
{
    (void)codeOf(PropertyContent());
}

const PropertyContent& ContentDictionary::operator[](std::uint32_t code) const
{
    const auto chunk = static_cast<std::size_t>(std::bit_width(code + 1)) - 1;
    return m_chunks[chunk][code + 1 - (1u << chunk)];
}

std::uint32_t ContentDictionary::codeOf(const PropertyContent& content)
{
    m_key.clear();
    writeContent(content, m_key);
    const auto [found, isNew] = m_codes.try_emplace(m_key, m_size);
    if (isNew) {
        const std::uint32_t code = m_size++;
        const auto chunk = static_cast<std::size_t>(std::bit_width(code + 1)) - 1;
        if (m_chunks[chunk] == nullptr) {
            m_chunks[chunk] = std::make_unique<PropertyContent[]>(std::size_t{1} << chunk);
        }
        PropertyContent& entry = m_chunks[chunk][code + 1 - (1u << chunk)];
        entry = content;
        for (std::size_t i = 0; i < entry.atoms.size(); ++i) {
            entry.atoms[i].text = entry.texts[i];
        }
    }
    return found->second;
}

}  // namespace shopbell
