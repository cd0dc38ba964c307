// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "db/connection.h"

#include <string>
#include <string_view>

namespace shopbell {

/// How event.properties is stored: nothing at all for an empty object, else the JSON itself ('{' first), else compressed.
class PropertyReader {
public:
    /// `{}` for nothing.
    [[nodiscard]] Result<std::string> decode(db::Connection& connection, std::string_view stored) const;
};

}  // namespace shopbell
