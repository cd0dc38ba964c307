// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/statement.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace shopbell::db {

enum class OpenMode {
    ReadOnly,
    ReadWrite,  ///< NotFound when there is no such file
    Create,     ///< makes the file when there is none
};

/// One SQLite connection: WAL, foreign keys on, 5 s busy timeout. A commit is on the disk when it returns
/// (synchronous=FULL: it survives a power cut), deleted content is overwritten (secure_delete: an erased person is gone
/// from the file too). Owned and used by one thread at a time. Statements prepared with cached() live as long as the
/// connection.
class Connection {
public:
    [[nodiscard]] static Result<Connection> open(const std::filesystem::path& file, OpenMode mode);
    /// For tests and scratch work.
    [[nodiscard]] static Result<Connection> openInMemory();

    Connection(Connection&&) noexcept;
    Connection& operator=(Connection&&) noexcept;
    ~Connection();

    /// Several statements at once, no parameters.
    [[nodiscard]] Result<void> execute(std::string_view sql);
    [[nodiscard]] Result<Statement> prepare(std::string_view sql);
    /// Prepared once per connection and text; handed out reset. Not to be used recursively for the same text.
    [[nodiscard]] Result<Statement*> cached(std::string_view sql);

    /// `run(sql, values…)`: a cached statement without rows.
    template <class... Values>
    [[nodiscard]] Result<void> run(std::string_view sql, const Values&... values)
    {
        auto statement = cached(sql);
        if (!statement) {
            return fail(statement.error());
        }
        (*statement)->bindAll(values...);
        return (*statement)->run();
    }

    /// `each(sql, [&](Statement& row) { … }, values…)`: calls the function for every row.
    template <class RowFunction, class... Values>
    [[nodiscard]] Result<void> each(std::string_view sql, RowFunction&& onRow, const Values&... values)
    {
        auto statement = cached(sql);
        if (!statement) {
            return fail(statement.error());
        }
        (*statement)->bindAll(values...);
        for (;;) {
            auto more = (*statement)->step();
            if (!more) {
                (*statement)->reset();
                return fail(more.error());
            }
            if (!*more) {
                break;
            }
            onRow(**statement);
        }
        (*statement)->reset();
        return {};
    }

    /// The first column of the first row as an integer; nothing when there is no row or it is NULL.
    template <class... Values>
    [[nodiscard]] Result<std::optional<std::int64_t>> findInteger(std::string_view sql, const Values&... values)
    {
        std::optional<std::int64_t> found;
        auto done = each(
            sql,
            [&](Statement& row) {
                if (!found && !row.isNull(0)) {
                    found = row.integer(0);
                }
            },
            values...);
        if (!done) {
            return fail(done.error());
        }
        return found;
    }

    [[nodiscard]] std::int64_t lastInsertRow() const;
    [[nodiscard]] std::int64_t changedRows() const;  ///< by the last statement
    [[nodiscard]] bool isInTransaction() const;
    [[nodiscard]] sqlite3* handle() const { return m_handle; }
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }
    /// For files that can be recomputed: commits no longer wait for the disk. After a power cut the newest may be
    /// missing; the file stays sound.
    [[nodiscard]] Result<void> relaxDurability();
    /// Commits wait for the disk again.
    [[nodiscard]] Result<void> restoreDurability();
    /// What was committed without waiting is on the disk when this returns.
    [[nodiscard]] Result<void> flush();
    /// Moves the write-ahead log into the file and empties it, as far as readers allow. After an erasure nothing of
    /// what was erased is left in either.
    [[nodiscard]] Result<void> checkpoint();
    /// Makes long reads end with Cancelled; may be called from another thread.
    void interrupt();

private:
    /// Lets cached() look texts up without making a std::string of them.
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
    };

    Connection() = default;
    [[nodiscard]] static Result<Connection> openFile(const std::filesystem::path& file, const std::string& name,
                                                     OpenMode mode);
    void close();

    sqlite3* m_handle = nullptr;
    std::filesystem::path m_file;
    std::unordered_map<std::string, std::unique_ptr<Statement>, TextHash, std::equal_to<>> m_cache;
};

}  // namespace shopbell::db
