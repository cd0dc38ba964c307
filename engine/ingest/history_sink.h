// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/event_log.h"
#include "profiles/change_sink.h"

#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace shopbell {

/// Writes changes of profiles into the history. They are gathered and appended in one go by flush(), which whoever
/// opened the transaction calls before committing; drop() forgets them after a rollback. Engine thread.
class HistorySink final : public ChangeSink {
public:
    explicit HistorySink(EventLog& log);
    ~HistorySink() override;
    HistorySink(const HistorySink&) = delete;
    HistorySink& operator=(const HistorySink&) = delete;

    [[nodiscard]] Result<void> record(ProfileId profile, std::string_view metric, Instant at, std::string_view uniqueId,
                                      std::string_view properties, bool backfill) override;
    [[nodiscard]] Result<void> profilesMerged(ProfileId from, ProfileId into) override;

    /// Appends what was gathered; returns how many were new.
    [[nodiscard]] Result<std::int64_t> flush();
    void drop();

private:
    struct Gathered {
        ProfileId profile;
        MetricId metric;
        Instant at;
        std::string uniqueId;
        std::string properties;
        bool backfill = false;
    };

    EventLog& m_log;
    std::vector<Gathered> m_gathered;
    std::vector<NewEvent> m_views;
};

}  // namespace shopbell
