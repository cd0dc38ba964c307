// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fake_clock.h"
#include "support/registry.h"
#include "ui/bridge/engine_bridge.h"
#include "ui/shell/frame.h"
#include "ui/shell/page.h"
#include "ui/shell/preferences.h"
#include "ui/shell/rail_button.h"
#include "ui/shell/shop_engine.h"
#include "ui/shell/status_line.h"
#include "ui/shell/top_bar.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/command_palette.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace shopbell;
using namespace shopbell::ui;

class TestFrame : public QObject {
    Q_OBJECT

private:
    class NoDoor final : public WorkspaceDoor {
    public:
        void newWorkspace() override { asked << QStringLiteral("new"); }
        void openWorkspace() override { asked << QStringLiteral("open"); }
        void openWorkspaceFile(const QString& file) override { asked << file; }
        void openDemo() override { asked << QStringLiteral("demo"); }
        void restoreBackup(const QString&) override { asked << QStringLiteral("restore"); }
        QStringList asked;
    };

    struct Fixture {
        QTemporaryDir folder;
        WorkspaceInfo info = test::fernhill();
        test::FakeEngine engine;
        test::FakeClock clock;
        NoDoor door;
        Preferences preferences{folder.filePath(QStringLiteral("window.ini"))};
        std::unique_ptr<EngineBridge> bridge;
        std::unique_ptr<Frame> frame;

