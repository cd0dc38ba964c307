// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_client.h"

#include "base/text.h"
#include "net/http_exchange.h"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <vector>

namespace shopbell {

namespace {

constexpr int kMostRedirects = 5;
constexpr std::size_t kMostIdleLanes = 16;

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// The same host and port, or the same host's usual step from http to https.
bool isSamePlace(const Url& from, const Url& to)
{
    if (from.host != to.host) {
        return false;
    }
    const bool upgrade = !from.isSecure() && to.isSecure() && from.effectivePort() == 80 && to.effectivePort() == 443;
    return upgrade || (from.effectivePort() == to.effectivePort() && from.scheme == to.scheme);
}

/// On the way to another host only what cannot be a credential stays: a key may hide in any other header.
HttpHeaders withoutCredentials(const HttpHeaders& headers)
{
    HttpHeaders kept;
    for (const auto& [name, value] : headers) {
        for (const std::string_view harmless : {"Accept", "Accept-Language", "Content-Type", "User-Agent",
                                                "If-Modified-Since", "If-None-Match", "Range"}) {
            if (equalsIgnoreCase(name, harmless)) {
                kept.add(name, value);
            }
        }
    }
    return kept;
}

/// Turns `exchange` into the request that follows the redirect, or says why it must not be followed.
Result<void> follow(HttpExchange& exchange, int status, std::string_view location, bool& credentialsDropped)
{
    auto target = resolveUrl(exchange.url, location);
    if (!target) {
        return fail(ErrorKind::Remote, say("redirect-unusable", "%1 redirects to an address that cannot be used: %2",
                                           {exchange.url.redacted(), sentenceOf(target.error())}));
    }
    const std::string from = exchange.url.redacted();
    if (exchange.url.isSecure() && !target->isSecure()) {
        return fail(ErrorKind::Refused, say("redirect-not-encrypted",
                                            "%1 redirects to %2, which is not encrypted; it was not followed. Correct "
                                            "the address in the server's settings so that it begins with https://.",
                                            {from, target->redacted()}));
    }
    const bool samePlace = isSamePlace(exchange.url, *target);
    const bool plain = exchange.method == "GET" || exchange.method == "HEAD";
    if (!plain && status == 303) {
        exchange.method = "GET";
        exchange.body.clear();
        exchange.headers.remove("Content-Type");
    } else if (!plain && (!samePlace || status == 301 || status == 302)) {
        // Sending it on would hand the body to somebody else, or, as browsers do, lose it and look like success.
        return fail(ErrorKind::Refused,
                    say("redirect-of-request",
                        "%1 redirects to %2, and a %3 request is not sent on. Use that address from the start.",
                        {from, target->redacted(), exchange.method}));
    }
    if (!samePlace) {
        credentialsDropped = credentialsDropped || exchange.basicAuth.has_value() ||
                             withoutCredentials(exchange.headers).size() != exchange.headers.size();
        exchange.basicAuth.reset();
        exchange.headers = withoutCredentials(exchange.headers);
    }
    exchange.url = std::move(*target);
    if (!exchange.url.user.empty() || !exchange.url.password.empty()) {
        // What a server writes into its Location is not ours to log in with.
        exchange.url.user.clear();
        exchange.url.password.clear();
    }
    return {};
}

Result<HttpExchange> prepare(const HttpRequest& request)
{
    auto url = Url::parse(request.url);
    if (!url) {
        return fail(url.error());
    }
    if (!isValidHeaderField(request.method, "")) {
        return fail(ErrorKind::InvalidInput,
                    say("request-method-wrong", "The request method holds a character that cannot be sent."));
    }
    for (const auto& [name, value] : request.headers) {
        if (!isValidHeaderField(name, value)) {
            return fail(ErrorKind::InvalidInput,
                        say("request-header-wrong",
                            "The header \"%1\" holds a line break or a character that cannot be sent.",
                            {toValidUtf8(name.substr(0, 60))}));
        }
    }
    HttpExchange exchange;
    exchange.method = request.method;
    exchange.headers = request.headers;
    exchange.body = request.body;
    exchange.basicAuth = request.basicAuth;
    exchange.timeouts = request.timeouts;
    exchange.maxBodyBytes = request.maxBodyBytes;
    exchange.repeatable = request.repeatable || request.method == "GET" || request.method == "HEAD" ||
                          request.method == "PUT" || request.method == "DELETE" || request.method == "OPTIONS";
    if (!exchange.basicAuth && (!url->user.empty() || !url->password.empty())) {
        exchange.basicAuth = BasicAuth{url->user, url->password};
    }
    url->user.clear();
    url->password.clear();
    url->fragment.clear();
    exchange.url = std::move(*url);
    return exchange;
}

}  // namespace

/// Lanes that are not in use, the last used at the end, so that warm connections are taken first.
class CurlHttpClient::Pool {
public:
    explicit Pool(HttpClientSettings chosen) : m_settings(std::move(chosen))
    {
        if (m_settings.userAgent.empty()) {
            m_settings.userAgent = "Shopbell/" SHOPBELL_VERSION;
        }
    }

