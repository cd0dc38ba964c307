// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/materials.h"

#include "model/metric.h"
#include "segments/worker_pair.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <atomic>

namespace shopbell::segments {

namespace {

/// Whole events are read in pieces, so that many of them need little room.
constexpr std::size_t pieceSize = 8'192;

}  // namespace

Result<std::shared_ptr<Materials>> Materials::make(const Sources& sources)
{
    auto materials = std::shared_ptr<Materials>(new Materials(sources));
    if (auto refreshed = sources.people->refresh(); !refreshed) {
        return fail(refreshed.error());
    }
    auto people = sources.people->people();
    if (!people) {
        return fail(people.error());
    }
    materials->m_people = std::move(*people);
    return materials;
}

void Materials::preload(const std::set<std::string>& metrics)
{
    std::vector<MetricId> missing;
    for (const std::string& name : metrics) {
        if (const auto id = history().findMetric(name); id && !history().isAtHand(*id)) {
            missing.push_back(*id);
        }
    }
    if (missing.size() < 2 || m_sources.workers == nullptr) {
        return;
    }
    std::atomic<std::size_t> next = 0;
    m_sources.workers->run([&](int) {
        for (std::size_t i = next++; i < missing.size(); i = next++) {
            static_cast<void>(history().metric(missing[i]));
        }
    });
}

Result<std::shared_ptr<const MetricColumns>> Materials::metric(std::string_view name)
{
    if (const auto known = m_metrics.find(name); known != m_metrics.end()) {
        return known->second;
    }
    std::shared_ptr<const MetricColumns> columns;
    if (const auto id = history().findMetric(name)) {
        auto loaded = history().metric(*id);
        if (!loaded) {
            return fail(loaded.error());
        }
        columns = std::move(*loaded);
    }
    m_metrics.emplace(name, columns);
    return columns;
}

Result<std::shared_ptr<const PropertyColumn>> Materials::eventProperty(std::string_view metricName,
                                                                       std::string_view path)
{
    // The columns come first: properties are parallel to what this view's metric() gave.
    if (auto columns = metric(metricName); !columns) {
        return fail(columns.error());
    }
    const auto id = history().findMetric(metricName);
    if (!id) {
        return std::shared_ptr<const PropertyColumn>();
    }
    return history().propertyColumn(*id, path, readingWatch(m_sources, metricName, path));
}

Result<std::shared_ptr<PropertyReader>> Materials::property(std::string_view name)
{
    if (const auto known = m_properties.find(name); known != m_properties.end()) {
        return known->second;
    }
    auto column = m_sources.people->property(name);
    if (!column) {
        return fail(column.error());
    }
    auto reader = std::make_shared<PropertyReader>(std::string(name), std::move(*column));
    m_properties.emplace(name, reader);
    return reader;
}

std::vector<std::int64_t> Materials::rowsOf(std::string_view metricName, const MetricColumns& columns,
                                            const std::vector<EventPlace>& places) const
{
    std::vector<std::int64_t> rows(places.size());
    std::vector<std::uint32_t> ranks;
    for (const EventPlace& place : places) {
        if (!place.inTail) {
            ranks.push_back(place.index);
        }
    }
    std::vector<EventRow> found;
    if (const auto id = history().findMetric(metricName); id && !ranks.empty()) {
        if (auto loaded = history().rowsOf(*id, ranks)) {
            found = std::move(*loaded);
        }
    }
    std::size_t next = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        rows[i] = places[i].inTail ? columns.tail.row[places[i].index] : next < found.size() ? found[next++].value : 0;
    }
    return rows;
}

Result<bool> Materials::hasEventsAfter(std::string_view name, std::int64_t at)
{
    auto columns = metric(name);
    if (!columns) {
        return fail(columns.error());
    }
    if (!*columns) {
        return false;
    }
    const MetricColumns& found = **columns;
    return found.at.countUpTo({at}) < found.size() || found.tail.countUpTo({at}) < found.tail.size();
}

