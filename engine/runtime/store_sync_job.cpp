// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/store_sync_job.h"

#include "ingest/ingestor.h"
#include "runtime/busy_mark.h"
#include "sync/store_sync.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace shopbell {

namespace {

constexpr Duration longestWait = std::chrono::seconds(60);
constexpr Duration waitSlice = std::chrono::milliseconds(100);

void waitOut(Duration wait, const CancelToken& cancel)
{
    for (Duration waited{0}; waited < wait && !cancel.isCancelled(); waited += waitSlice) {
        std::this_thread::sleep_for(std::min(waitSlice, wait - waited));
    }
}

SyncSummary toSummary(const SyncCounts& counts, double seconds)
{
    SyncSummary summary;
    summary.customers = counts.customers;
    summary.orders = counts.orders;
    summary.products = counts.products;
    summary.categories = counts.categories;
    summary.coupons = counts.coupons;
    summary.newEvents = counts.newEvents;
    summary.setAside = counts.setAside;
    summary.warnings = counts.warnings;
    summary.seconds = seconds;
    return summary;
}

Result<SyncSummary> readStore(JobContext& job, const SyncStore& command, SecretStore* secrets)
{
    auto mark = BusyMark::take(job, busyStore(command.store),
                               say("store-syncing-already", "This store is being synced already."));
    if (!mark) {
        return fail(mark.error());
    }
    job.setSubject(command.store.value);
    job.notices().publish(Topic::Stores, command.store.value);
    const auto begun = std::chrono::steady_clock::now();
    auto sync = job.onEngine([&](WriteContext& writing) -> Result<std::shared_ptr<StoreSync>> {
        if (!writing.acting) {
            return fail(ErrorKind::Conflict, say("another-process-syncs", "Another process syncs this workspace. %1",
                                                 {writing.actingElsewhere}));
        }
        auto made = StoreSync::begin(command.store,
                                     {writing.db, writing.ingestor, secrets != nullptr ? *secrets : writing.secrets,
                                      job.http, job.clock, Random::fromSystem()},
                                     command.fromScratch);
        if (!made) {
            return fail(made.error());
        }
        return std::shared_ptr<StoreSync>(std::move(*made));
    });
    if (!sync) {
        return fail(sync.error());
    }
    std::shared_ptr<Fetched> fetched = (*sync)->fetch(job.cancel);
    std::optional<Error> problem;
    bool troubled = false;
    while (!job.cancel.isCancelled()) {
        auto applying = job.start([sync = *sync, fetched](WriteContext&) { return sync->apply(*fetched); });
        // The next page comes over the network while this one is written.
        std::shared_ptr<Fetched> next = (*sync)->fetch(job.cancel);
        auto step = applying.get();
        if (!step) {
            problem = step.error();
            break;
        }
        job.tell(Progress::Kind::Sync, step->words, step->done, step->total.value_or(0));
        if (step->finished) {
            problem = step->problem;
            break;
        }
        // What ails the store and when it is tried again is told while it waits, and again once it is over.
        if (step->wait || troubled) {
            job.notices().publish(Topic::Stores, command.store.value);
        }
        troubled = step->wait.has_value();
        if (step->wait) {
            if (*step->wait > longestWait) {
                problem = step->problem;
                break;
            }
            // What was fetched meanwhile is passed on all the same: apply() knows whether it follows what is stored.
            waitOut(*step->wait, job.cancel);
        }
        fetched = std::move(next);
    }
    auto counts = job.onEngine([&](WriteContext&) -> Result<SyncCounts> { return (*sync)->counts(); });
    job.notices().publish(Topic::Profiles);
    job.notices().publish(Topic::History);
    if (problem) {
        return fail(*problem);
    }
    if (job.cancel.isCancelled()) {
        return fail(ErrorKind::Cancelled,
                    say("sync-stopped", "The sync was stopped. The next one goes on where it was."));
    }
    if (!counts) {
        return fail(counts.error());
    }
    return toSummary(*counts, std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count());
}

}  // namespace

Result<SyncSummary> runStoreSync(JobContext& job, const SyncStore& command)
{
    return runStoreSyncWith(job, command, nullptr);
}

Result<SyncSummary> runStoreSyncWith(JobContext& job, const SyncStore& command, SecretStore* secrets)
{
    auto summary = readStore(job, command, secrets);
    // Only now is the store not busy any more.
    job.notices().publish(Topic::Stores, command.store.value);
    return summary;
}

}  // namespace shopbell
