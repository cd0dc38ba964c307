// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/smtp_envelope.h"
#include "net/smtp_reply.h"

#include "base/random.h"
#include "base/text.h"
#include "support/registry.h"

#include <QTest>

using namespace shopbell;

namespace {

/// All replies in `bytes`, given to the parser in pieces of `piece`; nothing when it objects.
std::optional<std::vector<SmtpReply>> parseAll(std::string_view bytes, std::size_t piece)
{
    SmtpReplyParser parser;
    std::vector<SmtpReply> replies;
    while (!bytes.empty()) {
        parser.input().append(bytes.substr(0, piece));
        bytes.remove_prefix(std::min(piece, bytes.size()));
        for (;;) {
            auto reply = parser.next();
            if (!reply) {
                return std::nullopt;
            }
            if (!*reply) {
                break;
            }
            replies.push_back(std::move(**reply));
        }
    }
    return replies;
}

std::string onWire(std::string_view content)
{
    std::string out;
    appendSmtpContent(out, content);
    return out;
}

}  // namespace

class TestSmtpReply : public QObject {
    Q_OBJECT

private slots:
    void repliesAreReadInAnyPieces()
    {
        const std::string bytes =
            "220 hello\r\n250-one\r\n250-two words\r\n250 three\r\n550 5.1.1 No such\tuser\r\n354\n"
            "421-4.7.0 Slow\r\n421 4.7.0 down\r\n";
        for (std::size_t piece = 1; piece <= bytes.size(); ++piece) {
            const auto replies = parseAll(bytes, piece);
            QVERIFY(replies.has_value());
            QCOMPARE(replies->size(), std::size_t{5});
            QCOMPARE((*replies)[1].lines.size(), std::size_t{3});
            QCOMPARE((*replies)[1].text(), std::string("one two words three"));
            QCOMPARE((*replies)[2].enhanced, std::string("5.1.1"));
            QCOMPARE((*replies)[2].text(), std::string("No such user"));
            QCOMPARE((*replies)[2].whole(), std::string("550 5.1.1 No such user"));
            QCOMPARE((*replies)[3].code, 354);
            QCOMPARE((*replies)[4].text(), std::string("Slow down"));
        }
    }

    void enhancedCodesMustBeOfTheCodesClass()
    {
        QCOMPARE(parseAll("550 5.7.1 x\r\n", 99)->front().enhanced, std::string("5.7.1"));
        QCOMPARE(parseAll("550 5.7.509\r\n", 99)->front().enhanced, std::string("5.7.509"));
        for (const char* line : {"550 4.7.1 x\r\n", "550 5.7 x\r\n", "550 5.7.1234 x\r\n", "550 5.7.1x\r\n",
                                 "550 192.168.1.1 x\r\n", "354 3.0.0 x\r\n", "550 5..1 x\r\n"}) {
            QVERIFY2(parseAll(line, 99)->front().enhanced.empty(), line);
        }
    }

    void whatIsNotAReplyIsSaid()
    {
        for (const char* bytes : {"HTTP/1.1 400 Bad Request\r\n", "\r\n", "99 x\r\n", "600 x\r\n", "150 x\r\n",
                                  "2x0 x\r\n", "25\r\n", "250x\r\n", "SSH-2.0-OpenSSH\r\n"}) {
            QVERIFY2(!parseAll(bytes, 99).has_value(), bytes);
        }
    }

    void endlessLinesAndRepliesAreCutOff()
    {
        QVERIFY(!parseAll("250 " + std::string(5000, 'x'), 100).has_value());
        std::string many;
        for (int i = 0; i < 300; ++i) {
            many += "250-line\r\n";
        }
        QVERIFY(!parseAll(many, 100).has_value());
    }

    void randomBytesNeverBreakTheParser()
    {
        Random random(21);
        const std::string good = "250-one\r\n250 2.0.0 two\r\n354 go\r\n550 5.1.1 no\r\n";
        int read = 0;
        int refused = 0;
        for (int round = 0; round < 20'000; ++round) {
            std::string bytes = good;
            for (auto changes = random.below(6); changes > 0; --changes) {
                bytes[random.below(bytes.size())] = static_cast<char>(random.below(256));
            }
            const auto whole = parseAll(bytes, bytes.size());
            const auto pieces = parseAll(bytes, 1 + random.below(9));
            QCOMPARE(whole.has_value(), pieces.has_value());
            if (!whole) {
                ++refused;
                continue;
            }
            QCOMPARE(whole->size(), pieces->size());
            for (const SmtpReply& reply : *whole) {
                ++read;
                QVERIFY(reply.code >= 200 && reply.code <= 599);
                QVERIFY(isValidUtf8(reply.text()) && reply.text().size() <= 500);
                QVERIFY(reply.text().find_first_of("\r\n") == std::string::npos);
            }
        }
        QVERIFY(read > 1000 && refused > 1000);
    }

