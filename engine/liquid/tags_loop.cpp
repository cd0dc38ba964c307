// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/renderer.h"
#include "liquid/tags.h"

#include "base/text.h"

#include <algorithm>

namespace shopbell::liquid {

namespace {

/// `forloop`: where a loop stands. One object a loop, moved on at each turn.
class LoopRecord final : public Record {
public:
    LoopRecord(std::string name, std::int64_t length, Value parent)
        : m_name(std::move(name)), m_length(length), m_parent(std::move(parent))
    {
    }
    void moveTo(std::int64_t index) { m_index = index; }

    std::optional<Value> find(std::string_view name) const override
    {
        if (name == "index") {
            return Value(m_index + 1);
        }
        if (name == "index0") {
            return Value(m_index);
        }
        if (name == "rindex") {
            return Value(m_length - m_index);
        }
        if (name == "rindex0") {
            return Value(m_length - m_index - 1);
        }
        if (name == "first") {
            return Value(m_index == 0);
        }
        if (name == "last") {
            return Value(m_index == m_length - 1);
        }
        if (name == "length") {
            return Value(m_length);
        }
        if (name == "name") {
            return Value(m_name);
        }
        if (name == "parentloop") {
            return m_parent;
        }
        return std::nullopt;
    }
    std::vector<std::string> listNames() const override
    {
        return {"name", "length", "parentloop", "index", "index0", "rindex", "rindex0", "first", "last"};
    }

private:
    std::string m_name;
    std::int64_t m_length;
    std::int64_t m_index = 0;
    Value m_parent;
};

/// `tablerowloop`: the same with its place in the table.
class TableRecord final : public Record {
public:
    TableRecord(std::int64_t length, std::int64_t columns) : m_loop({}, length, {}), m_columns(columns) {}
    void moveTo(std::int64_t index)
    {
        m_index = index;
        m_loop.moveTo(index);
    }
    [[nodiscard]] std::int64_t column() const { return m_index % m_columns; }
    [[nodiscard]] std::int64_t row() const { return m_index / m_columns; }

    std::optional<Value> find(std::string_view name) const override
    {
        if (name == "col") {
            return Value(column() + 1);
        }
        if (name == "col0") {
            return Value(column());
        }
        if (name == "row") {
            return Value(row() + 1);
        }
        if (name == "col_first") {
            return Value(column() == 0);
        }
        if (name == "col_last") {
            return Value(column() == m_columns - 1);
        }
        return name == "name" || name == "parentloop" ? std::nullopt : m_loop.find(name);
    }
    std::vector<std::string> listNames() const override
    {
        return {"length", "col",     "col0",  "row",  "index",     "index0",
                "rindex", "rindex0", "first", "last", "col_first", "col_last"};
    }

private:
    LoopRecord m_loop;
    std::int64_t m_columns;
    std::int64_t m_index = 0;
};

struct LoopBounds {
    std::optional<Expression> limit;
    std::optional<Expression> offset;
    std::optional<Expression> columns;
    bool goesOn = false;  ///< `offset: continue`
    bool reversed = false;
};

/// A whole number that a tag wants; nothing for nil, and when it is none (the renderer is stopped then).
std::optional<std::int64_t> wholeNumber(Renderer& renderer, const Expression& expression, std::string_view what)
{
    const auto value = renderer.evaluate(expression);
    if (value.isNil()) {
        return std::nullopt;
    }
    if (value.kind() == Value::Kind::Integer) {
        return value.integer();
    }
    if (value.kind() == Value::Kind::Number) {
        return static_cast<std::int64_t>(std::clamp(value.number(), -9e18, 9e18));
    }
    if (value.isText()) {
        if (const auto number = parseInteger(trimmed(value.text()))) {
            return *number;
        }
    }
    renderer.stop(expression.place, "`" + std::string(what) + "` wants a whole number");
    return std::nullopt;
}

/// What a loop goes through, without making a list of a long range.
class Turns {
public:
    explicit Turns(const Value& value)
    {
        if (value.kind() == Value::Kind::Range) {
            m_range = value.range();
            m_size = m_range.size();
            m_isRange = true;
        } else if (value.isText()) {
            m_items = value.text().empty() ? List() : List{value};
            m_size = static_cast<std::int64_t>(m_items.size());
        } else {
            m_items = itemsOf(value);
            m_size = static_cast<std::int64_t>(m_items.size());
        }
    }
    void narrow(std::int64_t offset, std::optional<std::int64_t> limit)
    {
        m_offset = std::clamp<std::int64_t>(offset, 0, m_size);
        m_count = m_size - m_offset;
        if (limit) {
            m_count = std::clamp<std::int64_t>(*limit, 0, m_count);
        }
    }
    [[nodiscard]] std::int64_t count() const { return m_count; }
    [[nodiscard]] std::int64_t end() const { return m_offset + m_count; }
    [[nodiscard]] Value at(std::int64_t index, bool reversed) const
    {
        const auto place = m_offset + (reversed ? m_count - 1 - index : index);
        return m_isRange ? Value(m_range.first + place) : m_items[static_cast<std::size_t>(place)];
    }

private:
    List m_items;
    Range m_range;
    bool m_isRange = false;
    std::int64_t m_size = 0;
    std::int64_t m_offset = 0;
    std::int64_t m_count = 0;
};

class ForNode final : public Node {
public:
    ForNode(std::string variable, Expression what, LoopBounds bounds, Block block, Block otherwise, Place place)
        : Node(place),
          m_variable(std::move(variable)),
          m_what(std::move(what)),
          m_bounds(std::move(bounds)),
          m_block(std::move(block)),
          m_otherwise(std::move(otherwise)),
          m_name(m_variable + "-" + m_what.spelled),
          m_isBlank(isBlankBlock(m_block) && isBlankBlock(m_otherwise))
    {
        if (m_isBlank) {
            dropBlankText(m_block);
            dropBlankText(m_otherwise);
        }
    }

