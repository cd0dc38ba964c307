// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store_connector.h"
#include "connectors/woocommerce/woo_client.h"

namespace shopbell::woo {

/// The connection test: from the outside in, so that the first thing that is wrong is the one that is told. Is it
/// WordPress? Does it have WooCommerce? Does it know the key? What may the key read?
[[nodiscard]] Result<StoreFacts> checkStore(Client& client, const CancelToken& cancel);

}  // namespace shopbell::woo
