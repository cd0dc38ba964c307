// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "base/instant.h"
#include "base/result.h"
#include "net/http_headers.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace shopbell {

enum class RedirectPolicy {
    Follow,  ///< at most five, never from https to http; credentials stay with the host they were meant for
    Return,  ///< the 3xx itself is the response
};

/// A user name and password for this request's host, sent with the first try.
struct BasicAuth {
    std::string user;
    std::string password;
};

struct HttpTimeouts {
    Duration connect{15'000};  ///< name, connection and TLS together
    Duration total{120'000};   ///< the whole exchange, redirects included
    Duration stalled{30'000};  ///< less than a byte a second for so long
};

/// How far a request came; to be asked when send() failed.
struct HttpTrace {
    /// Bytes of the request left this computer: the other side may have acted on it.
    bool mayHaveArrived = false;
};

/// One request, a plain value.
struct HttpRequest {
    std::string method = "GET";  ///< any token; sent as it stands
    std::string url;             ///< absolute, http or https; may hold user:password@
    HttpHeaders headers;
    std::string body;
    std::optional<BasicAuth> basicAuth;
    HttpTimeouts timeouts;
    std::size_t maxBodyBytes = std::size_t{64} << 20;  ///< of the response, after decompression
    RedirectPolicy redirects = RedirectPolicy::Follow;
    /// A POST or PATCH that may safely arrive twice (it carries an idempotency key). Without it such a request
    /// is written at most once, even when a kept connection turns out dead.
    bool repeatable = false;
    HttpTrace* trace = nullptr;  ///< filled where given; the caller's, and must outlive the call
};

struct HttpResponse {
    int status = 0;
    HttpHeaders headers;
    std::string body;                 ///< decompressed
    std::string effectiveUrl;         ///< where the answer came from, after redirects; may hold keys in its query
    bool credentialsDropped = false;  ///< a redirect led to another host, which was asked without credentials

    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300; }
};

/// Sends one request and waits. Any status is a response, not an error. Errors:
///   InvalidInput  the address or a header cannot be sent; the answer is longer than maxBodyBytes
///   Network       name not found, refused, unreachable, broken off
///   Timeout       one of the timeouts ran out
///   Refused       the certificate is not trusted; a redirect would leave https; a redirect asks to resend a
///                 body elsewhere
///   Remote        the other side does not speak HTTP, its compression is broken, it redirects in a circle
///   Cancelled     within 200 ms of cancel()
/// No error text holds a user name, password, header or query value. There is no retry here.
class HttpClient {
public:
    virtual ~HttpClient() = default;
    [[nodiscard]] virtual Result<HttpResponse> send(const HttpRequest& request, const CancelToken& cancel) = 0;
};

struct HttpClientSettings {
    std::string userAgent;    ///< empty: "Shopbell/<version>"
    std::string extraCaFile;  ///< PEM, trusted beside the system's own authorities
};

/// libcurl. Keeps connections for reuse (HTTP/2 where offered), takes gzip, always verifies TLS. Any number of
/// threads may call send() at once; each call blocks its thread.
class CurlHttpClient final : public HttpClient {
public:
    explicit CurlHttpClient(HttpClientSettings settings = {});
    ~CurlHttpClient() override;
    CurlHttpClient(const CurlHttpClient&) = delete;
    CurlHttpClient& operator=(const CurlHttpClient&) = delete;

    [[nodiscard]] Result<HttpResponse> send(const HttpRequest& request, const CancelToken& cancel) override;

private:
    class Pool;
    std::unique_ptr<Pool> m_pool;
};

}  // namespace shopbell