    Flow render(Renderer& renderer) const override
    {
        Turns turns(renderer.evaluate(m_what));
        const auto limit = m_bounds.limit ? wholeNumber(renderer, *m_bounds.limit, "limit") : std::nullopt;
        const auto offset = m_bounds.goesOn   ? renderer.loopEnd(m_name)
                            : m_bounds.offset ? wholeNumber(renderer, *m_bounds.offset, "offset").value_or(0)
                                              : 0;
        if (renderer.isStopped()) {
            return Flow::Stop;
        }
        turns.narrow(offset, limit);
        renderer.loopEnd(m_name) = turns.end();
        return turns.count() == 0 ? renderer.renderBlock(m_otherwise) : renderTurns(renderer, turns);
    }
    bool isBlank() const override { return m_isBlank; }

private:
    Flow renderTurns(Renderer& renderer, const Turns& turns) const
    {
        const auto loop = std::make_shared<LoopRecord>(m_name, turns.count(), renderer.currentLoop);
        const auto outer = std::exchange(renderer.currentLoop, Value(std::shared_ptr<const Record>(loop)));
        renderer.pushLocal("forloop", renderer.currentLoop);
        renderer.pushLocal(m_variable, {});
        auto flow = Flow::Next;
        for (std::int64_t index = 0; index < turns.count(); ++index) {
            loop->moveTo(index);
            renderer.setLocal(0, turns.at(index, m_bounds.reversed));
            flow = renderer.step(place()) ? renderer.renderBlock(m_block) : Flow::Stop;
            if (flow == Flow::Break || flow == Flow::Stop) {
                break;
            }
        }
        renderer.popLocals(2);
        renderer.currentLoop = outer;
        return flow == Flow::Stop ? flow : Flow::Next;
    }

    std::string m_variable;
    Expression m_what;
    LoopBounds m_bounds;
    Block m_block;
    Block m_otherwise;
    std::string m_name;
    bool m_isBlank;
};

class TableRowNode final : public Node {
public:
    TableRowNode(std::string variable, Expression what, LoopBounds bounds, Block block, Place place)
        : Node(place),
          m_variable(std::move(variable)),
          m_what(std::move(what)),
          m_bounds(std::move(bounds)),
          m_block(std::move(block))
    {
    }

    Flow render(Renderer& renderer) const override
    {
        const auto what = renderer.evaluate(m_what);
        if (what.isNil() || what.isText()) {
            return Flow::Next;
        }
        Turns turns(what);
        const auto limit = m_bounds.limit ? wholeNumber(renderer, *m_bounds.limit, "limit") : std::nullopt;
        const auto offset = m_bounds.offset ? wholeNumber(renderer, *m_bounds.offset, "offset").value_or(0) : 0;
        turns.narrow(offset, m_bounds.limit && !limit ? std::optional<std::int64_t>(0) : limit);
        const auto columns =
            m_bounds.columns ? wholeNumber(renderer, *m_bounds.columns, "cols").value_or(turns.count()) : turns.count();
        if (renderer.isStopped()) {
            return Flow::Stop;
        }
        const auto table = std::make_shared<TableRecord>(turns.count(), std::max<std::int64_t>(columns, 1));
        renderer.pushLocal("tablerowloop", Value(std::shared_ptr<const Record>(table)));
        renderer.pushLocal(m_variable, {});
        renderer.print("<tr class=\"row1\">\n");
        const auto flow = renderCells(renderer, turns, *table);
        renderer.print("</tr>\n");
        renderer.popLocals(2);
        return flow == Flow::Stop ? flow : Flow::Next;
    }

private:
    Flow renderCells(Renderer& renderer, const Turns& turns, TableRecord& table) const
    {
        for (std::int64_t index = 0; index < turns.count(); ++index) {
            table.moveTo(index);
            renderer.setLocal(0, turns.at(index, false));
            renderer.print("<td class=\"col" + std::to_string(table.column() + 1) + "\">");
            const auto flow = renderer.step(place()) ? renderer.renderBlock(m_block) : Flow::Stop;
            renderer.print("</td>");
            if (flow == Flow::Break || flow == Flow::Stop) {
                return flow;
            }
            if (table.find("col_last")->boolean() && index + 1 < turns.count()) {
                renderer.print("</tr>\n<tr class=\"row" + std::to_string(table.row() + 2) + "\">");
            }
        }
        return Flow::Next;
    }

