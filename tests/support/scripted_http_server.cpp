// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_http_server.h"

#include "base/text.h"

#include <zlib.h>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace shopbell::test {

namespace {

constexpr std::int64_t kLongestBody = 64 << 20;

std::string gzip(std::string_view plain)
{
    z_stream stream{};
    deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string packed(deflateBound(&stream, plain.size()) + 32, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.data()));
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

std::string chunked(std::string_view body)
{
    constexpr std::size_t kChunk = 1000;
    std::string out;
    for (std::size_t at = 0; at < body.size(); at += kChunk) {
        const std::string_view part = body.substr(at, kChunk);
        char length[32];
        std::snprintf(length, sizeof length, "%zx\r\n", part.size());
        out += length;
        out += part;
        out += "\r\n";
    }
    return out + "0\r\n\r\n";
}

std::optional<IncomingRequest> readRequest(LoopbackPeer& peer)
{
    const auto line = peer.readLine();
    if (!line) {
        return std::nullopt;
    }
    const auto words = split(*line, ' ');
    if (words.size() != 3) {
        return std::nullopt;
    }
    IncomingRequest request;
    request.method = words[0];
    request.target = words[1];
    request.peer = "127.0.0.1";
    const auto mark = request.target.find('?');
    request.path = percentDecode(request.target.substr(0, mark));
    request.query = mark == std::string::npos ? "" : request.target.substr(mark + 1);
    request.parameters = decodeQuery(request.query);
    for (;;) {
        const auto field = peer.readLine();
        if (!field) {
            return std::nullopt;
        }
        if (field->empty()) {
            break;
        }
        const auto colon = field->find(':');
        if (colon == std::string::npos) {
            return std::nullopt;
        }
        request.headers.add(trimmed(std::string_view(*field).substr(0, colon)),
                            trimmed(std::string_view(*field).substr(colon + 1)));
    }
    const auto length = parseInteger(request.headers.value("Content-Length")).value_or(0);
    if (length < 0 || length > kLongestBody) {
        return std::nullopt;
    }
    auto body = peer.readExactly(static_cast<std::size_t>(length));
    if (!body) {
        return std::nullopt;
    }
    request.body = std::move(*body);
    return request;
}

std::string writeReply(const ScriptedReply& reply, bool headOnly)
{
    if (reply.raw) {
        return *reply.raw;
    }
    const std::string body = reply.gzip ? gzip(reply.body) : reply.body;
    std::string out = "HTTP/1.1 " + std::to_string(reply.status) + " Scripted\r\n";
    for (const auto& [name, value] : reply.headers) {
        out += name + ": " + value + "\r\n";
    }
    if (reply.gzip) {
        out += "Content-Encoding: gzip\r\n";
    }
    if (reply.chunked) {
        out += "Transfer-Encoding: chunked\r\n";
    } else if (reply.status >= 200 && reply.status != 204 && reply.status != 304) {
        out += "Content-Length: " + std::to_string(reply.claimedLength.value_or(body.size())) + "\r\n";
    }
    if (reply.close) {
        out += "Connection: close\r\n";
    }
    out += "\r\n";
    if (!headOnly) {
        out += reply.chunked ? chunked(body) : body;
    }
    return out;
}

}  // namespace

ScriptedReply ScriptedReply::json(std::string body, int status)
{
    ScriptedReply reply;
    reply.status = status;
    reply.headers.add("Content-Type", "application/json; charset=UTF-8");
    reply.body = std::move(body);
    return reply;
}

ScriptedReply ScriptedReply::redirect(std::string location, int status)
{
    ScriptedReply reply;
    reply.status = status;
    reply.headers.add("Location", location);
    return reply;
}

ScriptedReply ScriptedReply::drop()
{
    ScriptedReply reply;
    reply.dropAfterBytes = 0;
    return reply;
}

ScriptedReply ScriptedReply::silence()
{
    ScriptedReply reply;
    reply.stall = true;
    return reply;
}

ScriptedHttpServer::ScriptedHttpServer(std::optional<TestCertificate> certificate)
    : m_certificate(std::move(certificate)),
      m_server(std::make_unique<LoopbackServer>([this](LoopbackPeer& peer) { serve(peer); }))
{
}

ScriptedHttpServer::~ScriptedHttpServer()
{
    m_server->stop();
}

void ScriptedHttpServer::push(ScriptedReply reply)
{
    const std::lock_guard lock(m_mutex);
    m_replies.push_back(std::move(reply));
}

void ScriptedHttpServer::push(const std::string& path, ScriptedReply reply)
{
    const std::lock_guard lock(m_mutex);
    m_repliesByPath[path].push_back(std::move(reply));
}

void ScriptedHttpServer::setHandler(Handler handler)
{
    const std::lock_guard lock(m_mutex);
    m_handler = std::move(handler);
}

std::string ScriptedHttpServer::url(std::string_view pathAndQuery) const
{
    return (m_certificate ? "https://127.0.0.1:" : "http://127.0.0.1:") + std::to_string(port()) +
           std::string(pathAndQuery);
}

std::vector<IncomingRequest> ScriptedHttpServer::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

ScriptedReply ScriptedHttpServer::chooseReply(const IncomingRequest& request)
{
    Handler handler;
    {
        const std::lock_guard lock(m_mutex);
        m_requests.push_back(request);
        const auto byPath = m_repliesByPath.find(request.path);
        const bool hasOwn = byPath != m_repliesByPath.end() && !byPath->second.empty();
        auto& queue = hasOwn ? byPath->second : m_replies;
        if (!queue.empty()) {
            ScriptedReply reply = std::move(queue.front());
            queue.pop_front();
            return reply;
        }
        handler = m_handler;
    }
    if (handler) {
        return handler(request);
    }
    return ScriptedReply::json(R"({"code":"not_scripted"})", 404);
}

void ScriptedHttpServer::serve(LoopbackPeer& peer)
{
    if (m_certificate && !peer.startTls(*m_certificate)) {
        return;
    }
    while (const auto request = readRequest(peer)) {
        const ScriptedReply reply = chooseReply(*request);
        if (reply.delay.count() > 0 && !peer.pause(reply.delay)) {
            return;
        }
        const std::string bytes = writeReply(reply, request->method == "HEAD");
        if (reply.dropAfterBytes || reply.stall) {
            peer.write(std::string_view(bytes).substr(0, reply.dropAfterBytes.value_or(0)));
            if (reply.stall) {
                peer.stall();
            } else {
                peer.reset();
            }
            return;
        }
        const bool lies = reply.claimedLength && *reply.claimedLength > reply.body.size();
        if (!peer.write(bytes) || reply.close || reply.raw || lies) {
            return;
        }
    }
}

}  // namespace shopbell::test
