// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/engine.h"
#include "model/field_spec.h"
#include "model/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace shopbell {

struct ConnectorInfo {
    std::string name;   ///< "woocommerce"
    std::string label;  ///< "WooCommerce"
    std::vector<FieldSpec> fields;
};
struct ListConnectors {
    using Answer = std::vector<ConnectorInfo>;
};

struct StoreTestReport {
    std::string name;
    std::string url;
    std::string platformVersion;
    std::string currency;
    std::string timeZone;
    std::vector<Sentence> warnings;  ///< missing permissions, plain http
    std::optional<std::int64_t> orders;
    std::optional<std::int64_t> customers;
};
/// Asks the store; nothing is stored.
struct TestStore {
    using Answer = StoreTestReport;
    std::string connector;
    FieldValues values;
};

struct AddStore {
    using Answer = ConnectionId;
    static constexpr bool isCommand = true;
    std::string connector;
    std::string label;
    FieldValues values;  ///< secrets among them go to the secret store
};
struct RemoveStore {
    using Answer = Done;
    static constexpr bool isCommand = true;
    ConnectionId store;  ///< its people and events stay
};

struct StoreStatus {
    ConnectionId id;
    std::string connector;
    std::string label;
    std::string url;
    bool syncing = false;
    bool firstSyncDone = false;
    Instant connectedAt;
    std::optional<Instant> lastSuccess;
    std::optional<Instant> nextTry;
    Sentence problem;  ///< why the last try failed; empty: it did not
    std::int64_t setAside = 0;
};
struct ListStores {
    using Answer = std::vector<StoreStatus>;
};

struct SyncSummary {
    std::int64_t customers = 0;
    std::int64_t orders = 0;
    std::int64_t products = 0;
    std::int64_t categories = 0;
    std::int64_t coupons = 0;
    std::int64_t newEvents = 0;
    std::int64_t setAside = 0;
    std::vector<Sentence> warnings;
    double seconds = 0;
};
/// Reads what is new, now; goes on where an earlier sync was cut.
struct SyncStore {
    using Answer = SyncSummary;
    static constexpr bool isCommand = true;
    ConnectionId store;
    bool fromScratch = false;
};

}  // namespace shopbell
