// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog_store.h"
#include "db/transaction.h"
#include "db/workspace.h"
#include "support/fake_clock.h"
#include "support/registry.h"
#include "support/seeded_random.h"
#include "support/temp_dir.h"

#include <QTest>

#include <map>
#include <set>

namespace shopbell::test {

namespace {

StoreVariant variant(const std::string& id, std::int64_t price, std::optional<std::int64_t> stock)
{
    StoreVariant made;
    made.externalId = id;
    made.sku = "SKU-" + id;
    made.price = Decimal::fromInteger(price);
    made.stock = stock;
    made.inStock = stock.value_or(1) > 0;
    return made;
}

StoreProduct product(const std::string& id, const std::string& title, std::int64_t price = 10)
{
    StoreProduct made;
    made.externalId = id;
    made.title = title;
    made.variants = {variant(id, price, 5)};
    return made;
}

}  // namespace

class TestCatalogStore : public QObject {
    Q_OBJECT

private slots:
    void init();
    void whatIsWrittenIsReadBack();
    void theSameAgainWritesNothing();
    void stockChangesAreTold();
    void aVariantThatIsGoneIsRemoved();
    void doubleIdsInOneBatchLeaveTheLast();
    void storesDoNotMix();
    void searchFindsWordsInTitleTagAndSku();
    void percentAndUnderscoreAreOrdinaryLetters();
    void categoriesBringTheirSubCategoriesAndStandCircles();
    void ordersAndPagesAreStable();
    void couponsAndCategoriesAreKept();
    void removedConnectionTakesItsCatalogAlong();
    void randomUpsertsMatchAPlainMap();
    void failedBatchLeavesNothing();

private:
    ConnectionId addStore(const std::string& label)
    {
        const auto done = m_db->run(
            "INSERT INTO connection(connector, label, settings, connected_at) VALUES ('x', ?1, '{}', 0)", label);
        return done ? ConnectionId{m_db->lastInsertRow()} : ConnectionId{};
    }
    std::vector<std::string> titles(const CatalogQuery& query)
    {
        std::vector<std::string> found;
        const auto products = m_catalog->listProducts(query);
        for (const auto& one : *products) {
            found.push_back(one.product.title);
        }
        return found;
    }

