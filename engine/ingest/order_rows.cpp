// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/order_rows.h"

#include "base/text.h"
#include "ingest/json_text.h"
#include "model/country.h"
#include "model/email_address.h"
#include "model/event.h"
#include "model/metric.h"

#include <algorithm>
#include <utility>

namespace shopbell {
namespace {

struct StatusWord {
    std::string_view word;
    OrderStatus status;
};

// As stores and people write them; anything else counts as placed.
constexpr StatusWord statusWords[] = {
    {"pending", OrderStatus::AwaitingPayment}, {"pending payment", OrderStatus::AwaitingPayment},
    {"unpaid", OrderStatus::AwaitingPayment},  {"draft", OrderStatus::Draft},
    {"on-hold", OrderStatus::OnHold},          {"on hold", OrderStatus::OnHold},
    {"completed", OrderStatus::Fulfilled},     {"complete", OrderStatus::Fulfilled},
    {"fulfilled", OrderStatus::Fulfilled},     {"shipped", OrderStatus::Fulfilled},
    {"delivered", OrderStatus::Fulfilled},     {"cancelled", OrderStatus::Cancelled},
    {"canceled", OrderStatus::Cancelled},      {"voided", OrderStatus::Cancelled},
    {"storniert", OrderStatus::Cancelled},     {"refunded", OrderStatus::Refunded},
    {"erstattet", OrderStatus::Refunded},      {"failed", OrderStatus::Failed},
    {"fehlgeschlagen", OrderStatus::Failed},   {"versendet", OrderStatus::Fulfilled},
    {"abgeschlossen", OrderStatus::Fulfilled},
};

OrderStatus readStatus(std::string_view text)
{
    const std::string word = toLowerAscii(text);
    for (const StatusWord& one : statusWords) {
        if (one.word == word) {
            return one.status;
        }
    }
    return OrderStatus::Paid;
}

bool isRefund(const StoreOrder& order)
{
    return order.total < Decimal{} ||
           (order.externalId.size() > 1 && (order.externalId[0] == 'C' || order.externalId[0] == 'c') &&
            order.externalId[1] >= '0' && order.externalId[1] <= '9');
}

/// A refund that came as an order of its own, with nothing that says which order it refunds.
OrderEvent makeRefund(const StoreOrder& order)
{
    std::string items = "[";
    for (const OrderLine& line : order.lines) {
        items += items.size() > 1 ? "," : "";
        JsonObjectText(items)
            .text("product_id", line.productId)
            .text("sku", line.sku)
            .text("name", line.name)
            .number("quantity", line.quantity)
            .number("total", line.total)
            .end();
        if (items.size() > maxEventPropertiesBytes / 2) {
            break;
        }
    }
    std::string json;
    JsonObjectText(json)
        .text("order_id", order.externalId)
        .text("order_number", order.number)
        .text("currency", order.currency.code())
        .raw("items", items + ']')
        .end();
    const Decimal amount = order.total < Decimal{} ? Decimal{} - order.total : order.total;
    return {metrics::refundedOrder, order.placedAt, false, amount, makeUniqueId(fileOrderPrefix, order.externalId),
            std::move(json)};
}

}  // namespace

Decimal multiply(Decimal quantity, Decimal price)
{
    constexpr std::int64_t one = 1'000'000;
    const std::int64_t whole = quantity.micros / one;
    const std::int64_t part = quantity.micros % one;
    const std::int64_t sign = (whole < 0) != (price.micros < 0) ? -1 : 1;
    Decimal result;
    if (whole != 0 && price.micros != 0) {
        const std::int64_t times = whole < 0 ? -whole : whole;
        const Decimal scaled{saturatingScale(price.micros < 0 ? -price.micros : price.micros, times)};
        result = sign < 0 ? Decimal{} - scaled : scaled;
    }
    if (part != 0) {
        // The fraction of the quantity: 10^-6 steps of both, so 10^-12; rounded to 10^-6.
        const long double product = static_cast<long double>(part) * static_cast<long double>(price.micros) / one;
        const auto rounded = static_cast<std::int64_t>(product < 0 ? product - 0.5L : product + 0.5L);
        result = result + Decimal{rounded};
    }
    return result;
}

bool FileOrder::isNobodys() const
{
    return person.email.empty() && person.phone.empty() && person.externalId.empty();
}

ProfileRef FileOrder::who() const
{
    ProfileRef ref;
    ref.email = person.email;
    ref.phone = person.phone;
    ref.externalId = person.externalId;
    return ref;
}

OrderRows::OrderRows(const ColumnMapping& mapping, const TimeZone& zone, DateOrder dateOrder)
    : m_zone(zone), m_dateOrder(dateOrder)
{
    constexpr std::pair<std::string_view, Role> roles[] = {{"order_id", Role::OrderId},
                                                           {"time", Role::Time},
                                                           {"profile", Role::Profile},
                                                           {"email", Role::Email},
                                                           {"phone", Role::Phone},
                                                           {"external_id", Role::External},
                                                           {"full_name", Role::FullName},
                                                           {"status", Role::Status},
                                                           {"currency", Role::Currency},
                                                           {"order_total", Role::OrderTotal},
                                                           {"discount", Role::Discount},
                                                           {"shipping", Role::Shipping},
                                                           {"tax", Role::Tax},
                                                           {"product_id", Role::ProductNumber},
                                                           {"product_name", Role::ProductName},
                                                           {"sku", Role::Sku},
                                                           {"category", Role::Category},
                                                           {"quantity", Role::Quantity},
                                                           {"unit_price", Role::UnitPrice},
                                                           {"line_total", Role::LineTotal},
                                                           {"payment_method", Role::PaymentMethod},
                                                           {"coupon", Role::Coupon},
                                                           {"", Role::Ignored}};
    for (const MappedColumn& column : mapping.columns()) {
        Role role = Role::Person;
        for (const auto& [target, meant] : roles) {
            role = column.target == target ? meant : role;
        }
        m_roles.push_back(role);
        m_targets.push_back(column.target);
    }
    m_orderColumn = mapping.find("order_id").value_or(0);
}

std::string_view OrderRows::orderNumber(const CsvRow& row) const
{
    return trimmed(row.fields[m_orderColumn]);
}

bool OrderRows::saysNobody(const CsvRow& row) const
{
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
        const Role role = m_roles[i];
        const bool saysWho =
            role == Role::Profile || role == Role::Email || role == Role::Phone || role == Role::External;
        if (saysWho && !trimmed(row.fields[i]).empty()) {
            return false;
        }
    }
    return true;
}

