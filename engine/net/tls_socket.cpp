// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/tls_socket.h"

#include "net/connection_words.h"
#include "net/curl_transfer.h"
#include "net/socket_platform.h"
#include "net/url.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <algorithm>

namespace shopbell {

namespace {

constexpr int kSliceMs = 50;
/// One TLS record: when not all of it went out, the other side can read none of it.
constexpr std::size_t kRecord = 16'384;

/// Hands the connection over from libcurl, which would close it with its handle.
struct Handover {
    NativeSocket taken = kNoSocket;
};

int closeUnlessTaken(void* context, curl_socket_t socket)
{
    if (socket != static_cast<Handover*>(context)->taken) {
        closeSocket(socket);
    }
    return 0;
}

std::string lastTlsWords()
{
    const unsigned long code = ERR_peek_last_error();
    const char* words = code != 0 ? ERR_reason_error_string(code) : nullptr;
    return words != nullptr ? words : "";
}

void trustSystem(SSL_CTX* context)
{
#if defined(_WIN32) && OPENSSL_VERSION_NUMBER >= 0x30200000L
    SSL_CTX_load_verify_store(context, "org.openssl.winstore://");
#else
    SSL_CTX_set_default_verify_paths(context);
#endif
}

}  // namespace

SocketPatience::SocketPatience(Duration timeout, const CancelToken& cancel, Duration grace)
    : m_timeout(timeout), m_cancel(cancel), m_grace(grace), m_until(std::chrono::steady_clock::now() + timeout)
{
}

int SocketPatience::nextSlice()
{
    const auto now = std::chrono::steady_clock::now();
    if (!m_cancelledUntil && m_cancel.isCancelled()) {
        m_cancelledUntil = now + m_grace;
    }
    const auto end = m_cancelledUntil ? std::min(m_until, *m_cancelledUntil) : m_until;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - now).count();
    return static_cast<int>(std::clamp<std::int64_t>(left, 0, kSliceMs));
}

Error SocketPatience::whyOver() const
{
    if (m_cancelledUntil) {
        return makeError(ErrorKind::Cancelled, say("cancelled", "It was cancelled."));
    }
    return makeError(ErrorKind::Timeout, say("server-silent", "The server did not answer within %1 s.",
                                             {static_cast<std::int64_t>(m_timeout.count() / 1000)}));
}

struct TlsSocket::Tls {
    SSL_CTX* context = nullptr;
    SSL* ssl = nullptr;
    BIO* in = nullptr;   ///< what came from the network; owned by ssl
    BIO* out = nullptr;  ///< what is to go there; owned by ssl

    Tls() = default;
    Tls(const Tls&) = delete;
    Tls& operator=(const Tls&) = delete;
    ~Tls()
    {
        SSL_free(ssl);
        SSL_CTX_free(context);
    }
};

TlsSocket::TlsSocket() = default;

TlsSocket::~TlsSocket()
{
    close();
}

Result<void> TlsSocket::connect(const std::string& host, int port, Duration timeout, const CancelToken& cancel)
{
    close();
    m_host = host;
    m_place = placeName(host, port, 0);
    // libcurl looks the name up without blocking and tries IPv6 and IPv4 side by side; only that part is used.
    Handover handover;
    CurlLane lane;
    if (!lane.isValid()) {
        return fail(ErrorKind::Io, say("network-not-started",
                                       "The network library could not be started; this computer is out of memory."));
    }
    const bool v6 = host.find(':') != std::string::npos;
    const std::string address = "http://" + (v6 ? "[" + host + "]" : host) + ":" + std::to_string(port) + "/";
    CURL* easy = lane.easy();
    curl_easy_setopt(easy, CURLOPT_URL, address.c_str());
    curl_easy_setopt(easy, CURLOPT_CONNECT_ONLY, 1L);
    curl_easy_setopt(easy, CURLOPT_PROXY, "");
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(timeout.count()));
    curl_easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, closeUnlessTaken);
    curl_easy_setopt(easy, CURLOPT_CLOSESOCKETDATA, &handover);
    const CURLcode code = lane.perform(cancel, [easy, &handover] {
        curl_socket_t socket = CURL_SOCKET_BAD;
        curl_easy_getinfo(easy, CURLINFO_ACTIVESOCKET, &socket);
        handover.taken = socket;
    });
    m_nameKnown = code != CURLE_COULDNT_RESOLVE_HOST;
    switch (code) {
    case CURLE_OK: break;
    case CURLE_ABORTED_BY_CALLBACK: return fail(ErrorKind::Cancelled, say("cancelled", "It was cancelled."));
    case CURLE_COULDNT_RESOLVE_HOST: return fail(nameNotFound(host, lane.words()));
    case CURLE_OPERATION_TIMEDOUT: return fail(connectTimedOut(m_place, timeout.count()));
    default: {
        long osError = 0;
        curl_easy_getinfo(easy, CURLINFO_OS_ERRNO, &osError);
        return fail(connectFailed(m_place, osError, lane.words()));
    }
    }
    if (handover.taken == kNoSocket) {
        return fail(connectFailed(m_place, 0, {}));
    }
    m_socket = static_cast<std::intptr_t>(handover.taken);
    prepareSocket(handover.taken);
    return {};
}

