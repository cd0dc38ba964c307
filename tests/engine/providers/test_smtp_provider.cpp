// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/smtp/smtp_provider.h"
#include "support/fake_clock.h"
#include "support/registry.h"
#include "support/scripted_smtp_server.h"

#include <QTest>

using namespace shopbell;
using test::SmtpMishap;
using test::SmtpStage;

namespace {

const OutgoingMessage message{7, "shop@example.com", "ana@example.com", "Subject: x\r\n\r\ny\r\n"};

std::unique_ptr<MessageProvider> makeProvider(const test::ScriptedSmtpServer& server)
{
    static const test::FakeClock clock;
    return *makeSmtpProvider(
        {{"host", "127.0.0.1"}, {"port", std::to_string(server.port())}, {"security", "none"}, {"auth", "none"}},
        {clock, "x.shopbell"});
}

}  // namespace

class TestSmtpProvider : public QObject {
    Q_OBJECT
private slots:
    void oneConnectionCarriesManyMessages()
    {
        test::ScriptedSmtpServer server;
        const auto provider = makeProvider(server);
        for (int count = 0; count < 5; ++count) {
            QCOMPARE(provider->send(message, CancelToken()).fate, DeliveryFate::Accepted);
        }
        QCOMPARE(server.mailCount(), std::size_t(5));
        QCOMPARE(server.connections(), std::size_t(1));
        QVERIFY(server.violations().empty());
    }

    void theWireIsToldOfBeforeTheServerCanHaveTheMessage()
    {
        test::ScriptedSmtpServer server;
        const auto provider = makeProvider(server);
        QVERIFY(provider->tellsBeforeWire());
        auto told = message;
        std::vector<std::size_t> taken;
        told.beforeWire = [&]() -> Result<void> {
            taken.push_back(server.mailCount());
            return {};
        };
        for (int count = 0; count < 3; ++count) {
            QCOMPARE(provider->send(told, CancelToken()).fate, DeliveryFate::Accepted);
        }
        QCOMPARE(taken, (std::vector<std::size_t>{0, 1, 2}));
    }

    void whereTheWireIsRefusedNothingGoesAndTheProviderIsBroken()
    {
        test::ScriptedSmtpServer server;
        const auto provider = makeProvider(server);
        auto held = message;
        held.beforeWire = []() -> Result<void> { return fail(ErrorKind::Io, "The disk is full."); };
        for (int count = 0; count < 2; ++count) {
            const auto result = provider->send(held, CancelToken());
            QCOMPARE(result.fate, DeliveryFate::Deferred);
            QVERIFY(result.providerBroken);
            QCOMPARE(result.reply, std::string("The disk is full."));
        }
        QCOMPARE(provider->send(message, CancelToken()).fate, DeliveryFate::Accepted);
        QCOMPARE(server.mailCount(), std::size_t(1));
    }

    void theWireIsNotToldOfWithoutAConnectionOrARecipient()
    {
        auto server = std::make_unique<test::ScriptedSmtpServer>();
        SmtpMishap mishap;
        mishap.stage = SmtpStage::Rcpt;
        mishap.reply = "550 5.1.1 No such user";
        server->add(mishap);
        const auto provider = makeProvider(*server);
        int told = 0;
        auto counted = message;
        counted.beforeWire = [&]() -> Result<void> {
            ++told;
            return {};
        };
        const auto refused = provider->send(counted, CancelToken());
        QCOMPARE(refused.fate, DeliveryFate::Rejected);
        QCOMPARE(refused.serverCode, 550);
        server->stop();
        QVERIFY(provider->send(counted, CancelToken()).providerBroken);
        QCOMPARE(told, 0);
    }