    std::string m_variable;
    Expression m_what;
    LoopBounds m_bounds;
    Block m_block;
};

class CycleNode final : public Node {
public:
    CycleNode(std::optional<Expression> group, std::vector<Expression> values, std::string spelled, Place place)
        : Node(place), m_group(std::move(group)), m_values(std::move(values)), m_spelled(std::move(spelled))
    {
    }
    Flow render(Renderer& renderer) const override
    {
        // Named groups and unnamed ones do not meet, whatever they are called.
        auto& next = renderer.cycle(m_group ? "=" + toText(renderer.evaluate(*m_group)) : ":" + m_spelled);
        const auto index = next;
        next = next + 1 >= m_values.size() ? 0 : next + 1;
        if (index < m_values.size()) {
            renderer.printValue(renderer.evaluate(m_values[index]));
        }
        return renderer.isStopped() ? Flow::Stop : Flow::Next;
    }

private:
    std::optional<Expression> m_group;
    std::vector<Expression> m_values;
    std::string m_spelled;
};

LoopBounds readBounds(ExpressionParser& words, bool isTable)
{
    LoopBounds bounds;
    while (!words.atEnd()) {
        if (words.take(Lexeme::Kind::Comma)) {
            continue;
        }
        if (!isTable && words.takeName("reversed")) {
            bounds.reversed = true;
            continue;
        }
        const bool named = words.seesNamedArgument();
        const auto name = words.name(isTable ? "`limit:`, `offset:` or `cols:`" : "`reversed`, `limit:` or `offset:`");
        if (!named || (name != "limit" && name != "offset" && !(isTable && name == "cols"))) {
            words.refuse("a loop knows `limit:`, `offset:` and `" + std::string(isTable ? "cols:`" : "reversed`") +
                         " and no `" + name + "`");
            break;
        }
        words.expect(Lexeme::Kind::Colon, "`:`");
        if (name == "offset" && words.takeName("continue")) {
            bounds.goesOn = true;
        } else {
            (name == "limit" ? bounds.limit : name == "offset" ? bounds.offset : bounds.columns) = words.expression();
        }
    }
    return bounds;
}

template <bool isTable>
std::unique_ptr<const Node> readLoop(Parser& parser, const Token& tag)
{
    ExpressionParser words(tag);
    auto variable = words.name("the name of a variable");
    if (!words.takeName("in")) {
        words.refuse("here should be `in`");
    }
    auto what = words.expression();
    auto bounds = readBounds(words, isTable);
    words.expectEnd();
    parser.finish(words);
    parser.declare(variable);
    parser.declare(isTable ? "tablerowloop" : "forloop");
    if constexpr (isTable) {
        auto block = parser.parseUntil(tag, {"endtablerow"});
        return std::make_unique<TableRowNode>(std::move(variable), std::move(what), std::move(bounds), std::move(block),
                                              tag.place);
    }
    auto block = parser.parseUntil(tag, {"else", "endfor"});
    Block otherwise;
    if (!parser.problem() && parser.current().name == "else") {
        otherwise = parser.parseUntil(tag, {"endfor"});
    }
    return std::make_unique<ForNode>(std::move(variable), std::move(what), std::move(bounds), std::move(block),
                                     std::move(otherwise), tag.place);
}

std::unique_ptr<const Node> readCycle(Parser& parser, const Token& tag)
{
    ExpressionParser words(tag);
    std::optional<Expression> group;
    std::vector<Expression> values;
    values.push_back(words.expression());
    if (words.take(Lexeme::Kind::Colon)) {
        group = std::move(values.back());
        values.back() = words.expression();
    }
    while (words.take(Lexeme::Kind::Comma) && !words.atEnd()) {
        values.push_back(words.expression());
    }
    words.expectEnd();
    parser.finish(words);
    return std::make_unique<CycleNode>(std::move(group), std::move(values), std::string(tag.body), tag.place);
}

}  // namespace

TagReader findLoopTag(std::string_view name)
{
    return name == "for"        ? readLoop<false>
           : name == "tablerow" ? readLoop<true>
           : name == "cycle"    ? readCycle
                                : TagReader(nullptr);
}

}  // namespace shopbell::liquid
