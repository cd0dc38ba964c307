// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/woocommerce/woo_mapping.h"
#include "engine/connectors/woo_shop.h"
#include "support/registry.h"

#include <QTest>

namespace shopbell::test {

namespace {

/// An order after the vendor's documentation, with everything that we read.
constexpr std::string_view kOrder = R"({
  "id": 727, "number": "727", "status": "processing", "currency": "USD",
  "date_created_gmt": "2017-03-22T19:28:02", "date_modified_gmt": "2017-03-22T19:28:08",
  "date_paid_gmt": "2017-03-22T19:28:08", "date_completed_gmt": null,
  "discount_total": "3.00", "shipping_total": "10.00", "total": "29.35", "total_tax": "1.35",
  "customer_id": 26, "customer_note": "Please ring twice",
  "billing": {"first_name": "John", "last_name": "Doe", "company": "", "address_1": "969 Market", "address_2": "",
    "city": "San Francisco", "state": "CA", "postcode": "94103", "country": "us", "email": " john.doe@example.com ",
    "phone": "(555) 555-5555"},
  "shipping": {"first_name": "Jane", "last_name": "", "city": "Oakland", "country": "US"},
  "payment_method": "bacs", "payment_method_title": "Direct Bank Transfer",
  "line_items": [
    {"id": 315, "name": "Woo Single #1 &amp; more", "product_id": 93, "variation_id": 0, "quantity": 2, "subtotal": "6.00",
     "total": "6.00", "total_tax": "0.45", "sku": "", "price": 3},
    {"id": 316, "name": "Ship Your Idea", "product_id": 22, "variation_id": 23, "quantity": 1.5, "total": "12.00",
     "total_tax": "0.90", "sku": "Bar3"}],
  "coupon_lines": [{"id": 1, "code": "welcome"}],
  "refunds": [{"id": 726, "reason": "", "total": "-10.00"}]
})";

std::string with(std::string json, std::string_view what, std::string_view instead)
{
    const auto at = json.find(what);
    return at == std::string::npos ? std::string() : json.replace(at, what.size(), instead);
}

}  // namespace

class TestWooMapping : public QObject {
    Q_OBJECT

private slots:
    void anOrderIsReadWhole();
    void aGuestHasNoCustomer();
    void statusesOfPluginsAreJudgedByWhatHappened_data();
    void statusesOfPluginsAreJudgedByWhatHappened();
    void numbersAsTextAndTextAsNumbersAreTheSame();
    void moneyIsExact();
    void missingAndNullFieldsAreNothing();
    void whatCannotBeUnderstoodIsSetAsideWithItsReason_data();
    void whatCannotBeUnderstoodIsSetAsideWithItsReason();
    void aDraftNeedsNothing();
    void aCustomerIsReadWhole();
    void aCustomerWithoutEmailHasTheBillingOne();
    void aProductIsReadWhole();
    void aCouponIsReadWhole();
    void aDeletionsWebhookIsUnderstood();
    void unicodeStays();
    void negativeLinesStay();

private:
    StoreRecord parse(StoreStream stream, std::string_view json) { return m_shop.connector->parseRecord(stream, json); }
    StoreOrder order(std::string_view json)
    {
        auto record = parse(StoreStream::Orders, json);
        if (const auto* bad = std::get_if<UnreadableRecord>(&record)) {
            qWarning("unreadable: %s", bad->reason.c_str());
        }
        return std::get<StoreOrder>(std::move(record));
    }

    WooShop m_shop;
};

void TestWooMapping::anOrderIsReadWhole()
{
    const auto order = this->order(kOrder);
    QCOMPARE(order.externalId, std::string("727"));
    QCOMPARE(order.number, std::string("727"));
    QCOMPARE(order.status, OrderStatus::Paid);
    QCOMPARE(order.platformStatus, std::string("processing"));
    QCOMPARE(order.placedAt.toIso(), std::string("2017-03-22T19:28:02.000Z"));
    QCOMPARE(order.changedAt.toIso(), std::string("2017-03-22T19:28:08.000Z"));
    QCOMPARE(order.completedAt.ms, 0);
    QCOMPARE(std::string(order.currency.code()), std::string("USD"));
    QCOMPARE(order.total.toString(), std::string("29.35"));
    QCOMPARE(order.discount.toString(), std::string("3"));
    QCOMPARE(order.shipping.toString(), std::string("10"));
    QCOMPARE(order.tax.toString(), std::string("1.35"));
    QCOMPARE(order.customerId, std::string("26"));
    QCOMPARE(order.email, std::string("john.doe@example.com"));
    QCOMPARE(order.firstName, std::string("John"));
    QCOMPARE(order.country, std::string("US"));
    QCOMPARE(order.city, std::string("San Francisco"));
    QCOMPARE(order.paymentMethod, std::string("Direct Bank Transfer"));
    QCOMPARE(order.note, std::string("Please ring twice"));
    QCOMPARE(order.coupons, std::vector<std::string>{"welcome"});
    QCOMPARE(order.lines.size(), std::size_t{2});
    QCOMPARE(order.lines[0].name, std::string("Woo Single #1 & more"));
    QCOMPARE(order.lines[0].productId, std::string("93"));
    QVERIFY(order.lines[0].variantId.empty());
    QCOMPARE(order.lines[1].variantId, std::string("23"));
    QCOMPARE(order.lines[1].quantity.toString(), std::string("1.5"));
    QCOMPARE(order.refunds.size(), std::size_t{1});
    QCOMPARE(order.refunds[0].amount.toString(), std::string("10"));
    QCOMPARE(order.refunds[0].at.ms, 0);
}

