// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_exchange.h"

#include "base/text.h"
#include "net/connection_words.h"

#include <openssl/ssl.h>

#include <algorithm>
#include <cstring>

namespace shopbell {

namespace {

constexpr std::size_t kMostHeaderBytes = std::size_t{256} << 10;

/// Where libcurl's callbacks put what arrives.
struct Receiver {
    HttpResponse response;
    std::size_t maxBodyBytes = 0;
    std::size_t headerBytes = 0;
    bool bodyTooLong = false;
    bool headersTooLong = false;
};

struct Sender {
    std::string_view body;
    std::size_t sent = 0;
};

std::size_t takeBody(char* bytes, std::size_t, std::size_t count, void* context)
{
    auto& receiver = *static_cast<Receiver*>(context);
    if (count > receiver.maxBodyBytes - std::min(receiver.maxBodyBytes, receiver.response.body.size())) {
        receiver.bodyTooLong = true;
        return 0;
    }
    receiver.response.body.append(bytes, count);
    return count;
}

std::size_t takeHeader(char* bytes, std::size_t, std::size_t count, void* context)
{
    auto& receiver = *static_cast<Receiver*>(context);
    receiver.headerBytes += count;
    if (receiver.headerBytes > kMostHeaderBytes) {
        receiver.headersTooLong = true;
        return 0;
    }
    const std::string_view line(bytes, count);
    if (line.substr(0, 5) == "HTTP/") {
        // A new head: what came before was a 1xx.
        receiver.response.headers.clear();
        return count;
    }
    if (const auto colon = line.find(':'); colon != std::string_view::npos && colon > 0) {
        receiver.response.headers.add(trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
    }
    return count;
}

std::size_t giveBody(char* buffer, std::size_t size, std::size_t count, void* context)
{
    auto& sender = *static_cast<Sender*>(context);
    const std::size_t bytes = std::min(size * count, sender.body.size() - sender.sent);
    std::memcpy(buffer, sender.body.data() + sender.sent, bytes);
    sender.sent += bytes;
    return bytes;
}

/// libcurl silently writes a request again when a kept connection turns out dead. For one that must not arrive
/// twice we refuse to rewind, which makes libcurl give up instead.
int refuseToRewind(void*, curl_off_t, int)
{
    return CURL_SEEKFUNC_FAIL;
}

CURLcode trustExtraAuthority(CURL*, void* sslContext, void* file)
{
    return SSL_CTX_load_verify_locations(static_cast<SSL_CTX*>(sslContext), static_cast<const char*>(file), nullptr) ==
                   1
               ? CURLE_OK
               : CURLE_SSL_CACERT_BADFILE;
}

class HeaderList {
public:
    ~HeaderList() { curl_slist_free_all(m_list); }
    void add(const std::string& line) { m_list = curl_slist_append(m_list, line.c_str()); }
    [[nodiscard]] curl_slist* get() const { return m_list; }

private:
    curl_slist* m_list = nullptr;
};

void setHeaders(CURL* easy, const HttpExchange& exchange, const HttpClientSettings& settings, HeaderList& list)
{
    for (const auto& [name, value] : exchange.headers) {
        const bool ours = exchange.basicAuth && equalsIgnoreCase(name, "Authorization");
        if (!ours && !equalsIgnoreCase(name, "Content-Length")) {
            // libcurl takes "Name;" for a field without a value.
            list.add(value.empty() ? name + ";" : name + ": " + value);
        }
    }
    if (exchange.basicAuth) {
        list.add("Authorization: Basic " + toBase64(exchange.basicAuth->user + ":" + exchange.basicAuth->password));
    }
    if (!exchange.headers.find("Content-Type")) {
        list.add("Content-Type:");
    }
    list.add("Expect:");
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, list.get());
    if (!exchange.headers.find("User-Agent")) {
        curl_easy_setopt(easy, CURLOPT_USERAGENT, settings.userAgent.c_str());
    }
}

void setMethodAndBody(CURL* easy, const HttpExchange& exchange, Sender& sender)
{
    const bool carriesBody =
        !exchange.body.empty() || exchange.method == "POST" || exchange.method == "PUT" || exchange.method == "PATCH";
    if (exchange.method == "HEAD" && !carriesBody) {
        curl_easy_setopt(easy, CURLOPT_NOBODY, 1L);
        return;
    }
    curl_easy_setopt(easy, CURLOPT_HTTPGET, 1L);
    if (carriesBody) {
        curl_easy_setopt(easy, CURLOPT_POST, 1L);
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(exchange.body.size()));
        if (exchange.repeatable || exchange.body.empty()) {
            curl_easy_setopt(easy, CURLOPT_POSTFIELDS, exchange.body.data());
        } else {
            curl_easy_setopt(easy, CURLOPT_READFUNCTION, giveBody);
            curl_easy_setopt(easy, CURLOPT_READDATA, &sender);
            curl_easy_setopt(easy, CURLOPT_SEEKFUNCTION, refuseToRewind);
        }
    }
    if (!exchange.repeatable && exchange.body.empty()) {
        // Nothing to rewind, so libcurl would write it again: only a new connection rules that out.
        curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, 1L);
    }
    curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, exchange.method.c_str());
}

