// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/derived_file.h"
#include "history/key_table.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace shopbell {

/// Key hash → log rows, for the whole history: what is not sealed in KeyTables, what is sealed in the derived file
/// behind a filter in memory. Engine thread; frozen tables and filters never change and are shared with who seals.
class KeyIndex {
public:
    void add(std::uint64_t hash, std::int64_t row) { m_fresh.add(hash, row); }
    /// For rows that were rolled back: none of them is frozen.
    void remove(std::uint64_t hash, std::int64_t row) { m_fresh.remove(hash, row); }

    /// In line with the file's generation: filters of runs that are new in it are taken from `ready` or made. To be
    /// called before findRows(), in the same reading transaction of the file.
    [[nodiscard]] Result<void> load(DerivedFile& file, std::span<const std::shared_ptr<const SealedKeys>> ready);
    [[nodiscard]] std::int64_t generation() const { return m_generation; }
    /// For sealing: keys of rows up to `through` will not change any more. All that are frozen, earlier ones too.
    [[nodiscard]] std::vector<std::shared_ptr<const KeyTable>> freeze(std::int64_t through);
    /// After sealing: keys of rows up to `through` are the file's now.
    void dropFresh(std::int64_t through);
    /// The file is begun anew; what is fresh or frozen stays.
    void forgetSealed();

    void prefetch(std::uint64_t hash) const;
    /// Appends the rows that may have this key: whoever asks looks at them. Corrupt when the derived file is damaged.
    [[nodiscard]] Result<void> findRows(DerivedFile& file, std::uint64_t hash, std::vector<std::int64_t>& rows) const;

private:
    KeyTable m_fresh;
    std::vector<std::shared_ptr<const KeyTable>> m_frozen;
    std::vector<std::shared_ptr<const SealedKeys>> m_sealed;
    std::int64_t m_generation = -1;
};

}  // namespace shopbell
