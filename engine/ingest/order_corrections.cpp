// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/order_corrections.h"

#include "model/event.h"
#include "model/metric.h"

#include <algorithm>

namespace shopbell {
namespace {

/// One order of a file and what became of its events.
struct LookedAt {
    const FileOrder* order = nullptr;
    std::span<const std::uint8_t> stored;  ///< one flag an event: 0 is known already, or refused
    ProfileId profile;
};

bool isNew(const LookedAt& looked)
{
    return !looked.stored.empty() &&
           std::all_of(looked.stored.begin(), looked.stored.end(), [](std::uint8_t flag) { return flag != 0; });
}

class Corrector {
public:
    Corrector(EventLog& log, Instant connectedAt) : m_log(log), m_connectedAt(connectedAt) {}

    /// True when something was put right.
    Result<bool> correct(const LookedAt& looked)
    {
        m_profile = looked.profile;
        m_changed = false;
        const auto& events = looked.order->events;
        for (std::size_t index = 0; index < events.size(); ++index) {
            if (looked.stored[index] != 0) {
                m_changed = m_changed || !isNew(looked);
                continue;
            }
            if (auto done = replace(events[index]); !done) {
                return fail(done.error());
            }
            // The first event holds all lines and the status. Where it reads the same so do the others, unless it was
            // too long to hold everything.
            if (index == 0 && !m_changed && events[0].properties.size() < maxEventPropertiesBytes / 2 &&
                std::none_of(looked.stored.begin(), looked.stored.end(), [](std::uint8_t flag) { return flag != 0; })) {
                return false;
            }
        }
        if (auto done = takeBackTheRest(*looked.order); !done) {
            return fail(done.error());
        }
        return m_changed;
    }

private:
    Result<void> replace(const OrderEvent& event)
    {
        auto metric = m_log.ensureMetric(event.metric);
        if (!metric) {
            return fail(metric.error());
        }
        auto written = m_log.replace({m_profile,
                                      *metric,
                                      event.at,
                                      event.value,
                                      event.uniqueId,
                                      event.properties,
                                      event.at < m_connectedAt,
                                      {}});
        if (!written && written.error().kind != ErrorKind::InvalidInput) {
            return fail(written.error());
        }
        // One that cannot be stored was told as a bad row already.
        m_changed = m_changed || (written && *written);
        return {};
    }

    Result<bool> takeBack(std::string_view metricName, const std::string& uniqueId)
    {
        auto metric = m_log.ensureMetric(metricName);
        if (!metric) {
            return fail(metric.error());
        }
        auto taken = m_log.takeBack(m_profile, *metric, uniqueId);
        m_changed = m_changed || (taken && *taken);
        return taken;
    }

    /// What an order of this number may have amounted to before and does not now.
    Result<void> takeBackTheRest(const FileOrder& order)
    {
        const std::string id = makeUniqueId(fileOrderPrefix, order.order.externalId);
        const std::string wholly = makeUniqueId(id, whollyRefunded);
        const auto stands = [&](std::string_view metric, const std::string& uniqueId) {
            return std::any_of(order.events.begin(), order.events.end(), [&](const OrderEvent& event) {
                return event.metric == metric && event.uniqueId == uniqueId;
            });
        };
        for (const auto& [metric, uniqueId] :
             {std::pair(metrics::placedOrder, &id), std::pair(metrics::fulfilledOrder, &id),
              std::pair(metrics::cancelledOrder, &id), std::pair(metrics::refundedOrder, &id),
              std::pair(metrics::refundedOrder, &wholly)}) {
            if (!stands(metric, *uniqueId)) {
                if (auto taken = takeBack(metric, *uniqueId); !taken) {
                    return fail(taken.error());
                }
            }
        }
        // Lines are numbered from 1, so the ones that are gone are the last.
        auto line = 1 + std::count_if(order.events.begin(), order.events.end(),
                                      [](const OrderEvent& event) { return event.metric == metrics::orderedProduct; });
        for (;; ++line) {
            auto taken = takeBack(metrics::orderedProduct, makeUniqueId(id, std::to_string(line)));
            if (!taken) {
                return fail(taken.error());
            }
            if (!*taken) {
                return {};
            }
        }
    }

    EventLog& m_log;
    Instant m_connectedAt;
    ProfileId m_profile;
    bool m_changed = false;
};

}  // namespace

Result<std::int64_t> correctOrders(Ingestor& ingestor, std::span<const FileOrder> orders,
                                   std::span<const std::uint8_t> stored, Instant connectedAt, std::string_view reason)
{
    std::vector<LookedAt> looked;
    std::vector<ProfileRef> people;
    for (const FileOrder& order : orders) {
        LookedAt each{&order, stored.subspan(0, order.events.size()), {}};
        stored = stored.subspan(order.events.size());
        // A refund may have been an order before, so its being new says nothing.
        const bool isRefund = !order.events.empty() && order.events.front().metric == metrics::refundedOrder;
        if (isNew(each) && !isRefund) {
            continue;
        }
        if (!order.isNobodys()) {
            people.push_back(order.who());
            people.back().seenAt = order.order.placedAt;
            people.back().backfill = order.order.placedAt < connectedAt;
        }
        looked.push_back(each);
    }
    const auto owners = ingestor.profiles().resolveAll(people, reason);
    Corrector corrector(ingestor.log(), connectedAt);
    std::int64_t corrected = 0;
    std::size_t next = 0;
    for (LookedAt& each : looked) {
        if (!each.order->isNobodys()) {
            const auto& owner = owners[next++];
            if (!owner) {
                if (owner.error().kind != ErrorKind::InvalidInput) {
                    return fail(owner.error());
                }
                continue;
            }
            each.profile = *owner;
        }
        auto changed = corrector.correct(each);
        if (!changed) {
            return fail(changed.error());
        }
        corrected += *changed ? 1 : 0;
    }
    return corrected;
}

}  // namespace shopbell
