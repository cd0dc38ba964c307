// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// First: GLib has members called like Qt's keywords.
#include <gmime/gmime.h>

#include "base/file.h"
#include "base/text.h"
#include "content/email_message.h"
#include "odd_texts.h"
#include "support/registry.h"
#include "support/temp_dir.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>

using namespace shopbell;

namespace {

/// One message that was written, and what a reader must find in it.
struct Written {
    EmailEnvelope envelope;
    RenderedMessage message;
    std::string source;
};

/// What becomes of a header's text: control characters are blanks, none at the ends.
std::string asHeader(std::string text)
{
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
    return std::string(trimmed(text));
}

/// Whatever its line ends were, and without the one at the end.
std::string asBody(const std::string& text)
{
    auto body = replaceAll(replaceAll(text, "\r\n", "\n"), "\r", "\n");
    while (body.ends_with('\n')) {
        body.pop_back();
    }
    return body;
}

Written writeOdd(test::SeededRandom& random, int number)
{
    static constexpr std::array<const char*, 5> addresses{"ana@example.com", "o'brien+shop@mail.example.co.uk",
                                                          "x@bücher.example", "\"odd local\"@example.org",
                                                          "a_b.c-d@example.net"};
    Written written;
    auto& envelope = written.envelope;
    envelope.fromName = test::oddText(random, random->below(8), true);
    envelope.fromAddress = "hello@shop.example";
    envelope.toName = test::oddText(random, random->below(12), true);
    envelope.toAddress = addresses[random->below(addresses.size())];
    if (random->chance(0.5)) {
        envelope.replyTo = "answers@shop.example";
    }
    envelope.messageId = std::to_string(number) + ".0123456789abcdef@shop.example";
    envelope.date = Instant{random->between(0, 4'000'000'000) * 1000};
    envelope.timeZone = random->chance(0.5) ? "Europe/Vienna" : "Asia/Kathmandu";
    envelope.listUnsubscribe = "<mailto:leave@shop.example?subject=" + std::to_string(number) + ">";
    written.message.subject = test::oddText(random, 1 + random->below(30), true);
    written.message.text = test::oddText(random, random->below(120), true);
    if (random->chance(0.8)) {
        written.message.html = "<p>" + test::oddText(random, random->below(200), true) + "</p>";
    }
    auto source = writeEmail(envelope, written.message);
    written.source = source ? *source : "no message: " + source.error().what;
    return written;
}

/// For QVERIFY2: both texts as they are, byte by byte.
std::string differ(const std::string& got, const std::string& wanted)
{
    const auto escaped = [](const std::string& text) {
        return nlohmann::json(text).dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
    };
    return got == wanted ? std::string() : "got " + escaped(got) + " and not " + escaped(wanted);
}

/// Python 3.11 keeps the blank between two encoded words of a name, which RFC 2047 says is none: long names are
/// compared without any.
std::string withoutBlanks(const std::string& text)
{
    return replaceAll(text, " ", "");
}

std::string ownText(char* text)
{
    std::string copy = text == nullptr ? "" : text;
    g_free(text);
    return copy;
}

/// Name and address of the first mailbox.
std::pair<std::string, std::string> mailboxOf(InternetAddressList* list)
{
    if (list == nullptr || internet_address_list_length(list) != 1) {
        return {"not one address", ""};
    }
    auto* const address = internet_address_list_get_address(list, 0);
    const char* const name = internet_address_get_name(address);
    return {name == nullptr ? "" : name, internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address))};
}

}  // namespace

class TestMailParsers : public QObject {
    Q_OBJECT

    std::string m_warnings;

    static void takeWarning(gint64 offset, GMimeParserWarning code, const char* item, gpointer into)
    {
        *static_cast<std::string*>(into) += "warning " + std::to_string(static_cast<int>(code)) + " at " +
                                            std::to_string(offset) + ": " + (item == nullptr ? "" : item) + "; ";
    }

    GMimeMessage* parse(const std::string& source)
    {
        m_warnings.clear();
        auto* const options = g_mime_parser_options_new();
        g_mime_parser_options_set_warning_callback(options, takeWarning, &m_warnings);
        auto* const stream = g_mime_stream_mem_new_with_buffer(source.data(), source.size());
        auto* const parser = g_mime_parser_new_with_stream(stream);
        auto* const message = g_mime_parser_construct_message(parser, options);
        g_object_unref(parser);
        g_object_unref(stream);
        g_mime_parser_options_free(options);
        return message;
    }

    static std::string partText(GMimeObject* part) { return ownText(g_mime_text_part_get_text(GMIME_TEXT_PART(part))); }

private slots:
    void initTestCase() { g_mime_init(); }

