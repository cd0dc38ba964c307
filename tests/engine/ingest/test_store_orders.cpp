// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest_fixture.h"

#include "ingest/order_events.h"
#include "model/metric.h"
#include "profiles/profile_reading.h"
#include "support/registry.h"
#include "support/seeded_random.h"

using namespace shopbell;
using namespace shopbell::test;

namespace {

const ConnectionId store{1};

/// What stands in the history, as text: who, what, when, how much, key.
std::multiset<std::string> standing(IngestFixture& f)
{
    std::multiset<std::string> found;
    const auto view = f.log->view();
    for (const MetricId metric : view->listMetricIds()) {
        const std::string name = view->metricName(metric);
        if (name != metrics::placedOrder && name != metrics::orderedProduct && name != metrics::fulfilledOrder &&
            name != metrics::cancelledOrder && name != metrics::refundedOrder) {
            continue;
        }
        std::set<std::int64_t> gone;
        std::vector<EventRow> rows;
        (void)f.connection->each("SELECT replaces FROM event WHERE replaces IS NOT NULL",
                                 [&](db::Statement& row) { gone.insert(row.integer(0)); });
        (void)f.connection->each(
            "SELECT row, flags FROM event WHERE metric_id = ?1",
            [&](db::Statement& row) {
                if (!gone.contains(row.integer(0)) && (row.integer(1) & 2) == 0) {
                    rows.push_back(row.id<EventRow>(0));
                }
            },
            metric);
        const auto events = view->loadEvents(rows);
        for (const Event& event : *events) {
            found.insert(std::to_string(view->resolve(event.profile).value) + ' ' + name + ' ' +
                         std::to_string(event.at.ms) + ' ' + (event.value ? event.value->toString() : "-") + ' ' +
                         event.uniqueId + ' ' + event.properties);
        }
    }
    return found;
}

/// What a fresh history would hold of these orders; the slow, obviously right way.
std::multiset<std::string> expected(const std::map<std::string, std::pair<ProfileId, std::vector<OrderEvent>>>& orders)
{
    std::multiset<std::string> all;
    for (const auto& [id, order] : orders) {
        for (const OrderEvent& event : order.second) {
            all.insert(std::to_string(order.first.value) + ' ' + std::string(event.metric) + ' ' +
                       std::to_string(event.at.ms) + ' ' + (event.value ? event.value->toString() : "-") + ' ' +
                       event.uniqueId + ' ' + event.properties);
        }
    }
    return all;
}

StoreOrder makeOrder(const std::string& id, const std::string& email)
{
    StoreOrder order;
    order.externalId = id;
    order.number = "#" + id;
    order.status = OrderStatus::Paid;
    order.placedAt = *parseIso("2025-03-01T10:00:00Z");
    order.changedAt = order.placedAt;
    order.currency = *Currency::parse("EUR");
    order.total = *parseDecimal("30.50");
    order.email = email;
    order.firstName = "Ana";
    order.lines = {{"1", "p1", "", "SKU1", "Bell", Decimal::fromInteger(2), *parseDecimal("20"), Decimal{}, {"Bells"}},
                   {"2", "p2", "", "SKU2", "Rope", Decimal::fromInteger(1), *parseDecimal("10.50"), Decimal{}, {}}};
    return order;
}

struct OrderFixture : IngestFixture {
    OrderFixture()
    {
        (void)connection->execute("INSERT INTO connection(id, connector, label, settings, connected_at) VALUES "
                                  "(1, 'woocommerce', 'Shop', '{}', 0)");
    }
    OrderOutcome apply(const StoreOrder& order)
    {
        auto outcome = ingestor->applyOrder(store, order, clock.now(), "sync");
        if (!outcome) {
            qWarning("%s", describe(outcome.error()).c_str());
            return {};
        }
        return *outcome;
    }
};

}  // namespace

