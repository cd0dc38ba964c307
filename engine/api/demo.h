// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/engine.h"
#include "api/stores.h"

#include <cstdint>

namespace shopbell {

struct DemoSummary {
    SyncSummary sync;
    std::int64_t people = 0;
    std::int64_t extraEvents = 0;  ///< browsing, carts, opens, clicks: what a store's API does not have
    std::int64_t segments = 0;     ///< made
    double seconds = 0;
};

/// Fills the workspace with a made-up shop: serves it over HTTP on this machine the way WooCommerce does, connects and
/// syncs it, adds the events a store's API does not have, a local outbox, and segments to start from.
struct FillWithDemo {
    using Answer = DemoSummary;
    static constexpr bool isCommand = true;
    std::int64_t people = 1000;  ///< 1,000 to 1,000,000
    std::uint64_t seed = 1;
};

}  // namespace shopbell
