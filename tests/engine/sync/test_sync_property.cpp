// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sync/sync_fixture.h"
#include "support/registry.h"
#include "support/seeded_random.h"

#include <QTest>

#include <array>
#include <set>
#include <tuple>

namespace shopbell::test {

namespace {

using Fate = std::tuple<std::string, std::int64_t, std::int64_t, std::string>;  ///< unique id, micros, instant, email

bool isPlaced(const std::string& status)
{
    static const std::set<std::string> kPlaced{"processing", "on-hold", "completed", "cancelled", "refunded"};
    return kPlaced.contains(status);
}

std::int64_t micros(const std::string& text)
{
    return parseDecimal(text)->micros;
}

}  // namespace

/// After any sequence of things that happen in a shop, of failures at any request, of programs killed at any step, one
/// sync in peace makes the workspace hold what the shop holds: nothing missed, nothing doubled.
class TestSyncProperty : public QObject {
    Q_OBJECT

private slots:
    void workspaceEqualsTheShop_data();
    void workspaceEqualsTheShop();

private:
    void happen(SyncFixture& f, Random& random);
    void syncBadly(SyncFixture& f, Random& random);
    void compare(SyncFixture& f);
};

void TestSyncProperty::workspaceEqualsTheShop_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 40; ++seed) {
        QTest::newRow(std::to_string(seed).c_str()) << seed;
    }
}

