// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/segments.h"
#include "api/workspace.h"
#include "support/fake_clock.h"
#include "support/registry.h"
#include "ui/bridge/engine_bridge.h"
#include "ui/bridge/progress_list.h"
#include "ui/fake_engine.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace shopbell;
using namespace shopbell::ui;

class TestEngineBridge : public QObject {
    Q_OBJECT

private:
    /// Engine, clock and a bridge whose first question for the workspace has been answered.
    struct Fixture {
        test::FakeEngine engine;
        test::FakeClock clock;
        std::unique_ptr<EngineBridge> bridge;

        Fixture()
        {
            engine.on<LoadWorkspaceInfo>([this](const LoadWorkspaceInfo&) { return info; });
            engine.on<CountSegment>([](const CountSegment& asked) -> Result<SegmentCount> {
                return SegmentCount{static_cast<std::int64_t>(asked.what.json.size()), 10, 0};
            });
            engine.on<UnlockSending>([](const UnlockSending&) { return Done{}; });
            bridge = std::make_unique<EngineBridge>(engine, clock);
            settle();
        }
        void settle()
        {
            engine.join();
            QCoreApplication::processEvents();
        }
        WorkspaceInfo info;
    };

private slots:
    void answerComesOnTheWindowsThread()
    {
        Fixture f;
        QThread* thread = nullptr;
        std::int64_t members = 0;
        QObject context;
        f.bridge->ask(&context, CountSegment{{"abc"}, {}}, [&](Result<SegmentCount> count) {
            thread = QThread::currentThread();
            members = count->members;
        });
        QVERIFY2(thread == nullptr, "an answer never comes before ask() has returned");
        f.settle();
        QCOMPARE(thread, QThread::currentThread());
        QCOMPARE(members, 3);
    }

    void contextThatGoesTakesItsQuestionAlong()
    {
        Fixture f;
        f.engine.hold<CountSegment>();
        bool called = false;
        auto context = std::make_unique<QObject>();
        f.bridge->ask(context.get(), CountSegment{{"a"}, {}}, [&](Result<SegmentCount>) { called = true; });
        QCOMPARE(f.engine.cancelledWaiting(), 0);
        context.reset();
        QCOMPARE(f.engine.cancelledWaiting(), 1);
        f.engine.release();
        f.settle();
        QVERIFY(!called);
    }

