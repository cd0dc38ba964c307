// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest_fixture.h"

#include "profiles/lists.h"
#include "profiles/profile_export.h"
#include "profiles/profile_reading.h"
#include "support/registry.h"
#include "support/seeded_random.h"

using namespace shopbell;
using namespace shopbell::test;

namespace {

/// Everything an import of an export has to bring back.
std::string describePerson(db::Connection& connection, ProfileId id)
{
    const auto profile = *loadProfile(connection, id);
    std::string text =
        profile.email + '|' + profile.phone + '|' + profile.createdAt.toIso() + '|' + toJson(profile.properties);
    for (const Identifier& one : profile.identifiers) {
        text += '|' + one.value;
    }
    const auto consents = *loadConsents(connection, id);
    for (const Consent& one : consents) {
        text += '|' + std::string(channelName(one.channel)) + std::string(consentStateName(one.state)) + one.at.toIso();
    }
    return text;
}

std::multiset<std::string> describeAll(IngestFixture& f)
{
    std::multiset<std::string> all;
    std::vector<ProfileId> ids;
    (void)forEachProfile(*f.connection, [&](const ProfileRow& row) {
        ids.push_back(row.id);
        return true;
    });
    for (const ProfileId id : ids) {
        all.insert(describePerson(*f.connection, id));
    }
    return all;
}

void fill(IngestFixture& f, Random& random)
{
    const std::vector<std::string> words{"Ana",   "=SUM(A1)", "a,b;c", "say \"hi\"", "two\nlines", "Jürgen",
                                         "-dash", "+plus",    "@at",   "007",        "x"};
    std::vector<ProfileUpdate> people(60);
    for (std::size_t i = 0; i < people.size(); ++i) {
        ProfileUpdate& one = people[i];
        one.email = "p" + std::to_string(i) + "@example.com";
        one.externalId = random.chance(0.4) ? "X" + std::to_string(i) : "";
        one.phone = i < 10 ? "+4366412345" + std::to_string(10 + i) : "";
        one.createdAt = Instant{1'600'000'000'000 + static_cast<std::int64_t>(i) * 1000};
        one.at = f.clock.now();
        one.properties.emplace("first_name", words[random.below(words.size())]);
        if (random.chance(0.5)) {
            one.properties.emplace("shoe size", static_cast<double>(random.between(-90, 90)) / 2);
            one.properties.emplace("note", words[random.below(8)]);
            one.properties.emplace("member", random.chance(0.5));
            one.properties.emplace("since", *parseIso("2024-02-03T04:05:06Z"));
        }
        if (random.chance(0.5)) {
            one.consents.push_back({Channel::Email,
                                    random.chance(0.5) ? ConsentState::Subscribed : ConsentState::Unsubscribed,
                                    *parseIso("2025-01-01T00:00:00Z"), "form", "", ""});
        }
    }
    (void)f.ingestor->apply(people, {}, "test");
}

}  // namespace

class TestProfileExport : public QObject {
    Q_OBJECT
private slots:
    void whatIsExportedIsImportedTheSame_data()
    {
        QTest::addColumn<bool>("json");
        QTest::newRow("CSV") << false;
        QTest::newRow("NDJSON") << true;
    }
    void whatIsExportedIsImportedTheSame()
    {
        QFETCH(bool, json);
        SeededRandom random(12);
        IngestFixture from;
        fill(from, *random);
        const auto file = from.folder / "people.out";
        ProfileExportOptions options;
        options.format = json ? ExportFormat::Ndjson : ExportFormat::Csv;
        const auto written = exportProfiles(*from.connection, file, options, CancelToken());
        QVERIFY2(written.has_value(), written ? "" : describe(written.error()).c_str());
        QCOMPARE(*written, std::int64_t(60));

        IngestFixture to;
        auto job = openProfileImport(to.settingsFor(file));
        QVERIFY2(job.has_value(), job ? "" : describe(job.error()).c_str());
        const auto report = runImport(**job, *to.ingestor);
        QVERIFY(report);
        QCOMPARE(report->badRows, std::int64_t(0));
        QCOMPARE(describeAll(to), describeAll(from));
    }

    void onlyTheWantedOnesAreWrittenAndACancelledExportLeavesNoFile()
    {
        SeededRandom random(12);
        IngestFixture f;
        fill(f, *random);
        const std::vector<ProfileId> only{ProfileId{3}, ProfileId{9}};
        ProfileExportOptions options;
        options.only = &only;
        QCOMPARE(*exportProfiles(*f.connection, f.folder / "two.csv", options, CancelToken()), std::int64_t(2));
        const CancelToken cancel;
        cancel.cancel();
        const auto stopped = exportProfiles(*f.connection, f.folder / "none.csv", options, cancel);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
        QVERIFY(!std::filesystem::exists(f.folder / "none.csv"));
        QVERIFY(!std::filesystem::exists(f.folder / "none.csv.part"));
        QVERIFY(!exportProfiles(*f.connection, f.folder / "no such folder" / "x.csv", options, CancelToken()));
    }
};

SHOPBELL_TEST(TestProfileExport)
#include "test_profile_export.moc"
