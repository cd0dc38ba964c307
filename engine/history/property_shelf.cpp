// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/property_shelf.h"

#include "base/text.h"
#include "history/derived_file.h"
#include "history/event_block.h"
#include "history/run_io.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>
#include <thread>

namespace shopbell {

namespace {

constexpr std::string_view sqlProperties = "SELECT properties FROM event WHERE row = ?1";
constexpr std::string_view sqlLoad =
    "SELECT id, events, log_rows, codes, contents FROM property_column WHERE metric = ?1 AND path = ?2";
constexpr std::string_view sqlSave =
    "INSERT OR REPLACE INTO property_column(metric, path, id, events, log_rows, codes, contents) "
    "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)";

/// More new events than this are worth writing the stored column anew.
constexpr std::size_t worthSaving = 4096;
/// Below so many events to read, another connection and thread take longer than the work.
constexpr std::size_t worthTwoThreads = 20'000;

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

ContentDictionary::ContentDictionary()
{
    (void)codeOf(PropertyContent());
}

const PropertyContent& ContentDictionary::operator[](std::uint32_t code) const
{
    const auto chunk = static_cast<std::size_t>(std::bit_width(code + 1)) - 1;
    return m_chunks[chunk][code + 1 - (1u << chunk)];
}

std::uint32_t ContentDictionary::codeOf(const PropertyContent& content)
{
    m_key.clear();
    writeContent(content, m_key);
    const auto [found, isNew] = m_codes.try_emplace(m_key, m_size);
    if (isNew) {
        const std::uint32_t code = m_size++;
        const auto chunk = static_cast<std::size_t>(std::bit_width(code + 1)) - 1;
        if (m_chunks[chunk] == nullptr) {
            m_chunks[chunk] = std::make_unique<PropertyContent[]>(std::size_t{1} << chunk);
        }
        PropertyContent& entry = m_chunks[chunk][code + 1 - (1u << chunk)];
        entry = content;
        for (std::size_t i = 0; i < entry.atoms.size(); ++i) {
            entry.atoms[i].text = entry.texts[i];
        }
    }
    return found->second;
}

namespace {

/// The code of one event's property; 0 when it has none.
Result<std::uint32_t> readCode(std::int64_t row, ContentDictionary& dictionary, PropertyFinder& finder,
                               db::Connection& log, PropertyDecoder& decoder)
{
    std::uint32_t code = 0;
    std::optional<Error> failure;
    auto done = log.each(
        sqlProperties,
        [&](db::Statement& statement) {
            if (statement.isNull(0)) {
                return;
            }
            auto json = decoder.decode(log, statement.blob(0));
            if (!json) {
                failure = json.error();
                return;
            }
            code = dictionary.codeOf(finder.find(*json));
        },
        row);
    if (!done) {
        return fail(done.error());
    }
    return failure ? Result<std::uint32_t>(fail(*failure)) : Result<std::uint32_t>(code);
}

}  // namespace

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
    std::mutex mutex;
    std::shared_ptr<ContentDictionary> dictionary = std::make_shared<ContentDictionary>();
    std::shared_ptr<const ColumnSet> base;
    std::shared_ptr<const BaseCodes> codes;
    std::unordered_map<std::int64_t, std::uint32_t> tail;  ///< log row → code, of events not in `base`
    bool triedStored = false;
    std::size_t unsaved = 0;  ///< events read from the log since it was stored

