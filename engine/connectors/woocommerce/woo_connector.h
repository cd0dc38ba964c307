// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store_connector.h"

#include <memory>
#include <vector>

namespace shopbell {

/// What an owner gives: `url`, `consumer_key`, `consumer_secret`.
[[nodiscard]] std::vector<FieldSpec> wooFields();

/// WooCommerce 3.5 and newer over its REST interface v3. The README beside this file says which field becomes what.
[[nodiscard]] Result<std::unique_ptr<StoreConnector>> makeWooConnector(const FieldValues& values,
                                                                       const ConnectorContext& context);

}  // namespace shopbell
