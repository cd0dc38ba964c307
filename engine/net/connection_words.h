// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <string>
#include <string_view>

namespace shopbell {

/// Inside net only: the sentences that HTTP and SMTP share, so that both say the same thing the same way.

/// "shop.example" or "shop.example, port 8443".
[[nodiscard]] std::string placeName(std::string_view host, int port, int usualPort);

[[nodiscard]] Error nameNotFound(std::string_view host, std::string detail);
/// `osError` is errno (or its Windows twin) of the failed connect, 0 where unknown.
[[nodiscard]] Error connectFailed(std::string_view place, long osError, std::string detail);
[[nodiscard]] Error connectTimedOut(std::string_view place, long long milliseconds);

/// Why a certificate is not trusted and what to do, from OpenSSL's verification result; `peerWords` are the TLS
/// library's own. The kind is Refused.
[[nodiscard]] Error certificateNotTrusted(std::string_view host, long verifyResult, std::string peerWords);

}  // namespace shopbell
