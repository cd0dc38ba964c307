// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/person_figures.h"
#include "api/profiles.h"
#include "base/file.h"
#include "history/event_log.h"
#include "profiles/lists.h"
#include "profiles/profile_export.h"
#include "profiles/profile_reading.h"
#include "profiles/profile_search.h"
#include "runtime/handlers.h"
#include "runtime/segment_reading.h"

#include <algorithm>

namespace shopbell {

namespace {

ProfileSort sortOf(ProfileOrder order)
{
    switch (order) {
    case ProfileOrder::Name: return ProfileSort::Name;
    case ProfileOrder::Email: return ProfileSort::Email;
    case ProfileOrder::Created: return ProfileSort::Created;
    case ProfileOrder::Orders:
    case ProfileOrder::Spent:
    case ProfileOrder::LastOrder: return ProfileSort::Figure;
    }
    return ProfileSort::Created;
}

std::optional<PersonFigure> figureOf(ProfileOrder order)
{
    switch (order) {
    case ProfileOrder::Orders: return PersonFigure::Orders;
    case ProfileOrder::Spent: return PersonFigure::Spent;
    case ProfileOrder::LastOrder: return PersonFigure::LastOrder;
    default: return std::nullopt;
    }
}

std::string textOf(const Properties& properties, std::string_view name)
{
    const auto found = properties.find(name);
    return found == properties.end() ? std::string() : toText(found->second);
}

/// Members of a segment and a list, of both when both are given; nothing when neither is.
template <class Context>
Result<std::optional<std::vector<ProfileId>>> narrowed(Context& context, db::Connection& connection, SegmentId segment,
                                                       ListId list)
{
    std::optional<std::vector<ProfileId>> people;
    if (segment.isValid()) {
        auto members = listMembersOf(context, segment);
        if (!members) {
            return fail(members.error());
        }
        people = std::move(*members);
    }
    if (list.isValid()) {
        auto members = listMembers(connection, list);
        if (!members) {
            return fail(members.error());
        }
        if (people) {
            std::vector<ProfileId> both;
            std::set_intersection(people->begin(), people->end(), members->begin(), members->end(),
                                  std::back_inserter(both));
            people = std::move(both);
        } else {
            people = std::move(*members);
        }
    }
    return people;
}

Result<ProfilePage> searchProfiles(ReadContext& reading, const SearchProfiles& question)
{
    auto within = narrowed(reading, reading.db, question.segment, question.list);
    if (!within) {
        return fail(within.error());
    }
    ProfileSearchQuestion asked;
    asked.words = question.words;
    asked.sort = sortOf(question.order);
    asked.descending = question.descending;
    asked.offset = static_cast<std::size_t>(std::max<std::int64_t>(question.offset, 0));
    asked.limit = static_cast<std::size_t>(std::clamp<std::int64_t>(question.limit, 0, 100'000));
    asked.within = *within ? &**within : nullptr;
    auto figures = PersonFigureReader::make(*reading.history);
    if (!figures) {
        return fail(figures.error());
    }
    if (const auto figure = figureOf(question.order)) {
        asked.figures = {static_cast<int>(*figure), reading.history,
                         [reader = *figures, which = *figure](ProfileId id) { return reader.figure(which, id); }};
    }
    auto found = reading.search.search(reading.db, asked);
    if (!found) {
        return fail(found.error());
    }
    ProfilePage page;
    page.total = static_cast<std::int64_t>(found->total);
    for (const auto id : found->ids) {
        auto person = loadProfile(reading.db, id);
        if (!person) {
            if (person.error().kind == ErrorKind::NotFound) {
                continue;  // erased between the search and now
            }
            return fail(person.error());
        }
        ProfileEntry entry;
        entry.id = id;
        entry.name = displayName(*person);
        entry.email = person->email;
        entry.phone = person->phone;
        entry.city = textOf(person->properties, "city");
        entry.country = textOf(person->properties, "country");
        entry.createdAt = person->createdAt;
        auto consents = loadConsents(reading.db, id);
        if (!consents) {
            return fail(consents.error());
        }
        for (const auto& consent : *consents) {
            if (consent.channel == Channel::Email) {
                entry.emailConsent = consent.state;
            }
        }
        const auto bought = figures->read(id);
        entry.orders = bought.orders;
        entry.spent = bought.spent;
        entry.lastOrder = bought.lastOrder;
        page.rows.push_back(std::move(entry));
    }
    return page;
}

Result<Done> prepareSearch(ReadContext& reading, const PrepareSearch&)
{
    if (auto ready = reading.search.warmUp(reading.db); !ready) {
        return fail(ready.error());
    }
    return Done{};
}

/// On a connection of its own: writing a long file must not hold the engine thread up.
Result<std::int64_t> exportPeople(JobContext& job, const ExportProfiles& command)
{
    struct Source {
        db::Connection db;
        std::optional<std::vector<ProfileId>> people;
    };
    auto source = job.onEngine([&](WriteContext& writing) -> Result<std::shared_ptr<Source>> {
        auto people = narrowed(writing, writing.db, command.segment, command.list);
        if (!people) {
            return fail(people.error());
        }
        if (!command.profiles.empty()) {
            auto chosen = command.profiles;
            std::sort(chosen.begin(), chosen.end());
            chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
            if (*people) {
                std::vector<ProfileId> both;
                std::set_intersection(chosen.begin(), chosen.end(), (*people)->begin(), (*people)->end(),
                                      std::back_inserter(both));
                chosen = std::move(both);
            }
            *people = std::move(chosen);
        }
        auto connection = writing.workspace.connect(db::OpenMode::ReadOnly);
        if (!connection) {
            return fail(connection.error());
        }
        return std::make_shared<Source>(Source{std::move(*connection), std::move(*people)});
    });
    if (!source) {
        return fail(source.error());
    }
    ProfileExportOptions options;
    options.format = command.ndjson ? ExportFormat::Ndjson : ExportFormat::Csv;
    options.only = (*source)->people ? &*(*source)->people : nullptr;
    return shopbell::exportProfiles((*source)->db, toPath(command.file), options, job.cancel, [&](double share) {
        job.tell(Progress::Kind::Export, say("export-writing", "Writing people"),
                 static_cast<std::int64_t>(share * 1000), 1000);
    });
}

}  // namespace

void addProfileTableHandlers(HandlerTable& table)
{
    table.question(searchProfiles);
    table.question(prepareSearch);
    table.job(exportPeople);
}

}  // namespace shopbell
