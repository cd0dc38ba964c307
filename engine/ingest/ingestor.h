// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "db/connection.h"
#include "history/event_log.h"
#include "ingest/history_sink.h"
#include "model/order.h"
#include "model/store_records.h"
#include "profiles/profile_store.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell {

/// One thing that somebody did, from outside. The views must live until apply() returns.
struct IncomingEvent {
    ProfileRef who;  ///< nothing in it: nobody's event
    std::string_view metric;
    Instant at;
    std::optional<Decimal> value;
    std::string_view uniqueId;    ///< empty: the instant is the key
    std::string_view properties;  ///< a JSON object, or empty
    bool backfill = false;
    std::string_view packed = {};  ///< of the properties, by a packer of the log; empty: packed when stored
};

/// One record that was refused; the others of its batch were stored.
struct RefusedRecord {
    std::size_t index = 0;  ///< in the span it came in
    Error error;
};

struct IngestCounts {
    std::int64_t profilesCreated = 0;
    std::int64_t profilesUpdated = 0;
    std::int64_t profilesUnchanged = 0;
    std::int64_t profilesMerged = 0;
    std::int64_t eventsStored = 0;  ///< what came in; changes of profiles are not counted
    std::int64_t eventsDuplicate = 0;
    std::vector<RefusedRecord> refusedProfiles;
    std::vector<RefusedRecord> refusedEvents;
    std::vector<std::pair<std::size_t, std::string>> notes;  ///< profile index → what was left out of it
};

enum class OrderChange { New, Edited, Unchanged, TakenBack, NotAnOrder };

struct OrderOutcome {
    OrderChange change = OrderChange::Unchanged;
    ProfileId profile;  ///< 0: nobody's
    bool profileCreated = false;
    std::int64_t eventsWritten = 0;
};

/// The one door through which records become profiles and events: sync, imports and the demo use it. Engine thread.
/// Each call is one transaction (a savepoint inside the caller's own); a failed one leaves nothing behind, in memory
/// either. After its own transaction was committed the log is told to show it; inside the caller's the caller calls
/// log().published() after committing.
class Ingestor {
public:
    Ingestor(db::Connection& connection, EventLog& log, const Clock& clock, std::string defaultRegion);
    ~Ingestor();
    Ingestor(const Ingestor&) = delete;
    Ingestor& operator=(const Ingestor&) = delete;

    /// Profiles first, then events, each in order. Records that are wrong are told in the counts; an Error means that
    /// nothing was stored. `stored` gets one flag per event when given (1: stored, 0: duplicate or refused).
    [[nodiscard]] Result<IngestCounts> apply(std::span<const ProfileUpdate> profiles,
                                             std::span<const IncomingEvent> events, std::string_view reason,
                                             std::vector<std::uint8_t>* stored = nullptr);

    /// A customer account of a connected store.
    [[nodiscard]] Result<UpdateOutcome> applyCustomer(ConnectionId connection, const StoreCustomer& customer,
                                                      Instant connectedAt, std::string_view reason);

    /// An order as it stands now; see ingest/order_events.h for what it becomes. An edited one takes the place of what
    /// was there, one that went to another customer is taken back and written there, a deleted one is taken back.
    /// Events from before `connectedAt` are backfill.
    [[nodiscard]] Result<OrderOutcome> applyOrder(ConnectionId connection, const StoreOrder& order, Instant connectedAt,
                                                  std::string_view reason);
    /// The store no longer has this order. False when it was never here.
    [[nodiscard]] Result<bool> takeBackOrder(ConnectionId connection, std::string_view externalId);

    /// Runs several calls as one transaction: a page of a sync with its cursor.
    [[nodiscard]] Result<void> together(const std::function<Result<void>()>& work);

    [[nodiscard]] ProfileStore& profiles();
    [[nodiscard]] EventLog& log();
    /// For Lists and others who change profiles inside together().
    [[nodiscard]] ChangeSink& changes();
    [[nodiscard]] db::Connection& connection();
    [[nodiscard]] const Clock& clock() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace shopbell
