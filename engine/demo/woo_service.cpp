// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/woo_service.h"

#include "base/random.h"
#include "base/text.h"
#include "demo/demo_catalog.h"
#include "demo/woo_records.h"
#include "net/oauth1.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <mutex>
#include <vector>

namespace shopbell::demo {

namespace {

constexpr std::string_view apiPath = "/wp-json/wc/v3/";
constexpr std::int64_t mostPerPage = 100;

HttpReply jsonReply(int status, const nlohmann::json& body)
{
    HttpReply reply;
    reply.status = status;
    reply.headers.set("Content-Type", "application/json; charset=UTF-8");
    reply.body = body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return reply;
}

HttpReply errorReply(int status, const char* code, const char* message)
{
    return jsonReply(status, {{"code", code}, {"message", message}, {"data", {{"status", status}}}});
}

/// One list as WooCommerce pages it: in ascending order of ids.
struct Listing {
    std::int64_t size = 0;
    std::function<nlohmann::json(std::int64_t place)> record;
    std::function<std::int64_t(std::int64_t id)> placeOf;  ///< -1: no such id
};

/// What `include` asks for: those records alone, page by page like any list.
Listing narrowed(std::string_view ids, const Listing& all)
{
    auto places = std::make_shared<std::vector<std::int64_t>>();
    for (const auto id : split(ids, ',')) {
        const auto number = parseInteger(id);
        const auto place = number && all.placeOf ? all.placeOf(*number) : -1;
        if (place >= 0) {
            places->push_back(place);
        }
    }
    std::sort(places->begin(), places->end());
    return {static_cast<std::int64_t>(places->size()),
            [places, record = all.record](std::int64_t place) {
                return record((*places)[static_cast<std::size_t>(place)]);
            },
            {}};
}

HttpReply listReply(const IncomingRequest& request, const Listing& all)
{
    const auto include = request.findParameter("include");
    const auto listing = include ? narrowed(*include, all) : all;
    const auto number = [&](std::string_view name, std::int64_t otherwise) {
        const auto text = request.findParameter(name);
        return text ? parseInteger(*text).value_or(otherwise) : otherwise;
    };
    const auto perPage = std::clamp<std::int64_t>(number("per_page", 10), 1, mostPerPage);
    const auto page = std::max<std::int64_t>(number("page", 1), 1);
    const auto offset = std::max<std::int64_t>(number("offset", (page - 1) * perPage), 0);
    const bool ascending = request.findParameter("order").value_or("desc") == "asc";
    auto records = nlohmann::json::array();
    for (auto place = offset; place < std::min(offset + perPage, listing.size); ++place) {
        records.push_back(listing.record(ascending ? place : listing.size - 1 - place));
    }
    auto reply = jsonReply(200, records);
    reply.headers.set("X-WP-Total", std::to_string(listing.size));
    reply.headers.set("X-WP-TotalPages", std::to_string((listing.size + perPage - 1) / perPage));
    return reply;
}

/// One record of a list by its id.
HttpReply oneReply(std::string_view id, const Listing& listing)
{
    const auto number = parseInteger(id);
    const auto place = number && listing.placeOf ? listing.placeOf(*number) : -1;
    return place < 0 ? errorReply(404, "woocommerce_rest_invalid_id", "Invalid ID.")
                     : jsonReply(200, listing.record(place));
}

/// Orders in the order of their last change; made when first asked for.
class ChangeOrder {
public:
    explicit ChangeOrder(std::shared_ptr<const DemoShop> shop) : m_shop(std::move(shop)) {}

    const std::vector<std::pair<Instant, std::uint32_t>>& all()
    {
        std::call_once(m_once, [&] {
            m_changes.reserve(static_cast<std::size_t>(m_shop->orderCount()));
            for (std::int64_t index = 0; index < m_shop->orderCount(); ++index) {
                m_changes.emplace_back(m_shop->order(index).modifiedAt, static_cast<std::uint32_t>(index));
            }
            std::sort(m_changes.begin(), m_changes.end());
        });
        return m_changes;
    }

private:
    std::shared_ptr<const DemoShop> m_shop;
    std::once_flag m_once;
    std::vector<std::pair<Instant, std::uint32_t>> m_changes;
};

class Api {
public:
    Api(std::shared_ptr<const DemoShop> shop, std::string key, std::string secret)
        : m_shop(std::move(shop)), m_changes(m_shop), m_key(std::move(key)), m_secret(std::move(secret))
    {
    }

