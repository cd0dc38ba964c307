// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "history/columns.h"
#include "history/property_column.h"
#include "model/event.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell {

/// One kind of event as the history knows it.
struct MetricSummary {
    MetricId id;
    std::string name;
    std::int64_t events = 0;
    Instant first;  ///< of its earliest and latest event; ms 0 both when it has none
    Instant last;
};

/// Whoever waits while a property is read for the first time.
struct ReadingWatch {
    CancelToken cancel = {};
    /// How many of how many events are read: now and then, on the asking thread, and with done == total at the end,
    /// however it ended. Not called for what takes no time. May be empty.
    std::function<void(std::int64_t done, std::int64_t total)> tell = {};
};

/// The history as it stood at one moment, for reading: what every question runs on (segments, reports, predictions).
///
/// EventLog::view() hands out the newest one, at the cost of a pointer; it stays as it is while the log goes on. Held
/// by shared_ptr and used from any thread, several at once. Columns are loaded when first asked for and then shared by
/// all views; that call may take as long as reading them does (tens of nanoseconds an event from the derived file), all
/// later ones are a lock and a pointer. Keep a view for the length of a question, not longer: what it gave cannot leave
/// memory before it.
///
/// Profile number 0 is nobody: events that count in revenue but belong to no person. Segments leave it out.
///
/// "As of T" is not another view: an event is known from its instant on, so a question takes the events with at <= T
/// (rank < columns.at.countUpTo(T), tail entries below tail.countUpTo(T)).
class HistoryView {
public:
    virtual ~HistoryView() = default;

    /// The last log row that is in this view.
    [[nodiscard]] virtual EventRow through() const = 0;
    /// One past the highest profile number in use here; arrays by profile want this size.
    [[nodiscard]] virtual ProfileNumber profileEnd() const = 0;
    /// The living profile that an id stands for (after merges); the id itself mostly.
    [[nodiscard]] virtual ProfileId resolve(ProfileId profile) const = 0;

    [[nodiscard]] virtual std::optional<MetricId> findMetric(std::string_view name) const = 0;
    [[nodiscard]] virtual std::string metricName(MetricId metric) const = 0;
    /// Every metric that has a name, by id.
    [[nodiscard]] virtual std::vector<MetricId> listMetricIds() const = 0;
    /// By name. Counts are of events that stand (not taken back, not replaced).
    [[nodiscard]] virtual Result<std::vector<MetricSummary>> listMetrics() const = 0;

    /// The events of a metric; empty columns for one without events. Fails only when the workspace itself cannot be
    /// read.
    [[nodiscard]] virtual Result<std::shared_ptr<const MetricColumns>> metric(MetricId metric) const = 0;
    /// metric() will not have to read: worth knowing for who could read several at once.
    [[nodiscard]] virtual bool isAtHand(MetricId metric) const = 0;
    /// One property of the metric's events, parallel to what this view's metric() gives. The first time it is asked
    /// for, every event's properties are read (about a microsecond each); the column is then kept in the derived file.
    /// Cancelled when the watch says so: what was read by then is not read again the next time.
    [[nodiscard]] virtual Result<std::shared_ptr<const PropertyColumn>>
    propertyColumn(MetricId metric, std::string_view path, const ReadingWatch& watch) const = 0;
    /// For who waits as long as it takes.
    [[nodiscard]] Result<std::shared_ptr<const PropertyColumn>> propertyColumn(MetricId metric,
                                                                               std::string_view path) const
    {
        return propertyColumn(metric, path, ReadingWatch());
    }
    /// Property paths seen in the metric's events (a sample: the newest, and some spread over its life), most frequent
    /// first.
    [[nodiscard]] virtual Result<std::vector<std::string>> listPropertyPaths(MetricId metric) const = 0;

    /// Log rows of events found in metric(metric): `ranks` are of the base; rows come in the same order.
    [[nodiscard]] virtual Result<std::vector<EventRow>> rowsOf(MetricId metric,
                                                               std::span<const std::uint32_t> ranks) const = 0;
    /// Whole events by log row, in the order asked; rows that are no longer there are left out.
    [[nodiscard]] virtual Result<std::vector<Event>> loadEvents(std::span<const EventRow> rows) const = 0;
    /// Whose event each of these rows was when it was told, before any later merge; of a row that stands in for another
    /// one, that one's. In the order asked; nobody (0) for rows that are no longer there. About two microseconds each.
    [[nodiscard]] virtual Result<std::vector<ProfileId>> toldOf(std::span<const EventRow> rows) const = 0;
};

}  // namespace shopbell
