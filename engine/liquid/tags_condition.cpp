// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/renderer.h"
#include "liquid/tags.h"

namespace shopbell::liquid {

namespace {

class IfNode final : public Node {
public:
    struct Branch {
        std::optional<Condition> condition;  ///< nothing: else
        bool negated = false;
        Block block;
    };
    IfNode(std::vector<Branch> branches, Place place) : Node(place), m_branches(std::move(branches))
    {
        for (const auto& branch : m_branches) {
            m_isBlank = m_isBlank && isBlankBlock(branch.block);
        }
        for (auto& branch : m_branches) {
            if (m_isBlank) {
                dropBlankText(branch.block);
            }
        }
    }
    Flow render(Renderer& renderer) const override
    {
        for (const auto& branch : m_branches) {
            const bool holds = !branch.condition || renderer.holds(*branch.condition) != branch.negated;
            if (renderer.isStopped()) {
                return Flow::Stop;
            }
            if (holds) {
                return renderer.renderBlock(branch.block);
            }
        }
        return Flow::Next;
    }
    bool isBlank() const override { return m_isBlank; }

private:
    std::vector<Branch> m_branches;
    bool m_isBlank = true;
};

class CaseNode final : public Node {
public:
    struct When {
        std::vector<Expression> values;  ///< empty: else
        Block block;
    };
    CaseNode(Expression subject, std::vector<When> whens, Place place)
        : Node(place), m_subject(std::move(subject)), m_whens(std::move(whens))
    {
        for (const auto& when : m_whens) {
            m_isBlank = m_isBlank && isBlankBlock(when.block);
        }
        for (auto& when : m_whens) {
            if (m_isBlank) {
                dropBlankText(when.block);
            }
        }
    }
    /// Every `when` that matches is printed, an `else` when none before it did.
    Flow render(Renderer& renderer) const override
    {
        const auto subject = renderer.evaluate(m_subject);
        bool matched = false;
        for (const auto& when : m_whens) {
            if (when.values.empty()) {
                if (!matched) {
                    if (const auto flow = renderer.renderBlock(when.block); flow != Flow::Next) {
                        return flow;
                    }
                }
                continue;
            }
            for (const auto& value : when.values) {
                if (!isEqual(subject, renderer.evaluate(value))) {
                    continue;
                }
                matched = true;
                if (const auto flow = renderer.renderBlock(when.block); flow != Flow::Next) {
                    return flow;
                }
            }
        }
        return renderer.isStopped() ? Flow::Stop : Flow::Next;
    }
    bool isBlank() const override { return m_isBlank; }

private:
    Expression m_subject;
    std::vector<When> m_whens;
    bool m_isBlank = true;
};

Condition readCondition(Parser& parser, const Token& tag)
{
    ExpressionParser words(tag);
    auto condition = words.condition();
    words.expectEnd();
    parser.finish(words);
    return condition;
}

template <bool negated>
std::unique_ptr<const Node> readIf(Parser& parser, const Token& tag)
{
    const std::string_view end = negated ? "endunless" : "endif";
    std::vector<IfNode::Branch> branches;
    branches.push_back({readCondition(parser, tag), negated, {}});
    for (;;) {
        auto block = parser.parseUntil(tag, {"elsif", "else", end});
        if (parser.problem()) {
            return nullptr;
        }
        branches.back().block = std::move(block);
        const Token& next = parser.current();
        if (next.name == end) {
            return std::make_unique<IfNode>(std::move(branches), tag.place);
        }
        if (next.name == "else") {
            // What stands behind an else is read and never printed, another else too.
            branches.push_back({std::nullopt, false, {}});
        } else {
            branches.push_back({readCondition(parser, next), false, {}});
        }
    }
}

std::unique_ptr<const Node> readCase(Parser& parser, const Token& tag)
{
    ExpressionParser subject(tag);
    auto what = subject.expression();
    subject.expectEnd();
    parser.finish(subject);
    // What stands between `case` and the first `when` is not printed.
    static_cast<void>(parser.parseUntil(tag, {"when", "else", "endcase"}));
    std::vector<CaseNode::When> whens;
    while (!parser.problem()) {
        const Token& here = parser.current();
        if (here.name == "endcase") {
            return std::make_unique<CaseNode>(std::move(what), std::move(whens), tag.place);
        }
        CaseNode::When when;
        if (here.name == "when") {
            ExpressionParser words(here);
            do {
                when.values.push_back(words.expression());
            } while (words.take(Lexeme::Kind::Comma) || words.takeName("or"));
            words.expectEnd();
            parser.finish(words);
        }
        when.block = parser.parseUntil(tag, {"when", "else", "endcase"});
        whens.push_back(std::move(when));
    }
    return nullptr;
}

}  // namespace

TagReader findConditionTag(std::string_view name)
{
    return name == "if"       ? readIf<false>
           : name == "unless" ? readIf<true>
           : name == "case"   ? readCase
                              : TagReader(nullptr);
}

}  // namespace shopbell::liquid