    void gmimeReadsBackWhatWasMeant()
    {
        test::SeededRandom random(20'261'121);
        for (int number = 0; number < 3000; ++number) {
            const auto written = writeOdd(random, number);
            QVERIFY2(!written.source.starts_with("no message"), written.source.c_str());
            auto* const message = parse(written.source);
            QVERIFY(message != nullptr);
            QCOMPARE(m_warnings, std::string());
            const char* const subject = g_mime_message_get_subject(message);
            QCOMPARE(QByteArray::fromStdString(
                         differ(std::string(subject == nullptr ? "" : subject), asHeader(written.message.subject))),
                     QByteArray());
            const auto from = mailboxOf(g_mime_message_get_from(message));
            QCOMPARE(QByteArray::fromStdString(differ(from.first, asHeader(written.envelope.fromName))), QByteArray());
            QCOMPARE(from.second, std::string("hello@shop.example"));
            QCOMPARE(QByteArray::fromStdString(
                         differ(mailboxOf(g_mime_message_get_to(message)).first, asHeader(written.envelope.toName))),
                     QByteArray());
            QCOMPARE(std::string(g_mime_message_get_message_id(message)), written.envelope.messageId);
            QVERIFY(g_mime_object_get_header(GMIME_OBJECT(message), "Bcc") == nullptr);
            auto* const when = g_mime_message_get_date(message);
            QCOMPARE(g_date_time_to_unix(when), static_cast<gint64>(written.envelope.date.ms / 1000));
            auto* const body = g_mime_message_get_mime_part(message);
            if (GMIME_IS_MULTIPART(body)) {
                auto* const parts = GMIME_MULTIPART(body);
                QCOMPARE(g_mime_multipart_get_count(parts), 2);
                QCOMPARE(asBody(partText(g_mime_multipart_get_part(parts, 0))), asBody(written.message.text));
                QCOMPARE(asBody(partText(g_mime_multipart_get_part(parts, 1))), asBody(written.message.html));
            } else {
                const bool isHtml = !written.message.html.empty();
                QCOMPARE(asBody(partText(body)), asBody(isHtml ? written.message.html : written.message.text));
            }
            g_object_unref(message);
        }
    }

    void noLineIsTooLongAndNoneEndsOddly()
    {
        test::SeededRandom random(7);
        for (int number = 0; number < 2000; ++number) {
            const auto source = writeOdd(random, number).source;
            for (std::size_t at = 0; at < source.size();) {
                const auto end = source.find("\r\n", at);
                QVERIFY(end != std::string::npos);
                const auto line = source.substr(at, end - at);
                QVERIFY2(line.size() <= 76, line.c_str());
                QVERIFY2(line.find_first_of("\r\n") == std::string::npos && isAscii(line), line.c_str());
                at = end + 2;
            }
        }
    }

    void pythonReadsBackWhatWasMeantWithoutADefect()
    {
        const auto python = QStandardPaths::findExecutable("python3");
        const auto reader = qEnvironmentVariable("SHOPBELL_MAIL_READER");
        if (python.isEmpty() || reader.isEmpty()) {
            QSKIP("python3 or the reader script is not here.");
        }
        const test::TempDir folder;
        test::SeededRandom random(99);
        std::vector<Written> all;
        for (int number = 0; number < 1000; ++number) {
            all.push_back(writeOdd(random, number));
            char name[32];
            std::snprintf(name, sizeof name, "%06d.eml", number);
            std::ofstream(folder / name, std::ios::binary) << all.back().source;
        }
        QProcess process;
        process.start(python, {reader, QString::fromStdString(fromPath(folder.path()))});
        QVERIFY(process.waitForFinished(120'000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        std::size_t number = 0;
        for (const auto& line : process.readAllStandardOutput().split('\n')) {
            if (line.isEmpty()) {
                continue;
            }
            const auto found = nlohmann::json::parse(line.toStdString(), nullptr, false);
            const auto& written = all.at(number++);
            QVERIFY2(found["defects"].empty(), line.constData());
            QCOMPARE(QByteArray::fromStdString(
                         differ(found["subject"].get<std::string>(), asHeader(written.message.subject))),
                     QByteArray());
            QCOMPARE(
                QByteArray::fromStdString(differ(withoutBlanks(found["addresses"]["From"][0][0].get<std::string>()),
                                                 withoutBlanks(asHeader(written.envelope.fromName)))),
                QByteArray());
            QCOMPARE(found["addresses"]["To"].size(), std::size_t(1));
            QCOMPARE(QByteArray::fromStdString(differ(withoutBlanks(found["addresses"]["To"][0][0].get<std::string>()),
                                                      withoutBlanks(asHeader(written.envelope.toName)))),
                     QByteArray());
            QVERIFY(found["longest"].get<int>() <= 76);
            QCOMPARE(found["bare"].get<int>(), 0);
            QCOMPARE(static_cast<std::int64_t>(found["date"].get<double>()) * 1000, written.envelope.date.ms);
            const auto& parts = found["parts"];
            QCOMPARE(parts.size(), std::size_t(written.message.html.empty() || written.message.text.empty() ? 1 : 2));
            const auto& first = written.message.text.empty() ? written.message.html : written.message.text;
            QCOMPARE(asBody(parts[0]["text"].get<std::string>()), asBody(first));
            if (parts.size() == 2) {
                QCOMPARE(asBody(parts[1]["text"].get<std::string>()), asBody(written.message.html));
            }
        }
        QCOMPARE(number, all.size());
    }
};

SHOPBELL_TEST(TestMailParsers)
#include "test_mail_parsers.moc"