    void contextThatGoesWhileTheAnswerIsUnderWayHearsNothing()
    {
        Fixture f;
        bool called = false;
        auto context = std::make_unique<QObject>();
        f.bridge->ask(context.get(), CountSegment{{"a"}, {}}, [&](Result<SegmentCount>) { called = true; });
        f.engine.join();  // posted, not delivered
        context.reset();
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

    void newerQuestionOfAnAskerCancelsTheOlder()
    {
        Fixture f;
        f.engine.hold<CountSegment>();
        std::vector<std::int64_t> answers;
        Asker asker;
        const auto keep = [&](Result<SegmentCount> count) { answers.push_back(count->members); };
        asker.ask(*f.bridge, CountSegment{{"a"}, {}}, keep);
        asker.ask(*f.bridge, CountSegment{{"ab"}, {}}, keep);
        asker.ask(*f.bridge, CountSegment{{"abc"}, {}}, keep);
        QCOMPARE(f.engine.cancelledWaiting(), 2);
        QVERIFY(asker.isWaiting());
        f.engine.release();
        f.settle();
        QCOMPARE(answers, (std::vector<std::int64_t>{3}));
        QVERIFY(!asker.isWaiting());
    }

    void askerThatGoesHearsNothing()
    {
        Fixture f;
        f.engine.hold<CountSegment>();
        bool called = false;
        {
            Asker asker;
            asker.ask(*f.bridge, CountSegment{{"a"}, {}}, [&](Result<SegmentCount>) { called = true; });
        }
        QCOMPARE(f.engine.cancelledWaiting(), 1);
        f.engine.release();
        f.settle();
        QVERIFY(!called);
    }

    void handlerMayEndItsAsker()
    {
        Fixture f;
        auto asker = std::make_unique<Asker>();
        asker->ask(*f.bridge, CountSegment{{"a"}, {}}, [&](Result<SegmentCount>) { asker.reset(); });
        f.settle();
        QVERIFY(!asker);
    }

    void bridgeMayGoBeforeItsAnswers()
    {
        Fixture f;
        f.engine.hold<CountSegment>();
        bool called = false;
        Asker asker;
        QObject context;
        asker.ask(*f.bridge, CountSegment{{"a"}, {}}, [&](Result<SegmentCount>) { called = true; });
        f.bridge->ask(&context, CountSegment{{"b"}, {}}, [&](Result<SegmentCount>) { called = true; });
        f.bridge.reset();
        QCOMPARE(f.engine.cancelledWaiting(), 2);
        f.engine.release();
        QCoreApplication::processEvents();
        QVERIFY(!called);
        QVERIFY(!asker.isWaiting());
    }

    void commandGoesOnWithoutItsContextButItsHandlerDoesNotRun()
    {
        Fixture f;
        f.engine.hold<UnlockSending>();
        bool called = false;
        auto context = std::make_unique<QObject>();
        const Ticket ticket = f.bridge->submit(context.get(), UnlockSending{}, [&](Result<Done>) { called = true; });
        context.reset();
        QCOMPARE(f.engine.cancelled().size(), std::size_t(0));
        f.engine.release();
        f.settle();
        QVERIFY(!called);
        f.bridge->cancel(ticket);
        QCOMPARE(f.engine.cancelled(), (std::vector<Ticket>{ticket}));
    }

    void burstOfNoticesComesAsOne()
    {
        Fixture f;
        QSignalSpy changed(f.bridge.get(), &EngineBridge::changed);
        for (int count = 0; count < 1000; ++count) {
            f.engine.publish({Topic::Segments, 7, {}});
        }
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(changed.at(0).at(1).toLongLong(), 7);
    }

    void noticesOfSeveralThingsNameNone()
    {
        Fixture f;
        QSignalSpy changed(f.bridge.get(), &EngineBridge::changed);
        f.engine.publish({Topic::Campaigns, 1, {}});
        f.engine.publish({Topic::Campaigns, 2, {}});
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(changed.at(0).at(1).toLongLong(), 0);
    }

    void lastProgressIsNeverLost()
    {
        Fixture f;
        QSignalSpy progressed(f.bridge.get(), &EngineBridge::progressed);
        Progress progress{.ticket = 3, .kind = Progress::Kind::Import, .words = "Reading", .done = 0, .total = 500};
        for (; progress.done < 500; ++progress.done) {
            f.engine.publish({Topic::Progress, 0, progress});
        }
        QTRY_COMPARE(f.bridge->progress().rowCount(), 1);
        QVERIFY(progressed.count() < 10);
        QCOMPARE(f.bridge->progress().jobs().front().done, 499);
        progress.finished = true;
        f.engine.publish({Topic::Progress, 0, progress});
        QTRY_COMPARE(f.bridge->progress().rowCount(), 0);
    }

    void infoFollowsTheWorkspace()
    {
        Fixture f;
        QCOMPARE(f.bridge->info().shopName, std::string());
        f.info.shopName = "Fernhill";
        f.info.currency = "EUR";
        QSignalSpy changed(f.bridge.get(), &EngineBridge::infoChanged);
        f.engine.publish({Topic::Workspace, 0, {}});
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(f.bridge->info().shopName, std::string("Fernhill"));
        QCOMPARE(f.bridge->formats().currency(), QStringLiteral("EUR"));
    }

    void infoIsNotAskedAgainWhileItIsWaitedFor()
    {
        Fixture f;
        f.engine.hold<LoadWorkspaceInfo>();
        const int before = f.engine.asked<LoadWorkspaceInfo>();
        QSignalSpy changed(f.bridge.get(), &EngineBridge::changed);
        f.engine.publish({Topic::Profiles, 0, {}});
        QTRY_COMPARE(changed.count(), 1);
        f.engine.publish({Topic::Profiles, 0, {}});
        QTRY_COMPARE(changed.count(), 2);
        QCOMPARE(f.engine.asked<LoadWorkspaceInfo>(), before + 1);
        f.engine.hold<LoadWorkspaceInfo>(false);
        f.engine.release();
        f.settle();
        f.settle();
        // Once more, for what changed meanwhile.
        QCOMPARE(f.engine.asked<LoadWorkspaceInfo>(), before + 2);
        QVERIFY(f.bridge->isIdle());
    }
};

SHOPBELL_TEST(TestEngineBridge)
#include "test_engine_bridge.moc"