class TestStoreOrders : public QObject {
    Q_OBJECT
private slots:
    void anOrderBecomesItsEventsOnce()
    {
        OrderFixture f;
        const auto first = f.apply(makeOrder("10", "ana@example.com"));
        QCOMPARE(first.change, OrderChange::New);
        QVERIFY(first.profileCreated);
        QCOMPARE(first.eventsWritten, std::int64_t(3));
        const auto again = f.apply(makeOrder("10", "ana@example.com"));
        QCOMPARE(again.change, OrderChange::Unchanged);
        QCOMPARE(again.profile, first.profile);
        QCOMPARE(f.countEvents(), (std::map<std::string, std::int64_t>{{"Ordered Product", 2}, {"Placed Order", 1}}));
        QCOMPARE(f.count("SELECT count(*) FROM event WHERE flags & 1 = 0"), std::int64_t(0));  // before the connection
        QCOMPARE(loadProfile(*f.connection, first.profile)->createdAt, *parseIso("2025-03-01T10:00:00Z"));
    }

    void itsWholeLifeIsFollowed()
    {
        OrderFixture f;
        StoreOrder order = makeOrder("10", "ana@example.com");
        order.status = OrderStatus::AwaitingPayment;
        QCOMPARE(f.apply(order).eventsWritten, std::int64_t(0));
        order.status = OrderStatus::Paid;
        f.apply(order);
        order.status = OrderStatus::Fulfilled;
        order.completedAt = *parseIso("2025-03-03T10:00:00Z");
        order.refunds = {{"r1", *parseIso("2025-03-05T10:00:00Z"), *parseDecimal("10.50"), "too long"}};
        order.lines.pop_back();
        order.total = *parseDecimal("20");
        QCOMPARE(f.apply(order).change, OrderChange::Edited);
        QCOMPARE(f.countEvents(),
                 (std::map<std::string, std::int64_t>{
                     {"Fulfilled Order", 1}, {"Ordered Product", 1}, {"Placed Order", 1}, {"Refunded Order", 1}}));
        order.status = OrderStatus::Deleted;
        QCOMPARE(f.apply(order).change, OrderChange::TakenBack);
        QCOMPARE(f.countEvents(), (std::map<std::string, std::int64_t>{}));
        QVERIFY(!*f.ingestor->takeBackOrder(store, "10") || f.countEvents().empty());
        // Taken out of the bin again.
        order.status = OrderStatus::Paid;
        order.refunds.clear();
        order.completedAt = {};
        f.apply(order);
        QCOMPARE(f.countEvents(), (std::map<std::string, std::int64_t>{{"Ordered Product", 1}, {"Placed Order", 1}}));
        QVERIFY(!*f.ingestor->takeBackOrder(store, "never seen"));
    }

    void anUntoldTimeStaysWhatItWasTakenForFirst()
    {
        OrderFixture f;
        StoreOrder order = makeOrder("10", "ana@example.com");
        order.status = OrderStatus::Cancelled;
        order.changedAt = *parseIso("2025-03-02T10:00:00Z");
        f.apply(order);
        order.changedAt = *parseIso("2025-06-02T10:00:00Z");
        order.paymentMethod = "card";
        QCOMPARE(f.apply(order).change, OrderChange::Edited);
        for (const auto& one : standing(f)) {
            if (one.find("Cancelled Order") != std::string::npos) {
                QVERIFY(one.find(std::to_string(parseIso("2025-03-02T10:00:00Z")->ms)) != std::string::npos);
            }
        }
    }

    void anOrderWithoutACustomerCountsAndIsNobodys()
    {
        OrderFixture f;
        const auto outcome = f.apply(makeOrder("10", ""));
        QVERIFY(!outcome.profile.isValid());
        QCOMPARE(f.count("SELECT count(*) FROM event WHERE profile_id = 0"), std::int64_t(3));
        QCOMPARE(f.count("SELECT count(*) FROM profile"), std::int64_t(0));
        const auto later = f.apply(makeOrder("10", "ana@example.com"));
        QVERIFY(later.profile.isValid());
        QCOMPARE(f.countEvents(), (std::map<std::string, std::int64_t>{{"Ordered Product", 2}, {"Placed Order", 1}}));
        const auto all = standing(f);
        QVERIFY(std::all_of(all.begin(), all.end(), [](const auto& one) { return one.starts_with("1 "); }));
    }

