// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/property_path.h"
#include "segments/fresh_events.h"
#include "segments/materials.h"
#include "segments/property_test.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace shopbell::segments {

/// The events of one metric that pass a condition's `where`.
class EventFilter {
public:
    [[nodiscard]] static Result<EventFilter> make(Materials& materials, const std::string& metric,
                                                  const std::vector<PropertyTest>& where);

    /// Null when the metric has no events.
    [[nodiscard]] const MetricColumns* columns() const { return m_columns.get(); }
    [[nodiscard]] std::uint32_t size() const { return m_columns ? m_columns->size() : 0; }  ///< of the base
    [[nodiscard]] const std::string& metric() const { return m_metric; }
    [[nodiscard]] bool hasWhere() const { return !m_where.empty(); }
    /// The answer of `where` hangs on now.
    [[nodiscard]] bool isRelative() const;

    [[nodiscard]] bool passes(const EventPlace& place, std::int64_t now) const
    {
        for (const Where& where : m_where) {
            if (!passes(where, place, now)) {
                return false;
            }
        }
        return true;
    }
    /// As passes(), for an event of the base.
    [[nodiscard]] bool passesRank(std::uint32_t rank, std::int64_t now) const
    {
        return m_where.empty() || passes(EventPlace{rank, false, {}, noValue}, now);
    }
    /// The ranks of the base that lie in a window.
    struct Ranks {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };
    [[nodiscard]] Ranks ranksIn(const Window& window) const;
    /// The same, from those of a window that was a little earlier or later.
    void move(Ranks& ranks, const Window& window) const;
    /// One profile's events of the base that lie in `ranks`, passing or not: their ranks, ascending, and where the
    /// first one stands in profile order.
    struct Run {
        std::span<const std::uint32_t> ranks;
        std::uint32_t place = 0;
    };
    [[nodiscard]] Run runIn(ProfileNumber profile, const Ranks& ranks) const
    {
        if (!m_columns) {
            return {};
        }
        const auto all = m_columns->ranksOf(profile);
        auto begin = all.begin();
        if (ranks.begin > 0) {
            begin = std::lower_bound(begin, all.end(), ranks.begin);
        }
        auto end = all.end();
        while (end != begin && *(end - 1) >= ranks.end) {
            --end;
        }
        return {{begin, end},
                all.empty() ? 0 : m_columns->offsets[profile] + static_cast<std::uint32_t>(begin - all.begin())};
    }
    /// function(EventPlace) for one profile's events beside the base: of the tail, and fresh ones.
    template <class Function>
    void forEachBeside(ProfileNumber profile, Function&& function) const
    {
        if (m_columns && !m_columns->tail.isEmpty()) {
            const auto& tail = m_columns->tail;
            for (const std::uint32_t i : tail.ofProfile(profile)) {
                function(EventPlace{i, true, {tail.at[i]}, tail.value[i]});
            }
        }
        if (const auto* fresh = m_fresh != nullptr ? m_fresh->find(profile) : nullptr) {
            for (const std::uint32_t index : *fresh) {
                const FreshEvents::One& event = m_fresh->event(index);
                function(EventPlace{index | freshBit, true, {event.at}, event.value});
            }
        }
    }
    /// As forEach(), for many profiles with one window: `ranks` are ranksIn(window), so that the times of other events
    /// need not be read.
    template <class Function>
    void forEachIn(ProfileNumber profile, const Ranks& ranks, const Window& window, std::int64_t now,
                   Function&& function) const
    {
        const auto all = m_columns->ranksOf(profile);
        auto rank = std::lower_bound(all.begin(), all.end(), ranks.begin);
        const auto& tail = m_columns->tail;
        const auto fresh = tail.isEmpty() ? std::span<const std::uint32_t>() : tail.ofProfile(profile);
        std::size_t next = 0;
        const auto giveFresh = [&](std::int64_t before) {
            for (; next < fresh.size() && tail.at[fresh[next]] < before; ++next) {
                const EventPlace place{fresh[next], true, {tail.at[fresh[next]]}, tail.value[fresh[next]]};
                if (window.contains(place.at.ms) && passes(place, now)) {
                    function(place);
                }
            }
        };
        for (; rank != all.end() && *rank < ranks.end; ++rank) {
            const std::uint32_t index = m_columns->offsets[profile] + static_cast<std::uint32_t>(rank - all.begin());
            const EventPlace place{*rank, false, m_columns->at[*rank], m_columns->valueByProfile.micros(index)};
            if (!fresh.empty()) {
                giveFresh(place.at.ms);
            }
            if (passes(place, now)) {
                function(place);
            }
        }
        giveFresh(never);
    }
    /// Marks the profiles of the base's events of the window that pass; half 0 the first half of them, half 1 the rest.
    /// Half 0 also marks those of the tail.
    void markIn(const Ranks& ranks, const Window& window, std::int64_t now, int half, std::uint64_t* bits) const;

