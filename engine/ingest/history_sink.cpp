// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/history_sink.h"

#include <algorithm>

namespace shopbell {

HistorySink::HistorySink(EventLog& log) : m_log(log) {}

HistorySink::~HistorySink() = default;

Result<void> HistorySink::record(ProfileId profile, std::string_view metric, Instant at, std::string_view uniqueId,
                                 std::string_view properties, bool backfill)
{
    auto id = m_log.ensureMetric(metric);
    if (!id) {
        return fail(id.error());
    }
    m_gathered.push_back({profile, *id, at, std::string(uniqueId), std::string(properties), backfill});
    return {};
}

Result<void> HistorySink::profilesMerged(ProfileId from, ProfileId into)
{
    // The log keeps what happened before a merge under the number of then, so it has to be there before.
    if (std::any_of(m_gathered.begin(), m_gathered.end(), [&](const Gathered& one) { return one.profile == from; })) {
        if (auto flushed = flush(); !flushed) {
            return fail(flushed.error());
        }
    }
    return m_log.profilesMerged(from, into);
}

Result<std::int64_t> HistorySink::flush()
{
    if (m_gathered.empty()) {
        return 0;
    }
    m_views.clear();
    for (const Gathered& one : m_gathered) {
        m_views.push_back({one.profile, one.metric, one.at, std::nullopt, one.uniqueId, one.properties, one.backfill});
    }
    auto counts = m_log.append(m_views);
    m_gathered.clear();
    m_views.clear();
    if (!counts) {
        return fail(counts.error());
    }
    return counts->appended;
}

void HistorySink::drop()
{
    m_gathered.clear();
    m_views.clear();
}

}  // namespace shopbell
