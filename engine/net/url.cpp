// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/url.h"

#include "base/text.h"

#include <algorithm>
#include <charconv>

namespace shopbell {

namespace {

constexpr std::size_t kLongestUrl = 8192;
constexpr std::string_view kHexDigits = "0123456789ABCDEF";

int hexValue(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool isEscape(std::string_view text, std::size_t at)
{
    return at + 2 < text.size() && hexValue(text[at + 1]) >= 0 && hexValue(text[at + 2]) >= 0;
}

/// Encodes what may not stand in a path or query; what is encoded already stays.
std::string encodeIllegal(std::string_view text, std::string_view alsoAllowed)
{
    constexpr std::string_view kAllowed = "-._~!$&'()*+,;=:@/";
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (alphanumeric || kAllowed.find(c) != std::string_view::npos ||
            alsoAllowed.find(c) != std::string_view::npos || (c == '%' && isEscape(text, i))) {
            out.push_back(c);
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out.push_back('%');
            out.push_back(kHexDigits[byte >> 4U]);
            out.push_back(kHexDigits[byte & 15U]);
        }
    }
    return out;
}

/// The scheme before the first ':', or nothing.
std::string_view schemeOf(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (c == ':') {
            return text.substr(0, i);
        }
        if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'))) {
            break;
        }
    }
    return {};
}

/// RFC 3986, 5.2.4, for paths that begin with '/'.
std::string removeDotSegments(std::string_view path)
{
    std::vector<std::string_view> kept;
    const auto segments = split(path.substr(1), '/');
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const std::string_view segment = segments[i];
        const bool last = i + 1 == segments.size();
        if (segment == "." || segment == "..") {
            if (segment == ".." && !kept.empty()) {
                kept.pop_back();
            }
            if (last) {
                kept.emplace_back();
            }
        } else {
            kept.push_back(segment);
        }
    }
    std::string out;
    for (const std::string_view segment : kept) {
        out.push_back('/');
        out.append(segment);
    }
    return out.empty() ? "/" : out;
}

void setTail(Url& url, std::string_view pathQueryFragment)
{
    if (const auto hash = pathQueryFragment.find('#'); hash != std::string_view::npos) {
        url.fragment = encodeIllegal(pathQueryFragment.substr(hash + 1), "?");
        pathQueryFragment = pathQueryFragment.substr(0, hash);
    }
    if (const auto mark = pathQueryFragment.find('?'); mark != std::string_view::npos) {
        url.query = encodeIllegal(pathQueryFragment.substr(mark + 1), "?");
        pathQueryFragment = pathQueryFragment.substr(0, mark);
    }
    url.path = pathQueryFragment.empty() ? "/" : encodeIllegal(pathQueryFragment, "");
}

Result<void> setAuthority(Url& url, std::string_view authority)
{
    if (const auto at = authority.rfind('@'); at != std::string_view::npos) {
        const std::string_view userInfo = authority.substr(0, at);
        const auto colon = userInfo.find(':');
        url.user = percentDecode(userInfo.substr(0, colon));
        url.password = colon == std::string_view::npos ? "" : percentDecode(userInfo.substr(colon + 1));
        authority = authority.substr(at + 1);
    }
    std::string_view host = authority;
    std::string_view port;
    const bool bracketed = !authority.empty() && authority.front() == '[';
    if (bracketed) {
        const auto close = authority.find(']');
        if (close == std::string_view::npos) {
            return fail(ErrorKind::InvalidInput, say("url-bracket", "The address has a '[' without its ']'."));
        }
        host = authority.substr(1, close - 1);
        port = authority.substr(close + 1);
        if (host.find(':') == std::string_view::npos || (!port.empty() && port.front() != ':')) {
            return fail(ErrorKind::InvalidInput,
                        say("url-bracket-content", "Brackets in an address may only hold an IPv6 address."));
        }
    } else if (const auto colon = authority.find(':'); colon != std::string_view::npos) {
        host = authority.substr(0, colon);
        port = authority.substr(colon);
        if (port.find(':', 1) != std::string_view::npos) {
            return fail(
                ErrorKind::InvalidInput,
                say("url-colons",
                    "The address has more than one ':' in its host; an IPv6 address needs brackets around it."));
        }
    }
    if (host.empty()) {
        return fail(ErrorKind::InvalidInput,
                    say("url-host-missing", "The address names no host; it should look like https://shop.example."));
    }
    auto ascii = toAsciiHost(host);
    if (!ascii) {
        return fail(ascii.error());
    }
    url.host = std::move(*ascii);
    if (port.size() > 1) {
        const auto [end, error] = std::from_chars(port.data() + 1, port.data() + port.size(), url.port);
        if (error != std::errc{} || end != port.data() + port.size() || url.port < 1 || url.port > 65535) {
            return fail(ErrorKind::InvalidInput,
                        say("url-port-wrong", "The port in the address must be a number from 1 to 65535."));
        }
    }
    return {};
}

}  // namespace