bool TlsSocket::isOpen() const
{
    return m_socket != -1;
}

bool TlsSocket::isSecure() const
{
    return m_tls != nullptr;
}

void TlsSocket::close()
{
    if (m_socket == -1) {
        return;
    }
    if (m_tls) {
        // A polite goodbye, if it can go out without waiting.
        static_cast<void>(SSL_shutdown(m_tls->ssl));
        const CancelToken never;
        SocketPatience none(Duration{0}, never);
        static_cast<void>(flushTls(none));
        m_tls.reset();
    }
    closeSocket(static_cast<NativeSocket>(m_socket));
    m_socket = -1;
}

Error TlsSocket::broken(int osError) const
{
    return makeError(ErrorKind::Network, say("connection-to-broke-off", "The connection to %1 broke off.", {m_place}),
                     socketErrorWords(osError));
}

Result<void> TlsSocket::wait(short events, SocketPatience& patience) const
{
    for (;;) {
        const int slice = patience.nextSlice();
        const int ready = pollSocket(static_cast<NativeSocket>(m_socket), events, slice);
        if (ready > 0) {
            return {};
        }
        if (ready < 0) {
            return fail(broken(lastSocketError()));
        }
        if (slice == 0) {
            return fail(patience.whyOver());
        }
    }
}

TlsSocket::Written TlsSocket::writePlain(std::string_view bytes, SocketPatience& patience)
{
    Written written;
    while (written.bytes < bytes.size()) {
        const auto sent = sendSome(static_cast<NativeSocket>(m_socket), bytes.substr(written.bytes));
        if (sent > 0) {
            written.bytes += static_cast<std::size_t>(sent);
            patience.renew();
            continue;
        }
        const int osError = lastSocketError();
        if (!wouldBlock(osError)) {
            written.error = broken(osError);
            return written;
        }
        if (auto ready = wait(POLLOUT, patience); !ready) {
            written.error = ready.error();
            return written;
        }
    }
    return written;
}

Result<std::size_t> TlsSocket::readPlain(char* into, std::size_t size, SocketPatience& patience)
{
    for (;;) {
        const auto got = receiveSome(static_cast<NativeSocket>(m_socket), into, size);
        if (got > 0) {
            return static_cast<std::size_t>(got);
        }
        if (got == 0) {
            return fail(ErrorKind::Network,
                        say("connection-closed", "The server %1 closed the connection.", {m_place}));
        }
        if (const int osError = lastSocketError(); !wouldBlock(osError)) {
            return fail(broken(osError));
        }
        if (auto ready = wait(POLLIN, patience); !ready) {
            return fail(ready.error());
        }
    }
}

Result<void> TlsSocket::flushTls(SocketPatience& patience)
{
    char* pending = nullptr;
    const long size = BIO_ctrl(m_tls->out, BIO_CTRL_INFO, 0, &pending);
    if (size > 0) {
        const Written written = writePlain({pending, static_cast<std::size_t>(size)}, patience);
        if (written.error) {
            return fail(*written.error);
        }
        BIO_ctrl(m_tls->out, BIO_CTRL_RESET, 0, nullptr);
    }
    return {};
}

Result<void> TlsSocket::feedTls(SocketPatience& patience)
{
    char bytes[kRecord];
    const auto got = readPlain(bytes, sizeof bytes, patience);
    if (!got) {
        return fail(got.error());
    }
    BIO_write(m_tls->in, bytes, static_cast<int>(*got));
    return {};
}

