// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/scanner.h"

#include <algorithm>

namespace shopbell::liquid {

namespace {

constexpr std::string_view whiteSpace = " \t\n\v\f\r";

std::string_view trimLeft(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(whiteSpace), text.size()));
    return text;
}

std::string_view trimRight(std::string_view text)
{
    return text.substr(0, text.find_last_not_of(whiteSpace) + 1);
}

bool isWordChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

class Scanner {
public:
    explicit Scanner(std::string_view source) : m_source(source) {}

    Result<std::vector<Token>> run()
    {
        while (m_at < m_source.size()) {
            const auto open = findOpening(m_at);
            addText(m_source.substr(m_at, open - m_at), open < m_source.size() && trimsBefore(open));
            moveTo(open);
            if (open < m_source.size()) {
                if (auto done = takeBraces(); !done) {
                    return fail(done.error());
                }
            }
        }
        return std::move(m_tokens);
    }

private:
    std::size_t findOpening(std::size_t from) const
    {
        for (auto at = m_source.find('{', from); at != std::string_view::npos; at = m_source.find('{', at + 1)) {
            if (at + 1 < m_source.size() && (m_source[at + 1] == '{' || m_source[at + 1] == '%')) {
                return at;
            }
        }
        return m_source.size();
    }

    bool trimsBefore(std::size_t open) const { return open + 2 < m_source.size() && m_source[open + 2] == '-'; }

    void addText(std::string_view text, bool trimEnd)
    {
        auto place = m_place;
        if (m_trimNext) {
            const auto kept = trimLeft(text);
            place = advance(place, text.substr(0, text.size() - kept.size()));
            text = kept;
        }
        m_trimNext = false;
        if (trimEnd) {
            text = trimRight(text);
        }
        if (!text.empty()) {
            m_tokens.push_back({Token::Kind::Text, {}, text, place, place});
        }
    }

    void moveTo(std::size_t at)
    {
        m_place = advance(m_place, m_source.substr(m_at, at - m_at));
        m_at = at;
    }

    Result<void> takeBraces()
    {
        const bool isTag = m_source[m_at + 1] == '%';
        const auto close = m_source.find(isTag ? "%}" : "}}", m_at + 2);
        if (close == std::string_view::npos) {
            return fail(
                errorAt(m_place, isTag ? "this tag is not closed with %}" : "this output is not closed with }}"));
        }
        Token token;
        token.place = m_place;
        auto inner = m_source.substr(m_at + 2, close - m_at - 2);
        if (inner.starts_with('-')) {
            inner.remove_prefix(1);
        }
        if (inner.ends_with('-')) {
            m_trimNext = true;
            inner.remove_suffix(1);
        }
        const auto body = trimLeft(inner);
        token.kind = isTag ? Token::Kind::Tag : Token::Kind::Output;
        token.body = trimRight(body);
        if (isTag) {
            nameTag(token);
        }
        token.bodyPlace = advance(
            token.place, std::string_view(m_source.data() + m_at,
                                          static_cast<std::size_t>(token.body.data() - m_source.data()) - m_at));
        moveTo(close + 2);
        if (isTag && (token.name == "raw" || token.name == "doc")) {
            return takeVerbatim(token);
        }
        m_tokens.push_back(token);
        return {};
    }

    static void nameTag(Token& token)
    {
        std::size_t length = 0;
        if (token.body.starts_with('#')) {
            length = 1;
        } else {
            while (length < token.body.size() && isWordChar(token.body[length])) {
                ++length;
            }
        }
        token.name = token.body.substr(0, length);
        token.body = trimLeft(token.body.substr(length));
    }

    /// Everything up to the closing tag, whatever it looks like; `raw` keeps it, `doc` drops it.
    Result<void> takeVerbatim(const Token& opening)
    {
        const std::string closing = "end" + std::string(opening.name);
        if (!opening.body.empty()) {
            return fail(errorAt(opening.bodyPlace, "`" + std::string(opening.name) + "` stands alone in its tag"));
        }
        for (auto at = m_source.find("{%", m_at); at != std::string_view::npos; at = m_source.find("{%", at + 2)) {
            const auto end = m_source.find("%}", at + 2);
            if (end == std::string_view::npos) {
                break;
            }
            auto inner = m_source.substr(at + 2, end - at - 2);
            const bool trimsHere = inner.starts_with('-');
            const bool trimsNext = inner.size() > 1 && inner.ends_with('-');
            if (trimsHere) {
                inner.remove_prefix(1);
            }
            if (trimsNext) {
                inner.remove_suffix(1);
            }
            inner = trimRight(trimLeft(inner));
            if (opening.name == "doc" && inner == "doc") {
                return fail(errorAt(opening.place, "`doc` cannot stand inside `doc`"));
            }
            if (inner != closing) {
                continue;
            }
            if (opening.name == "raw") {
                addText(m_source.substr(m_at, at - m_at), trimsHere);
            }
            m_trimNext = trimsNext;
            moveTo(end + 2);
            return {};
        }
        return fail(errorAt(opening.place, "`" + std::string(opening.name) + "` has no `" + closing + "`"));
    }

    std::string_view m_source;
    std::size_t m_at = 0;
    Place m_place;
    bool m_trimNext = false;
    std::vector<Token> m_tokens;
};

}  // namespace

Place advance(Place place, std::string_view text)
{
    for (const char c : text) {
        if (c == '\n') {
            ++place.line;
            place.column = 1;
        } else {
            ++place.column;
        }
    }
    return place;
}

Error errorAt(Place place, std::string_view what)
{
    return {ErrorKind::InvalidInput,
            "line " + std::to_string(place.line) + ", column " + std::to_string(place.column) + ": " +
                std::string(what),
            {}};
}

Result<std::vector<Token>> scan(std::string_view source)
{
    return Scanner(source).run();
}

Result<std::vector<Token>> scanLines(std::string_view body, Place place)
{
    std::vector<Token> tokens;
    std::size_t at = 0;
    for (Place start = place; at <= body.size(); start = Place{start.line + 1, 1}) {
        const auto end = std::min(body.find('\n', at), body.size());
        const auto line = trimRight(body.substr(at, end - at));
        const auto words = trimLeft(line);
        if (!words.empty()) {
            Token token;
            token.kind = Token::Kind::Tag;
            token.place = advance(start, line.substr(0, line.size() - words.size()));
            std::size_t length = words.starts_with('#') ? 1 : 0;
            while (length < words.size() && isWordChar(words[length]) && !words.starts_with('#')) {
                ++length;
            }
            token.name = words.substr(0, length);
            token.body = trimLeft(words.substr(length));
            token.bodyPlace = advance(token.place, words.substr(0, words.size() - token.body.size()));
            tokens.push_back(token);
        }
        at = end + 1;
    }
    return tokens;
}

}  // namespace shopbell::liquid
