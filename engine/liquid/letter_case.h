// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace shopbell::liquid {

/// Letters of Latin, Greek, Cyrillic and Armenian in the other case; the rest as it is. No language's own rules: the
/// Turkish i is not told apart, and ß has no capital.
[[nodiscard]] std::string toUpper(std::string_view utf8);
[[nodiscard]] std::string toLower(std::string_view utf8);

/// Cuts valid UTF-8 into its characters.
[[nodiscard]] std::size_t characterLength(std::string_view utf8, std::size_t at);

}  // namespace shopbell::liquid
