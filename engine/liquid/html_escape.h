// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace shopbell::liquid {

/// & < > " ' as entities.
void appendEscaped(std::string& out, std::string_view text);

}  // namespace shopbell::liquid
