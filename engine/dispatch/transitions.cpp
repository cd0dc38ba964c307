// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/transitions.h"

#include <algorithm>
#include <array>
#include <utility>

namespace shopbell {

namespace {

using State = MessageState;

constexpr std::array moves{
    std::pair{State::Planned, State::Queued},    std::pair{State::Planned, State::Skipped},
    std::pair{State::Planned, State::Cancelled}, std::pair{State::Queued, State::Sending},
    std::pair{State::Queued, State::Skipped},    std::pair{State::Queued, State::Planned},
    std::pair{State::Queued, State::Cancelled},  std::pair{State::Sending, State::Accepted},
    std::pair{State::Sending, State::Failed},    std::pair{State::Sending, State::Unknown},
    std::pair{State::Sending, State::Queued},    std::pair{State::Unknown, State::Accepted},
    std::pair{State::Unknown, State::Failed},
};

}  // namespace

bool mayMove(MessageState from, MessageState to)
{
    return std::find(moves.begin(), moves.end(), std::pair{from, to}) != moves.end();
}

bool isFinal(MessageState state)
{
    return state == State::Accepted || state == State::Failed || state == State::Skipped || state == State::Cancelled;
}

}  // namespace shopbell
