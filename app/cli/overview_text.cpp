// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/overview_text.h"

#include "base/text.h"

#include <algorithm>
#include <cmath>

namespace shopbell::cli {

namespace {

std::string change(double now, double before)
{
    if (before == 0) {
        return now == 0 ? "as before" : "nothing before";
    }
    const double percent = 100.0 * (now - before) / before;
    char text[48];
    std::snprintf(text, sizeof text, "%+.0f %% vs before", percent);
    return std::fabs(percent) < 0.5 ? "as before" : text;
}

std::string sparkline(const std::vector<DayFigure>& days)
{
    static constexpr const char* levels[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    std::int64_t most = 1;
    for (const auto& day : days) {
        most = std::max(most, day.revenue.micros);
    }
    std::string text;
    for (const auto& day : days) {
        const auto share = std::clamp(static_cast<double>(day.revenue.micros) / static_cast<double>(most), 0.0, 1.0);
        text += levels[static_cast<std::size_t>(std::lround(share * 7))];
    }
    return text;
}

}  // namespace

void writeOverview(Console& console, const Overview& overview)
{
    const auto& now = overview.now;
    const auto& before = overview.before;
    console.heading("Overview, " + overview.from.toIso().substr(0, 10) + " to " + overview.to.toIso().substr(0, 10));
    const auto count = [](std::int64_t value) { return static_cast<double>(value); };
    console.table({"", "", ""},
                  {{"Revenue", formatMoney(now.revenue, overview.currency),
                    change(now.revenue.toDouble(), before.revenue.toDouble())},
                   {"  earned by messages", formatMoney(now.attributedRevenue, overview.currency),
                    now.revenue.micros > 0 ? formatShare(now.attributedRevenue.micros / 10'000,
                                                         std::max<std::int64_t>(now.revenue.micros / 10'000, 1)) +
                                                 " of it"
                                           : ""},
                   {"Orders", formatCount(now.orders), change(count(now.orders), count(before.orders))},
                   {"Buyers", formatCount(now.buyers), change(count(now.buyers), count(before.buyers))},
                   {"  for the first time", formatCount(now.newCustomers),
                    change(count(now.newCustomers), count(before.newCustomers))},
                   {"Refunded", formatMoney(now.refunds, overview.currency), ""},
                   {"Messages accepted", formatCount(now.messagesAccepted),
                    change(count(now.messagesAccepted), count(before.messagesAccepted))},
                   {"  skipped, failed", formatCount(now.messagesSkipped) + ", " + formatCount(now.messagesFailed), ""},
                   {"People", formatCount(overview.profiles), formatCount(overview.mayEmail) + " may be emailed"}});
    if (!overview.days.empty() && overview.days.size() <= 120) {
        console.line();
        console.line("Revenue by day  " + sparkline(overview.days));
    }
    if (!overview.topProducts.empty()) {
        console.heading("Best sellers");
        std::vector<std::vector<std::string>> rows;
        for (const auto& [name, revenue] : overview.topProducts) {
            rows.push_back({std::string(cutUtf8(name, 60)), formatMoney(revenue, overview.currency)});
        }
        console.table({"product", "revenue"}, rows);
    }
    if (!overview.segments.empty()) {
        console.heading("Segments");
        std::vector<std::vector<std::string>> rows;
        for (const auto& [name, members] : overview.segments) {
            rows.push_back({name, formatCount(members), formatShare(members, overview.profiles)});
        }
        console.table({"segment", "people", ""}, rows);
    }
}

}  // namespace shopbell::cli
