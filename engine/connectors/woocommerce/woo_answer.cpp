// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/woocommerce/woo_answer.h"

#include "base/text.h"
#include "connectors/store_connector.h"
#include "connectors/woocommerce/woo_text.h"
#include "net/retry_policy.h"

#include <simdjson.h>

namespace shopbell::woo {

namespace {

constexpr std::size_t kMaxBodyBytesQuoted = 160;
constexpr int kMaxJsonBeginnings = 40;

/// What WordPress says of a failure: {"code":"…","message":"…","data":{"status":401}}.
struct Complaint {
    std::string code;
    std::string message;
    int status = 0;
};

/// Whether `json`, a stretch of `body`, can be the whole of the answer: no member or item of something larger whose
/// beginning or end was lost. An empty list from inside a page that was cut must never pass for an empty page.
bool standsAlone(std::string_view body, std::string_view json)
{
    const auto offset = static_cast<std::size_t>(json.data() - body.data());
    const auto before = trimmed(body.substr(0, offset));
    const auto after = trimmed(body.substr(offset + json.size()));
    static constexpr std::string_view kInside = ":,[{\"";
    return (before.empty() || kInside.find(before.back()) == std::string_view::npos) &&
           (after.empty() || std::string_view(",]}\":").find(after.front()) == std::string_view::npos);
}

/// The first stretch of the body that is JSON.
std::optional<std::string> extractJson(std::string_view body)
{
    if (body.starts_with("\xEF\xBB\xBF")) {
        body.remove_prefix(3);
    }
    simdjson::dom::parser parser;
    std::size_t from = 0;
    for (int tries = 0; tries < kMaxJsonBeginnings; ++tries) {
        const auto candidate = findJson(body, from);
        if (candidate.empty()) {
            return std::nullopt;
        }
        if (standsAlone(body, candidate) &&
            parser.parse(candidate.data(), candidate.size(), true).error() == simdjson::SUCCESS) {
            return std::string(candidate);
        }
        from = static_cast<std::size_t>(candidate.data() - body.data()) + 1;
        // JSON that was cut is not searched through to its end: something inside it would be taken for the whole.
        if (trimmed(body.substr(0, from - 1)).empty()) {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

std::optional<Complaint> findComplaint(std::string_view json)
{
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    std::string_view code;
    if (parser.parse(json.data(), json.size(), true).get(root) != simdjson::SUCCESS || !root.is_object() ||
        root["code"].get(code) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    Complaint complaint;
    complaint.code = cutUtf8(code, 100);
    std::string_view message;
    if (root["message"].get(message) == simdjson::SUCCESS) {
        complaint.message = plainText(message, kMaxBodyBytesQuoted);
    }
    std::int64_t status = 0;
    if (root["data"]["status"].get(status) == simdjson::SUCCESS && status >= 100 && status < 600) {
        complaint.status = static_cast<int>(status);
    }
    return complaint;
}

std::string makeDetail(int status, const Complaint& complaint, const HttpHeaders& headers, Instant now)
{
    std::string detail = "status=" + std::to_string(status);
    if (!complaint.code.empty()) {
        detail += "; code=" + replaceAll(complaint.code, ";", ",");
    }
    if (const auto wait = parseRetryAfter(headers.value("Retry-After"), now)) {
        detail += "; retry-after=" + std::to_string((wait->count() + 999) / 1000);
    }
    return detail;
}

bool holds(std::string_view text, std::string_view words)
{
    return toLowerAscii(text).find(words) != std::string::npos;
}

tl::unexpected<Error> explainKey(const Complaint& complaint, const std::string& detail)
{
    const auto& said = complaint.message;
    if (holds(said, "read permission") || holds(said, "not have read")) {
        return fail(ErrorKind::Refused,
                    say("store-key-cannot-read", "This key may write but not read. In WooCommerce, Settings, Advanced, "
                                                 "REST API, give it the permission Read."),
                    detail);
    }
    if (holds(said, "signature")) {
        return fail(ErrorKind::Refused,
                    say("store-signature-refused",
                        "The store does not accept the signature: the consumer secret is wrong, or the address is not "
                        "exactly the one under Settings, General, Site Address in WordPress."),
                    detail);
    }
    if (holds(said, "timestamp")) {
        return fail(ErrorKind::Refused,
                    say("store-clock-differs", "The store finds the time of our request wrong. Set the clock of this "
                                               "computer, or of the store's server, right."),
                    detail);
    }
    if (holds(said, "secret")) {
        return fail(
            ErrorKind::Refused,
            say("store-secret-wrong", "The consumer secret is wrong. Copy it again, or make a new key in WooCommerce."),
            detail);
    }
    return fail(ErrorKind::Refused,
                say("store-key-unknown", "The store does not know this key. Copy consumer key and secret again, or "
                                         "make a new key in WooCommerce, Settings, Advanced, REST API."),
                detail);
}

tl::unexpected<Error> explainRefusal(int status, const Complaint& complaint, std::string detail)
{
    if (complaint.code.empty()) {
        return status == 401 ? fail(ErrorKind::Refused,
                                    say("store-behind-password",
                                        "The web server itself asks for a password before WordPress is reached, as "
                                        "test sites do. Take that protection off /wp-json/wc/."),
                                    detail)
                             : fail(ErrorKind::Refused,
                                    say("store-firewall", "A firewall or security plugin of the store refuses us "
                                                          "(403). Let /wp-json/wc/ pass there."),
                                    detail);
    }
    if (complaint.code == "woocommerce_rest_authentication_error") {
        return explainKey(complaint, detail);
    }
    detail += "; scope=stream";
    return fail(ErrorKind::Refused,
                say("store-user-may-not-read",
                    "The user whom this key belongs to may not read this. In WooCommerce, Settings, Advanced, REST "
                    "API, choose an administrator or shop manager as the key's user."),
                detail);
}

tl::unexpected<Error> explainNoJson(const HttpResponse& response, std::string detail)
{
    const auto body = trimmed(response.body);
    if (body.empty()) {
        return fail(ErrorKind::Remote,
                    say("store-answer-empty",
                        "The store gave an empty answer. Often its PHP ran out of memory; its error log says so."),
                    detail + "; body=empty");
    }
    const std::string head = toLowerAscii(body.substr(0, 20'000));
    if (body.starts_with('<') || head.find("<html") != std::string::npos) {
        if (head.find("wp-login") != std::string::npos || head.find("type=\"password\"") != std::string::npos) {
            return fail(ErrorKind::Remote,
                        say("store-answer-login-page",
                            "The store answered with a login page instead of data. A plugin for private or unfinished "
                            "sites stands before the REST interface; let /wp-json/wc/ pass there."),
                        detail + "; body=login");
        }
        return fail(ErrorKind::Remote,
                    say("store-answer-web-page", "The store answered with a web page instead of data. Is it in "
                                                 "maintenance, or does the address not belong to WordPress?"),
                    detail + "; body=html");
    }
    return fail(ErrorKind::Remote,
                say("store-answer-damaged", "The store's answer was cut off or damaged, so it cannot be read."),
                detail + "; body=broken");
}

/// What the store itself says about it comes after ours, in its own language.
Sentence withComplaint(Sentence sentence, const Complaint& complaint)
{
    return complaint.message.empty() ? sentence
                                     : say("store-says", "%1 It says: %2", {std::move(sentence), complaint.message});
}

tl::unexpected<Error> explainStatus(int status, const Complaint& complaint, const HttpResponse& response,
                                    const std::string& detail)
{
    switch (status) {
    case 401:
    case 403: return explainRefusal(status, complaint, detail);
    case 404:
        if (complaint.code == "rest_no_route") {
            return fail(ErrorKind::NotFound,
                        say("woocommerce-interface-missing",
                            "WordPress answers, but WooCommerce's REST interface (wc/v3) is "
                            "not there. Is WooCommerce 3.5 or newer installed and active?"),
                        detail);
        }
        return complaint.code.empty()
                   ? fail(ErrorKind::NotFound, say("store-address-empty", "There is nothing at this address (404)."),
                          detail + "; body=html")
                   : fail(
                         ErrorKind::NotFound,
                         withComplaint(say("store-lacks-it", "The store does not have what was asked for."), complaint),
                         detail);
    case 429: return fail(ErrorKind::RateLimited, say("store-slow-down", "The store asks us to slow down."), detail);
    case 400:
        return fail(
            ErrorKind::InvalidInput,
            withComplaint(say("store-question-refused", "The store did not understand the question."), complaint),
            detail);
    default: break;
    }
    if (isRetryableStatus(status) || status >= 500) {
        return fail(
            ErrorKind::Remote,
            status == 503
                ? say("store-not-available", "The store is not available just now, perhaps in maintenance (503).")
                : withComplaint(say("store-server-failed", "The store's server failed (%1).", {std::to_string(status)}),
                                complaint),
            detail);
    }
    if (status >= 200 && status < 300) {
        return explainNoJson(response, detail);
    }
    return fail(ErrorKind::Remote,
                withComplaint(say("store-answer-unexpected", "The store gave an answer that we do not expect (%1).",
                                  {std::to_string(status)}),
                              complaint),
                detail);
}

}  // namespace

Result<Answer> readAnswer(HttpResponse response, Instant now)
{
    auto json = extractJson(response.body);
    const auto complaint = json ? findComplaint(*json) : std::nullopt;
    // Some hosts turn every status into 200; WordPress's own words still say what it was.
    const int status =
        response.isSuccess() && complaint && complaint->status >= 400 ? complaint->status : response.status;
    if (!json || status < 200 || status >= 300) {
        const auto said = complaint.value_or(Complaint{});
        return explainStatus(status, said, response, makeDetail(status, said, response.headers, now));
    }
    Answer answer;
    answer.json = std::move(*json);
    answer.total = parseInteger(trimmed(response.headers.value("X-WP-Total")));
    answer.at = parseHttpDate(response.headers.value("Date"));
    return answer;
}

bool isNotRest(const Error& error)
{
    const auto body = findDetail(error, "body");
    return body == "html" || body == "login";
}

bool isNobody(const Error& error)
{
    return error.kind == ErrorKind::Refused && findDetail(error, "status") == "401" &&
           findDetail(error, "code") == "woocommerce_rest_cannot_view";
}

}  // namespace shopbell::woo
