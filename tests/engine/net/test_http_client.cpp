// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_client.h"

#include "base/random.h"
#include "base/text.h"
#include "support/registry.h"
#include "support/scripted_http_server.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

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

HttpRequest post(const std::string& url, std::string body)
{
    HttpRequest request = get(url);
    request.method = "POST";
    request.headers.set("Content-Type", "application/json");
    request.body = std::move(body);
    return request;
}

bool mentions(const Error& error, std::string_view words)
{
    return describe(error).find(words) != std::string::npos;
}

}  // namespace

class TestHttpClient : public QObject {
    Q_OBJECT

    CurlHttpClient m_client;

private slots:
    void answerArrivesWhole()
    {
        ScriptedHttpServer server;
        auto reply = ScriptedReply::json(R"([{"id":1}])");
        reply.headers.add("X-WP-Total", "1");
        server.push("/wp-json/wc/v3/orders", reply);
        auto request = get(server.url("/wp-json/wc/v3/orders?page=1&status=any"));
        request.headers.add("Accept", "application/json");
        request.headers.add("X-Empty", "");
        const auto response = m_client.send(request, {});
        QVERIFY2(response.has_value(), response ? "" : describe(response.error()).c_str());
        QCOMPARE(response->status, 200);
        QCOMPARE(response->body, std::string(R"([{"id":1}])"));
        QVERIFY(response->headers.value("x-wp-total") == "1");
        QCOMPARE(response->effectiveUrl, request.url);
        const auto seen = server.requests();
        QCOMPARE(seen.size(), std::size_t{1});
        QVERIFY(seen[0].headers.value("User-Agent").starts_with("Shopbell/"));
        QVERIFY(seen[0].headers.find("X-Empty").has_value());
        QVERIFY(seen[0].headers.value("Accept") == "application/json");
        QVERIFY(!seen[0].headers.find("Authorization").has_value());
    }

    void everyStatusIsAResponse()
    {
        ScriptedHttpServer server;
        for (const int status : {201, 204, 304, 400, 401, 404, 418, 429, 500, 503}) {
            auto reply = ScriptedReply::json("{}", status);
            if (status == 204 || status == 304) {
                reply.body.clear();
            }
            server.push(reply);
            const auto response = m_client.send(get(server.url("/")), {});
            QVERIFY(response.has_value());
            QCOMPARE(response->status, status);
        }
    }

    void methodsAndBodiesGoOutAsAsked()
    {
        ScriptedHttpServer server;
        server.setHandler(
            [](const IncomingRequest& request) { return ScriptedReply::json(request.method + ":" + request.body); });
        for (const char* method : {"POST", "PUT", "PATCH", "DELETE", "GET"}) {
            auto request = post(server.url("/x"), "{\"a\":\"ä\"}");
            request.method = method;
            const auto response = m_client.send(request, {});
            QVERIFY(response.has_value());
            QCOMPARE(response->body, std::string(method) + ":{\"a\":\"ä\"}");
        }
        for (const char* method : {"DELETE", "POST", "OPTIONS"}) {
            auto request = get(server.url("/x"));
            request.method = method;
            const auto response = m_client.send(request, {});
            QVERIFY(response.has_value());
            QCOMPARE(response->body, std::string(method) + ":");
        }
        auto head = get(server.url("/x"));
        head.method = "HEAD";
        const auto response = m_client.send(head, {});
        QVERIFY(response.has_value());
        QCOMPARE(response->body, std::string());
        for (const auto& request : server.requests()) {
            QVERIFY(!request.headers.find("Expect").has_value());
        }
    }

    void largeBodiesGoBothWays()
    {
        ScriptedHttpServer server;
        server.setHandler([](const IncomingRequest& request) { return ScriptedReply::json(request.body); });
        std::string body(5'000'000, 'x');
        body[4'999'999] = 'y';
        const auto response = m_client.send(post(server.url("/"), body), {});
        QVERIFY(response.has_value());
        QVERIFY(response->body == body);
    }

    void credentialsOfTheAddressBecomeBasicAuth()
    {
        ScriptedHttpServer server;
        server.push(ScriptedReply::json("{}"));
        server.push(ScriptedReply::json("{}"));
        const std::string withUser = "http://ck%40x:cs%3A1@127.0.0.1:" + std::to_string(server.port()) + "/";
        const auto first = m_client.send(get(withUser), {});
        QVERIFY(first.has_value());
        QVERIFY(first->effectiveUrl.find("cs") == std::string::npos);
        auto request = get(server.url("/"));
        request.basicAuth = BasicAuth{"user", "pässword"};
        QVERIFY(m_client.send(request, {}).has_value());
        const auto seen = server.requests();
        QCOMPARE(std::string(seen[0].headers.value("Authorization")), "Basic " + toBase64("ck@x:cs:1"));
        QCOMPARE(std::string(seen[1].headers.value("Authorization")), "Basic " + toBase64("user:pässword"));
    }

