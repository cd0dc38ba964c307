// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/property_shelf.h"

#include "base/text.h"
#include "history/content_dictionary.h"
#include "history/event_block.h"
#include "history/property_reading.h"
#include "history/run_io.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <unordered_map>

namespace shopbell {

namespace {

constexpr std::string_view sqlLoad =
    "SELECT id, events, log_rows, codes, contents FROM property_column WHERE metric = ?1 AND path = ?2";
constexpr std::string_view sqlSave =
    "INSERT OR REPLACE INTO property_column(metric, path, id, events, log_rows, codes, contents) "
    "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)";

/// More new events than this are worth writing the stored column anew.
constexpr std::size_t worthSaving = 4096;
/// Whoever waits for what another is reading looks so often whether it has been given up.
constexpr std::chrono::milliseconds lookEvery{20};

std::int64_t idOf(std::int64_t metric, std::string_view path)
{
    return static_cast<std::int64_t>(stableHash(path, static_cast<std::uint64_t>(metric)) >> 16);
}

}  // namespace

const std::string_view PropertyShelf::schema = R"(
CREATE TABLE property_column(
  metric INTEGER NOT NULL, path TEXT NOT NULL, id INTEGER NOT NULL, events INTEGER NOT NULL, log_rows BLOB NOT NULL,
  codes BLOB NOT NULL, contents BLOB NOT NULL, PRIMARY KEY(metric, path)) WITHOUT ROWID;
)";
const std::string_view PropertyShelf::sqlForget = "DELETE FROM property_column";

struct PropertyShelf::BaseCodes {
    std::vector<std::uint8_t> codes8;
    std::vector<std::uint16_t> codes16;
    std::vector<std::uint32_t> codes32;

    /// As narrow as the largest code allows.
    explicit BaseCodes(const std::vector<std::uint32_t>& codes)
    {
        const std::uint32_t largest = codes.empty() ? 0 : *std::ranges::max_element(codes);
        if (largest <= std::numeric_limits<std::uint8_t>::max()) {
            codes8.reserve(codes.size());
            for (const std::uint32_t code : codes) {
                codes8.push_back(static_cast<std::uint8_t>(code));
            }
        } else if (largest <= std::numeric_limits<std::uint16_t>::max()) {
            codes16.reserve(codes.size());
            for (const std::uint32_t code : codes) {
                codes16.push_back(static_cast<std::uint16_t>(code));
            }
        } else {
            codes32 = codes;
        }
    }
    [[nodiscard]] std::uint32_t operator[](std::uint32_t rank) const
    {
        return !codes8.empty() ? codes8[rank] : !codes16.empty() ? codes16[rank] : codes32[rank];
    }
};

struct PropertyShelf::Entry {
    std::timed_mutex mutex;
    std::shared_ptr<ContentDictionary> dictionary = std::make_shared<ContentDictionary>();
    std::shared_ptr<const ColumnSet> base;
    std::shared_ptr<const BaseCodes> codes;
    std::unordered_map<std::int64_t, std::uint32_t> tail;  ///< log row → code, of events not in `base`
    bool triedStored = false;
    std::size_t unsaved = 0;  ///< events read from the log since it was stored

    std::shared_ptr<const Column> given;  ///< what column() gave last, for `base` and the tail of these rows
    std::vector<std::int64_t> givenRows;
    std::vector<std::int64_t> begunRows;  ///< of a reading that was left half done: log rows, ascending
    std::vector<std::uint32_t> begunCodes;

    [[nodiscard]] std::shared_ptr<const Column> findGiven(const TailedColumns& columns) const
    {
        return given != nullptr && base == columns.base() && std::ranges::equal(givenRows, columns.tail.row) ? given
                                                                                                             : nullptr;
    }
    struct Log {
        std::string_view path;
        db::Connection& connection;
        PropertyDecoder& decoder;
        const ReadingWatch& watch;
    };
    Result<void> follow(const std::shared_ptr<const ColumnSet>& newBase, const Log& log);
    Result<void> readMissing(std::vector<std::int64_t> rows, std::vector<std::uint32_t>& found, const Log& log);
    Result<std::vector<std::uint32_t>> codesOfTail(std::span<const std::int64_t> rows, const Log& log);
    void loadStored(std::int64_t metric, std::string_view path, db::Connection& derived,
                    std::vector<std::int64_t>& rows, std::vector<std::uint32_t>& stored);
    std::vector<std::int64_t> storedRows;  ///< what the derived file had, until the first base follows it
    std::vector<std::uint32_t> storedCodes;
};

