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
#include <unordered_map>
#include <utility>
#include <vector>

namespace shopbell {

/// Of a bit per profile number.
inline void setBit(std::vector<std::uint64_t>& words, std::uint32_t bit, bool on)
{
    const std::uint64_t mask = std::uint64_t{1} << (bit & 63);
    words[bit >> 6] = on ? words[bit >> 6] | mask : words[bit >> 6] & ~mask;
}
[[nodiscard]] inline bool hasBit(const std::vector<std::uint64_t>& words, std::uint32_t bit)
{
    return (bit >> 6) < words.size() && (words[bit >> 6] >> (bit & 63) & 1) != 0;
}

/// Who there is. Arrays by profile number.
struct People {
    std::uint32_t end = 0;                ///< one past the highest number
    std::vector<std::uint64_t> living;    ///< a bit each
    std::vector<std::int64_t> createdAt;  ///< ms; 0 where nobody is
    std::int64_t lastCreated = 0;         ///< the latest of them
    std::int64_t count = 0;
};

/// What is known of one channel's consent now. Arrays by profile number, which end with the last who has been asked.
struct ConsentColumn {
    std::vector<std::uint8_t> state;    ///< ConsentState
    std::vector<std::int64_t> at;       ///< ms
    std::vector<std::uint32_t> method;  ///< index into methods
    std::vector<std::string> methods;   ///< the first is empty

    void makeRoom(std::size_t profile)
    {
        if (profile >= state.size()) {
            state.resize(profile + 1);
            at.resize(profile + 1);
            method.resize(profile + 1);
        }
    }
};

/// One list's members now, ascending by profile.
struct ListColumn {
    std::vector<std::uint32_t> profile;
    std::vector<std::int64_t> joinedAt;
};

/// Whose address on a channel could be written to, consent aside. A bit per profile number.
struct AddressColumn {
    std::vector<std::uint64_t> given;       ///< has an address
    std::vector<std::uint64_t> valid;       ///< has an address that can be one
    std::vector<std::uint64_t> suppressed;  ///< has an address that is suppressed
    struct Suppressed {
        SuppressionReason reason = SuppressionReason::Manual;
        std::int64_t at = 0;  ///< ms
    };
    std::unordered_map<std::uint32_t, Suppressed> suppressions;  ///< of those, by profile number
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
