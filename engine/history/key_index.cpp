// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/key_index.h"

#include "history/run_io.h"

#include <algorithm>
#include <utility>

namespace shopbell {

Result<void> KeyIndex::load(DerivedFile& file, std::span<const std::shared_ptr<const SealedKeys>> ready)
{
    if (!file.isUsable() || m_generation == file.generation()) {
        return {};
    }
    auto runs = file.listKeyRuns();
    if (!runs) {
        return fail(runs.error());
    }
    m_generation = -1;
    std::vector<std::shared_ptr<const SealedKeys>> sealed;
    for (const KeyRun& run : *runs) {
        const auto isThis = [&](const std::shared_ptr<const SealedKeys>& there) {
            return there->run.id == run.id && there->run.firstBlock == run.firstBlock && there->run.keys == run.keys;
        };
        if (const auto known = std::ranges::find_if(m_sealed, isThis); known != m_sealed.end()) {
            sealed.push_back(*known);
            continue;
        }
        if (const auto made = std::ranges::find_if(ready, isThis); made != ready.end()) {
            sealed.push_back(*made);
            continue;
        }
        auto fresh = std::make_shared<SealedKeys>(run);
        for (std::int64_t block = 0; block < run.blocks; ++block) {
            auto keys = file.loadKeys(run.firstBlock + block);
            if (!keys) {
                return fail(keys.error());
            }
            for (const StoredKey& key : *keys) {
                fresh->filter.add(key.prefix);
            }
            fresh->firstPrefixes.push_back(keys->empty() ? 0 : keys->front().prefix);
        }
        sealed.push_back(std::move(fresh));
    }
    m_sealed = std::move(sealed);
    m_generation = file.generation();
    return {};
}

std::vector<std::shared_ptr<const KeyTable>> KeyIndex::freeze(std::int64_t through)
{
    auto ended = std::make_shared<KeyTable>(std::exchange(m_fresh, {}));
    if (ended->lastRow() > through) {
        // What is not committed yet stays where it can be removed again.
        auto whole = std::make_shared<KeyTable>();
        ended->forEach(
            [&](std::uint64_t hash, std::int64_t row) { (row > through ? m_fresh : *whole).add(hash, row); });
        ended = std::move(whole);
    } else {
        // As many more are likely to come: growing step by step would hold up an append each time.
        m_fresh.reserve(ended->size());
    }
    if (ended->size() > 0) {
        m_frozen.push_back(std::move(ended));
    }
    return m_frozen;
}

void KeyIndex::dropFresh(std::int64_t through)
{
    std::erase_if(m_frozen, [&](const std::shared_ptr<const KeyTable>& table) { return table->lastRow() <= through; });
    if (m_fresh.size() == 0 || m_fresh.firstRow() > through) {
        return;
    }
    // Another process has sealed what is still taken for fresh here.
    KeyTable kept;
    m_fresh.forEach([&](std::uint64_t hash, std::int64_t row) {
        if (row > through) {
            kept.add(hash, row);
        }
    });
    m_fresh = std::move(kept);
}

void KeyIndex::forgetSealed()
{
    m_sealed.clear();
    m_generation = -1;
}

void KeyIndex::prefetch(std::uint64_t hash) const
{
    m_fresh.prefetch(hash);
    for (const auto& table : m_frozen) {
        table->prefetch(hash);
    }
    for (const auto& sealed : m_sealed) {
        sealed->filter.prefetch(hash >> keyPrefixShift);
    }
}

Result<void> KeyIndex::findRows(DerivedFile& file, std::uint64_t hash, std::vector<std::int64_t>& rows) const
{
    const auto keep = [&](std::int64_t row) {
        rows.push_back(row);
        return false;
    };
    (void)m_fresh.findRow(hash, keep);
    for (const auto& table : m_frozen) {
        (void)table->findRow(hash, keep);
    }
    const std::uint64_t prefix = hash >> keyPrefixShift;
    for (const auto& sealed : m_sealed) {
        if (!sealed->filter.mayHold(prefix)) {
            continue;
        }
        // A prefix may begin in the block before the first one that starts with it.
        const auto& firsts = sealed->firstPrefixes;
        auto block = static_cast<std::size_t>(std::ranges::lower_bound(firsts, prefix) - firsts.begin());
        block -= block > 0 ? 1 : 0;
        for (; block < firsts.size() && firsts[block] <= prefix; ++block) {
            auto found = file.findRows(sealed->run.firstBlock + static_cast<std::int64_t>(block), prefix, rows);
            if (!found) {
                return found;
            }
        }
    }
    return {};
}

}  // namespace shopbell
