// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/workspace.h"
#include "model/consent.h"
#include "model/ids.h"
#include "profiles/property_columns.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace shopbell {

/// Who there is. Arrays by profile number.
struct People {
    std::uint32_t end = 0;                ///< one past the highest number
    std::vector<std::uint64_t> living;    ///< a bit each
    std::vector<std::int64_t> createdAt;  ///< ms; 0 where nobody is
    std::int64_t lastCreated = 0;         ///< the latest of them
    std::int64_t count = 0;
};

/// What is known of one channel's consent now. Arrays by profile number.
struct ConsentColumn {
    std::vector<std::uint8_t> state;    ///< ConsentState
    std::vector<std::int64_t> at;       ///< ms
    std::vector<std::uint32_t> method;  ///< index into methods
    std::vector<std::string> methods;   ///< the first is empty
};

/// One list's members now, ascending by profile.
struct ListColumn {
    std::vector<std::uint32_t> profile;
    std::vector<std::int64_t> joinedAt;
};

/// Whose address on a channel could be written to, consent aside. A bit per profile number.
struct AddressColumn {
    std::vector<std::uint64_t> valid;       ///< has an address that can be one
    std::vector<std::uint64_t> suppressed;  ///< has an address that is suppressed
};

/// Suppressed addresses of one channel, in comparable form (hashed ones as "sha256:…").
using SuppressionColumn = std::unordered_map<std::string, Suppression>;

/// Everything that is known of all profiles, as columns in memory: made when first asked for, kept current after that.
/// What it hands out is immutable and shared; ask anew after refresh() to see changes. Reads with a connection of its
/// own, so that it may be used from any thread; one at a time inside.
class ProfileColumns {
public:
    [[nodiscard]] static Result<std::unique_ptr<ProfileColumns>> open(const db::Workspace& workspace);
    ~ProfileColumns();
    ProfileColumns(const ProfileColumns&) = delete;
    ProfileColumns& operator=(const ProfileColumns&) = delete;

    /// Takes in what was written since; a microsecond when that is nothing. To be called before a question.
    [[nodiscard]] Result<void> refresh();

    [[nodiscard]] Result<std::shared_ptr<const People>> people();
    /// A property by its name; "email", "phone" and "created_at" are what their columns of the table say.
    [[nodiscard]] Result<std::shared_ptr<const ProfilePropertyColumn>> property(std::string_view name);
    [[nodiscard]] Result<std::shared_ptr<const ConsentColumn>> consents(Channel channel);
    [[nodiscard]] Result<std::shared_ptr<const ListColumn>> list(ListId list);
    [[nodiscard]] Result<std::shared_ptr<const SuppressionColumn>> suppressions(Channel channel);
    [[nodiscard]] Result<std::shared_ptr<const AddressColumn>> addresses(Channel channel);
    /// Names of properties that anybody has, and how many; most frequent first.
    [[nodiscard]] Result<std::vector<std::pair<std::string, std::int64_t>>> listPropertyNames();
    /// How erased addresses are remembered (see profiles/suppressions.h).
    [[nodiscard]] Result<std::string> hashAddress(Channel channel, std::string_view comparable);

private:
    struct State;
    explicit ProfileColumns(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace shopbell
