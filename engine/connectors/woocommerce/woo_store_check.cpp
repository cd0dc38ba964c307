// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/woocommerce/woo_store_check.h"

#include "connectors/woocommerce/woo_streams.h"
#include "connectors/woocommerce/woo_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace shopbell::woo {

namespace {

std::string textOf(const nlohmann::json& object, const char* key)
{
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool hasWooCommerce(const nlohmann::json& index)
{
    const auto found = index.find("namespaces");
    return found != index.end() && found->is_array() &&
           std::any_of(found->begin(), found->end(), [](const auto& name) { return name == "wc/v3"; });
}

/// What WordPress says of itself. An index that a security plugin hides is no reason to stop: the key is asked next.
Result<StoreFacts> readIndex(Client& client, const CancelToken& cancel)
{
    StoreFacts facts;
    facts.url = client.door().base.redacted();
    const auto answer = client.getIndex(cancel);
    if (!answer) {
        if (answer.error().kind == ErrorKind::Refused && answer.error().detail.find("code=") != std::string::npos) {
            return facts;
        }
        if (isNotRest(answer.error()) && findDetail(answer.error(), "body") == "html") {
            return fail(ErrorKind::NotFound,
                        say("wordpress-missing",
                            "There is no WordPress at %1, or its REST interface is switched off. Give the address of "
                            "the shop's front page, with the folder where WordPress is installed, if there is one.",
                            {facts.url}),
                        answer.error().detail);
        }
        return fail(answer.error());
    }
    const auto index = nlohmann::json::parse(answer->json, nullptr, false);
    if (!index.is_object() || !index.contains("namespaces")) {
        return fail(ErrorKind::NotFound, say("not-wordpress", "What answers at %1 is not WordPress.", {facts.url}));
    }
    if (!hasWooCommerce(index)) {
        return fail(ErrorKind::NotFound,
                    say("woocommerce-missing",
                        "This is WordPress, but WooCommerce 3.5 or newer is not active on it. Install "
                        "or activate it, or give the address of the site that has the shop."));
    }
    facts.name = decodeEntities(textOf(index, "name"));
    facts.timeZone = textOf(index, "timezone_string");
    return facts;
}

void readSystemStatus(StoreFacts& facts, const Answer& answer)
{
    const auto status = nlohmann::json::parse(answer.json, nullptr, false);
    if (!status.is_object()) {
        return;
    }
    facts.platformVersion = textOf(status.value("environment", nlohmann::json::object()), "version");
    facts.currency = textOf(status.value("settings", nlohmann::json::object()), "currency");
}

std::string firstCurrency(const Answer& answer)
{
    const auto orders = nlohmann::json::parse(answer.json, nullptr, false);
    return orders.is_array() && !orders.empty() ? textOf(orders.front(), "currency") : std::string();
}

}  // namespace

Result<StoreFacts> checkStore(Client& client, const CancelToken& cancel)
{
    auto facts = readIndex(client, cancel);
    if (!facts) {
        return facts;
    }
    if (!client.door().base.isSecure()) {
        facts->warnings.push_back(
            say("store-plain-http", "The store is asked over plain http: the key is not sent, but orders and names can "
                                    "be read on the way. Use https where the store offers it."));
    }
    const auto status = client.get("system_status", {{"_fields", "environment,settings"}}, cancel);
    if (status) {
        readSystemStatus(*facts, *status);
    } else if (!isAboutOneStream(status.error()) && status.error().kind != ErrorKind::NotFound) {
        return fail(status.error());
    }
    std::size_t refused = 0;
    std::optional<Error> firstRefusal;
    for (const auto& spec : streamSpecs()) {
        QueryParameters parameters{{"per_page", "1"}, {"_fields", "id,currency"}};
        if (!spec.role.empty()) {
            parameters.emplace_back("role", spec.role);
        }
        const auto page = client.get(spec.route, parameters, cancel);
        if (!page) {
            if (!isAboutOneStream(page.error())) {
                return fail(page.error());
            }
            ++refused;
            firstRefusal = firstRefusal.value_or(page.error());
            facts->missingPermissions.push_back(spec.stream);
            continue;
        }
        if (spec.stream == StoreStream::Orders) {
            facts->orderCount = page->total;
            if (facts->currency.empty()) {
                facts->currency = firstCurrency(*page);
            }
        } else if (spec.stream == StoreStream::Customers) {
            facts->customerCount = page->total;
        }
    }
    if (refused == streamSpecs().size()) {
        return fail(*firstRefusal);
    }
    return facts;
}

}  // namespace shopbell::woo
