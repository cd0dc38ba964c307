// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/shelf.h"

#include <map>

namespace shopbell {

/// HistoryView over one moment of the shelf.
class ShelfView final : public HistoryView {
public:
    ShelfView(std::shared_ptr<Shelf> shelf, Shelf::Moment moment)
        : m_shelf(std::move(shelf)), m_moment(std::move(moment))
    {
    }

    [[nodiscard]] EventRow through() const override { return {m_moment.through}; }
    [[nodiscard]] ProfileNumber profileEnd() const override { return m_moment.profileEnd; }
    [[nodiscard]] ProfileId resolve(ProfileId profile) const override;
    [[nodiscard]] std::optional<MetricId> findMetric(std::string_view name) const override;
    [[nodiscard]] std::string metricName(MetricId metric) const override;
    [[nodiscard]] std::vector<MetricId> listMetricIds() const override;
    [[nodiscard]] Result<std::vector<MetricSummary>> listMetrics() const override;
    [[nodiscard]] Result<std::shared_ptr<const MetricColumns>> metric(MetricId metric) const override;
    [[nodiscard]] bool isAtHand(MetricId metric) const override;
    [[nodiscard]] Result<std::shared_ptr<const PropertyColumn>>
    propertyColumn(MetricId metric, std::string_view path, const ReadingWatch& watch) const override;
    [[nodiscard]] Result<std::vector<std::string>> listPropertyPaths(MetricId metric) const override;
    [[nodiscard]] Result<std::vector<EventRow>> rowsOf(MetricId metric,
                                                       std::span<const std::uint32_t> ranks) const override;
    [[nodiscard]] Result<std::vector<Event>> loadEvents(std::span<const EventRow> rows) const override;
    [[nodiscard]] Result<std::vector<ProfileId>> toldOf(std::span<const EventRow> rows) const override;

private:
    [[nodiscard]] Result<std::shared_ptr<const TailedColumns>> tailed(MetricId metric) const;

    const std::shared_ptr<Shelf> m_shelf;
    const Shelf::Moment m_moment;
    mutable std::mutex m_mutex;
    mutable std::map<std::int64_t, std::shared_ptr<const TailedColumns>> m_given;
};

}  // namespace shopbell
