// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store_connector.h"
#include "connectors/woocommerce/woo_answer.h"
#include "connectors/woocommerce/woo_client.h"
#include "connectors/woocommerce/woo_text.h"
#include "support/registry.h"

#include <QTest>

namespace shopbell::test {

namespace {

constexpr Instant kNow{1'767'225'600'000};

Result<woo::Answer> answerTo(int status, std::string body, HttpHeaders headers = {})
{
    HttpResponse response;
    response.status = status;
    response.body = std::move(body);
    response.headers = std::move(headers);
    return woo::readAnswer(std::move(response), kNow);
}

std::string wordPressError(const std::string& code, const std::string& message, int status)
{
    return R"({"code":")" + code + R"(","message":")" + message + R"(","data":{"status":)" + std::to_string(status) +
           "}}";
}

}  // namespace

class TestWooAnswer : public QObject {
    Q_OBJECT

private slots:
    void jsonIsFoundAmongWhatPhpWrites_data();
    void jsonIsFoundAmongWhatPhpWrites();
    void cutJsonIsNeverTakenForLess_data();
    void cutJsonIsNeverTakenForLess();
    void headersAreRead();
    void errorsSayWhatToDo_data();
    void errorsSayWhatToDo();
    void retryAfterIsReadInBothForms();
    void twoHundredWithAnErrorInsideIsAnError();
    void addressesAreMadeWhole_data();
    void addressesAreMadeWhole();
    void entitiesAreDecoded();
};

void TestWooAnswer::jsonIsFoundAmongWhatPhpWrites_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("json");
    QTest::newRow("plain") << R"([{"id":1}])"
                           << R"([{"id":1}])";
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF[{\"id\":1}]"
                                     << R"([{"id":1}])";
    QTest::newRow("blank lines") << "\n\n  [{\"id\":1}]\n"
                                 << R"([{"id":1}])";
    QTest::newRow("warning")
        << "<br />\n<b>Warning</b>:  Undefined array key \"x\" in <b>/a.php</b> on line <b>12</b><br />\n"
           "[{\"id\":1}]"
        << R"([{"id":1}])";
    QTest::newRow("warning with brackets")
        << "Notice: Array to string conversion in [internal function] {closure}() on line 3\n[{\"id\":1}]"
        << R"([{"id":1}])";
    QTest::newRow("notice behind it") << "[{\"id\":1}]<br /><b>Notice</b>: ini_set(): headers sent"
                                      << R"([{"id":1}])";
    QTest::newRow("empty list") << "Deprecated: x\n[]"
                                << "[]";
}

void TestWooAnswer::jsonIsFoundAmongWhatPhpWrites()
{
    QFETCH(QString, body);
    QFETCH(QString, json);
    const auto answer = answerTo(200, body.toStdString());
    QVERIFY2(answer.has_value(), answer ? "" : answer.error().what.c_str());
    QCOMPARE(QString::fromStdString(answer->json), json);
}

void TestWooAnswer::cutJsonIsNeverTakenForLess_data()
{
    QTest::addColumn<QString>("before");
    QTest::newRow("alone") << "";
    QTest::newRow("after a warning") << "<br />\n<b>Warning</b>: foo in <b>bar</b> on line <b>3</b><br />\n";
}

/// A page cut at any byte must be an error: an inner list or object must not pass for the whole.
void TestWooAnswer::cutJsonIsNeverTakenForLess()
{
    QFETCH(QString, before);
    const std::string body = R"([{"id":1,"coupon_lines":[],"meta":{"a":{}},"refunds":[{"id":2}]},{"id":3,"x":[[]]}])";
    for (std::size_t length = 0; length < body.size(); ++length) {
        const auto answer = answerTo(200, before.toStdString() + body.substr(0, length));
        QVERIFY2(!answer, body.substr(0, length).c_str());
        QCOMPARE(answer.error().kind, ErrorKind::Remote);
    }
    QVERIFY(answerTo(200, before.toStdString() + body).has_value());
}

void TestWooAnswer::headersAreRead()
{
    const auto answer = answerTo(200, "[]", {{"x-wp-total", "123"}, {"Date", "Thu, 01 Jan 2026 00:00:05 GMT"}});
    QCOMPARE(answer->total, std::optional<std::int64_t>(123));
    QCOMPARE(answer->at->ms, kNow.ms + 5000);
    QVERIFY(!answerTo(200, "[]", {{"X-WP-Total", "many"}})->total);
}

void TestWooAnswer::errorsSayWhatToDo_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("body");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("oneStream");
    const auto row = [](const char* name, int status, const std::string& body, ErrorKind kind, const char* word,
                        bool oneStream = false) {
        QTest::newRow(name) << status << QString::fromStdString(body) << static_cast<int>(kind) << word << oneStream;
    };
    const std::string authentication = "woocommerce_rest_authentication_error";
    row("unknown key", 401, wordPressError(authentication, "Consumer key is invalid.", 401), ErrorKind::Refused,
        "does not know this key");
    row("wrong secret", 401, wordPressError(authentication, "Consumer secret is invalid.", 401), ErrorKind::Refused,
        "consumer secret is wrong");
    row("no read permission", 401,
        wordPressError(authentication, "The API key provided does not have read permissions.", 401), ErrorKind::Refused,
        "permission Read");
    row("signature", 401, wordPressError(authentication, "Invalid signature - provided signature does not match.", 401),
        ErrorKind::Refused, "Site Address");
    row("clock", 401, wordPressError(authentication, "Invalid timestamp.", 401), ErrorKind::Refused, "clock");
    row("user may not", 403, wordPressError("woocommerce_rest_cannot_view", "Sorry", 403), ErrorKind::Refused,
        "shop manager", true);
    row("server password", 401, "<html>401</html>", ErrorKind::Refused, "asks for a password");
    row("firewall", 403, "<html>Forbidden</html>", ErrorKind::Refused, "firewall");
    row("no WooCommerce", 404, wordPressError("rest_no_route", "No route", 404), ErrorKind::NotFound,
        "WooCommerce 3.5");
    row("nothing", 404, "<html>Not found</html>", ErrorKind::NotFound, "nothing at this address");
    row("slow down", 429, "slow down", ErrorKind::RateLimited, "slow down");
    row("failed", 500, "<html>Critical error</html>", ErrorKind::Remote, "server failed (500)");
    row("maintenance", 503, "<html>Briefly unavailable</html>", ErrorKind::Remote, "maintenance");
    row("web page", 200, "<!DOCTYPE html><html><body>Hi</body></html>", ErrorKind::Remote, "web page");
    row("login page", 200, "<html><form action=\"/wp-login.php\"><input type=\"password\"></form></html>",
        ErrorKind::Remote, "login page");
    row("empty", 200, "", ErrorKind::Remote, "empty answer");
    row("damaged", 200, "[{\"id\":1,", ErrorKind::Remote, "cut off or damaged");
    row("parameter", 400, wordPressError("rest_invalid_param", "Invalid parameter(s): orderby", 400),
        ErrorKind::InvalidInput, "orderby");
}

void TestWooAnswer::errorsSayWhatToDo()
{
    QFETCH(int, status);
    QFETCH(QString, body);
    QFETCH(int, kind);
    QFETCH(QString, word);
    QFETCH(bool, oneStream);
    const auto answer = answerTo(status, body.toStdString());
    QVERIFY(!answer);
    QCOMPARE(static_cast<int>(answer.error().kind), kind);
    const auto what = QString::fromStdString(answer.error().what);
    QVERIFY2(what.contains(word), qPrintable(what));
    QCOMPARE(isAboutOneStream(answer.error()), oneStream);
}

void TestWooAnswer::retryAfterIsReadInBothForms()
{
    QCOMPARE(retryAfter(answerTo(429, "", {{"Retry-After", "12"}}).error()), std::optional<std::int64_t>(12));
    QCOMPARE(retryAfter(answerTo(503, "", {{"Retry-After", "Thu, 01 Jan 2026 00:01:00 GMT"}}).error()),
             std::optional<std::int64_t>(60));
    QVERIFY(!retryAfter(answerTo(429, "").error()));
}

void TestWooAnswer::twoHundredWithAnErrorInsideIsAnError()
{
    const auto answer = answerTo(200, wordPressError("woocommerce_rest_cannot_view", "Sorry", 403));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Refused);
    // An object that only looks like one is data.
    QVERIFY(answerTo(200, R"({"code":"SAVE10","amount":"5"})").has_value());
}

