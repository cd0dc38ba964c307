// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli_runner.h"
#include "support/registry.h"
#include "support/shared_data.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <set>
#include <unistd.h>

using namespace shopbell;
using namespace shopbell::test;

/// The main job end to end, as a script would do it.
class TestMainJob : public QObject {
    Q_OBJECT

private slots:
    void demoDoesTheWholeJob();
    void demoOverSmtpReachesEverybodyOnce();
    void onlineRetailIsImportedAndWrittenTo();
    void backupsRestoreWithSendingLocked();
    void wrongWordsAreToldWithTheirExitCode();
};

void TestMainJob::demoDoesTheWholeJob()
{
    CliRunner cli("demo.shopbell");
    const auto demo = cli.run({"demo"});
    QVERIFY2(demo.exitCode == 0, demo.errors);
    const auto answer = demo.json();
    QCOMPARE(answer["people"].toInt(), 1'000);
    QVERIFY(answer["orders"].toInt() > 1'000);
    const auto segment = answer["segment"].toObject()["members"].toInt();
    const auto campaign = answer["campaign"].toObject();
    QVERIFY(segment > 20);
    QCOMPARE(campaign["planned"].toInt(), segment);
    QCOMPARE(campaign["accepted"].toInt() + campaign["skipped"].toInt(), segment);
    const QDir outbox(cli.path("demo-outbox"));
    QCOMPARE(outbox.entryList({"*.eml"}, QDir::Files).size(), campaign["accepted"].toInt());
    const auto doctor = cli.run({"doctor"});
    QVERIFY2(doctor.exitCode == 0, doctor.output);
    // Again: what is there is found again, and nothing is doubled.
    const auto before = cli.run({"info"}).json();
    const auto again = cli.run({"demo", "--fill-only"});
    QVERIFY2(again.exitCode == 0, again.errors);
    QCOMPARE(cli.run({"info"}).json()["profiles"], before["profiles"]);
}

void TestMainJob::demoOverSmtpReachesEverybodyOnce()
{
    const auto sink = QStandardPaths::findExecutable("smtp-sink", {"/usr/sbin", "/usr/bin", "/usr/local/sbin"});
    if (sink.isEmpty()) {
        QSKIP("Postfix's smtp-sink is not installed; ./dev setup brings it.");
    }
    CliRunner cli("demo.shopbell");
    const QString folder = cli.path("sink");
    QDir().mkpath(folder);
    QFile(folder).setPermissions(QFileDevice::Permissions(0x7777));
    QProcess server;
    server.setWorkingDirectory(folder);
    int port = 0;
    for (int candidate = 20'025; candidate < 20'060; ++candidate) {
        QStringList arguments{"-d", "mail-%H%M%S.", QString("127.0.0.1:%1").arg(candidate), "100"};
        if (qEnvironmentVariable("USER") == "root" || geteuid() == 0) {
            arguments.prepend("nobody");
            arguments.prepend("-u");
        }
        server.start(sink, arguments);
        if (!server.waitForFinished(300)) {
            port = candidate;
            break;
        }
    }
    QVERIFY2(port != 0, server.readAllStandardError());
    const auto demo = cli.run({"demo", "--smtp", QString("127.0.0.1:%1").arg(port)});
    server.kill();
    server.waitForFinished();
    QVERIFY2(demo.exitCode == 0, demo.errors);
    const auto accepted = demo.json()["campaign"].toObject()["accepted"].toInt();
    QVERIFY(accepted > 20);
    std::multiset<QByteArray> receivers;
    const QDir mails(folder);
    for (const auto& name : mails.entryList(QDir::Files)) {
        QFile mail(mails.filePath(name));
        QVERIFY(mail.open(QIODevice::ReadOnly));
        for (const auto& line : mail.readAll().split('\n')) {
            if (line.startsWith("X-Rcpt-Args:")) {
                receivers.insert(line.trimmed());
            }
        }
    }
    QCOMPARE(static_cast<int>(receivers.size()), accepted);
    QCOMPARE(static_cast<int>(std::set<QByteArray>(receivers.begin(), receivers.end()).size()), accepted);
}

void TestMainJob::onlineRetailIsImportedAndWrittenTo()
{
    const auto file = findSharedData("online_retail.csv.gz");
    if (!file) {
        QSKIP("The Online Retail file is not here.");
    }
    CliRunner cli;
    QCOMPARE(cli.run({"init", "--time-zone", "Europe/London", "--currency", "GBP"}).exitCode, 0);
    const auto imported = cli.run({"import", "orders", QString::fromStdString(file->string())});
    QVERIFY2(imported.exitCode == 0, imported.errors);
    QCOMPARE(imported.json()["rows"].toInt(), 541'909);
    QCOMPARE(imported.json()["without_profile"].toInt(), 135'080);
    QCOMPARE(cli.run({"info"}).json()["profiles"].toInt(), 4'372);
    const auto count =
        cli.run({"segment", "count", "--as-of", "2011-12-09T13:00:00Z", "--definition",
                 R"({"type":"metric","metric":"Placed Order","measure":"sum","property":"value","op":">",)"
                 R"("value":1000,"timeframe":{"kind":"in-the-last","n":90,"unit":"day"}})"});
    QVERIFY2(count.exitCode == 0, count.errors);
    QVERIFY(count.json()["count"].toInt() > 100);
}

void TestMainJob::backupsRestoreWithSendingLocked()
{
    CliRunner cli;
    QCOMPARE(cli.run({"init"}).exitCode, 0);
    const auto backup = cli.run({"backup", cli.path("copy.shopbell")});
    QVERIFY2(backup.exitCode == 0, backup.errors);
    const auto refused = cli.run({"restore", cli.path("copy.shopbell")});
    QVERIFY(refused.exitCode != 0);
    const auto restored = cli.run({"restore", cli.path("copy.shopbell"), "--replace"});
    QVERIFY2(restored.exitCode == 0, restored.errors);
    QVERIFY(cli.run({"info"}).json()["sending_locked"].toBool());
    QCOMPARE(cli.run({"unlock"}).exitCode, 0);
    QVERIFY(!cli.run({"info"}).json()["sending_locked"].toBool());
}

void TestMainJob::wrongWordsAreToldWithTheirExitCode()
{
    CliRunner cli;
    QCOMPARE(cli.run({"no-such-command"}).exitCode, 2);
    QCOMPARE(cli.run({"info"}).exitCode, 3);  // no such workspace
    QCOMPARE(cli.run({"init"}).exitCode, 0);
    QCOMPARE(cli.run({"profile", "show", "nobody@example.com"}).exitCode, 3);
    QCOMPARE(cli.run({"campaign", "send", "None"}).exitCode, 3);
    QCOMPARE(cli.run({"segment", "count", "--definition", "{"}).exitCode, 1);
    const auto error = QJsonDocument::fromJson(cli.run({"profile", "show", "nobody@example.com"}).errors);
    QCOMPARE(error["error"].toObject()["kind"].toString(), QString("not-found"));
}

SHOPBELL_TEST(TestMainJob)
#include "test_main_job.moc"
