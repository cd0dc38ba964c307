// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace shopbell {

/// Names and values in their order, decoded; a name may come more than once.
using QueryParameters = std::vector<std::pair<std::string, std::string>>;

/// An absolute http or https address, taken apart (RFC 3986). A value: build it, change it, write it.
struct Url {
    std::string scheme;    ///< "http" or "https"
    std::string user;      ///< decoded; mostly empty
    std::string password;  ///< decoded; a secret
    std::string host;      ///< lower case, IDN as A-labels, an IPv6 address without brackets
    int port = 0;          ///< 0 where the address names none
    std::string path;      ///< percent-encoded as it goes on the wire; begins with '/'
    std::string query;     ///< percent-encoded, without the '?'
    std::string fragment;  ///< never sent

    /// Takes a missing path as "/", raw UTF-8 and blanks in path and query as if they were encoded. Longer than
    /// 8,192 bytes, another scheme, no host, a bad port, control characters: InvalidInput, with the reason.
    [[nodiscard]] static Result<Url> parse(std::string_view text);

    /// The whole address, user and password included: never for a log.
    [[nodiscard]] std::string toString() const;
    /// For errors and logs: no user, no password, no fragment, and of the query only the names.
    [[nodiscard]] std::string redacted() const;
    /// "https://host:port", the port only where it is not the scheme's own.
    [[nodiscard]] std::string origin() const;
    [[nodiscard]] int effectivePort() const;
    [[nodiscard]] bool isSecure() const { return scheme == "https"; }
    [[nodiscard]] bool isLoopback() const;

    [[nodiscard]] QueryParameters parameters() const;
    void setParameters(const QueryParameters& parameters);
    void addParameter(std::string_view name, std::string_view value);
    /// Adds path segments after the present path with exactly one '/' between; `more` is already encoded.
    void appendPath(std::string_view more);

    friend bool operator==(const Url&, const Url&) = default;
};

/// A Location header or link seen from `base` (RFC 3986, 5.2): absolute, //host, /path, path, ?query.
[[nodiscard]] Result<Url> resolveUrl(const Url& base, std::string_view reference);

/// redacted() of a text that may not even be an address; then "(an address that cannot be read)".
[[nodiscard]] std::string redactUrl(std::string_view text);

/// a=1&b=%20: both sides percent-encoded by RFC 3986, blank as %20.
[[nodiscard]] std::string encodeQuery(const QueryParameters& parameters);
/// Takes '+' as blank and a broken %-sequence literally; what comes after `limit` parameters is left out.
[[nodiscard]] QueryParameters decodeQuery(std::string_view query, std::size_t limit = 1000);
/// A broken %-sequence stays as it stands.
[[nodiscard]] std::string percentDecode(std::string_view text, bool plusIsBlank = false);

/// A host name as it goes on the wire: lower case, international labels as A-labels (xn--…).
[[nodiscard]] Result<std::string> toAsciiHost(std::string_view host);
/// "localhost", 127.0.0.0/8 and ::1.
[[nodiscard]] bool isLoopbackHost(std::string_view host);

}  // namespace shopbell
