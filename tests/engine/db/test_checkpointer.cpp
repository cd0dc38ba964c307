// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/checkpointer.h"

#include "db/transaction.h"
#include "support/registry.h"
#include "workspace_folder.h"

#include <QTest>

using namespace shopbell;
using namespace shopbell::db;
using shopbell::test::WorkspaceFolder;

namespace {

std::uintmax_t logBytes(const Workspace& workspace)
{
    auto path = workspace.file();
    path += "-wal";
    std::error_code missing;
    const auto bytes = std::filesystem::file_size(path, missing);
    return missing ? 0 : bytes;
}

constexpr std::uintmax_t mebibyte = 1024 * 1024;

/// Rows of 6 KB, about one page each; returns how many bytes the log had at most.
std::uintmax_t write(const Workspace& workspace, Connection& writer, int commits)
{
    std::uintmax_t largest = 0;
    const std::string text(6000, 'x');
    for (int commit = 0; commit < commits; ++commit) {
        auto transaction = Transaction::begin(writer).value();
        for (int row = 0; row < 60; ++row) {
            if (!writer.run("INSERT INTO thing(a) VALUES(?1)", text)) {
                return ~std::uintmax_t{0};
            }
        }
        if (!transaction.commit()) {
            return ~std::uintmax_t{0};
        }
        largest = std::max(largest, logBytes(workspace));
    }
    return largest;
}

}  // namespace

class TestCheckpointer : public QObject {
    Q_OBJECT

private slots:
    void theLogStaysSmallHoweverMuchIsCommitted()
    {
        const WorkspaceFolder folder;
        const auto workspace = folder.make("a.shopbell");
        auto writer = workspace.connect(OpenMode::ReadWrite).value();
        QVERIFY(writer.relaxDurability());
        QVERIFY(writer.execute("CREATE TABLE thing(a TEXT)"));
        {
            const Checkpointer checkpointer(workspace, writer);
            const auto largest = write(workspace, writer, 500);  // 250 MB
            QVERIFY2(largest < 160 * mebibyte, std::to_string(largest).c_str());
        }
        auto reader = workspace.connect(OpenMode::ReadOnly).value();
        QCOMPARE(reader.findInteger("SELECT count(*) FROM thing").value(), std::optional<std::int64_t>(30'000));
        QCOMPARE(
            reader.findInteger("SELECT count(*) FROM pragma_integrity_check() WHERE integrity_check <> 'ok'").value(),
            std::optional<std::int64_t>(0));
        // SQLite's own way again.
        QCOMPARE(writer.findInteger("PRAGMA wal_autocheckpoint").value(), std::optional<std::int64_t>(2000));
    }

    void aReaderInAnOldStateHoldsNobodyUp()
    {
        const WorkspaceFolder folder;
        const auto workspace = folder.make("a.shopbell");
        auto writer = workspace.connect(OpenMode::ReadWrite).value();
        QVERIFY(writer.relaxDurability());
        QVERIFY(writer.execute("CREATE TABLE thing(a TEXT)"));
        auto reader = workspace.connect(OpenMode::ReadOnly).value();
        const Checkpointer checkpointer(workspace, writer);
        {
            const auto old = Transaction::beginReading(reader).value();
            QCOMPARE(reader.findInteger("SELECT count(*) FROM thing").value(), std::optional<std::int64_t>(0));
            (void)write(workspace, writer, 100);
            QCOMPARE(reader.findInteger("SELECT count(*) FROM thing").value(), std::optional<std::int64_t>(0));
        }
        QCOMPARE(reader.findInteger("SELECT count(*) FROM thing").value(), std::optional<std::int64_t>(6000));
    }

    void commitsThatNeedNotWaitAreFlushedTogether()
    {
        const WorkspaceFolder folder;
        const auto workspace = folder.make("a.shopbell");
        auto writer = workspace.connect(OpenMode::ReadWrite).value();
        QVERIFY(writer.execute("CREATE TABLE thing(a TEXT)"));
        {
            const UnawaitedCommits unawaited(writer);
            QCOMPARE(writer.findInteger("PRAGMA synchronous").value(), std::optional<std::int64_t>(1));
            QVERIFY(writer.run("INSERT INTO thing(a) VALUES(?1)", std::string_view("one")));
        }
        QCOMPARE(writer.findInteger("PRAGMA synchronous").value(), std::optional<std::int64_t>(2));
        QVERIFY(writer.flush());
        QVERIFY(writer.checkpoint());
        QVERIFY(writer.flush());  // with nothing to flush
    }
};

SHOPBELL_TEST(TestCheckpointer)
#include "test_checkpointer.moc"
