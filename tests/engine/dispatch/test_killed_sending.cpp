// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "dispatch/wire_medium.h"
#include "send_fixture.h"
#include "support/registry.h"
#include "support/scripted_smtp_server.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <cstdio>

using namespace shopbell;
using test::SendFixture;

namespace {

/// Runs the child until it is through, killing it without warning again and again. Returns how often it was killed.
int sendWithKills(const SendFixture& shop, const QString& kind, const QString& where, Random& random, int kills)
{
    const auto file = QString::fromStdString(fromPath(shop.workspace.file()));
    int killed = 0;
    for (;;) {
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(SEND_CHILD, {file, kind, where});
        if (!child.waitForStarted(30'000)) {
            return -1;
        }
        const auto patience = killed < kills ? static_cast<int>(random.between(1, 120)) : 120'000;
        if (child.waitForFinished(patience)) {
            return child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0 ? killed : -1;
        }
        child.kill();
        child.waitForFinished(30'000);
        ++killed;
    }
}

}  // namespace

class TestKilledSending : public QObject {
    Q_OBJECT
private slots:
    void theLocalOutboxHoldsEachMessageOnce()
    {
        SendFixture shop;
        test::SeededRandom random(21);
        QCOMPARE(shop.plan(shop.addPeople(400)), 400);
        const auto folder = shop.folder / "outbox";
        const int killed = sendWithKills(shop, "local-outbox", QString::fromStdString(fromPath(folder)), *random, 25);
        QVERIFY(killed >= 0);
        std::map<std::string, int> received;
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            if (entry.path().extension() != ".eml") {
                continue;
            }
            const auto source = *readFile(entry.path(), 1 << 20);
            const auto from = source.find('<', source.find("\r\nTo: "));
            ++received[source.substr(from + 1, source.find('>', from) - from - 1)];
        }
        QCOMPARE(received.size(), std::size_t(400));
        for (const auto& [address, count] : received) {
            QVERIFY2(count == 1, address.c_str());
        }
        const auto counts = shop.counts();
        QCOMPARE(counts.accepted, 400);
        std::printf("local outbox: killed %d times, accepted %lld\n", killed, static_cast<long long>(counts.accepted));
    }

    void aMailServerGetsNoneTwiceAndMissesOnlyWhatIsUnknown()
    {
        SendFixture shop;
        test::SeededRandom random(22);
        QCOMPARE(shop.plan(shop.addPeople(600)), 600);
        test::ScriptedSmtpServer server;
        const int killed = sendWithKills(shop, "smtp", QString::number(server.port()), *random, 25);
        QVERIFY(killed >= 0);
        std::map<std::string, int> received;
        for (const auto& mail : server.mails()) {
            for (const auto& recipient : mail.recipients) {
                const auto from = recipient.find('<');
                ++received[from == std::string::npos ? recipient
                                                     : recipient.substr(from + 1, recipient.find('>') - from - 1)];
            }
        }
        const auto counts = shop.counts();
        QVERIFY(test::addsUp(counts));
        QCOMPARE(counts.waiting, 0);
        QCOMPARE(counts.accepted + counts.unknown, 600);
        int unknownButTaken = 0;
        const auto rows = *shop.ledger.list({}, 0, 1000);
        for (const auto& message : rows) {
            const int got = received[message.address];
            QVERIFY2(got <= 1, message.address.c_str());
            if (message.state == MessageState::Accepted) {
                QVERIFY2(got == 1, message.address.c_str());
            } else {
                QCOMPARE(message.state, MessageState::Unknown);
                unknownButTaken += got;
            }
        }
        // At a kill one message a connection is on its way at most.
        QVERIFY(counts.unknown <= 3 * killed);
        std::printf("SMTP: killed %d times, accepted %lld, unknown %lld of which %d had been taken\n", killed,
                    static_cast<long long>(counts.accepted), static_cast<long long>(counts.unknown), unknownButTaken);
    }

    void aCrashAtEachPlaceLeavesOnlyWhatWasOnTheWireInDoubt_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<int>("mostUnknown");
        QTest::newRow("after settling") << "settled" << 0;
        QTest::newRow("with a new journal") << "journal-started" << 0;
        QTest::newRow("leased") << "leased" << 0;
        // Two other connections are somewhere in theirs.
        QTest::newRow("about to note it") << "before-begin" << 2;
        QTest::newRow("noted, not out yet") << "after-begin" << 3;
        QTest::newRow("out, its answer not noted") << "before-answer" << 3;
        QTest::newRow("all answered") << "delivered" << 0;
        QTest::newRow("in the ledger, not forgotten") << "recorded" << 0;
    }
    void aCrashAtEachPlaceLeavesOnlyWhatWasOnTheWireInDoubt()
    {
        QFETCH(QString, place);
        QFETCH(int, mostUnknown);
        constexpr int crashes = 3;
        SendFixture shop;
        QCOMPARE(shop.plan(shop.addPeople(150)), 150);
        test::ScriptedSmtpServer server;
        const auto file = QString::fromStdString(fromPath(shop.workspace.file()));
        const QStringList order{file, "smtp", QString::number(server.port())};
        int crashed = 0;
        for (int round = 0; round <= crashes; ++round) {
            QProcess child;
            child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            // The places inside a batch are passed once each message, the others once each batch or once at all.
            const bool inside = place.startsWith("before") || place.startsWith("after");
            const bool once = place == "settled" || place == "journal-started";
            const int times = inside ? 7 + 6 * round : once ? 1 : 2;
            child.start(SEND_CHILD, round < crashes ? order + QStringList{place, QString::number(times)} : order);
            QVERIFY(child.waitForFinished(120'000));
            crashed += child.exitStatus() == QProcess::CrashExit ? 1 : 0;
        }
        QCOMPARE(crashed, crashes);
        std::map<std::string, int> received;
        for (const auto& mail : server.mails()) {
            for (const auto& recipient : mail.recipients) {
                const auto from = recipient.find('<');
                ++received[from == std::string::npos ? recipient
                                                     : recipient.substr(from + 1, recipient.find('>') - from - 1)];
            }
        }
        const auto counts = shop.counts();
        QCOMPARE(counts.accepted + counts.unknown, 150);
        QVERIFY2(counts.unknown <= mostUnknown * crashes, std::to_string(counts.unknown).c_str());
        const auto rows = *shop.ledger.list({}, 0, 1000);
        for (const auto& message : rows) {
            const int got = received[message.address];
            QVERIFY2(got <= 1, message.address.c_str());
            QVERIFY2(message.state != MessageState::Accepted || got == 1, message.address.c_str());
        }
        QVERIFY(!std::filesystem::exists(wireFileOf(shop.workspace.file())));
    }

    void aServerInABadMoodGetsNoneTwice()
    {
        SendFixture shop;
        test::SeededRandom random(23);
        QCOMPARE(shop.plan(shop.addPeople(200)), 200);
        test::ScriptedSmtpServer server;
        std::mutex mutex;
        Random dice(random->next());
        server.setWhim([&](test::SmtpStage stage) -> std::optional<test::SmtpMishap> {
            const std::lock_guard lock(mutex);
            if (!dice.chance(0.04) || stage == test::SmtpStage::Greeting || stage == test::SmtpStage::Hello) {
                return std::nullopt;
            }
            test::SmtpMishap mishap;
            mishap.stage = stage;
            const auto kind = dice.below(4);
            mishap.kind = kind == 0                                             ? test::SmtpMishap::Kind::Drop
                          : kind == 1                                           ? test::SmtpMishap::Kind::Close
                          : kind == 2 && stage == test::SmtpStage::EndOfContent ? test::SmtpMishap::Kind::TakeAndDrop
                                                                                : test::SmtpMishap::Kind::Reply;
            mishap.reply = "554 5.3.0 not today";
            return mishap;
        });
        const int killed = sendWithKills(shop, "smtp", QString::number(server.port()), *random, 10);
        QVERIFY(killed >= 0);
        std::map<std::string, int> received;
        for (const auto& mail : server.mails()) {
            for (const auto& recipient : mail.recipients) {
                const auto from = recipient.find('<');
                ++received[from == std::string::npos ? recipient
                                                     : recipient.substr(from + 1, recipient.find('>') - from - 1)];
            }
        }
        const auto counts = shop.counts();
        QVERIFY(test::addsUp(counts));
        QVERIFY2(server.violations().empty(), server.violations().empty() ? "" : server.violations()[0].c_str());
        const auto rows = *shop.ledger.list({}, 0, 1000);
        for (const auto& message : rows) {
            const int got = received[message.address];
            QVERIFY2(got <= 1, message.address.c_str());
            QVERIFY(message.state != MessageState::Accepted || got == 1);
            const std::string what =
                message.address + ", " + std::to_string(message.attempts) + " tries: " + message.reason;
            QVERIFY2(message.state != MessageState::Failed || got == 0, what.c_str());
            QVERIFY2(message.state != MessageState::Queued || got == 0, what.c_str());
        }
        std::printf("SMTP in a bad mood: killed %d times, accepted %lld, failed %lld, unknown %lld, waiting %lld\n",
                    killed, static_cast<long long>(counts.accepted), static_cast<long long>(counts.failed),
                    static_cast<long long>(counts.unknown), static_cast<long long>(counts.waiting));
    }
};

SHOPBELL_TEST(TestKilledSending)
#include "test_killed_sending.moc"
