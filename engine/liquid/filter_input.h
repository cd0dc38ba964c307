// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "liquid/filter.h"
#include "liquid/value.h"

#include <cstdint>
#include <optional>

namespace shopbell::liquid {

/// An Integer or a Number: text is read as far as it is one, the rest is 0.
[[nodiscard]] Value numberOf(const Value& value);
/// An argument that must be a whole number, or text that is one; nothing when it is neither. Nil is 0.
[[nodiscard]] std::optional<std::int64_t> wholeArgument(const FilterCall& call, std::size_t index);
/// The input as a list: lists within it laid out flat, a single thing as a list of one, nil as none. A range past a
/// million is cut.
[[nodiscard]] List listInput(const FilterCall& call);
[[nodiscard]] List flattened(const Value& value);

}  // namespace shopbell::liquid
