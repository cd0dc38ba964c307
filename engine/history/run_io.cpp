// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/run_io.h"

#include <cstring>
#include <string>

namespace shopbell {

namespace {

constexpr std::string_view sqlEventRuns =
    "SELECT id, metric, first_block, blocks, events, first_at, last_at FROM event_run ORDER BY id";
constexpr std::string_view sqlAddEventRun =
    "INSERT INTO event_run(metric, first_block, blocks, events, first_at, last_at) VALUES(?1, ?2, ?3, ?4, ?5, ?6)";
constexpr std::string_view sqlDropEventRun = "DELETE FROM event_run WHERE id = ?1";
constexpr std::string_view sqlNextEventBlock = "SELECT coalesce(max(id), 0) + 1 FROM event_block";
constexpr std::string_view sqlAddEventBlock =
    "INSERT INTO event_block(id, events, at, profile, value, log_row) VALUES(?1, ?2, ?3, ?4, ?5, ?6)";
constexpr std::string_view sqlEventBlock = "SELECT events, at, profile, value, log_row FROM event_block WHERE id = ?1";
constexpr std::string_view sqlDropEventBlocks = "DELETE FROM event_block WHERE id >= ?1 AND id < ?2";
constexpr std::string_view sqlKeyRuns = "SELECT id, first_block, blocks, keys FROM key_run ORDER BY id";
constexpr std::string_view sqlAddKeyRun = "INSERT INTO key_run(first_block, blocks, keys) VALUES(?1, ?2, ?3)";
constexpr std::string_view sqlDropKeyRun = "DELETE FROM key_run WHERE id = ?1";
constexpr std::string_view sqlNextKeyBlock = "SELECT coalesce(max(id), 0) + 1 FROM key_block";
constexpr std::string_view sqlAddKeyBlock = "INSERT INTO key_block(id, bytes) VALUES(?1, ?2)";
constexpr std::string_view sqlKeyBlock = "SELECT bytes FROM key_block WHERE id = ?1";
constexpr std::string_view sqlDropKeyBlocks = "DELETE FROM key_block WHERE id >= ?1 AND id < ?2";

std::uint64_t digestOf(std::initializer_list<std::int64_t> numbers)
{
    return checksum({reinterpret_cast<const char*>(numbers.begin()), numbers.size() * sizeof(std::int64_t)}, 7);
}

}  // namespace

tl::unexpected<Error> derivedDamaged(std::string detail)
{
    return fail(ErrorKind::Corrupt, "The derived file is damaged; it is being made anew.", std::move(detail));
}

namespace runTables {

const std::string_view schema = R"(
CREATE TABLE event_run(
  id INTEGER PRIMARY KEY AUTOINCREMENT, metric INTEGER NOT NULL, first_block INTEGER NOT NULL, blocks INTEGER NOT NULL,
  events INTEGER NOT NULL, first_at INTEGER NOT NULL, last_at INTEGER NOT NULL);
CREATE TABLE event_block(
  id INTEGER PRIMARY KEY, events INTEGER NOT NULL, at BLOB NOT NULL, profile BLOB NOT NULL, value BLOB NOT NULL,
  log_row BLOB NOT NULL);
CREATE TABLE voided_event(
  row INTEGER PRIMARY KEY, by_row INTEGER NOT NULL, metric INTEGER NOT NULL, profile INTEGER NOT NULL, at INTEGER NOT NULL);
CREATE TABLE key_run(
  id INTEGER PRIMARY KEY AUTOINCREMENT, first_block INTEGER NOT NULL, blocks INTEGER NOT NULL, keys INTEGER NOT NULL);
CREATE TABLE key_block(id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
CREATE TABLE log_anchor(row INTEGER PRIMARY KEY, digest INTEGER NOT NULL);
CREATE TABLE history_about(
  one INTEGER PRIMARY KEY CHECK(one = 1), layout INTEGER NOT NULL, token TEXT NOT NULL, generation INTEGER NOT NULL,
  through INTEGER NOT NULL, profile_end INTEGER NOT NULL, run_digest INTEGER NOT NULL, voided_digest INTEGER NOT NULL,
  key_digest INTEGER NOT NULL, digest INTEGER NOT NULL);
)";

std::uint64_t digestOf(const EventRun& run)
{
    return shopbell::digestOf({run.id, run.metric, run.firstBlock, run.blocks, run.events, run.firstAt, run.lastAt});
}

std::uint64_t digestOf(const KeyRun& run)
{
    return shopbell::digestOf({run.id, run.firstBlock, run.blocks, run.keys});
}

std::uint64_t digestOf(std::int64_t metric, const VoidedEvent& voided)
{
    return shopbell::digestOf({metric, voided.row, voided.by, voided.at, voided.profile});
}

Result<std::vector<EventRun>> listEventRuns(db::Connection& connection)
{
    std::vector<EventRun> runs;
    auto read = connection.each(sqlEventRuns, [&](db::Statement& row) {
        runs.push_back({row.integer(0), row.integer(1), row.integer(2), row.integer(3), row.integer(4), row.integer(5),
                        row.integer(6)});
    });
    if (!read) {
        return fail(read.error());
    }
    return runs;
}

Result<std::vector<KeyRun>> listAllKeyRuns(db::Connection& connection)
{
    std::vector<KeyRun> runs;
    auto read = connection.each(sqlKeyRuns, [&](db::Statement& row) {
        runs.push_back({row.integer(0), row.integer(1), row.integer(2), row.integer(3)});
    });
    if (!read) {
        return fail(read.error());
    }
    return runs;
}

Result<void> dropRun(db::Connection& connection, const EventRun& run)
{
    if (auto dropped = connection.run(sqlDropEventBlocks, run.firstBlock, run.firstBlock + run.blocks); !dropped) {
        return dropped;
    }
    return connection.run(sqlDropEventRun, run.id);
}

Result<void> dropRun(db::Connection& connection, const KeyRun& run)
{
    if (auto dropped = connection.run(sqlDropKeyBlocks, run.firstBlock, run.firstBlock + run.blocks); !dropped) {
        return dropped;
    }
    return connection.run(sqlDropKeyRun, run.id);
}

namespace {

/// function(prefix, place, rows) for each key of a block in order, until it returns false.
template <class Function>
Result<void> visitKeyBlock(db::Connection& connection, std::int64_t block, const Function& function)
{
    bool whole = false;
    auto read = connection.each(
        sqlKeyBlock,
        [&](db::Statement& row) {
            std::string_view bytes = row.blob(0);
            std::uint64_t prefix = 0;
            if (!openBytes(block, 'k', bytes) || bytes.size() < sizeof(prefix)) {
                return;
            }
            std::memcpy(&prefix, bytes.data(), sizeof(prefix));
            bytes.remove_prefix(sizeof(prefix));
            const PackedBytes distances(bytes);
            const PackedBytes rows(bytes);
            if (!distances.isSound() || !rows.isSound() || distances.size() != rows.size()) {
                return;
            }
            whole = true;
            for (std::uint32_t i = 0; i < rows.size(); ++i) {
                prefix += static_cast<std::uint64_t>(distances[i]);
                if (!function(prefix, i, rows)) {
                    break;
                }
            }
        },
        block);
    if (!read) {
        return fail(read.error());
    }
    return whole ? Result<void>() : derivedDamaged("key block " + std::to_string(block));
}

}  // namespace

Result<std::vector<StoredKey>> loadKeyBlock(db::Connection& connection, std::int64_t block)
{
    std::vector<StoredKey> keys;
    keys.reserve(keysPerBlock);
    auto read = visitKeyBlock(connection, block, [&](std::uint64_t prefix, std::uint32_t i, const PackedBytes& rows) {
        keys.push_back({prefix, rows[i]});
        return true;
    });
    if (!read) {
        return fail(read.error());
    }
    return keys;
}

Result<void> findInKeyBlock(db::Connection& connection, std::int64_t block, std::uint64_t wanted,
                            std::vector<std::int64_t>& found)
{
    return visitKeyBlock(connection, block, [&](std::uint64_t prefix, std::uint32_t i, const PackedBytes& rows) {
        if (prefix == wanted) {
            found.push_back(rows[i]);
        }
        return prefix <= wanted;
    });
}

}  // namespace runTables

Result<void> EventRunWriter::flush()
{
    if (m_open.empty()) {
        return {};
    }
    if (m_run.blocks == 0) {
        auto next = m_connection->findInteger(sqlNextEventBlock);
        if (!next) {
            return fail(next.error());
        }
        m_run.firstBlock = next->value_or(1);
        m_run.firstAt = m_open.front().at;
    }
    const std::int64_t id = m_run.firstBlock + m_run.blocks;
    const EventBlockBytes bytes = packEvents(id, m_open);
    auto statement = m_connection->cached(sqlAddEventBlock);
    if (!statement) {
        return fail(statement.error());
    }
    (*statement)->bind(1, id);
    (*statement)->bind(2, static_cast<std::int64_t>(m_open.size()));
    (*statement)->bindBlob(3, bytes.at);
    (*statement)->bindBlob(4, bytes.profile);
    (*statement)->bindBlob(5, bytes.value);
    (*statement)->bindBlob(6, bytes.row);
    if (auto added = (*statement)->run(); !added) {
        return added;
    }
    ++m_run.blocks;
    m_run.events += static_cast<std::int64_t>(m_open.size());
    m_run.lastAt = m_open.back().at;
    m_open.clear();
    return {};
}

Result<EventRun> EventRunWriter::finish()
{
    if (auto flushed = flush(); !flushed) {
        return fail(flushed.error());
    }
    if (m_run.events > 0) {
        auto added = m_connection->run(sqlAddEventRun, m_run.metric, m_run.firstBlock, m_run.blocks, m_run.events,
                                       m_run.firstAt, m_run.lastAt);
        if (!added) {
            return fail(added.error());
        }
        m_run.id = m_connection->lastInsertRow();
    }
    return m_run;
}

Result<bool> EventRunReader::loadBlock()
{
    m_open.clear();
    m_place = 0;
    if (m_block == m_run.blocks) {
        if (m_seen != m_run.events) {
            return derivedDamaged("run " + std::to_string(m_run.id) + " is short");
        }
        return false;
    }
    const std::int64_t id = m_run.firstBlock + m_block++;
    bool whole = false;
    auto read = m_connection->each(
        sqlEventBlock,
        [&](db::Statement& row) {
            const std::int64_t events = row.integer(0);
            if (events <= 0 || events > static_cast<std::int64_t>(eventsPerBlock)) {
                return;
            }
            const auto count = static_cast<std::size_t>(events);
            m_open.resize(count);
            const auto column = [&](char name, std::string_view bytes, const auto& put) {
                const bool sound = name == 'v' ? unpackValues(id, bytes, count, m_numbers)
                                               : unpackNumbers(id, name, bytes, count, m_numbers);
                for (std::size_t i = 0; sound && i < count; ++i) {
                    put(m_open[i], m_numbers[i]);
                }
                return sound;
            };
            whole = column('a', row.blob(1), [](LoggedEvent& event, std::int64_t n) { event.at = n; }) &&
                    column('p', row.blob(2),
                           [](LoggedEvent& event, std::int64_t n) { event.profile = static_cast<ProfileNumber>(n); }) &&
                    column('v', row.blob(3), [](LoggedEvent& event, std::int64_t n) { event.value = n; }) &&
                    column('r', row.blob(4), [](LoggedEvent& event, std::int64_t n) { event.row = n; });
        },
        id);
    if (!read) {
        return fail(read.error());
    }
    if (!whole) {
        return derivedDamaged("event block " + std::to_string(id));
    }
    m_seen += static_cast<std::int64_t>(m_open.size());
    return true;
}

Result<void> KeyRunWriter::flush()
{
    if (m_open.empty()) {
        return {};
    }
    KeyRun& run = m_keys->run;
    if (run.blocks == 0) {
        auto next = m_connection->findInteger(sqlNextKeyBlock);
        if (!next) {
            return fail(next.error());
        }
        run.firstBlock = next->value_or(1);
    }
    const std::int64_t id = run.firstBlock + run.blocks;
    PackedColumn distances;
    PackedColumn rows;
    std::uint64_t prefix = m_open.front().prefix;
    std::string bytes(sizeof(prefix), '\0');
    std::memcpy(bytes.data(), &prefix, sizeof(prefix));
    m_keys->firstPrefixes.push_back(prefix);
    for (const StoredKey& key : m_open) {
        m_keys->filter.add(key.prefix);
        distances.add(static_cast<std::int64_t>(key.prefix - prefix));
        rows.add(key.row);
        prefix = key.prefix;
    }
    distances.finish();
    rows.finish();
    distances.store(bytes);
    rows.store(bytes);
    const std::string sealed = sealBytes(id, 'k', bytes);
    auto statement = m_connection->cached(sqlAddKeyBlock);
    if (!statement) {
        return fail(statement.error());
    }
    (*statement)->bind(1, id);
    (*statement)->bindBlob(2, sealed);
    if (auto added = (*statement)->run(); !added) {
        return added;
    }
    ++run.blocks;
    run.keys += static_cast<std::int64_t>(m_open.size());
    m_open.clear();
    return {};
}

Result<std::shared_ptr<const SealedKeys>> KeyRunWriter::finish()
{
    if (auto flushed = flush(); !flushed) {
        return fail(flushed.error());
    }
    KeyRun& run = m_keys->run;
    if (run.keys > 0) {
        if (auto added = m_connection->run(sqlAddKeyRun, run.firstBlock, run.blocks, run.keys); !added) {
            return fail(added.error());
        }
        run.id = m_connection->lastInsertRow();
    }
    return std::shared_ptr<const SealedKeys>(std::move(m_keys));
}

Result<bool> KeyRunReader::next()
{
    if (++m_place < m_open.size()) {
        return true;
    }
    if (m_block == m_run.blocks) {
        return false;
    }
    auto loaded = runTables::loadKeyBlock(*m_connection, m_run.firstBlock + m_block++);
    if (!loaded) {
        return fail(loaded.error());
    }
    m_open = std::move(*loaded);
    m_place = 0;
    if (m_open.empty()) {
        return derivedDamaged("an empty key block");
    }
    return true;
}

}  // namespace shopbell