void setConnection(CURL* easy, const HttpExchange& exchange, const HttpClientSettings& settings)
{
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
    curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(easy, CURLOPT_MAXAGE_CONN, 60L);
    if (exchange.url.isLoopback()) {
        curl_easy_setopt(easy, CURLOPT_PROXY, "");
    }
    if (!settings.extraCaFile.empty()) {
        curl_easy_setopt(easy, CURLOPT_SSL_CTX_FUNCTION, trustExtraAuthority);
        curl_easy_setopt(easy, CURLOPT_SSL_CTX_DATA, const_cast<char*>(settings.extraCaFile.c_str()));
    }
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(exchange.timeouts.connect.count()));
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(exchange.timeouts.total.count()));
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME,
                     static_cast<long>(std::max<std::int64_t>(1, exchange.timeouts.stalled.count() / 1000)));
}

long verifyResult(CURL* easy)
{
    long result = X509_V_OK;
    curl_easy_getinfo(easy, CURLINFO_SSL_VERIFYRESULT, &result);
    return result;
}

Error describeTimeout(CURL* easy, const HttpExchange& exchange, const std::string& place)
{
    curl_off_t connected = 0;
    curl_easy_getinfo(easy, exchange.url.isSecure() ? CURLINFO_APPCONNECT_TIME_T : CURLINFO_CONNECT_TIME_T, &connected);
    curl_off_t elapsed = 0;
    curl_easy_getinfo(easy, CURLINFO_TOTAL_TIME_T, &elapsed);
    if (connected == 0) {
        return connectTimedOut(place, elapsed / 1000);
    }
    const std::string seconds = formatNumber(static_cast<double>(elapsed / 1000) / 1000.0);
    return makeError(
        ErrorKind::Timeout,
        say("answer-not-complete",
            "%1 took the request but its answer was not complete after %2 s. The server may be busy; try again later.",
            {place, seconds}),
        exchange.url.redacted());
}

