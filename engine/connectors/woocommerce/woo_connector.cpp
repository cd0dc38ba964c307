// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/woocommerce/woo_connector.h"

#include "base/text.h"
#include "connectors/woocommerce/woo_client.h"
#include "connectors/woocommerce/woo_parts.h"
#include "connectors/woocommerce/woo_pass.h"
#include "connectors/woocommerce/woo_record.h"
#include "connectors/woocommerce/woo_store_check.h"
#include "connectors/woocommerce/woo_text.h"

#include <simdjson.h>

#include <algorithm>
#include <set>

namespace shopbell {

namespace {

using namespace woo;
using simdjson::dom::element;

/// Requests for refunds and variations that one readPage() may cost; what is left of the page comes with the next one.
constexpr int kMaxSubRequests = 25;

class WooConnector final : public StoreConnector {
public:
    WooConnector(Door door, const ConnectorContext& context)
        : m_client(std::move(door), context.http, context.clock), m_clock(context.clock)
    {
    }

    Result<StoreFacts> test(const CancelToken& cancel) override { return checkStore(m_client, cancel); }
    std::vector<StoreStream> streams() const override;
    Result<StorePage> readPage(StoreStream stream, const std::string& cursor, const CancelToken& cancel) override;
    Result<std::vector<StoreRecord>> readRecords(StoreStream stream, std::span<const std::string> ids,
                                                 const CancelToken& cancel) override;
    Result<std::vector<std::string>> listMissing(StoreStream stream, std::span<const std::string> ids,
                                                 const CancelToken& cancel) override;
    StoreRecord parseRecord(StoreStream stream, std::string_view json) const override;

private:
    [[nodiscard]] Result<NewestChange> readNewestChange(Pass& pass, const StreamSpec& spec, const CancelToken& cancel);

