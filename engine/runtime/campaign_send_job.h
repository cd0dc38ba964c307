// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/campaigns.h"
#include "runtime/contexts.h"

namespace shopbell {

/// Freezes a campaign's audience into the ledger and sends what waits there, until nothing waits any more, it is
/// paused, or its provider is broken. Called again for a campaign that was cut off, it goes on at the next row.
[[nodiscard]] Result<CampaignSummary> runCampaignSend(JobContext& job, const SendCampaign& command);

/// One message to one address, outside any campaign: for trying things out.
[[nodiscard]] Result<Done> runTestMessage(JobContext& job, const SendTestMessage& command);

/// What an earlier run of the engine left on its way is settled; see dispatch/interrupted.h.
[[nodiscard]] Result<void> settleWhatWasCut(WriteContext& writing);

}  // namespace shopbell
