// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/woo_shop.h"
#include "support/registry.h"

#include <QTest>

#include <functional>
#include <set>

namespace shopbell::test {

namespace {

/// A store of some platform that a connector of its kind can be held against.
class StoreOfKind {
public:
    virtual ~StoreOfKind() = default;
    virtual StoreConnector& connector() = 0;
    virtual DirectHttpClient& http() = 0;
    virtual FakeClock& clock() = 0;
    virtual void fill(int orders) = 0;  ///< and some of everything else
    virtual void change() = 0;          ///< one order edited, one added, one product edited
    virtual std::vector<std::string> ids(StoreStream stream) = 0;
    virtual std::string deleteAnOrder() = 0;
};

class WooOfKind final : public StoreOfKind {
public:
    StoreConnector& connector() override { return *m_shop.connector; }
    DirectHttpClient& http() override { return m_shop.http; }
    FakeClock& clock() override { return m_shop.clock; }
    void fill(int orders) override
    {
        for (int i = 0; i < orders; ++i) {
            m_shop.store.addOrder({.email = "o" + std::to_string(i) + "@example.com"});
        }
        for (int i = 0; i < orders / 10 + 1; ++i) {
            m_shop.store.addCustomer("c" + std::to_string(i) + "@example.com", "Ana");
            m_shop.store.addProduct("Mug", "5.00", i);
            m_shop.store.addCategory("Things");
            m_shop.store.addCoupon("code" + std::to_string(i), "5.00");
        }
        m_shop.store.addVariableProduct("Shirt", 4);
        m_shop.store.refundOrder(m_shop.store.ids("orders").front(), "1.00", "");
    }
    void change() override
    {
        m_shop.store.setOrderTotal(m_shop.store.ids("orders").front(), "123.45");
        m_shop.store.addOrder({.email = "late@example.com"});
        m_shop.store.setProductMember(m_shop.store.ids("products").front(), "price", "\"9.00\"");
    }
    std::vector<std::string> ids(StoreStream stream) override
    {
        static const std::map<StoreStream, std::string> kRoutes{{StoreStream::Categories, "products/categories"},
                                                                {StoreStream::Products, "products"},
                                                                {StoreStream::Customers, "customers"},
                                                                {StoreStream::Orders, "orders"},
                                                                {StoreStream::Coupons, "coupons"}};
        std::vector<std::string> ids;
        for (const auto id : m_shop.store.ids(kRoutes.at(stream))) {
            ids.push_back(std::to_string(id));
        }
        return ids;
    }
    std::string deleteAnOrder() override
    {
        const auto id = m_shop.store.ids("orders").front();
        m_shop.store.deleteOrder(id);
        return std::to_string(id);
    }

private:
    WooShop m_shop;
};

std::unique_ptr<StoreOfKind> makeStoreOf(const QString& kind)
{
    return kind == "woocommerce" ? std::make_unique<WooOfKind>() : nullptr;
}

struct Failure {
    const char* name;
    ErrorKind kind;
    std::function<Result<HttpResponse>()> make;
};

Result<HttpResponse> respond(int status, std::string body, HttpHeaders headers = {})
{
    HttpResponse response;
    response.status = status;
    response.body = std::move(body);
    response.headers = std::move(headers);
    return response;
}

std::vector<Failure> failures()
{
    return {
        {"401", ErrorKind::Refused, [] { return respond(401, "Unauthorized"); }},
        {"403", ErrorKind::Refused, [] { return respond(403, "<html>Forbidden</html>"); }},
        {"404", ErrorKind::NotFound, [] { return respond(404, "<html>Not found</html>"); }},
        {"429", ErrorKind::RateLimited, [] { return respond(429, ""); }},
        {"429 with Retry-After", ErrorKind::RateLimited,
         [] {
             return respond(429, "", {{"Retry-After", "7"}});
         }},
        {"500", ErrorKind::Remote, [] { return respond(500, "<html>Error</html>"); }},
        {"503", ErrorKind::Remote,
         [] {
             return respond(503, "", {{"Retry-After", "7"}});
         }},
        {"timeout", ErrorKind::Timeout,
         []() -> Result<HttpResponse> { return fail(ErrorKind::Timeout, "No answer."); }},
        {"broken off", ErrorKind::Network, []() -> Result<HttpResponse> { return fail(ErrorKind::Network, "Gone."); }},
        {"truncated", ErrorKind::Remote, [] { return respond(200, R"([{"id":1,"number":"1","line_items":[)"); }},
        {"malformed", ErrorKind::Remote, [] { return respond(200, R"([{"id":1,}])"); }},
        {"HTML", ErrorKind::Remote, [] { return respond(200, "<!DOCTYPE html><html></html>"); }},
        {"nothing", ErrorKind::Remote, [] { return respond(200, ""); }},
    };
}

}  // namespace

/// What every connector of the registry must do, whatever its platform.
class TestConnectorContract : public QObject {
    Q_OBJECT

private:
    static void eachKind()
    {
        QTest::addColumn<QString>("kind");
        for (const auto& kind : connectorKinds()) {
            QTest::newRow(std::string(kind.name).c_str()) << QString::fromUtf8(kind.name.data());
        }
    }

private slots:
    void kindsHaveNamesAndFields();
    void everythingIsReadOnce_data() { eachKind(); }
    void everythingIsReadOnce();
    void changesAreRead_data() { eachKind(); }
    void changesAreRead();
    void aCutAtEveryRequestLosesNothing_data() { eachKind(); }
    void aCutAtEveryRequestLosesNothing();
    void failuresAreToldByKind_data() { eachKind(); }
    void failuresAreToldByKind();
    void cancelIsObeyed_data() { eachKind(); }
    void cancelIsObeyed();
    void theMissingAreFoundAndOnlyThey_data() { eachKind(); }
    void theMissingAreFoundAndOnlyThey();
    void aStoreThatShowsNothingLosesNothing_data() { eachKind(); }
    void aStoreThatShowsNothingLosesNothing();
    void singleRecordsAreRead_data() { eachKind(); }
    void singleRecordsAreRead();
};

void TestConnectorContract::kindsHaveNamesAndFields()
{
    std::set<std::string_view> names;
    for (const auto& kind : connectorKinds()) {
        QVERIFY(names.insert(kind.name).second);
        QVERIFY(!kind.label.empty());
        QVERIFY(!kind.fields().empty());
        QVERIFY2(makeStoreOf(QString::fromUtf8(kind.name.data())) != nullptr,
                 "this kind has no store to be held against");
        QCOMPARE(findConnectorKind(kind.name), &kind);
    }
    QVERIFY(findConnectorKind("no-such") == nullptr);
    for (const auto stream : {StoreStream::Categories, StoreStream::Products, StoreStream::Customers,
                              StoreStream::Orders, StoreStream::Coupons}) {
        QCOMPARE(findStoreStream(storeStreamName(stream)), std::optional(stream));
    }
}

void TestConnectorContract::everythingIsReadOnce()
{
    QFETCH(QString, kind);
    const auto store = makeStoreOf(kind);
    store->fill(250);
    for (const auto stream : store->connector().streams()) {
        const auto pass = readPass(store->connector(), stream, {});
        QVERIFY2(!pass.error, pass.error ? pass.error->what.c_str() : "");
        const auto ids = store->ids(stream);
        QCOMPARE(pass.records.size(), ids.size());
        QCOMPARE(static_cast<std::size_t>(pass.seen), ids.size());
        for (const auto& id : ids) {
            QVERIFY(pass.records.contains(id));
        }
    }
}

void TestConnectorContract::changesAreRead()
{
    QFETCH(QString, kind);
    const auto store = makeStoreOf(kind);
    store->fill(120);
    std::map<StoreStream, std::string> cursors;
    for (const auto stream : store->connector().streams()) {
        cursors[stream] = readPass(store->connector(), stream, {}).cursor;
    }
    store->clock().advance(std::chrono::hours(3));
    const auto before = store->ids(StoreStream::Orders);
    store->change();
    const auto pass = readPass(store->connector(), StoreStream::Orders, cursors[StoreStream::Orders]);
    QVERIFY(!pass.error);
    QVERIFY(pass.records.size() >= 2);
    bool found = false;
    for (const auto& [id, record] : pass.records) {
        found = found || std::get<StoreOrder>(record).total.toString() == "123.45";
    }
    QVERIFY(found);
    QVERIFY(pass.records.contains(store->ids(StoreStream::Orders).back()));
    QVERIFY(!readPass(store->connector(), StoreStream::Products, cursors[StoreStream::Products]).records.empty());
}

void TestConnectorContract::aCutAtEveryRequestLosesNothing()
{
    QFETCH(QString, kind);
    const auto store = makeStoreOf(kind);
    store->fill(260);
    // Request after request fails once; each time the reading goes on from the last cursor.
    for (const auto stream : store->connector().streams()) {
        std::map<std::string, StoreRecord> records;
        std::string cursor;
        int failAt = store->http().requests + 1;
        bool done = false;
        for (int tries = 0; !done && tries < 1000; ++tries) {
            store->http().fault = [&](const HttpRequest&, int number) -> std::optional<Result<HttpResponse>> {
                if (number == failAt) {
                    return fail(ErrorKind::Network, "Cut.");
                }
                return std::nullopt;
            };
            auto pass = readPass(store->connector(), stream, cursor);
            cursor = pass.cursor;
            records.merge(pass.records);
            done = !pass.error;
            failAt = store->http().requests + 1 + tries % 4;
        }
        QVERIFY(done);
        store->http().fault = {};
        for (const auto& id : store->ids(stream)) {
            QVERIFY2(records.contains(id), id.c_str());
        }
    }
}

void TestConnectorContract::failuresAreToldByKind()
{
    QFETCH(QString, kind);
    for (const auto& failure : failures()) {
        const auto store = makeStoreOf(kind);
        store->fill(20);
        QVERIFY(readPass(store->connector(), StoreStream::Orders, {}).error == std::nullopt);
        store->http().fault = [&](const HttpRequest&, int) { return std::optional(failure.make()); };
        for (const auto stream : store->connector().streams()) {
            const auto page = store->connector().readPage(stream, {}, {});
            QVERIFY2(!page, failure.name);
            QVERIFY2(page.error().kind == failure.kind, failure.name);
            QVERIFY2(!page.error().what.empty(), failure.name);
        }
        const auto page = store->connector().readPage(StoreStream::Orders, {}, {});
        if (std::string_view(failure.name).find("Retry-After") != std::string_view::npos) {
            QCOMPARE(retryAfter(page.error()), std::optional<std::int64_t>(7));
        }
        QVERIFY(!store->connector().test({}));
        store->http().fault = {};
        QVERIFY2(!readPass(store->connector(), StoreStream::Orders, {}).error, "it goes on when the trouble is over");
    }
}

void TestConnectorContract::cancelIsObeyed()
{
    QFETCH(QString, kind);
    const auto store = makeStoreOf(kind);
    store->fill(5);
    const CancelToken cancel;
    cancel.cancel();
    QCOMPARE(store->connector().readPage(StoreStream::Orders, {}, cancel).error().kind, ErrorKind::Cancelled);
    QCOMPARE(store->connector().test(cancel).error().kind, ErrorKind::Cancelled);
}

void TestConnectorContract::theMissingAreFoundAndOnlyThey()
{
    QFETCH(QString, kind);
    const auto store = makeStoreOf(kind);
    store->fill(60);
    const auto ids = store->ids(StoreStream::Orders);
    const auto gone = store->deleteAnOrder();
    const auto missing = store->connector().listMissing(StoreStream::Orders, ids, {});
    QVERIFY(missing.has_value());
    QCOMPARE(*missing, std::vector<std::string>{gone});
    QVERIFY(store->connector().listMissing(StoreStream::Orders, {}, {})->empty());
}

void TestConnectorContract::aStoreThatShowsNothingLosesNothing()
{
    QFETCH(QString, kind);
    const auto store = makeStoreOf(kind);
    store->fill(30);
    const auto ids = store->ids(StoreStream::Orders);
    // A broken filter of some plugin: every list is empty for once.
    store->http().fault = [](const HttpRequest& request, int) -> std::optional<Result<HttpResponse>> {
        if (request.url.find("include=") != std::string::npos) {
            return respond(200, "[]");
        }
        return std::nullopt;
    };
    QVERIFY(store->connector().listMissing(StoreStream::Orders, ids, {})->empty());
}

void TestConnectorContract::singleRecordsAreRead()
{
    QFETCH(QString, kind);
    const auto store = makeStoreOf(kind);
    store->fill(5);
    for (const auto stream : store->connector().streams()) {
        const auto id = store->ids(stream).front();
        const auto records = store->connector().readRecords(stream, std::vector<std::string>{id, "987654321"}, {});
        QVERIFY(records.has_value());
        QCOMPARE(records->size(), std::size_t{2});
        QCOMPARE(externalIdOf(records->front()), id);
        QVERIFY(!std::holds_alternative<UnreadableRecord>(records->front()));
        QVERIFY(std::holds_alternative<DeletedRecord>(records->back()));
    }
}

}  // namespace shopbell::test

using shopbell::test::TestConnectorContract;
SHOPBELL_TEST(TestConnectorContract)
#include "test_connector_contract.moc"
