// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "db/connection.h"
#include "history/column_set.h"
#include "history/history_view.h"
#include "history/property_codec.h"
#include "history/property_column.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace shopbell {

/// The property columns that were asked for, and how they follow their metric's columns. Any thread.
class PropertyShelf {
public:
    /// The column parallel to `columns` when column() gave it last; null: it is to be asked for.
    [[nodiscard]] std::shared_ptr<const PropertyColumn> find(const TailedColumns& columns, std::int64_t metric,
                                                             std::string_view path);
    /// The column parallel to `columns`. `log` is a reader's connection; `derived` one of the derived file, or null.
    [[nodiscard]] Result<std::shared_ptr<const PropertyColumn>>
    column(const TailedColumns& columns, std::int64_t metric, std::string_view path, db::Connection& log,
           PropertyDecoder& decoder, db::Connection* derived, const ReadingWatch& watch);
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
