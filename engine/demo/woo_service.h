// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "demo/demo_shop.h"
#include "net/http_listener.h"

#include <memory>
#include <string>

namespace shopbell::demo {

/// Serves a DemoShop on this machine the way WooCommerce's REST interface does (index, system status, customers, orders
/// with refunds, products, categories, coupons; paging by page or offset, order, modified_after, X-WP-Total), so that
/// the demo is read by the same connector as a real store. Asks for the key like a store over plain http does:
/// one-legged OAuth 1.0a.
class WooService {
public:
    /// Listens on a free port of the loopback address.
    [[nodiscard]] static Result<std::unique_ptr<WooService>> start(std::shared_ptr<const DemoShop> shop);
    ~WooService();

    [[nodiscard]] std::string url() const;
    [[nodiscard]] const std::string& key() const { return m_key; }
    [[nodiscard]] const std::string& secret() const { return m_secret; }

private:
    WooService() = default;
    std::string m_key;
    std::string m_secret;
    std::unique_ptr<HttpListener> m_listener;
};

}  // namespace shopbell::demo
