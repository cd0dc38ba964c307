// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/expression_parser.h"

#include "base/text.h"

namespace shopbell::liquid {

namespace {

using Kind = Lexeme::Kind;

constexpr int deepest = 50;  // brackets within brackets

std::optional<Value> wordLiteral(std::string_view name)
{
    if (name == "nil" || name == "null") {
        return Value();
    }
    if (name == "true" || name == "false") {
        return Value(name == "true");
    }
    if (name == "blank") {
        return Value::blank();
    }
    if (name == "empty") {
        return Value::empty();
    }
    return std::nullopt;
}

Condition::Comparison comparisonOf(std::string_view sign)
{
    using enum Condition::Comparison;
    return sign == "=="   ? Equal
           : sign == "<"  ? Less
           : sign == "<=" ? LessOrEqual
           : sign == ">"  ? Greater
           : sign == ">=" ? GreaterOrEqual
                          : NotEqual;
}

}  // namespace

ExpressionParser::ExpressionParser(const Token& token) : m_body(token.body), m_place(token.bodyPlace)
{
    auto words = cut(token.body, token.bodyPlace);
    if (words) {
        m_words = std::move(*words);
    } else {
        m_problem = words.error();
        m_words.push_back({Kind::End, {}, token.body.size()});
    }
}

void ExpressionParser::refuse(std::string_view what)
{
    if (!m_problem) {
        m_problem = errorAt(place(), what);
    }
    m_at = m_words.size() - 1;
}

Place ExpressionParser::place() const
{
    return advance(m_place, m_body.substr(0, word().at));
}

bool ExpressionParser::seesName(std::string_view name) const
{
    return sees(Kind::Name) && word().text == name;
}

bool ExpressionParser::seesNamedArgument() const
{
    return sees(Kind::Name) && m_words[m_at + 1].kind == Kind::Colon;
}

bool ExpressionParser::take(Kind kind)
{
    if (!sees(kind) || atEnd()) {
        return false;
    }
    ++m_at;
    return true;
}

bool ExpressionParser::takeName(std::string_view name)
{
    return seesName(name) && take(Kind::Name);
}

std::string ExpressionParser::name(std::string_view what, bool allowNumber)
{
    const auto text = word().text;
    if (take(Kind::Name) || (allowNumber && take(Kind::Integer))) {
        return std::string(text);
    }
    refuse("here should be " + std::string(what));
    return {};
}

void ExpressionParser::expect(Kind kind, std::string_view what)
{
    if (!take(kind)) {
        refuse("here should be " + std::string(what));
    }
}

void ExpressionParser::expectEnd()
{
    if (!atEnd()) {
        refuse("`" + std::string(word().text) + "` does not belong here");
    }
}

Expression ExpressionParser::expression()
{
    Expression result;
    result.place = place();
    const auto text = word().text;
    switch (word().kind) {
    case Kind::Text: result.literal = Value::borrowed(text); break;
    case Kind::Integer:
        if (const auto whole = parseInteger(text)) {
            result.literal = Value(*whole);
        } else {
            result.literal = Value(parseNumber(text).value_or(0));
        }
        break;
    case Kind::Number: result.literal = Value(parseNumber(text).value_or(0)); break;
    case Kind::OpenParenthesis: return range();
    case Kind::Name:
        if (auto literal = wordLiteral(text);
            literal && m_words[m_at + 1].kind != Kind::Dot && m_words[m_at + 1].kind != Kind::OpenBracket) {
            result.literal = *literal;
            break;
        }
        return path();
    case Kind::OpenBracket: return path();
    default:
        refuse(atEnd() ? "something is missing here: a field, a text or a number"
                       : "`" + std::string(text) + "` does not belong here");
        return result;
    }
    ++m_at;
    return result;
}

Expression ExpressionParser::path()
{
    Expression result;
    result.kind = Expression::Kind::Path;
    result.place = place();
    const auto begin = word().at;
    if (sees(Kind::Name)) {
        result.root = std::string(word().text);
        m_roots.push_back(result.root);
        ++m_at;
    }
    segments(result);
    if (result.root.empty() && !result.segments.empty()) {
        result.rootInBrackets = std::move(result.segments.front().index);
        result.segments.erase(result.segments.begin());
    }
    result.spelled = std::string(trimmed(m_body.substr(begin, word().at - begin)));
    return result;
}

void ExpressionParser::segments(Expression& path)
{
    for (;;) {
        if (take(Kind::Dot)) {
            path.segments.push_back({name("a name behind the point"), nullptr});
        } else if (take(Kind::OpenBracket)) {
            if (++m_depth > deepest) {
                refuse("brackets are nested too deep");
                return;
            }
            auto index = std::make_unique<Expression>(expression());
            --m_depth;
            expect(Kind::CloseBracket, "`]`");
            path.segments.push_back({{}, std::move(index)});
        } else {
            // `products[0]title`
            if (!path.segments.empty() && path.segments.back().index && sees(Kind::Name) && word().at > 0 &&
                m_body[word().at - 1] == ']') {
                refuse("a point is missing here");
            }
            return;
        }
    }
}

Expression ExpressionParser::range()
{
    Expression result;
    result.kind = Expression::Kind::Range;
    result.place = place();
    const auto begin = word().at;
    expect(Kind::OpenParenthesis, "`(`");
    if (++m_depth > deepest) {
        refuse("brackets are nested too deep");
        return result;
    }
    result.first = std::make_unique<Expression>(expression());
    expect(Kind::DotDot, "`..`: brackets hold a range, as (1..5)");
    result.last = std::make_unique<Expression>(expression());
    const auto end = word().at;
    expect(Kind::CloseParenthesis, "`)`");
    result.spelled = std::string(m_body.substr(begin, end + 1 - begin));
    --m_depth;
    return result;
}

FilteredExpression ExpressionParser::filtered()
{
    FilteredExpression result;
    result.value = expression();
    while (take(Kind::Pipe)) {
        result.filters.push_back(filter());
        result.hasFallback = result.hasFallback || (result.filters.back().filter != nullptr &&
                                                    result.filters.back().filter->name == "default");
    }
    return result;
}

AppliedFilter ExpressionParser::filter()
{
    AppliedFilter result;
    result.place = place();
    const auto word = name("the name of a filter");
    if (m_problem) {
        return result;
    }
    result.filter = findFilter(word);
    if (result.filter == nullptr) {
        --m_at;
        refuse("there is no filter called `" + word + "`");
        return result;
    }
    if (take(Kind::Colon)) {
        do {
            if (seesNamedArgument()) {
                auto key = name("a name");
                expect(Kind::Colon, "`:`");
                result.named.emplace_back(std::move(key), expression());
            } else {
                result.arguments.push_back(expression());
            }
        } while (take(Kind::Comma));
    }
    const auto count = static_cast<int>(result.arguments.size());
    if (!m_problem &&
        (count < result.filter->minArguments || count > result.filter->maxArguments ||
         (!result.named.empty() && !result.filter->takesNamed) || result.named.size() > mostFilterArguments)) {
        const auto few = result.filter->minArguments;
        const auto many = result.filter->maxArguments;
        refuse("`" + word + "` takes " +
               (many == 0 ? std::string("nothing behind it")
                          : (few == many ? std::to_string(few) : std::to_string(few) + " to " + std::to_string(many)) +
                                (many == 1 ? " value" : " values") + " behind its colon"));
    }
    return result;
}

Condition::Term ExpressionParser::term()
{
    Condition::Term result;
    result.left = expression();
    if (sees(Kind::Compare)) {
        result.comparison = comparisonOf(word().text);
        ++m_at;
        result.right = expression();
    } else if (takeName("contains")) {
        result.comparison = Condition::Comparison::Contains;
        result.right = expression();
    }
    return result;
}

Condition ExpressionParser::condition()
{
    Condition result;
    for (;;) {
        result.terms.push_back(term());
        const bool isAnd = takeName("and");
        if (!isAnd && !takeName("or")) {
            return result;
        }
        result.terms.back().joinedByAnd = isAnd;
    }
}

}  // namespace shopbell::liquid
