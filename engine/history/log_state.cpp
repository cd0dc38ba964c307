// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/log_state.h"

#include <algorithm>

namespace shopbell {

namespace {

constexpr std::string_view sqlMetrics = "SELECT id, name FROM metric";
constexpr std::string_view sqlDataVersion = "PRAGMA data_version";
constexpr std::string_view sqlFindAlias = "SELECT new_id FROM profile_alias WHERE old_id = ?1";

}  // namespace

Result<void> LogState::loadNames()
{
    Shelf::Names names;
    metrics.clear();
    auto read = writer.each(sqlMetrics, [&](db::Statement& row) {
        const auto id = static_cast<std::size_t>(row.integer(0));
        names.resize(std::max(names.size(), id + 1));
        names[id] = row.text(1);
        metrics.emplace(names[id], MetricId{row.integer(0)});
    });
    if (!read) {
        return fail(read.error());
    }
    shelf->setNames(std::move(names));
    namesMoved = false;
    return {};
}

Result<void> LogState::reloadAliases()
{
    auto loaded = Aliases::load(writer);
    if (!loaded) {
        return fail(loaded.error());
    }
    aliases = std::move(*loaded);
    return {};
}

Result<bool> LogState::stands(const InFlight::Row& row)
{
    bool same = false;
    auto found = logRows::visit(writer, row.event.row, [&](const LogRow& stored) {
        same = stored.profile == row.event.profile && stored.metric == row.metric && stored.at == row.event.at &&
               stored.flags == row.flags;
    });
    if (!found) {
        return fail(found.error());
    }
    return same;
}

/// Rows in flight that a rollback removed are undone in memory. Rolled back is always an end of them.
Result<void> LogState::forgetRolledBack()
{
    if (!inFlight.rows.empty()) {
        std::size_t kept = inFlight.rows.size();
        auto whole = stands(inFlight.rows.back());
        if (!whole) {
            return fail(whole.error());
        }
        if (!*whole) {
            std::size_t low = 0;
            std::size_t high = inFlight.rows.size() - 1;
            while (low < high) {
                const std::size_t middle = low + (high - low) / 2;
                auto there = stands(inFlight.rows[middle]);
                if (!there) {
                    return fail(there.error());
                }
                *there ? low = middle + 1 : high = middle;
            }
            kept = low;
        }
        for (std::size_t k = inFlight.rows.size(); k > kept; --k) {
            const InFlight::Row& gone = inFlight.rows[k - 1];
            keys.remove(gone.hash, gone.event.row);
            last = gone.event.row - 1;
        }
        if (kept < inFlight.rows.size()) {
            inFlight.rows.resize(kept);
            encoder.forget();
            decoder = PropertyDecoder();
        }
    }
    bool forgotten = false;
    while (!inFlight.merged.empty()) {
        auto stored = writer.findInteger(sqlFindAlias, std::int64_t{inFlight.merged.back().first});
        if (!stored) {
            return fail(stored.error());
        }
        if (*stored) {
            break;
        }
        inFlight.merged.pop_back();
        forgotten = true;
    }
    return forgotten ? reloadAliases() : Result<void>();
}

Result<void> LogState::collect(const LogRow& row, Shelf::Arrivals& arrivals)
{
    if (row.profile < 0 || row.profile > maxProfileNumber) {
        return {};
    }
    const auto profile = static_cast<ProfileNumber>(row.profile);
    arrivals.through = row.row;
    if ((row.flags & flagErased) != 0) {
        arrivals.erased.push_back({profile, row.row});
        return {};
    }
    if (row.replaces != 0) {
        auto found = logRows::visit(writer, row.replaces, [&](const LogRow& victim) {
            if (victim.profile >= 0 && victim.profile <= maxProfileNumber) {
                arrivals.voided.push_back(
                    {victim.metric, {victim.row, row.row, victim.at, static_cast<ProfileNumber>(victim.profile)}});
            }
        });
        if (!found) {
            return fail(found.error());
        }
    }
    if (row.isEvent()) {
        arrivals.events.push_back({row.metric, {row.row, row.at, row.value, profile}});
    }
    return {};
}

/// Rows that are committed and not known here yet: written by another process, or before this one.
Result<void> LogState::takeIn(std::int64_t after, std::int64_t upTo)
{
    constexpr std::size_t slab = 65536;
    while (after < upTo) {
        Shelf::Arrivals arrivals;
        std::size_t count = 0;
        std::optional<Error> failure;
        auto read = logRows::forEachKey(writer, after, upTo, [&](const LogRow& row) {
            if (auto collected = collect(row, arrivals); !collected) {
                failure = collected.error();
                return false;
            }
            if ((row.flags & flagErased) == 0) {
                keys.add(hashEventKey(row.profile, row.metric, row.at, row.uniqueId), row.row);
            }
            arrivals.through = row.row;
            return ++count < slab;
        });
        if (!read) {
            return fail(read.error());
        }
        if (failure) {
            return fail(*failure);
        }
        if (count == 0) {
            break;
        }
        after = arrivals.through;
        shelf->take(arrivals);
        last = std::max(last, after);
        eraseFromDerived(arrivals.erased);
        sealWhenFull();
    }
    return {};
}

/// At the head of every verb, inside the transaction: undoes what was rolled back, takes in what others wrote.
Result<void> LogState::begin()
{
    if (auto forgotten = forgetRolledBack(); !forgotten) {
        return forgotten;
    }
    auto version = writer.findInteger(sqlDataVersion);
    if (!version) {
        return fail(version.error());
    }
    if (*version != dataVersion) {
        // Another connection has committed something.
        // Names are looked up in the file until it is certain which of them are committed.
        metrics.clear();
        namesMoved = true;
        if (auto loaded = reloadAliases(); !loaded) {
            return loaded;
        }
        aliasesMoved = true;
        dataVersion = *version;
    }
    if (namesMoved && !writer.isInTransaction()) {
        if (auto named = loadNames(); !named) {
            return named;
        }
    }
    if (aliasesMoved && !writer.isInTransaction()) {
        // Inside a transaction the table may show what is not committed; views wait for published().
        if (auto loaded = reloadAliases(); !loaded) {
            return loaded;
        }
        shelf->setAliases(aliases);
        inFlight.merged.clear();
        aliasesMoved = false;
    }
    std::int64_t newest = 0;
    auto found = logRows::visitLast(writer, [&](const LogRow& row) { newest = row.row; });
    if (!found) {
        return fail(found.error());
    }
    if (newest > last) {
        return takeIn(last, newest);
    }
    last = std::max(newest, last);
    return {};
}

Result<void> LogState::write(const LogRow& row, std::uint64_t hash, const VoidedEvent& voidedRow)
{
    if (auto inserted = logRows::insert(writer, row); !inserted) {
        return inserted;
    }
    last = row.row;
    inFlight.rows.push_back({row.metric,
                             {row.row, row.at, row.value, static_cast<ProfileNumber>(row.profile)},
                             row.flags,
                             hash,
                             voidedRow});
    if ((row.flags & flagErased) == 0) {
        keys.add(hash, row.row);
    }
    return {};
}

void LogState::renewView()
{
    const std::scoped_lock lock(viewMutex);
    newestView.reset();
}

}  // namespace shopbell
