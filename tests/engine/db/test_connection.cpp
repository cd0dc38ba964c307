// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/connection.h"
#include "db/transaction.h"
#include "support/registry.h"
#include "workspace_folder.h"

#include <QTest>

#include <sqlite3.h>

#include <limits>
#include <thread>

using namespace shopbell;
using namespace shopbell::db;
using shopbell::test::WorkspaceFolder;

namespace {

constexpr std::string_view makeTableSql =
    "CREATE TABLE thing(id INTEGER PRIMARY KEY, a, b TEXT UNIQUE, c REAL NOT NULL DEFAULT 0)";
constexpr std::string_view insertSql = "INSERT INTO thing(a, b) VALUES (?1, ?2)";
constexpr std::string_view countSql = "SELECT count(*) FROM thing";

enum class Colour { Red = 0, Green = 7 };

Connection memory()
{
    auto connection = Connection::openInMemory().value();
    if (!connection.execute(makeTableSql)) {
        qFatal("no table");
    }
    return connection;
}

}  // namespace

class TestConnection : public QObject {
    Q_OBJECT

private slots:
    void everyKindOfValueComesBackAsItWent()
    {
        auto connection = memory();
        const std::string bytes("\0\xFF\x01z", 4);
        auto statement = connection.prepare("SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11").value();
        statement.bindAll(std::numeric_limits<std::int64_t>::min(), 1.25, "text", Instant{-5}, Decimal{1'500'000},
                          Id<struct SomeTag>{9}, Id<struct SomeTag>{}, std::optional<Decimal>{}, Colour::Green, true);
        statement.bindBlob(11, bytes);
        QVERIFY(statement.step().value());
        QCOMPARE(statement.integer(0), std::numeric_limits<std::int64_t>::min());
        QCOMPARE(statement.real(1), 1.25);
        QCOMPARE(statement.string(2), std::string("text"));
        QCOMPARE(statement.instant(3).ms, -5);
        QCOMPARE(statement.decimal(4)->micros, 1'500'000);
        QCOMPARE(statement.integer(5), 9);
        QVERIFY(statement.isNull(6));
        QVERIFY(!statement.decimal(7));
        QCOMPARE(statement.integer(8), 7);
        QCOMPARE(statement.integer(9), 1);
        QVERIFY(statement.blob(10) == bytes);
        QVERIFY(!statement.step().value());
    }

    void anEmptyTextIsATextAndNothingIsNull()
    {
        auto connection = memory();
        auto statement = connection.prepare("SELECT typeof(?1), typeof(?2), typeof(?3), typeof(?4)").value();
        statement.bindAll(std::string_view(), std::string(), nullptr, std::optional<std::int64_t>{});
        QVERIFY(statement.step().value());
        QCOMPARE(statement.string(0), std::string("text"));
        QCOMPARE(statement.string(1), std::string("text"));
        QCOMPARE(statement.string(2), std::string("null"));
        QCOMPARE(statement.string(3), std::string("null"));
    }

    void textWithANulCharacterKeepsItsLength()
    {
        auto connection = memory();
        const std::string text("a\0b", 3);
        QVERIFY(connection.run(insertSql, 1, text));
        std::string back;
        QVERIFY(connection.each("SELECT b FROM thing", [&](Statement& row) { back = row.string(0); }));
        QCOMPARE(back, text);
    }

    void aParameterThatDoesNotExistIsReported()
    {
        auto connection = memory();
        const auto done = connection.run(insertSql, 1, "x", "one too many");
        QVERIFY(!done);
        QCOMPARE(connection.findInteger(countSql).value(), std::optional<std::int64_t>(0));
        QVERIFY(connection.run(insertSql, 1, "x"));  // and does no harm to the next use
    }

    void bindingsOfOneUseDoNotLeakIntoTheNext()
    {
        auto connection = memory();
        QVERIFY(connection.run(insertSql, 1, "x"));
        QVERIFY(connection.run(insertSql, 2));
        QCOMPARE(connection.findInteger("SELECT count(*) FROM thing WHERE b IS NULL").value(),
                 std::optional<std::int64_t>(1));
    }

    void aCachedStatementIsPreparedOnce()
    {
        auto connection = memory();
        auto* first = connection.cached(countSql).value();
        const std::string sameText(countSql);
        QCOMPARE(connection.cached(sameText).value(), first);
        QVERIFY(connection.cached("SELECT 1").value() != first);
        auto moved = std::move(connection);
        QCOMPARE(moved.cached(countSql).value(), first);
        QCOMPARE(moved.findInteger(countSql).value(), std::optional<std::int64_t>(0));
    }

