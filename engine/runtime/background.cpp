// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/background.h"

#include "api/campaigns.h"
#include "api/stores.h"
#include "campaigns/campaign_store.h"
#include "runtime/unfinished_imports.h"
#include "sync/store_connections.h"

#include <algorithm>
#include <chrono>

namespace shopbell {

namespace {

constexpr std::chrono::milliseconds lookEvery = std::chrono::seconds(15);
constexpr Duration syncEvery = std::chrono::minutes(5);
constexpr Duration sendAgainAfter = std::chrono::minutes(5);

}  // namespace

void Background::start()
{
    m_engineThread.post([this] {
        for (const auto& import : listUnfinishedImports(m_writing.db)) {
            m_engine.submit(import);
        }
        look();
    });
}

void Background::look()
{
    if (m_stopped) {
        return;
    }
    if (m_writing.wrote) {
        m_writing.wrote();  // another process may have written, or the computer slept through a timer
    }
    const auto now = m_writing.clock.now();
    StoreConnections connections(m_writing.db, m_writing.clock);
    if (const auto stores = connections.listAll()) {
        for (const auto& store : *stores) {
            const auto health = connections.loadHealth(store.id);
            const bool known = m_syncing.contains(store.id);
            if (store.paused || known || !health || now < health->nextTry || now - health->lastSuccess < syncEvery) {
                continue;
            }
            m_syncing.insert(store.id);
            m_engine.submit(SyncStore{store.id, false}, [this, id = store.id](const auto&) {
                m_engineThread.post([this, id] { m_syncing.erase(id); });
            });
        }
    }
    CampaignStore campaigns(m_writing.db, m_writing.clock);
    if (const auto all = campaigns.listAll(); all && !m_writing.settings.sendingLocked) {
        for (const auto& campaign : *all) {
            const bool due = campaign.state == CampaignState::Sending ||
                             (campaign.state == CampaignState::Scheduled && campaign.scheduledFor <= now);
            const auto last = m_sent.find(campaign.id);
            if (!due || (last != m_sent.end() && now - last->second < sendAgainAfter)) {
                continue;
            }
            m_sent[campaign.id] = now;
            m_engine.submit(SendCampaign{campaign.id});
        }
    }
    m_engineThread.postAfter(lookEvery, [this] { look(); });
}

}  // namespace shopbell
