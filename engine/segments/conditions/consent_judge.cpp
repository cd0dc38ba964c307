// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/conditions/judges.h"
#include "segments/tally.h"

#include "model/email_address.h"
#include "model/metric.h"
#include "profiles/suppressions.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <optional>
#include <tuple>
#include <unordered_map>

namespace shopbell::segments {

namespace {

std::string textOf(const nlohmann::json& json, const char* name)
{
    const auto found = json.find(name);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// When the consent of a Changed Consent event was given.
std::int64_t saidAt(const nlohmann::json& json, std::int64_t when)
{
    const auto found = json.find("said");
    return found != json.end() && found->is_number_integer() ? found->get<std::int64_t>() : when;
}

/// What somebody's consent was on a channel: the present from its column, the past back through Changed Consent.
class ConsentPast {
public:
    struct State {
        ConsentState state = ConsentState::NeverAsked;
        std::optional<std::int64_t> at;  ///< when they said so; nothing: never, or nobody wrote it down
        std::string_view method;
    };

    static Result<ConsentPast> make(Materials& materials, Channel channel)
    {
        ConsentPast past;
        past.m_channel = channel;
        auto column = materials.sources().people->consents(channel);
        if (!column) {
            return fail(column.error());
        }
        past.m_now = std::move(*column);
        return past;
    }

    Result<void> ready(Materials& materials, std::int64_t at)
    {
        if (m_loaded) {
            return {};
        }
        auto later = materials.hasEventsAfter(metrics::changedConsent, at);
        if (!later || !*later) {
            return later ? Result<void>() : fail(later.error());
        }
        auto done = materials.forEachEvent(metrics::changedConsent, [&](ProfileNumber profile, std::int64_t when,
                                                                        std::int64_t, const std::string& properties) {
            const auto json = nlohmann::json::parse(properties, nullptr, false);
            if (!json.is_object() || textOf(json, "channel") != channelName(m_channel)) {
                return;
            }
            m_changes.push_back({profile, when, saidAt(json, when),
                                 findConsentState(textOf(json, "from")).value_or(ConsentState::NeverAsked),
                                 findConsentState(textOf(json, "to")).value_or(ConsentState::NeverAsked),
                                 textOf(json, "method")});
        });
        m_loaded = done.has_value();
        return done;
    }

    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    /// The 64 people of a word who have this state now.
    std::uint64_t withState(std::size_t word, ConsentState wanted) const
    {
        std::array<std::uint8_t, 64> flags{};
        const std::size_t base = word * 64;
        const auto& states = m_now->state;
        const auto code = static_cast<std::uint8_t>(wanted);
        if (base + 64 <= states.size()) {
            for (std::size_t i = 0; i < 64; ++i) {
                flags[i] = states[base + i] == code ? 1 : 0;
            }
        } else {
            for (std::size_t i = 0; i < 64; ++i) {
                flags[i] = (base + i < states.size() ? states[base + i] : 0) == code ? 1 : 0;
            }
        }
        return packFlags(flags.data());
    }

    State at(ProfileNumber profile, std::int64_t at) const
    {
        const auto later = std::partition_point(m_changes.begin(), m_changes.end(), [&](const Change& change) {
            return change.profile < profile || (change.profile == profile && change.at <= at);
        });
        if (later == m_changes.end() || later->profile != profile) {
            if (profile >= m_now->state.size() || m_now->state[profile] == 0) {
                return {};
            }
            return {static_cast<ConsentState>(m_now->state[profile]), m_now->at[profile],
                    m_now->methods[m_now->method[profile]]};
        }
        State state{later->from, std::nullopt, {}};
        // The newest word that says so: where two became one, the other's last word may be newer, and yield.
        for (auto change = later; change != m_changes.begin() && std::prev(change)->profile == profile; --change) {
            if (std::prev(change)->to == state.state) {
                state.at = std::prev(change)->said;
                state.method = std::prev(change)->method;
                break;
            }
        }
        return state;
    }

private:
    struct Change {
        ProfileNumber profile = 0;
        std::int64_t at = 0;
        std::int64_t said = 0;  ///< a merge takes over what was said before it
        ConsentState from = ConsentState::NeverAsked;
        ConsentState to = ConsentState::NeverAsked;
        std::string method;
    };
    Channel m_channel = Channel::Email;
    std::shared_ptr<const ConsentColumn> m_now;
    std::vector<Change> m_changes;  ///< by profile, then in time
    bool m_loaded = false;
};

/// Whether somebody's address on a channel was suppressed: the present from its columns, the past back through Changed
/// Suppression and what their address was.
class SuppressionPast {
public:
    struct State {
        bool isGiven = false;  ///< there is an address
        bool isValid = false;  ///< and it can be one
        bool suppressed = false;
        std::optional<SuppressionReason> reason;
        std::optional<std::int64_t> at;
    };

    static Result<SuppressionPast> make(Materials& materials, Channel channel)
    {
        SuppressionPast past;
        past.m_channel = channel;
        auto addresses = materials.sources().people->addresses(channel);
        if (!addresses) {
            return fail(addresses.error());
        }
        past.m_now = std::move(*addresses);
        auto suppressed = materials.sources().people->suppressions(channel);
        if (!suppressed) {
            return fail(suppressed.error());
        }
        past.m_suppressed = std::move(*suppressed);
        return past;
    }

    Result<void> ready(Materials& materials, std::int64_t at)
    {
        for (const std::string_view metric : {metrics::changedSuppression, metrics::changedProfile}) {
            auto later = m_loaded ? Result<bool>(true) : materials.hasEventsAfter(metric, at);
            if (!later) {
                return fail(later.error());
            }
            if (*later) {
                auto done = load(materials);
                return done && m_address ? m_address->ready(materials, at) : done;
            }
        }
        return {};
    }

    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] const AddressColumn& present() const { return *m_now; }

    State at(ProfileNumber profile, std::int64_t at) const
    {
        if (!m_loaded) {
            State state{hasBit(m_now->given, profile), hasBit(m_now->valid, profile), false, {}, {}};
            if (const auto found = m_now->suppressions.find(profile); found != m_now->suppressions.end()) {
                state.suppressed = true;
                state.reason = found->second.reason;
                state.at = found->second.at;
            }
            return state;
        }
        const std::string address = addressAt(profile, at);
        if (address.empty()) {
            return {};
        }
        State state = suppressionOf(comparableAddress(m_channel, address), at);
        state.isGiven = true;
        state.isValid = m_channel != Channel::Email || EmailAddress::parse(address);
        return state;
    }

private:
    struct Change {
        std::int64_t at = 0;
        std::int64_t row = 0;
        std::optional<SuppressionReason> reason;
        bool suppressed = false;
    };

    /// Empty: there was none.
    std::string addressAt(ProfileNumber profile, std::int64_t at) const
    {
        if (!m_address) {
            return {};
        }
        const auto content = m_address->contentAt(profile, at);
        return content.atoms.empty() ? std::string() : std::string(content.atoms.front().text);
    }

    State suppressionOf(const std::string& comparable, std::int64_t at) const
    {
        State state;
        const auto mine = m_changes.find(comparable);
        const auto after = mine == m_changes.end()
                               ? std::vector<Change>::const_iterator()
                               : std::partition_point(mine->second.begin(), mine->second.end(),
                                                      [&](const Change& change) { return change.at <= at; });
        if (mine == m_changes.end() || after == mine->second.end()) {
            if (const Suppression* const found = m_suppressed->find(comparable)) {
                state.suppressed = true;
                state.reason = found->reason;
                state.at = found->at.ms;
            }
        } else if (after != mine->second.begin()) {
            const Change& before = *std::prev(after);
            state.suppressed = before.suppressed;
            state.reason = before.reason;
            state.at = before.at;
        } else {
            state.suppressed = !after->suppressed;
            state.reason = after->suppressed ? std::nullopt : after->reason;
        }
        return state;
    }

    Result<void> load(Materials& materials)
    {
        if (m_loaded) {
            return {};
        }
        if (m_channel != Channel::Push) {
            auto address = materials.property(m_channel == Channel::Email ? "email" : "phone");
            if (!address) {
                return fail(address.error());
            }
            m_address = std::move(*address);
        }
        auto done =
            materials.forEachEvent(metrics::changedSuppression, [&](ProfileNumber, std::int64_t when, std::int64_t row,
                                                                    const std::string& properties) {
                const auto json = nlohmann::json::parse(properties, nullptr, false);
                if (!json.is_object() || textOf(json, "channel") != channelName(m_channel)) {
                    return;
                }
                const auto suppressed = json.find("suppressed");
                m_changes[textOf(json, "address")].push_back(
                    {when, row, findSuppressionReason(textOf(json, "reason")),
                     suppressed != json.end() && suppressed->is_boolean() && suppressed->get<bool>()});
            });
        for (auto& [address, changes] : m_changes) {
            std::sort(changes.begin(), changes.end(),
                      [](const Change& a, const Change& b) { return std::tie(a.at, a.row) < std::tie(b.at, b.row); });
        }
        m_loaded = done.has_value();
        return done;
    }

    Channel m_channel = Channel::Email;
    std::shared_ptr<const AddressColumn> m_now;
    std::shared_ptr<const SuppressedAddresses> m_suppressed;  ///< of the same moment
    // Of the past, once loaded.
    std::shared_ptr<PropertyReader> m_address;  ///< null: the channel's addresses are no property
    /// By address, whoever had it; then in time.
    std::unordered_map<std::string, std::vector<Change>> m_changes;
    bool m_loaded = false;
};

class ConsentJudge final : public Judge {
public:
    static MadeJudge make(const ConsentCondition& condition, const std::shared_ptr<Materials>& materials)
    {
        auto judge = std::unique_ptr<ConsentJudge>(new ConsentJudge(condition, materials));
        if (condition.what != ConsentCondition::What::Suppressed) {
            auto consent = ConsentPast::make(*materials, condition.channel);
            if (!consent) {
                return fail(consent.error());
            }
            judge->m_consent = std::move(*consent);
        }
        if (condition.what != ConsentCondition::What::State) {
            auto suppression = SuppressionPast::make(*materials, condition.channel);
            if (!suppression) {
                return fail(suppression.error());
            }
            judge->m_suppression = std::move(*suppression);
        }
        return std::unique_ptr<Judge>(std::move(judge));
    }

