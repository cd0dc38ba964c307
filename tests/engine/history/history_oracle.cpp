// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history_oracle.h"

#include <algorithm>
#include <sstream>

namespace shopbell::test {

NewEvent PlainEvent::toNew() const
{
    NewEvent event;
    event.profile = {profile};
    event.metric = {metric};
    event.at = {at};
    if (value) {
        event.value = Decimal{*value};
    }
    event.uniqueId = uniqueId;
    event.properties = properties;
    event.backfill = backfill;
    return event;
}

std::int64_t HistoryOracle::living(std::int64_t profile) const
{
    for (auto found = m_merged.find(profile); found != m_merged.end(); found = m_merged.find(profile)) {
        profile = found->second;
    }
    return profile;
}

std::vector<PlainEvent>::iterator HistoryOracle::find(const PlainEvent& event)
{
    // The one written last, where a merge brought two with the same key together.
    auto best = m_events.end();
    for (auto there = m_events.begin(); there != m_events.end(); ++there) {
        if (living(there->profile) == living(event.profile) && there->metric == event.metric &&
            there->uniqueId == event.uniqueId && (!event.uniqueId.empty() || there->at == event.at) &&
            (best == m_events.end() || there->written > best->written)) {
            best = there;
        }
    }
    return best;
}

bool HistoryOracle::append(PlainEvent event)
{
    if (find(event) != m_events.end()) {
        return false;
    }
    event.profile = living(event.profile);
    event.written = ++m_written;
    m_events.push_back(std::move(event));
    return true;
}

bool HistoryOracle::replace(PlainEvent event)
{
    const auto there = find(event);
    if (there != m_events.end()) {
        if (there->at == event.at && there->value == event.value && there->properties == event.properties) {
            return false;
        }
        m_events.erase(there);
    }
    event.profile = living(event.profile);
    event.written = ++m_written;
    m_events.push_back(std::move(event));
    return true;
}

bool HistoryOracle::takeBack(std::int64_t profile, std::int64_t metric, const std::string& uniqueId)
{
    PlainEvent key;
    key.profile = profile;
    key.metric = metric;
    key.uniqueId = uniqueId;
    const auto there = find(key);
    if (there == m_events.end()) {
        return false;
    }
    m_events.erase(there);
    return true;
}

void HistoryOracle::erase(std::int64_t profile)
{
    const auto gone = living(profile);
    std::erase_if(m_events, [&](const PlainEvent& event) { return living(event.profile) == gone; });
}

void HistoryOracle::merge(std::int64_t from, std::int64_t into)
{
    if (living(from) != living(into)) {
        m_merged[living(from)] = living(into);
    }
}

std::vector<PlainEvent> HistoryOracle::list(std::int64_t metric) const
{
    std::vector<PlainEvent> listed;
    for (const PlainEvent& event : m_events) {
        if (metric == 0 || event.metric == metric) {
            listed.push_back(event);
            listed.back().profile = living(event.profile);
        }
    }
    std::ranges::sort(listed, [](const PlainEvent& a, const PlainEvent& b) {
        return a.at != b.at ? a.at < b.at : a.written < b.written;
    });
    return listed;
}

namespace {

std::string describe(const PlainEvent& event)
{
    std::ostringstream text;
    text << "profile " << event.profile << " at " << event.at << " value "
         << (event.value ? std::to_string(*event.value) : "-") << " id '" << event.uniqueId << "' " << event.properties;
    return text.str();
}

std::optional<std::int64_t> valueOf(std::int64_t micros)
{
    return micros == noValue ? std::nullopt : std::optional(micros);
}

}  // namespace

std::string findDifference(const HistoryView& view, const HistoryOracle& oracle, std::int64_t metric)
{
    auto loaded = view.metric({metric});
    if (!loaded) {
        return "metric() failed: " + loaded.error().what + " " + loaded.error().detail;
    }
    const MetricColumns& columns = **loaded;
    const auto expected = oracle.list(metric);
    if (columns.eventCount() != expected.size()) {
        return "metric " + std::to_string(metric) + " has " + std::to_string(columns.eventCount()) + " events, not " +
               std::to_string(expected.size());
    }
    // Base and tail merged by instant; base first at the same one.
    std::vector<EventRow> rows;
    std::uint32_t rank = 0;
    std::uint32_t i = 0;
    for (const PlainEvent& event : expected) {
        const bool fromTail =
            rank == columns.size() || (i < columns.tail.size() && columns.tail.at[i] < columns.at.ms(rank));
        PlainEvent seen = event;
        if (fromTail) {
            seen.profile = columns.tail.profile[i];
            seen.at = columns.tail.at[i];
            seen.value = valueOf(columns.tail.value[i]);
            rows.push_back({columns.tail.row[i]});
            ++i;
        } else {
            seen.profile = columns.profile[rank];
            seen.at = columns.at.ms(rank);
            seen.value = valueOf(columns.value.micros(rank));
            auto row = view.rowsOf({metric}, std::vector<std::uint32_t>{rank});
            if (!row || row->size() != 1) {
                return "rowsOf() failed";
            }
            rows.push_back(row->front());
            ++rank;
        }
        if (seen.profile != event.profile || seen.at != event.at || seen.value != event.value) {
            return "expected " + describe(event) + ", columns say " + describe(seen);
        }
    }
    auto events = view.loadEvents(rows);
    if (!events || events->size() != expected.size()) {
        return "loadEvents() failed: " + (events ? std::to_string(events->size()) : events.error().what);
    }
    for (std::size_t k = 0; k < expected.size(); ++k) {
        const Event& event = (*events)[k];
        const PlainEvent& wanted = expected[k];
        if (event.uniqueId != wanted.uniqueId || event.properties != wanted.properties ||
            event.backfill != wanted.backfill || event.profile.value != wanted.profile || event.at.ms != wanted.at ||
            event.metric.value != metric) {
            return "expected " + describe(wanted) + ", the log says id '" + event.uniqueId + "' " + event.properties;
        }
    }
    // Profile order, and both orders together for each profile.
    std::map<std::int64_t, std::vector<const PlainEvent*>> byProfile;
    for (const PlainEvent& event : expected) {
        byProfile[event.profile].push_back(&event);
    }
    std::size_t seen = 0;
    for (ProfileNumber p = 0; p < view.profileEnd(); ++p) {
        std::vector<EventPlace> places;
        columns.forEachOf(p, [&](const EventPlace& place) { places.push_back(place); });
        const auto found = byProfile.find(p);
        if (places.size() != (found == byProfile.end() ? 0 : found->second.size())) {
            return "profile " + std::to_string(p) + " has " + std::to_string(places.size()) + " events";
        }
        for (std::size_t k = 0; k < places.size(); ++k) {
            if (places[k].at.ms != found->second[k]->at || valueOf(places[k].value) != found->second[k]->value) {
                return "profile " + std::to_string(p) + " differs at its event " + std::to_string(k);
            }
        }
        seen += places.size();
        const auto last = columns.lastRank();
        const auto ranks = columns.ranksOf(p);
        if (p < last.size() && last[p] != (ranks.empty() ? 0 : ranks.back() + 1)) {
            return "lastRank of profile " + std::to_string(p) + " is wrong";
        }
    }
    if (seen != expected.size()) {
        return "some events belong to profiles past profileEnd()";
    }
    return {};
}

}  // namespace shopbell::test
