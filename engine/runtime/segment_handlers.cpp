// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/segments.h"
#include "db/transaction.h"
#include "profiles/profile_reading.h"
#include "runtime/handlers.h"
#include "runtime/live_members.h"
#include "runtime/segment_reading.h"
#include "segments/explain.h"
#include "segments/segment_store.h"

#include <algorithm>
#include <chrono>

namespace shopbell {

namespace {

Result<SegmentCount> countSegment(ReadContext& reading, const CountSegment& question)
{
    // Loading columns is paid once a process; what is told is the evaluation, with everything it needs at hand.
    auto evaluator = segments::Evaluator::make(sourcesOf(reading), question.what);
    if (!evaluator) {
        return fail(evaluator.error());
    }
    const auto at = question.asOf.value_or(reading.clock.now());
    const auto begun = std::chrono::steady_clock::now();
    auto count = evaluator->count(at);
    const auto took = std::chrono::steady_clock::now() - begun;
    if (!count) {
        return fail(count.error());
    }
    auto everybody = evaluator->everybody(at);
    if (!everybody) {
        return fail(everybody.error());
    }
    return SegmentCount{*count, everybody->count(), std::chrono::duration<double, std::milli>(took).count()};
}

Result<SegmentInfo> describe(ReadContext& reading, const segments::StoredSegment& stored)
{
    SegmentInfo info;
    info.id = stored.id;
    info.name = stored.name;
    info.definition = stored.definition;
    info.createdAt = stored.createdAt;
    info.changedAt = stored.changedAt;
    auto parsed = segments::parseDefinition(stored.definition);
    if (!parsed) {
        return fail(parsed.error());
    }
    auto named = segments::nameReferences(reading.db, *parsed);
    if (!named) {
        return fail(named.error());
    }
    info.words = segments::toWords(*named);
    const auto now = reading.clock.now();
    if (const auto* live = reading.live ? reading.live->find(stored.id, stored.definition, now) : nullptr) {
        info.members = live->count;
        return info;
    }
    auto evaluator = segments::Evaluator::make(sourcesOf(reading), *parsed);
    if (!evaluator) {
        // One that leans on what is gone must not hide the others.
        const ErrorKind kind = evaluator.error().kind;
        if (kind != ErrorKind::NotFound && kind != ErrorKind::InvalidInput) {
            return fail(evaluator.error());
        }
        info.problem = sentenceOf(evaluator.error());
        return info;
    }
    auto count = evaluator->count(now);
    if (!count) {
        return fail(count.error());
    }
    info.members = *count;
    return info;
}

Result<std::vector<SegmentInfo>> listAll(ReadContext& reading, const ListSegments&)
{
    auto stored = segments::listSegments(reading.db);
    if (!stored) {
        return fail(stored.error());
    }
    std::vector<SegmentInfo> infos;
    for (const auto& segment : *stored) {
        auto info = describe(reading, segment);
        if (!info) {
            return fail(info.error());
        }
        infos.push_back(std::move(*info));
    }
    return infos;
}

Result<SegmentInfo> loadOne(ReadContext& reading, const LoadSegment& question)
{
    auto stored = segments::loadSegment(reading.db, question.segment);
    if (!stored) {
        return fail(stored.error());
    }
    return describe(reading, *stored);
}

Result<SegmentId> saveOne(WriteContext& writing, const SaveSegment& command)
{
    auto saved = db::inTransaction(writing.db, [&]() -> Result<SegmentId> {
        segments::SegmentStore store(writing.db, writing.clock);
        if (!command.segment.isValid()) {
            return store.create(command.name, command.definition);
        }
        if (auto done = store.save(command.segment, command.name, command.definition); !done) {
            return fail(done.error());
        }
        return command.segment;
    });
    if (saved) {
        writing.notices.publish(Topic::Segments, saved->value);
    }
    return saved;
}

Result<Done> removeOne(WriteContext& writing, const RemoveSegment& command)
{
    auto removed = db::inTransaction(
        writing.db, [&] { return segments::SegmentStore(writing.db, writing.clock).remove(command.segment); });
    if (!removed) {
        return fail(removed.error());
    }
    writing.notices.publish(Topic::Segments, command.segment.value);
    return Done{};
}

/// Ascending, each once. Whoever was merged into somebody since is listed as them.
Result<std::vector<ProfileId>> membersOf(ReadContext& reading, const SegmentDefinition& what,
                                         std::optional<Instant> asOf)
{
    auto evaluator = segments::Evaluator::make(sourcesOf(reading), what);
    if (!evaluator) {
        return fail(evaluator.error());
    }
    auto members = evaluator->members(asOf.value_or(reading.clock.now()));
    if (!members) {
        return fail(members.error());
    }
    auto ids = members->ids();
    if (asOf) {
        for (ProfileId& id : ids) {
            id = reading.history->resolve(id);
        }
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    }
    return ids;
}

Result<SegmentMembers> listMembers(ReadContext& reading, const ListSegmentMembers& question)
{
    auto members = membersOf(reading, question.what, question.asOf);
    if (!members) {
        return fail(members.error());
    }
    const auto& ids = *members;
    SegmentMembers answer;
    answer.total = static_cast<std::int64_t>(ids.size());
    const auto from = std::clamp<std::int64_t>(question.offset, 0, answer.total);
    const auto to = std::clamp<std::int64_t>(from + std::max<std::int64_t>(question.limit, 0), from, answer.total);
    for (auto place = from; place < to; ++place) {
        const auto id = ids[static_cast<std::size_t>(place)];
        auto person = loadProfile(reading.db, id);
        if (!person) {
            return fail(person.error());
        }
        answer.members.push_back({id, displayName(*person), person->email});
    }
    return answer;
}

Result<std::vector<ProfileId>> listIds(ReadContext& reading, const ListSegmentIds& question)
{
    return membersOf(reading, question.what, question.asOf);
}

Verdict toVerdict(const segments::Verdict& from)
{
    Verdict verdict;
    verdict.holds = from.truth == segments::Truth::Yes;
    verdict.condition = from.condition;
    verdict.node = from.node;
    verdict.place = static_cast<std::int64_t>(from.place);
    verdict.unset = from.truth == segments::Truth::Unset;
    verdict.because = from.because;
    verdict.facts = from.facts;
    for (const auto row : from.events) {
        verdict.events.push_back(row.value);
    }
    verdict.holdsUntil = from.holdsUntil;
    for (const auto& part : from.parts) {
        verdict.parts.push_back(toVerdict(part));
    }
    return verdict;
}

Result<Verdict> explain(ReadContext& reading, const ExplainMembership& question)
{
    auto parsed = segments::parseDefinition(question.what);
    if (!parsed) {
        return fail(parsed.error());
    }
    auto verdict =
        segments::why(sourcesOf(reading), question.profile, *parsed, question.asOf.value_or(reading.clock.now()));
    if (!verdict) {
        return fail(verdict.error());
    }
    return toVerdict(*verdict);
}

}  // namespace

void addSegmentHandlers(HandlerTable& table)
{
    table.question(countSegment);
    table.question(listAll);
    table.question(loadOne);
    table.command(saveOne);
    table.command(removeOne);
    table.question(listMembers);
    table.question(listIds);
    table.question(explain);
}

}  // namespace shopbell
