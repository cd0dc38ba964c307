// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "connectors/store_connector.h"

#include <string_view>
#include <vector>

namespace shopbell::woo {

/// How WooCommerce offers one stream.
struct StreamSpec {
    StoreStream stream;
    std::string_view route;
    std::string_view fields;  ///< for _fields: what the mapping reads, nothing else travels
    bool knowsModified;       ///< has modified_after and orderby=modified
    std::vector<std::string_view>
        statuses;           ///< lists to go through, one after the other: what is in the bin is not in "any"
    std::string_view role;  ///< customers: whose accounts
    /// Read whole again after so long, for changes that modified_after does not tell; 0: never.
    Duration wholeEvery;
};

[[nodiscard]] const StreamSpec& streamSpec(StoreStream stream);
[[nodiscard]] const std::vector<StreamSpec>& streamSpecs();

}  // namespace shopbell::woo