void TestWooMapping::aGuestHasNoCustomer()
{
    const auto guest = order(with(std::string(kOrder), "\"customer_id\": 26", "\"customer_id\": 0"));
    QVERIFY(guest.customerId.empty());
    QCOMPARE(guest.email, std::string("john.doe@example.com"));
}

void TestWooMapping::statusesOfPluginsAreJudgedByWhatHappened_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("paid");
    QTest::addColumn<bool>("completed");
    QTest::addColumn<int>("status");
    const auto row = [](const char* word, bool paid, bool completed, OrderStatus status) {
        QTest::addRow("%s %d %d", word, paid, completed) << word << paid << completed << static_cast<int>(status);
    };
    row("pending", false, false, OrderStatus::AwaitingPayment);
    row("processing", true, false, OrderStatus::Paid);
    row("on-hold", false, false, OrderStatus::OnHold);
    row("completed", true, true, OrderStatus::Fulfilled);
    row("wc-completed", true, true, OrderStatus::Fulfilled);
    row("cancelled", true, false, OrderStatus::Cancelled);
    row("refunded", true, true, OrderStatus::Refunded);
    row("failed", false, false, OrderStatus::Failed);
    row("trash", true, true, OrderStatus::Deleted);
    row("checkout-draft", false, false, OrderStatus::Draft);
    row("shipped", true, true, OrderStatus::Fulfilled);
    row("awaiting-shipment", true, false, OrderStatus::Paid);
    row("quote-requested", false, false, OrderStatus::OnHold);
}

void TestWooMapping::statusesOfPluginsAreJudgedByWhatHappened()
{
    QFETCH(QString, word);
    QFETCH(bool, paid);
    QFETCH(bool, completed);
    QFETCH(int, status);
    QCOMPARE(static_cast<int>(woo::mapOrderStatus(word.toStdString(), {paid ? 5 : 0}, {completed ? 5 : 0})), status);
}

void TestWooMapping::numbersAsTextAndTextAsNumbersAreTheSame()
{
    auto json = with(std::string(kOrder), "\"id\": 727", "\"id\": \"727\"");
    json = with(json, "\"number\": \"727\"", "\"number\": 727");
    json = with(json, "\"total\": \"29.35\"", "\"total\": 29.35");
    json = with(json, "\"quantity\": 2", "\"quantity\": \"2\"");
    json = with(json, "\"customer_id\": 26", "\"customer_id\": \"26\"");
    json = with(json, "\"postcode\": \"94103\"", "\"postcode\": 94103");
    const auto a = order(kOrder);
    const auto b = order(json);
    QCOMPARE(a.externalId, b.externalId);
    QCOMPARE(a.number, b.number);
    QCOMPARE(a.total.micros, b.total.micros);
    QCOMPARE(a.lines[0].quantity.micros, b.lines[0].quantity.micros);
    QCOMPARE(a.customerId, b.customerId);
    QCOMPARE(a.postcode, b.postcode);
}

void TestWooMapping::moneyIsExact()
{
    for (const auto* const amount : {"0.1", "1234567.89", "1000", "0.005", "12.345", "99999999999.99"}) {
        const auto read = order(with(std::string(kOrder), "\"29.35\"", "\"" + std::string(amount) + "\"")).total;
        QCOMPARE(QString::fromStdString(read.toString()), QString(amount));
        const auto asNumber = order(with(std::string(kOrder), "\"29.35\"", amount)).total;
        QCOMPARE(QString::fromStdString(asNumber.toString()), QString(amount));
    }
    QCOMPARE(order(with(std::string(kOrder), "\"USD\"", "\"jpy\"")).currency.decimals(), 0);
    QCOMPARE(order(with(std::string(kOrder), "\"USD\"", "\"KWD\"")).currency.decimals(), 3);
}

