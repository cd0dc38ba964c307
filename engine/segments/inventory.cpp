// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/inventory.h"

#include "base/text.h"
#include "model/metric.h"
#include "segments/materials.h"
#include "segments/property_test.h"

#include <algorithm>
#include <map>

namespace shopbell::segments {

namespace {

/// Adds up what codes stand for; one code may hold several values, and one value stand in several codes.
class ValueCounter {
public:
    explicit ValueCounter(const TimeZone& zone) : m_zone(zone) {}

    void add(std::span<const PropertyAtom> atoms, bool isList, std::int64_t count)
    {
        m_lists += isList ? count : 0;
        for (const PropertyAtom& atom : atoms) {
            m_atoms += count;
            m_numbers += atom.kind == PropertyAtom::Kind::Number ? count : 0;
            m_booleans += atom.kind == PropertyAtom::Kind::Boolean ? count : 0;
            m_dates += findDate(atom, m_zone) ? count : 0;
            m_counts[atom.text] += count;
        }
    }

    [[nodiscard]] KnownValues finish(std::string_view search, std::size_t limit) const
    {
        KnownValues known;
        known.distinct = static_cast<std::int64_t>(m_counts.size());
        const auto mostly = [&](std::int64_t count) { return m_atoms > 0 && count * 10 >= m_atoms * 9; };
        known.kind = m_lists * 2 > m_atoms && m_lists > 0 ? ValueKind::List
                     : mostly(m_numbers)                  ? ValueKind::Number
                     : mostly(m_booleans)                 ? ValueKind::Boolean
                     : mostly(m_dates)                    ? ValueKind::Date
                                                          : ValueKind::Text;
        const std::string wanted = toLowerAscii(search);
        std::vector<std::pair<std::int64_t, std::string_view>> found;
        for (const auto& [text, count] : m_counts) {
            if (wanted.empty() || toLowerAscii(text).find(wanted) != std::string::npos) {
                found.emplace_back(count, text);
            }
        }
        const std::size_t shown = std::min(limit, found.size());
        std::partial_sort(
            found.begin(), found.begin() + static_cast<std::ptrdiff_t>(shown), found.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
        for (std::size_t i = 0; i < shown; ++i) {
            known.values.push_back({std::string(found[i].second), found[i].first});
        }
        return known;
    }

private:
    const TimeZone& m_zone;
    std::map<std::string_view, std::int64_t> m_counts;
    std::int64_t m_atoms = 0;
    std::int64_t m_numbers = 0;
    std::int64_t m_booleans = 0;
    std::int64_t m_dates = 0;
    std::int64_t m_lists = 0;
};

}  // namespace

Result<std::vector<KnownMetric>> listKnownMetrics(const Sources& sources)
{
    auto metrics = sources.history->listMetrics();
    if (!metrics) {
        return fail(metrics.error());
    }
    std::vector<KnownMetric> known;
    for (MetricSummary& metric : *metrics) {
        known.push_back({std::move(metric.name), metric.events, metric.first, metric.last});
    }
    std::stable_sort(known.begin(), known.end(),
                     [](const KnownMetric& a, const KnownMetric& b) { return a.events > b.events; });
    return known;
}

Result<std::vector<KnownProperty>> listProfileProperties(const Sources& sources)
{
    auto names = sources.people->listPropertyNames();
    if (!names) {
        return fail(names.error());
    }
    std::vector<KnownProperty> known;
    for (auto& [name, count] : *names) {
        known.push_back({std::move(name), count});
    }
    return known;
}

Result<std::vector<KnownProperty>> listEventProperties(const Sources& sources, std::string_view metric)
{
    std::vector<KnownProperty> known;
    const auto id = sources.history->findMetric(metric);
    if (!id) {
        return known;
    }
    auto paths = sources.history->listPropertyPaths(*id);
    if (!paths) {
        return fail(paths.error());
    }
    for (std::string& path : *paths) {
        // Both as they were before: kept for questions about that time, and nothing to choose from.
        if (metric != metrics::mergedProfile || !path.starts_with("before.")) {
            known.push_back({std::move(path), 0});
        }
    }
    return known;
}

Result<KnownValues> listProfileValues(const Sources& sources, std::string_view property, std::string_view search,
                                      std::size_t limit)
{
    if (auto refreshed = sources.people->refresh(); !refreshed) {
        return fail(refreshed.error());
    }
    auto column = sources.people->property(property);
    if (!column) {
        return fail(column.error());
    }
    std::vector<std::int64_t> counts((*column)->codeCount());
    for (const std::uint32_t code : (*column)->codes()) {
        ++counts[code];
    }
    ValueCounter counter(sources.zone);
    for (std::uint32_t code = 1; code < counts.size(); ++code) {
        if (counts[code] > 0) {
            counter.add((*column)->atoms(code), (*column)->isList(code), counts[code]);
        }
    }
    return counter.finish(search, limit);
}

Result<KnownValues> listEventValues(const Sources& sources, std::string_view metric, std::string_view property,
                                    std::string_view search, std::size_t limit)
{
    const auto id = sources.history->findMetric(metric);
    if (!id) {
        return KnownValues{};
    }
    if (auto columns = sources.history->metric(*id); !columns) {
        return fail(columns.error());
    }
    auto column = sources.history->propertyColumn(*id, property, readingWatch(sources, metric, property));
    if (!column) {
        return fail(column.error());
    }
    const auto counts = (*column)->counts();
    ValueCounter counter(sources.zone);
    for (std::uint32_t code = 1; code < (*column)->codeCount() && code < counts.size(); ++code) {
        if (counts[code] > 0) {
            counter.add((*column)->atoms(code), (*column)->isList(code), counts[code]);
        }
    }
    return counter.finish(search, limit);
}

}  // namespace shopbell::segments
