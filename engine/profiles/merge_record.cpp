// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/merge_record.h"

#include "model/event.h"
#include "profiles/lists.h"
#include "profiles/profile_changes.h"
#include "profiles/profile_reading.h"
#include "profiles/profile_rows.h"
#include "profiles/stored_members.h"

#include <simdjson.h>

namespace shopbell {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

std::string sideJson(const ProfileAtMerge& side)
{
    std::string json = "{\"created_at\":" + std::to_string(side.createdAt.ms);
    if (!side.email.empty()) {
        json += ",\"email\":" + jsonText(side.email);
    }
    if (!side.phone.empty()) {
        json += ",\"phone\":" + jsonText(side.phone);
    }
    if (side.properties != "{}") {
        json += ",\"properties\":" + side.properties;
    }
    const char* before = ",\"consents\":[";
    for (const Consent& consent : side.consents) {
        json += before;
        json += "{\"channel\":" + jsonText(channelName(consent.channel)) +
                ",\"state\":" + jsonText(consentStateName(consent.state)) + ",\"at\":" + std::to_string(consent.at.ms) +
                (consent.method.empty() ? std::string() : ",\"method\":" + jsonText(consent.method)) + '}';
        before = ",";
    }
    json += side.consents.empty() ? "" : "]";
    before = ",\"lists\":[";
    for (const auto& [list, joined] : side.lists) {
        json += before;
        json += "{\"list\":" + std::to_string(list.value) + ",\"joined\":" + std::to_string(joined.ms) + '}';
        before = ",";
    }
    json += side.lists.empty() ? "" : "]";
    return json + '}';
}

std::string textOf(const object& json, std::string_view name)
{
    std::string_view text;
    return json.at_key(name).get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

std::int64_t numberOf(const object& json, std::string_view name)
{
    std::int64_t number = 0;
    return json.at_key(name).get(number) == simdjson::SUCCESS ? number : 0;
}

/// As it is written: numbers must not come back in other digits. Empty: there is none.
std::string rawMember(std::string_view json, std::string_view name)
{
    thread_local StoredMembers members;
    const auto found = members.find(json, name);
    return found ? std::string(*found) : std::string();
}

std::optional<ProfileAtMerge> readSide(const object& before, std::string_view rawBefore, std::string_view name,
                                       std::int64_t id)
{
    object json;
    if (id <= 0 || before.at_key(name).get(json) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    ProfileAtMerge side;
    side.profile = {id};
    side.createdAt = {numberOf(json, "created_at")};
    side.email = textOf(json, "email");
    side.phone = textOf(json, "phone");
    side.properties = rawMember(rawMember(rawBefore, name), "properties");
    if (side.properties.empty()) {
        side.properties = "{}";
    }
    array consents;
    if (json.at_key("consents").get(consents) == simdjson::SUCCESS) {
        for (const element entry : consents) {
            object one;
            if (entry.get(one) != simdjson::SUCCESS) {
                continue;
            }
            const auto channel = findChannel(textOf(one, "channel"));
            const auto state = findConsentState(textOf(one, "state"));
            if (channel && state) {
                side.consents.push_back({*channel, *state, {numberOf(one, "at")}, textOf(one, "method"), {}, {}});
            }
        }
    }
    array lists;
    if (json.at_key("lists").get(lists) == simdjson::SUCCESS) {
        for (const element entry : lists) {
            object one;
            if (entry.get(one) == simdjson::SUCCESS) {
                side.lists.push_back({ListId{numberOf(one, "list")}, Instant{numberOf(one, "joined")}});
            }
        }
    }
    return side;
}

/// One per thread: a parser keeps its room between documents.
simdjson::dom::parser& parserOfThread()
{
    thread_local simdjson::dom::parser parser;
    return parser;
}

}  // namespace

Result<ProfileAtMerge> describeForMerge(db::Connection& connection, const StoredProfile& row)
{
    ProfileAtMerge side{row.id, row.createdAt, row.email, row.phone, row.properties, {}, {}};
    auto consents = loadConsents(connection, row.id);
    if (!consents) {
        return fail(consents.error());
    }
    side.consents = std::move(*consents);
    auto lists = listMemberships(connection, row.id);
    if (!lists) {
        return fail(lists.error());
    }
    for (const ListMembership& one : *lists) {
        side.lists.emplace_back(one.list, one.joinedAt);
    }
    return side;
}

std::string toJson(const MergeRecord& record, std::string_view reason)
{
    const std::string head = "{\"merged\":" + std::to_string(record.from.profile.value) +
                             ",\"into\":" + std::to_string(record.into.profile.value) +
                             ",\"reason\":" + jsonText(reason);
    std::string whole =
        head + ",\"before\":{\"merged\":" + sideJson(record.from) + ",\"into\":" + sideJson(record.into) + "}}";
    return whole.size() <= maxEventPropertiesBytes ? whole : head + '}';
}

std::optional<MergeRecord> findMergeRecord(std::string_view eventProperties)
{
    object json;
    object before;
    if (parserOfThread().parse(eventProperties.data(), eventProperties.size()).get(json) != simdjson::SUCCESS ||
        json.at_key("before").get(before) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    const std::string raw = rawMember(eventProperties, "before");
    auto from = readSide(before, raw, "merged", numberOf(json, "merged"));
    auto into = readSide(before, raw, "into", numberOf(json, "into"));
    if (!from || !into) {
        return std::nullopt;
    }
    return MergeRecord{std::move(*from), std::move(*into)};
}

ProfileId findMergedProfile(std::string_view eventProperties)
{
    object json;
    return parserOfThread().parse(eventProperties.data(), eventProperties.size()).get(json) == simdjson::SUCCESS
               ? ProfileId{numberOf(json, "merged")}
               : ProfileId{};
}

}  // namespace shopbell
