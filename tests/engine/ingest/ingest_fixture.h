// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"
#include "db/workspace.h"
#include "history/event_log.h"
#include "history/history_view.h"
#include "ingest/import_job.h"
#include "ingest/ingestor.h"
#include "support/fake_clock.h"
#include "support/temp_dir.h"

#include <QTest>

#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace shopbell::test {

/// A new workspace with its door.
struct IngestFixture {
    explicit IngestFixture(const std::string& zone = "Europe/Vienna")
        : workspace(*db::Workspace::create(folder / "shop.shopbell", {"Shop", zone, "EUR", "AT"}, clock))
    {
        reopen();
    }
    /// As after a new start of the program.
    void reopen()
    {
        ingestor.reset();
        log.reset();
        connection.reset();
        connection = std::make_unique<db::Connection>(*workspace.connect(db::OpenMode::ReadWrite));
        log = *EventLog::open(workspace, *connection);
        ingestor = std::make_unique<Ingestor>(*connection, *log, clock, "AT");
    }

    TempDir folder;
    FakeClock clock;
    db::Workspace workspace;
    std::unique_ptr<db::Connection> connection;
    std::unique_ptr<EventLog> log;
    std::unique_ptr<Ingestor> ingestor;

    [[nodiscard]] std::int64_t count(std::string_view sql) { return connection->findInteger(sql)->value_or(-1); }

    /// Events that stand, by metric.
    [[nodiscard]] std::map<std::string, std::int64_t> countEvents()
    {
        std::map<std::string, std::int64_t> counts;
        const auto metrics = log->view()->listMetrics();
        for (const auto& metric : *metrics) {
            if (metric.events > 0) {
                counts[metric.name] = metric.events;
            }
        }
        return counts;
    }

    std::filesystem::path write(std::string_view name, std::string_view content)
    {
        const auto path = folder / name;
        std::ofstream(path, std::ios::binary).write(content.data(), static_cast<std::streamsize>(content.size()));
        return path;
    }

    [[nodiscard]] ImportSettings settingsFor(const std::filesystem::path& file)
    {
        ImportSettings settings;
        settings.file = file;
        settings.zone = *TimeZone::load("Europe/Vienna");
        settings.defaultRegion = "AT";
        settings.now = clock.now();
        settings.connectedAt = clock.now();
        return settings;
    }
};

}  // namespace shopbell::test
