// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/profile_changes.h"

#include "model/email_address.h"

#include <algorithm>

namespace shopbell {
namespace {

std::optional<std::string> jsonTextOrNothing(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional(jsonText(text));
}

/// The same mailbox, however it is written.
bool isSameEmail(const std::string& a, std::string_view b)
{
    if (a == b) {
        return true;
    }
    const auto left = EmailAddress::parse(a);
    const auto right = EmailAddress::parse(b);
    return left && right && left->key() == right->key();
}

bool isTooLong(const PropertyValue& value)
{
    if (const auto* text = std::get_if<std::string>(&value)) {
        return text->size() > maxPropertyTextBytes;
    }
    if (const auto* list = std::get_if<std::vector<std::string>>(&value)) {
        std::size_t bytes = 0;
        for (const auto& item : *list) {
            bytes += item.size();
        }
        return bytes > maxPropertyTextBytes;
    }
    return false;
}

void setText(std::string& slot, std::string_view value, std::string_view name, ChangeList& changes)
{
    changes.add(name, jsonTextOrNothing(slot), jsonText(value));
    slot = value;
}

void clearText(std::string& slot, std::string_view name, ChangeList& changes)
{
    changes.add(name, jsonText(slot), std::nullopt);
    slot.clear();
}

}  // namespace

std::string jsonText(std::string_view text)
{
    return toJson(PropertyValue(std::string(text)));
}

void ChangeList::add(std::string_view name, const std::optional<std::string>& fromJson,
                     const std::optional<std::string>& toJson)
{
    m_members += m_members.empty() ? "" : ",";
    m_members += jsonText(name) + ":{";
    if (fromJson) {
        m_members += "\"from\":" + *fromJson;
    }
    if (toJson) {
        m_members += (fromJson ? ",\"to\":" : "\"to\":") + *toJson;
    }
    m_members += '}';
}

std::string ChangeList::toJson(std::string_view reason) const
{
    std::string json = "{\"changes\":{" + m_members + '}';
    if (!reason.empty()) {
        json += ",\"reason\":" + jsonText(reason);
    }
    return json + '}';
}

std::string findPropertyProblem(const Properties& properties)
{
    if (properties.size() > maxProperties) {
        return "has " + std::to_string(properties.size()) + " properties; at most " + std::to_string(maxProperties) +
               " are kept for one profile";
    }
    for (const auto& [name, value] : properties) {
        if (name.empty() || name.size() > maxPropertyNameBytes) {
            return name.empty()
                       ? "has a property without a name"
                       : "has a property whose name is longer than " + std::to_string(maxPropertyNameBytes) + " bytes";
        }
        if (isTooLong(value)) {
            return "has more than " + std::to_string(maxPropertyTextBytes) + " bytes in the property " + name;
        }
    }
    return {};
}

Result<bool> applyValues(StoredProfile& row, const SaidValues& said, ChangeList& changes, std::string& leftOut)
{
    const bool isNewest = said.at >= row.saidAt;
    const bool saysSomething = !said.email.empty() || !said.phone.empty() ||
                               (said.properties != nullptr && !said.properties->empty()) || !said.unset.empty() ||
                               said.unsetEmail || said.unsetPhone;
    bool dirty = false;
    if (saysSomething && said.at > row.saidAt) {
        row.saidAt = said.at;
        dirty = true;
    }
    if (!said.email.empty() && (row.email.empty() || (isNewest && !isSameEmail(row.email, said.email)))) {
        setText(row.email, said.email, "email", changes);
    } else if (said.unsetEmail) {
        clearText(row.email, "email", changes);
    }
    if (!said.phone.empty() && row.phone != said.phone && (row.phone.empty() || isNewest)) {
        setText(row.phone, said.phone, "phone", changes);
    } else if (said.unsetPhone) {
        clearText(row.phone, "phone", changes);
    }
    const bool hasProperties = said.properties != nullptr && !said.properties->empty();
    if (!hasProperties && said.unset.empty()) {
        return dirty || !changes.isEmpty();
    }
    // The common case of a source that says the same again is told without reading the stored text.
    if (said.unset.empty() && toJson(*said.properties) == row.properties) {
        return dirty || !changes.isEmpty();
    }
    auto known = parseProperties(row.properties);
    if (!known) {
        return fail(ErrorKind::Corrupt,
                    say("profile-properties-damaged", "The stored properties of profile %1 cannot be read.",
                        {std::to_string(row.id.value)}),
                    describe(known.error()));
    }
    bool changed = false;
    bool tooMany = false;
    if (hasProperties) {
        for (const auto& [name, value] : *said.properties) {
            const auto at = known->find(name);
            if (at == known->end()) {
                if (known->size() >= maxProperties) {
                    tooMany = true;
                    continue;
                }
                changes.add(name, std::nullopt, toJson(value));
                known->emplace(name, value);
                changed = true;
            } else if (isNewest && at->second != value) {
                changes.add(name, toJson(at->second), toJson(value));
                at->second = value;
                changed = true;
            }
        }
    }
    for (const std::string& name : said.unset) {
        const auto at = known->find(name);
        if (isNewest && at != known->end()) {
            changes.add(name, toJson(at->second), std::nullopt);
            known->erase(at);
            changed = true;
        }
    }
    if (tooMany) {
        leftOut =
            "The profile has " + std::to_string(maxProperties) + " properties already; further ones were left out.";
    }
    if (changed) {
        row.properties = toJson(*known);
    }
    return dirty || !changes.isEmpty();
}

Result<void> uniteValues(StoredProfile& into, const StoredProfile& from, ChangeList& changes)
{
    const bool fromWins = from.saidAt > into.saidAt;
    if (!from.email.empty() && (into.email.empty() || (fromWins && !isSameEmail(into.email, from.email)))) {
        setText(into.email, from.email, "email", changes);
    }
    if (!from.phone.empty() && from.phone != into.phone && (into.phone.empty() || fromWins)) {
        setText(into.phone, from.phone, "phone", changes);
    }
    if (from.properties != into.properties && from.properties != "{}") {
        auto known = parseProperties(into.properties);
        auto other = parseProperties(from.properties);
        if (!known || !other) {
            return fail(ErrorKind::Corrupt, "The stored properties of profile " +
                                                std::to_string((known ? from : into).id.value) + " cannot be read.");
        }
        for (auto& [name, value] : *other) {
            const auto at = known->find(name);
            if (at == known->end()) {
                if (known->size() < maxProperties) {
                    changes.add(name, std::nullopt, toJson(value));
                    known->emplace(name, std::move(value));
                }
            } else if (fromWins && at->second != value) {
                changes.add(name, toJson(at->second), toJson(value));
                at->second = std::move(value);
            }
        }
        into.properties = toJson(*known);
    }
    into.createdAt = std::min(into.createdAt, from.createdAt);
    into.saidAt = std::max(into.saidAt, from.saidAt);
    return {};
}

std::string consentChangeJson(const Consent& said, ConsentState before, std::optional<Instant> saidAt)
{
    std::string json = "{\"channel\":" + jsonText(channelName(said.channel)) +
                       ",\"from\":" + jsonText(consentStateName(before)) +
                       ",\"to\":" + jsonText(consentStateName(said.state));
    if (saidAt) {
        json += ",\"said\":" + std::to_string(saidAt->ms);
    }
    if (!said.method.empty()) {
        json += ",\"method\":" + jsonText(said.method);
    }
    if (!said.place.empty()) {
        json += ",\"place\":" + jsonText(said.place);
    }
    if (!said.text.empty()) {
        json += ",\"text\":" + jsonText(said.text);
    }
    return json + '}';
}

}  // namespace shopbell