    void findIntegerTellsNullAndNothingFromZero()
    {
        auto connection = memory();
        QVERIFY(!connection.findInteger("SELECT a FROM thing").value());
        QVERIFY(connection.run(insertSql, nullptr, "x"));
        QVERIFY(!connection.findInteger("SELECT a FROM thing").value());
        QVERIFY(connection.run("UPDATE thing SET a = ?1", 0));
        QCOMPARE(connection.changedRows(), 1);
        QCOMPARE(connection.findInteger("SELECT a FROM thing").value(), std::optional<std::int64_t>(0));
    }

    void severalStatementsRunInOneCallWithTheirComments()
    {
        auto connection = memory();
        QVERIFY(
            connection.execute("-- first\nINSERT INTO thing(a) VALUES(1); INSERT INTO thing(a) VALUES(2);\n-- last\n"));
        QCOMPARE(connection.findInteger(countSql).value(), std::optional<std::int64_t>(2));
        const auto broken = connection.execute("INSERT INTO thing(a) VALUES(3); INSERT INTO nothing VALUES(1)");
        QVERIFY(!broken);
        QVERIFY(broken.error().detail.find("nothing") != std::string::npos);
        QVERIFY(connection.execute(""));
        QVERIFY(!connection.prepare(" -- only a comment"));
    }

    void errorsAreToldByWhatCanBeDone()
    {
        auto connection = memory();
        QVERIFY(connection.run(insertSql, 1, "same"));
        QCOMPARE(connection.run(insertSql, 1, "same").error().kind, ErrorKind::AlreadyExists);
        QCOMPARE(connection.run("INSERT INTO thing(id, c) VALUES(99, ?1)", nullptr).error().kind,
                 ErrorKind::InvalidInput);
        QVERIFY(connection.execute("CREATE TABLE part(thing_id INTEGER REFERENCES thing(id))"));
        QCOMPARE(connection.run("INSERT INTO part VALUES(?1)", 12345).error().kind, ErrorKind::Conflict);
        QVERIFY(!connection.execute("SELECT \"no such column\" FROM thing"));  // not silently a text
        QVERIFY(connection.execute("PRAGMA max_page_count=3"));
        Result<void> full;
        const std::string large(100'000, 'x');
        for (int row = 0; row < 100 && full; ++row) {
            full = connection.run("INSERT INTO thing(a) VALUES(?1)", large);
        }
        QVERIFY(!full);
        QCOMPARE(full.error().kind, ErrorKind::Io);
        QVERIFY(full.error().what.find("full") != std::string::npos);
        QVERIFY(describe(full.error()).find("xxxx") == std::string::npos);  // values never stand in an error
    }

    void aFileConnectionIsSetUpToLastAndToShare()
    {
        const WorkspaceFolder folder;
        auto connection = Connection::open(folder.path("a.db"), OpenMode::Create).value();
        const auto pragma = [&](const char* name) {
            std::string value;
            const auto asked =
                connection.each(std::string("PRAGMA ") + name, [&](Statement& row) { value = row.string(0); });
            return asked ? value : std::string("error");
        };
        QCOMPARE(pragma("journal_mode"), std::string("wal"));
        QCOMPARE(pragma("foreign_keys"), std::string("1"));
        QCOMPARE(pragma("synchronous"), std::string("2"));
        QCOMPARE(pragma("secure_delete"), std::string("1"));
        QCOMPARE(pragma("busy_timeout"), std::string("5000"));
        QCOMPARE(pragma("page_size"), std::string("8192"));
        QVERIFY(connection.relaxDurability());
        QCOMPARE(pragma("synchronous"), std::string("1"));
    }

    void openingSaysWhatIsWrong()
    {
        const WorkspaceFolder folder;
        QCOMPARE(Connection::open(folder.path("none.db"), OpenMode::ReadWrite).error().kind, ErrorKind::NotFound);
        QCOMPARE(Connection::open(folder.path("none.db"), OpenMode::ReadOnly).error().kind, ErrorKind::NotFound);
        QVERIFY(!std::filesystem::exists(folder.path("none.db")));
        QCOMPARE(Connection::open(folder.path("."), OpenMode::ReadWrite).error().kind, ErrorKind::InvalidInput);
        QCOMPARE(Connection::open(folder.path("no/such/folder.db"), OpenMode::Create).error().kind, ErrorKind::Io);
        test::writeBytes(folder.path("text.db"), std::string(5000, 'x'));
        auto text = Connection::open(folder.path("text.db"), OpenMode::ReadWrite);
        const auto kind = text ? text->execute("SELECT * FROM sqlite_schema").error().kind : text.error().kind;
        QCOMPARE(kind, ErrorKind::Corrupt);
    }

    void aReadOnlyConnectionWritesNothing()
    {
        const WorkspaceFolder folder;
        auto writer = Connection::open(folder.path("a.db"), OpenMode::Create).value();
        QVERIFY(writer.execute(makeTableSql));
        auto reader = Connection::open(folder.path("a.db"), OpenMode::ReadOnly).value();
        QCOMPARE(reader.run(insertSql, 1, "x").error().kind, ErrorKind::Refused);
        QVERIFY(writer.run(insertSql, 1, "x"));
        QCOMPARE(reader.findInteger(countSql).value(), std::optional<std::int64_t>(1));
    }

    void aBusyFileIsWaitedForAndThenConflict()
    {
        const WorkspaceFolder folder;
        auto one = Connection::open(folder.path("a.db"), OpenMode::Create).value();
        QVERIFY(one.execute(makeTableSql));
        auto two = Connection::open(folder.path("a.db"), OpenMode::ReadWrite).value();
        {
            const auto held = Transaction::begin(one).value();
            sqlite3_busy_timeout(two.handle(), 20);
            const auto refused = two.run(insertSql, 1, "x");
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::Conflict);
            QCOMPARE(two.findInteger(countSql).value(), std::optional<std::int64_t>(0));  // readers never wait
        }
        QVERIFY(two.run(insertSql, 1, "x"));
    }

