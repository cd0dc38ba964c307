// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/woocommerce/woo_parts.h"

#include "base/text.h"
#include "connectors/woocommerce/woo_mapping.h"
#include "connectors/woocommerce/woo_pass.h"
#include "connectors/woocommerce/woo_record.h"

#include <simdjson.h>

#include <set>

namespace shopbell::woo {

namespace {

using simdjson::dom::element;

constexpr int kMaxSubPages = 100;

StoreRecord makeUnreadable(const element& json, std::string id, std::string reason)
{
    std::string written = simdjson::minify(json);
    if (id.empty()) {
        // No id to know it by; the same record has the same name each time it comes.
        id = "?" + std::to_string(stableHash(written));
    }
    return UnreadableRecord{std::move(id), std::move(reason), std::string(cutUtf8(written, maxRecordBytesKept))};
}

/// Goes through a short list to its end. False: the list is gone.
template <class OnItem>
Result<bool> readList(Client& client, const std::string& route, std::string_view fields, int& requests,
                      const CancelToken& cancel, OnItem&& onItem)
{
    std::set<std::int64_t> seen;
    for (int number = 0; number < kMaxSubPages; ++number) {
        ++requests;
        const auto answer = client.get(route,
                                       {{"per_page", std::to_string(pageSize)},
                                        {"offset", std::to_string(number * pageSize)},
                                        {"orderby", "id"},
                                        {"order", "asc"},
                                        {"_fields", std::string(fields)}},
                                       cancel);
        if (!answer) {
            const bool gone = answer.error().kind == ErrorKind::NotFound && findDetail(answer.error(), "code");
            return gone ? Result<bool>(false) : fail(answer.error());
        }
        simdjson::dom::parser parser;
        simdjson::dom::array list;
        if (parser.parse(answer->json).get_array().get(list) != simdjson::SUCCESS) {
            return notAList();
        }
        bool news = false;
        for (const element json : list) {
            if (seen.insert(numericId(json)).second) {
                news = true;
                onItem(json);
            }
        }
        if (!news || static_cast<std::int64_t>(list.size()) < pageSize) {
            return true;
        }
    }
    return true;
}

Result<void> completeOrder(Client& client, StoreOrder& order, int& requests, const CancelToken& cancel)
{
    if (order.refunds.empty() || order.status == OrderStatus::Deleted || order.status == OrderStatus::Draft) {
        return {};
    }
    std::vector<OrderRefund> refunds;
    bool readable = true;
    const auto found = readList(client, "orders/" + order.externalId + "/refunds", "id,date_created_gmt,amount,reason",
                                requests, cancel, [&](const element& json) {
                                    const RecordReader reader(json);
                                    refunds.push_back(mapRefund(reader));
                                    readable = readable && reader.problem().empty() && refunds.back().at.ms != 0;
                                });
    if (!found) {
        // A key that may read orders but not their refunds still knows the amounts.
        return isAboutOneStream(found.error()) ? Result<void>() : fail(found.error());
    }
    if (*found && readable && !refunds.empty()) {
        order.refunds = std::move(refunds);
    }
    return {};
}

Result<void> completeProduct(Client& client, StoreRecord& record, const element& json, int& requests,
                             const CancelToken& cancel)
{
    auto& product = std::get<StoreProduct>(record);
    std::vector<StoreVariant> variants;
    std::string problem;
    const auto found = readList(client, "products/" + product.externalId + "/variations",
                                "id,sku,price,regular_price,manage_stock,stock_quantity,stock_status,image,attributes",
                                requests, cancel, [&](const element& item) {
                                    const RecordReader reader(item);
                                    variants.push_back(mapVariation(reader, product.title));
                                    if (!reader.problem().empty() && problem.empty()) {
                                        problem = "variation " + variants.back().externalId + ": " + reader.problem();
                                    }
                                });
    if (!found) {
        return isAboutOneStream(found.error()) ? Result<void>() : fail(found.error());
    }
    if (!problem.empty()) {
        record = makeUnreadable(json, product.externalId, problem);
    } else if (!variants.empty()) {
        product.variants = std::move(variants);
    }
    return {};
}

}  // namespace

std::optional<StoreRecord> mapRecord(StoreStream stream, const element& json)
{
    if (!json.is_object()) {
        return makeUnreadable(json, {}, "It is not an object.");
    }
    const RecordReader reader(json);
    std::optional<StoreRecord> record;
    switch (stream) {
    case StoreStream::Categories: record = mapCategory(reader); break;
    case StoreStream::Products:
        if (reader.text("status") == "trash") {
            record = DeletedRecord{reader.id("id")};
        } else {
            record = mapProduct(reader);
        }
        break;
    case StoreStream::Customers:
        if (isStaff(reader)) {
            return std::nullopt;
        }
        record = mapCustomer(reader);
        break;
    case StoreStream::Orders: record = mapOrder(reader); break;
    case StoreStream::Coupons: record = mapCoupon(reader); break;
    }
    if (!reader.problem().empty()) {
        const RecordReader again(json);
        return makeUnreadable(json, again.id("id"), reader.problem());
    }
    return record;
}

std::int64_t numericId(const element& json)
{
    const RecordReader reader(json);
    return json.is_object() ? parseInteger(reader.id("id")).value_or(0) : 0;
}

Result<void> completeRecord(Client& client, StoreRecord& record, const element& json, int& requests,
                            const CancelToken& cancel)
{
    if (auto* const order = std::get_if<StoreOrder>(&record)) {
        return completeOrder(client, *order, requests, cancel);
    }
    if (std::holds_alternative<StoreProduct>(record)) {
        if (const RecordReader reader(json); hasVariations(reader)) {
            return completeProduct(client, record, json, requests, cancel);
        }
    }
    return {};
}

tl::unexpected<Error> notAList()
{
    return fail(ErrorKind::Remote, say("store-answer-no-list", "The store answered with something else than a list."),
                "body=broken");
}

}  // namespace shopbell::woo
