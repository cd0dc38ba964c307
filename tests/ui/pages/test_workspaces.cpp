// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/campaigns.h"
#include "api/profiles.h"
#include "api/workspace.h"
#include "runtime/local_workspaces.h"
#include "runtime/memory_secrets.h"
#include "support/registry.h"
#include "ui/bridge/text.h"
#include "ui/pages/hands.h"
#include "ui/pages/open_shop.h"
#include "ui/widgets/field.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <optional>

using namespace shopbell;
using namespace shopbell::ui;
using test::Hands;

namespace {

struct Desk {
    explicit Desk(bool filled = false) : shop(filled) {}
    explicit Desk(test::OpenShop::AtTheDoor door) : shop(door) {}
    ~Desk()
    {
        if (QTest::currentTestFailed()) {
            QDir().mkpath(QStringLiteral(SHOPBELL_SHOTS));
            shop.window().grab().save(
                QStringLiteral(SHOPBELL_SHOTS "/stuck-%1.png").arg(QLatin1String(QTest::currentTestFunction())));
        }
    }
    WorkspaceInfo info() { return shop.answer(LoadWorkspaceInfo{}).value_or(WorkspaceInfo{}); }
    [[nodiscard]] QString file() { return toQString(info().file); }
    /// Of the menu at the shop's name.
    bool menu(const QString& words)
    {
        for (QAction* each : shop.window().findChildren<QAction*>() + ofMenus()) {
            if (each->text().startsWith(words)) {
                each->trigger();
                return true;
            }
        }
        return false;
    }
    static QList<QAction*> ofMenus()
    {
        QList<QAction*> all;
        for (QWidget* each : QApplication::allWidgets()) {
            all += each->actions();
        }
        return all;
    }
    /// Opens a dialog with `open`, and does `inIt` when it stands.
    static bool inDialog(const std::function<void()>& open, const std::function<bool()>& inIt)
    {
        bool good = false;
        QTimer watch;
        QObject::connect(&watch, &QTimer::timeout, &watch, [&] {
            if (QWidget* dialog = QApplication::activeModalWidget()) {
                watch.stop();
                QApplication::setActiveWindow(dialog);
                good = inIt();
                if (!good) {
                    dialog->close();
                }
            }
        });
        watch.start(10);
        open();
        return good;
    }

    test::OpenShop shop;
};

}  // namespace

/// Workspaces as their owner makes, opens, backs up and restores them, on the real engine.
class TestWorkspaces : public QObject {
    Q_OBJECT
private slots:
    void aNewWorkspaceIsMadeClosedAndFoundAgain()
    {
        Desk desk(test::OpenShop::AtTheDoor{});
        QVERIFY(Desk::inDialog([] { (void)Hands::tabToAndPress(QStringLiteral("New workspace")); },
                               [] {
                                   return Hands::tabTo(QStringLiteral("Your shop's name")) &&
                                          (Hands::type(QStringLiteral("Fernhill")), true) &&
                                          Hands::tabToAndPress(QStringLiteral("Make the workspace"));
                               }));
        QTRY_VERIFY(desk.shop.window().bridge() != nullptr);
        QTRY_VERIFY(desk.shop.window().frame().isAttached());
        const QString file = desk.file();
        QVERIFY(file.endsWith(QLatin1String("Fernhill.shopbell")));
        QVERIFY(Hands::waitToRead(QStringLiteral("How would you like to begin?")));
        QVERIFY(desk.menu(QStringLiteral("Close this workspace")));
        QTRY_VERIFY(desk.shop.window().bridge() == nullptr);
        QVERIFY(Hands::waitToRead(QStringLiteral("Opened before")));
        QVERIFY(Hands::click(QStringLiteral("Fernhill")));
        QTRY_VERIFY(desk.shop.window().bridge() != nullptr);
        QCOMPARE(desk.file(), file);
        // What is gone is said, and a click takes it off the list.
        QVERIFY(desk.menu(QStringLiteral("Close this workspace")));
        QTRY_VERIFY(Hands::canRead(QStringLiteral("Opened before")));
        QVERIFY(QTest::qWaitFor([&] { return QFile::remove(file); }));
        desk.shop.window().showWelcome();
        QVERIFY(Hands::waitToRead(QStringLiteral("not there any more")));
        QVERIFY(Hands::click(QStringLiteral("Fernhill")));
        QTRY_VERIFY(!Hands::canRead(QStringLiteral("not there any more")));
    }