    /// The one test's codes and which of them pass, where `where` is a single test that does not hang on now: function(
    /// codes of the base in order of time, hits by code). False, and nothing called, where it is not.
    template <class Function>
    bool visitSingle(Function&& function) const
    {
        if (m_where.size() != 1 || m_where.front().hits.empty()) {
            return false;
        }
        m_where.front().column->visit([&](auto codes) { function(codes, m_where.front().hits.data()); });
        return true;
    }
    /// The first instant after `now` at which passes() may say otherwise of the same event.
    [[nodiscard]] std::int64_t nextChange(const EventPlace& place, std::int64_t now) const;

    /// function(EventPlace) for every event of the window, passing or not, ascending by (instant, row).
    template <class Function>
    void forEachPlace(ProfileNumber profile, const Window& window, Function&& function) const
    {
        const auto* freshOnes = m_fresh != nullptr ? m_fresh->find(profile) : nullptr;
        std::size_t nextFresh = 0;
        const auto giveFresh = [&](std::int64_t before) {
            for (; freshOnes != nullptr && nextFresh < freshOnes->size(); ++nextFresh) {
                const std::uint32_t index = (*freshOnes)[nextFresh];
                const FreshEvents::One& event = m_fresh->event(index);
                if (event.at >= before) {
                    return;
                }
                if (window.contains(event.at)) {
                    function(EventPlace{index | freshBit, true, {event.at}, event.value});
                }
            }
        };
        if (m_columns) {
            const auto& tail = m_columns->tail;
            const auto late = tail.isEmpty() ? std::span<const std::uint32_t>() : tail.ofProfile(profile);
            std::size_t nextLate = 0;
            const auto giveLate = [&](std::int64_t before) {
                for (; nextLate < late.size() && tail.at[late[nextLate]] < before; ++nextLate) {
                    const std::uint32_t i = late[nextLate];
                    if (freshOnes != nullptr) {
                        giveFresh(tail.at[i]);
                    }
                    if (window.contains(tail.at[i])) {
                        function(EventPlace{i, true, {tail.at[i]}, tail.value[i]});
                    }
                }
            };
            const auto ranks = m_columns->ranksOf(profile);
            // Long histories are mostly before the window.
            auto rank = ranks.begin();
            if (window.from != std::numeric_limits<std::int64_t>::min() && ranks.size() > 4) {
                rank = std::partition_point(ranks.begin(), ranks.end(),
                                            [&](std::uint32_t r) { return m_columns->at.ms(r) < window.from; });
            }
            for (; rank != ranks.end(); ++rank) {
                const std::int64_t at = m_columns->at.ms(*rank);
                if (at >= window.to) {
                    break;
                }
                if (nextLate < late.size()) {
                    giveLate(at);
                }
                if (freshOnes != nullptr) {
                    giveFresh(at);
                }
                if (at >= window.from) {
                    const std::uint32_t index =
                        m_columns->offsets[profile] + static_cast<std::uint32_t>(rank - ranks.begin());
                    function(EventPlace{*rank, false, {at}, m_columns->valueByProfile.micros(index)});
                }
            }
            giveLate(never);
        }
        giveFresh(never);
    }

    /// forEachPlace(), of those that pass.
    template <class Function>
    void forEach(ProfileNumber profile, const Window& window, std::int64_t now, Function&& function) const
    {
        forEachPlace(profile, window, [&](const EventPlace& place) {
            if (passes(place, now)) {
                function(place);
            }
        });
    }
    /// Marks who has an event in the window, passing or not, fresh ones too.
    void markAll(const Window& window, ProfileBitmap& profiles) const;
    [[nodiscard]] bool mayHaveFresh() const { return m_fresh != nullptr; }
    [[nodiscard]] static bool isFresh(const EventPlace& place) { return place.inTail && (place.index & freshBit) != 0; }
    [[nodiscard]] std::int64_t rowOfFresh(const EventPlace& place) const
    {
        return m_fresh->event(place.index & ~freshBit).row;
    }

private:
    struct Where {
        CompiledTest test;
        std::shared_ptr<const PropertyColumn> column;
        std::vector<std::uint8_t> hits;          ///< by code; for tests that do not hang on now
        std::shared_ptr<PropertyFinder> finder;  ///< for fresh events
    };
    [[nodiscard]] bool passes(const Where& where, const EventPlace& place, std::int64_t now) const;

    std::string m_metric;
    std::shared_ptr<const MetricColumns> m_columns;
    const FreshEvents::OfMetric* m_fresh = nullptr;
    std::vector<Where> m_where;
};

}  // namespace shopbell::segments
