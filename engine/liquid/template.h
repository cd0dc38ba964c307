// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "base/result.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell::liquid {

class Value;

/// A parsed template; immutable, any thread, rendered many times.
class Template {
public:
    /// Errors are InvalidInput with line and column: "line 3, column 12: …".
    [[nodiscard]] static Result<Template> parse(std::string_view source);
    Template(Template&&) noexcept;
    Template& operator=(Template&&) noexcept;
    ~Template();

    struct Options {
        Instant now;                          ///< what the `date` filter calls "now"
        bool escapeHtml = false;              ///< outputs are HTML-escaped unless filtered with `raw`
        std::size_t maxOutputBytes = 4 << 20; ///< past it rendering is InvalidInput
        std::size_t maxSteps = 1'000'000;     ///< nodes rendered; bounds loops
    };
    struct Rendered {
        std::string text;
        std::vector<std::string> missing;  ///< variables that had no value and no fallback, each once
    };
    [[nodiscard]] Result<Rendered> render(const Value& data, const Options& options) const;
    /// Top-level variable names the template mentions, each once.
    [[nodiscard]] std::vector<std::string> listVariables() const;

private:
    struct Program;
    explicit Template(std::unique_ptr<const Program> program);
    std::unique_ptr<const Program> m_program;
};

}  // namespace shopbell::liquid
