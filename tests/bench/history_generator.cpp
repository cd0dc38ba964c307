// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/history_generator.h"

#include "model/metric.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace shopbell::bench {

namespace {

constexpr std::int64_t dayMs = 86'400'000;
constexpr std::int64_t lengthMs = 3 * 365 * dayMs;
constexpr std::uint64_t products = 3000;
constexpr std::uint64_t campaigns = 300;

constexpr std::array<std::string_view, 12> adjectives{"Linen", "Wool", "Blue", "Oak",   "Classic", "Mini",
                                                      "Large", "Soft", "Warm", "Light", "Striped", "Plain"};
constexpr std::array<std::string_view, 12> nouns{"shirt", "lamp", "table", "bag",   "candle",  "mug",
                                                 "scarf", "hat",  "shoe",  "chair", "blanket", "vase"};
constexpr std::array<std::string_view, 8> categories{"Shoes",  "Shirts",  "Home",   "Bags",
                                                     "Lights", "Kitchen", "Garden", "Gifts"};

}  // namespace

const std::vector<GeneratedMetric>& generatedMetrics()
{
    static const std::vector<GeneratedMetric> all{
        {metrics::receivedEmail, 0.34, false, true},    {metrics::openedEmail, 0.20, false, true},
        {metrics::viewedProduct, 0.17, false, false},   {metrics::activeOnSite, 0.09, false, false},
        {metrics::placedOrder, 0.04, true, false},      {metrics::orderedProduct, 0.07, true, false},
        {metrics::clickedEmail, 0.03, false, true},     {metrics::addedToCart, 0.025, true, false},
        {metrics::startedCheckout, 0.015, true, false}, {metrics::fulfilledOrder, 0.015, true, false},
        {metrics::refundedOrder, 0.003, true, false},   {metrics::bouncedEmail, 0.002, false, true}};
    return all;
}

HistoryGenerator::HistoryGenerator(Shape shape, std::vector<MetricId> metricIds)
    : m_shape(shape), m_metrics(std::move(metricIds)), m_random(shape.seed)
{
    double sum = 0;
    for (const GeneratedMetric& metric : generatedMetrics()) {
        sum += metric.share;
        m_cumulative.push_back(sum);
    }
    for (double& share : m_cumulative) {
        share /= sum;
    }
}

void HistoryGenerator::writeProperties(const GeneratedMetric& metric, std::string& into)
{
    into.clear();
    if (metric.isMessage) {
        const auto campaign = std::to_string(m_random.below(campaigns));
        into += R"({"Campaign Name":"Campaign )" + campaign + R"( of the season","Subject":"News number )" + campaign +
                R"(: what is new in our shop","Email Domain":"mail.example","campaign":)" + campaign +
                R"(,"message":)" + std::to_string(m_random.below(100'000'000)) +
                R"(,"Client":"webmail","Device":"phone","Channel":"email"})";
        return;
    }
    // The square favours low numbers: few products sell most.
    const double u = m_random.unit();
    const auto product = static_cast<std::size_t>(u * u * static_cast<double>(products));
    const auto number = std::to_string(product);
    const auto adjective = adjectives[product % adjectives.size()];
    const auto noun = nouns[product / adjectives.size() % nouns.size()];
    into += R"({"ProductName":")";
    into += adjective;
    into += " ";
    into += noun;
    into += " " + number + R"(","ProductID":")" + std::to_string(10'000 + product) + R"(","Category":")";
    into += categories[product % categories.size()];
    into += R"(","URL":"https://shop.example/product/)";
    into += noun;
    into += "-" + number + R"(","Price":)" + std::to_string(5 + product % 95) + ".9" +
            R"(,"Currency":"EUR","Quantity":)" + std::to_string(1 + m_random.below(3)) +
            R"(,"Source":"web","Session":")" + std::to_string(m_random.below(10'000'000'000)) + R"("})";
}

const std::vector<NewEvent>& HistoryGenerator::next(std::size_t count)
{
    count = static_cast<std::size_t>(std::min<std::int64_t>(static_cast<std::int64_t>(count), m_shape.events - m_made));
    m_events.clear();
    m_ids.resize(std::max(m_ids.size(), count));
    m_properties.resize(std::max(m_properties.size(), count));
    for (std::size_t k = 0; k < count; ++k, ++m_made) {
        const auto chosen =
            static_cast<std::size_t>(std::ranges::lower_bound(m_cumulative, m_random.unit()) - m_cumulative.begin());
        const std::size_t which = std::min(chosen, m_cumulative.size() - 1);
        const GeneratedMetric& metric = generatedMetrics()[which];
        NewEvent event;
        // Rank to the power of -0.7, then spread over the numbers so that activity says nothing about age.
        const double rank = std::pow(m_random.unit(), 1 / 0.3) * m_shape.profiles;
        const auto spread = static_cast<std::uint64_t>(rank) * 0x9E3779B1u % m_shape.profiles;
        event.profile = {static_cast<std::int64_t>(spread) + 1};
        event.metric = m_metrics[which];
        // The square root makes the shop grow; milliseconds are the event's own.
        const double part =
            static_cast<double>(m_made) / static_cast<double>(std::max<std::int64_t>(m_shape.events, 1));
        std::int64_t at =
            m_shape.end.ms - lengthMs + static_cast<std::int64_t>(std::sqrt(part) * static_cast<double>(lengthMs));
        at -= m_random.chance(0.02) ? static_cast<std::int64_t>(m_random.below(2 * dayMs))
                                    : static_cast<std::int64_t>(m_random.below(2000));
        event.at = {at};
        if (metric.hasValue) {
            const double amount = std::exp(3.6 + 0.8 * m_random.normal());
            event.value = Decimal{static_cast<std::int64_t>(amount * 100) * 10'000};
        }
        m_ids[k] = std::to_string(m_shape.firstNumber + m_made);
        event.uniqueId = m_ids[k];
        writeProperties(metric, m_properties[k]);
        m_propertyBytes += m_properties[k].size();
        event.properties = m_properties[k];
        m_events.push_back(event);
    }
    return m_events;
}

double HistoryGenerator::averagePropertyBytes() const
{
    return m_made == 0 ? 0 : static_cast<double>(m_propertyBytes) / static_cast<double>(m_made);
}

}  // namespace shopbell::bench
