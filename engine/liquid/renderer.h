// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "liquid/expression.h"
#include "liquid/filter_settings.h"
#include "liquid/node.h"
#include "liquid/template.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell::liquid {

/// One rendering: variables, counters, what is printed, and the bounds. Lives for one call of Template::render().
class Renderer {
public:
    Renderer(const Value& data, const Template::Options& options);

    // Printing.
    void print(std::string_view text);    ///< as it is
    void printValue(const Value& value);  ///< escaped where that is asked for
    /// From here on what is printed goes into `into`; give back what was set before.
    std::string* redirect(std::string* into);
    [[nodiscard]] bool escapes() const { return m_options.escapeHtml; }

    // Rendering.
    [[nodiscard]] Flow renderBlock(const Block& block);
    /// Counts work; false when there was too much of it.
    bool step(Place place, std::size_t amount = 1);
    Flow stop(Place place, std::string_view what);
    [[nodiscard]] bool isStopped() const { return m_problem.has_value(); }
    [[nodiscard]] const std::optional<Error>& problem() const { return m_problem; }

    // Expressions; nil once something is wrong.
    [[nodiscard]] Value evaluate(const Expression& expression);
    [[nodiscard]] Value evaluate(const FilteredExpression& expression);
    [[nodiscard]] bool holds(const Condition& condition);
    [[nodiscard]] bool compare(const Value& left, Condition::Comparison comparison, const Value& right, Place place);
    /// As evaluate(), noting a field without value and fallback.
    [[nodiscard]] Value evaluateForOutput(const FilteredExpression& expression);

    // Variables.
    void assign(std::string_view name, Value value);  ///< stays until the end
    void pushLocal(std::string name, Value value);    ///< hides what is outside until it is popped
    void popLocals(std::size_t count);
    void setLocal(std::size_t fromTop, Value value);
    [[nodiscard]] std::optional<Value> find(std::string_view name) const;
    [[nodiscard]] std::size_t localCount() const { return m_locals.size(); }

    // What tags remember.
    [[nodiscard]] std::int64_t& counter(std::string_view name);
    [[nodiscard]] std::size_t& cycle(const std::string& group);
    [[nodiscard]] std::int64_t& loopEnd(const std::string& loop);  ///< where `offset: continue` goes on
    [[nodiscard]] std::string& lastSeen() { return m_lastSeen; }
    Value currentLoop;  ///< nil outside loops

    // Other templates.
    [[nodiscard]] const Block* findPartial(std::string_view name) const;
    /// Renders with nothing of ours to be seen but the data; bounds and output are shared.
    [[nodiscard]] Flow renderApart(const Block& block, std::vector<std::pair<std::string, Value>> locals);
    bool enterPartial(Place place);
    void leavePartial() { --m_partialDepth; }

    [[nodiscard]] const std::vector<std::string>& missing() const { return m_missing; }

private:
    [[nodiscard]] Value root(const Expression& path);
    [[nodiscard]] Value applyFilter(const AppliedFilter& filter, Value input);
    bool checkSize(Place place);

    const Value& m_data;
    const Template::Options& m_options;
    FilterSettings m_settings;
    std::string* m_out = nullptr;
    std::size_t m_printed = 0;
    std::size_t m_steps = 0;
    int m_partialDepth = 0;
    int m_depth = 0;
    std::optional<Error> m_problem;
    std::map<std::string, Value, std::less<>> m_assigned;
    std::vector<std::pair<std::string, Value>> m_locals;
    std::map<std::string, std::int64_t, std::less<>> m_counters;
    std::map<std::string, std::size_t> m_cycles;
    std::map<std::string, std::int64_t> m_loopEnds;
    std::string m_lastSeen;
    std::vector<std::string> m_missing;
};

}  // namespace shopbell::liquid
