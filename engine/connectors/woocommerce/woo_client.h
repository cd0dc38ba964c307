// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "base/clock.h"
#include "connectors/woocommerce/woo_answer.h"
#include "net/url.h"

#include <string>
#include <string_view>

namespace shopbell::woo {

/// Where a store is and the key to it.
struct Door {
    Url base;  ///< of WordPress, with its sub-path, ending in '/'
    std::string consumerKey;
    std::string consumerSecret;
};

/// What an owner types, made into the address of WordPress: https where nothing is said; /wp-admin…, /wp-json…, /shop?…
/// pages of the back office and user names in the address are taken off.
[[nodiscard]] Result<Url> parseStoreAddress(std::string_view text);

/// Asks the REST interface of one store. Finds out and remembers
///   - the form of address: /wp-json/wc/v3/orders, or ?rest_route=/wc/v3/orders without pretty permalinks
///   - how to show the key: Basic over https, in the query where the web server drops that header, OAuth 1.0a over http
/// Redirects within the same host and scheme are followed and signed anew; any other one is Refused with the address
/// that the store wants. One thread at a time.
class Client {
public:
    Client(Door door, HttpClient& http, const Clock& clock);

    /// `route` stands below wc/v3/: "orders", "orders/17/refunds".
    [[nodiscard]] Result<Answer> get(std::string_view route, const QueryParameters& parameters,
                                     const CancelToken& cancel);
    /// WordPress's own index, which needs no key.
    [[nodiscard]] Result<Answer> getIndex(const CancelToken& cancel);

    [[nodiscard]] const Door& door() const { return m_door; }

private:
    enum class Form { Unknown, Pretty, Query };
    enum class Proof { None, Basic, Query, OAuth };

    [[nodiscard]] Result<Answer> ask(std::string_view route, const QueryParameters& parameters, Proof proof,
                                     const CancelToken& cancel);
    [[nodiscard]] Result<Answer> askAs(Form form, std::string_view route, const QueryParameters& parameters,
                                       Proof proof, const CancelToken& cancel);
    [[nodiscard]] HttpRequest makeRequest(const Url& url, Proof proof) const;

    Door m_door;
    HttpClient& m_http;
    const Clock& m_clock;
    Form m_form = Form::Unknown;
    Proof m_proof;
    bool m_known = false;  ///< the store has seen who asks
};

}  // namespace shopbell::woo
