// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "base/time_zone.h"

#include <cstddef>
#include <string_view>

namespace shopbell::liquid {

/// What filters may look at beside their input.
struct FilterSettings {
    Instant now;
    TimeZone zone;
    std::string_view currency;
    std::size_t maxBytes = 0;  ///< of one result
};

}  // namespace shopbell::liquid
