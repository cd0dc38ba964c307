// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/curl_transfer.h"
#include "net/http_client.h"
#include "net/url.h"

namespace shopbell {

/// Inside net only: one request and its one response, no redirects; what changes from hop to hop.
struct HttpExchange {
    Url url;  ///< without user, password and fragment
    std::string method;
    HttpHeaders headers;
    std::string body;
    std::optional<BasicAuth> basicAuth;
    HttpTimeouts timeouts;
    std::size_t maxBodyBytes = 0;
    bool repeatable = false;
    bool mayHaveArrived = false;  ///< out
};

[[nodiscard]] Result<HttpResponse> runExchange(CurlLane& lane, HttpExchange& exchange,
                                               const HttpClientSettings& settings, const CancelToken& cancel);

}  // namespace shopbell
