// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/saturate.h"
#include "base/text.h"
#include "segments/conditions/judges.h"
#include "segments/event_filter.h"
#include "segments/tally.h"

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
        Desk desk;
        desk.times.resize(m_steps.size());
        std::int64_t next = never;
        for (std::size_t step = 0; step < m_steps.size(); ++step) {
            readTimes(step, profile, at, desk.times[step], next);
        }
        const bool holds = look(desk, m_clock.at(at), at, next);
        return {toTruth(holds), next};
    }

    Result<void> plan(std::int64_t at, TallyPool& tallies) override
    {
        giveBack();
        m_window = m_clock.at(at);
        m_at = at;
        // What must not have happened may lie before the window by the allowed time, or at any time.
        Window absent{m_within > 0 ? saturatingSubtract(m_window.from, m_within) : nothing, saturatingAdd(at, 1)};
        m_windows.clear();
        m_ranks.clear();
        m_first = 0;
        while (!m_condition.steps[m_first].exists) {
            ++m_first;
        }
        for (std::size_t step = 0; step < m_steps.size(); ++step) {
            if (m_steps[step].columns() == nullptr && m_condition.steps[step].exists) {
                m_nobody = true;
                return {};
            }
            m_windows.push_back(m_condition.steps[step].exists ? m_window : absent);
            m_ranks.push_back(m_steps[step].ranksIn(m_windows.back()));
        }
        const ProfileNumber end = std::max(m_materials->people().end, m_materials->history().profileEnd());
        m_bits[0] = tallies.lend(end, {});
        m_bits[1] = tallies.lend(end, {});
        return {};
    }

    void giveBack() override
    {
        m_bits[0].reset();
        m_bits[1].reset();
    }

    /// Only who did the first thing in the window need be looked at.
    void work(int half) override
    {
        if (!m_nobody) {
            m_steps[m_first].markIn(m_ranks[m_first], m_window, m_at, half, m_bits[half]->touched.data());
        }
    }

    void fill(const Chunk& chunk, std::int64_t at, const std::uint64_t* care, std::uint64_t* yes,
              std::uint64_t*) const override
    {
        if (m_nobody) {
            return;
        }
        Desk desk;
        desk.times.resize(m_steps.size());
        for (std::size_t word = 0; word < chunk.count; ++word) {
            const std::uint64_t did = m_bits[0]->touched[chunk.first + word] | m_bits[1]->touched[chunk.first + word];
            for (std::uint64_t left = did & care[word]; left != 0; left &= left - 1) {
                const int bit = std::countr_zero(left);
                const auto profile =
                    static_cast<ProfileNumber>((chunk.first + word) * 64 + static_cast<std::size_t>(bit));
                for (std::size_t step = 0; step < m_steps.size(); ++step) {
                    auto& times = desk.times[step];
                    times.clear();
                    if (m_steps[step].columns() != nullptr) {
                        m_steps[step].forEachIn(profile, m_ranks[step], m_windows[step], at,
                                                [&](const EventPlace& place) { times.push_back(place.at.ms); });
                    }
                }
                std::int64_t next = never;
                yes[word] |= static_cast<std::uint64_t>(look(desk, m_window, at, next)) << bit;
            }
        }
    }

    void explain(ProfileNumber profile, std::int64_t at, Explanation& explanation) const override
    {
        const bool holds = judge(profile, at).truth == Truth::Yes;
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
            explanation.because += (explanation.because.empty() ? "" : ", ") +
                                   formatCount(static_cast<std::int64_t>(places.size())) + " × " +
                                   m_condition.steps[i].metric;
            auto fact = makeFact(VerdictFact::Kind::Count, m_condition.steps[i].metric);
            fact.number = static_cast<std::int64_t>(places.size());
            if (!places.empty()) {
                fact.at = places.back().at;
                explanation.because += " (the last " + agoWords(places.back().at.ms, at) + ')';
                const auto rows =
                    m_materials->rowsOf(m_condition.steps[i].metric, *m_steps[i].columns(), {places.back()});
                explanation.events.push_back({places.back().at.ms, rows.front(),
                                              m_condition.steps[i].metric + ", " + agoWords(places.back().at.ms, at)});
            }
            explanation.facts.push_back(std::move(fact));
        }
        explanation.because += holds ? "; in this order" : "; not in this order and time";
        explanation.facts.push_back(makeFact(holds ? VerdictFact::Kind::InOrder : VerdictFact::Kind::NotInOrder, {}));
    }
    void markMovers(std::int64_t now, std::int64_t until, ProfileBitmap& movers) const override
    {
        if (std::any_of(m_steps.begin(), m_steps.end(), [](const EventFilter& step) { return step.isRelative(); })) {
            Judge::markMovers(now, until, movers);
            return;
        }
        const Window first = m_clock.at(now);
        const Window last = m_clock.at(until);
        for (std::size_t step = 0; step < m_steps.size(); ++step) {
            if (m_condition.steps[step].exists) {
                m_steps[step].markAll({first.from, last.from}, movers);
                m_steps[step].markAll({first.to, last.to}, movers);
                // The time in which something must not follow runs out.
                if (m_within > 0) {
                    m_steps[step].markAll({now - m_within, until - m_within + 1}, movers);
                }
            }
            m_steps[step].markAll({now, saturatingAdd(until, 1)}, movers);
        }
    }
    double cost() const override { return 40; }
    bool takesFresh() const override
    {
        return std::all_of(m_steps.begin(), m_steps.end(),
                           [](const EventFilter& step) { return step.columns() != nullptr; });
    }

