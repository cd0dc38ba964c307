// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest_fixture.h"

#include "profiles/lists.h"
#include "profiles/profile_reading.h"
#include "support/registry.h"

using namespace shopbell;
using namespace shopbell::test;

namespace {

ImportReport import(IngestFixture& f, const ImportSettings& settings)
{
    auto job = openProfileImport(settings);
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

}  // namespace

class TestProfileImport : public QObject {
    Q_OBJECT
private slots:
    void goodRowsAreKeptBadOnesToldAndAgainUpdatesRatherThanDoubles()
    {
        IngestFixture f;
        const std::string header = "E-Mail;Vorname;Nachname;Telefon;PLZ;Newsletter;Kunde seit;Schuhgröße\n";
        const auto file =
            f.write("kunden.csv", header + "ana@example.com;Ana;Pereira;0664 1234560;01010;ja;24.12.2020;38\n"
                                           "not an address;Ben;;;;;;\n"
                                           "cleo@example.com;Cleo;;99;;nein;bald;39,5\n"
                                           ";Dora;;;;;;\n");
        const auto first = import(f, f.settingsFor(file));
        QCOMPARE(first.rowsRead, std::int64_t(4));
        QCOMPARE(first.profilesCreated, std::int64_t(2));
        QCOMPARE(first.badRows, std::int64_t(2));
        std::map<std::int64_t, int> lines;
        for (const auto& problem : first.problems) {
            lines[problem.line] += problem.kept ? 1 : 100;
            QVERIFY(!problem.reason.empty());
        }
        QCOMPARE(lines, (std::map<std::int64_t, int>{{3, 100}, {4, 2}, {5, 100}}));  // 4: phone and date left out

        const auto ana = **findProfileByText(*f.connection, "ana@example.com", "AT");
        const auto profile = *loadProfile(*f.connection, ana);
        QCOMPARE(profile.phone, std::string("+436641234560"));
        QCOMPARE(profile.properties, (Properties{{"Schuhgröße", 38.0},
                                                 {"first_name", std::string("Ana")},
                                                 {"last_name", std::string("Pereira")},
                                                 {"postcode", std::string("01010")}}));
        QCOMPARE(profile.createdAt.toIso(), std::string("2020-12-23T23:00:00.000Z"));
        const auto consents = *loadConsents(*f.connection, ana);
        QCOMPARE(consents.at(0).state, ConsentState::Subscribed);
        QCOMPARE(consents.at(0).method, std::string("import"));
        QCOMPARE(consents.at(0).place, std::string("kunden.csv"));

        f.clock.advance(std::chrono::hours(1));
        const auto second = import(f, f.settingsFor(file));
        QCOMPARE(second.profilesCreated + second.profilesUpdated, std::int64_t(0));
        QCOMPARE(second.profilesUnchanged, std::int64_t(2));
        const auto changed =
            f.write("kunden.csv", header + "ANA@example.com;Ana Maria;Pereira;0664 1234560;01010;;;\n");
        f.clock.advance(std::chrono::hours(1));
        const auto third = import(f, f.settingsFor(changed));
        QCOMPARE(third.profilesUpdated, std::int64_t(1));
        QCOMPARE(f.count("SELECT count(*) FROM profile"), std::int64_t(2));
        QCOMPARE(f.countEvents().at("Changed Profile"), std::int64_t(1));
    }

    void anUndatedYesDoesNotUndoANo()
    {
        IngestFixture f;
        const auto file = f.write("a.csv", "email,newsletter\nana@example.com,yes\n");
        import(f, f.settingsFor(file));
        const auto ana = **findProfileByText(*f.connection, "ana@example.com", "AT");
        f.clock.advance(std::chrono::hours(1));
        QVERIFY(f.ingestor->together([&]() -> Result<void> {
            auto done = f.ingestor->profiles().setConsent(
                ana, {Channel::Email, ConsentState::Unsubscribed, f.clock.now(), "link", "", ""});
            return done ? Result<void>() : Result<void>(fail(done.error()));
        }));
        f.clock.advance(std::chrono::hours(1));
        import(f, f.settingsFor(file));
        QCOMPARE(loadConsents(*f.connection, ana)->at(0).state, ConsentState::Unsubscribed);
        // One that says when, later than the "no", counts.
        const auto dated = f.write("b.csv", "email,newsletter,consent at\nana@example.com,yes,2030-01-01T00:00:00Z\n");
        import(f, f.settingsFor(dated));
        QCOMPARE(loadConsents(*f.connection, ana)->at(0).state, ConsentState::Subscribed);
    }

