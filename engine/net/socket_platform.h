// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifdef _WIN32
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <poll.h>
#include <sys/socket.h>
#endif

#include <cstddef>
#include <string>
#include <string_view>

namespace shopbell {

/// Inside net only: where POSIX and Windows sockets differ. All calls are on non-blocking sockets.
#ifdef _WIN32
using NativeSocket = SOCKET;
inline constexpr NativeSocket kNoSocket = INVALID_SOCKET;
#else
using NativeSocket = int;
inline constexpr NativeSocket kNoSocket = -1;
#endif

/// Non-blocking, no delay for small writes, no SIGPIPE where that is a property of the socket.
void prepareSocket(NativeSocket socket);
void closeSocket(NativeSocket socket);
/// More than 0: ready (an error on the socket counts as ready); 0: timed out or interrupted; less: failed.
[[nodiscard]] int pollSocket(NativeSocket socket, short events, int milliseconds);
/// Bytes moved, 0 for the end (receive only), less for an error.
[[nodiscard]] std::ptrdiff_t sendSome(NativeSocket socket, std::string_view bytes);
[[nodiscard]] std::ptrdiff_t receiveSome(NativeSocket socket, char* into, std::size_t size);
[[nodiscard]] int lastSocketError();
/// Also for a call that a signal interrupted.
[[nodiscard]] bool wouldBlock(int osError);
[[nodiscard]] std::string socketErrorWords(int osError);
[[nodiscard]] std::string localAddressOf(NativeSocket socket);
/// This computer's name as it knows it, or empty.
[[nodiscard]] std::string ownHostName();

}  // namespace shopbell
