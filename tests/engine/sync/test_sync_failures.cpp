// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sync/sync_fixture.h"
#include "support/registry.h"

#include <QTest>

namespace shopbell::test {

namespace {

Result<HttpResponse> respond(int status, std::string body, HttpHeaders headers = {})
{
    HttpResponse response;
    response.status = status;
    response.body = std::move(body);
    response.headers = std::move(headers);
    return response;
}

}  // namespace

class TestSyncFailures : public QObject {
    Q_OBJECT

private slots:
    void aSlowDownIsObeyedAndSaid();
    void aShortOutageIsWaitedOut();
    void aLongOutageIsGivenUpAndRemembered();
    void patienceSurvivesARestart();
    void aWrongKeyStopsAtOnce();
    void aClosedStreamIsNamedAndTheRestGoesOn();
    void allStreamsClosedIsAFailure();
    void cancelIsNoFailure();
    void nothingIsAskedWhileAFailureWaits();
    void everyRequestMayFailOnce();
    void aLookThatIsForbiddenIsLeftOut();
    void anOutageDuringTheLookForMissingGoesOn();
};

void TestSyncFailures::aSlowDownIsObeyedAndSaid()
{
    SyncFixture f;
    f.store.addOrder({.email = "a@example.com"});
    f.http.fault = [](const HttpRequest&, int number) -> std::optional<Result<HttpResponse>> {
        return number == 3 ? std::optional(respond(429, "", {{"Retry-After", "12"}})) : std::nullopt;
    };
    auto sync = f.begin();
    bool waited = false;
    for (;;) {
        const auto fetched = (*sync)->fetch({});
        const auto step = (*sync)->apply(*fetched);
        QVERIFY(step.has_value());
        if (step->wait) {
            waited = true;
            QVERIFY(*step->wait >= std::chrono::seconds(12));
            QVERIFY2(step->words.words.starts_with("The store asks us to slow down; going on in 1"),
                     step->words.words.c_str());
            const auto health = f.health();
            QCOMPARE(health.failures, 1);
            QCOMPARE(health.nextTry.ms, (f.clock.now() + *step->wait).ms);
            QCOMPARE(health.errorKind, std::string("rate-limited"));
            f.clock.advance(*step->wait);
        }
        if (step->finished) {
            break;
        }
    }
    QVERIFY(waited);
    QCOMPARE(f.health().failures, 0);
    QVERIFY(f.health().problem.empty());
    QCOMPARE(f.events("Placed Order").size(), std::size_t{1});
}

void TestSyncFailures::aShortOutageIsWaitedOut()
{
    SyncFixture f;
    for (int i = 0; i < 250; ++i) {
        f.store.addOrder({.email = "a@example.com"});
    }
    f.http.fault = [](const HttpRequest&, int number) -> std::optional<Result<HttpResponse>> {
        return number >= 5 && number < 9 ? std::optional(respond(503, "<html>maintenance</html>")) : std::nullopt;
    };
    const auto step = f.sync();
    QVERIFY(step->finished && !step->problem);
    QCOMPARE(f.events("Placed Order").size(), std::size_t{250});
}

void TestSyncFailures::aLongOutageIsGivenUpAndRemembered()
{
    SyncFixture f;
    f.http.fault = [](const HttpRequest&, int) { return std::optional(respond(500, "<html>broken</html>")); };
    const auto step = f.sync();
    QVERIFY(step->finished);
    QCOMPARE(step->problem->kind, ErrorKind::Remote);
    QCOMPARE(f.http.requests, 6);
    const auto health = f.health();
    QCOMPARE(health.failures, 6);
    QVERIFY(health.problem.words.find("server failed (500)") != std::string::npos);
    QVERIFY(health.nextTry > f.clock.now());
    QVERIFY(!health.firstSyncDone);
    f.http.fault = {};
    QVERIFY(f.sync()->finished);
    QCOMPARE(f.health().failures, 0);
}

void TestSyncFailures::patienceSurvivesARestart()
{
    SyncFixture f;
    f.http.fault = [](const HttpRequest&, int) -> std::optional<Result<HttpResponse>> {
        return fail(ErrorKind::Network, "The store cannot be reached.");
    };
    Duration last{0};
    for (int i = 0; i < 4; ++i) {
        QVERIFY(f.sync()->problem.has_value());
        f.reopen();
        const auto pause = f.health().nextTry - f.clock.now();
        QVERIFY2(pause > last, "each sync that gives up waits longer");
        last = pause;
    }
    QCOMPARE(f.health().failures, 24);
}

void TestSyncFailures::aWrongKeyStopsAtOnce()
{
    SyncFixture f;
    f.store.settings().consumerSecret = "cs_changed";
    const auto step = f.sync();
    QVERIFY(step->finished);
    QCOMPARE(step->problem->kind, ErrorKind::Refused);
    QCOMPARE(f.http.requests, 1);
    QVERIFY(f.health().problem.words.find("consumer secret is wrong") != std::string::npos);
}

void TestSyncFailures::aClosedStreamIsNamedAndTheRestGoesOn()
{
    SyncFixture f({.closedRoutes = {"customers", "coupons"}});
    f.store.addOrder({.email = "a@example.com"});
    f.store.addProduct("Mug", "1", 1);
    const auto step = f.sync();
    QVERIFY(step->finished && !step->problem);
    QCOMPARE(f.counts.warnings.size(), std::size_t{2});
    QVERIFY(f.counts.warnings[0].words.find("customers could not be read") != std::string::npos);
    QCOMPARE(f.events("Placed Order").size(), std::size_t{1});
    QCOMPARE(f.number("SELECT count(*) FROM product"), 1);
    QVERIFY(f.health().lastSuccess.ms != 0);
    QVERIFY(f.health().problem.words.find("coupons") != std::string::npos);
    f.store.settings().closedRoutes.clear();
    QVERIFY(f.sync()->finished);
    QVERIFY(f.health().problem.empty());
}

void TestSyncFailures::allStreamsClosedIsAFailure()
{
    SyncFixture f({.closedRoutes = {"customers", "coupons", "orders", "products", "products/categories"}});
    const auto step = f.sync();
    QVERIFY(step->finished);
    QCOMPARE(step->problem->kind, ErrorKind::Refused);
    QCOMPARE(f.health().lastSuccess.ms, 0);
    QVERIFY(f.health().nextTry > f.clock.now());
}

void TestSyncFailures::cancelIsNoFailure()
{
    SyncFixture f;
    auto sync = f.begin();
    const CancelToken cancel;
    cancel.cancel();
    const auto fetched = (*sync)->fetch(cancel);
    const auto step = (*sync)->apply(*fetched);
    QVERIFY(step->finished);
    QCOMPARE(step->problem->kind, ErrorKind::Cancelled);
    QCOMPARE(f.health().failures, 0);
    QVERIFY(f.health().problem.empty());
}

void TestSyncFailures::nothingIsAskedWhileAFailureWaits()
{
    SyncFixture f;
    f.http.fault = [](const HttpRequest&, int) { return std::optional(respond(500, "")); };
    auto sync = f.begin();
    const auto failed = (*sync)->fetch({});
    const auto ahead = (*sync)->fetch({});
    const auto further = (*sync)->fetch({});
    QCOMPARE(f.http.requests, 1);
    QVERIFY((*sync)->apply(*failed)->wait.has_value());
    QVERIFY((*sync)->apply(*ahead)->dropped);
    QVERIFY((*sync)->apply(*further)->dropped);
}

void TestSyncFailures::everyRequestMayFailOnce()
{
    SyncFixture f;
    for (int i = 0; i < 320; ++i) {
        f.store.addOrder({.email = "a" + std::to_string(i) + "@example.com"});
    }
    for (std::size_t i = 0; i < 30; ++i) {
        f.store.refundOrder(f.store.ids("orders")[i], "1.00", "");
        f.store.addVariableProduct("Shirt", 3);
    }
    f.store.addCustomer("c@example.com", "C");
    f.http.fault = [](const HttpRequest&, int number) -> std::optional<Result<HttpResponse>> {
        // Three go well, one does not: just what the first page of a stream with a list of its own needs.
        switch (number % 16) {
        case 1: return fail(ErrorKind::Timeout, "No answer in time.");
        case 5: return respond(200, "[{\"id\":1,");
        case 9: return respond(502, "<html></html>");
        case 13: return respond(429, "", {{"Retry-After", "1"}});
        default: return std::nullopt;
        }
    };
    const auto step = f.sync();
    QVERIFY2(step->finished && !step->problem, step->words.words.c_str());
    QCOMPARE(f.events("Placed Order").size(), std::size_t{320});
    QCOMPARE(f.events("Refunded Order").size(), std::size_t{30});
    QCOMPARE(f.number("SELECT count(*) FROM product_variant"), 90);
}

void TestSyncFailures::aLookThatIsForbiddenIsLeftOut()
{
    SyncFixture f;
    f.store.addOrder({.email = "a@example.com"});
    const auto product = f.store.addProduct("Mug", "1", 1);
    f.store.addProduct("Cup", "1", 1);
    QVERIFY(f.sync().has_value());
    f.store.deleteProduct(product);
    f.clock.advance(std::chrono::hours(25));
    f.http.fault = [](const HttpRequest& request, int) -> std::optional<Result<HttpResponse>> {
        if (request.url.find("orders") != std::string::npos && request.url.find("include=") != std::string::npos) {
            return respond(403, R"({"code":"woocommerce_rest_cannot_view","message":"no","data":{"status":403}})");
        }
        return std::nullopt;
    };
    const auto step = f.sync();
    QVERIFY2(step->finished && !step->problem, step->words.words.c_str());
    QCOMPARE(f.number("SELECT count(*) FROM product"), 1);
    QCOMPARE(f.events("Placed Order").size(), std::size_t{1});
}

void TestSyncFailures::anOutageDuringTheLookForMissingGoesOn()
{
    SyncFixture f;
    std::vector<std::int64_t> orders;
    for (int i = 0; i < 700; ++i) {
        orders.push_back(f.store.addOrder({.email = "a@example.com"}));
    }
    QVERIFY(f.sync().has_value());
    for (std::size_t i = 0; i < orders.size(); i += 70) {
        f.store.deleteOrder(orders[i]);
    }
    f.clock.advance(std::chrono::hours(25));
    f.http.fault = [](const HttpRequest& request, int number) -> std::optional<Result<HttpResponse>> {
        if (request.url.find("include=") != std::string::npos && number % 2 == 0) {
            return fail(ErrorKind::Network, "Cut.");
        }
        return std::nullopt;
    };
    QVERIFY(!f.sync()->problem);
    QCOMPARE(f.counts.deleted, 10);
    QCOMPARE(f.events("Placed Order").size(), std::size_t{690});
}

}  // namespace shopbell::test

using shopbell::test::TestSyncFailures;
SHOPBELL_TEST(TestSyncFailures)
#include "test_sync_failures.moc"
