// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/transaction.h"
#include "history/derived_file.h"
#include "history/event_log.h"
#include "history/key_index.h"
#include "history/log_rows.h"
#include "history/property_codec.h"
#include "history/sealing_thread.h"
#include "history/shelf.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace shopbell {

/// Events that gather in memory before they are sealed, and rows that are sealed at once when the file is made anew.
inline constexpr std::size_t sealAt = 524'288;
/// Events that may gather while a sealing is at work (merging the largest runs takes some seconds); then appending
/// waits for it, so that memory stays bounded.
inline constexpr std::size_t mostUnsealed = 4 * sealAt;
/// What closing may write anew to keep runs few; larger merges wait for the next sealing.
inline constexpr std::int64_t mostMergedAtClose = 2'000'000;

/// What the present transaction has written and nobody sees yet.
struct InFlight {
    struct Row {
        std::int64_t metric = 0;
        LoggedEvent event;
        std::int64_t flags = 0;
        std::uint64_t hash = 0;
        VoidedEvent voided;  ///< row 0: none
    };
    std::vector<Row> rows;
    std::vector<std::pair<ProfileNumber, ProfileNumber>> merged;
};

/// What EventLog keeps between calls: how it stays in step with the file (log_state.cpp), finds keys (log_keys.cpp) and
/// seals (log_sealing.cpp). Engine thread, but for the view.
struct LogState {
    LogState(const db::Workspace& place, db::Connection& connection)
        : writer(connection), shelf(std::make_shared<Shelf>(place)), encoder(connection), sealer(place, shelf)
    {
    }

    db::Connection& writer;
    std::shared_ptr<Shelf> shelf;
    std::unordered_map<std::string, MetricId> metrics;  ///< committed ones
    bool namesMoved = false;                            ///< another connection may have added some
    Aliases aliases;                                    ///< with those in flight
    std::unique_ptr<DerivedFile> derived;
    KeyIndex keys;
    bool aliasesMoved = false;                ///< the shelf's may not be what is committed
    std::optional<std::int64_t> dataVersion;  ///< SQLite's; changes when another connection commits
    std::int64_t last = 0;                    ///< the last row known, in flight or not
    InFlight inFlight;
    PropertyDecoder decoder;
    PropertyEncoder encoder;
    std::string encoded;  ///< of the batch being written
    mutable std::mutex viewMutex;
    mutable std::weak_ptr<const HistoryView> newestView;

    // Keeping step with the file.
    Result<void> loadNames();
    Result<void> reloadAliases();
    Result<void> begin();
    Result<void> forgetRolledBack();
    Result<bool> stands(const InFlight::Row& row);
    Result<void> takeIn(std::int64_t after, std::int64_t upTo);
    Result<void> collect(const LogRow& row, Shelf::Arrivals& arrivals);
    void renewView();

    // Sealing.
    Result<void> sealNow(std::int64_t mostMerged);
    void startSealing(std::int64_t mostMerged);
    Result<void> settle();
    Result<void> meetDerived();
    Result<void> sealedUpTo();
    void sealWhenFull();
    Result<void> sealFromLog(std::int64_t upTo);
    void eraseFromDerived(std::span<const std::pair<ProfileNumber, std::int64_t>> erased);
    void repair();
    std::int64_t sealedThrough = 0;   ///< rows up to here are on no shelf
    std::int64_t metGeneration = -1;  ///< of the derived file: what shelf and keys are in line with
    SealingThread sealer;

    // Keys.
    /// As long as one verb looks keys up: the file cannot change under it, whoever seals.
    struct KeysHeld {
        LogState& state;
        ~KeysHeld() { state.keyReading.reset(); }
    };
    std::optional<db::Transaction> keyReading;
    Result<void> loadKeys();
    Result<void> loadKeysAnew();
    std::vector<std::int64_t> candidates;
    struct Standing {
        std::int64_t row = 0;
        ProfileNumber profile = 0;
        std::int64_t at = 0;
        std::int64_t value = noValue;
        std::string properties;
    };
    Result<std::int64_t> findStanding(ProfileNumber profile, const NewEvent& event, std::uint64_t hash,
                                      std::span<const NewEvent> events, std::span<const std::uint32_t> accepted,
                                      std::int64_t firstRow);
    Result<std::optional<Standing>> loadStanding(ProfileNumber profile, const NewEvent& event);
    ProfileNumber living(ProfileId profile) const { return aliases.resolve(static_cast<ProfileNumber>(profile.value)); }
    Result<void> write(const LogRow& row, std::uint64_t hash, const VoidedEvent& voidedRow);
};

}  // namespace shopbell
