// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "content/email_message.h"
#include "content/mime_header.h"
#include "content/quoted_printable.h"
#include "support/registry.h"

#include <QTest>

using namespace shopbell;

namespace {

EmailEnvelope envelope()
{
    EmailEnvelope result;
    result.fromName = "Café Müller";
    result.fromAddress = "hello@shop.example";
    result.toName = "Ana Pereira";
    result.toAddress = "ana@example.com";
    result.messageId = "17.abcdef@shop.example";
    result.date = Instant{1'795'253'400'000};  // 2026-11-21T09:30:00Z
    result.timeZone = "Europe/Vienna";
    return result;
}

std::string fieldOf(const std::string& source, const std::string& name)
{
    const auto headers = source.substr(0, source.find("\r\n\r\n") + 2);
    const auto at = ("\r\n" + headers).find("\r\n" + name + ": ");
    if (at == std::string::npos) {
        return {};
    }
    auto end = headers.find("\r\n", at);
    while (end + 2 < headers.size() && headers[end + 2] == ' ') {
        end = headers.find("\r\n", end + 2);
    }
    return headers.substr(at + name.size() + 2, end - at - name.size() - 2);
}

}  // namespace

class TestEmailWriter : public QObject {
    Q_OBJECT
private slots:
    void dateIsWrittenInTheShopsZone()
    {
        auto written = writeEmail(envelope(), {"Hi", "", "text", {}});
        QVERIFY(written);
        QCOMPARE(fieldOf(*written, "Date"), std::string("Sat, 21 Nov 2026 10:30:00 +0100"));
        auto abroad = envelope();
        abroad.timeZone = "America/St_Johns";
        QCOMPARE(fieldOf(*writeEmail(abroad, {"Hi", "", "text", {}}), "Date"),
                 std::string("Sat, 21 Nov 2026 06:00:00 -0330"));
        abroad.timeZone = "Nowhere/AtAll";
        QCOMPARE(fieldOf(*writeEmail(abroad, {"Hi", "", "text", {}}), "Date"),
                 std::string("Sat, 21 Nov 2026 09:30:00 +0000"));
    }

    void textAndHtmlStandBesideEachOtherAndOneAloneStandsAlone()
    {
        const auto both = *writeEmail(envelope(), {"Hi", "<p>x</p>", "x", {}});
        QVERIFY(fieldOf(both, "Content-Type").starts_with("multipart/alternative;"));
        QVERIFY(both.find("text/plain") < both.find("text/html"));
        QCOMPARE(fieldOf(*writeEmail(envelope(), {"Hi", "<p>x</p>", "", {}}), "Content-Type"),
                 std::string("text/html; charset=utf-8"));
        QCOMPARE(fieldOf(*writeEmail(envelope(), {"Hi", "", "x", {}}), "Content-Type"),
                 std::string("text/plain; charset=utf-8"));
    }

    void oneClickNeedsAnHttpsAddress()
    {
        auto with = envelope();
        with.oneClickUnsubscribe = true;
        with.listUnsubscribe = "<mailto:leave@shop.example>";
        QVERIFY(fieldOf(*writeEmail(with, {"Hi", "", "x", {}}), "List-Unsubscribe-Post").empty());
        with.listUnsubscribe = "<https://relay.example/u/1>, <mailto:leave@shop.example>";
        const auto written = *writeEmail(with, {"Hi", "", "x", {}});
        QCOMPARE(fieldOf(written, "List-Unsubscribe-Post"), std::string("List-Unsubscribe=One-Click"));
        QCOMPARE(fieldOf(written, "List-Unsubscribe"),
                 std::string("<https://relay.example/u/1>, <mailto:leave@shop.example>"));
    }

    void addressesThatAreNoneAreRefused()
    {
        for (const auto* const bad : {"", "nobody", "a@b\r\nBcc: c@d.example", "a b@example.com", "a@b@c"}) {
            auto from = envelope();
            from.fromAddress = bad;
            QVERIFY(!writeEmail(from, {"Hi", "", "x", {}}));
            auto to = envelope();
            to.toAddress = bad;
            QVERIFY(!writeEmail(to, {"Hi", "", "x", {}}));
        }
        auto reply = envelope();
        reply.replyTo = "x\r\nBcc: y@z.example";
        QVERIFY(!writeEmail(reply, {"Hi", "", "x", {}}));
    }

    void internationalDomainsGoOutInAscii()
    {
        auto abroad = envelope();
        abroad.toAddress = "ana@bücher.example";
        QCOMPARE(fieldOf(*writeEmail(abroad, {"Hi", "", "x", {}}), "To"),
                 std::string("Ana Pereira <ana@xn--bcher-kva.example>"));
    }

    void namesAreQuotedOnlyWhereTheyMustBe()
    {
        const auto field = [](const char* name) {
            std::string out;
            appendAddressField(out, "To", name, "a@b.example");
            return out;
        };
        QCOMPARE(field("Ana Pereira"), std::string("To: Ana Pereira <a@b.example>\r\n"));
        QCOMPARE(field("Pereira, Ana"), std::string("To: \"Pereira, Ana\" <a@b.example>\r\n"));
        QCOMPARE(field("Ana \"A\" P\\"), std::string("To: \"Ana \\\"A\\\" P\\\\\" <a@b.example>\r\n"));
        QCOMPARE(field("Zoë"), std::string("To: =?UTF-8?B?Wm/Dqw==?= <a@b.example>\r\n"));
        QCOMPARE(field(""), std::string("To: a@b.example\r\n"));
    }

    void bodyLinesEndInCrlfAndKeepTheirBlanks()
    {
        std::string out;
        appendQuotedPrintable(out, "one \ntwo\r\nthree\rfour=\n");
        QCOMPARE(out, std::string("one=20\r\ntwo\r\nthree\r\nfour=3D\r\n"));
        out.clear();
        appendQuotedPrintable(out, std::string(76, 'x') + "\n" + std::string(77, 'y'));
        QCOMPARE(out, std::string(76, 'x') + "\r\n" + std::string(75, 'y') + "=\r\nyy\r\n");
    }
};

SHOPBELL_TEST(TestEmailWriter)
#include "test_email_writer.moc"
