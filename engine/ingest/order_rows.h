// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/cell_text.h"
#include "ingest/column_mapping.h"
#include "ingest/csv_reader.h"
#include "ingest/order_events.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell {

/// One order gathered from the rows of a file.
struct FileOrder {
    StoreOrder order;
    ProfileUpdate person;
    std::int64_t firstLine = 0;
    bool hasTotal = false;           ///< a column gives it; else it is the sum of the lines
    std::vector<OrderEvent> events;  ///< after OrderRows::finish()

    [[nodiscard]] bool isNobodys() const;
    [[nodiscard]] ProfileRef who() const;
};

/// Turns rows of an order file into orders. An order whose number begins with C (as invoices that cancel others do in
/// many tills), or whose total is below zero, or whose status says refunded with nothing else known, is a refund: one
/// Refunded Order of the amount, its lines in the properties. Others are what makeOrderEvents() makes of them.
class OrderRows {
public:
    OrderRows(const ColumnMapping& mapping, const TimeZone& zone, DateOrder dateOrder);

    [[nodiscard]] std::string_view orderNumber(const CsvRow& row) const;
    [[nodiscard]] bool saysNobody(const CsvRow& row) const;  ///< none of the columns that say who is filled
    /// Adds a row to its order. A sentence about what is wrong (then nothing was added); empty: nothing.
    [[nodiscard]] Sentence add(const CsvRow& row, FileOrder& order);
    /// Totals and events.
    void finish(FileOrder& order) const;

private:
    enum class Role {
        OrderId,
        Time,
        Profile,
        Email,
        Phone,
        External,
        FullName,
        Status,
        Currency,
        OrderTotal,
        Discount,
        Shipping,
        Tax,
        ProductNumber,
        ProductName,
        Sku,
        Category,
        Quantity,
        UnitPrice,
        LineTotal,
        PaymentMethod,
        Coupon,
        Person,
        Ignored
    };
    std::vector<Role> m_roles;
    std::vector<std::string> m_targets;
    std::size_t m_orderColumn = 0;
    TimeZone m_zone;
    DateOrder m_dateOrder;
    std::string m_lastTimeText;  ///< rows of one order say the same time
    Instant m_lastTime;
};

/// quantity × price, rounded half away from zero to six decimals.
[[nodiscard]] Decimal multiply(Decimal quantity, Decimal price);

}  // namespace shopbell
