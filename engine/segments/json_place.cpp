// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/json_place.h"

#include "base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>

namespace shopbell::segments {

namespace {

std::string escapePointer(std::string_view name)
{
    return replaceAll(replaceAll(std::string(name), "~", "~0"), "/", "~1");
}

std::string typeWords(const JsonValue& value)
{
    static constexpr const char* names[] = {"null",   "true or false", "a number", "a number",
                                            "a text", "a list",        "an object"};
    return names[static_cast<int>(value.kind)];
}

/// False when it is nested too deeply.
bool convert(nlohmann::json& from, JsonValue& into, std::size_t depthLeft)
{
    switch (from.type()) {
    case nlohmann::json::value_t::boolean:
        into.kind = JsonValue::Kind::Boolean;
        into.boolean = from.get<bool>();
        return true;
    case nlohmann::json::value_t::number_unsigned:
    case nlohmann::json::value_t::number_integer:
        into.real = from.get<double>();
        if (from.is_number_unsigned() &&
            from.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
            into.kind = JsonValue::Kind::Real;
            return true;
        }
        into.kind = JsonValue::Kind::Integer;
        into.integer = from.get<std::int64_t>();
        return true;
    case nlohmann::json::value_t::number_float:
        into.kind = JsonValue::Kind::Real;
        into.real = from.get<double>();
        return true;
    case nlohmann::json::value_t::string:
        into.kind = JsonValue::Kind::Text;
        into.text = std::move(from.get_ref<std::string&>());
        return true;
    case nlohmann::json::value_t::array:
    case nlohmann::json::value_t::object:
        into.kind = from.is_array() ? JsonValue::Kind::Array : JsonValue::Kind::Object;
        if (depthLeft == 0) {
            return false;
        }
        into.children.resize(from.size());
        if (from.is_object()) {
            std::size_t i = 0;
            for (auto& [name, value] : from.items()) {
                into.names.push_back(name);
                if (!convert(value, into.children[i++], depthLeft - 1)) {
                    return false;
                }
            }
            return true;
        }
        for (std::size_t i = 0; i < from.size(); ++i) {
            if (!convert(from[i], into.children[i], depthLeft - 1)) {
                return false;
            }
        }
        return true;
    default: into.kind = JsonValue::Kind::Null; return true;
    }
}

}  // namespace

Result<JsonValue> parseJsonValue(std::string_view json, std::size_t maxBytes, std::size_t maxDepth)
{
    if (json.size() > maxBytes) {
        return fail(ErrorKind::InvalidInput, "The definition is longer than " + std::to_string(maxBytes / 1024) +
                                                 " KB; make it shorter, or use a list for many people.");
    }
    try {
        nlohmann::json document = nlohmann::json::parse(json);
        JsonValue value;
        if (!convert(document, value, maxDepth)) {
            return fail(ErrorKind::InvalidInput, "The definition is nested too deeply; at most 32 groups may stand "
                                                 "inside one another.");
        }
        return value;
    } catch (const nlohmann::json::exception& problem) {
        return fail(ErrorKind::InvalidInput, "The definition is not sound JSON.", problem.what());
    }
}

void JsonPlace::complain(const std::string& what) const
{
    if (!m_problem->error) {
        const std::string where = m_pointer.empty() ? "The definition" : "At " + m_pointer;
        m_problem->error = Error{ErrorKind::InvalidInput, where + ": " + what, m_pointer};
    }
}

std::string JsonPlace::text(std::size_t maxBytes) const
{
    if (!isText()) {
        complain("expected a text, found " + typeWords(*m_value) + ".");
        return {};
    }
    const std::string& found = m_value->text;
    if (found.size() > maxBytes) {
        complain("the text is longer than " + std::to_string(maxBytes) + " bytes; shorten it.");
        return {};
    }
    return found;
}

bool JsonPlace::boolean() const
{
    if (!isBoolean()) {
        complain("expected true or false, found " + typeWords(*m_value) + ".");
        return false;
    }
    return m_value->boolean;
}

Decimal JsonPlace::decimal() const
{
    if (!isNumber()) {
        complain("expected a number, found " + typeWords(*m_value) + ".");
        return {};
    }
    constexpr std::int64_t largest = 9'000'000'000'000;
    if (m_value->kind == JsonValue::Kind::Integer) {
        if (m_value->integer <= largest && m_value->integer >= -largest) {
            return Decimal::fromInteger(m_value->integer);
        }
    } else if (const auto decimal = Decimal::fromDouble(m_value->real)) {
        return *decimal;
    }
    complain("the number is too large; it may have up to twelve digits before the point.");
    return {};
}

double JsonPlace::real(double low, double high) const
{
    if (!isNumber()) {
        complain("expected a number, found " + typeWords(*m_value) + ".");
        return low;
    }
    if (!(m_value->real >= low && m_value->real <= high)) {
        complain("expected a number from " + formatNumber(low) + " to " + formatNumber(high) + ".");
        return low;
    }
    return m_value->real;
}

std::int64_t JsonPlace::integer(std::int64_t low, std::int64_t high) const
{
    if (m_value->kind != JsonValue::Kind::Integer || m_value->integer < low || m_value->integer > high) {
        complain("expected a whole number from " + std::to_string(low) + " to " + std::to_string(high) + ".");
        return low;
    }
    return m_value->integer;
}

std::vector<JsonPlace> JsonPlace::elements() const
{
    std::vector<JsonPlace> found;
    if (!isArray()) {
        complain("expected a list, found " + typeWords(*m_value) + ".");
        return found;
    }
    std::size_t index = 0;
    for (const auto& element : m_value->children) {
        found.emplace_back(element, m_pointer + '/' + std::to_string(index++), *m_problem);
    }
    return found;
}

std::optional<JsonPlace> JsonPlace::findMember(std::string_view name)
{
    if (std::find(m_asked.begin(), m_asked.end(), name) == m_asked.end()) {
        m_asked.emplace_back(name);
    }
    if (!isObject()) {
        complain("expected an object, found " + typeWords(*m_value) + ".");
        return std::nullopt;
    }
    for (std::size_t i = 0; i < m_value->names.size(); ++i) {
        if (m_value->names[i] == name) {
            return JsonPlace(m_value->children[i], m_pointer + '/' + escapePointer(name), *m_problem);
        }
    }
    return std::nullopt;
}

std::optional<JsonPlace> JsonPlace::member(std::string_view name)
{
    auto found = findMember(name);
    if (!found) {
        complain("\"" + std::string(name) + "\" is missing.");
    }
    return found;
}

bool JsonPlace::has(std::string_view name) const
{
    return std::find(m_value->names.begin(), m_value->names.end(), name) != m_value->names.end();
}

void JsonPlace::finish()
{
    for (const std::string& name : m_value->names) {
        if (std::find(m_asked.begin(), m_asked.end(), name) == m_asked.end()) {
            complain("\"" + name + "\" does not belong here; this object may have " + join(m_asked, ", ") + ".");
            return;
        }
    }
}

}  // namespace shopbell::segments
