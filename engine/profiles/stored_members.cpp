// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/stored_members.h"

#include <simdjson.h>

#include <cstring>
#include <vector>

namespace shopbell {

namespace {

using simdjson::ondemand::json_type;

std::string_view trimmedEnd(std::string_view raw)
{
    while (!raw.empty() && (raw.back() == ' ' || raw.back() == '\n' || raw.back() == '\t' || raw.back() == '\r')) {
        raw.remove_suffix(1);
    }
    return raw;
}

}  // namespace

struct StoredMembers::State {
    simdjson::ondemand::parser parser;
    std::vector<char> buffer;

    /// The parser reads past the end of what it is given, so it gets a copy with room behind it.
    bool open(std::string_view object, simdjson::ondemand::document& document)
    {
        if (object.size() <= 2) {
            return false;
        }
        if (buffer.size() < object.size() + simdjson::SIMDJSON_PADDING) {
            buffer.resize(2 * object.size() + simdjson::SIMDJSON_PADDING);
        }
        std::memcpy(buffer.data(), object.data(), object.size());
        return parser.iterate(buffer.data(), object.size(), buffer.size()).get(document) == simdjson::SUCCESS;
    }
};

StoredMembers::StoredMembers() : m_state(std::make_unique<State>()) {}
StoredMembers::~StoredMembers() = default;

std::optional<std::string_view> StoredMembers::find(std::string_view object, std::string_view name)
{
    simdjson::ondemand::document document;
    simdjson::ondemand::value value;
    json_type type{};
    if (!m_state->open(object, document) || document.find_field_unordered(name).get(value) != simdjson::SUCCESS ||
        value.type().get(type) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    std::string_view raw;
    if (type == json_type::array) {
        simdjson::ondemand::array array;
        if (value.get_array().get(array) != simdjson::SUCCESS || array.raw_json().get(raw) != simdjson::SUCCESS) {
            return std::nullopt;
        }
        return raw;
    }
    if (type == json_type::object) {
        simdjson::ondemand::object inner;
        if (value.get_object().get(inner) != simdjson::SUCCESS || inner.raw_json().get(raw) != simdjson::SUCCESS) {
            return std::nullopt;
        }
        return raw;
    }
    return trimmedEnd(value.raw_json_token());
}

void StoredMembers::eachName(std::string_view object, const std::function<void(std::string_view)>& function)
{
    simdjson::ondemand::document document;
    simdjson::ondemand::object members;
    if (!m_state->open(object, document) || document.get_object().get(members) != simdjson::SUCCESS) {
        return;
    }
    for (auto field : members) {
        std::string_view name;
        if (field.unescaped_key().get(name) != simdjson::SUCCESS) {
            return;
        }
        function(name);
    }
}

}  // namespace shopbell
