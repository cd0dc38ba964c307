// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/segment_reading.h"

#include "history/event_log.h"
#include "profiles/profile_columns.h"
#include "segments/segment_store.h"

namespace shopbell {

namespace {

Result<std::vector<ProfileId>> membersOf(const segments::Sources& sources, SegmentId segment, Instant now)
{
    auto stored = segments::loadSegment(*sources.db, segment);
    if (!stored) {
        return fail(stored.error());
    }
    auto evaluator = segments::Evaluator::make(sources, stored->definition);
    if (!evaluator) {
        return fail(evaluator.error());
    }
    auto members = evaluator->members(now);
    if (!members) {
        return fail(members.error());
    }
    return members->ids();
}

}  // namespace

segments::Sources sourcesOf(ReadContext& reading)
{
    segments::Sources sources;
    sources.history = reading.history;
    sources.people = &reading.people;
    sources.db = &reading.db;
    sources.zone = reading.zone;
    sources.workers = &reading.workers;
    sources.cancel = reading.cancel;
    return sources;
}

segments::Sources sourcesOf(WriteContext& writing)
{
    segments::Sources sources;
    sources.history = writing.log.view();
    sources.people = &writing.people;
    sources.db = &writing.db;
    sources.zone = writing.zone;
    sources.workers = &writing.workers;
    return sources;
}

Result<std::vector<ProfileId>> listMembersOf(ReadContext& reading, SegmentId segment)
{
    return membersOf(sourcesOf(reading), segment, reading.clock.now());
}

Result<std::vector<ProfileId>> listMembersOf(WriteContext& writing, SegmentId segment)
{
    if (auto current = writing.people.refresh(); !current) {
        return fail(current.error());
    }
    return membersOf(sourcesOf(writing), segment, writing.clock.now());
}

Result<std::vector<ProfileDetail::Membership>> listSegmentsOf(ReadContext& reading, ProfileId profile)
{
    auto stored = segments::listSegments(reading.db);
    if (!stored) {
        return fail(stored.error());
    }
    std::vector<ProfileDetail::Membership> memberships;
    const auto sources = sourcesOf(reading);
    for (const auto& segment : *stored) {
        auto evaluator = segments::Evaluator::make(sources, segment.definition);
        if (!evaluator) {
            return fail(evaluator.error());
        }
        auto holds = evaluator->contains(profile, reading.clock.now());
        if (!holds) {
            return fail(holds.error());
        }
        if (*holds) {
            memberships.push_back({segment.id.value, segment.name, {}});
        }
    }
    return memberships;
}

Result<std::vector<std::pair<std::string, std::int64_t>>> countSavedSegments(ReadContext& reading)
{
    auto stored = segments::listSegments(reading.db);
    if (!stored) {
        return fail(stored.error());
    }
    std::vector<std::pair<std::string, std::int64_t>> counts;
    const auto sources = sourcesOf(reading);
    for (const auto& segment : *stored) {
        auto evaluator = segments::Evaluator::make(sources, segment.definition);
        if (!evaluator) {
            return fail(evaluator.error());
        }
        auto count = evaluator->count(reading.clock.now());
        if (!count) {
            return fail(count.error());
        }
        counts.emplace_back(segment.name, *count);
    }
    return counts;
}

}  // namespace shopbell
