// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest_fixture.h"

#include "profiles/profile_reading.h"
#include "support/registry.h"

using namespace shopbell;
using namespace shopbell::test;

namespace {

ImportReport import(IngestFixture& f, const ImportSettings& settings)
{
    auto job = openEventImport(settings);
    if (!job) {
        qWarning("%s", describe(job.error()).c_str());
        return {};
    }
    auto report = runImport(**job, *f.ingestor);
    if (!report) {
        qWarning("%s", describe(report.error()).c_str());
        return {};
    }
    return *report;
}

std::vector<Event> eventsOf(IngestFixture& f)
{
    std::vector<EventRow> rows;
    (void)f.connection->each("SELECT row FROM event ORDER BY row",
                             [&](db::Statement& row) { rows.push_back(row.id<EventRow>(0)); });
    return f.log->view()->loadEvents(rows).value();
}

}  // namespace

class TestEventImport : public QObject {
    Q_OBJECT
private slots:
    void csvAndJsonSayTheSame()
    {
        IngestFixture a;
        const auto first =
            import(a, a.settingsFor(a.write(
                          "e.csv", "profile,metric,time,value,unique_id,colour,size,note\n"
                                   "ana@example.com,Viewed Product,2025-01-02T03:04:05Z,,v1,red,38,\"a \"\"b\"\"\"\n"
                                   "A-7,Signed Up,1735787045,12.50,s1,,,\n"
                                   "weird@id,Signed Up,1735787045123,,,,,\n")));
        QCOMPARE(first.eventsStored, std::int64_t(3));
        QCOMPARE(first.profilesCreated, std::int64_t(3));
        IngestFixture b;
        const auto second = import(
            b, b.settingsFor(b.write(
                   "e.ndjson",
                   "{\"profile\":{\"email\":\"Ana@Example.com\"},\"metric\":\"Viewed "
                   "Product\",\"time\":\"2025-01-02T03:04:05Z\","
                   "\"unique_id\":\"v1\",\"properties\":{\"colour\":\"red\", \"size\" : 38,\"note\":\"a \\\"b\\\"\"}}\n"
                   "{\"profile\":{\"external_id\":\"A-7\"},\"metric\":\"Signed "
                   "Up\",\"time\":1735787045,\"value\":12.5,\"unique_id\":\"s1\"}\n"
                   "{\"profile\":\"weird@id\",\"metric\":\"Signed Up\",\"time\":1735787045123,\"properties\":{}}\n")));
        QCOMPARE(second.eventsStored, std::int64_t(3));
        const auto fromCsv = eventsOf(a);
        const auto fromJson = eventsOf(b);
        QCOMPARE(fromCsv.size(), fromJson.size());
        for (std::size_t i = 0; i < fromCsv.size(); ++i) {
            QCOMPARE(fromCsv[i].profile, fromJson[i].profile);
            QCOMPARE(fromCsv[i].at, fromJson[i].at);
            QCOMPARE(fromCsv[i].value, fromJson[i].value);
            QCOMPARE(fromCsv[i].uniqueId, fromJson[i].uniqueId);
            QCOMPARE(fromCsv[i].properties, fromJson[i].properties);
            QVERIFY(fromCsv[i].backfill);
        }
        QCOMPARE(fromCsv[0].properties, std::string("{\"colour\":\"red\",\"size\":38,\"note\":\"a \\\"b\\\"\"}"));
        QCOMPARE(*findProfile(*a.connection, {IdentifierKind::External, {}, "weird@id"}), std::optional(ProfileId{3}));
    }

