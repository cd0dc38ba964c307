// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/apart_facts.h"

#include "profiles/stored_members.h"

#include <algorithm>

namespace shopbell::segments {

Result<std::shared_ptr<const People>> ApartFacts::people()
{
    auto made = std::make_shared<People>();
    made->end = static_cast<std::uint32_t>(m_parting.facts.size());
    made->living.resize((m_parting.facts.size() + 63) / 64);
    made->createdAt.resize(m_parting.facts.size());
    forEach([&](std::uint32_t number, const ProfileAtMerge& person) {
        made->living[number >> 6] |= std::uint64_t{1} << (number & 63);
        made->createdAt[number] = person.createdAt.ms;
        made->lastCreated = made->count == 0 ? person.createdAt.ms : std::max(made->lastCreated, person.createdAt.ms);
        ++made->count;
    });
    return std::shared_ptr<const People>(std::move(made));
}

Result<std::shared_ptr<const ProfilePropertyColumn>> ApartFacts::property(std::string_view name)
{
    auto column = std::make_shared<ProfilePropertyColumn>();
    column->resize(m_parting.facts.size());
    StoredMembers finder;
    forEach([&](std::uint32_t number, const ProfileAtMerge& person) {
        if (name == "created_at") {
            column->set(number, column->encodeDate(person.createdAt));
        } else if (name == "email" || name == "phone") {
            const std::string& text = name == "email" ? person.email : person.phone;
            column->set(number, text.empty() ? 0 : column->encodeText(text));
        } else if (const auto json = finder.find(person.properties, name)) {
            column->set(number, column->encodeJson(*json));
        }
    });
    return std::shared_ptr<const ProfilePropertyColumn>(std::move(column));
}

Result<std::shared_ptr<const ConsentColumn>> ApartFacts::consents(Channel channel)
{
    auto made = std::make_shared<ConsentColumn>();
    made->methods.emplace_back();
    std::map<std::string, std::uint32_t, std::less<>> methods{{"", 0}};
    forEach([&](std::uint32_t number, const ProfileAtMerge& person) {
        for (const Consent& said : person.consents) {
            if (said.channel != channel) {
                continue;
            }
            made->makeRoom(number);
            made->state[number] = static_cast<std::uint8_t>(said.state);
            made->at[number] = said.at.ms;
            const auto [method, isNew] =
                methods.try_emplace(said.method, static_cast<std::uint32_t>(made->methods.size()));
            if (isNew) {
                made->methods.push_back(said.method);
            }
            made->method[number] = method->second;
        }
    });
    return std::shared_ptr<const ConsentColumn>(std::move(made));
}

Result<std::shared_ptr<const ListColumn>> ApartFacts::list(ListId list)
{
    auto made = std::make_shared<ListColumn>();
    forEach([&](std::uint32_t number, const ProfileAtMerge& person) {
        for (const auto& [joined, at] : person.lists) {
            if (joined == list) {
                made->profile.push_back(number);
                made->joinedAt.push_back(at.ms);
            }
        }
    });
    return std::shared_ptr<const ListColumn>(std::move(made));
}

Result<std::shared_ptr<const SuppressedAddresses>> ApartFacts::suppressions(Channel channel)
{
    return m_whole.suppressions(channel);
}

Result<std::shared_ptr<const AddressColumn>> ApartFacts::addresses(Channel channel)
{
    auto known = m_whole.suppressions(channel);
    if (!known) {
        return fail(known.error());
    }
    auto made = std::make_shared<AddressColumn>();
    forEach([&](std::uint32_t number, const ProfileAtMerge& person) {
        if (channel != Channel::Push) {
            setAddress(*made, channel, number, channel == Channel::Email ? person.email : person.phone, **known);
        }
    });
    return std::shared_ptr<const AddressColumn>(std::move(made));
}

Result<std::vector<std::pair<std::string, std::int64_t>>> ApartFacts::listPropertyNames()
{
    std::map<std::string, std::int64_t, std::less<>> counts;
    StoredMembers finder;
    forEach([&](std::uint32_t, const ProfileAtMerge& person) {
        finder.eachName(person.properties, [&](std::string_view name) { ++counts[std::string(name)]; });
    });
    std::vector<std::pair<std::string, std::int64_t>> names(counts.begin(), counts.end());
    std::stable_sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    return names;
}

}  // namespace shopbell::segments
