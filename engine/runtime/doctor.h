// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/workspace.h"
#include "runtime/contexts.h"

namespace shopbell {

/// Looks the whole workspace through; see api/workspace.h.
[[nodiscard]] Result<std::vector<HealthCheck>> runDoctor(ReadContext& reading, const RunDoctor& question);

}  // namespace shopbell
