// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/file_identity.h"
#include "db/migrator.h"
#include "db/workspace.h"
#include "support/registry.h"
#include "workspace_folder.h"

#include <QTest>

#ifndef _WIN32
#include <unistd.h>
#endif

using namespace shopbell;
using namespace shopbell::db;
using shopbell::test::isSendingLocked;
using shopbell::test::WorkspaceFolder;

class TestWorkspace : public QObject {
    Q_OBJECT

private slots:
    void aNewWorkspaceSaysWhatItIs()
    {
        const WorkspaceFolder folder;
        const auto workspace = folder.make("shop.shopbell");
        auto connection = workspace.connect(OpenMode::ReadWrite).value();
        const auto settings = Workspace::loadSettings(connection).value();
        QCOMPARE(settings.shopName, std::string("Bell & Sons"));
        QCOMPARE(settings.timeZone, std::string("Europe/Vienna"));
        QCOMPARE(settings.currency, std::string("EUR"));
        QCOMPARE(settings.country, std::string("AT"));
        QCOMPARE(settings.token.size(), std::size_t(32));
        QVERIFY(!settings.sendingLocked);
        QCOMPARE(connection.findInteger("PRAGMA application_id").value(),
                 std::optional<std::int64_t>(workspaceApplicationId));
        QCOMPARE(connection.findInteger("PRAGMA user_version").value(),
                 std::optional<std::int64_t>(workspaceMigrations().back().number));
        QVERIFY(workspace.derivedFile().string().ends_with("shop.shopbell-derived-v1"));
        // Nothing else is left lying about.
        int files = 0;
        for (const auto& entry : std::filesystem::directory_iterator(folder.path("."))) {
            files += entry.path().filename().string().find("-new-") != std::string::npos ? 1 : 0;
        }
        QCOMPARE(files, 0);
        const auto other = folder.make("other.shopbell");
        auto otherConnection = other.connect(OpenMode::ReadOnly).value();
        QVERIFY(Workspace::loadSettings(otherConnection).value().token != settings.token);
    }

    void creatingRefusesWhatExistsAndWhatCannotBe()
    {
        const WorkspaceFolder folder;
        const auto workspace = folder.make("shop.shopbell");
        const auto before = test::readBytes(workspace.file());
        QCOMPARE(Workspace::create(workspace.file(), {"X", "", "", ""}, folder.clock()).error().kind,
                 ErrorKind::AlreadyExists);
        QCOMPARE(test::readBytes(workspace.file()), before);
        QCOMPARE(Workspace::create(folder.path("no/folder.shopbell"), {"X", "", "", ""}, folder.clock()).error().kind,
                 ErrorKind::NotFound);
        QVERIFY(!Workspace::create(folder.path("b.shopbell"), {"X", "Mars/Olympus", "", ""}, folder.clock()));
        QVERIFY(!Workspace::create(folder.path("b.shopbell"), {"X", "", "euro", ""}, folder.clock()));
        QVERIFY(!Workspace::create(folder.path("b.shopbell"), {"X", "", "", "Austria"}, folder.clock()));
        QVERIFY(!std::filesystem::exists(folder.path("b.shopbell")));
    }