    void gzipAndChunksAreUnpacked()
    {
        ScriptedHttpServer server;
        const std::string text(300'000, 'z');
        auto reply = ScriptedReply::json(text);
        reply.gzip = true;
        server.push(reply);
        reply.chunked = true;
        server.push(reply);
        for (int i = 0; i < 2; ++i) {
            const auto response = m_client.send(get(server.url("/")), {});
            QVERIFY(response.has_value());
            QVERIFY(response->body == text);
        }
    }

    void bodyIsBoundedAfterUnpacking()
    {
        ScriptedHttpServer server;
        auto reply = ScriptedReply::json(std::string(10'000'000, '0'));
        reply.gzip = true;
        server.push(reply);
        auto request = get(server.url("/"));
        request.maxBodyBytes = 100'000;
        const auto response = m_client.send(request, {});
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::InvalidInput);
        QVERIFY(mentions(response.error(), "100,000"));
    }

    void bodyOfExactlyTheBoundIsTaken()
    {
        ScriptedHttpServer server;
        server.push(ScriptedReply::json(std::string(1000, '0')));
        server.push(ScriptedReply::json(std::string(1001, '0')));
        auto request = get(server.url("/"));
        request.maxBodyBytes = 1000;
        QVERIFY(m_client.send(request, {}).has_value());
        QVERIFY(!m_client.send(request, {}).has_value());
    }

    void connectionsAreReused()
    {
        ScriptedHttpServer server;
        server.setHandler([](const IncomingRequest&) { return ScriptedReply::json("{}"); });
        for (int i = 0; i < 20; ++i) {
            QVERIFY(m_client.send(i % 2 == 0 ? get(server.url("/")) : post(server.url("/"), "{}"), {}).has_value());
        }
        QCOMPARE(server.connections(), std::size_t{1});
    }

    void manyThreadsShareOneClient()
    {
        ScriptedHttpServer server;
        server.setHandler([](const IncomingRequest& request) { return ScriptedReply::json(request.query); });
        std::atomic<int> right{0};
        std::vector<std::thread> threads;
        for (int t = 0; t < 8; ++t) {
            threads.emplace_back([this, t, &server, &right] {
                for (int i = 0; i < 50; ++i) {
                    const std::string query = "q=" + std::to_string(t * 1000 + i);
                    const auto response = m_client.send(get(server.url("/?" + query)), {});
                    right += response && response->body == query ? 1 : 0;
                }
            });
        }
        for (auto& thread : threads) {
            thread.join();
        }
        QCOMPARE(right.load(), 400);
        QVERIFY(server.connections() <= 8);
    }

    void truncatedBodyIsANetworkError()
    {
        ScriptedHttpServer server;
        auto reply = ScriptedReply::json("[1,2,3]");
        reply.claimedLength = 1000;
        server.push(reply);
        reply.claimedLength.reset();
        reply.body = std::string(5000, ' ');
        reply.chunked = true;
        reply.dropAfterBytes = 2500;
        server.push(reply);
        for (int i = 0; i < 2; ++i) {
            const auto response = m_client.send(get(server.url("/")), {});
            QVERIFY(!response);
            QCOMPARE(response.error().kind, ErrorKind::Network);
            QVERIFY(isRetryable(response.error().kind));
        }
    }

    void anyCutOfTheConnectionIsAnErrorOrTheWholeAnswer()
    {
        ScriptedHttpServer server;
        auto reply = ScriptedReply::json(R"({"hello":"world"})");
        const std::size_t whole =
            17 + std::string_view("HTTP/1.1 200 Scripted\r\nContent-Type: application/json; charset=UTF-8"
                                  "\r\nContent-Length: 17\r\n\r\n")
                     .size();
        for (std::size_t cut = 0; cut < whole; ++cut) {
            reply.dropAfterBytes = cut;
            server.push(reply);
            const auto response = m_client.send(get(server.url("/")), {});
            QVERIFY2(!response, std::to_string(cut).c_str());
            QVERIFY(response.error().kind == ErrorKind::Network || response.error().kind == ErrorKind::Remote);
        }
    }

    void garbageIsNotHttp()
    {
        ScriptedHttpServer server;
        Random random(1);
        for (int round = 0; round < 60; ++round) {
            ScriptedReply reply;
            std::string bytes = round == 0 ? "220 mail.example ESMTP\r\n" : "";
            for (auto left = round == 0 ? 0 : random.below(3000) + 20; left > 0; --left) {
                bytes.push_back(static_cast<char>(random.below(256)));
            }
            reply.raw = bytes;
            server.push(reply);
            const auto response = m_client.send(get(server.url("/")), {});
            QVERIFY(!response);
            QVERIFY(response.error().kind == ErrorKind::Remote || response.error().kind == ErrorKind::Network);
        }
    }

