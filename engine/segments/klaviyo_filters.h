// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "segments/definition.h"
#include "segments/json_place.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Reading of Klaviyo's filters: the parts of its conditions that compare something.
namespace shopbell::segments::klaviyo {

/// Why a condition has no equal.
struct NoEqual {
    std::string why;
};
template <class T>
using Maybe = tl::expected<T, NoEqual>;
[[nodiscard]] tl::unexpected<NoEqual> noEqual(std::string why);

// Members of an object; what is missing, or of another type, is empty, 0 or the given value.
[[nodiscard]] const JsonValue* findMember(const JsonValue& json, std::string_view name);
[[nodiscard]] const JsonValue& memberOf(const JsonValue& json, std::string_view name);
[[nodiscard]] std::string textOf(const JsonValue& json, std::string_view name);
[[nodiscard]] std::vector<std::string> textsOf(const JsonValue& json, std::string_view name);
[[nodiscard]] bool booleanOf(const JsonValue& json, std::string_view name, bool otherwise);
[[nodiscard]] double realOf(const JsonValue& json, std::string_view name);
[[nodiscard]] inline bool isObject(const JsonValue& json)
{
    return json.kind == JsonValue::Kind::Object;
}
[[nodiscard]] inline bool isArray(const JsonValue& json)
{
    return json.kind == JsonValue::Kind::Array;
}
[[nodiscard]] inline bool isNumber(const JsonValue& json)
{
    return json.kind == JsonValue::Kind::Integer || json.kind == JsonValue::Kind::Real;
}

[[nodiscard]] Maybe<NumberTest> readNumber(const JsonValue& filter);
[[nodiscard]] Maybe<Timeframe> readTimeframe(const JsonValue& filter);
[[nodiscard]] Maybe<PropertyTest> readTest(const JsonValue& filter, const std::string& property);

}  // namespace shopbell::segments::klaviyo
