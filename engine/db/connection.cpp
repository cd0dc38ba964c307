// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/connection.h"

#include "base/file.h"
#include "db/sqlite_error.h"

#include <sqlite3.h>

#include <utility>

namespace shopbell::db {

namespace {

constexpr int busyTimeoutMs = 5000;

// page_size only counts for a file that is being made. Larger than SQLite's 4096: rows of the event log and messages
// are wide, and a scan reads them in order.
constexpr std::string_view pragmasOfNewFile = "PRAGMA page_size=8192; PRAGMA journal_mode=WAL;";

// synchronous=FULL: an acknowledged import and a ledger row at `sending` must survive a power cut; it costs one flush a
// commit, and commits are batches. No mmap: a file cut short or a disk pulled out must be an error, not a signal.
// cache_size is in KiB when negative. The log is cut back to journal_size_limit after a large import.
constexpr std::string_view pragmasOfEveryConnection =
    "PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;"
    "PRAGMA cache_size=-32768; PRAGMA mmap_size=0; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;"
    "PRAGMA wal_autocheckpoint=2000; PRAGMA journal_size_limit=67108864;";

constexpr std::string_view journalModeSql = "PRAGMA journal_mode";
constexpr std::string_view relaxSql = "PRAGMA synchronous=NORMAL";
constexpr std::string_view restoreSql = "PRAGMA synchronous=FULL";
constexpr std::string_view checkpointSql = "PRAGMA wal_checkpoint(TRUNCATE)";

int openFlags(OpenMode mode)
{
    // NOMUTEX: a connection is used by one thread at a time, so its locks would only cost.
    constexpr int always = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    switch (mode) {
    case OpenMode::ReadOnly: return always | SQLITE_OPEN_READONLY;
    case OpenMode::ReadWrite: return always | SQLITE_OPEN_READWRITE;
    case OpenMode::Create: return always | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    }
    return always | SQLITE_OPEN_READONLY;
}

Result<void> checkIsThere(const std::filesystem::path& file)
{
    std::error_code problem;
    const auto status = std::filesystem::status(file, problem);
    if (status.type() == std::filesystem::file_type::not_found) {
        return fail(ErrorKind::NotFound, "There is no file " + fromPath(file) + ". Check the path.");
    }
    if (status.type() == std::filesystem::file_type::directory) {
        return fail(ErrorKind::InvalidInput, fromPath(file) + " is a folder, not a workspace file.");
    }
    return {};
}

}  // namespace

Result<Connection> Connection::open(const std::filesystem::path& file, OpenMode mode)
{
    if (mode != OpenMode::Create) {
        if (auto there = checkIsThere(file); !there) {
            return fail(there.error());
        }
    }
    return openFile(file, fromPath(file), mode);
}

Result<Connection> Connection::openInMemory()
{
    return openFile({}, ":memory:", OpenMode::Create);
}

namespace {

/// Before SQLite is first used in this process: without its count of memory, which nobody reads, it takes no lock each
/// time it wants some (a tenth of all its work here).
void prepareSqlite()
{
    [[maybe_unused]] static const int outcome = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

}  // namespace

Result<Connection> Connection::openFile(const std::filesystem::path& file, const std::string& name, OpenMode mode)
{
    prepareSqlite();
    Connection connection;
    connection.m_file = file;
    const int outcome = sqlite3_open_v2(name.c_str(), &connection.m_handle, openFlags(mode), nullptr);
    if (outcome != SQLITE_OK) {
        Error error = makeSqliteError(connection.m_handle, outcome);
        if (!file.empty()) {
            error.detail += "; " + name;
        }
        return fail(std::move(error));
    }
    // SQLite opens what it may not write for reading instead, and would only say so at the first change.
    if (mode != OpenMode::ReadOnly && sqlite3_db_readonly(connection.m_handle, "main") == 1) {
        return fail(makeSqliteError(nullptr, SQLITE_READONLY));
    }
    sqlite3_busy_timeout(connection.m_handle, busyTimeoutMs);
    // A workspace may come from somebody else: SQL that tampers with the file's inner tables is refused, and a word in
    // double quotes is a name, never by mistake a text.
    sqlite3_db_config(connection.m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(connection.m_handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(connection.m_handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    if (mode == OpenMode::Create) {
        if (auto done = connection.execute(pragmasOfNewFile); !done) {
            return fail(done.error());
        }
        std::string journal;
        auto asked = connection.each(journalModeSql, [&](Statement& row) { journal = row.string(0); });
        if (!asked) {
            return fail(asked.error());
        }
        if (!file.empty() && journal != "wal") {
            return fail(ErrorKind::Io, "A workspace cannot live where " + name +
                                           " lies: the place does not allow shared memory. Choose a folder on a disk "
                                           "of this computer.");
        }
    }
    if (auto done = connection.execute(pragmasOfEveryConnection); !done) {
        return fail(done.error());
    }
    return connection;
}

Connection::Connection(Connection&& other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr)),
      m_file(std::move(other.m_file)),
      m_cache(std::move(other.m_cache))
{
}

Connection& Connection::operator=(Connection&& other) noexcept
{
    if (this != &other) {
        close();
        m_handle = std::exchange(other.m_handle, nullptr);
        m_file = std::move(other.m_file);
        m_cache = std::move(other.m_cache);
    }
    return *this;
}

Connection::~Connection()
{
    close();
}

void Connection::close()
{
    m_cache.clear();
    // _v2: a statement of prepare() that outlives the connection keeps the handle alive until it goes itself.
    sqlite3_close_v2(std::exchange(m_handle, nullptr));
}

Result<void> Connection::execute(std::string_view sql)
{
    while (!sql.empty()) {
        sqlite3_stmt* handle = nullptr;
        const char* rest = nullptr;
        const int outcome = sqlite3_prepare_v2(m_handle, sql.data(), static_cast<int>(sql.size()), &handle, &rest);
        if (outcome != SQLITE_OK) {
            return fail(makeSqliteError(m_handle, outcome, sql));
        }
        Statement statement(handle);
        sql.remove_prefix(static_cast<std::size_t>(rest - sql.data()));
        if (!handle) {
            continue;  // a comment, or blanks
        }
        for (;;) {
            const auto more = statement.step();
            if (!more) {
                return fail(more.error());
            }
            if (!*more) {
                break;
            }
        }
    }
    return {};
}

Result<Statement> Connection::prepare(std::string_view sql)
{
    sqlite3_stmt* handle = nullptr;
    const int outcome = sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()), 0, &handle, nullptr);
    if (outcome != SQLITE_OK) {
        return fail(makeSqliteError(m_handle, outcome, sql));
    }
    if (!handle) {
        return fail(ErrorKind::InvalidInput, "There is no SQL statement in the text.", std::string(sql));
    }
    return Statement(handle);
}

Result<Statement*> Connection::cached(std::string_view sql)
{
    if (const auto found = m_cache.find(sql); found != m_cache.end()) {
        found->second->reset();
        return found->second.get();
    }
    sqlite3_stmt* handle = nullptr;
    const int outcome = sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()),
                                           SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
    if (outcome != SQLITE_OK) {
        return fail(makeSqliteError(m_handle, outcome, sql));
    }
    if (!handle) {
        return fail(ErrorKind::InvalidInput, "There is no SQL statement in the text.", std::string(sql));
    }
    auto statement = std::unique_ptr<Statement>(new Statement(handle));
    return m_cache.emplace(std::string(sql), std::move(statement)).first->second.get();
}

std::int64_t Connection::lastInsertRow() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

std::int64_t Connection::changedRows() const
{
    return sqlite3_changes64(m_handle);
}

bool Connection::isInTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

Result<void> Connection::relaxDurability()
{
    return execute(relaxSql);
}

Result<void> Connection::restoreDurability()
{
    return execute(restoreSql);
}

Result<void> Connection::flush()
{
    // The write-ahead log holds everything that is not in the file yet, and what is in the file was flushed first.
    sqlite3_file* log = nullptr;
    int outcome = sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    if (outcome == SQLITE_OK && log != nullptr && log->pMethods != nullptr) {
        outcome = log->pMethods->xSync(log, SQLITE_SYNC_FULL);
    }
    return outcome == SQLITE_OK ? Result<void>() : fail(makeSqliteError(nullptr, outcome));
}

Result<void> Connection::checkpoint()
{
    return execute(checkpointSql);
}

void Connection::interrupt()
{
    sqlite3_interrupt(m_handle);
}

}  // namespace shopbell::db
