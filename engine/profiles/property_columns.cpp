// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/property_columns.h"

#include "base/text.h"
#include "model/property.h"

#include <algorithm>
#include <cstring>
#include <functional>

namespace shopbell {

namespace {

constexpr std::size_t firstBlock = 256;
constexpr std::size_t largestBlock = std::size_t{1} << 20;
constexpr std::size_t firstTable = 16;

// Keys of what does not come from JSON; no JSON begins so.
constexpr char textMark = '\x01';
constexpr char dateMark = '\x02';

}  // namespace

std::string_view ColumnText::keep(std::string_view text)
{
    if (text.size() > m_left) {
        m_size = std::clamp(m_size * 2, firstBlock, largestBlock);
        const std::size_t block = std::max(m_size, text.size());
        m_blocks.push_back(std::make_unique<char[]>(block));
        m_next = m_blocks.back().get();
        m_left = block;
    }
    std::memcpy(m_next, text.data(), text.size());
    const std::string_view kept(m_next, text.size());
    m_next += text.size();
    m_left -= text.size();
    return kept;
}

ProfilePropertyColumn::ProfilePropertyColumn()
    : m_begins{0, 0}, m_isList(1), m_keys(1), m_table(firstTable), m_own(std::make_shared<ColumnText>())
{
}

ProfilePropertyColumn::ProfilePropertyColumn(const ProfilePropertyColumn& other)
    : m_changes(other.m_changes),
      m_codes(other.m_codes),
      m_atoms(other.m_atoms),
      m_begins(other.m_begins),
      m_isList(other.m_isList),
      m_keys(other.m_keys),
      m_table(other.m_table),
      m_shared(other.m_shared),
      m_own(std::make_shared<ColumnText>())
{
    m_shared.push_back(other.m_own);
}

void ProfilePropertyColumn::set(std::uint32_t profile, std::uint32_t code)
{
    if (profile >= m_codes.size()) {
        m_codes.resize(static_cast<std::size_t>(profile) + 1, 0);
    }
    m_codes[profile] = code;
    ++m_changes;
}

std::size_t ProfilePropertyColumn::slotOf(std::string_view key) const
{
    const std::size_t mask = m_table.size() - 1;
    std::size_t slot = std::hash<std::string_view>{}(key)&mask;
    while (m_table[slot] != 0 && m_keys[m_table[slot]] != key) {
        slot = (slot + 1) & mask;
    }
    return slot;
}

void ProfilePropertyColumn::addAtom(PropertyAtom::Kind kind, double number, std::string_view text)
{
    m_atoms.push_back({kind, number, text});
}

std::uint32_t ProfilePropertyColumn::finish(std::string_view key, bool isList)
{
    const auto code = static_cast<std::uint32_t>(m_keys.size());
    m_begins.push_back(static_cast<std::uint32_t>(m_atoms.size()));
    m_isList.push_back(isList ? 1 : 0);
    m_keys.push_back(key);
    if (m_keys.size() * 2 > m_table.size()) {
        m_table.assign(m_table.size() * 2, 0);
        for (std::uint32_t known = 1; known < code; ++known) {
            m_table[slotOf(m_keys[known])] = known;
        }
    }
    m_table[slotOf(key)] = code;
    return code;
}

std::uint32_t ProfilePropertyColumn::encodeJson(std::string_view json)
{
    if (const std::uint32_t known = find(json); known != 0) {
        return known;
    }
    const auto parsed = parseProperties("{\"p\":" + std::string(json) + '}');
    if (!parsed || parsed->empty()) {
        return 0;
    }
    const PropertyValue& value = parsed->begin()->second;
    const std::string_view key = m_own->keep(json);
    bool isList = false;
    if (const auto* boolean = std::get_if<bool>(&value)) {
        addAtom(PropertyAtom::Kind::Boolean, *boolean ? 1 : 0, *boolean ? "true" : "false");
    } else if (const auto* number = std::get_if<double>(&value)) {
        addAtom(PropertyAtom::Kind::Number, *number, m_own->keep(formatNumber(*number)));
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        // Mostly the JSON is the text in quotes, and need not be kept twice.
        const bool plain = key.size() == text->size() + 2;
        addAtom(PropertyAtom::Kind::Text, 0, plain ? key.substr(1, text->size()) : m_own->keep(*text));
    } else if (const auto* at = std::get_if<Instant>(&value)) {
        addAtom(PropertyAtom::Kind::Text, 0, m_own->keep(at->toIso()));
    } else if (const auto* texts = std::get_if<std::vector<std::string>>(&value)) {
        isList = true;
        for (const std::string& member : *texts) {
            addAtom(PropertyAtom::Kind::Text, 0, m_own->keep(member));
        }
    }
    return finish(key, isList);
}

std::uint32_t ProfilePropertyColumn::encodeText(std::string_view text)
{
    const std::string wanted = textMark + std::string(text);
    if (const std::uint32_t known = find(wanted); known != 0) {
        return known;
    }
    const std::string_view key = m_own->keep(wanted);
    addAtom(PropertyAtom::Kind::Text, 0, key.substr(1));
    return finish(key, false);
}

std::uint32_t ProfilePropertyColumn::encodeDate(Instant at)
{
    const std::string wanted = dateMark + at.toIso();
    if (const std::uint32_t known = find(wanted); known != 0) {
        return known;
    }
    const std::string_view key = m_own->keep(wanted);
    addAtom(PropertyAtom::Kind::Text, 0, key.substr(1));
    return finish(key, false);
}

}  // namespace shopbell
