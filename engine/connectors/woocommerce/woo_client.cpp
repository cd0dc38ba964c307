// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/woocommerce/woo_client.h"

#include "base/random.h"
#include "base/text.h"
#include "net/oauth1.h"

#include <array>

namespace shopbell::woo {

namespace {

constexpr int kMaxRedirects = 3;

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// An answer that leads elsewhere: within the same door it is followed, else the owner is told.
Result<Url> resolveRedirect(const Url& asked, const HttpResponse& response)
{
    auto target = resolveUrl(asked, response.headers.value("Location"));
    const std::string detail = "status=" + std::to_string(response.status);
    if (!target) {
        return fail(ErrorKind::Remote,
                    say("store-redirect-unreadable", "The store redirects to an address that cannot be read."), detail);
    }
    if (target->origin() == asked.origin()) {
        return target;
    }
    if (asked.isSecure() && !target->isSecure()) {
        return fail(ErrorKind::Refused,
                    say("store-redirects-to-http",
                        "The store redirects from https to http, where the key could be read on the "
                        "way. Set the Site Address in WordPress, Settings, General, to https."),
                    detail + "; redirect=" + target->origin());
    }
    if (target->host == asked.host && target->isSecure() && !asked.isSecure()) {
        return fail(ErrorKind::Refused,
                    say("store-wants-https", "The store wants https. Change its address to %1.", {target->origin()}),
                    detail + "; redirect=" + target->origin());
    }
    return fail(ErrorKind::Refused,
                say("store-redirects-elsewhere",
                    "The address leads on to another one, %1. If that is the store, use that address.",
                    {target->origin()}),
                detail + "; redirect=" + target->origin());
}

/// Cuts the path where one of WordPress's own folders or files begins.
void cutBackOffice(std::string& path)
{
    static constexpr std::array<std::string_view, 5> kOwn{"/wp-admin", "/wp-json", "/wp-login.php", "/index.php",
                                                          "/xmlrpc.php"};
    for (const auto own : kOwn) {
        const auto at = path.find(own);
        if (at != std::string::npos) {
            path.erase(at);
        }
    }
}

}  // namespace

Result<Url> parseStoreAddress(std::string_view text)
{
    std::string address(trimmed(text));
    if (address.empty()) {
        return fail(ErrorKind::InvalidInput,
                    say("store-address-missing", "Give the address of the store, such as https://shop.example.com."));
    }
    if (address.find("://") == std::string::npos) {
        address = "https://" + address;
    }
    auto url = Url::parse(address);
    if (!url) {
        return fail(url.error());
    }
    url->user.clear();
    url->password.clear();
    url->query.clear();
    url->fragment.clear();
    cutBackOffice(url->path);
    if (!url->path.ends_with('/')) {
        url->path.push_back('/');
    }
    return url;
}

Client::Client(Door door, HttpClient& http, const Clock& clock)
    : m_door(std::move(door)),
      m_http(http),
      m_clock(clock),
      m_proof(m_door.base.isSecure() ? Proof::Basic : Proof::OAuth)
{
}

Result<Answer> Client::get(std::string_view route, const QueryParameters& parameters, const CancelToken& cancel)
{
    const std::string whole = "wc/v3/" + std::string(route);
    auto answer = ask(whole, parameters, m_proof, cancel);
    if (!answer && m_proof == Proof::Basic && !m_known && isNobody(answer.error())) {
        // The web server (often CGI) keeps the Authorization header to itself. WooCommerce takes the key from the query
        // too, over https; if that does not help either, the first answer was the truth.
        auto again = ask(whole, parameters, Proof::Query, cancel);
        if (again) {
            m_proof = Proof::Query;
            answer = std::move(again);
        } else if (!isNobody(again.error())) {
            answer = std::move(again);
        }
    }
    m_known = m_known || answer.has_value();
    return answer;
}

Result<Answer> Client::getIndex(const CancelToken& cancel)
{
    return ask("", {}, Proof::None, cancel);
}

Result<Answer> Client::ask(std::string_view route, const QueryParameters& parameters, Proof proof,
                           const CancelToken& cancel)
{
    if (m_form != Form::Unknown) {
        return askAs(m_form, route, parameters, proof, cancel);
    }
    auto answer = askAs(Form::Pretty, route, parameters, proof, cancel);
    if (answer || !isNotRest(answer.error())) {
        // Any word from WordPress, an error too, shows that the form is right.
        if (answer || answer.error().detail.find("code=") != std::string::npos) {
            m_form = Form::Pretty;
        }
        return answer;
    }
    auto plain = askAs(Form::Query, route, parameters, proof, cancel);
    if (plain || plain.error().detail.find("code=") != std::string::npos) {
        m_form = Form::Query;
        return plain;
    }
    return isNotRest(plain.error()) ? answer : plain;
}

Result<Answer> Client::askAs(Form form, std::string_view route, const QueryParameters& parameters, Proof proof,
                             const CancelToken& cancel)
{
    Url url = m_door.base;
    if (form == Form::Pretty) {
        url.appendPath("wp-json/" + std::string(route));
    } else {
        url.addParameter("rest_route", "/" + std::string(route));
    }
    for (const auto& [name, value] : parameters) {
        url.addParameter(name, value);
    }
    for (int hop = 0; hop <= kMaxRedirects; ++hop) {
        auto response = m_http.send(makeRequest(url, proof), cancel);
        if (!response) {
            return fail(response.error());
        }
        if (!isRedirect(response->status)) {
            return readAnswer(std::move(*response), m_clock.now());
        }
        auto target = resolveRedirect(url, *response);
        if (!target) {
            return fail(target.error());
        }
        // What a redirect repeats of our proof is made anew; a target without our question is a page, not the
        // interface.
        auto asked = target->parameters();
        std::erase_if(asked, [](const auto& one) {
            return one.first.starts_with("oauth_") || one.first.starts_with("consumer_");
        });
        target->setParameters(asked);
        url = std::move(*target);
    }
    return fail(ErrorKind::Remote, say("store-redirects-in-circle", "The store redirects in a circle."), "body=html");
}

HttpRequest Client::makeRequest(const Url& url, Proof proof) const
{
    HttpRequest request;
    request.redirects = RedirectPolicy::Return;
    request.headers.add("Accept", "application/json");
    Url signedUrl = url;
    switch (proof) {
    case Proof::None: break;
    case Proof::Basic: request.basicAuth = BasicAuth{m_door.consumerKey, m_door.consumerSecret}; break;
    case Proof::Query:
        signedUrl.addParameter("consumer_key", m_door.consumerKey);
        signedUrl.addParameter("consumer_secret", m_door.consumerSecret);
        break;
    case Proof::OAuth: {
        const OAuth1Credentials credentials{m_door.consumerKey, m_door.consumerSecret, {}, {}};
        const OAuth1Stamp stamp{makeToken(), m_clock.now().ms / 1000, true};
        signedUrl = withOAuth1Query(url, signOAuth1("GET", url, {}, credentials, OAuth1Algorithm::HmacSha256, stamp));
        break;
    }
    }
    request.url = signedUrl.toString();
    return request;
}

}  // namespace shopbell::woo