    void setUrl(std::string url) { m_url = std::move(url); }

    HttpReply answer(const IncomingRequest& request)
    {
        if (request.method != "GET" && request.method != "HEAD") {
            return errorReply(404, "rest_no_route", "No route was found matching the URL and request method.");
        }
        if (request.path == "/wp-json" || request.path == "/wp-json/") {
            return jsonReply(200, {{"name", "Fernhill Candles"},
                                   {"url", m_url},
                                   {"home", m_url},
                                   {"timezone_string", "Europe/Vienna"},
                                   {"namespaces", {"wp/v2", "wc/v3"}}});
        }
        if (!request.path.starts_with(apiPath)) {
            return errorReply(404, "rest_no_route", "No route was found matching the URL and request method.");
        }
        if (!isSigned(request)) {
            return errorReply(401, "woocommerce_rest_cannot_view", "Sorry, you cannot list resources.");
        }
        return route(request, std::string_view(request.path).substr(apiPath.size()));
    }

private:
    bool isSigned(const IncomingRequest& request) const
    {
        auto url = Url::parse(m_url + request.path);
        if (!url) {
            return false;
        }
        std::string signature;
        OAuth1Stamp stamp;
        stamp.withVersion = false;
        QueryParameters rest;
        for (const auto& [name, value] : request.parameters) {
            if (name == "oauth_signature") {
                signature = value;
            } else if (name == "oauth_nonce") {
                stamp.nonce = value;
            } else if (name == "oauth_timestamp") {
                stamp.timestamp = parseInteger(value).value_or(0);
            } else if (name == "oauth_version") {
                stamp.withVersion = true;
            } else if (!name.starts_with("oauth_")) {
                rest.emplace_back(name, value);
            }
        }
        url->setParameters(rest);
        for (const auto& [name, value] :
             signOAuth1(request.method, *url, {}, {m_key, m_secret, "", ""}, OAuth1Algorithm::HmacSha256, stamp)) {
            if (name == "oauth_signature") {
                return !signature.empty() && value == signature;
            }
        }
        return false;
    }

    HttpReply route(const IncomingRequest& request, std::string_view route)
    {
        if (route == "system_status") {
            return jsonReply(200, {{"environment", {{"version", "9.4.0"}}}, {"settings", {{"currency", "EUR"}}}});
        }
        if (route.starts_with("orders/") && route.ends_with("/refunds")) {
            return refunds(route);
        }
        const bool bin = request.findParameter("status").value_or("any") == "trash";
        const struct {
            std::string_view name;
            Listing all;
            bool neverChanges;
        } lists[] = {{"products/categories", categories(), false},
                     {"customers", customers(), false},
                     {"orders", orders(), false},
                     {"products", products(), true},
                     {"coupons", coupons(), true}};
        for (const auto& list : lists) {
            if (route == list.name) {
                if (bin || (list.neverChanges && request.findParameter("modified_after"))) {
                    return listReply(request, {});
                }
                return list.name == "orders" ? changedOrders(request, list.all) : listReply(request, list.all);
            }
            if (route.starts_with(list.name) && route.substr(list.name.size()).starts_with("/")) {
                return oneReply(route.substr(list.name.size() + 1), list.all);
            }
        }
        return errorReply(404, "rest_no_route", "No route was found matching the URL and request method.");
    }

    Listing customers() const
    {
        return {m_shop->customerCount(),
                [this](std::int64_t place) { return wooCustomer(m_shop->customer(place), place + 1); },
                [this](std::int64_t id) { return id >= 1 && id <= m_shop->customerCount() ? id - 1 : -1; }};
    }

