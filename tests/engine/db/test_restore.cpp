// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/backup.h"
#include "db/runner_lease.h"
#include "support/registry.h"
#include "workspace_folder.h"

#include <QTest>

using namespace shopbell;
using namespace shopbell::db;
using shopbell::test::isSendingLocked;
using shopbell::test::WorkspaceFolder;

namespace {

void setShopName(const std::filesystem::path& file, const char* name)
{
    auto connection = Connection::open(file, OpenMode::ReadWrite).value();
    QVERIFY(saveSetting(connection, "shop_name", name));
}

std::string shopName(const std::filesystem::path& file)
{
    auto connection = Connection::open(file, OpenMode::ReadOnly).value();
    return Workspace::loadSettings(connection).value().shopName;
}

std::filesystem::path makeBackup(const WorkspaceFolder& folder, const Workspace& workspace)
{
    auto connection = workspace.connect(OpenMode::ReadWrite).value();
    const auto backup = folder.path("backup.shopbell");
    return backUpTo(connection, backup, CancelToken{}) ? backup : std::filesystem::path();
}

}  // namespace

class TestRestore : public QObject {
    Q_OBJECT

private slots:
    void aRestoredWorkspaceIsTheOldOneWithSendingLocked()
    {
        const WorkspaceFolder folder;
        const auto workspace = folder.make("shop.shopbell");
        const auto backup = makeBackup(folder, workspace);
        setShopName(workspace.file(), "Later");
        test::writeBytes(workspace.derivedFile(), "made from what came later");
        test::writeBytes(folder.path("shop.shopbell-derived-v1-wal"), "its log");
        test::writeBytes(folder.path("shop.shopbell-wal"), "");
        QVERIFY(restoreFrom(backup, workspace.file(), true));
        QCOMPARE(shopName(workspace.file()), std::string("Bell & Sons"));
        QVERIFY(isSendingLocked(workspace.file()));
        QVERIFY(!std::filesystem::exists(workspace.derivedFile()));
        QVERIFY(!std::filesystem::exists(folder.path("shop.shopbell-derived-v1-wal")));
        QCOMPARE(shopName(folder.path("shop.shopbell-before-restore")), std::string("Later"));
        QVERIFY(Workspace::open(workspace.file(), folder.clock()));
        QVERIFY(isSendingLocked(workspace.file()));
        auto connection = workspace.connect(OpenMode::ReadWrite).value();
        QVERIFY(unlockSending(connection, workspace.file()));
        QVERIFY(Workspace::open(workspace.file(), folder.clock()));
        QVERIFY(!isSendingLocked(workspace.file()));
    }

    void restoringToANewNameNeedsNoReplace()
    {
        const WorkspaceFolder folder;
        const auto workspace = folder.make("shop.shopbell");
        const auto backup = makeBackup(folder, workspace);
        QVERIFY(restoreFrom(backup, folder.path("new.shopbell"), false));
        QVERIFY(isSendingLocked(folder.path("new.shopbell")));
        QCOMPARE(restoreFrom(backup, workspace.file(), false).error().kind, ErrorKind::AlreadyExists);
        QVERIFY(!isSendingLocked(workspace.file()));
        QCOMPARE(restoreFrom(backup, backup, true).error().kind, ErrorKind::InvalidInput);
    }

    void anOpenWorkspaceIsNotReplaced()
    {
        const WorkspaceFolder folder;
        const auto workspace = folder.make("shop.shopbell");
        const auto backup = makeBackup(folder, workspace);
        setShopName(workspace.file(), "Later");
        {
            auto open = workspace.connect(OpenMode::ReadWrite).value();
            QVERIFY(findSetting(open, "token"));
            QCOMPARE(restoreFrom(backup, workspace.file(), true).error().kind, ErrorKind::Conflict);
        }
        {
            const auto lease = RunnerLease::take(workspace.file()).value();
            QCOMPARE(restoreFrom(backup, workspace.file(), true).error().kind, ErrorKind::Conflict);
        }
        QCOMPARE(shopName(workspace.file()), std::string("Later"));
        QVERIFY(!std::filesystem::exists(folder.path("shop.shopbell-restored")));
        QVERIFY(restoreFrom(backup, workspace.file(), true));
    }

    void aDamagedWorkspaceCanBeReplacedAndIsKept()
    {
        const WorkspaceFolder folder;
        const auto workspace = folder.make("shop.shopbell");
        const auto backup = makeBackup(folder, workspace);
        const auto damaged = test::readBytes(workspace.file()).substr(0, 10'000);
        test::writeBytes(workspace.file(), damaged);
        QVERIFY(!Workspace::open(workspace.file(), folder.clock()));
        QVERIFY(restoreFrom(backup, workspace.file(), true));
        QVERIFY(Workspace::open(workspace.file(), folder.clock()));
        QCOMPARE(test::readBytes(folder.path("shop.shopbell-before-restore")), damaged);
    }

    void whatIsNotASoundBackupIsRefusedAndChangesNothing()
    {
        const WorkspaceFolder folder;
        const auto workspace = folder.make("shop.shopbell");
        const auto backup = makeBackup(folder, workspace);
        const auto sound = test::readBytes(backup);
        const auto before = test::readBytes(workspace.file());
        const auto refused = [&](std::string_view bytes) {
            test::writeBytes(backup, bytes);
            return restoreFrom(backup, workspace.file(), true).error().kind;
        };
        QCOMPARE(refused(""), ErrorKind::InvalidInput);
        QCOMPARE(refused("not a backup at all, but a letter"), ErrorKind::InvalidInput);
        QCOMPARE(refused(std::string_view(sound).substr(0, sound.size() - 8192)), ErrorKind::Corrupt);
        auto scribbled = sound;
        std::fill(scribbled.begin() + 3 * 8192, scribbled.begin() + 3 * 8192 + 100, '\x77');
        QCOMPARE(refused(scribbled), ErrorKind::Corrupt);
        auto newer = sound;
        newer[62] = '\x27';  // user_version stands at 60 to 63
        QCOMPARE(refused(newer), ErrorKind::Conflict);
        QCOMPARE(restoreFrom(folder.path("none"), workspace.file(), true).error().kind, ErrorKind::NotFound);
        QCOMPARE(test::readBytes(workspace.file()), before);
        QVERIFY(!isSendingLocked(workspace.file()));
    }

    void aLiveFileWithItsLogCanBeRestoredFrom()
    {
        // Somebody copied the files of a running Shopbell: what is only in the log must come along.
        const WorkspaceFolder folder;
        const auto workspace = folder.make("shop.shopbell");
        auto open = workspace.connect(OpenMode::ReadWrite).value();
        QVERIFY(saveSetting(open, "shop_name", "Only in the log"));
        std::filesystem::copy_file(workspace.file(), folder.path("copied.shopbell"));
        std::filesystem::copy_file(folder.path("shop.shopbell-wal"), folder.path("copied.shopbell-wal"));
        QVERIFY(restoreFrom(folder.path("copied.shopbell"), folder.path("new.shopbell"), false));
        QCOMPARE(shopName(folder.path("new.shopbell")), std::string("Only in the log"));
    }
};

SHOPBELL_TEST(TestRestore)
#include "test_restore.moc"
