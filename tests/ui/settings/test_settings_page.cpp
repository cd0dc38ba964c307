// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/campaigns.h"
#include "api/stores.h"
#include "api/workspace.h"
#include "support/fake_clock.h"
#include "support/registry.h"
#include "ui/fake_engine.h"
#include "ui/fake_page_context.h"
#include "ui/settings/settings_page.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/field.h"
#include "ui/widgets/form_view.h"
#include "ui/widgets/progress.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/toggle.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QTimer>

#include <mutex>

using namespace shopbell;
using namespace shopbell::ui;

namespace {

FieldSpec field(const char* key, const char* label, FieldKind kind, bool required)
{
    FieldSpec made;
    made.key = key;
    made.label = label;
    made.kind = kind;
    made.required = required;
    return made;
}

/// What the engine knows and is told; taught before the window asks.
struct Shop {
    explicit Shop(bool filled) { teach(filled); }
    void teach(bool filled);

    test::FakeClock clock;
    test::FakeEngine engine;
    std::mutex mutex;
    WorkspaceInfo info;
    Result<StoreTestReport> report = StoreTestReport{};
    std::vector<AddStore> added;
    std::vector<SaveProvider> saved;
    std::vector<TestProvider> tested;
    std::vector<SaveWorkspaceSettings> settings;
};

struct Window : Shop {
    explicit Window(const char* section, bool filled = true) : Shop(filled), context(engine, clock)
    {
        context.show(makeSettingsPage(context), {.page = PageId::Settings, .action = QLatin1String(section)});
    }
    ~Window() { engine.join(); }

    Button* button(const QString& beginning)
    {
        for (Button* each : context.window().findChildren<Button*>()) {
            if (each->isVisible() && each->text().startsWith(beginning)) {
                return each;
            }
        }
        return nullptr;
    }
    void press(const QString& beginning)
    {
        Button* found = button(beginning);
        QVERIFY2(found != nullptr, qPrintable(beginning));
        QTest::mouseClick(found, Qt::LeftButton);
        context.settle();
    }
    void pressAndAgree(const QString& beginning)
    {
        QTimer::singleShot(0, &context.window(), [] {
            if (auto* dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget())) {
                dialog->accept();
            }
        });
        press(beginning);
    }
    void type(const char* key, const QString& words)
    {
        for (FormView* each : context.window().findChildren<FormView*>()) {
            if (auto* line = qobject_cast<QLineEdit*>(each->control(QLatin1String(key)))) {
                line->clear();
                QTest::keyClicks(line, words);
            }
        }
    }
    bool says(const QString& words)
    {
        for (const QLabel* each : context.window().findChildren<QLabel*>()) {
            if (each->isVisible() && each->text().contains(words)) {
                return true;
            }
        }
        return false;
    }

    test::FakePageContext context;
};

