// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/workspace.h"
#include "history/event_log.h"
#include "history_oracle.h"
#include "support/fake_clock.h"

#include <memory>
#include <string>
#include <vector>

namespace shopbell::test {

/// A workspace with its log, as one process has it. Metrics 1 to 4 are there.
struct Shop {
    static constexpr std::int64_t metricCount = 4;

    explicit Shop(const std::filesystem::path& file, bool create = true)
        : workspace(create ? db::Workspace::create(file, {"Test", "Europe/Vienna", "EUR", "AT"}, clock).value()
                           : db::Workspace::open(file, clock).value()),
          connection(workspace.connect(db::OpenMode::ReadWrite).value())
    {
        (void)connection.relaxDurability();
        log = EventLog::open(workspace, connection).value();
        if (create) {
            for (std::int64_t m = 1; m <= metricCount; ++m) {
                (void)log->ensureMetric("Metric " + std::to_string(m));
            }
            log->published();
        }
    }
    void reopen()
    {
        log.reset();
        log = EventLog::open(workspace, connection).value();
    }
    /// Appended and published; how many were new.
    std::int64_t append(const std::vector<PlainEvent>& events)
    {
        std::vector<NewEvent> fresh;
        for (const PlainEvent& event : events) {
            fresh.push_back(event.toNew());
        }
        const auto counts = log->append(fresh).value();
        log->published();
        return counts.appended;
    }

    FakeClock clock;
    db::Workspace workspace;
    db::Connection connection;
    std::unique_ptr<EventLog> log;
};

}  // namespace shopbell::test
