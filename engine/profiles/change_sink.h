// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "base/result.h"
#include "model/ids.h"

#include <string_view>

namespace shopbell {

/// Where changes of profiles become events: everything that happens is in one log. Implemented above (ingest), since
/// profiles and history do not know each other.
class ChangeSink {
public:
    virtual ~ChangeSink() = default;
    /// `metric` is one of model/metric.h; `properties` a JSON object. An empty uniqueId lets the instant be the key.
    [[nodiscard]] virtual Result<void> record(ProfileId profile, std::string_view metric, Instant at,
                                              std::string_view uniqueId, std::string_view properties,
                                              bool backfill) = 0;
    /// History of `from` belongs to `into` from now on (a merge). What was recorded of `from` until now stays told of
    /// it.
    [[nodiscard]] virtual Result<void> profilesMerged(ProfileId from, ProfileId into) = 0;
};

}  // namespace shopbell
