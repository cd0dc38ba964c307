// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "db/connection.h"
#include "model/campaign.h"

#include <vector>

namespace shopbell {

/// The campaigns (table `campaign`). Writes on the engine thread.
class CampaignStore {
public:
    CampaignStore(db::Connection& connection, const Clock& clock) : m_db(connection), m_clock(clock) {}

    /// Adds a draft (id none), or changes a draft or scheduled one; another state is Conflict.
    [[nodiscard]] Result<CampaignId> save(const Campaign& campaign);
    [[nodiscard]] Result<Campaign> load(CampaignId campaign);
    [[nodiscard]] Result<std::vector<Campaign>> listAll();   ///< newest first
    [[nodiscard]] Result<void> remove(CampaignId campaign);  ///< drafts only
    /// By the table in campaign_states.h; anything else is Conflict, saying why.
    [[nodiscard]] Result<void> move(CampaignId campaign, CampaignState to);

private:
    db::Connection& m_db;
    const Clock& m_clock;
};

}  // namespace shopbell