Result<void> Materials::forEachEvent(std::string_view name, const OnEvent& onEvent)
{
    auto loaded = metric(name);
    if (!loaded) {
        return fail(loaded.error());
    }
    if (!*loaded) {
        return {};
    }
    const auto& columns = *loaded;
    struct Item {
        ProfileNumber profile = 0;
        EventPlace place;
    };
    std::vector<Item> items;
    items.reserve(columns->eventCount());
    ProfileNumber nextTouched = 0;
    const auto addProfile = [&](ProfileNumber profile) {
        columns->forEachOf(profile, [&](const EventPlace& place) { items.push_back({profile, place}); });
    };
    const auto touched = columns->tail.touched;
    for (ProfileNumber profile = 0; profile < columns->profileEnd(); ++profile) {
        const bool fresh = nextTouched < touched.size() && touched[nextTouched] == profile;
        nextTouched += fresh ? 1 : 0;
        if (fresh || columns->offsets[profile] != columns->offsets[profile + 1]) {
            addProfile(profile);
        }
    }
    for (; nextTouched < touched.size(); ++nextTouched) {
        addProfile(touched[nextTouched]);
    }
    std::vector<EventPlace> places;
    std::vector<EventRow> rows;
    for (std::size_t begin = 0; begin < items.size(); begin += pieceSize) {
        if (m_sources.cancel.isCancelled()) {
            return fail(ErrorKind::Cancelled, "The question was given up.");
        }
        const std::size_t end = std::min(items.size(), begin + pieceSize);
        places.clear();
        rows.clear();
        for (std::size_t i = begin; i < end; ++i) {
            places.push_back(items[i].place);
        }
        for (const std::int64_t row : rowsOf(name, *columns, places)) {
            rows.push_back({row});
        }
        auto events = history().loadEvents(rows);
        if (!events) {
            return fail(events.error());
        }
        // Rows that are no longer there (erased meanwhile) are left out of the answer.
        std::size_t next = begin;
        for (const Event& event : *events) {
            while (next < end && rows[next - begin] != event.row) {
                ++next;
            }
            if (next == end) {
                break;
            }
            onEvent(items[next].profile, event.at.ms, event.row.value, event.properties);
            ++next;
        }
    }
    return {};
}

Result<void> PropertyReader::ready(Materials& materials, std::int64_t at)
{
    if (m_loaded || m_name == "created_at") {
        return {};
    }
    auto later = materials.hasEventsAfter(metrics::changedProfile, at);
    if (!later || !*later) {
        return later ? Result<void>() : fail(later.error());
    }
    auto past = std::make_shared<ProfilePropertyColumn>(*m_column);
    const bool isColumn = m_name == "email" || m_name == "phone";
    auto done = materials.forEachEvent(metrics::changedProfile, [&](ProfileNumber profile, std::int64_t when,
                                                                    std::int64_t, const std::string& properties) {
        const auto json = nlohmann::json::parse(properties, nullptr, false);
        if (!json.is_object()) {
            return;
        }
        const auto changes = json.find("changes");
        if (changes == json.end() || !changes->is_object()) {
            return;
        }
        const auto change = changes->find(m_name);
        if (change == changes->end() || !change->is_object()) {
            return;
        }
        const auto before = change->find("from");
        std::uint32_t code = 0;
        if (before != change->end()) {
            code = isColumn && before->is_string() ? (before->get_ref<const std::string&>().empty()
                                                          ? 0
                                                          : past->encodeText(before->get_ref<const std::string&>()))
                                                   : past->encodeJson(before->dump());
        }
        m_changes.push_back({profile, when, code});
    });
    if (!done) {
        return done;
    }
    m_past = std::move(past);
    m_loaded = true;
    return {};
}

std::uint32_t PropertyReader::codeAt(ProfileNumber profile, std::int64_t at) const
{
    if (m_loaded) {
        const auto later = std::partition_point(m_changes.begin(), m_changes.end(), [&](const Change& change) {
            return change.profile < profile || (change.profile == profile && change.at <= at);
        });
        if (later != m_changes.end() && later->profile == profile) {
            return later->before;
        }
    }
    return m_column->code(profile);
}

std::vector<ProfileNumber> PropertyReader::changedAfter(std::int64_t at) const
{
    std::vector<ProfileNumber> profiles;
    for (const Change& change : m_changes) {
        if (change.at > at && (profiles.empty() || profiles.back() != change.profile)) {
            profiles.push_back(change.profile);
        }
    }
    return profiles;
}

}  // namespace shopbell::segments
