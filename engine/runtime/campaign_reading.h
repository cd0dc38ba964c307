// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/campaigns.h"
#include "base/clock.h"
#include "db/connection.h"

namespace shopbell {

/// A campaign with the ledger's counts of it; any connection.
[[nodiscard]] Result<CampaignSummary> summarise(db::Connection& connection, const Clock& clock,
                                                const Campaign& campaign);

}  // namespace shopbell