    std::unique_ptr<TempDir> m_folder;
    FakeClock m_clock;
    std::optional<db::Workspace> m_workspace;
    std::unique_ptr<db::Connection> m_db;
    std::unique_ptr<CatalogStore> m_catalog;
    ConnectionId m_store;
};

void TestCatalogStore::init()
{
    m_catalog.reset();
    m_db.reset();
    m_folder = std::make_unique<TempDir>();
    m_workspace = *db::Workspace::create(*m_folder / "shop.shopbell", {"Shop", "UTC", "EUR", "AT"}, m_clock);
    m_db = std::make_unique<db::Connection>(*m_workspace->connect(db::OpenMode::ReadWrite));
    m_catalog = std::make_unique<CatalogStore>(*m_db);
    m_store = addStore("First");
    QVERIFY(m_store.isValid());
}

void TestCatalogStore::whatIsWrittenIsReadBack()
{
    StoreProduct shirt = product("7", "Shirt 🌸");
    shirt.url = "https://shop.example/shirt";
    shirt.imageUrl = "https://shop.example/shirt.jpg";
    shirt.summary = "Soft.";
    shirt.published = false;
    shirt.createdAt = {1000};
    shirt.changedAt = {2000};
    shirt.categoryIds = {"1", "2"};
    shirt.tags = {"warm", "\"quoted\""};
    shirt.variants = {variant("70", 12, 3), variant("71", 15, std::nullopt)};
    shirt.variants[1].regularPrice = Decimal::fromInteger(20);
    shirt.variants[1].title = "Large";
    shirt.variants[1].imageUrl = "l.jpg";
    QCOMPARE(m_catalog->upsertProducts(m_store, std::vector{shirt})->added, 1);
    const auto found = m_catalog->findProduct(m_store, "7");
    QVERIFY(found->has_value());
    const auto& read = (*found)->product;
    QCOMPARE(read.title, shirt.title);
    QCOMPARE(read.url, shirt.url);
    QCOMPARE(read.imageUrl, shirt.imageUrl);
    QCOMPARE(read.summary, shirt.summary);
    QCOMPARE(read.published, false);
    QCOMPARE(read.createdAt.ms, 1000);
    QCOMPARE(read.changedAt.ms, 2000);
    QCOMPARE(read.categoryIds, shirt.categoryIds);
    QCOMPARE(read.tags, shirt.tags);
    QCOMPARE(read.variants.size(), std::size_t{2});
    QCOMPARE(read.variants[1].regularPrice->toString(), std::string("20"));
    QCOMPARE(read.variants[1].title, std::string("Large"));
    QVERIFY(!read.variants[1].stock);
    QCOMPARE(read.variants[0].stock, std::optional<std::int64_t>(3));
    const auto byId = m_catalog->findProduct((*found)->id);
    QCOMPARE((*byId)->product.externalId, std::string("7"));
    QVERIFY(!m_catalog->findProduct(ProductId{99})->has_value());
}

void TestCatalogStore::theSameAgainWritesNothing()
{
    const std::vector products{product("1", "A"), product("2", "B")};
    QCOMPARE(m_catalog->upsertProducts(m_store, products)->added, 2);
    const auto again = m_catalog->upsertProducts(m_store, products);
    QCOMPARE(again->unchanged, 2);
    QCOMPARE(again->changed, 0);
    auto changed = products;
    changed[1].title = "C";
    QCOMPARE(m_catalog->upsertProducts(m_store, changed)->changed, 1);
}

void TestCatalogStore::stockChangesAreTold()
{
    auto mug = product("1", "Mug");
    mug.variants[0].stock = 0;
    mug.variants[0].inStock = false;
    QVERIFY(m_catalog->upsertProducts(m_store, std::vector{mug})->stockChanges.empty());
    mug.variants[0].stock = 9;
    mug.variants[0].inStock = true;
    const auto counts = m_catalog->upsertProducts(m_store, std::vector{mug});
    QCOMPARE(counts->stockChanges.size(), std::size_t{1});
    const auto& change = counts->stockChanges.front();
    QCOMPARE(change.before, std::optional<std::int64_t>(0));
    QCOMPARE(change.after, std::optional<std::int64_t>(9));
    QVERIFY(!change.wasInStock && change.isInStock);
    QCOMPARE(change.variantId, std::string("1"));
}

void TestCatalogStore::aVariantThatIsGoneIsRemoved()
{
    auto shirt = product("1", "Shirt");
    shirt.variants = {variant("a", 1, 1), variant("b", 2, 2)};
    QVERIFY(m_catalog->upsertProducts(m_store, std::vector{shirt}).has_value());
    shirt.variants.erase(shirt.variants.begin());
    QVERIFY(m_catalog->upsertProducts(m_store, std::vector{shirt}).has_value());
    QCOMPARE((*m_catalog->findProduct(m_store, "1"))->product.variants.size(), std::size_t{1});
}

void TestCatalogStore::doubleIdsInOneBatchLeaveTheLast()
{
    auto twice = product("1", "Second");
    twice.variants = {variant("a", 1, 1), variant("a", 2, 2)};
    QVERIFY(m_catalog->upsertProducts(m_store, std::vector{product("1", "First"), twice}).has_value());
    const auto read = (*m_catalog->findProduct(m_store, "1"))->product;
    QCOMPARE(read.title, std::string("Second"));
    QCOMPARE(read.variants.size(), std::size_t{1});
    QCOMPARE(read.variants[0].stock, std::optional<std::int64_t>(2));
    QCOMPARE(m_catalog->upsertProducts(m_store, std::vector{twice})->unchanged, 1);
}

void TestCatalogStore::storesDoNotMix()
{
    const auto other = addStore("Second");
    QVERIFY(m_catalog->upsertProducts(m_store, std::vector{product("1", "Mine")}).has_value());
    QVERIFY(m_catalog->upsertProducts(other, std::vector{product("1", "Theirs")}).has_value());
    QCOMPARE((*m_catalog->findProduct(m_store, "1"))->product.title, std::string("Mine"));
    QCOMPARE(titles({.connection = other}), std::vector<std::string>{"Theirs"});
    QCOMPARE(titles({}).size(), std::size_t{2});
    QVERIFY(*m_catalog->removeProduct(other, "1"));
    QVERIFY(!*m_catalog->removeProduct(other, "1"));
    QCOMPARE(titles({}), std::vector<std::string>{"Mine"});
}

void TestCatalogStore::searchFindsWordsInTitleTagAndSku()
{
    auto shirt = product("1", "Blue Shirt");
    shirt.tags = {"summer"};
    auto hat = product("2", "Blue Hat");
    hat.published = false;
    hat.variants[0].inStock = false;
    QVERIFY(m_catalog->upsertProducts(m_store, std::vector{shirt, hat}).has_value());
    QCOMPARE(titles({.text = "blue"}), (std::vector<std::string>{"Blue Hat", "Blue Shirt"}));
    QCOMPARE(titles({.text = " SHIRT  blue "}), std::vector<std::string>{"Blue Shirt"});
    QCOMPARE(titles({.text = "summer"}), std::vector<std::string>{"Blue Shirt"});
    QCOMPARE(titles({.text = "sku-2"}), std::vector<std::string>{"Blue Hat"});
    QCOMPARE(titles({.text = "blue", .publishedOnly = true}), std::vector<std::string>{"Blue Shirt"});
    QCOMPARE(titles({.inStockOnly = true}), std::vector<std::string>{"Blue Shirt"});
    QCOMPARE(*m_catalog->countProducts({.text = "blue"}), 2);
    QVERIFY(titles({.text = "green"}).empty());
}

void TestCatalogStore::percentAndUnderscoreAreOrdinaryLetters()
{
    QVERIFY(m_catalog
                ->upsertProducts(m_store, std::vector{product("1", "50% off"), product("2", "500 off"),
                                                      product("3", "a_b"), product("4", "axb"), product("5", "c\\d")})
                .has_value());
    QCOMPARE(titles({.text = "50%"}), std::vector<std::string>{"50% off"});
    QCOMPARE(titles({.text = "a_b"}), std::vector<std::string>{"a_b"});
    QCOMPARE(titles({.text = "c\\d"}), std::vector<std::string>{"c\\d"});
    QVERIFY(titles({.text = "'; DROP TABLE product; --"}).empty());
}

void TestCatalogStore::categoriesBringTheirSubCategoriesAndStandCircles()
{
    QVERIFY(m_catalog
                ->upsertCategories(m_store, std::vector<StoreCategory>{{"1", "", "Clothes"},
                                                                       {"2", "1", "Shirts"},
                                                                       {"3", "2", "T-shirts"},
                                                                       {"8", "9", "Round"},
                                                                       {"9", "8", "And round"}})
                .has_value());
    auto shirt = product("1", "T");
    shirt.categoryIds = {"3"};
    auto hat = product("2", "Hat");
    hat.categoryIds = {"9"};
    QVERIFY(m_catalog->upsertProducts(m_store, std::vector{shirt, hat}).has_value());
    QCOMPARE(titles({.connection = m_store, .categoryId = "1"}), std::vector<std::string>{"T"});
    QCOMPARE(titles({.connection = m_store, .categoryId = "3"}), std::vector<std::string>{"T"});
    QCOMPARE(titles({.connection = m_store, .categoryId = "8"}), std::vector<std::string>{"Hat"});
    QVERIFY(titles({.connection = m_store, .categoryId = "77"}).empty());
}

void TestCatalogStore::ordersAndPagesAreStable()
{
    std::vector<StoreProduct> products;
    for (int i = 0; i < 25; ++i) {
        products.push_back(product(std::to_string(i), "Same", i % 3));
        products.back().createdAt = {i % 5};
    }
    QVERIFY(m_catalog->upsertProducts(m_store, products).has_value());
    for (const auto order :
         {CatalogOrder::Title, CatalogOrder::NewestFirst, CatalogOrder::PriceRising, CatalogOrder::PriceFalling}) {
        std::set<std::string> seen;
        for (int offset = 0; offset < 25; offset += 10) {
            CatalogQuery query;
            query.order = order;
            query.offset = offset;
            query.limit = 10;
            const auto found = m_catalog->listProducts(query);
            for (const auto& one : *found) {
                QVERIFY(seen.insert(one.product.externalId).second);
            }
        }
        QCOMPARE(seen.size(), std::size_t{25});
    }
    CatalogQuery cheap;
    cheap.order = CatalogOrder::PriceFalling;
    cheap.limit = 1;
    QCOMPARE(m_catalog->listProducts(cheap)->front().product.variants[0].price.toString(), std::string("2"));
}

void TestCatalogStore::couponsAndCategoriesAreKept()
{
    StoreCoupon coupon{"5", "SAVE", "percent", Decimal::fromInteger(10), Instant{77}, 3, 1};
    QCOMPARE(m_catalog->upsertCoupons(m_store, std::vector{coupon})->added, 1);
    QCOMPARE(m_catalog->upsertCoupons(m_store, std::vector{coupon})->unchanged, 1);
    coupon.expiresAt.reset();
    coupon.usageCount = 2;
    QCOMPARE(m_catalog->upsertCoupons(m_store, std::vector{coupon})->changed, 1);
    const auto coupons = m_catalog->listCoupons(m_store);
    QCOMPARE(coupons->size(), std::size_t{1});
    QVERIFY(!coupons->front().expiresAt);
    QCOMPARE(coupons->front().usageCount, 2);
    QCOMPARE(coupons->front().usageLimit, std::optional<std::int64_t>(3));
    QVERIFY(*m_catalog->removeCoupon(m_store, "5"));
    QCOMPARE(m_catalog->upsertCategories(m_store, std::vector<StoreCategory>{{"1", "", "A"}})->added, 1);
    QCOMPARE(m_catalog->upsertCategories(m_store, std::vector<StoreCategory>{{"1", "", "A"}})->unchanged, 1);
    QCOMPARE(m_catalog->listCategories(m_store)->front().name, std::string("A"));
    QVERIFY(*m_catalog->removeCategory(m_store, "1"));
}

void TestCatalogStore::removedConnectionTakesItsCatalogAlong()
{
    QVERIFY(m_catalog->upsertProducts(m_store, std::vector{product("1", "A")}).has_value());
    QVERIFY(m_db->run("DELETE FROM connection WHERE id = ?1", m_store).has_value());
    QVERIFY(titles({}).empty());
    QCOMPARE(m_db->findInteger("SELECT count(*) FROM product_variant")->value(), 0);
}

void TestCatalogStore::randomUpsertsMatchAPlainMap()
{
    SeededRandom random(4711);
    std::map<std::string, StoreProduct> truth;
    for (int round = 0; round < 200; ++round) {
        std::vector<StoreProduct> batch;
        for (std::uint64_t i = 0; i < random->below(6); ++i) {
            auto one = product(std::to_string(random->below(20)), "T" + std::to_string(random->below(4)));
            one.variants.clear();
            for (std::uint64_t v = 0; v <= random->below(4); ++v) {
                one.variants.push_back(variant(std::to_string(v), random->between(0, 3), random->between(0, 2)));
            }
            batch.push_back(one);
        }
        QVERIFY(m_catalog->upsertProducts(m_store, batch).has_value());
        for (const auto& one : batch) {
            truth[one.externalId] = one;
        }
        if (random->chance(0.3)) {
            const auto id = std::to_string(random->below(20));
            QCOMPARE(*m_catalog->removeProduct(m_store, id), truth.erase(id) > 0);
        }
    }
    QCOMPARE(*m_catalog->countProducts({}), static_cast<std::int64_t>(truth.size()));
    std::vector<std::string> ids;
    for (const auto& [id, one] : truth) {
        ids.push_back(id);
        const auto read = (*m_catalog->findProduct(m_store, id))->product;
        QCOMPARE(read.title, one.title);
        QCOMPARE(read.variants.size(), one.variants.size());
        for (std::size_t i = 0; i < read.variants.size(); ++i) {
            QCOMPARE(read.variants[i].externalId, one.variants[i].externalId);
            QCOMPARE(read.variants[i].stock, one.variants[i].stock);
        }
    }
    QCOMPARE(*m_catalog->listProductIds(m_store, "", 1000), ids);
    QCOMPARE(m_catalog->listProductIds(m_store, ids.front(), 1)->front(), ids[1]);
}

void TestCatalogStore::failedBatchLeavesNothing()
{
    const auto counts = m_catalog->upsertProducts(ConnectionId{999}, std::vector{product("1", "A"), product("2", "B")});
    QVERIFY(!counts);  // no such store: the reference is refused
    QVERIFY(titles({}).empty());
}

}  // namespace shopbell::test

using shopbell::test::TestCatalogStore;
SHOPBELL_TEST(TestCatalogStore)
#include "test_catalog_store.moc"
