// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace shopbell {

/// "sha256:" and 64 hexadecimal digits of SHA-256 over salt, NUL, text.
[[nodiscard]] std::string saltedHash(std::string_view salt, std::string_view text);

}  // namespace shopbell
