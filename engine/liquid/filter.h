// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "liquid/value.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace shopbell::liquid {

struct FilterSettings;

/// One use of a filter while rendering.
struct FilterCall {
    const Value& input;
    std::span<const Value> arguments;
    std::span<const std::pair<std::string_view, Value>> named;
    const FilterSettings& settings;
    std::string problem = {};  ///< set: rendering ends with it

    /// Notes what is wrong; the value returned is not looked at.
    Value fail(std::string what)
    {
        problem = std::move(what);
        return {};
    }
    [[nodiscard]] const Value& argument(std::size_t index) const;  ///< nil when it was not given
};

struct Filter {
    std::string_view name;
    Value (*run)(FilterCall& call);
    int minArguments = 0;
    int maxArguments = 0;
    bool takesNamed = false;
};

inline constexpr int mostFilterArguments = 4;

/// Nothing when there is no such filter.
[[nodiscard]] const Filter* findFilter(std::string_view name);

// The tables, one a file.
[[nodiscard]] std::span<const Filter> textFilters();
[[nodiscard]] std::span<const Filter> escapeFilters();
[[nodiscard]] std::span<const Filter> numberFilters();
[[nodiscard]] std::span<const Filter> listFilters();
[[nodiscard]] std::span<const Filter> searchFilters();
[[nodiscard]] std::span<const Filter> mailFilters();

}  // namespace shopbell::liquid
