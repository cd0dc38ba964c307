// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/property_path.h"
#include "history/view.h"

#include <algorithm>
#include <map>

namespace shopbell {

Result<std::shared_ptr<const PropertyColumn>> ShelfView::propertyColumn(MetricId metric, std::string_view path,
                                                                        const ReadingWatch& watch) const
{
    auto columns = tailed(metric);
    if (!columns) {
        return fail(columns.error());
    }
    return m_shelf->propertyColumn(**columns, metric.value, path, watch);
}

Result<std::vector<std::string>> ShelfView::listPropertyPaths(MetricId metric) const
{
    constexpr std::uint32_t newest = 300;
    constexpr std::uint32_t spread = 300;
    auto columns = tailed(metric);
    if (!columns) {
        return fail(columns.error());
    }
    const std::uint32_t size = (*columns)->size();
    std::vector<std::uint32_t> ranks;
    for (std::uint32_t k = 0; k < std::min(newest, size); ++k) {
        ranks.push_back(size - 1 - k);
    }
    for (std::uint32_t k = 0; k < spread && size > newest; ++k) {
        ranks.push_back(static_cast<std::uint32_t>(std::uint64_t{size - newest} * k / spread));
    }
    auto rows = rowsOf(metric, ranks);
    if (!rows) {
        return fail(rows.error());
    }
    const auto& tail = (*columns)->tail;
    for (std::uint32_t k = 0; k < std::min(newest, tail.size()); ++k) {
        rows->push_back({tail.row[tail.size() - 1 - k]});
    }
    auto events = loadEvents(*rows);
    if (!events) {
        return fail(events.error());
    }
    std::map<std::string, std::size_t> counts;
    for (const Event& event : *events) {
        countPropertyPaths(event.properties, counts);
    }
    std::vector<std::string> paths;
    for (const auto& [path, count] : counts) {
        paths.push_back(path);
    }
    std::ranges::stable_sort(paths, std::greater{}, [&](const std::string& path) { return counts[path]; });
    return paths;
}

}  // namespace shopbell
