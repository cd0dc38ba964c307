// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest_fixture.h"

#include "history/log_rows.h"
#include "model/metric.h"
#include "support/registry.h"

using namespace shopbell;
using namespace shopbell::test;

class TestHistorySink : public QObject {
    Q_OBJECT
private slots:
    void whatWasToldBeforeAMergeStaysOfWhomItWasTold()
    {
        IngestFixture f;
        const auto update = [&](const char* email, const char* account, const char* color) {
            ProfileUpdate one;
            one.email = email;
            one.externalId = account;
            one.at = f.clock.now();
            one.properties["color"] = std::string(color);
            return one;
        };
        ProfileId older;
        ProfileId newer;
        QVERIFY(f.ingestor->together([&]() -> Result<void> {
            older = f.ingestor->profiles().apply(update("ana@example.com", "", "red"))->profile;
            f.clock.advance(Duration{1000});
            newer = f.ingestor->profiles().apply(update("", "7", "blue"))->profile;
            return {};
        }));
        f.clock.advance(Duration{1000});
        // In one transaction: a change of the newer one, the merge, and a change of both as one.
        QVERIFY(f.ingestor->together([&]() -> Result<void> {
            (void)f.ingestor->profiles().apply(update("", "7", "green"));
            const auto merged = f.ingestor->profiles().apply(update("ana@example.com", "7", "black"));
            return merged && merged->mergedFrom == std::vector{newer} ? Result<void>()
                                                                      : fail(ErrorKind::Corrupt, "not merged");
        }));

        const auto view = f.log->view();
        std::vector<EventRow> rows;
        std::vector<std::string> names;
        QVERIFY(logRows::forEachKey(*f.connection, 0, view->through().value, [&](const LogRow& row) {
            rows.push_back({row.row});
            names.push_back(view->metricName({row.metric}));
            return true;
        }));
        const std::string changed(metrics::changedProfile);
        QCOMPARE(names, (std::vector<std::string>{changed, std::string(metrics::mergedProfile), changed, changed}));
        const auto owners = view->toldOf(rows);
        QVERIFY(owners);
        QCOMPARE(*owners, (std::vector<ProfileId>{newer, older, older, older}));
        QCOMPARE(view->loadEvents(rows)->front().profile, older);
    }
};

SHOPBELL_TEST(TestHistorySink)
#include "test_history_sink.moc"
