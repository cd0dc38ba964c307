// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/consent.h"
#include "model/ids.h"
#include "profiles/property_columns.h"
#include "profiles/suppressions.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
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

/// Says of one profile what an AddressColumn holds.
void setAddress(AddressColumn& column, Channel channel, std::uint32_t profile, std::string_view address,
                const SuppressedAddresses& known);

/// What is known of people, as columns by profile number: of everybody now (profile_columns.h), or of some as they
/// were. What it hands out is immutable and shared.
class PeopleFacts {
public:
    virtual ~PeopleFacts() = default;

    /// Takes in what was written since; a microsecond when that is nothing. To be called before a question.
    [[nodiscard]] virtual Result<void> refresh() = 0;

    [[nodiscard]] virtual Result<std::shared_ptr<const People>> people() = 0;
    /// A property by its name; "email", "phone" and "created_at" are what their columns of the table say.
    [[nodiscard]] virtual Result<std::shared_ptr<const ProfilePropertyColumn>> property(std::string_view name) = 0;
    [[nodiscard]] virtual Result<std::shared_ptr<const ConsentColumn>> consents(Channel channel) = 0;
    [[nodiscard]] virtual Result<std::shared_ptr<const ListColumn>> list(ListId list) = 0;
    [[nodiscard]] virtual Result<std::shared_ptr<const SuppressedAddresses>> suppressions(Channel channel) = 0;
    [[nodiscard]] virtual Result<std::shared_ptr<const AddressColumn>> addresses(Channel channel) = 0;
    /// Names of properties that anybody has, and how many; most frequent first.
    [[nodiscard]] virtual Result<std::vector<std::pair<std::string, std::int64_t>>> listPropertyNames() = 0;

protected:
    PeopleFacts() = default;
    PeopleFacts(const PeopleFacts&) = default;
    PeopleFacts& operator=(const PeopleFacts&) = default;
};

}  // namespace shopbell
