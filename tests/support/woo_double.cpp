// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/woo_double.h"

#include "base/text.h"
#include "base/time_zone.h"
#include "support/woo_double_auth.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace shopbell::test {

namespace {

using Json = nlohmann::ordered_json;
using Records = std::map<std::int64_t, Json>;

std::string gmt(Instant at)
{
    return at.toIso().substr(0, 19);
}

std::string httpDate(Instant at)
{
    static constexpr std::array<const char*, 7> kDays{"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
    static constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::string iso = at.toIso();
    const auto day = static_cast<std::size_t>(((at.ms / 86'400'000) % 7 + 7) % 7);
    const auto month = static_cast<std::size_t>(parseInteger(iso.substr(5, 2)).value_or(1) - 1);
    return std::string(kDays[day]) + ", " + iso.substr(8, 2) + " " + kMonths[month] + " " + iso.substr(0, 4) + " " +
           iso.substr(11, 8) + " GMT";
}

/// What WordPress makes of a time without a zone: a wall clock reading of the shop's zone, which PHP moves on where
/// daylight saving skips it; written down again as the same kind of reading.
std::string asWordPressReads(std::string_view text, const TimeZone& zone)
{
    const auto asUtc = parseIso(text);
    if (!asUtc) {
        return std::string(text);
    }
    const CivilTime civil = TimeZone().toCivil(*asUtc);
    const Instant at = zone.toInstant(civil);
    if (TimeZone().toInstant(zone.toCivil(at)) == *asUtc) {
        return gmt(*asUtc);
    }
    // In a gap, the offset from before it counts.
    const Instant before = at - Duration(1000);
    const Duration offset = TimeZone().toInstant(zone.toCivil(before)) - before;
    const Instant moved = *asUtc - offset;
    return gmt(TimeZone().toInstant(zone.toCivil(moved)));
}

HttpReply reply(int status, const Json& body)
{
    HttpReply answer;
    answer.status = status;
    answer.headers.add("Content-Type", "application/json; charset=UTF-8");
    answer.body = body.dump();
    return answer;
}

HttpReply complain(int status, std::string_view code, std::string_view message)
{
    return reply(status, {{"code", code}, {"message", message}, {"data", {{"status", status}}}});
}

std::string parameter(const IncomingRequest& request, std::string_view name, std::string_view otherwise = {})
{
    return std::string(request.findParameter(name).value_or(otherwise));
}

Json withFields(const Json& record, const std::string& fields)
{
    if (fields.empty()) {
        return record;
    }
    Json kept = Json::object();
    for (const auto name : split(fields, ',')) {
        if (const auto found = record.find(std::string(name)); found != record.end()) {
            kept[std::string(name)] = *found;
        }
    }
    return kept;
}

}  // namespace

struct WooDouble::Shop {
    std::int64_t nextId = 11;  ///< posts and refunds share WordPress's numbering
    std::int64_t nextUser = 2;
    std::map<std::string, Records, std::less<>> records;  ///< by route
    std::map<std::int64_t, Records> variations;
    std::map<std::int64_t, Records> refunds;
    std::set<std::string> nonces;

