// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/key_index.h"

#include "history/run_io.h"

#include <algorithm>
#include <utility>

namespace shopbell {

namespace {

constexpr std::size_t bitsPerKey = 10;
constexpr std::size_t bitsPerLine = 512;

std::uint64_t mix(std::uint64_t prefix)
{
    std::uint64_t x = prefix * 0x9e3779b97f4a7c15u;
    x ^= x >> 32;
    x *= 0xd6e8feb86659fd93u;
    return x ^ (x >> 32);
}

/// Six bits of a line, one in each of six words: nine bits of the mixed key say which.
template <class Visit>
bool visitBits(std::uint64_t mixed, const Visit& visit)
{
    std::uint64_t bits = mixed * 0x9fb21c651e98df25u;
    for (std::size_t k = 0; k < 6; ++k) {
        bits = (bits << 9) | (bits >> 55);
        if (!visit((k + (bits >> 6)) & 7, std::uint64_t{1} << (bits & 63))) {
            return false;
        }
    }
    return true;
}

}  // namespace

KeyFilter::KeyFilter(std::size_t keys) : m_lines(keys * bitsPerKey / bitsPerLine + 1) {}

std::size_t KeyFilter::lineOf(std::uint64_t mixed) const
{
    return static_cast<std::size_t>(((mixed >> 32) * m_lines.size()) >> 32);
}

void KeyFilter::add(std::uint64_t prefix)
{
    const std::uint64_t mixed = mix(prefix);
    Line& line = m_lines[lineOf(mixed)];
    (void)visitBits(mixed, [&](std::size_t word, std::uint64_t bit) {
        line.words[word] |= bit;
        return true;
    });
}

bool KeyFilter::mayHold(std::uint64_t prefix) const
{
    const std::uint64_t mixed = mix(prefix);
    const Line& line = m_lines[lineOf(mixed)];
    return visitBits(mixed, [&](std::size_t word, std::uint64_t bit) { return (line.words[word] & bit) != 0; });
}

void KeyFilter::prefetch(std::uint64_t prefix) const
{
    __builtin_prefetch(&m_lines[lineOf(mix(prefix))]);
}

Result<void> KeyIndex::load(DerivedFile& file)
{
    if (!file.isUsable() || m_generation == file.generation()) {
        return {};
    }
    auto runs = file.listKeyRuns();
    if (!runs) {
        return fail(runs.error());
    }
    auto before = std::exchange(m_sealed, {});
    m_generation = -1;
    std::vector<Sealed> sealed;
    for (const KeyRun& run : *runs) {
        const auto known = std::ranges::find_if(before, [&](const Sealed& there) {
            return there.run.id == run.id && there.run.firstBlock == run.firstBlock && there.run.keys == run.keys;
        });
        if (known != before.end()) {
            sealed.push_back(std::move(*known));
            continue;
        }
        Sealed fresh{run, {}, KeyFilter(static_cast<std::size_t>(run.keys))};
        for (std::int64_t block = 0; block < run.blocks; ++block) {
            auto keys = file.loadKeys(run.firstBlock + block);
            if (!keys) {
                return fail(keys.error());
            }
            for (const StoredKey& key : *keys) {
                fresh.filter.add(key.prefix);
            }
            fresh.firstPrefixes.push_back(keys->empty() ? 0 : keys->front().prefix);
        }
        sealed.push_back(std::move(fresh));
    }
    m_sealed = std::move(sealed);
    m_generation = file.generation();
    return {};
}

void KeyIndex::dropFresh(std::int64_t through)
{
    KeyTable kept;
    m_fresh.forEach([&](std::uint64_t hash, std::int64_t row) {
        if (row > through) {
            kept.add(hash, row);
        }
    });
    m_fresh = std::move(kept);
}

std::vector<StoredKey> KeyIndex::listFresh(std::int64_t through) const
{
    std::vector<StoredKey> keys;
    keys.reserve(m_fresh.size());
    m_fresh.forEach([&](std::uint64_t hash, std::int64_t row) {
        if (row <= through) {
            keys.push_back({hash >> keyPrefixShift, row});
        }
    });
    return keys;
}

void KeyIndex::clear()
{
    *this = KeyIndex();
}

void KeyIndex::prefetch(std::uint64_t hash) const
{
    m_fresh.prefetch(hash);
    for (const Sealed& sealed : m_sealed) {
        sealed.filter.prefetch(hash >> keyPrefixShift);
    }
}

Result<void> KeyIndex::findRows(DerivedFile& file, std::uint64_t hash, std::vector<std::int64_t>& rows) const
{
    (void)m_fresh.findRow(hash, [&](std::int64_t row) {
        rows.push_back(row);
        return false;
    });
    const std::uint64_t prefix = hash >> keyPrefixShift;
    for (const Sealed& sealed : m_sealed) {
        if (!sealed.filter.mayHold(prefix)) {
            continue;
        }
        // A prefix may begin in the block before the first one that starts with it.
        const auto& firsts = sealed.firstPrefixes;
        auto block = static_cast<std::size_t>(std::ranges::lower_bound(firsts, prefix) - firsts.begin());
        block -= block > 0 ? 1 : 0;
        for (; block < firsts.size() && firsts[block] <= prefix; ++block) {
            auto found = file.findRows(sealed.run.firstBlock + static_cast<std::int64_t>(block), prefix, rows);
            if (!found) {
                return found;
            }
        }
    }
    return {};
}

}  // namespace shopbell