    Client m_client;
    const Clock& m_clock;
};

std::vector<StoreStream> WooConnector::streams() const
{
    std::vector<StoreStream> streams;
    for (const auto& spec : streamSpecs()) {
        streams.push_back(spec.stream);
    }
    return streams;
}

Result<NewestChange> WooConnector::readNewestChange(Pass& pass, const StreamSpec& spec, const CancelToken& cancel)
{
    NewestChange newest;
    if (!spec.knowsModified) {
        return newest;
    }
    QueryParameters parameters{{"per_page", "1"}, {"_fields", "id,date_modified_gmt"}};
    if (!spec.statuses.front().empty()) {
        parameters.emplace_back("status", spec.statuses.front());
    }
    Result<Answer> answer = fail(ErrorKind::InvalidInput, {});
    if (pass.canSortByChange) {
        auto sorted = parameters;
        sorted.emplace_back("orderby", "modified");
        sorted.emplace_back("order", "desc");
        answer = m_client.get(spec.route, sorted, cancel);
        pass.canSortByChange = answer || answer.error().kind != ErrorKind::InvalidInput;
    }
    if (!pass.canSortByChange) {
        answer = m_client.get(spec.route, parameters, cancel);
    }
    if (!answer) {
        return fail(answer.error());
    }
    newest.storeNow = answer->at;
    newest.total = answer->total.value_or(-1);
    simdjson::dom::parser parser;
    simdjson::dom::array list;
    if (parser.parse(answer->json).get_array().get(list) != simdjson::SUCCESS) {
        return notAList();
    }
    if (pass.canSortByChange && list.size() > 0) {
        const element first = list.at(0).value_unsafe();
        const RecordReader reader(first);
        const auto modified = reader.time("date_modified_gmt");
        if (modified.ms == 0) {
            pass.canSortByChange = false;
        } else {
            newest.modified = modified;
        }
    }
    return newest;
}

Result<StorePage> WooConnector::readPage(StoreStream stream, const std::string& cursor, const CancelToken& cancel)
{
    const auto& spec = streamSpec(stream);
    Pass pass = parsePass(cursor);
    if (pass.list >= spec.statuses.size()) {
        pass = {};
    }
    StorePage page;
    if (pass.kind == PassKind::Idle) {
        beginPass(pass, spec, m_clock.now());
        const auto newest = readNewestChange(pass, spec, cancel);
        if (!newest) {
            return fail(newest.error());
        }
        if (noteNewestChange(pass, *newest, m_clock.now())) {
            page.caughtUp = true;
            page.nextCursor = writePass(pass);
            page.total = 0;
            return page;
        }
    }
    const auto asked = askedPlace(pass);
    const auto answer = m_client.get(spec.route, pageParameters(pass, spec), cancel);
    if (!answer) {
        return fail(answer.error());
    }
    simdjson::dom::parser parser;
    simdjson::dom::array list;
    if (parser.parse(answer->json).get_array().get(list) != simdjson::SUCCESS) {
        return notAList();
    }
    PageSeen seen;
    seen.total = answer->total;
    for (const element json : list) {
        seen.ids.push_back(numericId(json));
    }
    int requests = 0;
    const auto first = firstUnseen(pass, seen.ids);
    for (const element json : list) {
        const auto index = seen.used++;
        if (index < first) {
            continue;
        }
        auto record = mapRecord(stream, json);
        if (!record) {
            continue;
        }
        if (auto done = completeRecord(m_client, *record, json, requests, cancel); !done) {
            if (page.records.empty() || done.error().kind == ErrorKind::Cancelled) {
                return fail(done.error());
            }
            // What came before it is kept, so that a store which lets few requests through at a time still gets read.
            --seen.used;
            break;
        }
        page.records.push_back(std::move(*record));
        if (requests >= kMaxSubRequests) {
            break;
        }
    }
    const auto over = advance(pass, spec, seen);
    if (!over) {
        return fail(over.error());
    }
    page.caughtUp = *over;
    page.total = answer->total;
    page.position = asked + static_cast<std::int64_t>(seen.used);
    page.nextCursor = writePass(pass);
    return page;
}

Result<std::vector<StoreRecord>> WooConnector::readRecords(StoreStream stream, std::span<const std::string> ids,
                                                           const CancelToken& cancel)
{
    const auto& spec = streamSpec(stream);
    std::vector<StoreRecord> records;
    for (const auto& id : ids) {
        if (!parseInteger(id)) {
            continue;
        }
        const auto answer =
            m_client.get(std::string(spec.route) + "/" + id, {{"_fields", std::string(spec.fields)}}, cancel);
        if (!answer) {
            if (answer.error().kind == ErrorKind::NotFound && findDetail(answer.error(), "code")) {
                records.emplace_back(DeletedRecord{id});
                continue;
            }
            return fail(answer.error());
        }
        simdjson::dom::parser parser;
        element json;
        if (parser.parse(answer->json).get(json) != simdjson::SUCCESS) {
            return fail(ErrorKind::Remote, say("store-answer-unreadable", "The store's answer cannot be read."),
                        "body=broken");
        }
        if (auto record = mapRecord(stream, json)) {
            int requests = 0;
            if (auto done = completeRecord(m_client, *record, json, requests, cancel); !done) {
                return fail(done.error());
            }
            records.push_back(std::move(*record));
        }
    }
    return records;
}

Result<std::vector<std::string>> WooConnector::listMissing(StoreStream stream, std::span<const std::string> ids,
                                                           const CancelToken& cancel)
{
    const auto& spec = streamSpec(stream);
    if (ids.empty()) {
        return std::vector<std::string>{};
    }
    QueryParameters parameters{{"include", join({ids.begin(), ids.end()}, ",")},
                               {"per_page", std::to_string(pageSize)},
                               {"orderby", "id"},
                               {"_fields", "id"}};
    if (!spec.statuses.front().empty()) {
        parameters.emplace_back("status", spec.statuses.front());
    }
    if (!spec.role.empty()) {
        parameters.emplace_back("role", spec.role);
    }
    const auto answer = m_client.get(spec.route, parameters, cancel);
    if (!answer) {
        return fail(answer.error());
    }
    simdjson::dom::parser parser;
    simdjson::dom::array list;
    if (parser.parse(answer->json).get_array().get(list) != simdjson::SUCCESS) {
        return notAList();
    }
    std::set<std::string, std::less<>> present;
    for (const element json : list) {
        present.insert(std::to_string(numericId(json)));
    }
    std::vector<std::string> missing;
    for (const auto& id : ids) {
        if (present.contains(id) || !parseInteger(id)) {
            continue;
        }
        const auto one = m_client.get(std::string(spec.route) + "/" + id, {{"_fields", "id,status"}}, cancel);
        if (!one) {
            if (one.error().kind != ErrorKind::NotFound || !findDetail(one.error(), "code")) {
                return fail(one.error());
            }
            missing.push_back(id);
            continue;
        }
        element json;
        if (parser.parse(one->json).get(json) != simdjson::SUCCESS) {
            return fail(ErrorKind::Remote, say("store-answer-unreadable", "The store's answer cannot be read."),
                        "body=broken");
        }
        if (const RecordReader reader(json); reader.text("status") == "trash") {
            missing.push_back(id);
        }
    }
    return missing;
}

StoreRecord WooConnector::parseRecord(StoreStream stream, std::string_view text) const
{
    simdjson::dom::parser parser;
    element json;
    if (parser.parse(text.data(), text.size(), true).get(json) != simdjson::SUCCESS) {
        return UnreadableRecord{"?" + std::to_string(stableHash(text)), "It is not JSON.",
                                std::string(cutUtf8(toValidUtf8(text), maxRecordBytesKept))};
    }
    // The body of a deletion's webhook: {"id": 17}.
    const RecordReader reader(json);
    if (json.is_object() && json.get_object().value_unsafe().size() == 1 && reader.has("id")) {
        return DeletedRecord{reader.id("id")};
    }
    auto record = mapRecord(stream, json);
    return record ? std::move(*record) : UnreadableRecord{reader.id("id"), "It is an account of the shop's staff.", {}};
}

}  // namespace

std::vector<FieldSpec> wooFields()
{
    FieldSpec url;
    url.key = "url";
    url.label = "Store address";
    url.kind = FieldKind::Url;
    url.required = true;
    url.help = "The front page of the shop; with the folder, if WordPress is installed in one.";
    url.example = "https://shop.example.com";
    FieldSpec key;
    key.key = "consumer_key";
    key.label = "Consumer key";
    key.kind = FieldKind::Secret;
    key.required = true;
    key.help = "In WooCommerce: Settings, Advanced, REST API, Add key, with the permission Read.";
    key.example = "ck_…";
    FieldSpec secret = key;
    secret.key = "consumer_secret";
    secret.label = "Consumer secret";
    secret.help = "Shown once, beside the consumer key, when the key is made.";
    secret.example = "cs_…";
    return {url, key, secret};
}

Result<std::unique_ptr<StoreConnector>> makeWooConnector(const FieldValues& values, const ConnectorContext& context)
{
    auto base = parseStoreAddress(findValue(values, "url"));
    if (!base) {
        return fail(base.error());
    }
    Door door{std::move(*base), std::string(trimmed(findValue(values, "consumer_key"))),
              std::string(trimmed(findValue(values, "consumer_secret")))};
    if (!door.consumerKey.starts_with("ck_")) {
        return fail(ErrorKind::InvalidInput,
                    say("store-key-form",
                        "The consumer key begins with ck_. Copy it from WooCommerce, Settings, Advanced, REST API."));
    }
    if (!door.consumerSecret.starts_with("cs_")) {
        return fail(ErrorKind::InvalidInput,
                    say("store-secret-form", "The consumer secret begins with cs_. WooCommerce shows it once, when the "
                                             "key is made; make a new key if it is lost."));
    }
    return std::unique_ptr<StoreConnector>(std::make_unique<WooConnector>(std::move(door), context));
}

}  // namespace shopbell
