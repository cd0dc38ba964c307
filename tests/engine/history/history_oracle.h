// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/event_log.h"
#include "history/history_view.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace shopbell::test {

/// One event as the oracle remembers it; `written` is the order of writing.
struct PlainEvent {
    std::int64_t profile = 0;  ///< as stored
    std::int64_t metric = 0;
    std::int64_t at = 0;
    std::optional<std::int64_t> value;
    std::string uniqueId;
    std::string properties = "{}";
    bool backfill = false;
    std::int64_t written = 0;

    [[nodiscard]] NewEvent toNew() const;
};

/// The history as a plain list, searched from end to end: what EventLog must equal.
class HistoryOracle {
public:
    bool append(PlainEvent event);
    bool replace(PlainEvent event);
    bool takeBack(std::int64_t profile, std::int64_t metric, const std::string& uniqueId);
    void erase(std::int64_t profile);
    void merge(std::int64_t from, std::int64_t into);

    [[nodiscard]] std::int64_t living(std::int64_t profile) const;
    /// Of one metric (0: of all), with living profiles, ascending by (at, written).
    [[nodiscard]] std::vector<PlainEvent> list(std::int64_t metric) const;
    [[nodiscard]] std::size_t size() const { return m_events.size(); }

private:
    [[nodiscard]] std::vector<PlainEvent>::iterator find(const PlainEvent& event);
    std::vector<PlainEvent> m_events;
    std::map<std::int64_t, std::int64_t> m_merged;
    std::int64_t m_written = 0;
};

/// What differs between the view and the oracle, in words; empty: nothing. Looks at every column, both orders, the
/// tail, rows and what the rows hold.
[[nodiscard]] std::string findDifference(const HistoryView& view, const HistoryOracle& oracle, std::int64_t metric);

}  // namespace shopbell::test
