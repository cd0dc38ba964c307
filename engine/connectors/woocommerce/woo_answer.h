// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/http_client.h"

#include <cstdint>
#include <optional>
#include <string>

namespace shopbell::woo {

/// A good answer of the REST API.
struct Answer {
    std::string json;                   ///< one valid JSON document, without what PHP wrote around it
    std::optional<std::int64_t> total;  ///< X-WP-Total: records that the whole list has
    std::optional<Instant> at;          ///< the server's clock when it answered
};

/// What a response means. Errors carry status=, code= (WordPress's own error code) and retry-after= in their detail,
/// and say in `what` what the owner can do. Beside the kinds of StoreConnector:
///   InvalidInput  the store does not know a parameter (400)
///   Remote        no JSON: findDetail "body" is "html", "login", "empty" or "broken"
[[nodiscard]] Result<Answer> readAnswer(HttpResponse response, Instant now);

/// WordPress does not answer its REST interface at this form of address; another form may do.
[[nodiscard]] bool isNotRest(const Error& error);
/// The store did not see who asks: its web server drops the Authorization header.
[[nodiscard]] bool isNobody(const Error& error);

}  // namespace shopbell::woo
