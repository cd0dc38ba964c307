// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fake_clock.h"
#include "support/registry.h"
#include "ui/bridge/text.h"
#include "ui/shell/languages.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page.h"
#include "ui/shell/preferences.h"
#include "ui/shell/shop_engine.h"
#include "ui/shell/tray_icon.h"
#include "ui/shell/welcome_view.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <atomic>
#include <functional>
#include <optional>

using namespace shopbell;
using namespace shopbell::ui;

class TestMainWindow : public QObject {
    Q_OBJECT

private:
    /// Says while it lives that it does.
    class CountedEngine final : public test::FakeEngine {
    public:
        explicit CountedEngine(std::atomic<int>& living) : m_living(living) { ++m_living; }
        ~CountedEngine() override { --m_living; }

    private:
        std::atomic<int>& m_living;
    };

    /// Workspaces that open fake engines; a file whose name holds "broken" does not open.
    class FakeWorkspaces final : public Workspaces {
    public:
        Result<void> create(const CreateWorkspace& what) override
        {
            QFile file(toQString(what.file));
            (void)file.open(QIODevice::WriteOnly);
            created.push_back(what);
            return {};
        }
        Result<std::unique_ptr<Engine>> open(const std::string& file) override
        {
            if (file.find("broken") != std::string::npos) {
                return fail(ErrorKind::Corrupt, "The file is damaged at page 7.");
            }
            auto engine = std::make_unique<CountedEngine>(living);
            test::answerAsShop(*engine, info);
            ++opened;
            return std::unique_ptr<Engine>(std::move(engine));
        }
        Result<void> restore(const std::string& backup, const std::string& file, bool) override
        {
            QFile::copy(toQString(backup), toQString(file));
            return {};
        }
        std::vector<RecentWorkspace> recent() override { return {{"old.shopbell", "Old shop", Instant{1}, true}}; }
        void forgetRecent(const std::string&) override {}

        WorkspaceInfo info = test::fernhill();
        std::vector<CreateWorkspace> created;
        std::atomic<int> opened = 0;
        std::atomic<int> living = 0;
    };

    struct Fixture {
        QTemporaryDir folder;
        FakeWorkspaces workspaces;
        test::FakeClock clock;
        Languages languages;
        Preferences preferences{folder.filePath(QStringLiteral("window.ini"))};
        std::function<bool()> hasTray;
        std::unique_ptr<MainWindow> window;

