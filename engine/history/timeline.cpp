// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/timeline.h"

#include <algorithm>
#include <limits>

namespace shopbell {

namespace {

struct Candidate {
    std::int64_t at = 0;
    std::int64_t row = 0;  ///< 0: in the base, not known yet
    MetricId metric;
    std::uint32_t rank = 0;
};

/// Goes back from place `end` (exclusive) and takes `limit` events that are earlier than `edge`, all that stand at it,
/// and all that share the last one's instant: which of those belong to the page, their rows will tell.
template <class At, class Take>
void takeNewest(std::size_t end, std::int64_t edge, std::size_t limit, const At& at, const Take& take)
{
    std::size_t earlier = 0;
    for (std::size_t k = end; k-- > 0;) {
        const std::int64_t ms = at(k);
        if (ms < edge) {
            if (earlier >= limit && ms != at(k + 1)) {
                return;
            }
            ++earlier;
        }
        take(k);
    }
}

void gather(const MetricColumns& columns, MetricId metric, const TimelineQuestion& question, std::int64_t edge,
            std::optional<ProfileNumber> profile, std::vector<Candidate>& found)
{
    const auto& tail = columns.tail;
    const auto fromTail = [&](std::uint32_t i) { found.push_back({tail.at[i], tail.row[i], metric, 0}); };
    if (profile) {
        const auto ranks = columns.ranksOf(*profile);
        const auto count =
            static_cast<std::size_t>(std::ranges::lower_bound(ranks, columns.at.countUpTo({edge})) - ranks.begin());
        takeNewest(
            count, edge, question.limit + 1, [&](std::size_t k) { return columns.at.ms(ranks[k]); },
            [&](std::size_t k) {
                found.push_back({columns.at.ms(ranks[k]), 0, metric, ranks[k]});
            });
        const auto fresh = tail.ofProfile(*profile);
        const auto freshCount =
            static_cast<std::size_t>(std::ranges::lower_bound(fresh, tail.countUpTo({edge})) - fresh.begin());
        takeNewest(
            freshCount, edge, question.limit + 1, [&](std::size_t k) { return tail.at[fresh[k]]; },
            [&](std::size_t k) { fromTail(fresh[k]); });
        return;
    }
    takeNewest(
        columns.at.countUpTo({edge}), edge, question.limit + 1,
        [&](std::size_t k) { return columns.at.ms(static_cast<std::uint32_t>(k)); },
        [&](std::size_t k) {
            const auto rank = static_cast<std::uint32_t>(k);
            found.push_back({columns.at.ms(rank), 0, metric, rank});
        });
    takeNewest(
        tail.countUpTo({edge}), edge, question.limit + 1, [&](std::size_t k) { return tail.at[k]; },
        [&](std::size_t k) { fromTail(static_cast<std::uint32_t>(k)); });
}

Result<void> fillRows(const HistoryView& history, std::vector<Candidate>& found)
{
    // Candidates of one metric stand together here; each metric is asked once.
    for (std::size_t begin = 0; begin < found.size();) {
        std::vector<std::uint32_t> ranks;
        std::size_t end = begin;
        for (; end < found.size() && found[end].metric == found[begin].metric; ++end) {
            if (found[end].row == 0) {
                ranks.push_back(found[end].rank);
            }
        }
        auto rows = history.rowsOf(found[begin].metric, ranks);
        if (!rows) {
            return fail(rows.error());
        }
        std::size_t next = 0;
        for (std::size_t k = begin; k < end; ++k) {
            if (found[k].row == 0) {
                found[k].row = (*rows)[next++].value;
            }
        }
        begin = end;
    }
    return {};
}

}  // namespace

Result<TimelinePage> loadTimeline(const HistoryView& history, const TimelineQuestion& question)
{
    if (question.limit == 0) {
        return TimelinePage{};
    }
    std::vector<MetricId> metrics = question.metrics;
    if (metrics.empty()) {
        metrics = history.listMetricIds();
    }
    std::int64_t edge = std::numeric_limits<std::int64_t>::max();
    if (question.before) {
        edge = question.before->at.ms;
    }
    if (question.upTo) {
        edge = std::min(edge, question.upTo->ms);
    }
    std::optional<ProfileNumber> profile;
    if (question.profile) {
        const ProfileId living = history.resolve(*question.profile);
        if (living.value < 0 || living.value > maxProfileNumber) {
            return TimelinePage{};
        }
        profile = static_cast<ProfileNumber>(living.value);
    }
    std::vector<Candidate> found;
    for (const MetricId metric : metrics) {
        auto columns = history.metric(metric);
        if (!columns) {
            return fail(columns.error());
        }
        gather(**columns, metric, question, edge, profile, found);
    }
    // Only what may be on the page needs its row: the newest ones by instant, and all that share the last one's.
    const auto isBefore = [&](const Candidate& c) { return !question.before || c.at < question.before->at.ms; };
    std::vector<std::int64_t> instants;
    for (const Candidate& candidate : found) {
        if (isBefore(candidate)) {
            instants.push_back(candidate.at);
        }
    }
    if (instants.size() > question.limit) {
        std::ranges::nth_element(instants, instants.begin() + static_cast<std::ptrdiff_t>(question.limit),
                                 std::greater{});
        const std::int64_t floor = instants[question.limit];
        std::erase_if(found, [&](const Candidate& candidate) { return candidate.at < floor; });
    }
    if (auto filled = fillRows(history, found); !filled) {
        return fail(filled.error());
    }
    if (question.before) {
        std::erase_if(found, [&](const Candidate& c) {
            return c.at == question.before->at.ms && c.row >= question.before->row.value;
        });
    }
    std::ranges::sort(
        found, [](const Candidate& a, const Candidate& b) { return a.at != b.at ? a.at > b.at : a.row > b.row; });
    TimelinePage page;
    if (found.size() > question.limit) {
        found.resize(question.limit);
        page.next = TimelineCursor{{found.back().at}, {found.back().row}};
    }
    std::vector<EventRow> rows;
    rows.reserve(found.size());
    for (const Candidate& candidate : found) {
        rows.push_back({candidate.row});
    }
    auto events = history.loadEvents(rows);
    if (!events) {
        return fail(events.error());
    }
    page.events = std::move(*events);
    return page;
}

}  // namespace shopbell