    void brokenCompressionIsARemoteError()
    {
        ScriptedHttpServer server;
        ScriptedReply reply = ScriptedReply::json("this is not gzip");
        reply.headers.add("Content-Encoding", "gzip");
        server.push(reply);
        const auto response = m_client.send(get(server.url("/")), {});
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::Remote);
    }

    void endlessHeadersAreCutOff()
    {
        ScriptedHttpServer server;
        ScriptedReply reply = ScriptedReply::json("{}");
        for (int i = 0; i < 5000; ++i) {
            reply.headers.add("X-Padding-" + std::to_string(i), std::string(80, 'x'));
        }
        server.push(reply);
        const auto response = m_client.send(get(server.url("/")), {});
        QVERIFY(!response);
        QVERIFY(response.error().kind == ErrorKind::Remote || response.error().kind == ErrorKind::Network);
    }

    void silentServerTimesOut()
    {
        ScriptedHttpServer server;
        server.push(ScriptedReply::silence());
        auto request = get(server.url("/"));
        request.timeouts.total = Duration{150};
        HttpTrace trace;
        request.trace = &trace;
        const auto response = m_client.send(request, {});
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::Timeout);
        QVERIFY(trace.mayHaveArrived);
    }

    void stalledBodyTimesOut()
    {
        ScriptedHttpServer server;
        ScriptedReply reply = ScriptedReply::json(std::string(1000, ' '));
        reply.dropAfterBytes = 300;
        reply.stall = true;
        server.push(reply);
        auto request = get(server.url("/"));
        request.timeouts.total = Duration{150};
        const auto response = m_client.send(request, {});
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::Timeout);
    }

    void cancelIsQuick()
    {
        ScriptedHttpServer server;
        server.push(ScriptedReply::silence());
        const CancelToken cancel;
        QElapsedTimer timer;
        qint64 cancelledAt = 0;
        std::thread other([&] {
            while (server.requests().empty()) {
                std::this_thread::yield();
            }
            cancelledAt = timer.elapsed();
            cancel.cancel();
        });
        timer.start();
        const auto response = m_client.send(get(server.url("/")), cancel);
        const qint64 returnedAt = timer.elapsed();
        other.join();
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::Cancelled);
        QVERIFY2(returnedAt - cancelledAt < 200, std::to_string(returnedAt - cancelledAt).c_str());
    }

    void cancelledBeforehandAsksNobody()
    {
        ScriptedHttpServer server;
        const CancelToken cancel;
        cancel.cancel();
        const auto response = m_client.send(get(server.url("/")), cancel);
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::Cancelled);
        QCOMPARE(server.connections(), std::size_t{0});
    }

    void refusedConnectionIsSaidInWords()
    {
        HttpTrace trace;
        auto request = get("http://127.0.0.1:" + std::to_string(findClosedPort()) + "/?consumer_secret=cs_1");
        request.trace = &trace;
        const auto response = m_client.send(request, {});
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::Network);
        QVERIFY(mentions(response.error(), "refused the connection"));
        QVERIFY(!mentions(response.error(), "cs_1"));
        QVERIFY(!trace.mayHaveArrived);
    }

    void unknownNameIsSaidInWords()
    {
        const auto response = m_client.send(get("http://no-such-host.invalid/"), {});
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::Network);
        QVERIFY2(mentions(response.error(), "no-such-host.invalid"), response.error().what.c_str());
    }

    void requestsThatCannotBeSentAreRefused()
    {
        auto request = get("gopher://x/");
        QCOMPARE(m_client.send(request, {}).error().kind, ErrorKind::InvalidInput);
        request = get("http://127.0.0.1/");
        request.headers.add("X-Key", "secret\r\nHost: evil");
        const auto response = m_client.send(request, {});
        QCOMPARE(response.error().kind, ErrorKind::InvalidInput);
        QVERIFY(!mentions(response.error(), "secret"));
        request = get("http://127.0.0.1/");
        request.method = "GET / HTTP/1.1\r\n";
        QCOMPARE(m_client.send(request, {}).error().kind, ErrorKind::InvalidInput);
    }

    void noErrorHoldsASecret()
    {
        ScriptedHttpServer server;
        for (int kind = 0; kind < 5; ++kind) {
            ScriptedReply reply;
            switch (kind) {
            case 0: reply = ScriptedReply::drop(); break;
            case 1: reply.raw = "garbage\r\n"; break;
            case 2: reply = ScriptedReply::silence(); break;
            case 3: reply = ScriptedReply::redirect("gopher://x/?consumer_secret=SECRET"); break;
            default: reply = ScriptedReply::redirect("/again?token=SECRET", 301); break;
            }
            server.push(reply);
            auto request = post("http://SECRET:SECRET@127.0.0.1:" + std::to_string(server.port()) +
                                    "/?consumer_secret=SECRET#SECRET",
                                "SECRET");
            request.headers.add("X-Api-Key", "SECRET");
            request.timeouts.total = Duration{200};
            const auto response = m_client.send(request, {});
            QVERIFY(!response);
            QVERIFY2(!mentions(response.error(), "SECRET"), describe(response.error()).c_str());
        }
    }
};

SHOPBELL_TEST(TestHttpClient)
#include "test_http_client.moc"
