// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/smtp_client.h"

#include "base/text.h"
#include "support/registry.h"
#include "support/scripted_http_server.h"
#include "support/scripted_smtp_server.h"

#include <QTest>

#include <algorithm>

using namespace shopbell;
using namespace shopbell::test;
using Kind = SmtpMishap::Kind;

namespace {

SmtpMessage message()
{
    return {"shop@shop.example", {"person@people.example"}, "Subject: x\r\n\r\nx\r\n"};
}

bool isIn(const SmtpReport& report, std::string_view words)
{
    return (report.problem.words + " " + report.advice.words + " " + report.serverReply).find(words) !=
           std::string::npos;
}

}  // namespace

class TestSmtpSecurity : public QObject {
    Q_OBJECT

    TestAuthority m_authority;

    [[nodiscard]] SmtpSettings settingsFor(int port, SmtpSecurity security) const
    {
        SmtpSettings settings;
        settings.host = "127.0.0.1";
        settings.port = port;
        settings.security = security;
        settings.heloName = "client.example";
        settings.username = "owner@shop.example";
        settings.password = "päss word";
        settings.extraCaFile = m_authority.caFile();
        settings.timeouts.greeting = settings.timeouts.command = settings.timeouts.endOfMessage = Duration{300};
        settings.timeouts.connect = Duration{2'000};
        return settings;
    }

    [[nodiscard]] ScriptedSmtpSettings secureServer() const
    {
        ScriptedSmtpSettings scripted;
        scripted.certificate = m_authority.issue("127.0.0.1");
        scripted.offerStartTls = true;
        scripted.auth = {"PLAIN", "LOGIN"};
        scripted.authOnlyWithTls = true;
        scripted.username = "owner@shop.example";
        scripted.password = "päss word";
        return scripted;
    }

private slots:
    void mailGoesThroughStartTlsAndTls_data()
    {
        QTest::addColumn<bool>("fromTheStart");
        QTest::addColumn<int>("auth");
        for (const bool fromTheStart : {false, true}) {
            for (const SmtpAuth auth : {SmtpAuth::Auto, SmtpAuth::Plain, SmtpAuth::Login}) {
                QTest::addRow("%s %d", fromTheStart ? "TLS" : "STARTTLS", int(auth)) << fromTheStart << int(auth);
            }
        }
    }
    void mailGoesThroughStartTlsAndTls()
    {
        QFETCH(bool, fromTheStart);
        QFETCH(int, auth);
        auto scripted = secureServer();
        scripted.tlsFromTheStart = fromTheStart;
        ScriptedSmtpServer server(scripted);
        auto settings = settingsFor(server.port(), fromTheStart ? SmtpSecurity::Tls : SmtpSecurity::StartTls);
        settings.auth = static_cast<SmtpAuth>(auth);
        SmtpSession session(settings);
        const auto opened = session.open({});
        QVERIFY2(opened.has_value(), opened ? "" : describe(opened.error()).c_str());
        QVERIFY(session.tlsDescription().starts_with("TLSv1."));
        SmtpMessage large = message();
        large.content += std::string(500'000, 'y') + "\r\n";
        QCOMPARE(session.send(large, {}).recipients[0].fate, SmtpFate::Accepted);
        QCOMPARE(session.send(message(), {}).recipients[0].fate, SmtpFate::Accepted);
        session.quit();
        const auto mails = server.mails();
        QCOMPARE(mails.size(), std::size_t{2});
        QVERIFY(mails[0].secure);
        QVERIFY(mails[0].content == large.content);
        QVERIFY(server.violations().empty());
    }

    void plainTextBehindStartTlsIsNotBelieved()
    {
        auto scripted = secureServer();
        scripted.auth.clear();
        scripted.authOnlyWithTls = false;
        // If these counted after the handshake, the session would see offers and replies that nobody gave.
        scripted.behindStartTls =
            "250-evil.example\r\n250-PIPELINING\r\n250-AUTH PLAIN\r\n250 X-INJECTED\r\n235 2.7.0 Welcome\r\n";
        ScriptedSmtpServer server(scripted);
        auto settings = settingsFor(server.port(), SmtpSecurity::StartTls);
        settings.auth = SmtpAuth::None;
        SmtpSession session(settings);
        if (session.open({})) {
            for (const std::string& keyword : session.extensions()) {
                QVERIFY(keyword != "X-INJECTED");
            }
            QCOMPARE(session.send(message(), {}).recipients[0].fate, SmtpFate::Accepted);
            QCOMPARE(server.mailCount(), std::size_t{1});
        } else {
            QCOMPARE(session.step(), SmtpStep::StartTls);
        }
    }

    void offersBeforeTlsAreForgotten()
    {
        auto scripted = secureServer();
        ScriptedSmtpServer server(scripted);
        SmtpSession session(settingsFor(server.port(), SmtpSecurity::StartTls));
        QVERIFY(session.open({}).has_value());
        for (const std::string& keyword : session.extensions()) {
            QVERIFY(keyword != "STARTTLS");
        }
        const auto commands = server.commands();
        const auto hellos = std::count_if(commands.begin(), commands.end(),
                                          [](const std::string& line) { return line.starts_with("EHLO"); });
        QCOMPARE(hellos, std::ptrdiff_t{2});
    }

    void passwordNeverGoesOutWithoutTls()
    {
        auto scripted = secureServer();
        scripted.offerStartTls = false;
        scripted.authOnlyWithTls = false;
        ScriptedSmtpServer server(scripted);
        const auto report = testSmtp(settingsFor(server.port(), SmtpSecurity::StartTls), "", {});
        QVERIFY(!report.works);
        QCOMPARE(report.step, SmtpStep::StartTls);
        QVERIFY(isIn(report, "does not offer STARTTLS"));
        for (const std::string& line : server.commands()) {
            QVERIFY(!line.starts_with("AUTH"));
        }
        auto elsewhere = settingsFor(25, SmtpSecurity::None);
        elsewhere.host = "192.0.2.1";
        SmtpSession session(elsewhere);
        const auto opened = session.open({});
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(session.step(), SmtpStep::Settings);
    }

    void certificatesAreChecked_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("why");
        QTest::newRow("expired") << 0 << "expired";
        QTest::newRow("another name") << 1 << "another name";
        QTest::newRow("self-signed") << 2 << "self-signed";
        QTest::newRow("unknown issuer") << 3 << "does not know who issued it";
    }
    void certificatesAreChecked()
    {
        QFETCH(int, kind);
        QFETCH(QString, why);
        const TestAuthority stranger;
        const TestCertificate certificates[] = {m_authority.issue("127.0.0.1", Validity::Expired),
                                                m_authority.issue("mail.example"),
                                                TestAuthority::selfSigned("127.0.0.1"), stranger.issue("127.0.0.1")};
        for (const bool fromTheStart : {false, true}) {
            auto scripted = secureServer();
            scripted.certificate = certificates[kind];
            scripted.tlsFromTheStart = fromTheStart;
            ScriptedSmtpServer server(scripted);
            const auto report =
                testSmtp(settingsFor(server.port(), fromTheStart ? SmtpSecurity::Tls : SmtpSecurity::StartTls), "", {});
            QVERIFY(!report.works);
            QCOMPARE(report.step, SmtpStep::Certificate);
            QVERIFY2(QString::fromStdString(report.problem.words).contains(why), report.problem.words.c_str());
            QVERIFY(!report.advice.empty());
            for (const std::string& line : server.commands()) {
                QVERIFY(!line.starts_with("AUTH"));
            }
        }
    }

    void workingServerIsReportedSo()
    {
        ScriptedSmtpServer server(secureServer());
        const auto report = testSmtp(settingsFor(server.port(), SmtpSecurity::StartTls), "shop@shop.example", {});
        QVERIFY2(report.works, report.problem.words.c_str());
        QCOMPARE(report.step, SmtpStep::Ready);
        QVERIFY(report.problem.empty() && report.advice.empty());
        QVERIFY(report.tls.starts_with("TLS"));
        QVERIFY(!report.extensions.empty());
        QCOMPARE(server.mailCount(), std::size_t{0});
        QCOMPARE(server.commands().back(), std::string("QUIT"));
    }

    void wrongPasswordIsSaidAndNeverShown()
    {
        for (const SmtpAuth auth : {SmtpAuth::Plain, SmtpAuth::Login}) {
            ScriptedSmtpServer server(secureServer());
            auto settings = settingsFor(server.port(), SmtpSecurity::StartTls);
            settings.auth = auth;
            settings.password = "WRONG-SECRET";
            // The scripted server echoes what it did not like, as some real ones do.
            const auto report = testSmtp(settings, "", {});
            QVERIFY(!report.works);
            QCOMPARE(report.step, SmtpStep::Login);
            QVERIFY(isIn(report, "user name"));
            QVERIFY(isIn(report, "535"));
            QVERIFY(!isIn(report, "WRONG-SECRET"));
            QVERIFY(!isIn(report, toBase64("WRONG-SECRET")));
            QVERIFY(!isIn(
                report, toBase64(std::string(1, '\0') + settings.username + std::string(1, '\0') + settings.password)));
        }
    }

    void troubleIsPutIntoWords_data()
    {
        QTest::addColumn<int>("stage");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("reply");
        QTest::addColumn<int>("step");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, SmtpStage stage, Kind kind, const char* reply, SmtpStep step,
                            const char* words) {
            QTest::newRow(name) << int(stage) << int(kind) << reply << int(step) << words;
        };
        row("unwanted", SmtpStage::Greeting, Kind::Reply, "554 5.7.1 Listed", SmtpStep::Greeting,
            "does not want to talk");
        row("busy", SmtpStage::Greeting, Kind::Reply, "421 4.3.2 Busy", SmtpStep::Greeting, "Wait some minutes");
        row("silent", SmtpStage::Greeting, Kind::Stall, "", SmtpStep::Greeting, "may expect TLS");
        row("gone", SmtpStage::Greeting, Kind::Close, "", SmtpStep::Greeting, "closed the connection");
        row("no hello", SmtpStage::Hello, Kind::Reply, "550 5.7.1 Bad helo", SmtpStep::Hello, "hello");
        row("no TLS today", SmtpStage::StartTls, Kind::Reply, "454 4.7.0 TLS not available", SmtpStep::StartTls,
            "does not start it");
        row("later login", SmtpStage::Auth, Kind::Reply, "454 4.7.0 Temporary", SmtpStep::Login, "try again later");
        row("app password", SmtpStage::Auth, Kind::Reply, "534 5.7.9 Application-specific password required",
            SmtpStep::Login, "app password");
        row("sender", SmtpStage::Mail, Kind::Reply, "553 5.7.1 Sender not owned", SmtpStep::Sender,
            "belong to the account");
        row("login first", SmtpStage::Mail, Kind::Reply, "530 5.7.0 Authentication required", SmtpStep::Sender,
            "login first");
        row("nonsense", SmtpStage::Hello, Kind::Reply, "what?", SmtpStep::Hello, "like a mail server");
    }
    void troubleIsPutIntoWords()
    {
        QFETCH(int, stage);
        QFETCH(int, kind);
        QFETCH(QString, reply);
        QFETCH(int, step);
        QFETCH(QString, words);
        ScriptedSmtpServer server(secureServer());
        SmtpMishap mishap{static_cast<SmtpStage>(stage), static_cast<Kind>(kind), reply.toStdString()};
        mishap.times = 10;
        server.add(mishap);
        const auto report = testSmtp(settingsFor(server.port(), SmtpSecurity::StartTls), "shop@shop.example", {});
        QVERIFY(!report.works);
        QCOMPARE(int(report.step), step);
        QVERIFY2(isIn(report, words.toStdString()),
                 (report.problem.words + " | " + report.advice.words + " | " + report.serverReply).c_str());
    }

