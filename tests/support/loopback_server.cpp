// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/loopback_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <atomic>
#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <thread>
#include <vector>

namespace shopbell::test {

namespace {

constexpr std::size_t kLongestLine = std::size_t{1} << 20;

[[noreturn]] void giveUp(const char* what)
{
    std::perror(what);
    std::abort();
}

int listenOnLoopback(std::uint16_t& port)
{
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (listener < 0 || bind(listener, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
        listen(listener, 256) != 0 || getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
        giveUp("The test server cannot listen on loopback");
    }
    port = ntohs(address.sin_port);
    return listener;
}

/// Told once, seen by everybody who waits.
class StopSign {
public:
    void raise()
    {
        const std::lock_guard lock(m_mutex);
        m_raised = true;
        m_changed.notify_all();
    }
    bool waitFor(Duration howLong)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, howLong, [this] { return m_raised; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_raised = false;
};

class SocketPeer final : public LoopbackPeer {
public:
    SocketPeer(int socket, std::size_t number, StopSign& stopSign)
        : m_socket(socket), m_number(number), m_stopSign(stopSign)
    {
    }
    ~SocketPeer() override
    {
        end();
        SSL_CTX_free(m_context);
    }

    /// From the serving thread, when it has nothing more to say.
    void end()
    {
        if (m_tls != nullptr) {
            SSL_shutdown(m_tls);
            SSL_free(m_tls);
            m_tls = nullptr;
        }
        const std::lock_guard lock(m_mutex);
        if (m_socket >= 0) {
            close(m_socket);
            m_socket = -1;
        }
    }

    /// From the server's thread: whatever blocks here returns.
    void cut()
    {
        const std::lock_guard lock(m_mutex);
        if (m_socket >= 0) {
            shutdown(m_socket, SHUT_RDWR);
        }
    }

    std::optional<std::string> readLine() override
    {
        for (;;) {
            if (const auto end = m_inbox.find('\n'); end != std::string::npos) {
                std::string line = m_inbox.substr(0, end);
                m_inbox.erase(0, end + 1);
                if (!line.empty() && line.back() == '\r') {
                    line.pop_back();
                }
                return line;
            }
            if (m_inbox.size() > kLongestLine || !receive()) {
                return std::nullopt;
            }
        }
    }

    std::optional<std::string> readExactly(std::size_t bytes) override
    {
        while (m_inbox.size() < bytes) {
            if (!receive()) {
                return std::nullopt;
            }
        }
        std::string taken = m_inbox.substr(0, bytes);
        m_inbox.erase(0, bytes);
        return taken;
    }

    [[nodiscard]] bool hasUnread() const override { return !m_inbox.empty(); }

    bool write(std::string_view bytes) override
    {
        while (!bytes.empty()) {
            const auto sent = m_tls != nullptr ? SSL_write(m_tls, bytes.data(), static_cast<int>(bytes.size()))
                                               : send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) {
                return false;
            }
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    bool startTls(const TestCertificate& certificate) override
    {
        m_context = SSL_CTX_new(TLS_server_method());
        BIO* certificateMemory = BIO_new_mem_buf(certificate.certificatePem.data(), -1);
        BIO* keyMemory = BIO_new_mem_buf(certificate.keyPem.data(), -1);
        X509* x509 = PEM_read_bio_X509(certificateMemory, nullptr, nullptr, nullptr);
        EVP_PKEY* key = PEM_read_bio_PrivateKey(keyMemory, nullptr, nullptr, nullptr);
        SSL_CTX_use_certificate(m_context, x509);
        SSL_CTX_use_PrivateKey(m_context, key);
        X509_free(x509);
        EVP_PKEY_free(key);
        BIO_free(certificateMemory);
        BIO_free(keyMemory);
        m_tls = SSL_new(m_context);
        SSL_set_fd(m_tls, m_socket);
        if (SSL_accept(m_tls) == 1) {
            return true;
        }
        SSL_free(m_tls);
        m_tls = nullptr;
        return false;
    }

    bool pause(Duration howLong) override { return !m_stopSign.waitFor(howLong); }

    void stall() override
    {
        char ignored[4096];
        for (;;) {
            if (recv(m_socket, ignored, sizeof ignored, 0) <= 0) {
                return;
            }
        }
    }

    void reset() override
    {
        const linger hard{1, 0};
        setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
        if (m_tls != nullptr) {
            SSL_set_quiet_shutdown(m_tls, 1);
        }
    }

    [[nodiscard]] std::size_t number() const override { return m_number; }

private:
    bool receive()
    {
        char bytes[16384];
        const auto got =
            m_tls != nullptr ? SSL_read(m_tls, bytes, sizeof bytes) : recv(m_socket, bytes, sizeof bytes, 0);
        if (got <= 0) {
            return false;
        }
        m_inbox.append(bytes, static_cast<std::size_t>(got));
        return true;
    }

    std::mutex m_mutex;
    int m_socket;
    std::size_t m_number;
    StopSign& m_stopSign;
    std::string m_inbox;
    SSL_CTX* m_context = nullptr;
    SSL* m_tls = nullptr;
};

}  // namespace

class LoopbackServer::Acceptor {
public:
    explicit Acceptor(std::function<void(LoopbackPeer&)> serve) : m_serve(std::move(serve))
    {
        // Writing to a client that has gone is part of these tests.
        std::signal(SIGPIPE, SIG_IGN);
        m_listener = listenOnLoopback(m_port);
        if (pipe(m_wake) != 0) {
            giveUp("pipe");
        }
        m_thread = std::thread([this] { run(); });
    }

    ~Acceptor() { stop(); }
    Acceptor(const Acceptor&) = delete;
    Acceptor& operator=(const Acceptor&) = delete;

    void stop()
    {
        if (!m_thread.joinable()) {
            return;
        }
        m_stopSign.raise();
        if (::write(m_wake[1], "x", 1) != 1) {
            giveUp("write");
        }
        m_thread.join();
        {
            const std::lock_guard lock(m_mutex);
            for (const auto& client : m_clients) {
                client->peer->cut();
            }
        }
        for (const auto& client : m_clients) {
            client->thread.join();
        }
        m_clients.clear();
        close(m_listener);
        close(m_wake[0]);
        close(m_wake[1]);
    }

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] std::size_t connections() const { return m_accepted; }

private:
    struct Client {
        std::unique_ptr<SocketPeer> peer;
        std::atomic<bool> done{false};
        std::thread thread;
    };

    void run()
    {
        for (;;) {
            pollfd waiting[2] = {{m_listener, POLLIN, 0}, {m_wake[0], POLLIN, 0}};
            if (poll(waiting, 2, -1) < 0 || waiting[1].revents != 0) {
                return;
            }
            const int socket = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
            if (socket < 0) {
                continue;
            }
            const int on = 1;
            setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
            const std::lock_guard lock(m_mutex);
            std::erase_if(m_clients, [](const std::unique_ptr<Client>& client) {
                if (client->done) {
                    client->thread.join();
                }
                return client->done.load();
            });
            auto client = std::make_unique<Client>();
            client->peer = std::make_unique<SocketPeer>(socket, m_accepted++, m_stopSign);
            Client* const mine = client.get();
            m_clients.push_back(std::move(client));
            mine->thread = std::thread([this, mine] {
                m_serve(*mine->peer);
                // The connection ends now; the entry is swept when the next one comes, or when the server stops.
                mine->peer->end();
                mine->done = true;
            });
        }
    }

    std::function<void(LoopbackPeer&)> m_serve;
    StopSign m_stopSign;
    std::uint16_t m_port = 0;
    int m_listener = -1;
    int m_wake[2] = {-1, -1};
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Client>> m_clients;
    std::atomic<std::size_t> m_accepted{0};
    std::thread m_thread;
};

LoopbackServer::LoopbackServer(std::function<void(LoopbackPeer&)> serve)
    : m_acceptor(std::make_unique<Acceptor>(std::move(serve)))
{
}

LoopbackServer::~LoopbackServer() = default;

std::uint16_t LoopbackServer::port() const
{
    return m_acceptor->port();
}

std::size_t LoopbackServer::connections() const
{
    return m_acceptor->connections();
}

void LoopbackServer::stop()
{
    m_acceptor->stop();
}

std::uint16_t findClosedPort()
{
    std::uint16_t port = 0;
    close(listenOnLoopback(port));
    return port;
}

}  // namespace shopbell::test
