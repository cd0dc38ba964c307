// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/columns.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace shopbell::segments {

/// Events that happened after a view was taken, kept beside it so that not every event needs a new view. One thread.
class FreshEvents {
public:
    struct One {
        ProfileNumber profile = 0;
        std::int64_t at = 0;
        std::int64_t value = noValue;  ///< millionths
        std::int64_t row = 0;
        std::string properties;  ///< JSON
    };
    class OfMetric {
    public:
        [[nodiscard]] const One& event(std::uint32_t index) const { return m_events[index]; }
        /// Indices of one profile's events, ascending by (instant, row).
        [[nodiscard]] const std::vector<std::uint32_t>* find(ProfileNumber profile) const
        {
            if (m_events.empty()) {
                return nullptr;
            }
            const auto found = m_byProfile.find(profile);
            return found == m_byProfile.end() ? nullptr : &found->second;
        }

        template <class Function>
        void forEach(Function&& function) const
        {
            std::for_each(m_events.begin(), m_events.end(), function);
        }

    private:
        friend class FreshEvents;
        std::vector<One> m_events;
        std::unordered_map<ProfileNumber, std::vector<std::uint32_t>> m_byProfile;
    };

    void add(std::string_view metric, One event)
    {
        OfMetric& all = find(metric);
        const auto index = static_cast<std::uint32_t>(all.m_events.size());
        auto& indices = all.m_byProfile[event.profile];
        const auto place = std::upper_bound(indices.begin(), indices.end(), event, [&](const One& a, std::uint32_t b) {
            return std::pair(a.at, a.row) < std::pair(all.m_events[b].at, all.m_events[b].row);
        });
        indices.insert(place, index);
        all.m_events.push_back(std::move(event));
        ++m_count;
        ++m_version;
    }
    /// Metrics stay where they are, empty.
    void clear()
    {
        for (auto& [name, all] : m_metrics) {
            all.m_events.clear();
            all.m_byProfile.clear();
        }
        m_count = 0;
        ++m_version;
    }
    /// Stands for as long as this object does.
    [[nodiscard]] const OfMetric& ofMetric(std::string_view metric) { return find(metric); }
    [[nodiscard]] std::size_t count() const { return m_count; }
    /// Grows with every change.
    [[nodiscard]] std::uint64_t version() const { return m_version; }

private:
    [[nodiscard]] OfMetric& find(std::string_view metric)
    {
        const auto found = m_metrics.find(metric);
        return found != m_metrics.end() ? found->second : m_metrics[std::string(metric)];
    }

    std::map<std::string, OfMetric, std::less<>> m_metrics;
    std::size_t m_count = 0;
    std::uint64_t m_version = 1;
};

/// In an EventPlace: the index is of a fresh event.
inline constexpr std::uint32_t freshBit = 1u << 31;

}  // namespace shopbell::segments
