// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest_fixture.h"

#include "history/timeline.h"
#include "ingest/order_rows.h"
#include "model/metric.h"
#include "profiles/profile_reading.h"
#include "support/registry.h"
#include "support/shared_data.h"

#include <zlib.h>

#include <cmath>
#include <set>

using namespace shopbell;
using namespace shopbell::test;

namespace {

/// What the file itself says, read the naive way: whole file in memory, split at line ends and commas outside quotes.
struct RetailFacts {
    std::int64_t lines = 0;
    std::int64_t linesOfNobody = 0;
    std::set<std::string> customers;
    std::set<std::string> invoices;
    std::set<std::string> invoicesOfCustomers;
    std::set<std::string> cancellationsOfCustomers;
    std::set<std::string> cancellations;
    std::map<std::string, double> totals;  // by invoice
    double revenue = 0;                    // all lines
};

std::string unpacked(const std::filesystem::path& file)
{
    std::string all;
    gzFile const in = gzopen(file.c_str(), "rb");
    std::vector<char> piece(1 << 20);
    for (int got = 0; (got = gzread(in, piece.data(), static_cast<unsigned>(piece.size()))) > 0;) {
        all.append(piece.data(), static_cast<std::size_t>(got));
    }
    gzclose(in);
    return all;
}

RetailFacts readNaively(const std::filesystem::path& file)
{
    RetailFacts facts;
    const std::string all = unpacked(file);
    std::vector<std::string> fields(1);
    bool quoted = false;
    bool header = true;
    for (const char c : all) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            fields.emplace_back();
        } else if (c == '\n' && !quoted) {
            if (!header && fields.size() == 8) {
                const std::string& invoice = fields[0];
                const std::string& customer = fields[6];
                ++facts.lines;
                facts.invoices.insert(invoice);
                if (invoice.starts_with('C')) {
                    facts.cancellations.insert(invoice);
                }
                if (customer == "NA") {  // bare, as the statistics program wrote it: none is called so
                    ++facts.linesOfNobody;
                } else {
                    facts.customers.insert(customer);
                    facts.invoicesOfCustomers.insert(invoice);
                    if (invoice.starts_with('C')) {
                        facts.cancellationsOfCustomers.insert(invoice);
                    }
                }
                const double amount = std::stod(fields[3]) * std::stod(fields[5]);
                facts.totals[invoice] += amount;
                facts.revenue += amount;
            }
            header = false;
            fields.assign(1, {});
        } else if (c != '\r') {
            fields.back() += c;
        }
    }
    return facts;
}

}  // namespace