private:
    SequenceJudge(const SequenceCondition& condition, const std::shared_ptr<Materials>& materials)
        : m_condition(condition),
          m_materials(materials),
          m_clock(condition.timeframe, materials->sources().zone, materials->sources().flowStart)
    {
        if (condition.within > 0) {
            // An exact duration: stepping back from a point far from the ends of the range.
            m_within = -stepBack(0, condition.within, condition.withinUnit, materials->sources().zone);
        }
    }

    struct Link {
        std::int64_t at = 0;
        std::int64_t start = nothing;  ///< the latest first step from which this event is reached; nothing: none
    };

    /// What looking at one person needs; kept for the next one, so that nothing is allocated.
    struct Desk {
        std::vector<std::vector<std::int64_t>> times;  ///< by step, ascending, none after now
        std::vector<Link> chain;
        std::vector<Link> next;
        std::vector<const std::vector<std::int64_t>*> absent;  ///< of what must not have happened since the last link
    };

    void readTimes(std::size_t step, ProfileNumber profile, std::int64_t now, std::vector<std::int64_t>& times,
                   std::int64_t& next) const
    {
        m_steps[step].forEachPlace(profile, Window{}, [&](const EventPlace& place) {
            if (place.at.ms > now) {
                next = std::min(next, place.at.ms);
                return;
            }
            next = std::min(next, m_steps[step].nextChange(place, now));
            if (m_steps[step].passes(place, now)) {
                times.push_back(place.at.ms);
            }
        });
    }

    /// Whether some time of `times` lies in (after, before).
    static bool anyBetween(const std::vector<std::int64_t>& times, std::int64_t after, std::int64_t before)
    {
        const auto first = std::upper_bound(times.begin(), times.end(), after);
        return first != times.end() && *first < before;
    }

    /// `next` is brought down to the first instant after now at which the answer may be another.
    bool look(Desk& desk, const Window& window, std::int64_t now, std::int64_t& next) const
    {
        const bool relative = m_clock.isRelative();
        desk.chain.clear();
        desk.absent.clear();
        bool begun = false;
        for (std::size_t step = 0; step < m_steps.size(); ++step) {
            const auto& times = desk.times[step];
            if (!m_condition.steps[step].exists) {
                desk.absent.push_back(&times);
                continue;
            }
            desk.next.clear();
            for (const std::int64_t at : times) {
                if (!window.contains(at)) {
                    if (const std::int64_t enters = relative ? m_clock.enters(at) : never; enters > now) {
                        next = std::min(next, enters);
                    }
                    continue;
                }
                next = std::min(next, relative ? m_clock.leaves(at) : never);
                desk.next.push_back({at, nothing});
            }
            if (!begun) {
                for (Link& link : desk.next) {
                    const std::int64_t from = m_within > 0 ? link.at - m_within - 1 : nothing;
                    link.start = happened(desk.absent, from, link.at) ? nothing : link.at;
                }
                begun = true;
            } else {
                extend(desk.chain, desk.next, desk.absent);
            }
            std::swap(desk.chain, desk.next);
            desk.absent.clear();
        }
        for (const Link& link : desk.chain) {
            if (link.start == nothing) {
                continue;
            }
            if (desk.absent.empty()) {
                return true;
            }
            const std::int64_t until = m_within > 0 ? link.at + m_within : now;
            if (happened(desk.absent, link.at, until + 1)) {
                continue;
            }
            if (until <= now) {
                return true;
            }
            next = std::min(next, until);
        }
        return false;
    }

    static bool happened(const std::vector<const std::vector<std::int64_t>*>& absent, std::int64_t after,
                         std::int64_t before)
    {
        return std::any_of(absent.begin(), absent.end(),
                           [&](const auto* times) { return anyBetween(*times, after, before); });
    }

    /// Links each event of the next step to the chain. The latest start is best, since it leaves the most time; and the
    /// starts of linked events never fall while time goes on, so of the events that may come before, the last linked
    /// one is the best.
    void extend(const std::vector<Link>& chain, std::vector<Link>& next,
                const std::vector<const std::vector<std::int64_t>*>& absent) const
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
            if (!happened(absent, last->at, link.at) && (m_within == 0 || link.at - last->start <= m_within)) {
                link.start = last->start;
            }
        }
    }

    const SequenceCondition m_condition;
    const std::shared_ptr<Materials> m_materials;
    const TimeframeClock m_clock;
    std::vector<EventFilter> m_steps;
    std::int64_t m_within = 0;

    // Of the last plan().
    std::int64_t m_at = 0;
    Window m_window;
    std::vector<Window> m_windows;  ///< by step
    std::vector<EventFilter::Ranks> m_ranks;
    std::size_t m_first = 0;  ///< the first step that exists
    bool m_nobody = false;
    TallyPool::Lease m_bits[2];
};

}  // namespace

MadeJudge makeJudge(const SequenceCondition& condition, const std::shared_ptr<Materials>& materials)
{
    return SequenceJudge::make(condition, materials);
}

}  // namespace shopbell::segments
