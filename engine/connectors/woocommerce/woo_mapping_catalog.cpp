// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "connectors/woocommerce/woo_mapping.h"
#include "connectors/woocommerce/woo_text.h"

namespace shopbell::woo {

namespace {

constexpr std::size_t kMaxSummaryBytes = 500;

std::string firstImage(const RecordReader& json)
{
    std::string url;
    const auto take = [&](const RecordReader& image) {
        if (url.empty()) {
            url = image.text("src");
        }
    };
    json.each("images", take);
    json.within("image", take);
    return url;
}

/// The stock, where the store counts it for this record itself ("parent": the product counts for it).
void mapStock(StoreVariant& variant, const RecordReader& json)
{
    if (json.flag("manage_stock")) {
        variant.stock = json.integer("stock_quantity");
    }
    const auto status = json.text("stock_status");
    // What may be ordered back can be bought.
    variant.inStock = status.empty() ? variant.stock.value_or(1) > 0 : status != "outofstock";
}

void mapPrice(StoreVariant& variant, const RecordReader& json)
{
    variant.regularPrice = json.findAmount("regular_price");
    variant.price = json.findAmount("price").value_or(variant.regularPrice.value_or(Decimal{}));
}

}  // namespace

bool hasVariations(const RecordReader& product)
{
    const auto type = product.text("type");
    return type == "variable" || type == "variable-subscription";
}

StoreProduct mapProduct(const RecordReader& json)
{
    StoreProduct product;
    product.externalId = json.id("id");
    if (product.externalId.empty()) {
        json.setProblem("id is missing");
    }
    product.title = plainText(json.text("name"), 1000);
    product.url = json.text("permalink");
    product.imageUrl = firstImage(json);
    product.summary = plainText(json.text("short_description"), kMaxSummaryBytes);
    if (product.summary.empty()) {
        product.summary = plainText(json.text("description"), kMaxSummaryBytes);
    }
    const auto status = json.text("status");
    product.published = (status.empty() || status == "publish") && json.text("catalog_visibility") != "hidden";
    product.createdAt = json.time("date_created_gmt");
    product.changedAt = json.time("date_modified_gmt");
    json.each("categories", [&](const RecordReader& category) {
        if (auto id = category.id("id"); !id.empty()) {
            product.categoryIds.push_back(std::move(id));
        }
    });
    json.each("tags", [&](const RecordReader& tag) {
        if (auto name = decodeEntities(tag.text("name")); !name.empty()) {
            product.tags.push_back(std::move(name));
        }
    });
    StoreVariant own;
    own.externalId = product.externalId;
    own.sku = json.text("sku");
    mapPrice(own, json);
    mapStock(own, json);
    product.variants.push_back(std::move(own));
    return product;
}

StoreVariant mapVariation(const RecordReader& json, std::string_view productTitle)
{
    StoreVariant variant;
    variant.externalId = json.id("id");
    if (variant.externalId.empty()) {
        json.setProblem("id is missing");
    }
    variant.sku = json.text("sku");
    std::vector<std::string> options;
    json.each("attributes", [&](const RecordReader& attribute) {
        if (auto option = decodeEntities(attribute.text("option")); !option.empty()) {
            options.push_back(std::move(option));
        }
    });
    variant.title = options.empty() ? std::string(productTitle) : join(options, ", ");
    mapPrice(variant, json);
    mapStock(variant, json);
    variant.imageUrl = firstImage(json);
    return variant;
}

StoreCategory mapCategory(const RecordReader& json)
{
    StoreCategory category;
    category.externalId = json.id("id");
    if (category.externalId.empty()) {
        json.setProblem("id is missing");
    }
    category.parentId = json.id("parent");
    category.name = decodeEntities(json.text("name"));
    return category;
}

StoreCoupon mapCoupon(const RecordReader& json)
{
    StoreCoupon coupon;
    coupon.externalId = json.id("id");
    if (coupon.externalId.empty()) {
        json.setProblem("id is missing");
    }
    coupon.code = json.text("code");
    if (coupon.code.empty()) {
        json.setProblem("code is missing");
    }
    coupon.kind = replaceAll(json.text("discount_type"), "_", "-");
    coupon.amount = json.amount("amount");
    if (const auto expires = json.time("date_expires_gmt"); expires.ms != 0) {
        coupon.expiresAt = expires;
    }
    if (const auto limit = json.integer("usage_limit"); limit && *limit > 0) {
        coupon.usageLimit = limit;
    }
    coupon.usageCount = json.integer("usage_count").value_or(0);
    return coupon;
}

}  // namespace shopbell::woo
