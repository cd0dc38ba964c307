// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/profile_columns.h"

#include "profiles/profile_columns_state.h"
#include "profiles/suppressions.h"

#include <algorithm>
#include <map>

namespace shopbell {

namespace {

constexpr std::string_view smallCacheSql = "PRAGMA cache_size=-2048";
constexpr std::string_view peopleSql = "SELECT id, created_at FROM profile ORDER BY id";
constexpr std::string_view propertiesSql = "SELECT id, properties FROM profile ORDER BY id";
constexpr std::string_view emailsSql = "SELECT id, email FROM profile WHERE email IS NOT NULL ORDER BY id";
constexpr std::string_view phonesSql = "SELECT id, phone FROM profile WHERE phone IS NOT NULL ORDER BY id";
constexpr std::string_view consentsSql = "SELECT profile_id, state, at, method FROM consent WHERE channel = ?1";
constexpr std::string_view listMembersSql =
    "SELECT profile_id, joined_at FROM list_member WHERE list_id = ?1 ORDER BY profile_id";

}  // namespace

Result<std::unique_ptr<ProfileColumns>> ProfileColumns::open(const db::Workspace& workspace)
{
    auto connection = workspace.connect(db::OpenMode::ReadOnly);
    if (!connection) {
        return fail(connection.error());
    }
    // Each column is one way through a table; the pages are not met again.
    if (auto set = connection->execute(smallCacheSql); !set) {
        return fail(set.error());
    }
    return std::unique_ptr<ProfileColumns>(new ProfileColumns(std::make_unique<State>(std::move(*connection))));
}

ProfileColumns::ProfileColumns(std::unique_ptr<State> state) : m_state(std::move(state)) {}
ProfileColumns::~ProfileColumns() = default;

Result<void> ProfileColumns::refresh()
{
    // A column of a million people may be loading: who needs none of it must not wait for that.
    const std::unique_lock lock(m_state->mutex, std::try_to_lock);
    if (!lock) {
        m_state->isStale = true;
        return {};
    }
    m_state->isStale = false;
    return m_state->refresh();
}

Result<std::shared_ptr<const People>> ProfileColumns::people()
{
    State& s = *m_state;
    const std::lock_guard lock(s.mutex);
    if (auto current = s.catchUp(); !current) {
        return fail(current.error());
    }
    if (!s.people) {
        auto done = s.refresh();
        if (done && !s.people) {
            done = s.loadPeople();
        }
        if (!done) {
            return fail(done.error());
        }
    }
    return std::shared_ptr<const People>(s.people);
}

Result<std::shared_ptr<const ProfilePropertyColumn>> ProfileColumns::property(std::string_view name)
{
    auto everybody = people();
    if (!everybody) {
        return fail(everybody.error());
    }
    State& s = *m_state;
    const std::lock_guard lock(s.mutex);
    if (const auto known = s.properties.find(name); known != s.properties.end()) {
        return std::shared_ptr<const ProfilePropertyColumn>(known->second);
    }
    auto column = std::make_shared<ProfilePropertyColumn>();
    column->resize((*everybody)->end);
    Result<void> done;
    const auto number = [](db::Statement& row) { return static_cast<std::uint32_t>(row.integer(0)); };
    if (name == "created_at") {
        done = s.db.each(peopleSql,
                         [&](db::Statement& row) { column->set(number(row), column->encodeDate(row.instant(1))); });
    } else if (name == "email" || name == "phone") {
        done = s.db.each(name == "email" ? emailsSql : phonesSql, [&](db::Statement& row) {
            if (!row.text(1).empty()) {
                column->set(number(row), column->encodeText(row.text(1)));
            }
        });
    } else {
        done = s.db.each(propertiesSql, [&](db::Statement& row) {
            if (const auto json = s.finder.find(row.text(1), name)) {
                column->set(number(row), column->encodeJson(*json));
            }
        });
    }
    if (!done) {
        return fail(done.error());
    }
    s.properties.emplace(name, column);
    return std::shared_ptr<const ProfilePropertyColumn>(std::move(column));
}

Result<std::shared_ptr<const ConsentColumn>> ProfileColumns::consents(Channel channel)
{
    auto everybody = people();
    if (!everybody) {
        return fail(everybody.error());
    }
    State& s = *m_state;
    const std::lock_guard lock(s.mutex);
    auto& column = s.consents[static_cast<std::size_t>(channel)];
    if (!column) {
        auto made = std::make_shared<ConsentColumn>();
        made->methods.emplace_back();
        std::map<std::string, std::uint32_t, std::less<>> methods{{"", 0}};
        auto done = s.db.each(
            consentsSql,
            [&](db::Statement& row) {
                const auto profile = static_cast<std::size_t>(row.integer(0));
                if (profile >= (*everybody)->end) {
                    return;
                }
                made->makeRoom(profile);
                made->state[profile] = static_cast<std::uint8_t>(row.integer(1));
                made->at[profile] = row.integer(2);
                auto method = methods.find(row.text(3));
                if (method == methods.end()) {
                    method = methods.emplace(row.string(3), static_cast<std::uint32_t>(made->methods.size())).first;
                    made->methods.push_back(row.string(3));
                }
                made->method[profile] = method->second;
            },
            channel);
        if (!done) {
            return fail(done.error());
        }
        column = std::move(made);
    }
    return std::shared_ptr<const ConsentColumn>(column);
}

Result<std::shared_ptr<const ListColumn>> ProfileColumns::list(ListId list)
{
    State& s = *m_state;
    const std::lock_guard lock(s.mutex);
    if (auto current = s.catchUp(); !current) {
        return fail(current.error());
    }
    auto& column = s.lists[list.value];
    if (!column) {
        auto made = std::make_shared<ListColumn>();
        auto done = s.db.each(
            listMembersSql,
            [&](db::Statement& row) {
                made->profile.push_back(static_cast<std::uint32_t>(row.integer(0)));
                made->joinedAt.push_back(row.integer(1));
            },
            list);
        if (!done) {
            return fail(done.error());
        }
        column = std::move(made);
    }
    return std::shared_ptr<const ListColumn>(column);
}

Result<std::shared_ptr<const SuppressedAddresses>> ProfileColumns::suppressions(Channel channel)
{
    State& s = *m_state;
    const std::lock_guard lock(s.mutex);
    if (auto current = s.catchUp(); !current) {
        return fail(current.error());
    }
    if (auto loaded = s.loadSuppressions(channel); !loaded) {
        return fail(loaded.error());
    }
    return std::shared_ptr<const SuppressedAddresses>(s.suppressions[static_cast<std::size_t>(channel)]);
}

Result<std::shared_ptr<const AddressColumn>> ProfileColumns::addresses(Channel channel)
{
    auto everybody = people();
    if (!everybody) {
        return fail(everybody.error());
    }
    State& s = *m_state;
    const std::lock_guard lock(s.mutex);
    auto& column = s.addresses[static_cast<std::size_t>(channel)];
    if (!column) {
        auto made = std::make_shared<AddressColumn>();
        auto known = s.loadSuppressions(channel);
        if (!known) {
            return fail(known.error());
        }
        auto done =
            channel == Channel::Push
                ? Result<void>()
                : s.db.each(channel == Channel::Email ? emailsSql : phonesSql, [&](db::Statement& row) {
                      setAddress(*made, channel, static_cast<std::uint32_t>(row.integer(0)), row.text(1), **known);
                  });
        if (!done) {
            return fail(done.error());
        }
        column = std::move(made);
    }
    return std::shared_ptr<const AddressColumn>(column);
}

Result<std::vector<std::pair<std::string, std::int64_t>>> ProfileColumns::listPropertyNames()
{
    State& s = *m_state;
    const std::lock_guard lock(s.mutex);
    std::map<std::string, std::int64_t, std::less<>> counts;
    auto done = s.db.each(propertiesSql, [&](db::Statement& row) {
        s.finder.eachName(row.text(1), [&](std::string_view name) {
            const auto known = counts.find(name);
            known == counts.end() ? static_cast<void>(counts.emplace(name, 1)) : static_cast<void>(++known->second);
        });
    });
    if (!done) {
        return fail(done.error());
    }
    std::vector<std::pair<std::string, std::int64_t>> names(counts.begin(), counts.end());
    std::stable_sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    return names;
}

}  // namespace shopbell
