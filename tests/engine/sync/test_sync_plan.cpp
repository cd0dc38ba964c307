// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "sync/sync_plan.h"

#include <QTest>

namespace shopbell::test {

class TestSyncPlan : public QObject {
    Q_OBJECT

private slots:
    void streamsComeInTheirOrderRetriesFirst();
    void fetchingRunsAheadAndIsTakenBack();
    void aClosedStreamIsPassedOver();
    void theLookGoesThroughOpenStreamsAndEnds();
    void holdStopsUntilResume();
    void whatWasThrownAwayComesAgain();
};

void TestSyncPlan::streamsComeInTheirOrderRetriesFirst()
{
    SyncPlan plan;
    plan.addStream(StoreStream::Products, "p", {});
    plan.addStream(StoreStream::Orders, "o", {"7"});
    auto task = plan.next();
    QCOMPARE(task.kind, SyncTask::Kind::Page);
    QCOMPARE(task.cursor, std::string("p"));
    plan.brought(task, "p2", true);
    task = plan.next();
    QCOMPARE(task.kind, SyncTask::Kind::Retry);
    QCOMPARE(task.ids, std::vector<std::string>{"7"});
    plan.brought(task);
    task = plan.next();
    QCOMPARE(task.kind, SyncTask::Kind::Page);
    QCOMPARE(task.stream, StoreStream::Orders);
    plan.brought(task, "o2", false);
    QCOMPARE(plan.next().cursor, std::string("o2"));
    plan.brought(plan.next(), "o3", true);
    QCOMPARE(plan.next().kind, SyncTask::Kind::Finish);
}

void TestSyncPlan::fetchingRunsAheadAndIsTakenBack()
{
    SyncPlan plan;
    plan.addStream(StoreStream::Orders, "a", {});
    const auto first = plan.next();
    plan.brought(first, "b", false);
    const auto second = plan.next();
    plan.brought(second, "c", false);
    plan.confirm(first, "b", false);
    plan.takeBack();
    QVERIFY(!plan.isCurrent(second));
    QCOMPARE(plan.next().cursor, std::string("b"));
    // What was under way when it was taken back does not move it.
    plan.brought(second, "c", false);
    QCOMPARE(plan.next().cursor, std::string("b"));
}

void TestSyncPlan::aClosedStreamIsPassedOver()
{
    SyncPlan plan;
    plan.addStream(StoreStream::Customers, "", {});
    plan.addStream(StoreStream::Orders, "", {});
    QVERIFY(!plan.isEveryStreamClosed());
    plan.close(StoreStream::Customers);
    QCOMPARE(plan.next().stream, StoreStream::Orders);
    plan.close(StoreStream::Orders);
    QVERIFY(plan.isEveryStreamClosed());
    QCOMPARE(plan.next().kind, SyncTask::Kind::Finish);
}

void TestSyncPlan::theLookGoesThroughOpenStreamsAndEnds()
{
    SyncPlan plan;
    for (const auto stream :
         {StoreStream::Categories, StoreStream::Products, StoreStream::Orders, StoreStream::Coupons}) {
        plan.addStream(stream, "", {});
        plan.brought(plan.next(), "", true);
        SyncTask done;
        done.kind = SyncTask::Kind::Page;
        done.stream = stream;
        plan.confirm(done, "", true);
    }
    plan.close(StoreStream::Products);
    plan.lookForMissing({});
    QCOMPARE(plan.next().kind, SyncTask::Kind::LookUp);
    auto at = plan.missing();
    QCOMPARE(at.stream, StoreStream::Orders);
    plan.putLookUps(at, {{"1", "2"}, {"3"}});
    const auto batch = plan.next();
    QCOMPARE(batch.kind, SyncTask::Kind::Missing);
    QCOMPARE(batch.ids, (std::vector<std::string>{"1", "2"}));
    plan.brought(batch);
    plan.confirm(batch);
    QCOMPARE(plan.missing().after, std::string("2"));
    plan.brought(plan.next());
    QCOMPARE(plan.next().kind, SyncTask::Kind::LookUp);
    at = plan.afterStream(plan.missing());
    QCOMPARE(at.stream, StoreStream::Coupons);
    QVERIFY(at.underWay && at.after.empty());
    at = plan.afterStream(at);
    QCOMPARE(at.stream, StoreStream::Categories);
    at = plan.afterStream(at);
    QVERIFY(!at.underWay);
    plan.putLookUps(at, {});
    QCOMPARE(plan.next().kind, SyncTask::Kind::Finish);
}

void TestSyncPlan::holdStopsUntilResume()
{
    SyncPlan plan;
    plan.addStream(StoreStream::Orders, "a", {});
    plan.hold();
    QCOMPARE(plan.next().kind, SyncTask::Kind::Hold);
    plan.resume();
    QCOMPARE(plan.next().kind, SyncTask::Kind::Page);
    plan.hold();
    plan.takeBack();
    QCOMPARE(plan.next().kind, SyncTask::Kind::Page);
}

void TestSyncPlan::whatWasThrownAwayComesAgain()
{
    SyncPlan plan;
    plan.addStream(StoreStream::Orders, "a", {});
    const auto first = plan.next();
    plan.brought(first, "b", false);
    const auto second = plan.next();
    plan.brought(second, "c", false);
    QVERIFY(plan.mayApply(first));
    plan.confirm(first, "b", false);
    // The second is lost; the third shows it.
    const auto third = plan.next();
    plan.brought(third, "d", false);
    QVERIFY(!plan.mayApply(third));
    QCOMPARE(plan.next().cursor, std::string("b"));
    // So is a failure that nobody applied: the hold after it shows that.
    plan.hold();
    const auto held = plan.next();
    QCOMPARE(held.kind, SyncTask::Kind::Hold);
    QVERIFY(!plan.mayApply(held));
    QCOMPARE(plan.next().kind, SyncTask::Kind::Page);
    // One that stands before a failure which is still to be applied shows nothing.
    plan.hold();
    const auto early = plan.next();
    plan.resume();
    plan.hold();
    QVERIFY(!plan.mayApply(early));
    QCOMPARE(plan.next().kind, SyncTask::Kind::Hold);
}

}  // namespace shopbell::test

using shopbell::test::TestSyncPlan;
SHOPBELL_TEST(TestSyncPlan)
#include "test_sync_plan.moc"
