// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/parser.h"

#include "liquid/tags.h"

#include <algorithm>

namespace shopbell::liquid {

namespace {

constexpr int deepestBlock = 100;

}  // namespace

Block Parser::parse(std::span<const Token> tokens)
{
    m_tokens = tokens;
    m_at = 0;
    Block block;
    parseInto(block, {});
    return block;
}

std::vector<std::string> Parser::listVariables() const
{
    std::vector<std::string> names;
    std::set_difference(m_mentioned.begin(), m_mentioned.end(), m_own.begin(), m_own.end(), std::back_inserter(names));
    return names;
}

void Parser::refuse(Place place, std::string_view what)
{
    if (!m_problem) {
        m_problem = errorAt(place, what);
    }
}

void Parser::finish(const ExpressionParser& words)
{
    if (words.problem() && !m_problem) {
        m_problem = words.problem();
    }
    m_mentioned.insert(words.roots().begin(), words.roots().end());
}

Block Parser::parseUntil(const Token& opening, std::initializer_list<std::string_view> ends)
{
    Block block;
    if (m_problem) {
        return block;
    }
    if (++m_depth > deepestBlock) {
        refuse(opening.place, "tags are nested too deep");
        return block;
    }
    parseInto(block, ends);
    --m_depth;
    if (!m_found && !m_problem) {
        refuse(opening.place, "`" + std::string(opening.name) + "` has no `" + std::string(*(ends.end() - 1)) + "`");
    }
    return block;
}

void Parser::parseInto(Block& block, std::initializer_list<std::string_view> ends)
{
    m_found = false;
    while (m_at < m_tokens.size() && !m_problem) {
        const Token& token = m_tokens[m_at++];
        switch (token.kind) {
        case Token::Kind::Text: block.push_back(makeText(token.body, token.place)); break;
        case Token::Kind::Output:
            if (auto node = readOutput(*this, token)) {
                block.push_back(std::move(node));
            }
            break;
        case Token::Kind::Tag:
            if (std::find(ends.begin(), ends.end(), token.name) != ends.end()) {
                m_current = &token;
                m_found = true;
                return;
            }
            addTag(block, token);
            break;
        }
    }
    m_found = false;
}

void Parser::addTag(Block& block, const Token& tag)
{
    if (tag.name == "comment") {
        skipComment(tag);
    } else if (tag.name == "#") {
        for (std::size_t at = tag.body.find('\n'); at != std::string_view::npos; at = tag.body.find('\n', at + 1)) {
            const auto next = tag.body.find_first_not_of(" \t\r\n", at);
            if (next != std::string_view::npos && tag.body[next] != '#') {
                refuse(advance(tag.bodyPlace, tag.body.substr(0, next)), "each line of a comment begins with #");
            }
        }
    } else if (tag.name == "liquid") {
        addLines(block, tag);
    } else if (const auto reader = findTag(tag.name)) {
        if (auto node = reader(*this, tag)) {
            block.push_back(std::move(node));
        }
    } else {
        refuse(tag.place, tag.name.empty() ? std::string("this tag has no name")
                                           : "`" + std::string(tag.name) + "` is not a tag that can stand here");
    }
}

void Parser::skipComment(const Token& opening)
{
    int depth = 1;
    while (m_at < m_tokens.size()) {
        const Token& token = m_tokens[m_at++];
        if (token.kind != Token::Kind::Tag) {
            continue;
        }
        if (token.name == "comment") {
            ++depth;
        } else if (token.name == "endcomment" && --depth == 0) {
            return;
        }
    }
    refuse(opening.place, "`comment` has no `endcomment`");
}

void Parser::addLines(Block& block, const Token& tag)
{
    auto lines = scanLines(tag.body, tag.bodyPlace);
    if (!lines) {
        m_problem = m_problem ? m_problem : lines.error();
        return;
    }
    if (++m_depth > deepestBlock) {
        refuse(tag.place, "tags are nested too deep");
        return;
    }
    // Its blocks begin and end within it.
    const auto outerTokens = m_tokens;
    const auto outerAt = m_at;
    m_tokens = *lines;
    m_at = 0;
    parseInto(block, {});
    m_tokens = outerTokens;
    m_at = outerAt;
    --m_depth;
}

bool isBlankBlock(const Block& block)
{
    return std::all_of(block.begin(), block.end(), [](const auto& node) { return node->isBlank(); });
}

void dropBlankText(Block& block)
{
    std::erase_if(block, [](const auto& node) { return node->isText(); });
}

TagReader findTag(std::string_view name)
{
    for (const auto find : {findVariableTag, findConditionTag, findLoopTag, findPartialTag}) {
        if (const auto reader = find(name)) {
            return reader;
        }
    }
    return nullptr;
}

}  // namespace shopbell::liquid
