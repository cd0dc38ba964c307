// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "support/test_certificate.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace shopbell::test {

/// One accepted connection, used by the thread that serves it. Every call returns at once when the server stops.
class LoopbackPeer {
public:
    virtual ~LoopbackPeer() = default;
    /// Up to and without the line's end (CRLF or LF); nothing when the client is gone or the line passes 1 MB.
    [[nodiscard]] virtual std::optional<std::string> readLine() = 0;
    [[nodiscard]] virtual std::optional<std::string> readExactly(std::size_t bytes) = 0;
    /// True when bytes that came are not taken yet: the client has sent more than was answered.
    [[nodiscard]] virtual bool hasUnread() const = 0;
    virtual bool write(std::string_view bytes) = 0;
    /// The server's side of a TLS handshake; what was read ahead in plain text stays readable, as a careless
    /// server's would.
    [[nodiscard]] virtual bool startTls(const TestCertificate& certificate) = 0;
    /// Waits; false when the server stops meanwhile.
    virtual bool pause(Duration howLong) = 0;
    /// Says nothing until the client goes or the server stops.
    virtual void stall() = 0;
    /// Closes with a reset instead of an orderly end; nothing may follow.
    virtual void reset() = 0;
    /// The number of this connection: 0 for the first one accepted.
    [[nodiscard]] virtual std::size_t number() const = 0;
};

/// Listens on 127.0.0.1 on a free port and calls `serve` on a thread of its own for every connection; when it
/// returns, the connection is closed. The destructor cuts all connections and waits for the threads.
class LoopbackServer {
public:
    explicit LoopbackServer(std::function<void(LoopbackPeer&)> serve);
    ~LoopbackServer();
    LoopbackServer(const LoopbackServer&) = delete;
    LoopbackServer& operator=(const LoopbackServer&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    /// How many connections were accepted until now.
    [[nodiscard]] std::size_t connections() const;
    void stop();

private:
    class Acceptor;
    std::unique_ptr<Acceptor> m_acceptor;
};

/// A port on 127.0.0.1 where nobody listens.
[[nodiscard]] std::uint16_t findClosedPort();

}  // namespace shopbell::test
