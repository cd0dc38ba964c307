// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "connectors/store_connector.h"
#include "db/connection.h"
#include "model/ids.h"
#include "model/secret_store.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell {

/// One connected store, as it stands in the workspace: without its secrets.
struct StoreConnection {
    ConnectionId id;
    std::string connector;  ///< ConnectorKind::name
    std::string label;
    FieldValues settings;  ///< of FieldSpecs that are not Secret
    Instant connectedAt;   ///< what is older is backfill
    bool paused = false;
};

/// How the reading of a store went; ms 0 means never.
struct SyncHealth {
    Instant lastSuccess;
    Instant lastTry;
    int failures = 0;  ///< in a row
    Instant nextTry;   ///< not before this, after a failure
    std::string errorKind;
    Sentence problem;  ///< why the last try failed, or what it could not read, in words; empty: all went well
    bool firstSyncDone = false;
    std::int64_t setAside = 0;  ///< records that could not be understood
};

/// A record that was kept aside, with its reason.
struct SetAsideRecord {
    StoreStream stream = StoreStream::Orders;
    std::string externalId;
    std::string reason;
    std::string record;
    Instant at;
};

/// The connected stores (tables connection, sync_state, sync_set_aside). Engine thread, except for the reading calls,
/// which work on any connection. Secrets go to the SecretStore, under secretName().
class StoreConnections {
public:
    StoreConnections(db::Connection& connection, const Clock& clock) : m_db(connection), m_clock(clock) {}

    /// Checks every field (InvalidInput names the field and what is wrong), saves the secrets, then the row. An unknown
    /// connector is NotFound, a label in use AlreadyExists. An empty label becomes the store's host.
    [[nodiscard]] Result<ConnectionId> add(std::string_view connector, std::string_view label,
                                           const FieldValues& values, SecretStore& secrets);
    /// New settings; a secret that is not among the values stays as it is.
    [[nodiscard]] Result<void> change(ConnectionId id, std::string_view label, const FieldValues& values,
                                      SecretStore& secrets);
    /// The row, its cursors and its secrets; people and events stay.
    [[nodiscard]] Result<void> remove(ConnectionId id, SecretStore& secrets);
    [[nodiscard]] Result<void> setPaused(ConnectionId id, bool paused);

    [[nodiscard]] Result<StoreConnection> load(ConnectionId id);
    [[nodiscard]] Result<std::vector<StoreConnection>> listAll();
    [[nodiscard]] Result<SyncHealth> loadHealth(ConnectionId id);
    [[nodiscard]] Result<std::vector<SetAsideRecord>> listSetAside(ConnectionId id, std::int64_t limit);
    /// Settings and secrets together, as a connector wants them. Refused, saying what to do, where a secret is gone.
    [[nodiscard]] Result<FieldValues> loadValues(const StoreConnection& connection, SecretStore& secrets);

private:
    db::Connection& m_db;
    const Clock& m_clock;
};

/// Where a secret field of a connection is kept.
[[nodiscard]] std::string secretName(std::string_view workspaceToken, ConnectionId id, std::string_view field);
/// What is wrong with the values for this kind, in a sentence; empty: nothing. Fields that do not show are not asked
/// for.
[[nodiscard]] Sentence findValuesProblem(const ConnectorKind& kind, const FieldValues& values);

}  // namespace shopbell
