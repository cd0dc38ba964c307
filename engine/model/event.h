// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/decimal.h"
#include "base/instant.h"
#include "model/ids.h"

#include <cstddef>
#include <optional>
#include <string>

namespace shopbell {

inline constexpr std::size_t maxEventPropertiesBytes = 256 * 1024;
inline constexpr std::size_t maxUniqueIdBytes = 255;
inline constexpr std::size_t maxMetricNameBytes = 128;

/// One thing one profile did at one instant, as read back from the history.
struct Event {
    EventRow row;
    ProfileId profile;
    MetricId metric;
    Instant at;
    std::optional<Decimal> value;
    std::string uniqueId;    ///< empty: the instant is the key
    std::string properties;  ///< a JSON object, "{}" when there are none
    bool backfill = false;   ///< from before the connection was made: starts no flow
};

}  // namespace shopbell
