// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/socket_platform.h"

#ifndef _WIN32
#include <arpa/inet.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <unistd.h>
#endif

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>
#include <system_error>

namespace shopbell {

void prepareSocket(NativeSocket socket)
{
#ifdef _WIN32
    u_long on = 1;
    ioctlsocket(socket, FIONBIO, &on);
    const BOOL noDelay = TRUE;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, reinterpret_cast<const char*>(&noDelay), sizeof noDelay);
#else
    const int flags = fcntl(socket, F_GETFL, 0);
    fcntl(socket, F_SETFL, flags | O_NONBLOCK);
    const int on = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
#ifdef SO_NOSIGPIPE
    setsockopt(socket, SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
#endif
#endif
}

void closeSocket(NativeSocket socket)
{
#ifdef _WIN32
    closesocket(socket);
#else
    close(socket);
#endif
}

int pollSocket(NativeSocket socket, short events, int milliseconds)
{
#ifdef _WIN32
    WSAPOLLFD one{socket, events, 0};
    return WSAPoll(&one, 1, milliseconds);
#else
    pollfd one{socket, events, 0};
    const int ready = poll(&one, 1, milliseconds);
    return ready < 0 && errno == EINTR ? 0 : ready;
#endif
}

std::ptrdiff_t sendSome(NativeSocket socket, std::string_view bytes)
{
#ifdef _WIN32
    const auto size = static_cast<int>(std::min<std::size_t>(bytes.size(), std::numeric_limits<int>::max()));
    return send(socket, bytes.data(), size, 0);
#elif defined(MSG_NOSIGNAL)
    return send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
#else
    return send(socket, bytes.data(), bytes.size(), 0);
#endif
}

std::ptrdiff_t receiveSome(NativeSocket socket, char* into, std::size_t size)
{
#ifdef _WIN32
    return recv(socket, into, static_cast<int>(std::min<std::size_t>(size, std::numeric_limits<int>::max())), 0);
#else
    return recv(socket, into, size, 0);
#endif
}

int lastSocketError()
{
#ifdef _WIN32
    return WSAGetLastError();
#else
    return errno;
#endif
}

bool wouldBlock(int osError)
{
#ifdef _WIN32
    return osError == WSAEWOULDBLOCK || osError == WSAEINTR;
#else
    return osError == EAGAIN || osError == EWOULDBLOCK || osError == EINTR;
#endif
}

std::string socketErrorWords(int osError)
{
    return std::system_category().message(osError);
}

std::string localAddressOf(NativeSocket socket)
{
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    char text[NI_MAXHOST] = {0};
    if (getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0 ||
        getnameinfo(reinterpret_cast<sockaddr*>(&address), size, text, sizeof text, nullptr, 0, NI_NUMERICHOST) != 0) {
        return {};
    }
    return text;
}

std::string ownHostName()
{
    char name[256] = {0};
    return gethostname(name, sizeof name - 1) == 0 ? name : "";
}

}  // namespace shopbell
