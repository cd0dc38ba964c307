// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people_engine.h"
#include "support/fake_clock.h"
#include "support/registry.h"
#include "ui/profiles/people_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace shopbell;
using namespace shopbell::ui;

class TestPeopleModel : public QObject {
    Q_OBJECT
private slots:
    void aMillionPeopleAreAskedForOnlyAroundTheScreen();
    void scrollingAwayCancelsWhatIsNoLongerSeen();
    void aNewSearchKeepsTheOldRowsUntilItsAnswer();
    void askingAgainLeavesTheRowsWhereTheyAre();
    void aGrowingShopAddsRowsAtTheEnd();
    void rowsThatAreNotHereAreCollected();
};

namespace {

struct Shop {
    explicit Shop(std::int64_t count) : people(count), bridge(people.engine, clock), model(bridge)
    {
        settle();
        people.searches.clear();
    }
    void settle()
    {
        for (int quiet = 0; quiet < 5;) {
            QTest::qWait(2);
            quiet = bridge.isIdle() ? quiet + 1 : 0;
        }
    }
    test::PeopleEngine people;
    test::FakeClock clock{test::today};
    EngineBridge bridge;
    PeopleModel model;
};

QString nameAt(const PeopleModel& model, int row)
{
    return model.index(row, PeopleModel::Name).data().toString();
}

QString expected(int row)
{
    return QString::fromStdString(test::madeUpPerson(row).name);
}

}  // namespace

void TestPeopleModel::aMillionPeopleAreAskedForOnlyAroundTheScreen()
{
    Shop shop(1'000'000);
    shop.model.setSearch({});
    shop.settle();
    QCOMPARE(shop.model.rowCount(), 1'000'000);
    shop.people.searches.clear();
    shop.model.setShownRows(500'040, 500'070);
    QCOMPARE(nameAt(shop.model, 500'050), QStringLiteral("…"));
    shop.settle();
    QCOMPARE(nameAt(shop.model, 500'050), expected(500'050));
    QCOMPARE(shop.model.index(500'050, PeopleModel::Email).data().toString(),
             QStringLiteral("person500050@example.com"));
    QVERIFY(shop.people.searches.size() <= 3);
    for (const SearchProfiles& asked : shop.people.searches) {
        QVERIFY(asked.limit <= 200);
        QVERIFY(std::abs(asked.offset - 500'000) <= 200);
    }
    // From end to end, in leaps: what is kept stays bounded, and the last place is right.
    for (int row = 0; row < 1'000'000; row += 12'347) {
        shop.model.setShownRows(row, row + 20);
        shop.settle();
    }
    shop.model.setShownRows(999'980, 999'999);
    shop.settle();
    QCOMPARE(nameAt(shop.model, 999'999), expected(999'999));
    QVERIFY(shop.model.entryAt(500'050) == nullptr);
}

void TestPeopleModel::scrollingAwayCancelsWhatIsNoLongerSeen()
{
    Shop shop(1'000'000);
    shop.model.setSearch({});
    shop.settle();
    shop.people.engine.hold<SearchProfiles>();
    shop.model.setShownRows(200'000, 200'020);
    QTRY_VERIFY(shop.people.engine.asked<SearchProfiles>() > 1);
    QCOMPARE(shop.people.engine.cancelledWaiting(), 0);
    const int asked = shop.people.engine.asked<SearchProfiles>();
    shop.model.setShownRows(800'000, 800'020);
    QTRY_VERIFY(shop.people.engine.asked<SearchProfiles>() > asked);
    QCOMPARE(shop.people.engine.cancelledWaiting(), asked - 1);
    shop.people.engine.release();
    shop.settle();
    QCOMPARE(nameAt(shop.model, 800'010), expected(800'010));
    QVERIFY(shop.model.entryAt(200'010) == nullptr);
}

void TestPeopleModel::aNewSearchKeepsTheOldRowsUntilItsAnswer()
{
    Shop shop(500);
    shop.model.setSearch({});
    shop.settle();
    shop.people.engine.hold<SearchProfiles>();
    PeopleModel::Search search;
    search.words = QStringLiteral("a");
    shop.model.setSearch(search);
    search.words = QStringLiteral("an");
    shop.model.setSearch(search);
    QCOMPARE(shop.model.rowCount(), 500);
    QCOMPARE(nameAt(shop.model, 3), expected(3));
    QCOMPARE(shop.people.engine.cancelledWaiting(), 1);  // the earlier word
    shop.people.engine.release();
    shop.settle();
    QCOMPARE(shop.model.rowCount(), 7);
}

void TestPeopleModel::askingAgainLeavesTheRowsWhereTheyAre()
{
    Shop shop(500);
    shop.model.setSearch({});
    shop.settle();
    shop.model.setShownRows(0, 20);
    shop.settle();
    QSignalSpy reset(&shop.model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&shop.model, &QAbstractItemModel::dataChanged);
    shop.model.refresh();
    QCOMPARE(nameAt(shop.model, 3), expected(3));
    shop.settle();
    QCOMPARE(reset.count(), 0);
    QVERIFY(changed.count() >= 1);
    QCOMPARE(nameAt(shop.model, 3), expected(3));
}

void TestPeopleModel::aGrowingShopAddsRowsAtTheEnd()
{
    Shop shop(500);
    QAbstractItemModelTester tester(&shop.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    shop.model.setSearch({});
    shop.settle();
    shop.people.engine.on<SearchProfiles>([](const SearchProfiles& question) -> Result<ProfilePage> {
        ProfilePage page;
        page.total = 502;
        for (auto row = question.offset; row < std::min<std::int64_t>(question.offset + question.limit, 502); ++row) {
            page.rows.push_back(test::madeUpPerson(row));
        }
        return page;
    });
    QSignalSpy inserted(&shop.model, &QAbstractItemModel::rowsInserted);
    shop.model.refresh();
    shop.settle();
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(shop.model.rowCount(), 502);
}

void TestPeopleModel::rowsThatAreNotHereAreCollected()
{
    Shop shop(5'000);
    shop.model.setSearch({});
    shop.settle();
    std::vector<ProfileEntry> found;
    shop.model.collect(this, 4'000, 4'249, [&](Result<std::vector<ProfileEntry>> people) { found = *people; });
    shop.settle();
    QCOMPARE(found.size(), std::size_t(250));
    QCOMPARE(found.front().id.value, 4'001);
    QCOMPARE(found.back().id.value, 4'250);
}

SHOPBELL_TEST(TestPeopleModel)
#include "test_people_model.moc"
