// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/derived_file.h"

#include "db/transaction.h"
#include "history/log_rows.h"
#include "history/merged_runs.h"
#include "history/read_ahead.h"
#include "history/run_io.h"

#include <algorithm>
#include <system_error>
#include <unordered_set>

namespace shopbell {

namespace {

constexpr std::int64_t layout = 3;
constexpr std::size_t anchorsKept = 64;

/// Reading so many events takes long enough for a second thread.
constexpr std::size_t worthReadingAhead = 200'000;

constexpr std::string_view sqlSmallCache = "PRAGMA cache_size=-1024";
constexpr std::string_view sqlHasTables = "SELECT count(*) FROM sqlite_master WHERE name = 'history_about'";
constexpr std::string_view sqlAbout =
    "SELECT layout, token, generation, through, profile_end, run_digest, voided_digest, key_digest, digest "
    "FROM history_about";
constexpr std::string_view sqlSaveAbout =
    "INSERT OR REPLACE INTO history_about(one, layout, token, generation, through, profile_end, run_digest, "
    "voided_digest, key_digest, digest) VALUES(1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
constexpr std::string_view sqlAnchors = "SELECT row, digest FROM log_anchor ORDER BY row";
constexpr std::string_view sqlAddAnchor = "INSERT OR REPLACE INTO log_anchor(row, digest) VALUES(?1, ?2)";
constexpr std::string_view sqlDropAnchor = "DELETE FROM log_anchor WHERE row = ?1";
constexpr std::string_view sqlVoided = "SELECT row, by_row, metric, profile, at FROM voided_event";
constexpr std::string_view sqlVoidedOfMetric =
    "SELECT row, by_row, metric, profile, at FROM voided_event WHERE metric = ?1";

std::uint64_t digestOfAbout(const DerivedAbout& about, std::string_view token)
{
    std::string text(token);
    for (const auto number : {static_cast<std::uint64_t>(about.generation), static_cast<std::uint64_t>(about.through),
                              std::uint64_t{about.profileEnd}, about.runDigest, about.voidedDigest, about.keyDigest}) {
        text += "/" + std::to_string(number);
    }
    return checksum(text, layout);
}

std::uint64_t digestOfLogRow(const LogRow& row)
{
    const std::int64_t numbers[] = {row.row, row.profile, row.metric, row.at, row.value, row.flags, row.replaces};
    return checksum({reinterpret_cast<const char*>(numbers), sizeof(numbers)},
                    checksum(row.uniqueId, 1) + checksum(row.properties, 2));
}

VoidedEvent readVoided(db::Statement& row)
{
    return {row.integer(0), row.integer(1), row.integer(4), static_cast<ProfileNumber>(row.integer(3))};
}

/// The about row, checked against its own digest and the runs' rows.
Result<DerivedAbout> loadWholeAbout(db::Connection& connection, std::string* token)
{
    DerivedAbout about;
    bool sound = false;
    auto read = connection.each(sqlAbout, [&](db::Statement& row) {
        about = {row.integer(2),
                 row.integer(3),
                 static_cast<ProfileNumber>(row.integer(4)),
                 static_cast<std::uint64_t>(row.integer(5)),
                 static_cast<std::uint64_t>(row.integer(6)),
                 static_cast<std::uint64_t>(row.integer(7))};
        const std::string its = row.string(1);
        sound = row.integer(0) == layout && static_cast<std::uint64_t>(row.integer(8)) == digestOfAbout(about, its);
        if (token != nullptr) {
            *token = its;
        }
    });
    if (!read) {
        return fail(read.error());
    }
    return sound ? Result<DerivedAbout>(about) : derivedDamaged("its own description");
}

}  // namespace

Result<std::vector<EventRun>> DerivedFile::loadWholeRuns(db::Connection& connection, const DerivedAbout& about)
{
    auto runs = runTables::listEventRuns(connection);
    if (!runs) {
        return runs;
    }
    std::uint64_t digest = 0;
    for (const EventRun& run : *runs) {
        digest ^= runTables::digestOf(run);
    }
    if (digest != about.runDigest) {
        return derivedDamaged("its list of runs");
    }
    return runs;
}

Result<std::unique_ptr<DerivedFile>> DerivedFile::open(const db::Workspace& workspace, db::Connection& log)
{
    auto settings = db::Workspace::loadSettings(log);
    if (!settings) {
        return fail(settings.error());
    }
    auto file = std::unique_ptr<DerivedFile>(new DerivedFile());
    file->m_path = workspace.derivedFile();
    file->m_token = settings->token;
    auto opened = file->openFile();
    if (opened) {
        opened = file->check(log);
    }
    if (!opened) {
        file->startAnew();
    }
    return file;
}

Result<std::unique_ptr<DerivedFile>> DerivedFile::openBeside(const db::Workspace& workspace, std::string token)
{
    auto file = std::unique_ptr<DerivedFile>(new DerivedFile());
    file->m_path = workspace.derivedFile();
    file->m_token = std::move(token);
    if (auto connected = file->connect(db::OpenMode::ReadWrite); !connected) {
        return fail(connected.error());
    }
    if (auto loaded = file->loadAbout(); !loaded) {
        return fail(loaded.error());
    }
    return file;
}

Result<void> DerivedFile::refresh()
{
    return isUsable() ? loadAbout() : Result<void>();
}

Result<void> DerivedFile::connect(db::OpenMode mode)
{
    auto connection = db::Connection::open(m_path, mode);
    if (!connection) {
        return fail(connection.error());
    }
    m_connection.emplace(std::move(*connection));
    if (auto relaxed = m_connection->relaxDurability(); !relaxed) {
        return relaxed;
    }
    return m_connection->execute("PRAGMA cache_size=-4096");
}

Result<void> DerivedFile::openFile()
{
    if (auto connected = connect(db::OpenMode::Create); !connected) {
        return connected;
    }
    auto there = m_connection->findInteger(sqlHasTables);
    if (!there) {
        return fail(there.error());
    }
    if (there->value_or(0) == 0) {
        // Room given up by merged runs goes back to the disk; this can only be chosen before there are tables.
        if (auto vacuum = m_connection->execute("PRAGMA auto_vacuum=INCREMENTAL; VACUUM;"); !vacuum) {
            return vacuum;
        }
        auto made = db::inTransaction(*m_connection, [&]() -> Result<void> {
            for (const auto schema : {runTables::schema, PropertyShelf::schema}) {
                if (auto tables = m_connection->execute(schema); !tables) {
                    return tables;
                }
            }
            m_about = {};
            return saveAbout();
        });
        if (!made) {
            return made;
        }
    }
    return loadAbout();
}

Result<void> DerivedFile::loadAbout()
{
    std::string token;
    auto about = loadWholeAbout(*m_connection, &token);
    if (!about) {
        return fail(about.error());
    }
    if (token != m_token) {
        return derivedDamaged("it belongs to another workspace");
    }
    m_about = *about;
    return {};
}

Result<void> DerivedFile::saveAbout()
{
    ++m_about.generation;
    return m_connection->run(
        sqlSaveAbout, layout, m_token, m_about.generation, m_about.through, std::int64_t{m_about.profileEnd},
        static_cast<std::int64_t>(m_about.runDigest), static_cast<std::int64_t>(m_about.voidedDigest),
        static_cast<std::int64_t>(m_about.keyDigest), static_cast<std::int64_t>(digestOfAbout(m_about, m_token)));
}

/// Rows of the log are looked at again: after a restore of an older copy the same numbers may hold other events.
Result<void> DerivedFile::check(db::Connection& log)
{
    if (auto runs = loadWholeRuns(*m_connection, m_about); !runs) {
        return fail(runs.error());
    }
    std::uint64_t digest = 0;
    auto voided = m_connection->each(
        sqlVoided, [&](db::Statement& row) { digest ^= runTables::digestOf(row.integer(2), readVoided(row)); });
    if (!voided || digest != m_about.voidedDigest) {
        return derivedDamaged("its list of replaced events");
    }
    std::vector<std::pair<std::int64_t, std::uint64_t>> anchors;
    auto read = m_connection->each(sqlAnchors, [&](db::Statement& row) {
        anchors.emplace_back(row.integer(0), static_cast<std::uint64_t>(row.integer(1)));
    });
    if (!read) {
        return read;
    }
    if (m_about.through > 0 && (anchors.empty() || anchors.back().first > m_about.through)) {
        return derivedDamaged("its marks in the log");
    }
    for (const auto& [row, expected] : anchors) {
        std::uint64_t seen = ~expected;
        auto found = logRows::visit(log, row, [&](const LogRow& stored) { seen = digestOfLogRow(stored); });
        if (!found) {
            return fail(found.error());
        }
        if (seen != expected) {
            return derivedDamaged("the log is not the one it was made from");
        }
    }
    return {};
}

void DerivedFile::startAnew()
{
    m_connection.reset();
    m_about = {};
    for (const char* const ending : {"", "-wal", "-shm"}) {
        std::error_code ignored;
        auto path = m_path;
        path += ending;
        std::filesystem::remove(path, ignored);
    }
    if (!openFile()) {
        m_connection.reset();
        m_about = {};
    }
}

/// Remembers the row that stands at `through`, and forgets marks whose rows are erased or that stand close together.
Result<void> DerivedFile::anchor(db::Connection& log)
{
    std::vector<std::int64_t> rows;
    auto read = m_connection->each(sqlAnchors, [&](db::Statement& row) { rows.push_back(row.integer(0)); });
    if (!read) {
        return read;
    }
    rows.push_back(m_about.through);
    while (rows.size() > anchorsKept) {
        // The one whose neighbours are closest goes.
        std::size_t closest = 1;
        for (std::size_t i = 1; i + 1 < rows.size(); ++i) {
            if (rows[i + 1] - rows[i - 1] < rows[closest + 1] - rows[closest - 1]) {
                closest = i;
            }
        }
        if (auto dropped = m_connection->run(sqlDropAnchor, rows[closest]); !dropped) {
            return dropped;
        }
        rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(closest));
    }
    for (const std::int64_t row : rows) {
        std::optional<std::uint64_t> digest;
        auto found = logRows::visit(log, row, [&](const LogRow& stored) { digest = digestOfLogRow(stored); });
        if (!found) {
            return fail(found.error());
        }
        auto kept = digest ? m_connection->run(sqlAddAnchor, row, static_cast<std::int64_t>(*digest))
                           : m_connection->run(sqlDropAnchor, row);
        if (!kept) {
            return kept;
        }
    }
    return {};
}