class PropertyShelf::Column final : public PropertyColumn {
public:
    Column(std::shared_ptr<const ContentDictionary> dictionary, std::shared_ptr<const BaseCodes> codes,
           std::vector<std::uint32_t> tailCodes)
        : m_dictionary(std::move(dictionary)), m_base(std::move(codes)), m_tail(std::move(tailCodes))
    {
        m_codeCount = m_dictionary->size();
        m_codes8 = m_base->codes8;
        m_codes16 = m_base->codes16;
        m_codes32 = m_base->codes32;
        m_tailCodes = m_tail;
    }
    [[nodiscard]] std::span<const PropertyAtom> atoms(std::uint32_t code) const override
    {
        return (*m_dictionary)[code].atoms;
    }
    [[nodiscard]] bool isList(std::uint32_t code) const override { return (*m_dictionary)[code].isList; }
    [[nodiscard]] std::span<const std::uint32_t> counts() const override
    {
        std::call_once(m_countsOnce, [this] {
            m_counts.resize(m_codeCount);
            visit([this](auto codes) {
                for (const auto code : codes) {
                    ++m_counts[code];
                }
            });
            for (const std::uint32_t code : m_tail) {
                ++m_counts[code];
            }
        });
        return m_counts;
    }

private:
    std::shared_ptr<const ContentDictionary> m_dictionary;
    std::shared_ptr<const BaseCodes> m_base;
    std::vector<std::uint32_t> m_tail;
    mutable std::once_flag m_countsOnce;
    mutable std::vector<std::uint32_t> m_counts;
};

/// Codes of these rows, which ascend.
Result<void> PropertyShelf::Entry::readMissing(std::vector<std::int64_t> rows, std::vector<std::uint32_t>& found,
                                               const Log& log)
{
    found.assign(rows.size(), notRead);
    for (std::size_t i = 0, begun = 0; i < rows.size() && begun < begunRows.size();) {
        if (begunRows[begun] == rows[i]) {
            found[i++] = begunCodes[begun++];
        } else {
            begunRows[begun] < rows[i] ? ++begun : ++i;
        }
    }
    auto read = readProperty(log.path, rows, found, *dictionary, log.connection, log.decoder, log.watch);
    if (!read) {
        begunRows = std::move(rows);
        begunCodes = std::move(found);
        return read;
    }
    unsaved += rows.size();
    std::vector<std::int64_t>().swap(begunRows);
    std::vector<std::uint32_t>().swap(begunCodes);
    return {};
}

Result<std::vector<std::uint32_t>> PropertyShelf::Entry::codesOfTail(std::span<const std::int64_t> rows, const Log& log)
{
    std::vector<std::int64_t> unknown;
    std::ranges::copy_if(rows, std::back_inserter(unknown), [&](std::int64_t row) { return !tail.contains(row); });
    std::ranges::sort(unknown);
    std::vector<std::uint32_t> found(unknown.size(), notRead);
    if (auto read = readProperty(log.path, unknown, found, *dictionary, log.connection, log.decoder, log.watch);
        !read) {
        return fail(read.error());
    }
    unsaved += unknown.size();
    for (std::size_t i = 0; i < unknown.size(); ++i) {
        tail.emplace(unknown[i], found[i]);
    }
    found.clear();
    for (const std::int64_t row : rows) {
        found.push_back(tail.find(row)->second);
    }
    return found;
}

