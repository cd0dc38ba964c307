// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/woo_shop.h"
#include "net/http_listener.h"
#include "support/registry.h"
#include "support/scripted_http_server.h"

#include <QTest>

namespace shopbell::test {

class TestWooCheck : public QObject {
    Q_OBJECT

private slots:
    void aGoodStoreTellsWhatItIs();
    void plainHttpIsSignedAndWarnedAbout();
    void aWrongSecretFailsTheSignature();
    void anAddressThatIsNotTheSiteAddressFailsTheSignature();
    void aStoreInAFolderIsFound();
    void plainPermalinksAreFoundOut();
    void aServerThatDropsTheHeaderIsAskedInTheQuery();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();
    void closedStreamsAreNamed();
    void redirectsWithinTheStoreAreFollowedAndSignedAnew();
    void redirectsElsewhereAreToldNotFollowed_data();
    void redirectsElsewhereAreToldNotFollowed();
    void noErrorTellsTheSecret();
    void malformedKeysAreRefusedAtOnce();
    void itWorksOverRealSockets();
};

void TestWooCheck::aGoodStoreTellsWhatItIs()
{
    WooShop shop({.timeZone = "Europe/Vienna"});
    shop.store.addCustomer("a@example.com", "Ana");
    shop.store.addOrder({.email = "a@example.com"});
    shop.store.addOrder({.email = "b@example.com"});
    const auto facts = shop.connector->test(shop.cancel);
    QVERIFY2(facts.has_value(), facts ? "" : facts.error().what.c_str());
    QCOMPARE(facts->name, std::string("Ana’s Shop"));
    QCOMPARE(facts->platformVersion, std::string("9.4.2"));
    QCOMPARE(facts->currency, std::string("EUR"));
    QCOMPARE(facts->timeZone, std::string("Europe/Vienna"));
    QCOMPARE(facts->orderCount, std::optional<std::int64_t>(2));
    QCOMPARE(facts->customerCount, std::optional<std::int64_t>(1));
    QVERIFY(facts->missingPermissions.empty());
    QVERIFY(facts->warnings.empty());
}

void TestWooCheck::plainHttpIsSignedAndWarnedAbout()
{
    WooShop shop({.origin = "http://shop.example:8080"});
    shop.store.addOrder({.email = "a@example.com"});
    const auto facts = shop.connector->test(shop.cancel);
    QVERIFY2(facts.has_value(), facts ? "" : facts.error().what.c_str());
    QCOMPARE(facts->warnings.size(), std::size_t{1});
    for (const auto& route : shop.store.asked) {
        QVERIFY(route.find("cs_double") == std::string::npos);
    }
    const auto page = shop.connector->readPage(StoreStream::Orders, {}, shop.cancel);
    QVERIFY(page.has_value());
}

void TestWooCheck::aWrongSecretFailsTheSignature()
{
    WooShop shop({.origin = "http://shop.example", .consumerSecret = "cs_another"});
    const auto facts = shop.connector->test(shop.cancel);
    QCOMPARE(facts.error().kind, ErrorKind::Refused);
    QVERIFY(facts.error().what.find("secret is wrong") != std::string::npos);
}

void TestWooCheck::anAddressThatIsNotTheSiteAddressFailsTheSignature()
{
    WooShop shop({.origin = "http://www.shop.example"});
    shop.connect("http://shop.example");
    const auto facts = shop.connector->test(shop.cancel);
    QCOMPARE(facts.error().kind, ErrorKind::Refused);
    QVERIFY(facts.error().what.find("Site Address") != std::string::npos);
}

void TestWooCheck::aStoreInAFolderIsFound()
{
    for (const bool pretty : {true, false}) {
        for (const auto* const origin : {"https://shop.example", "http://shop.example"}) {
            WooShop shop({.origin = origin, .folder = "/my/store", .prettyPermalinks = pretty});
            shop.store.addOrder({.email = "a@example.com"});
            const auto page = shop.connector->readPage(StoreStream::Orders, {}, shop.cancel);
            QVERIFY2(page.has_value(), page ? "" : page.error().what.c_str());
            QCOMPARE(page->records.size(), std::size_t{1});
        }
    }
}

void TestWooCheck::plainPermalinksAreFoundOut()
{
    WooShop shop({.prettyPermalinks = false});
    shop.store.addOrder({.email = "a@example.com"});
    QVERIFY(shop.connector->test(shop.cancel).has_value());
    shop.http.requests = 0;
    QVERIFY(shop.connector->readPage(StoreStream::Orders, {}, shop.cancel).has_value());
    QCOMPARE(shop.http.requests, 2);  // the form is known by now
}

void TestWooCheck::aServerThatDropsTheHeaderIsAskedInTheQuery()
{
    WooShop shop({.dropsAuthorization = true});
    shop.store.addOrder({.email = "a@example.com"});
    QVERIFY(shop.connector->test(shop.cancel).has_value());
    const auto page = shop.connector->readPage(StoreStream::Orders, {}, shop.cancel);
    QCOMPARE(page->records.size(), std::size_t{1});
}

void TestWooCheck::whatIsWrongIsSaid_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("word");
    QTest::newRow("key") << "key"
                         << "does not know this key";
    QTest::newRow("secret") << "secret"
                            << "consumer secret is wrong";
    QTest::newRow("read") << "read"
                          << "permission Read";
    QTest::newRow("no WooCommerce") << "woo"
                                    << "WooCommerce 3.5 or newer is not active";
    QTest::newRow("no WordPress") << "wordpress"
                                  << "There is no WordPress at";
    QTest::newRow("something else") << "json"
                                    << "is not WordPress";
}

