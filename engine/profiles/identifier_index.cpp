// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/identifier_index.h"

#include "base/random.h"

#include <bit>
#include <cstring>

namespace shopbell {
namespace {

struct SipState {
    std::uint64_t v0, v1, v2, v3;

    void round()
    {
        v0 += v1;
        v1 = std::rotl(v1, 13) ^ v0;
        v0 = std::rotl(v0, 32);
        v2 += v3;
        v3 = std::rotl(v3, 16) ^ v2;
        v0 += v3;
        v3 = std::rotl(v3, 21) ^ v0;
        v2 += v1;
        v1 = std::rotl(v1, 17) ^ v2;
        v2 = std::rotl(v2, 32);
    }
    void absorb(std::uint64_t word)
    {
        v3 ^= word;
        round();
        v0 ^= word;
    }
    std::uint64_t squeeze(std::uint64_t mark)
    {
        v2 ^= mark & 0xff;
        v1 ^= mark >> 8;
        round();
        round();
        round();
        return v0 ^ v1 ^ v2 ^ v3;
    }
};

}  // namespace

IdentifierIndex::IdentifierIndex()
{
    Random random = Random::fromSystem();
    m_seed[0] = random.next();
    m_seed[1] = random.next();
}

IdentifierIndex::Key IdentifierIndex::keyOf(IdentifierKind kind, ConnectionId scope, std::string_view value) const
{
    SipState state{m_seed[0] ^ 0x736f6d6570736575ull, m_seed[1] ^ 0x646f72616e646f6dull ^ 0xee,
                   m_seed[0] ^ 0x6c7967656e657261ull, m_seed[1] ^ 0x7465646279746573ull};
    state.absorb(static_cast<std::uint64_t>(kind) | static_cast<std::uint64_t>(scope.value) << 8);
    const char* at = value.data();
    std::size_t left = value.size();
    for (; left >= 8; left -= 8, at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, 8);
        state.absorb(word);
    }
    std::uint64_t tail = static_cast<std::uint64_t>(value.size()) << 56;
    for (std::size_t i = 0; i < left; ++i) {
        tail |= static_cast<std::uint64_t>(static_cast<unsigned char>(at[i])) << (8 * i);
    }
    state.absorb(tail);
    Key key;
    key.high = state.squeeze(0xee);
    key.low = static_cast<std::uint32_t>(state.squeeze(0xdd00));
    return key;
}

std::size_t IdentifierIndex::slotOf(const Key& key) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = key.high & mask;
    while (m_slots[slot].profile != 0 && (m_slots[slot].high != key.high || m_slots[slot].low != key.low)) {
        slot = (slot + 1) & mask;
    }
    return slot;
}

std::optional<ProfileId> IdentifierIndex::find(const Key& key) const
{
    if (m_slots.empty()) {
        return std::nullopt;
    }
    const Slot& slot = m_slots[slotOf(key)];
    return slot.profile == 0 ? std::nullopt : std::optional(ProfileId{slot.profile});
}

void IdentifierIndex::put(const Key& key, ProfileId profile)
{
    if ((m_used + 1) * 10 > m_slots.size() * 7) {
        grow(m_slots.empty() ? 1024 : m_slots.size() * 2);
    }
    Slot& slot = m_slots[slotOf(key)];
    m_used += slot.profile == 0 ? 1 : 0;
    slot = {key.high, key.low, static_cast<std::uint32_t>(profile.value)};
}

void IdentifierIndex::remove(const Key& key)
{
    if (m_slots.empty()) {
        return;
    }
    const std::size_t mask = m_slots.size() - 1;
    std::size_t hole = slotOf(key);
    if (m_slots[hole].profile == 0) {
        return;
    }
    m_slots[hole] = {};
    --m_used;
    // What stands behind the hole moves up where its own place would otherwise no longer be reached.
    for (std::size_t next = (hole + 1) & mask; m_slots[next].profile != 0; next = (next + 1) & mask) {
        const std::size_t home = m_slots[next].high & mask;
        if (((next - home) & mask) >= ((next - hole) & mask)) {
            m_slots[hole] = m_slots[next];
            m_slots[next] = {};
            hole = next;
        }
    }
}

void IdentifierIndex::clear()
{
    m_slots.clear();
    m_slots.shrink_to_fit();
    m_used = 0;
}

void IdentifierIndex::reserve(std::size_t count)
{
    const std::size_t wanted = std::bit_ceil(std::max<std::size_t>(1024, count * 10 / 7 + 1));
    if (wanted > m_slots.size()) {
        grow(wanted);
    }
}

void IdentifierIndex::grow(std::size_t slots)
{
    std::vector<Slot> old(slots);
    old.swap(m_slots);
    for (const Slot& slot : old) {
        if (slot.profile != 0) {
            m_slots[slotOf({slot.high, slot.low})] = slot;
        }
    }
}

}  // namespace shopbell
