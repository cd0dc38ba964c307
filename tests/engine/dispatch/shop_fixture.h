// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/transaction.h"
#include "db/workspace.h"
#include "profiles/profile_store.h"
#include "support/fake_clock.h"
#include "support/temp_dir.h"

#include <string>
#include <string_view>
#include <vector>

namespace shopbell::test {

/// Keeps the events it was told of.
class ToldEvents final : public ChangeSink {
public:
    struct Event {
        ProfileId profile;
        std::string metric;
        std::string uniqueId;
        std::string properties;
    };

    Result<void> record(ProfileId profile, std::string_view metric, Instant, std::string_view uniqueId,
                        std::string_view properties, bool) override
    {
        all.push_back({profile, std::string(metric), std::string(uniqueId), std::string(properties)});
        return {};
    }
    Result<void> profilesMerged(ProfileId, ProfileId) override { return {}; }

    [[nodiscard]] std::vector<Event> of(std::string_view metric) const
    {
        std::vector<Event> found;
        for (const Event& event : all) {
            if (event.metric == metric) {
                found.push_back(event);
            }
        }
        return found;
    }

    std::vector<Event> all;
};

/// A new workspace of a shop in Vienna, with nobody in it.
struct ShopFixture {
    TempDir folder;
    FakeClock clock;
    ToldEvents sink;
    db::Workspace workspace =
        *db::Workspace::create(folder / "shop.shopbell", {"Shop", "Europe/Vienna", "EUR", "AT"}, clock);
    db::Connection connection = *workspace.connect(db::OpenMode::ReadWrite);
    ProfileStore people{connection, sink, clock, "AT"};

    [[nodiscard]] std::int64_t count(std::string_view sql) { return connection.findInteger(sql)->value_or(-1); }
};

}  // namespace shopbell::test
