// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "model/message.h"
#include "profiles/change_sink.h"

#include <string>
#include <string_view>

namespace shopbell {

/// What the history is told of a message, beside its ledger row.
struct MessageStory {
    std::string originName;  ///< "Singles' Day"
    std::string subject;
};

/// A Received Email event (other channels: none yet), once per message: its unique id is the ledger's number.
[[nodiscard]] Result<void> recordReceived(ChangeSink& changes, const LedgerMessage& message, const MessageStory& story,
                                          Instant at);
/// A Bounced Email event with the server's words.
[[nodiscard]] Result<void> recordBounced(ChangeSink& changes, const LedgerMessage& message, const MessageStory& story,
                                         std::string_view reply, Instant at);

}  // namespace shopbell
