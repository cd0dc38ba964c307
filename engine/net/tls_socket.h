// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "base/instant.h"
#include "base/result.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace shopbell {

/// How long a socket call may wait. After cancel() it goes on for `grace` at most; 0 ends it within 50 ms.
class SocketPatience {
public:
    SocketPatience(Duration timeout, const CancelToken& cancel, Duration grace = Duration{0});
    /// Milliseconds for the next poll: at most 50, so that the token is looked at; 0 when it is over.
    [[nodiscard]] int nextSlice();
    [[nodiscard]] Error whyOver() const;
    /// Something moved: the timeout begins again, the grace does not.
    void renew() { m_until = std::chrono::steady_clock::now() + m_timeout; }

private:
    Duration m_timeout;
    const CancelToken& m_cancel;
    Duration m_grace;
    std::chrono::steady_clock::time_point m_until;
    std::optional<std::chrono::steady_clock::time_point> m_cancelledUntil;
};

/// A TCP connection that can turn into a TLS one, for one thread. Errors are Network, Timeout, Refused (certificate),
/// Cancelled, in words.
class TlsSocket {
public:
    TlsSocket();
    ~TlsSocket();
    TlsSocket(const TlsSocket&) = delete;
    TlsSocket& operator=(const TlsSocket&) = delete;

    /// Looks the name up and connects to the address that answers first.
    [[nodiscard]] Result<void> connect(const std::string& host, int port, Duration timeout, const CancelToken& cancel);
    /// TLS 1.2 or better, certificate and name verified.
    [[nodiscard]] Result<void> startTls(const std::string& extraCaFile, SocketPatience patience);

    struct Written {
        std::size_t bytes = 0;       ///< so many of them are on their way, exactly
        std::optional<Error> error;  ///< why not all
    };
    /// `patience` counts from the last progress.
    [[nodiscard]] Written write(std::string_view bytes, SocketPatience patience);
    /// At least one byte, appended to `into`; an orderly end by the other side is a Network error.
    [[nodiscard]] Result<void> read(std::string& into, SocketPatience patience);
    void close();

    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] bool isSecure() const;
    /// After connect(): false when it failed because the host's name is not known.
    [[nodiscard]] bool isNameKnown() const { return m_nameKnown; }
    /// "TLSv1.3, TLS_AES_256_GCM_SHA384", or empty.
    [[nodiscard]] std::string tlsDescription() const;
    /// Numeric, or empty.
    [[nodiscard]] std::string localAddress() const;

private:
    struct Tls;

    [[nodiscard]] Result<void> wait(short events, SocketPatience& patience) const;
    [[nodiscard]] Written writePlain(std::string_view bytes, SocketPatience& patience);
    [[nodiscard]] Result<std::size_t> readPlain(char* into, std::size_t size, SocketPatience& patience);
    [[nodiscard]] Result<void> flushTls(SocketPatience& patience);
    [[nodiscard]] Result<void> feedTls(SocketPatience& patience);
    [[nodiscard]] Error broken(int osError) const;

    std::intptr_t m_socket = -1;
    bool m_nameKnown = true;
    std::string m_host;
    std::string m_place;
    std::unique_ptr<Tls> m_tls;
};

}  // namespace shopbell
