// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "db/transaction.h"
#include "history/rollups.h"
#include "history_shop.h"
#include "support/registry.h"
#include "support/seeded_random.h"
#include "support/temp_dir.h"

#include <QTest>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace shopbell;
using test::findDifference;
using test::HistoryOracle;
using test::PlainEvent;
using test::Shop;

namespace {

PlainEvent randomEvent(test::SeededRandom& random, std::int64_t number)
{
    PlainEvent event;
    event.profile = random->between(1, 300);
    event.metric = random->between(1, 3);
    event.at = 1'700'000'000'000 + random->between(0, 40LL * 86'400'000);
    if (event.metric == 1) {
        event.value = random->between(1, 90'000) * 10'000;
    }
    event.uniqueId = std::to_string(number);
    event.properties = R"({"Category":")" + random.text("abc", 2) + R"(","n":)" + std::to_string(number) + "}";
    return event;
}

std::string compareAll(const HistoryView& view, const HistoryOracle& oracle)
{
    for (std::int64_t metric = 1; metric <= Shop::metricCount; ++metric) {
        if (auto difference = findDifference(view, oracle, metric); !difference.empty()) {
            return difference;
        }
    }
    return {};
}

/// A shop with a sealed history, closed again.
HistoryOracle makeSealedHistory(const std::filesystem::path& file, test::SeededRandom& random, int count)
{
    HistoryOracle oracle;
    Shop shop(file);
    std::vector<PlainEvent> events;
    for (int k = 0; k < count; ++k) {
        events.push_back(randomEvent(random, k));
        oracle.append(events.back());
    }
    shop.append(events);
    (void)shop.log->seal();
    return oracle;
}

void overwrite(const std::filesystem::path& file, const std::string& bytes)
{
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace

class TestDerivedFile : public QObject {
    Q_OBJECT

private slots:
    void damageAtAnyPlaceEndsInTheRightAnswers_data();
    void damageAtAnyPlaceEndsInTheRightAnswers();
    void missingOrForeignFileIsMadeAnew();
    void anOlderLogIsNotTakenForTheNewerOne();
    void killedWhileAppendingNothingIsLostAndNothingDoubled();
    void largeImportIsCompressedAndReadsBack();
    void erasedPersonIsGoneFromBothFiles();
    void dayRollupsEqualPlainAddition();
};

void TestDerivedFile::damageAtAnyPlaceEndsInTheRightAnswers_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 60; ++seed) {
        QTest::addRow("seed %d", seed) << seed;
    }
}

void TestDerivedFile::damageAtAnyPlaceEndsInTheRightAnswers()
{
    QFETCH(int, seed);
    test::SeededRandom random(static_cast<std::uint64_t>(seed));
    test::TempDir folder;
    const auto file = folder / "a.shopbell";
    HistoryOracle oracle = makeSealedHistory(file, random, 1500);
    const auto derived = Shop(file, false).workspace.derivedFile();
    auto bytes = readFile(derived, 100'000'000).value();
    QVERIFY(bytes.size() > 10'000);
    switch (seed % 3) {
    case 0: bytes.resize(random->below(bytes.size())); break;
    case 1: bytes[random->below(bytes.size())] ^= static_cast<char>(1 + random->below(255)); break;
    default:
        for (int k = 0; k < 200; ++k) {
            bytes[random->below(bytes.size())] = static_cast<char>(random->below(256));
        }
    }
    overwrite(derived, bytes);
    Shop shop(file, false);
    // First a question, first an append, or first a repeated import: each meets the damage in its own place.
    if (random->chance(0.5)) {
        const auto difference = compareAll(*shop.log->view(), oracle);
        QVERIFY2(difference.empty(), difference.c_str());
    }
    std::vector<PlainEvent> events = oracle.list(0);
    events.resize(700);
    for (int k = 0; k < 200; ++k) {
        events.push_back(randomEvent(random, 5000 + k));
        oracle.append(events.back());
    }
    QCOMPARE(shop.append(events), 200);
    const auto difference = compareAll(*shop.log->view(), oracle);
    QVERIFY2(difference.empty(), difference.c_str());
    QVERIFY(shop.log->seal());
    shop.reopen();
    const auto later = compareAll(*shop.log->view(), oracle);
    QVERIFY2(later.empty(), later.c_str());
}

void TestDerivedFile::missingOrForeignFileIsMadeAnew()
{
    test::SeededRandom random(3);
    test::TempDir folder;
    const auto one = makeSealedHistory(folder / "one.shopbell", random, 800);
    const auto two = makeSealedHistory(folder / "two.shopbell", random, 900);
    const auto derivedOne = Shop(folder / "one.shopbell", false).workspace.derivedFile();
    const auto derivedTwo = Shop(folder / "two.shopbell", false).workspace.derivedFile();
    std::filesystem::copy_file(derivedTwo, derivedOne, std::filesystem::copy_options::overwrite_existing);
    std::filesystem::remove(derivedTwo);
    QCOMPARE(compareAll(*Shop(folder / "one.shopbell", false).log->view(), one), std::string());
    QCOMPARE(compareAll(*Shop(folder / "two.shopbell", false).log->view(), two), std::string());
}

void TestDerivedFile::anOlderLogIsNotTakenForTheNewerOne()
{
    test::SeededRandom random(4);
    test::TempDir folder;
    const auto file = folder / "a.shopbell";
    HistoryOracle oracle = makeSealedHistory(file, random, 500);
    const auto older = readFile(file, 100'000'000).value();
    {
        Shop shop(file, false);
        shop.append({randomEvent(random, 9001), randomEvent(random, 9002), randomEvent(random, 9003)});
        QVERIFY(shop.log->seal());
    }
    overwrite(file, older);
    {
        // As many other events again: the same row numbers, other rows.
        Shop shop(file, false);
        std::vector<PlainEvent> events{randomEvent(random, 9101), randomEvent(random, 9102), randomEvent(random, 9103)};
        for (const PlainEvent& event : events) {
            oracle.append(event);
        }
        shop.append(events);
        QCOMPARE(compareAll(*shop.log->view(), oracle), std::string());
    }
    Shop shop(file, false);
    QCOMPARE(compareAll(*shop.log->view(), oracle), std::string());
}

void TestDerivedFile::killedWhileAppendingNothingIsLostAndNothingDoubled()
{
    test::SeededRandom random(6);
    test::TempDir folder;
    const auto file = folder / "a.shopbell";
    {
        Shop shop(file);
    }
    const auto acknowledged = folder / "acknowledged";
    std::set<std::string> expected;
    for (int round = 0; round < 12; ++round) {
        const auto wait = static_cast<useconds_t>(random->between(20'000, 120'000));
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            // Appends until it is killed; each batch that is on disk is acknowledged by a line.
            Shop shop(file, false);
            std::ofstream lines(acknowledged, std::ios::app);
            for (int batch = 0;; ++batch) {
                std::vector<PlainEvent> events;
                for (int k = 0; k < 20; ++k) {
                    PlainEvent event = randomEvent(random, 0);
                    // The previous round's are imported again: duplicates must be seen across the kill.
                    event.uniqueId =
                        std::to_string(round - (k % 2)) + "-" + std::to_string(batch) + "-" + std::to_string(k);
                    event.profile = 1 + k;
                    event.metric = 1;
                    events.push_back(event);
                }
                shop.append(events);
                if (batch % 3 == 2) {
                    (void)shop.log->seal();
                }
                for (const PlainEvent& event : events) {
                    lines << event.profile << " " << event.uniqueId << "\n";
                }
                lines.flush();
            }
        }
        ::usleep(wait);
        ::kill(child, SIGKILL);
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        std::ifstream lines(acknowledged);
        for (std::string line; std::getline(lines, line) && !lines.eof();) {
            expected.insert(line);
        }
        Shop shop(file, false);
        const auto view = shop.log->view();
        const auto columns = view->metric({1}).value();
        std::vector<EventRow> rows;
        for (std::uint32_t rank = 0; rank < columns->size(); ++rank) {
            rows.push_back(view->rowsOf({1}, std::vector<std::uint32_t>{rank}).value().front());
        }
        for (const std::int64_t row : columns->tail.row) {
            rows.push_back({row});
        }
        std::map<std::string, int> seen;
        const auto events = view->loadEvents(rows).value();
        for (const Event& event : events) {
            ++seen[std::to_string(event.profile.value) + " " + event.uniqueId];
        }
        for (const std::string& line : expected) {
            QVERIFY2(seen.contains(line), line.c_str());
        }
        for (const auto& [line, count] : seen) {
            QVERIFY2(count == 1, line.c_str());
        }
    }
    QVERIFY(!expected.empty());
}

void TestDerivedFile::largeImportIsCompressedAndReadsBack()
{
    test::SeededRandom random(8);
    test::TempDir folder;
    Shop shop(folder / "a.shopbell");
    HistoryOracle oracle;
    std::size_t raw = 0;
    for (int batch = 0; batch < 12; ++batch) {
        std::vector<PlainEvent> events;
        for (int k = 0; k < 1000; ++k) {
            PlainEvent event = randomEvent(random, batch * 1000 + k);
            event.at = 1'700'000'000'000 + batch * 1000 + k;
            event.properties = R"({"Product Name":"Linen shirt )" + random.text("abcdef", 2) +
                               R"(","Category":"Shirts and blouses","URL":"https://shop.example/product/)" +
                               random.text("abcdefghij", 8) + R"("})";
            raw += event.properties.size();
            events.push_back(event);
        }
        for (const PlainEvent& event : events) {
            oracle.append(event);
        }
        shop.append(events);
    }
    const auto stored =
        shop.connection.findInteger("SELECT sum(length(properties)) FROM event WHERE row > 8000").value();
    QVERIFY2(static_cast<std::size_t>(*stored) * 3 < raw / 3 * 2, std::to_string(*stored).c_str());
    QCOMPARE(findDifference(*shop.log->view(), oracle, 1), std::string());
    // A dictionary that only few people's texts went into would keep them past their erasure.
    const auto secret =
        shop.connection.findInteger("SELECT count(*) FROM property_dictionary WHERE instr(bytes, 'Shirts and')")
            .value();
    QCOMPARE(*secret, 1);
}

