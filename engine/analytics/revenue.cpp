// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/revenue.h"

#include "analytics/attribution.h"
#include "model/metric.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace shopbell {

namespace {

constexpr std::size_t maxDays = 4'000;

Result<std::shared_ptr<const MetricColumns>> columnsOf(const HistoryView& history, std::string_view name)
{
    const auto metric = history.findMetric(name);
    if (!metric) {
        return std::shared_ptr<const MetricColumns>();
    }
    return history.metric(*metric);
}

/// function(profile, instant, micros) for every event with from <= at < to, base first, then tail.
template <class Function>
void forEachBetween(const MetricColumns& columns, Instant from, Instant to, Function&& function)
{
    const auto end = columns.at.countBefore(to);
    for (auto rank = columns.at.countBefore(from); rank < end; ++rank) {
        const auto micros = columns.value.micros(rank);
        function(columns.profile[rank], columns.at[rank], micros == noValue ? 0 : micros);
    }
    const auto tailEnd = columns.tail.countBefore(to);
    for (auto entry = columns.tail.countBefore(from); entry < tailEnd; ++entry) {
        const auto micros = columns.tail.value[entry];
        function(columns.tail.profile[entry], Instant{columns.tail.at[entry]}, micros == noValue ? 0 : micros);
    }
}

Instant firstOrderOf(const MetricColumns& orders, ProfileNumber buyer)
{
    Instant first{std::numeric_limits<std::int64_t>::max()};
    if (const auto ranks = orders.ranksOf(buyer); !ranks.empty()) {
        first = orders.at[ranks.front()];
    }
    if (!orders.tail.isEmpty()) {
        if (const auto fresh = orders.tail.ofProfile(buyer); !fresh.empty()) {
            first = std::min(first, Instant{orders.tail.at[fresh.front()]});
        }
    }
    return first;
}

}  // namespace

Result<RevenueFigures> sumRevenue(const HistoryView& history, Instant from, Instant to)
{
    RevenueFigures figures;
    auto orders = columnsOf(history, metrics::placedOrder);
    if (!orders) {
        return fail(orders.error());
    }
    if (*orders) {
        auto attribution = Attribution::make(history);
        if (!attribution) {
            return fail(attribution.error());
        }
        std::unordered_set<ProfileNumber> buyers;
        forEachBetween(**orders, from, to, [&](ProfileNumber buyer, Instant at, std::int64_t micros) {
            ++figures.orders;
            figures.gross.micros += micros;
            if (buyer == 0) {
                return;  // a sale to nobody known
            }
            if (buyers.insert(buyer).second && firstOrderOf(**orders, buyer) >= from) {
                ++figures.newCustomers;
            }
            if (attribution->isEarned(buyer, at)) {
                ++figures.earnedOrders;
                figures.earned.micros += micros;
            }
        });
        figures.buyers = static_cast<std::int64_t>(buyers.size());
    }
    auto refunds = columnsOf(history, metrics::refundedOrder);
    if (!refunds) {
        return fail(refunds.error());
    }
    if (*refunds) {
        forEachBetween(**refunds, from, to,
                       [&](ProfileNumber, Instant, std::int64_t micros) { figures.refunds.micros += micros; });
    }
    return figures;
}

Result<std::vector<RevenueDay>> listRevenueDays(const HistoryView& history, const TimeZone& zone, Instant from,
                                                Instant to)
{
    std::vector<RevenueDay> days;
    if (to <= from) {
        return days;
    }
    auto number = toDayNumber(zone.toCivil(from).day);
    const auto lastNumber = toDayNumber(zone.toCivil(to - Duration{1}).day);
    if (lastNumber - number >= static_cast<std::int64_t>(maxDays)) {
        return fail(ErrorKind::InvalidInput, "A report by day covers at most 4,000 days. Choose a shorter time.");
    }
    for (; number <= lastNumber; ++number) {
        days.push_back({zone.startOfDay(fromDayNumber(number)), {}, {}, 0});
    }
    const auto dayOf = [&](Instant at) -> RevenueDay& {
        const auto next = std::upper_bound(days.begin(), days.end(), at,
                                           [](Instant instant, const RevenueDay& day) { return instant < day.day; });
        return next == days.begin() ? days.front() : *std::prev(next);
    };
    auto attribution = Attribution::make(history);
    if (!attribution) {
        return fail(attribution.error());
    }
    auto orders = columnsOf(history, metrics::placedOrder);
    auto refunds = columnsOf(history, metrics::refundedOrder);
    if (!orders || !refunds) {
        return fail(!orders ? orders.error() : refunds.error());
    }
    if (*orders) {
        forEachBetween(**orders, from, to, [&](ProfileNumber buyer, Instant at, std::int64_t micros) {
            auto& day = dayOf(at);
            ++day.orders;
            day.revenue.micros += micros;
            if (buyer != 0 && attribution->isEarned(buyer, at)) {
                day.earned.micros += micros;
            }
        });
    }
    if (*refunds) {
        forEachBetween(**refunds, from, to,
                       [&](ProfileNumber, Instant at, std::int64_t micros) { dayOf(at).revenue.micros -= micros; });
    }
    return days;
}

Result<std::vector<std::pair<std::string, Decimal>>> listTopProducts(const HistoryView& history, Instant from,
                                                                     Instant to, std::size_t limit)
{
    std::vector<std::pair<std::string, Decimal>> products;
    const auto metric = history.findMetric(metrics::orderedProduct);
    if (!metric) {
        return products;
    }
    auto columns = history.metric(*metric);
    if (!columns) {
        return fail(columns.error());
    }
    auto names = history.propertyColumn(*metric, "name");
    if (!names) {
        return fail(names.error());
    }
    std::vector<std::int64_t> sums((*names)->codeCount(), 0);
    const auto add = [&](std::uint32_t code, std::int64_t micros) {
        if (code < sums.size() && micros != noValue) {
            sums[code] += micros;
        }
    };
    const auto end = (*columns)->at.countBefore(to);
    for (auto rank = (*columns)->at.countBefore(from); rank < end; ++rank) {
        add((*names)->code(rank), (*columns)->value.micros(rank));
    }
    const auto& tail = (*columns)->tail;
    const auto tailEnd = tail.countBefore(to);
    for (auto entry = tail.countBefore(from); entry < tailEnd; ++entry) {
        add((*names)->tailCode(entry), tail.value[entry]);
    }
    for (std::uint32_t code = 1; code < sums.size(); ++code) {
        const auto atoms = (*names)->atoms(code);
        if (sums[code] > 0 && !atoms.empty()) {
            products.emplace_back(std::string(atoms.front().text), Decimal{sums[code]});
        }
    }
    const auto kept = std::min(limit, products.size());
    std::partial_sort(
        products.begin(), products.begin() + static_cast<std::ptrdiff_t>(kept), products.end(),
        [](const auto& a, const auto& b) { return a.second != b.second ? a.second > b.second : a.first < b.first; });
    products.resize(kept);
    return products;
}

}  // namespace shopbell