/// What the derived file has of this property: log rows and their codes, in the order they were saved in.
void PropertyShelf::Entry::loadStored(std::int64_t metric, std::string_view path, db::Connection& derived,
                                      std::vector<std::int64_t>& rows, std::vector<std::uint32_t>& stored)
{
    // Damage here is no matter: the column is then made from the log.
    (void)derived.each(
        sqlLoad,
        [&](db::Statement& row) {
            const std::int64_t id = row.integer(0);
            const std::int64_t events = row.integer(1);
            std::vector<std::int64_t> codeNumbers;
            std::string_view contents = row.blob(4);
            if (id != idOf(metric, path) || events < 0 ||
                !unpackNumbers(id, 'r', row.blob(2), static_cast<std::size_t>(events), rows) ||
                !unpackNumbers(id, 'c', row.blob(3), static_cast<std::size_t>(events), codeNumbers) ||
                !openBytes(id, 'd', contents)) {
                rows.clear();
                return;
            }
            auto loaded = std::make_shared<ContentDictionary>();
            PropertyContent content;
            while (!contents.empty()) {
                if (!readContent(contents, content)) {
                    rows.clear();
                    return;
                }
                (void)loaded->codeOf(content);
            }
            for (const std::int64_t code : codeNumbers) {
                if (code < 0 || code >= std::int64_t{loaded->size()}) {
                    rows.clear();
                    stored.clear();
                    return;
                }
                stored.push_back(static_cast<std::uint32_t>(code));
            }
            dictionary = std::move(loaded);
        },
        metric, path);
}

/// Codes for another base: most events of the old one (or of what was stored) come again in the same order.
Result<void> PropertyShelf::Entry::follow(const std::shared_ptr<const ColumnSet>& newBase, const Log& log)
{
    const bool fromStored = base == nullptr && !storedRows.empty();
    const std::uint32_t oldSize = fromStored ? static_cast<std::uint32_t>(storedRows.size()) : base ? base->size() : 0;
    const auto oldRow = [&](std::uint32_t i) { return fromStored ? storedRows[i] : base->row(i); };
    const auto oldCode = [&](std::uint32_t i) { return fromStored ? storedCodes[i] : (*codes)[i]; };
    std::vector<std::uint32_t> fresh(newBase->size());
    std::vector<std::pair<std::int64_t, std::uint32_t>> missing;  // log row, rank
    std::uint32_t old = 0;
    constexpr std::uint32_t lookAhead = 64;  // as many as may have been taken out in one place
    for (std::uint32_t rank = 0; rank < newBase->size(); ++rank) {
        const std::int64_t row = newBase->row(rank);
        std::uint32_t candidate = old;
        while (candidate < oldSize && candidate - old < lookAhead && oldRow(candidate) != row) {
            ++candidate;
        }
        if (candidate < oldSize && candidate - old < lookAhead) {
            fresh[rank] = oldCode(candidate);
            old = candidate + 1;
        } else if (const auto known = tail.find(row); known != tail.end()) {
            fresh[rank] = known->second;
        } else {
            missing.emplace_back(row, rank);
        }
    }
    // In the order they stand in the file.
    std::ranges::sort(missing);
    std::vector<std::int64_t> rows;
    rows.reserve(missing.size());
    for (const auto& [row, rank] : missing) {
        rows.push_back(row);
    }
    std::vector<std::uint32_t> found;
    if (auto read = readMissing(std::move(rows), found, log); !read) {
        return read;
    }
    for (std::size_t i = 0; i < missing.size(); ++i) {
        fresh[missing[i].second] = found[i];
    }
    codes = std::make_shared<const BaseCodes>(fresh);
    base = newBase;
    std::erase_if(tail, [&](const auto& entry) { return entry.first <= newBase->through(); });
    std::vector<std::int64_t>().swap(storedRows);
    std::vector<std::uint32_t>().swap(storedCodes);
    return {};
}

std::shared_ptr<const PropertyColumn> PropertyShelf::find(const TailedColumns& columns, std::int64_t metric,
                                                          std::string_view path)
{
    std::shared_ptr<Entry> entry;
    {
        const std::scoped_lock lock(m_mutex);
        const auto known = m_entries.find({metric, std::string(path)});
        if (known == m_entries.end()) {
            return nullptr;
        }
        entry = known->second;
    }
    const std::unique_lock lock(entry->mutex, std::try_to_lock);
    return lock ? entry->findGiven(columns) : nullptr;
}

