// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/aliases.h"
#include "history/columns.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace shopbell {

/// One event on its way from the log into columns. `profile` is the number it was stored under.
struct LoggedEvent {
    std::int64_t row = 0;
    std::int64_t at = 0;
    std::int64_t value = noValue;
    ProfileNumber profile = 0;
};

/// The order of columns: by instant, then by row.
[[nodiscard]] inline bool isEarlier(const LoggedEvent& a, const LoggedEvent& b)
{
    return a.at != b.at ? a.at < b.at : a.row < b.row;
}

/// The base of one metric: owns the arrays that MetricColumns shows. Made by ColumnBuilder alone.
class ColumnSet final : public MetricColumns {
public:
    [[nodiscard]] std::span<const std::uint32_t> lastRank() const override;
    [[nodiscard]] std::int64_t row(std::uint32_t rankOfEvent) const { return m_rowView[rankOfEvent]; }
    /// Every event of the metric up to this log row is in, or was taken out for good.
    [[nodiscard]] std::int64_t through() const { return m_through; }
    [[nodiscard]] const std::shared_ptr<const Aliases>& aliases() const { return m_aliases; }
    /// True when `newer` moves nobody who has events here.
    [[nodiscard]] bool suits(const Aliases& newer) const;
    /// The rank of the event with this log row, whose profile (as stored) and instant are known.
    [[nodiscard]] std::optional<std::uint32_t> findRank(std::int64_t row, ProfileNumber profile, std::int64_t at) const;
    [[nodiscard]] std::size_t bytes() const;

private:
    friend class ColumnBuilder;
    std::int64_t m_through = 0;
    std::shared_ptr<const Aliases> m_aliases;
    PackedColumn m_at;
    std::vector<ProfileNumber> m_profiles;
    PackedColumn m_rows;
    PackedView m_rowView;
    std::vector<std::int32_t> m_narrow;
    std::vector<std::int64_t> m_wide;
    std::vector<std::uint32_t> m_offsets;
    std::vector<std::uint32_t> m_ranks;
    std::vector<std::int32_t> m_narrowByProfile;
    std::vector<std::int64_t> m_wideByProfile;
    mutable std::once_flag m_lastRankOnce;
    mutable std::vector<std::uint32_t> m_lastRank;
};

/// Takes events ascending by (instant, row), then makes the ColumnSet.
class ColumnBuilder {
public:
    ColumnBuilder(std::size_t expected, std::shared_ptr<const Aliases> aliases);
    void add(std::int64_t row, std::int64_t at, std::int64_t value, ProfileNumber profile);
    [[nodiscard]] std::shared_ptr<const ColumnSet> finish(std::int64_t through);

private:
    void chooseValueWidth();
    void groupByProfile();

    std::shared_ptr<ColumnSet> m_set;
    std::size_t m_expected;
};

/// A base with the tail of one view.
class TailedColumns final : public MetricColumns {
public:
    /// `fresh`: living events, resolved profiles, any order.
    TailedColumns(std::shared_ptr<const ColumnSet> base, std::vector<LoggedEvent> fresh);
    [[nodiscard]] std::span<const std::uint32_t> lastRank() const override { return m_base->lastRank(); }
    [[nodiscard]] const std::shared_ptr<const ColumnSet>& base() const { return m_base; }

private:
    std::shared_ptr<const ColumnSet> m_base;
    std::vector<ProfileNumber> m_profile;
    std::vector<std::int64_t> m_at;
    std::vector<std::int64_t> m_value;
    std::vector<std::int64_t> m_row;
    std::vector<ProfileNumber> m_touched;
    std::vector<std::uint32_t> m_begins;
    std::vector<std::uint32_t> m_order;
};

/// A new base: the old one (may be null) without `removed` (ascending ranks), with `added` (any order).
[[nodiscard]] std::shared_ptr<const ColumnSet> makeMerged(const ColumnSet* base, std::span<const std::uint32_t> removed,
                                                          std::vector<LoggedEvent> added,
                                                          std::shared_ptr<const Aliases> aliases, std::int64_t through);

}  // namespace shopbell
