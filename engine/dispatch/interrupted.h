// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "db/connection.h"
#include "dispatch/ledger.h"
#include "profiles/change_sink.h"
#include "providers/message_provider.h"

#include <cstdint>
#include <functional>

namespace shopbell {

struct Settled {
    std::int64_t accepted = 0;  ///< the provider had taken them
    std::int64_t again = 0;     ///< certainly not sent, or cannot be doubled: they go out now
    std::int64_t unknown = 0;   ///< may or may not have gone: shown to the owner, never resent by itself
};

/// Settles what a crash left at `sending`: asks the provider where it can tell, puts back what is certain not to have
/// been sent or cannot be doubled, marks the rest `unknown`. Once, when an engine begins to act, before anything is
/// leased. The function may answer nullptr where a provider cannot be had.
[[nodiscard]] Result<Settled>
settleInterrupted(db::Connection& connection, ChangeSink& changes, const Clock& clock,
                  const std::function<MessageProvider*(const LedgerMessage&)>& providerOf);

}  // namespace shopbell
