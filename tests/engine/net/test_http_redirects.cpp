// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_client.h"

#include "support/registry.h"
#include "support/scripted_http_server.h"

#include <QTest>

using namespace shopbell;
using namespace shopbell::test;

namespace {

HttpRequest get(const std::string& url)
{
    HttpRequest request;
    request.url = url;
    request.timeouts.total = Duration{20'000};
    return request;
}

}  // namespace

class TestHttpRedirects : public QObject {
    Q_OBJECT

    TestAuthority m_authority;
    CurlHttpClient m_client{HttpClientSettings{"", m_authority.caFile()}};

private slots:
    void redirectsOnTheSameHostKeepCredentials()
    {
        ScriptedHttpServer server;
        server.push("/old", ScriptedReply::redirect("new/?a=1", 301));
        server.push("/new/", ScriptedReply::json("here"));
        auto request = get(server.url("/old"));
        request.basicAuth = BasicAuth{"user", "password"};
        request.headers.add("X-Api-Key", "key");
        const auto response = m_client.send(request, {});
        QVERIFY(response.has_value());
        QCOMPARE(response->body, std::string("here"));
        QCOMPARE(response->effectiveUrl, server.url("/new/?a=1"));
        QVERIFY(!response->credentialsDropped);
        QVERIFY(server.requests()[1].headers.find("Authorization").has_value());
        QVERIFY(server.requests()[1].headers.find("X-Api-Key").has_value());
    }

    void credentialsNeverReachAnotherHost()
    {
        ScriptedHttpServer server;
        ScriptedHttpServer other;
        server.push(ScriptedReply::redirect("http://evil:user@127.0.0.1:" + std::to_string(other.port()) + "/taken"));
        other.push(ScriptedReply::json("other"));
        auto request = get(server.url("/?a=1"));
        request.basicAuth = BasicAuth{"user", "password"};
        request.headers.add("X-Api-Key", "key");
        request.headers.add("Cookie", "session=1");
        request.headers.add("Accept", "application/json");
        const auto response = m_client.send(request, {});
        QVERIFY(response.has_value());
        QVERIFY(response->credentialsDropped);
        const auto seen = other.requests().at(0);
        QVERIFY(!seen.headers.find("Authorization").has_value());
        QVERIFY(!seen.headers.find("X-Api-Key").has_value());
        QVERIFY(!seen.headers.find("Cookie").has_value());
        QVERIFY(seen.headers.value("Accept") == "application/json");
        QCOMPARE(seen.query, std::string());
    }

    void fiveRedirectsAreFollowedAndSixAreACircle()
    {
        for (const int redirects : {5, 6}) {
            ScriptedHttpServer server;
            for (int i = 0; i < redirects; ++i) {
                server.push(ScriptedReply::redirect("/" + std::to_string(i)));
            }
            server.push(ScriptedReply::json("end"));
            const auto response = m_client.send(get(server.url("/")), {});
            QCOMPARE(response.has_value(), redirects == 5);
            if (!response) {
                QCOMPARE(response.error().kind, ErrorKind::Remote);
            }
        }
    }

    void secureRedirectToPlainIsRefusedAndNamed()
    {
        ScriptedHttpServer plain;
        ScriptedHttpServer secure(m_authority.issue("127.0.0.1"));
        secure.push(ScriptedReply::redirect(plain.url("/wp-json/?consumer_key=ck_1")));
        auto request = get(secure.url("/wp-json/"));
        request.basicAuth = BasicAuth{"ck", "cs"};
        const auto response = m_client.send(request, {});
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::Refused);
        QVERIFY2(response.error().what.find("http://127.0.0.1:" + std::to_string(plain.port())) != std::string::npos,
                 response.error().what.c_str());
        QVERIFY(response.error().what.find("ck_1") == std::string::npos);
        QCOMPARE(plain.connections(), std::size_t{0});
    }

    void bodyIsNotSentElsewhere()
    {
        ScriptedHttpServer server;
        ScriptedHttpServer other;
        for (const int status : {301, 302, 307, 308}) {
            server.push(ScriptedReply::redirect(other.url("/"), status));
            auto request = get(server.url("/"));
            request.method = "POST";
            request.body = "{}";
            const auto response = m_client.send(request, {});
            QVERIFY(!response);
            QCOMPARE(response.error().kind, ErrorKind::Refused);
        }
        QCOMPARE(other.connections(), std::size_t{0});
    }

