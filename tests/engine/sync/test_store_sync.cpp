// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sync/sync_fixture.h"
#include "history/history_view.h"
#include "support/registry.h"

#include <QTest>

namespace shopbell::test {

class TestStoreSync : public QObject {
    Q_OBJECT

private slots:
    void firstSyncBringsEverything();
    void whatIsOlderThanTheConnectionIsBackfill();
    void anEditedOrderReplacesItsEvents();
    void aBinnedOrderIsTakenBackAndARestoredOneComesAgain();
    void permanentlyDeletedRecordsAreFoundWithinADay();
    void syncingAgainDoublesNothing();
    void fromScratchReadsAllAndDoublesNothing();
    void aDroppedSyncGoesOnWhereItWas();
    void fetchingRunsAheadOfApplying();
    void aFailedApplyTakesTheFetchingBack();
    void recordsThatCannotBeUnderstoodAreSetAsideAndTriedAgain();
    void progressIsTold();
    void stockChangesAreHandedOut();
    void guestsAndAccountsBecomeOnePerson();
    void linesKnowTheirCategories();
    void timesAreRightAcrossDaylightSaving();
    void tenThousandOrders();
};

void TestStoreSync::firstSyncBringsEverything()
{
    SyncFixture f;
    const auto customer = f.store.addCustomer("ana@example.com", "Ana");
    f.store.addOrder({.customerId = customer, .email = "ana@example.com", .total = "12.34"});
    f.store.addOrder({.email = "guest@example.com", .status = "completed", .total = "5"});
    f.store.addOrder({.email = "late@example.com", .status = "pending"});
    const auto product = f.store.addProduct("Mug", "5.00", 3);
    f.store.addVariableProduct("Shirt", 3);
    f.store.addCategory("Things");
    f.store.addCoupon("save", "5.00");
    const auto step = f.sync();
    QVERIFY2(step.has_value(), step ? "" : step.error().what.c_str());
    QVERIFY(step->finished && !step->problem);
    QCOMPARE(f.counts.orders, 3);
    QCOMPARE(f.counts.customers, 1);
    QCOMPARE(f.counts.products, 2);
    QCOMPARE(f.counts.categories, 1);
    QCOMPARE(f.counts.coupons, 1);
    const auto placed = f.events("Placed Order");
    QCOMPARE(placed.size(), std::size_t{2});
    QCOMPARE(f.events("Ordered Product").size(), std::size_t{2});
    CatalogStore catalog(*f.db);
    QCOMPARE((*catalog.findProduct(f.id, std::to_string(product)))->product.title, std::string("Mug"));
    const auto health = f.health();
    QVERIFY(health.firstSyncDone);
    QCOMPARE(health.lastSuccess.ms, f.clock.now().ms);
    QVERIFY(health.problem.empty());
}

void TestStoreSync::whatIsOlderThanTheConnectionIsBackfill()
{
    SyncFixture f;
    f.clock.advance(-std::chrono::hours(48));
    f.store.addOrder({.email = "old@example.com"});
    f.clock.advance(std::chrono::hours(72));
    f.store.addOrder({.email = "new@example.com"});
    QVERIFY(f.sync().has_value());
    for (const auto& event : f.events("Placed Order")) {
        QCOMPARE(event.backfill, event.email == "old@example.com");
    }
    QCOMPARE(f.events("Placed Order").size(), std::size_t{2});
}

void TestStoreSync::anEditedOrderReplacesItsEvents()
{
    SyncFixture f;
    const auto id = f.store.addOrder({.email = "a@example.com", .total = "10.00"});
    QVERIFY(f.sync().has_value());
    f.clock.advance(std::chrono::hours(1));
    f.store.setOrderTotal(id, "20.00");
    f.store.refundOrder(id, "4.00", "broken");
    QVERIFY(f.sync().has_value());
    const auto placed = f.events("Placed Order");
    QCOMPARE(placed.size(), std::size_t{1});
    QCOMPARE(placed.front().micros, 20'000'000);
    const auto refunds = f.events("Refunded Order");
    QCOMPARE(refunds.size(), std::size_t{1});
    QCOMPARE(refunds.front().micros, 4'000'000);
    QCOMPARE(refunds.front().at.ms, f.clock.now().ms);
}

void TestStoreSync::aBinnedOrderIsTakenBackAndARestoredOneComesAgain()
{
    SyncFixture f;
    const auto id = f.store.addOrder({.email = "a@example.com"});
    QVERIFY(f.sync().has_value());
    f.clock.advance(std::chrono::hours(1));
    f.store.trashOrder(id);
    QVERIFY(f.sync().has_value());
    QVERIFY(f.events("Placed Order").empty());
    f.clock.advance(std::chrono::hours(1));
    f.store.restoreOrder(id);
    QVERIFY(f.sync().has_value());
    QCOMPARE(f.events("Placed Order").size(), std::size_t{1});
}

void TestStoreSync::permanentlyDeletedRecordsAreFoundWithinADay()
{
    SyncFixture f;
    std::vector<std::int64_t> orders;
    for (int i = 0; i < 250; ++i) {
        orders.push_back(f.store.addOrder({.email = "a@example.com"}));
    }
    const auto product = f.store.addProduct("Mug", "1.00", 1);
    const auto category = f.store.addCategory("Things");
    const auto coupon = f.store.addCoupon("save", "1.00");
    QVERIFY(f.sync().has_value());
    QVERIFY(f.sync().has_value());  // the first look follows the first sync
    f.store.deleteOrder(orders[7]);
    f.store.deleteOrder(orders[200]);
    f.store.deleteProduct(product);
    f.store.deleteCategory(category);
    f.store.deleteCoupon(coupon);
    f.clock.advance(std::chrono::hours(1));
    QVERIFY(f.sync().has_value());
    f.clock.advance(std::chrono::hours(24));
    QVERIFY(f.sync().has_value());
    QCOMPARE(f.events("Placed Order").size(), std::size_t{248});
    QCOMPARE(f.number("SELECT count(*) FROM product"), 0);
    QCOMPARE(f.number("SELECT count(*) FROM category"), 0);
    QCOMPARE(f.number("SELECT count(*) FROM coupon"), 0);
    QCOMPARE(f.counts.deleted, 5);
}

void TestStoreSync::syncingAgainDoublesNothing()
{
    SyncFixture f;
    for (int i = 0; i < 130; ++i) {
        f.store.addOrder({.email = "a" + std::to_string(i % 40) + "@example.com"});
    }
    QVERIFY(f.sync().has_value());
    const auto rows = f.number("SELECT count(*) FROM event");
    for (int i = 0; i < 3; ++i) {
        f.clock.advance(std::chrono::minutes(1));
        QVERIFY(f.sync().has_value());
        QCOMPARE(f.counts.newEvents, 0);
    }
    QCOMPARE(f.number("SELECT count(*) FROM event"), rows);
}

void TestStoreSync::fromScratchReadsAllAndDoublesNothing()
{
    SyncFixture f;
    for (int i = 0; i < 130; ++i) {
        f.store.addOrder({.email = "a@example.com"});
    }
    QVERIFY(f.sync().has_value());
    const auto rows = f.number("SELECT count(*) FROM event");
    QVERIFY(f.sync(true).has_value());
    QCOMPARE(f.counts.orders, 130);
    QCOMPARE(f.number("SELECT count(*) FROM event"), rows);
}

void TestStoreSync::aDroppedSyncGoesOnWhereItWas()
{
    SyncFixture f;
    for (int i = 0; i < 1000; ++i) {
        f.store.addOrder({.email = "a@example.com"});
    }
    {
        auto sync = f.begin();
        for (int i = 0; i < 9; ++i) {
            const auto fetched = (*sync)->fetch({});
            QVERIFY((*sync)->apply(*fetched).has_value());
        }
        // Fetched but never applied: it comes again.
        const auto lost = (*sync)->fetch({});
        Q_UNUSED(lost);
    }
    const auto before = f.number("SELECT count(*) FROM store_order");
    QVERIFY(before > 0 && before < 1000);
    f.reopen();
    const auto asked = f.store.asked.size();
    QVERIFY(f.sync().has_value());
    QCOMPARE(f.number("SELECT count(*) FROM store_order"), 1000);
    QCOMPARE(f.events("Placed Order").size(), std::size_t{1000});
    int pages = 0;
    for (std::size_t i = asked; i < f.store.asked.size(); ++i) {
        pages += f.store.asked[i].starts_with("wc/v3/orders?per_page=100") && f.store.asked[i].ends_with("status=any");
    }
    QVERIFY2(pages <= 12, std::to_string(pages).c_str());
}

void TestStoreSync::fetchingRunsAheadOfApplying()
{
    SyncFixture f;
    for (int i = 0; i < 450; ++i) {
        f.store.addOrder({.email = "a@example.com"});
    }
    auto sync = f.begin();
    auto next = (*sync)->fetch({});
    bool finished = false;
    int dropped = 0;
    for (int i = 0; i < 200 && !finished; ++i) {
        auto ahead = (*sync)->fetch({});
        const auto step = (*sync)->apply(*next);
        QVERIFY(step.has_value());
        finished = step->finished;
        dropped += step->dropped ? 1 : 0;
        next = std::move(ahead);
    }
    QVERIFY(finished);
    QCOMPARE(f.events("Placed Order").size(), std::size_t{450});
}

void TestStoreSync::aFailedApplyTakesTheFetchingBack()
{
    SyncFixture f;
    for (int i = 0; i < 450; ++i) {
        f.store.addOrder({.email = "a@example.com"});
    }
    // The workspace refuses to be written now and then.
    QVERIFY(f.db->execute("CREATE TABLE refuse(n INTEGER); INSERT INTO refuse VALUES (0);"
                          "CREATE TRIGGER refusing BEFORE INSERT ON sync_cursor WHEN (SELECT n FROM refuse) = 1 "
                          "BEGIN SELECT raise(ABORT, 'no'); END")
                .has_value());
    auto sync = f.begin();
    auto next = (*sync)->fetch({});
    bool finished = false;
    int failed = 0;
    for (int i = 0; i < 300 && !finished; ++i) {
        auto ahead = (*sync)->fetch({});
        QVERIFY(f.db->run("UPDATE refuse SET n = ?1", i % 3 == 0).has_value());
        const auto step = (*sync)->apply(*next);
        failed += step ? 0 : 1;
        finished = step && step->finished;
        next = std::move(ahead);
    }
    QVERIFY(finished);
    QVERIFY(failed > 3);
    QCOMPARE(f.events("Placed Order").size(), std::size_t{450});
    QCOMPARE(f.number("SELECT count(*) FROM store_order"), 450);
}

void TestStoreSync::recordsThatCannotBeUnderstoodAreSetAsideAndTriedAgain()
{
    SyncFixture f;
    const auto good = f.store.addOrder({.email = "a@example.com"});
    const auto bad = f.store.addOrder({.email = "b@example.com"});
    f.store.setOrderMember(bad, "total", "\"priceless\"");
    QVERIFY(f.sync().has_value());
    QCOMPARE(f.counts.setAside, 1);
    QCOMPARE(f.health().setAside, 1);
    QCOMPARE(f.events("Placed Order").size(), std::size_t{1});
    const auto aside = StoreConnections(*f.db, f.clock).listSetAside(f.id, 10);
    QCOMPARE(aside->front().externalId, std::to_string(bad));
    QCOMPARE(aside->front().reason, std::string("total is not an amount: priceless"));
    QVERIFY(aside->front().record.find("priceless") != std::string::npos);
    // Mended in the store without a new modification time: found when it is tried again.
    f.clock.advance(std::chrono::minutes(30));
    const auto now = f.clock.now();
    f.clock.advance(-std::chrono::hours(20));
    f.store.setOrderMember(bad, "total", "\"7.00\"");
    f.clock.set(now);
    QVERIFY(f.sync().has_value());
    QCOMPARE(f.health().setAside, 1);
    f.clock.advance(std::chrono::hours(7));
    f.reopen();
    QVERIFY(f.sync().has_value());
    QCOMPARE(f.health().setAside, 0);
    QCOMPARE(f.events("Placed Order").size(), std::size_t{2});
    Q_UNUSED(good);
}

void TestStoreSync::progressIsTold()
{
    SyncFixture f;
    for (int i = 0; i < 350; ++i) {
        f.store.addOrder({.email = "a@example.com"});
    }
    auto sync = f.begin();
    std::int64_t last = 0;
    bool saw = false;
    for (;;) {
        const auto fetched = (*sync)->fetch({});
        const auto step = (*sync)->apply(*fetched);
        if (step->finished) {
            QCOMPARE(step->words.words, std::string("Up to date"));
            break;
        }
        if (step->stream == StoreStream::Orders && step->total == 350) {
            QVERIFY(step->done > last && step->done <= 350);
            last = step->done;
            QCOMPARE(step->words.words, std::string("Reading orders"));
            saw = true;
        }
    }
    QVERIFY(saw);
    QCOMPARE(last, 350);
}

void TestStoreSync::stockChangesAreHandedOut()
{
    SyncFixture f;
    const auto mug = f.store.addProduct("Mug", "5.00", 0);
    QVERIFY(f.sync().has_value());
    QVERIFY(f.counts.stockChanges.empty());
    f.clock.advance(std::chrono::hours(1));
    f.store.setProductMember(mug, "stock_quantity", "12");
    f.store.setProductMember(mug, "stock_status", "\"instock\"");
    QVERIFY(f.sync().has_value());
    QCOMPARE(f.counts.stockChanges.size(), std::size_t{1});
    QCOMPARE(f.counts.stockChanges.front().after, std::optional<std::int64_t>(12));
}

void TestStoreSync::guestsAndAccountsBecomeOnePerson()
{
    SyncFixture f;
    f.store.addOrder({.email = "ana@example.com"});
    QVERIFY(f.sync().has_value());
    f.clock.advance(std::chrono::hours(1));
    const auto account = f.store.addCustomer("ANA@example.com", "Ana");
    f.store.addOrder({.customerId = account, .email = "ana@example.com"});
    QVERIFY(f.sync().has_value());
    const auto placed = f.events("Placed Order");
    QCOMPARE(placed.size(), std::size_t{2});
    QCOMPARE(placed[0].profile, placed[1].profile);
    QCOMPARE(f.number("SELECT count(*) FROM profile"), 1);
}

void TestStoreSync::linesKnowTheirCategories()
{
    SyncFixture f;
    const auto category = f.store.addCategory("Mugs &amp; more");
    const auto mug = f.store.addProduct("Mug", "5.00", 3);
    f.store.setProductMember(mug, "categories", "[{\"id\": " + std::to_string(category) + "}]");
    f.store.addOrder({.email = "a@example.com", .productId = mug});
    QVERIFY(f.sync().has_value());
    const auto row =
        f.number("SELECT e.row FROM event e JOIN metric m ON m.id = e.metric_id WHERE m.name = 'Ordered Product'");
    const auto events = f.log->view()->loadEvents(std::vector<EventRow>{EventRow{row}});
    QCOMPARE(events->size(), std::size_t{1});
    QVERIFY2(events->front().properties.find("\"categories\":[\"Mugs & more\"]") != std::string::npos,
             events->front().properties.c_str());
    QVERIFY(f.sync(true).has_value());
    QCOMPARE(f.counts.newEvents, 0);
}

void TestStoreSync::timesAreRightAcrossDaylightSaving()
{
    SyncFixture f({.timeZone = "Europe/Vienna"});
    std::vector<Instant> instants;
    for (const auto* const at : {"2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z", "2026-03-29T02:30:00Z",
                                 "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"}) {
        f.clock.set(*parseIso(at));
        instants.push_back(f.clock.now());
        f.store.addOrder({.email = "a@example.com"});
        QVERIFY(f.sync().has_value());
    }
    const auto placed = f.events("Placed Order");
    QCOMPARE(placed.size(), instants.size());
    for (std::size_t i = 0; i < instants.size(); ++i) {
        QCOMPARE(placed[i].at.ms, instants[i].ms);
    }
}

void TestStoreSync::tenThousandOrders()
{
    SyncFixture f;
    std::int64_t cents = 0;
    for (int i = 0; i < 10'000; ++i) {
        cents += i % 5000;
        const auto text = std::to_string(i % 5000 / 100) + "." + std::to_string(i % 100 / 10) + std::to_string(i % 10);
        f.store.addOrder({.email = "c" + std::to_string(i % 977) + "@example.com", .total = text});
        f.clock.advance(std::chrono::seconds(30));
    }
    QVERIFY(f.sync().has_value());
    QCOMPARE(f.counts.orders, 10'000);
    QCOMPARE(f.number("SELECT count(*) FROM profile"), 977);
    std::int64_t micros = 0;
    for (const auto& event : f.events("Placed Order")) {
        micros += event.micros;
    }
    QCOMPARE(micros, cents * 10'000);
}

}  // namespace shopbell::test

using shopbell::test::TestStoreSync;
SHOPBELL_TEST(TestStoreSync)
#include "test_store_sync.moc"
