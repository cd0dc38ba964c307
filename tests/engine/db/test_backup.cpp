// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/backup.h"
#include "db/transaction.h"
#include "support/registry.h"
#include "workspace_folder.h"

#include <QTest>

using namespace shopbell;
using namespace shopbell::db;
using shopbell::test::isSendingLocked;
using shopbell::test::WorkspaceFolder;

namespace {

constexpr std::string_view addMetricSql = "INSERT INTO metric(name) VALUES (?1)";
constexpr std::string_view countMetricsSql = "SELECT count(*) FROM metric";

void fill(Connection& connection, int rows)
{
    const auto done = inTransaction(connection, [&]() -> Result<void> {
        for (int row = 0; row < rows; ++row) {
            if (auto added = connection.run(addMetricSql, std::to_string(row) + std::string(2000, 'm')); !added) {
                return added;
            }
        }
        return {};
    });
    QVERIFY(done);
}

std::int64_t countIn(const std::filesystem::path& file)
{
    auto connection = Connection::open(file, OpenMode::ReadOnly).value();
    return connection.findInteger(countMetricsSql).value().value();
}

}  // namespace

class TestBackup : public QObject {
    Q_OBJECT

private slots:
    void aBackupIsOneWholeFileWithSendingLocked()
    {
        const WorkspaceFolder folder;
        const auto workspace = folder.make("shop.shopbell");
        auto connection = workspace.connect(OpenMode::ReadWrite).value();
        fill(connection, 1000);
        double last = 0;
        bool rises = true;
        const auto target = folder.path("copy.shopbell");
        QVERIFY(backUpTo(connection, target, CancelToken{}, [&](double done) {
            rises = rises && done >= last && done <= 1;
            last = done;
        }));
        QVERIFY(rises);
        QCOMPARE(last, 1.0);
        QVERIFY(!std::filesystem::exists(folder.path("copy.shopbell-wal")));
        QVERIFY(!std::filesystem::exists(folder.path("copy.shopbell-unfinished")));
        QCOMPARE(countIn(target), 1000);
        QVERIFY(isSendingLocked(target));
        QVERIFY(!isSendingLocked(workspace.file()));
        QVERIFY(Workspace::open(target, folder.clock()));
        QVERIFY(isSendingLocked(target));
    }

    void aBackupIsOfTheMomentItBeganWhileOthersWrite()
    {
        const WorkspaceFolder folder;
        const auto workspace = folder.make("shop.shopbell");
        auto writer = workspace.connect(OpenMode::ReadWrite).value();
        fill(writer, 3000);
        auto source = workspace.connect(OpenMode::ReadOnly).value();
        int writes = 0;
        int failures = 0;
        QVERIFY(backUpTo(source, folder.path("copy.shopbell"), CancelToken{}, [&](double done) {
            if (done < 0.8) {
                failures += writer.run(addMetricSql, "during " + std::to_string(++writes)) ? 0 : 1;
            }
        }));
        QVERIFY(writes > 0);
        QCOMPARE(failures, 0);
        QCOMPARE(countIn(folder.path("copy.shopbell")), 3000);
        QCOMPARE(countIn(workspace.file()), 3000 + writes);
    }

    void aStoppedBackupLeavesTheOldOneAlone()
    {
        const WorkspaceFolder folder;
        const auto workspace = folder.make("shop.shopbell");
        auto connection = workspace.connect(OpenMode::ReadWrite).value();
        const auto target = folder.path("copy.shopbell");
        QVERIFY(backUpTo(connection, target, CancelToken{}));
        const auto before = test::readBytes(target);
        fill(connection, 3000);
        const CancelToken cancel;
        const auto stopped = backUpTo(connection, target, cancel, [&](double) { cancel.cancel(); });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
        QCOMPARE(test::readBytes(target), before);
        QVERIFY(!std::filesystem::exists(folder.path("copy.shopbell-unfinished")));
        QVERIFY(backUpTo(connection, target, CancelToken{}));
        QCOMPARE(countIn(target), 3000);
    }

    void aBackupInTheMiddleOfAChangeIsRefused()
    {
        const WorkspaceFolder folder;
        auto connection = folder.make("shop.shopbell").connect(OpenMode::ReadWrite).value();
        const auto transaction = Transaction::begin(connection).value();
        QCOMPARE(backUpTo(connection, folder.path("copy.shopbell"), CancelToken{}).error().kind, ErrorKind::Conflict);
    }

    void aBackupIntoNowhereIsAnError()
    {
        const WorkspaceFolder folder;
        auto connection = folder.make("shop.shopbell").connect(OpenMode::ReadWrite).value();
        QVERIFY(!backUpTo(connection, folder.path("no/such/copy.shopbell"), CancelToken{}));
    }

    void rotatingBackupsKeepTheNewest()
    {
        WorkspaceFolder folder;
        auto connection = folder.make("shop.shopbell").connect(OpenMode::ReadWrite).value();
        auto neighbour = folder.make("shop-two.shopbell").connect(OpenMode::ReadWrite).value();
        const auto place = folder.path("backups");
        QVERIFY(backUpRotating(neighbour, place, 3, folder.clock(), CancelToken{}));
        test::writeBytes(place / "shop-notes.shopbell", "mine");
        std::vector<std::filesystem::path> made;
        for (int day = 0; day < 5; ++day) {
            const auto backup = backUpRotating(connection, place, 3, folder.clock(), CancelToken{});
            QVERIFY(backup);
            QVERIFY(backup->bytes > 0);
            made.push_back(backup->file);
            folder.clock().set(folder.clock().now() + std::chrono::hours(24));
        }
        const auto kept = listBackups(folder.path("shop.shopbell"), place);
        QCOMPARE(kept.size(), std::size_t(3));
        for (std::size_t position = 0; position < 3; ++position) {
            QCOMPARE(kept[position].file, made[4 - position]);
        }
        QCOMPARE(kept[0].at, folder.clock().now() - std::chrono::hours(24));
        QCOMPARE(listBackups(folder.path("shop-two.shopbell"), place).size(), std::size_t(1));
        QVERIFY(std::filesystem::exists(place / "shop-notes.shopbell"));
        QVERIFY(listBackups(folder.path("shop.shopbell"), folder.path("no-such-folder")).empty());
    }

    void twoBackupsInOneSecondAreTwoFiles()
    {
        const WorkspaceFolder folder;
        auto connection = folder.make("shop.shopbell").connect(OpenMode::ReadWrite).value();
        const auto first = backUpRotating(connection, folder.path("b"), 9, folder.clock(), CancelToken{}).value();
        const auto second = backUpRotating(connection, folder.path("b"), 9, folder.clock(), CancelToken{}).value();
        QVERIFY(first.file != second.file);
        const auto all = listBackups(folder.path("shop.shopbell"), folder.path("b"));
        QCOMPARE(all.size(), std::size_t(2));
        QCOMPARE(all[0].file, second.file);
    }
};

SHOPBELL_TEST(TestBackup)
#include "test_backup.moc"
