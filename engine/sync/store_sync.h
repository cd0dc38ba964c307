// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "base/clock.h"
#include "base/random.h"
#include "catalog/catalog_store.h"
#include "connectors/store_connector.h"
#include "ingest/ingestor.h"
#include "sync/store_connections.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace shopbell {

/// What one sync did so far.
struct SyncCounts {
    std::int64_t categories = 0;
    std::int64_t products = 0;
    std::int64_t customers = 0;
    std::int64_t orders = 0;
    std::int64_t coupons = 0;
    std::int64_t deleted = 0;  ///< records that the store no longer has
    std::int64_t newEvents = 0;
    std::int64_t newProfiles = 0;
    std::int64_t setAside = 0;
    std::int64_t pages = 0;
    std::vector<StockChange> stockChanges;  ///< the first 10,000
    std::vector<Sentence> warnings;         ///< streams that could not be read
};

/// What apply() came to.
struct SyncStep {
    bool finished = false;         ///< nothing more to do now: caught up, or given up (`problem`)
    std::optional<Duration> wait;  ///< the store failed: fetch() again after so long; the wait is also in sync_state
    std::optional<Error> problem;  ///< what failed
    Sentence words;                ///< "Reading orders", "The store asks us to slow down; going on in 12 s."
    std::optional<StoreStream> stream;  ///< what was being read
    std::int64_t done = 0;              ///< records of this pass of the stream
    std::optional<std::int64_t> total;
    bool dropped = false;  ///< fetched before a step failed, so thrown away; it will come again
};

/// Something brought from the store on the way to the workspace; opaque, made by fetch(), used once by apply().
struct Fetched;
struct FetchedDeleter {
    void operator()(Fetched* fetched) const;
};
using FetchedPtr = std::unique_ptr<Fetched, FetchedDeleter>;

/// One sync of one store, in steps: everything that the store has new, page by page, then (once a day) a look for what
/// it no longer has.
///
///     auto sync = StoreSync::begin(id, parts);      // engine thread
///     auto next = sync->fetch(cancel);              // any other thread: network only
///     loop:  step = apply(*next) on the engine thread, while the next fetch() already runs
///
/// Each apply() is one transaction: records, set-aside records and the cursor together, so a cut anywhere loses nothing
/// and doubles nothing; the next begin() goes on at the page where it was cut. fetch() and apply() may run at the same
/// time, each by one thread; what fetch() gave is applied in its order. What is thrown away instead comes again. A
/// failed page is told by apply(), which writes the failure down; until then fetch() asks nothing, then for the same
/// page again. Events from before the connection was made are backfill. A stream that this key may not read is named in
/// counts().warnings, and the others go on.
class StoreSync {
public:
    struct Parts {
        db::Connection& db;
        Ingestor& ingestor;
        SecretStore& secrets;
        HttpClient& http;
        const Clock& clock;
        Random random;
    };

    /// NotFound for an unknown store; Conflict for a paused one; Refused where its secrets are gone. `fromScratch`
    /// forgets how far it was read: everything is read again, nothing doubled.
    [[nodiscard]] static Result<std::unique_ptr<StoreSync>> begin(ConnectionId store, Parts parts,
                                                                  bool fromScratch = false);
    ~StoreSync();
    StoreSync(const StoreSync&) = delete;
    StoreSync& operator=(const StoreSync&) = delete;

    [[nodiscard]] FetchedPtr fetch(const CancelToken& cancel);
    /// An Error means that the workspace itself could not be written; nothing of the step was.
    [[nodiscard]] Result<SyncStep> apply(Fetched& fetched);

    [[nodiscard]] const SyncCounts& counts() const;  ///< engine thread

private:
    struct State;
    explicit StoreSync(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace shopbell
