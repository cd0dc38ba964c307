// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runtime/contexts.h"

#include <cstdint>

namespace shopbell {

/// Saves the segments that a demo workspace starts with; those whose name is taken are left alone. Returns how many are
/// new.
[[nodiscard]] Result<std::int64_t> saveDemoSegments(WriteContext& writing);

}  // namespace shopbell
