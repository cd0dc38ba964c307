// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/lexer.h"

namespace shopbell::liquid {

namespace {

using Kind = Lexeme::Kind;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool startsName(char c)
{
    // Bytes of UTF-8 past ASCII: a property may be called "größe".
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool continuesName(char c)
{
    return startsName(c) || isDigit(c) || c == '-';
}

bool isWhite(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// How many bytes a number at the beginning of `text` has; 0: none. A point counts only with a digit behind it.
std::size_t numberLength(std::string_view text, bool& hasPoint)
{
    hasPoint = false;
    std::size_t at = text.starts_with('-') ? 1 : 0;
    const auto digits = at;
    while (at < text.size() && isDigit(text[at])) {
        ++at;
    }
    if (at == digits) {
        return 0;
    }
    if (at + 1 < text.size() && text[at] == '.' && isDigit(text[at + 1])) {
        hasPoint = true;
        ++at;
        while (at < text.size() && isDigit(text[at])) {
            ++at;
        }
    }
    return at;
}

Kind kindOf(char c)
{
    switch (c) {
    case '.': return Kind::Dot;
    case '(': return Kind::OpenParenthesis;
    case ')': return Kind::CloseParenthesis;
    case '[': return Kind::OpenBracket;
    case ']': return Kind::CloseBracket;
    case '|': return Kind::Pipe;
    case ':': return Kind::Colon;
    case ',': return Kind::Comma;
    case '=': return Kind::Assign;
    case '<':
    case '>': return Kind::Compare;
    default: return Kind::End;
    }
}

}  // namespace

Result<std::vector<Lexeme>> cut(std::string_view body, Place place)
{
    std::vector<Lexeme> words;
    std::size_t at = 0;
    const auto add = [&](Kind kind, std::size_t length) {
        words.push_back({kind, body.substr(at, length), at});
        at += length;
    };
    while (at < body.size()) {
        const char c = body[at];
        const auto rest = body.substr(at);
        bool hasPoint = false;
        if (isWhite(c)) {
            ++at;
        } else if (c == '"' || c == '\'') {
            const auto end = body.find(c, at + 1);
            if (end == std::string_view::npos) {
                return fail(errorAt(advance(place, body.substr(0, at)), "this text has no closing quote"));
            }
            words.push_back({Kind::Text, body.substr(at + 1, end - at - 1), at});
            at = end + 1;
        } else if (const auto digits = numberLength(rest, hasPoint); digits > 0) {
            add(hasPoint ? Kind::Number : Kind::Integer, digits);
        } else if (startsName(c)) {
            std::size_t length = 1;
            while (length < rest.size() && continuesName(rest[length])) {
                ++length;
            }
            if (length < rest.size() && rest[length] == '?') {
                ++length;
            }
            add(Kind::Name, length);
        } else if (rest.starts_with("==") || rest.starts_with("!=") || rest.starts_with("<>") ||
                   rest.starts_with("<=") || rest.starts_with(">=")) {
            add(Kind::Compare, 2);
        } else if (rest.starts_with("..")) {
            add(Kind::DotDot, 2);
        } else if (const auto kind = kindOf(c); kind != Kind::End) {
            add(kind, 1);
        } else {
            return fail(errorAt(advance(place, body.substr(0, at)), "`" + std::string(1, c) + "` means nothing here"));
        }
    }
    add(Kind::End, 0);
    return words;
}

}  // namespace shopbell::liquid
