// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace shopbell {

/// One value found in a property, of an event or of a profile; a list has several. Whoever gave it owns the text.
struct PropertyAtom {
    enum class Kind : std::uint8_t { Text, Number, Boolean };
    Kind kind = Kind::Text;
    double number = 0;      ///< Number; Boolean as 0 or 1
    std::string_view text;  ///< Text as it is; Number and Boolean as JSON writes them; a date of a profile as ISO text
};

}  // namespace shopbell
