// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "db/connection.h"
#include "history/derived_file.h"
#include "history/event_block.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace shopbell {

/// The SQL of runs and their blocks in the derived file. Damage is Corrupt.
namespace runTables {

extern const std::string_view schema;

[[nodiscard]] Result<std::vector<EventRun>> listEventRuns(db::Connection& connection);
[[nodiscard]] Result<std::vector<KeyRun>> listAllKeyRuns(db::Connection& connection);
/// What the runs' rows say, as one number: kept beside them to see when one is missing or changed.
[[nodiscard]] std::uint64_t digestOf(const EventRun& run);
[[nodiscard]] std::uint64_t digestOf(const KeyRun& run);
[[nodiscard]] std::uint64_t digestOf(std::int64_t metric, const VoidedEvent& voided);

[[nodiscard]] Result<void> dropRun(db::Connection& connection, const EventRun& run);
[[nodiscard]] Result<void> dropRun(db::Connection& connection, const KeyRun& run);
[[nodiscard]] Result<std::vector<StoredKey>> loadKeyBlock(db::Connection& connection, std::int64_t block);
/// Appends the rows that stand under one prefix in a block.
[[nodiscard]] Result<void> findInKeyBlock(db::Connection& connection, std::int64_t block, std::uint64_t prefix,
                                          std::vector<std::int64_t>& rows);

}  // namespace runTables

/// Writes one run, event by event in order.
class EventRunWriter {
public:
    EventRunWriter(db::Connection& connection, std::int64_t metric) : m_connection(&connection)
    {
        m_run.metric = metric;
    }
    [[nodiscard]] Result<void> add(const LoggedEvent& event)
    {
        m_open.push_back(event);
        return m_open.size() == eventsPerBlock ? flush() : Result<void>();
    }
    /// The run as stored; without events nothing is.
    [[nodiscard]] Result<EventRun> finish();

private:
    [[nodiscard]] Result<void> flush();
    db::Connection* m_connection;
    EventRun m_run;
    std::vector<LoggedEvent> m_open;
};

/// Reads one run, event by event.
class EventRunReader {
public:
    EventRunReader(db::Connection& connection, EventRun run) : m_connection(&connection), m_run(run) {}
    /// Moves on; false at the end.
    [[nodiscard]] Result<bool> next()
    {
        if (++m_place < m_open.size()) {
            return true;
        }
        return loadBlock();
    }
    [[nodiscard]] const LoggedEvent& event() const { return m_open[m_place]; }

private:
    [[nodiscard]] Result<bool> loadBlock();
    db::Connection* m_connection;
    EventRun m_run;
    std::int64_t m_block = 0;
    std::int64_t m_seen = 0;
    std::vector<LoggedEvent> m_open;
    std::size_t m_place = 0;
    std::vector<std::int64_t> m_numbers;
};

/// The same for keys.
class KeyRunWriter {
public:
    /// `expected`: how many keys there will be at most.
    KeyRunWriter(db::Connection& connection, std::int64_t expected)
        : m_connection(&connection), m_keys(std::make_shared<SealedKeys>(KeyRun{0, 0, 0, expected}))
    {
        m_keys->run = {};
        m_open.reserve(keysPerBlock);
    }
    [[nodiscard]] Result<void> add(const StoredKey& key)
    {
        m_open.push_back(key);
        return m_open.size() == keysPerBlock ? flush() : Result<void>();
    }
    /// The run as stored, ready to be looked in.
    [[nodiscard]] Result<std::shared_ptr<const SealedKeys>> finish();

private:
    [[nodiscard]] Result<void> flush();
    db::Connection* m_connection;
    std::shared_ptr<SealedKeys> m_keys;
    std::vector<StoredKey> m_open;
};

class KeyRunReader {
public:
    KeyRunReader(db::Connection& connection, KeyRun run) : m_connection(&connection), m_run(run) {}
    [[nodiscard]] Result<bool> next();
    [[nodiscard]] const StoredKey& key() const { return m_open[m_place]; }

private:
    db::Connection* m_connection;
    KeyRun m_run;
    std::int64_t m_block = 0;
    std::vector<StoredKey> m_open;
    std::size_t m_place = 0;
};

[[nodiscard]] tl::unexpected<Error> derivedDamaged(std::string detail);

}  // namespace shopbell
