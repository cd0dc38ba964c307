// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/decimal.h"
#include "base/instant.h"
#include "model/consent.h"
#include "model/property.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace shopbell {

/// A customer account of a store.
struct StoreCustomer {
    std::string externalId;
    std::string email;
    std::string phone;
    Instant createdAt;
    Instant changedAt;
    Properties properties;          ///< well-known names where there is one
    std::vector<Consent> consents;  ///< empty: the store does not say
};

struct StoreVariant {
    std::string externalId;
    std::string sku;
    std::string title;  ///< "Large, red"
    Decimal price;
    std::optional<Decimal> regularPrice;
    std::optional<std::int64_t> stock;  ///< nothing: not counted
    bool inStock = true;
    std::string imageUrl;
};

struct StoreProduct {
    std::string externalId;
    std::string title;
    std::string url;
    std::string imageUrl;
    std::string summary;  ///< plain text
    bool published = true;
    Instant createdAt;
    Instant changedAt;
    std::vector<std::string> categoryIds;
    std::vector<std::string> tags;
    std::vector<StoreVariant> variants;  ///< at least one; a simple product has one with its own id
};

struct StoreCategory {
    std::string externalId;
    std::string parentId;
    std::string name;
};

struct StoreCoupon {
    std::string externalId;
    std::string code;
    std::string kind;  ///< "percent", "fixed-cart", "fixed-product"
    Decimal amount;
    std::optional<Instant> expiresAt;
    std::optional<std::int64_t> usageLimit;
    std::int64_t usageCount = 0;
};

}  // namespace shopbell
