// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/attribution.h"

#include "model/metric.h"

#include <algorithm>
#include <string_view>

namespace shopbell {

Result<Attribution> Attribution::make(const HistoryView& history, const AttributionWindows& windows)
{
    Attribution attribution;
    const std::pair<std::string_view, Duration> kinds[] = {{metrics::clickedEmail, windows.click},
                                                           {metrics::openedEmail, windows.open},
                                                           {metrics::receivedEmail, windows.delivery}};
    for (const auto& [name, window] : kinds) {
        if (const auto metric = history.findMetric(name)) {
            auto columns = history.metric(*metric);
            if (!columns) {
                return fail(columns.error());
            }
            attribution.m_touches.push_back({std::move(*columns), window});
        }
    }
    return attribution;
}

bool Attribution::isEarned(ProfileNumber buyer, Instant orderedAt) const
{
    return std::any_of(m_touches.begin(), m_touches.end(), [&](const Touch& touch) {
        const auto& columns = *touch.columns;
        const auto from = (orderedAt - touch.window).ms;
        const auto ranks = columns.ranksOf(buyer);
        // The first touch at or after the window's beginning decides: it lies before the order, or none does.
        const auto first = std::partition_point(ranks.begin(), ranks.end(),
                                                [&](std::uint32_t rank) { return columns.at.ms(rank) < from; });
        if (first != ranks.end() && columns.at.ms(*first) <= orderedAt.ms) {
            return true;
        }
        if (columns.tail.isEmpty()) {
            return false;
        }
        const auto fresh = columns.tail.ofProfile(buyer);
        return std::any_of(fresh.begin(), fresh.end(), [&](std::uint32_t entry) {
            return columns.tail.at[entry] >= from && columns.tail.at[entry] <= orderedAt.ms;
        });
    });
}

}  // namespace shopbell
