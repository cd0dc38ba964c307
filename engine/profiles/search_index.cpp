// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/search_index.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>

namespace shopbell {
namespace {

std::uint64_t firstEight(std::string_view text)
{
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        key = key << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0u);
    }
    return key;
}

/// "first last" of the stored properties.
std::string readName(std::string_view properties)
{
    std::string name;
    if (properties.find("_name\"") == std::string_view::npos) {
        return name;
    }
    // One parser a thread: its memory is used again for every person.
    thread_local simdjson::dom::parser parser;
    simdjson::dom::object object;
    if (parser.parse(properties.data(), properties.size()).get(object) != simdjson::SUCCESS) {
        return name;
    }
    for (const std::string_view part : {"first_name", "last_name"}) {
        std::string_view text;
        if (object[part].get(text) == simdjson::SUCCESS && !text.empty()) {
            name += name.empty() ? "" : " ";
            name += text;
        }
    }
    return name;
}

/// How often letters stand in names and addresses, roughly: the rarer one of a word is looked for.
int commonness(char c)
{
    constexpr std::string_view byFrequency = "\n.@eanirosltmchduxpgkbvfyzwj";
    const auto at = byFrequency.find(c);
    return at == std::string_view::npos ? 0 : static_cast<int>(byFrequency.size() - at);
}

std::size_t rarestByte(std::string_view word)
{
    std::size_t best = 0;
    for (std::size_t i = 1; i < word.size(); ++i) {
        if (commonness(word[i]) < commonness(word[best])) {
            best = i;
        }
    }
    return best;
}

}  // namespace

bool SearchIndex::put(ProfileId id, Instant createdAt, Instant changedAt, std::string_view email,
                      std::string_view phone, std::string_view properties)
{
    const auto number = static_cast<std::uint32_t>(id.value);
    std::string name = readName(properties);
    std::replace(name.begin(), name.end(), '\n', ' ');
    std::string& text = m_scratch;
    // Without a name the address is what is shown, and sorted by.
    text = foldForSearch(name.empty() ? email : std::string_view(name));
    const auto nameBytes = static_cast<std::uint32_t>(text.size());
    const std::uint64_t nameKey = firstEight(text);
    text += '\n';
    const std::string foldedEmail = foldForSearch(email);
    text.append(foldedEmail).append("\n").append(phone).append("\n");

    if (m_slotOfId.size() <= number) {
        m_slotOfId.resize(std::max<std::size_t>(number + 1u, m_slotOfId.size() * 2));
    }
    if (const auto standing = m_slotOfId[number]; standing != 0) {
        Slot& slot = m_slots[standing - 1];
        const bool isSame = textOf(standing - 1) == text;
        const bool isSameTime = slot.createdAt == createdAt.ms && slot.changedAt == changedAt.ms;
        if (isSame) {
            slot.createdAt = createdAt.ms;
            slot.changedAt = changedAt.ms;
            return !isSameTime;
        }
        remove(id);
    }
    m_slots.push_back({number, nameBytes, m_text.size(), nameKey, firstEight(foldedEmail), createdAt.ms, changedAt.ms});
    m_text += text;
    m_slotOfId[number] = static_cast<std::uint32_t>(m_slots.size());
    return true;
}

void SearchIndex::remove(ProfileId id)
{
    const auto number = static_cast<std::size_t>(id.value);
    if (number >= m_slotOfId.size() || m_slotOfId[number] == 0) {
        return;
    }
    const std::uint32_t slot = m_slotOfId[number] - 1;
    const auto text = textOf(slot);
    std::fill_n(m_text.begin() + static_cast<std::ptrdiff_t>(m_slots[slot].start), text.size(), '\n');
    m_slots[slot].id = 0;
    m_slotOfId[number] = 0;
    ++m_empty;
}

void SearchIndex::clear()
{
    *this = {};
}

bool SearchIndex::isWorn() const
{
    return m_empty > 10'000 && m_empty * 4 > m_slots.size();
}