    void repliesBecomeFates_data()
    {
        QTest::addColumn<int>("stage");
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<int>("fate");
        QTest::addColumn<bool>("badAddress");
        QTest::addColumn<bool>("broken");
        const auto row = [](const char* name, SmtpStage stage, const char* reply, DeliveryFate fate, bool bad,
                            bool broken) {
            QTest::newRow(name) << int(stage) << QByteArray(reply) << int(fate) << bad << broken;
        };
        row("no such user", SmtpStage::Rcpt, "550 5.1.1 No such user", DeliveryFate::Rejected, true, false);
        row("policy", SmtpStage::Rcpt, "550 5.7.1 We do not like you", DeliveryFate::Rejected, false, false);
        row("550 without more", SmtpStage::Rcpt, "550 no", DeliveryFate::Rejected, false, false);
        row("mailbox full", SmtpStage::Rcpt, "452 4.2.2 Full", DeliveryFate::Deferred, false, false);
        row("greylisted", SmtpStage::Rcpt, "451 4.7.1 Later", DeliveryFate::Deferred, false, false);
        row("sender refused", SmtpStage::Mail, "553 5.1.8 Who are you", DeliveryFate::Rejected, true, false);
        row("login wanted", SmtpStage::Mail, "530 5.7.0 Authentication required", DeliveryFate::Deferred, false, true);
        row("too large", SmtpStage::EndOfContent, "552 5.3.4 Too big", DeliveryFate::Rejected, false, false);
        row("content refused", SmtpStage::EndOfContent, "554 5.6.0 Looks bad", DeliveryFate::Rejected, false, false);
        row("content later", SmtpStage::EndOfContent, "451 4.3.0 Later", DeliveryFate::Deferred, false, false);
    }
    void repliesBecomeFates()
    {
        QFETCH(int, stage);
        QFETCH(QByteArray, reply);
        QFETCH(int, fate);
        QFETCH(bool, badAddress);
        QFETCH(bool, broken);
        test::ScriptedSmtpServer server;
        SmtpMishap mishap;
        mishap.stage = static_cast<SmtpStage>(stage);
        mishap.reply = reply.toStdString();
        server.add(mishap);
        const auto provider = makeProvider(server);
        const auto result = provider->send(message, CancelToken());
        QCOMPARE(int(result.fate), fate);
        QCOMPARE(result.badAddress, badAddress);
        QCOMPARE(result.providerBroken, broken);
        QVERIFY2(result.reply.starts_with(reply.left(3).toStdString()), result.reply.c_str());
        QCOMPARE(provider->send(message, CancelToken()).fate, DeliveryFate::Accepted);
        QCOMPARE(server.mailCount(), std::size_t(1));
    }

    void aConnectionThatBrokeAfterTheLastByteLeavesItUnknown()
    {
        test::ScriptedSmtpServer server;
        SmtpMishap mishap;
        mishap.stage = SmtpStage::EndOfContent;
        mishap.kind = SmtpMishap::Kind::TakeAndDrop;
        server.add(mishap);
        const auto provider = makeProvider(server);
        QCOMPARE(provider->send(message, CancelToken()).fate, DeliveryFate::Unknown);
        QCOMPARE(server.mailCount(), std::size_t(1));
        QCOMPARE(provider->lookUp(7), LookedUp::CannotTell);
        QVERIFY(!provider->isIdempotent());
    }

    void aConnectionThatWentStaleIsOpenedAgain()
    {
        test::ScriptedSmtpServer server;
        const auto provider = makeProvider(server);
        QCOMPARE(provider->send(message, CancelToken()).fate, DeliveryFate::Accepted);
        SmtpMishap mishap;
        mishap.stage = SmtpStage::Mail;
        mishap.kind = SmtpMishap::Kind::Close;
        server.add(mishap);
        QCOMPARE(provider->send(message, CancelToken()).fate, DeliveryFate::Accepted);
        QCOMPARE(server.mailCount(), std::size_t(2));
        QCOMPARE(server.connections(), std::size_t(2));
    }

    void noServerIsTheProvidersFaultAndNotTheMessages()
    {
        auto server = std::make_unique<test::ScriptedSmtpServer>();
        const auto provider = makeProvider(*server);
        server->stop();
        const auto result = provider->send(message, CancelToken());
        QCOMPARE(result.fate, DeliveryFate::Deferred);
        QVERIFY(result.providerBroken);
        QVERIFY(!result.reply.empty());
        QVERIFY(!provider->test(CancelToken()));
    }

    void theTestSaysThatItWorks()
    {
        test::ScriptedSmtpServer server;
        const auto said = makeProvider(server)->test(CancelToken());
        QVERIFY2(said, said ? "" : said.error().what.c_str());
        QVERIFY(said->words.find("without encryption") != std::string::npos);
        QCOMPARE(server.mailCount(), std::size_t(0));
    }

    void settingsThatCannotBeAreRefused()
    {
        const test::FakeClock clock;
        QVERIFY(!makeSmtpProvider({}, {clock, "x"}));
        QVERIFY(!makeSmtpProvider({{"host", "  "}}, {clock, "x"}));
        QVERIFY(!makeSmtpProvider({{"host", "a.example"}, {"port", "70000"}}, {clock, "x"}));
        QVERIFY(!makeSmtpProvider({{"host", "a.example"}, {"port", "smtp"}}, {clock, "x"}));
    }
};

SHOPBELL_TEST(TestSmtpProvider)
#include "test_smtp_provider.moc"
