// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace shopbell::woo {

/// "Tom &amp; Jerry&#8217;s" → "Tom & Jerry’s": WordPress hands names out with their entities. Numbers, and the names
/// that WordPress itself writes; others stay as they stand.
[[nodiscard]] std::string decodeEntities(std::string_view text);

/// The words of a piece of HTML: tags gone, entities decoded, white space folded, at most `maxBytes`.
[[nodiscard]] std::string plainText(std::string_view html, std::size_t maxBytes);

/// Where the JSON of an answer stands, when PHP wrote warnings before or after it: from the first '{' or '[' to the
/// last
/// '}' or ']'. Empty where there is none. `from` looks further on, for a warning that holds a bracket itself.
[[nodiscard]] std::string_view findJson(std::string_view body, std::size_t from = 0);

}  // namespace shopbell::woo
