// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/property.h"

#include "base/text.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <optional>

namespace shopbell {

namespace {

using nlohmann::json;

constexpr std::string_view dateMember = "$date";

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

void appendJsonText(std::string& out, std::string_view text)
{
    // What cannot be read back must not be written: malformed UTF-8 is mended here, at the last door.
    const bool sound = isValidUtf8(text);
    const std::string mended = sound ? std::string() : toValidUtf8(text);
    out.push_back('"');
    for (const char c : sound ? text : std::string_view(mended)) {
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                constexpr std::string_view digits = "0123456789abcdef";
                out += "\\u00";
                out.push_back(digits[static_cast<unsigned char>(c) >> 4]);
                out.push_back(digits[static_cast<unsigned char>(c) & 15]);
            } else {
                out.push_back(c);
            }
        }
    }
    out.push_back('"');
}

/// JSON knows neither NaN nor infinity; such a number counts as unset.
bool isUnset(const PropertyValue& value)
{
    const auto* number = std::get_if<double>(&value);
    return number && !std::isfinite(*number);
}

void appendJson(std::string& out, const PropertyValue& value)
{
    std::visit(Overloaded{
                   [&](bool truth) { out += truth ? "true" : "false"; },
                   [&](double number) { out += std::isfinite(number) ? formatNumber(number) : "null"; },
                   [&](const std::string& text) { appendJsonText(out, text); },
                   [&](Instant at) { out += "{\"$date\":\"" + at.toIso() + "\"}"; },
                   [&](const std::vector<std::string>& list) {
                       out.push_back('[');
                       for (std::size_t item = 0; item < list.size(); ++item) {
                           if (item > 0) {
                               out.push_back(',');
                           }
                           appendJsonText(out, list[item]);
                       }
                       out.push_back(']');
                   },
               },
               value);
}

auto refuse(std::string_view name, std::string_view problem)
{
    return fail(ErrorKind::InvalidInput,
                "The property \"" + std::string(cutUtf8(toValidUtf8(name), 80)) + "\" " + std::string(problem) + ".");
}

/// A list may hold numbers and truth values too; they become text, because a list's members are compared as text.
std::optional<std::string> toListMember(const json& member)
{
    if (member.is_string()) {
        return toValidUtf8(member.get_ref<const std::string&>());
    }
    if (member.is_boolean()) {
        return std::string(member.get<bool>() ? "true" : "false");
    }
    if (member.is_number_integer()) {
        return member.is_number_unsigned() ? std::to_string(member.get<std::uint64_t>())
                                           : std::to_string(member.get<std::int64_t>());
    }
    if (member.is_number()) {
        return formatNumber(member.get<double>());
    }
    return std::nullopt;
}

Result<PropertyValue> toList(std::string_view name, const json& value)
{
    std::vector<std::string> list;
    list.reserve(value.size());
    std::size_t bytes = 0;
    for (const auto& member : value) {
        if (member.is_null()) {
            continue;
        }
        auto text = toListMember(member);
        if (!text) {
            return refuse(name, "is a list that holds a list or an object; only text and numbers may stand in a list");
        }
        bytes += text->size();
        if (bytes > maxPropertyTextBytes) {
            return refuse(name, "is a list of more than 16 KB");
        }
        list.push_back(std::move(*text));
    }
    return PropertyValue(std::move(list));
}

Result<PropertyValue> toValue(std::string_view name, const json& value)
{
    switch (value.type()) {
    case json::value_t::boolean: return PropertyValue(value.get<bool>());
    case json::value_t::number_integer:
    case json::value_t::number_unsigned:
    case json::value_t::number_float: return PropertyValue(value.get<double>());
    case json::value_t::string: {
        const auto& text = value.get_ref<const std::string&>();
        if (text.size() > maxPropertyTextBytes) {
            return refuse(name, "has more than 16 KB of text");
        }
        return PropertyValue(text.find('\0') == std::string::npos ? text : toValidUtf8(text));
    }
    case json::value_t::array: return toList(name, value);
    case json::value_t::object: {
        const auto date = value.find(dateMember);
        if (date == value.end() || value.size() != 1 || !date->is_string()) {
            return refuse(name, "is an object; give each of its members a property of its own");
        }
        auto at = parseIso(date->get_ref<const std::string&>());
        if (!at) {
            return refuse(name, "has a date that cannot be read; write it as 2026-11-21 or 2026-11-21T09:30:00Z");
        }
        return PropertyValue(*at);
    }
    default: return refuse(name, "has a value that cannot be kept");
    }
}

Result<json> parseJson(std::string_view text)
{
    try {
        return json::parse(text.begin(), text.end());
    } catch (const json::exception& problem) {
        const auto* syntax = dynamic_cast<const json::parse_error*>(&problem);
        return fail(ErrorKind::InvalidInput, "The properties are not valid JSON.",
                    syntax ? "at byte " + std::to_string(syntax->byte) : std::string("a number is out of range"));
    }
}

}  // namespace

std::string_view propertyTypeName(const PropertyValue& value)
{
    constexpr std::array<std::string_view, 5> names{"boolean", "number", "string", "date", "list"};
    static_assert(names.size() == std::variant_size_v<PropertyValue>);
    return names[value.index()];
}

std::string toText(const PropertyValue& value)
{
    return std::visit(Overloaded{
                          [](bool truth) { return std::string(truth ? "true" : "false"); },
                          [](double number) { return formatNumber(number); },
                          [](const std::string& text) { return text; },
                          [](Instant at) { return at.toIso(); },
                          [](const std::vector<std::string>& list) { return join(list, "; "); },
                      },
                      value);
}

std::string toJson(const Properties& properties)
{
    std::string out = "{";
    for (const auto& [name, value] : properties) {
        if (isUnset(value)) {
            continue;
        }
        if (out.size() > 1) {
            out.push_back(',');
        }
        appendJsonText(out, name);
        out.push_back(':');
        appendJson(out, value);
    }
    out.push_back('}');
    return out;
}

std::string toJson(const PropertyValue& value)
{
    std::string out;
    appendJson(out, value);
    return out;
}

Result<Properties> parseProperties(std::string_view text)
{
    if (text.size() > maxPropertiesBytes) {
        return fail(ErrorKind::InvalidInput, "The properties of one profile may not be more than 1 MB of JSON.",
                    std::to_string(text.size()) + " bytes");
    }
    const auto parsed = parseJson(text);
    if (!parsed) {
        return fail(parsed.error());
    }
    if (!parsed->is_object()) {
        return fail(ErrorKind::InvalidInput, "Properties must be a JSON object, like {\"city\":\"Graz\"}.");
    }
    Properties properties;
    for (const auto& [name, value] : parsed->items()) {
        if (value.is_null()) {
            continue;
        }
        if (name.empty() || name.size() > maxPropertyNameBytes || name.find('\0') != std::string::npos) {
            return refuse(name, "has a name that is empty or longer than 128 bytes");
        }
        if (properties.size() == maxProperties) {
            return fail(ErrorKind::InvalidInput, "One profile may not have more than 400 properties.");
        }
        auto kept = toValue(name, value);
        if (!kept) {
            return fail(kept.error());
        }
        properties.insert_or_assign(name, std::move(*kept));
    }
    return properties;
}

}  // namespace shopbell
