// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/segment_memory.h"

#include "history/event_log.h"
#include "history/log_rows.h"
#include "model/metric.h"
#include "segments/known_members.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace shopbell {

namespace {

constexpr std::size_t pieceSize = 4'096;
/// Members in the workspace that are older than so many rows are written anew: so much of the log is read again when
/// the derived file is lost, some seconds at the most.
constexpr std::int64_t mostReplayed = 2'000'000;

void set(segments::ProfileBitmap& members, std::int64_t profile, bool in)
{
    const auto number = static_cast<ProfileNumber>(profile);
    if (in && number >= members.end()) {
        segments::ProfileBitmap wider(number + 1);
        std::copy(members.words().begin(), members.words().end(), wider.words().begin());
        members = std::move(wider);
    }
    if (number < members.end()) {
        in ? members.add(number) : members.remove(number);
    }
}

/// Counts the moves in that the log recorded, in each segment those after its row.
Result<void> replayMoves(db::Connection& db, const HistoryView& view, std::map<SegmentId, segments::MembersThen>& known)
{
    std::int64_t after = view.through().value;
    for (const auto& [segment, then] : known) {
        after = std::min(after, then.row);
    }
    const auto entered = view.findMetric(metrics::enteredSegment);
    const auto left = view.findMetric(metrics::leftSegment);
    const auto merged = view.findMetric(metrics::mergedProfile);
    const auto is = [](const std::optional<MetricId>& metric, std::int64_t id) {
        return metric && metric->value == id;
    };
    struct Row {
        EventRow row;
        std::int64_t profile = 0;  ///< as they were known then
        std::int64_t metric = 0;
    };
    std::vector<Row> rows;
    auto read = logRows::forEachKey(db, after, view.through().value, [&](const LogRow& row) {
        if (row.isEvent() && row.profile > 0 && row.profile <= maxProfileNumber &&
            (is(entered, row.metric) || is(left, row.metric) || is(merged, row.metric))) {
            rows.push_back({{row.row}, row.profile, row.metric});
        }
        return true;
    });
    if (!read) {
        return read;
    }
    for (std::size_t begin = 0; begin < rows.size(); begin += pieceSize) {
        const std::size_t end = std::min(rows.size(), begin + pieceSize);
        std::vector<EventRow> numbers;
        for (std::size_t i = begin; i < end; ++i) {
            numbers.push_back(rows[i].row);
        }
        auto events = view.loadEvents(numbers);
        if (!events) {
            return fail(events.error());
        }
        std::size_t next = begin;
        for (const Event& event : *events) {
            while (next < end && rows[next].row != event.row) {
                ++next;
            }
            const auto properties = nlohmann::json::parse(event.properties, nullptr, false);
            if (next == end || !properties.is_object()) {
                continue;
            }
            const Row& row = rows[next];
            const auto about = properties.find(is(merged, row.metric) ? "merged" : "segment");
            if (about == properties.end() || !about->is_number_integer()) {
                continue;
            }
            const auto id = about->get<std::int64_t>();
            if (is(merged, row.metric)) {
                // Who was merged was from then on in what either was in.
                for (auto& [segment, then] : known) {
                    if (row.row.value > then.row && then.members.contains(ProfileId{id})) {
                        set(then.members, id, false);
                        set(then.members, row.profile, true);
                    }
                }
            } else if (const auto found = known.find(SegmentId{id});
                       found != known.end() && row.row.value > found->second.row) {
                set(found->second.members, row.profile, is(entered, row.metric));
            }
        }
    }
    return {};
}

}  // namespace

Result<SegmentMemory::Recalled> SegmentMemory::recall(const HistoryView& view)
{
    auto recorded = segments::loadRecordedMembers(m_writing.db);
    if (!recorded) {
        return fail(recorded.error());
    }
    m_rows.clear();
    for (const auto& [segment, then] : recorded->segments) {
        m_rows.emplace(segment, then.row);
    }
    m_questions = std::move(recorded->questions);
    m_through = recorded->through;
    segments::KnownMembers known{std::move(recorded->segments), recorded->through};
    if (auto quick = segments::findKnownMembers(m_writing.workspace, m_writing.settings.token);
        quick && quick->through <= view.through().value) {
        // What it does not know was first looked at after it was written.
        quick->segments.merge(known.segments);
        known = std::move(*quick);
    }
    if (auto replayed = replayMoves(m_writing.db, view, known.segments); !replayed) {
        return fail(replayed.error());
    }
    Recalled recalled;
    recalled.questions = m_questions;
    recalled.through = known.through;
    for (auto& [segment, then] : known.segments) {
        recalled.members.emplace(segment, std::move(then.members));
    }
    return recalled;
}

Result<void> SegmentMemory::keep(const segments::LiveSegments& live, std::int64_t through)
{
    const auto members = live.known();
    if (auto recorded = record(members, live.questions(), through); !recorded) {
        return recorded;
    }
    return segments::saveKnownMembers(m_writing.workspace, m_writing.settings.token, members, through);
}

Result<void> SegmentMemory::record(const segments::LiveSegments::Known& members,
                                   segments::LiveSegments::Questions questions, std::int64_t through)
{
    segments::RecordedMembers now;
    std::map<SegmentId, std::int64_t> rows;
    for (const auto& [segment, its] : members) {
        const auto before = m_rows.find(segment);
        const bool stands = before != m_rows.end() && through - before->second <= mostReplayed;
        rows.emplace(segment, stands ? before->second : through);
        if (!stands) {
            now.segments.emplace(segment, segments::MembersThen{its, through});
        }
    }
    if (rows == m_rows && questions == m_questions && through == m_through) {
        return {};
    }
    now.questions = std::move(questions);
    now.through = through;
    auto recorded = segments::recordMembers(m_writing.db, now);
    if (recorded) {
        m_rows = std::move(rows);
        m_questions = std::move(now.questions);
        m_through = through;
    }
    return recorded;
}

}  // namespace shopbell
