// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/workspace.h"
#include "profiles/people_facts.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace shopbell {

/// Everything that is known of all profiles, as columns in memory: made when first asked for, kept current after that.
/// What it hands out is immutable and shared; ask anew after refresh() to see changes. Reads with a connection of its
/// own, so that it may be used from any thread; one at a time inside.
class ProfileColumns final : public PeopleFacts {
public:
    [[nodiscard]] static Result<std::unique_ptr<ProfileColumns>> open(const db::Workspace& workspace);
    ~ProfileColumns() override;
    ProfileColumns(const ProfileColumns&) = delete;
    ProfileColumns& operator=(const ProfileColumns&) = delete;

    [[nodiscard]] Result<void> refresh() override;
    [[nodiscard]] Result<std::shared_ptr<const People>> people() override;
    [[nodiscard]] Result<std::shared_ptr<const ProfilePropertyColumn>> property(std::string_view name) override;
    [[nodiscard]] Result<std::shared_ptr<const ConsentColumn>> consents(Channel channel) override;
    [[nodiscard]] Result<std::shared_ptr<const ListColumn>> list(ListId list) override;
    [[nodiscard]] Result<std::shared_ptr<const SuppressedAddresses>> suppressions(Channel channel) override;
    [[nodiscard]] Result<std::shared_ptr<const AddressColumn>> addresses(Channel channel) override;
    [[nodiscard]] Result<std::vector<std::pair<std::string, std::int64_t>>> listPropertyNames() override;

private:
    struct State;
    explicit ProfileColumns(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace shopbell