class TestOrderImport : public QObject {
    Q_OBJECT
private slots:
    void onlineRetailComesInWholeAndAgainChangesNothing()
    {
        const auto file = findSharedData("online_retail.csv.gz");
        if (!file) {
            QSKIP("online_retail.csv.gz is not here.");
        }
        const RetailFacts facts = readNaively(*file);
        IngestFixture f("Europe/London");
        ImportSettings settings = f.settingsFor(*file);
        settings.zone = *TimeZone::load("Europe/London");
        auto job = openOrderImport(settings);
        QVERIFY2(job.has_value(), job ? "" : describe(job.error()).c_str());
        const auto report = runImport(**job, *f.ingestor);
        QVERIFY2(report.has_value(), report ? "" : describe(report.error()).c_str());

        QCOMPARE(report->rowsRead, facts.lines);
        QCOMPARE(report->rowsRead, std::int64_t(541909));
        QCOMPARE(report->badRows, std::int64_t(0));
        QCOMPARE(report->rowsOfNobody, facts.linesOfNobody);
        QCOMPARE(report->rowsOfNobody, std::int64_t(135080));
        QCOMPARE(report->profilesCreated, static_cast<std::int64_t>(facts.customers.size()));
        QCOMPARE(report->profilesCreated, std::int64_t(4372));
        QCOMPARE(report->orders + report->refunds, static_cast<std::int64_t>(facts.invoices.size()));

        // Placed and refunded by people, and by nobody.
        const std::string ordersOf = "SELECT count(*) FROM event JOIN metric ON metric.id = metric_id WHERE name IN "
                                     "('Placed Order', 'Refunded Order') AND profile_id ";
        QCOMPARE(f.count(ordersOf + "> 0"), static_cast<std::int64_t>(facts.invoicesOfCustomers.size()));
        QCOMPARE(f.count(ordersOf + "> 0"), std::int64_t(22190));
        QCOMPARE(f.count(ordersOf + "= 0"),
                 static_cast<std::int64_t>(facts.invoices.size() - facts.invoicesOfCustomers.size()));
        QCOMPARE(
            f.count("SELECT count(*) FROM event JOIN metric ON metric.id = metric_id WHERE name = 'Refunded Order' "
                    "AND profile_id > 0 AND unique_id LIKE 'c0:C%'"),
            static_cast<std::int64_t>(facts.cancellationsOfCustomers.size()));
        QCOMPARE(facts.cancellationsOfCustomers.size(), std::size_t(3654));

        // Every invoice's amount, and the sum of all.
        std::map<std::string, std::int64_t> values;
        QVERIFY(f.connection->each(
            "SELECT unique_id, value, name FROM event JOIN metric ON metric.id = metric_id WHERE name IN "
            "('Placed Order', 'Refunded Order')",
            [&](db::Statement& row) {
                values[row.string(0).substr(3)] =
                    row.text(2) == metrics::refundedOrder ? -row.integer(1) : row.integer(1);
            }));
        QCOMPARE(values.size(), facts.totals.size());
        std::int64_t sum = 0;
        for (const auto& [invoice, total] : facts.totals) {
            const double stored = static_cast<double>(values[invoice]) / 1e6;
            QVERIFY2(std::abs(stored - total) < 0.005, invoice.c_str());
            sum += values[invoice];
        }
        QVERIFY(std::abs(static_cast<double>(sum) / 1e6 - facts.revenue) < 0.01);

        const auto before = f.countEvents();
        QCOMPARE(before.at(std::string(metrics::placedOrder)), report->orders);
        auto again = openOrderImport(settings);
        const auto second = runImport(**again, *f.ingestor);
        QVERIFY(second);
        QCOMPARE(second->eventsStored, std::int64_t(0));
        QCOMPARE(second->eventsDuplicate, report->eventsStored);
        QCOMPARE(second->profilesCreated + second->profilesUpdated, std::int64_t(0));
        QCOMPARE(second->orders + second->refunds, std::int64_t(0));
        QCOMPARE(second->ordersCorrected, std::int64_t(0));
        QCOMPARE(f.countEvents(), before);
    }

    void rowsOfOneOrderMayStandApart()
    {
        IngestFixture f;
        const auto file = f.write("orders.csv", "Order ID;Order Date;E-Mail;SKU;Quantity;Unit Price;Country\n"
                                                "A;24.12.2025 18:30;ana@example.com;x;2;10,50;AT\n"
                                                "B;25.12.2025;ben@example.com;y;1;5;DE\n"
                                                "A;24.12.2025 18:30;ana@example.com;z;1;1,25;AT\n"
                                                "C7;26.12.2025;ana@example.com;x;-1;10,50;AT\n"
                                                ";26.12.2025;ana@example.com;x;1;1;AT\n"
                                                "D;26.12.2025;ana@example.com;x;one;1;AT\n"
                                                "E;soon;ana@example.com;x;1;1;AT\n");
        auto job = openOrderImport(f.settingsFor(file));
        QVERIFY2(job.has_value(), job ? "" : describe(job.error()).c_str());
        const auto report = runImport(**job, *f.ingestor);
        QVERIFY(report);
        QCOMPARE(report->orders, std::int64_t(2));
        QCOMPARE(report->refunds, std::int64_t(1));
        QCOMPARE(report->badRows, std::int64_t(3));
        QCOMPARE(report->problems[0].line, std::int64_t(6));
        QCOMPARE(report->problems[1].line, std::int64_t(7));
        QVERIFY(report->problems[1].reason.words.find("one") != std::string::npos);
        QCOMPARE(report->problems[2].line, std::int64_t(8));
        QCOMPARE(f.count("SELECT value FROM event WHERE unique_id = 'c0:A' LIMIT 1"), std::int64_t(22'250'000));
        QCOMPARE(f.count("SELECT at FROM event WHERE unique_id = 'c0:A' LIMIT 1"),
                 parseIso("2025-12-24T17:30:00Z")->ms);
        QCOMPARE(f.count("SELECT value FROM event WHERE unique_id = 'c0:C7'"), std::int64_t(10'500'000));
        const auto ana = findProfileByText(*f.connection, "ana@example.com", "AT");
        QCOMPARE(std::get<std::string>(loadProfile(*f.connection, **ana)->properties.at("country")), std::string("AT"));
        QCOMPARE(loadProfile(*f.connection, **ana)->createdAt, *parseIso("2025-12-24T17:30:00Z"));
    }