Sentence OrderRows::add(const CsvRow& row, FileOrder& order)
{
    OrderLine line;
    std::optional<Decimal> unitPrice;
    std::optional<Decimal> quantity;
    std::optional<Decimal> lineTotal;
    bool hasProduct = false;
    std::optional<Instant> at;

    // Amounts and the time are read first: a row that is wrong leaves no trace.
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
        const std::string_view cell = trimmed(row.fields[i]);
        if (cell.empty()) {
            continue;
        }
        if (m_roles[i] == Role::Time) {
            if (cell != m_lastTimeText) {
                const auto parsed = parseCellTime(cell, m_zone, m_dateOrder);
                if (!parsed) {
                    return say("cell-no-time", "\"%1\" is not a time.", {cutUtf8(cell, 60)});
                }
                m_lastTimeText = cell;
                m_lastTime = *parsed;
            }
            at = m_lastTime;
        }
        std::optional<Decimal>* const slot = m_roles[i] == Role::UnitPrice   ? &unitPrice
                                             : m_roles[i] == Role::Quantity  ? &quantity
                                             : m_roles[i] == Role::LineTotal ? &lineTotal
                                                                             : nullptr;
        const bool isAmount = slot != nullptr || m_roles[i] == Role::OrderTotal || m_roles[i] == Role::Discount ||
                              m_roles[i] == Role::Shipping || m_roles[i] == Role::Tax;
        if (isAmount) {
            const auto amount = parseCellAmount(cell);
            if (!amount) {
                return say("cell-no-amount", "\"%1\" is not an amount.", {cutUtf8(cell, 60)});
            }
            if (slot != nullptr) {
                *slot = *amount;
            }
        }
    }
    StoreOrder& o = order.order;
    const bool isFirst = o.externalId.empty();
    if (isFirst && !at) {
        return say("row-order-time-missing", "It does not say when the order was placed.");
    }

    for (std::size_t i = 0; i < row.fields.size(); ++i) {
        const std::string_view cell = trimmed(row.fields[i]);
        if (cell.empty()) {
            continue;
        }
        const auto setOnce = [&](std::string& slot) {
            if (slot.empty()) {
                slot = cell;
            }
        };
        switch (m_roles[i]) {
        case Role::OrderId: setOnce(o.externalId); break;
        case Role::Profile:
            if (cell.find('@') != std::string_view::npos && EmailAddress::parse(cell)) {
                setOnce(order.person.email);
            } else {
                setOnce(order.person.externalId);
            }
            break;
        case Role::Email: setOnce(order.person.email); break;
        case Role::Phone: setOnce(order.person.phone); break;
        case Role::External: setOnce(order.person.externalId); break;
        case Role::FullName:
            if (const auto blank = cell.rfind(' '); blank != std::string_view::npos) {
                order.person.properties.emplace("first_name", std::string(trimmed(cell.substr(0, blank))));
                order.person.properties.emplace("last_name", std::string(cell.substr(blank + 1)));
            }
            break;
        case Role::Status: setOnce(o.platformStatus); break;
        case Role::Currency:
            if (const auto currency = Currency::parse(cell)) {
                o.currency = *currency;
            }
            break;
        case Role::OrderTotal:
            o.total = parseCellAmount(cell).value_or(Decimal{});
            order.hasTotal = true;
            break;
        case Role::Discount: o.discount = parseCellAmount(cell).value_or(Decimal{}); break;
        case Role::Shipping: o.shipping = parseCellAmount(cell).value_or(Decimal{}); break;
        case Role::Tax: o.tax = parseCellAmount(cell).value_or(Decimal{}); break;
        case Role::PaymentMethod: setOnce(o.paymentMethod); break;
        case Role::Coupon:
            if (std::find(o.coupons.begin(), o.coupons.end(), cell) == o.coupons.end()) {
                o.coupons.emplace_back(cell);
            }
            break;
        case Role::ProductNumber:
            line.productId = cell;
            hasProduct = true;
            break;
        case Role::ProductName:
            line.name = cell;
            hasProduct = true;
            break;
        case Role::Sku:
            line.sku = cell;
            hasProduct = true;
            break;
        case Role::Category: line.categories.emplace_back(cell); break;
        case Role::Person: order.person.properties.emplace(m_targets[i], std::string(cell)); break;
        case Role::Time:
        case Role::Quantity:
        case Role::UnitPrice:
        case Role::LineTotal:
        case Role::Ignored: break;
        }
    }
    if (isFirst) {
        order.firstLine = row.line;
        o.number = o.externalId;
        o.placedAt = *at;
        o.changedAt = *at;
    }
    if (hasProduct || unitPrice || lineTotal) {
        line.quantity = quantity.value_or(Decimal::fromInteger(1));
        line.total = lineTotal ? *lineTotal : unitPrice ? multiply(line.quantity, *unitPrice) : Decimal{};
        line.externalId = std::to_string(o.lines.size() + 1);
        o.lines.push_back(std::move(line));
    }
    return {};
}

void OrderRows::finish(FileOrder& order) const
{
    StoreOrder& o = order.order;
    if (!order.hasTotal) {
        for (const OrderLine& line : o.lines) {
            o.total = o.total + line.total;
        }
    }
    o.status = o.platformStatus.empty() ? OrderStatus::Paid : readStatus(o.platformStatus);
    order.person.at = o.placedAt;
    order.person.createdAt = o.placedAt;
    order.person.leaveOutBadAddresses = true;
    settleCountry(order.person.properties);
    const auto textOf = [&](std::string_view name) {
        const auto found = order.person.properties.find(name);
        const auto* const text =
            found == order.person.properties.end() ? nullptr : std::get_if<std::string>(&found->second);
        return text != nullptr ? *text : std::string();
    };
    o.city = textOf("city");
    o.region = textOf("region");
    o.country = textOf("country");
    if (isRefund(o)) {
        order.events.push_back(makeRefund(o));
    } else {
        order.events = makeOrderEvents({}, o);
    }
}

}  // namespace shopbell