    Result<void> ready(std::int64_t at) override
    {
        Result<void> done;
        if (m_consent) {
            done = m_consent->ready(*m_materials, at);
        }
        if (done && m_suppression) {
            done = m_suppression->ready(*m_materials, at);
        }
        return done;
    }

    Judgement judge(ProfileNumber profile, std::int64_t at) const override
    {
        bool holds = false;
        std::optional<std::int64_t> since;
        switch (m_condition.what) {
        case ConsentCondition::What::CanReceive: return {toTruth(canReceive(profile, at) == m_condition.holds), never};
        case ConsentCondition::What::State: {
            const auto state = m_consent->at(profile, at);
            holds =
                state.state == m_condition.state && (m_condition.method.empty() || state.method == m_condition.method);
            since = state.at;
            break;
        }
        case ConsentCondition::What::Suppressed: {
            const auto state = m_suppression->at(profile, at);
            holds = state.suppressed && (!m_condition.reason || state.reason == m_condition.reason);
            since = state.at;
            break;
        }
        }
        std::int64_t until = never;
        if (holds && !m_clock.isAll()) {
            if (!since) {
                holds = false;
            } else {
                const std::int64_t enters = m_clock.enters(*since);
                holds = m_clock.at(at).contains(*since);
                until = holds ? m_clock.leaves(*since) : enters > at ? enters : never;
            }
        }
        return {toTruth(holds == m_condition.holds), until};
    }

