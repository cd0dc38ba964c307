// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "liquid/expression.h"
#include "liquid/lexer.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell::liquid {

/// Reads the inside of one tag or output. The first error is kept; from then on everything reads as the end, so callers
/// need only look at problem() when they are through.
class ExpressionParser {
public:
    explicit ExpressionParser(const Token& token);

    [[nodiscard]] const std::optional<Error>& problem() const { return m_problem; }
    void refuse(std::string_view what);  ///< at the present word
    [[nodiscard]] Place place() const;

    [[nodiscard]] bool atEnd() const { return m_words[m_at].kind == Lexeme::Kind::End; }
    [[nodiscard]] bool sees(Lexeme::Kind kind) const { return m_words[m_at].kind == kind; }
    [[nodiscard]] bool seesName(std::string_view name) const;
    [[nodiscard]] bool seesNamedArgument() const;  ///< `name:`
    bool take(Lexeme::Kind kind);                  ///< false, and nothing taken, when another kind stands there
    bool takeName(std::string_view name);
    /// A name, or a whole number where a variable's name is wanted.
    [[nodiscard]] std::string name(std::string_view what, bool allowNumber = false);
    void expect(Lexeme::Kind kind, std::string_view what);
    void expectEnd();

    [[nodiscard]] Expression expression();
    [[nodiscard]] FilteredExpression filtered();
    [[nodiscard]] Condition condition();

    /// First names of the paths that were read.
    [[nodiscard]] const std::vector<std::string>& roots() const { return m_roots; }

private:
    [[nodiscard]] const Lexeme& word() const { return m_words[m_at]; }
    [[nodiscard]] Expression path();
    [[nodiscard]] Expression range();
    void segments(Expression& path);
    [[nodiscard]] AppliedFilter filter();
    [[nodiscard]] Condition::Term term();

    std::string_view m_body;
    Place m_place;
    std::vector<Lexeme> m_words;
    std::size_t m_at = 0;
    int m_depth = 0;
    std::optional<Error> m_problem;
    std::vector<std::string> m_roots;
};

}  // namespace shopbell::liquid
