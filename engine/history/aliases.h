// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "db/connection.h"
#include "history/columns.h"

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

namespace shopbell {

/// Which profile number lives on under which other one. Immutable once shared between threads.
class Aliases {
public:
    /// Reads profile_alias; chains are followed to their end.
    [[nodiscard]] static Result<Aliases> load(db::Connection& connection);

    void add(ProfileNumber from, ProfileNumber into);
    [[nodiscard]] ProfileNumber resolve(ProfileNumber profile) const
    {
        if (m_into.empty()) {
            return profile;
        }
        const auto found = m_into.find(profile);
        return found == m_into.end() ? profile : found->second;
    }
    /// The former numbers of a living profile.
    [[nodiscard]] const std::vector<ProfileNumber>& formerOf(ProfileNumber profile) const;
    [[nodiscard]] bool isEmpty() const { return m_into.empty(); }
    [[nodiscard]] const std::unordered_map<ProfileNumber, ProfileNumber>& all() const { return m_into; }
    friend bool operator==(const Aliases& a, const Aliases& b) { return a.m_into == b.m_into; }

private:
    std::unordered_map<ProfileNumber, ProfileNumber> m_into;
    std::unordered_map<ProfileNumber, std::vector<ProfileNumber>> m_former;
};

}  // namespace shopbell
