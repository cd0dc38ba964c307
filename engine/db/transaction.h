// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/connection.h"

namespace shopbell::db {

/// BEGIN IMMEDIATE … COMMIT; rolls back when it goes without commit(). Inside another Transaction of the same
/// connection it is a savepoint.
class Transaction {
public:
    [[nodiscard]] static Result<Transaction> begin(Connection& connection);
    /// BEGIN: for several reads that must see the same state; ends by going.
    [[nodiscard]] static Result<Transaction> beginReading(Connection& connection);
    Transaction(Transaction&&) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    [[nodiscard]] Result<void> commit();

private:
    Transaction(Connection& connection, int depth) : m_connection(&connection), m_depth(depth) {}
    Connection* m_connection;
    int m_depth;  ///< 0: a real transaction; 1: a savepoint inside one
};

/// While it stands, commits of the connection do not wait for the disk (the file stays sound; a power cut may take the
/// newest of them back, all of one or none). For work that begins again by itself after that, like an import: the
/// commit that notes its end waits, and with it is everything before. Made and ended outside transactions.
class UnawaitedCommits {
public:
    explicit UnawaitedCommits(Connection& connection) : m_connection(connection)
    {
        static_cast<void>(m_connection.relaxDurability());
    }
    ~UnawaitedCommits() { static_cast<void>(m_connection.restoreDurability()); }
    UnawaitedCommits(const UnawaitedCommits&) = delete;
    UnawaitedCommits& operator=(const UnawaitedCommits&) = delete;

private:
    Connection& m_connection;
};

/// `inTransaction(db, [&]() -> Result<T> { … })`: commits when the function's result is good.
template <class Function>
auto inTransaction(Connection& connection, Function&& function) -> decltype(function())
{
    auto transaction = Transaction::begin(connection);
    if (!transaction) {
        return fail(transaction.error());
    }
    auto result = function();
    if (!result) {
        return result;
    }
    if (auto committed = transaction->commit(); !committed) {
        return fail(committed.error());
    }
    return result;
}

}  // namespace shopbell::db
