// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/order_events.h"

#include "base/text.h"
#include "ingest/json_text.h"
#include "model/event.h"
#include "model/metric.h"

#include <algorithm>

namespace shopbell {
namespace {

bool isPlaced(OrderStatus status)
{
    switch (status) {
    case OrderStatus::Paid:
    case OrderStatus::OnHold:
    case OrderStatus::Fulfilled:
    case OrderStatus::Cancelled:
    case OrderStatus::Refunded: return true;
    case OrderStatus::Draft:
    case OrderStatus::AwaitingPayment:
    case OrderStatus::Failed:
    case OrderStatus::Deleted: return false;
    }
    return false;
}

void addOnce(std::vector<std::string>& list, const std::string& value)
{
    if (!value.empty() && std::find(list.begin(), list.end(), value) == list.end()) {
        list.push_back(value);
    }
}

/// What Placed Order and its later fates all say.
std::string makeOrderJson(const StoreOrder& order)
{
    std::vector<std::string> productIds;
    std::vector<std::string> names;
    std::vector<std::string> categories;
    std::string items = "[";
    Decimal pieces;
    for (const OrderLine& line : order.lines) {
        addOnce(productIds, line.productId);
        addOnce(names, line.name);
        for (const auto& category : line.categories) {
            addOnce(categories, category);
        }
        pieces = pieces + line.quantity;
        items += items.size() > 1 ? "," : "";
        JsonObjectText(items)
            .text("product_id", line.productId)
            .text("variant_id", line.variantId)
            .text("sku", line.sku)
            .text("name", line.name)
            .number("quantity", line.quantity)
            .number("total", line.total)
            .end();
        if (items.size() > maxEventPropertiesBytes / 2) {
            break;  // thousands of lines: each still has its own Ordered Product
        }
    }
    items += ']';
    std::string json;
    JsonObjectText(json)
        .text("order_id", order.externalId)
        .text("order_number", order.number)
        .text("currency", order.currency.code())
        .text("status", orderStatusName(order.status))
        .text("store_status", order.platformStatus)
        .number("discount", order.discount)
        .number("shipping", order.shipping)
        .number("tax", order.tax)
        .number("item_count", pieces)
        .text("payment_method", order.paymentMethod)
        .text("city", order.city)
        .text("region", order.region)
        .text("country", order.country)
        .texts("coupons", order.coupons)
        .texts("product_ids", productIds)
        .texts("product_names", names)
        .texts("categories", categories)
        .raw("items", items)
        .end();
    return json;
}

std::string makeLineJson(const StoreOrder& order, const OrderLine& line)
{
    std::string json;
    JsonObjectText(json)
        .text("order_id", order.externalId)
        .text("order_number", order.number)
        .text("currency", order.currency.code())
        .text("product_id", line.productId)
        .text("variant_id", line.variantId)
        .text("sku", line.sku)
        .text("name", line.name)
        .number("quantity", line.quantity)
        .number("tax", line.tax)
        .texts("categories", line.categories)
        .end();
    return json;
}

std::string makeRefundJson(const StoreOrder& order, const OrderRefund& refund)
{
    std::string json;
    JsonObjectText(json)
        .text("order_id", order.externalId)
        .text("order_number", order.number)
        .text("currency", order.currency.code())
        .text("refund_id", refund.externalId)
        .text("reason", refund.reason)
        .end();
    return json;
}

void setText(Properties& properties, std::string_view name, const std::string& value)
{
    if (!value.empty()) {
        properties.emplace(name, std::string(cutUtf8(value, maxPropertyTextBytes)));
    }
}

}  // namespace

std::string makeUniqueId(std::string_view prefix, std::string_view id)
{
    std::string unique;
    unique.reserve(prefix.size() + id.size() + 1);
    unique.append(prefix).append(":").append(id);
    for (char& c : unique) {
        c = static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    if (unique.size() > maxUniqueIdBytes) {
        const std::uint64_t hash = stableHash(unique);
        unique = std::string(cutUtf8(unique, maxUniqueIdBytes - 20)) + '#' +
                 std::to_string(hash % 1'000'000'000'000'000'000u);
    }
    return unique;
}

std::vector<OrderEvent> makeOrderEvents(ConnectionId connection, const StoreOrder& order)
{
    std::vector<OrderEvent> events;
    if (!isPlaced(order.status)) {
        return events;
    }
    const std::string orderId = makeUniqueId("c" + std::to_string(connection.value), order.externalId);
    std::string about = makeOrderJson(order);
    events.push_back({metrics::placedOrder, order.placedAt, false, order.total, orderId, about});
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
        const OrderLine& line = order.lines[i];
        const std::string lineId = line.externalId.empty() ? "line" + std::to_string(i) : line.externalId;
        events.push_back({metrics::orderedProduct, order.placedAt, false, line.total, makeUniqueId(orderId, lineId),
                          makeLineJson(order, line)});
    }
    if (order.status == OrderStatus::Fulfilled || order.completedAt.ms != 0) {
        const bool isKnown = order.completedAt.ms != 0;
        events.push_back({metrics::fulfilledOrder, isKnown ? order.completedAt : order.changedAt, !isKnown, order.total,
                          orderId, about});
    }
    if (order.status == OrderStatus::Cancelled) {
        events.push_back({metrics::cancelledOrder, order.changedAt, true, order.total, orderId, about});
    }
    for (std::size_t i = 0; i < order.refunds.size(); ++i) {
        const OrderRefund& refund = order.refunds[i];
        const bool isKnown = refund.at.ms != 0;
        const std::string refundId = refund.externalId.empty() ? "refund" + std::to_string(i) : refund.externalId;
        events.push_back({metrics::refundedOrder, isKnown ? refund.at : order.changedAt, !isKnown, refund.amount,
                          makeUniqueId(orderId, refundId), makeRefundJson(order, refund)});
    }
    if (order.status == OrderStatus::Refunded && order.refunds.empty()) {
        events.push_back({metrics::refundedOrder, order.changedAt, true, order.total,
                          makeUniqueId(orderId, whollyRefunded), makeRefundJson(order, {})});
    }
    return events;
}

ProfileUpdate makeOrderProfile(ConnectionId connection, const StoreOrder& order, Instant connectedAt,
                               std::string_view reason)
{
    ProfileUpdate person;
    person.email = order.email;
    person.phone = order.phone;
    person.externalId = order.customerId;
    person.scope = connection;
    setText(person.properties, "first_name", order.firstName);
    setText(person.properties, "last_name", order.lastName);
    setText(person.properties, "city", order.city);
    setText(person.properties, "region", order.region);
    setText(person.properties, "postcode", order.postcode);
    setText(person.properties, "country", order.country);
    person.at = order.placedAt;
    person.createdAt = order.placedAt;
    person.backfill = order.placedAt < connectedAt;
    person.reason = reason;
    person.leaveOutBadAddresses = true;
    return person;
}

std::uint64_t digestOf(std::span<const OrderEvent> events, const ProfileUpdate& person)
{
    std::string all;
    for (const OrderEvent& event : events) {
        all.append(event.metric) += '\n';
        all.append(event.isAtGuessed ? std::string("?") : std::to_string(event.at.ms)) += '\n';
        all.append(event.value ? std::to_string(event.value->micros) : std::string()) += '\n';
        all.append(event.uniqueId) += '\n';
        all.append(event.properties) += '\n';
    }
    for (const std::string* text : {&person.email, &person.phone, &person.externalId}) {
        all.append(*text) += '\n';
    }
    all += toJson(person.properties);
    return stableHash(all);
}

}  // namespace shopbell
