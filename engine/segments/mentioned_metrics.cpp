// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/mentioned_metrics.h"

#include "model/metric.h"

#include <algorithm>
#include <array>

namespace shopbell::segments {

namespace {

constexpr std::array factMetrics{metrics::changedProfile, metrics::changedConsent, metrics::changedSuppression,
                                 metrics::joinedList,     metrics::leftList,       metrics::mergedProfile};

void collect(const Node& node, const Definitions& definitions, std::set<std::string>& mentioned)
{
    if (const auto* parts = findParts(node)) {
        for (const Node& part : *parts) {
            collect(part, definitions, mentioned);
        }
    } else if (const auto* metric = std::get_if<MetricCondition>(&node.what)) {
        mentioned.insert(metric->metric);
    } else if (const auto* sequence = std::get_if<SequenceCondition>(&node.what)) {
        for (const SequenceStep& step : sequence->steps) {
            mentioned.insert(step.metric);
        }
    } else if (const auto* message = std::get_if<MessageCondition>(&node.what)) {
        if (message->what == MessageCondition::What::Sent || message->what == MessageCondition::What::Skipped) {
            mentioned.insert(std::string(ledgerMark));
        }
        mentioned.insert(std::string(message->what == MessageCondition::What::Opened    ? metrics::openedEmail
                                     : message->what == MessageCondition::What::Clicked ? metrics::clickedEmail
                                                                                        : metrics::receivedEmail));
    } else if (const auto* segment = std::get_if<SegmentCondition>(&node.what)) {
        if (segment->timeframe.kind != Timeframe::Kind::All) {
            mentioned.insert(std::string(metrics::enteredSegment));
            mentioned.insert(std::string(metrics::leftSegment));
        }
        if (const auto found = definitions.find(segment->segment.id); found != definitions.end()) {
            collect(found->second, definitions, mentioned);
        }
    }
}

}  // namespace

std::set<std::string> mentionedMetrics(const Node& node, const Definitions& definitions)
{
    std::set<std::string> mentioned;
    collect(node, definitions, mentioned);
    return mentioned;
}

std::string spellOut(const Node& node, const Definitions& definitions)
{
    std::string text = toJson(node).json;
    for (const Reference& reference : listReferences(node).segments) {
        const auto found = definitions.find(reference.id);
        text += "\n" + (found == definitions.end() ? std::string() : spellOut(found->second, definitions));
    }
    return text;
}

bool isFact(std::string_view metric)
{
    return std::find(factMetrics.begin(), factMetrics.end(), metric) != factMetrics.end();
}

}  // namespace shopbell::segments