void TestWooCheck::whatIsWrongIsSaid()
{
    QFETCH(QString, what);
    QFETCH(QString, word);
    WooDoubleSettings settings;
    settings.consumerKey = what == "key" ? "ck_other" : settings.consumerKey;
    settings.consumerSecret = what == "secret" ? "cs_other" : settings.consumerSecret;
    settings.keyMayRead = what != "read";
    settings.hasWooCommerce = what != "woo";
    WooShop shop(settings);
    if (what == "wordpress") {
        shop.connect("https://shop.example/elsewhere");
        shop.store.settings().folder = "/blog";
    }
    if (what == "json") {
        shop.http.fault = [](const HttpRequest&, int) {
            HttpResponse response;
            response.status = 200;
            response.body = R"({"hello":"world"})";
            return std::optional<Result<HttpResponse>>(response);
        };
    }
    const auto facts = shop.connector->test(shop.cancel);
    QVERIFY(!facts);
    QVERIFY2(QString::fromStdString(facts.error().what).contains(word), facts.error().what.c_str());
}

void TestWooCheck::closedStreamsAreNamed()
{
    WooShop shop({.closedRoutes = {"coupons", "customers", "system_status"}});
    shop.store.addOrder({.email = "a@example.com", .currency = "GBP"});
    const auto facts = shop.connector->test(shop.cancel);
    QVERIFY(facts.has_value());
    QCOMPARE(facts->missingPermissions, (std::vector<StoreStream>{StoreStream::Customers, StoreStream::Coupons}));
    QCOMPARE(facts->currency, std::string("GBP"));
    const auto page = shop.connector->readPage(StoreStream::Coupons, {}, shop.cancel);
    QVERIFY(isAboutOneStream(page.error()));
}

void TestWooCheck::redirectsWithinTheStoreAreFollowedAndSignedAnew()
{
    for (const auto* const origin : {"https://shop.example", "http://shop.example"}) {
        WooShop shop({.origin = origin});
        shop.store.addOrder({.email = "a@example.com"});
        int redirected = 0;
        shop.http.fault = [&](const HttpRequest& request, int) -> std::optional<Result<HttpResponse>> {
            auto url = *Url::parse(request.url);
            if (url.path.ends_with('/') || url.path.find("orders") == std::string::npos) {
                return std::nullopt;
            }
            // A server that wants a slash at the end sends the whole question on, our signature with it.
            ++redirected;
            HttpResponse response;
            response.status = 301;
            url.path += "/";
            response.headers.add("Location", url.toString());
            return response;
        };
        auto inner = shop.connector->readPage(StoreStream::Orders, {}, shop.cancel);
        // The double has no route with a slash at its end; that its key was accepted shows in the word it says.
        QVERIFY(redirected > 0);
        QVERIFY(inner || inner.error().kind == ErrorKind::NotFound);
    }
}

