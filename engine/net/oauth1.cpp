// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/oauth1.h"

#include "base/text.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <array>

namespace shopbell {

namespace {

std::string hmac(OAuth1Algorithm algorithm, const std::string& key, const std::string& text)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    HMAC(algorithm == OAuth1Algorithm::HmacSha1 ? EVP_sha1() : EVP_sha256(), key.data(), static_cast<int>(key.size()),
         reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data(), &length);
    return {reinterpret_cast<const char*>(digest.data()), length};
}

}  // namespace

std::string makeOAuth1BaseString(std::string_view method, const Url& url, const QueryParameters& parameters)
{
    QueryParameters encoded;
    const auto take = [&encoded](const QueryParameters& some) {
        for (const auto& [name, value] : some) {
            encoded.emplace_back(percentEncode(name), percentEncode(value));
        }
    };
    take(url.parameters());
    take(parameters);
    std::sort(encoded.begin(), encoded.end());
    std::string normalized;
    for (const auto& [name, value] : encoded) {
        if (!normalized.empty()) {
            normalized.push_back('&');
        }
        normalized += name + "=" + value;
    }
    return toUpperAscii(method) + "&" + percentEncode(url.origin() + url.path) + "&" + percentEncode(normalized);
}

QueryParameters signOAuth1(std::string_view method, const Url& url, const QueryParameters& form,
                           const OAuth1Credentials& credentials, OAuth1Algorithm algorithm, const OAuth1Stamp& stamp)
{
    QueryParameters oauth{
        {"oauth_consumer_key", credentials.consumerKey},
        {"oauth_nonce", stamp.nonce},
        {"oauth_signature_method", algorithm == OAuth1Algorithm::HmacSha1 ? "HMAC-SHA1" : "HMAC-SHA256"},
        {"oauth_timestamp", std::to_string(stamp.timestamp)},
    };
    if (!credentials.token.empty()) {
        oauth.emplace_back("oauth_token", credentials.token);
    }
    if (stamp.withVersion) {
        oauth.emplace_back("oauth_version", "1.0");
    }
    QueryParameters signedToo = form;
    signedToo.insert(signedToo.end(), oauth.begin(), oauth.end());
    const std::string key = percentEncode(credentials.consumerSecret) + "&" + percentEncode(credentials.tokenSecret);
    oauth.emplace_back("oauth_signature", toBase64(hmac(algorithm, key, makeOAuth1BaseString(method, url, signedToo))));
    return oauth;
}

std::string makeOAuth1Header(const QueryParameters& signedParameters, std::string_view realm)
{
    std::string out = "OAuth ";
    const char* between = "";
    if (!realm.empty()) {
        out += "realm=\"" + percentEncode(realm) + "\"";
        between = ", ";
    }
    for (const auto& [name, value] : signedParameters) {
        out += between + percentEncode(name) + "=\"" + percentEncode(value) + "\"";
        between = ", ";
    }
    return out;
}

Url withOAuth1Query(Url url, const QueryParameters& signedParameters)
{
    for (const auto& [name, value] : signedParameters) {
        url.addParameter(name, value);
    }
    return url;
}

}  // namespace shopbell
