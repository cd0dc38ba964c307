// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "liquid/expression.h"
#include "liquid/scanner.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace shopbell::liquid {

class Renderer;

/// What goes on behind a node.
enum class Flow {
    Next,
    Break,     ///< out of the innermost loop
    Continue,  ///< on to its next turn
    Stop,      ///< something is wrong: Renderer holds it
};

/// A piece of a parsed template; immutable.
class Node {
public:
    explicit Node(Place place) : m_place(place) {}
    virtual ~Node() = default;
    [[nodiscard]] virtual Flow render(Renderer& renderer) const = 0;
    /// It prints nothing but perhaps white space. A block of such nodes prints nothing at all.
    [[nodiscard]] virtual bool isBlank() const { return false; }
    [[nodiscard]] virtual bool isText() const { return false; }
    [[nodiscard]] Place place() const { return m_place; }

private:
    Place m_place;
};

using Block = std::vector<std::unique_ptr<const Node>>;

}  // namespace shopbell::liquid