std::string_view SearchIndex::textOf(std::uint32_t slot) const
{
    const std::size_t start = m_slots[slot].start;
    const std::size_t end = slot + 1 < m_slots.size() ? m_slots[slot + 1].start : m_text.size();
    return std::string_view(m_text).substr(start, end - start);
}

std::string_view SearchIndex::nameOf(std::uint32_t slot) const
{
    return std::string_view(m_text).substr(m_slots[slot].start, m_slots[slot].nameBytes);
}

std::string_view SearchIndex::emailOf(std::uint32_t slot) const
{
    const auto rest = textOf(slot).substr(m_slots[slot].nameBytes + 1);
    return rest.substr(0, rest.find('\n'));
}

std::vector<std::uint32_t> SearchIndex::find(const std::vector<std::string>& words) const
{
    std::vector<std::uint32_t> found;
    if (words.empty()) {
        found.reserve(m_slots.size() - m_empty);
        for (std::uint32_t slot = 0; slot < m_slots.size(); ++slot) {
            if (m_slots[slot].id != 0) {
                found.push_back(slot);
            }
        }
        return found;
    }
    const std::string& word = words.front();
    const std::size_t rarest = rarestByte(word);
    const char* const begin = m_text.data();
    const char* const end = begin + m_text.size();
    std::uint32_t slot = 0;
    const char* at = begin + rarest;
    while (at < end) {
        at = static_cast<const char*>(std::memchr(at, word[rarest], static_cast<std::size_t>(end - at)));
        if (at == nullptr) {
            break;
        }
        const char* const start = at - rarest;
        ++at;
        if (static_cast<std::size_t>(end - start) < word.size() || std::memcmp(start, word.data(), word.size()) != 0) {
            continue;
        }
        // Slots stand in the order of their texts: the owner is not far behind the last one.
        const auto position = static_cast<std::uint64_t>(start - begin);
        if (slot + 1 < m_slots.size() && m_slots[slot + 1].start <= position) {
            std::size_t step = 1;
            while (slot + step < m_slots.size() && m_slots[slot + step].start <= position) {
                step *= 2;
            }
            const auto from = m_slots.begin() + static_cast<std::ptrdiff_t>(slot + step / 2);
            const auto to = m_slots.begin() + static_cast<std::ptrdiff_t>(std::min(slot + step, m_slots.size()));
            const auto after =
                std::upper_bound(from, to, position, [](std::uint64_t p, const Slot& s) { return p < s.start; });
            slot = static_cast<std::uint32_t>(after - m_slots.begin() - 1);
        }
        const auto text = textOf(slot);
        const bool hasAll = std::all_of(words.begin() + 1, words.end(), [&](const std::string& other) {
            return text.find(other) != std::string_view::npos;
        });
        if (hasAll && m_slots[slot].id != 0) {
            found.push_back(slot);
        }
        // One find a person is enough.
        at = std::max(at, text.data() + text.size() + rarest);
    }
    return found;
}

bool SearchIndex::isBefore(std::uint32_t a, std::uint32_t b, ProfileSort sort) const
{
    const Slot& x = m_slots[a];
    const Slot& y = m_slots[b];
    switch (sort) {
    case ProfileSort::Name:
        if (x.nameKey != y.nameKey) {
            return x.nameKey < y.nameKey;
        }
        if (const int order = nameOf(a).compare(nameOf(b)); order != 0) {
            return order < 0;
        }
        break;
    case ProfileSort::Email:
        if (x.emailKey != y.emailKey) {
            return x.emailKey < y.emailKey;
        }
        if (const int order = emailOf(a).compare(emailOf(b)); order != 0) {
            return order < 0;
        }
        break;
    case ProfileSort::Created:
        if (x.createdAt != y.createdAt) {
            return x.createdAt < y.createdAt;
        }
        break;
    case ProfileSort::Changed:
        if (x.changedAt != y.changedAt) {
            return x.changedAt < y.changedAt;
        }
        break;
    case ProfileSort::Figure: break;  // the index knows none
    }
    return x.id < y.id;
}

}  // namespace shopbell
