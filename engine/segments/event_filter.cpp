// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/event_filter.h"

#include <algorithm>

namespace shopbell::segments {

Result<EventFilter> EventFilter::make(Materials& materials, const std::string& metric,
                                      const std::vector<PropertyTest>& where)
{
    EventFilter filter;
    filter.m_metric = metric;
    auto columns = materials.metric(metric);
    if (!columns) {
        return fail(columns.error());
    }
    filter.m_columns = std::move(*columns);
    if (FreshEvents* fresh = materials.sources().fresh) {
        filter.m_fresh = &fresh->ofMetric(metric);
    }
    for (const PropertyTest& test : where) {
        auto compiled = CompiledTest::make(test, materials.sources().zone);
        if (!compiled) {
            return fail(compiled.error());
        }
        if (!filter.m_columns) {
            continue;
        }
        auto column = materials.eventProperty(metric, test.property);
        if (!column) {
            return fail(column.error());
        }
        Where ready{std::move(*compiled), std::move(*column), {}, {}};
        if (filter.m_fresh != nullptr) {
            ready.finder = std::make_shared<PropertyFinder>(test.property);
        }
        if (!ready.test.isRelative()) {
            ready.hits.resize(ready.column->codeCount());
            for (std::uint32_t code = 0; code < ready.column->codeCount(); ++code) {
                ready.hits[code] =
                    ready.test.judge(code != 0, ready.column->isList(code), ready.column->atoms(code), 0) == Truth::Yes;
            }
        }
        filter.m_where.push_back(std::move(ready));
    }
    return filter;
}

bool EventFilter::isRelative() const
{
    return std::any_of(m_where.begin(), m_where.end(), [](const Where& where) { return where.test.isRelative(); });
}

EventFilter::Ranks EventFilter::ranksIn(const Window& window) const
{
    if (!m_columns) {
        return {};
    }
    const std::uint32_t begin = m_columns->at.countBefore({window.from});
    return {begin, std::max(begin, m_columns->at.countBefore({window.to}))};
}

void EventFilter::move(Ranks& ranks, const Window& window) const
{
    constexpr int nearBy = 64;
    if (!m_columns || window.from >= window.to) {
        ranks = {};
        return;
    }
    const TimeColumn& at = m_columns->at;
    const auto moved = [&](std::uint32_t rank, std::int64_t bound) {
        for (int step = 0; step < nearBy; ++step) {
            if (rank < at.size() && at.ms(rank) < bound) {
                ++rank;
            } else if (rank > 0 && at.ms(rank - 1) >= bound) {
                --rank;
            } else {
                return rank;
            }
        }
        return at.countBefore({bound});
    };
    ranks.begin = moved(ranks.begin, window.from);
    ranks.end = moved(ranks.end, window.to);
}

void EventFilter::markIn(const Ranks& ranks, const Window& window, std::int64_t now, int half,
                         std::uint64_t* bits) const
{
    const auto mark = [bits](ProfileNumber profile) { bits[profile >> 6] |= std::uint64_t{1} << (profile & 63); };
    const std::uint32_t middle = ranks.begin + (ranks.end - ranks.begin) / 2;
    const std::uint32_t begin = half == 0 ? ranks.begin : middle;
    const std::uint32_t end = half == 0 ? middle : ranks.end;
    const ProfileNumber* const profiles = m_columns->profile.data();
    const bool single = visitSingle([&](auto codes, const std::uint8_t* hits) {
        for (std::uint32_t rank = begin; rank < end; ++rank) {
            if (hits[codes[rank]] != 0) {
                mark(profiles[rank]);
            }
        }
    });
    for (std::uint32_t rank = begin; !single && rank < end; ++rank) {
        if (passesRank(rank, now)) {
            mark(profiles[rank]);
        }
    }
    const auto& tail = m_columns->tail;
    for (std::uint32_t i = tail.countBefore({window.from}); half == 0 && i < tail.size() && tail.at[i] < window.to;
         ++i) {
        if (passes({i, true, {tail.at[i]}, tail.value[i]}, now)) {
            mark(tail.profile[i]);
        }
    }
}

void EventFilter::markAll(const Window& window, ProfileBitmap& profiles) const
{
    const auto mark = [&](ProfileNumber profile) {
        if (profile < profiles.end()) {
            profiles.add(profile);
        }
    };
    if (window.from >= window.to) {
        return;
    }
    if (m_columns) {
        const Ranks ranks = ranksIn(window);
        for (std::uint32_t rank = ranks.begin; rank < ranks.end; ++rank) {
            mark(m_columns->profile[rank]);
        }
        const auto& tail = m_columns->tail;
        for (std::uint32_t i = tail.countBefore({window.from}); i < tail.size() && tail.at[i] < window.to; ++i) {
            mark(tail.profile[i]);
        }
    }
    if (m_fresh != nullptr) {
        m_fresh->forEach([&](const FreshEvents::One& event) {
            if (window.contains(event.at)) {
                mark(event.profile);
            }
        });
    }
}

bool EventFilter::passes(const Where& where, const EventPlace& place, std::int64_t now) const
{
    if (isFresh(place)) {
        const PropertyContent& content = where.finder->find(m_fresh->event(place.index & ~freshBit).properties);
        return where.test.judge(content.isSet, content.isList, content.atoms, now) == Truth::Yes;
    }
    const std::uint32_t code = place.inTail ? where.column->tailCode(place.index) : where.column->code(place.index);
    if (!where.hits.empty()) {
        return where.hits[code] != 0;
    }
    return where.test.judge(code != 0, where.column->isList(code), where.column->atoms(code), now) == Truth::Yes;
}

std::int64_t EventFilter::nextChange(const EventPlace& place, std::int64_t now) const
{
    std::int64_t next = never;
    for (const Where& where : m_where) {
        if (where.test.isRelative() && isFresh(place)) {
            const PropertyContent& content = where.finder->find(m_fresh->event(place.index & ~freshBit).properties);
            next = std::min(next, where.test.nextChange(content.atoms, now));
        } else if (where.test.isRelative()) {
            const std::uint32_t code =
                place.inTail ? where.column->tailCode(place.index) : where.column->code(place.index);
            next = std::min(next, where.test.nextChange(where.column->atoms(code), now));
        }
    }
    return next;
}

}  // namespace shopbell::segments