    [[nodiscard]] const HttpClientSettings& settings() const { return m_settings; }

    std::unique_ptr<CurlLane> take(const std::string& origin)
    {
        const std::lock_guard lock(m_mutex);
        auto found =
            std::find_if(m_idle.rbegin(), m_idle.rend(), [&origin](const Idle& one) { return one.origin == origin; });
        if (found == m_idle.rend()) {
            return std::make_unique<CurlLane>();
        }
        auto lane = std::move(found->lane);
        m_idle.erase(std::next(found).base());
        return lane;
    }

    void giveBack(std::unique_ptr<CurlLane> lane, std::string origin)
    {
        std::unique_ptr<CurlLane> tooMany;
        const std::lock_guard lock(m_mutex);
        m_idle.push_back({std::move(lane), std::move(origin)});
        if (m_idle.size() > kMostIdleLanes) {
            tooMany = std::move(m_idle.front().lane);
            m_idle.erase(m_idle.begin());
        }
    }

private:
    struct Idle {
        std::unique_ptr<CurlLane> lane;
        std::string origin;
    };

    HttpClientSettings m_settings;
    std::mutex m_mutex;
    std::vector<Idle> m_idle;
};

CurlHttpClient::CurlHttpClient(HttpClientSettings settings) : m_pool(std::make_unique<Pool>(std::move(settings))) {}

CurlHttpClient::~CurlHttpClient() = default;

Result<HttpResponse> CurlHttpClient::send(const HttpRequest& request, const CancelToken& cancel)
{
    auto prepared = prepare(request);
    if (!prepared) {
        return fail(prepared.error());
    }
    HttpExchange& exchange = *prepared;
    const auto deadline = std::chrono::steady_clock::now() + request.timeouts.total;
    bool credentialsDropped = false;
    for (int redirects = 0;; ++redirects) {
        const auto left = std::chrono::duration_cast<Duration>(deadline - std::chrono::steady_clock::now());
        exchange.timeouts.total = std::max(left, Duration{1});
        const std::string origin = exchange.url.origin();
        auto lane = m_pool->take(origin);
        if (!lane->isValid()) {
            return fail(ErrorKind::Io,
                        say("network-not-started",
                            "The network library could not be started; this computer is out of memory."));
        }
        auto response = runExchange(*lane, exchange, m_pool->settings(), cancel);
        if (request.trace != nullptr) {
            request.trace->mayHaveArrived = request.trace->mayHaveArrived || exchange.mayHaveArrived;
        }
        if (!cancel.isCancelled()) {
            m_pool->giveBack(std::move(lane), origin);
        }
        if (!response) {
            return response;
        }
        response->credentialsDropped = credentialsDropped;
        const auto location = response->headers.find("Location");
        if (request.redirects == RedirectPolicy::Return || !isRedirect(response->status) || !location) {
            return response;
        }
        if (redirects == kMostRedirects) {
            return fail(ErrorKind::Remote,
                        say("redirects-too-often",
                            "%1 redirects more than five times, last to %2; the server's settings send us in a circle.",
                            {redactUrl(request.url), exchange.url.redacted()}));
        }
        if (auto followed = follow(exchange, response->status, *location, credentialsDropped); !followed) {
            return fail(followed.error());
        }
    }
}

}  // namespace shopbell
