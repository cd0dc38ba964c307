// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/log_state.h"

#include <algorithm>
#include <map>

namespace shopbell {

/// What is on the shelf goes into the derived file. Failing costs memory and time at the next start, nothing else.
Result<void> LogState::seal()
{
    if (!derived->isUsable()) {
        return {};
    }
    if (auto saved = shelf->properties().save(derived->connection()); !saved) {
        return saved;
    }
    if (derived->through() != sealedThrough) {
        if (auto same = sealedUpTo(); !same) {
            return same;
        }
    }
    const std::int64_t through = shelf->now().through;
    if (sealedThrough >= through || derived->through() != sealedThrough) {
        return {};
    }
    DerivedFile::Sealing sealing;
    sealing.from = sealedThrough;
    shelf->listUnsealed(through, sealing.events, sealing.voided);
    sealing.keys = keys.listFresh(through);
    sealing.newThrough = through;
    auto sealed = derived->seal(sealing, writer);
    if (!sealed) {
        return fail(sealed.error());
    }
    return sealedUpTo();
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
    if (shelf->unsealedCount() < sealAt || !derived->isUsable()) {
        return;
    }
    if (!seal()) {
        repair();
    }
}

/// Seals rows of the log that are not on the shelf: a file begun anew.
Result<void> LogState::sealFromLog(std::int64_t upTo)
{
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
    derived->startAnew();
    shelf->forgetDerivedReaders();
    if (!sealFromLog(sealedThrough)) {
        derived->startAnew();
    }
}

}  // namespace shopbell
