// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/statement.h"

#include "db/sqlite_error.h"

#include <sqlite3.h>

#include <utility>

namespace shopbell::db {

Statement::Statement(Statement&& other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr)), m_bindProblem(std::exchange(other.m_bindProblem, 0))
{
}

Statement& Statement::operator=(Statement&& other) noexcept
{
    std::swap(m_handle, other.m_handle);
    std::swap(m_bindProblem, other.m_bindProblem);
    return *this;
}

Statement::~Statement()
{
    sqlite3_finalize(m_handle);
}

void Statement::note(int outcome)
{
    if (outcome != SQLITE_OK && m_bindProblem == SQLITE_OK) {
        m_bindProblem = outcome;
    }
}

void Statement::bind(int parameter, std::nullptr_t)
{
    note(sqlite3_bind_null(m_handle, parameter));
}

void Statement::bind(int parameter, std::int64_t value)
{
    note(sqlite3_bind_int64(m_handle, parameter, value));
}

void Statement::bind(int parameter, double value)
{
    note(sqlite3_bind_double(m_handle, parameter, value));
}

void Statement::bind(int parameter, std::string_view text)
{
    // A null pointer would bind NULL; an empty text is a text.
    const char* bytes = text.data() ? text.data() : "";
    note(sqlite3_bind_text64(m_handle, parameter, bytes, text.size(), nullptr, SQLITE_UTF8));
}

void Statement::bindBlob(int parameter, std::string_view bytes)
{
    const char* start = bytes.data() ? bytes.data() : "";
    note(sqlite3_bind_blob64(m_handle, parameter, start, bytes.size(), nullptr));
}

Result<bool> Statement::step()
{
    if (m_bindProblem != SQLITE_OK) {
        return fail(makeSqliteError(sqlite3_db_handle(m_handle), m_bindProblem, sqlite3_sql(m_handle)));
    }
    const int outcome = sqlite3_step(m_handle);
    if (outcome == SQLITE_ROW) {
        return true;
    }
    if (outcome == SQLITE_DONE) {
        return false;
    }
    Error error = makeSqliteError(sqlite3_db_handle(m_handle), outcome, sqlite3_sql(m_handle));
    // A failed statement would otherwise go on holding its locks.
    sqlite3_reset(m_handle);
    return fail(std::move(error));
}

Result<void> Statement::run()
{
    const auto stepped = step();
    reset();
    if (!stepped) {
        return fail(stepped.error());
    }
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_handle);
    sqlite3_clear_bindings(m_handle);
    m_bindProblem = SQLITE_OK;
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_handle, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_handle, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_handle, column);
}

std::string_view Statement::text(int column) const
{
    // The text first, its length second: asking may convert the value.
    const auto* bytes = sqlite3_column_text(m_handle, column);
    const int size = sqlite3_column_bytes(m_handle, column);
    return bytes ? std::string_view(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size))
                 : std::string_view();
}

std::string_view Statement::blob(int column) const
{
    const void* bytes = sqlite3_column_blob(m_handle, column);
    const int size = sqlite3_column_bytes(m_handle, column);
    return bytes ? std::string_view(static_cast<const char*>(bytes), static_cast<std::size_t>(size))
                 : std::string_view();
}

}  // namespace shopbell::db
