// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "connectors/store_connector.h"

namespace shopbell {

std::string_view storeStreamName(StoreStream stream)
{
    switch (stream) {
    case StoreStream::Categories: return "categories";
    case StoreStream::Products: return "products";
    case StoreStream::Customers: return "customers";
    case StoreStream::Orders: return "orders";
    case StoreStream::Coupons: return "coupons";
    }
    return "unknown";
}

std::optional<StoreStream> findStoreStream(std::string_view name)
{
    for (const auto stream : {StoreStream::Categories, StoreStream::Products, StoreStream::Customers,
                              StoreStream::Orders, StoreStream::Coupons}) {
        if (storeStreamName(stream) == name) {
            return stream;
        }
    }
    return std::nullopt;
}

std::optional<std::string> findDetail(const Error& error, std::string_view key)
{
    for (const auto part : split(error.detail, ';')) {
        const auto fact = trimmed(part);
        if (fact.size() > key.size() && fact.starts_with(key) && fact[key.size()] == '=') {
            return std::string(fact.substr(key.size() + 1));
        }
    }
    return std::nullopt;
}

std::optional<std::int64_t> retryAfter(const Error& error)
{
    const auto text = findDetail(error, "retry-after");
    return text ? parseInteger(*text) : std::nullopt;
}

bool isAboutOneStream(const Error& error)
{
    return findDetail(error, "scope") == "stream";
}

const std::string& externalIdOf(const StoreRecord& record)
{
    return std::visit([](const auto& one) -> const std::string& { return one.externalId; }, record);
}

}  // namespace shopbell
