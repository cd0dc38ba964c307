// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sync/sync_fixture.h"
#include "support/registry.h"

#include <QTest>

namespace shopbell::test {

class TestStoreConnections : public QObject {
    Q_OBJECT

private slots:
    void secretsNeverStandInTheWorkspace();
    void badValuesAreRefusedWithTheReason();
    void labelsAreUniqueAndMadeFromTheHost();
    void aLockedKeychainLeavesNoStoreBehind();
    void changesKeepWhatIsNotSaid();
    void removingTakesSecretsAndCursorsAndKeepsPeople();
    void aPausedStoreIsNotRead();
    void aLostSecretIsSaid();

private:
    static FieldValues values(const std::string& url = "https://other.example")
    {
        return {{"url", url}, {"consumer_key", "ck_secretkey"}, {"consumer_secret", "cs_topsecret"}};
    }
};

void TestStoreConnections::secretsNeverStandInTheWorkspace()
{
    SyncFixture f;
    StoreConnections connections(*f.db, f.clock);
    const auto id = connections.add("woocommerce", "Other", values(), f.secrets);
    QVERIFY(id.has_value());
    const auto store = connections.load(*id);
    QCOMPARE(store->label, std::string("Other"));
    QCOMPARE(store->connectedAt.ms, f.clock.now().ms);
    QCOMPARE(store->settings, (FieldValues{{"url", "https://other.example"}}));
    QCOMPARE(
        f.number(
            "SELECT count(*) FROM connection WHERE settings LIKE '%cs_topsecret%' OR settings LIKE '%ck_secretkey%'"),
        0);
    QCOMPARE(f.secrets.secrets.size(), std::size_t{4});
    const auto whole = connections.loadValues(*store, f.secrets);
    QCOMPARE(findValue(*whole, "consumer_secret"), std::string_view("cs_topsecret"));
    QCOMPARE(findValue(*whole, "url"), std::string_view("https://other.example"));
    QCOMPARE(connections.listAll()->size(), std::size_t{2});
}

void TestStoreConnections::badValuesAreRefusedWithTheReason()
{
    SyncFixture f;
    StoreConnections connections(*f.db, f.clock);
    QCOMPARE(connections.add("myspace", "", values(), f.secrets).error().kind, ErrorKind::NotFound);
    auto missing = values();
    missing.pop_back();
    const auto refused = connections.add("woocommerce", "", missing, f.secrets);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
    QVERIFY(refused.error().what.find("Consumer secret") != std::string::npos);
    auto extra = values();
    extra.emplace_back("colour", "blue");
    QVERIFY(connections.add("woocommerce", "", extra, f.secrets).error().what.find("colour") != std::string::npos);
    QCOMPARE(connections.listAll()->size(), std::size_t{1});
}

void TestStoreConnections::labelsAreUniqueAndMadeFromTheHost()
{
    SyncFixture f;
    StoreConnections connections(*f.db, f.clock);
    const auto id = connections.add("woocommerce", " ", values("shop.example.org/store"), f.secrets);
    QCOMPARE(connections.load(*id)->label, std::string("shop.example.org"));
    QCOMPARE(findValue(connections.load(*id)->settings, "url"), std::string_view("https://shop.example.org/store"));
    QCOMPARE(connections.add("woocommerce", "MY SHOP", values(), f.secrets).error().kind, ErrorKind::AlreadyExists);
}

void TestStoreConnections::aLockedKeychainLeavesNoStoreBehind()
{
    SyncFixture f;
    StoreConnections connections(*f.db, f.clock);
    f.secrets.isLocked = true;
    QCOMPARE(connections.add("woocommerce", "Other", values(), f.secrets).error().kind, ErrorKind::Refused);
    QCOMPARE(connections.listAll()->size(), std::size_t{1});
}

void TestStoreConnections::changesKeepWhatIsNotSaid()
{
    SyncFixture f;
    StoreConnections connections(*f.db, f.clock);
    const auto id = *connections.add("woocommerce", "Other", values(), f.secrets);
    QVERIFY(connections.change(id, "Renamed", {{"url", "https://new.example"}}, f.secrets).has_value());
    const auto store = connections.load(id);
    QCOMPARE(store->label, std::string("Renamed"));
    const auto whole = connections.loadValues(*store, f.secrets);
    QCOMPARE(findValue(*whole, "url"), std::string_view("https://new.example"));
    QCOMPARE(findValue(*whole, "consumer_secret"), std::string_view("cs_topsecret"));
    QVERIFY(connections.change(id, "", {{"consumer_secret", "cs_new"}}, f.secrets).has_value());
    QCOMPARE(findValue(*connections.loadValues(*connections.load(id), f.secrets), "consumer_secret"),
             std::string_view("cs_new"));
    QCOMPARE(connections.load(id)->label, std::string("Renamed"));
    QCOMPARE(connections.change(id, "My shop", {}, f.secrets).error().kind, ErrorKind::AlreadyExists);
    QCOMPARE(connections.change(id, "", {{"url", "not an address"}}, f.secrets).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(connections.change(ConnectionId{77}, "", {}, f.secrets).error().kind, ErrorKind::NotFound);
}

void TestStoreConnections::removingTakesSecretsAndCursorsAndKeepsPeople()
{
    SyncFixture f;
    f.store.addOrder({.email = "a@example.com"});
    f.store.addProduct("Mug", "1", 1);
    QVERIFY(f.sync().has_value());
    StoreConnections connections(*f.db, f.clock);
    QVERIFY(connections.remove(f.id, f.secrets).has_value());
    QVERIFY(f.secrets.secrets.empty());
    QCOMPARE(f.number("SELECT count(*) FROM sync_cursor"), 0);
    QCOMPARE(f.number("SELECT count(*) FROM product"), 0);
    QCOMPARE(f.number("SELECT count(*) FROM profile"), 1);
    QCOMPARE(f.events("Placed Order").size(), std::size_t{1});
    QCOMPARE(connections.remove(f.id, f.secrets).error().kind, ErrorKind::NotFound);
    QCOMPARE(f.begin().error().kind, ErrorKind::NotFound);
}

void TestStoreConnections::aPausedStoreIsNotRead()
{
    SyncFixture f;
    StoreConnections connections(*f.db, f.clock);
    QVERIFY(connections.setPaused(f.id, true).has_value());
    QVERIFY(connections.load(f.id)->paused);
    QCOMPARE(f.begin().error().kind, ErrorKind::Conflict);
    QVERIFY(connections.setPaused(f.id, false).has_value());
    QVERIFY(f.sync().has_value());
    QCOMPARE(connections.setPaused(ConnectionId{99}, true).error().kind, ErrorKind::NotFound);
}

void TestStoreConnections::aLostSecretIsSaid()
{
    SyncFixture f;
    f.secrets.secrets.clear();
    const auto begun = f.begin();
    QCOMPARE(begun.error().kind, ErrorKind::Refused);
    QVERIFY(begun.error().what.find("the test's memory") != std::string::npos);
}

}  // namespace shopbell::test

using shopbell::test::TestStoreConnections;
SHOPBELL_TEST(TestStoreConnections)
#include "test_store_connections.moc"
