// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "db/connection.h"
#include "dispatch/ledger.h"
#include "dispatch/wire_record.h"
#include "profiles/change_sink.h"
#include "profiles/profile_store.h"
#include "providers/message_provider.h"

#include <cstdint>
#include <functional>

namespace shopbell {

struct Settled {
    std::int64_t accepted = 0;  ///< the provider had taken them
    std::int64_t failed = 0;    ///< the provider had refused them
    std::int64_t again = 0;     ///< certainly not sent, or cannot be doubled: they wait to go out once more
    std::int64_t unknown = 0;   ///< may or may not have gone: shown to the owner, never resent by itself
};

/// Settles what a crash left at `sending`. An answer in the journal is taken as if it had just come; what was leased
/// and never begun goes back to `queued`; of the rest the provider is asked where it can tell, what cannot be doubled
/// goes back too, and what remains is `unknown`. Once, when an engine begins to act, before anything is leased. The
/// function is only called where the journal does not say enough, and may answer nullptr where a provider cannot be
/// had.
[[nodiscard]] Result<Settled>
settleInterrupted(db::Connection& connection, ProfileStore& profiles, ChangeSink& changes, const Clock& clock,
                  const WireTraces& traces, const std::function<MessageProvider*(const LedgerMessage&)>& providerOf);

}  // namespace shopbell
