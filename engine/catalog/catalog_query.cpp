// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "catalog/catalog_store.h"
#include "catalog/product_rows.h"

#include <variant>

namespace shopbell {

namespace {

constexpr std::string_view kFindByIdSql = "SELECT {columns} FROM product p WHERE p.id = ?1";
constexpr std::string_view kFindByExternalIdSql =
    "SELECT {columns} FROM product p WHERE p.connection_id = ?1 AND p.external_id = ?2";
constexpr std::string_view kCategoriesSql = "SELECT external_id, parent_id, name FROM category WHERE connection_id = "
                                            "?1 ORDER BY name COLLATE NOCASE, external_id";
constexpr std::string_view kCouponsSql =
    "SELECT external_id, code, kind, amount, expires_at, usage_limit, usage_count FROM coupon WHERE connection_id = ?1 "
    "ORDER BY code COLLATE NOCASE, external_id";
constexpr std::string_view kProductIdsSql =
    "SELECT external_id FROM product WHERE connection_id = ?1 AND external_id > ?2 ORDER BY external_id LIMIT ?3";
constexpr std::string_view kCategoryIdsSql =
    "SELECT external_id FROM category WHERE connection_id = ?1 AND external_id > ?2 ORDER BY external_id LIMIT ?3";
constexpr std::string_view kCouponIdsSql =
    "SELECT external_id FROM coupon WHERE connection_id = ?1 AND external_id > ?2 ORDER BY external_id LIMIT ?3";

constexpr std::string_view kCategoryNamesSql =
    "SELECT p.external_id, c.name FROM product p, json_each(p.categories) j "
    "JOIN category c ON c.connection_id = p.connection_id AND c.external_id = j.value "
    "WHERE p.connection_id = ?1 ORDER BY p.id, j.key";

// The terms of a product search; each stands in the WHERE as often as it is asked for.
constexpr std::string_view kOfConnectionTerm = " AND p.connection_id = ?";
constexpr std::string_view kPublishedTerm = " AND p.published = 1";
constexpr std::string_view kInStockTerm =
    " AND EXISTS (SELECT 1 FROM product_variant v WHERE v.product_id = p.id AND v.in_stock = 1)";
constexpr std::string_view kWordTerm =
    " AND (p.title LIKE ? ESCAPE '\\' OR p.tags LIKE ? ESCAPE '\\' OR EXISTS (SELECT 1 FROM product_variant v "
    "WHERE v.product_id = p.id AND v.sku LIKE ? ESCAPE '\\'))";
// The category and everything below it; UNION stops where a store's categories run in a circle.
constexpr std::string_view kCategoryTerm =
    " AND EXISTS (WITH RECURSIVE below(id) AS (SELECT ? UNION SELECT c.external_id FROM category c JOIN below "
    "ON c.parent_id = below.id WHERE c.connection_id = ?) "
    "SELECT 1 FROM json_each(p.categories) j WHERE j.value IN (SELECT id FROM below))";

std::string_view orderSql(CatalogOrder order)
{
    switch (order) {
    case CatalogOrder::Title: return " ORDER BY p.title COLLATE NOCASE, p.id";
    case CatalogOrder::NewestFirst: return " ORDER BY p.created_at DESC, p.id DESC";
    case CatalogOrder::PriceRising:
        return " ORDER BY (SELECT min(v.price) FROM product_variant v WHERE v.product_id = p.id), p.id";
    case CatalogOrder::PriceFalling:
        return " ORDER BY (SELECT min(v.price) FROM product_variant v WHERE v.product_id = p.id) DESC, p.id";
    }
    return "";
}

std::string withColumns(std::string_view sql)
{
    return replaceAll(std::string(sql), "{columns}", productColumns);
}

/// "50% off" → "%50\% off%".
std::string likePattern(std::string_view word)
{
    std::string pattern = "%";
    for (const char c : word) {
        if (c == '%' || c == '_' || c == '\\') {
            pattern.push_back('\\');
        }
        pattern.push_back(c);
    }
    return pattern + "%";
}

/// The WHERE of a search with its values, in order.
struct Search {
    std::string where = " FROM product p WHERE 1";
    std::vector<std::variant<std::int64_t, std::string>> values;
};

Search makeSearch(const CatalogQuery& query)
{
    Search search;
    if (query.connection) {
        search.where += kOfConnectionTerm;
        search.values.emplace_back(query.connection->value);
    }
    if (query.publishedOnly) {
        search.where += kPublishedTerm;
    }
    if (query.inStockOnly) {
        search.where += kInStockTerm;
    }
    if (!query.categoryId.empty()) {
        search.where += kCategoryTerm;
        search.values.emplace_back(query.categoryId);
        search.values.emplace_back(query.connection.value_or(ConnectionId{}).value);
    }
    for (const auto word : split(query.text, ' ')) {
        if (const auto clean = trimmed(word); !clean.empty()) {
            search.where += kWordTerm;
            for (int i = 0; i < 3; ++i) {
                search.values.emplace_back(likePattern(clean));
            }
        }
    }
    return search;
}

void bindSearch(db::Statement& statement, const Search& search)
{
    int parameter = 0;
    for (const auto& value : search.values) {
        ++parameter;
        std::visit([&](const auto& one) { statement.bind(parameter, one); }, value);
    }
}

Result<std::optional<CatalogProduct>> onlyOne(db::Connection& connection, std::vector<CatalogProduct> found)
{
    if (found.empty()) {
        return std::optional<CatalogProduct>();
    }
    if (auto done = readVariants(connection, found); !done) {
        return fail(done.error());
    }
    return std::optional(std::move(found.front()));
}

Result<std::vector<std::string>> listIds(db::Connection& connection, std::string_view sql, ConnectionId store,
                                         std::string_view after, std::int64_t limit)
{
    std::vector<std::string> ids;
    auto done = connection.each(
        sql, [&](const db::Statement& row) { ids.push_back(row.string(0)); }, store, after, limit);
    if (!done) {
        return fail(done.error());
    }
    return ids;
}

}  // namespace

Result<std::optional<CatalogProduct>> CatalogStore::findProduct(ProductId id)
{
    static const std::string sql = withColumns(kFindByIdSql);
    std::vector<CatalogProduct> found;
    auto done = m_db.each(
        sql, [&](const db::Statement& row) { found.push_back(readProductRow(row)); }, id);
    return done ? onlyOne(m_db, std::move(found)) : fail(done.error());
}

Result<std::optional<CatalogProduct>> CatalogStore::findProduct(ConnectionId connection, std::string_view externalId)
{
    static const std::string sql = withColumns(kFindByExternalIdSql);
    std::vector<CatalogProduct> found;
    auto done = m_db.each(
        sql, [&](const db::Statement& row) { found.push_back(readProductRow(row)); }, connection, externalId);
    return done ? onlyOne(m_db, std::move(found)) : fail(done.error());
}

Result<std::vector<CatalogProduct>> CatalogStore::listProducts(const CatalogQuery& query)
{
    const auto search = makeSearch(query);
    auto statement = m_db.prepare("SELECT " + std::string(productColumns) + search.where +
                                  std::string(orderSql(query.order)) + " LIMIT ? OFFSET ?");
    if (!statement) {
        return fail(statement.error());
    }
    bindSearch(*statement, search);
    const int next = static_cast<int>(search.values.size());
    statement->bind(next + 1, query.limit);
    statement->bind(next + 2, query.offset);
    std::vector<CatalogProduct> found;
    for (;;) {
        auto more = statement->step();
        if (!more) {
            return fail(more.error());
        }
        if (!*more) {
            break;
        }
        found.push_back(readProductRow(*statement));
    }
    if (auto done = readVariants(m_db, found); !done) {
        return fail(done.error());
    }
    return found;
}

Result<std::int64_t> CatalogStore::countProducts(const CatalogQuery& query)
{
    const auto search = makeSearch(query);
    auto statement = m_db.prepare("SELECT count(*)" + search.where);
    if (!statement) {
        return fail(statement.error());
    }
    bindSearch(*statement, search);
    const auto more = statement->step();
    if (!more) {
        return fail(more.error());
    }
    return *more ? statement->integer(0) : 0;
}

Result<std::vector<StoreCategory>> CatalogStore::listCategories(ConnectionId connection)
{
    std::vector<StoreCategory> categories;
    auto done = m_db.each(
        kCategoriesSql,
        [&](const db::Statement& row) {
            categories.push_back({row.string(0), row.string(1), row.string(2)});
        },
        connection);
    if (!done) {
        return fail(done.error());
    }
    return categories;
}

Result<CategoryNames> CatalogStore::loadCategoryNames(ConnectionId connection)
{
    CategoryNames names;
    auto done = m_db.each(
        kCategoryNamesSql, [&](const db::Statement& row) { names[row.string(0)].push_back(row.string(1)); },
        connection);
    if (!done) {
        return fail(done.error());
    }
    return names;
}

Result<std::vector<StoreCoupon>> CatalogStore::listCoupons(ConnectionId connection)
{
    std::vector<StoreCoupon> coupons;
    auto done = m_db.each(
        kCouponsSql,
        [&](const db::Statement& row) {
            StoreCoupon coupon;
            coupon.externalId = row.string(0);
            coupon.code = row.string(1);
            coupon.kind = row.string(2);
            coupon.amount = {row.integer(3)};
            if (!row.isNull(4)) {
                coupon.expiresAt = row.instant(4);
            }
            if (!row.isNull(5)) {
                coupon.usageLimit = row.integer(5);
            }
            coupon.usageCount = row.integer(6);
            coupons.push_back(std::move(coupon));
        },
        connection);
    if (!done) {
        return fail(done.error());
    }
    return coupons;
}

Result<std::vector<std::string>> CatalogStore::listProductIds(ConnectionId connection, std::string_view after,
                                                              std::int64_t limit)
{
    return listIds(m_db, kProductIdsSql, connection, after, limit);
}

Result<std::vector<std::string>> CatalogStore::listCategoryIds(ConnectionId connection, std::string_view after,
                                                               std::int64_t limit)
{
    return listIds(m_db, kCategoryIdsSql, connection, after, limit);
}

Result<std::vector<std::string>> CatalogStore::listCouponIds(ConnectionId connection, std::string_view after,
                                                             std::int64_t limit)
{
    return listIds(m_db, kCouponIdsSql, connection, after, limit);
}

}  // namespace shopbell
