// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "db/workspace.h"
#include "history/aliases.h"
#include "history/column_set.h"
#include "history/history_view.h"
#include "history/property_codec.h"
#include "history/property_shelf.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace shopbell {

/// An event that stands no longer: replaced or taken back by the row `by`.
struct VoidedEvent {
    std::int64_t row = 0;
    std::int64_t by = 0;
    std::int64_t at = 0;
    ProfileNumber profile = 0;  ///< as stored
};

/// What the log and its views share: the bases of all metrics and what came after them. One mutex guards the pointers;
/// what they point to is immutable, or grows only at its end in row order, so that a view takes what is at or below its
/// own last row.
class Shelf {
public:
    /// What is not sealed in the derived file, by row: everything after row `from`.
    struct Recent {
        std::int64_t from = 0;
        std::vector<LoggedEvent> events;
        std::vector<VoidedEvent> voided;
    };
    struct Head {
        std::shared_ptr<const ColumnSet> base;  ///< null: not in memory
        std::shared_ptr<Recent> recent;
    };
    using Heads = std::vector<Head>;  ///< by metric id
    using Names = std::vector<std::string>;

    /// What one view sees.
    struct Moment {
        std::int64_t through = 0;
        std::int64_t erasures = 0;  ///< how many there were
        ProfileNumber profileEnd = 0;
        std::shared_ptr<const Heads> heads = std::make_shared<Heads>();
        std::shared_ptr<const Names> names = std::make_shared<Names>();
        std::shared_ptr<const Aliases> aliases = std::make_shared<Aliases>();
    };

    explicit Shelf(db::Workspace workspace) : m_workspace(std::move(workspace)) {}

    [[nodiscard]] Moment now() const;

    // The writer's side.
    struct Arrivals {
        std::vector<std::pair<std::int64_t, LoggedEvent>> events;  ///< metric id, event; by row
        std::vector<std::pair<std::int64_t, VoidedEvent>> voided;
        std::vector<std::pair<ProfileNumber, std::int64_t>> erased;  ///< profile, and the row before which
        std::int64_t through = 0;
    };
    void take(const Arrivals& arrivals);
    /// Before anything else: what the derived file holds already.
    void begin(std::int64_t sealedThrough, ProfileNumber profileEnd);
    /// What the derived file does not hold up to `through`, by metric.
    void listUnsealed(std::int64_t through, std::vector<std::pair<std::int64_t, std::vector<LoggedEvent>>>& events,
                      std::vector<std::pair<std::int64_t, VoidedEvent>>& voided) const;
    [[nodiscard]] std::size_t unsealedCount() const;
    /// The derived file now holds everything up to this row.
    void sealed(std::int64_t through);
    /// A view met damage in the derived file; true once after that.
    [[nodiscard]] bool takeDamage() { return m_damaged.exchange(false); }
    /// The derived file was replaced: readers of the old one are of no use.
    void forgetDerivedReaders();
    void setNames(Names names);
    void setAliases(Aliases aliases);

    // The views' side.
    /// The columns of one metric at a moment.
    [[nodiscard]] Result<std::shared_ptr<const TailedColumns>> columns(const Moment& moment, std::int64_t metric);

    /// columns() will not have to read the derived file.
    [[nodiscard]] bool isAtHand(const Moment& moment, std::int64_t metric);

    [[nodiscard]] Result<std::shared_ptr<const PropertyColumn>>
    propertyColumn(const TailedColumns& columns, std::int64_t metric, std::string_view path, const ReadingWatch& watch);
    [[nodiscard]] PropertyShelf& properties() { return m_properties; }

    struct ReadingTools {
        db::Connection connection;
        PropertyDecoder properties;
    };
    /// A reader's connection, lent for as long as the handle lives.
    class Reader {
    public:
        Reader(Shelf& shelf, ReadingTools tools) : m_shelf(&shelf), m_tools(std::move(tools)) {}
        Reader(Reader&& other) noexcept
            : m_shelf(std::exchange(other.m_shelf, nullptr)), m_tools(std::move(other.m_tools))
        {
        }
        Reader& operator=(Reader&&) = delete;
        ~Reader();
        [[nodiscard]] db::Connection& operator*() { return m_tools.connection; }
        [[nodiscard]] PropertyDecoder& properties() { return m_tools.properties; }

    private:
        Shelf* m_shelf;
        ReadingTools m_tools;
    };
    [[nodiscard]] Result<Reader> reader();

private:
    void ensureMetric(std::int64_t metric);
    [[nodiscard]] std::shared_ptr<const ColumnSet> findBase(const Moment& moment, std::int64_t metric);
    void install(const Moment& moment, std::int64_t metric, const std::shared_ptr<const ColumnSet>& base);
    [[nodiscard]] std::shared_ptr<const ColumnSet> loadBase(const Moment& moment, std::int64_t metric);
    /// A connection to the derived file, lent; nothing where it cannot be opened.
    struct DerivedReader {
        db::Connection connection;
        std::int64_t era = 0;
    };
    [[nodiscard]] std::optional<DerivedReader> lendDerived();
    void takeBack(DerivedReader reader);
    [[nodiscard]] Result<std::shared_ptr<const ColumnSet>> buildFromLog(const Moment& moment, std::int64_t metric);
    [[nodiscard]] std::vector<std::uint32_t> findVoided(const ColumnSet& base, std::vector<VoidedEvent>& voided,
                                                        std::vector<LoggedEvent>& fresh) const;

    const db::Workspace m_workspace;
    mutable std::mutex m_mutex;
    Moment m_now;
    /// What columns() gave last for a metric, and from what: given again while that is so.
    struct Given {
        std::int64_t lastEvent = 0;
        std::int64_t lastVoided = 0;
        std::int64_t erasures = 0;
        std::shared_ptr<const Aliases> aliases;
        std::shared_ptr<const TailedColumns> columns;
    };
    std::vector<Given> m_given;            ///< by metric
    std::vector<std::uint64_t> m_lastUse;  ///< by metric: when its columns were last asked for
    std::uint64_t m_uses = 0;
    std::int64_t m_sealed = 0;   ///< the derived file holds everything up to this row
    std::size_t m_unsealed = 0;  ///< events taken since it was sealed
    std::vector<ReadingTools> m_idleReaders;
    std::vector<db::Connection> m_idleDerived;
    std::int64_t m_derivedEra = 0;  ///< counts forgetDerivedReaders()
    std::atomic<bool> m_damaged = false;
    PropertyShelf m_properties;
    std::array<std::mutex, 16> m_loading;  ///< by metric: what one thread loads, others wait for
};

}  // namespace shopbell
