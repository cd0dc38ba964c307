// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/transaction.h"
#include "support/registry.h"
#include "workspace_folder.h"

#include <QTest>

using namespace shopbell;
using namespace shopbell::db;

namespace {

Connection memory()
{
    auto connection = Connection::openInMemory().value();
    if (!connection.execute("CREATE TABLE thing(a INTEGER PRIMARY KEY)")) {
        qFatal("no table");
    }
    return connection;
}

Result<void> add(Connection& connection, int number)
{
    return connection.run("INSERT INTO thing(a) VALUES (?1)", number);
}

std::int64_t count(Connection& connection)
{
    return connection.findInteger("SELECT count(*) FROM thing").value().value();
}

}  // namespace

class TestTransaction : public QObject {
    Q_OBJECT

private slots:
    void whatIsNotCommittedIsTakenBack()
    {
        auto connection = memory();
        {
            const auto transaction = Transaction::begin(connection).value();
            QVERIFY(add(connection, 1));
            QVERIFY(connection.isInTransaction());
        }
        QVERIFY(!connection.isInTransaction());
        QCOMPARE(count(connection), 0);
        {
            auto transaction = Transaction::begin(connection).value();
            QVERIFY(add(connection, 1));
            QVERIFY(transaction.commit());
        }
        QCOMPARE(count(connection), 1);
    }

    void anInnerOneIsTakenBackAlone()
    {
        auto connection = memory();
        auto outer = Transaction::begin(connection).value();
        QVERIFY(add(connection, 1));
        {
            const auto inner = Transaction::begin(connection).value();
            QVERIFY(add(connection, 2));
            {
                auto innermost = Transaction::begin(connection).value();
                QVERIFY(add(connection, 3));
                QVERIFY(innermost.commit());
            }
        }
        {
            auto inner = Transaction::begin(connection).value();
            QVERIFY(add(connection, 4));
            QVERIFY(inner.commit());
        }
        QVERIFY(outer.commit());
        QCOMPARE(connection.findInteger("SELECT sum(a) FROM thing").value(), std::optional<std::int64_t>(5));
    }

    void inTransactionFollowsTheResult()
    {
        auto connection = memory();
        const auto good = inTransaction(connection, [&]() -> Result<int> {
            if (auto added = add(connection, 1); !added) {
                return fail(added.error());
            }
            return 7;
        });
        QCOMPARE(good.value(), 7);
        const auto bad = inTransaction(connection, [&]() -> Result<int> {
            if (auto added = add(connection, 2); !added) {
                return fail(added.error());
            }
            return fail(ErrorKind::Remote, "The other side failed.");
        });
        QCOMPARE(bad.error().kind, ErrorKind::Remote);
        QCOMPARE(count(connection), 1);
    }

    void aRollbackThatSqliteMadeItselfIsNotCommitted()
    {
        auto connection = memory();
        auto transaction = Transaction::begin(connection).value();
        QVERIFY(add(connection, 1));
        QVERIFY(!connection.execute("INSERT OR ROLLBACK INTO thing(a) VALUES (1)"));
        QVERIFY(!transaction.commit());
        QCOMPARE(count(connection), 0);
        QVERIFY(Transaction::begin(connection));  // and the connection goes on
    }

    void aReaderSeesOneStateUntilItEnds()
    {
        const test::WorkspaceFolder folder;
        auto writer = Connection::open(folder.path("a.db"), OpenMode::Create).value();
        QVERIFY(writer.execute("CREATE TABLE thing(a INTEGER PRIMARY KEY)"));
        auto reader = Connection::open(folder.path("a.db"), OpenMode::ReadOnly).value();
        {
            const auto reading = Transaction::beginReading(reader).value();
            QCOMPARE(count(reader), 0);
            QVERIFY(add(writer, 1));
            QCOMPARE(count(reader), 0);
        }
        QCOMPARE(count(reader), 1);
    }
};

SHOPBELL_TEST(TestTransaction)
#include "test_transaction.moc"
