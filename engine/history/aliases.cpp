// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/aliases.h"

namespace shopbell {

namespace {

constexpr std::string_view sqlAliases = "SELECT old_id, new_id FROM profile_alias ORDER BY old_id";

}  // namespace

Result<Aliases> Aliases::load(db::Connection& connection)
{
    Aliases aliases;
    auto read = connection.each(sqlAliases, [&](db::Statement& row) {
        const std::int64_t from = row.integer(0);
        const std::int64_t into = row.integer(1);
        if (from >= 0 && from <= maxProfileNumber && into >= 0 && into <= maxProfileNumber && from != into) {
            aliases.add(static_cast<ProfileNumber>(from), static_cast<ProfileNumber>(into));
        }
    });
    if (!read) {
        return fail(read.error());
    }
    return aliases;
}

void Aliases::add(ProfileNumber from, ProfileNumber into)
{
    into = resolve(into);
    if (from == into || m_into.contains(from)) {
        return;
    }
    m_into.emplace(from, into);
    auto former = std::move(m_former[from]);
    m_former.erase(from);
    for (const ProfileNumber older : former) {
        m_into[older] = into;
    }
    auto& all = m_former[into];
    all.insert(all.end(), former.begin(), former.end());
    all.push_back(from);
}

const std::vector<ProfileNumber>& Aliases::formerOf(ProfileNumber profile) const
{
    static const std::vector<ProfileNumber> none;
    if (m_former.empty()) {
        return none;
    }
    const auto found = m_former.find(profile);
    return found == m_former.end() ? none : found->second;
}

}  // namespace shopbell
