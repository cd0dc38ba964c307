// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/message_events.h"

#include "model/metric.h"

#include <nlohmann/json.hpp>

namespace shopbell {

namespace {

nlohmann::json describe(const LedgerMessage& message, const MessageStory& story)
{
    nlohmann::json properties{{"channel", channelName(message.channel)},
                              {"origin", originKindName(message.originKind)},
                              {"message", message.id.value}};
    properties[message.originKind == OriginKind::FlowStep ? "flow_step" : "campaign"] = message.originId;
    if (!story.originName.empty()) {
        properties["name"] = story.originName;
    }
    if (!story.subject.empty()) {
        properties["subject"] = story.subject;
    }
    return properties;
}

Result<void> record(ChangeSink& changes, const LedgerMessage& message, std::string_view metric,
                    const nlohmann::json& properties, Instant at)
{
    if (message.channel != Channel::Email || message.originKind == OriginKind::Test) {
        return {};
    }
    return changes.record(message.profile, metric, at, "message-" + std::to_string(message.id.value),
                          properties.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace), false);
}

}  // namespace

Result<void> recordReceived(ChangeSink& changes, const LedgerMessage& message, const MessageStory& story, Instant at)
{
    return record(changes, message, metrics::receivedEmail, describe(message, story), at);
}

Result<void> recordBounced(ChangeSink& changes, const LedgerMessage& message, const MessageStory& story,
                           std::string_view reply, Instant at)
{
    auto properties = describe(message, story);
    properties["reply"] = reply;
    return record(changes, message, metrics::bouncedEmail, properties, at);
}

}  // namespace shopbell
