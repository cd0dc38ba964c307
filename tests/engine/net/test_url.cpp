// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_headers.h"
#include "net/url.h"

#include "base/random.h"
#include "support/registry.h"

#include <QTest>

using namespace shopbell;

class TestUrl : public QObject {
    Q_OBJECT

private slots:
    void partsAreTakenApart()
    {
        const auto url = Url::parse("  HTTPS://us%40er:p%3Ass@Shop.Example:8443/a/b%20c?x=1&y=%C3%A4#top ");
        QVERIFY(url.has_value());
        QCOMPARE(url->scheme, std::string("https"));
        QCOMPARE(url->user, std::string("us@er"));
        QCOMPARE(url->password, std::string("p:ss"));
        QCOMPARE(url->host, std::string("shop.example"));
        QCOMPARE(url->port, 8443);
        QCOMPARE(url->path, std::string("/a/b%20c"));
        QCOMPARE(url->query, std::string("x=1&y=%C3%A4"));
        QCOMPARE(url->fragment, std::string("top"));
        QCOMPARE(url->parameters()[1].second, std::string("ä"));
        QCOMPARE(Url::parse(url->toString()).value(), *url);
        QCOMPARE(url->origin(), std::string("https://shop.example:8443"));
    }

    void missingPathIsASlash()
    {
        QCOMPARE(Url::parse("http://shop.example")->toString(), std::string("http://shop.example/"));
        QCOMPARE(Url::parse("http://shop.example?x=1")->toString(), std::string("http://shop.example/?x=1"));
        QCOMPARE(Url::parse("http://shop.example:80/")->origin(), std::string("http://shop.example"));
        QCOMPARE(Url::parse("http://shop.example:")->effectivePort(), 80);
        QCOMPARE(Url::parse("https://shop.example")->effectivePort(), 443);
    }

    void rawBlanksAndLettersAreEncodedAndEscapesKept()
    {
        QCOMPARE(Url::parse("https://shop.example/ä b/%41%zz?q=é x")->toString(),
                 std::string("https://shop.example/%C3%A4%20b/%41%25zz?q=%C3%A9%20x"));
    }

    void internationalHostsBecomeALabels()
    {
        QCOMPARE(Url::parse("https://Bücher.example/")->host, std::string("xn--bcher-kva.example"));
        QCOMPARE(Url::parse("https://faß.example/")->host, std::string("xn--fa-hia.example"));
        QVERIFY(!toAsciiHost("a\xff.example"));
    }

    void sixthVersionAddressesNeedBrackets()
    {
        const auto url = Url::parse("http://[2001:DB8::1]:8080/x");
        QVERIFY(url.has_value());
        QCOMPARE(url->host, std::string("2001:db8::1"));
        QCOMPARE(url->toString(), std::string("http://[2001:db8::1]:8080/x"));
        QVERIFY(!Url::parse("http://2001:db8::1/"));
        QVERIFY(!Url::parse("http://[::1/"));
        QVERIFY(!Url::parse("http://[shop.example]/"));
    }