    void jsonLinesAndAListToJoin()
    {
        IngestFixture f;
        Result<ListId> list = fail(ErrorKind::NotFound, "");
        QVERIFY(f.ingestor->together([&]() -> Result<void> {
            list = Lists(*f.connection, f.ingestor->changes(), f.clock).create("VIP");
            return {};
        }));
        auto settings = f.settingsFor(f.write(
            "people.ndjson",
            "{\"email\":\"ana@example.com\",\"external_id\":7,\"created_at\":\"2020-01-01T00:00:00Z\",\"properties\":{"
            "\"city\":\"Graz\","
            "\"tags\":[\"a\",\"b\"],\"since\":{\"$date\":\"2020-01-01\"}},\"consents\":[{\"channel\":\"email\","
            "\"state\":"
            "\"subscribed\",\"at\":\"2021-01-01T00:00:00Z\",\"method\":\"form\"}]}\n\n{broken\n[1]\n{\"email\":5.5}\n"
            "{\"phone\":\"+43 664 1234560\",\"properties\":{\"nested\":{\"a\":1}}}\n{\"phone\":\"+43 664 "
            "1234560\"}\n"));
        settings.joinList = *list;
        const auto report = import(f, settings);
        QCOMPARE(report.profilesCreated, std::int64_t(2));
        QCOMPARE(report.badRows, std::int64_t(4));
        std::vector<std::int64_t> lines;
        for (const auto& problem : report.problems) {
            lines.push_back(problem.line);
        }
        QCOMPARE(lines, (std::vector<std::int64_t>{3, 4, 5, 6}));
        QCOMPARE(listMembers(*f.connection, *list)->size(), std::size_t(2));
        QCOMPARE(f.countEvents().at("Joined List"), std::int64_t(2));
        const auto ana = **findProfileByText(*f.connection, "7", "AT");
        QCOMPARE(std::get<std::vector<std::string>>(loadProfile(*f.connection, ana)->properties.at("tags")).size(),
                 std::size_t(2));
        QCOMPARE(loadConsents(*f.connection, ana)->at(0).method, std::string("form"));
    }

    void problemsAreListedUpToABoundAndCountedBeyond()
    {
        IngestFixture f;
        std::string text = "email\n";
        for (int i = 0; i < 1500; ++i) {
            text += "no address\n";
        }
        const auto report = import(f, f.settingsFor(f.write("bad.csv", text)));
        QCOMPARE(report.badRows, std::int64_t(1500));
        QCOMPARE(report.problems.size(), maxListedProblems);
        QCOMPARE(report.problemsBeyond, std::int64_t(500));
        QCOMPARE(report.problems.back().line, std::int64_t(1001));
    }

    void aFileThatSaysNobodyIsRefusedWithWhatToDo()
    {
        IngestFixture f;
        const auto job = openProfileImport(f.settingsFor(f.write("x.csv", "city,zip\nGraz,8010\n")));
        QVERIFY(!job);
        QVERIFY(job.error().what.find("COLUMN=email") != std::string::npos);
        auto settings = f.settingsFor(f.write("y.csv", "city,who\nGraz,ana@example.com\n"));
        settings.mapOverrides = {"who=email", "city="};
        QCOMPARE(import(f, settings).profilesCreated, std::int64_t(1));
        QVERIFY(loadProfile(*f.connection, ProfileId{1})->properties.empty());
    }
};

SHOPBELL_TEST(TestProfileImport)
#include "test_profile_import.moc"