    void wrongPortsAreRecognised()
    {
        ScriptedSmtpServer plainSmtp;
        auto report = testSmtp(settingsFor(plainSmtp.port(), SmtpSecurity::Tls), "", {});
        QVERIFY(!report.works);
        QVERIFY2(isIn(report, "Choose STARTTLS"), (report.problem.words + report.advice.words).c_str());

        auto tlsSettings = secureServer();
        tlsSettings.tlsFromTheStart = true;
        ScriptedSmtpServer tlsSmtp(tlsSettings);
        report = testSmtp(settingsFor(tlsSmtp.port(), SmtpSecurity::StartTls), "", {});
        QVERIFY(!report.works);
        QVERIFY2(isIn(report, "Choose TLS"), (report.problem.words + report.advice.words).c_str());

        report = testSmtp(settingsFor(findClosedPort(), SmtpSecurity::StartTls), "", {});
        QCOMPARE(report.step, SmtpStep::Connect);
        QVERIFY(isIn(report, "refused the connection") && isIn(report, "587"));

        auto nowhere = settingsFor(587, SmtpSecurity::StartTls);
        nowhere.host = "no-such-host.invalid";
        report = testSmtp(nowhere, "", {});
        QCOMPARE(report.step, SmtpStep::Name);
        QVERIFY(isIn(report, "no-such-host.invalid"));
    }