    void postOnTheSameHostFollows307WithBodyAnd303Without()
    {
        ScriptedHttpServer server;
        server.push("/a", ScriptedReply::redirect("/b", 307));
        server.push("/b", ScriptedReply::redirect("/c", 303));
        server.push("/c", ScriptedReply::json("done"));
        auto request = get(server.url("/a"));
        request.method = "POST";
        request.body = "{}";
        request.headers.add("Content-Type", "application/json");
        const auto response = m_client.send(request, {});
        QVERIFY(response.has_value());
        const auto seen = server.requests();
        QCOMPARE(seen.size(), std::size_t{3});
        QCOMPARE(seen[1].method + seen[1].body, std::string("POST{}"));
        QCOMPARE(seen[2].method + seen[2].body, std::string("GET"));
        QVERIFY(!seen[2].headers.find("Content-Type").has_value());
    }

    void redirectCanBeTheAnswer()
    {
        ScriptedHttpServer server;
        server.push(ScriptedReply::redirect("/next"));
        auto request = get(server.url("/"));
        request.redirects = RedirectPolicy::Return;
        const auto response = m_client.send(request, {});
        QVERIFY(response.has_value());
        QCOMPARE(response->status, 302);
        QVERIFY(response->headers.value("Location") == "/next");
    }

    void trustedCertificateWorks()
    {
        ScriptedHttpServer server(m_authority.issue("127.0.0.1"));
        server.setHandler([](const IncomingRequest&) { return ScriptedReply::json("{}"); });
        for (int i = 0; i < 5; ++i) {
            const auto response = m_client.send(get(server.url("/")), {});
            QVERIFY2(response.has_value(), response ? "" : describe(response.error()).c_str());
        }
        QCOMPARE(server.connections(), std::size_t{1});
    }

    void untrustedCertificatesSayWhy_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("why");
        QTest::newRow("expired") << 0 << "expired";
        QTest::newRow("not yet valid") << 1 << "not valid yet";
        QTest::newRow("another name") << 2 << "another name";
        QTest::newRow("self-signed") << 3 << "self-signed";
        QTest::newRow("unknown issuer") << 4 << "does not know who issued it";
    }
    void untrustedCertificatesSayWhy()
    {
        QFETCH(int, kind);
        QFETCH(QString, why);
        const TestAuthority stranger;
        const TestCertificate certificates[] = {
            m_authority.issue("127.0.0.1", Validity::Expired), m_authority.issue("127.0.0.1", Validity::NotYet),
            m_authority.issue("other.example"), TestAuthority::selfSigned("127.0.0.1"), stranger.issue("127.0.0.1")};
        ScriptedHttpServer server(certificates[kind]);
        server.push(ScriptedReply::json("{}"));
        const auto response = m_client.send(get(server.url("/")), {});
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::Refused);
        QVERIFY2(QString::fromStdString(response.error().what).contains(why), describe(response.error()).c_str());
        QVERIFY(server.requests().empty());
    }

    void plainServerBehindHttpsIsSaidInWords()
    {
        ScriptedHttpServer server;
        const auto response = m_client.send(get("https://127.0.0.1:" + std::to_string(server.port()) + "/"), {});
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::Network);
        QVERIFY(response.error().what.find("may not speak https") != std::string::npos);
    }

    void deadConnectionIsWrittenToTwiceOnlyWhenThatIsHarmless()
    {
        // The second request on a kept connection is read and then cut off: a server that may have acted on it.
        for (const bool repeatable : {true, false}) {
            for (const std::string& body : {std::string("{\"to\":1}"), std::string()}) {
                ScriptedHttpServer server;
                CurlHttpClient client;
                server.push(ScriptedReply::json("{}"));
                server.push(ScriptedReply::drop());
                server.push(ScriptedReply::json("{}"));
                QVERIFY(client.send(get(server.url("/")), {}).has_value());
                HttpTrace trace;
                auto request = get(server.url("/send"));
                request.method = "POST";
                request.body = body;
                request.repeatable = repeatable;
                request.trace = &trace;
                const auto response = client.send(request, {});
                QVERIFY(trace.mayHaveArrived);
                if (!repeatable) {
                    QVERIFY(!response);
                    QCOMPARE(response.error().kind, ErrorKind::Network);
                    QCOMPARE(server.requests().size(), std::size_t{2});
                }
            }
        }
    }
};

SHOPBELL_TEST(TestHttpRedirects)
#include "test_http_redirects.moc"