Error describeFailure(CURLcode code, const CurlLane& lane, const HttpExchange& exchange, const Receiver& receiver,
                      const HttpClientSettings& settings)
{
    const Url& url = exchange.url;
    const std::string place = placeName(url.host, url.effectivePort(), url.isSecure() ? 443 : 80);
    const std::string words = toValidUtf8(lane.words());
    if (receiver.bodyTooLong) {
        return makeError(ErrorKind::InvalidInput,
                         say("answer-too-long", "The answer of %1 is longer than the %2 bytes we take.",
                             {place, formatCount(static_cast<std::int64_t>(exchange.maxBodyBytes))}),
                         url.redacted());
    }
    if (receiver.headersTooLong) {
        return makeError(ErrorKind::Remote,
                         say("answer-headers-endless", "The answer of %1 has endless headers.", {place}),
                         url.redacted());
    }
    switch (code) {
    case CURLE_ABORTED_BY_CALLBACK:
        return makeError(ErrorKind::Cancelled, say("request-cancelled", "The request was cancelled."));
    case CURLE_COULDNT_RESOLVE_HOST: return nameNotFound(url.host, words);
    case CURLE_COULDNT_RESOLVE_PROXY:
        return makeError(ErrorKind::Network,
                         say("proxy-unknown",
                             "The proxy that this computer is set to use cannot be found. Check the proxy settings."),
                         words);
    case CURLE_COULDNT_CONNECT: {
        long osError = 0;
        curl_easy_getinfo(lane.easy(), CURLINFO_OS_ERRNO, &osError);
        return connectFailed(place, osError, words);
    }
    case CURLE_OPERATION_TIMEDOUT: return describeTimeout(lane.easy(), exchange, place);
    case CURLE_PEER_FAILED_VERIFICATION: return certificateNotTrusted(url.host, verifyResult(lane.easy()), words);
    case CURLE_SSL_CACERT_BADFILE:
        return makeError(ErrorKind::InvalidInput,
                         say("extra-authorities-unreadable",
                             "The file of extra certificate authorities cannot be read: %1", {settings.extraCaFile}),
                         words);
    case CURLE_SSL_CONNECT_ERROR:
        if (const long result = verifyResult(lane.easy()); result != X509_V_OK && result != X509_V_ERR_UNSPECIFIED) {
            return certificateNotTrusted(url.host, result, words);
        }
        return makeError(ErrorKind::Network,
                         say("https-not-agreed",
                             "No encrypted connection to %1 could be agreed on. The port may not speak https, or the "
                             "server's TLS is too old.",
                             {place}),
                         words);
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_SEND_FAIL_REWIND:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
        return makeError(
            ErrorKind::Network,
            say("connection-broke-off", "The connection to %1 broke off before the answer was complete.", {place}),
            words);
    case CURLE_GOT_NOTHING:
        return makeError(ErrorKind::Network,
                         say("connection-closed-early", "%1 closed the connection without an answer.", {place}), words);
    case CURLE_BAD_CONTENT_ENCODING:
        return makeError(ErrorKind::Remote,
                         say("answer-damaged", "The answer of %1 is damaged: its compression cannot be read.", {place}),
                         words);
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_WRITE_ERROR:
        return makeError(ErrorKind::Remote,
                         say("not-http", "What %1 answers is not HTTP. Check the address and the port.", {place}),
                         words);
    case CURLE_OUT_OF_MEMORY:
        return makeError(ErrorKind::Io, say("out-of-memory", "This computer is out of memory."), words);
    default:
        return makeError(ErrorKind::Network, say("exchange-failed", "The exchange with %1 failed.", {place}),
                         std::string(curl_easy_strerror(code)));
    }
}

}  // namespace

Result<HttpResponse> runExchange(CurlLane& lane, HttpExchange& exchange, const HttpClientSettings& settings,
                                 const CancelToken& cancel)
{
    lane.reset();
    CURL* easy = lane.easy();
    Receiver receiver;
    receiver.maxBodyBytes = exchange.maxBodyBytes;
    Sender sender{exchange.body, 0};
    HeaderList headers;
    const std::string address = exchange.url.toString();
    curl_easy_setopt(easy, CURLOPT_URL, address.c_str());
    setConnection(easy, exchange, settings);
    setMethodAndBody(easy, exchange, sender);
    setHeaders(easy, exchange, settings, headers);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, takeBody);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &receiver);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, takeHeader);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &receiver);

    const CURLcode code = lane.perform(cancel);

    long requestBytes = 0;
    curl_easy_getinfo(easy, CURLINFO_REQUEST_SIZE, &requestBytes);
    exchange.mayHaveArrived = requestBytes > 0;
    if (code != CURLE_OK) {
        return fail(describeFailure(code, lane, exchange, receiver, settings));
    }
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    receiver.response.status = static_cast<int>(status);
    receiver.response.effectiveUrl = address;
    return std::move(receiver.response);
}

}  // namespace shopbell
