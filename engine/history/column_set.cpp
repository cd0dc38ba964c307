// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/column_set.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace shopbell {

namespace {

template <class T>
std::size_t bytesOf(const std::vector<T>& column)
{
    return column.capacity() * sizeof(T);
}

}  // namespace

std::span<const std::uint32_t> ColumnSet::lastRank() const
{
    std::call_once(m_lastRankOnce, [this] {
        m_lastRank.resize(profileEnd());
        for (std::size_t p = 0; p < m_lastRank.size(); ++p) {
            m_lastRank[p] = m_offsets[p] == m_offsets[p + 1] ? 0 : m_ranks[m_offsets[p + 1] - 1] + 1;
        }
    });
    return m_lastRank;
}

bool ColumnSet::suits(const Aliases& newer) const
{
    if (&newer == m_aliases.get()) {
        return true;
    }
    return std::ranges::none_of(newer.all(), [this](const auto& pair) { return !ranksOf(pair.first).empty(); });
}

std::optional<std::uint32_t> ColumnSet::findRank(std::int64_t wanted, ProfileNumber storedProfile,
                                                 std::int64_t ms) const
{
    const auto ranks = ranksOf(m_aliases->resolve(storedProfile));
    auto found = std::lower_bound(ranks.begin(), ranks.end(), ms,
                                  [this](std::uint32_t r, std::int64_t bound) { return at.ms(r) < bound; });
    for (; found != ranks.end() && at.ms(*found) == ms; ++found) {
        if (row(*found) == wanted) {
            return *found;
        }
    }
    return std::nullopt;
}

std::size_t ColumnSet::bytes() const
{
    return m_at.bytes() + m_rows.bytes() + bytesOf(m_profiles) + bytesOf(m_narrow) + bytesOf(m_wide) +
           bytesOf(m_offsets) + bytesOf(m_ranks) + bytesOf(m_narrowByProfile) + bytesOf(m_wideByProfile) +
           std::size_t{profileEnd()} * sizeof(std::uint32_t);
}

ColumnBuilder::ColumnBuilder(std::size_t expected, std::shared_ptr<const Aliases> aliases)
    : m_set(std::make_shared<ColumnSet>()), m_expected(expected)
{
    m_set->m_aliases = std::move(aliases);
    m_set->m_at.reserve(expected);
    m_set->m_profiles.reserve(expected);
    m_set->m_rows.reserve(expected);
}

void ColumnBuilder::add(std::int64_t row, std::int64_t at, std::int64_t value, ProfileNumber profile)
{
    m_set->m_at.add(at);
    m_set->m_profiles.push_back(profile);
    m_set->m_rows.add(row);
    auto& values = m_set->m_wide;
    if (value != noValue && values.empty()) {
        values.reserve(m_expected);
        values.resize(m_set->m_profiles.size() - 1, noValue);
    }
    if (value != noValue || !values.empty()) {
        values.push_back(value);
    }
}

void ColumnBuilder::chooseValueWidth()
{
    ColumnSet& set = *m_set;
    if (set.m_wide.empty()) {
        return;
    }
    std::int64_t scale = 1'000'000;
    std::int64_t largest = 0;
    for (const std::int64_t value : set.m_wide) {
        if (value == noValue) {
            continue;
        }
        while (value % scale != 0) {
            scale /= 10;
        }
        largest = std::max(largest, value < 0 ? -(value + 1) : value);
    }
    if (largest / scale >= std::numeric_limits<std::int32_t>::max()) {
        set.value = ValueColumn(set.m_wide);
        return;
    }
    set.m_narrow.reserve(set.m_wide.size());
    for (const std::int64_t value : set.m_wide) {
        set.m_narrow.push_back(value == noValue ? noNarrowValue : static_cast<std::int32_t>(value / scale));
    }
    std::vector<std::int64_t>().swap(set.m_wide);
    set.value = ValueColumn(set.m_narrow, scale);
}