Result<std::shared_ptr<const PropertyColumn>> PropertyShelf::column(const TailedColumns& columns, std::int64_t metric,
                                                                    std::string_view path, db::Connection& log,
                                                                    PropertyDecoder& decoder, db::Connection* derived,
                                                                    const ReadingWatch& watch)
{
    std::shared_ptr<Entry> entry;
    {
        const std::scoped_lock lock(m_mutex);
        auto& known = m_entries[{metric, std::string(path)}];
        if (known == nullptr) {
            known = std::make_shared<Entry>();
        }
        entry = known;
    }
    std::unique_lock lock(entry->mutex, std::defer_lock);
    while (!lock.try_lock_for(lookEvery)) {
        if (watch.cancel.isCancelled()) {
            return fail(ErrorKind::Cancelled, "The question was given up.");
        }
    }
    if (auto given = entry->findGiven(columns)) {
        return std::shared_ptr<const PropertyColumn>(std::move(given));
    }
    if (!entry->triedStored && derived != nullptr) {
        entry->loadStored(metric, path, *derived, entry->storedRows, entry->storedCodes);
    }
    entry->triedStored = true;
    const Entry::Log reading{path, log, decoder, watch};
    if (entry->base != columns.base()) {
        entry->given = nullptr;
        if (auto followed = entry->follow(columns.base(), reading); !followed) {
            return fail(followed.error());
        }
    }
    auto tailCodes = entry->codesOfTail(columns.tail.row, reading);
    if (!tailCodes) {
        return fail(tailCodes.error());
    }
    entry->given = std::make_shared<const Column>(entry->dictionary, entry->codes, std::move(*tailCodes));
    entry->givenRows.assign(columns.tail.row.begin(), columns.tail.row.end());
    return std::shared_ptr<const PropertyColumn>(entry->given);
}

void PropertyShelf::forget()
{
    const std::scoped_lock lock(m_mutex);
    m_entries.clear();
}

Result<void> PropertyShelf::save(db::Connection& derived)
{
    std::vector<std::pair<Key, std::shared_ptr<Entry>>> entries;
    {
        const std::scoped_lock lock(m_mutex);
        entries.assign(m_entries.begin(), m_entries.end());
    }
    for (const auto& [key, entry] : entries) {
        // One that is being read is saved another time.
        const std::unique_lock lock(entry->mutex, std::try_to_lock);
        if (!lock || entry->base == nullptr ||
            entry->unsaved < std::min<std::size_t>(worthSaving, entry->base->size())) {
            continue;
        }
        const std::int64_t id = idOf(key.first, key.second);
        PackedColumn rows;
        PackedColumn codes;
        for (std::uint32_t rank = 0; rank < entry->base->size(); ++rank) {
            rows.add(entry->base->row(rank));
            codes.add((*entry->codes)[rank]);
        }
        rows.finish();
        codes.finish();
        std::string rowBytes;
        std::string codeBytes;
        std::string contents;
        rows.store(rowBytes);
        codes.store(codeBytes);
        for (std::uint32_t code = 0; code < entry->dictionary->size(); ++code) {
            writeContent((*entry->dictionary)[code], contents);
        }
        const std::string sealed[] = {sealBytes(id, 'r', rowBytes), sealBytes(id, 'c', codeBytes),
                                      sealBytes(id, 'd', contents)};
        auto statement = derived.cached(sqlSave);
        if (!statement) {
            return fail(statement.error());
        }
        (*statement)->bind(1, key.first);
        (*statement)->bind(2, key.second);
        (*statement)->bind(3, id);
        (*statement)->bind(4, static_cast<std::int64_t>(entry->base->size()));
        (*statement)->bindBlob(5, sealed[0]);
        (*statement)->bindBlob(6, sealed[1]);
        (*statement)->bindBlob(7, sealed[2]);
        if (auto saved = (*statement)->run(); !saved) {
            return saved;
        }
        entry->unsaved = 0;
    }
    return {};
}

}  // namespace shopbell
