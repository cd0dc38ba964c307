// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dispatch/ledger.h"
#include "dispatch/message_events.h"
#include "profiles/change_sink.h"
#include "profiles/profile_store.h"
#include "providers/message_provider.h"

#include <vector>

namespace shopbell {

/// What follows from a provider's answer to a message that stands at `sending`: adds the ledger's move, tells the
/// history, suppresses an address that does not exist. In the caller's transaction, engine thread.
[[nodiscard]] Result<void> takeAnswer(ProfileStore& profiles, ChangeSink& changes, const LedgerMessage& message,
                                      const MessageStory& story, const DeliveryResult& answer, Instant now,
                                      std::vector<Ledger::Move>& moves);

}  // namespace shopbell
