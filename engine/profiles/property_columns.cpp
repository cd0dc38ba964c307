// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/property_columns.h"

#include "base/text.h"
#include "model/property.h"

namespace shopbell {

ProfilePropertyColumn::ProfilePropertyColumn() : m_contents(1), m_texts(std::make_shared<std::deque<std::string>>()) {}

void ProfilePropertyColumn::set(std::uint32_t profile, std::uint32_t code)
{
    if (profile >= m_codes.size()) {
        m_codes.resize(static_cast<std::size_t>(profile) + 1, 0);
    }
    m_codes[profile] = code;
}

std::string_view ProfilePropertyColumn::keep(std::string_view text)
{
    return m_texts->emplace_back(text);
}

std::uint32_t ProfilePropertyColumn::add(std::string_view key, Content content)
{
    const auto code = static_cast<std::uint32_t>(m_contents.size());
    m_contents.push_back(std::move(content));
    m_codeOf.emplace(key, code);
    return code;
}

std::uint32_t ProfilePropertyColumn::encodeJson(std::string_view json)
{
    if (const auto known = m_codeOf.find(json); known != m_codeOf.end()) {
        return known->second;
    }
    const auto parsed = parseProperties("{\"p\":" + std::string(json) + '}');
    if (!parsed || parsed->empty()) {
        return 0;
    }
    const PropertyValue& value = parsed->begin()->second;
    Content content;
    if (const auto* boolean = std::get_if<bool>(&value)) {
        content.atoms.push_back({PropertyAtom::Kind::Boolean, *boolean ? 1.0 : 0.0, *boolean ? "true" : "false"});
    } else if (const auto* number = std::get_if<double>(&value)) {
        content.atoms.push_back({PropertyAtom::Kind::Number, *number, keep(formatNumber(*number))});
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        content.atoms.push_back({PropertyAtom::Kind::Text, 0, keep(*text)});
    } else if (const auto* at = std::get_if<Instant>(&value)) {
        content.atoms.push_back({PropertyAtom::Kind::Text, 0, keep(at->toIso())});
    } else if (const auto* texts = std::get_if<std::vector<std::string>>(&value)) {
        content.isList = true;
        for (const std::string& member : *texts) {
            content.atoms.push_back({PropertyAtom::Kind::Text, 0, keep(member)});
        }
    }
    return add(json, std::move(content));
}

std::uint32_t ProfilePropertyColumn::encodeText(std::string_view text)
{
    // Plain texts come from columns of the table; the mark keeps them apart from JSON.
    const std::string key = 't' + std::string(text);
    if (const auto known = m_codeOf.find(key); known != m_codeOf.end()) {
        return known->second;
    }
    return add(key, {{{PropertyAtom::Kind::Text, 0, keep(text)}}, false});
}

std::uint32_t ProfilePropertyColumn::encodeDate(Instant at)
{
    const std::string key = 'd' + std::to_string(at.ms);
    if (const auto known = m_codeOf.find(key); known != m_codeOf.end()) {
        return known->second;
    }
    return add(key, {{{PropertyAtom::Kind::Text, 0, keep(at.toIso())}}, false});
}

}  // namespace shopbell
