// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/log_state.h"

#include <algorithm>
#include <limits>
#include <map>

namespace shopbell {

/// What is on the shelf goes into the derived file, before this returns. Failing costs memory and time at the next
/// start, nothing else.
Result<void> LogState::sealNow(std::int64_t mostMerged)
{
    sealer.wait();
    if (auto settled = settle(); !settled) {
        return settled;
    }
    startSealing(mostMerged);
    sealer.wait();
    return settle();
}

/// The same, begun beside this thread.
void LogState::startSealing(std::int64_t mostMerged)
{
    if (!derived->isUsable() || sealer.isBusy()) {
        return;
    }
    SealingThread::Task task;
    task.token = derived->token();
    task.from = sealedThrough;
    task.mostMerged = mostMerged;
    if (derived->through() == sealedThrough) {
        task.through = shelf->now().through;
    }
    if (task.through > task.from) {
        task.keys = keys.freeze(task.through);
    }
    sealer.start(std::move(task));
}

/// Takes note of a sealing that has ended.
Result<void> LogState::settle()
{
    auto outcome = sealer.takeOutcome();
    if (!outcome) {
        return {};
    }
    if (!*outcome && outcome->error().kind != ErrorKind::Cancelled) {
        return fail(outcome->error());
    }
    return meetDerived();
}

/// Shelf and keys follow what the derived file holds by now, whoever has sealed.
Result<void> LogState::meetDerived()
{
    if (!derived->isUsable()) {
        return {};
    }
    if (auto refreshed = derived->refresh(); !refreshed) {
        return refreshed;
    }
    // The same generation may not have been followed yet: another process had sealed rows that were not seen here.
    if (derived->generation() == metGeneration && derived->through() == sealedThrough) {
        return {};
    }
    if (auto same = sealedUpTo(); !same) {
        return same;
    }
    metGeneration = derived->generation();
    return {};
}

/// Brings shelf and keys in line with what the derived file holds now.
Result<void> LogState::sealedUpTo()
{
    // Another process may have sealed less than this one had seen sealed, or more than it has seen at all.
    if (derived->through() < sealedThrough) {
        if (auto filled = sealFromLog(sealedThrough); !filled) {
            return filled;
        }
    }
    const std::int64_t through = std::min(derived->through(), shelf->now().through);
    if (through == derived->through()) {
        sealedThrough = through;
        shelf->sealed(through);
        keys.dropFresh(through);
    }
    return {};
}

void LogState::sealWhenFull()
{
    if (!derived->isUsable()) {
        return;
    }
    if (shelf->unsealedCount() >= mostUnsealed) {
        sealer.wait();
    }
    if (!settle()) {
        repair();
    }
    if (shelf->unsealedCount() >= sealAt) {
        startSealing(std::numeric_limits<std::int64_t>::max());
    }
}

void LogState::eraseFromDerived(std::span<const std::pair<ProfileNumber, std::int64_t>> erased)
{
    if (erased.empty() || !derived->isUsable()) {
        return;
    }
    // What is being sealed may have the person in it: it is given up, or it is done and erased from.
    sealer.cancel();
    if (!settle() || !derived->erase(erased, writer)) {
        repair();
    }
}

/// Seals rows of the log that are not on the shelf: a file begun anew.
Result<void> LogState::sealFromLog(std::int64_t upTo)
{
    sealer.cancel();
    while (derived->isUsable() && derived->through() < upTo) {
        DerivedFile::Sealing sealing;
        sealing.from = derived->through();
        std::map<std::int64_t, std::vector<LoggedEvent>> events;
        Shelf::Arrivals arrivals;
        std::size_t count = 0;
        std::optional<Error> failure;
        auto read = logRows::forEachKey(writer, derived->through(), upTo, [&](const LogRow& row) {
            if (auto collected = collect(row, arrivals); !collected) {
                failure = collected.error();
                return false;
            }
            if ((row.flags & flagErased) == 0) {
                const auto hash = hashEventKey(row.profile, row.metric, row.at, row.uniqueId);
                sealing.keys.push_back({hash >> keyPrefixShift, row.row});
            }
            sealing.newThrough = row.row;
            return ++count < sealAt;
        });
        if (!read) {
            return read;
        }
        if (failure) {
            return fail(*failure);
        }
        if (count < sealAt) {
            sealing.newThrough = upTo;
        }
        for (auto& [metric, event] : arrivals.events) {
            events[metric].push_back(event);
        }
        for (auto& [metric, its] : events) {
            sealing.events.emplace_back(metric, std::move(its));
        }
        sealing.voided = std::move(arrivals.voided);
        auto sealed = derived->seal(sealing, writer);
        if (!sealed) {
            return fail(sealed.error());
        }
    }
    return {};
}

/// The derived file is damaged: it is made anew from the log, up to where it was before.
void LogState::repair()
{
    keyReading.reset();
    sealer.letGo();
    (void)sealer.takeOutcome();
    keys.forgetSealed();
    derived->startAnew();
    shelf->forgetDerivedReaders();
    if (!sealFromLog(sealedThrough)) {
        derived->startAnew();
    }
    metGeneration = derived->generation();
}

}  // namespace shopbell
