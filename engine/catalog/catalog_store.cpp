// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog_store.h"

#include "catalog/product_rows.h"
#include "db/transaction.h"

#include <map>
#include <optional>

namespace shopbell {

namespace {

constexpr std::string_view kPutProductSql =
    "INSERT INTO product(connection_id, external_id, title, url, image_url, summary, published, created_at, "
    "changed_at, "
    "categories, tags) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) "
    "ON CONFLICT (connection_id, external_id) DO UPDATE SET title = ?3, url = ?4, image_url = ?5, summary = ?6, "
    "published = ?7, created_at = ?8, changed_at = ?9, categories = ?10, tags = ?11";
constexpr std::string_view kFindProductIdSql = "SELECT id FROM product WHERE connection_id = ?1 AND external_id = ?2";
constexpr std::string_view kRemoveVariantsSql = "DELETE FROM product_variant WHERE product_id = ?1";
constexpr std::string_view kPutVariantSql = "INSERT OR REPLACE INTO product_variant(product_id, external_id, position, "
                                            "sku, title, price, regular_price, stock, "
                                            "in_stock, image_url) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
constexpr std::string_view kRemoveProductSql = "DELETE FROM product WHERE connection_id = ?1 AND external_id = ?2";

constexpr std::string_view kFindCategorySql =
    "SELECT parent_id, name FROM category WHERE connection_id = ?1 AND external_id = ?2";
constexpr std::string_view kPutCategorySql =
    "INSERT OR REPLACE INTO category(connection_id, external_id, parent_id, name) VALUES (?1, ?2, ?3, ?4)";
constexpr std::string_view kRemoveCategorySql = "DELETE FROM category WHERE connection_id = ?1 AND external_id = ?2";

constexpr std::string_view kFindCouponSql =
    "SELECT code, kind, amount, expires_at, usage_limit, usage_count FROM coupon "
    "WHERE connection_id = ?1 AND external_id = ?2";
constexpr std::string_view kPutCouponSql = "INSERT OR REPLACE INTO coupon(connection_id, external_id, code, kind, "
                                           "amount, expires_at, usage_limit, usage_count) "
                                           "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
constexpr std::string_view kRemoveCouponSql = "DELETE FROM coupon WHERE connection_id = ?1 AND external_id = ?2";

bool isSameVariant(const StoreVariant& a, const StoreVariant& b)
{
    return a.externalId == b.externalId && a.sku == b.sku && a.title == b.title && a.price == b.price &&
           a.regularPrice == b.regularPrice && a.stock == b.stock && a.inStock == b.inStock && a.imageUrl == b.imageUrl;
}

/// Of variants that come twice under one id the last counts, in the place of the first.
std::vector<StoreVariant> withoutDoubles(const std::vector<StoreVariant>& variants)
{
    std::vector<StoreVariant> kept;
    std::map<std::string_view, std::size_t> places;
    for (const auto& variant : variants) {
        const auto [place, isNew] = places.emplace(variant.externalId, kept.size());
        if (isNew) {
            kept.push_back(variant);
        } else {
            kept[place->second] = variant;
        }
    }
    return kept;
}

bool isSameProduct(const StoreProduct& known, const StoreProduct& fresh, const std::vector<StoreVariant>& freshVariants)
{
    if (known.title != fresh.title || known.url != fresh.url || known.imageUrl != fresh.imageUrl ||
        known.summary != fresh.summary || known.published != fresh.published || known.createdAt != fresh.createdAt ||
        known.changedAt != fresh.changedAt || known.categoryIds != fresh.categoryIds || known.tags != fresh.tags ||
        known.variants.size() != freshVariants.size()) {
        return false;
    }
    for (std::size_t i = 0; i < known.variants.size(); ++i) {
        if (!isSameVariant(known.variants[i], freshVariants[i])) {
            return false;
        }
    }
    return true;
}

void noteStockChanges(ProductId id, const std::vector<StoreVariant>& before, const std::vector<StoreVariant>& after,
                      std::vector<StockChange>& changes)
{
    for (const auto& variant : after) {
        for (const auto& known : before) {
            if (known.externalId == variant.externalId &&
                (known.stock != variant.stock || known.inStock != variant.inStock)) {
                changes.push_back({id, variant.externalId, known.stock, variant.stock, known.inStock, variant.inStock});
            }
        }
    }
}

Result<void> writeProduct(db::Connection& connection, ConnectionId store, const StoreProduct& product,
                          const std::vector<StoreVariant>& variants)
{
    auto done = connection.run(kPutProductSql, store, product.externalId, product.title, product.url, product.imageUrl,
                               product.summary, product.published, product.createdAt, product.changedAt,
                               writeTextList(product.categoryIds), writeTextList(product.tags));
    if (!done) {
        return done;
    }
    const auto id = connection.findInteger(kFindProductIdSql, store, product.externalId);
    if (!id) {
        return fail(id.error());
    }
    const ProductId productId{id->value_or(0)};
    done = connection.run(kRemoveVariantsSql, productId);
    for (std::size_t i = 0; done && i < variants.size(); ++i) {
        const auto& variant = variants[i];
        done = connection.run(kPutVariantSql, productId, variant.externalId, static_cast<std::int64_t>(i), variant.sku,
                              variant.title, variant.price, variant.regularPrice, variant.stock, variant.inStock,
                              variant.imageUrl);
    }
    return done;
}

Result<bool> removeOne(db::Connection& connection, std::string_view sql, ConnectionId store,
                       std::string_view externalId)
{
    if (auto done = connection.run(sql, store, externalId); !done) {
        return fail(done.error());
    }
    return connection.changedRows() > 0;
}

/// Counts one upsert: `known` tells whether it was there, `same` whether nothing differs.
void count(CatalogCounts& counts, bool known, bool same)
{
    ++(!known ? counts.added : same ? counts.unchanged : counts.changed);
}

}  // namespace

Result<CatalogCounts> CatalogStore::upsertProducts(ConnectionId connection, std::span<const StoreProduct> products)
{
    return db::inTransaction(m_db, [&]() -> Result<CatalogCounts> {
        CatalogCounts counts;
        for (const auto& product : products) {
            const auto known = findProduct(connection, product.externalId);
            if (!known) {
                return fail(known.error());
            }
            const auto variants = withoutDoubles(product.variants);
            const bool same = *known && isSameProduct((*known)->product, product, variants);
            count(counts, known->has_value(), same);
            if (same) {
                continue;
            }
            if (*known) {
                noteStockChanges((*known)->id, (*known)->product.variants, variants, counts.stockChanges);
            }
            if (auto done = writeProduct(m_db, connection, product, variants); !done) {
                return fail(done.error());
            }
        }
        return counts;
    });
}

Result<CatalogCounts> CatalogStore::upsertCategories(ConnectionId connection, std::span<const StoreCategory> categories)
{
    return db::inTransaction(m_db, [&]() -> Result<CatalogCounts> {
        CatalogCounts counts;
        for (const auto& category : categories) {
            bool known = false;
            bool same = false;
            auto done = m_db.each(
                kFindCategorySql,
                [&](const db::Statement& row) {
                    known = true;
                    same = row.text(0) == category.parentId && row.text(1) == category.name;
                },
                connection, category.externalId);
            count(counts, known, same);
            if (done && !same) {
                done = m_db.run(kPutCategorySql, connection, category.externalId, category.parentId, category.name);
            }
            if (!done) {
                return fail(done.error());
            }
        }
        return counts;
    });
}

Result<CatalogCounts> CatalogStore::upsertCoupons(ConnectionId connection, std::span<const StoreCoupon> coupons)
{
    return db::inTransaction(m_db, [&]() -> Result<CatalogCounts> {
        CatalogCounts counts;
        for (const auto& coupon : coupons) {
            bool known = false;
            bool same = false;
            auto done = m_db.each(
                kFindCouponSql,
                [&](const db::Statement& row) {
                    known = true;
                    same = row.text(0) == coupon.code && row.text(1) == coupon.kind &&
                           row.integer(2) == coupon.amount.micros && row.isNull(3) == !coupon.expiresAt &&
                           (!coupon.expiresAt || row.instant(3) == *coupon.expiresAt) &&
                           row.isNull(4) == !coupon.usageLimit &&
                           (!coupon.usageLimit || row.integer(4) == *coupon.usageLimit) &&
                           row.integer(5) == coupon.usageCount;
                },
                connection, coupon.externalId);
            count(counts, known, same);
            if (done && !same) {
                done = m_db.run(kPutCouponSql, connection, coupon.externalId, coupon.code, coupon.kind, coupon.amount,
                                coupon.expiresAt, coupon.usageLimit, coupon.usageCount);
            }
            if (!done) {
                return fail(done.error());
            }
        }
        return counts;
    });
}

Result<bool> CatalogStore::removeProduct(ConnectionId connection, std::string_view externalId)
{
    return removeOne(m_db, kRemoveProductSql, connection, externalId);
}

Result<bool> CatalogStore::removeCategory(ConnectionId connection, std::string_view externalId)
{
    return removeOne(m_db, kRemoveCategorySql, connection, externalId);
}

Result<bool> CatalogStore::removeCoupon(ConnectionId connection, std::string_view externalId)
{
    return removeOne(m_db, kRemoveCouponSql, connection, externalId);
}

}  // namespace shopbell
