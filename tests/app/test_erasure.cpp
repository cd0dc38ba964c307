// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli_runner.h"
#include "support/registry.h"
#include "support/scripted_smtp_server.h"
#include "support/seeded_random.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <filesystem>

using namespace shopbell;
using namespace shopbell::test;

namespace {

constexpr int people = 400;
/// Of the one who goes: each stands in another kind of place, and nowhere else.
const QByteArrayList traces{"qxgone@example.com",    "qxgonefirst",   "qxgonecity",  "qxgonenick",    "qxgonenote",
                            "qxgoneevent",           "qxgoneproduct", "qxgoneorder", "4366499887766", "qxgoneid",
                            "qxgonetwo@example.com", "qxgonetwonick"};

void writeLines(const QString& path, const QByteArray& text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        qFatal("The input of the test cannot be written.");
    }
    file.write(text);
}

/// "trace in file" for each that any file of the folder holds, whatever the file is.
QStringList findTraces(const QString& folder)
{
    QStringList found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.toStdString())) {
        const auto name = QString::fromStdString(entry.path().filename().string());
        QFile file(QString::fromStdString(entry.path().string()));
        if (!entry.is_regular_file() || name.startsWith("input") || !file.open(QIODevice::ReadOnly)) {
            continue;
        }
        const auto bytes = file.readAll().toLower();
        for (const auto& trace : traces) {
            if (bytes.contains(trace)) {
                found << QString::fromUtf8(trace) + " in " + name;
            }
        }
    }
    return found;
}

/// A day of May, by number.
QByteArray day(int number)
{
    return "2026-05-" + QByteArray::number(1 + number % 28).rightJustified(2, '0');
}

}  // namespace

/// What a person left is looked for in the raw bytes of everything that stands beside the workspace.
class TestErasure : public QObject {
    Q_OBJECT

private slots:
    void nothingOfTheErasedIsLeftInAnyFile();

private:
    static void fill(const CliRunner& cli);
};

void TestErasure::fill(const CliRunner& cli)
{
    QByteArray rows = "email,phone,external_id,first_name,city,nickname\n"
                      "qxgone@example.com,+4366499887766,qxgoneid,Qxgonefirst,Qxgonecity,qxgonenick\n"
                      "qxgonetwo@example.com,,,,,qxgonetwonick\n";
    QByteArray events = "profile,metric,time,value,unique_id,page,note\n";
    QByteArray orders = "Order ID,Order Date,E-Mail,Product Name,Quantity,Unit Price\n";
    for (int number = 1; number <= people; ++number) {
        const auto who = "person" + QByteArray::number(number) + "@example.com";
        rows += who + ",,id" + QByteArray::number(number) + ",First" + QByteArray::number(number % 50) + ",Graz,nick\n";
        orders += "o" + QByteArray::number(number) + "," + day(number) + "," + who + ",Bell,1,5\n";
    }
    // Enough, and large enough, that the events' dictionary is made of them, every tenth the one's who goes.
    for (int number = 0; number < 9'000; ++number) {
        const auto text = QByteArray::number(number);
        const bool isGone = number % 10 == 0;
        const auto who = isGone ? QByteArray("qxgone@example.com")
                                : "person" + QByteArray::number(1 + number % people) + "@example.com";
        events += who + ",Viewed Product," + day(number) + "T10:00:00Z," + QByteArray::number(number % 90) + "," +
                  (isGone ? "qxgoneevent" : "event") + text + ",/a/page/of/the/shop/that/many/see," +
                  (isGone ? "qxgonenote is what only one person says and says again and again"
                          : "what everybody says and says again and again") +
                  "\n";
    }
    for (int number = 0; number < 5; ++number) {
        orders +=
            "qxgoneorder" + QByteArray::number(number) + "," + day(number) + ",qxgone@example.com,Qxgoneproduct,1,5\n";
    }
    writeLines(cli.path("input-people.csv"), rows);
    writeLines(cli.path("input-events.csv"), events);
    writeLines(cli.path("input-orders.csv"), orders);
    writeLines(cli.path("input-text.txt"), "Hello {{ first_name }}.\n{{ unsubscribe_url }}\n");
    QCOMPARE(cli.run({"init", "--currency", "EUR"}).exitCode, 0);
    for (const QStringList& command :
         {QStringList{"import", "profiles", cli.path("input-people.csv"), "--list", "All", "--consent", "subscribed"},
          QStringList{"import", "events", cli.path("input-events.csv")},
          QStringList{"import", "orders", cli.path("input-orders.csv")}}) {
        const auto done = cli.run(command);
        QVERIFY2(done.exitCode == 0, done.output + done.errors);
    }
}

