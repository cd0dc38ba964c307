// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/profile_json.h"

#include "base/text.h"
#include "model/country.h"

#include <simdjson.h>

namespace shopbell {

namespace dom = simdjson::dom;

struct ProfileJsonParser::State {
    dom::parser parser;
};

namespace {

/// False when the member is absent or null.
bool hasMember(dom::object object, std::string_view name, dom::element& value)
{
    return object[name].get(value) == simdjson::SUCCESS && !value.is_null();
}

bool readText(dom::element value, std::string& out)
{
    if (std::string_view text; value.get(text) == simdjson::SUCCESS) {
        out = trimmed(text);
        return true;
    }
    if (std::int64_t number = 0; value.get(number) == simdjson::SUCCESS) {
        out = std::to_string(number);
        return true;
    }
    return false;
}

/// Absent leaves `out` as it is; false when it is there and is not a text.
bool readMember(dom::object object, std::string_view name, std::string& out)
{
    dom::element value;
    return !hasMember(object, name, value) || readText(value, out);
}

Sentence readConsent(dom::object object, std::string_view place, Instant now, ProfileUpdate& update)
{
    std::string channelWord;
    std::string stateWord;
    std::string atWord;
    Consent consent;
    consent.method = "import";
    consent.place = place;
    const bool isText = readMember(object, "channel", channelWord) && readMember(object, "state", stateWord) &&
                        readMember(object, "at", atWord) && readMember(object, "method", consent.method) &&
                        readMember(object, "place", consent.place) && readMember(object, "text", consent.text);
    const auto channel = findChannel(channelWord);
    const auto state = findConsentState(stateWord);
    if (!isText || !channel || !state) {
        return say("consent-incomplete",
                   "A consent needs a channel (email, sms, push) and a state (subscribed, pending, unsubscribed).");
    }
    consent.channel = *channel;
    consent.state = *state;
    consent.at = now;
    if (atWord.empty()) {
        update.undatedConsents = true;
    } else {
        const auto at = parseInstant(atWord);
        if (!at) {
            return say("consent-time-wrong", "The time of a consent must be ISO 8601 or Unix seconds.");
        }
        consent.at = *at;
    }
    update.consents.push_back(std::move(consent));
    return {};
}

}  // namespace

ProfileJsonParser::ProfileJsonParser() : m_state(std::make_unique<State>()) {}

ProfileJsonParser::~ProfileJsonParser() = default;

Sentence ProfileJsonParser::readPerson(std::string_view text, std::string_view place, Instant now,
                                       ProfileUpdate& update)
{
    dom::element document;
    dom::object object;
    if (const auto error = m_state->parser.parse(text.data(), text.size(), false).get(document);
        error != simdjson::SUCCESS) {
        return say("line-no-json", "It is not JSON: %1", {simdjson::error_message(error)});
    }
    if (document.get(object) != simdjson::SUCCESS) {
        return say("line-no-object", "It is not a JSON object.");
    }
    for (const auto& [name, slot] :
         {std::pair("email", &update.email), std::pair("phone", &update.phone),
          std::pair("external_id", &update.externalId), std::pair("anonymous_id", &update.anonymousId)}) {
        if (!readMember(object, name, *slot)) {
            return say("member-no-text", "\"%1\" must be text.", {name});
        }
    }
    std::string created;
    if (!readMember(object, "created_at", created)) {
        return say("member-no-time", "\"%1\" must be a time.", {"created_at"});
    }
    if (!created.empty()) {
        const auto at = parseInstant(created);
        if (!at) {
            return say("member-no-iso-time", "\"%1\" must be ISO 8601 or Unix seconds.", {"created_at"});
        }
        update.createdAt = *at;
    }
    dom::element value;
    if (hasMember(object, "properties", value)) {
        auto properties = parseProperties(simdjson::minify(value));
        if (!properties) {
            return describedSentence(properties.error());
        }
        update.properties = std::move(*properties);
        settleCountry(update.properties);
    }
    if (hasMember(object, "consents", value)) {
        dom::array list;
        if (value.get(list) != simdjson::SUCCESS) {
            return say("member-no-list", "\"%1\" must be a list.", {"consents"});
        }
        for (const dom::element one : list) {
            dom::object consent;
            if (one.get(consent) != simdjson::SUCCESS) {
                return say("member-no-object-list", "\"%1\" must be a list of objects.", {"consents"});
            }
            if (auto problem = readConsent(consent, place, now, update); !problem.empty()) {
                return problem;
            }
        }
    }
    return {};
}

}  // namespace shopbell
