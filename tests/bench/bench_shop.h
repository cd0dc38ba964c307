// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "bench/history_generator.h"
#include "db/workspace.h"
#include "history/event_log.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace shopbell::bench {

using Watch = std::chrono::steady_clock;

/// Says it and ends the program.
[[noreturn]] void give(const Error& error);

template <class T>
T valueOf(Result<T> result)
{
    if (!result) {
        give(result.error());
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

[[nodiscard]] double millisecondsSince(Watch::time_point start);
[[nodiscard]] long residentMegabytes();

struct Times {
    double first = 0;
    double median = 0;
    double least = 0;
    double processor = 0;  ///< of all threads together, median
};
[[nodiscard]] Times measure(int repeats, const std::function<void()>& work);

class StandingClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override { return {1'767'225'600'000}; }
};

struct Shop {
    explicit Shop(const std::filesystem::path& file)
        : workspace(valueOf(std::filesystem::exists(file)
                                ? db::Workspace::open(file, clock)
                                : db::Workspace::create(file, {"Bench", "Europe/Vienna", "EUR", "AT"}, clock))),
          connection(valueOf(workspace.connect(db::OpenMode::ReadWrite))),
          log(valueOf(EventLog::open(workspace, connection)))
    {
        for (const auto& metric : bench::generatedMetrics()) {
            metricIds.push_back(valueOf(log->ensureMetric(metric.name)));
        }
        log->published();
    }
    StandingClock clock;
    db::Workspace workspace;
    db::Connection connection;
    std::unique_ptr<EventLog> log;
    std::vector<MetricId> metricIds;
};

}  // namespace shopbell::bench
