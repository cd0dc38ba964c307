// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/campaign.h"

namespace shopbell {

/// Every move that a campaign may make; anything else is refused by the store.
///
///   draft     → scheduled, sending          scheduled → draft, sending, cancelled
///   sending   → paused, sent, cancelled     paused    → sending, cancelled
///
/// Sent and cancelled are the end.
[[nodiscard]] bool mayMove(CampaignState from, CampaignState to);

}  // namespace shopbell
