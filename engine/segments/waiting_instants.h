// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/columns.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <queue>
#include <vector>

namespace shopbell::segments {

/// Instants at which somebody's membership may end or begin by time alone, the earliest first. Holds those up to a
/// horizon; when that has passed, everybody is looked at again. So it stays small: 16 bytes for each answer that may
/// change within it, and again for each time such a person was looked at meanwhile. One thread.
class WaitingInstants {
public:
    static constexpr std::int64_t horizonMs = std::int64_t{6} * 3'600'000;

    struct Waiting {
        std::int64_t at = 0;
        std::uint32_t segment = 0;  ///< its place among the live ones
        ProfileNumber profile = 0;
        friend bool operator>(const Waiting& a, const Waiting& b) { return a.at > b.at; }
    };

    /// Empty, with its horizon ahead of `now`.
    void beginAt(std::int64_t now)
    {
        m_heap = {};
        m_horizon = now + horizonMs;
    }
    void add(std::int64_t at, std::uint32_t segment, ProfileNumber profile)
    {
        if (at <= m_horizon) {
            m_heap.push({at, segment, profile});
        }
    }
    /// The earliest one up to an instant, taken out. It may be a leftover of an answer that has changed since.
    [[nodiscard]] std::optional<Waiting> takeUpTo(std::int64_t until)
    {
        if (m_heap.empty() || m_heap.top().at > until) {
            return std::nullopt;
        }
        const Waiting next = m_heap.top();
        m_heap.pop();
        return next;
    }
    [[nodiscard]] std::int64_t horizon() const { return m_horizon; }
    /// The earliest one, or the horizon.
    [[nodiscard]] std::int64_t next() const
    {
        return m_heap.empty() ? m_horizon : std::min(m_heap.top().at, m_horizon);
    }

private:
    std::priority_queue<Waiting, std::vector<Waiting>, std::greater<>> m_heap;
    std::int64_t m_horizon = 0;
};

}  // namespace shopbell::segments
