// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/message.h"
#include "model/metric.h"
#include "segments/conditions/judges.h"
#include "segments/ledger_column.h"
#include "segments/tally.h"

#include <algorithm>
#include <mutex>

namespace shopbell::segments {

namespace {

/// What the ledger says was sent to somebody, or skipped.
class LedgerJudge final : public Judge {
public:
    static MadeJudge make(const MessageCondition& condition, const std::shared_ptr<Materials>& materials)
    {
        auto judge = std::unique_ptr<LedgerJudge>(new LedgerJudge(condition, materials));
        LedgerReader own;
        LedgerReader* const kept = materials->sources().ledger;
        auto ledger = (kept != nullptr ? *kept : own).load(*materials->sources().db);
        if (!ledger) {
            return fail(ledger.error());
        }
        judge->choose(std::move(*ledger));
        return std::unique_ptr<Judge>(std::move(judge));
    }

    Judgement judge(ProfileNumber profile, std::int64_t at) const override
    {
        const Window window = m_clock.at(at);
        bool did = false;
        std::int64_t next = never;
        forEach(profile, [&](std::int64_t when) {
            if (window.contains(when)) {
                did = true;
                next = std::min(next, m_clock.leaves(when));
            } else if (const std::int64_t enters = m_clock.enters(when); enters > at) {
                next = std::min(next, enters);
            }
        });
        return {toTruth(did == m_condition.did), next};
    }

    void explain(ProfileNumber profile, std::int64_t at, Explanation& explanation) const override
    {
        const std::string what = m_condition.what == MessageCondition::What::Sent ? "sent" : "skipped";
        std::optional<std::int64_t> last;
        std::int64_t count = 0;
        forEach(profile, [&](std::int64_t when) {
            if (when <= at) {
                last = when;
                ++count;
            }
        });
        explanation.because = last ? "last " + what + ' ' + agoWords(*last, at) : "nothing " + what;
        auto fact = makeFact(last ? VerdictFact::Kind::Message : VerdictFact::Kind::NoMessage, {}, what);
        fact.number = count;
        if (last) {
            fact.at = Instant{*last};
        }
        explanation.facts.push_back(std::move(fact));
    }

    Result<void> plan(std::int64_t at, TallyPool& tallies) override
    {
        m_window = m_clock.at(at);
        m_did[0].reset();
        m_did[1].reset();
        m_did[0] = tallies.lend(m_materials->people().end, {});
        m_did[1] = tallies.lend(m_materials->people().end, {});
        return {};
    }
    void giveBack() override
    {
        m_did[0].reset();
        m_did[1].reset();
    }
    /// The ledger as it lies, without asking whose are which: half of it.
    void work(int half) override
    {
        const LedgerColumn& ledger = *m_ledger;
        const std::size_t middle = ledger.row.size() / 2;
        Tally& did = *m_did[half];
        eachWanted(half == 0 ? 0 : middle, half == 0 ? middle : ledger.row.size(),
                   [&](ProfileNumber profile, std::int64_t when) {
                       if (m_window.contains(when)) {
                           did.mark(profile);
                       }
                   });
    }
    void fill(const Chunk& chunk, std::int64_t, const std::uint64_t*, std::uint64_t* yes, std::uint64_t*) const override
    {
        for (std::size_t word = 0; word < chunk.count; ++word) {
            const std::size_t place = chunk.first + word;
            const std::uint64_t did = m_did[0]->touched[place] | m_did[1]->touched[place];
            yes[word] = m_condition.did ? did : ~did;
        }
    }