    void badLinesAreToldAndGoodOnesStoredOnce()
    {
        IngestFixture f;
        const auto file = f.write(
            "e.ndjson",
            "{\"profile\":{\"email\":\"ana@example.com\"},\"metric\":\"A\",\"time\":\"2025-01-02\"}\n"
            "not json\n"
            "{\"metric\":\"A\",\"time\":1}\n"
            "{\"profile\":{\"email\":\"ana@example.com\"},\"time\":1}\n"
            "{\"profile\":{\"email\":\"ana@example.com\"},\"metric\":\"A\"}\n"
            "{\"profile\":{\"email\":\"ana@example.com\"},\"metric\":\"A\",\"time\":1,\"value\":\"x\"}\n"
            "{\"profile\":{\"email\":\"ana@example.com\"},\"metric\":\"A\",\"time\":1,\"properties\":[1]}\n"
            "{\"profile\":{\"email\":\"nonsense\"},\"metric\":\"A\",\"time\":1}\n"
            "{\"profile\":{\"email\":\"ana@example.com\"},\"metric\":\"" +
                std::string(200, 'm') +
                "\",\"time\":1}\n"
                "{\"profile\":{\"email\":\"ana@example.com\"},\"metric\":\"A\",\"time\":\"2025-01-02\",\"value\":3}\n");
        const auto report = import(f, f.settingsFor(file));
        QCOMPARE(report.rowsRead, std::int64_t(10));
        QCOMPARE(report.eventsStored, std::int64_t(1));
        QCOMPARE(report.eventsDuplicate, std::int64_t(1));  // the last one: the same instant, no unique id
        QCOMPARE(report.badRows, std::int64_t(8));
        std::set<std::int64_t> lines;
        for (const auto& problem : report.problems) {
            lines.insert(problem.line);
            QVERIFY(!problem.reason.empty());
        }
        QCOMPARE(lines, (std::set<std::int64_t>{2, 3, 4, 5, 6, 7, 8, 9}));
    }

    void cellsThatAreWrongNameTheirLine()
    {
        IngestFixture f;
        const auto report =
            import(f, f.settingsFor(f.write("e.csv", "email,metric,time,value\na@example.com,A,tomorrow,1\n"
                                                     "a@example.com,A,2025-01-01,much\n,A,2025-01-01,1\n"
                                                     "a@example.com,,2025-01-01,1\na@example.com,A,,1\n"
                                                     "a@example.com,A,2025-01-01,1\n")));
        QCOMPARE(report.eventsStored, std::int64_t(1));
        QCOMPARE(report.badRows, std::int64_t(5));
        QCOMPARE(report.problems[0].line, std::int64_t(2));
        QVERIFY(report.problems[0].reason.words.find("tomorrow") != std::string::npos);
        QVERIFY(!openEventImport(f.settingsFor(f.write("x.csv", "email,when\na,b\n"))));
    }

    void randomlyDamagedFilesEndInAReportOrAnError()
    {
        for (int round = 0; round < 300; ++round) {
            Random random(static_cast<std::uint64_t>(round));
            static IngestFixture f;
            std::string text = round % 2 == 0 ? "profile,metric,time,value,unique_id,p\nana@example.com,A,2025-01-01,1,"
                                                "u1,x\nb,B,1735787045,2,u2,y\n"
                                              : "{\"profile\":{\"email\":\"ana@example.com\"},\"metric\":\"A\","
                                                "\"time\":1,\"value\":1,\"properties\":{\"a\":[1,{\"b\":2}]}}\n"
                                                "{\"profile\":{\"external_id\":\"b\"},\"metric\":\"B\",\"time\":\"2025-"
                                                "01-01\",\"unique_id\":\"u\"}\n";
            for (int n = 0; n < 6; ++n) {
                const auto at = static_cast<std::size_t>(random.below(text.size()));
                if (random.chance(0.5)) {
                    text[at] = static_cast<char>(random.below(256));
                } else {
                    text.erase(at, static_cast<std::size_t>(random.below(3)));
                }
            }
            auto job = openEventImport(f.settingsFor(f.write("m", text)));
            if (job) {
                const auto report = runImport(**job, *f.ingestor);
                QVERIFY2(report || report.error().kind != ErrorKind::Io, text.c_str());
            }
        }
    }
};

SHOPBELL_TEST(TestEventImport)
#include "test_event_import.moc"
