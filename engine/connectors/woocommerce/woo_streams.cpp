// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/woocommerce/woo_streams.h"

#include <cassert>

namespace shopbell::woo {

namespace {

using namespace std::chrono_literals;

constexpr std::string_view kOrderFields = "id,number,status,currency,date_created_gmt,date_modified_gmt,date_paid_gmt,"
                                          "date_completed_gmt,total,discount_total,"
                                          "shipping_total,total_tax,customer_id,customer_note,payment_method,payment_"
                                          "method_title,billing,shipping,line_items,"
                                          "coupon_lines,refunds";
constexpr std::string_view kCustomerFields =
    "id,email,first_name,last_name,role,date_created_gmt,date_modified_gmt,is_paying_customer,billing,shipping";
constexpr std::string_view kProductFields =
    "id,name,type,status,catalog_visibility,permalink,sku,price,regular_price,manage_stock,stock_quantity,stock_status,"
    "short_description,description,categories,tags,images,variations,date_created_gmt,date_modified_gmt";
constexpr std::string_view kCategoryFields = "id,name,parent";
constexpr std::string_view kCouponFields =
    "id,code,amount,discount_type,date_expires_gmt,usage_limit,usage_count,date_modified_gmt";

}  // namespace

const std::vector<StreamSpec>& streamSpecs()
{
    // Stock that an order took from a variation, and a coupon's count of uses, change nobody's date_modified; a
    // customer list has no filter by change at all, a category none and no date either.
    static const std::vector<StreamSpec> specs{
        {StoreStream::Categories, "products/categories", kCategoryFields, false, {""}, "", 1h},
        {StoreStream::Products, "products", kProductFields, true, {"any", "trash"}, "", 24h},
        {StoreStream::Customers, "customers", kCustomerFields, false, {""}, "all", 24h},
        {StoreStream::Orders, "orders", kOrderFields, true, {"any", "trash"}, "", 0h},
        {StoreStream::Coupons, "coupons", kCouponFields, true, {""}, "", 24h},
    };
    return specs;
}

const StreamSpec& streamSpec(StoreStream stream)
{
    for (const auto& spec : streamSpecs()) {
        if (spec.stream == stream) {
            return spec;
        }
    }
    assert(false && "every stream has its line in the table");
    return streamSpecs().front();
}

}  // namespace shopbell::woo
