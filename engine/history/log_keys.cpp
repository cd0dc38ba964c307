// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/log_state.h"
#include "history/run_io.h"

#include <algorithm>

namespace shopbell {

/// Opens the reading of the derived file that lookups go on in (see KeysHeld), with the filters of exactly that state.
Result<void> LogState::loadKeys()
{
    constexpr int attempts = 4;
    Result<void> loaded;
    for (int attempt = 0; attempt < attempts && derived->isUsable(); ++attempt) {
        auto reading = db::Transaction::beginReading(derived->connection());
        if (!reading) {
            return fail(reading.error());
        }
        loaded = derived->refresh();
        if (loaded && derived->generation() == metGeneration && derived->through() >= sealedThrough) {
            loaded = keys.load(*derived, sealer.newKeysOf(metGeneration));
            if (loaded) {
                keyReading.emplace(std::move(*reading));
                return {};
            }
        }
        {
            const db::Transaction ended = std::move(*reading);
        }
        if (!loaded) {
            repair();
        }
        // Somebody has sealed since, or it lacks what is on no shelf any more: they are brought in line first.
        if (auto met = meetDerived(); !met) {
            repair();
        }
    }
    if (!derived->isUsable()) {
        return {};
    }
    return loaded ? derivedDamaged("it does not stay in line with the log") : loaded;
}

/// The row of the standing event with this event's key; 0: none. `accepted` are places in `events` that are about to
/// be written from firstRow on.
Result<std::int64_t> LogState::findStanding(ProfileNumber profile, const NewEvent& event, std::uint64_t hash,
                                            std::span<const NewEvent> events, std::span<const std::uint32_t> accepted,
                                            std::int64_t firstRow)
{
    candidates.clear();
    const auto& former = aliases.formerOf(profile);
    const auto lookUp = [&]() -> Result<void> {
        if (auto found = keys.findRows(*derived, hash, candidates); !found) {
            return found;
        }
        for (const ProfileNumber id : former) {
            const auto its = hashEventKey(id, event.metric.value, event.at.ms, event.uniqueId);
            if (auto found = keys.findRows(*derived, its, candidates); !found) {
                return found;
            }
        }
        return {};
    };
    if (!lookUp()) {
        candidates.clear();
        if (auto loaded = loadKeysAnew(); !loaded) {
            return fail(loaded.error());
        }
        if (auto again = lookUp(); !again) {
            return fail(again.error());
        }
    }
    if (candidates.empty()) {
        return 0;
    }
    // All rows of the key are here: what replaces or takes back one of them has the same key.
    std::vector<std::int64_t> standing;
    std::vector<std::int64_t> gone;
    for (const std::int64_t row : candidates) {
        if (row >= firstRow) {
            const NewEvent& other = events[accepted[static_cast<std::size_t>(row - firstRow)]];
            if (living(other.profile) == profile && other.metric == event.metric && other.uniqueId == event.uniqueId &&
                (!event.uniqueId.empty() || other.at == event.at)) {
                standing.push_back(row);
            }
            continue;
        }
        auto found = logRows::visit(writer, row, [&](const LogRow& there) {
            const bool same = aliases.resolve(static_cast<ProfileNumber>(there.profile)) == profile &&
                              there.metric == event.metric.value && there.uniqueId == event.uniqueId &&
                              (!event.uniqueId.empty() || there.at == event.at.ms);
            if (same && there.isEvent()) {
                standing.push_back(row);
            }
            if (same && there.replaces != 0) {
                gone.push_back(there.replaces);
            }
        });
        if (!found) {
            return fail(found.error());
        }
    }
    std::int64_t newest = 0;
    for (const std::int64_t row : standing) {
        if (std::ranges::find(gone, row) == gone.end()) {
            newest = std::max(newest, row);
        }
    }
    return newest;
}

Result<void> LogState::loadKeysAnew()
{
    repair();
    return loadKeys();
}

Result<std::optional<LogState::Standing>> LogState::loadStanding(ProfileNumber profile, const NewEvent& event)
{
    const auto hash = hashEventKey(profile, event.metric.value, event.at.ms, event.uniqueId);
    auto row = findStanding(profile, event, hash, {}, {}, last + 1);
    if (!row) {
        return fail(row.error());
    }
    if (*row == 0) {
        return std::optional<Standing>();
    }
    Standing standing;
    std::optional<Error> failure;
    auto found = logRows::visit(writer, *row, [&](const LogRow& stored) {
        standing = {*row, static_cast<ProfileNumber>(stored.profile), stored.at, stored.value, {}};
        auto decoded = decoder.decode(writer, stored.properties);
        if (decoded) {
            standing.properties = *decoded;
        } else {
            failure = decoded.error();
        }
    });
    if (!found) {
        return fail(found.error());
    }
    if (failure) {
        return fail(*failure);
    }
    return std::optional(std::move(standing));
}

}  // namespace shopbell
