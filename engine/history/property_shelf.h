// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "db/connection.h"
#include "history/column_set.h"
#include "history/property_codec.h"
#include "history/property_column.h"
#include "history/property_path.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace shopbell {

/// Distinct contents of one property, numbered as they are met; 0 is "unset". Entries never move, so a reader that
/// knows of the first n may look at them while further ones are added (by one thread at a time).
class ContentDictionary {
public:
    ContentDictionary();
    [[nodiscard]] std::uint32_t codeOf(const PropertyContent& content);
    [[nodiscard]] std::uint32_t size() const { return m_size; }
    [[nodiscard]] const PropertyContent& operator[](std::uint32_t code) const;

private:
    /// Chunk k holds the entries from 2^k - 1 on, 2^k of them.
    static constexpr std::size_t chunkCount = 32;
    std::unique_ptr<PropertyContent[]> m_chunks[chunkCount];
    std::uint32_t m_size = 0;
    std::unordered_map<std::string, std::uint32_t> m_codes;
    std::string m_key;
};

/// The property columns that were asked for, and how they follow their metric's columns. Any thread.
class PropertyShelf {
public:
    /// The column parallel to `columns`. `log` is a reader's connection; `derived` one of the derived file, or null.
    [[nodiscard]] Result<std::shared_ptr<const PropertyColumn>> column(const TailedColumns& columns,
                                                                       std::int64_t metric, std::string_view path,
                                                                       db::Connection& log, PropertyDecoder& decoder,
                                                                       db::Connection* derived);
    /// Everything is dropped: somebody was erased.
    void forget();
    /// Writes what the derived file does not have yet. Engine thread.
    [[nodiscard]] Result<void> save(db::Connection& derived);

    static const std::string_view schema;
    static const std::string_view sqlForget;

private:
    /// Codes of a base, by rank.
    struct BaseCodes;
    struct Entry;
    class Column;
    using Key = std::pair<std::int64_t, std::string>;

    std::mutex m_mutex;
    std::map<Key, std::shared_ptr<Entry>> m_entries;
};

}  // namespace shopbell
