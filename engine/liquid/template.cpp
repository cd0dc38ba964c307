// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/template.h"

#include "liquid/parser.h"
#include "liquid/program.h"
#include "liquid/renderer.h"

namespace shopbell::liquid {

Template::Template(std::unique_ptr<const Program> program) : m_program(std::move(program)) {}

Template::Template(Template&&) noexcept = default;

Template& Template::operator=(Template&&) noexcept = default;

Template::~Template() = default;

Result<Template> Template::parse(std::string_view source)
{
    auto program = std::make_unique<Program>();
    program->source = std::string(source);
    auto tokens = scan(program->source);
    if (!tokens) {
        return fail(tokens.error());
    }
    Parser parser;
    program->block = parser.parse(*tokens);
    if (parser.problem()) {
        return fail(*parser.problem());
    }
    program->variables = parser.listVariables();
    return Template(std::move(program));
}

Result<Template::Rendered> Template::render(const Value& data, const Options& options) const
{
    Rendered rendered;
    // Most of a message is its own text; what is filled in is short.
    rendered.text.reserve(m_program->source.size() + 256);
    Renderer renderer(data, options);
    renderer.redirect(&rendered.text);
    // A break outside a loop ends the template, as in Liquid everywhere.
    static_cast<void>(renderer.renderBlock(m_program->block));
    if (renderer.problem()) {
        return fail(*renderer.problem());
    }
    rendered.missing = renderer.missing();
    return rendered;
}

std::vector<std::string> Template::listVariables() const
{
    return m_program->variables;
}

}  // namespace shopbell::liquid
