// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace shopbell::liquid {

/// Where something stands in a template; both count from 1, columns in bytes.
struct Place {
    int line = 1;
    int column = 1;
};

/// The place behind `text` when it begins at `place`.
[[nodiscard]] Place advance(Place place, std::string_view text);

/// InvalidInput: "line 3, column 12: …".
[[nodiscard]] Error errorAt(Place place, std::string_view what);

/// A piece of a template. The views point into the source.
struct Token {
    enum class Kind { Text, Output, Tag };
    Kind kind = Kind::Text;
    std::string_view name;  ///< of a tag; "#" for an inline comment
    std::string_view body;  ///< the text; else what stands inside the braces, behind the tag's name
    Place place;            ///< of the token
    Place bodyPlace;
};

/// Cuts a template into pieces, with white space removed where `-` asks for it. `raw` and `doc` are done here: nothing
/// inside them is a tag.
[[nodiscard]] Result<std::vector<Token>> scan(std::string_view source);

/// The lines inside a `liquid` tag: each is a tag of its own.
[[nodiscard]] Result<std::vector<Token>> scanLines(std::string_view body, Place place);

}  // namespace shopbell::liquid
