// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/property.h"

#include <optional>
#include <string_view>

namespace shopbell {

/// ISO 3166-1 alpha-2 of a country's code or name in any case ("gb", "UK", "United Kingdom", "Deutschland"); nothing
/// for what is neither.
[[nodiscard]] std::optional<std::string_view> findCountryCode(std::string_view text);

/// The property `country` as it is stored: its code. A name stays as it was written in `country_name`; text that is no
/// country we know stays where it is.
void settleCountry(Properties& properties);

}  // namespace shopbell
