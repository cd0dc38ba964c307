// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/property_column.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell {

/// What one event holds at a path. The texts belong to the object that holds it.
struct PropertyContent {
    bool isSet = false;
    bool isList = false;
    std::vector<PropertyAtom> atoms;
    std::vector<std::string> texts;  ///< what the atoms' texts look at, one each
};

/// Looks a path up in the JSON of events, one after the other; see property_column.h for paths. One thread at a time.
class PropertyFinder {
public:
    explicit PropertyFinder(std::string_view path);
    ~PropertyFinder();
    PropertyFinder(const PropertyFinder&) = delete;
    PropertyFinder& operator=(const PropertyFinder&) = delete;

    /// Nothing set where the JSON cannot be read. Valid until the next call.
    [[nodiscard]] const PropertyContent& find(std::string_view json);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Adds the paths that occur in one event's JSON to the counts: lists of objects as `items[].name`.
void countPropertyPaths(std::string_view json, std::map<std::string, std::size_t>& counts);

/// Equal for equal contents: the key of a dictionary, and its stored form.
void writeContent(const PropertyContent& content, std::string& into);
/// Back from that; false when the bytes are none. Takes what it read off the front.
[[nodiscard]] bool readContent(std::string_view& bytes, PropertyContent& content);

}  // namespace shopbell
