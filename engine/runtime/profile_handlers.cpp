// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/person_figures.h"
#include "api/profiles.h"
#include "base/text.h"
#include "history/timeline.h"
#include "ingest/ingestor.h"
#include "ingest/person_eraser.h"
#include "profiles/lists.h"
#include "profiles/profile_reading.h"
#include "profiles/suppressions.h"
#include "runtime/handlers.h"
#include "runtime/segment_reading.h"

namespace shopbell {

namespace {

constexpr std::string_view eraseMessagesSql = "DELETE FROM message WHERE profile_id = ?1";

Result<ProfileId> findByKey(ReadContext& reading, const FindProfile& question)
{
    auto found = findProfileByText(reading.db, question.key, reading.settings.country);
    if (!found) {
        return fail(found.error());
    }
    if (!*found) {
        return fail(ErrorKind::NotFound, say("person-key-unknown", "Nobody here is known as \"%1\".", {question.key}));
    }
    return **found;
}

Result<ProfileDetail> loadDetail(ReadContext& reading, const LoadProfile& question)
{
    auto profile = loadProfile(reading.db, question.profile);
    if (!profile) {
        return fail(profile.error());
    }
    ProfileDetail detail;
    detail.name = displayName(*profile);
    detail.profile = std::move(*profile);
    const auto id = detail.profile.id;
    auto consents = loadConsents(reading.db, id);
    if (!consents) {
        return fail(consents.error());
    }
    detail.consents = std::move(*consents);
    for (const auto& [channel, address] :
         {std::pair{Channel::Email, &detail.profile.email}, std::pair{Channel::Sms, &detail.profile.phone}}) {
        if (address->empty()) {
            continue;
        }
        auto suppression = findSuppression(reading.db, channel, *address);
        if (!suppression) {
            return fail(suppression.error());
        }
        if (*suppression) {
            detail.suppressions.push_back(**suppression);
        }
    }
    auto lists = listMemberships(reading.db, id);
    if (!lists) {
        return fail(lists.error());
    }
    for (const auto& list : *lists) {
        detail.lists.push_back({list.list.value, list.name, list.joinedAt});
    }
    auto segments = listSegmentsOf(reading, id);
    if (!segments) {
        return fail(segments.error());
    }
    detail.segments = std::move(*segments);
    auto figures = PersonFigureReader::make(*reading.history);
    if (!figures) {
        return fail(figures.error());
    }
    const auto person = figures->read(id);
    detail.orders = person.orders;
    detail.spent = person.spent;
    detail.firstOrder = person.firstOrder;
    detail.lastOrder = person.lastOrder;
    auto former = listFormerIds(reading.db, id);
    if (!former) {
        return fail(former.error());
    }
    detail.mergedFrom = std::move(*former);
    return detail;
}

/// "instant:row", the place where a page of the timeline ended.
std::string cursorText(const TimelineCursor& cursor)
{
    return std::to_string(cursor.at.ms) + ":" + std::to_string(cursor.row.value);
}

Result<std::optional<TimelineCursor>> parseCursor(const std::string& text)
{
    if (text.empty()) {
        return std::optional<TimelineCursor>();
    }
    const auto colon = text.find(':');
    const auto at = parseInteger(std::string_view(text).substr(0, colon));
    const auto row = colon == std::string::npos ? std::nullopt : parseInteger(std::string_view(text).substr(colon + 1));
    if (!at || !row) {
        return fail(ErrorKind::InvalidInput, say("timeline-place-wrong", "That is no place in a timeline."));
    }
    return std::optional(TimelineCursor{{*at}, EventRow{*row}});
}

Result<TimelineEntries> loadEntries(ReadContext& reading, const LoadTimeline& question)
{
    auto before = parseCursor(question.after);
    if (!before) {
        return fail(before.error());
    }
    TimelineQuestion asked;
    asked.before = *before;
    asked.limit = static_cast<std::size_t>(std::max<std::int64_t>(question.limit, 0));
    if (question.profile.isValid()) {
        asked.profile = reading.history->resolve(question.profile);
    }
    for (const auto& name : question.metrics) {
        if (const auto metric = reading.history->findMetric(name)) {
            asked.metrics.push_back(*metric);
        }
    }
    TimelineEntries entries;
    if (asked.limit == 0 || (asked.metrics.empty() && !question.metrics.empty())) {
        return entries;
    }
    auto page = shopbell::loadTimeline(*reading.history, asked);
    if (!page) {
        return fail(page.error());
    }
    for (auto& event : page->events) {
        TimelineEntry entry;
        entry.row = event.row.value;
        entry.at = event.at;
        entry.metric = reading.history->metricName(event.metric);
        entry.value = event.value;
        entry.properties = event.properties.empty() ? "{}" : std::move(event.properties);
        entry.profile = event.profile;
        if (!question.profile.isValid() && event.profile.isValid()) {
            auto person = loadProfile(reading.db, event.profile);
            entry.profileName = person ? displayName(*person) : std::string();
        }
        entries.entries.push_back(std::move(entry));
    }
    if (page->next) {
        entries.next = cursorText(*page->next);
    }
    return entries;
}

Result<std::vector<MetricInfo>> listMetrics(ReadContext& reading, const ListMetrics&)
{
    auto summaries = reading.history->listMetrics();
    if (!summaries) {
        return fail(summaries.error());
    }
    std::vector<MetricInfo> infos;
    for (const auto& summary : *summaries) {
        if (summary.events == 0) {
            continue;
        }
        MetricInfo info{summary.id, summary.name, summary.events, 0, summary.first, summary.last};
        auto columns = reading.history->metric(summary.id);
        if (!columns) {
            return fail(columns.error());
        }
        const auto offsets = (*columns)->offsets;
        for (std::size_t number = 1; number + 1 < offsets.size(); ++number) {
            info.profiles += offsets[number + 1] > offsets[number];
        }
        for (const auto fresh : (*columns)->tail.touched) {
            info.profiles += fresh != 0 && (*columns)->ranksOf(fresh).empty();
        }
        infos.push_back(std::move(info));
    }
    std::sort(infos.begin(), infos.end(), [](const MetricInfo& a, const MetricInfo& b) { return a.events > b.events; });
    return infos;
}

void tellProfiles(const WriteContext& writing)
{
    writing.notices.publish(Topic::Profiles);
    writing.notices.publish(Topic::History);
}

Result<ProfileId> saveProfile(WriteContext& writing, const SaveProfile& command)
{
    ProfileUpdate update;
    update.profile = command.profile;
    update.email = command.email;
    update.phone = command.phone;
    update.externalId = command.externalId;
    update.properties = command.properties;
    update.unset = command.unset;
    update.unsetEmail = command.unsetEmail;
    update.unsetPhone = command.unsetPhone;
    update.at = writing.clock.now();
    update.reason = "edited by hand";
    Result<ProfileId> saved = fail(ErrorKind::Conflict, say("nothing-done", "Nothing was done."));
    auto done = writing.ingestor.together([&]() -> Result<void> {
        auto outcome = writing.ingestor.profiles().apply(update);
        if (!outcome) {
            return fail(outcome.error());
        }
        saved = outcome->profile;
        return {};
    });
    if (!done) {
        return fail(done.error());
    }
    tellProfiles(writing);
    return saved;
}

/// Runs one change of people in a transaction with its events, and tells.
template <class Function>
Result<Done> change(WriteContext& writing, Function&& function)
{
    auto done = writing.ingestor.together([&]() -> Result<void> {
        auto result = function(writing.ingestor.profiles());
        if (!result) {
            return fail(result.error());
        }
        return {};
    });
    if (!done) {
        return fail(done.error());
    }
    tellProfiles(writing);
    return Done{};
}

Result<Done> mergeProfiles(WriteContext& writing, const MergeProfiles& command)
{
    return change(writing,
                  [&](ProfileStore& profiles) { return profiles.merge(command.from, command.into, "merged by hand"); });
}

Result<Done> saveConsent(WriteContext& writing, const SaveConsent& command)
{
    auto consent = command.consent;
    consent.at = consent.at.ms == 0 ? writing.clock.now() : consent.at;
    return change(writing, [&](ProfileStore& profiles) { return profiles.setConsent(command.profile, consent); });
}

Result<Done> suppress(WriteContext& writing, const SuppressAddress& command)
{
    return change(writing, [&](ProfileStore& profiles) {
        return profiles.suppress(
            {command.channel, command.address, command.reason, writing.clock.now(), command.detail});
    });
}

Result<bool> release(WriteContext& writing, const ReleaseAddress& command)
{
    bool released = false;
    auto done = change(writing, [&](ProfileStore& profiles) -> Result<bool> {
        auto result = profiles.unsuppress(command.channel, command.address);
        released = result.value_or(false);
        return result;
    });
    if (!done) {
        return fail(done.error());
    }
    return released;
}

Result<std::vector<std::string>> suppressAll(WriteContext& writing, const SuppressAddresses& command)
{
    std::vector<std::string> fresh;
    auto done = change(writing, [&](ProfileStore& profiles) -> Result<bool> {
        for (const auto& address : command.addresses) {
            auto standing = findSuppression(writing.db, command.channel, address);
            if (!standing) {
                return fail(standing.error());
            }
            if (*standing) {
                continue;
            }
            auto suppressed =
                profiles.suppress({command.channel, address, command.reason, writing.clock.now(), std::string()});
            if (!suppressed) {
                return fail(suppressed.error());
            }
            fresh.push_back(address);
        }
        return true;
    });
    if (!done) {
        return fail(done.error());
    }
    return fresh;
}

Result<std::int64_t> releaseAll(WriteContext& writing, const ReleaseAddresses& command)
{
    std::int64_t released = 0;
    auto done = change(writing, [&](ProfileStore& profiles) -> Result<bool> {
        for (const auto& address : command.addresses) {
            auto one = profiles.unsuppress(command.channel, address);
            if (!one) {
                return fail(one.error());
            }
            released += *one ? 1 : 0;
        }
        return true;
    });
    if (!done) {
        return fail(done.error());
    }
    return released;
}

Result<ErasureProof> erase(WriteContext& writing, const EraseProfile& command)
{
    auto erased = erasePerson(writing.ingestor, command.profile,
                              [](db::Connection& connection, const ErasedPerson& person) -> Result<ErasedCounts> {
                                  std::int64_t rows = 0;
                                  auto ids = person.formerIds;
                                  ids.push_back(person.profile);
                                  for (const auto id : ids) {
                                      if (auto done = connection.run(eraseMessagesSql, id); !done) {
                                          return fail(done.error());
                                      }
                                      rows += connection.changedRows();
                                  }
                                  return ErasedCounts{{"messages", rows}};
                              });
    if (!erased) {
        return fail(erased.error());
    }
    ErasureProof proof;
    proof.at = erased->at;
    proof.proof = erased->at.toIso() + " " + replaceAll(erased->proof, "\n", " ");
    for (const auto& [what, rows] : erased->counts) {
        proof.rows += rows;
        proof.proof += " " + what + "=" + std::to_string(rows);
    }
    tellProfiles(writing);
    return proof;
}

}  // namespace

void addProfileHandlers(HandlerTable& table)
{
    table.question(findByKey);
    table.question(loadDetail);
    table.question(loadEntries);
    table.question(listMetrics);
    table.command(saveProfile);
    table.command(mergeProfiles);
    table.command(saveConsent);
    table.command(suppress);
    table.command(release);
    table.command(suppressAll);
    table.command(releaseAll);
    table.command(erase);
}

}  // namespace shopbell
