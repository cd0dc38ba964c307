// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "campaigns/audience.h"
#include "dispatch/send_policy.h"
#include "profiles/profile_reading.h"
#include "profiles/suppressions.h"

#include <algorithm>
#include <map>

namespace shopbell {

namespace {

/// Parallel to `people`, who are ascending.
Result<std::vector<ConsentState>> consentsOf(db::Connection& connection, const std::vector<ProfileId>& people,
                                             Channel channel)
{
    std::vector<ConsentState> states(people.size(), ConsentState::NeverAsked);
    std::size_t next = 0;
    auto scanned = forEachConsent(connection, [&](ProfileId profile, const Consent& consent) {
        while (next < people.size() && people[next] < profile) {
            ++next;
        }
        if (next < people.size() && people[next] == profile && consent.channel == channel) {
            states[next] = consent.state;
        }
    });
    if (!scanned) {
        return fail(scanned.error());
    }
    return states;
}

}  // namespace

Result<AudienceForecast> forecast(db::Connection& connection, const std::vector<ProfileId>& people, Channel channel,
                                  Instant now)
{
    AudienceForecast result;
    result.people = static_cast<std::int64_t>(people.size());
    if (people.empty()) {
        return result;
    }
    auto suppressed = SuppressedAddresses::load(connection, channel);
    if (!suppressed) {
        return fail(suppressed.error());
    }
    auto consents = consentsOf(connection, people, channel);
    if (!consents) {
        return fail(consents.error());
    }
    std::map<SkipReason, std::int64_t> skips;
    const auto decide = [&](const PolicyInput& input) {
        const auto decision = decideSending(input, {}, now);
        if (decision.what == PolicyDecision::What::Skip) {
            ++skips[*decision.reason];
        } else {
            ++result.willGet;
        }
    };
    PolicyInput gone;
    gone.channel = channel;
    gone.erased = true;
    std::size_t next = 0;
    auto scanned = forEachProfile(
        connection,
        [&](const ProfileRow& row) {
            for (; next < people.size() && people[next] < row.id; ++next) {
                decide(gone);
            }
            if (next == people.size()) {
                return false;
            }
            if (people[next] != row.id) {
                return true;
            }
            PolicyInput input;
            input.channel = channel;
            const auto address = channel == Channel::Email ? row.email
                                 : channel == Channel::Sms ? row.phone
                                                           : std::string_view();
            // Stored addresses were checked; lower case is their comparable form where they are ASCII.
            input.address = channel == Channel::Email && isAscii(address) ? toLowerAscii(address)
                                                                          : comparableAddress(channel, address);
            input.consent = (*consents)[next];
            const Suppression* const suppression = input.address.empty() ? nullptr : suppressed->find(input.address);
            input.suppression = suppression == nullptr ? std::nullopt : std::optional(suppression->reason);
            decide(input);
            ++next;
            return true;
        },
        ProfileId{people.front().value - 1});
    if (!scanned) {
        return fail(scanned.error());
    }
    for (; next < people.size(); ++next) {
        decide(gone);
    }
    for (const auto& [reason, count] : skips) {
        result.skips.emplace_back(skipReasonName(reason), count);
    }
    std::stable_sort(result.skips.begin(), result.skips.end(),
                     [](const auto& left, const auto& right) { return left.second > right.second; });
    return result;
}

}  // namespace shopbell
