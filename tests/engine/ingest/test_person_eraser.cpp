// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest_fixture.h"

#include "base/text.h"
#include "db/backup.h"
#include "ingest/person_eraser.h"
#include "profiles/lists.h"
#include "profiles/profile_reading.h"
#include "profiles/suppressions.h"
#include "support/registry.h"

using namespace shopbell;
using namespace shopbell::test;

namespace {

/// Every place in every table where the text stands.
std::vector<std::string> findEverywhere(db::Connection& connection, const std::string& text)
{
    std::vector<std::string> places;
    std::vector<std::string> tables;
    (void)connection.each("SELECT name FROM sqlite_master WHERE type = 'table'",
                          [&](db::Statement& row) { tables.push_back(row.string(0)); });
    for (const auto& table : tables) {
        std::vector<std::string> columns;
        auto info = connection.prepare("SELECT name FROM pragma_table_info('" + table + "')");
        while (*info->step()) {
            columns.push_back(info->string(0));
        }
        for (const auto& column : columns) {
            auto count = connection.prepare("SELECT count(*) FROM \"" + table + "\" WHERE instr(lower(CAST(\"" +
                                            column + "\" AS TEXT)), ?1) > 0");
            count->bind(1, text);
            if (*count->step() && count->integer(0) > 0) {
                places.push_back(table + '.' + column);
            }
        }
    }
    return places;
}

}  // namespace

class TestPersonEraser : public QObject {
    Q_OBJECT
private slots:
    void nothingOfThePersonIsLeftInAnyTableNorInTheFileNorInALaterBackup()
    {
        IngestFixture f;
        QVERIFY(f.connection->execute("INSERT INTO connection(id, connector, label, settings, connected_at) VALUES "
                                      "(1, 'woocommerce', 'Shop', '{}', 0)"));
        // Ana, known in every way there is, among others who stay.
        const auto file = f.write("people.csv", "email,phone,external_id,first_name,city,newsletter\n"
                                                "ana.gone@example.com,+436641234560,extern-gone,Anagone,Gonecity,yes\n"
                                                "ben@example.com,+436641234561,extern-ben,Ben,Graz,yes\n");
        auto job = openProfileImport(f.settingsFor(file));
        QVERIFY(runImport(**job, *f.ingestor));
        const auto ana = **findProfileByText(*f.connection, "ana.gone@example.com", "AT");
        const auto events = f.write(
            "events.csv",
            "profile,metric,time,unique_id,note\nana.gone@example.com,Seen,2025-01-01,seen-gone-1,note-gone\n"
            "ana.gone.too@example.com,Seen,2025-01-02,seen-gone-2,note-gone\nben@example.com,Seen,2025-01-01,b,x\n");
        auto eventJob = openEventImport(f.settingsFor(events));
        QVERIFY(runImport(**eventJob, *f.ingestor));
        const auto other = **findProfileByText(*f.connection, "ana.gone.too@example.com", "AT");
        StoreOrder order;
        order.externalId = "order-gone";
        order.status = OrderStatus::Paid;
        order.placedAt = *parseIso("2025-02-01");
        order.changedAt = order.placedAt;
        order.email = "ana.gone.too@example.com";
        order.customerId = "customer-gone";
        order.lines = {{"l", "p", "", "", "Bell", Decimal::fromInteger(1), Decimal::fromInteger(1), {}, {}}};
        QVERIFY(f.ingestor->applyOrder(ConnectionId{1}, order, {}, "sync"));
        QVERIFY(f.ingestor->together([&]() -> Result<void> {
            Lists lists(*f.connection, f.ingestor->changes(), f.clock);
            const auto list = lists.create("VIP");
            (void)lists.join(*list, std::span(&other, 1));
            (void)f.ingestor->profiles().suppress(
                {Channel::Email, "ana.gone@example.com", SuppressionReason::Complaint, {}, ""});
            return f.ingestor->profiles().merge(other, ana, "the same person");
        }));
        QVERIFY(f.connection->execute("INSERT INTO sync_set_aside VALUES (1, 'orders', '9', 'unreadable', "
                                      "'{\"email\":\"Ana.Gone@example.com\"}', 0)"));
        const std::vector<std::string> traces{"ana.gone",    "anagone",       "gonecity",
                                              "extern-gone", "customer-gone", "+436641234560",
                                              "order-gone",  "note-gone",     "seen-gone"};
        QVERIFY(!findEverywhere(*f.connection, "ana.gone").empty());

        const auto erasure =
            erasePerson(*f.ingestor, other, [](db::Connection&, const ErasedPerson& who) -> Result<ErasedCounts> {
                ErasedCounts counts{{"ids", static_cast<std::int64_t>(who.formerIds.size())}};
                return counts;
            });
        QVERIFY2(erasure.has_value(), erasure ? "" : describe(erasure.error()).c_str());
        QCOMPARE(erasure->profile, ana);
        QVERIFY(erasure->proof.starts_with("sha256:"));
        for (const auto& trace : traces) {
            const auto places = findEverywhere(*f.connection, trace);
            QVERIFY2(places.empty(), (trace + " in " + join(places, ", ")).c_str());
        }
        QCOMPARE(f.count("SELECT count(*) FROM event WHERE profile_id IN (1, 3) AND (at <> 0 OR value IS NOT NULL "
                         "OR unique_id IS NOT NULL OR properties IS NOT NULL)"),
                 std::int64_t(0));  // only the markers that keep row numbers from being used again
        QVERIFY(*wasErased(*f.connection, "ana.gone@example.com"));
        QVERIFY(*findSuppression(*f.connection, Channel::Email, "Ana.gone@example.com"));
        QVERIFY(!loadProfile(*f.connection, other));
        QCOMPARE(f.countEvents().at("Seen"), std::int64_t(1));
        QVERIFY(loadProfile(*f.connection, **findProfileByText(*f.connection, "ben@example.com", "AT")));

        const auto backup = f.folder / "backup.shopbell";
        QVERIFY(db::backUpTo(*f.connection, backup, CancelToken()));
        const std::string backupBytes = toLowerAscii(*readFile(backup, 100'000'000));
        f.ingestor.reset();
        f.log.reset();
        f.connection.reset();
        const std::string bytes = toLowerAscii(*readFile(f.workspace.file(), 100'000'000));
        for (const auto& trace : traces) {
            QVERIFY2(backupBytes.find(trace) == std::string::npos, trace.c_str());
            QVERIFY2(bytes.find(trace) == std::string::npos, trace.c_str());
        }
    }

    void whatCannotBeErasedSaysSo()
    {
        IngestFixture f;
        const auto erasure = erasePerson(*f.ingestor, ProfileId{5});
        QVERIFY(!erasure);
        QCOMPARE(erasure.error().kind, ErrorKind::NotFound);
    }
};

SHOPBELL_TEST(TestPersonEraser)
#include "test_person_eraser.moc"
