// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/local_workspaces.h"
#include "runtime/memory_secrets.h"
#include "support/registry.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace shopbell;

/// Two starts of the program on one workspace.
class TestSecondStart : public QObject {
    Q_OBJECT

private:
    static constexpr int patience = 60'000;

    /// With settings and sockets of its own, so that no other Shopbell of this computer is met.
    static void start(QProcess& program, const QTemporaryDir& folder, const QStringList& arguments)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("TMPDIR"), folder.filePath(QStringLiteral("sockets")));
        environment.insert(QStringLiteral("SHOPBELL_PASSPHRASE"), QStringLiteral("made up"));
        environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program.start(QStringLiteral(SHOPBELL_PATH),
                      QStringList{QStringLiteral("--settings"), folder.filePath(QStringLiteral("settings"))} +
                          arguments);
    }
    /// Until so many windows have their workspace: each has its socket in the folder then.
    static bool areListening(const QTemporaryDir& folder, qsizetype count)
    {
        return QTest::qWaitFor([&] { return timesOf(folder).size() == count; }, patience);
    }
    /// When each socket was made.
    static QList<QDateTime> timesOf(const QTemporaryDir& folder)
    {
        const QDir sockets(folder.filePath(QStringLiteral("sockets")));
        QList<QDateTime> times;
        for (const QFileInfo& each : sockets.entryInfoList(QDir::System | QDir::Files, QDir::Name)) {
            if (each.fileName().startsWith(QLatin1String("shopbell-"))) {
                times << each.lastModified();
            }
        }
        return times;
    }

private slots:
    void theSecondStartOfAWorkspaceLeavesItToTheFirst()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("sockets")));
        const QString one = folder.filePath(QStringLiteral("one.shopbell"));
        const QString other = folder.filePath(QStringLiteral("other.shopbell"));
        RuntimeOptions options;
        options.makeSecretStore = [](const auto&) { return std::make_unique<MemorySecrets>(); };
        options.recentFile = std::filesystem::path(folder.filePath(QStringLiteral("recent.json")).toStdString());
        const auto workspaces = makeLocalWorkspaces(options);
        for (const QString& file : {one, other}) {
            QVERIFY(workspaces->create({file.toStdString(), "Shop", "Europe/Vienna", "EUR", "AT"}));
        }
        QProcess first;
        start(first, folder, {one});
        QVERIFY(first.waitForStarted(patience));
        QVERIFY(areListening(folder, 1));

        QProcess second;
        start(second, folder, {one});
        QVERIFY(second.waitForFinished(patience));
        QCOMPARE(second.exitStatus(), QProcess::NormalExit);
        QCOMPARE(second.exitCode(), 0);
        QCOMPARE(first.state(), QProcess::Running);

        // Another workspace has a window of its own.
        QProcess third;
        start(third, folder, {other});
        QVERIFY(third.waitForStarted(patience));
        QVERIFY(areListening(folder, 2));
        QCOMPARE(third.state(), QProcess::Running);
        for (QProcess* each : {&first, &third}) {
            each->kill();
            QVERIFY(each->waitForFinished(patience));
        }
        // What a crash left behind keeps nobody out.
        const QList<QDateTime> left = timesOf(folder);
        QProcess again;
        start(again, folder, {one});
        QVERIFY(again.waitForStarted(patience));
        QVERIFY(QTest::qWaitFor([&] { return timesOf(folder) != left; }, patience));
        QProcess last;
        start(last, folder, {one});
        QVERIFY(last.waitForFinished(patience));
        QCOMPARE(last.exitCode(), 0);
        QCOMPARE(again.state(), QProcess::Running);
        again.kill();
        QVERIFY(again.waitForFinished(patience));
    }
};

SHOPBELL_TEST(TestSecondStart)
#include "test_second_start.moc"
