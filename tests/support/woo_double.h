// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "net/http_client.h"
#include "net/http_listener.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell::test {

struct WooDoubleSettings {
    std::string origin = "https://shop.example";  ///< of the Site Address; OAuth signatures are checked against it
    std::string folder = {};                      ///< "/store": WordPress stands in a folder
    bool prettyPermalinks = true;
    std::string timeZone = "UTC";     ///< the shop's own, in which WordPress reads modified_after
    bool dropsAuthorization = false;  ///< the web server keeps the header to itself
    bool sortsByChange = true;        ///< knows orderby=modified and modified_after (WooCommerce 5.8)
    bool tellsTotal = true;           ///< sends X-WP-Total
    bool keyMayRead = true;
    bool hasWooCommerce = true;
    std::set<std::string> closedRoutes = {};  ///< "coupons": this key's user may not read it
    std::string consumerKey = "ck_double";
    std::string consumerSecret = "cs_double";
};

/// An order as a shopper places it.
struct DoubleOrder {
    std::int64_t customerId = 0;
    std::string email = {};
    std::string firstName = "Ana";
    std::string status = "processing";
    std::string total = "10.00";
    std::string currency = "EUR";
    std::int64_t productId = 0;
};

/// A WooCommerce shop in memory that answers its REST interface by the rules of the real one: lists with filters,
/// orders, places and totals, trash apart from "any", times without zone, keys checked as Basic, in the query or by
/// OAuth 1.0a signature (computed here from the RFC, not by our own signing code). Owners and shoppers do their things
/// through the other calls; each stamps what it touches with the clock's second. One thread at a time.
class WooDouble {
public:
    explicit WooDouble(const Clock& clock, WooDoubleSettings settings = {});
    ~WooDouble();
    WooDouble(const WooDouble&) = delete;
    WooDouble& operator=(const WooDouble&) = delete;

    [[nodiscard]] HttpReply handle(const IncomingRequest& request);
    WooDoubleSettings& settings() { return m_settings; }
    /// Called after each answer: the shop changes while it is read.
    std::function<void()> afterAnswer;
    /// Routes with their query, as they were asked.
    std::vector<std::string> asked;

    std::int64_t addCustomer(std::string_view email, std::string_view firstName, std::string_view role = "customer");
    void deleteCustomer(std::int64_t id);
    std::int64_t addOrder(const DoubleOrder& order);
    void setOrderStatus(std::int64_t id, std::string_view status);
    void setOrderTotal(std::int64_t id, std::string_view total);
    void setOrderEmail(std::int64_t id, std::string_view email);
    /// Any member, as JSON text; stamps the order too.
    void setOrderMember(std::int64_t id, std::string_view name, std::string_view json);
    void trashOrder(std::int64_t id);
    void restoreOrder(std::int64_t id);
    void deleteOrder(std::int64_t id);
    std::int64_t refundOrder(std::int64_t id, std::string_view amount, std::string_view reason);
    std::int64_t addProduct(std::string_view name, std::string_view price, std::optional<std::int64_t> stock);
    std::int64_t addVariableProduct(std::string_view name, int variations);
    void setProductMember(std::int64_t id, std::string_view name, std::string_view json);
    void setVariationStock(std::int64_t product, std::int64_t variation, std::int64_t stock);  ///< stamps nothing
    void trashProduct(std::int64_t id);
    void deleteProduct(std::int64_t id);
    std::int64_t addCategory(std::string_view name, std::int64_t parent = 0);
    void deleteCategory(std::int64_t id);
    std::int64_t addCoupon(std::string_view code, std::string_view amount);
    void deleteCoupon(std::int64_t id);

    /// What stands in the shop now, to compare with.
    struct OrderTruth {
        std::int64_t id = 0;
        std::string status;
        std::string total;
        std::string email;
        std::int64_t customerId = 0;
        Instant placedAt;
        std::vector<std::string> refunds;  ///< amounts
    };
    [[nodiscard]] std::vector<OrderTruth> orders() const;                       ///< the bin too
    [[nodiscard]] std::vector<std::int64_t> ids(std::string_view route) const;  ///< without the bin
    [[nodiscard]] std::vector<std::int64_t> variationIds(std::int64_t product) const;
    [[nodiscard]] std::string memberOf(std::string_view route, std::int64_t id,
                                       std::string_view name) const;  ///< as JSON

private:
    struct Shop;
    WooDoubleSettings m_settings;
    const Clock& m_clock;
    std::unique_ptr<Shop> m_shop;
};

/// An HttpClient that hands requests to a handler in this process: no sockets, no waiting.
class DirectHttpClient final : public HttpClient {
public:
    using Handler = std::function<HttpReply(const IncomingRequest&)>;
    /// Answers in the handler's place when it returns something; the number counts requests from 1.
    using Fault = std::function<std::optional<Result<HttpResponse>>(const HttpRequest& request, int number)>;

    explicit DirectHttpClient(Handler handler) : m_handler(std::move(handler)) {}
    [[nodiscard]] Result<HttpResponse> send(const HttpRequest& request, const CancelToken& cancel) override;

    Fault fault;
    int requests = 0;

private:
    Handler m_handler;
};

}  // namespace shopbell::test