        Fixture() { makeWindow(); }
        /// On a desktop that has a tray.
        explicit Fixture(std::optional<bool> keepRunning) : hasTray([] { return true; })
        {
            if (keepRunning) {
                preferences.setKeepRunning(*keepRunning);
            }
            makeWindow();
        }
        bool open(const char* name)
        {
            QSignalSpy opened(window.get(), &MainWindow::opened);
            window->openFile(file(name));
            return opened.wait();
        }
        void makeWindow()
        {
            window = std::make_unique<MainWindow>(
                WindowNeeds{workspaces, preferences, languages, clock, folder.path(), hasTray});
            window->show();
        }
        QString file(const char* name) const { return folder.filePath(QLatin1String(name)); }
        bool shows(const QString& words) const
        {
            for (const QLabel* each : window->findChildren<QLabel*>()) {
                if (each->isVisible() && each->text().contains(words)) {
                    return true;
                }
            }
            return false;
        }
    };

private slots:
    void cleanup()
    {
        // What a test of languages changed.
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void frameIsThereBeforeTheWorkspaceIsOpen()
    {
        Fixture f;
        QSignalSpy opened(f.window.get(), &MainWindow::opened);
        f.window->openFile(f.file("a.shopbell"));
        QVERIFY(f.window->frame().isVisible());
        QVERIFY(!f.window->frame().isAttached());
        QVERIFY(opened.wait());
        QVERIFY(f.window->frame().isAttached());
        QCOMPARE(f.preferences.lastWorkspace(), f.file("a.shopbell"));
    }

    void workspaceThatDoesNotOpenSaysWhy()
    {
        Fixture f;
        QSignalSpy settled(f.window.get(), &MainWindow::settled);
        f.window->openFile(f.file("broken.shopbell"));
        QVERIFY(settled.wait());
        QVERIFY(f.shows(QStringLiteral("damaged")));
        QVERIFY(f.shows(QStringLiteral("page 7")));
        QVERIFY(!f.window->frame().isAttached());
    }

    void secondWindowOnAWorkspaceRaisesTheFirst()
    {
        Fixture first;
        QSignalSpy opened(first.window.get(), &MainWindow::opened);
        first.window->openFile(first.file("a.shopbell"));
        QVERIFY(opened.wait());
        first.window->hide();

        Fixture second;
        QSignalSpy elsewhere(second.window.get(), &MainWindow::openElsewhere);
        second.window->openFile(first.file("a.shopbell"));
        QTRY_COMPARE(elsewhere.count(), 1);
        QTRY_VERIFY(first.window->isVisible());
        QCOMPARE(second.workspaces.opened.load(), 0);
    }

    void closedWorkspaceMayBeOpenedAgain()
    {
        Fixture f;
        QSignalSpy opened(f.window.get(), &MainWindow::opened);
        f.window->openFile(f.file("a.shopbell"));
        QVERIFY(opened.wait());
        f.window->openFile(f.file("b.shopbell"));
        QVERIFY(opened.wait());
        f.window->openFile(f.file("a.shopbell"));
        QVERIFY(opened.wait());
        QCOMPARE(f.workspaces.opened.load(), 3);
    }

    void demoMakesItsWorkspaceFirst()
    {
        Fixture f;
        f.workspaces.info.events = 5;
        QSignalSpy opened(f.window.get(), &MainWindow::opened);
        f.window->openDemo();
        QVERIFY(opened.wait());
        QCOMPARE(f.workspaces.created.size(), std::size_t(1));
        QCOMPARE(f.workspaces.created.front().currency, std::string("EUR"));
    }

    void welcomeListsWhatWasOpenedBefore()
    {
        Fixture f;
        f.window->showWelcome();
        QTRY_VERIFY(f.shows(QStringLiteral("Opened before")));
        QVERIFY(f.shows(QStringLiteral("Welcome to Shopbell")));
    }

    void closedWindowGoesOnInTheTrayWhenItsOwnerWantsThat()
    {
        Fixture f(true);
        QVERIFY(f.open("a.shopbell"));
        QSignalSpy quit(qApp, &QCoreApplication::aboutToQuit);
        f.window->close();
        QVERIFY(!f.window->isVisible());
        QTest::qWait(50);
        QCOMPARE(f.workspaces.living.load(), 1);
        QCOMPARE(quit.count(), 0);
        QVERIFY(f.window->bridge() != nullptr);
        // The bell brings it back as it was.
        auto* tray = f.window->findChild<TrayIcon*>();
        QVERIFY(tray != nullptr);
        emit tray->openAsked();
        QVERIFY(f.window->isVisible());
        QVERIFY(f.window->frame().isAttached());
        QCOMPARE(f.workspaces.opened.load(), 1);
    }

    void closedWindowEndsTheProgramWhenItsOwnerWantsThat()
    {
        Fixture f(false);
        QVERIFY(f.open("a.shopbell"));
        bool ended = false;
        QTimer::singleShot(0, f.window.get(), [&] { f.window->close(); });
        QTimer::singleShot(5'000, f.window.get(), [] { QCoreApplication::exit(7); });
        ended = QCoreApplication::exec() == 0;
        QVERIFY(ended);
        QVERIFY(!f.window->isVisible());
    }

    void quitInTheTrayEndsTheProgramAndItsEngine()
    {
        Fixture f(true);
        QVERIFY(f.open("a.shopbell"));
        f.window->close();
        QTimer::singleShot(0, f.window.get(), [&] { emit f.window->findChild<TrayIcon*>()->quitAsked(); });
        QTimer::singleShot(5'000, f.window.get(), [] { QCoreApplication::exit(7); });
        QCOMPARE(QCoreApplication::exec(), 0);
        f.window.reset();
        QCOMPARE(f.workspaces.living.load(), 0);
    }

    void theFirstTimeTheOwnerIsAskedAndMayStay()
    {
        Fixture f(std::nullopt);
        QVERIFY(f.open("a.shopbell"));
        const auto answer = [&](const QString& words) {
            QTimer::singleShot(0, f.window.get(), [words] {
                QWidget* dialog = QApplication::activeModalWidget();
                QVERIFY(dialog != nullptr);
                if (words.isEmpty()) {
                    QTest::keyClick(dialog, Qt::Key_Escape);
                }
                for (auto* each : dialog->findChildren<QAbstractButton*>()) {
                    if (each->text() == words) {
                        QTest::mouseClick(each, Qt::LeftButton);
                    }
                }
            });
        };
        answer({});
        f.window->close();
        QVERIFY(f.window->isVisible());
        QVERIFY(!f.preferences.keepRunning());
        answer(QStringLiteral("Keep it running"));
        f.window->close();
        QVERIFY(!f.window->isVisible());
        QCOMPARE(f.preferences.keepRunning(), std::optional(true));
        QCOMPARE(f.workspaces.living.load(), 1);
    }

    /// Without a tray nothing could be seen of it any more.
    void withoutATrayClosingEndsTheProgram()
    {
        Fixture f;
        f.preferences.setKeepRunning(true);
        QVERIFY(f.open("a.shopbell"));
        QTimer::singleShot(0, f.window.get(), [&] { f.window->close(); });
        QTimer::singleShot(5'000, f.window.get(), [] { QCoreApplication::exit(7); });
        QCOMPARE(QCoreApplication::exec(), 0);
    }

    void windowRemembersItsSize()
    {
        Fixture f;
        f.window->resize(1234, 777);
        f.window->close();
        f.makeWindow();
        QCOMPARE(f.window->size(), QSize(1234, 777));
    }

    void languageChangesWhileTheWindowIsOpen()
    {
        Fixture f;
        QSignalSpy opened(f.window.get(), &MainWindow::opened);
        f.window->openFile(f.file("a.shopbell"));
        QVERIFY(opened.wait());
        QTRY_VERIFY(f.shows(QStringLiteral("Worth doing today")));
        f.preferences.setLanguage(QStringLiteral("de"));
        QTRY_VERIFY(f.shows(QStringLiteral("Heute lohnt sich")));
        QTRY_VERIFY(f.shows(QStringLiteral("212 gute Kunden entgleiten dir")));
        f.preferences.setLanguage(QStringLiteral("en"));
        QTRY_VERIFY(f.shows(QStringLiteral("212 good customers are slipping away")));
    }

    void languageWrittenFromTheRightMirrorsTheWindow()
    {
        Fixture f;
        QSignalSpy opened(f.window.get(), &MainWindow::opened);
        f.window->openFile(f.file("a.shopbell"));
        QVERIFY(opened.wait());
        f.preferences.setLanguage(QStringLiteral("ar"));
        QTRY_COMPARE(QApplication::layoutDirection(), Qt::RightToLeft);
        QTRY_VERIFY(f.window->frame().isAttached());
        QApplication::processEvents();
        const QWidget* rail = f.window->frame().findChild<QWidget*>(QStringLiteral("rail"));
        QVERIFY(rail != nullptr);
        QVERIFY(rail->mapTo(f.window.get(), QPoint()).x() > f.window->width() / 2);
    }
};

SHOPBELL_TEST(TestMainWindow)
#include "test_main_window.moc"
