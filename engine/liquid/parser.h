// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "liquid/expression_parser.h"
#include "liquid/node.h"
#include "liquid/scanner.h"

#include <initializer_list>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell::liquid {

/// Makes nodes of tokens. The first error is kept; everything ends then.
class Parser {
public:
    [[nodiscard]] Block parse(std::span<const Token> tokens);
    [[nodiscard]] const std::optional<Error>& problem() const { return m_problem; }
    [[nodiscard]] std::vector<std::string> listVariables() const;

    // For the tags (tags.h).

    /// Up to one of the tags named, which stands at current() then; their absence is an error about `opening`.
    [[nodiscard]] Block parseUntil(const Token& opening, std::initializer_list<std::string_view> ends);
    [[nodiscard]] const Token& current() const { return *m_current; }
    /// The tag behind, skipping text; for what may stand between `case` and `when`.
    void refuse(Place place, std::string_view what);
    /// Takes over what a reader of a tag found: its problem, and the fields it read.
    void finish(const ExpressionParser& words);
    /// A variable the template itself makes.
    void declare(const std::string& name) { m_own.insert(name); }

private:
    void parseInto(Block& block, std::initializer_list<std::string_view> ends);
    void skipComment(const Token& opening);
    void addTag(Block& block, const Token& tag);
    void addLines(Block& block, const Token& tag);

    std::span<const Token> m_tokens;
    std::size_t m_at = 0;
    const Token* m_current = nullptr;
    bool m_found = false;
    int m_depth = 0;
    std::optional<Error> m_problem;
    std::set<std::string> m_mentioned;
    std::set<std::string> m_own;
};

/// White space in a block that prints nothing else is not printed.
void dropBlankText(Block& block);
[[nodiscard]] bool isBlankBlock(const Block& block);

}  // namespace shopbell::liquid
