// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog_store.h"

#include <string>
#include <string_view>
#include <vector>

namespace shopbell {

/// The columns that readProductRow() reads, in its order.
inline constexpr std::string_view productColumns = "p.id, p.connection_id, p.external_id, p.title, p.url, p.image_url, "
                                                   "p.summary, p.published, p.created_at, p.changed_at, "
                                                   "p.categories, p.tags";

/// A product without its variants.
[[nodiscard]] CatalogProduct readProductRow(const db::Statement& row);
/// Reads the variants of each, in their order.
[[nodiscard]] Result<void> readVariants(db::Connection& connection, std::vector<CatalogProduct>& products);

/// A list of texts as its column holds it, and back.
[[nodiscard]] std::string writeTextList(const std::vector<std::string>& texts);
[[nodiscard]] std::vector<std::string> parseTextList(std::string_view json);

}  // namespace shopbell