void TestWooCheck::redirectsElsewhereAreToldNotFollowed_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("word");
    QTest::newRow("https wanted") << "http://shop.example"
                                  << "https://shop.example/wp-json/"
                                  << "wants https";
    QTest::newRow("to http") << "https://shop.example"
                             << "http://shop.example/wp-json/"
                             << "from https to http";
    QTest::newRow("other host") << "https://shop.example"
                                << "https://www.shop.example/wp-json/"
                                << "https://www.shop.example";
    QTest::newRow("nonsense") << "https://shop.example"
                              << "mailto:a@b"
                              << "cannot be read";
}

void TestWooCheck::redirectsElsewhereAreToldNotFollowed()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, word);
    WooShop shop({.origin = from.toStdString()});
    shop.http.fault = [&](const HttpRequest&, int) {
        HttpResponse response;
        response.status = 302;
        response.headers.add("Location", to.toStdString());
        return std::optional<Result<HttpResponse>>(response);
    };
    const auto facts = shop.connector->test(shop.cancel);
    QVERIFY(!facts);
    QVERIFY2(QString::fromStdString(facts.error().what).contains(word), facts.error().what.c_str());
    const auto page = shop.connector->readPage(StoreStream::Orders, {}, shop.cancel);
    QVERIFY(!page);
    QCOMPARE(shop.http.requests, 2);
}

void TestWooCheck::noErrorTellsTheSecret()
{
    WooShop shop({.dropsAuthorization = true});
    int status = 0;
    shop.http.fault = [&](const HttpRequest&, int) {
        HttpResponse response;
        response.status = status;
        response.body = R"({"code":"woocommerce_rest_cannot_view","message":"no","data":{"status":401}})";
        return std::optional<Result<HttpResponse>>(response);
    };
    for (status = 200; status < 600; ++status) {
        const auto page = shop.connector->readPage(StoreStream::Orders, {}, shop.cancel);
        QVERIFY(!page);
        const auto words = describe(page.error());
        QVERIFY(words.find("cs_double") == std::string::npos && words.find("ck_double") == std::string::npos);
    }
}

void TestWooCheck::malformedKeysAreRefusedAtOnce()
{
    FakeClock clock;
    DirectHttpClient http([](const IncomingRequest&) { return HttpReply{}; });
    const auto make = [&](const char* key, const char* secret) {
        return findConnectorKind("woocommerce")
            ->make({{"url", "https://shop.example"}, {"consumer_key", key}, {"consumer_secret", secret}},
                   {http, clock});
    };
    QVERIFY(make(" ck_a ", "cs_b").has_value());
    QCOMPARE(make("admin", "cs_b").error().kind, ErrorKind::InvalidInput);
    QCOMPARE(make("ck_a", "hunter2").error().kind, ErrorKind::InvalidInput);
}

void TestWooCheck::itWorksOverRealSockets()
{
    FakeClock clock;
    WooDouble store(clock);
    std::mutex mutex;
    auto listener = HttpListener::start({}, [&](const IncomingRequest& request) {
        const std::lock_guard lock(mutex);
        return store.handle(request);
    });
    QVERIFY(listener.has_value());
    store.settings().origin = (*listener)->url();
    for (int i = 0; i < 230; ++i) {
        store.addOrder({.email = "käufer@example.com", .firstName = "Žofie 🌸"});
    }
    CurlHttpClient http;
    auto connector =
        findConnectorKind("woocommerce")
            ->make({{"url", (*listener)->url()}, {"consumer_key", "ck_double"}, {"consumer_secret", "cs_double"}},
                   {http, clock});
    QVERIFY((*connector)->test({}).has_value());
    const auto pass = readPass(**connector, StoreStream::Orders, {});
    QVERIFY2(!pass.error, pass.error ? describe(*pass.error).c_str() : "");
    QCOMPARE(pass.records.size(), std::size_t{230});
    QCOMPARE(std::get<StoreOrder>(pass.records.begin()->second).firstName, std::string("Žofie 🌸"));
}

}  // namespace shopbell::test

using shopbell::test::TestWooCheck;
SHOPBELL_TEST(TestWooCheck)
#include "test_woo_check.moc"