Result<void> TlsSocket::startTls(const std::string& extraCaFile, SocketPatience patience)
{
    auto tls = std::make_unique<Tls>();
    tls->context = SSL_CTX_new(TLS_client_method());
    if (tls->context == nullptr) {
        return fail(ErrorKind::Io, say("tls-not-started", "TLS could not be started on this computer."),
                    lastTlsWords());
    }
    SSL_CTX_set_min_proto_version(tls->context, TLS1_2_VERSION);
    trustSystem(tls->context);
    if (!extraCaFile.empty() && SSL_CTX_load_verify_locations(tls->context, extraCaFile.c_str(), nullptr) != 1) {
        return fail(ErrorKind::InvalidInput,
                    say("extra-authorities-unreadable", "The file of extra certificate authorities cannot be read: %1",
                        {extraCaFile}));
    }
    SSL_CTX_set_verify(tls->context, SSL_VERIFY_PEER, nullptr);
    tls->ssl = SSL_new(tls->context);
    tls->in = BIO_new(BIO_s_mem());
    tls->out = BIO_new(BIO_s_mem());
    SSL_set_bio(tls->ssl, tls->in, tls->out);
    if (X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(tls->ssl), m_host.c_str()) != 1) {
        SSL_set1_host(tls->ssl, m_host.c_str());
        SSL_ctrl(tls->ssl, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, const_cast<char*>(m_host.c_str()));
    }
    m_tls = std::move(tls);
    ERR_clear_error();
    for (;;) {
        const int done = SSL_connect(m_tls->ssl);
        const int why = done == 1 ? SSL_ERROR_NONE : SSL_get_error(m_tls->ssl, done);
        // Read before anything else touches OpenSSL's queue of errors.
        const std::string words = lastTlsWords();
        Result<void> moved = flushTls(patience);
        if (done == 1 && moved) {
            return {};
        }
        if (moved && why == SSL_ERROR_WANT_READ) {
            moved = feedTls(patience);
            if (moved) {
                continue;
            }
        }
        const long verified = SSL_get_verify_result(m_tls->ssl);
        m_tls.reset();
        if (verified != X509_V_OK) {
            return fail(certificateNotTrusted(m_host, verified, words));
        }
        if (!moved) {
            return fail(moved.error());
        }
        return fail(ErrorKind::Remote,
                    say("tls-not-agreed", "No encrypted connection to %1 could be agreed on.", {m_place}), words);
    }
}

TlsSocket::Written TlsSocket::write(std::string_view bytes, SocketPatience patience)
{
    if (!isOpen()) {
        return {0, makeError(ErrorKind::Network, say("no-connection", "There is no connection."))};
    }
    if (!m_tls) {
        return writePlain(bytes, patience);
    }
    Written written;
    while (written.bytes < bytes.size()) {
        const std::string_view record = bytes.substr(written.bytes, kRecord);
        ERR_clear_error();
        if (SSL_write(m_tls->ssl, record.data(), static_cast<int>(record.size())) <= 0) {
            written.error =
                makeError(ErrorKind::Network,
                          say("tls-broke-off", "The encrypted connection to %1 broke off.", {m_place}), lastTlsWords());
            return written;
        }
        if (auto flushed = flushTls(patience); !flushed) {
            written.error = flushed.error();
            return written;
        }
        written.bytes += record.size();
    }
    return written;
}

Result<void> TlsSocket::read(std::string& into, SocketPatience patience)
{
    char bytes[kRecord];
    if (!isOpen()) {
        return fail(ErrorKind::Network, say("no-connection", "There is no connection."));
    }
    if (!m_tls) {
        const auto got = readPlain(bytes, sizeof bytes, patience);
        if (!got) {
            return fail(got.error());
        }
        into.append(bytes, *got);
        return {};
    }
    for (;;) {
        ERR_clear_error();
        const int got = SSL_read(m_tls->ssl, bytes, sizeof bytes);
        if (got > 0) {
            into.append(bytes, static_cast<std::size_t>(got));
            return {};
        }
        const int why = SSL_get_error(m_tls->ssl, got);
        if (why == SSL_ERROR_ZERO_RETURN) {
            return fail(ErrorKind::Network,
                        say("connection-closed", "The server %1 closed the connection.", {m_place}));
        }
        if (why != SSL_ERROR_WANT_READ) {
            return fail(ErrorKind::Network,
                        say("tls-broke-off", "The encrypted connection to %1 broke off.", {m_place}), lastTlsWords());
        }
        if (auto moved = flushTls(patience); !moved) {
            return fail(moved.error());
        }
        if (auto moved = feedTls(patience); !moved) {
            return fail(moved.error());
        }
    }
}

std::string TlsSocket::tlsDescription() const
{
    return m_tls ? std::string(SSL_get_version(m_tls->ssl)) + ", " + SSL_get_cipher_name(m_tls->ssl) : "";
}

std::string TlsSocket::localAddress() const
{
    return isOpen() ? localAddressOf(static_cast<NativeSocket>(m_socket)) : "";
}

}  // namespace shopbell