    Json* find(std::string_view route, std::int64_t id)
    {
        auto& of = records[std::string(route)];
        const auto found = of.find(id);
        return found == of.end() ? nullptr : &found->second;
    }
};

WooDouble::WooDouble(const Clock& clock, WooDoubleSettings settings)
    : m_settings(std::move(settings)), m_clock(clock), m_shop(std::make_unique<Shop>())
{
}

WooDouble::~WooDouble() = default;

namespace {

HttpReply listRecords(const Records& all, const IncomingRequest& request, const WooDoubleSettings& settings,
                      std::string_view route)
{
    const auto perPage = parseInteger(parameter(request, "per_page", "10")).value_or(-1);
    if (perPage < 1 || perPage > 100) {
        return complain(400, "rest_invalid_param", "Invalid parameter(s): per_page");
    }
    std::string orderBy = parameter(request, "orderby", "date");
    if (orderBy == "modified" && !settings.sortsByChange) {
        return complain(400, "rest_invalid_param", "Invalid parameter(s): orderby");
    }
    const bool hasDates = route == "orders" || route == "products" || route == "coupons";
    if (!hasDates && orderBy != "id" && !request.parameters.empty() && parameter(request, "orderby") != "") {
        return complain(400, "rest_invalid_param", "Invalid parameter(s): orderby");
    }
    std::set<std::int64_t> include;
    if (const auto ids = parameter(request, "include"); !ids.empty()) {
        for (const auto id : split(ids, ',')) {
            include.insert(parseInteger(id).value_or(0));
        }
    }
    std::string modifiedAfter;
    if (hasDates && settings.sortsByChange && !parameter(request, "modified_after").empty()) {
        modifiedAfter = asWordPressReads(parameter(request, "modified_after"),
                                         TimeZone::load(settings.timeZone).value_or(TimeZone()));
    }
    const std::string status = parameter(request, "status", "any");
    const std::string role = parameter(request, "role", "customer");
    // Without dates_are_gmt the filter goes by the shop's own clock.
    const char* const changed = parameter(request, "dates_are_gmt") == "true" ? "date_modified_gmt" : "date_modified";
    std::vector<const Json*> found;
    for (const auto& [id, record] : all) {
        const std::string stands = record.value("status", "publish");
        const bool inBin = stands == "trash";
        if ((status == "trash") != inBin || stands == "auto-draft") {
            continue;
        }
        if (status != "any" && status != "trash" && status != stands) {
            continue;
        }
        if (route == "customers" && role != "all" && record.value("role", "") != role) {
            continue;
        }
        if (!include.empty() && !include.contains(id)) {
            continue;
        }
        if (!modifiedAfter.empty() && record.value(changed, "") <= modifiedAfter) {
            continue;
        }
        found.push_back(&record);
    }
    const char* const key = orderBy == "modified" ? "date_modified_gmt" : "date_created_gmt";
    // They stand in order of their ids; among equal times that order stays.
    if (orderBy != "id" && hasDates) {
        std::stable_sort(found.begin(), found.end(),
                         [&](const Json* a, const Json* b) { return a->value(key, "") < b->value(key, ""); });
    }
    if (parameter(request, "order", "desc") == "desc") {
        std::reverse(found.begin(), found.end());
    }
    const auto page = parseInteger(parameter(request, "page", "1")).value_or(1);
    const auto offset = parameter(request, "offset").empty() ? (page - 1) * perPage
                                                             : parseInteger(parameter(request, "offset")).value_or(0);
    Json list = Json::array();
    for (auto i = offset; i < offset + perPage && i < static_cast<std::int64_t>(found.size()); ++i) {
        list.push_back(withFields(*found[static_cast<std::size_t>(i)], parameter(request, "_fields")));
    }
    // WP_Query does not count when a page came back empty.
    const auto total = list.empty() && hasDates ? 0 : static_cast<std::int64_t>(found.size());
    auto answer = reply(200, list);
    if (settings.tellsTotal) {
        answer.headers.add("X-WP-Total", std::to_string(total));
        answer.headers.add("X-WP-TotalPages", std::to_string((total + perPage - 1) / perPage));
    }
    return answer;
}

HttpReply oneRecord(const Records& all, std::int64_t id, const IncomingRequest& request, std::string_view route)
{
    const auto found = all.find(id);
    if (found == all.end()) {
        static const std::map<std::string, std::string, std::less<>> kCodes{
            {"orders", "woocommerce_rest_shop_order_invalid_id"},
            {"products", "woocommerce_rest_product_invalid_id"},
            {"coupons", "woocommerce_rest_shop_coupon_invalid_id"},
            {"customers", "woocommerce_rest_invalid_id"},
            {"products/categories", "woocommerce_rest_term_invalid"}};
        return complain(404, kCodes.find(route)->second, "Invalid ID.");
    }
    return reply(200, withFields(found->second, parameter(request, "_fields")));
}

}  // namespace

HttpReply WooDouble::handle(const IncomingRequest& request)
{
    const auto answer = [&]() -> HttpReply {
        HttpReply page;
        page.status = 404;
        page.headers.add("Content-Type", "text/html; charset=UTF-8");
        page.body = "<!DOCTYPE html><html><body><h1>Page not found</h1></body></html>";
        std::string route;
        if (!request.path.starts_with(m_settings.folder + "/")) {
            return page;
        }
        const std::string below = request.path.substr(m_settings.folder.size());
        if (m_settings.prettyPermalinks && below.starts_with("/wp-json")) {
            route = below.substr(8);
        } else if (below == "/" && !parameter(request, "rest_route").empty()) {
            route = parameter(request, "rest_route");
        } else {
            return page;
        }
        route = route.starts_with('/') ? route.substr(1) : route;
        asked.push_back(route + "?" + request.query);
        if (route.empty()) {
            Json spaces = {"oembed/1.0", "wp/v2"};
            if (m_settings.hasWooCommerce) {
                spaces.push_back("wc/v3");
            }
            return reply(200, {{"name", "Ana&#8217;s Shop"},
                               {"url", m_settings.origin + m_settings.folder},
                               {"timezone_string", m_settings.timeZone},
                               {"namespaces", spaces}});
        }
        if (!m_settings.hasWooCommerce || !route.starts_with("wc/v3/")) {
            return complain(404, "rest_no_route", "No route was found matching the URL and request method.");
        }
        route = route.substr(6);
        const auto key = checkKey(request, m_settings, m_clock.now(), m_shop->nonces);
        if (!key.known) {
            return key.problem.empty()
                       ? complain(401, "woocommerce_rest_cannot_view", "Sorry, you cannot list resources.")
                       : complain(401, "woocommerce_rest_authentication_error", key.problem);
        }
        if (m_settings.closedRoutes.contains(route)) {
            return complain(403, "woocommerce_rest_cannot_view", "Sorry, you cannot list resources.");
        }
        if (route == "system_status") {
            return reply(200, {{"environment", {{"version", "9.4.2"}}}, {"settings", {{"currency", "EUR"}}}});
        }
        for (const std::string_view list : {"orders", "products/categories", "products", "customers", "coupons"}) {
            if (route == list) {
                return listRecords(m_shop->records[std::string(list)], request, m_settings, list);
            }
            if (!route.starts_with(std::string(list) + "/")) {
                continue;
            }
            const auto parts = split(std::string_view(route).substr(list.size() + 1), '/');
            const auto id = parseInteger(parts.front());
            if (!id) {
                continue;
            }
            const auto& all = m_shop->records[std::string(list)];
            if (parts.size() == 1) {
                return oneRecord(all, *id, request, list);
            }
            if (!all.contains(*id)) {
                return oneRecord(all, *id, request, list);
            }
            if (list == "orders" && parts[1] == "refunds") {
                return listRecords(m_shop->refunds[*id], request, m_settings, "refunds");
            }
            if (list == "products" && parts[1] == "variations") {
                return listRecords(m_shop->variations[*id], request, m_settings, "variations");
            }
        }
        return complain(404, "rest_no_route", "No route was found matching the URL and request method.");
    }();
    auto dated = answer;
    dated.headers.set("Date", httpDate(m_clock.now()));
    if (afterAnswer) {
        afterAnswer();
    }
    return dated;
}

namespace {

void stamp(Json& record, Instant now, const std::string& zoneName)
{
    const auto zone = TimeZone::load(zoneName).value_or(TimeZone());
    record["date_modified_gmt"] = gmt(now);
    record["date_modified"] = gmt(TimeZone().toInstant(zone.toCivil(now)));
}

Json address(std::string_view email, std::string_view firstName)
{
    return {{"first_name", firstName}, {"last_name", "Pereira"}, {"company", ""}, {"address_1", "Rua 1"},
            {"address_2", ""},         {"city", "Porto"},        {"state", ""},   {"postcode", "4000"},
            {"country", "PT"},         {"email", email},         {"phone", ""}};
}

}  // namespace

std::int64_t WooDouble::addCustomer(std::string_view email, std::string_view firstName, std::string_view role)
{
    const auto id = m_shop->nextUser++;
    Json customer{{"id", id},
                  {"date_created_gmt", gmt(m_clock.now())},
                  {"email", email},
                  {"first_name", firstName},
                  {"last_name", "Pereira"},
                  {"role", role},
                  {"username", firstName},
                  {"billing", address(email, firstName)},
                  {"shipping", address("", firstName)},
                  {"is_paying_customer", false}};
    stamp(customer, m_clock.now(), m_settings.timeZone);
    m_shop->records["customers"][id] = std::move(customer);
    return id;
}

void WooDouble::deleteCustomer(std::int64_t id)
{
    m_shop->records["customers"].erase(id);
}

std::int64_t WooDouble::addOrder(const DoubleOrder& order)
{
    const auto id = m_shop->nextId++;
    Json json{{"id", id},
              {"number", std::to_string(id)},
              {"status", order.status},
              {"currency", order.currency},
              {"date_created_gmt", gmt(m_clock.now())},
              {"date_paid_gmt", nullptr},
              {"date_completed_gmt", nullptr},
              {"total", order.total},
              {"discount_total", "0.00"},
              {"shipping_total", "0.00"},
              {"total_tax", "0.00"},
              {"customer_id", order.customerId},
              {"customer_note", ""},
              {"payment_method", "cod"},
              {"payment_method_title", "Cash on delivery"},
              {"billing", address(order.email, order.firstName)},
              {"shipping", address("", order.firstName)},
              {"line_items", Json::array({{{"id", id * 10},
                                           {"name", "A thing"},
                                           {"product_id", order.productId},
                                           {"variation_id", 0},
                                           {"quantity", 1},
                                           {"total", order.total},
                                           {"total_tax", "0.00"},
                                           {"sku", "thing"}}})},
              {"coupon_lines", Json::array()},
              {"refunds", Json::array()}};
    stamp(json, m_clock.now(), m_settings.timeZone);
    m_shop->records["orders"][id] = std::move(json);
    return id;
}

void WooDouble::setOrderMember(std::int64_t id, std::string_view name, std::string_view json)
{
    if (auto* const order = m_shop->find("orders", id)) {
        (*order)[std::string(name)] = Json::parse(json);
        stamp(*order, m_clock.now(), m_settings.timeZone);
    }
}

void WooDouble::setOrderStatus(std::int64_t id, std::string_view status)
{
    setOrderMember(id, "status", Json(status).dump());
    if (status == "completed") {
        setOrderMember(id, "date_completed_gmt", Json(gmt(m_clock.now())).dump());
    }
}

void WooDouble::setOrderTotal(std::int64_t id, std::string_view total)
{
    setOrderMember(id, "total", Json(total).dump());
}

void WooDouble::setOrderEmail(std::int64_t id, std::string_view email)
{
    if (auto* const order = m_shop->find("orders", id)) {
        (*order)["billing"]["email"] = email;
        stamp(*order, m_clock.now(), m_settings.timeZone);
    }
}

void WooDouble::trashOrder(std::int64_t id)
{
    if (auto* const order = m_shop->find("orders", id); order != nullptr && (*order)["status"] != "trash") {
        (*order)["_before_trash"] = (*order)["status"];
        setOrderMember(id, "status", "\"trash\"");
    }
}

void WooDouble::restoreOrder(std::int64_t id)
{
    if (auto* const order = m_shop->find("orders", id); order != nullptr && (*order)["status"] == "trash") {
        setOrderMember(id, "status", (*order)["_before_trash"].dump());
    }
}

void WooDouble::deleteOrder(std::int64_t id)
{
    m_shop->records["orders"].erase(id);
    m_shop->refunds.erase(id);
}

std::int64_t WooDouble::refundOrder(std::int64_t id, std::string_view amount, std::string_view reason)
{
    auto* const order = m_shop->find("orders", id);
    if (order == nullptr) {
        return 0;
    }
    const auto refund = m_shop->nextId++;
    m_shop->refunds[id][refund] = {
        {"id", refund}, {"date_created_gmt", gmt(m_clock.now())}, {"amount", amount}, {"reason", reason}};
    (*order)["refunds"].push_back({{"id", refund}, {"reason", reason}, {"total", "-" + std::string(amount)}});
    stamp(*order, m_clock.now(), m_settings.timeZone);
    return refund;
}

std::int64_t WooDouble::addProduct(std::string_view name, std::string_view price, std::optional<std::int64_t> stock)
{
    const auto id = m_shop->nextId++;
    Json product{{"id", id},
                 {"name", name},
                 {"type", "simple"},
                 {"status", "publish"},
                 {"catalog_visibility", "visible"},
                 {"permalink", m_settings.origin + "/product/" + std::to_string(id)},
                 {"sku", "sku-" + std::to_string(id)},
                 {"price", price},
                 {"regular_price", price},
                 {"manage_stock", stock.has_value()},
                 {"stock_quantity", stock ? Json(*stock) : Json(nullptr)},
                 {"stock_status", stock.value_or(1) > 0 ? "instock" : "outofstock"},
                 {"short_description", "<p>Nice &amp; good.</p>\n"},
                 {"description", ""},
                 {"categories", Json::array()},
                 {"tags", Json::array()},
                 {"images", Json::array({{{"id", 1}, {"src", m_settings.origin + "/a.jpg"}}})},
                 {"variations", Json::array()},
                 {"date_created_gmt", gmt(m_clock.now())}};
    stamp(product, m_clock.now(), m_settings.timeZone);
    m_shop->records["products"][id] = std::move(product);
    return id;
}

std::int64_t WooDouble::addVariableProduct(std::string_view name, int variations)
{
    const auto id = addProduct(name, "", std::nullopt);
    auto& product = m_shop->records["products"][id];
    product["type"] = "variable";
    for (int i = 0; i < variations; ++i) {
        const auto variation = m_shop->nextId++;
        m_shop->variations[id][variation] = {
            {"id", variation},
            {"sku", "v-" + std::to_string(variation)},
            {"price", std::to_string(i + 1) + ".00"},
            {"regular_price", std::to_string(i + 1) + ".00"},
            {"manage_stock", true},
            {"stock_quantity", i},
            {"stock_status", i > 0 ? "instock" : "outofstock"},
            {"image", nullptr},
            {"attributes", Json::array({{{"id", 1}, {"name", "Size"}, {"option", "No. " + std::to_string(i)}}})}};
        product["variations"].push_back(variation);
    }
    return id;
}

void WooDouble::setProductMember(std::int64_t id, std::string_view name, std::string_view json)
{
    if (auto* const product = m_shop->find("products", id)) {
        (*product)[std::string(name)] = Json::parse(json);
        stamp(*product, m_clock.now(), m_settings.timeZone);
    }
}

void WooDouble::setVariationStock(std::int64_t product, std::int64_t variation, std::int64_t stock)
{
    auto& record = m_shop->variations[product][variation];
    record["stock_quantity"] = stock;
    record["stock_status"] = stock > 0 ? "instock" : "outofstock";
}

void WooDouble::trashProduct(std::int64_t id)
{
    setProductMember(id, "status", "\"trash\"");
}

void WooDouble::deleteProduct(std::int64_t id)
{
    m_shop->records["products"].erase(id);
    m_shop->variations.erase(id);
}

std::int64_t WooDouble::addCategory(std::string_view name, std::int64_t parent)
{
    const auto id = m_shop->nextId++;
    m_shop->records["products/categories"][id] = {{"id", id}, {"name", name}, {"parent", parent}, {"count", 0}};
    return id;
}

void WooDouble::deleteCategory(std::int64_t id)
{
    m_shop->records["products/categories"].erase(id);
}

std::int64_t WooDouble::addCoupon(std::string_view code, std::string_view amount)
{
    const auto id = m_shop->nextId++;
    Json coupon{{"id", id},
                {"code", code},
                {"amount", amount},
                {"status", "publish"},
                {"discount_type", "fixed_cart"},
                {"date_created_gmt", gmt(m_clock.now())},
                {"date_expires_gmt", nullptr},
                {"usage_limit", nullptr},
                {"usage_count", 0}};
    stamp(coupon, m_clock.now(), m_settings.timeZone);
    m_shop->records["coupons"][id] = std::move(coupon);
    return id;
}

void WooDouble::deleteCoupon(std::int64_t id)
{
    m_shop->records["coupons"].erase(id);
}

std::vector<WooDouble::OrderTruth> WooDouble::orders() const
{
    std::vector<OrderTruth> truths;
    for (const auto& [id, order] : m_shop->records["orders"]) {
        OrderTruth truth;
        truth.id = id;
        truth.status = order.value("status", "");
        truth.total = order["total"].is_string() ? order["total"].get<std::string>() : order["total"].dump();
        truth.email = order["billing"].value("email", "");
        truth.customerId = order.value("customer_id", std::int64_t{0});
        truth.placedAt = parseIso(order.value("date_created_gmt", "")).value_or(Instant{});
        for (const auto& [refundId, refund] : m_shop->refunds[id]) {
            truth.refunds.push_back(refund.value("amount", ""));
        }
        truths.push_back(std::move(truth));
    }
    return truths;
}

std::vector<std::int64_t> WooDouble::ids(std::string_view route) const
{
    std::vector<std::int64_t> ids;
    for (const auto& [id, record] : m_shop->records[std::string(route)]) {
        if (record.value("status", "") != "trash") {
            ids.push_back(id);
        }
    }
    return ids;
}

std::vector<std::int64_t> WooDouble::variationIds(std::int64_t product) const
{
    std::vector<std::int64_t> ids;
    for (const auto& [id, record] : m_shop->variations[product]) {
        ids.push_back(id);
    }
    return ids;
}

std::string WooDouble::memberOf(std::string_view route, std::int64_t id, std::string_view name) const
{
    const auto* const record = m_shop->find(route, id);
    return record == nullptr ? std::string() : (*record)[std::string(name)].dump();
}

Result<HttpResponse> DirectHttpClient::send(const HttpRequest& request, const CancelToken& cancel)
{
    ++requests;
    if (cancel.isCancelled()) {
        return fail(ErrorKind::Cancelled, "Stopped.");
    }
    if (fault) {
        if (auto instead = fault(request, requests)) {
            return std::move(*instead);
        }
    }
    const auto url = Url::parse(request.url);
    if (!url) {
        return fail(url.error());
    }
    IncomingRequest incoming;
    incoming.method = request.method;
    incoming.path = percentDecode(url->path);
    incoming.query = url->query;
    incoming.target = url->path + "?" + url->query;
    incoming.parameters = url->parameters();
    incoming.headers = request.headers;
    if (request.basicAuth) {
        incoming.headers.set("Authorization",
                             "Basic " + toBase64(request.basicAuth->user + ":" + request.basicAuth->password));
    }
    auto reply = m_handler(incoming);
    HttpResponse response;
    response.status = reply.status;
    response.headers = std::move(reply.headers);
    response.body = std::move(reply.body);
    response.effectiveUrl = request.url;
    return response;
}

}  // namespace shopbell::test
