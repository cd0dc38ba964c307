// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/column_set.h"
#include "history/history_view.h"
#include "segments/merged_families.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell::segments {

/// The history of some people who were several once and are fewer now, with each event given to who they were: profile
/// numbers are the parting's. What tells of changes in somebody's facts ends with their time as they were. One thread.
class ApartHistory final : public HistoryView {
public:
    /// Both outlive it.
    ApartHistory(std::shared_ptr<const HistoryView> whole, MergedFamilies& families, const Parting& parting)
        : m_whole(std::move(whole)), m_families(families), m_parting(parting)
    {
    }

    [[nodiscard]] EventRow through() const override { return m_whole->through(); }
    [[nodiscard]] ProfileNumber profileEnd() const override { return static_cast<ProfileNumber>(m_parting.ids.size()); }
    /// From the ids of the workspace to the parting's numbers; nobody (0) for people who are not in it.
    [[nodiscard]] ProfileId resolve(ProfileId profile) const override;
    [[nodiscard]] std::optional<MetricId> findMetric(std::string_view name) const override
    {
        return m_whole->findMetric(name);
    }
    [[nodiscard]] std::string metricName(MetricId metric) const override { return m_whole->metricName(metric); }
    [[nodiscard]] std::vector<MetricId> listMetricIds() const override { return m_whole->listMetricIds(); }
    [[nodiscard]] Result<std::vector<MetricSummary>> listMetrics() const override;
    [[nodiscard]] Result<std::shared_ptr<const MetricColumns>> metric(MetricId metric) const override;
    [[nodiscard]] bool isAtHand(MetricId) const override { return true; }
    using HistoryView::propertyColumn;
    [[nodiscard]] Result<std::shared_ptr<const PropertyColumn>>
    propertyColumn(MetricId metric, std::string_view path, const ReadingWatch& watch) const override;
    [[nodiscard]] Result<std::vector<std::string>> listPropertyPaths(MetricId metric) const override
    {
        return m_whole->listPropertyPaths(metric);
    }
    [[nodiscard]] Result<std::vector<EventRow>> rowsOf(MetricId metric,
                                                       std::span<const std::uint32_t> ranks) const override;
    /// Their profiles are the living ones.
    [[nodiscard]] Result<std::vector<Event>> loadEvents(std::span<const EventRow> rows) const override
    {
        return m_whole->loadEvents(rows);
    }
    [[nodiscard]] Result<std::vector<ProfileId>> toldOf(std::span<const EventRow> rows) const override
    {
        return m_whole->toldOf(rows);
    }

private:
    struct Given {
        std::shared_ptr<const ColumnSet> columns;
        std::vector<EventPlace> places;  ///< by rank: where the event stands in the columns of everybody
    };
    [[nodiscard]] Result<const Given*> give(MetricId metric) const;

    const std::shared_ptr<const HistoryView> m_whole;
    MergedFamilies& m_families;
    const Parting& m_parting;
    mutable std::map<std::int64_t, Given> m_given;
};

}  // namespace shopbell::segments
