// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/transaction.h"

#include <utility>

namespace shopbell::db {

namespace {

constexpr std::string_view beginSql = "BEGIN IMMEDIATE";
constexpr std::string_view beginReadingSql = "BEGIN";
constexpr std::string_view commitSql = "COMMIT";
constexpr std::string_view rollbackSql = "ROLLBACK";
// One name serves every depth: SQLite always means the innermost savepoint of that name.
constexpr std::string_view savepointSql = "SAVEPOINT inner_transaction";
constexpr std::string_view releaseSql = "RELEASE inner_transaction";
constexpr std::string_view rollbackToSql = "ROLLBACK TO inner_transaction";

}  // namespace

Result<Transaction> Transaction::begin(Connection& connection)
{
    const bool inside = connection.isInTransaction();
    if (auto begun = connection.run(inside ? savepointSql : beginSql); !begun) {
        return fail(begun.error());
    }
    return Transaction(connection, inside ? 1 : 0);
}

Result<Transaction> Transaction::beginReading(Connection& connection)
{
    const bool inside = connection.isInTransaction();
    if (auto begun = connection.run(inside ? savepointSql : beginReadingSql); !begun) {
        return fail(begun.error());
    }
    return Transaction(connection, inside ? 1 : 0);
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr)), m_depth(other.m_depth)
{
}

Transaction::~Transaction()
{
    // A full disk or a read error makes SQLite roll back by itself; then there is nothing left to do here.
    if (!m_connection || !m_connection->isInTransaction()) {
        return;
    }
    if (m_depth == 0) {
        static_cast<void>(m_connection->run(rollbackSql));
    } else {
        static_cast<void>(m_connection->run(rollbackToSql));
        static_cast<void>(m_connection->run(releaseSql));
    }
}

Result<void> Transaction::commit()
{
    if (!m_connection->isInTransaction()) {
        m_connection = nullptr;
        return fail(ErrorKind::Io, say("changes-taken-back",
                                       "The changes were taken back, because one of them could not be written."));
    }
    if (auto committed = m_connection->run(m_depth == 0 ? commitSql : releaseSql); !committed) {
        return fail(committed.error());
    }
    m_connection = nullptr;
    return {};
}

}  // namespace shopbell::db