void TestDerivedFile::erasedPersonIsGoneFromBothFiles()
{
    test::SeededRandom random(9);
    test::TempDir folder;
    const auto file = folder / "a.shopbell";
    HistoryOracle oracle = makeSealedHistory(file, random, 1200);
    {
        Shop shop(file, false);
        PlainEvent event = randomEvent(random, 7000);
        event.profile = 299;
        event.properties = R"({"note":"only-this-person-wrote-it"})";
        shop.append({event});
        (void)shop.log->view()->propertyColumn({event.metric}, "note").value();
        QVERIFY(shop.log->seal());
        QVERIFY(shop.log->erase({299}).value() > 0);
        shop.log->published();
        QVERIFY(shop.log->seal());
        QVERIFY(shop.connection.checkpoint());
        oracle.erase(299);
        QCOMPARE(compareAll(*shop.log->view(), oracle), std::string());
    }
    for (const auto& path : {file, Shop(file, false).workspace.derivedFile()}) {
        QVERIFY(readFile(path, 100'000'000).value().find("only-this-person-wrote-it") == std::string::npos);
    }
    QCOMPARE(compareAll(*Shop(file, false).log->view(), oracle), std::string());
}

void TestDerivedFile::dayRollupsEqualPlainAddition()
{
    test::SeededRandom random(10);
    test::TempDir folder;
    HistoryOracle oracle = makeSealedHistory(folder / "a.shopbell", random, 3000);
    Shop shop(folder / "a.shopbell", false);
    std::vector<PlainEvent> late{randomEvent(random, 8000), randomEvent(random, 8001)};
    for (const PlainEvent& event : late) {
        oracle.append(event);
    }
    shop.append(late);
    const auto zone = TimeZone::load("Europe/Vienna").value();
    // Across the end of summer time.
    const Instant from{1'698'300'000'000};
    const Instant to{1'702'000'000'000};
    for (std::int64_t metric = 1; metric <= 3; ++metric) {
        struct Day {
            std::int64_t events = 0;
            std::int64_t sum = 0;
            std::set<std::int64_t> people;
        };
        std::map<std::int64_t, Day> expected;
        Day total;
        for (const PlainEvent& event : oracle.list(metric)) {
            if (event.at < from.ms || event.at >= to.ms) {
                continue;
            }
            for (Day* day : {&expected[toDayNumber(zone.toCivil({event.at}).day)], &total}) {
                ++day->events;
                day->sum += event.value.value_or(0);
                day->people.insert(event.profile);
            }
        }
        const auto days = loadDayRollups(*shop.log->view(), {metric}, from, to, zone).value();
        QCOMPARE(days.size(), expected.size());
        for (const DayRollup& day : days) {
            QVERIFY(expected.contains(day.day));
            QCOMPARE(day.events, expected[day.day].events);
            QCOMPARE(day.sum.micros, expected[day.day].sum);
            QCOMPARE(day.people, std::ssize(expected[day.day].people));
        }
        const auto sum = loadTotal(*shop.log->view(), {metric}, from, to).value();
        QCOMPARE(sum.events, total.events);
        QCOMPARE(sum.sum.micros, total.sum);
        QCOMPARE(sum.people, std::ssize(total.people));
    }
}

SHOPBELL_TEST(TestDerivedFile)
#include "test_derived_file.moc"
