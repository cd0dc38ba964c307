// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles.h"
#include "api/stores.h"
#include "support/loopback_server.h"
#include "support/registry.h"
#include "ui/pages/hands.h"
#include "ui/pages/open_shop.h"
#include "ui/pages/woo_server.h"

#include <QDir>
#include <QHash>
#include <QLocale>
#include <QTest>

using namespace shopbell;
using test::Hands;
using test::TestAuthority;
using test::TestCertificate;
using test::WooServer;

namespace {

constexpr int manyOrders = 10'000;

/// A window on an empty workspace, at the sheet that connects a store, and a shop to connect.
struct Desk {
    explicit Desk(const QString& language = QStringLiteral("en"), std::optional<TestCertificate> certificate = {},
                  const std::string& extraCaFile = {})
        : server(Instant{1'795'250'460'000}, std::move(certificate)),
          shop(false, language, extraCaFile),
          isGerman(language == QLatin1String("de"))
    {
        shop.show({.page = ui::PageId::Settings, .action = QStringLiteral("stores")});
    }

    bool fill(const QString& field, const QString& words)
    {
        if (!Hands::click(field)) {
            return false;
        }
        Hands::press(Qt::Key_A, Qt::ControlModifier);
        Hands::type(words);
        return true;
    }
    /// What stands on the window for these English words.
    [[nodiscard]] QString word(const char* english) const
    {
        static const QHash<QString, QString> german{
            {QStringLiteral("Connect a store"), QStringLiteral("Shop verbinden")},
            {QStringLiteral("Store address"), QStringLiteral("Adresse des Shops")},
            {QStringLiteral("Consumer key"), QStringLiteral("Consumer Key")},
            {QStringLiteral("Consumer secret"), QStringLiteral("Consumer Secret")},
            {QStringLiteral("Test the connection"), QStringLiteral("Verbindung testen")},
            {QStringLiteral("It works"), QStringLiteral("Es klappt")},
        };
        const QString plain = QLatin1String(english);
        return isGerman ? german.value(plain, plain) : plain;
    }
    bool fill(const QString& address)
    {
        return Hands::click(word("Connect a store")) && fill(word("Store address"), address) &&
               fill(word("Consumer key"), QStringLiteral("ck_double")) &&
               fill(word("Consumer secret"), QStringLiteral("cs_double"));
    }
    bool fill() { return fill(QString::fromStdString(server.url())); }
    bool testAndRead(const QString& words)
    {
        return Hands::click(word("Test the connection")) && Hands::waitToRead(words);
    }
    /// Into build/…/shots, to be looked at.
    void draw(const char* name)
    {
        QDir().mkpath(QStringLiteral(SHOPBELL_SHOTS));
        QTest::qWait(50);
        shop.window().grab().save(QStringLiteral(SHOPBELL_SHOTS "/connect-%1.png").arg(QLatin1String(name)));
    }
    template <Question Q>
    typename Q::Answer ask(Q question)
    {
        std::optional<typename Q::Answer> got;
        shop.window().bridge()->ask(&shop.window(), std::move(question), [&](Result<typename Q::Answer> answer) {
            got = answer ? std::move(*answer) : typename Q::Answer{};
        });
        (void)QTest::qWaitFor([&] { return got.has_value(); }, 30'000);
        return got.value_or(typename Q::Answer{});
    }
    std::int64_t orders()
    {
        for (const MetricInfo& metric : ask(ListMetrics{})) {
            if (metric.name == "Placed Order") {
                return metric.events;
            }
        }
        return 0;
    }
    StoreStatus store()
    {
        const auto all = ask(ListStores{});
        return all.empty() ? StoreStatus{} : all.front();
    }
    void addOrders(int count)
    {
        for (int number = 0; number < count; ++number) {
            test::DoubleOrder order;
            order.email = "buyer" + std::to_string(number % 997) + "@example.com";
            server.shop().addOrder(order);
        }
    }

    WooServer server;
    test::OpenShop shop;
    bool isGerman;
};

}  // namespace

/// The settings page against a store that is wrong, slow, large or goes away: each is told in words with what to do,
/// and nothing is lost.
class TestConnectStore : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        // A resolver that is far away or not there shall not be waited for long.
        qputenv("RES_OPTIONS", "timeout:1 attempts:1");
    }
    void cleanup()
    {
        // What a test in German changed.
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }

    void aWrongKeyIsTold()
    {
        Desk desk;
        QVERIFY(desk.fill());
        QVERIFY(desk.fill(QStringLiteral("Consumer secret"), QStringLiteral("cs_mistyped")));
        QVERIFY(desk.testAndRead(QStringLiteral("The store refused the key.")));
        QVERIFY(Hands::canRead(QStringLiteral("consumer secret is wrong")));
        desk.draw("wrong-key");
        // Mended in the same sheet.
        QVERIFY(desk.fill(QStringLiteral("Consumer secret"), QStringLiteral("cs_double")));
        QVERIFY(desk.testAndRead(QStringLiteral("It works")));
        QVERIFY(desk.ask(ListStores{}).empty());
    }

    void aWrongAddressIsTold_data()
    {
        QTest::addColumn<int>("mood");
        QTest::addColumn<bool>("listens");
        QTest::addColumn<QString>("told");
        QTest::addColumn<QString>("advice");
        QTest::newRow("nobody-there") << int(WooServer::Mood::Well) << false
                                      << QStringLiteral("The store cannot be reached.")
                                      << QStringLiteral("Check the address");
        QTest::newRow("not-a-shop") << int(WooServer::Mood::Html) << true
                                    << QStringLiteral("There is no shop interface at this address.")
                                    << QStringLiteral("front page");
        QTest::newRow("not-found") << int(WooServer::Mood::NotFound) << true
                                   << QStringLiteral("There is no shop interface at this address.")
                                   << QStringLiteral("front page");
        QTest::newRow("cut") << int(WooServer::Mood::Broken) << true << QStringLiteral("The store cannot be reached.")
                             << QStringLiteral("Check the address");
    }
    void aWrongAddressIsTold()
    {
        QFETCH(int, mood);
        QFETCH(bool, listens);
        QFETCH(QString, told);
        QFETCH(QString, advice);
        Desk desk;
        desk.server.set(static_cast<WooServer::Mood>(mood));
        QVERIFY(desk.fill(listens ? QString::fromStdString(desk.server.url())
                                  : QStringLiteral("http://127.0.0.1:%1").arg(test::findClosedPort())));
        QVERIFY(desk.testAndRead(told));
        desk.draw(QTest::currentDataTag());
        QVERIFY2(Hands::canRead(advice), qPrintable(advice));
    }

    /// What a mistyped address mostly is. The name ends in .invalid, which stands nowhere (RFC 6761).
    void aNameThatIsNowhereIsTold_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("told");
        QTest::newRow("en") << QStringLiteral("en")
                            << QStringList{QStringLiteral("The store cannot be reached."),
                                           QStringLiteral("There is no host called"),
                                           QStringLiteral("no-such-shop.invalid"),
                                           QStringLiteral("Check the spelling")};
        QTest::newRow("de") << QStringLiteral("de")
                            << QStringList{QStringLiteral("Der Shop ist nicht zu erreichen."),
                                           QStringLiteral("Einen Server namens"),
                                           QStringLiteral("no-such-shop.invalid"), QStringLiteral("Schreibweise")};
    }
    void aNameThatIsNowhereIsTold()
    {
        QFETCH(QString, language);
        QFETCH(QStringList, told);
        Desk desk(language);
        QVERIFY(desk.fill(QStringLiteral("https://no-such-shop.invalid")));
        QVERIFY(desk.testAndRead(told.front()));
        desk.draw(qPrintable(QStringLiteral("no-such-host-") + language));
        for (const QString& each : told) {
            QVERIFY2(Hands::canRead(each), qPrintable(each));
        }
        QVERIFY(desk.ask(ListStores{}).empty());
        // Mended in the same sheet.
        QVERIFY(desk.fill(desk.word("Store address"), QString::fromStdString(desk.server.url())));
        QVERIFY(desk.testAndRead(desk.word("It works")));
    }

    /// Nobody is told to make another key because of a certificate.
    void aCertificateThatCannotBeTrustedIsTold_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("told");
        QTest::addColumn<QString>("advice");
        QTest::newRow("self-signed") << QStringLiteral("en") << 0 << QStringLiteral("is not trusted: it is self-signed")
                                     << QStringLiteral("Install one from a public authority");
        QTest::newRow("other-host") << QStringLiteral("en") << 1
                                    << QStringLiteral("is not trusted: it was issued for another name")
                                    << QStringLiteral("Use the name that the certificate was made for");
        QTest::newRow("unknown-issuer") << QStringLiteral("en") << 2
                                        << QStringLiteral("this computer does not know who issued it")
                                        << QStringLiteral("intermediate certificate");
        QTest::newRow("expired") << QStringLiteral("en") << 3 << QStringLiteral("is not trusted: it has expired")
                                 << QStringLiteral("must renew it");
        QTest::newRow("self-signed-de") << QStringLiteral("de") << 0
                                        << QStringLiteral("Es hat sich selbst unterschrieben")
                                        << QStringLiteral("Installiere auf dem Server eines");
        QTest::newRow("other-host-de") << QStringLiteral("de") << 1
                                       << QStringLiteral("Es wurde für einen anderen Namen ausgestellt")
                                       << QStringLiteral("Nimm den Namen");
    }
    void aCertificateThatCannotBeTrustedIsTold()
    {
        QFETCH(QString, language);
        QFETCH(int, kind);
        QFETCH(QString, told);
        QFETCH(QString, advice);
        const TestAuthority authority;
        const TestCertificate certificate = kind == 0   ? TestAuthority::selfSigned("127.0.0.1")
                                            : kind == 1 ? authority.issue("other.example")
                                            : kind == 2 ? authority.issue("127.0.0.1")
                                                        : authority.issue("127.0.0.1", test::Validity::Expired);
        Desk desk(language, certificate, kind == 2 ? std::string() : authority.caFile());
        QVERIFY(desk.fill());
        QVERIFY(desk.testAndRead(told));
        desk.draw(QTest::currentDataTag());
        QVERIFY2(Hands::canRead(advice), qPrintable(advice));
        QVERIFY(!Hands::canRead(QStringLiteral("The store refused the key")));
        QVERIFY(!Hands::canRead(QStringLiteral("Schlüssel abgelehnt")));
        QCOMPARE(desk.server.questions(), std::size_t(0));  // no key went there
        QVERIFY(desk.ask(ListStores{}).empty());
    }

    void aTrustedShopOverHttpsIsConnectedWithoutAWarning()
    {
        const TestAuthority authority;
        Desk desk(QStringLiteral("en"), authority.issue("127.0.0.1"), authority.caFile());
        desk.addOrders(3);
        QVERIFY(desk.fill());
        QVERIFY(Hands::click(QStringLiteral("Connect")));
        QTRY_COMPARE_WITH_TIMEOUT(desk.orders(), 3, 30'000);
        QVERIFY(!Hands::canRead(QStringLiteral("plain http")));
    }

    void aWordPressWithoutAShopIsTold()
    {
        Desk desk;
        desk.server.shop().settings().hasWooCommerce = false;
        QVERIFY(desk.fill());
        QVERIFY(desk.testAndRead(QStringLiteral("WooCommerce 3.5 or newer is not active")));
        desk.draw("no-woocommerce");
    }

    void plainHttpIsWarnedOfBeforeItIsUsed()
    {
        Desk desk;
        desk.addOrders(3);
        QVERIFY(desk.fill());
        QVERIFY(Hands::click(QStringLiteral("Connect")));
        QVERIFY(Hands::waitToRead(QStringLiteral("plain http")));
        desk.draw("plain-http");
        QVERIFY(desk.ask(ListStores{}).empty());
        QVERIFY(Hands::click(QStringLiteral("Connect anyway")));
        QTRY_COMPARE_WITH_TIMEOUT(desk.orders(), 3, 30'000);
    }

    void aSilentStoreIsWaitedForUntilOneStops()
    {
        Desk desk;
        desk.server.set(WooServer::Mood::Silent);
        QVERIFY(desk.fill());
        QVERIFY(Hands::click(QStringLiteral("Test the connection")));
        QVERIFY(Hands::waitToRead(QStringLiteral("Asking the store")));
        QTRY_VERIFY(desk.server.questions() > 0);
        desk.draw("silent");
        // The window is alive: it can be stopped, mended and asked again.
        QVERIFY(Hands::click(QStringLiteral("Cancel: Asking the store")));
        desk.server.set(WooServer::Mood::Well);
        QVERIFY(desk.testAndRead(QStringLiteral("It works")));
    }

    void aSlowStoreIsReadInTheEnd()
    {
        Desk desk;
        desk.addOrders(5);
        desk.server.setDelay(std::chrono::milliseconds(150));
        QVERIFY(desk.fill());
        QVERIFY(desk.testAndRead(QStringLiteral("It works")));
        QVERIFY(Hands::click(QStringLiteral("Connect anyway")));
        QTRY_COMPARE_WITH_TIMEOUT(desk.orders(), 5, 60'000);
    }

    void tenThousandOrdersAreSeenComingAndStoppedWithoutLoss()
    {
        Desk desk;
        desk.addOrders(manyOrders);
        desk.server.setDelay(std::chrono::milliseconds(10));
        QVERIFY(desk.fill());
        QVERIFY(desk.testAndRead(QStringLiteral("10,000 orders")));
        QVERIFY(Hands::click(QStringLiteral("Connect anyway")));
        // With its store's name in the status line, and on its card with the numbers.
        QVERIFY(Hands::waitToRead(QStringLiteral("Reading ") + QString::fromStdString(desk.store().label)));
        QTRY_VERIFY_WITH_TIMEOUT(desk.store().syncing, 10'000);
        QVERIFY(Hands::waitToRead(QStringLiteral("Reading now")));
        QTRY_VERIFY_WITH_TIMEOUT(desk.orders() > 300, 60'000);
        desk.draw("first-sync");
        QVERIFY(Hands::click(QStringLiteral("Cancel: ")));
        QTRY_VERIFY_WITH_TIMEOUT(!desk.store().syncing, 30'000);
        const std::int64_t before = desk.orders();
        QVERIFY(before > 0 && before < manyOrders);
        desk.shop.settle();
        desk.draw("stopped");
        // It goes on where it was.
        QVERIFY(Hands::click(QStringLiteral("Read what is new")));
        QTRY_COMPARE_WITH_TIMEOUT(desk.orders(), manyOrders, 120'000);
        QTRY_VERIFY_WITH_TIMEOUT(desk.store().firstSyncDone, 60'000);
    }

    /// The line at the window's lower edge stops what runs, from whatever page.
    void aRunningSyncIsStoppedFromTheStatusLine()
    {
        Desk desk;
        desk.addOrders(2'000);
        desk.server.setDelay(std::chrono::milliseconds(20));
        QVERIFY(desk.fill());
        QVERIFY(desk.testAndRead(QStringLiteral("2,000 orders")));
        QVERIFY(Hands::click(QStringLiteral("Connect anyway")));
        QTRY_VERIFY_WITH_TIMEOUT(desk.store().syncing, 10'000);
        desk.shop.window().frame().navigate({.page = ui::PageId::Home});
        QVERIFY(Hands::click(QStringLiteral("Stop: Reading ")));
        QTRY_VERIFY_WITH_TIMEOUT(!desk.store().syncing, 30'000);
        QVERIFY(desk.orders() < 2'000);
        QVERIFY(desk.store().problem.empty());
        QTRY_VERIFY(Hands::find(QStringLiteral("Stop: ")) == nullptr);
    }

    void aStoreThatGoesAwayInTheMiddleIsToldAndGoneOnWith()
    {
        Desk desk;
        desk.addOrders(1'500);
        QVERIFY(desk.fill());
        QVERIFY(desk.testAndRead(QStringLiteral("It works")));
        desk.server.breakAfter(14);
        QVERIFY(Hands::click(QStringLiteral("Connect anyway")));
        QTRY_VERIFY_WITH_TIMEOUT(!desk.store().problem.empty(), 60'000);
        QVERIFY(Hands::waitToRead(QStringLiteral("Needs a look")));
        desk.shop.settle();
        desk.draw("gone-away");
        const std::int64_t before = desk.orders();
        QVERIFY(before < 1'500);
        desk.server.set(WooServer::Mood::Well);
        if (desk.store().syncing) {
            QVERIFY(Hands::click(QStringLiteral("Cancel: ")));
            QTRY_VERIFY_WITH_TIMEOUT(!desk.store().syncing, 30'000);
        }
        QVERIFY(Hands::click(QStringLiteral("Read what is new")));
        QTRY_COMPARE_WITH_TIMEOUT(desk.orders(), 1'500, 120'000);
        QTRY_VERIFY_WITH_TIMEOUT(desk.store().problem.empty(), 60'000);
    }
};

SHOPBELL_TEST(TestConnectStore)
#include "test_connect_store.moc"
