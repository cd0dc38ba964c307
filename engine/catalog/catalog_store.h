// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/connection.h"
#include "model/ids.h"
#include "model/store_records.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace shopbell {

/// A product as it stands in the workspace.
struct CatalogProduct {
    ProductId id;
    ConnectionId connection;
    StoreProduct product;
};

/// A variant whose stock is not what it was; for "back in stock" and "running low".
struct StockChange {
    ProductId product;
    std::string variantId;  ///< the store's id
    std::optional<std::int64_t> before;
    std::optional<std::int64_t> after;
    bool wasInStock = true;
    bool isInStock = true;
};

struct CatalogCounts {
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    std::vector<StockChange> stockChanges;  ///< of products that were known before
};

enum class CatalogOrder { Title, NewestFirst, PriceRising, PriceFalling };

/// What listProducts() is asked for; everything left as it is means all products.
struct CatalogQuery {
    std::optional<ConnectionId> connection = {};
    std::string text = {};        ///< every word must stand in the title, a tag or a SKU; ASCII letters in either case
    std::string categoryId = {};  ///< the store's id; needs `connection`; products of its sub-categories too
    bool publishedOnly = false;
    bool inStockOnly = false;
    CatalogOrder order = CatalogOrder::Title;
    std::int64_t offset = 0;
    std::int64_t limit = 100;
};

using CategoryNames = std::unordered_map<std::string, std::vector<std::string>>;

/// The products, variants, categories and coupons of the connected stores (tables product, product_variant, category,
/// coupon). Bulk writes run inside the caller's transaction or make their own; writes on the engine thread, reads on
/// any connection.
class CatalogStore {
public:
    explicit CatalogStore(db::Connection& connection) : m_db(connection) {}

    /// By external id; a product that is the same is not written. Of an id that comes twice in the span the last
    /// counts.
    [[nodiscard]] Result<CatalogCounts> upsertProducts(ConnectionId connection, std::span<const StoreProduct> products);
    [[nodiscard]] Result<CatalogCounts> upsertCategories(ConnectionId connection,
                                                         std::span<const StoreCategory> categories);
    [[nodiscard]] Result<CatalogCounts> upsertCoupons(ConnectionId connection, std::span<const StoreCoupon> coupons);
    /// False when it was not there.
    [[nodiscard]] Result<bool> removeProduct(ConnectionId connection, std::string_view externalId);
    [[nodiscard]] Result<bool> removeCategory(ConnectionId connection, std::string_view externalId);
    [[nodiscard]] Result<bool> removeCoupon(ConnectionId connection, std::string_view externalId);

    [[nodiscard]] Result<std::optional<CatalogProduct>> findProduct(ProductId id);
    [[nodiscard]] Result<std::optional<CatalogProduct>> findProduct(ConnectionId connection,
                                                                    std::string_view externalId);
    [[nodiscard]] Result<std::vector<CatalogProduct>> listProducts(const CatalogQuery& query);
    [[nodiscard]] Result<std::int64_t> countProducts(const CatalogQuery& query);
    [[nodiscard]] Result<std::vector<StoreCategory>> listCategories(ConnectionId connection);
    [[nodiscard]] Result<std::vector<StoreCoupon>> listCoupons(ConnectionId connection);

    /// Names of the categories of each product that has some, by the product's external id.
    [[nodiscard]] Result<CategoryNames> loadCategoryNames(ConnectionId connection);

    /// External ids after `after` in text order, for going through all of them piece by piece.
    [[nodiscard]] Result<std::vector<std::string>> listProductIds(ConnectionId connection, std::string_view after,
                                                                  std::int64_t limit);
    [[nodiscard]] Result<std::vector<std::string>> listCategoryIds(ConnectionId connection, std::string_view after,
                                                                   std::int64_t limit);
    [[nodiscard]] Result<std::vector<std::string>> listCouponIds(ConnectionId connection, std::string_view after,
                                                                 std::int64_t limit);

private:
    db::Connection& m_db;
};

}  // namespace shopbell
