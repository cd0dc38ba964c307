// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/recent_workspaces.h"
#include "support/registry.h"
#include "workspace_folder.h"

#include <QTest>

using namespace shopbell;
using namespace shopbell::db;
using shopbell::test::WorkspaceFolder;

class TestRecentWorkspaces : public QObject {
    Q_OBJECT

private slots:
    void theLastOpenedStandsFirstAndOnce()
    {
        const WorkspaceFolder folder;
        const RecentWorkspaces recent(folder.path("settings/recent.json"));
        QVERIFY(recent.list().empty());
        folder.make("a.shopbell");
        QVERIFY(recent.add(folder.path("a.shopbell"), "Äpfel \"frisch\"", Instant{1000}));
        QVERIFY(recent.add(folder.path("b.shopbell"), "Birnen", Instant{2000}));
        QVERIFY(recent.add(folder.path("./a.shopbell"), "Äpfel", Instant{3000}));
        const auto list = RecentWorkspaces(folder.path("settings/recent.json")).list();
        QCOMPARE(list.size(), std::size_t(2));
        QCOMPARE(list[0].shopName, std::string("Äpfel"));
        QCOMPARE(list[0].openedAt, Instant{3000});
        QVERIFY(!list[0].missing);
        QVERIFY(list[1].missing);
        QVERIFY(recent.remove(folder.path("b.shopbell")));
        QCOMPARE(recent.list().size(), std::size_t(1));
        QVERIFY(std::filesystem::exists(folder.path("a.shopbell")));
    }

    void twelveAreKept()
    {
        const WorkspaceFolder folder;
        const RecentWorkspaces recent(folder.path("recent.json"));
        for (int number = 0; number < 20; ++number) {
            QVERIFY(recent.add(folder.path(std::to_string(number).c_str()), "Shop", Instant{number}));
        }
        const auto list = recent.list();
        QCOMPARE(list.size(), RecentWorkspaces::maxEntries);
        QCOMPARE(list.front().openedAt, Instant{19});
        QCOMPARE(list.back().openedAt, Instant{8});
    }

    void aDamagedListIsAnEmptyOne()
    {
        const WorkspaceFolder folder;
        const RecentWorkspaces recent(folder.path("recent.json"));
        for (const char* text : {"", "{", "{}", "[1, null, {\"file\":7}, {}]", "\xFF\xFE"}) {
            test::writeBytes(folder.path("recent.json"), text);
            QVERIFY(recent.list().empty());
        }
        QVERIFY(recent.add(folder.path("a.shopbell"), "Shop", Instant{1}));
        QCOMPARE(recent.list().size(), std::size_t(1));
    }
};

SHOPBELL_TEST(TestRecentWorkspaces)
#include "test_recent_workspaces.moc"