    void explain(ProfileNumber profile, std::int64_t at, Explanation& explanation) const override
    {
        const std::string channel(channelName(m_condition.channel));
        if (m_consent) {
            const auto state = m_consent->at(profile, at);
            explanation.because = channel + " consent is " + std::string(consentStateName(state.state));
            if (state.at) {
                explanation.because += ", said " + agoWords(*state.at, at);
            }
            if (!state.method.empty()) {
                explanation.because += " by " + std::string(state.method);
            }
            auto fact = makeFact(VerdictFact::Kind::Consent, channel, std::string(consentStateName(state.state)));
            fact.text2 = std::string(state.method);
            if (state.at) {
                fact.at = Instant{*state.at};
            }
            explanation.facts.push_back(std::move(fact));
        }
        if (m_suppression) {
            const auto state = m_suppression->at(profile, at);
            explanation.because += explanation.because.empty() ? "" : "; ";
            explanation.because += !state.isGiven     ? "no address for " + channel
                                   : state.suppressed ? "the address is suppressed"
                                                      : "the address is not suppressed";
            if (state.suppressed && state.reason) {
                explanation.because += " (" + std::string(suppressionReasonName(*state.reason)) + ')';
            }
            using Kind = VerdictFact::Kind;
            auto fact = makeFact(!state.isGiven     ? Kind::NoAddress
                                 : state.suppressed ? Kind::Suppressed
                                                    : Kind::NotSuppressed,
                                 channel);
            if (state.suppressed && state.reason) {
                fact.text = std::string(suppressionReasonName(*state.reason));
            }
            explanation.facts.push_back(std::move(fact));
        }
    }
    void markMovers(std::int64_t now, std::int64_t until, ProfileBitmap& movers) const override
    {
        if (!m_clock.isAll()) {
            Judge::markMovers(now, until, movers);
        }
    }
    void fill(const Chunk& chunk, std::int64_t at, const std::uint64_t* care, std::uint64_t* yes,
              std::uint64_t* unset) const override
    {
        if (!isPresent()) {
            Judge::fill(chunk, at, care, yes, unset);
            return;
        }
        const auto wordOf = [](const std::vector<std::uint64_t>& words, std::size_t word) {
            return word < words.size() ? words[word] : 0;
        };
        for (std::size_t i = 0; i < chunk.count; ++i) {
            const std::size_t word = chunk.first + i;
            std::uint64_t holding = 0;
            switch (m_condition.what) {
            case ConsentCondition::What::State: holding = m_consent->withState(word, m_condition.state); break;
            case ConsentCondition::What::CanReceive:
                holding = m_consent->withState(word, ConsentState::Subscribed) &
                          wordOf(m_suppression->present().valid, word) &
                          ~wordOf(m_suppression->present().suppressed, word);
                break;
            case ConsentCondition::What::Suppressed: holding = wordOf(m_suppression->present().suppressed, word); break;
            }
            // The bits that hold say who may; a reason, a method or a date is looked at one by one.
            const bool plain = m_condition.method.empty() && !m_condition.reason && m_clock.isAll();
            for (std::uint64_t left = plain ? 0 : holding & care[i]; left != 0; left &= left - 1) {
                const int bit = std::countr_zero(left);
                const auto profile = static_cast<ProfileNumber>(word * 64 + static_cast<std::size_t>(bit));
                if ((judge(profile, at).truth == Truth::Yes) != m_condition.holds) {
                    holding &= ~(std::uint64_t{1} << bit);
                }
            }
            yes[i] = m_condition.holds ? holding : ~holding;
        }
    }
    double cost() const override { return isPresent() ? 2 : 30; }

private:
    ConsentJudge(const ConsentCondition& condition, std::shared_ptr<Materials> materials)
        : m_condition(condition),
          m_materials(std::move(materials)),
          m_clock(condition.timeframe, m_materials->sources().zone, m_materials->sources().flowStart)
    {
    }

    /// Nobody's consent or address is another as of the instant asked for: the columns of the present will do.
    [[nodiscard]] bool isPresent() const
    {
        return (!m_consent || !m_consent->isLoaded()) && (!m_suppression || !m_suppression->isLoaded());
    }

    /// What the send policy says of a marketing message, apart from what hangs on the message.
    bool canReceive(ProfileNumber profile, std::int64_t at) const
    {
        if (m_consent->at(profile, at).state != ConsentState::Subscribed) {
            return false;
        }
        const auto address = m_suppression->at(profile, at);
        return address.isValid && !address.suppressed;
    }

    const ConsentCondition m_condition;
    const std::shared_ptr<Materials> m_materials;
    const TimeframeClock m_clock;
    std::optional<ConsentPast> m_consent;
    std::optional<SuppressionPast> m_suppression;
};

}  // namespace

MadeJudge makeJudge(const ConsentCondition& condition, const std::shared_ptr<Materials>& materials)
{
    return ConsentJudge::make(condition, materials);
}

}  // namespace shopbell::segments
