// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/segment_reading.h"

#include "base/text.h"
#include "history/event_log.h"
#include "profiles/profile_columns.h"
#include "runtime/live_members.h"
#include "segments/segment_store.h"

namespace shopbell {

namespace {

Result<std::vector<ProfileId>> membersOf(const segments::Sources& sources, SegmentId segment, Instant now,
                                         const LiveMembers* live)
{
    auto stored = segments::loadSegment(*sources.db, segment);
    if (!stored) {
        return fail(stored.error());
    }
    if (const auto* kept = live != nullptr ? live->find(segment, stored->definition, now) : nullptr) {
        return kept->members->ids();
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

std::function<void(std::string_view metric, std::string_view property, std::int64_t done, std::int64_t total)>
readingTeller(const NoticeBoard& notices)
{
    return [&notices](std::string_view metric, std::string_view property, std::int64_t done, std::int64_t total) {
        // Two who wait for the same property tell of one reading. The top bit is no command's.
        constexpr std::uint64_t noCommand = std::uint64_t{1} << 63;
        Notice notice;
        notice.topic = Topic::Progress;
        notice.progress.ticket = stableHash(property, stableHash(metric)) | noCommand;
        notice.progress.kind = Progress::Kind::Reading;
        notice.progress.words = say("reading-property", "Reading %1 of %2 for the first time",
                                    {std::string(property), std::string(metric)});
        notice.progress.done = done;
        notice.progress.total = total;
        notice.progress.finished = done == total;
        notices.publish(notice);
    };
}

segments::Sources sourcesOf(ReadContext& reading)
{
    segments::Sources sources;
    sources.history = reading.history;
    sources.people = &reading.people;
    sources.db = &reading.db;
    sources.zone = reading.zone;
    sources.workers = &reading.workers;
    sources.ledger = &reading.ledger;
    sources.places = &reading.places;
    sources.cancel = reading.cancel;
    sources.tellReading = readingTeller(reading.notices);
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
    sources.ledger = &writing.ledger;
    sources.places = &writing.places;
    sources.tellReading = readingTeller(writing.notices);
    return sources;
}

Result<std::vector<ProfileId>> listMembersOf(ReadContext& reading, SegmentId segment)
{
    return membersOf(sourcesOf(reading), segment, reading.clock.now(), reading.live.get());
}

Result<std::vector<ProfileId>> listMembersOf(WriteContext& writing, SegmentId segment)
{
    if (auto current = writing.people.refresh(); !current) {
        return fail(current.error());
    }
    return membersOf(sourcesOf(writing), segment, writing.clock.now(), nullptr);
}

Result<std::vector<ProfileDetail::Membership>> listSegmentsOf(ReadContext& reading, ProfileId profile)
{
    auto stored = segments::listSegments(reading.db);
    if (!stored) {
        return fail(stored.error());
    }
    std::vector<ProfileDetail::Membership> memberships;
    const auto sources = sourcesOf(reading);
    const auto now = reading.clock.now();
    const auto living = reading.history->resolve(profile);
    for (const auto& segment : *stored) {
        if (const auto* live = reading.live ? reading.live->find(segment.id, segment.definition, now) : nullptr) {
            if (live->members->contains(living)) {
                memberships.push_back({segment.id.value, segment.name, {}});
            }
            continue;
        }
        auto evaluator = segments::Evaluator::make(sources, segment.definition);
        if (!evaluator) {
            if (evaluator.error().kind == ErrorKind::NotFound) {
                continue;
            }
            return fail(evaluator.error());
        }
        auto holds = evaluator->contains(profile, now);
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
    const auto now = reading.clock.now();
    for (const auto& segment : *stored) {
        if (const auto* live = reading.live ? reading.live->find(segment.id, segment.definition, now) : nullptr) {
            counts.emplace_back(segment.name, live->count);
            continue;
        }
        auto evaluator = segments::Evaluator::make(sources, segment.definition);
        if (!evaluator) {
            if (evaluator.error().kind == ErrorKind::NotFound) {
                continue;
            }
            return fail(evaluator.error());
        }
        auto count = evaluator->count(now);
        if (!count) {
            return fail(count.error());
        }
        counts.emplace_back(segment.name, *count);
    }
    return counts;
}

}  // namespace shopbell