void TestErasure::nothingOfTheErasedIsLeftInAnyFile()
{
    SeededRandom random(20261122);
    CliRunner cli;
    const QString folder = QFileInfo(cli.workspace()).absolutePath();
    fill(cli);
    // Questions that make columns of texts, in memory and beside the workspace.
    const auto countOf = [&](const char* definition) {
        const auto counted = cli.run({"segment", "count", "--definition", definition});
        return counted.exitCode == 0 ? counted.json()["count"].toInt(-1) : -1;
    };
    const auto byNick = R"({"type":"property","property":"nickname","op":"equals","value":"qxgonenick"})";
    const auto byNote = R"({"type":"metric","metric":"Viewed Product","where":[{"property":"note","op":"contains",)"
                        R"("value":"qxgonenote"}],"timeframe":{"kind":"all"}})";
    QCOMPARE(countOf(byNick), 1);
    QCOMPARE(countOf(byNote), 1);
    // Who goes was two once: the merge keeps what was known of each, and a column of what merges keep stands beside.
    const auto merged = cli.run({"profile", "merge", "qxgonetwo@example.com", "qxgone@example.com"});
    QVERIFY2(merged.exitCode == 0, merged.output + merged.errors);
    const auto byKept = R"({"type":"metric","metric":"Merged Profile","where":[{"property":)"
                        R"("before.merged.properties.nickname","op":"equals","value":"qxgonetwonick"}],)"
                        R"("timeframe":{"kind":"all"}})";
    QCOMPARE(countOf(byKept), 1);
    // A campaign that is cut off while messages go out leaves its journal.
    ScriptedSmtpSettings distant;
    distant.latency = Duration{3};
    ScriptedSmtpServer server(distant);
    QCOMPARE(cli.run({"provider", "add", "smtp", "--label", "Sink", "--default", "--no-test", "--set", "host=127.0.0.1",
                      "--set", QString("port=%1").arg(server.port()), "--set", "security=none", "--set", "auth=none"})
                 .exitCode,
             0);
    QCOMPARE(cli.run({"campaign", "create", "Hello", "--list", "All", "--subject", "Hello {{ first_name }}", "--from",
                      "shop@example.org", "--text", cli.path("input-text.txt")})
                 .exitCode,
             0);
    for (int round = 0; round < 60 && !QFile::exists(cli.workspace() + "-wire"); ++round) {
        (void)cli.runAndKill({"campaign", "send", "Hello"}, static_cast<int>(random->between(20, 250)));
    }
    QVERIFY(QFile::exists(cli.workspace() + "-wire"));
    QVERIFY(!findTraces(folder).isEmpty());

    const auto erased = cli.run({"profile", "erase", "qxgone@example.com", "--yes"});
    QVERIFY2(erased.exitCode == 0, erased.output + erased.errors);
    QVERIFY2(findTraces(folder).isEmpty(), qPrintable(findTraces(folder).join("; ")));
    // Opened again, asked again, sent to its end, backed up: it does not come back.
    QCOMPARE(countOf(byNick), 0);
    QCOMPARE(countOf(byNote), 0);
    QCOMPARE(countOf(byKept), 0);
    const auto health = cli.run({"doctor"});
    QVERIFY2(health.exitCode == 0, health.output + health.errors);
    const auto sent = cli.run({"campaign", "send", "Hello"});
    QCOMPARE(sent.json()["waiting"].toInt(-1), 0);
    const auto backup = cli.run({"backup", cli.path("copy.shopbell")});
    QVERIFY2(backup.exitCode == 0, backup.errors);
    QVERIFY(QFile::exists(cli.path("copy.shopbell")));
    QVERIFY2(findTraces(folder).isEmpty(), qPrintable(findTraces(folder).join("; ")));
    // The others are all there.
    QCOMPARE(cli.run({"info"}).json()["profiles"].toInt(), people);
}

SHOPBELL_TEST(TestErasure)
#include "test_erasure.moc"
