// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store_connector.h"
#include "connectors/woocommerce/woo_connector.h"

#include <array>

namespace shopbell {

std::span<const ConnectorKind> connectorKinds()
{
    static constexpr std::array<ConnectorKind, 1> kKinds{{
        {"woocommerce", "WooCommerce", wooFields, makeWooConnector},
    }};
    return kKinds;
}

const ConnectorKind* findConnectorKind(std::string_view name)
{
    for (const auto& kind : connectorKinds()) {
        if (kind.name == name) {
            return &kind;
        }
    }
    return nullptr;
}

}  // namespace shopbell
