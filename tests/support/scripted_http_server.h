// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_headers.h"
#include "net/http_listener.h"
#include "support/loopback_server.h"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace shopbell::test {

/// One answer, and the ways in which it goes wrong.
struct ScriptedReply {
    int status = 200;
    HttpHeaders headers;
    std::string body;
    bool gzip = false;                          ///< the body goes out compressed
    bool chunked = false;                       ///< instead of a Content-Length
    bool close = false;                         ///< an orderly end of the connection after it
    Duration delay{0};                          ///< before the first byte
    std::optional<std::size_t> claimedLength;   ///< a Content-Length that is not true
    std::optional<std::size_t> dropAfterBytes;  ///< of head and body together; then a reset
    bool stall = false;              ///< after what dropAfterBytes lets through, or before everything: silence
    std::optional<std::string> raw;  ///< these bytes instead of all that

    [[nodiscard]] static ScriptedReply json(std::string body, int status = 200);
    [[nodiscard]] static ScriptedReply redirect(std::string location, int status = 302);
    /// Reads the request and resets the connection without a word.
    [[nodiscard]] static ScriptedReply drop();
    [[nodiscard]] static ScriptedReply silence();
};

/// An HTTP/1.1 server on loopback that does as it is told. What comes first in this order answers: a reply pushed for
/// the path, a reply pushed for any path, the handler, 404. Any thread.
class ScriptedHttpServer {
public:
    using Handler = std::function<ScriptedReply(const IncomingRequest&)>;

    /// With a certificate it speaks https.
    explicit ScriptedHttpServer(std::optional<TestCertificate> certificate = std::nullopt);
    ~ScriptedHttpServer();
    ScriptedHttpServer(const ScriptedHttpServer&) = delete;
    ScriptedHttpServer& operator=(const ScriptedHttpServer&) = delete;

    /// Used once, in the order pushed.
    void push(ScriptedReply reply);
    /// Used once, for requests whose path (decoded, without query) is exactly this.
    void push(const std::string& path, ScriptedReply reply);
    void setHandler(Handler handler);

    [[nodiscard]] std::string url(std::string_view pathAndQuery = "") const;
    [[nodiscard]] std::uint16_t port() const { return m_server->port(); }
    [[nodiscard]] std::size_t connections() const { return m_server->connections(); }
    /// Every request until now, in the order in which they were read.
    [[nodiscard]] std::vector<IncomingRequest> requests() const;
    void stop() { m_server->stop(); }

private:
    void serve(LoopbackPeer& peer);
    ScriptedReply chooseReply(const IncomingRequest& request);

    std::optional<TestCertificate> m_certificate;
    mutable std::mutex m_mutex;
    std::deque<ScriptedReply> m_replies;
    std::map<std::string, std::deque<ScriptedReply>> m_repliesByPath;
    Handler m_handler;
    std::vector<IncomingRequest> m_requests;
    std::unique_ptr<LoopbackServer> m_server;
};

}  // namespace shopbell::test
