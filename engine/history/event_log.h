// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/decimal.h"
#include "db/connection.h"
#include "model/event.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace shopbell {

/// An event on its way into the history. The views must live until append() returns.
struct NewEvent {
    ProfileId profile;            ///< 0: nobody's (an order without a customer): counted in totals, in nobody's columns
    MetricId metric;
    Instant at;
    std::optional<Decimal> value;
    std::string_view uniqueId;    ///< empty: the instant is the key
    std::string_view properties;  ///< a JSON object, or empty for none
    bool backfill = false;
};

struct AppendCounts {
    std::int64_t appended = 0;
    std::int64_t duplicates = 0;
};

/// The append-only log of everything that happened (table `event`, `metric`): one writer, the engine thread's connection.
///
/// append(), replace() and takeBack() run inside the caller's db::Transaction (or make their own). What they wrote is
/// seen by new HistoryViews after published(); a rolled-back transaction is noticed at the next call and forgotten.
/// Rows that another process wrote are taken in at the next call that begins a transaction, or by catchUp().
class EventLog {
public:
    virtual ~EventLog() = default;

    /// The id of a metric's name, made when it is new.
    [[nodiscard]] virtual Result<MetricId> ensureMetric(std::string_view name) = 0;

    /// Stores each event once: the key is (profile, metric, unique id), without an id the instant. Bounds of
    /// model/event.h are checked: an event past them is InvalidInput and nothing of the span is stored. `appended` gets
    /// one flag per event when given (1: stored, 0: duplicate).
    [[nodiscard]] virtual Result<AppendCounts> append(std::span<const NewEvent> events,
                                                      std::vector<std::uint8_t>* appended = nullptr) = 0;

    /// The event with the same key (unique id needed) is taken to have been this one all along; appended when there is none.
    /// Nothing is written, and false returned, when it already reads the same.
    [[nodiscard]] virtual Result<bool> replace(const NewEvent& event) = 0;

    /// The event with this key is taken never to have been. False when there is none.
    [[nodiscard]] virtual Result<bool> takeBack(ProfileId profile, MetricId metric, std::string_view uniqueId) = 0;

    /// `from`'s history belongs to `into` from now on, keys of duplicates too; profile_alias says so already.
    [[nodiscard]] virtual Result<void> profilesMerged(ProfileId from, ProfileId into) = 0;

    /// Removes every row of a person, of all their former ids too (erasure by law). Returns how many.
    [[nodiscard]] virtual Result<std::int64_t> erase(ProfileId profile) = 0;

    /// To be called after the caller's transaction was committed: columns and views now show what was written.
    virtual void published() = 0;
};

}  // namespace shopbell