    void aDeletedWorkspacesLogIsNotReadIntoANewOne()
    {
        const WorkspaceFolder folder;
        test::writeBytes(folder.path("shop.shopbell-wal"), std::string(10'000, 'x'));
        folder.make("shop.shopbell");
        QVERIFY(Workspace::open(folder.path("shop.shopbell"), folder.clock()));
    }

    void settingsAreKept()
    {
        const WorkspaceFolder folder;
        const auto workspace = folder.make("shop.shopbell");
        auto connection = workspace.connect(OpenMode::ReadWrite).value();
        auto settings = Workspace::loadSettings(connection).value();
        settings.shopName = "Söhne";
        settings.currency = "";
        QVERIFY(Workspace::saveSettings(connection, settings));
        QVERIFY(saveSetting(connection, "theme", "dark"));
        QVERIFY(saveSetting(connection, "theme", "light"));
        auto other = workspace.connect(OpenMode::ReadOnly).value();
        QCOMPARE(Workspace::loadSettings(other).value().shopName, std::string("Söhne"));
        QCOMPARE(Workspace::loadSettings(other).value().token, settings.token);
        QCOMPARE(findSetting(other, "theme").value(), std::optional<std::string>("light"));
        QVERIFY(!findSetting(other, "nothing").value());
        settings.timeZone = "Nowhere";
        QVERIFY(!Workspace::saveSettings(connection, settings));
    }

    void theLockOnSendingIsLiftedByUnlockingAlone()
    {
        const WorkspaceFolder folder;
        const auto workspace = folder.make("shop.shopbell");
        auto connection = workspace.connect(OpenMode::ReadWrite).value();
        auto settings = Workspace::loadSettings(connection).value();
        QVERIFY(lockSending(connection));
        QVERIFY(Workspace::saveSettings(connection, settings));  // what a window loaded before the lock
        QVERIFY(isSendingLocked(workspace.file()));
        QVERIFY(unlockSending(connection, workspace.file()));
        QVERIFY(!isSendingLocked(workspace.file()));
        settings.sendingLocked = true;
        QVERIFY(Workspace::saveSettings(connection, settings));
        QVERIFY(isSendingLocked(workspace.file()));
    }

    void aCopiedFileOpensWithSendingLockedUntilUnlocked()
    {
        const WorkspaceFolder folder;
        const auto file = folder.make("shop.shopbell").file();
        const auto copy = folder.path("copy.shopbell");
        std::filesystem::copy_file(file, copy);
        QVERIFY(Workspace::open(file, folder.clock()));
        QVERIFY(!isSendingLocked(file));
        QVERIFY(Workspace::open(copy, folder.clock()));
        QVERIFY(isSendingLocked(copy));
        {
            auto connection = Connection::open(copy, OpenMode::ReadWrite).value();
            QVERIFY(unlockSending(connection, copy));
        }
        QVERIFY(Workspace::open(copy, folder.clock()));
        QVERIFY(!isSendingLocked(copy));
    }

    void aRenamedFileIsStillTheSame()
    {
        const WorkspaceFolder folder;
        const auto file = folder.make("shop.shopbell").file();
        std::filesystem::rename(file, folder.path("renamed.shopbell"));
        QVERIFY(Workspace::open(folder.path("renamed.shopbell"), folder.clock()));
        QVERIFY(!isSendingLocked(folder.path("renamed.shopbell")));
    }

    void aCopyThatTookTheOldPlaceIsNoticed()
    {
        const WorkspaceFolder folder;
        const auto file = folder.make("shop.shopbell").file();
        std::filesystem::copy_file(file, folder.path("copy.shopbell"));
        std::filesystem::rename(folder.path("copy.shopbell"), file);
        QVERIFY(Workspace::open(file, folder.clock()));
        QVERIFY(isSendingLocked(file));
    }

    void identitiesAreComparedByTheStatedRule()
    {
        QVERIFY(isSameFile("1:2:3:4", "1:2:3:4"));
        QVERIFY(isSameFile("1:2:3:4", "1:2:3:9"));   // moved on its disk
        QVERIFY(isSameFile("1:2:3:4", "1:9:3:4"));   // disks numbered anew
        QVERIFY(!isSameFile("1:2:3:4", "1:9:3:9"));  // on another disk
        QVERIFY(!isSameFile("1:2:3:4", "1:2:9:4"));  // another file
        QVERIFY(!isSameFile("1:2:3:4", "9:2:3:4"));  // another computer
        QVERIFY(!isSameFile("", "1:2:3:4"));
        QVERIFY(!isSameFile("rubbish", "rubbish"));
    }

    void whatIsNoWorkspaceIsRefusedUntouched_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("said");
        QTest::newRow("empty") << QByteArray() << "empty";
        QTest::newRow("text") << QByteArray("hello, this is a letter") << "not a Shopbell workspace";
        QTest::newRow("nearly") << QByteArray("SQLite format 2\0 and so on", 26) << "not a Shopbell workspace";
    }

    void whatIsNoWorkspaceIsRefusedUntouched()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, said);
        const WorkspaceFolder folder;
        const auto file = folder.path("shop.shopbell");
        test::writeBytes(file, bytes.toStdString());
        const auto opened = Workspace::open(file, folder.clock());
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::InvalidInput);
        QVERIFY(QString::fromStdString(opened.error().what).contains(said));
        QCOMPARE(test::readBytes(file), bytes.toStdString());
    }

    void missingFilesAndFoldersAreTold()
    {
        const WorkspaceFolder folder;
        QCOMPARE(Workspace::open(folder.path("none.shopbell"), folder.clock()).error().kind, ErrorKind::NotFound);
        QCOMPARE(Workspace::open(folder.path("."), folder.clock()).error().kind, ErrorKind::InvalidInput);
    }

    void anotherProgramsDatabaseIsLeftUntouched()
    {
        const WorkspaceFolder folder;
        const auto file = folder.path("bookmarks.sqlite");
        {
            auto connection = Connection::open(file, OpenMode::Create).value();
            QVERIFY(
                connection.execute("PRAGMA journal_mode=DELETE; CREATE TABLE bookmark(url); PRAGMA application_id=7"));
        }
        const auto before = test::readBytes(file);
        const auto opened = Workspace::open(file, folder.clock());
        QCOMPARE(opened.error().kind, ErrorKind::InvalidInput);
        QVERIFY(opened.error().what.find("another program") != std::string::npos);
        QCOMPARE(test::readBytes(file), before);
    }

    void aNewerWorkspaceIsLeftUntouched()
    {
        const WorkspaceFolder folder;
        const auto file = folder.make("shop.shopbell").file();
        {
            auto connection = Connection::open(file, OpenMode::ReadWrite).value();
            QVERIFY(connection.execute("PRAGMA user_version=9999"));
        }
        const auto before = test::readBytes(file);
        const auto opened = Workspace::open(file, folder.clock());
        QCOMPARE(opened.error().kind, ErrorKind::Conflict);
        QVERIFY(opened.error().what.find("newer Shopbell") != std::string::npos);
        QCOMPARE(test::readBytes(file), before);
    }

    void aFileCutShortOrScribbledOnIsCorrupt()
    {
        const WorkspaceFolder folder;
        const auto file = folder.make("shop.shopbell").file();
        const auto sound = test::readBytes(file);
        QVERIFY(sound.size() > 3 * 8192);
        for (const std::size_t size : {sound.size() / 2, std::size_t(8192), std::size_t(100), std::size_t(20)}) {
            test::writeBytes(file, std::string_view(sound).substr(0, size));
            const auto opened = Workspace::open(file, folder.clock());
            QVERIFY(!opened);
            QCOMPARE(opened.error().kind, ErrorKind::Corrupt);
            QVERIFY(opened.error().what.find("backup") != std::string::npos);
        }
        auto scribbled = sound;
        std::fill(scribbled.begin() + 100, scribbled.begin() + 8192, '\x5A');
        test::writeBytes(file, scribbled);
        QCOMPARE(Workspace::open(file, folder.clock()).error().kind, ErrorKind::Corrupt);
    }

    void anOlderWorkspaceIsBackedUpBeforeItIsMigrated()
    {
        const WorkspaceFolder folder;
        const auto file = folder.path("shop.shopbell");
        {
            // Version 0: the mark of a workspace, nothing in it but what the backup needs.
            auto connection = Connection::open(file, OpenMode::Create).value();
            QVERIFY(connection.execute("PRAGMA application_id=" + std::to_string(workspaceApplicationId) +
                                       "; CREATE TABLE old_times(x); INSERT INTO old_times VALUES(42);"
                                       "CREATE TABLE setting(key TEXT PRIMARY KEY, value TEXT NOT NULL)"));
        }
        // The first migration makes `setting` itself, so on this file it fails; that is as good a failing one as any.
        const auto opened = Workspace::open(file, folder.clock());
        QVERIFY(!opened);
        const auto kept =
            folder.path(("shop.shopbell-before-v" + std::to_string(workspaceMigrations().back().number)).c_str());
        QVERIFY(std::filesystem::exists(kept));
        auto backup = Connection::open(kept, OpenMode::ReadOnly).value();
        QCOMPARE(backup.findInteger("SELECT x FROM old_times").value(), std::optional<std::int64_t>(42));
        auto connection = Connection::open(file, OpenMode::ReadOnly).value();
        QCOMPARE(schemaVersion(connection).value(), 0);
        QCOMPARE(connection.findInteger("SELECT x FROM old_times").value(), std::optional<std::int64_t>(42));
    }

    void aFolderThatMayOnlyBeReadIsTold()
    {
#ifdef _WIN32
        QSKIP("Folders are made read-only another way on Windows.");
#else
        if (::geteuid() == 0) {
            QSKIP("The administrator may write everywhere.");
        }
        const WorkspaceFolder folder;
        const auto file = folder.make("shop.shopbell").file();
        using std::filesystem::perms;
        std::filesystem::permissions(file, perms::owner_read);
        std::filesystem::permissions(folder.path("."), perms::owner_read | perms::owner_exec);
        const auto opened = Workspace::open(file, folder.clock());
        const auto made = Workspace::create(folder.path("new.shopbell"), {"X", "", "", ""}, folder.clock());
        std::filesystem::permissions(folder.path("."), perms::owner_all);
        QVERIFY(!opened);
        QVERIFY(opened.error().kind == ErrorKind::Refused || opened.error().kind == ErrorKind::Io);
        QVERIFY(!made);
#endif
    }

    void oneFileMayBeOpenTwiceAndBothSeeEachOther()
    {
        const WorkspaceFolder folder;
        const auto first = folder.make("shop.shopbell");
        const auto second = Workspace::open(first.file(), folder.clock()).value();
        auto writer = first.connect(OpenMode::ReadWrite).value();
        auto reader = second.connect(OpenMode::ReadWrite).value();
        QVERIFY(saveSetting(writer, "k", "1"));
        QCOMPARE(findSetting(reader, "k").value(), std::optional<std::string>("1"));
        QVERIFY(saveSetting(reader, "k", "2"));
        QCOMPARE(findSetting(writer, "k").value(), std::optional<std::string>("2"));
    }

    void aWorkspaceTakenAwayWhileOpenIsNotMadeAnew()
    {
        const WorkspaceFolder folder;
        const auto workspace = folder.make("shop.shopbell");
        std::filesystem::remove(workspace.file());
        QCOMPARE(workspace.connect(OpenMode::Create).error().kind, ErrorKind::NotFound);
        QVERIFY(!std::filesystem::exists(workspace.file()));
    }
};

SHOPBELL_TEST(TestWorkspace)
#include "test_workspace.moc"
