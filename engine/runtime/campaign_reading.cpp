// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/campaign_reading.h"

#include "dispatch/ledger.h"

namespace shopbell {

Result<CampaignSummary> summarise(db::Connection& connection, const Clock& clock, const Campaign& campaign)
{
    auto counts = Ledger(connection, clock).count(OriginKind::Campaign, campaign.id.value);
    if (!counts) {
        return fail(counts.error());
    }
    CampaignSummary summary;
    summary.campaign = campaign;
    summary.planned = counts->total;
    summary.accepted = counts->accepted;
    summary.failed = counts->failed;
    summary.skipped = counts->skipped;
    summary.unknown = counts->unknown;
    summary.waiting = counts->waiting;
    summary.cancelled = counts->cancelled;
    summary.skipReasons = std::move(counts->skipReasons);
    summary.failures = std::move(counts->failures);
    return summary;
}

}  // namespace shopbell
