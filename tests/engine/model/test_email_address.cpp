// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "base/text.h"
#include "model/email_address.h"
#include "support/registry.h"

#include <QTest>

#include <string>

using namespace shopbell;

class TestEmailAddress : public QObject {
    Q_OBJECT

private slots:
    void realAddressesAreTaken_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("wire");
        QTest::addColumn<QString>("key");
        const auto row = [](const char* written, const char* wire, const char* key) {
            QTest::newRow(written) << QString::fromUtf8(written) << QString::fromUtf8(wire) << QString::fromUtf8(key);
        };
        row("ana@example.com", "ana@example.com", "ana@example.com");
        row("  ana@example.com\t\r\n", "ana@example.com", "ana@example.com");
        row("Ana.Pereira@Example.COM", "Ana.Pereira@example.com", "ana.pereira@example.com");
        row("ana+shop@example.co.uk", "ana+shop@example.co.uk", "ana+shop@example.co.uk");
        row("o'neill@example.ie", "o'neill@example.ie", "o'neill@example.ie");
        row("_@example.com", "_@example.com", "_@example.com");
        row("a!#$%&'*+-/=?^_`{|}~@example.com", "a!#$%&'*+-/=?^_`{|}~@example.com", "a!#$%&'*+-/=?^_`{|}~@example.com");
        row("1234567890@qq.com", "1234567890@qq.com", "1234567890@qq.com");
        row("ana@3m.com", "ana@3m.com", "ana@3m.com");
        row("ana@r3---sn.example.com", "ana@r3---sn.example.com", "ana@r3---sn.example.com");
        row("ana@mail.example.museum", "ana@mail.example.museum", "ana@mail.example.museum");
        row("\"ana pereira\"@example.com", "\"ana pereira\"@example.com", "\"ana pereira\"@example.com");
        row("\"a@b\"@example.com", "\"a@b\"@example.com", "\"a@b\"@example.com");
        row("\"a\\\"b\"@example.com", "\"a\\\"b\"@example.com", "\"a\\\"b\"@example.com");
        row("\"Ana\"@example.com", "\"Ana\"@example.com", "ana@example.com");
        row("ana@bücher.example", "ana@xn--bcher-kva.example", "ana@xn--bcher-kva.example");
        row("ana@BÜCHER.example", "ana@xn--bcher-kva.example", "ana@xn--bcher-kva.example");
        row("ana@XN--BCHER-KVA.example", "ana@xn--bcher-kva.example", "ana@xn--bcher-kva.example");
        row("ana@straße.de", "ana@xn--strae-oqa.de", "ana@xn--strae-oqa.de");
        row("ana@例え.jp", "ana@xn--r8jz45g.jp", "ana@xn--r8jz45g.jp");
        row("ana@例え。jp", "ana@xn--r8jz45g.jp", "ana@xn--r8jz45g.jp");
        row("ana@пример.рф", "ana@xn--e1afmkfd.xn--p1ai", "ana@xn--e1afmkfd.xn--p1ai");
        row("жанна@пример.рф", "жанна@xn--e1afmkfd.xn--p1ai", "жанна@xn--e1afmkfd.xn--p1ai");
        row("josé@example.com", "josé@example.com", "josé@example.com");
    }

    void realAddressesAreTaken()
    {
        QFETCH(QString, written);
        QFETCH(QString, wire);
        QFETCH(QString, key);
        const auto parsed = EmailAddress::parse(written.toStdString());
        QVERIFY2(parsed, parsed ? "" : parsed.error().what.c_str());
        QCOMPARE(QString::fromStdString(parsed->wire()), wire);
        QCOMPARE(QString::fromStdString(parsed->key()), key);
        // What goes out by the wire comes back the same.
        const auto again = EmailAddress::parse(parsed->wire());
        QVERIFY(again);
        QCOMPARE(again->key(), parsed->key());
        QCOMPARE(again->wire(), parsed->wire());
        const auto shown = EmailAddress::parse(parsed->display());
        QVERIFY(shown);
        QCOMPARE(shown->key(), parsed->key());
    }

    void wrongAddressesAreRefusedWithASentence_data()
    {
        QTest::addColumn<QByteArray>("written");
        const QByteArray wrong[] = {"",
                                    "   ",
                                    "ana",
                                    "@",
                                    "ana@",
                                    "@example.com",
                                    "ana@example",
                                    "ana@localhost",
                                    "ana@@example.com",
                                    "ana@b@example.com",
                                    "ana@.example.com",
                                    "ana@example..com",
                                    "ana@example.com.",
                                    "ana@-example.com",
                                    "ana@example-.com",
                                    "ana@exa_mple.com",
                                    "ana@exa mple.com",
                                    "ana@127.0.0.1",
                                    "ana@[127.0.0.1]",
                                    "ana@1.2",
                                    ".ana@example.com",
                                    "ana.@example.com",
                                    "a..na@example.com",
                                    "an a@example.com",
                                    "ana\t@example.com",
                                    "ana,bob@example.com",
                                    "ana;bob@example.com",
                                    "ana@example.com,bob@example.com",
                                    "ana@example.com bob@example.com",
                                    "Ana <ana@example.com>",
                                    "<ana@example.com>",
                                    "ana(comment)@example.com",
                                    "mailto:ana@example.com",
                                    "ana@example.com?subject=x",
                                    "\"ana@example.com",
                                    "ana\"@example.com",
                                    "\"an\"a\"@example.com",
                                    "\"ana\\\"@example.com",
                                    "\"ana\n\"@example.com",
                                    "ana\r\nBcc:bob@example.com",
                                    "ana@exam\nple.com",
                                    "ana@xn--.com",
                                    "ana@xn--a-.com",
                                    "ana@xn--99999999.com",
                                    "ana@ex\xC3\xA4mple\xE2\x80\x8B.com",
                                    "ana\xC2\xA0@example.com",
                                    "ana\xE2\x80\x8B@example.com",
                                    "\xEF\xBB\xBF"
                                    "ana@example.com",
                                    "an\xFF"
                                    "a@example.com",
                                    "ana@ex\xC3.com",
                                    QByteArray("an\0a@example.com", 16),
                                    QByteArray("ana@exa\0mple.com", 16),
                                    "n/a",
                                    "none",
                                    "-"};
        for (const auto& text : wrong) {
            QTest::newRow(text.toPercentEncoding().constData()) << text;
        }
    }

    void wrongAddressesAreRefusedWithASentence()
    {
        QFETCH(QByteArray, written);
        const auto parsed =
            EmailAddress::parse(std::string_view(written.constData(), static_cast<std::size_t>(written.size())));
        QVERIFY2(!parsed, parsed ? parsed->wire().c_str() : "");
        QCOMPARE(parsed.error().kind, ErrorKind::InvalidInput);
        QVERIFY(parsed.error().what.ends_with('.'));
        QVERIFY(isValidUtf8(parsed.error().what));
        QVERIFY(parsed.error().what.size() < 400);
    }

    void lengthsAreHeldToTheLastByte()
    {
        const std::string local64(64, 'a');
        QVERIFY(EmailAddress::parse(local64 + "@example.com"));
        QVERIFY(!EmailAddress::parse(local64 + "a@example.com"));
        const std::string label63(63, 'b');
        QVERIFY(EmailAddress::parse("a@" + label63 + ".com"));
        QVERIFY(!EmailAddress::parse("a@b" + label63 + ".com"));
        // 64 + @ + 63.63.57.com = 254
        const std::string host = label63 + '.' + label63 + '.' + std::string(57, 'c') + ".com";
        QCOMPARE(local64.size() + 1 + host.size(), std::size_t(254));
        QVERIFY(EmailAddress::parse(local64 + '@' + host));
        QVERIFY(!EmailAddress::parse(local64 + '@' + "c" + host.substr(1) + "m"));
        QVERIFY(!EmailAddress::parse(std::string(10'000'000, 'a') + "@example.com"));
    }

    void partsAreToldApart()
    {
        const auto parsed = EmailAddress::parse("Жанна@Bücher.example").value();
        QVERIFY(parsed.needsSmtpUtf8());
        QVERIFY(parsed.domain() == "xn--bcher-kva.example");
        QVERIFY(parsed.localPart() == "Жанна");
        QCOMPARE(parsed.display(), std::string("Жанна@bücher.example"));
        QVERIFY(!EmailAddress::parse("ana@bücher.example")->needsSmtpUtf8());
    }

    void randomBytesNeverGetThroughUnsound()
    {
        auto random = Random(20261121);
        constexpr char characters[] = "ab.@\"\\ -_<>(),;:[]\0\n\x7f\xC3\xA4\xE2\x80\x8Bxn--";
        const std::string_view alphabet(characters, sizeof(characters) - 1);
        int taken = 0;
        for (int round = 0; round < 200'000; ++round) {
            std::string text;
            for (auto size = random.below(14); size > 0; --size) {
                text.push_back(alphabet[random.below(alphabet.size())]);
            }
            if (round % 2 == 0) {
                text += "@ab.ba";
            }
            const auto parsed = EmailAddress::parse(text);
            if (!parsed) {
                continue;
            }
            ++taken;
            // The properties that the SMTP client and the ledger build on.
            const auto& wire = parsed->wire();
            QVERIFY(isValidUtf8(wire));
            QVERIFY(wire.find_first_of(std::string_view("\r\n\0\x7f", 4)) == std::string::npos);
            QVERIFY(isAscii(parsed->domain()));
            QVERIFY(parsed->domain().find('.') != std::string_view::npos);
            QVERIFY(parsed->localPart().size() <= 64 && wire.size() <= 254);
            QVERIFY(EmailAddress::parse(wire).has_value());
            QCOMPARE(EmailAddress::parse(parsed->key())->key(), parsed->key());
        }
        QVERIFY(taken > 1000);
    }
};

SHOPBELL_TEST(TestEmailAddress)
#include "test_email_address.moc"