void Shop::teach(bool filled)
{
    info.file = "/shops/mia/Documents/fernhill.shopbell";
    info.shopName = "Fernhill Candles";
    info.timeZone = "Europe/Vienna";
    info.currency = "EUR";
    info.country = "AT";
    info.acting = true;
    info.sendingLocked = filled;
    info.secretPlace = "the desktop's keychain";
    info.profiles = 48'210;
    report->name = "Fernhill Candles";
    report->currency = "EUR";
    report->orders = 10'000;
    report->customers = 4'100;
    engine.on<LoadWorkspaceInfo>([this](const LoadWorkspaceInfo&) -> Result<WorkspaceInfo> { return info; });
    engine.on<ListStores>([this, filled](const ListStores&) -> Result<std::vector<StoreStatus>> {
        if (!filled) {
            return std::vector<StoreStatus>{};
        }
        StoreStatus store;
        store.id = ConnectionId{1};
        store.connector = "woocommerce";
        store.label = "Fernhill Candles";
        store.url = "https://fernhill.example";
        store.firstSyncDone = true;
        store.connectedAt = clock.now() - Duration(86'400'000LL * 40);
        store.lastSuccess = clock.now() - Duration(130'000);
        StoreStatus second = store;
        second.id = ConnectionId{2};
        second.label = "Fernhill Wholesale, for shops and restaurants";
        second.url = "https://wholesale.fernhill.example";
        second.firstSyncDone = false;
        second.problem = "The store refused the key.";
        second.nextTry = clock.now() + Duration(3'600'000);
        second.setAside = 3;
        return std::vector{store, second};
    });
    engine.on<ListConnectors>([](const ListConnectors&) -> Result<std::vector<ConnectorInfo>> {
        auto url = field("url", "Address of the shop", FieldKind::Url, true);
        url.example = "https://shop.example.com";
        url.help = "As you type it into the browser.";
        return std::vector{ConnectorInfo{"woocommerce",
                                         "WooCommerce",
                                         {url, field("key", "Consumer key", FieldKind::Text, true),
                                          field("secret", "Consumer secret", FieldKind::Secret, true)}}};
    });
    engine.on<TestStore>([this](const TestStore&) -> Result<StoreTestReport> { return report; });
    engine.on<AddStore>([this](const AddStore& command) -> Result<ConnectionId> {
        const std::lock_guard lock(mutex);
        added.push_back(command);
        return ConnectionId{3};
    });
    engine.on<SyncStore>([](const SyncStore&) -> Result<SyncSummary> {
        SyncSummary summary;
        summary.customers = 4'100;
        summary.orders = 10'000;
        summary.newEvents = 10'000;
        return summary;
    });
    engine.on<RemoveStore>([](const RemoveStore&) -> Result<Done> { return Done{}; });
    engine.on<ListProviders>([filled](const ListProviders&) -> Result<std::vector<ProviderInfo>> {
        if (!filled) {
            return std::vector<ProviderInfo>{};
        }
        return std::vector{
            ProviderInfo{
                ProviderId{1}, "smtp", "Our mail server", Channel::Email, {{"host", "smtp.fernhill.example"}}, true},
            ProviderInfo{ProviderId{2}, "local-outbox", "Local outbox", Channel::Email, {}, false}};
    });
    engine.on<ListProviderKinds>([](const ListProviderKinds&) -> Result<std::vector<ProviderKindInfo>> {
        return std::vector{ProviderKindInfo{"local-outbox", "Local outbox", Channel::Email, {}},
                           ProviderKindInfo{"smtp",
                                            "Mail server (SMTP)",
                                            Channel::Email,
                                            {field("host", "Server", FieldKind::Text, true),
                                             field("password", "Password", FieldKind::Secret, false)}}};
    });
    engine.on<TestProvider>([this](const TestProvider& asked) -> Result<Sentence> {
        const std::lock_guard lock(mutex);
        tested.push_back(asked);
        if (findValue(asked.values, "host") == "wrong") {
            return fail(ErrorKind::Refused, "The server said: 535 5.7.8 bad credentials.");
        }
        return std::string("The server takes mail from you.");
    });
    engine.on<SaveProvider>([this](const SaveProvider& command) -> Result<ProviderId> {
        const std::lock_guard lock(mutex);
        saved.push_back(command);
        return ProviderId{3};
    });
    engine.on<SaveWorkspaceSettings>([this](const SaveWorkspaceSettings& command) -> Result<Done> {
        const std::lock_guard lock(mutex);
        settings.push_back(command);
        return Done{};
    });
    engine.on<RunDoctor>([](const RunDoctor&) -> Result<std::vector<HealthCheck>> {
        return std::vector{HealthCheck{"database", HealthCheck::Verdict::Good, "The file is sound."},
                           HealthCheck{"ledger", HealthCheck::Verdict::Bad, "Two sums differ. Restore a backup."}};
    });
    engine.on<ListBackups>([this, filled](const ListBackups&) -> Result<std::vector<BackupInfo>> {
        if (!filled) {
            return std::vector<BackupInfo>{};
        }
        return std::vector{
            BackupInfo{"/shops/mia/Documents/fernhill.1.backup", clock.now(), 48'000'000},
            BackupInfo{"/shops/mia/Documents/fernhill.2.backup", clock.now() - Duration(86'400'000), 47'000'000}};
    });
}

}  // namespace

