// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli_runner.h"
#include "base/file.h"
#include "db/workspace.h"
#include "demo/woo_service.h"
#include "dispatch/ledger.h"
#include "providers/message_provider.h"
#include "support/registry.h"
#include "support/scripted_smtp_server.h"
#include "support/seeded_random.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace shopbell;
using namespace shopbell::test;

namespace {

constexpr int kills = 34;    // of each kind: a hundred and more together
constexpr int sendMs = 110;  // so long that some messages go out, so short that many kills fit into one campaign
constexpr Instant present{1'790'000'000'000};

/// Metric → times, as the workspace tells it.
QMap<QString, int> metricsOf(const CliRunner& cli)
{
    QMap<QString, int> counts;
    for (const auto& entry : cli.run({"report", "metrics"}).json().array()) {
        counts[entry.toObject()["name"].toString()] = entry.toObject()["events"].toInt();
    }
    return counts;
}

QByteArray doctorProblems(const CliRunner& cli)
{
    const auto result = cli.run({"doctor"});
    return result.exitCode == 0 ? QByteArray() : result.output + result.errors;
}

QStringList connectTo(const demo::WooService& service)
{
    return {"store",       "add",
            "woocommerce", "--label",
            "Demo",        "--no-test",
            "--set",       QString("url=%1").arg(QString::fromStdString(service.url())),
            "--set",       QString("consumer_key=%1").arg(QString::fromStdString(service.key())),
            "--set",       QString("consumer_secret=%1").arg(QString::fromStdString(service.secret()))};
}

/// Kills the call at random moments again and again; the later ones come later, so that it gets further each time.
int killAgainAndAgain(const CliRunner& cli, const QStringList& arguments, Random& random, int undisturbedMs)
{
    int killed = 0;
    for (int round = 0; round < kills; ++round) {
        killed += cli.runAndKill(arguments, static_cast<int>(random.between(5, undisturbedMs))).killed ? 1 : 0;
    }
    return killed;
}

}  // namespace

class TestKill : public QObject {
    Q_OBJECT

private slots:
    void syncGoesOnAfterEveryKill();
    void importGoesOnAfterEveryKill();
    void sendGoesOnAfterEveryKillIntoTheLocalOutbox();
    void sendOverSmtpDoublesAndLosesNothing();

private:
    /// A workspace of `people` subscribed people, a list of them and a campaign to it.
    static void makeCampaign(const CliRunner& cli, int people);
};

