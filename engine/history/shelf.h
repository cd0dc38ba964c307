// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "db/workspace.h"
#include "history/aliases.h"
#include "history/column_set.h"
#include "history/history_view.h"
#include "history/property_codec.h"

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

/// What the log and its views share: the bases of all metrics and what came after them. One mutex guards the pointers; what
/// they point to is immutable, or grows only at its end in row order, so that a view takes what is at or below its own
/// last row.
class Shelf {
public:
    /// What came after the base, by row.
    struct Recent {
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
    void setNames(Names names);
    void setAliases(Aliases aliases);

    // The views' side.
    /// The columns of one metric at a moment.
    [[nodiscard]] Result<std::shared_ptr<const TailedColumns>> columns(const Moment& moment, std::int64_t metric);

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
    [[nodiscard]] std::vector<std::uint32_t> findVoided(const ColumnSet& base, std::vector<VoidedEvent>& voided,
                                                        std::vector<LoggedEvent>& fresh) const;

    const db::Workspace m_workspace;
    mutable std::mutex m_mutex;
    Moment m_now;
    std::vector<ReadingTools> m_idleReaders;
};

}  // namespace shopbell