    void webServerIsNotAMailServer()
    {
        LoopbackServer web(
            [](LoopbackPeer& peer) { peer.write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"); });
        const auto report = testSmtp(settingsFor(web.port(), SmtpSecurity::StartTls), "", {});
        QCOMPARE(report.step, SmtpStep::Greeting);
        QVERIFY2(isIn(report, "does not answer like a mail server"), report.problem.words.c_str());
    }

    void badSettingsAreNamed()
    {
        auto settings = settingsFor(587, SmtpSecurity::StartTls);
        settings.host = "smtp example";
        QCOMPARE(testSmtp(settings, "", {}).step, SmtpStep::Settings);
        settings = settingsFor(0, SmtpSecurity::StartTls);
        QVERIFY(isIn(testSmtp(settings, "", {}), "port"));
        settings = settingsFor(587, SmtpSecurity::StartTls);
        settings.heloName = "x\r\nMAIL FROM:<evil@x>";
        QCOMPARE(testSmtp(settings, "", {}).step, SmtpStep::Settings);
        settings = settingsFor(587, SmtpSecurity::StartTls);
        settings.auth = SmtpAuth::Plain;
        settings.username.clear();
        QVERIFY(isIn(testSmtp(settings, "", {}), "user name"));
    }
};

SHOPBELL_TEST(TestSmtpSecurity)
#include "test_smtp_security.moc"