    void throughRandomEditsMovesAndDeletionsOnlyTheLastStateStands()
    {
        for (int round = 0; round < 25; ++round) {
            SeededRandom random(static_cast<std::uint64_t>(50 + round));
            OrderFixture f;
            std::map<std::string, std::pair<ProfileId, std::vector<OrderEvent>>> last;
            for (int step = 0; step < 60; ++step) {
                const std::string id = std::to_string(random->below(6));
                StoreOrder order =
                    makeOrder(id, random->chance(0.2) ? "" : "p" + std::to_string(random->below(4)) + "@example.com");
                constexpr OrderStatus states[] = {
                    OrderStatus::Draft,     OrderStatus::AwaitingPayment, OrderStatus::Paid,   OrderStatus::OnHold,
                    OrderStatus::Fulfilled, OrderStatus::Refunded,        OrderStatus::Failed, OrderStatus::Deleted};
                order.status = states[random->below(std::size(states))];
                order.completedAt =
                    order.status == OrderStatus::Fulfilled ? order.placedAt + std::chrono::hours(5) : Instant{};
                order.lines.resize(random->below(3));
                order.total = Decimal::fromInteger(random->between(1, 3));
                for (std::uint64_t n = order.status == OrderStatus::Refunded ? 1 : random->below(3); n > 0; --n) {
                    order.refunds.push_back(
                        {"r" + std::to_string(n), order.placedAt + std::chrono::hours(n), Decimal::fromInteger(1), ""});
                }
                const auto outcome = f.apply(order);
                last[id] = {outcome.profile, makeOrderEvents(store, order)};
                if (random->chance(0.1)) {
                    f.reopen();
                }
            }
            QCOMPARE(standing(f), expected(last));
        }
    }

    void ordersFollowTheirCustomerThroughAMerge()
    {
        OrderFixture f;
        const auto a = f.apply(makeOrder("10", "a@example.com"));
        const auto b = f.apply(makeOrder("11", "b@example.com"));
        QVERIFY(f.ingestor->together([&] { return f.ingestor->profiles().merge(b.profile, a.profile, "by hand"); }));
        QCOMPARE(f.apply(makeOrder("11", "b@example.com")).change, OrderChange::Unchanged);
        StoreOrder edited = makeOrder("11", "b@example.com");
        edited.total = Decimal::fromInteger(99);
        const auto outcome = f.apply(edited);
        QCOMPARE(outcome.profile, a.profile);
        QCOMPARE(outcome.eventsWritten, std::int64_t(1));
        QCOMPARE(f.countEvents().at("Placed Order"), std::int64_t(2));
    }

    void aFailedPageLeavesNothingBehind()
    {
        OrderFixture f;
        f.apply(makeOrder("1", "ana@example.com"));
        const auto before = standing(f);
        const auto page = f.ingestor->together([&]() -> Result<void> {
            f.apply(makeOrder("2", "ben@example.com"));
            f.apply(makeOrder("3", "ana@example.com"));
            return fail(ErrorKind::Network, "the page was cut");
        });
        QVERIFY(!page);
        QCOMPARE(f.count("SELECT count(*) FROM profile"), std::int64_t(1));
        QCOMPARE(standing(f), before);
        const auto again = f.apply(makeOrder("2", "ben@example.com"));
        QCOMPARE(again.change, OrderChange::New);
        QCOMPARE(again.eventsWritten, std::int64_t(3));
        f.reopen();
        QCOMPARE(f.countEvents().at("Placed Order"), std::int64_t(2));
    }
};

SHOPBELL_TEST(TestStoreOrders)
#include "test_store_orders.moc"
