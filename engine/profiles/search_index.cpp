// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/search_index.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>
#include <limits>

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

/// Numbers below zero come first.
std::uint64_t asKey(std::int64_t number)
{
    return static_cast<std::uint64_t>(number) ^ std::uint64_t{1} << 63;
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

bool SearchIndex::put(ProfileId id, Instant createdAt, std::string_view email, std::string_view phone,
                      std::string_view properties)
{
    const auto number = static_cast<std::uint32_t>(id.value);
    std::string name = readName(properties);
    std::replace(name.begin(), name.end(), '\n', ' ');
    std::string& text = m_scratch;
    // Without a name the address is what is shown, and sorted by.
    text = foldForSearch(name.empty() ? email : std::string_view(name));
    text += '\n';
    text.append(foldForSearch(email)).append("\n").append(phone).append("\n");

    // Whose figure is sorted by keeps it.
    std::uint64_t figureKey = asKey(0);
    const auto standing = slotOf(number);
    if (standing) {
        if (textOf(*standing) == text) {
            if (m_createdAt[*standing] == createdAt.ms) {
                return false;
            }
            m_createdAt[*standing] = createdAt.ms;
            m_keys[*standing] = m_order.sort == ProfileSort::Created ? asKey(createdAt.ms) : m_keys[*standing];
            return true;
        }
        figureKey = m_keys[*standing];
        remove(id);
    }
    if (m_text.size() + text.size() > std::numeric_limits<std::uint32_t>::max() || number >= emptied) {
        return standing.has_value();
    }
    const auto slot = static_cast<std::uint32_t>(m_ids.size());
    if (m_ascending == slot && (slot == 0 || this->id(slot - 1) < id)) {
        ++m_ascending;
    } else {
        m_late[number] = slot;
    }
    m_ids.push_back(number);
    m_starts.push_back(static_cast<std::uint32_t>(m_text.size()));
    m_createdAt.push_back(createdAt.ms);
    m_text += text;
    m_keys.push_back(m_order.sort == ProfileSort::Figure ? figureKey : makeKey(slot, m_order));
    return true;
}

void SearchIndex::remove(ProfileId id)
{
    const auto slot = slotOf(static_cast<std::uint32_t>(id.value));
    if (!slot) {
        return;
    }
    const auto text = textOf(*slot);
    std::fill_n(m_text.begin() + static_cast<std::ptrdiff_t>(m_starts[*slot]), text.size(), '\n');
    m_ids[*slot] |= emptied;
    m_late.erase(static_cast<std::uint32_t>(id.value));
    ++m_empty;
}

std::optional<std::uint32_t> SearchIndex::slotOf(std::uint32_t id) const
{
    if (const auto late = m_late.find(id); late != m_late.end()) {
        return late->second;
    }
    const auto end = m_ids.begin() + m_ascending;
    const auto found =
        std::lower_bound(m_ids.begin(), end, id, [](std::uint32_t a, std::uint32_t b) { return (a & ~emptied) < b; });
    return found != end && *found == id ? std::optional(static_cast<std::uint32_t>(found - m_ids.begin()))
                                        : std::nullopt;
}

void SearchIndex::clear()
{
    *this = {};
}

bool SearchIndex::isWorn() const
{
    return m_empty > 10'000 && m_empty * 4 > m_ids.size();
}

std::string_view SearchIndex::textOf(std::uint32_t slot) const
{
    const std::size_t start = m_starts[slot];
    const std::size_t end = slot + 1 < m_starts.size() ? m_starts[slot + 1] : m_text.size();
    return std::string_view(m_text).substr(start, end - start);
}

std::string_view SearchIndex::nameOf(std::uint32_t slot) const
{
    const auto text = textOf(slot);
    return text.substr(0, text.find('\n'));
}

std::string_view SearchIndex::emailOf(std::uint32_t slot) const
{
    const auto rest = textOf(slot).substr(nameOf(slot).size() + 1);
    return rest.substr(0, rest.find('\n'));
}

std::vector<std::uint32_t> SearchIndex::find(const std::vector<std::string>& words) const
{
    std::vector<std::uint32_t> found;
    if (words.empty()) {
        found.reserve(m_ids.size() - m_empty);
        for (std::uint32_t slot = 0; slot < m_ids.size(); ++slot) {
            if (!isEmpty(slot)) {
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
        const auto position = static_cast<std::uint32_t>(start - begin);
        if (slot + 1 < m_starts.size() && m_starts[slot + 1] <= position) {
            std::size_t step = 1;
            while (slot + step < m_starts.size() && m_starts[slot + step] <= position) {
                step *= 2;
            }
            const auto from = m_starts.begin() + static_cast<std::ptrdiff_t>(slot + step / 2);
            const auto to = m_starts.begin() + static_cast<std::ptrdiff_t>(std::min(slot + step, m_starts.size()));
            slot = static_cast<std::uint32_t>(std::upper_bound(from, to, position) - m_starts.begin() - 1);
        }
        const auto text = textOf(slot);
        const bool hasAll = std::all_of(words.begin() + 1, words.end(), [&](const std::string& other) {
            return text.find(other) != std::string_view::npos;
        });
        if (hasAll && !isEmpty(slot)) {
            found.push_back(slot);
        }
        // One find a person is enough.
        at = std::max(at, text.data() + text.size() + rarest);
    }
    return found;
}

void SearchIndex::orderBy(const Order& order)
{
    if (order == m_order) {
        return;
    }
    for (std::uint32_t slot = 0; slot < m_ids.size(); ++slot) {
        m_keys[slot] = makeKey(slot, order);
    }
    m_order = order;
    m_order.figures.of = nullptr;
}

std::uint64_t SearchIndex::makeKey(std::uint32_t slot, const Order& order) const
{
    switch (order.sort) {
    case ProfileSort::Name: return firstEight(nameOf(slot));
    case ProfileSort::Email: return firstEight(emailOf(slot));
    case ProfileSort::Created: return asKey(m_createdAt[slot]);
    case ProfileSort::Figure: break;
    }
    return asKey(order.figures.of ? order.figures.of(id(slot)) : 0);
}

bool SearchIndex::isBeforeWithSameKey(std::uint32_t a, std::uint32_t b, ProfileSort sort) const
{
    int order = 0;
    if (sort == ProfileSort::Name) {
        order = nameOf(a).compare(nameOf(b));
    } else if (sort == ProfileSort::Email) {
        order = emailOf(a).compare(emailOf(b));
    }
    return order != 0 ? order < 0 : id(a) < id(b);
}

void SearchIndex::sort(std::vector<std::uint32_t>& slots) const
{
    std::vector<Entry> entries;
    entries.reserve(slots.size());
    for (const std::uint32_t slot : slots) {
        entries.push_back({m_keys[slot], slot});
    }
    sort(entries, m_order.sort, slots);
}

void SearchIndex::sortApart(std::vector<std::uint32_t>& slots, const Order& order) const
{
    std::vector<Entry> entries;
    entries.reserve(slots.size());
    for (const std::uint32_t slot : slots) {
        entries.push_back({makeKey(slot, order), slot});
    }
    sort(entries, order.sort, slots);
}

void SearchIndex::sort(std::vector<Entry>& entries, ProfileSort sort, std::vector<std::uint32_t>& slots) const
{
    std::sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
        return a.key != b.key ? a.key < b.key : isBeforeWithSameKey(a.slot, b.slot, sort);
    });
    std::transform(entries.begin(), entries.end(), slots.begin(), [](const Entry& each) { return each.slot; });
}

}  // namespace shopbell