void TestWooMapping::missingAndNullFieldsAreNothing()
{
    const auto bare =
        order(R"({"id":5,"status":"processing","date_created_gmt":"2026-01-01T00:00:00","total":"1","currency":
        "EUR","billing":null,"shipping":false,"line_items":null,"coupon_lines":{},"refunds":"","date_paid_gmt":"",
        "customer_id":null,"discount_total":null,"total_tax":"","date_completed_gmt":"-0001-11-30T00:00:00"})");
    QCOMPARE(bare.number, std::string("5"));
    QVERIFY(bare.email.empty());
    QVERIFY(bare.lines.empty());
    QVERIFY(bare.refunds.empty());
    QCOMPARE(bare.completedAt.ms, 0);
    QCOMPARE(bare.changedAt.ms, bare.placedAt.ms);
    // PHP turns a list with gaps into an object.
    const auto gaps = order(with(std::string(kOrder), "\"coupon_lines\": [{\"id\": 1, \"code\": \"welcome\"}]",
                                 "\"coupon_lines\": {\"1\": {\"code\": \"a\"}, \"3\": {\"code\": \"b\"}}"));
    QCOMPARE(gaps.coupons, (std::vector<std::string>{"a", "b"}));
}

void TestWooMapping::whatCannotBeUnderstoodIsSetAsideWithItsReason_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("instead");
    QTest::addColumn<QString>("reason");
    QTest::newRow("total") << "\"29.35\""
                           << "\"a lot\""
                           << "total is not an amount: a lot";
    QTest::newRow("comma") << "\"29.35\""
                           << "\"29,35\""
                           << "total is not an amount: 29,35";
    QTest::newRow("no total") << "\"29.35\""
                              << "null"
                              << "total is missing";
    QTest::newRow("line") << "\"12.00\""
                          << "[]"
                          << "line_items[1].total is not an amount";
    QTest::newRow("time") << "2017-03-22T19:28:02"
                          << "yesterday"
                          << "date_created_gmt is not a time: yesterday";
    QTest::newRow("no time") << "\"2017-03-22T19:28:02\""
                             << "null"
                             << "date_created_gmt is missing";
    QTest::newRow("currency") << "\"USD\""
                              << "\"Dollar\""
                              << "currency is not a code";
    QTest::newRow("customer") << "\"customer_id\": 26"
                              << "\"customer_id\": \"ana\""
                              << "customer_id is not an id";
    QTest::newRow("list") << "[{\"id\": 726, \"reason\": \"\", \"total\": \"-10.00\"}]"
                          << "\"yes\""
                          << "refunds is not a list";
    QTest::newRow("status") << "\"processing\""
                            << "null"
                            << "status is missing";
}

void TestWooMapping::whatCannotBeUnderstoodIsSetAsideWithItsReason()
{
    QFETCH(QString, what);
    QFETCH(QString, instead);
    QFETCH(QString, reason);
    const auto json = with(std::string(kOrder), what.toStdString(), instead.toStdString());
    QVERIFY(!json.empty());
    const auto record = parse(StoreStream::Orders, json);
    const auto* const bad = std::get_if<UnreadableRecord>(&record);
    QVERIFY(bad != nullptr);
    QCOMPARE(bad->externalId, std::string("727"));
    QVERIFY2(QString::fromStdString(bad->reason).contains(reason), bad->reason.c_str());
    QVERIFY(bad->record.find("Ship Your Idea") != std::string::npos);
}

void TestWooMapping::aDraftNeedsNothing()
{
    const auto draft = order(R"({"id":9,"status":"checkout-draft","date_created_gmt":null,"total":"","currency":""})");
    QCOMPARE(draft.status, OrderStatus::Draft);
}

void TestWooMapping::aCustomerIsReadWhole()
{
    const auto record = parse(StoreStream::Customers, R"({"id":25,"date_created_gmt":"2017-03-21T19:09:28",
        "date_modified_gmt":"2017-03-21T19:09:30","email":"john.doe@example.com","first_name":"John","last_name":"Doe",
        "role":"customer","billing":{"first_name":"Johnny","company":"Doe Ltd","address_1":"969 Market","city":
        "San Francisco","state":"CA","postcode":"94103","country":"US","email":"other@example.com","phone":"555"}})");
    const auto& customer = std::get<StoreCustomer>(record);
    QCOMPARE(customer.externalId, std::string("25"));
    QCOMPARE(customer.email, std::string("john.doe@example.com"));
    QCOMPARE(customer.phone, std::string("555"));
    QCOMPARE(customer.createdAt.toIso(), std::string("2017-03-21T19:09:28.000Z"));
    const auto text = [&](const char* name) { return std::get<std::string>(customer.properties.at(name)); };
    QCOMPARE(text("first_name"), std::string("John"));
    QCOMPARE(text("organization"), std::string("Doe Ltd"));
    QCOMPARE(text("region"), std::string("CA"));
    QCOMPARE(text("country"), std::string("US"));
    QVERIFY(!customer.properties.contains("address2"));
}

