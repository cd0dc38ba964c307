// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/woo_double.h"

#include <set>
#include <string>

namespace shopbell::test {

struct KeyCheck {
    bool known = false;   ///< the store knows who asks
    std::string problem;  ///< WooCommerce's words; empty while !known: nobody showed a key
};

/// What WooCommerce makes of the key that a request shows.
[[nodiscard]] KeyCheck checkKey(const IncomingRequest& request, const WooDoubleSettings& settings, Instant now,
                                std::set<std::string>& nonces);

}  // namespace shopbell::test
