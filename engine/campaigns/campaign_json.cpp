// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaigns/campaign_json.h"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

namespace shopbell {

namespace {

using nlohmann::json;

constexpr std::array contentFields{
    std::pair{"from_name", &MessageContent::fromName},  std::pair{"from_address", &MessageContent::fromAddress},
    std::pair{"reply_to", &MessageContent::replyTo},    std::pair{"subject", &MessageContent::subject},
    std::pair{"preheader", &MessageContent::preheader}, std::pair{"html", &MessageContent::html},
    std::pair{"text", &MessageContent::text},
};

std::string written(const json& document)
{
    return document.dump(-1, ' ', false, json::error_handler_t::replace);
}

template <class IdType>
json numbersOf(const std::vector<IdType>& ids)
{
    auto numbers = json::array();
    for (const auto id : ids) {
        numbers.push_back(id.value);
    }
    return numbers;
}

template <class IdType>
bool readIds(const json& document, const char* key, std::vector<IdType>& into)
{
    const auto found = document.find(key);
    if (found == document.end()) {
        return true;
    }
    if (!found->is_array()) {
        return false;
    }
    for (const auto& number : *found) {
        if (!number.is_number_integer()) {
            return false;
        }
        into.push_back({number.get<std::int64_t>()});
    }
    return true;
}

}  // namespace

std::string toJson(const Audience& audience)
{
    return written({{"segments", numbersOf(audience.segments)},
                    {"lists", numbersOf(audience.lists)},
                    {"excluded_segments", numbersOf(audience.excludedSegments)},
                    {"excluded_lists", numbersOf(audience.excludedLists)}});
}

std::string toJson(const MessageContent& content)
{
    auto document = json::object();
    for (const auto& [key, member] : contentFields) {
        document[key] = content.*member;
    }
    return written(document);
}

Result<Audience> parseAudience(std::string_view text)
{
    const auto document = json::parse(text, nullptr, false);
    Audience audience;
    if (!document.is_object() || !readIds(document, "segments", audience.segments) ||
        !readIds(document, "lists", audience.lists) ||
        !readIds(document, "excluded_segments", audience.excludedSegments) ||
        !readIds(document, "excluded_lists", audience.excludedLists)) {
        return fail(ErrorKind::Corrupt, say("campaign-audience-damaged", "A campaign's audience cannot be read."));
    }
    return audience;
}

Result<MessageContent> parseContent(std::string_view text)
{
    const auto document = json::parse(text, nullptr, false);
    MessageContent content;
    if (!document.is_object()) {
        return fail(ErrorKind::Corrupt, say("campaign-content-damaged", "A campaign's content cannot be read."));
    }
    for (const auto& [key, member] : contentFields) {
        if (const auto found = document.find(key); found != document.end() && found->is_string()) {
            content.*member = found->get<std::string>();
        }
    }
    return content;
}

}  // namespace shopbell
