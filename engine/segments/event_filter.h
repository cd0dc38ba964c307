// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

    /// function(EventPlace) for every event of the window that passes, ascending by (instant, row).
    template <class Function>
    void forEach(ProfileNumber profile, const Window& window, std::int64_t now, Function&& function) const
    {
        if (!m_columns) {
            return;
        }
        m_columns->forEachOf(profile, [&](const EventPlace& place) {
            if (window.contains(place.at.ms) && passes(place, now)) {
                function(place);
            }
        });
    }

private:
    struct Where {
        CompiledTest test;
        std::shared_ptr<const PropertyColumn> column;
        std::vector<std::uint8_t> hits;  ///< by code; for tests that do not hang on now
    };
    [[nodiscard]] static bool passes(const Where& where, const EventPlace& place, std::int64_t now);

    std::string m_metric;
    std::shared_ptr<const MetricColumns> m_columns;
    std::vector<Where> m_where;
};

}  // namespace shopbell::segments
