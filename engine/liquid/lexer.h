// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "liquid/scanner.h"

#include <string_view>
#include <vector>

namespace shopbell::liquid {

/// One word of an expression.
struct Lexeme {
    enum class Kind {
        End,
        Name,
        Integer,
        Number,
        Text,  ///< `text` is without its quotes
        Dot,
        DotDot,
        OpenParenthesis,
        CloseParenthesis,
        OpenBracket,
        CloseBracket,
        Pipe,
        Colon,
        Comma,
        Assign,
        Compare,
    };
    Kind kind = Kind::End;
    std::string_view text;
    std::size_t at = 0;  ///< byte within the body
};

/// Cuts the inside of a tag into words, with an End behind the last.
[[nodiscard]] Result<std::vector<Lexeme>> cut(std::string_view body, Place place);

}  // namespace shopbell::liquid