void TestWooAnswer::addressesAreMadeWhole_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("address");
    QTest::newRow("bare") << "shop.example.com"
                          << "https://shop.example.com/";
    QTest::newRow("folder") << "https://example.com/store"
                            << "https://example.com/store/";
    QTest::newRow("back office") << "https://example.com/store/wp-admin/admin.php?page=wc-settings"
                                 << "https://example.com/store/";
    QTest::newRow("interface") << "http://example.com/wp-json/wc/v3/"
                               << "http://example.com/";
    QTest::newRow("port") << " HTTP://Example.com:8080/shop/ "
                          << "http://example.com:8080/shop/";
    QTest::newRow("user") << "https://ana:secret@example.com"
                          << "https://example.com/";
}

void TestWooAnswer::addressesAreMadeWhole()
{
    QFETCH(QString, typed);
    QFETCH(QString, address);
    const auto url = woo::parseStoreAddress(typed.toStdString());
    QVERIFY(url.has_value());
    QCOMPARE(QString::fromStdString(url->toString()), address);
    QVERIFY(!woo::parseStoreAddress("  "));
    QVERIFY(!woo::parseStoreAddress("ftp://example.com"));
}

void TestWooAnswer::entitiesAreDecoded()
{
    QCOMPARE(woo::decodeEntities("Tom &amp; Jerry&#8217;s &#x1F600; &unknown; &"),
             std::string("Tom & Jerry’s 😀 &unknown; &"));
    QCOMPARE(woo::decodeEntities("&#0;&#xD800;"), std::string("&#0;&#xD800;"));
    QCOMPARE(woo::plainText("<p>Nice &amp;\n good.</p>  <ul><li>5 < 6</li></ul>", 100),
             std::string("Nice & good. 5 < 6"));
    QCOMPARE(woo::plainText("äöü", 3), std::string("ä"));
}

}  // namespace shopbell::test

using shopbell::test::TestWooAnswer;
SHOPBELL_TEST(TestWooAnswer)
#include "test_woo_answer.moc"
