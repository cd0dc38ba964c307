// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/woocommerce/woo_mapping.h"

#include "base/text.h"
#include "connectors/woocommerce/woo_text.h"

#include <array>

namespace shopbell::woo {

namespace {

struct StatusWord {
    std::string_view word;
    OrderStatus status;
};

constexpr std::array<StatusWord, 12> kStatusWords{{
    {"pending", OrderStatus::AwaitingPayment},
    {"processing", OrderStatus::Paid},
    {"on-hold", OrderStatus::OnHold},
    {"completed", OrderStatus::Fulfilled},
    {"cancelled", OrderStatus::Cancelled},
    {"refunded", OrderStatus::Refunded},
    {"failed", OrderStatus::Failed},
    {"trash", OrderStatus::Deleted},
    {"checkout-draft", OrderStatus::Draft},
    {"auto-draft", OrderStatus::Draft},
    {"draft", OrderStatus::Draft},
    {"new", OrderStatus::Draft},
}};

std::string firstOf(std::string a, std::string b)
{
    return a.empty() ? b : a;
}

void mapAddress(StoreOrder& order, const RecordReader& json)
{
    json.within("billing", [&](const RecordReader& billing) {
        order.email = trimmed(billing.text("email"));
        order.phone = trimmed(billing.text("phone"));
        order.firstName = trimmed(billing.text("first_name"));
        order.lastName = trimmed(billing.text("last_name"));
        order.city = trimmed(billing.text("city"));
        order.region = trimmed(billing.text("state"));
        order.postcode = trimmed(billing.text("postcode"));
        order.country = toUpperAscii(trimmed(billing.text("country")));
    });
    json.within("shipping", [&](const RecordReader& shipping) {
        order.firstName = firstOf(order.firstName, std::string(trimmed(shipping.text("first_name"))));
        order.lastName = firstOf(order.lastName, std::string(trimmed(shipping.text("last_name"))));
        order.phone = firstOf(order.phone, std::string(trimmed(shipping.text("phone"))));
        if (order.city.empty() && order.country.empty()) {
            order.city = trimmed(shipping.text("city"));
            order.region = trimmed(shipping.text("state"));
            order.postcode = trimmed(shipping.text("postcode"));
            order.country = toUpperAscii(trimmed(shipping.text("country")));
        }
    });
}

OrderLine mapLine(const RecordReader& json)
{
    OrderLine line;
    line.externalId = json.id("id");
    line.productId = json.id("product_id");
    line.variantId = json.id("variation_id");
    line.sku = json.text("sku");
    line.name = decodeEntities(json.text("name"));
    line.quantity = json.findAmount("quantity").value_or(Decimal::fromInteger(1));
    line.total = json.amount("total");
    line.tax = json.amount("total_tax");
    return line;
}

Decimal positive(Decimal amount)
{
    return amount.micros < 0 ? Decimal{} - amount : amount;
}

void setText(Properties& properties, std::string_view name, std::string_view value)
{
    const auto clean = trimmed(value);
    if (!clean.empty()) {
        properties.insert_or_assign(std::string(name), std::string(cutUtf8(clean, maxPropertyTextBytes)));
    }
}

}  // namespace

OrderStatus mapOrderStatus(std::string_view word, Instant paidAt, Instant completedAt)
{
    if (word.starts_with("wc-")) {
        word.remove_prefix(3);
    }
    for (const auto& known : kStatusWords) {
        if (known.word == word) {
            return known.status;
        }
    }
    if (completedAt.ms != 0) {
        return OrderStatus::Fulfilled;
    }
    return paidAt.ms != 0 ? OrderStatus::Paid : OrderStatus::OnHold;
}

StoreOrder mapOrder(const RecordReader& json)
{
    StoreOrder order;
    order.externalId = json.id("id");
    order.number = firstOf(json.text("number"), order.externalId);
    order.platformStatus = json.text("status");
    order.placedAt = json.time("date_created_gmt");
    order.changedAt = json.time("date_modified_gmt");
    order.paidAt = json.time("date_paid_gmt");
    order.completedAt = json.time("date_completed_gmt");
    order.status = mapOrderStatus(order.platformStatus, order.paidAt, order.completedAt);
    order.customerId = json.id("customer_id");
    mapAddress(order, json);
    order.paymentMethod = firstOf(json.text("payment_method_title"), json.text("payment_method"));
    order.note = json.text("customer_note");

    const bool counts = order.status != OrderStatus::Draft && order.status != OrderStatus::Deleted;
    if (order.externalId.empty()) {
        json.setProblem("id is missing");
    }
    if (counts && order.platformStatus.empty()) {
        json.setProblem("status is missing");
    }
    if (counts && order.placedAt.ms == 0) {
        json.setProblem("date_created_gmt is missing");
    }
    if (order.changedAt.ms == 0) {
        order.changedAt = order.placedAt;
    }
    if (const auto currency = Currency::parse(trimmed(json.text("currency")))) {
        order.currency = *currency;
    } else if (counts) {
        json.setProblem("currency is not a code of three letters: " + std::string(cutUtf8(json.text("currency"), 20)));
    }
    order.total = counts ? json.requiredAmount("total") : json.amount("total");
    order.discount = positive(json.amount("discount_total"));
    order.shipping = json.amount("shipping_total");
    order.tax = json.amount("total_tax");
    json.each("line_items", [&](const RecordReader& line) { order.lines.push_back(mapLine(line)); });
    json.each("coupon_lines", [&](const RecordReader& coupon) {
        if (auto code = coupon.text("code"); !code.empty()) {
            order.coupons.push_back(std::move(code));
        }
    });
    json.each("refunds", [&](const RecordReader& refund) {
        // When, only orders/<id>/refunds knows.
        order.refunds.push_back({refund.id("id"), {}, positive(refund.amount("total")), refund.text("reason")});
    });
    return order;
}

OrderRefund mapRefund(const RecordReader& json)
{
    OrderRefund refund;
    refund.externalId = json.id("id");
    refund.at = json.time("date_created_gmt");
    refund.amount = positive(json.requiredAmount("amount"));
    refund.reason = json.text("reason");
    return refund;
}

bool isStaff(const RecordReader& customer)
{
    static constexpr std::array<std::string_view, 5> kRoles{"administrator", "shop_manager", "editor", "author",
                                                            "contributor"};
    const auto role = customer.text("role");
    for (const auto staff : kRoles) {
        if (role == staff) {
            return true;
        }
    }
    return false;
}

StoreCustomer mapCustomer(const RecordReader& json)
{
    StoreCustomer customer;
    customer.externalId = json.id("id");
    if (customer.externalId.empty()) {
        json.setProblem("id is missing");
    }
    customer.email = trimmed(json.text("email"));
    customer.createdAt = json.time("date_created_gmt");
    customer.changedAt = json.time("date_modified_gmt");
    if (customer.changedAt.ms == 0) {
        customer.changedAt = customer.createdAt;
    }
    auto& properties = customer.properties;
    const auto takeAddress = [&](const RecordReader& address) {
        static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kFields{{
            {"first_name", "first_name"},
            {"last_name", "last_name"},
            {"company", "organization"},
            {"address_1", "address1"},
            {"address_2", "address2"},
            {"city", "city"},
            {"state", "region"},
            {"postcode", "postcode"},
            {"country", "country"},
        }};
        for (const auto& [theirs, ours] : kFields) {
            if (!properties.contains(ours)) {
                setText(properties, ours, address.text(theirs));
            }
        }
        customer.phone = firstOf(customer.phone, std::string(trimmed(address.text("phone"))));
    };
    setText(properties, "first_name", json.text("first_name"));
    setText(properties, "last_name", json.text("last_name"));
    json.within("billing", [&](const RecordReader& billing) {
        takeAddress(billing);
        customer.email = firstOf(customer.email, std::string(trimmed(billing.text("email"))));
    });
    // Parts of two addresses would make a third one, where nobody lives.
    if (!properties.contains("city") && !properties.contains("postcode") && !properties.contains("country")) {
        json.within("shipping", takeAddress);
    }
    setText(properties, "store_role", json.text("role"));
    return customer;
}

}  // namespace shopbell::woo
