// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell {

[[nodiscard]] std::string_view trimmed(std::string_view text);  ///< without white space at both ends
[[nodiscard]] std::string toLowerAscii(std::string_view text);
[[nodiscard]] std::string toUpperAscii(std::string_view text);
[[nodiscard]] bool equalsIgnoreCase(std::string_view a, std::string_view b);  ///< ASCII letters only
[[nodiscard]] bool isAscii(std::string_view text);
[[nodiscard]] bool isValidUtf8(std::string_view text);
/// Every malformed sequence becomes U+FFFD; NUL too.
[[nodiscard]] std::string toValidUtf8(std::string_view text);
/// At most `bytes` bytes, cut before a character, never inside one.
[[nodiscard]] std::string_view cutUtf8(std::string_view text, std::size_t bytes);
/// Number of code points of valid UTF-8.
[[nodiscard]] std::size_t countCodePoints(std::string_view text);

[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);
[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view between);
[[nodiscard]] std::string replaceAll(std::string text, std::string_view what, std::string_view with);

[[nodiscard]] std::optional<std::int64_t> parseInteger(std::string_view text);  ///< the whole text, or nothing
[[nodiscard]] std::optional<double> parseNumber(std::string_view text);         ///< the whole text, finite, '.' only
/// Shortest text that reads back as the same number; never a locale's comma.
[[nodiscard]] std::string formatNumber(double value);
/// 1234567 → "1,234,567".
[[nodiscard]] std::string formatCount(std::int64_t value);

[[nodiscard]] std::string toHex(std::string_view bytes);
[[nodiscard]] std::string toBase64(std::string_view bytes);
[[nodiscard]] std::optional<std::string> fromBase64(std::string_view text);
/// RFC 3986: everything but unreserved characters is percent-encoded.
[[nodiscard]] std::string percentEncode(std::string_view text);

/// A 64-bit hash that never changes between versions and machines; it is stored and used for shares.
/// (FNV-1a over the bytes, finished with the splitmix64 mixer.)
[[nodiscard]] std::uint64_t stableHash(std::string_view bytes, std::uint64_t seed = 0);

}  // namespace shopbell
