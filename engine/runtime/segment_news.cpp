// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/segment_news.h"

#include "history/log_rows.h"
#include "model/metric.h"
#include "segments/segment_store.h"

#include <algorithm>
#include <unordered_map>

namespace shopbell {

namespace {

constexpr std::string_view lastProfileSql = "SELECT max(id) FROM profile";
constexpr std::string_view newProfilesSql = "SELECT id FROM profile WHERE id > ?1 AND id <= ?2";
constexpr std::string_view listsSql = "SELECT id, name FROM list ORDER BY id";

/// Past so many rows, who did something of their own is no longer looked for: it is an import.
constexpr std::int64_t mostLookedAt = 200'000;

}  // namespace

Result<NewsMark> newestMark(db::Connection& db, const HistoryView& view)
{
    NewsMark mark;
    mark.row = view.through().value;
    auto profile = db.findInteger(lastProfileSql);
    if (!profile) {
        return fail(profile.error());
    }
    mark.profile = profile->value_or(0);
    auto stored = segments::listSegments(db);
    if (!stored) {
        return fail(stored.error());
    }
    for (const auto& segment : *stored) {
        mark.definitions +=
            std::to_string(segment.id.value) + '\t' + segment.name + '\t' + segment.definition.json + '\n';
    }
    auto read = db.each(listsSql, [&](db::Statement& row) {
        mark.definitions += std::to_string(row.integer(0)) + '\t' + row.string(1) + '\n';
    });
    return read ? Result<NewsMark>(std::move(mark)) : fail(read.error());
}

Result<SegmentNews> readNews(db::Connection& db, const HistoryView& view, const NewsMark& from, const NewsMark& to,
                             const std::function<bool(std::string_view)>& concerns)
{
    SegmentNews news;
    news.quiet = segments::ProfileBitmap(view.profileEnd());
    if (to.row - from.row > mostLookedAt) {
        news.rebuild = true;
        std::fill(news.quiet.words().begin(), news.quiet.words().end(), ~std::uint64_t{0});
        return news;
    }
    news.rebuild = to.row - from.row > mostSingleNews || to.profile - from.profile > mostSingleNews;
    const auto merged = view.findMetric(metrics::mergedProfile);
    std::unordered_map<std::int64_t, bool> concerned;
    segments::ProfileBitmap lively(view.profileEnd());
    std::vector<EventRow> rows;
    auto done = logRows::forEachKey(db, from.row, to.row, [&](const LogRow& row) {
        news.rebuild = news.rebuild || !row.isEvent() || row.replaces != 0 || (merged && merged->value == row.metric);
        const ProfileId profile = view.resolve({row.profile});
        if (profile.value > 0 && profile.value < view.profileEnd()) {
            auto& bits = (row.flags & flagBackfill) != 0 ? news.quiet : lively;
            bits.add(static_cast<ProfileNumber>(profile.value));
        }
        if (!news.rebuild) {
            const auto [known, isNew] = concerned.try_emplace(row.metric, false);
            if (isNew) {
                known->second = concerns(view.metricName({row.metric}));
            }
            if (known->second) {
                rows.push_back({row.row});
            }
        }
        return true;
    });
    if (!done) {
        return fail(done.error());
    }
    for (std::size_t i = 0; i < news.quiet.words().size(); ++i) {
        news.quiet.words()[i] &= ~lively.words()[i];
    }
    if (news.rebuild) {
        return news;
    }
    auto created = db.each(
        newProfilesSql, [&](db::Statement& row) { news.created.push_back(row.id<ProfileId>(0)); }, from.profile,
        to.profile);
    if (!created) {
        return fail(created.error());
    }
    auto events = view.loadEvents(rows);
    if (!events) {
        return fail(events.error());
    }
    news.events = std::move(*events);
    news.metrics.reserve(news.events.size());
    for (const Event& event : news.events) {
        news.metrics.push_back(view.metricName(event.metric));
    }
    for (std::size_t i = 0; i < news.events.size(); ++i) {
        const Event& event = news.events[i];
        news.live.push_back({event.profile, news.metrics[i], event.at, event.value, event.row, event.properties});
    }
    return news;
}

}  // namespace shopbell
