// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaigns/audience.h"

#include "dispatch/ledger.h"
#include "profiles/lists.h"
#include "profiles/profile_reading.h"

#include <algorithm>
#include <iterator>

namespace shopbell {

namespace {

constexpr std::string_view progressSql = "SELECT planned_up_to, planned_all FROM campaign WHERE id = ?1";
constexpr std::string_view saveProgressSql = "UPDATE campaign SET planned_up_to = ?2, planned_all = ?3 WHERE id = ?1";

/// Everybody in one of them; ascending, each once.
Result<std::vector<ProfileId>> anyOf(db::Connection& connection, const std::vector<SegmentId>& segments,
                                     const std::vector<ListId>& lists, const SegmentMembersOf& membersOf)
{
    std::vector<ProfileId> people;
    const auto add = [&](Result<std::vector<ProfileId>> members) -> Result<void> {
        if (!members) {
            return fail(members.error());
        }
        people.insert(people.end(), members->begin(), members->end());
        return {};
    };
    for (const auto segment : segments) {
        if (auto added = add(membersOf(segment)); !added) {
            return fail(added.error());
        }
    }
    for (const auto list : lists) {
        // A list that is gone would let through whom it kept out: better not to send.
        if (auto known = loadList(connection, list); !known) {
            return fail(known.error().kind,
                        "The audience names a list that does not exist any more. " + known.error().what);
        }
        if (auto added = add(listMembers(connection, list)); !added) {
            return fail(added.error());
        }
    }
    if (!std::is_sorted(people.begin(), people.end())) {
        std::sort(people.begin(), people.end());
    }
    people.erase(std::unique(people.begin(), people.end()), people.end());
    return people;
}

/// The messages of some people (ascending), with their addresses of now; people who are gone stay in, without one, for
/// the policy to say so.
Result<std::vector<PlannedMessage>> messagesFor(db::Connection& connection, const Campaign& campaign,
                                                std::vector<ProfileId>::const_iterator begin,
                                                std::vector<ProfileId>::const_iterator end)
{
    std::vector<PlannedMessage> messages;
    messages.reserve(static_cast<std::size_t>(end - begin));
    for (auto person = begin; person != end; ++person) {
        PlannedMessage message;
        message.originId = campaign.id.value;
        message.profile = *person;
        message.channel = campaign.channel;
        message.provider = campaign.provider;
        message.sendAt = {0};
        messages.push_back(std::move(message));
    }
    std::size_t next = 0;
    auto scanned = forEachProfile(
        connection,
        [&](const ProfileRow& row) {
            while (next < messages.size() && messages[next].profile < row.id) {
                ++next;
            }
            if (next == messages.size()) {
                return false;
            }
            if (messages[next].profile == row.id) {
                messages[next].address = std::string(campaign.channel == Channel::Email ? row.email
                                                     : campaign.channel == Channel::Sms ? row.phone
                                                                                        : std::string_view());
            }
            return true;
        },
        ProfileId{begin->value - 1});
    if (!scanned) {
        return fail(scanned.error());
    }
    return messages;
}

}  // namespace

Result<std::vector<ProfileId>> resolveAudience(db::Connection& connection, const Audience& audience,
                                               const SegmentMembersOf& membersOf)
{
    auto included = anyOf(connection, audience.segments, audience.lists, membersOf);
    if (!included) {
        return fail(included.error());
    }
    auto excluded = anyOf(connection, audience.excludedSegments, audience.excludedLists, membersOf);
    if (!excluded) {
        return fail(excluded.error());
    }
    if (excluded->empty()) {
        return included;
    }
    std::vector<ProfileId> people;
    people.reserve(included->size());
    std::set_difference(included->begin(), included->end(), excluded->begin(), excluded->end(),
                        std::back_inserter(people));
    return people;
}

Result<bool> planNext(db::Connection& connection, const Clock& clock, const Campaign& campaign,
                      const std::vector<ProfileId>& people, int limit)
{
    std::optional<std::pair<ProfileId, bool>> progress;
    auto read = connection.each(
        progressSql,
        [&](db::Statement& row) {
            progress = {row.id<ProfileId>(0), row.integer(1) != 0};
        },
        campaign.id);
    if (!read) {
        return fail(read.error());
    }
    if (!progress) {
        return fail(ErrorKind::NotFound,
                    say("campaign-unknown", "There is no campaign %1.", {std::to_string(campaign.id.value)}));
    }
    if (progress->second) {
        return false;
    }
    const auto begin = std::upper_bound(people.begin(), people.end(), progress->first);
    const auto end = begin + std::min<std::ptrdiff_t>(std::max(limit, 1), people.end() - begin);
    const bool isAll = end == people.end();
    if (begin != end) {
        auto messages = messagesFor(connection, campaign, begin, end);
        if (!messages) {
            return fail(messages.error());
        }
        Ledger ledger(connection, clock);
        if (auto planned = ledger.plan(*messages); !planned) {
            return fail(planned.error());
        }
    }
    const auto upTo = begin == end ? progress->first : *(end - 1);
    if (auto saved = connection.run(saveProgressSql, campaign.id, upTo.value, isAll); !saved) {
        return fail(saved.error());
    }
    return !isAll;
}

}  // namespace shopbell
