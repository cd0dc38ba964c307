// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/decimal.h"
#include "db/connection.h"
#include "db/workspace.h"
#include "history/history_view.h"
#include "history/property_codec.h"
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
    ProfileId profile;
    MetricId metric;
    Instant at;
    std::optional<Decimal> value;
    std::string_view uniqueId;    ///< empty: the instant is the key
    std::string_view properties;  ///< a JSON object, or empty for none
    bool backfill = false;
    std::string_view packed = {};  ///< of the properties, by this log's PropertyPacker; empty: append() packs them
};

struct AppendCounts {
    std::int64_t appended = 0;
    std::int64_t duplicates = 0;
};

/// The append-only log of everything that happened (table `event`, `metric`): one writer, the engine thread's
/// connection. All verbs belong to that thread; the views it hands out belong to any.
///
/// append(), replace(), takeBack() and erase() run inside the caller's db::Transaction (or make their own). What they
/// wrote is seen by new HistoryViews after published(); a rolled-back transaction is noticed at the next call and
/// forgotten. Rows that another process wrote are taken in at the next call that begins a transaction, or by catchUp().
class EventLog final {
public:
    /// `writer` is the engine thread's connection to the workspace's file and outlives the log.
    [[nodiscard]] static Result<std::unique_ptr<EventLog>> open(const db::Workspace& workspace, db::Connection& writer);
    ~EventLog();
    EventLog(const EventLog&) = delete;
    EventLog& operator=(const EventLog&) = delete;

    /// The id of a metric's name, made when it is new.
    [[nodiscard]] Result<MetricId> ensureMetric(std::string_view name);

    /// Stores each event once: the key is (profile, metric, unique id), without an id the instant. Bounds of
    /// model/event.h are checked: an event past them is InvalidInput and nothing of the span is stored. `appended` gets
    /// one flag per event when given (1: stored, 0: duplicate).
    [[nodiscard]] Result<AppendCounts> append(std::span<const NewEvent> events,
                                              std::vector<std::uint8_t>* appended = nullptr);

    /// The event with the same key (unique id needed) is taken to have been this one all along; appended when there is
    /// none. Nothing is written, and false returned, when it already reads the same.
    [[nodiscard]] Result<bool> replace(const NewEvent& event);

    /// The event with this key is taken never to have been. False when there is none.
    [[nodiscard]] Result<bool> takeBack(ProfileId profile, MetricId metric, std::string_view uniqueId);

    /// Removes every row of a person, of all their former ids too (erasure by law). Returns how many.
    [[nodiscard]] Result<std::int64_t> erase(ProfileId profile);

    /// To be called in the transaction that wrote the alias: history of `from` belongs to `into` from now on.
    [[nodiscard]] Result<void> profilesMerged(ProfileId from, ProfileId into);

    /// To be called after the caller's transaction was committed: columns and views now show what was written.
    void published();
    /// Takes in what another process wrote to the workspace; false when there was nothing.
    [[nodiscard]] Result<bool> catchUp();

    /// For another thread, to pack the properties of events that it prepares for append().
    [[nodiscard]] PropertyPacker packer() const;

    /// The newest view. Also safe from other threads.
    [[nodiscard]] std::shared_ptr<const HistoryView> view() const;

    /// Writes what has gathered in memory into the derived file. Losing it loses nothing but time at the next start.
    /// Returns when it is there: before closing, and in tests.
    [[nodiscard]] Result<void> seal();
    /// The same beside this thread, which goes on at once; for when things are quiet. The log begins it by itself
    /// whenever much has gathered.
    void startSealing();
    /// As seal(), but a large merge of older runs is put off, and one at work is given up.
    [[nodiscard]] Result<void> sealToClose();

private:
    struct State;
    explicit EventLog(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace shopbell
