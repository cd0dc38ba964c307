// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/renderer.h"

#include "base/text.h"
#include "liquid/html_escape.h"
#include "liquid/program.h"

#include <algorithm>
#include <array>
#include <utility>

namespace shopbell::liquid {

namespace {

constexpr int deepestPartial = 50;
constexpr int deepestBlock = 400;
constexpr std::size_t bytesOfOneStep = 256;

/// Nothing contains nil or false, as in Ruby's Liquid.
bool containsValue(const Value& left, const Value& right)
{
    if (!right.isTruthy()) {
        return false;
    }
    switch (left.kind()) {
    case Value::Kind::Text: return left.text().find(toText(right)) != std::string_view::npos;
    case Value::Kind::Sequence:
        return std::any_of(left.list().begin(), left.list().end(),
                           [&](const Value& item) { return isEqual(item, right); });
    case Value::Kind::Range:
        return right.kind() == Value::Kind::Integer && right.integer() >= left.range().first &&
               right.integer() <= left.range().last;
    case Value::Kind::Record: return left.record().find(toText(right)).has_value();
    default: return false;
    }
}

std::size_t workOf(const Value& value)
{
    return value.isText() ? value.text().size() / bytesOfOneStep : value.isList() ? value.list().size() : 0;
}

}  // namespace

Renderer::Renderer(const Value& data, const Template::Options& options)
    : m_data(data), m_options(options), m_settings{options.now, options.zone, options.currency, options.maxOutputBytes}
{
}

void Renderer::print(std::string_view text)
{
    m_printed += text.size();
    if (m_printed <= m_options.maxOutputBytes) {
        m_out->append(text);
    }
}

void Renderer::printValue(const Value& value)
{
    const auto before = m_out->size();
    if (value.isText()) {
        if (m_options.escapeHtml && !value.isHtml()) {
            appendEscaped(*m_out, value.text());
        } else {
            m_out->append(value.text());
        }
    } else if (m_options.escapeHtml && (value.isList() || value.isRecord())) {
        appendEscaped(*m_out, toText(value));
    } else {
        appendText(*m_out, value);
    }
    m_printed += m_out->size() - before;
}

std::string* Renderer::redirect(std::string* into)
{
    return std::exchange(m_out, into);
}

Flow Renderer::renderBlock(const Block& block)
{
    if (++m_depth > deepestBlock) {
        return block.empty() ? Flow::Next : stop(block.front()->place(), "templates are nested too deep");
    }
    auto flow = Flow::Next;
    for (const auto& node : block) {
        if (!step(node->place())) {
            flow = Flow::Stop;
            break;
        }
        flow = node->render(*this);
        if (flow != Flow::Next) {
            break;
        }
    }
    --m_depth;
    return flow;
}

bool Renderer::step(Place place, std::size_t amount)
{
    m_steps += amount;
    if (m_steps > m_options.maxSteps) {
        stop(place, "this template does not come to an end: it was stopped after " +
                        formatCount(static_cast<std::int64_t>(m_options.maxSteps)) + " steps");
    } else if (m_printed > m_options.maxOutputBytes) {
        stop(place, "the result is longer than " + formatCount(static_cast<std::int64_t>(m_options.maxOutputBytes)) +
                        " bytes");
    }
    return !m_problem;
}

Flow Renderer::stop(Place place, std::string_view what)
{
    if (!m_problem) {
        m_problem = errorAt(place, what);
    }
    return Flow::Stop;
}

Value Renderer::root(const Expression& path)
{
    if (path.rootInBrackets) {
        const auto name = evaluate(*path.rootInBrackets);
        return name.isText() ? find(name.text()).value_or(Value()) : Value();
    }
    return path.root.empty() ? Value() : find(path.root).value_or(Value());
}

Value Renderer::evaluate(const Expression& expression)
{
    switch (expression.kind) {
    case Expression::Kind::Literal: return expression.literal;
    case Expression::Kind::Range: {
        // Anything that is no number counts as 0.
        const auto end = [&](const Expression& part) -> std::int64_t {
            const auto value = evaluate(part);
            if (value.kind() == Value::Kind::Integer) {
                return value.integer();
            }
            if (value.kind() == Value::Kind::Number) {
                return static_cast<std::int64_t>(std::clamp(value.number(), -9e18, 9e18));
            }
            if (!value.isText()) {
                return 0;
            }
            const auto digits =
                value.text().substr(0, value.text().find_first_not_of("0123456789", value.text().starts_with('-')));
            return parseInteger(digits).value_or(0);
        };
        const auto first = end(*expression.first);
        return Value(Range{first, end(*expression.last)});
    }
    case Expression::Kind::Path: break;
    }
    auto value = root(expression);
    for (const auto& segment : expression.segments) {
        if (value.isNil()) {
            break;
        }
        value = segment.index ? itemOf(value, evaluate(*segment.index)) : memberOf(value, segment.name);
    }
    return value;
}

Value Renderer::applyFilter(const AppliedFilter& applied, Value input)
{
    std::array<Value, mostFilterArguments> arguments;
    std::array<std::pair<std::string_view, Value>, mostFilterArguments> named;
    for (std::size_t index = 0; index < applied.arguments.size(); ++index) {
        arguments[index] = evaluate(applied.arguments[index]);
    }
    for (std::size_t index = 0; index < applied.named.size(); ++index) {
        named[index] = {applied.named[index].first, evaluate(applied.named[index].second)};
    }
    if (!step(applied.place, 1 + workOf(input))) {
        return {};
    }
    FilterCall call{
        input, {arguments.data(), applied.arguments.size()}, {named.data(), applied.named.size()}, m_settings};
    auto result = applied.filter->run(call);
    if (!call.problem.empty()) {
        stop(applied.place, "`" + std::string(applied.filter->name) + "`: " + call.problem);
        return {};
    }
    if (result.isText() && result.text().size() > m_options.maxOutputBytes) {
        stop(applied.place, "`" + std::string(applied.filter->name) + "` makes a text that is too long");
        return {};
    }
    return step(applied.place, workOf(result)) ? result : Value();
}

Value Renderer::evaluate(const FilteredExpression& expression)
{
    auto value = evaluate(expression.value);
    for (const auto& filter : expression.filters) {
        if (isStopped()) {
            return {};
        }
        value = applyFilter(filter, std::move(value));
    }
    return value;
}

Value Renderer::evaluateForOutput(const FilteredExpression& expression)
{
    auto value = evaluate(expression);
    if (expression.value.kind == Expression::Kind::Path && !expression.hasFallback && !isStopped()) {
        const bool isMissing = value.isNil() || (value.isText() && value.text().empty());
        if (isMissing && std::find(m_missing.begin(), m_missing.end(), expression.value.spelled) == m_missing.end()) {
            m_missing.push_back(expression.value.spelled);
        }
    }
    return value;
}

bool Renderer::holds(const Condition& condition)
{
    // Read from the right, `a and REST` needs a, `a or REST` is done with a.
    for (std::size_t index = 0; index < condition.terms.size(); ++index) {
        const auto& term = condition.terms[index];
        const auto left = evaluate(term.left);
        const bool holds = term.comparison == Condition::Comparison::Truth
                               ? left.isTruthy()
                               : compare(left, term.comparison, evaluate(term.right), term.left.place);
        if (isStopped()) {
            return false;
        }
        if (index + 1 == condition.terms.size() || holds != term.joinedByAnd) {
            return holds;
        }
    }
    return false;
}

bool Renderer::compare(const Value& left, Condition::Comparison comparison, const Value& right, Place place)
{
    using enum Condition::Comparison;
    if (comparison == Equal || comparison == NotEqual) {
        return isEqual(left, right) == (comparison == Equal);
    }
    if (comparison == Contains) {
        step(place, workOf(left));
        return containsValue(left, right);
    }
    const auto sides = order(left, right);
    if (!sides) {
        const auto isOrdered = [](const Value& value) {
            return value.isText() || value.kind() == Value::Kind::Integer || value.kind() == Value::Kind::Number ||
                   value.kind() == Value::Kind::Date;
        };
        if (isOrdered(left) && isOrdered(right)) {
            stop(place, "a text cannot be compared with a number: use `plus: 0` to make it one");
        }
        return false;
    }
    switch (comparison) {
    case Less: return *sides < 0;
    case LessOrEqual: return *sides <= 0;
    case Greater: return *sides > 0;
    default: return *sides >= 0;
    }
}

void Renderer::assign(std::string_view name, Value value)
{
    m_assigned.insert_or_assign(std::string(name), std::move(value));
}

void Renderer::pushLocal(std::string name, Value value)
{
    m_locals.emplace_back(std::move(name), std::move(value));
}

void Renderer::popLocals(std::size_t count)
{
    m_locals.resize(m_locals.size() - std::min(count, m_locals.size()));
}

void Renderer::setLocal(std::size_t fromTop, Value value)
{
    m_locals[m_locals.size() - 1 - fromTop].second = std::move(value);
}

std::optional<Value> Renderer::find(std::string_view name) const
{
    for (auto local = m_locals.rbegin(); local != m_locals.rend(); ++local) {
        if (local->first == name) {
            return local->second;
        }
    }
    if (const auto assigned = m_assigned.find(name); assigned != m_assigned.end()) {
        return assigned->second;
    }
    if (m_data.isRecord()) {
        if (auto member = m_data.record().find(name)) {
            return member;
        }
    }
    if (const auto counter = m_counters.find(name); counter != m_counters.end()) {
        return Value(counter->second);
    }
    return std::nullopt;
}

std::int64_t& Renderer::counter(std::string_view name)
{
    const auto known = m_counters.find(name);
    return known != m_counters.end() ? known->second : m_counters[std::string(name)];
}

std::size_t& Renderer::cycle(const std::string& group)
{
    return m_cycles[group];
}

std::int64_t& Renderer::loopEnd(const std::string& loop)
{
    return m_loopEnds[loop];
}

const Block* Renderer::findPartial(std::string_view name) const
{
    const auto* const found = m_options.partials ? m_options.partials(name) : nullptr;
    return found == nullptr ? nullptr : &found->m_program->block;
}

bool Renderer::enterPartial(Place place)
{
    if (++m_partialDepth > deepestPartial) {
        stop(place, "templates take in one another without end");
    }
    return !isStopped();
}

Flow Renderer::renderApart(const Block& block, std::vector<std::pair<std::string, Value>> locals)
{
    auto assigned = std::exchange(m_assigned, {});
    auto outer = std::exchange(m_locals, {});
    for (auto& [name, value] : locals) {
        m_assigned.insert_or_assign(std::move(name), std::move(value));
    }
    auto counters = std::exchange(m_counters, {});
    auto cycles = std::exchange(m_cycles, {});
    auto loopEnds = std::exchange(m_loopEnds, {});
    auto loop = std::exchange(currentLoop, {});
    const auto flow = renderBlock(block);
    m_assigned = std::move(assigned);
    m_locals = std::move(outer);
    m_counters = std::move(counters);
    m_cycles = std::move(cycles);
    m_loopEnds = std::move(loopEnds);
    currentLoop = std::move(loop);
    return flow;
}

}  // namespace shopbell::liquid