    Listing orders() const
    {
        return {m_shop->orderCount(), [this](std::int64_t place) { return wooOrder(*m_shop, m_shop->order(place)); },
                [this](std::int64_t id) { return orderPlace(id); }};
    }

    std::int64_t orderPlace(std::int64_t id) const
    {
        const auto first = m_shop->orderCount() > 0 ? m_shop->order(0).id : 0;
        return id >= first && id < first + m_shop->orderCount() ? id - first : -1;
    }

    Listing products() const
    {
        return {static_cast<std::int64_t>(demoProducts().size()),
                [this](std::int64_t place) { return wooProduct(static_cast<std::size_t>(place), m_shop->now()); },
                [](std::int64_t id) { return placeAmong(demoProducts(), id); }};
    }

    static Listing categories()
    {
        return {static_cast<std::int64_t>(demoCategories().size()),
                [](std::int64_t place) { return wooCategory(static_cast<std::size_t>(place)); },
                [](std::int64_t id) { return placeAmong(demoCategories(), id); }};
    }

    static Listing coupons()
    {
        return {static_cast<std::int64_t>(wooCouponCount),
                [](std::int64_t place) { return wooCoupon(static_cast<std::size_t>(place)); },
                [](std::int64_t id) {
                    const auto place = id - firstCouponId;
                    return place >= 0 && place < static_cast<std::int64_t>(wooCouponCount) ? place : -1;
                }};
    }

    template <class Table>
    static std::int64_t placeAmong(const Table& table, std::int64_t id)
    {
        const auto found = std::find_if(table.begin(), table.end(), [&](const auto& entry) { return entry.id == id; });
        return found == table.end() ? -1 : found - table.begin();
    }

    HttpReply changedOrders(const IncomingRequest& request, const Listing& all)
    {
        const auto since = request.findParameter("modified_after");
        if (!since && request.findParameter("orderby").value_or("date") != "modified") {
            return listReply(request, all);
        }
        const auto& changes = m_changes.all();
        auto first = changes.begin();
        if (since) {
            const auto after = parseIso(*since);
            if (!after) {
                return errorReply(400, "rest_invalid_param", "Invalid parameter(s): modified_after");
            }
            first = std::upper_bound(changes.begin(), changes.end(), *after,
                                     [](Instant at, const auto& change) { return at < change.first; });
        }
        std::vector<std::uint32_t> indices;
        for (auto change = first; change != changes.end(); ++change) {
            indices.push_back(change->second);
        }
        if (request.findParameter("orderby").value_or("date") != "modified") {
            std::sort(indices.begin(), indices.end());
        }
        return listReply(request,
                         {static_cast<std::int64_t>(indices.size()),
                          [&](std::int64_t place) { return all.record(indices[static_cast<std::size_t>(place)]); },
                          {}});
    }

    HttpReply refunds(std::string_view route) const
    {
        const auto id = parseInteger(route.substr(7, route.size() - 7 - 8));
        const auto place = id ? orderPlace(*id) : -1;
        return place < 0 ? errorReply(404, "woocommerce_rest_invalid_order_id", "Invalid order ID.")
                         : jsonReply(200, wooRefunds(m_shop->order(place)));
    }

    std::shared_ptr<const DemoShop> m_shop;
    ChangeOrder m_changes;
    std::string m_key;
    std::string m_secret;
    std::string m_url;
};

}  // namespace

Result<std::unique_ptr<WooService>> WooService::start(std::shared_ptr<const DemoShop> shop)
{
    std::unique_ptr<WooService> service(new WooService);
    service->m_key = "ck_" + makeToken();
    service->m_secret = "cs_" + makeToken();
    auto api = std::make_shared<Api>(std::move(shop), service->m_key, service->m_secret);
    auto listener = HttpListener::start({}, [api](const IncomingRequest& request) { return api->answer(request); });
    if (!listener) {
        return fail(listener.error());
    }
    api->setUrl((*listener)->url());
    service->m_listener = std::move(*listener);
    return service;
}

WooService::~WooService() = default;

std::string WooService::url() const
{
    return m_listener->url();
}

}  // namespace shopbell::demo
