// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_client.h"
#include "net/http_listener.h"

#include "support/registry.h"

#include <QTcpSocket>
#include <QTest>

#include <atomic>
#include <stdexcept>
#include <thread>

using namespace shopbell;

namespace {

HttpRequest request(const std::string& method, const std::string& url, std::string body = {})
{
    HttpRequest one;
    one.method = method;
    one.url = url;
    one.body = std::move(body);
    one.timeouts.total = Duration{20'000};
    return one;
}

HttpReply echo(const IncomingRequest& incoming)
{
    HttpReply reply;
    reply.headers.add("Content-Type", "text/plain");
    reply.headers.add("X-Target", incoming.target);
    reply.headers.add("X-Path", incoming.path);
    reply.headers.add("X-Peer", incoming.peer);
    reply.body = incoming.method + " " + incoming.body;
    return reply;
}

}  // namespace

class TestHttpListener : public QObject {
    Q_OBJECT

    CurlHttpClient m_client;

private slots:
    void requestArrivesWhole()
    {
        const auto listener = HttpListener::start({}, [](const IncomingRequest& incoming) {
            HttpReply reply = echo(incoming);
            reply.status = 201;
            reply.headers.add("X-Parameter", std::string(incoming.findParameter("a").value_or("-")));
            reply.headers.add("X-Given", std::string(incoming.headers.value("x-given")));
            return reply;
        });
        QVERIFY(listener.has_value());
        QVERIFY((*listener)->port() != 0);
        auto sent = request("POST", (*listener)->url() + "/wp%20json/x?a=1%262&b=+", "höllo");
        sent.headers.add("X-Given", "this");
        const auto response = m_client.send(sent, {});
        QVERIFY(response.has_value());
        QCOMPARE(response->status, 201);
        QCOMPARE(response->body, std::string("POST höllo"));
        QVERIFY(response->headers.value("X-Target") == "/wp%20json/x?a=1%262&b=+");
        QVERIFY(response->headers.value("X-Path") == "/wp json/x");
        QVERIFY(response->headers.value("X-Parameter") == "1&2");
        QVERIFY(response->headers.value("X-Given") == "this");
        QVERIFY(response->headers.value("X-Peer") == "127.0.0.1");
    }

    void largeBodiesAreBounded()
    {
        HttpListenerSettings settings;
        settings.maxBodyBytes = 100'000;
        const auto listener = HttpListener::start(settings, echo);
        QVERIFY(listener.has_value());
        const auto fits = m_client.send(request("POST", (*listener)->url() + "/", std::string(100'000, 'x')), {});
        QVERIFY(fits.has_value());
        QCOMPARE(fits->body.size(), std::size_t{100'005});
        const auto tooLong = m_client.send(request("POST", (*listener)->url() + "/", std::string(100'001, 'x')), {});
        QVERIFY(tooLong.has_value());
        QCOMPARE(tooLong->status, 413);
    }

    void chunkedBodiesAreBoundedToo()
    {
        HttpListenerSettings settings;
        settings.maxBodyBytes = 1'000;
        const auto listener = HttpListener::start(settings, echo);
        QTcpSocket socket;
        socket.connectToHost("127.0.0.1", (*listener)->port());
        QVERIFY(socket.waitForConnected(5000));
        socket.write("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (int i = 0; i < 20; ++i) {
            socket.write("64\r\n" + QByteArray(100, 'x') + "\r\n");
        }
        socket.write("0\r\n\r\n");
        QVERIFY(socket.waitForReadyRead(5000));
        QVERIFY(socket.readAll().startsWith("HTTP/1.1 413"));
    }

    void endlessHeadersAreRefused()
    {
        HttpListenerSettings settings;
        settings.maxHeaderBytes = 8'192;
        std::atomic<int> handled{0};
        const auto listener = HttpListener::start(settings, [&handled](const IncomingRequest& incoming) {
            ++handled;
            return echo(incoming);
        });
        auto one = request("GET", (*listener)->url() + "/");
        one.headers.add("X-Long", std::string(20'000, 'x'));
        const auto response = m_client.send(one, {});
        QVERIFY(!response || response->status >= 400);
        QCOMPARE(handled.load(), 0);
    }

    void handlersRunOnSeveralThreadsAndConnections()
    {
        std::atomic<int> handled{0};
        const auto listener = HttpListener::start({}, [&handled](const IncomingRequest& incoming) {
            ++handled;
            return echo(incoming);
        });
        std::vector<std::thread> threads;
        std::atomic<int> right{0};
        for (int t = 0; t < 16; ++t) {
            threads.emplace_back([&] {
                for (int i = 0; i < 50; ++i) {
                    const auto response =
                        m_client.send(request("POST", (*listener)->url() + "/", std::to_string(i)), {});
                    right += response && response->body == "POST " + std::to_string(i) ? 1 : 0;
                }
            });
        }
        for (auto& thread : threads) {
            thread.join();
        }
        QCOMPARE(right.load(), 800);
        QCOMPARE(handled.load(), 800);
    }

    void thrownWordsDoNotLeaveTheProgram()
    {
        const auto listener = HttpListener::start(
            {}, [](const IncomingRequest&) -> HttpReply { throw std::runtime_error("inner secret"); });
        const auto response = m_client.send(request("GET", (*listener)->url() + "/"), {});
        QVERIFY(response.has_value());
        QCOMPARE(response->status, 500);
        QVERIFY(response->body.find("secret") == std::string::npos);
    }

    void usedPortIsAConflict()
    {
        const auto first = HttpListener::start({}, echo);
        HttpListenerSettings settings;
        settings.port = (*first)->port();
        const auto second = HttpListener::start(settings, echo);
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::Conflict);
        QVERIFY(second.error().what.find(std::to_string(settings.port)) != std::string::npos);
    }

    void badAddressIsRefused()
    {
        HttpListenerSettings settings;
        settings.address = "shop.example";
        const auto listener = HttpListener::start(settings, echo);
        QVERIFY(!listener);
        QCOMPARE(listener.error().kind, ErrorKind::InvalidInput);
    }

    void stopsCleanlyWithOpenConnectionsAndCanBeStoppedTwice()
    {
        auto listener = HttpListener::start({}, echo);
        const std::string url = (*listener)->url();
        QVERIFY(m_client.send(request("GET", url + "/"), {}).has_value());
        QTcpSocket halfOpen;
        halfOpen.connectToHost("127.0.0.1", (*listener)->port());
        QVERIFY(halfOpen.waitForConnected(5000));
        halfOpen.write("GET / HTT");
        QVERIFY(halfOpen.waitForBytesWritten(5000));
        (*listener)->stop();
        (*listener)->stop();
        const auto response = m_client.send(request("GET", url + "/"), {});
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::Network);
    }

    void replyHeadersCannotBeSplit()
    {
        const auto listener = HttpListener::start({}, [](const IncomingRequest&) {
            return HttpReply{200, {{"X-Bad", "a\r\nX-Injected: b"}, {"X-Good", "c"}}, "x"};
        });
        const auto response = m_client.send(request("GET", (*listener)->url() + "/"), {});
        QVERIFY(response.has_value());
        QVERIFY(!response->headers.find("X-Injected").has_value());
        QVERIFY(response->headers.value("X-Good") == "c");
    }
};

SHOPBELL_TEST(TestHttpListener)
#include "test_http_listener.moc"
