// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/message.h"
#include "model/metric.h"
#include "segments/conditions/judges.h"

#include <algorithm>

namespace shopbell::segments {

namespace {

constexpr std::string_view sentSql = "SELECT profile_id, accepted_at FROM message WHERE accepted_at > 0 "
                                     "AND origin_kind = ?1 AND (?2 = 0 OR origin_id = ?2)";
constexpr std::string_view skippedSql = "SELECT profile_id, changed_at FROM message WHERE state = 5 "
                                        "AND origin_kind = ?1 AND (?2 = 0 OR origin_id = ?2)";
static_assert(static_cast<int>(MessageState::Skipped) == 5);

/// What the ledger says was sent to somebody, or skipped.
class LedgerJudge final : public Judge {
public:
    static MadeJudge make(const MessageCondition& condition, const std::shared_ptr<Materials>& materials)
    {
        auto judge = std::unique_ptr<LedgerJudge>(new LedgerJudge(condition, materials));
        const std::string_view sql = condition.what == MessageCondition::What::Sent ? sentSql : skippedSql;
        for (const OriginKind kind : {OriginKind::Campaign, OriginKind::FlowStep}) {
            if ((kind == OriginKind::Campaign && condition.flow > 0) ||
                (kind == OriginKind::FlowStep && condition.campaign > 0)) {
                continue;
            }
            auto done = materials->sources().db->each(
                sql,
                [&](db::Statement& row) {
                    const ProfileId living = materials->history().resolve({row.integer(0)});
                    if (living.value > 0 && living.value < materials->people().end) {
                        judge->m_messages.push_back({static_cast<ProfileNumber>(living.value), row.integer(1)});
                    }
                },
                kind, std::max(condition.campaign, condition.flow));
            if (!done) {
                return fail(done.error());
            }
        }
        std::sort(judge->m_messages.begin(), judge->m_messages.end());
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

    void markMovers(std::int64_t now, std::int64_t until, ProfileBitmap& movers) const override
    {
        const auto isNear = [&](std::int64_t at) { return at > now && at <= until; };
        for (const auto& [profile, when] : m_messages) {
            if (profile < movers.end() && (isNear(m_clock.leaves(when)) || isNear(m_clock.enters(when)))) {
                movers.add(profile);
            }
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
        for (auto message = std::lower_bound(m_messages.begin(), m_messages.end(),
                                             std::pair(profile, std::numeric_limits<std::int64_t>::min()));
             message != m_messages.end() && message->first == profile; ++message) {
            function(message->second);
        }
    }

    const MessageCondition m_condition;
    const TimeframeClock m_clock;
    std::vector<std::pair<ProfileNumber, std::int64_t>> m_messages;  ///< ascending
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
