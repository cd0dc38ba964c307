// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "history/packed_column.h"
#include "model/ids.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>

namespace shopbell {

/// Profiles are told apart in columns by the plain number of their id; merged profiles by the living one's.
using ProfileNumber = std::uint32_t;
inline constexpr std::int64_t maxProfileNumber = 1'000'000'000;

/// "This event has no value", in a wide and in a narrow column.
inline constexpr std::int64_t noValue = std::numeric_limits<std::int64_t>::min();
inline constexpr std::int32_t noNarrowValue = std::numeric_limits<std::int32_t>::min();

/// Ascending instants, exact to the millisecond, in three bytes each or so. Hot loops do not read it: they turn a bound
/// into a rank once, with countBefore() or countUpTo(), and compare ranks.
class TimeColumn {
public:
    TimeColumn() = default;
    explicit TimeColumn(PackedView packed) : m_packed(packed) {}
    [[nodiscard]] std::uint32_t size() const { return m_packed.size(); }
    [[nodiscard]] std::int64_t ms(std::uint32_t rank) const { return m_packed[rank]; }
    [[nodiscard]] Instant operator[](std::uint32_t rank) const { return {ms(rank)}; }
    [[nodiscard]] std::uint32_t countBefore(Instant bound) const;  ///< how many events have at < bound
    [[nodiscard]] std::uint32_t countUpTo(Instant bound) const;    ///< how many events have at <= bound

private:
    PackedView m_packed;
};

/// Values of events, exact. Narrow when every value of the column is a small multiple of one power of ten millionths:
/// then micros = narrow[i] * scale. Loops write one body for both: `column.visit([&](auto values, std::int64_t scale,
/// auto none) { … values[i] != none … })`. Nothing at all is stored where no event has a value: isEmpty().
class ValueColumn {
public:
    ValueColumn() = default;
    ValueColumn(std::span<const std::int32_t> narrow, std::int64_t scale) : m_narrow(narrow), m_scale(scale) {}
    explicit ValueColumn(std::span<const std::int64_t> wide) : m_wide(wide) {}

    [[nodiscard]] bool isEmpty() const { return m_narrow.empty() && m_wide.empty(); }
    /// Millionths, or noValue.
    [[nodiscard]] std::int64_t micros(std::uint32_t i) const
    {
        if (!m_narrow.empty()) {
            return m_narrow[i] == noNarrowValue ? noValue : m_narrow[i] * m_scale;
        }
        return m_wide.empty() ? noValue : m_wide[i];
    }
    /// function(values, scale, none): spans of int32 or int64. Not called when the column is empty.
    template <class Function>
    void visit(Function&& function) const
    {
        if (!m_narrow.empty()) {
            function(m_narrow, m_scale, noNarrowValue);
        } else if (!m_wide.empty()) {
            function(m_wide, std::int64_t{1}, noValue);
        }
    }

private:
    std::span<const std::int32_t> m_narrow;
    std::int64_t m_scale = 1;
    std::span<const std::int64_t> m_wide;
};

/// The newest events of a metric, not grouped into its base yet: at most a few thousand. Entry i of each span is one
/// event; i ascends by (instant, row). All their rows are later than any row of the base.
struct MetricTail {
    std::span<const ProfileNumber> profile;
    std::span<const std::int64_t> at;     ///< ms
    std::span<const std::int64_t> value;  ///< micros, or noValue
    std::span<const std::int64_t> row;
    /// The profiles that have events here, ascending; the events of touched[k] are order[begins[k]] …
    /// order[begins[k + 1] - 1], ascending in i.
    std::span<const ProfileNumber> touched;
    std::span<const std::uint32_t> begins;
    std::span<const std::uint32_t> order;

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(at.size()); }
    [[nodiscard]] bool isEmpty() const { return at.empty(); }
    [[nodiscard]] std::uint32_t countBefore(Instant bound) const;
    [[nodiscard]] std::uint32_t countUpTo(Instant bound) const;
    /// Indices i of one profile's events; empty when it has none here.
    [[nodiscard]] std::span<const std::uint32_t> ofProfile(ProfileNumber profileNumber) const;
};

/// Where an event stands in the columns of its metric.
struct EventPlace {
    std::uint32_t index = 0;  ///< rank in the base, or i in the tail
    bool inTail = false;
    Instant at;
    std::int64_t value = noValue;  ///< micros
};

/// All events of one metric, immutable and held by shared_ptr; any thread. Events taken back, replaced or erased are
/// not in it, merged profiles appear as the living one.
///
/// Base, time order: `at`, `profile`, `value`, indexed by *rank*, ascending by (instant, row). "In the last N days"
/// is the ranks from at.countBefore(from) up to at.countUpTo(now).
/// Base, profile order: the events of profile p are rank[offsets[p]] … rank[offsets[p + 1] - 1], ascending, for
/// p < profileEnd(); `valueByProfile` is parallel to `rank`. "At or before T" is rank < at.countUpTo(T).
/// Tail: see MetricTail. Additive questions (count, sum, bitmap of "any") run over both; others run over the base and
/// then settle tail.touched one by one with forEachOf(), which gives both in order.
class MetricColumns {
public:
    virtual ~MetricColumns() = default;

    TimeColumn at;
    std::span<const ProfileNumber> profile;
    ValueColumn value;
    std::span<const std::uint32_t> offsets;  ///< profileEnd() + 1 of them
    std::span<const std::uint32_t> rank;
    ValueColumn valueByProfile;
    MetricTail tail;

    [[nodiscard]] std::uint32_t size() const { return at.size(); }  ///< of the base
    [[nodiscard]] std::uint32_t eventCount() const { return at.size() + tail.size(); }
    [[nodiscard]] ProfileNumber profileEnd() const
    {
        return offsets.empty() ? 0 : static_cast<ProfileNumber>(offsets.size() - 1);
    }
    /// The base's events of one profile, ascending ranks.
    [[nodiscard]] std::span<const std::uint32_t> ranksOf(ProfileNumber profileNumber) const
    {
        return profileNumber < profileEnd()
                   ? rank.subspan(offsets[profileNumber], offsets[profileNumber + 1] - offsets[profileNumber])
                   : std::span<const std::uint32_t>();
    }
    /// Profile → rank of its latest base event plus one; 0: none. profileEnd() entries, four bytes each, made at the
    /// first call. "Any event from rank r on" is lastRank()[p] > r; right where the question has no end before the
    /// newest event.
    [[nodiscard]] virtual std::span<const std::uint32_t> lastRank() const = 0;

    /// function(EventPlace) for every event of one profile, base and tail, ascending by (instant, row).
    template <class Function>
    void forEachOf(ProfileNumber profileNumber, Function&& function) const
    {
        const auto ranks = ranksOf(profileNumber);
        const auto fresh = tail.isEmpty() ? std::span<const std::uint32_t>() : tail.ofProfile(profileNumber);
        std::size_t next = 0;
        for (std::size_t k = 0; k < ranks.size(); ++k) {
            const std::int64_t ms = at.ms(ranks[k]);
            for (; next < fresh.size() && tail.at[fresh[next]] < ms; ++next) {
                function(EventPlace{fresh[next], true, {tail.at[fresh[next]]}, tail.value[fresh[next]]});
            }
            const std::uint32_t place = offsets[profileNumber] + static_cast<std::uint32_t>(k);
            function(EventPlace{ranks[k], false, {ms}, valueByProfile.micros(place)});
        }
        for (; next < fresh.size(); ++next) {
            function(EventPlace{fresh[next], true, {tail.at[fresh[next]]}, tail.value[fresh[next]]});
        }
    }
};

}  // namespace shopbell
