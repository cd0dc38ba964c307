// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "history/event_log.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell::bench {

/// One kind of event of the made-up shop.
struct GeneratedMetric {
    std::string_view name;
    double share;  ///< of all events
    bool hasValue;
    bool isMessage;  ///< about an email: other properties than those about a product
};

/// The standard metrics, with shares as a shop that mails its customers has them.
[[nodiscard]] const std::vector<GeneratedMetric>& generatedMetrics();

/// A history as shops have it, the same for the same seed: few people do much and many do little (rank to the power of
/// -0.7), three years that grow and have their Decembers, orders of skewed values, 3,000 products of which few sell
/// most. Instants ascend; about one event in fifty is late by up to two days.
class HistoryGenerator {
public:
    struct Shape {
        std::uint64_t seed = 1;
        std::uint32_t profiles = 100'000;  ///< numbers 1 to profiles
        std::int64_t events = 2'000'000;
        Instant end{1'767'225'600'000};  ///< 2026-01-01
        std::int64_t firstNumber = 0;    ///< of unique ids: another number makes other events of the same shop
    };
    HistoryGenerator(Shape shape, std::vector<MetricId> metrics);

    /// The next events, at most `count`; empty at the end. Their views live until the next call.
    [[nodiscard]] const std::vector<NewEvent>& next(std::size_t count);
    [[nodiscard]] double averagePropertyBytes() const;

private:
    void writeProperties(const GeneratedMetric& metric, std::string& into);

    Shape m_shape;
    std::vector<MetricId> m_metrics;
    std::vector<double> m_cumulative;
    Random m_random;
    std::int64_t m_made = 0;
    std::size_t m_propertyBytes = 0;
    std::vector<NewEvent> m_events;
    std::vector<std::string> m_ids;
    std::vector<std::string> m_properties;
};

}  // namespace shopbell::bench
