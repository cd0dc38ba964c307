// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/woocommerce/woo_pass.h"
#include "engine/connectors/woo_shop.h"
#include "support/registry.h"
#include "support/seeded_random.h"

#include <QTest>

#include <set>

namespace shopbell::test {

class TestWooPaging : public QObject {
    Q_OBJECT

private slots:
    void firstPassReadsEveryOrderNewestFirst();
    void nothingIsMissedWhenOrdersAreDeletedWhileThePagesAreRead();
    void nothingIsMissedWhenOrdersArriveWhileThePagesAreRead();
    void nothingIsMissedInAnyMixOfChangesWhilePaging_data();
    void nothingIsMissedInAnyMixOfChangesWhilePaging();
    void aCutPassGoesOnAtItsPageAfterManyNewOrders();
    void nextPassReadsOnlyWhatChanged();
    void quietStoreCostsOneRequest();
    void aChangeInTheSecondOfTheLastPassIsNotMissed();
    void aChangeInAnHourThatDaylightSavingSkipsIsNotMissed();
    void withoutSortingByChangeTheServersClockServes();
    void theBinIsSeen();
    void withoutATotalTheEndIsFound();
    void aStoreThatIgnoresThePageIsToldNotBelieved();
    void newCustomersAreReadAtOnceAndAllAfterADay();
    void staffIsNobodysCustomer();
    void variationsOfALongPageComeInPieces();
    void stockOfVariationsIsReadAgainAfterADay();
    void refundsAreAskedForOnlyWhereThereAreSome();
    void nonsenseCursorBeginsAgain();
    void tenThousandOrders();
};

void TestWooPaging::firstPassReadsEveryOrderNewestFirst()
{
    WooShop shop;
    for (int i = 0; i < 250; ++i) {
        shop.store.addOrder({.email = "a@example.com"});
    }
    const auto page = shop.connector->readPage(StoreStream::Orders, {}, shop.cancel);
    QVERIFY(page.has_value());
    QCOMPARE(page->records.size(), std::size_t{100});
    QCOMPARE(externalIdOf(page->records.front()), std::to_string(shop.store.ids("orders").back()));
    QCOMPARE(page->total, std::optional<std::int64_t>(250));
    QCOMPARE(page->position, 100);
    const auto rest = readPass(*shop.connector, StoreStream::Orders, page->nextCursor);
    QVERIFY(!rest.error);
    QCOMPARE(rest.records.size(), std::size_t{150});
    QCOMPARE(rest.seen, 150);
}

void TestWooPaging::nothingIsMissedWhenOrdersAreDeletedWhileThePagesAreRead()
{
    WooShop shop;
    for (int i = 0; i < 500; ++i) {
        shop.store.addOrder({.email = "a@example.com"});
    }
    const auto ids = shop.store.ids("orders");
    std::set<std::int64_t> gone;
    int answers = 0;
    shop.store.afterAnswer = [&] {
        // After the first page of orders, 40 of the newest go at once: the rest moves up by 40 places.
        if (++answers == 2) {
            for (std::size_t i = 0; i < 40; ++i) {
                gone.insert(ids[ids.size() - 10 - i]);
                shop.store.deleteOrder(ids[ids.size() - 10 - i]);
            }
        }
    };
    const auto pass = readPass(*shop.connector, StoreStream::Orders, {});
    QVERIFY(!pass.error);
    for (const auto id : ids) {
        QVERIFY2(gone.contains(id) || pass.records.contains(std::to_string(id)), std::to_string(id).c_str());
    }
}

void TestWooPaging::nothingIsMissedWhenOrdersArriveWhileThePagesAreRead()
{
    WooShop shop;
    for (int i = 0; i < 300; ++i) {
        shop.store.addOrder({.email = "a@example.com"});
    }
    const auto ids = shop.store.ids("orders");
    shop.store.afterAnswer = [&] {
        for (int i = 0; i < 30 && shop.store.ids("orders").size() < 1000; ++i) {
            shop.store.addOrder({.email = "b@example.com"});
        }
    };
    const auto pass = readPass(*shop.connector, StoreStream::Orders, {});
    QVERIFY(!pass.error);
    for (const auto id : ids) {
        QVERIFY(pass.records.contains(std::to_string(id)));
    }
    shop.clock.advance(std::chrono::hours(1));
    shop.store.afterAnswer = {};
    const auto next = readPass(*shop.connector, StoreStream::Orders, pass.cursor);
    QVERIFY(!next.error);
    for (const auto id : shop.store.ids("orders")) {
        const auto name = std::to_string(id);
        QVERIFY2(pass.records.contains(name) || next.records.contains(name), name.c_str());
    }
}

void TestWooPaging::nothingIsMissedInAnyMixOfChangesWhilePaging_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 60; ++seed) {
        QTest::newRow(std::to_string(seed).c_str()) << seed;
    }
}

