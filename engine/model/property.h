// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "base/result.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace shopbell {

/// What a profile property may hold. A date is an Instant; in JSON it is written {"$date":"2026-11-21T00:00:00.000Z"},
/// so that a string that looks like a date stays a string. Unset properties are absent; there is no null.
using PropertyValue = std::variant<bool, double, std::string, Instant, std::vector<std::string>>;

/// Property name → value, in name order. Well-known names: first_name, last_name, organization, title, address1,
/// address2, city, region, postcode, country (ISO 3166 alpha-2), latitude, longitude, time_zone (IANA), locale,
/// birthday.
using Properties = std::map<std::string, PropertyValue, std::less<>>;

inline constexpr std::size_t maxPropertyNameBytes = 128;
inline constexpr std::size_t maxPropertyTextBytes = 16 * 1024;
inline constexpr std::size_t maxProperties = 400;
inline constexpr std::size_t maxPropertiesBytes = 1024 * 1024;  ///< of their JSON

/// "boolean", "number", "string", "date", "list".
[[nodiscard]] std::string_view propertyTypeName(const PropertyValue& value);
/// For people and CSV: lists joined with "; ", dates as ISO.
[[nodiscard]] std::string toText(const PropertyValue& value);

/// One JSON object, keys sorted, without blanks: the stored form.
[[nodiscard]] std::string toJson(const Properties& properties);
[[nodiscard]] std::string toJson(const PropertyValue& value);
/// Refuses what is not a JSON object, nested objects and lists, and what is past the bounds above (a list counts as one
/// text), saying where. Null members are dropped; numbers and truth values inside a list become text.
[[nodiscard]] Result<Properties> parseProperties(std::string_view json);

}  // namespace shopbell
