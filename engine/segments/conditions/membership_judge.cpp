// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/conditions/judges.h"

#include "model/metric.h"
#include "profiles/lists.h"
#include "profiles/merge_record.h"
#include "segments/program.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <tuple>

namespace shopbell::segments {

namespace {

/// Joined or left, entered or left: one line of the past of a membership.
struct Move {
    ProfileNumber profile = 0;
    std::int64_t at = 0;
    std::int64_t row = 0;
    bool in = false;
    std::int64_t since = 0;  ///< of one who is in: when they joined
};

/// All moves into and out of one list or segment.
Result<std::vector<Move>> loadMoves(Materials& materials, std::string_view inMetric, std::string_view outMetric,
                                    const char* member, std::int64_t id)
{
    std::vector<Move> moves;
    for (const bool in : {true, false}) {
        auto done =
            materials.forEachEvent(in ? inMetric : outMetric, [&](ProfileNumber profile, std::int64_t at,
                                                                  std::int64_t row, const std::string& properties) {
                const auto json = nlohmann::json::parse(properties, nullptr, false);
                const auto found = json.is_object() ? json.find(member) : json.end();
                if (json.is_object() && found != json.end() && found->is_number_integer() &&
                    found->get<std::int64_t>() == id) {
                    moves.push_back({profile, at, row, in, at});
                }
            });
        if (!done) {
            return fail(done.error());
        }
    }
    return moves;
}

/// A merge moves nobody, but who is on the list afterwards has been on it since the earlier of the two joined.
Result<void> addMerges(Materials& materials, std::int64_t list, std::vector<Move>& moves)
{
    return materials.forEachEvent(metrics::mergedProfile, [&](ProfileNumber profile, std::int64_t at, std::int64_t row,
                                                              const std::string& properties) {
        const auto merge = findMergeRecord(properties);
        std::optional<std::int64_t> since;
        for (const auto* side : {merge ? &merge->from : nullptr, merge ? &merge->into : nullptr}) {
            for (std::size_t i = 0; side != nullptr && i < side->lists.size(); ++i) {
                const auto& [joined, when] = side->lists[i];
                since = joined.value == list ? std::min(since.value_or(when.ms), when.ms) : since;
            }
        }
        if (since) {
            moves.push_back({profile, at, row, true, *since});
        }
    });
}

void sortMoves(std::vector<Move>& moves)
{
    std::sort(moves.begin(), moves.end(), [](const Move& a, const Move& b) {
        return std::tie(a.profile, a.at, a.row) < std::tie(b.profile, b.at, b.row);
    });
}

struct MovesOfOne {
    std::vector<Move>::const_iterator begin;
    std::vector<Move>::const_iterator later;  ///< the first after the instant
    std::vector<Move>::const_iterator end;
};

MovesOfOne movesOf(const std::vector<Move>& moves, ProfileNumber profile, std::int64_t at)
{
    const auto begin = std::lower_bound(moves.begin(), moves.end(), profile,
                                        [](const Move& move, ProfileNumber wanted) { return move.profile < wanted; });
    auto later = begin;
    while (later != moves.end() && later->profile == profile && later->at <= at) {
        ++later;
    }
    auto end = later;
    while (end != moves.end() && end->profile == profile) {
        ++end;
    }
    return {begin, later, end};
}

/// On a list, or not. The past is read back from the present through Joined List and Left List.
class ListJudge final : public Judge {
public:
    static MadeJudge make(const ListCondition& condition, const std::shared_ptr<Materials>& materials)
    {
        const Sources& sources = materials->sources();
        auto judge = std::unique_ptr<ListJudge>(new ListJudge(condition, materials));
        if (condition.list.id > 0) {
            auto info = loadList(*sources.db, {condition.list.id});
            if (!info) {
                return fail(info.error());
            }
            judge->m_list = condition.list.id;
            judge->m_name = info->name;
        } else {
            auto found = findList(*sources.db, condition.list.name);
            if (!found || !*found) {
                return found ? MadeJudge(fail(ErrorKind::NotFound,
                                              "There is no list called \"" + condition.list.name + "\"."))
                             : MadeJudge(fail(found.error()));
            }
            judge->m_list = (*found)->value;
            judge->m_name = condition.list.name;
        }
        auto column = sources.people->list({judge->m_list});
        if (!column) {
            return fail(column.error());
        }
        judge->m_now = std::move(*column);
        return std::unique_ptr<Judge>(std::move(judge));
    }

    Result<void> ready(std::int64_t at) override
    {
        if (m_loaded) {
            return {};
        }
        for (const std::string_view metric : {metrics::joinedList, metrics::leftList}) {
            auto later = m_materials->hasEventsAfter(metric, at);
            if (!later) {
                return fail(later.error());
            }
            if (*later) {
                auto moves = loadMoves(*m_materials, metrics::joinedList, metrics::leftList, "list", m_list);
                if (!moves) {
                    return fail(moves.error());
                }
                m_moves = std::move(*moves);
                if (auto merged = addMerges(*m_materials, m_list, m_moves); !merged) {
                    return merged;
                }
                sortMoves(m_moves);
                m_loaded = true;
                return {};
            }
        }
        return {};
    }

