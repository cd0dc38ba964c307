// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/stores.h"
#include "runtime/contexts.h"

#include <string>

namespace shopbell {

/// Runs one sync to its end: pages are fetched on the job's thread while the engine thread applies the one before.
/// Waits of up to a minute that a store asks for are waited out here; longer ones end the sync with the reason.
[[nodiscard]] Result<SyncSummary> runStoreSync(JobContext& job, const SyncStore& command);
/// What a sync of this store is called among the busy things.
[[nodiscard]] inline std::string busyStore(ConnectionId store)
{
    return "store " + std::to_string(store.value);
}
/// The same with keys from elsewhere than the workspace's secret store.
[[nodiscard]] Result<SyncSummary> runStoreSyncWith(JobContext& job, const SyncStore& command, SecretStore* secrets);

}  // namespace shopbell
