// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/renderer.h"
#include "liquid/tags.h"

namespace shopbell::liquid {

namespace {

struct PartialCall {
    Expression name;
    bool isApart = false;  ///< `render`: sees nothing of ours but what it is given
    bool isLoop = false;   ///< `for`, not `with`
    std::optional<Expression> bound;
    std::string alias;
    std::vector<std::pair<std::string, Expression>> named;
};

class PartialNode final : public Node {
public:
    PartialNode(PartialCall call, Place place) : Node(place), m_call(std::move(call)) {}

    Flow render(Renderer& renderer) const override
    {
        const auto name = toText(renderer.evaluate(m_call.name));
        const auto* const block = renderer.findPartial(name);
        if (block == nullptr) {
            return renderer.stop(place(), "there is no template called `" + name + "` to take in");
        }
        if (!renderer.enterPartial(place())) {
            return Flow::Stop;
        }
        const auto flow =
            renderBound(renderer, *block, m_call.alias.empty() ? name.substr(name.rfind('/') + 1) : m_call.alias);
        renderer.leavePartial();
        return flow == Flow::Stop || !m_call.isApart ? flow : Flow::Next;
    }

private:
    using Locals = std::vector<std::pair<std::string, Value>>;

    Flow renderBound(Renderer& renderer, const Block& block, const std::string& variable) const
    {
        Locals locals;
        for (const auto& [key, value] : m_call.named) {
            locals.emplace_back(key, renderer.evaluate(value));
        }
        if (!m_call.bound) {
            return renderOnce(renderer, block, std::move(locals));
        }
        const auto bound = renderer.evaluate(*m_call.bound);
        const bool isMany = bound.isList() || (bound.kind() == Value::Kind::Range && m_call.isLoop);
        if (!isMany || (m_call.isApart && !m_call.isLoop)) {
            locals.emplace_back(variable, bound);
            return renderOnce(renderer, block, std::move(locals));
        }
        const auto items = bound.isList() ? bound.list() : itemsWithinBounds(renderer, bound);
        const auto size = static_cast<std::int64_t>(items.size());
        for (std::int64_t index = 0; index < size && !renderer.isStopped(); ++index) {
            auto turn = locals;
            turn.emplace_back(variable, items[static_cast<std::size_t>(index)]);
            if (m_call.isApart) {
                turn.emplace_back("forloop", loopAt(variable, index, size));
            }
            const auto flow = renderOnce(renderer, block, std::move(turn));
            if (flow != Flow::Next && !(m_call.isApart && flow != Flow::Stop)) {
                return flow;
            }
        }
        return renderer.isStopped() ? Flow::Stop : Flow::Next;
    }

    List itemsWithinBounds(Renderer& renderer, const Value& range) const
    {
        return renderer.step(place(), static_cast<std::size_t>(range.range().size())) ? itemsOf(range) : List();
    }

    static Value loopAt(const std::string& name, std::int64_t index, std::int64_t size)
    {
        auto loop = std::make_shared<Object>();
        loop->set("name", Value(name));
        loop->set("length", Value(size));
        loop->set("index", Value(index + 1));
        loop->set("index0", Value(index));
        loop->set("rindex", Value(size - index));
        loop->set("rindex0", Value(size - index - 1));
        loop->set("first", Value(index == 0));
        loop->set("last", Value(index + 1 == size));
        return Value(std::shared_ptr<const Record>(std::move(loop)));
    }

    Flow renderOnce(Renderer& renderer, const Block& block, Locals locals) const
    {
        if (renderer.isStopped()) {
            return Flow::Stop;
        }
        if (m_call.isApart) {
            return renderer.renderApart(block, std::move(locals));
        }
        const auto count = locals.size();
        for (auto& [key, value] : locals) {
            renderer.pushLocal(std::move(key), std::move(value));
        }
        const auto flow = renderer.renderBlock(block);
        renderer.popLocals(count);
        return flow;
    }

    PartialCall m_call;
};

template <bool isApart>
std::unique_ptr<const Node> readPartial(Parser& parser, const Token& tag)
{
    ExpressionParser words(tag);
    PartialCall call;
    call.isApart = isApart;
    if (isApart && !words.sees(Lexeme::Kind::Text)) {
        words.refuse("`render` wants the name of a template in quotes");
    }
    call.name = words.expression();
    if (!words.seesNamedArgument()) {
        call.isLoop = words.takeName("for");
        if (call.isLoop || words.takeName("with")) {
            call.bound = words.expression();
            if (words.takeName("as")) {
                call.alias = words.name("a name");
            }
        }
    }
    while (!words.atEnd()) {
        if (words.take(Lexeme::Kind::Comma)) {
            continue;
        }
        auto key = words.name("`name: value`");
        words.expect(Lexeme::Kind::Colon, "`:`");
        call.named.emplace_back(std::move(key), words.expression());
    }
    parser.finish(words);
    return std::make_unique<PartialNode>(std::move(call), tag.place);
}

}  // namespace

TagReader findPartialTag(std::string_view name)
{
    return name == "render" ? readPartial<true> : name == "include" ? readPartial<false> : TagReader(nullptr);
}

}  // namespace shopbell::liquid