Result<Url> Url::parse(std::string_view text)
{
    text = trimmed(text);
    if (text.empty()) {
        return fail(ErrorKind::InvalidInput,
                    say("url-empty", "The address is empty; it should look like https://shop.example."));
    }
    if (text.size() > kLongestUrl) {
        return fail(ErrorKind::InvalidInput, say("url-too-long", "The address is longer than 8,192 bytes."));
    }
    if (std::any_of(text.begin(), text.end(),
                    [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; })) {
        return fail(ErrorKind::InvalidInput,
                    say("url-control-character", "The address holds a control character or line break."));
    }
    Url url;
    url.scheme = toLowerAscii(schemeOf(text));
    const std::string_view rest = text.substr(url.scheme.empty() ? 0 : url.scheme.size() + 1);
    if ((url.scheme != "http" && url.scheme != "https") || rest.substr(0, 2) != "//") {
        return fail(ErrorKind::InvalidInput, say("url-scheme", "The address must begin with https:// or http://."));
    }
    const std::string_view afterSlashes = rest.substr(2);
    const auto authorityEnd = std::min(afterSlashes.find_first_of("/?#\\"), afterSlashes.size());
    if (auto done = setAuthority(url, afterSlashes.substr(0, authorityEnd)); !done) {
        return fail(done.error());
    }
    setTail(url, afterSlashes.substr(authorityEnd));
    if (url.path.front() != '/') {
        return fail(ErrorKind::InvalidInput, say("url-backslash", "The address holds a backslash; use '/' instead."));
    }
    return url;
}

std::string Url::origin() const
{
    std::string out = scheme + "://";
    out += host.find(':') == std::string::npos ? host : "[" + host + "]";
    if (port != 0 && port != (isSecure() ? 443 : 80)) {
        out += ":" + std::to_string(port);
    }
    return out;
}

std::string Url::toString() const
{
    std::string out = scheme + "://";
    if (!user.empty() || !password.empty()) {
        out += percentEncode(user);
        if (!password.empty()) {
            out += ":" + percentEncode(password);
        }
        out += "@";
    }
    out += host.find(':') == std::string::npos ? host : "[" + host + "]";
    if (port != 0) {
        out += ":" + std::to_string(port);
    }
    out += path;
    if (!query.empty()) {
        out += "?" + query;
    }
    if (!fragment.empty()) {
        out += "#" + fragment;
    }
    return out;
}

std::string Url::redacted() const
{
    std::string out = origin() + path;
    char before = '?';
    for (const auto& [name, value] : parameters()) {
        out += before + percentEncode(name) + (value.empty() ? "" : "=…");
        before = '&';
    }
    return out;
}

int Url::effectivePort() const
{
    return port != 0 ? port : isSecure() ? 443 : 80;
}

bool Url::isLoopback() const
{
    return isLoopbackHost(host);
}

QueryParameters Url::parameters() const
{
    return decodeQuery(query);
}

void Url::setParameters(const QueryParameters& parameters)
{
    query = encodeQuery(parameters);
}

void Url::addParameter(std::string_view name, std::string_view value)
{
    if (!query.empty()) {
        query.push_back('&');
    }
    query += percentEncode(name) + "=" + percentEncode(value);
}

void Url::appendPath(std::string_view more)
{
    while (!more.empty() && more.front() == '/') {
        more.remove_prefix(1);
    }
    if (path.empty() || path.back() != '/') {
        path.push_back('/');
    }
    path += encodeIllegal(more, "");
}

Result<Url> resolveUrl(const Url& base, std::string_view reference)
{
    reference = trimmed(reference);
    if (reference.size() > kLongestUrl) {
        return fail(ErrorKind::InvalidInput, say("url-too-long", "The address is longer than 8,192 bytes."));
    }
    if (!schemeOf(reference).empty()) {
        return Url::parse(reference);
    }
    if (reference.substr(0, 2) == "//") {
        return Url::parse(base.scheme + ":" + std::string(reference));
    }
    if (std::any_of(reference.begin(), reference.end(),
                    [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; })) {
        return fail(ErrorKind::InvalidInput,
                    say("url-control-character", "The address holds a control character or line break."));
    }
    Url url = base;
    url.fragment.clear();
    if (reference.empty()) {
        return url;
    }
    if (reference.front() == '#') {
        url.fragment = encodeIllegal(reference.substr(1), "?");
        return url;
    }
    url.query.clear();
    if (reference.front() == '?') {
        const std::string path = url.path;
        setTail(url, reference);
        url.path = path;
        return url;
    }
    std::string merged(reference);
    if (reference.front() != '/') {
        merged = url.path.substr(0, url.path.rfind('/') + 1) + merged;
    }
    setTail(url, merged);
    url.path = removeDotSegments(url.path);
    return url;
}

std::string redactUrl(std::string_view text)
{
    const auto url = Url::parse(text);
    return url ? url->redacted() : "(an address that cannot be read)";
}

std::string encodeQuery(const QueryParameters& parameters)
{
    std::string out;
    for (const auto& [name, value] : parameters) {
        if (!out.empty()) {
            out.push_back('&');
        }
        out += percentEncode(name) + "=" + percentEncode(value);
    }
    return out;
}

QueryParameters decodeQuery(std::string_view query, std::size_t limit)
{
    QueryParameters parameters;
    while (!query.empty() && parameters.size() < limit) {
        const auto end = std::min(query.find('&'), query.size());
        const std::string_view part = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        if (part.empty()) {
            continue;
        }
        const auto equals = part.find('=');
        parameters.emplace_back(percentDecode(part.substr(0, equals), true),
                                equals == std::string_view::npos ? "" : percentDecode(part.substr(equals + 1), true));
    }
    return parameters;
}

std::string percentDecode(std::string_view text, bool plusIsBlank)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && isEscape(text, i)) {
            out.push_back(static_cast<char>(hexValue(text[i + 1]) * 16 + hexValue(text[i + 2])));
            i += 2;
        } else {
            out.push_back(text[i] == '+' && plusIsBlank ? ' ' : text[i]);
        }
    }
    return out;
}

}  // namespace shopbell
