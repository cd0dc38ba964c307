// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/migrator.h"
#include "support/registry.h"
#include "workspace_folder.h"

#include <QTest>

using namespace shopbell;
using namespace shopbell::db;

namespace {

constexpr Migration one{1, "first", "CREATE TABLE a(x); INSERT INTO a VALUES(1);"};
constexpr Migration two{2, "second", "ALTER TABLE a ADD COLUMN y; UPDATE a SET y = 2;"};
constexpr Migration three{3, "third",
                          "CREATE TABLE b(x); INSERT INTO b VALUES(1); DROP TABLE a; SELECT * FROM nowhere;"};

}  // namespace

class TestMigrator : public QObject {
    Q_OBJECT

private slots:
    void eachStepIsDoneOnce()
    {
        auto connection = Connection::openInMemory().value();
        const Migration first[] = {one};
        const Migration both[] = {one, two};
        QVERIFY(migrate(connection, first));
        QCOMPARE(schemaVersion(connection).value(), 1);
        QVERIFY(migrate(connection, both));
        QVERIFY(migrate(connection, both));
        QCOMPARE(schemaVersion(connection).value(), 2);
        QCOMPARE(connection.findInteger("SELECT count(*) FROM a WHERE y = 2").value(), std::optional<std::int64_t>(1));
    }

    void aStepThatFailsHalfwayLeavesTheVersionBefore()
    {
        const test::WorkspaceFolder folder;
        const Migration all[] = {one, two, three};
        {
            auto connection = Connection::open(folder.path("a.db"), OpenMode::Create).value();
            const auto failed = migrate(connection, all);
            QVERIFY(!failed);
            QVERIFY(failed.error().what.find("version 3 (third)") != std::string::npos);
        }
        auto connection = Connection::open(folder.path("a.db"), OpenMode::ReadWrite).value();
        QCOMPARE(schemaVersion(connection).value(), 2);
        QCOMPARE(connection.findInteger("SELECT y FROM a").value(), std::optional<std::int64_t>(2));
        QVERIFY(!connection.findInteger("SELECT 1 FROM b"));
        QCOMPARE(connection.findInteger("PRAGMA foreign_keys").value(), std::optional<std::int64_t>(1));
    }

    void aNewerFileIsLeftAlone()
    {
        auto connection = Connection::openInMemory().value();
        QVERIFY(connection.execute("PRAGMA user_version=3"));
        const Migration both[] = {one, two};
        const auto refused = migrate(connection, both);
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        QVERIFY(refused.error().what.find("newer") != std::string::npos);
        QCOMPARE(schemaVersion(connection).value(), 3);
    }

    void tablesCanBeRebuiltButNotLeftApart()
    {
        constexpr Migration start{1, "start",
                                  "CREATE TABLE parent(id INTEGER PRIMARY KEY);"
                                  "CREATE TABLE child(id REFERENCES parent(id) ON DELETE CASCADE);"
                                  "INSERT INTO parent VALUES(1); INSERT INTO child VALUES(1);"};
        constexpr Migration rebuild{2, "rebuild",
                                    "CREATE TABLE other(id INTEGER PRIMARY KEY, name TEXT);"
                                    "INSERT INTO other(id) SELECT id FROM parent; DROP TABLE parent;"
                                    "ALTER TABLE other RENAME TO parent;"};
        constexpr Migration tearApart{3, "tear", "DELETE FROM parent;"};
        auto connection = Connection::openInMemory().value();
        const Migration sound[] = {start, rebuild};
        QVERIFY(migrate(connection, sound));
        QCOMPARE(connection.findInteger("SELECT count(*) FROM child").value(), std::optional<std::int64_t>(1));
        const Migration unsound[] = {start, rebuild, tearApart};
        QVERIFY(!migrate(connection, unsound));
        QCOMPARE(schemaVersion(connection).value(), 2);
        QCOMPARE(connection.findInteger("SELECT count(*) FROM parent").value(), std::optional<std::int64_t>(1));
    }

    void twoProcessesThatMigrateAtOnceDoEachStepOnce()
    {
        const test::WorkspaceFolder folder;
        auto first = Connection::open(folder.path("a.db"), OpenMode::Create).value();
        auto second = Connection::open(folder.path("a.db"), OpenMode::ReadWrite).value();
        const Migration both[] = {one, two};
        QVERIFY(migrate(first, both));
        // The second one looked at the version before the first was done: applying again must find it out.
        QVERIFY(migrate(second, both));
        QCOMPARE(second.findInteger("SELECT count(*) FROM a").value(), std::optional<std::int64_t>(1));
    }

    void theProgramHoldsItsMigrationsInOrder()
    {
        const auto all = workspaceMigrations();
        QVERIFY(!all.empty());
        int expected = 0;
        for (const auto& migration : all) {
            QCOMPARE(migration.number, ++expected);
            QVERIFY(!migration.sql.empty() && !migration.name.empty());
            QVERIFY(migration.sql.find('\0') == std::string_view::npos);
        }
        auto connection = Connection::openInMemory().value();
        QVERIFY(migrate(connection, all));
        QVERIFY(connection.findInteger("SELECT count(*) FROM message").value());
    }
};

SHOPBELL_TEST(TestMigrator)
#include "test_migrator.moc"
