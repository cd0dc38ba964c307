// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/transaction.h"
#include "db/workspace.h"
#include "profiles/profile_store.h"
#include "support/fake_clock.h"
#include "support/temp_dir.h"

#include <string_view>

namespace shopbell::test {

/// History is not what is looked at here.
class NoEvents final : public ChangeSink {
public:
    Result<void> record(ProfileId, std::string_view, Instant, std::string_view, std::string_view, bool) override
    {
        return {};
    }
    Result<void> profilesMerged(ProfileId, ProfileId) override { return {}; }
};

/// A new workspace, with nobody in it.
struct AudienceFixture {
    TempDir folder;
    FakeClock clock;
    NoEvents sink;
    db::Workspace workspace =
        *db::Workspace::create(folder / "shop.shopbell", {"Shop", "Europe/Vienna", "EUR", "AT"}, clock);
    db::Connection connection = *workspace.connect(db::OpenMode::ReadWrite);
    ProfileStore people{connection, sink, clock, "AT"};

    [[nodiscard]] std::int64_t count(std::string_view sql) { return connection.findInteger(sql)->value_or(-1); }
};

}  // namespace shopbell::test