        Fixture()
        {
            test::answerAsShop(engine, info);
            bridge = std::make_unique<EngineBridge>(engine, clock);
            frame = std::make_unique<Frame>(door, preferences);
            frame->resize(1440, 900);
            frame->QWidget::show();
            QApplication::setActiveWindow(frame.get());
            frame->attach(bridge.get());
            settle();
        }
        ~Fixture()
        {
            frame.reset();
            bridge.reset();
        }
        void settle()
        {
            for (int round = 0; round < 200 && !(bridge->isIdle() && round > 3); ++round) {
                engine.join();
                QApplication::processEvents(QEventLoop::AllEvents, 5);
            }
        }
        template <class Widget>
        Widget* named(const QString& name) const
        {
            for (Widget* each : frame->findChildren<Widget*>()) {
                if (each->isVisible() && each->accessibleName() == name) {
                    return each;
                }
            }
            return nullptr;
        }
        bool shows(const QString& words) const
        {
            for (const QLabel* each : frame->findChildren<QLabel*>()) {
                if (each->isVisible() && each->text().contains(words)) {
                    return true;
                }
            }
            return false;
        }
    };

private slots:
    void theSearchGivesWayToTitleAndButtons()
    {
        TopBar bar;
        QWidget actions;
        auto* row = new QHBoxLayout(&actions);
        row->setContentsMargins(0, 0, 0, 0);
        for (const char* each : {"See the message", "Pause", "Try now"}) {
            row->addWidget(new Button(QLatin1String(each)));
        }
        bar.setActions(&actions);
        actions.show();
        const auto shown = [&]<class Widget>(Widget*) {
            const auto all = bar.findChildren<Widget*>();
            return std::ranges::any_of(all, [](const Widget* each) {
                return each->isVisible() && (each->accessibleName().startsWith(QLatin1String("Search")) ||
                                             qobject_cast<const SearchField*>(each) != nullptr);
            });
        };
        bar.setHeader(QStringLiteral("Black Friday"), {});
        bar.resize(1400, bar.height());
        bar.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bar));
        QVERIFY(shown(static_cast<SearchField*>(nullptr)));
        bar.setHeader(QStringLiteral("An early word to our wholesale partners about prices and delivery times"),
                      QStringLiteral("Sending · since 21 Nov 2026, 09:41"));
        bar.resize(892, bar.height());
        QCoreApplication::processEvents();
        QVERIFY(!shown(static_cast<SearchField*>(nullptr)));
        QVERIFY(shown(static_cast<IconButton*>(nullptr)));
        QVERIFY(actions.width() >= actions.sizeHint().width());
        QSignalSpy asked(&bar, &TopBar::searchAsked);
        for (auto* each : bar.findChildren<IconButton*>()) {
            if (each->isVisible() && each->accessibleName().startsWith(QLatin1String("Search"))) {
                each->click();
            }
        }
        QCOMPARE(asked.count(), 1);
        actions.setParent(nullptr);
    }

    void homeShowsWhatTheEngineSays()
    {
        Fixture f;
        QCOMPARE(f.frame->place(), Place{});
        QVERIFY(f.shows(QStringLiteral("Worth doing today")));
        // Counted when the figures are there, one after the other.
        QTRY_VERIFY((f.settle(), f.shows(QStringLiteral("212 good customers are slipping away"))));
        QVERIFY(f.named<QWidget>(QStringLiteral("Revenue, last 30 days")) != nullptr);
    }

    void shopAndItsStoresStandInTheFrame()
    {
        Fixture f;
        QVERIFY(f.named<BrandButton>(QStringLiteral("Fernhill Candles: workspace menu")) != nullptr);
        QVERIFY(f.named<QAbstractButton>(QStringLiteral("Stores: Fernhill Candles · synced 40 s ago")) != nullptr);
        QVERIFY(f.shows(QStringLiteral("Running here")));
    }

    void otherProcessIsSaid()
    {
        Fixture f;
        f.info.acting = false;
        f.info.actingElsewhere = "shopbell-cli on this computer";
        f.engine.publish({Topic::Workspace, 0, {}});
        QTRY_VERIFY((f.settle(), f.shows(QStringLiteral("Another process acts"))));
    }

    void lockedWorkspaceSaysSoUntilItIsUnlocked()
    {
        Fixture f;
        auto* banner = f.frame->findChild<Banner*>();
        QVERIFY(banner != nullptr);
        QVERIFY(!banner->isVisible());
        f.info.sendingLocked = true;
        f.engine.publish({Topic::Workspace, 0, {}});
        QTRY_VERIFY((f.settle(), banner->isVisible()));
        f.info.sendingLocked = false;
        f.engine.publish({Topic::Workspace, 0, {}});
        QTRY_VERIFY((f.settle(), !banner->isVisible()));
    }

    void runningJobIsShownAndCanBeStopped()
    {
        Fixture f;
        const Progress progress{
            .ticket = 31, .kind = Progress::Kind::Import, .words = "Reading", .done = 3120, .total = 10000};
        f.engine.publish({Topic::Progress, 0, progress});
        QTRY_VERIFY((f.settle(), f.shows(QStringLiteral("3,120 of 10,000"))));
        auto* stop = f.named<QAbstractButton>(QStringLiteral("Stop: Importing"));
        QVERIFY(stop != nullptr);
        stop->click();
        QCOMPARE(f.engine.cancelled(), (std::vector<Ticket>{Ticket{31}}));
    }

    void paletteOpensByKeyboardAndGoesToAPage()
    {
        Fixture f;
        auto* palette = f.frame->findChild<CommandPalette*>();
        QTest::keyClick(f.frame.get(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(palette->isOpen());
        f.settle();
        QWidget* typing = QApplication::focusWidget();
        QVERIFY(qobject_cast<QLineEdit*>(typing) != nullptr);
        QTest::keyClicks(typing, QStringLiteral("home"));
        f.settle();
        QTest::keyClick(typing, Qt::Key_Return);
        QVERIFY(!palette->isOpen());
        QCOMPARE(f.frame->place().page, PageId::Home);
    }

    void paletteFindsPeopleSegmentsAndCampaigns()
    {
        Fixture f;
        auto* palette = f.frame->findChild<CommandPalette*>();
        f.frame->openPalette();
        f.settle();
        const auto listed = [&] {
            QStringList texts;
            auto* model = palette->findChild<QAbstractItemModel*>();
            for (int row = 0; model != nullptr && row < model->rowCount(); ++row) {
                texts << model->index(row, 0).data().toString();
            }
            return texts;
        };
        QVERIFY(listed().contains(QStringLiteral("Good customers gone quiet")));
        QVERIFY(listed().contains(QStringLiteral("Autumn scents")));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("ana"));
        f.settle();
        QVERIFY(listed().contains(QStringLiteral("Ana Pereira")));
    }

    void paletteClosesWithEscapeAndGivesTheFocusBack()
    {
        Fixture f;
        auto* first = f.frame->findChild<BrandButton*>();
        first->setFocus();
        QTest::keyClick(f.frame.get(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(f.frame->findChild<CommandPalette*>()->isOpen());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!f.frame->findChild<CommandPalette*>()->isOpen());
        QCOMPARE(QApplication::focusWidget(), first);
    }

    void arrowsWalkTheRail()
    {
        Fixture f;
        QList<RailButton*> pages;
        for (RailButton* each : f.frame->findChildren<RailButton*>()) {
            if (each->isCheckable()) {
                pages << each;
            }
        }
        QCOMPARE(pages.size(), qsizetype(std::ranges::count_if(pageTable(), &PageEntry::inRail)));
        pages.first()->setFocus();
        QTest::keyClick(pages.first(), Qt::Key_End);
        QCOMPARE(QApplication::focusWidget(), pages.last());
        QTest::keyClick(pages.last(), Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), pages.first());
    }

    void backComesBackToWhereOneWas()
    {
        Fixture f;
        f.frame->navigate({.page = PageId::Home, .id = 5});
        f.frame->navigate({.page = PageId::Home, .id = 6});
        QTest::keyClick(f.frame.get(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(f.frame->place().id, 5);
        QTest::keyClick(f.frame.get(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(f.frame->place(), Place{});
    }

    void railCollapsesAndIsRemembered()
    {
        Fixture f;
        QTest::keyClick(f.frame.get(), Qt::Key_B, Qt::ControlModifier);
        QVERIFY(f.preferences.railCollapsed());
        Frame second(f.door, f.preferences);
        QCOMPARE(second.findChild<RailButton*>()->sizeHint().width(), 36);
    }

    void errorIsAToastWithItsDetails()
    {
        Fixture f;
        f.frame->showError({ErrorKind::Network, "curl 7", ""}, ErrorContext::Store);
        const auto* toast = f.frame->findChild<Toast*>();
        QVERIFY(toast != nullptr);
        QVERIFY(toast->text().contains(QStringLiteral("cannot be reached")));
        f.frame->showError({ErrorKind::Cancelled, "", ""}, ErrorContext::General);
        QCOMPARE(f.frame->findChildren<Toast*>().size(), 1);
    }

    void detachedFrameLeavesNothingWaiting()
    {
        Fixture f;
        f.engine.hold<LoadOverview>();
        f.engine.publish({Topic::History, 0, {}});
        QTRY_VERIFY((QApplication::processEvents(), f.engine.asked<LoadOverview>() > 1));
        f.frame->attach(nullptr);
        QCOMPARE(f.engine.cancelledWaiting(), 1);
        f.engine.release();
    }

    void emptyWorkspaceShowsTheFirstSteps()
    {
        Fixture f;
        f.info.profiles = 0;
        f.info.events = 0;
        f.engine.publish({Topic::Workspace, 0, {}});
        QTRY_VERIFY((f.settle(), f.shows(QStringLiteral("How would you like to begin?"))));
        for (QPushButton* each : f.frame->findChildren<QPushButton*>()) {
            if (each->isVisible() && each->text() == QStringLiteral("Open the demo shop")) {
                each->click();
            }
        }
        QCOMPARE(f.door.asked, QStringList{QStringLiteral("demo")});
    }
};

SHOPBELL_TEST(TestFrame)
#include "test_frame.moc"