void TestKill::syncGoesOnAfterEveryKill()
{
    SeededRandom random(20261121);
    auto service = demo::WooService::start(std::make_shared<const demo::DemoShop>(1'000, 7, present));
    QVERIFY(service);
    CliRunner undisturbed;
    QCOMPARE(undisturbed.run({"init", "--currency", "EUR"}).exitCode, 0);
    QCOMPARE(undisturbed.run(connectTo(**service)).exitCode, 0);
    QElapsedTimer timer;
    timer.start();
    const auto whole = undisturbed.run({"store", "sync"});
    QVERIFY2(whole.exitCode == 0, whole.errors);

    CliRunner cli;
    QCOMPARE(cli.run({"init", "--currency", "EUR"}).exitCode, 0);
    QCOMPARE(cli.run(connectTo(**service)).exitCode, 0);
    // Read from scratch each time, so that there is always something to cut; what is there already must not double.
    const int killed =
        killAgainAndAgain(cli, {"store", "sync", "--from-scratch"}, *random, static_cast<int>(timer.elapsed()));
    const auto last = cli.run({"store", "sync"});
    QVERIFY2(last.exitCode == 0, last.errors);
    qInfo("%d kills", killed);
    QVERIFY(killed > 3);
    QCOMPARE(metricsOf(cli), metricsOf(undisturbed));
    QCOMPARE(cli.run({"info"}).json()["profiles"].toInt(), undisturbed.run({"info"}).json()["profiles"].toInt());
    QCOMPARE(doctorProblems(cli), QByteArray());
}

void TestKill::importGoesOnAfterEveryKill()
{
    SeededRandom random(20261121);
    CliRunner undisturbed;
    const QString file = undisturbed.path("events.csv");
    {
        QFile csv(file);
        QVERIFY(csv.open(QIODevice::WriteOnly));
        csv.write("profile,metric,time,value,unique_id,colour\n");
        for (int row = 0; row < 60'000; ++row) {
            csv.write(QString("person%1@example.com,%2,%3,%4,row-%5,blue\n")
                          .arg(row % 3'000)
                          .arg(row % 3 == 0 ? "Placed Order" : "Viewed Product")
                          .arg(1'700'000'000 + row * 37)
                          .arg(row % 100)
                          .arg(row)
                          .toUtf8());
        }
    }
    QCOMPARE(undisturbed.run({"init"}).exitCode, 0);
    QElapsedTimer timer;
    timer.start();
    const auto whole = undisturbed.run({"import", "events", file});
    QVERIFY2(whole.exitCode == 0, whole.errors);
    QCOMPARE(whole.json()["events"].toInt(), 60'000);

    CliRunner cli;
    QCOMPARE(cli.run({"init"}).exitCode, 0);
    const int killed = killAgainAndAgain(cli, {"import", "events", file}, *random, static_cast<int>(timer.elapsed()));
    const auto last = cli.run({"import", "events", file});
    QVERIFY2(last.exitCode == 0, last.errors);
    qInfo("%d kills", killed);
    QVERIFY(killed > 3);
    QCOMPARE(metricsOf(cli), metricsOf(undisturbed));
    QCOMPARE(cli.run({"info"}).json()["profiles"].toInt(), 3'000);
    QCOMPARE(doctorProblems(cli), QByteArray());
}

void TestKill::makeCampaign(const CliRunner& cli, int people)
{
    const QString file = cli.path("people.csv");
    {
        QFile csv(file);
        QVERIFY(csv.open(QIODevice::WriteOnly));
        csv.write("email,first_name\n");
        for (int row = 0; row < people; ++row) {
            csv.write(QString("person%1@example.com,P%1\n").arg(row).toUtf8());
        }
    }
    const QString text = cli.path("text.txt");
    {
        QFile part(text);
        QVERIFY(part.open(QIODevice::WriteOnly));
        part.write("Hello {{ first_name }}.\n{{ unsubscribe_url }}\n");
    }
    QCOMPARE(cli.run({"init"}).exitCode, 0);
    const auto imported = cli.run({"import", "profiles", file, "--list", "All", "--consent", "subscribed"});
    QVERIFY2(imported.exitCode == 0, imported.errors);
    const auto made = cli.run({"campaign", "create", "Hello", "--list", "All", "--subject", "Hello {{ first_name }}",
                               "--from", "shop@example.org", "--text", text});
    QVERIFY2(made.exitCode == 0, made.errors);
    QCOMPARE(made.json()["will_get"].toInt(), people);
}

void TestKill::sendGoesOnAfterEveryKillIntoTheLocalOutbox()
{
    SeededRandom random(20261121);
    constexpr int people = 3'000;
    CliRunner cli;
    makeCampaign(cli, people);
    const int killed = killAgainAndAgain(cli, {"campaign", "send", "Hello"}, *random, sendMs);
    const auto last = cli.run({"campaign", "send", "Hello"});
    QVERIFY2(last.exitCode == 0, last.output + last.errors);
    qInfo("%d kills", killed);
    const auto summary = last.json();
    QCOMPARE(summary["planned"].toInt(), people);
    QCOMPARE(summary["accepted"].toInt(), people);
    QCOMPARE(summary["unknown"].toInt(), 0);
    std::multiset<QByteArray> receivers;
    const QDir outbox(cli.path("shop-outbox"));
    for (const auto& name : outbox.entryList({"*.eml"}, QDir::Files)) {
        QFile mail(outbox.filePath(name));
        QVERIFY(mail.open(QIODevice::ReadOnly));
        for (const auto& line : mail.readAll().split('\n')) {
            if (line.startsWith("To:")) {
                receivers.insert(line.mid(line.indexOf('<')).trimmed());
                break;
            }
        }
    }
    QCOMPARE(static_cast<int>(receivers.size()), people);
    QCOMPARE(static_cast<int>(std::set<QByteArray>(receivers.begin(), receivers.end()).size()), people);
    QCOMPARE(metricsOf(cli)["Received Email"], people);
    QCOMPARE(doctorProblems(cli), QByteArray());
}

void TestKill::sendOverSmtpDoublesAndLosesNothing()
{
    SeededRandom random(20261121);
    constexpr int people = 3'000;
    constexpr int connections = 4;
    ScriptedSmtpSettings distant;
    distant.latency = Duration{3};  // so that there is time for all the kills
    ScriptedSmtpServer server(distant);
    CliRunner cli;
    makeCampaign(cli, people);
    const auto added =
        cli.run({"provider", "add", "smtp", "--label", "Sink", "--default", "--no-test", "--set", "host=127.0.0.1",
                 "--set", QString("port=%1").arg(server.port()), "--set", "security=none", "--set", "auth=none"});
    QVERIFY2(added.exitCode == 0, added.errors);
    QCOMPARE(findProviderKind("smtp")->connections, connections);
    constexpr int enoughWhileSending = 6;
    int killed = 0;
    int whileSending = 0;
    int longestMs = 160;
    for (int round = 0; round < 200 && (killed < kills || whileSending < enoughWhileSending); ++round) {
        const auto before = server.mailCount();
        killed += cli.runAndKill({"campaign", "send", "Hello"}, static_cast<int>(random->between(5, longestMs))).killed;
        if (server.mailCount() > before) {
            ++whileSending;
        } else {
            longestMs = std::min(longestMs + 10, 2'000);  // a slow machine takes longer until the first one goes out
        }
    }
    const auto last = cli.run({"campaign", "send", "Hello"});
    qInfo("%d kills, %d of them while messages went out", killed, whileSending);
    QVERIFY(killed >= 30);
    QVERIFY(whileSending >= enoughWhileSending);
    const auto summary = last.json();
    QCOMPARE(summary["planned"].toInt(), people);
    QCOMPARE(summary["waiting"].toInt(), 0);
    QCOMPARE(summary["failed"].toInt() + summary["skipped"].toInt(), 0);
    std::map<std::string, int> received;
    for (const auto& mail : server.mails()) {
        for (const auto& recipient : mail.recipients) {
            ++received[recipient.substr(recipient.find('<') + 1, recipient.find('>') - recipient.find('<') - 1)];
        }
    }
    // Each row of the ledger against the server: what it calls accepted is there once, what it cannot know once at
    // most.
    const SystemClock clock;
    const auto workspace = db::Workspace::open(toPath(cli.workspace().toStdString()), clock);
    QVERIFY(workspace);
    auto connection = *workspace->connect(db::OpenMode::ReadOnly);
    const auto rows = *Ledger(connection, clock).list({}, 0, 2 * people);
    QCOMPARE(static_cast<int>(rows.size()), people);
    int unknown = 0;
    int unknownAndThere = 0;
    for (const auto& message : rows) {
        const int times = received[message.address];
        if (message.state == MessageState::Accepted) {
            QVERIFY2(times == 1, message.address.c_str());
        } else {
            QCOMPARE(message.state, MessageState::Unknown);
            QVERIFY2(times <= 1, message.address.c_str());
            ++unknown;
            unknownAndThere += times;
        }
    }
    qInfo("%d of %d with a fate that cannot be known, %d of them at the server", unknown, people, unknownAndThere);
    QCOMPARE(summary["unknown"].toInt(), unknown);
    QVERIFY(unknown <= killed * connections);
    QCOMPARE(metricsOf(cli)["Received Email"], people - unknown);
    QCOMPARE(doctorProblems(cli), QByteArray());
    QVERIFY(!QFile::exists(cli.workspace() + "-wire"));
}

SHOPBELL_TEST(TestKill)
#include "test_kill.moc"