class TestSettingsPage : public QObject {
    Q_OBJECT
private slots:
    void aStoreIsTestedAndConnected()
    {
        Window window("stores", false);
        window.press(QStringLiteral("Connect a store"));
        QTest::mouseClick(exactly(window, QStringLiteral("Connect")), Qt::LeftButton);  // nothing is filled in
        window.context.settle();
        QCOMPARE(window.engine.asked<TestStore>(), 0);
        window.type("url", QStringLiteral("https://fernhill.example"));
        window.type("key", QStringLiteral("ck_1"));
        window.type("secret", QStringLiteral("cs_1"));
        window.press(QStringLiteral("Test the connection"));
        QVERIFY(window.says(QStringLiteral("It works: Fernhill Candles")));
        QVERIFY(window.says(QStringLiteral("10,000 orders")));
        QVERIFY(window.added.empty());
    }

    void aWrongKeyIsExplainedAndNothingIsAdded()
    {
        Window window("stores");
        window.report = fail(ErrorKind::Refused, "The store said: 401 consumer_key is invalid.");
        window.press(QStringLiteral("Connect a store"));
        window.type("url", QStringLiteral("https://fernhill.example"));
        window.type("key", QStringLiteral("ck_1"));
        window.type("secret", QStringLiteral("cs_1"));
        window.press(QStringLiteral("Test the connection"));
        QVERIFY(window.says(QStringLiteral("refused the key")));
        QVERIFY(window.says(QStringLiteral("401")));
        QVERIFY(window.added.empty());
    }

    void warningsWantASecondPress()
    {
        Window window("stores");
        window.report->warnings = {"The shop speaks plain http: anybody on the way can read the key."};
        window.press(QStringLiteral("Connect a store"));
        window.type("url", QStringLiteral("http://fernhill.example"));
        window.type("key", QStringLiteral("ck_1"));
        window.type("secret", QStringLiteral("cs_1"));
        QTest::mouseClick(exactly(window, QStringLiteral("Connect")), Qt::LeftButton);
        window.context.settle();
        QVERIFY(window.says(QStringLiteral("plain http")));
        QVERIFY(window.added.empty());
        window.press(QStringLiteral("Connect anyway"));
        QCOMPARE(window.added.size(), 1U);
        QCOMPARE(window.added.front().label, std::string("Fernhill Candles"));
        QCOMPARE(window.engine.asked<SyncStore>(), 1);
    }