    void twoWritersTakeTurns()
    {
        const WorkspaceFolder folder;
        const auto file = folder.path("a.db");
        auto first = Connection::open(file, OpenMode::Create).value();
        QVERIFY(first.execute(makeTableSql));
        std::atomic<int> failures = 0;
        const auto write = [&](const char* who) {
            auto connection = Connection::open(file, OpenMode::ReadWrite).value();
            for (int row = 0; row < 200; ++row) {
                const auto done = inTransaction(connection, [&]() -> Result<void> {
                    const auto before = connection.findInteger(countSql);
                    if (auto added = connection.run(insertSql, before->value(), who + std::to_string(row)); !added) {
                        return added;
                    }
                    return {};
                });
                failures += done ? 0 : 1;
            }
        };
        std::thread other([&] { write("a"); });
        write("b");
        other.join();
        QCOMPARE(failures.load(), 0);
        // Each saw all that was committed before: the counts they wrote down are 0 to 399, each once.
        QCOMPARE(first.findInteger("SELECT count(DISTINCT a) FROM thing WHERE a BETWEEN 0 AND 399").value(),
                 std::optional<std::int64_t>(400));
    }

    void interruptEndsALongReadAsCancelled()
    {
        auto connection = memory();
        std::int64_t rows = 0;
        const auto done = connection.each(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n", [&](Statement&) {
                if (++rows == 1000) {
                    connection.interrupt();
                }
            });
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::Cancelled);
        QVERIFY(connection.findInteger(countSql));
    }

    void whatWasDeletedIsGoneFromTheFile()
    {
        const WorkspaceFolder folder;
        const auto file = folder.path("a.db");
        auto connection = Connection::open(file, OpenMode::Create).value();
        QVERIFY(connection.execute(makeTableSql));
        const std::string secret = "ana.pereira@example.com";
        for (int row = 0; row < 200; ++row) {
            QVERIFY(connection.run(insertSql, secret, std::to_string(row) + secret));
        }
        QVERIFY(connection.checkpoint());
        QVERIFY(test::readBytes(file).find(secret) != std::string::npos);
        QVERIFY(connection.run("DELETE FROM thing WHERE a = ?1", secret));
        QVERIFY(connection.checkpoint());
        QVERIFY(test::readBytes(file).find(secret) == std::string::npos);
        QCOMPARE(std::filesystem::file_size(folder.path("a.db-wal")), std::uintmax_t(0));
    }
};

SHOPBELL_TEST(TestConnection)
#include "test_connection.moc"
