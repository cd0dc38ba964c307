// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/view.h"

#include "db/transaction.h"
#include "history/log_rows.h"

#include <algorithm>

namespace shopbell {

ProfileId ShelfView::resolve(ProfileId profile) const
{
    if (profile.value < 0 || profile.value > maxProfileNumber) {
        return profile;
    }
    return {m_moment.aliases->resolve(static_cast<ProfileNumber>(profile.value))};
}

std::optional<MetricId> ShelfView::findMetric(std::string_view name) const
{
    const auto& names = *m_moment.names;
    const auto found = std::ranges::find(names, name);
    if (name.empty() || found == names.end()) {
        return std::nullopt;
    }
    return MetricId{found - names.begin()};
}

std::string ShelfView::metricName(MetricId metric) const
{
    const auto& names = *m_moment.names;
    return metric.isValid() && metric.value < std::ssize(names) ? names[static_cast<std::size_t>(metric.value)]
                                                                : std::string();
}

std::vector<MetricId> ShelfView::listMetricIds() const
{
    std::vector<MetricId> ids;
    for (std::size_t id = 1; id < m_moment.names->size(); ++id) {
        if (!(*m_moment.names)[id].empty()) {
            ids.push_back({static_cast<std::int64_t>(id)});
        }
    }
    return ids;
}

Result<std::vector<MetricSummary>> ShelfView::listMetrics() const
{
    std::vector<MetricSummary> summaries;
    for (std::size_t id = 1; id < m_moment.names->size(); ++id) {
        if ((*m_moment.names)[id].empty()) {
            continue;
        }
        MetricSummary summary{{static_cast<std::int64_t>(id)}, (*m_moment.names)[id], 0, {}, {}};
        auto columns = tailed(summary.id);
        if (!columns) {
            return fail(columns.error());
        }
        const MetricColumns& events = **columns;
        summary.events = events.eventCount();
        if (events.size() > 0) {
            summary.first = events.at[0];
            summary.last = events.at[events.size() - 1];
        }
        if (!events.tail.isEmpty()) {
            const Instant first{events.tail.at.front()};
            const Instant last{events.tail.at.back()};
            summary.first = events.size() > 0 ? std::min(summary.first, first) : first;
            summary.last = events.size() > 0 ? std::max(summary.last, last) : last;
        }
        summaries.push_back(std::move(summary));
    }
    std::ranges::sort(summaries, {}, &MetricSummary::name);
    return summaries;
}

Result<std::shared_ptr<const TailedColumns>> ShelfView::tailed(MetricId metric) const
{
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto given = m_given.find(metric.value); given != m_given.end()) {
            return given->second;
        }
    }
    // Without the lock: others may read other metrics meanwhile. Of two that read this one, the first one's stays.
    auto columns = m_shelf->columns(m_moment, metric.value);
    if (!columns) {
        return columns;
    }
    const std::scoped_lock lock(m_mutex);
    return m_given.emplace(metric.value, std::move(*columns)).first->second;
}

bool ShelfView::isAtHand(MetricId metric) const
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_given.contains(metric.value)) {
            return true;
        }
    }
    return m_shelf->isAtHand(m_moment, metric.value);
}

Result<std::shared_ptr<const MetricColumns>> ShelfView::metric(MetricId metric) const
{
    auto columns = tailed(metric);
    if (!columns) {
        return fail(columns.error());
    }
    return std::shared_ptr<const MetricColumns>(std::move(*columns));
}

Result<std::vector<EventRow>> ShelfView::rowsOf(MetricId metric, std::span<const std::uint32_t> ranks) const
{
    auto columns = tailed(metric);
    if (!columns) {
        return fail(columns.error());
    }
    std::vector<EventRow> rows;
    rows.reserve(ranks.size());
    for (const std::uint32_t rank : ranks) {
        rows.push_back({(*columns)->base()->row(rank)});
    }
    return rows;
}

Result<std::vector<Event>> ShelfView::loadEvents(std::span<const EventRow> rows) const
{
    auto reader = m_shelf->reader();
    if (!reader) {
        return fail(reader.error());
    }
    // Without it each row locks the file anew.
    auto reading = db::Transaction::beginReading(**reader);
    if (!reading) {
        return fail(reading.error());
    }
    std::vector<Event> events;
    events.reserve(rows.size());
    for (const EventRow row : rows) {
        std::optional<Error> failure;
        auto found = logRows::visit(**reader, row.value, [&](const LogRow& stored) {
            if (!stored.isEvent()) {
                return;
            }
            auto decoded = reader->properties().decode(**reader, stored.properties);
            if (!decoded) {
                failure = decoded.error();
                return;
            }
            Event event;
            event.row = row;
            event.profile = resolve({stored.profile});
            event.metric = {stored.metric};
            event.at = {stored.at};
            if (stored.value != noValue) {
                event.value = Decimal{stored.value};
            }
            event.uniqueId = stored.uniqueId;
            event.properties = *decoded;
            event.backfill = (stored.flags & flagBackfill) != 0;
            events.push_back(std::move(event));
        });
        if (!found) {
            return fail(found.error());
        }
        if (failure) {
            return fail(*failure);
        }
    }
    return events;
}

Result<std::vector<ProfileId>> ShelfView::toldOf(std::span<const EventRow> rows) const
{
    auto reader = m_shelf->reader();
    if (!reader) {
        return fail(reader.error());
    }
    auto reading = db::Transaction::beginReading(**reader);
    if (!reading) {
        return fail(reading.error());
    }
    std::vector<ProfileId> owners;
    owners.reserve(rows.size());
    for (const EventRow row : rows) {
        auto owner = logRows::findOwner(**reader, row.value);
        if (!owner) {
            return fail(owner.error());
        }
        owners.push_back({*owner});
    }
    return owners;
}

}  // namespace shopbell
