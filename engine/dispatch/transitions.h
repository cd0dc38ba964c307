// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/message.h"

namespace shopbell {

/// Every move that a message may make; anything else is refused by the ledger. The enum's numbers are stored.
///
///   planned → queued, skipped, cancelled        queued  → sending, skipped, planned, cancelled
///   sending → accepted, failed, unknown, queued (only when it is certain that nothing was sent)
///   unknown → accepted, failed (evidence came, or the owner decided)
[[nodiscard]] bool mayMove(MessageState from, MessageState to);
/// Nothing more will happen to it by itself.
[[nodiscard]] bool isFinal(MessageState state);

}  // namespace shopbell
