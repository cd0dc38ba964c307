// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace shopbell::segments {

/// ISO 3166-1 alpha-2 for a code or an English name; other text in upper case, so that it is at least equal to itself.
[[nodiscard]] std::string comparableCountry(std::string_view text);
[[nodiscard]] bool isInEuropeanUnion(std::string_view comparableCountry);
/// Upper case, without blanks and hyphens.
[[nodiscard]] std::string comparablePostcode(std::string_view text);
/// Of a city or region: lower case (ASCII), without blanks around it.
[[nodiscard]] std::string comparablePlace(std::string_view text);

}  // namespace shopbell::segments