    void aRunningSyncIsSeenAndCancelled()
    {
        Window window("stores", false);
        window.engine.on<ListStores>([](const ListStores&) -> Result<std::vector<StoreStatus>> {
            StoreStatus store;
            store.id = ConnectionId{1};
            store.label = "Fernhill";
            return std::vector{store};
        });
        window.engine.publish({Topic::Stores, 1, {}});
        QTest::qWait(700);
        window.context.settle();
        window.engine.publish({Topic::Progress, 0, {78, Progress::Kind::Sync, "Reading orders", 1, 2, false, 2}});
        QTest::qWait(200);
        window.context.settle();
        // Another store's.
        QVERIFY(!window.context.window().findChildren<ProgressBar*>().front()->isVisible());
        window.engine.publish(
            {Topic::Progress, 0, {77, Progress::Kind::Sync, "Reading orders", 3'120, 10'000, false, 1}});
        QTest::qWait(200);
        window.context.settle();
        auto* bar = window.context.window().findChildren<ProgressBar*>().front();
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->fraction(), 0.312);
        emit bar->cancelled();
        QCOMPARE(window.engine.cancelled(), std::vector{Ticket{77}});
    }

    void aProviderIsAddedTestedAndSaved()
    {
        Window window("providers", false);
        window.press(QStringLiteral("Enter a mail server"));
        window.type("host", QStringLiteral("wrong"));
        window.press(QStringLiteral("Test it"));
        QVERIFY(window.says(QStringLiteral("refused the user name or the password")));
        window.type("host", QStringLiteral("smtp.fernhill.example"));
        window.press(QStringLiteral("Test it"));
        QVERIFY(window.says(QStringLiteral("It works.")));
        window.press(QStringLiteral("Save"));
        QCOMPARE(window.saved.size(), 1U);
        QCOMPARE(window.saved.front().kind, std::string("smtp"));
        QVERIFY(window.saved.front().makeDefault);
    }

    void aChangedProviderKeepsItsPassword()
    {
        Window window("sending");
        window.press(QStringLiteral("Change"));
        window.press(QStringLiteral("Test it"));
        QCOMPARE(window.tested.size(), 1U);
        QCOMPARE(window.tested.front().provider, ProviderId{1});
        QVERIFY(findValue(window.tested.front().values, "password").empty());
    }

    void theShopsNameIsSaved()
    {
        Window window("workspace");
        for (TextField* each : window.context.window().findChildren<TextField*>()) {
            if (each->isVisible() && each->label() == QStringLiteral("Your shop's name")) {
                each->edit()->selectAll();
                QTest::keyClicks(each->edit(), QStringLiteral("Fernhill & Daughters"));
            }
        }
        window.press(QStringLiteral("Save"));
        QCOMPARE(window.settings.size(), 1U);
        QCOMPARE(window.settings.front().shopName, std::string("Fernhill & Daughters"));
        QCOMPARE(window.settings.front().timeZone, std::string("Europe/Vienna"));
        QCOMPARE(window.settings.front().country, std::string("AT"));
        QCOMPARE(window.settings.front().currency, std::string("EUR"));
        window.press(QStringLiteral("Examine"));
        QCOMPARE(window.engine.asked<RunDoctor>(), 1);
    }

    void theLookIsKept()
    {
        Window window("look");
        auto* toggle = window.context.window().findChild<Toggle*>();
        QVERIFY(!window.context.preferences().keepRunning().value_or(false));
        QTest::keyClick(toggle, Qt::Key_Space);
        QVERIFY(window.context.preferences().keepRunning().value_or(false));
        for (auto* each : window.context.window().findChildren<SegmentedControl*>()) {
            if (each->isVisible() && each->accessibleName() == QStringLiteral("Look")) {
                each->setFocus();
                QTest::keyClick(each, Qt::Key_Right);
            }
        }
        QVERIFY(window.context.preferences().appearance() != Appearance::System);
    }

    void pictures()
    {
        for (const char* section : {"stores", "sending", "look", "workspace", "backup", "privacy"}) {
            Window window(section);
            if (QLatin1String(section) == QLatin1String("workspace")) {
                window.press(QStringLiteral("Examine"));
            }
            window.context.draw(QStringLiteral("settings-") + QLatin1String(section));
        }
        Window empty("stores", false);
        empty.context.draw(QStringLiteral("settings-stores-empty"));
        empty.press(QStringLiteral("Connect a store"));
        empty.context.draw(QStringLiteral("settings-connect"));
        Window none("sending", false);
        none.context.draw(QStringLiteral("settings-sending-empty"));
        none.press(QStringLiteral("Enter a mail server"));
        none.context.draw(QStringLiteral("settings-provider"));
    }

private:
    static Button* exactly(Window& window, const QString& text)
    {
        for (Button* each : window.context.window().findChildren<Button*>()) {
            if (each->isVisible() && each->text() == text) {
                return each;
            }
        }
        return nullptr;
    }
};

SHOPBELL_TEST(TestSettingsPage)
#include "test_settings_page.moc"
