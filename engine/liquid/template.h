// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "base/result.h"
#include "base/time_zone.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell::liquid {

class Value;
class Renderer;

/// A parsed template; immutable, any thread, rendered many times. The language is Shopify's Liquid, read strictly: what
/// a lax reader would pass over (an unknown tag or filter, words that do not belong) is an error.
class Template {
public:
    /// Errors are InvalidInput with line and column: "line 3, column 12: …".
    [[nodiscard]] static Result<Template> parse(std::string_view source);
    Template(Template&&) noexcept;
    Template& operator=(Template&&) noexcept;
    ~Template();

    struct Options {
        Instant now = {};         ///< what the `date` filter calls "now"
        bool escapeHtml = false;  ///< outputs are HTML-escaped unless filtered with `raw`
        std::size_t maxOutputBytes =
            4 << 20;                       ///< past it rendering is InvalidInput; no value in between is longer either
        std::size_t maxSteps = 1'000'000;  ///< nodes rendered and work of filters; bounds loops
        TimeZone zone = {};                ///< in which dates are written
        std::string_view currency = {};    ///< what `money` writes; empty: no sign
        /// What `render` and `include` find by name; nullptr: there is none. Without it those tags are errors.
        std::function<const Template*(std::string_view name)> partials = {};
    };
    struct Rendered {
        std::string text;
        std::vector<std::string> missing;  ///< variables that had no value and no fallback, each once, as written
    };
    [[nodiscard]] Result<Rendered> render(const Value& data, const Options& options) const;
    /// Top-level variable names the template mentions and does not set itself, each once, sorted.
    [[nodiscard]] std::vector<std::string> listVariables() const;

private:
    friend class Renderer;
    struct Program;
    explicit Template(std::unique_ptr<const Program> program);
    std::unique_ptr<const Program> m_program;
};

}  // namespace shopbell::liquid
