// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "segments/conditions/judges.h"
#include "segments/event_filter.h"

#include <algorithm>

namespace shopbell::segments {

namespace {

constexpr std::int64_t nothing = std::numeric_limits<std::int64_t>::min();

/// One thing, then another. Steps that exist are a chain of events, each strictly later than the one before; what did
/// not happen is looked for between its neighbours in the chain, before the first (for the allowed time, or ever), or
/// after the last (until the allowed time has passed, or so far).
class SequenceJudge final : public Judge {
public:
    static MadeJudge make(const SequenceCondition& condition, const std::shared_ptr<Materials>& materials)
    {
        auto judge = std::unique_ptr<SequenceJudge>(new SequenceJudge(condition, materials));
        for (const SequenceStep& step : condition.steps) {
            auto events = EventFilter::make(*materials, step.metric, step.where);
            if (!events) {
                return fail(events.error());
            }
            judge->m_steps.push_back(std::move(*events));
        }
        return std::unique_ptr<Judge>(std::move(judge));
    }

    Judgement judge(ProfileNumber profile, std::int64_t at) const override
    {
        Found found;
        look(profile, at, found);
        return {toTruth(found.holds), found.next};
    }

    void explain(ProfileNumber profile, std::int64_t at, Explanation& explanation) const override
    {
        Found found;
        look(profile, at, found);
        for (std::size_t i = 0; i < m_steps.size(); ++i) {
            if (!m_condition.steps[i].exists) {
                continue;
            }
            std::vector<EventPlace> places;
            m_steps[i].forEach(profile, Window{}, at, [&](const EventPlace& place) {
                if (place.at.ms <= at) {
                    places.push_back(place);
                }
            });
            explanation.because += (explanation.because.empty() ? "" : ", ") + formatCount(static_cast<std::int64_t>(places.size())) +
                                   " × " + m_condition.steps[i].metric;
            if (!places.empty()) {
                explanation.because += " (the last " + agoWords(places.back().at.ms, at) + ')';
                const auto rows = m_materials->rowsOf(m_condition.steps[i].metric, *m_steps[i].columns(), {places.back()});
                explanation.events.push_back({places.back().at.ms, rows.front(),
                                              m_condition.steps[i].metric + ", " + agoWords(places.back().at.ms, at)});
            }
        }
        explanation.because += found.holds ? "; in this order" : "; not in this order and time";
    }
    double cost() const override { return 100; }

private:
    SequenceJudge(const SequenceCondition& condition, const std::shared_ptr<Materials>& materials)
        : m_condition(condition), m_materials(materials),
          m_clock(condition.timeframe, materials->sources().zone, materials->sources().flowStart)
    {
        if (condition.within > 0) {
            // An exact duration: stepping back from a point far from the ends of the range.
            m_within = -stepBack(0, condition.within, condition.withinUnit, materials->sources().zone);
        }
    }

    struct Found {
        bool holds = false;
        std::int64_t next = never;
    };
    struct Link {
        std::int64_t at = 0;
        std::int64_t start = nothing;  ///< the latest first step from which this event is reached; nothing: none
    };

    std::vector<std::int64_t> timesOf(std::size_t step, ProfileNumber profile, std::int64_t now, Found& found) const
    {
        std::vector<std::int64_t> times;
        if (m_steps[step].columns() == nullptr) {
            return times;
        }
        m_steps[step].columns()->forEachOf(profile, [&](const EventPlace& place) {
            if (place.at.ms > now) {
                found.next = std::min(found.next, place.at.ms);
                return;
            }
            found.next = std::min(found.next, m_steps[step].nextChange(place, now));
            if (m_steps[step].passes(place, now)) {
                times.push_back(place.at.ms);
            }
        });
        return times;
    }

    /// Whether some time of `times` lies in (after, before).
    static bool anyBetween(const std::vector<std::int64_t>& times, std::int64_t after, std::int64_t before)
    {
        const auto first = std::upper_bound(times.begin(), times.end(), after);
        return first != times.end() && *first < before;
    }

    void look(ProfileNumber profile, std::int64_t now, Found& found) const
    {
        const Window window = m_clock.at(now);
        std::vector<Link> chain;
        bool begun = false;
        std::vector<std::vector<std::int64_t>> absent;  // times of what must not have happened since the last link
        for (std::size_t step = 0; step < m_steps.size(); ++step) {
            std::vector<std::int64_t> times = timesOf(step, profile, now, found);
            if (!m_condition.steps[step].exists) {
                absent.push_back(std::move(times));
                continue;
            }
            std::vector<Link> next;
            for (const std::int64_t at : times) {
                if (!window.contains(at)) {
                    if (const std::int64_t enters = m_clock.enters(at); enters > now) {
                        found.next = std::min(found.next, enters);
                    }
                    continue;
                }
                found.next = std::min(found.next, m_clock.leaves(at));
                next.push_back({at, nothing});
            }
            if (!begun) {
                for (Link& link : next) {
                    const std::int64_t from = m_within > 0 ? link.at - m_within - 1 : nothing;
                    const bool free = std::none_of(absent.begin(), absent.end(), [&](const auto& missing) {
                        return anyBetween(missing, from, link.at);
                    });
                    link.start = free ? link.at : nothing;
                }
                begun = true;
            } else {
                extend(chain, next, absent);
            }
            chain = std::move(next);
            absent.clear();
        }
        for (const Link& link : chain) {
            if (link.start == nothing || found.holds) {
                continue;
            }
            if (absent.empty()) {
                found.holds = true;
                break;
            }
            const std::int64_t until = m_within > 0 ? link.at + m_within : now;
            if (std::any_of(absent.begin(), absent.end(),
                            [&](const auto& missing) { return anyBetween(missing, link.at, until + 1); })) {
                continue;
            }
            if (until > now) {
                found.next = std::min(found.next, until);
            } else {
                found.holds = true;
            }
        }
    }

    /// Links each event of the next step to the chain. The latest start is best, since it leaves the most time; and the
    /// starts of linked events never fall while time goes on, so of the events that may come before, the last linked one
    /// is the best.
    void extend(const std::vector<Link>& chain, std::vector<Link>& next,
                const std::vector<std::vector<std::int64_t>>& absent) const
    {
        std::size_t reached = 0;
        const Link* last = nullptr;
        for (Link& link : next) {
            for (; reached < chain.size() && chain[reached].at < link.at; ++reached) {
                if (chain[reached].start != nothing) {
                    last = &chain[reached];
                }
            }
            if (last == nullptr) {
                continue;
            }
            const bool free = std::none_of(absent.begin(), absent.end(), [&](const auto& missing) {
                return anyBetween(missing, last->at, link.at);
            });
            if (free && (m_within == 0 || link.at - last->start <= m_within)) {
                link.start = last->start;
            }
        }
    }

    const SequenceCondition m_condition;
    const std::shared_ptr<Materials> m_materials;
    const TimeframeClock m_clock;
    std::vector<EventFilter> m_steps;
    std::int64_t m_within = 0;
};

}  // namespace

MadeJudge makeJudge(const SequenceCondition& condition, const std::shared_ptr<Materials>& materials)
{
    return SequenceJudge::make(condition, materials);
}

}  // namespace shopbell::segments
