// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/message.h"
#include "model/metric.h"
#include "segments/conditions/judges.h"
#include "segments/ledger_column.h"

#include <algorithm>

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
        judge->gather(**ledger, *materials);
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

    Result<void> plan(std::int64_t at, TallyPool&) override
    {
        const Window window = m_clock.at(at);
        m_did = ProfileBitmap(m_end);
        for (ProfileNumber profile = 0; profile < m_end; ++profile) {
            for (std::uint32_t i = m_offsets[profile]; i < m_offsets[profile + 1]; ++i) {
                if (window.contains(m_at[i])) {
                    m_did.add(profile);
                    break;
                }
            }
        }
        return {};
    }
    void giveBack() override { m_did = ProfileBitmap(); }
    void fill(const Chunk& chunk, std::int64_t, const std::uint64_t*, std::uint64_t* yes, std::uint64_t*) const override
    {
        const auto words = m_did.words();
        for (std::size_t word = 0; word < chunk.count; ++word) {
            const std::size_t place = chunk.first + word;
            const std::uint64_t did = place < words.size() ? words[place] : 0;
            yes[word] = m_condition.did ? did : ~did;
        }
    }

    void markMovers(std::int64_t now, std::int64_t until, ProfileBitmap& movers) const override
    {
        const auto isNear = [&](std::int64_t at) { return at > now && at <= until; };
        for (ProfileNumber profile = 0; profile < std::min(m_end, movers.end()); ++profile) {
            forEach(profile, [&](std::int64_t when) {
                if (isNear(m_clock.leaves(when)) || isNear(m_clock.enters(when))) {
                    movers.add(profile);
                }
            });
        }
    }
    bool takesFresh() const override { return false; }

private:
    LedgerJudge(const MessageCondition& condition, std::shared_ptr<Materials> materials)
        : m_condition(condition),
          m_clock(condition.timeframe, materials->sources().zone, materials->sources().flowStart)
    {
    }
    template <class Function>
    void forEach(ProfileNumber profile, Function&& function) const
    {
        for (std::uint32_t i = profile < m_end ? m_offsets[profile] : 0; profile < m_end && i < m_offsets[profile + 1];
             ++i) {
            function(m_at[i]);
        }
    }
    /// The messages that this condition asks for, by profile, then ascending in time.
    void gather(const LedgerColumn& ledger, const Materials& materials)
    {
        std::vector<std::uint8_t> wanted(ledger.origins.size());
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const auto& origin = ledger.origins[i];
            const bool isCampaign = origin.kind == static_cast<std::int64_t>(OriginKind::Campaign);
            const bool isFlow = origin.kind == static_cast<std::int64_t>(OriginKind::FlowStep);
            wanted[i] = m_condition.campaign > 0 ? isCampaign && origin.id == m_condition.campaign
                        : m_condition.flow > 0   ? isFlow && origin.id == m_condition.flow
                                                 : isCampaign || isFlow;
        }
        const std::uint8_t skips = m_condition.what == MessageCondition::What::Skipped ? 1 : 0;
        m_end = materials.people().end;
        const auto eachWanted = [&](auto&& function) {
            for (std::size_t i = 0; i < ledger.row.size(); ++i) {
                if (wanted[ledger.origin[i]] != 0 && ledger.isSkip[i] == skips && ledger.at[i] > 0) {
                    const ProfileId living = materials.history().resolve({ledger.profile[i]});
                    if (living.value > 0 && living.value < m_end) {
                        function(static_cast<ProfileNumber>(living.value), ledger.at[i]);
                    }
                }
            }
        };
        m_offsets.assign(static_cast<std::size_t>(m_end) + 1, 0);
        eachWanted([&](ProfileNumber profile, std::int64_t) { ++m_offsets[profile + 1]; });
        for (std::size_t i = 1; i < m_offsets.size(); ++i) {
            m_offsets[i] += m_offsets[i - 1];
        }
        m_at.resize(m_offsets.back());
        std::vector<std::uint32_t> next(m_offsets.begin(), m_offsets.end() - 1);
        eachWanted([&](ProfileNumber profile, std::int64_t at) { m_at[next[profile]++] = at; });
        for (ProfileNumber profile = 0; profile < m_end; ++profile) {
            if (m_offsets[profile + 1] - m_offsets[profile] > 1) {
                std::sort(m_at.begin() + m_offsets[profile], m_at.begin() + m_offsets[profile + 1]);
            }
        }
    }

    const MessageCondition m_condition;
    const TimeframeClock m_clock;
    ProfileNumber m_end = 0;
    std::vector<std::uint32_t> m_offsets;  ///< into m_at, by profile
    std::vector<std::int64_t> m_at;
    ProfileBitmap m_did;  ///< in the window of the last plan()
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
