// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "ingest/ingestor_state.h"
#include "ingest/order_events.h"

#include <algorithm>

namespace shopbell {
namespace {

constexpr std::string_view selectSql =
    "SELECT profile_id, digest, parts, status FROM store_order WHERE connection_id = ?1 AND external_id = ?2";
constexpr std::string_view putSql =
    "INSERT OR REPLACE INTO store_order(connection_id, external_id, profile_id, status, changed_at, digest, parts) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

/// One event that an order made earlier.
struct Part {
    std::string metric;
    std::string uniqueId;
    Instant at;
};

struct KnownOrder {
    ProfileId profile;
    std::uint64_t digest = 0;
    OrderStatus status = OrderStatus::Draft;
    std::vector<Part> parts;
};

std::vector<Part> parseParts(std::string_view text)
{
    std::vector<Part> parts;
    for (const auto line : split(text, '\n')) {
        const auto fields = split(line, '\t');
        if (fields.size() == 3) {
            parts.push_back({std::string(fields[0]), std::string(fields[1]), {parseInteger(fields[2]).value_or(0)}});
        }
    }
    return parts;
}

std::string formatParts(std::span<const OrderEvent> events)
{
    std::string text;
    for (const OrderEvent& event : events) {
        text += text.empty() ? "" : "\n";
        text.append(event.metric).append("\t").append(event.uniqueId).append("\t").append(std::to_string(event.at.ms));
    }
    return text;
}

Result<std::optional<KnownOrder>> findKnown(db::Connection& connection, ConnectionId store, std::string_view externalId)
{
    std::optional<KnownOrder> known;
    auto done = connection.each(
        selectSql,
        [&](db::Statement& row) {
            known = KnownOrder{row.id<ProfileId>(0), static_cast<std::uint64_t>(row.integer(1)),
                               static_cast<OrderStatus>(row.integer(3)), parseParts(row.text(2))};
        },
        store, externalId);
    if (!done) {
        return fail(done.error());
    }
    return known;
}

bool stillStands(const Part& part, std::span<const OrderEvent> events)
{
    return std::any_of(events.begin(), events.end(), [&](const OrderEvent& event) {
        return event.metric == part.metric && event.uniqueId == part.uniqueId;
    });
}

/// A time that the store does not tell stays what it was taken for first.
void keepGuessedTimes(std::vector<OrderEvent>& events, const std::vector<Part>& parts)
{
    for (OrderEvent& event : events) {
        if (!event.isAtGuessed) {
            continue;
        }
        for (const Part& part : parts) {
            if (event.metric == part.metric && event.uniqueId == part.uniqueId) {
                event.at = part.at;
            }
        }
    }
}

}  // namespace

Result<OrderOutcome> Ingestor::applyOrder(ConnectionId connection, const StoreOrder& order, Instant connectedAt,
                                          std::string_view reason)
{
    State& s = *m_state;
    return s.inOne([&]() -> Result<OrderOutcome> {
        OrderOutcome outcome;
        auto known = findKnown(s.connection, connection, order.externalId);
        if (!known) {
            return fail(known.error());
        }
        const bool isGone = order.status == OrderStatus::Draft || order.status == OrderStatus::Deleted;
        if (isGone && !*known) {
            outcome.change = OrderChange::NotAnOrder;
            return outcome;
        }
        std::vector<OrderEvent> events = makeOrderEvents(connection, order);
        const ProfileUpdate person = makeOrderProfile(connection, order, connectedAt, reason);
        const std::uint64_t digest = digestOf(events, person);

        if (*known) {
            auto living = s.profiles.resolveAlias((*known)->profile);
            if (!living) {
                return fail(living.error());
            }
            (*known)->profile = *living;
            outcome.profile = *living;
            if ((*known)->digest == digest && (*known)->status == order.status) {
                return outcome;
            }
        }
        if (!isGone) {
            auto owner = s.profiles.apply(person);
            if (owner) {
                outcome.profile = owner->profile;
                outcome.profileCreated = owner->created;
            } else if (owner.error().kind == ErrorKind::InvalidInput) {
                outcome.profile = {};  // nothing says who it was: it counts, and is nobody's
            } else {
                return fail(owner.error());
            }
            if (*known) {
                // The update may have merged the one it was written to.
                (*known)->profile = s.profiles.resolveAlias((*known)->profile).value_or((*known)->profile);
            }
        }

        if (*known) {
            keepGuessedTimes(events, (*known)->parts);
            const bool isMoved = (*known)->profile != outcome.profile;
            for (const Part& part : (*known)->parts) {
                if (!isMoved && stillStands(part, events)) {
                    continue;
                }
                auto metric = s.log.ensureMetric(part.metric);
                if (!metric) {
                    return fail(metric.error());
                }
                auto taken = s.log.takeBack((*known)->profile, *metric, part.uniqueId);
                if (!taken) {
                    return fail(taken.error());
                }
                outcome.eventsWritten += *taken ? 1 : 0;
            }
        }
        std::vector<NewEvent> fresh;
        for (const OrderEvent& event : events) {
            auto metric = s.log.ensureMetric(event.metric);
            if (!metric) {
                return fail(metric.error());
            }
            fresh.push_back({outcome.profile, *metric, event.at, event.value, event.uniqueId, event.properties,
                             event.at < connectedAt});
        }
        if (*known) {
            for (const NewEvent& event : fresh) {
                auto written = s.log.replace(event);
                if (!written) {
                    return fail(written.error());
                }
                outcome.eventsWritten += *written ? 1 : 0;
            }
        } else {
            auto counts = s.log.append(fresh);
            if (!counts) {
                return fail(counts.error());
            }
            outcome.eventsWritten += counts->appended;
        }
        auto put = s.connection.run(putSql, connection, order.externalId, outcome.profile.value,
                                    static_cast<int>(order.status), order.changedAt, static_cast<std::int64_t>(digest),
                                    formatParts(events));
        if (!put) {
            return fail(put.error());
        }
        outcome.change = !*known ? OrderChange::New : isGone ? OrderChange::TakenBack : OrderChange::Edited;
        return outcome;
    });
}

Result<bool> Ingestor::takeBackOrder(ConnectionId connection, std::string_view externalId)
{
    StoreOrder gone;
    gone.externalId = externalId;
    gone.status = OrderStatus::Deleted;
    gone.changedAt = m_state->clock.now();
    auto outcome = applyOrder(connection, gone, {}, "deleted in the store");
    if (!outcome) {
        return fail(outcome.error());
    }
    return outcome->change == OrderChange::TakenBack;
}

}  // namespace shopbell