Result<std::vector<KeyRun>> DerivedFile::listKeyRuns()
{
    auto runs = runTables::listAllKeyRuns(*m_connection);
    if (!runs) {
        return runs;
    }
    std::uint64_t digest = 0;
    for (const KeyRun& run : *runs) {
        digest ^= runTables::digestOf(run);
    }
    if (digest != m_about.keyDigest) {
        return derivedDamaged("its list of key runs");
    }
    return runs;
}

Result<std::vector<StoredKey>> DerivedFile::loadKeys(std::int64_t block)
{
    return runTables::loadKeyBlock(*m_connection, block);
}

Result<void> DerivedFile::findRows(std::int64_t block, std::uint64_t prefix, std::vector<std::int64_t>& rows)
{
    return runTables::findInKeyBlock(*m_connection, block, prefix, rows);
}

Result<db::Connection> DerivedFile::connectReader(const std::filesystem::path& path)
{
    auto connection = db::Connection::open(path, db::OpenMode::ReadOnly);
    if (connection) {
        if (auto small = connection->execute(sqlSmallCache); !small) {
            return fail(small.error());
        }
    }
    return connection;
}

Result<std::shared_ptr<const ColumnSet>> DerivedFile::loadColumns(db::Connection& reader, std::int64_t metric,
                                                                  std::shared_ptr<const Aliases> aliases)
{
    auto reading = db::Transaction::beginReading(reader);
    if (!reading) {
        return fail(reading.error());
    }
    auto about = loadWholeAbout(reader, nullptr);
    if (!about) {
        return fail(about.error());
    }
    auto runs = loadWholeRuns(reader, *about);
    if (!runs) {
        return fail(runs.error());
    }
    std::erase_if(*runs, [&](const EventRun& run) { return run.metric != metric; });
    std::unordered_set<std::int64_t> gone;
    auto voided = reader.each(
        sqlVoidedOfMetric, [&](db::Statement& row) { gone.insert(row.integer(0)); }, metric);
    if (!voided) {
        return fail(voided.error());
    }
    std::size_t events = 0;
    for (const EventRun& run : *runs) {
        events += static_cast<std::size_t>(run.events);
    }
    const Aliases& names = *aliases;
    ColumnBuilder builder(events, aliases);
    const auto add = [&](const LoggedEvent& event) {
        if (gone.empty() || !gone.contains(event.row)) {
            builder.add(event.row, event.at, event.value, names.resolve(event.profile));
        }
    };
    MergedRuns merged(reader, *runs);
    const auto added = events < worthReadingAhead
                           ? merged.forEach([&](const LoggedEvent& event) -> Result<void> {
                                 add(event);
                                 return {};
                             })
                           : ReadAhead::run(
                                 [&](const auto& sink) {
                                     return merged.forEach([&](const LoggedEvent& event) -> Result<void> {
                                         return sink(event) ? Result<void>() : fail(ErrorKind::Cancelled, "Given up.");
                                     });
                                 },
                                 [&](std::span<const LoggedEvent> some) { std::ranges::for_each(some, add); });
    if (!added) {
        return fail(added.error());
    }
    return builder.finish(about->through);
}

}  // namespace shopbell