void TestSyncProperty::happen(SyncFixture& f, Random& random)
{
    auto& store = f.store;
    const auto anyOf = [&](std::string_view route) {
        const auto ids = store.ids(route);
        return ids.empty() ? std::int64_t{0} : ids[random.below(ids.size())];
    };
    const auto email = [&] { return "p" + std::to_string(random.below(60)) + "@example.com"; };
    static constexpr std::array<const char*, 7> kStatuses{"pending",   "processing", "on-hold",       "completed",
                                                          "cancelled", "failed",     "checkout-draft"};
    switch (random.below(16)) {
    case 0:
    case 1:
    case 2:
    case 3:
        store.addOrder({.email = email(),
                        .status = kStatuses[random.below(kStatuses.size())],
                        .total = std::to_string(random.below(500)) + ".50"});
        break;
    case 4: store.setOrderStatus(anyOf("orders"), kStatuses[random.below(kStatuses.size())]); break;
    case 5: store.setOrderTotal(anyOf("orders"), std::to_string(random.below(500))); break;
    case 6: store.setOrderEmail(anyOf("orders"), email()); break;
    case 7: store.trashOrder(anyOf("orders")); break;
    case 8: {
        const auto all = store.orders();
        if (!all.empty()) {
            store.restoreOrder(all[random.below(all.size())].id);
        }
        break;
    }
    case 9: store.deleteOrder(anyOf("orders")); break;
    case 10: store.refundOrder(anyOf("orders"), std::to_string(random.below(9) + 1) + ".00", "why"); break;
    case 11:
        random.chance(0.5) ? store.addProduct("P", "5.00", random.between(0, 5)) : store.addVariableProduct("V", 2);
        break;
    case 12:
        store.setProductMember(anyOf("products"), "name", "\"Renamed " + std::to_string(random.below(99)) + "\"");
        break;
    case 13: random.chance(0.5) ? store.deleteProduct(anyOf("products")) : store.trashProduct(anyOf("products")); break;
    case 14: store.addCustomer("c" + std::to_string(random.below(9999)) + "@example.com", "C"); break;
    default:
        random.chance(0.6) ? static_cast<void>(store.addCoupon("x", "1.00")) : store.deleteCoupon(anyOf("coupons"));
        break;
    }
    if (random.chance(0.5)) {
        f.clock.advance(Duration(static_cast<std::int64_t>(random.below(90'000))));
    }
}

/// A sync with fetching ahead, failing requests, a shop that goes on, and perhaps no end.
void TestSyncProperty::syncBadly(SyncFixture& f, Random& random)
{
    const double failing = random.unit() * 0.3;
    const double busy = random.unit() * 0.5;
    f.http.fault = [&, failing](const HttpRequest&, int) -> std::optional<Result<HttpResponse>> {
        if (!random.chance(failing)) {
            return std::nullopt;
        }
        HttpResponse response;
        switch (random.below(4)) {
        case 0: return fail(ErrorKind::Network, "Cut.");
        case 1: response.status = 503; return response;
        case 2:
            response.status = 200;
            response.body = "[{\"id\":5";
            return response;
        default: return fail(ErrorKind::Timeout, "Silence.");
        }
    };
    f.store.afterAnswer = [&, busy] {
        while (random.chance(busy)) {
            happen(f, random);
        }
    };
    auto sync = f.begin(random.chance(0.05));
    QVERIFY(sync.has_value());
    auto next = (*sync)->fetch({});
    for (;;) {
        const bool runsAhead = random.chance(0.7);
        auto ahead = runsAhead ? (*sync)->fetch({}) : FetchedPtr();
        const auto step = (*sync)->apply(*next);
        QVERIFY(step.has_value());
        if (step->wait) {
            f.clock.advance(*step->wait);
        }
        // Killed: what was fetched and not applied is lost.
        if (step->finished || random.chance(0.03)) {
            break;
        }
        // Now and then something that was fetched is thrown away.
        next = ahead && !random.chance(0.15) ? std::move(ahead) : (*sync)->fetch({});
    }
    f.http.fault = {};
    f.store.afterAnswer = {};
    sync->reset();
    if (random.chance(0.4)) {
        f.reopen();
    }
}

void TestSyncProperty::compare(SyncFixture& f)
{
    std::multiset<Fate> placed;
    std::multiset<std::tuple<std::string, std::int64_t>> refunds;
    std::multiset<std::string> lines;
    const std::string prefix = "c" + std::to_string(f.id.value) + ":";
    for (const auto& order : f.store.orders()) {
        if (!isPlaced(order.status)) {
            continue;
        }
        const auto unique = prefix + std::to_string(order.id);
        placed.emplace(unique, micros(order.total), order.placedAt.ms, order.email);
        lines.insert(unique + ":" + std::to_string(order.id * 10));
        for (const auto& amount : order.refunds) {
            refunds.emplace(unique, micros(amount));
        }
    }
    std::multiset<Fate> known;
    std::multiset<std::string> knownLines;
    std::multiset<std::tuple<std::string, std::int64_t>> knownRefunds;
    for (const auto& event : f.events("Placed Order")) {
        known.emplace(event.uniqueId, event.micros, event.at.ms, event.email);
    }
    for (const auto& event : f.events("Ordered Product")) {
        knownLines.insert(event.uniqueId);
    }
    for (const auto& event : f.events("Refunded Order")) {
        knownRefunds.emplace(event.uniqueId.substr(0, event.uniqueId.rfind(':')), event.micros);
    }
    QCOMPARE(known.size(), placed.size());
    for (auto a = known.begin(), b = placed.begin(); a != known.end(); ++a, ++b) {
        QCOMPARE(std::get<0>(*a), std::get<0>(*b));
        QCOMPARE(std::get<1>(*a), std::get<1>(*b));
        QCOMPARE(std::get<2>(*a), std::get<2>(*b));
        QCOMPARE(std::get<3>(*a), std::get<3>(*b));
    }
    QVERIFY(knownLines == lines);
    QVERIFY(knownRefunds == refunds);

    CatalogStore catalog(*f.db);
    CatalogQuery everything;
    everything.limit = 100'000;
    std::map<std::string, CatalogProduct> products;
    const auto read = catalog.listProducts(everything);
    for (const auto& product : *read) {
        products.emplace(product.product.externalId, product);
    }
    const auto ids = f.store.ids("products");
    QCOMPARE(products.size(), ids.size());
    for (const auto id : ids) {
        const auto found = products.find(std::to_string(id));
        QVERIFY(found != products.end());
        QCOMPARE("\"" + found->second.product.title + "\"", f.store.memberOf("products", id, "name"));
    }
    QCOMPARE(catalog.listCoupons(f.id)->size(), f.store.ids("coupons").size());
    for (const auto id : f.store.ids("customers")) {
        QCOMPARE(f.db->findInteger("SELECT count(*) FROM identifier WHERE kind = 2 AND scope = ?1 AND value = ?2", f.id,
                                   std::to_string(id))
                     ->value_or(-1),
                 1);
    }
}

void TestSyncProperty::workspaceEqualsTheShop()
{
    QFETCH(quint64, seed);
    SeededRandom random(seed);
    SyncFixture f({.timeZone = random->chance(0.5) ? "Europe/Vienna" : "America/New_York"});
    f.clock.set(*parseIso(random->chance(0.5) ? "2026-03-28T20:00:00Z" : "2026-10-24T20:00:00Z"));
    // A few pages that nobody touches later: what is lost of these stays lost.
    const auto old = random->below(2) * 350;
    for (std::uint64_t i = 0; i < old; ++i) {
        f.store.addOrder({.email = "old" + std::to_string(i) + "@example.com", .total = "3.00"});
    }
    const auto beginning = random->below(700);
    for (std::uint64_t i = 0; i < beginning; ++i) {
        happen(f, *random);
    }
    for (int round = 0; round < 6; ++round) {
        syncBadly(f, *random);
        for (std::uint64_t i = 0; i < random->below(40); ++i) {
            happen(f, *random);
        }
        f.clock.advance(Duration(static_cast<std::int64_t>(random->below(10 * 3'600'000))));
    }
    // A day later, in peace: what was deleted for good is looked for too, and what a cut look left out.
    for (int i = 0; i < 2; ++i) {
        f.clock.advance(std::chrono::hours(25));
        f.reopen();
        const auto last = f.sync();
        QVERIFY2(last && last->finished && !last->problem,
                 last ? last->words.words.c_str() : last.error().what.c_str());
    }
    compare(f);
}

}  // namespace shopbell::test

using shopbell::test::TestSyncProperty;
SHOPBELL_TEST(TestSyncProperty)
#include "test_sync_property.moc"
