// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/decimal.h"
#include "base/time_zone.h"
#include "history/history_view.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace shopbell {

/// What was sold between two instants, refunds at the time they were made.
struct RevenueFigures {
    Decimal gross;
    Decimal refunds;
    std::int64_t orders = 0;
    std::int64_t buyers = 0;        ///< different people
    std::int64_t newCustomers = 0;  ///< whose first order ever lies in the time
    Decimal earned;                 ///< of `gross`, the doing of messages (see Attribution)
    std::int64_t earnedOrders = 0;
};

struct RevenueDay {
    Instant day;  ///< its first instant
    Decimal revenue;
    Decimal earned;
    std::int64_t orders = 0;
};

/// from <= at < to.
[[nodiscard]] Result<RevenueFigures> sumRevenue(const HistoryView& history, Instant from, Instant to);
/// One entry for every calendar day of the zone that the time touches, at most 4,000 (longer times: InvalidInput).
[[nodiscard]] Result<std::vector<RevenueDay>> listRevenueDays(const HistoryView& history, const TimeZone& zone,
                                                              Instant from, Instant to);
/// Products by what they brought in, most first; the name stands in the property `name` of Ordered Product.
[[nodiscard]] Result<std::vector<std::pair<std::string, Decimal>>>
listTopProducts(const HistoryView& history, Instant from, Instant to, std::size_t limit);

}  // namespace shopbell
