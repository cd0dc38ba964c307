// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/url.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace shopbell {

enum class OAuth1Algorithm { HmacSha1, HmacSha256 };

/// Token and token secret stay empty when there is no third party ("one-legged").
struct OAuth1Credentials {
    std::string consumerKey;
    std::string consumerSecret;
    std::string token;
    std::string tokenSecret;
};

/// Passed in, so that signing is a pure function. No two requests may share nonce and timestamp.
struct OAuth1Stamp {
    std::string nonce;
    std::int64_t timestamp = 0;  ///< Unix seconds
    bool withVersion = true;     ///< oauth_version=1.0 is optional
};

/// The text that is signed (RFC 5849, 3.4.1): method, base address and every parameter, those of the query, the
/// form body (`form`) and oauth_… alike.
[[nodiscard]] std::string makeOAuth1BaseString(std::string_view method, const Url& url,
                                               const QueryParameters& parameters);

/// The oauth_… parameters of a signed request, oauth_signature last, not yet encoded. `form` are the fields of an
/// application/x-www-form-urlencoded body; leave it empty for JSON.
[[nodiscard]] QueryParameters signOAuth1(std::string_view method, const Url& url, const QueryParameters& form,
                                         const OAuth1Credentials& credentials, OAuth1Algorithm algorithm,
                                         const OAuth1Stamp& stamp);

/// The value of an Authorization header: OAuth realm="…", oauth_…="…", …
[[nodiscard]] std::string makeOAuth1Header(const QueryParameters& signedParameters, std::string_view realm = {});

/// The address with the oauth_… parameters in its query, where a server drops the header.
[[nodiscard]] Url withOAuth1Query(Url url, const QueryParameters& signedParameters);

}  // namespace shopbell
