// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "ingest/event_import.h"
#include "model/email_address.h"

#include <simdjson.h>

#include <algorithm>

namespace shopbell {

namespace dom = simdjson::dom;

struct NdjsonEventImport::Parsers {
    dom::parser whole;
    simdjson::ondemand::parser cut;
    std::string minified;
};

namespace {

std::optional<std::string> textOf(dom::element value)
{
    if (std::string_view text; value.get(text) == simdjson::SUCCESS) {
        return std::string(trimmed(text));
    }
    if (std::int64_t number = 0; value.get(number) == simdjson::SUCCESS) {
        return std::to_string(number);
    }
    if (double number = 0; value.get(number) == simdjson::SUCCESS) {
        return formatNumber(number);
    }
    return std::nullopt;
}

std::optional<Decimal> numberOf(dom::element value)
{
    if (std::int64_t whole = 0; value.get(whole) == simdjson::SUCCESS) {
        return Decimal::fromInteger(whole);
    }
    if (double number = 0; value.get(number) == simdjson::SUCCESS) {
        const auto decimal = Decimal::fromDouble(number);
        return decimal ? std::optional(*decimal) : std::nullopt;
    }
    if (std::string_view text; value.get(text) == simdjson::SUCCESS) {
        const auto decimal = parseDecimal(trimmed(text));
        return decimal ? std::optional(*decimal) : std::nullopt;
    }
    return std::nullopt;
}

bool isAbsent(dom::object object, std::string_view name, dom::element& value)
{
    return object[name].get(value) != simdjson::SUCCESS || value.is_null();
}

}  // namespace

NdjsonEventImport::NdjsonEventImport(const ImportSettings& settings, std::unique_ptr<NdjsonReader> reader)
    : EventImport(settings, {}), m_reader(std::move(reader)), m_parsers(std::make_unique<Parsers>())
{
}

NdjsonEventImport::~NdjsonEventImport() = default;

void EventImport::setProfile(std::string_view text, TextArena& arena, ProfileRef& who)
{
    if (text.find('@') != std::string_view::npos) {
        if (const auto email = EmailAddress::parse(text)) {
            who.email = arena.keep(text);
            return;
        }
    }
    who.externalId = arena.keep(text);
}

Sentence EventImport::findGap(const IncomingEvent& event, bool hasTime)
{
    if (event.metric.empty()) {
        return say("event-metric-missing", "It does not say what happened: the metric is empty.");
    }
    if (!hasTime) {
        return say("event-time-missing", "It does not say when it happened: the time is empty.");
    }
    const ProfileRef& who = event.who;
    if (who.email.empty() && who.phone.empty() && who.externalId.empty() && who.anonymousId.empty()) {
        return say("event-profile-missing", "It does not say whose event it is: the profile is empty.");
    }
    return {};
}

Sentence NdjsonEventImport::readEvent(std::string_view text, TextArena& arena, IncomingEvent& event)
{
    dom::object object;
    dom::element document;
    if (const auto error = m_parsers->whole.parse(text.data(), text.size(), false).get(document);
        error != simdjson::SUCCESS) {
        return say("line-no-json", "It is not JSON: %1", {simdjson::error_message(error)});
    }
    if (document.get(object) != simdjson::SUCCESS) {
        return say("line-no-object", "It is not a JSON object.");
    }
    dom::element value;
    if (!isAbsent(object, "profile", value)) {
        dom::object who;
        if (value.get(who) == simdjson::SUCCESS) {
            for (const auto& [name, slot] :
                 {std::pair("email", &event.who.email), std::pair("phone", &event.who.phone),
                  std::pair("external_id", &event.who.externalId), std::pair("anonymous_id", &event.who.anonymousId)}) {
                dom::element part;
                if (isAbsent(who, name, part)) {
                    continue;
                }
                const auto said = textOf(part);
                if (!said) {
                    return say("member-no-text", "\"%1\" must be text.", {std::string("profile.") + name});
                }
                *slot = arena.keep(*said);
            }
        } else if (const auto said = textOf(value)) {
            setProfile(*said, arena, event.who);
        } else {
            return say("profile-no-object", "\"profile\" must be an object like {\"email\": …}.");
        }
    }
    if (!isAbsent(object, "metric", value)) {
        std::string_view name;
        if (value.get(name) != simdjson::SUCCESS) {
            return say("member-no-text", "\"%1\" must be text.", {"metric"});
        }
        event.metric = arena.keep(trimmed(name));
    }
    bool hasTime = false;
    if (!isAbsent(object, "time", value)) {
        const auto said = textOf(value);
        const auto at = said ? parseInstant(*said) : Result<Instant>(fail(ErrorKind::InvalidInput, ""));
        if (!at) {
            return say("member-no-instant", "\"%1\" must be ISO 8601 text or Unix seconds or milliseconds.", {"time"});
        }
        event.at = *at;
        hasTime = true;
    }
    if (!isAbsent(object, "value", value)) {
        event.value = numberOf(value);
        if (!event.value) {
            return say("member-no-number", "\"%1\" must be a number.", {"value"});
        }
    }
    if (!isAbsent(object, "unique_id", value)) {
        const auto said = textOf(value);
        if (!said) {
            return say("member-no-text", "\"%1\" must be text.", {"unique_id"});
        }
        event.uniqueId = arena.keep(*said);
    }
    if (!isAbsent(object, "properties", value)) {
        if (!value.is_object()) {
            return say("member-no-object", "\"%1\" must be an object.", {"properties"});
        }
        // As written, without blanks: numbers keep their digits.
        simdjson::ondemand::document again;
        simdjson::ondemand::object cut;
        std::string_view raw;
        const simdjson::padded_string_view padded(text.data(), text.size(), text.size() + simdjson::SIMDJSON_PADDING);
        if (m_parsers->cut.iterate(padded).get(again) != simdjson::SUCCESS ||
            again["properties"].get_object().get(cut) != simdjson::SUCCESS ||
            cut.raw_json().get(raw) != simdjson::SUCCESS) {
            return say("member-unreadable", "\"%1\" cannot be read.", {"properties"});
        }
        std::string& minified = m_parsers->minified;
        minified.resize(raw.size() + simdjson::SIMDJSON_PADDING);
        std::size_t length = 0;
        if (simdjson::minify(raw.data(), raw.size(), minified.data(), length) != simdjson::SUCCESS) {
            return say("member-unreadable", "\"%1\" cannot be read.", {"properties"});
        }
        if (length > 2) {
            event.properties = arena.keep(std::string_view(minified).substr(0, length));
        }
    }
    return findGap(event, hasTime);
}

}  // namespace shopbell
