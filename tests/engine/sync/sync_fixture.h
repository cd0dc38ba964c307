// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog_store.h"
#include "db/workspace.h"
#include "history/event_log.h"
#include "ingest/ingestor.h"
#include "support/fake_clock.h"
#include "support/temp_dir.h"
#include "support/woo_double.h"
#include "sync/store_connections.h"
#include "sync/store_sync.h"

#include <QTest>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace shopbell::test {

/// Secrets in memory, for a test's length.
class MemorySecrets final : public SecretStore {
public:
    Result<std::string> load(std::string_view name) override
    {
        const auto found = secrets.find(std::string(name));
        return found == secrets.end() ? fail(ErrorKind::NotFound, "No such secret.")
                                      : Result<std::string>(found->second);
    }
    Result<void> save(std::string_view name, std::string_view secret) override
    {
        if (isLocked) {
            return fail(ErrorKind::Refused, "The keychain is locked.");
        }
        secrets[std::string(name)] = secret;
        return {};
    }
    Result<void> remove(std::string_view name) override
    {
        return secrets.erase(std::string(name)) > 0 ? Result<void>() : fail(ErrorKind::NotFound, "No such secret.");
    }
    [[nodiscard]] std::string place() const override { return "the test's memory"; }

    std::map<std::string, std::string> secrets;
    bool isLocked = false;
};

/// An event that stands: neither replaced nor taken back.
struct StandingEvent {
    std::string metric;
    std::string uniqueId;
    std::int64_t micros = 0;
    Instant at;
    bool backfill = false;
    ProfileId profile;
    std::string email;  ///< of the living profile
};

/// A workspace, a shop and what connects them.
struct SyncFixture {
    explicit SyncFixture(WooDoubleSettings settings = {})
        : store(clock, std::move(settings)),
          http([this](const IncomingRequest& request) { return store.handle(request); }),
          workspace(*db::Workspace::create(folder / "shop.shopbell", {"Shop", "Europe/Vienna", "EUR", "AT"}, clock))
    {
        reopen();
        const auto added = StoreConnections(*db, clock)
                               .add("woocommerce", "My shop",
                                    {{"url", store.settings().origin + store.settings().folder},
                                     {"consumer_key", "ck_double"},
                                     {"consumer_secret", "cs_double"}},
                                    secrets);
        id = added.value_or(ConnectionId{});
    }

    /// As after a new start of the program: memory is gone, the file stays.
    void reopen()
    {
        ingestor.reset();
        log.reset();
        db.reset();
        db = std::make_unique<db::Connection>(*workspace.connect(db::OpenMode::ReadWrite));
        log = *EventLog::open(workspace, *db);
        ingestor = std::make_unique<Ingestor>(*db, *log, clock, "AT");
    }

    Result<std::unique_ptr<StoreSync>> begin(bool fromScratch = false)
    {
        return StoreSync::begin(id, {*db, *ingestor, secrets, http, clock, Random(1)}, fromScratch);
    }

    /// Runs a sync to its end; waits cost no time but the clock's. The last step is the answer.
    Result<SyncStep> sync(bool fromScratch = false)
    {
        auto begun = begin(fromScratch);
        if (!begun) {
            return fail(begun.error());
        }
        words.clear();
        for (int steps = 0; steps < 100'000; ++steps) {
            const auto fetched = (*begun)->fetch({});
            auto step = (*begun)->apply(*fetched);
            if (!step) {
                return step;
            }
            words.push_back(step->words.words);
            if (step->wait) {
                clock.advance(*step->wait);
            }
            if (step->finished) {
                counts = (*begun)->counts();
                return step;
            }
        }
        return fail(ErrorKind::Conflict, "The sync does not end.");
    }

    std::vector<StandingEvent> events(std::string_view metric)
    {
        std::vector<StandingEvent> found;
        const auto done = db->each(
            "SELECT m.name, e.unique_id, e.value, e.at, e.flags & 1, coalesce(a.new_id, e.profile_id), p.email "
            "FROM event e JOIN metric m ON m.id = e.metric_id "
            "LEFT JOIN profile_alias a ON a.old_id = e.profile_id "
            "LEFT JOIN profile p ON p.id = coalesce(a.new_id, e.profile_id) "
            "WHERE m.name = ?1 AND e.flags & 2 = 0 "
            "AND e.row NOT IN (SELECT replaces FROM event WHERE replaces IS NOT NULL) ORDER BY e.row",
            [&](const db::Statement& row) {
                found.push_back({row.string(0), row.string(1), row.integer(2), row.instant(3), row.integer(4) != 0,
                                 row.id<ProfileId>(5), row.string(6)});
            },
            metric);
        return done ? found : std::vector<StandingEvent>{};
    }

    [[nodiscard]] std::int64_t number(std::string_view sql) { return db->findInteger(sql)->value_or(-1); }
    [[nodiscard]] SyncHealth health() { return *StoreConnections(*db, clock).loadHealth(id); }

    TempDir folder;
    FakeClock clock;
    WooDouble store;
    DirectHttpClient http;
    MemorySecrets secrets;
    db::Workspace workspace;
    std::unique_ptr<db::Connection> db;
    std::unique_ptr<EventLog> log;
    std::unique_ptr<Ingestor> ingestor;
    ConnectionId id;
    SyncCounts counts;               ///< of the last sync()
    std::vector<std::string> words;  ///< of its steps
};

}  // namespace shopbell::test
