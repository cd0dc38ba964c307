// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "base/result.h"
#include "net/http_headers.h"
#include "net/url.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace shopbell {

/// A request as it came in, whole.
struct IncomingRequest {
    std::string method;
    std::string target;          ///< path and query as they stood in the request line, still encoded
    std::string path;            ///< decoded, without the query
    std::string query;           ///< encoded, without the '?'
    QueryParameters parameters;  ///< of the query, decoded
    HttpHeaders headers;
    std::string body;
    std::string peer;  ///< numeric address of the other side

    /// The first parameter of that name, or nothing.
    [[nodiscard]] std::optional<std::string_view> findParameter(std::string_view name) const;
};

struct HttpReply {
    int status = 200;
    HttpHeaders headers;
    std::string body;
};

struct HttpListenerSettings {
    std::string address = "127.0.0.1";  ///< numeric, IPv4 or IPv6; the default lets nobody else in
    std::uint16_t port = 0;             ///< 0: the system picks a free one
    unsigned threads = 2;
    std::size_t maxBodyBytes = std::size_t{8} << 20;  ///< longer bodies get 413
    std::size_t maxHeaderBytes = std::size_t{32} << 10;
    unsigned maxConnections = 256;
    Duration idleTimeout{30'000};
};

/// A small HTTP/1.1 server (libmicrohttpd). The handler is called on the listener's own threads, several at once,
/// so it must be thread-safe; it should not take long. What it throws becomes a 500 without its words.
class HttpListener {
public:
    using Handler = std::function<HttpReply(const IncomingRequest&)>;

    /// Listens at once. A port in use is Conflict, one that is not allowed is Refused.
    [[nodiscard]] static Result<std::unique_ptr<HttpListener>> start(const HttpListenerSettings& settings,
                                                                     Handler handler);

    /// Stops, see stop().
    ~HttpListener();
    HttpListener(const HttpListener&) = delete;
    HttpListener& operator=(const HttpListener&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    /// "http://127.0.0.1:PORT", without a slash at the end.
    [[nodiscard]] std::string url() const;
    /// Takes no more connections, lets running handlers return, closes what is open. Safe to repeat. Not from a
    /// handler.
    void stop();

private:
    class Server;
    explicit HttpListener(std::unique_ptr<Server> server);
    std::unique_ptr<Server> m_server;
};

}  // namespace shopbell
