// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/derived_file.h"
#include "history/key_table.h"

#include <cstdint>
#include <vector>

namespace shopbell {

/// "Perhaps" or "certainly not" for a set of keys: a Bloom filter in blocks of one cache line (Putze, Sanders, Singler
/// 2007), 10 bits a key, about one wrong "perhaps" in a hundred.
class KeyFilter {
public:
    explicit KeyFilter(std::size_t keys);
    void add(std::uint64_t prefix);
    [[nodiscard]] bool mayHold(std::uint64_t prefix) const;
    void prefetch(std::uint64_t prefix) const;

private:
    struct alignas(64) Line {
        std::uint64_t words[8] = {};
    };
    [[nodiscard]] std::size_t lineOf(std::uint64_t mixed) const;
    std::vector<Line> m_lines;
};

/// Key hash → log rows, for the whole history: what is not sealed in a KeyTable, what is sealed in the derived file
/// behind a filter in memory. Engine thread.
class KeyIndex {
public:
    void add(std::uint64_t hash, std::int64_t row) { m_fresh.add(hash, row); }
    void remove(std::uint64_t hash, std::int64_t row) { m_fresh.remove(hash, row); }

    /// Makes the filters of runs that are new in the file. To be called before findRows() after the file changed.
    [[nodiscard]] Result<void> load(DerivedFile& file);
    /// After sealing: keys of rows up to `through` are the file's now.
    void dropFresh(std::int64_t through);
    [[nodiscard]] std::vector<StoredKey> listFresh(std::int64_t through) const;
    void clear();

    void prefetch(std::uint64_t hash) const;
    /// Appends the rows that may have this key: whoever asks looks at them. Corrupt when the derived file is damaged.
    [[nodiscard]] Result<void> findRows(DerivedFile& file, std::uint64_t hash, std::vector<std::int64_t>& rows) const;

private:
    struct Sealed {
        KeyRun run;
        std::vector<std::uint64_t> firstPrefixes;  ///< of each block
        KeyFilter filter;
    };
    KeyTable m_fresh;
    std::vector<Sealed> m_sealed;
    std::int64_t m_generation = -1;
};

}  // namespace shopbell
