// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/ingestor.h"

#include "base/text.h"
#include "ingest/ingestor_state.h"
#include "model/metric.h"

namespace shopbell {
namespace {

/// Empty: nothing is wrong.
Sentence findEventProblem(const IncomingEvent& event)
{
    if (event.metric.empty() || event.metric.size() > maxMetricNameBytes || !isValidUtf8(event.metric)) {
        return say("event-metric-length", "The name of the metric must be text of 1 to %1 bytes.",
                   {static_cast<std::int64_t>(maxMetricNameBytes)});
    }
    if (event.uniqueId.size() > maxUniqueIdBytes || !isValidUtf8(event.uniqueId)) {
        return say("event-id-length", "The unique id must be text of at most %1 bytes.",
                   {static_cast<std::int64_t>(maxUniqueIdBytes)});
    }
    if (event.properties.size() > maxEventPropertiesBytes) {
        return say("event-properties-length", "The properties of an event must have at most %1 bytes.",
                   {static_cast<std::int64_t>(maxEventPropertiesBytes)});
    }
    return {};
}

bool isNobody(const ProfileRef& who)
{
    return !who.profile.isValid() && who.email.empty() && who.phone.empty() && who.externalId.empty() &&
           who.anonymousId.empty();
}

}  // namespace

Ingestor::Ingestor(db::Connection& connection, EventLog& log, const Clock& clock, std::string defaultRegion)
    : m_state(std::make_unique<State>(connection, log, clock, std::move(defaultRegion)))
{
}

Ingestor::~Ingestor() = default;

ProfileStore& Ingestor::profiles()
{
    return m_state->profiles;
}

EventLog& Ingestor::log()
{
    return m_state->log;
}

ChangeSink& Ingestor::changes()
{
    return m_state->sink;
}

db::Connection& Ingestor::connection()
{
    return m_state->connection;
}

const Clock& Ingestor::clock() const
{
    return m_state->clock;
}

Result<void> Ingestor::together(const std::function<Result<void>()>& work)
{
    return m_state->inOne([&] { return work(); });
}

Result<IngestCounts> Ingestor::apply(std::span<const ProfileUpdate> profiles, std::span<const IncomingEvent> events,
                                     std::string_view reason, std::vector<std::uint8_t>* stored)
{
    State& s = *m_state;
    return s.inOne([&]() -> Result<IngestCounts> {
        IngestCounts counts;
        const auto outcomes = s.profiles.applyAll(profiles);
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            const auto& outcome = outcomes[i];
            if (!outcome) {
                if (outcome.error().kind != ErrorKind::InvalidInput) {
                    return fail(outcome.error());
                }
                counts.refusedProfiles.push_back({i, outcome.error()});
                continue;
            }
            ++(outcome->created   ? counts.profilesCreated
               : outcome->changed ? counts.profilesUpdated
                                  : counts.profilesUnchanged);
            counts.profilesMerged += static_cast<std::int64_t>(outcome->mergedFrom.size());
            if (!outcome->leftOut.empty()) {
                counts.notes.emplace_back(i, outcome->leftOut);
            }
        }

        std::vector<ProfileRef> people;
        std::vector<std::size_t> indexes;
        people.reserve(events.size());
        indexes.reserve(events.size());
        for (std::size_t i = 0; i < events.size(); ++i) {
            if (auto problem = findEventProblem(events[i]); !problem.empty()) {
                counts.refusedEvents.push_back({i, makeError(ErrorKind::InvalidInput, std::move(problem))});
            } else if (!isNobody(events[i].who)) {
                people.push_back(events[i].who);
                people.back().seenAt = events[i].at;
                people.back().backfill = events[i].backfill;
                indexes.push_back(i);
            } else {
                indexes.push_back(i);
            }
        }
        const std::int64_t createdBefore = s.profiles.createdSoFar();
        const std::int64_t mergedBefore = s.profiles.mergedSoFar();
        const auto ids = s.profiles.resolveAll(people, reason);
        counts.profilesCreated += s.profiles.createdSoFar() - createdBefore;
        counts.profilesMerged += s.profiles.mergedSoFar() - mergedBefore;

        std::vector<NewEvent> fresh;
        std::vector<std::size_t> freshIndexes;
        fresh.reserve(indexes.size());
        std::size_t next = 0;
        std::string_view lastMetric;
        MetricId lastMetricId;
        for (const std::size_t i : indexes) {
            const IncomingEvent& event = events[i];
            ProfileId profile;
            if (!isNobody(event.who)) {
                const auto& id = ids[next++];
                if (!id) {
                    if (id.error().kind != ErrorKind::InvalidInput) {
                        return fail(id.error());
                    }
                    counts.refusedEvents.push_back({i, id.error()});
                    continue;
                }
                profile = *id;
            }
            if (!lastMetricId.isValid() || lastMetric != event.metric) {
                auto metric = s.log.ensureMetric(event.metric);
                if (!metric) {
                    return fail(metric.error());
                }
                lastMetric = event.metric;
                lastMetricId = *metric;
            }
            fresh.push_back({profile, lastMetricId, event.at, event.value, event.uniqueId, event.properties,
                             event.backfill, event.packed});
            if (stored != nullptr) {
                freshIndexes.push_back(i);
            }
        }
        std::vector<std::uint8_t> flags;
        auto appended = s.log.append(fresh, stored != nullptr ? &flags : nullptr);
        if (!appended) {
            return fail(appended.error());
        }
        if (stored != nullptr) {
            stored->assign(events.size(), 0);
            for (std::size_t i = 0; i < freshIndexes.size(); ++i) {
                (*stored)[freshIndexes[i]] = flags[i];
            }
        }
        counts.eventsStored = appended->appended;
        counts.eventsDuplicate = appended->duplicates;
        return counts;
    });
}

Result<UpdateOutcome> Ingestor::applyCustomer(ConnectionId connection, const StoreCustomer& customer,
                                              Instant connectedAt, std::string_view reason)
{
    ProfileUpdate update;
    update.email = customer.email;
    update.phone = customer.phone;
    update.externalId = customer.externalId;
    update.scope = connection;
    update.properties = customer.properties;
    update.consents = customer.consents;
    if (customer.createdAt.ms != 0) {
        update.createdAt = customer.createdAt;
    }
    update.at = customer.changedAt.ms != 0 ? customer.changedAt : customer.createdAt;
    update.backfill = update.at < connectedAt;
    update.reason = reason;
    update.leaveOutBadAddresses = true;
    return m_state->inOne([&] { return m_state->profiles.apply(update); });
}

}  // namespace shopbell
