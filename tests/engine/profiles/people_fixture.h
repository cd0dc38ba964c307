// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/transaction.h"
#include "db/workspace.h"
#include "profiles/profile_store.h"
#include "support/fake_clock.h"
#include "support/temp_dir.h"

#include <QTest>

#include <string>
#include <vector>

namespace shopbell::test {

/// Keeps what was told, for tests to look at.
class RecordingSink final : public ChangeSink {
public:
    struct Told {
        ProfileId profile;
        std::string metric;
        Instant at;
        std::string uniqueId;
        std::string properties;
        bool backfill = false;
    };

    Result<void> record(ProfileId profile, std::string_view metric, Instant at, std::string_view uniqueId,
                        std::string_view properties, bool backfill) override
    {
        told.push_back({profile, std::string(metric), at, std::string(uniqueId), std::string(properties), backfill});
        return {};
    }
    Result<void> profilesMerged(ProfileId from, ProfileId into) override
    {
        merged.emplace_back(from, into);
        return {};
    }
    [[nodiscard]] std::vector<Told> of(std::string_view metric) const
    {
        std::vector<Told> found;
        for (const Told& one : told) {
            if (one.metric == metric) {
                found.push_back(one);
            }
        }
        return found;
    }

    std::vector<Told> told;
    std::vector<std::pair<ProfileId, ProfileId>> merged;
};

/// A new workspace with a store of people on it.
struct PeopleFixture {
    PeopleFixture()
        : workspace(*db::Workspace::create(folder / "shop.shopbell", {"Shop", "Europe/Vienna", "EUR", "AT"}, clock)),
          connection(*workspace.connect(db::OpenMode::ReadWrite)),
          people(connection, sink, clock, "AT")
    {
    }

    TempDir folder;
    FakeClock clock;
    RecordingSink sink;
    db::Workspace workspace;
    db::Connection connection;
    ProfileStore people;

    [[nodiscard]] std::int64_t count(std::string_view sql) { return connection.findInteger(sql)->value_or(-1); }
};

inline Instant day(int number)
{
    return Instant{1'600'000'000'000} + std::chrono::hours(24 * number);
}

}  // namespace shopbell::test
