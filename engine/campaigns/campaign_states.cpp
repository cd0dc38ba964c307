// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaigns/campaign_states.h"

#include <algorithm>
#include <array>
#include <utility>

namespace shopbell {

namespace {

using State = CampaignState;

constexpr std::array moves{
    std::pair{State::Draft, State::Scheduled},     std::pair{State::Draft, State::Sending},
    std::pair{State::Scheduled, State::Draft},     std::pair{State::Scheduled, State::Sending},
    std::pair{State::Scheduled, State::Cancelled}, std::pair{State::Sending, State::Paused},
    std::pair{State::Sending, State::Sent},        std::pair{State::Sending, State::Cancelled},
    std::pair{State::Paused, State::Sending},      std::pair{State::Paused, State::Cancelled},
};

}  // namespace

bool mayMove(CampaignState from, CampaignState to)
{
    return std::find(moves.begin(), moves.end(), std::pair{from, to}) != moves.end();
}

}  // namespace shopbell
