// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/engine.h"
#include "base/decimal.h"
#include "base/instant.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace shopbell {

struct DayFigure {
    Instant day;  ///< its first instant in the shop's zone
    Decimal revenue;
    Decimal attributed;  ///< earned by messages
    std::int64_t orders = 0;
};

struct OverviewFigures {
    Decimal revenue;  ///< orders less refunds
    Decimal grossRevenue;
    Decimal refunds;
    std::int64_t orders = 0;
    std::int64_t buyers = 0;
    std::int64_t newCustomers = 0;  ///< whose first order ever lies in the time
    std::int64_t newProfiles = 0;
    Decimal attributedRevenue;  ///< orders within 5 days after a click or open, or 12 hours after delivery, last touch
    std::int64_t attributedOrders = 0;
    std::int64_t messagesAccepted = 0;
    std::int64_t messagesSkipped = 0;
    std::int64_t messagesFailed = 0;
};

struct Overview {
    Instant from;
    Instant to;  ///< not included
    std::string currency;
    std::int64_t profiles = 0;
    std::int64_t mayEmail = 0;  ///< subscribed to email, with an address that is not suppressed
    OverviewFigures now;
    OverviewFigures before;  ///< the time of the same length just before
    std::vector<DayFigure> days;
    std::vector<std::pair<std::string, Decimal>> topProducts;    ///< by revenue, at most 10
    std::vector<std::pair<std::string, std::int64_t>> segments;  ///< name → members now
};

/// What happened between two instants; without them, the last 30 days in the shop's zone up to now.
struct LoadOverview {
    using Answer = Overview;
    std::optional<Instant> from;
    std::optional<Instant> to;
    /// Leaves out what takes long in a large shop: new profiles, products and segments.
    bool onlyFigures = false;
};

}  // namespace shopbell
