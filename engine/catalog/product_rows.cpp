// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/product_rows.h"

#include <nlohmann/json.hpp>

namespace shopbell {

namespace {

constexpr std::string_view kVariantsSql =
    "SELECT external_id, sku, title, price, regular_price, stock, in_stock, image_url FROM product_variant "
    "WHERE product_id = ?1 ORDER BY position, external_id";

}  // namespace

std::string writeTextList(const std::vector<std::string>& texts)
{
    return nlohmann::json(texts).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::vector<std::string> parseTextList(std::string_view json)
{
    std::vector<std::string> texts;
    const auto list = nlohmann::json::parse(json, nullptr, false);
    if (list.is_array()) {
        for (const auto& item : list) {
            if (item.is_string()) {
                texts.push_back(item.get<std::string>());
            }
        }
    }
    return texts;
}

CatalogProduct readProductRow(const db::Statement& row)
{
    CatalogProduct found;
    found.id = row.id<ProductId>(0);
    found.connection = row.id<ConnectionId>(1);
    auto& product = found.product;
    product.externalId = row.string(2);
    product.title = row.string(3);
    product.url = row.string(4);
    product.imageUrl = row.string(5);
    product.summary = row.string(6);
    product.published = row.integer(7) != 0;
    product.createdAt = row.instant(8);
    product.changedAt = row.instant(9);
    product.categoryIds = parseTextList(row.text(10));
    product.tags = parseTextList(row.text(11));
    return found;
}

Result<void> readVariants(db::Connection& connection, std::vector<CatalogProduct>& products)
{
    for (auto& found : products) {
        auto done = connection.each(
            kVariantsSql,
            [&](const db::Statement& row) {
                StoreVariant variant;
                variant.externalId = row.string(0);
                variant.sku = row.string(1);
                variant.title = row.string(2);
                variant.price = {row.integer(3)};
                variant.regularPrice = row.decimal(4);
                if (!row.isNull(5)) {
                    variant.stock = row.integer(5);
                }
                variant.inStock = row.integer(6) != 0;
                variant.imageUrl = row.string(7);
                found.product.variants.push_back(std::move(variant));
            },
            found.id);
        if (!done) {
            return done;
        }
    }
    return {};
}

}  // namespace shopbell
