// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profiles/people_facts.h"
#include "segments/merged_families.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace shopbell::segments {

/// What was known of people who were merged later, when that merge came; by the parting's numbers. Suppressions are of
/// addresses, so they are those of the workspace. One thread.
class ApartFacts final : public PeopleFacts {
public:
    /// Both outlive it.
    ApartFacts(PeopleFacts& whole, const Parting& parting) : m_whole(whole), m_parting(parting) {}

    [[nodiscard]] Result<void> refresh() override { return {}; }
    [[nodiscard]] Result<std::shared_ptr<const People>> people() override;
    [[nodiscard]] Result<std::shared_ptr<const ProfilePropertyColumn>> property(std::string_view name) override;
    [[nodiscard]] Result<std::shared_ptr<const ConsentColumn>> consents(Channel channel) override;
    [[nodiscard]] Result<std::shared_ptr<const ListColumn>> list(ListId list) override;
    [[nodiscard]] Result<std::shared_ptr<const SuppressedAddresses>> suppressions(Channel channel) override;
    [[nodiscard]] Result<std::shared_ptr<const AddressColumn>> addresses(Channel channel) override;
    [[nodiscard]] Result<std::vector<std::pair<std::string, std::int64_t>>> listPropertyNames() override;

private:
    /// function(number, ProfileAtMerge) for everybody, ascending.
    template <class Function>
    void forEach(Function&& function) const
    {
        for (std::uint32_t number = 1; number < m_parting.facts.size(); ++number) {
            function(number, *m_parting.facts[number]);
        }
    }

    PeopleFacts& m_whole;
    const Parting& m_parting;
};

}  // namespace shopbell::segments
