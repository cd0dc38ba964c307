// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/renderer.h"
#include "liquid/tags.h"

#include "base/text.h"

namespace shopbell::liquid {

namespace {

class TextNode final : public Node {
public:
    TextNode(std::string_view text, Place place) : Node(place), m_text(text), m_isBlank(trimmed(text).empty()) {}
    Flow render(Renderer& renderer) const override
    {
        renderer.print(m_text);
        return Flow::Next;
    }
    bool isBlank() const override { return m_isBlank; }
    bool isText() const override { return true; }

private:
    std::string_view m_text;
    bool m_isBlank;
};

class OutputNode final : public Node {
public:
    OutputNode(FilteredExpression what, Place place) : Node(place), m_what(std::move(what)) {}
    Flow render(Renderer& renderer) const override
    {
        const auto value = renderer.evaluateForOutput(m_what);
        if (renderer.isStopped()) {
            return Flow::Stop;
        }
        renderer.printValue(value);
        return Flow::Next;
    }

private:
    FilteredExpression m_what;
};

class AssignNode final : public Node {
public:
    AssignNode(std::string name, FilteredExpression what, Place place)
        : Node(place), m_name(std::move(name)), m_what(std::move(what))
    {
    }
    Flow render(Renderer& renderer) const override
    {
        auto value = renderer.evaluate(m_what);
        if (renderer.isStopped()) {
            return Flow::Stop;
        }
        renderer.assign(m_name, std::move(value));
        return Flow::Next;
    }
    bool isBlank() const override { return true; }

private:
    std::string m_name;
    FilteredExpression m_what;
};

class CaptureNode final : public Node {
public:
    CaptureNode(std::string name, Block block, Place place)
        : Node(place), m_name(std::move(name)), m_block(std::move(block))
    {
    }
    Flow render(Renderer& renderer) const override
    {
        std::string text;
        auto* const outer = renderer.redirect(&text);
        const auto flow = renderer.renderBlock(m_block);
        renderer.redirect(outer);
        if (flow != Flow::Stop) {
            renderer.assign(m_name, renderer.escapes() ? Value::html(std::move(text)) : Value(std::move(text)));
        }
        return flow;
    }
    bool isBlank() const override { return true; }

private:
    std::string m_name;
    Block m_block;
};

class CounterNode final : public Node {
public:
    CounterNode(std::string name, bool counts, Place place) : Node(place), m_name(std::move(name)), m_counts(counts) {}
    Flow render(Renderer& renderer) const override
    {
        auto& counter = renderer.counter(m_name);
        // Counting up tells the number before, counting down the one after.
        renderer.print(std::to_string(m_counts ? counter++ : --counter));
        return Flow::Next;
    }

private:
    std::string m_name;
    bool m_counts;
};

class IfChangedNode final : public Node {
public:
    IfChangedNode(Block block, Place place) : Node(place), m_block(std::move(block)) {}
    Flow render(Renderer& renderer) const override
    {
        std::string text;
        auto* const outer = renderer.redirect(&text);
        const auto flow = renderer.renderBlock(m_block);
        renderer.redirect(outer);
        if (flow != Flow::Stop && text != renderer.lastSeen()) {
            renderer.print(text);
            renderer.lastSeen() = std::move(text);
        }
        return flow;
    }

private:
    Block m_block;
};

/// Outside a loop they end the template.
class JumpNode final : public Node {
public:
    JumpNode(Flow flow, Place place) : Node(place), m_flow(flow) {}
    Flow render(Renderer&) const override { return m_flow; }

private:
    Flow m_flow;
};

std::unique_ptr<const Node> readAssign(Parser& parser, const Token& tag)
{
    ExpressionParser words(tag);
    auto name = words.name("the name of a variable", true);
    if (name.ends_with('?')) {
        words.refuse("a variable's name cannot end with ?");
    }
    words.expect(Lexeme::Kind::Assign, "`=`");
    auto value = words.filtered();
    words.expectEnd();
    parser.finish(words);
    parser.declare(name);
    return std::make_unique<AssignNode>(std::move(name), std::move(value), tag.place);
}

std::unique_ptr<const Node> readCapture(Parser& parser, const Token& tag)
{
    ExpressionParser words(tag);
    std::string name;
    if (words.sees(Lexeme::Kind::Text)) {
        name = std::string(words.expression().literal.text());
    } else {
        name = words.name("the name of a variable", true);
    }
    words.expectEnd();
    parser.finish(words);
    parser.declare(name);
    auto block = parser.parseUntil(tag, {"endcapture"});
    return std::make_unique<CaptureNode>(std::move(name), std::move(block), tag.place);
}

template <bool counts>
std::unique_ptr<const Node> readCounter(Parser& parser, const Token& tag)
{
    ExpressionParser words(tag);
    auto name = words.name("the name of a counter", true);
    words.expectEnd();
    parser.finish(words);
    parser.declare(name);
    return std::make_unique<CounterNode>(std::move(name), counts, tag.place);
}

std::unique_ptr<const Node> readIfChanged(Parser& parser, const Token& tag)
{
    return std::make_unique<IfChangedNode>(parser.parseUntil(tag, {"endifchanged"}), tag.place);
}

template <Flow flow>
std::unique_ptr<const Node> readJump(Parser& parser, const Token& tag)
{
    if (!tag.body.empty()) {
        parser.refuse(tag.bodyPlace, "nothing can stand behind `" + std::string(tag.name) + "`");
    }
    return std::make_unique<JumpNode>(flow, tag.place);
}

}  // namespace

std::unique_ptr<const Node> makeText(std::string_view text, Place place)
{
    return std::make_unique<TextNode>(text, place);
}

std::unique_ptr<const Node> readOutput(Parser& parser, const Token& token)
{
    ExpressionParser words(token);
    if (words.atEnd() && !words.problem()) {
        return nullptr;
    }
    auto what = words.filtered();
    words.expectEnd();
    parser.finish(words);
    return std::make_unique<OutputNode>(std::move(what), token.place);
}

TagReader findVariableTag(std::string_view name)
{
    return name == "assign"      ? readAssign
           : name == "capture"   ? readCapture
           : name == "echo"      ? readOutput
           : name == "increment" ? readCounter<true>
           : name == "decrement" ? readCounter<false>
           : name == "ifchanged" ? readIfChanged
           : name == "break"     ? readJump<Flow::Break>
           : name == "continue"  ? readJump<Flow::Continue>
                                 : TagReader(nullptr);
}

}  // namespace shopbell::liquid
