// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/smtp_client.h"

#include "base/random.h"
#include "support/registry.h"
#include "support/scripted_smtp_server.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <map>
#include <mutex>
#include <thread>

using namespace shopbell;
using namespace shopbell::test;
using Kind = SmtpMishap::Kind;

namespace {

SmtpSettings plain(const ScriptedSmtpServer& server)
{
    SmtpSettings settings;
    settings.host = "127.0.0.1";
    settings.port = server.port();
    settings.security = SmtpSecurity::None;
    settings.heloName = "client.example";
    settings.timeouts.greeting = settings.timeouts.command = settings.timeouts.endOfMessage = Duration{300};
    settings.timeouts.afterCancel = Duration{150};
    return settings;
}

SmtpMessage message(int number, std::size_t size = 200)
{
    return {"shop@shop.example",
            {"person" + std::to_string(number) + "@people.example"},
            "Subject: " + std::to_string(number) + "\r\n\r\n.dot\r\n" + std::string(size, 'x') + "\r\n"};
}

/// Sends all in one series and returns the outcomes in the order in which they came.
std::vector<SmtpOutcome> sendAll(SmtpSession& session, const std::vector<SmtpMessage>& messages,
                                 const CancelToken& cancel = {})
{
    std::vector<SmtpOutcome> outcomes;
    std::size_t next = 0;
    session.sendSeries([&]() -> const SmtpMessage* { return next < messages.size() ? &messages[next++] : nullptr; },
                       [&](const SmtpMessage& done, const SmtpOutcome& outcome) {
                           if (&done != &messages[outcomes.size()]) {
                               qFatal("The outcomes came out of order.");
                           }
                           outcomes.push_back(outcome);
                       },
                       cancel);
    return outcomes;
}

std::vector<SmtpMessage> makeMessages(int count)
{
    std::vector<SmtpMessage> messages;
    for (int i = 0; i < count; ++i) {
        messages.push_back(message(i));
    }
    return messages;
}

}  // namespace

class TestSmtpSession : public QObject {
    Q_OBJECT

private slots:
    void theEndOfEachContentWaitsForItsPermission()
    {
        ScriptedSmtpServer server;
        SmtpSession session(plain(server));
        QVERIFY(session.open({}).has_value());
        auto messages = makeMessages(30);
        std::vector<std::size_t> takenWhenAsked;
        for (auto& each : messages) {
            each.beforeEnd = [&]() -> Result<void> {
                takenWhenAsked.push_back(server.mailCount());
                return {};
            };
        }
        const auto outcomes = sendAll(session, messages);
        QCOMPARE(outcomes.size(), messages.size());
        QCOMPARE(server.mailCount(), messages.size());
        QCOMPARE(takenWhenAsked.size(), messages.size());
        for (std::size_t number = 0; number < messages.size(); ++number) {
            QCOMPARE(outcomes[number].recipients.front().fate, SmtpFate::Accepted);
            // Asked for each in turn, once, while the server had those before it and no more.
            QCOMPARE(takenWhenAsked[number], number);
            QCOMPARE(server.mails()[number].content, messages[number].content);
        }
        QVERIFY(server.violations().empty());
    }