    Judgement judge(ProfileNumber profile, std::int64_t at) const override
    {
        const auto joined = joinedAt(profile, at);
        if (!m_condition.member) {
            return {toTruth(!joined.has_value()), never};
        }
        if (!joined) {
            return {Truth::No, never};
        }
        if (m_clock.isAll()) {
            return {Truth::Yes, never};
        }
        const std::int64_t enters = m_clock.enters(*joined);
        const bool holds = m_clock.at(at).contains(*joined);
        return {toTruth(holds), holds ? m_clock.leaves(*joined) : enters > at ? enters : never};
    }

    void explain(ProfileNumber profile, std::int64_t at, Explanation& explanation) const override
    {
        const auto joined = joinedAt(profile, at);
        explanation.because = joined ? "on the list \"" + m_name + "\" since " + agoWords(*joined, at)
                                     : "not on the list \"" + m_name + '"';
        auto fact = makeFact(joined ? VerdictFact::Kind::OnList : VerdictFact::Kind::NotOnList, m_name);
        if (joined) {
            fact.at = Instant{*joined};
        }
        explanation.facts.push_back(std::move(fact));
    }
    void markMovers(std::int64_t now, std::int64_t until, ProfileBitmap& movers) const override
    {
        if (!m_clock.isAll()) {
            Judge::markMovers(now, until, movers);
        }
    }
    void fill(const Chunk& chunk, std::int64_t at, const std::uint64_t*, std::uint64_t* yes,
              std::uint64_t*) const override
    {
        const ProfileNumber begin = chunk.begin();
        const std::uint64_t end = begin + chunk.count * 64;
        const Window window = m_clock.at(at);
        const auto place = [begin](ProfileNumber profile) { return (profile - begin) >> 6; };
        const auto bit = [](ProfileNumber profile) { return std::uint64_t{1} << (profile & 63); };
        const auto& members = m_now->profile;
        for (auto member = std::lower_bound(members.begin(), members.end(), begin);
             member != members.end() && *member < end; ++member) {
            const std::int64_t joined = m_now->joinedAt[static_cast<std::size_t>(member - members.begin())];
            if (!m_condition.member || m_clock.isAll() || window.contains(joined)) {
                yes[place(*member)] |= bit(*member);
            }
        }
        for (std::size_t word = 0; word < chunk.count && !m_condition.member; ++word) {
            yes[word] = ~yes[word];
        }
        // Whose past is known may have been different then.
        auto move = std::lower_bound(m_moves.begin(), m_moves.end(), begin,
                                     [](const Move& each, ProfileNumber wanted) { return each.profile < wanted; });
        while (move != m_moves.end() && move->profile < end) {
            const ProfileNumber profile = move->profile;
            std::uint64_t& word = yes[place(profile)];
            word = judge(profile, at).truth == Truth::Yes ? word | bit(profile) : word & ~bit(profile);
            while (move != m_moves.end() && move->profile == profile) {
                ++move;
            }
        }
    }
    double cost() const override { return 2; }
    bool takesFresh() const override { return true; }

private:
    ListJudge(const ListCondition& condition, std::shared_ptr<Materials> materials)
        : m_condition(condition),
          m_materials(std::move(materials)),
          m_clock(condition.timeframe, m_materials->sources().zone, m_materials->sources().flowStart)
    {
    }

    /// When they joined, while they are on it.
    std::optional<std::int64_t> joinedAt(ProfileNumber profile, std::int64_t at) const
    {
        const auto found = std::lower_bound(m_now->profile.begin(), m_now->profile.end(), profile);
        const bool isOn = found != m_now->profile.end() && *found == profile;
        const std::int64_t joinedNow =
            isOn ? m_now->joinedAt[static_cast<std::size_t>(found - m_now->profile.begin())] : 0;
        if (!m_loaded) {
            return isOn ? std::optional(joinedNow) : std::nullopt;
        }
        const MovesOfOne moves = movesOf(m_moves, profile, at);
        if (moves.later == moves.end) {
            return isOn ? std::optional(joinedNow) : std::nullopt;
        }
        if (moves.later->in) {
            return std::nullopt;  // joined after that instant
        }
        for (auto move = moves.later; move != moves.begin; --move) {
            if (std::prev(move)->in) {
                return std::prev(move)->since;
            }
        }
        return std::numeric_limits<std::int64_t>::min();  // since before anything was written down
    }

    const ListCondition m_condition;
    const std::shared_ptr<Materials> m_materials;
    const TimeframeClock m_clock;
    std::int64_t m_list = 0;
    std::string m_name;
    std::shared_ptr<const ListColumn> m_now;
    std::vector<Move> m_moves;
    bool m_loaded = false;
};

/// In another segment, or not: that segment's own program, asked as of the same instant. A timeframe asks the history
/// when they came in.
class SegmentJudge final : public Judge {
public:
    SegmentJudge(const SegmentCondition& condition, std::shared_ptr<Materials> materials,
                 std::shared_ptr<Program> program, std::string name, std::int64_t segment)
        : m_condition(condition),
          m_materials(std::move(materials)),
          m_program(std::move(program)),
          m_name(std::move(name)),
          m_segment(segment),
          m_clock(condition.timeframe, m_materials->sources().zone, m_materials->sources().flowStart)
    {
    }

