// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/campaigns.h"
#include "runtime/local_workspaces.h"
#include "runtime/memory_secrets.h"
#include "support/registry.h"
#include "support/temp_dir.h"

#include <QTest>

#include <future>
#include <string>

using namespace shopbell;

/// An engine that is closed while commands wait.
class TestClosing : public QObject {
    Q_OBJECT
private slots:
    /// The window saves a draft as it goes; nobody waits for the answer.
    void whatWasSaidBeforeClosingIsDone()
    {
        constexpr int edits = 200;
        const test::TempDir folder;
        const std::string file = (folder.path() / "shop.shopbell").string();
        RuntimeOptions options;
        options.makeSecretStore = [](const auto&) { return std::make_unique<MemorySecrets>(); };
        options.recentFile = folder.path() / "recent.json";
        const auto workspaces = makeLocalWorkspaces(options);
        QVERIFY(workspaces->create({file, "Shop", "Europe/Vienna", "EUR", "AT"}));
        int done = 0;
        {
            auto engine = workspaces->open(file);
            QVERIFY(engine);
            for (int number = 1; number <= edits; ++number) {
                Campaign draft;
                draft.name = "Draft " + std::to_string(number);
                (*engine)->submit(SaveCampaign{draft}, [&](Result<CampaignId> saved) { done += saved ? 1 : 0; });
            }
        }
        QCOMPARE(done, edits);
        auto engine = workspaces->open(file);
        QVERIFY(engine);
        std::promise<std::size_t> count;
        const auto pending = (*engine)->ask(
            ListCampaigns{}, [&](Result<std::vector<CampaignSummary>> all) { count.set_value(all ? all->size() : 0); });
        QCOMPARE(count.get_future().get(), std::size_t(edits));
    }
};

SHOPBELL_TEST(TestClosing)
#include "test_closing.moc"
