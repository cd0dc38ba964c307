// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "liquid/node.h"
#include "liquid/parser.h"

#include <memory>
#include <string_view>

namespace shopbell::liquid {

/// A tag's reader; nullptr when it prints and does nothing, or was refused.
using TagReader = std::unique_ptr<const Node> (*)(Parser& parser, const Token& tag);

/// Nothing when there is no such tag.
[[nodiscard]] TagReader findTag(std::string_view name);

// One group a file.
[[nodiscard]] std::unique_ptr<const Node> readOutput(Parser& parser, const Token& token);
[[nodiscard]] std::unique_ptr<const Node> makeText(std::string_view text, Place place);
[[nodiscard]] TagReader findVariableTag(std::string_view name);
[[nodiscard]] TagReader findConditionTag(std::string_view name);
[[nodiscard]] TagReader findLoopTag(std::string_view name);
[[nodiscard]] TagReader findPartialTag(std::string_view name);

}  // namespace shopbell::liquid
