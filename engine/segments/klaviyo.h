// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "segments/definition.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell::segments {

/// Klaviyo names metrics, lists and segments by ids of its own account; these say what they are called.
struct KlaviyoNames {
    std::map<std::string, std::string> metrics;   ///< id → name
    std::map<std::string, std::string> lists;     ///< id → name
    std::map<std::string, std::string> segments;  ///< id → name
};

/// Something that could not be carried over with the same meaning, and was left out.
struct KlaviyoDifference {
    std::string place;  ///< "condition_groups/0/conditions/2", or the words of our condition
    std::string what;   ///< an English sentence
};

struct KlaviyoImport {
    Node definition;
    std::vector<KlaviyoDifference> differences;
};
/// Reads a segment definition of Klaviyo's API ({"condition_groups": […]}, or a whole segment that holds one). Groups
/// stand for "and", the conditions of a group for "or". InvalidInput when it is none.
[[nodiscard]] Result<KlaviyoImport> importKlaviyo(std::string_view json, const KlaviyoNames& names);

struct KlaviyoExport {
    std::string json;
    std::vector<KlaviyoDifference> differences;
};
/// Writes what has an equal there. `names` are looked up from the names to the ids. Trees that are not "and" of "or"
/// are brought into that form where that keeps them small; `not` goes into the conditions that have a contrary.
[[nodiscard]] KlaviyoExport exportKlaviyo(const Node& definition, const KlaviyoNames& names);

}  // namespace shopbell::segments