    void badAddressesSayWhy_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"", "shop.example", "ftp://shop.example/", "javascript:alert(1)", "https:///x", "https://",
              "https://shop.example:0/", "https://shop.example:65536/", "https://shop.example:8a/",
              "https://shop..example/", "https://sh op.example/", "https://shop.example/a\nb",
              "https://shop.example\\@evil.example/", "https://-/\x7f", "https://a%41.example/"}) {
            QTest::newRow(text) << QString::fromUtf8(text);
        }
    }
    void badAddressesSayWhy()
    {
        QFETCH(QString, text);
        const auto url = Url::parse(text.toStdString());
        QVERIFY(!url);
        QCOMPARE(url.error().kind, ErrorKind::InvalidInput);
        QVERIFY(!url.error().what.empty());
    }

    void overlongAddressIsRefused() { QVERIFY(!Url::parse("https://shop.example/" + std::string(9000, 'a'))); }

    void redactedAddressKeepsNoSecret()
    {
        const std::string shown = redactUrl(
            "https://ck_user:cs_secret@shop.example/wp-json/orders?consumer_key=ck_1&consumer_secret=cs_2&page=3#cs_4");
        QCOMPARE(shown, std::string("https://shop.example/wp-json/orders?consumer_key=…&consumer_secret=…&page=…"));
        QCOMPARE(redactUrl("cs_secret"), std::string("(an address that cannot be read)"));
    }

    void referencesResolveAsTheRfcShows_data()
    {
        QTest::addColumn<QString>("reference");
        QTest::addColumn<QString>("target");
        // RFC 3986, 5.4, with an http base; what has no meaning for http is left out.
        const std::pair<const char*, const char*> cases[] = {{"g", "http://a/b/c/g"},
                                                             {"./g", "http://a/b/c/g"},
                                                             {"g/", "http://a/b/c/g/"},
                                                             {"/g", "http://a/g"},
                                                             {"//g", "http://g/"},
                                                             {"?y", "http://a/b/c/d;p?y"},
                                                             {"g?y", "http://a/b/c/g?y"},
                                                             {"#s", "http://a/b/c/d;p?q#s"},
                                                             {"g#s", "http://a/b/c/g#s"},
                                                             {"g?y#s", "http://a/b/c/g?y#s"},
                                                             {";x", "http://a/b/c/;x"},
                                                             {"g;x", "http://a/b/c/g;x"},
                                                             {"", "http://a/b/c/d;p?q"},
                                                             {".", "http://a/b/c/"},
                                                             {"./", "http://a/b/c/"},
                                                             {"..", "http://a/b/"},
                                                             {"../", "http://a/b/"},
                                                             {"../g", "http://a/b/g"},
                                                             {"../..", "http://a/"},
                                                             {"../../g", "http://a/g"},
                                                             {"../../../g", "http://a/g"},
                                                             {"/./g", "http://a/g"},
                                                             {"/../g", "http://a/g"},
                                                             {"g.", "http://a/b/c/g."},
                                                             {".g", "http://a/b/c/.g"},
                                                             {"g..", "http://a/b/c/g.."},
                                                             {"./../g", "http://a/b/g"},
                                                             {"./g/.", "http://a/b/c/g/"},
                                                             {"g/./h", "http://a/b/c/g/h"},
                                                             {"g/../h", "http://a/b/c/h"},
                                                             {"g;x=1/../y", "http://a/b/c/y"},
                                                             {"g?y/./x", "http://a/b/c/g?y/./x"},
                                                             {"https://other.example/z", "https://other.example/z"}};
        for (const auto& [reference, target] : cases) {
            QTest::newRow(*reference != '\0' ? reference : "(empty)") << reference << target;
        }
    }
    void referencesResolveAsTheRfcShows()
    {
        QFETCH(QString, reference);
        QFETCH(QString, target);
        const auto base = Url::parse("http://a/b/c/d;p?q");
        const auto resolved = resolveUrl(*base, reference.toStdString());
        QVERIFY(resolved.has_value());
        QCOMPARE(QString::fromStdString(resolved->toString()), target);
    }

    void referenceToAnotherSchemeIsRefused()
    {
        QVERIFY(!resolveUrl(*Url::parse("http://a/"), "file:///etc/passwd"));
        QVERIFY(!resolveUrl(*Url::parse("http://a/"), "/x\r\nSet-Cookie: y"));
    }

    void queriesRoundTrip()
    {
        Random random(7);
        for (int round = 0; round < 2000; ++round) {
            QueryParameters parameters;
            const auto count = random.below(6);
            for (std::uint64_t i = 0; i < count; ++i) {
                std::string name = "n";
                std::string value;
                for (auto letters = random.below(8); letters > 0; --letters) {
                    name.push_back(static_cast<char>(random.below(256)));
                    value.push_back(static_cast<char>(random.below(256)));
                }
                parameters.emplace_back(name, value);
            }
            const std::string text = encodeQuery(parameters);
            QVERIFY(text.find_first_of(" +#") == std::string::npos);
            QCOMPARE(decodeQuery(text), parameters);
        }
    }

    void queryDecodingIsTolerantAndBounded()
    {
        const QueryParameters expected{{"a", "1 2"}, {"b", ""}, {"", "x"}, {"c", "%zz%"}};
        QCOMPARE(decodeQuery("a=1+2&&b&=x&c=%zz%"), expected);
        std::string many;
        for (int i = 0; i < 5000; ++i) {
            many += "a=1&";
        }
        QCOMPARE(decodeQuery(many).size(), std::size_t{1000});
    }

    void pathsJoinWithOneSlash()
    {
        auto url = *Url::parse("https://shop.example/blog/");
        url.appendPath("/wp-json/wc/v3");
        QCOMPARE(url.path, std::string("/blog/wp-json/wc/v3"));
        url.addParameter("per page", "1&2");
        QCOMPARE(url.query, std::string("per%20page=1%262"));
    }

    void randomBytesNeverBreakTheParser()
    {
        Random random(11);
        const std::string seeds[] = {"https://user:pw@shop.example:443/a?b=c#d", "http://[::1]:80/../..//x?%zz",
                                     "http://bücher.example/%"};
        int parsed = 0;
        for (int round = 0; round < 20'000; ++round) {
            std::string text = seeds[random.below(3)];
            for (auto changes = random.below(5); changes > 0; --changes) {
                text[random.below(text.size())] = static_cast<char>(random.below(256));
            }
            const auto url = Url::parse(text);
            if (url) {
                ++parsed;
                // What was taken must read back as the same address, and resolve against itself.
                const auto again = Url::parse(url->toString());
                QVERIFY2(again.has_value(), text.c_str());
                QCOMPARE(again->toString(), url->toString());
                static_cast<void>(resolveUrl(*url, text));
                static_cast<void>(resolveUrl(*url, text.substr(random.below(text.size()))));
            }
        }
        QVERIFY(parsed > 1000);
    }

    void loopbackIsKnownByNameAndNumber()
    {
        QVERIFY(isLoopbackHost("LocalHost") && isLoopbackHost("127.0.0.1") && isLoopbackHost("127.9.8.7") &&
                isLoopbackHost("::1"));
        QVERIFY(!isLoopbackHost("127.0.0.1.example") && !isLoopbackHost("128.0.0.1") &&
                !isLoopbackHost("localhost.example") && !isLoopbackHost("127.evil.0.1"));
    }

    void headersCompareWithoutCaseAndKeepRepeats()
    {
        HttpHeaders headers{{"Link", "a"}, {"X-WP-Total", "12"}, {"link", "b"}};
        QVERIFY(headers.value("x-wp-total") == "12");
        QCOMPARE(headers.list("LINK").size(), std::size_t{2});
        headers.set("Link", "c");
        QCOMPARE(headers.size(), std::size_t{2});
        QVERIFY(!headers.find("absent").has_value());
        QVERIFY(isValidHeaderField("X-A", "b c"));
        QVERIFY(!isValidHeaderField("X A", "b") && !isValidHeaderField("", "b") &&
                !isValidHeaderField("X", "a\r\nB: c"));
    }
};

SHOPBELL_TEST(TestUrl)
#include "test_url.moc"
