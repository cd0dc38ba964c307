// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest_fixture.h"

#include "support/registry.h"
#include "support/seeded_random.h"

#include <algorithm>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace shopbell;
using namespace shopbell::test;

class TestKilledImport : public QObject {
    Q_OBJECT
private slots:
    /// A child imports and is killed at a random moment; whatever it got done, running the same import again ends with
    /// each event and each person there exactly once.
    void runningItAgainNeitherDoublesNorLoses()
    {
        constexpr int events = 6000;
        SeededRandom random(77);
        int killedInTheMiddle = 0;
        std::uint64_t longestUs = 60'000;
        for (int round = 0; round < 40; ++round) {
            TempDir folder;
            FakeClock clock;
            const auto file = folder / "events.csv";
            {
                std::ofstream out(file);
                out << "profile,metric,time,value,unique_id,note\n";
                for (int i = 0; i < events; ++i) {
                    out << "p" << i % 700 << "@example.com,Metric " << i % 3 << "," << 1'700'000'000 + i << ",1.5,"
                        << (i % 2 == 0 ? "u" + std::to_string(i) : "") << ",note " << i << "\n";
                }
            }
            auto workspace = db::Workspace::create(folder / "shop.shopbell", {"Shop", "UTC", "EUR", "AT"}, clock);
            QVERIFY(workspace);
            ImportSettings settings;
            settings.file = file;
            settings.batchRows = 150;
            settings.now = clock.now();
            settings.connectedAt = clock.now();

            const auto import = [&]() -> std::optional<ImportReport> {
                auto connection = workspace->connect(db::OpenMode::ReadWrite);
                if (!connection) {
                    return std::nullopt;
                }
                auto log = EventLog::open(*workspace, *connection);
                if (!log) {
                    return std::nullopt;
                }
                Ingestor ingestor(*connection, **log, clock, "AT");
                auto job = openEventImport(settings);
                auto report = job ? runImport(**job, ingestor) : Result<ImportReport>(fail(job.error()));
                return report ? std::optional(*report) : std::nullopt;
            };
            const pid_t child = ::fork();
            QVERIFY(child >= 0);
            if (child == 0) {
                ::_exit(import() ? 0 : 1);
            }
            ::usleep(static_cast<useconds_t>(random->below(longestUs)));
            ::kill(child, SIGKILL);
            int status = 0;
            ::waitpid(child, &status, 0);
            {
                auto connection = workspace->connect(db::OpenMode::ReadOnly);
                const auto half = connection->findInteger("SELECT count(*) FROM event")->value_or(0);
                QCOMPARE(half % 150, std::int64_t(0));  // whole transactions only
                killedInTheMiddle += half > 0 && half < events ? 1 : 0;
                // As quick as the machine is, more and more of the kills fall into the middle.
                longestUs = half == 0        ? std::min<std::uint64_t>(longestUs * 3 / 2, 5'000'000)
                            : half == events ? std::max<std::uint64_t>(longestUs * 2 / 3, 1'000)
                                             : longestUs;
            }
            const auto report = import();
            QVERIFY(report);
            QCOMPARE(report->eventsStored + report->eventsDuplicate, std::int64_t(events));
            auto connection = workspace->connect(db::OpenMode::ReadOnly);
            QCOMPARE(connection->findInteger("SELECT count(*) FROM event")->value_or(0), std::int64_t(events));
            QCOMPARE(connection->findInteger("SELECT count(DISTINCT at) FROM event")->value_or(0),
                     std::int64_t(events));
            QCOMPARE(connection->findInteger("SELECT count(*) FROM profile")->value_or(0), std::int64_t(700));
            QCOMPARE(connection->findInteger("SELECT count(*) FROM identifier")->value_or(0), std::int64_t(700));
        }
        qInfo("%d of 40 were killed with some of it stored and some not", killedInTheMiddle);
        QVERIFY(killedInTheMiddle > 0);
    }
};

SHOPBELL_TEST(TestKilledImport)
#include "test_killed_import.moc"
