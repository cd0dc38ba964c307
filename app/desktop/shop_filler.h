// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/campaigns.h"
#include "ui/bridge/engine_bridge.h"

#include <functional>
#include <optional>
#include <string>

namespace shopbell::desktop {

/// Runs the event loop until the condition holds; false: it did not in good time.
bool waitFor(const std::function<bool()>& done);

/// Fills the workspaces of the pictures by way of the window's own door to the engine: same seed, same clock, same
/// shop. Each function answers false when something went wrong, and has then said what on the standard error.
class ShopFiller {
public:
    explicit ShopFiller(ui::EngineBridge& bridge) : m_bridge(bridge) {}

    /// The demo shop, a campaign that was sent to the local outbox, and a draft.
    bool fillSmall();
    /// Much of everything, with names as long as people give them, every state there is, and sums in millions. `folder`
    /// takes the files it imports.
    bool fillFull(const std::string& folder);

private:
    template <class Command>
    std::optional<typename Command::Answer> run(Command command);
    std::optional<CampaignId> save(Campaign campaign);
    bool addBuyers();
    bool importOrders(const std::string& folder);
    bool addLists();
    bool addSegments();
    bool addStores();
    bool addServers();
    bool addCampaigns();
    bool addTroubledCampaigns();

    ui::EngineBridge& m_bridge;
    std::vector<ProfileId> m_buyers;
    SegmentId m_oneBuyer;
    SegmentId m_everybody;
    ProviderId m_deafServer;
};

}  // namespace shopbell::desktop
