// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "liquid/node.h"
#include "liquid/template.h"

#include <string>
#include <vector>

namespace shopbell::liquid {

/// A template as it is kept: the nodes point into the source.
struct Template::Program {
    std::string source;
    Block block;
    std::vector<std::string> variables;
};

}  // namespace shopbell::liquid
