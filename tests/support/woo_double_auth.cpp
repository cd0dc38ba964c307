// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/woo_double_auth.h"

#include "base/text.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <array>
#include <map>

namespace shopbell::test {

namespace {

std::string rawUrlEncode(std::string_view text)
{
    static constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
                           c == '.' || c == '_' || c == '~';
        if (plain) {
            out.push_back(c);
        } else {
            out.push_back('%');
            out.push_back(kHex[byte >> 4U]);
            out.push_back(kHex[byte & 15U]);
        }
    }
    return out;
}

std::string value(const IncomingRequest& request, std::string_view name)
{
    return std::string(request.findParameter(name).value_or(std::string_view{}));
}

/// RFC 5849, section 3.4, written down once more.
std::string expectedSignature(const IncomingRequest& request, const WooDoubleSettings& settings)
{
    std::multimap<std::string, std::string> sorted;
    for (const auto& [name, text] : request.parameters) {
        if (name != "oauth_signature") {
            sorted.emplace(rawUrlEncode(name), rawUrlEncode(text));
        }
    }
    std::string joined;
    for (const auto& [name, text] : sorted) {
        joined.append(joined.empty() ? "" : "&").append(name).append("=").append(text);
    }
    const std::string base = "GET&" + rawUrlEncode(settings.origin + request.path) + "&" + rawUrlEncode(joined);
    const std::string key = rawUrlEncode(settings.consumerSecret) + "&";
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    const auto* const method = value(request, "oauth_signature_method") == "HMAC-SHA256" ? EVP_sha256() : EVP_sha1();
    HMAC(method, key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char*>(base.data()),
         base.size(), digest.data(), &length);
    return toBase64({reinterpret_cast<const char*>(digest.data()), length});
}

std::string checkOAuth(const IncomingRequest& request, const WooDoubleSettings& settings, Instant now,
                       std::set<std::string>& nonces)
{
    for (const auto* const name :
         {"oauth_consumer_key", "oauth_timestamp", "oauth_nonce", "oauth_signature", "oauth_signature_method"}) {
        if (value(request, name).empty()) {
            return std::string("Missing OAuth parameter ") + name;
        }
    }
    if (value(request, "oauth_consumer_key") != settings.consumerKey) {
        return "Consumer key is invalid.";
    }
    if (value(request, "oauth_signature") != expectedSignature(request, settings)) {
        return "Invalid signature - provided signature does not match.";
    }
    const auto stamp = parseInteger(value(request, "oauth_timestamp")).value_or(0);
    if (std::abs(now.ms / 1000 - stamp) > 15 * 60) {
        return "Invalid timestamp.";
    }
    if (!nonces.insert(value(request, "oauth_nonce")).second) {
        return "Invalid nonce - nonce has already been used.";
    }
    return {};
}

}  // namespace

KeyCheck checkKey(const IncomingRequest& request, const WooDoubleSettings& settings, Instant now,
                  std::set<std::string>& nonces)
{
    std::string key;
    std::string secret;
    if (!settings.origin.starts_with("https://")) {
        // WooCommerce takes nothing but a signature over plain http.
        if (value(request, "oauth_consumer_key").empty()) {
            return {false, {}};
        }
        const auto problem = checkOAuth(request, settings, now, nonces);
        if (!problem.empty()) {
            return {false, problem};
        }
    } else {
        const auto header = request.headers.value("Authorization");
        if (!settings.dropsAuthorization && header.starts_with("Basic ")) {
            const auto plain = fromBase64(header.substr(6)).value_or("");
            const auto colon = plain.find(':');
            key = plain.substr(0, colon);
            secret = colon == std::string::npos ? "" : plain.substr(colon + 1);
        } else {
            key = value(request, "consumer_key");
            secret = value(request, "consumer_secret");
        }
        if (key.empty()) {
            return {false, {}};
        }
        if (key != settings.consumerKey) {
            return {false, "Consumer key is invalid."};
        }
        if (secret != settings.consumerSecret) {
            return {false, "Consumer secret is invalid."};
        }
    }
    return settings.keyMayRead ? KeyCheck{true, {}}
                               : KeyCheck{false, "The API key provided does not have read permissions."};
}

}  // namespace shopbell::test
