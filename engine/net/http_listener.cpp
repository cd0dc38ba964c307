// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_listener.h"

#include "base/text.h"

#ifdef _WIN32
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#endif

#include <microhttpd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <mutex>

namespace shopbell {

namespace {

/// What is known of a request while it comes in; libmicrohttpd carries the pointer.
struct Pending {
    IncomingRequest request;
    bool begun = false;
    bool tooLong = false;
    std::size_t dropped = 0;
};

MHD_Result takeField(void* context, MHD_ValueKind, const char* name, const char* value)
{
    static_cast<HttpHeaders*>(context)->add(name, value != nullptr ? value : "");
    return MHD_YES;
}

std::string peerOf(MHD_Connection* connection)
{
    const MHD_ConnectionInfo* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    if (info == nullptr || info->client_addr == nullptr) {
        return {};
    }
    char text[INET6_ADDRSTRLEN] = {0};
    if (info->client_addr->sa_family == AF_INET6) {
        sockaddr_in6 address{};
        std::memcpy(&address, info->client_addr, sizeof address);
        inet_ntop(AF_INET6, &address.sin6_addr, text, sizeof text);
    } else {
        sockaddr_in address{};
        std::memcpy(&address, info->client_addr, sizeof address);
        inet_ntop(AF_INET, &address.sin_addr, text, sizeof text);
    }
    return text;
}

void begin(Pending& pending, MHD_Connection* connection, const char* method)
{
    IncomingRequest& request = pending.request;
    pending.begun = true;
    request.method = method;
    const auto mark = request.target.find('?');
    request.path = percentDecode(request.target.substr(0, mark));
    request.query = mark == std::string::npos ? "" : request.target.substr(mark + 1);
    request.parameters = decodeQuery(request.query);
    request.peer = peerOf(connection);
    MHD_get_connection_values(connection, MHD_HEADER_KIND, takeField, &request.headers);
}

MHD_Result answer(MHD_Connection* connection, const HttpReply& reply)
{
    MHD_Response* response =
        MHD_create_response_from_buffer(reply.body.size(), const_cast<char*>(reply.body.data()), MHD_RESPMEM_MUST_COPY);
    if (response == nullptr) {
        return MHD_NO;
    }
    for (const auto& [name, value] : reply.headers) {
        if (!equalsIgnoreCase(name, "Content-Length") && isValidHeaderField(name, value)) {
            MHD_add_response_header(response, name.c_str(), value.c_str());
        }
    }
    const int status = reply.status >= 200 && reply.status <= 599 ? reply.status : 500;
    const MHD_Result queued = MHD_queue_response(connection, static_cast<unsigned>(status), response);
    MHD_destroy_response(response);
    return queued;
}

HttpReply plainReply(int status, std::string words)
{
    return {status, {{"Content-Type", "text/plain; charset=utf-8"}}, std::move(words)};
}

}  // namespace

std::optional<std::string_view> IncomingRequest::findParameter(std::string_view name) const
{
    const auto found =
        std::find_if(parameters.begin(), parameters.end(), [name](const auto& one) { return one.first == name; });
    return found == parameters.end() ? std::nullopt : std::optional<std::string_view>(found->second);
}

class HttpListener::Server {
public:
    Server(HttpListenerSettings settings, Handler handler)
        : m_settings(std::move(settings)), m_handler(std::move(handler))
    {
    }
    ~Server() { stop(); }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    Result<void> start();
    void stop();
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] const HttpListenerSettings& settings() const { return m_settings; }

private:
    static void* onTarget(void* self, const char* target, MHD_Connection* connection);
    static MHD_Result onRequest(void* self, MHD_Connection* connection, const char* url, const char* method,
                                const char* version, const char* upload, std::size_t* uploadSize, void** context);
    static void onCompleted(void* self, MHD_Connection* connection, void** context, MHD_RequestTerminationCode code);
    MHD_Result receive(Pending& pending, MHD_Connection* connection, const char* method, const char* upload,
                       std::size_t* uploadSize);
    HttpReply handle(const IncomingRequest& request) const noexcept;

    HttpListenerSettings m_settings;
    Handler m_handler;
    std::mutex m_mutex;
    MHD_Daemon* m_daemon = nullptr;
    std::uint16_t m_port = 0;
};