    void aRestoredBackupSendsNothingUntilItIsUnlocked_data()
    {
        QTest::addColumn<bool>("inPlace");
        QTest::newRow("as a new workspace") << false;
        QTest::newRow("in place of the open one") << true;
    }
    void aRestoredBackupSendsNothingUntilItIsUnlocked()
    {
        QFETCH(bool, inPlace);
        Desk desk(true);
        const QString before = desk.file();
        desk.shop.show({.page = PageId::Settings, .action = QStringLiteral("backup")});
        QVERIFY(Hands::click(QStringLiteral("Back up now")));
        QVERIFY(Hands::waitToRead(QStringLiteral("Backed up")));
        // What came after the backup is not in it.
        SaveProfile later;
        later.email = "later@example.com";
        QVERIFY(desk.shop.answer(later));
        QVERIFY(Desk::inDialog([] { (void)Hands::click(QStringLiteral("Restore the backup of")); },
                               [inPlace] {
                                   return (!inPlace ||
                                           Hands::click(QStringLiteral("In place of the open workspace"))) &&
                                          Hands::click(QStringLiteral("Restore"));
                               }));
        QTRY_VERIFY_WITH_TIMEOUT(desk.shop.window().bridge() != nullptr && desk.shop.window().frame().isAttached(),
                                 30'000);
        QVERIFY(Hands::waitToRead(QStringLiteral("Nothing is sent from here yet")));
        QCOMPARE(desk.file() == before, inPlace);
        QVERIFY(desk.info().sendingLocked);
        QVERIFY(!desk.shop.answer(FindProfile{later.email}));
        QVERIFY(desk.info().profiles > 900);
        // Somebody who tries to send is told why nothing goes.
        const auto campaigns = desk.shop.answer(ListCampaigns{});
        QVERIFY(campaigns && !campaigns->empty());
        Campaign draft = campaigns->front().campaign;
        draft.id = {};
        draft.name = "After the restore";
        const auto saved = desk.shop.answer(SaveCampaign{draft});
        QVERIFY(saved);
        QVERIFY(!desk.shop.answer(SendCampaign{*saved}));
        QVERIFY(desk.shop.problem().what.find("locked") != std::string::npos);
        QVERIFY(Hands::clickAndAgree(QStringLiteral("Unlock sending"), QStringLiteral("Unlock sending")));
        QVERIFY(Hands::waitToRead(QStringLiteral("Sending is unlocked")));
        QTRY_VERIFY(!Hands::canRead(QStringLiteral("Nothing is sent from here yet")));
        QVERIFY(!desk.info().sendingLocked);
        QVERIFY(desk.shop.answer(SendCampaign{*saved}));
    }

    /// The command line at work, as far as the workspace can tell.
    void aWorkspaceThatAnotherProcessActsForCanBeReadAndEdited()
    {
        Desk desk(test::OpenShop::AtTheDoor{});
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("shop.shopbell"));
        RuntimeOptions options;
        options.makeSecretStore = [](const auto&) { return std::make_unique<MemorySecrets>(); };
        options.recentFile = std::filesystem::path(toUtf8(folder.filePath(QStringLiteral("recent.json"))));
        const auto others = makeLocalWorkspaces(options);
        QVERIFY(others->create({toUtf8(file), "Fernhill", "Europe/Vienna", "EUR", "AT"}));
        auto other = others->open(toUtf8(file));
        QVERIFY(other);
        QSignalSpy opened(&desk.shop.window(), &MainWindow::opened);
        desk.shop.window().openFile(file);
        QVERIFY(opened.wait(15'000));
        QVERIFY(Hands::waitToRead(QStringLiteral("Another process acts")));
        QVERIFY(!desk.info().acting);
        SaveProfile save;
        save.email = "ana@example.com";
        const auto made = desk.shop.answer(save);
        QVERIFY(made);
        desk.shop.show({.page = PageId::Profiles, .id = made->value});
        QVERIFY(Hands::waitToRead(QStringLiteral("ana@example.com")));
        // Where it says who acts, it says that it is not this window.
        desk.shop.show({.page = PageId::Settings, .action = QStringLiteral("sending")});
        QVERIFY(Hands::waitToRead(QStringLiteral("Another process: ")));
        // With the other gone, opening it again makes this window the one that acts.
        other->reset();
        QVERIFY(desk.menu(QStringLiteral("Close this workspace")));
        QTRY_VERIFY(desk.shop.window().bridge() == nullptr);
        desk.shop.window().openFile(file);
        QVERIFY(opened.wait(15'000));
        QVERIFY(Hands::waitToRead(QStringLiteral("Running here")));
    }

    /// Drafts save themselves, the last letter too.
    void theLastWordsOfADraftAreKept_data()
    {
        QTest::addColumn<QString>("leaving");
        QTest::newRow("by going to another page") << QStringLiteral("page");
        QTest::newRow("by closing the workspace") << QStringLiteral("close");
        QTest::newRow("by opening another workspace") << QStringLiteral("other");
    }
    void theLastWordsOfADraftAreKept()
    {
        QFETCH(QString, leaving);
        Desk desk(true);
        const QString file = desk.file();
        desk.shop.show({.page = PageId::Campaigns, .action = QStringLiteral("new")});
        QVERIFY(Hands::click(QStringLiteral("Next")));
        QVERIFY(Hands::click(QStringLiteral("Subject")));
        Hands::type(QStringLiteral("Beeswax"));
        desk.shop.settle();
        Hands::type(QStringLiteral(" is back"));
        if (leaving == QLatin1String("page")) {
            desk.shop.window().frame().navigate({.page = PageId::Home});
        } else if (leaving == QLatin1String("close")) {
            QVERIFY(desk.menu(QStringLiteral("Close this workspace")));
        } else {
            desk.shop.window().openDemo();
            QTRY_VERIFY_WITH_TIMEOUT(desk.shop.window().bridge() != nullptr, 30'000);
        }
        QSignalSpy opened(&desk.shop.window(), &MainWindow::opened);
        desk.shop.window().openFile(file);
        QVERIFY(leaving == QLatin1String("page") || opened.wait(30'000));
        QTRY_VERIFY(([&] {
            const auto all = desk.shop.answer(ListCampaigns{});
            return all && std::ranges::any_of(*all, [](const CampaignSummary& each) {
                       return each.campaign.content.subject == "Beeswax is back";
                   });
        }()));
    }
};

SHOPBELL_TEST(TestWorkspaces)
#include "test_workspaces.moc"