    void offersAreRead()
    {
        const auto reply =
            parseAll("250-mail.example\r\n250-pipelining\r\n250-SIZE 1000\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n"
                     "250-STARTTLS\r\n250-AUTH PLAIN login\r\n250 AUTH=LOGIN CRAM-MD5\r\n",
                     99);
        const auto offered = parseCapabilities(reply->front());
        QVERIFY(offered.pipelining && offered.eightBitMime && offered.smtpUtf8 && offered.startTls);
        QCOMPARE(offered.sizeLimit, std::size_t{1000});
        QCOMPARE(offered.auth, (std::vector<std::string>{"PLAIN", "LOGIN", "CRAM-MD5"}));
        QVERIFY(!parseCapabilities(parseAll("250 PIPELINING\r\n", 99)->front()).pipelining);
    }

    void contentIsStuffedAndNormalized()
    {
        QCOMPARE(onWire("a\r\nb\r\n"), std::string("a\r\nb\r\n.\r\n"));
        QCOMPARE(onWire("a\nb"), std::string("a\r\nb\r\n.\r\n"));
        QCOMPARE(onWire("a\rb\n\nc\r\r\n"), std::string("a\r\nb\r\n\r\nc\r\n\r\n.\r\n"));
        QCOMPARE(onWire(".\r\n..\r\n.a\r\nb."), std::string("..\r\n...\r\n..a\r\nb.\r\n.\r\n"));
        QCOMPARE(onWire(""), std::string(".\r\n"));
        QCOMPARE(onWire("a\n.\nb\r.\rc"), std::string("a\r\n..\r\nb\r\n..\r\nc\r\n.\r\n"));
    }

    void stuffingAgreesWithASlowOne()
    {
        Random random(8);
        for (int round = 0; round < 20'000; ++round) {
            std::string content;
            for (auto left = random.below(20); left > 0; --left) {
                content.push_back(".\r\nab"[random.below(5)]);
            }
            // Line by line, the way the RFC tells it.
            std::string text = replaceAll(content, "\r\n", "\n");
            text = replaceAll(text, "\r", "\n");
            if (!text.empty() && text.back() != '\n') {
                text.push_back('\n');
            }
            std::string expected;
            for (std::size_t at = 0; at < text.size();) {
                const auto end = text.find('\n', at);
                const std::string line = text.substr(at, end - at);
                expected += (line.starts_with(".") ? "." : "") + line + "\r\n";
                at = end + 1;
            }
            QCOMPARE(onWire(content), expected + ".\r\n");
        }
    }

    void addressesCannotBreakOutOfTheirCommand()
    {
        SmtpCapabilities offered;
        offered.smtpUtf8 = true;
        Random random(13);
        for (int round = 0; round < 20'000; ++round) {
            std::string address = "someone@shop.example";
            for (auto changes = random.below(4); changes > 0; --changes) {
                address.insert(random.below(address.size() + 1), 1, "\r\n<> \t@\"\\,;:[]\0\xc3"[random.below(16)]);
            }
            const SmtpMessage message{address, {address}, "x"};
            const auto envelope = makeSmtpEnvelope(message, offered);
            for (std::string command : envelope.rcptCommands) {
                command.insert(0, envelope.mailCommand.substr(0, envelope.mailCommand.size() - 2) + "|");
                QCOMPARE(command.find_first_of("\r\n"), command.size() - 2);
                QVERIFY2(command.find('\0') == std::string::npos, address.c_str());
            }
        }
    }

    void envelopesSayWhyTheyCannotGo()
    {
        SmtpCapabilities plain;
        plain.sizeLimit = 10;
        const SmtpMessage large{"a@b.example", {"c@d.example"}, std::string(11, 'x')};
        QCOMPARE(makeSmtpEnvelope(large, plain).outcome.recipients[0].enhanced, std::string("5.3.4"));
        const SmtpMessage eightBit{"a@b.example", {"c@d.example"}, "ä"};
        QCOMPARE(makeSmtpEnvelope(eightBit, plain).outcome.recipients[0].enhanced, std::string("5.6.3"));
        const SmtpMessage mixed{"", {"ä@d.example", "x", "é@", "c@bücher.example", "\"a b\"@d.example"}, "x"};
        const auto envelope = makeSmtpEnvelope(mixed, plain);
        QCOMPARE(envelope.mailCommand, std::string("MAIL FROM:<> SIZE=1\r\n"));
        QCOMPARE(envelope.rcptCommands, (std::vector<std::string>{"RCPT TO:<c@xn--bcher-kva.example>\r\n",
                                                                  "RCPT TO:<\"a b\"@d.example>\r\n"}));
        QCOMPARE(envelope.outcome.recipients[0].enhanced, std::string("5.6.7"));
        QCOMPARE(envelope.outcome.recipients[1].fate, SmtpFate::Rejected);
        QCOMPARE(envelope.outcome.recipients[1].code, 0);
    }
};

SHOPBELL_TEST(TestSmtpReply)
#include "test_smtp_reply.moc"