Result<void> HttpListener::Server::start()
{
    sockaddr_storage address{};
    unsigned flags = MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_POLL;
    sockaddr_in v4{};
    sockaddr_in6 v6{};
    if (inet_pton(AF_INET, m_settings.address.c_str(), &v4.sin_addr) == 1) {
        v4.sin_family = AF_INET;
        v4.sin_port = htons(m_settings.port);
        std::memcpy(&address, &v4, sizeof v4);
    } else if (inet_pton(AF_INET6, m_settings.address.c_str(), &v6.sin6_addr) == 1) {
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(m_settings.port);
        std::memcpy(&address, &v6, sizeof v6);
        flags |= MHD_USE_IPv6;
    } else {
        return fail(ErrorKind::InvalidInput,
                    "\"" + m_settings.address + "\" is not a numeric address to listen on, such as 127.0.0.1.");
    }
    const unsigned threads = std::max(2U, m_settings.threads);
    errno = 0;
    m_daemon = MHD_start_daemon(flags, m_settings.port, nullptr, nullptr, &Server::onRequest, this,
                                MHD_OPTION_SOCK_ADDR, reinterpret_cast<sockaddr*>(&address),
                                MHD_OPTION_THREAD_POOL_SIZE, threads, MHD_OPTION_CONNECTION_LIMIT,
                                std::max(threads, m_settings.maxConnections), MHD_OPTION_CONNECTION_MEMORY_LIMIT,
                                std::max<std::size_t>(m_settings.maxHeaderBytes, 4096), MHD_OPTION_CONNECTION_TIMEOUT,
                                static_cast<unsigned>(std::max<std::int64_t>(1, m_settings.idleTimeout.count() / 1000)),
                                MHD_OPTION_URI_LOG_CALLBACK, &Server::onTarget, this, MHD_OPTION_NOTIFY_COMPLETED,
                                &Server::onCompleted, this, MHD_OPTION_END);
    if (m_daemon == nullptr) {
        const int why = errno;
        const std::string place = m_settings.address + ", port " + std::to_string(m_settings.port);
        if (why == EACCES || why == EPERM) {
            return fail(ErrorKind::Refused,
                        "This user may not listen on " + place + ". Ports from 1024 up are free to use.");
        }
        if (why == EADDRNOTAVAIL) {
            return fail(ErrorKind::InvalidInput, "This computer does not have the address " + m_settings.address + ".");
        }
        return fail(ErrorKind::Conflict, "Another program already listens on " + place + ". Choose another port.",
                    why != 0 ? std::strerror(why) : "");
    }
    const MHD_DaemonInfo* info = MHD_get_daemon_info(m_daemon, MHD_DAEMON_INFO_BIND_PORT);
    m_port = info != nullptr ? info->port : m_settings.port;
    return {};
}

void HttpListener::Server::stop()
{
    const std::lock_guard lock(m_mutex);
    if (m_daemon != nullptr) {
        MHD_stop_daemon(m_daemon);
        m_daemon = nullptr;
    }
}

void* HttpListener::Server::onTarget(void*, const char* target, MHD_Connection*)
{
    auto* pending = new (std::nothrow) Pending;
    if (pending != nullptr) {
        pending->request.target = target;
    }
    return pending;
}

void HttpListener::Server::onCompleted(void*, MHD_Connection*, void** context, MHD_RequestTerminationCode)
{
    delete static_cast<Pending*>(*context);
    *context = nullptr;
}

MHD_Result HttpListener::Server::onRequest(void* self, MHD_Connection* connection, const char*, const char* method,
                                           const char*, const char* upload, std::size_t* uploadSize, void** context)
{
    auto* pending = static_cast<Pending*>(*context);
    return pending == nullptr ? MHD_NO
                              : static_cast<Server*>(self)->receive(*pending, connection, method, upload, uploadSize);
}

MHD_Result HttpListener::Server::receive(Pending& pending, MHD_Connection* connection, const char* method,
                                         const char* upload, std::size_t* uploadSize)
{
    const std::size_t limit = m_settings.maxBodyBytes;
    if (!pending.begun) {
        begin(pending, connection, method);
        const auto announced = parseInteger(pending.request.headers.value("Content-Length"));
        if (announced && *announced > 0 && static_cast<std::size_t>(*announced) > limit) {
            return answer(connection, plainReply(413, "The body is too long.\n"));
        }
        return MHD_YES;
    }
    if (*uploadSize > 0) {
        if (pending.tooLong || *uploadSize > limit - pending.request.body.size()) {
            // A chunked body does not say its length first; read a little more so that the answer gets through.
            pending.tooLong = true;
            pending.dropped += *uploadSize;
            if (pending.dropped > limit + (std::size_t{1} << 20)) {
                return MHD_NO;
            }
        } else {
            pending.request.body.append(upload, *uploadSize);
        }
        *uploadSize = 0;
        return MHD_YES;
    }
    return answer(connection, pending.tooLong ? plainReply(413, "The body is too long.\n") : handle(pending.request));
}

HttpReply HttpListener::Server::handle(const IncomingRequest& request) const noexcept
{
    try {
        return m_handler(request);
    } catch (...) {
        return plainReply(500, "The request could not be handled.\n");
    }
}

HttpListener::HttpListener(std::unique_ptr<Server> server) : m_server(std::move(server)) {}

HttpListener::~HttpListener() = default;

Result<std::unique_ptr<HttpListener>> HttpListener::start(const HttpListenerSettings& settings, Handler handler)
{
    auto server = std::make_unique<Server>(settings, std::move(handler));
    if (auto started = server->start(); !started) {
        return fail(started.error());
    }
    return std::unique_ptr<HttpListener>(new HttpListener(std::move(server)));
}

std::uint16_t HttpListener::port() const
{
    return m_server->port();
}

std::string HttpListener::url() const
{
    const std::string& address = m_server->settings().address;
    const bool v6 = address.find(':') != std::string::npos;
    return "http://" + (v6 ? "[" + address + "]" : address) + ":" + std::to_string(port());
}

void HttpListener::stop()
{
    m_server->stop();
}

}  // namespace shopbell