    void withoutPermissionTheEndNeverGoes()
    {
        for (const std::size_t size : {std::size_t{10}, std::size_t{300'000}}) {
            ScriptedSmtpServer server;
            SmtpSession session(plain(server));
            QVERIFY(session.open({}).has_value());
            auto messages = makeMessages(3);
            messages[1] = message(1, size);
            messages[1].beforeEnd = []() -> Result<void> { return fail(ErrorKind::Io, "The disk is full."); };
            const auto outcomes = sendAll(session, messages);
            // The first is through, the second never ends, the third was not to go on such a connection.
            QCOMPARE(outcomes.front().recipients.front().fate, SmtpFate::Accepted);
            for (std::size_t number = 1; number < outcomes.size(); ++number) {
                QCOMPARE(outcomes[number].recipients.front().fate, SmtpFate::NotSent);
            }
            QVERIFY(!session.isOpen());
            QCOMPARE(session.lastError().what, std::string("The disk is full."));
            server.stop();
            QCOMPARE(server.mailCount(), std::size_t(1));
        }
    }

    void nobodyIsAskedAboutAMessageThatIsRefusedBefore()
    {
        ScriptedSmtpServer server;
        SmtpMishap refusal;
        refusal.stage = SmtpStage::Rcpt;
        refusal.reply = "550 5.1.1 No such user";
        server.add(refusal);
        SmtpSession session(plain(server));
        QVERIFY(session.open({}).has_value());
        int asked = 0;
        auto refused = message(1);
        refused.beforeEnd = [&]() -> Result<void> {
            ++asked;
            return {};
        };
        QCOMPARE(session.send(refused, {}).recipients.front().fate, SmtpFate::Rejected);
        QCOMPARE(asked, 0);
        QCOMPARE(session.send(refused, {}).recipients.front().fate, SmtpFate::Accepted);
        QCOMPARE(asked, 1);
    }

    void oneMessageArrivesByteForByte()
    {
        ScriptedSmtpServer server;
        SmtpSession session(plain(server));
        QVERIFY(session.open({}).has_value());
        SmtpMessage sent = message(1);
        sent.recipients.push_back("second@people.example");
        sent.content += ".\r\n..\r\nß\r\n";
        const auto outcome = session.send(sent, {});
        QCOMPARE(outcome.recipients.size(), std::size_t{2});
        for (const auto& recipient : outcome.recipients) {
            QCOMPARE(recipient.fate, SmtpFate::Accepted);
            QCOMPARE(recipient.code, 250);
            QCOMPARE(recipient.enhanced, std::string("2.0.0"));
            QCOMPARE(recipient.text, std::string("Taken"));
        }
        session.quit();
        QVERIFY(!session.isOpen());
        const auto mails = server.mails();
        QCOMPARE(mails.size(), std::size_t{1});
        QCOMPARE(mails[0].content, sent.content);
        QCOMPARE(mails[0].from, "<shop@shop.example> SIZE=" + std::to_string(sent.content.size()) + " BODY=8BITMIME");
        QCOMPARE(mails[0].recipients,
                 (std::vector<std::string>{"<person1@people.example>", "<second@people.example>"}));
        QCOMPARE(server.commands().front(), std::string("EHLO client.example"));
        QCOMPARE(server.commands().back(), std::string("QUIT"));
        QVERIFY(server.violations().empty());
    }

    void seriesUsesOneConnectionWithAndWithoutPipelining_data()
    {
        QTest::addColumn<bool>("pipelining");
        QTest::newRow("with") << true;
        QTest::newRow("without") << false;
    }
    void seriesUsesOneConnectionWithAndWithoutPipelining()
    {
        QFETCH(bool, pipelining);
        ScriptedSmtpSettings scripted;
        if (!pipelining) {
            scripted.extensions.clear();
        }
        ScriptedSmtpServer server(scripted);
        SmtpSession session(plain(server));
        QVERIFY(session.open({}).has_value());
        const auto messages = makeMessages(200);
        const auto outcomes = sendAll(session, messages);
        QCOMPARE(outcomes.size(), messages.size());
        const auto mails = server.mails();
        QCOMPARE(mails.size(), messages.size());
        for (std::size_t i = 0; i < messages.size(); ++i) {
            QCOMPARE(outcomes[i].recipients[0].fate, SmtpFate::Accepted);
            QCOMPARE(mails[i].content, messages[i].content);
        }
        QCOMPARE(server.connections(), std::size_t{1});
        QVERIFY(server.violations().empty());
    }

    void distanceCostsOneRoundTripAMessage()
    {
        ScriptedSmtpSettings scripted;
        scripted.latency = Duration{25};
        ScriptedSmtpServer server(scripted);
        SmtpSession session(plain(server));
        QVERIFY(session.open({}).has_value());
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(sendAll(session, makeMessages(20)).size(), std::size_t{20});
        // 21 batches of replies are 525 ms; two a message would be 1,000 ms, four 2,000 ms.
        QVERIFY2(timer.elapsed() < 900, std::to_string(timer.elapsed()).c_str());
        QCOMPARE(server.mailCount(), std::size_t{20});
    }

    void eachRecipientHasItsOwnOutcome()
    {
        ScriptedSmtpServer server;
        server.add({SmtpStage::Rcpt, Kind::Reply, "550 5.1.1 No such user", "bad@"});
        server.add({SmtpStage::Rcpt, Kind::Reply, "450-4.2.0 Greylisted,\r\n450 4.2.0 come back", "later@"});
        SmtpSession session(plain(server));
        QVERIFY(session.open({}).has_value());
        SmtpMessage sent = message(1);
        sent.recipients = {"good@people.example", "bad@people.example", "no address", "later@people.example"};
        const auto outcome = session.send(sent, {});
        QCOMPARE(outcome.recipients[0].fate, SmtpFate::Accepted);
        QCOMPARE(outcome.recipients[1].fate, SmtpFate::Rejected);
        QCOMPARE(outcome.recipients[1].code, 550);
        QCOMPARE(outcome.recipients[1].enhanced, std::string("5.1.1"));
        QVERIFY(!outcome.recipients[1].isTemporary());
        QCOMPARE(outcome.recipients[2].fate, SmtpFate::Rejected);
        QCOMPARE(outcome.recipients[2].code, 0);
        QCOMPARE(outcome.recipients[3].text, std::string("Greylisted, come back"));
        QVERIFY(outcome.recipients[3].isTemporary());
        QCOMPARE(server.mails()[0].recipients, (std::vector<std::string>{"<good@people.example>"}));
    }

    void refusalsDoNotSpoilWhatFollows_data()
    {
        QTest::addColumn<int>("stage");
        QTest::addColumn<QString>("reply");
        QTest::addColumn<bool>("pipelining");
        QTest::addColumn<bool>("series");
        for (const bool pipelining : {true, false}) {
            for (const bool series : {true, false}) {
                const auto with = QString(pipelining ? " pipelined" : " one by one") + (series ? "" : ", each alone");
                QTest::newRow(qPrintable("sender" + with))
                    << int(SmtpStage::Mail) << "550 5.7.1 Not you" << pipelining << series;
                QTest::newRow(qPrintable("recipient" + with))
                    << int(SmtpStage::Rcpt) << "550 5.1.1 Nobody" << pipelining << series;
                QTest::newRow(qPrintable("data" + with))
                    << int(SmtpStage::Data) << "451 4.3.0 Not now" << pipelining << series;
                QTest::newRow(qPrintable("content" + with))
                    << int(SmtpStage::EndOfContent) << "554 5.7.1 Spam" << pipelining << series;
            }
        }
    }
    void refusalsDoNotSpoilWhatFollows()
    {
        QFETCH(int, stage);
        QFETCH(QString, reply);
        QFETCH(bool, pipelining);
        QFETCH(bool, series);
        ScriptedSmtpSettings scripted;
        if (!pipelining) {
            scripted.extensions.clear();
        }
        ScriptedSmtpServer server(scripted);
        server.add({static_cast<SmtpStage>(stage), Kind::Reply, reply.toStdString(), "", 1});
        server.add({static_cast<SmtpStage>(stage), Kind::Reply, reply.toStdString(), "", 1});
        SmtpSession session(plain(server));
        QVERIFY(session.open({}).has_value());
        std::vector<SmtpOutcome> outcomes;
        if (series) {
            outcomes = sendAll(session, makeMessages(5));
        } else {
            for (const auto& each : makeMessages(5)) {
                outcomes.push_back(session.send(each, {}));
            }
        }
        QCOMPARE(outcomes.size(), std::size_t{5});
        int rejected = 0;
        for (const auto& outcome : outcomes) {
            rejected += outcome.recipients[0].fate == SmtpFate::Rejected ? 1 : 0;
            if (outcome.recipients[0].fate == SmtpFate::Rejected) {
                QCOMPARE(outcome.recipients[0].code, reply.left(3).toInt());
            } else {
                QCOMPARE(outcome.recipients[0].fate, SmtpFate::Accepted);
            }
        }
        QCOMPARE(rejected, 2);
        QCOMPARE(server.mailCount(), std::size_t{3});
        QCOMPARE(server.connections(), std::size_t{1});
        QVERIFY2(server.violations().empty(), server.violations().empty() ? "" : server.violations()[0].c_str());
    }

    void serverThatAcceptsDataWithoutRecipientsGetsNoMessage()
    {
        ScriptedSmtpServer server;
        server.add({SmtpStage::Rcpt, Kind::Reply, "550 5.1.1 Nobody", "person0@"});
        SmtpSession session(plain(server));
        QVERIFY(session.open({}).has_value());
        const auto outcomes = sendAll(session, makeMessages(2));
        QCOMPARE(outcomes[0].recipients[0].fate, SmtpFate::Rejected);
        QCOMPARE(outcomes[1].recipients[0].fate, SmtpFate::Accepted);
        QCOMPARE(server.mailCount(), std::size_t{1});
    }

    void fateIsUnknownOnlyWhenTheWholeMessageWasOut_data()
    {
        QTest::addColumn<int>("stage");
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("unknown");
        const std::pair<const char*, Kind> kinds[] = {
            {"close", Kind::Close}, {"reset", Kind::Drop}, {"stall", Kind::Stall}, {"half a line", Kind::HalfLine}};
        const std::pair<const char*, SmtpStage> stages[] = {{"MAIL", SmtpStage::Mail},
                                                            {"RCPT", SmtpStage::Rcpt},
                                                            {"DATA", SmtpStage::Data},
                                                            {"end", SmtpStage::EndOfContent}};
        for (const auto& [stageName, stage] : stages) {
            for (const auto& [kindName, kind] : kinds) {
                QTest::addRow("%s at %s", kindName, stageName)
                    << int(stage) << int(kind) << (stage == SmtpStage::EndOfContent);
            }
        }
        QTest::newRow("taken and then reset") << int(SmtpStage::EndOfContent) << int(Kind::TakeAndDrop) << true;
    }
    void fateIsUnknownOnlyWhenTheWholeMessageWasOut()
    {
        QFETCH(int, stage);
        QFETCH(int, kind);
        QFETCH(bool, unknown);
        ScriptedSmtpServer server;
        server.add({static_cast<SmtpStage>(stage), static_cast<Kind>(kind), "", "", 1});
        SmtpSession session(plain(server));
        QVERIFY(session.open({}).has_value());
        const auto outcomes = sendAll(session, makeMessages(4));
        // The first went well, the second met the trouble, the third was at most asked for, the fourth never.
        QVERIFY(outcomes.size() == 2 || outcomes.size() == 3);
        QCOMPARE(outcomes[0].recipients[0].fate, SmtpFate::Accepted);
        QCOMPARE(outcomes[1].recipients[0].fate, unknown ? SmtpFate::Unknown : SmtpFate::NotSent);
        QVERIFY(!outcomes[1].recipients[0].text.empty());
        if (outcomes.size() == 3) {
            QCOMPARE(outcomes[2].recipients[0].fate, SmtpFate::NotSent);
        }
        QVERIFY(!session.isOpen());
        QVERIFY(!session.lastError().what.empty());
        QVERIFY(isRetryable(session.lastError().kind));
        const auto more = session.send(message(9), {});
        QCOMPARE(more.recipients[0].fate, SmtpFate::NotSent);
        QVERIFY(session.open({}).has_value());
        QCOMPARE(session.send(message(9), {}).recipients[0].fate, SmtpFate::Accepted);
    }

    void messageCutInTheMiddleWasNotSent()
    {
        for (const Kind kind : {Kind::Drop, Kind::Close, Kind::Stall}) {
            ScriptedSmtpServer server;
            SmtpMishap mishap{SmtpStage::Content, kind};
            mishap.atByte = 1000;
            server.add(mishap);
            SmtpSession session(plain(server));
            QVERIFY(session.open({}).has_value());
            // Larger than what the sockets of both sides hold, so that its end cannot have left.
            const auto outcome = session.send(message(1, 9'000'000), {});
            QCOMPARE(outcome.recipients[0].fate, kind == Kind::Stall ? SmtpFate::Unknown : SmtpFate::NotSent);
            QCOMPARE(server.mailCount(), std::size_t{0});
        }
    }

    void goodbyeOfTheServerEndsTheSeries()
    {
        ScriptedSmtpServer server;
        server.add({SmtpStage::Mail, Kind::Reply, "421 4.7.0 Too many messages", "", 2});
        SmtpSession session(plain(server));
        QVERIFY(session.open({}).has_value());
        const auto outcomes = sendAll(session, makeMessages(6));
        QCOMPARE(server.mailCount(), std::size_t{2});
        QVERIFY(outcomes.size() <= 4);
        QCOMPARE(outcomes[2].recipients[0].code, 421);
        QVERIFY(!session.isOpen());
        QCOMPARE(session.lastError().kind, ErrorKind::RateLimited);
    }

    void largeGroupsOfRecipientsAllGetAnswers()
    {
        for (const bool pipelining : {true, false}) {
            ScriptedSmtpSettings scripted;
            if (!pipelining) {
                scripted.extensions.clear();
            }
            ScriptedSmtpServer server(scripted);
            server.add({SmtpStage::Rcpt, Kind::Reply, "550 5.1.1 No", "7@people.example", 0, 1000});
            SmtpSession session(plain(server));
            QVERIFY(session.open({}).has_value());
            SmtpMessage sent = message(0);
            sent.recipients.clear();
            for (int i = 0; i < 350; ++i) {
                sent.recipients.push_back("r" + std::to_string(i) + "@people.example");
            }
            const auto outcomes = sendAll(session, {message(1), sent, message(2)});
            QCOMPARE(outcomes.size(), std::size_t{3});
            for (std::size_t i = 0; i < 350; ++i) {
                QCOMPARE(outcomes[1].recipients[i].fate, i % 10 == 7 ? SmtpFate::Rejected : SmtpFate::Accepted);
            }
            QCOMPARE(server.mails()[1].recipients.size(), std::size_t{315});
        }
    }

    void cancelFinishesWhatIsOnTheWireAndBeginsNothing()
    {
        ScriptedSmtpServer server;
        SmtpSession session(plain(server));
        QVERIFY(session.open({}).has_value());
        const CancelToken cancel;
        const auto messages = makeMessages(50);
        std::size_t asked = 0;
        std::vector<SmtpFate> fates;
        session.sendSeries([&] { return &messages[asked++]; },
                           [&](const SmtpMessage&, const SmtpOutcome& outcome) {
                               fates.push_back(outcome.recipients[0].fate);
                               if (fates.size() == 10) {
                                   cancel.cancel();
                               }
                           },
                           cancel);
        QCOMPARE(fates.size(), asked);
        QVERIFY(asked <= 11);
        const auto accepted = static_cast<std::size_t>(std::count(fates.begin(), fates.end(), SmtpFate::Accepted));
        QCOMPARE(accepted, std::size_t{10});
        QCOMPARE(server.mailCount(), accepted);
    }

    void cancelDuringSilenceIsQuick()
    {
        ScriptedSmtpServer server;
        server.add({SmtpStage::EndOfContent, Kind::Stall});
        auto settings = plain(server);
        settings.timeouts.endOfMessage = Duration{60'000};
        SmtpSession session(settings);
        QVERIFY(session.open({}).has_value());
        const CancelToken cancel;
        std::thread other([&] {
            while (server.commands().size() < 4) {
                std::this_thread::yield();
            }
            cancel.cancel();
        });
        QElapsedTimer timer;
        timer.start();
        const auto outcome = session.send(message(1), cancel);
        other.join();
        QVERIFY(timer.elapsed() < 2'000);
        QVERIFY(outcome.recipients[0].fate == SmtpFate::Unknown || outcome.recipients[0].fate == SmtpFate::NotSent);
    }

    void oldServerWithoutEhloWorks()
    {
        ScriptedSmtpSettings scripted;
        scripted.ehlo = false;
        ScriptedSmtpServer server(scripted);
        SmtpSession session(plain(server));
        QVERIFY(session.open({}).has_value());
        QCOMPARE(session.send(message(1), {}).recipients[0].fate, SmtpFate::Accepted);
        SmtpMessage eightBit = message(2);
        eightBit.content += "ä";
        QCOMPARE(session.send(eightBit, {}).recipients[0].enhanced, std::string("5.6.3"));
        QCOMPARE(session.send(message(3), {}).recipients[0].fate, SmtpFate::Accepted);
    }

    void pingSeesADeadServer()
    {
        ScriptedSmtpServer server;
        server.add({SmtpStage::Noop, Kind::Close, "", "", 1});
        SmtpSession session(plain(server));
        QVERIFY(session.open({}).has_value());
        QVERIFY(session.ping({}).has_value());
        QVERIFY(!session.ping({}).has_value());
        QVERIFY(!session.isOpen());
    }

    void randomTroubleNeverDoublesNorLosesAMessage()
    {
        Random random(77);
        ScriptedSmtpServer server;
        std::mutex mutex;
        server.setWhim([&](SmtpStage stage) -> std::optional<SmtpMishap> {
            const std::lock_guard lock(mutex);
            if (!random.chance(0.03)) {
                return std::nullopt;
            }
            const Kind kinds[] = {Kind::Reply, Kind::Reply, Kind::Close, Kind::Drop, Kind::HalfLine, Kind::TakeAndDrop};
            SmtpMishap mishap{stage, kinds[random.below(6)]};
            if (mishap.kind == Kind::TakeAndDrop && stage != SmtpStage::EndOfContent) {
                mishap.kind = Kind::Drop;
            }
            if (stage == SmtpStage::Content) {
                mishap.kind = Kind::Drop;
                mishap.atByte = random.below(100);
            }
            const char* replies[] = {"421 4.7.0 Bye", "451 4.3.0 Later", "550 5.0.0 No", "452 4.2.2 Full"};
            mishap.reply = replies[random.below(4)];
            return mishap;
        });
        auto settings = plain(server);
        settings.timeouts.greeting = settings.timeouts.command = settings.timeouts.endOfMessage = Duration{40};
        SmtpSession session(settings);
        const auto messages = makeMessages(600);
        std::vector<int> accepted(messages.size(), 0);
        std::vector<int> unknown(messages.size(), 0);
        std::size_t begun = 0;
        std::vector<std::size_t> todo;
        for (std::size_t i = messages.size(); i > 0; --i) {
            todo.push_back(i - 1);
        }
        while (!todo.empty()) {
            QVERIFY(++begun < 20'000);
            if (!session.isOpen() && !session.open({})) {
                continue;
            }
            session.sendSeries(
                [&]() -> const SmtpMessage* {
                    if (todo.empty()) {
                        return nullptr;
                    }
                    const std::size_t index = todo.back();
                    todo.pop_back();
                    return &messages[index];
                },
                [&](const SmtpMessage& one, const SmtpOutcome& outcome) {
                    const auto index = static_cast<std::size_t>(&one - messages.data());
                    switch (outcome.recipients[0].fate) {
                    case SmtpFate::Accepted: ++accepted[index]; break;
                    case SmtpFate::Unknown: ++unknown[index]; break;
                    default: todo.push_back(index); break;
                    }
                },
                {});
        }
        std::map<std::string, int> received;
        for (const auto& mail : server.mails()) {
            ++received[mail.content];
        }
        int fatesUnknown = 0;
        for (std::size_t i = 0; i < messages.size(); ++i) {
            QCOMPARE(accepted[i] + unknown[i], 1);
            fatesUnknown += unknown[i];
            const int copies = received[messages[i].content];
            QVERIFY2(copies == 1 || (unknown[i] == 1 && copies == 0), std::to_string(copies).c_str());
        }
        QVERIFY(fatesUnknown > 0 && fatesUnknown < 100);
        QVERIFY(server.violations().empty());
    }
};

SHOPBELL_TEST(TestSmtpSession)
#include "test_smtp_session.moc"
