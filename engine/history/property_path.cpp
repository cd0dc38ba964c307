// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/property_path.h"

#include "base/text.h"

#include <simdjson.h>

#include <cstring>

namespace shopbell {

namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

struct Step {
    std::string name;
    bool each = false;
};

std::vector<Step> splitPath(std::string_view path)
{
    std::vector<Step> steps;
    for (std::string_view part : split(path, '.')) {
        const bool each = part.ends_with("[]");
        if (each) {
            part.remove_suffix(2);
        }
        steps.push_back({std::string(part), each});
    }
    return steps;
}

void addAtom(PropertyContent& content, PropertyAtom::Kind kind, double number, std::string text)
{
    content.atoms.push_back({kind, number, {}});
    content.texts.push_back(std::move(text));
}

void addScalar(const element& value, PropertyContent& content)
{
    switch (value.type()) {
    case element_type::STRING:
        addAtom(content, PropertyAtom::Kind::Text, 0, std::string(std::string_view(value)));
        break;
    case element_type::INT64:
        addAtom(content, PropertyAtom::Kind::Number, static_cast<double>(std::int64_t(value)),
                std::to_string(std::int64_t(value)));
        break;
    case element_type::UINT64:
        addAtom(content, PropertyAtom::Kind::Number, static_cast<double>(std::uint64_t(value)),
                std::to_string(std::uint64_t(value)));
        break;
    case element_type::DOUBLE:
        addAtom(content, PropertyAtom::Kind::Number, double(value), formatNumber(double(value)));
        break;
    case element_type::BOOL:
        addAtom(content, PropertyAtom::Kind::Boolean, bool(value) ? 1 : 0, bool(value) ? "true" : "false");
        break;
    case element_type::ARRAY:
    case element_type::OBJECT:
    case element_type::NULL_VALUE: break;
    }
}

void addValue(const element& value, PropertyContent& content)
{
    if (value.is_null()) {
        return;
    }
    content.isSet = true;
    if (value.is_array()) {
        content.isList = true;
        for (const element entry : simdjson::dom::array(value)) {
            addScalar(entry, content);
        }
        return;
    }
    addScalar(value, content);
}

void follow(const element& value, std::span<const Step> steps, PropertyContent& content)
{
    if (steps.empty()) {
        addValue(value, content);
        return;
    }
    simdjson::dom::object object;
    element member;
    if (value.get(object) != simdjson::SUCCESS || object.at_key(steps.front().name).get(member) != simdjson::SUCCESS) {
        return;
    }
    simdjson::dom::array list;
    if (!steps.front().each || member.get(list) != simdjson::SUCCESS) {
        follow(member, steps.subspan(1), content);
        return;
    }
    content.isList = true;
    content.isSet = content.isSet || list.size() == 0;
    for (const element entry : list) {
        follow(entry, steps.subspan(1), content);
    }
}

void countUnder(const element& value, const std::string& path, int depth, std::map<std::string, std::size_t>& counts)
{
    constexpr int deepest = 4;
    simdjson::dom::object object;
    simdjson::dom::array list;
    if (value.get(object) == simdjson::SUCCESS) {
        for (const auto field : object) {
            if (depth < deepest) {
                countUnder(field.value, path.empty() ? std::string(field.key) : path + "." + std::string(field.key),
                           depth + 1, counts);
            }
        }
        return;
    }
    if (value.get(list) == simdjson::SUCCESS) {
        std::map<std::string, std::size_t> inside;
        bool plain = list.size() == 0;
        for (const element entry : list) {
            if (entry.is_object()) {
                countUnder(entry, path + "[]", depth, inside);
            } else {
                plain = true;
            }
        }
        for (const auto& [name, count] : inside) {
            ++counts[name];
        }
        if (plain) {
            ++counts[path];
        }
        return;
    }
    if (!value.is_null() && !path.empty()) {
        ++counts[path];
    }
}

template <class T>
void put(std::string& bytes, T value)
{
    char raw[sizeof(T)];
    std::memcpy(raw, &value, sizeof(T));
    bytes.append(raw, sizeof(T));
}

template <class T>
bool take(std::string_view& bytes, T& value)
{
    if (bytes.size() < sizeof(T)) {
        return false;
    }
    std::memcpy(&value, bytes.data(), sizeof(T));
    bytes.remove_prefix(sizeof(T));
    return true;
}

}  // namespace

struct PropertyFinder::State {
    std::string path;
    std::vector<Step> steps;
    simdjson::dom::parser parser;
    std::string padded;
    PropertyContent content;
};

PropertyFinder::PropertyFinder(std::string_view path) : m_state(std::make_unique<State>())
{
    m_state->path = path;
    m_state->steps = splitPath(path);
}

PropertyFinder::~PropertyFinder() = default;

const PropertyContent& PropertyFinder::find(std::string_view json)
{
    State& state = *m_state;
    PropertyContent& content = state.content;
    content.isSet = content.isList = false;
    content.atoms.clear();
    content.texts.clear();
    state.padded.assign(json);
    state.padded.reserve(json.size() + simdjson::SIMDJSON_PADDING);
    element root;
    if (state.parser.parse(state.padded.data(), json.size(), false).get(root) != simdjson::SUCCESS) {
        return content;
    }
    simdjson::dom::object object;
    element whole;
    if (state.steps.size() > 1 && root.get(object) == simdjson::SUCCESS &&
        object.at_key(state.path).get(whole) == simdjson::SUCCESS) {
        addValue(whole, content);
    } else {
        follow(root, state.steps, content);
    }
    content.isSet = content.isSet || !content.atoms.empty();
    for (std::size_t i = 0; i < content.atoms.size(); ++i) {
        content.atoms[i].text = content.texts[i];
    }
    return content;
}

void countPropertyPaths(std::string_view json, std::map<std::string, std::size_t>& counts)
{
    simdjson::dom::parser parser;
    element root;
    if (parser.parse(simdjson::padded_string(json)).get(root) == simdjson::SUCCESS) {
        countUnder(root, {}, 0, counts);
    }
}

void writeContent(const PropertyContent& content, std::string& into)
{
    put(into, static_cast<std::uint8_t>((content.isSet ? 1 : 0) + (content.isList ? 2 : 0)));
    put(into, static_cast<std::uint32_t>(content.atoms.size()));
    for (const PropertyAtom& atom : content.atoms) {
        put(into, static_cast<std::uint8_t>(atom.kind));
        put(into, atom.number);
        put(into, static_cast<std::uint32_t>(atom.text.size()));
        into += atom.text;
    }
}

bool readContent(std::string_view& bytes, PropertyContent& content)
{
    std::uint8_t flags = 0;
    std::uint32_t count = 0;
    if (!take(bytes, flags) || !take(bytes, count) || count > bytes.size()) {
        return false;
    }
    content.isSet = (flags & 1) != 0;
    content.isList = (flags & 2) != 0;
    content.atoms.clear();
    content.texts.clear();
    for (std::uint32_t i = 0; i < count; ++i) {
        std::uint8_t kind = 0;
        double number = 0;
        std::uint32_t length = 0;
        if (!take(bytes, kind) || kind > 2 || !take(bytes, number) || !take(bytes, length) || length > bytes.size()) {
            return false;
        }
        addAtom(content, static_cast<PropertyAtom::Kind>(kind), number, std::string(bytes.substr(0, length)));
        bytes.remove_prefix(length);
    }
    for (std::size_t i = 0; i < content.atoms.size(); ++i) {
        content.atoms[i].text = content.texts[i];
    }
    return true;
}

}  // namespace shopbell