/// After each request the shop changes at random. What is there from the beginning of a pass to its end must have been
/// seen in it or be seen in the next one, in its last state.
void TestWooPaging::nothingIsMissedInAnyMixOfChangesWhilePaging()
{
    QFETCH(quint64, seed);
    SeededRandom random(seed);
    WooShop shop;
    const auto many = random->between(1, 900);
    for (int i = 0; i < many; ++i) {
        shop.store.addOrder({.email = "a@example.com"});
    }
    const auto storm = random->below(60);
    bool calm = false;
    shop.store.afterAnswer = [&] {
        for (std::uint64_t i = 0; !calm && i < random->below(storm + 1); ++i) {
            const auto ids = shop.store.ids("orders");
            const auto id = ids.empty() ? 0 : ids[random->below(ids.size())];
            switch (random->below(6)) {
            case 0: shop.store.addOrder({.email = "b@example.com"}); break;
            case 1: shop.store.deleteOrder(id); break;
            case 2: shop.store.trashOrder(id); break;
            case 3: shop.store.setOrderTotal(id, std::to_string(random->below(1000))); break;
            case 4: shop.store.setOrderStatus(id, "completed"); break;
            default: shop.clock.advance(Duration(static_cast<std::int64_t>(random->below(5'000)))); break;
            }
        }
    };
    std::map<std::string, StoreRecord> known;
    std::string cursor;
    for (int round = 0; round < 4; ++round) {
        calm = round == 3;
        auto pass = readPass(*shop.connector, StoreStream::Orders, cursor);
        QVERIFY2(!pass.error, pass.error ? pass.error->what.c_str() : "");
        cursor = pass.cursor;
        for (auto& [id, record] : pass.records) {
            known.insert_or_assign(id, std::move(record));
        }
        shop.clock.advance(Duration(static_cast<std::int64_t>(random->below(3'600'000))));
    }
    for (const auto& truth : shop.store.orders()) {
        const auto found = known.find(std::to_string(truth.id));
        QVERIFY2(found != known.end(), std::to_string(truth.id).c_str());
        const auto& order = std::get<StoreOrder>(found->second);
        QCOMPARE(QString::fromStdString(order.platformStatus), QString::fromStdString(truth.status));
        QCOMPARE(order.total.micros, parseDecimal(truth.total)->micros);
    }
}

void TestWooPaging::aCutPassGoesOnAtItsPageAfterManyNewOrders()
{
    WooShop shop;
    for (int i = 0; i < 1000; ++i) {
        shop.store.addOrder({.email = "a@example.com"});
    }
    const auto first = shop.connector->readPage(StoreStream::Orders, {}, shop.cancel);
    QVERIFY(first.has_value());
    const auto old = shop.store.ids("orders");
    for (int i = 0; i < 6000; ++i) {
        shop.store.addOrder({.email = "b@example.com"});
    }
    shop.http.requests = 0;
    const auto rest = readPass(*shop.connector, StoreStream::Orders, first->nextCursor);
    QVERIFY2(!rest.error, rest.error ? rest.error->what.c_str() : "");
    for (std::size_t i = 0; i < 900; ++i) {
        QVERIFY(rest.records.contains(std::to_string(old[i])));
    }
    // Nine pages of its own, and few that look for where it was.
    QVERIFY2(shop.http.requests < 40, std::to_string(shop.http.requests).c_str());
}

void TestWooPaging::nextPassReadsOnlyWhatChanged()
{
    WooShop shop;
    for (int i = 0; i < 300; ++i) {
        shop.store.addOrder({.email = "a@example.com"});
    }
    const auto id = shop.store.ids("orders").front();
    auto pass = readPass(*shop.connector, StoreStream::Orders, {});
    shop.clock.advance(std::chrono::hours(2));
    shop.store.addOrder({.email = "c@example.com"});
    shop.store.setOrderStatus(id, "completed");
    pass = readPass(*shop.connector, StoreStream::Orders, pass.cursor);
    shop.clock.advance(std::chrono::hours(2));
    shop.store.setOrderTotal(id, "99.90");
    pass = readPass(*shop.connector, StoreStream::Orders, pass.cursor);
    QVERIFY(!pass.error);
    // The overlap brings back what changed ten minutes before the last pass; the 299 others do not travel again.
    QVERIFY(pass.records.size() <= 2);
    QCOMPARE(std::get<StoreOrder>(pass.records.at(std::to_string(id))).total.toString(), std::string("99.9"));
}

void TestWooPaging::quietStoreCostsOneRequest()
{
    WooShop shop;
    for (int i = 0; i < 300; ++i) {
        shop.store.addOrder({.email = "a@example.com"});
        shop.clock.advance(std::chrono::minutes(1));
    }
    shop.clock.advance(std::chrono::minutes(30));
    auto pass = readPass(*shop.connector, StoreStream::Orders, {});
    shop.clock.advance(std::chrono::minutes(1));
    pass = readPass(*shop.connector, StoreStream::Orders, pass.cursor);
    for (int minute = 0; minute < 5; ++minute) {
        shop.clock.advance(std::chrono::minutes(1));
        shop.http.requests = 0;
        pass = readPass(*shop.connector, StoreStream::Orders, pass.cursor);
        QVERIFY(!pass.error);
        QCOMPARE(shop.http.requests, 1);
        QCOMPARE(pass.records.size(), std::size_t{0});
    }
    // An order that goes to the bin is no new modification of those that are left; the number of them tells.
    const auto binned = shop.store.ids("orders").front();
    shop.store.trashOrder(binned);
    pass = readPass(*shop.connector, StoreStream::Orders, pass.cursor);
    QVERIFY(pass.records.contains(std::to_string(binned)));
    QVERIFY2(pass.records.size() <= 80, "and the orders of the overlap, at night an hour more");
}

void TestWooPaging::aChangeInTheSecondOfTheLastPassIsNotMissed()
{
    WooShop shop;
    const auto id = shop.store.addOrder({.email = "a@example.com"});
    auto pass = readPass(*shop.connector, StoreStream::Orders, {});
    // The same second, after we looked; then nothing for a day.
    shop.store.setOrderTotal(id, "77.00");
    shop.clock.advance(std::chrono::hours(24));
    pass = readPass(*shop.connector, StoreStream::Orders, pass.cursor);
    QCOMPARE(std::get<StoreOrder>(pass.records.at(std::to_string(id))).total.toString(), std::string("77"));
}

void TestWooPaging::aChangeInAnHourThatDaylightSavingSkipsIsNotMissed()
{
    // In Vienna the reading 02:00 to 03:00 of 2026-03-29 does not exist. WordPress takes our GMT filter for a reading
    // of Vienna's clock and moves it on by an hour.
    for (int minute = 0; minute < 60; minute += 7) {
        WooShop shop({.timeZone = "Europe/Vienna"});
        shop.clock.set(*parseIso("2026-03-29T01:50:00Z"));
        const auto id = shop.store.addOrder({.email = "a@example.com"});
        shop.clock.set(*parseIso("2026-03-29T02:05:00Z") + std::chrono::minutes(minute));
        shop.store.addOrder({.email = "b@example.com"});
        auto pass = readPass(*shop.connector, StoreStream::Orders, {});
        QVERIFY(!pass.error);
        shop.clock.advance(std::chrono::minutes(2));
        shop.store.setOrderTotal(id, "55.00");
        shop.clock.advance(std::chrono::minutes(120));
        pass = readPass(*shop.connector, StoreStream::Orders, pass.cursor);
        QVERIFY(!pass.error);
        const auto found = pass.records.find(std::to_string(id));
        QVERIFY2(found != pass.records.end(), std::to_string(minute).c_str());
        QCOMPARE(std::get<StoreOrder>(found->second).total.toString(), std::string("55"));
    }
}

void TestWooPaging::withoutSortingByChangeTheServersClockServes()
{
    // An older WooCommerce refuses orderby=modified and passes over modified_after: everything is read each time.
    WooShop shop({.sortsByChange = false});
    for (int i = 0; i < 120; ++i) {
        shop.store.addOrder({.email = "a@example.com"});
    }
    auto pass = readPass(*shop.connector, StoreStream::Orders, {});
    QVERIFY(!pass.error);
    QCOMPARE(pass.records.size(), std::size_t{120});
    shop.clock.advance(std::chrono::hours(1));
    const auto id = shop.store.ids("orders").front();
    shop.store.setOrderTotal(id, "5.00");
    pass = readPass(*shop.connector, StoreStream::Orders, pass.cursor);
    QVERIFY(!pass.error);
    QCOMPARE(std::get<StoreOrder>(pass.records.at(std::to_string(id))).total.toString(), std::string("5"));
}

void TestWooPaging::theBinIsSeen()
{
    WooShop shop;
    const auto binned = shop.store.addOrder({.email = "a@example.com"});
    const auto product = shop.store.addProduct("Mug", "5.00", 3);
    auto orders = readPass(*shop.connector, StoreStream::Orders, {});
    auto products = readPass(*shop.connector, StoreStream::Products, {});
    shop.clock.advance(std::chrono::hours(1));
    shop.store.trashOrder(binned);
    shop.store.trashProduct(product);
    orders = readPass(*shop.connector, StoreStream::Orders, orders.cursor);
    products = readPass(*shop.connector, StoreStream::Products, products.cursor);
    QCOMPARE(std::get<StoreOrder>(orders.records.at(std::to_string(binned))).status, OrderStatus::Deleted);
    QVERIFY(std::holds_alternative<DeletedRecord>(products.records.at(std::to_string(product))));
    const auto missing = shop.connector->listMissing(
        StoreStream::Orders, std::vector<std::string>{std::to_string(binned), "999999"}, shop.cancel);
    QCOMPARE(missing->size(), std::size_t{2});
}

void TestWooPaging::withoutATotalTheEndIsFound()
{
    for (const int many : {0, 1, 99, 100, 101, 200, 345}) {
        WooShop shop({.tellsTotal = false});
        for (int i = 0; i < many; ++i) {
            shop.store.addOrder({.email = "a@example.com"});
        }
        const auto pass = readPass(*shop.connector, StoreStream::Orders, {});
        QVERIFY(!pass.error);
        QCOMPARE(pass.records.size(), static_cast<std::size_t>(many));
    }
}

void TestWooPaging::aStoreThatIgnoresThePageIsToldNotBelieved()
{
    for (const bool tellsTotal : {true, false}) {
        FakeClock clock;
        WooDouble store(clock, {.tellsTotal = tellsTotal});
        for (int i = 0; i < 450; ++i) {
            store.addOrder({.email = "a@example.com"});
        }
        // A cache between us and the store answers every page with the first.
        DirectHttpClient http([&](IncomingRequest request) {
            for (auto& [name, value] : request.parameters) {
                value = name == "offset" ? "0" : value;
            }
            return store.handle(request);
        });
        auto connector =
            findConnectorKind("woocommerce")
                ->make(
                    {{"url", "https://shop.example"}, {"consumer_key", "ck_double"}, {"consumer_secret", "cs_double"}},
                    {http, clock});
        const auto pass = readPass(**connector, StoreStream::Orders, {});
        QVERIFY(pass.error.has_value());
        QCOMPARE(pass.error->kind, ErrorKind::Remote);
    }
}

void TestWooPaging::newCustomersAreReadAtOnceAndAllAfterADay()
{
    WooShop shop;
    for (int i = 0; i < 250; ++i) {
        shop.store.addCustomer("c" + std::to_string(i) + "@example.com", "Ana");
    }
    auto pass = readPass(*shop.connector, StoreStream::Customers, {});
    QVERIFY(!pass.error);
    QCOMPARE(pass.records.size(), std::size_t{250});
    shop.clock.advance(std::chrono::minutes(5));
    const auto fresh = shop.store.addCustomer("new@example.com", "Bea");
    shop.http.requests = 0;
    pass = readPass(*shop.connector, StoreStream::Customers, pass.cursor);
    QCOMPARE(shop.http.requests, 1);
    QVERIFY(pass.records.contains(std::to_string(fresh)));
    shop.clock.advance(std::chrono::hours(25));
    pass = readPass(*shop.connector, StoreStream::Customers, pass.cursor);
    QCOMPARE(pass.records.size(), std::size_t{251});
}

void TestWooPaging::staffIsNobodysCustomer()
{
    WooShop shop;
    shop.store.addCustomer("boss@example.com", "Bo", "administrator");
    shop.store.addCustomer("manager@example.com", "Ma", "shop_manager");
    const auto buyer = shop.store.addCustomer("ana@example.com", "Ana", "customer");
    const auto wholesale = shop.store.addCustomer("wim@example.com", "Wim", "wholesale_buyer");
    const auto pass = readPass(*shop.connector, StoreStream::Customers, {});
    QCOMPARE(pass.records.size(), std::size_t{2});
    QVERIFY(pass.records.contains(std::to_string(buyer)));
    QVERIFY(pass.records.contains(std::to_string(wholesale)));
}

void TestWooPaging::variationsOfALongPageComeInPieces()
{
    WooShop shop;
    for (int i = 0; i < 70; ++i) {
        shop.store.addVariableProduct("Shirt", 3);
    }
    const auto big = shop.store.addVariableProduct("Everything", 230);
    shop.http.requests = 0;
    const auto page = shop.connector->readPage(StoreStream::Products, {}, shop.cancel);
    QVERIFY(page.has_value());
    QVERIFY2(shop.http.requests <= 30, "one page stays bounded");
    const auto rest = readPass(*shop.connector, StoreStream::Products, page->nextCursor);
    QVERIFY(!rest.error);
    QCOMPARE(page->records.size() + rest.records.size(), std::size_t{71});
    QCOMPARE(externalIdOf(page->records.front()), std::to_string(big));
    QCOMPARE(std::get<StoreProduct>(page->records.front()).variants.size(), std::size_t{230});
}

void TestWooPaging::stockOfVariationsIsReadAgainAfterADay()
{
    WooShop shop;
    const auto product = shop.store.addVariableProduct("Shirt", 2);
    const auto variation = shop.store.variationIds(product).back();
    auto pass = readPass(*shop.connector, StoreStream::Products, {});
    shop.clock.advance(std::chrono::hours(1));
    shop.store.setVariationStock(product, variation, 42);
    shop.clock.advance(std::chrono::hours(24));
    pass = readPass(*shop.connector, StoreStream::Products, pass.cursor);
    const auto& read = std::get<StoreProduct>(pass.records.at(std::to_string(product)));
    QCOMPARE(read.variants.back().stock, std::optional<std::int64_t>(42));
}

void TestWooPaging::refundsAreAskedForOnlyWhereThereAreSome()
{
    WooShop shop;
    for (int i = 0; i < 90; ++i) {
        shop.store.addOrder({.email = "a@example.com"});
    }
    const auto id = shop.store.ids("orders")[40];
    shop.clock.advance(std::chrono::hours(30));
    const auto refundedAt = shop.clock.now();
    shop.store.refundOrder(id, "2.50", "late");
    shop.clock.advance(std::chrono::hours(30));
    const auto pass = readPass(*shop.connector, StoreStream::Orders, {});
    int askedFor = 0;
    for (const auto& route : shop.store.asked) {
        askedFor += route.find("/refunds") != std::string::npos ? 1 : 0;
    }
    QCOMPARE(askedFor, 1);
    const auto& order = std::get<StoreOrder>(pass.records.at(std::to_string(id)));
    QCOMPARE(order.refunds.size(), std::size_t{1});
    QCOMPARE(order.refunds.front().amount.toString(), std::string("2.5"));
    QCOMPARE(order.refunds.front().at.ms, refundedAt.ms);
    QCOMPARE(order.refunds.front().reason, std::string("late"));
}

void TestWooPaging::nonsenseCursorBeginsAgain()
{
    WooShop shop;
    shop.store.addOrder({.email = "a@example.com"});
    for (const auto* const cursor : {"{", "[]", "17", "{\"v\":9}", "{\"v\":1,\"kind\":1,\"list\":77}",
                                     "{\"v\":1,\"kind\":\"x\",\"place\":-5,\"last\":\"y\"}"}) {
        const auto pass = readPass(*shop.connector, StoreStream::Orders, cursor);
        QVERIFY2(!pass.error, cursor);
        QCOMPARE(pass.records.size(), std::size_t{1});
    }
}

void TestWooPaging::tenThousandOrders()
{
    WooShop shop;
    for (int i = 0; i < 10'000; ++i) {
        shop.store.addOrder({.email = "a" + std::to_string(i % 977) + "@example.com"});
    }
    const auto pass = readPass(*shop.connector, StoreStream::Orders, {});
    QVERIFY(!pass.error);
    QCOMPARE(pass.records.size(), std::size_t{10'000});
    QVERIFY2(pass.pages <= 110, std::to_string(pass.pages).c_str());
}

}  // namespace shopbell::test

using shopbell::test::TestWooPaging;
SHOPBELL_TEST(TestWooPaging)
#include "test_woo_paging.moc"