    void anOrderThatWasEditedIsPutRight_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<int>("corrected");
        const QByteArray rest =
            "B,2025-12-25,ben@example.com,completed,y,1,5,5\nC9,2025-12-26,ana@example.com,,x,-1,5,-5\n";
        const auto row = [&](const char* name, const QByteArray& before, const QByteArray& after, int corrected) {
            QTest::newRow(name) << rest + before << rest + after << corrected;
        };
        const QByteArray two = "A,2025-12-24,ana@example.com,processing,x,2,10,26\n"
                               "A,2025-12-24,ana@example.com,processing,z,1,6,26\n";
        row("nothing", two, two, 0);
        row("total", two, QByteArray(two).replace(",26", ",25"), 1);
        row("status", two, QByteArray(two).replace("processing", "completed"), 1);
        row("cancelled", two, QByteArray(two).replace("processing", "cancelled"), 1);
        row("cancelled no more", QByteArray(two).replace("processing", "cancelled"), two, 1);
        row("refunded", two, QByteArray(two).replace("processing", "refunded"), 1);
        row("refunded no more", QByteArray(two).replace("processing", "refunded"), two, 1);
        row("failed after all", two, QByteArray(two).replace("processing", "failed"), 1);
        row("a line less", two, "A,2025-12-24,ana@example.com,processing,x,2,10,26\n", 1);
        row("a line more", two, two + "A,2025-12-24,ana@example.com,processing,w,3,1,26\n", 1);
        row("other quantity", two, QByteArray(two).replace("x,2", "x,3"), 1);
        row("other product", two, QByteArray(two).replace(",z,", ",q,"), 1);
        row("other time", two, QByteArray(two).replace("12-24", "12-23"), 1);
        row("a refund after all", two, "A,2025-12-24,ana@example.com,processing,x,-2,10,-20\n", 1);
        row("an order of nobody", "N,2025-12-24,,processing,x,2,10,20\n", "N,2025-12-24,,processing,x,2,10,30\n", 1);
        row("one edited, one new", two,
            QByteArray(two).replace(",26", ",25") + "D,2025-12-27,dora@example.com,processing,x,1,1,1\n", 1);
    }
    /// What the second import leaves is what a first import of the edited file makes.
    void anOrderThatWasEditedIsPutRight()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(int, corrected);
        const QByteArray header = "Order ID,Order Date,E-Mail,Status,SKU,Quantity,Unit Price,Order Total\n";
        const auto importInto = [&](IngestFixture& f, const QByteArray& rows) {
            auto job = openOrderImport(f.settingsFor(f.write("orders.csv", (header + rows).toStdString())));
            return job ? runImport(**job, *f.ingestor) : Result<ImportReport>(fail(job.error()));
        };
        const auto standing = [](IngestFixture& f) {
            QStringList lines;
            for (const auto* const address : {"ana@example.com", "ben@example.com", "dora@example.com", ""}) {
                ProfileId profile;
                if (*address != '\0') {
                    const auto found = findProfileByText(*f.connection, address, "AT");
                    if (!found || !*found) {
                        continue;
                    }
                    profile = **found;
                }
                TimelineQuestion question;
                question.profile = profile;
                question.limit = 1'000;
                const auto page = loadTimeline(*f.log->view(), question);
                for (const Event& event : page->events) {
                    if (!event.uniqueId.starts_with("c0:")) {
                        continue;  // what was learned of the person
                    }
                    lines << QString("%1 %2 %3 %4 %5 %6")
                                 .arg(address)
                                 .arg(event.metric.value)
                                 .arg(event.at.ms)
                                 .arg(event.value ? event.value->micros : -1)
                                 .arg(QString::fromStdString(event.uniqueId), QString::fromStdString(event.properties));
                }
            }
            lines.sort();
            return lines;
        };
        IngestFixture twice;
        QVERIFY(importInto(twice, before));
        const auto second = importInto(twice, after);
        QVERIFY2(second, second ? "" : describe(second.error()).c_str());
        QCOMPARE(second->ordersCorrected, std::int64_t(corrected));
        IngestFixture once;
        QVERIFY(importInto(once, after));
        QCOMPARE(standing(twice), standing(once));
        // And a third time there is nothing left to do.
        const auto third = importInto(twice, after);
        QCOMPARE(third->ordersCorrected, std::int64_t(0));
        QCOMPARE(third->eventsStored, std::int64_t(0));
        QCOMPARE(standing(twice), standing(once));
    }

    void countriesAreStoredAsCodes()
    {
        IngestFixture f;
        const auto file =
            f.write("orders.csv", "Order ID,Order Date,E-Mail,Order Total,Country\n"
                                  "1,2025-12-24,a@example.com,5,United Kingdom\n"
                                  "2,2025-12-24,b@example.com,5,UK\n3,2025-12-24,c@example.com,5,gb\n"
                                  "4,2025-12-24,d@example.com,5,GB\n5,2025-12-24,e@example.com,5,Deutschland\n"
                                  "6,2025-12-24,f@example.com,5,Channel Islands\n");
        auto job = openOrderImport(f.settingsFor(file));
        QVERIFY(runImport(**job, *f.ingestor));
        QStringList stored;
        for (const auto* const who : {"a", "b", "c", "d", "e", "f"}) {
            const auto found = findProfileByText(*f.connection, std::string(who) + "@example.com", "AT");
            const auto properties = loadProfile(*f.connection, **found)->properties;
            const auto name = properties.find("country_name");
            stored << QString::fromStdString(std::get<std::string>(properties.at("country"))) + "/" +
                          (name == properties.end() ? QString()
                                                    : QString::fromStdString(std::get<std::string>(name->second)));
        }
        QCOMPARE(stored,
                 (QStringList{"GB/United Kingdom", "GB/UK", "GB/", "GB/", "DE/Deutschland", "Channel Islands/"}));
    }

    void whatIsMissingIsAskedForInWords()
    {
        IngestFixture f;
        const auto file = f.write("orders.csv", "When,What\n2025-01-01,x\n");
        const auto job = openOrderImport(f.settingsFor(file));
        QVERIFY(!job);
        QCOMPARE(job.error().kind, ErrorKind::InvalidInput);
        QVERIFY(job.error().what.find("=order_id") != std::string::npos);
        QVERIFY(job.error().detail.find("When, What") != std::string::npos);
    }

    void productsOfQuantityAndPriceAreExact()
    {
        const auto decimal = [](const char* text) { return *parseDecimal(text); };
        QCOMPARE(multiply(decimal("3"), decimal("0.1")), decimal("0.3"));
        QCOMPARE(multiply(decimal("-12"), decimal("2.55")), decimal("-30.6"));
        QCOMPARE(multiply(decimal("1.5"), decimal("1.11")), decimal("1.665"));
        QCOMPARE(multiply(decimal("-0.25"), decimal("0.000002")), decimal("-0.000001"));
        QCOMPARE(multiply(decimal("80995"), decimal("2.08")), decimal("168469.6"));
    }
};

SHOPBELL_TEST(TestOrderImport)
#include "test_order_import.moc"