    Result<void> ready(std::int64_t at) override
    {
        if (!m_clock.isAll() && !m_loaded) {
            auto moves = loadMoves(*m_materials, metrics::enteredSegment, metrics::leftSegment, "segment", m_segment);
            if (!moves) {
                return fail(moves.error());
            }
            m_moves = std::move(*moves);
            sortMoves(m_moves);
            m_loaded = true;
        }
        return m_program->ready(at);
    }

    Judgement judge(ProfileNumber profile, std::int64_t at) const override
    {
        const Judgement inner = m_program->judge(profile, at);
        const bool member = inner.truth == Truth::Yes;
        if (!m_condition.member) {
            return {toTruth(!member), inner.until};
        }
        if (!member || m_clock.isAll()) {
            return {toTruth(member), inner.until};
        }
        const auto entered = enteredAt(profile, at);
        if (!entered) {
            return {Truth::No, inner.until};
        }
        const bool holds = m_clock.at(at).contains(*entered);
        const std::int64_t enters = m_clock.enters(*entered);
        const std::int64_t change = holds ? m_clock.leaves(*entered) : enters > at ? enters : never;
        return {toTruth(holds), std::min(inner.until, change)};
    }

    void explain(ProfileNumber profile, std::int64_t at, Explanation& explanation) const override
    {
        const bool member = m_program->judge(profile, at).truth == Truth::Yes;
        explanation.because = (member ? "in the segment \"" : "not in the segment \"") + m_name + '"';
        auto fact = makeFact(member ? VerdictFact::Kind::InSegment : VerdictFact::Kind::NotInSegment, m_name);
        if (const auto entered = member && m_loaded ? enteredAt(profile, at) : std::nullopt) {
            explanation.because += ", entered " + agoWords(*entered, at);
            fact.at = Instant{*entered};
        }
        explanation.facts.push_back(std::move(fact));
    }

    Result<void> plan(std::int64_t at, TallyPool&) override { return m_program->prepareMembers(at); }
    void giveBack() override { m_program->forgetMembers(); }

    void fill(const Chunk& chunk, std::int64_t at, const std::uint64_t* care, std::uint64_t* yes,
              std::uint64_t* unset) const override
    {
        // Not by judge(): the other segment's program remembers its last answer, which two threads may not share.
        const auto members = m_program->preparedMembers().words();
        const Window window = m_clock.at(at);
        for (std::size_t word = 0; word < chunk.count; ++word) {
            std::uint64_t found = chunk.first + word < members.size() ? members[chunk.first + word] : 0;
            if (m_condition.member && !m_clock.isAll()) {
                for (std::uint64_t left = found & care[word]; left != 0; left &= left - 1) {
                    const int bit = std::countr_zero(left);
                    const auto profile =
                        static_cast<ProfileNumber>((chunk.first + word) * 64 + static_cast<std::size_t>(bit));
                    const auto entered = enteredAt(profile, at);
                    if (!entered || !window.contains(*entered)) {
                        found &= ~(std::uint64_t{1} << bit);
                    }
                }
            }
            yes[word] = m_condition.member ? found : ~found;
        }
        static_cast<void>(unset);
    }
    void markMovers(std::int64_t now, std::int64_t until, ProfileBitmap& movers) const override
    {
        if (!m_clock.isAll()) {
            Judge::markMovers(now, until, movers);
        } else {
            m_program->markMovers(now, until, movers);
        }
    }
    double cost() const override { return 1; }
    bool takesFresh() const override { return m_clock.isAll() && m_program->takesFresh(); }

private:
    std::optional<std::int64_t> enteredAt(ProfileNumber profile, std::int64_t at) const
    {
        const MovesOfOne moves = movesOf(m_moves, profile, at);
        return moves.later != moves.begin && std::prev(moves.later)->in ? std::optional(std::prev(moves.later)->at)
                                                                        : std::nullopt;
    }

    const SegmentCondition m_condition;
    const std::shared_ptr<Materials> m_materials;
    const std::shared_ptr<Program> m_program;
    const std::string m_name;
    const std::int64_t m_segment;
    const TimeframeClock m_clock;
    std::vector<Move> m_moves;
    bool m_loaded = false;
};

}  // namespace

MadeJudge makeJudge(const ListCondition& condition, const std::shared_ptr<Materials>& materials)
{
    return ListJudge::make(condition, materials);
}

MadeJudge makeJudge(const SegmentCondition& condition, const std::shared_ptr<Materials>& materials,
                    std::shared_ptr<Program> program, const std::string& name, std::int64_t segment)
{
    return std::unique_ptr<Judge>(
        std::make_unique<SegmentJudge>(condition, materials, std::move(program), name, segment));
}

}  // namespace shopbell::segments