    void markMovers(std::int64_t now, std::int64_t until, ProfileBitmap& movers) const override
    {
        const auto isNear = [&](std::int64_t at) { return at > now && at <= until; };
        eachWanted(0, m_ledger->row.size(), [&](ProfileNumber profile, std::int64_t when) {
            if (profile < movers.end() && (isNear(m_clock.leaves(when)) || isNear(m_clock.enters(when)))) {
                movers.add(profile);
            }
        });
    }
    bool takesFresh() const override { return false; }

private:
    LedgerJudge(const MessageCondition& condition, std::shared_ptr<Materials> materials)
        : m_condition(condition),
          m_materials(std::move(materials)),
          m_clock(condition.timeframe, m_materials->sources().zone, m_materials->sources().flowStart)
    {
    }
    void choose(std::shared_ptr<const LedgerColumn> ledger)
    {
        m_ledger = std::move(ledger);
        m_wanted.resize(m_ledger->origins.size());
        for (std::size_t i = 0; i < m_wanted.size(); ++i) {
            const auto& origin = m_ledger->origins[i];
            const bool isCampaign = origin.kind == static_cast<std::int64_t>(OriginKind::Campaign);
            const bool isFlow = origin.kind == static_cast<std::int64_t>(OriginKind::FlowStep);
            m_wanted[i] = m_condition.campaign > 0 ? isCampaign && origin.id == m_condition.campaign
                          : m_condition.flow > 0   ? isFlow && origin.id == m_condition.flow
                                                   : isCampaign || isFlow;
        }
    }
    /// function(living profile, instant) for the messages that this condition asks for, in the order of the ledger.
    template <class Function>
    void eachWanted(std::size_t begin, std::size_t end, Function&& function) const
    {
        const LedgerColumn& ledger = *m_ledger;
        const People& people = m_materials->people();
        const std::uint8_t skips = m_condition.what == MessageCondition::What::Skipped ? 1 : 0;
        auto run = std::partition_point(ledger.runs.begin(), ledger.runs.end(),
                                        [&](const LedgerColumn::Run& each) { return each.end <= begin; });
        for (; run != ledger.runs.end() && run->begin < end; ++run) {
            if (m_wanted[run->origin] == 0) {
                continue;
            }
            const std::size_t last = std::min<std::size_t>(run->end, end);
            for (std::size_t i = std::max<std::size_t>(run->begin, begin); i < last; ++i) {
                if (ledger.isSkip[i] != skips || ledger.at[i] <= 0) {
                    continue;
                }
                auto profile = static_cast<ProfileNumber>(ledger.profile[i]);
                if (profile >= people.end || ((people.living[profile >> 6] >> (profile & 63)) & 1) == 0) {
                    const ProfileId living = m_materials->history().resolve({profile});
                    if (living.value <= 0 || living.value >= people.end) {
                        continue;
                    }
                    profile = static_cast<ProfileNumber>(living.value);
                }
                function(profile, ledger.at[i]);
            }
        }
    }
    /// Ascending in time. Who asks of one person asks of others too: all are put in order at the first time.
    template <class Function>
    void forEach(ProfileNumber profile, Function&& function) const
    {
        std::call_once(m_gathered, [this] { gather(); });
        const std::size_t place = profile;
        for (std::uint32_t i = place + 1 < m_offsets.size() ? m_offsets[place] : 0;
             place + 1 < m_offsets.size() && i < m_offsets[place + 1]; ++i) {
            function(m_at[i]);
        }
    }
    void gather() const
    {
        const std::size_t end = m_materials->people().end;
        const std::size_t size = m_ledger->row.size();
        m_offsets.assign(end + 1, 0);
        eachWanted(0, size, [&](ProfileNumber profile, std::int64_t) { ++m_offsets[profile + 1]; });
        for (std::size_t i = 1; i < m_offsets.size(); ++i) {
            m_offsets[i] += m_offsets[i - 1];
        }
        m_at.resize(m_offsets.back());
        std::vector<std::uint32_t> next(m_offsets.begin(), m_offsets.end() - 1);
        eachWanted(0, size, [&](ProfileNumber profile, std::int64_t at) { m_at[next[profile]++] = at; });
        for (std::size_t profile = 0; profile < end; ++profile) {
            if (m_offsets[profile + 1] - m_offsets[profile] > 1) {
                std::sort(m_at.begin() + m_offsets[profile], m_at.begin() + m_offsets[profile + 1]);
            }
        }
    }

    const MessageCondition m_condition;
    const std::shared_ptr<Materials> m_materials;
    const TimeframeClock m_clock;
    std::shared_ptr<const LedgerColumn> m_ledger;
    std::vector<std::uint8_t> m_wanted;  ///< by origin
    mutable std::once_flag m_gathered;
    mutable std::vector<std::uint32_t> m_offsets;  ///< into m_at, by profile
    mutable std::vector<std::int64_t> m_at;

    // Of the last plan().
    Window m_window;
    TallyPool::Lease m_did[2];
};

/// Received, opened and clicked are events; their properties name the campaign or the flow.
MetricCondition toMetric(const MessageCondition& condition)
{
    MetricCondition metric;
    metric.metric = condition.what == MessageCondition::What::Received ? metrics::receivedEmail
                    : condition.what == MessageCondition::What::Opened ? metrics::openedEmail
                                                                       : metrics::clickedEmail;
    metric.timeframe = condition.timeframe;
    metric.test = condition.did ? NumberTest{Comparison::GreaterOrEqual, Decimal::fromInteger(1), {}}
                                : NumberTest{Comparison::Equal, {}, {}};
    if (condition.campaign > 0 || condition.flow > 0) {
        PropertyTest where;
        where.property = condition.campaign > 0 ? "campaign" : "flow_step";
        where.kind = PropertyTest::Kind::Number;
        where.op = PropertyTest::Op::Compare;
        where.number = {Comparison::Equal, Decimal::fromInteger(std::max(condition.campaign, condition.flow)), {}};
        metric.where.push_back(std::move(where));
    }
    return metric;
}

}  // namespace

MadeJudge makeJudge(const MessageCondition& condition, const std::shared_ptr<Materials>& materials)
{
    if (condition.what == MessageCondition::What::Sent || condition.what == MessageCondition::What::Skipped) {
        return LedgerJudge::make(condition, materials);
    }
    return makeJudge(toMetric(condition), materials);
}

}  // namespace shopbell::segments