void TestWooMapping::aCustomerWithoutEmailHasTheBillingOne()
{
    const auto record = parse(StoreStream::Customers, R"({"id":25,"email":"","billing":{"email":"b@example.com"}})");
    QCOMPARE(std::get<StoreCustomer>(record).email, std::string("b@example.com"));
}

void TestWooMapping::aProductIsReadWhole()
{
    const auto record =
        parse(StoreStream::Products, R"({"id":794,"name":"Premium Quality &#8211; <b>new</b>","type":"simple",
        "status":"publish","catalog_visibility":"visible","permalink":"https://example.com/p/794","sku":"pq","price":"19.99",
        "regular_price":"21.99","manage_stock":true,"stock_quantity":7,"stock_status":"instock",
        "short_description":"<p>Soft.</p>","categories":[{"id":9,"name":"Clothing"},{"id":14}],
        "tags":[{"id":1,"name":"warm &amp; soft"}],"images":[{"id":1,"src":"https://example.com/1.jpg"},{"src":"x"}],
        "date_created_gmt":"2017-03-23T20:01:14","date_modified_gmt":"2017-03-23T20:01:14"})");
    const auto& product = std::get<StoreProduct>(record);
    QCOMPARE(product.title, std::string("Premium Quality – new"));
    QCOMPARE(product.summary, std::string("Soft."));
    QCOMPARE(product.categoryIds, (std::vector<std::string>{"9", "14"}));
    QCOMPARE(product.tags, std::vector<std::string>{"warm & soft"});
    QCOMPARE(product.imageUrl, std::string("https://example.com/1.jpg"));
    QVERIFY(product.published);
    QCOMPARE(product.variants.size(), std::size_t{1});
    QCOMPARE(product.variants[0].externalId, std::string("794"));
    QCOMPARE(product.variants[0].price.toString(), std::string("19.99"));
    QCOMPARE(product.variants[0].regularPrice->toString(), std::string("21.99"));
    QCOMPARE(product.variants[0].stock, std::optional<std::int64_t>(7));
    const auto hidden = parse(StoreStream::Products, R"({"id":1,"status":"draft","stock_status":"outofstock"})");
    QVERIFY(!std::get<StoreProduct>(hidden).published);
    QVERIFY(!std::get<StoreProduct>(hidden).variants[0].inStock);
    QVERIFY(!std::get<StoreProduct>(hidden).variants[0].stock);
}

void TestWooMapping::aCouponIsReadWhole()
{
    const auto record =
        parse(StoreStream::Coupons, R"({"id":719,"code":"10off","amount":"10.00","discount_type":"fixed_cart",
        "date_expires_gmt":"2026-02-01T00:00:00","usage_limit":5,"usage_count":"2"})");
    const auto& coupon = std::get<StoreCoupon>(record);
    QCOMPARE(coupon.kind, std::string("fixed-cart"));
    QCOMPARE(coupon.amount.toString(), std::string("10"));
    QCOMPARE(coupon.expiresAt->toIso(), std::string("2026-02-01T00:00:00.000Z"));
    QCOMPARE(coupon.usageLimit, std::optional<std::int64_t>(5));
    QCOMPARE(coupon.usageCount, 2);
    QVERIFY(std::holds_alternative<UnreadableRecord>(parse(StoreStream::Coupons, R"({"id":1})")) ||
            std::holds_alternative<DeletedRecord>(parse(StoreStream::Coupons, R"({"id":1})")));
    QVERIFY(std::holds_alternative<UnreadableRecord>(parse(StoreStream::Coupons, R"({"id":1,"code":""})")));
}

void TestWooMapping::aDeletionsWebhookIsUnderstood()
{
    const auto record = parse(StoreStream::Orders, R"({"id": 17})");
    QCOMPARE(std::get<DeletedRecord>(record).externalId, std::string("17"));
    QVERIFY(std::holds_alternative<UnreadableRecord>(parse(StoreStream::Orders, "nonsense")));
    QVERIFY(std::holds_alternative<UnreadableRecord>(parse(StoreStream::Orders, "[1]")));
    QVERIFY(std::holds_alternative<UnreadableRecord>(parse(StoreStream::Orders, "\"x\"")));
}

void TestWooMapping::unicodeStays()
{
    const auto read = order(with(std::string(kOrder), "\"John\"", "\"Žofie 🌸 \\u00e9\""));
    QCOMPARE(read.firstName, std::string("Žofie 🌸 é"));
}

void TestWooMapping::negativeLinesStay()
{
    const auto read = order(with(std::string(kOrder), "\"12.00\"", "\"-12.00\""));
    QCOMPARE(read.lines[1].total.toString(), std::string("-12"));
}

}  // namespace shopbell::test

using shopbell::test::TestWooMapping;
SHOPBELL_TEST(TestWooMapping)
#include "test_woo_mapping.moc"
