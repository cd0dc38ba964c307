// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/runner_lease.h"
#include "support/registry.h"
#include "workspace_folder.h"

#include <QProcess>
#include <QTest>

using namespace shopbell;
using namespace shopbell::db;
using shopbell::test::WorkspaceFolder;

namespace {

constexpr int patienceMs = 30'000;

/// Starts another process that tries to take the lease; what it printed.
QByteArray start(QProcess& process, const std::filesystem::path& workspace)
{
    process.start(LEASE_HOLDER, {QString::fromStdString(workspace.string())});
    while (!process.canReadLine() && process.waitForReadyRead(patienceMs)) {
    }
    return process.readLine().trimmed();
}

}  // namespace

class TestRunnerLease : public QObject {
    Q_OBJECT

private slots:
    void oneProcessHoldsItAndTheOtherIsTold()
    {
        const WorkspaceFolder folder;
        const auto workspace = folder.path("shop.shopbell");
        QProcess holder;
        QCOMPARE(start(holder, workspace), QByteArray("taken"));
        const auto refused = RunnerLease::take(workspace);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        const auto pid = std::to_string(holder.processId());
        QVERIFY2(refused.error().detail.find(pid) != std::string::npos, refused.error().detail.c_str());
        holder.closeWriteChannel();
        QVERIFY(holder.waitForFinished(patienceMs));
        QVERIFY(RunnerLease::take(workspace));
    }

    void itEndsWithItsProcessHoweverThatEnds()
    {
        const WorkspaceFolder folder;
        const auto workspace = folder.path("shop.shopbell");
        QProcess holder;
        QCOMPARE(start(holder, workspace), QByteArray("taken"));
        QVERIFY(!RunnerLease::take(workspace));
        holder.kill();
        QVERIFY(holder.waitForFinished(patienceMs));
        QVERIFY(RunnerLease::take(workspace));
    }

    void thisProcessKeepsOthersOut()
    {
        const WorkspaceFolder folder;
        const auto workspace = folder.path("shop.shopbell");
        auto lease = RunnerLease::take(workspace).value();
        {
            QProcess other;
            QCOMPARE(start(other, workspace), QByteArray("refused"));
            other.closeWriteChannel();
            QVERIFY(other.waitForFinished(patienceMs));
        }
        QVERIFY(!RunnerLease::take(workspace));  // nor is it had twice here
        lease.reset();
        QVERIFY(RunnerLease::take(workspace));
    }

    void eachWorkspaceHasItsOwn()
    {
        const WorkspaceFolder folder;
        const auto one = RunnerLease::take(folder.path("one.shopbell"));
        const auto two = RunnerLease::take(folder.path("two.shopbell"));
        QVERIFY(one && two);
    }

    void anOlderContentPutBackInPlaceIsNoticed()
    {
        const WorkspaceFolder folder;
        const auto workspace = folder.make("shop.shopbell");
        const auto file = workspace.file();
        const auto takeTurn = [&] {
            const auto lease = RunnerLease::take(file).value();
            auto connection = workspace.connect(OpenMode::ReadWrite).value();
            return lease->beginTurn(connection).value();
        };
        QVERIFY(!takeTurn());
        const auto older = test::readBytes(file);
        QVERIFY(!takeTurn());
        QVERIFY(!takeTurn());
        QVERIFY(!test::isSendingLocked(file));
        // Written over the same file: neither its name nor its number changes.
        test::writeBytes(file, older);
        QVERIFY(Workspace::open(file, folder.clock()));
        QVERIFY(!test::isSendingLocked(file));
        QVERIFY(takeTurn());
        QVERIFY(test::isSendingLocked(file));
        QVERIFY(!takeTurn());
        QVERIFY(test::isSendingLocked(file));  // until the owner unlocks it
    }

    void aNewWorkspaceOfAnOldNameIsNotSuspected()
    {
        const WorkspaceFolder folder;
        for (int life = 0; life < 2; ++life) {
            const auto workspace = folder.make("shop.shopbell");
            {
                const auto lease = RunnerLease::take(workspace.file()).value();
                auto connection = workspace.connect(OpenMode::ReadWrite).value();
                QVERIFY(!lease->beginTurn(connection).value());
            }
            std::filesystem::remove(workspace.file());
        }
    }

    void aFolderThatIsNotThereIsAnError()
    {
        const WorkspaceFolder folder;
        const auto lease = RunnerLease::take(folder.path("no/such/shop.shopbell"));
        QVERIFY(!lease);
        QCOMPARE(lease.error().kind, ErrorKind::Io);
    }
};

SHOPBELL_TEST(TestRunnerLease)
#include "test_runner_lease.moc"