void ColumnBuilder::groupByProfile()
{
    ColumnSet& set = *m_set;
    const auto& profiles = set.m_profiles;
    const ProfileNumber end = profiles.empty() ? 0 : *std::ranges::max_element(profiles) + 1;
    set.m_offsets.assign(std::size_t{end} + 2, 0);
    // Counted two places on, so that after the sums offsets[p + 1] is where profile p begins: it then serves as the
    // place to write to, and ends up as the beginning of p + 1.
    for (const ProfileNumber p : profiles) {
        ++set.m_offsets[std::size_t{p} + 2];
    }
    std::partial_sum(set.m_offsets.begin(), set.m_offsets.end(), set.m_offsets.begin());
    set.m_ranks.resize(profiles.size());
    for (std::uint32_t rank = 0; rank < profiles.size(); ++rank) {
        set.m_ranks[set.m_offsets[std::size_t{profiles[rank]} + 1]++] = rank;
    }
    set.m_offsets.pop_back();
    const auto gather = [&](const auto& values, auto& grouped) {
        grouped.resize(values.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            grouped[i] = values[set.m_ranks[i]];
        }
    };
    gather(set.m_narrow, set.m_narrowByProfile);
    gather(set.m_wide, set.m_wideByProfile);
    if (!set.m_narrow.empty()) {
        set.value.visit(
            [&](auto, std::int64_t scale, auto) { set.valueByProfile = ValueColumn(set.m_narrowByProfile, scale); });
    } else if (!set.m_wide.empty()) {
        set.valueByProfile = ValueColumn(set.m_wideByProfile);
    }
}

std::shared_ptr<const ColumnSet> ColumnBuilder::finish(std::int64_t through)
{
    ColumnSet& set = *m_set;
    set.m_at.finish();
    set.m_rows.finish();
    set.m_rowView = set.m_rows.view();
    set.m_through = through;
    set.at = TimeColumn(set.m_at.view());
    set.profile = set.m_profiles;
    chooseValueWidth();
    groupByProfile();
    set.offsets = set.m_offsets;
    set.rank = set.m_ranks;
    return std::move(m_set);
}

TailedColumns::TailedColumns(std::shared_ptr<const ColumnSet> base, std::vector<LoggedEvent> fresh)
    : m_base(std::move(base))
{
    at = m_base->at;
    profile = m_base->profile;
    value = m_base->value;
    offsets = m_base->offsets;
    rank = m_base->rank;
    valueByProfile = m_base->valueByProfile;
    if (fresh.empty()) {
        return;
    }
    std::ranges::sort(fresh, isEarlier);
    for (const LoggedEvent& event : fresh) {
        m_profile.push_back(event.profile);
        m_at.push_back(event.at);
        m_value.push_back(event.value);
        m_row.push_back(event.row);
    }
    m_order.resize(fresh.size());
    std::iota(m_order.begin(), m_order.end(), 0);
    std::ranges::stable_sort(m_order, {}, [this](std::uint32_t i) { return m_profile[i]; });
    for (std::uint32_t k = 0; k < m_order.size(); ++k) {
        if (m_touched.empty() || m_touched.back() != m_profile[m_order[k]]) {
            m_touched.push_back(m_profile[m_order[k]]);
            m_begins.push_back(k);
        }
    }
    m_begins.push_back(static_cast<std::uint32_t>(m_order.size()));
    tail = {m_profile, m_at, m_value, m_row, m_touched, m_begins, m_order};
}

std::shared_ptr<const ColumnSet> makeMerged(const ColumnSet* base, std::span<const std::uint32_t> removed,
                                            std::vector<LoggedEvent> added, std::shared_ptr<const Aliases> aliases,
                                            std::int64_t through)
{
    std::ranges::sort(added, isEarlier);
    const std::uint32_t size = base == nullptr ? 0 : base->size();
    const Aliases& names = *aliases;
    ColumnBuilder builder(size - removed.size() + added.size(), aliases);
    auto next = added.begin();
    auto skipped = removed.begin();
    for (std::uint32_t rank = 0; rank < size; ++rank) {
        const std::int64_t ms = base->at.ms(rank);
        // Added rows are later than any row of the base, so at the same instant they come after it.
        for (; next != added.end() && next->at < ms; ++next) {
            builder.add(next->row, next->at, next->value, names.resolve(next->profile));
        }
        if (skipped != removed.end() && *skipped == rank) {
            ++skipped;
            continue;
        }
        builder.add(base->row(rank), ms, base->value.micros(rank), names.resolve(base->profile[rank]));
    }
    for (; next != added.end(); ++next) {
        builder.add(next->row, next->at, next->value, names.resolve(next->profile));
    }
    return builder.finish(through);
}

}  // namespace shopbell