    using Missing = std::pair<std::int64_t, std::uint32_t>;  ///< log row, rank
    Result<void> readMissing(std::vector<Missing>& missing, std::vector<std::uint32_t>& fresh, std::string_view path,
                             PropertyFinder& finder, db::Connection& log, PropertyDecoder& decoder);
    Result<std::uint32_t> read(std::int64_t row, PropertyFinder& finder, db::Connection& log, PropertyDecoder& decoder);
    Result<void> follow(const std::shared_ptr<const ColumnSet>& newBase, std::string_view path, PropertyFinder& finder,
                        db::Connection& log, PropertyDecoder& decoder);
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

Result<std::uint32_t> PropertyShelf::Entry::read(std::int64_t row, PropertyFinder& finder, db::Connection& log,
                                                 PropertyDecoder& decoder)
{
    auto code = readCode(row, *dictionary, finder, log, decoder);
    unsaved += code ? 1 : 0;
    return code;
}

/// The first time a property is asked for, every event is read: the later half by another thread, with a connection and
/// a dictionary of its own, whose codes are then those of ours.
Result<void> PropertyShelf::Entry::readMissing(std::vector<Missing>& missing, std::vector<std::uint32_t>& fresh,
                                               std::string_view path, PropertyFinder& finder, db::Connection& log,
                                               PropertyDecoder& decoder)
{
    // In the order they stand in the file.
    std::ranges::sort(missing);
    std::size_t half = missing.size();
    std::optional<db::Connection> second;
    if (missing.size() >= worthTwoThreads && !log.file().empty()) {
        if (auto opened = DerivedFile::connectReader(log.file())) {
            second.emplace(std::move(*opened));
            half = missing.size() / 2;
        }
    }
    ContentDictionary others;
    Result<void> othersDone;
    std::thread other;
    if (second) {
        other = std::thread([&] {
            PropertyFinder itsFinder(path);
            PropertyDecoder itsDecoder;
            for (std::size_t i = half; i < missing.size(); ++i) {
                auto code = readCode(missing[i].first, others, itsFinder, *second, itsDecoder);
                if (!code) {
                    othersDone = fail(code.error());
                    return;
                }
                fresh[missing[i].second] = *code;
            }
        });
    }
    Result<void> done;
    for (std::size_t i = 0; i < half && done; ++i) {
        auto code = readCode(missing[i].first, *dictionary, finder, log, decoder);
        if (code) {
            fresh[missing[i].second] = *code;
        } else {
            done = fail(code.error());
        }
    }
    if (other.joinable()) {
        other.join();
    }
    if (!done || !othersDone) {
        return done ? othersDone : done;
    }
    std::vector<std::uint32_t> ours(others.size());
    for (std::uint32_t code = 0; code < others.size(); ++code) {
        ours[code] = dictionary->codeOf(others[code]);
    }
    for (std::size_t i = half; i < missing.size(); ++i) {
        std::uint32_t& code = fresh[missing[i].second];
        code = ours[code];
    }
    unsaved += missing.size();
    return {};
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
Result<void> PropertyShelf::Entry::follow(const std::shared_ptr<const ColumnSet>& newBase, std::string_view path,
                                          PropertyFinder& finder, db::Connection& log, PropertyDecoder& decoder)
{
    const bool fromStored = base == nullptr && !storedRows.empty();
    const std::uint32_t oldSize = fromStored ? static_cast<std::uint32_t>(storedRows.size()) : base ? base->size() : 0;
    const auto oldRow = [&](std::uint32_t i) { return fromStored ? storedRows[i] : base->row(i); };
    const auto oldCode = [&](std::uint32_t i) { return fromStored ? storedCodes[i] : (*codes)[i]; };
    std::vector<std::uint32_t> fresh(newBase->size());
    std::vector<Missing> missing;
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
    if (auto found = readMissing(missing, fresh, path, finder, log, decoder); !found) {
        return found;
    }
    codes = std::make_shared<const BaseCodes>(fresh);
    base = newBase;
    std::erase_if(tail, [&](const auto& entry) { return entry.first <= newBase->through(); });
    std::vector<std::int64_t>().swap(storedRows);
    std::vector<std::uint32_t>().swap(storedCodes);
    return {};
}

Result<std::shared_ptr<const PropertyColumn>> PropertyShelf::column(const TailedColumns& columns, std::int64_t metric,
                                                                    std::string_view path, db::Connection& log,
                                                                    PropertyDecoder& decoder, db::Connection* derived)
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
    const std::scoped_lock lock(entry->mutex);
    PropertyFinder finder(path);
    if (!entry->triedStored && derived != nullptr) {
        entry->loadStored(metric, path, *derived, entry->storedRows, entry->storedCodes);
    }
    entry->triedStored = true;
    if (entry->base != columns.base()) {
        if (auto followed = entry->follow(columns.base(), path, finder, log, decoder); !followed) {
            return fail(followed.error());
        }
    }
    std::vector<std::uint32_t> tailCodes;
    tailCodes.reserve(columns.tail.size());
    for (const std::int64_t row : columns.tail.row) {
        auto known = entry->tail.find(row);
        if (known == entry->tail.end()) {
            auto code = entry->read(row, finder, log, decoder);
            if (!code) {
                return fail(code.error());
            }
            known = entry->tail.emplace(row, *code).first;
        }
        tailCodes.push_back(known->second);
    }
    return std::shared_ptr<const PropertyColumn>(
        std::make_shared<const Column>(entry->dictionary, entry->codes, std::move(tailCodes)));
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
        const std::scoped_lock lock(entry->mutex);
        if (entry->base == nullptr || entry->unsaved < std::min<std::size_t>(worthSaving, entry->base->size())) {
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
