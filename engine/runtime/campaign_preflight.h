// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/campaigns.h"
#include "runtime/contexts.h"

namespace shopbell {

/// Renders and checks every message of a campaign without sending one; see api/campaigns.h.
[[nodiscard]] Result<std::vector<PreflightFinding>> preflightCampaign(ReadContext& reading,
                                                                      const PreflightCampaign& question);

}  // namespace shopbell
