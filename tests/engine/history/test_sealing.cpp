// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/transaction.h"
#include "history/aliases.h"
#include "history/derived_file.h"
#include "history_shop.h"
#include "support/registry.h"
#include "support/seeded_random.h"
#include "support/temp_dir.h"

#include <QTest>

#include <fstream>
#include <map>
#include <optional>
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

constexpr std::int64_t profileCount = 40;

PlainEvent randomEvent(test::SeededRandom& random, std::int64_t number)
{
    PlainEvent event;
    event.profile = random->between(1, profileCount);
    event.metric = random->between(1, 3);
    event.at = 1'700'000'000'000 + random->between(0, 2000);
    if (event.metric == 1) {
        event.value = random->between(1, 90'000) * 10'000;
    }
    event.uniqueId = std::to_string(number);
    event.properties = R"({"Category":")" + random.text("abc", 2) + R"(","n":)" + std::to_string(number % 50) + "}";
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

/// Many events at once, all of them new, each with a metric of its own number's and a person of it.
void appendMany(Shop& shop, std::int64_t first, std::int64_t count, std::int64_t profiles)
{
    std::vector<PlainEvent> events;
    for (std::int64_t number = first; number < first + count; ++number) {
        PlainEvent event;
        event.profile = number % profiles + 1;
        event.metric = number % 3 + 1;
        event.at = 1'700'000'000'000 + number * 7 % 100'003;
        event.uniqueId = std::to_string(number);
        events.push_back(event);
    }
    QCOMPARE(shop.append(events), count);
}

std::int64_t countAll(const HistoryView& view)
{
    std::int64_t events = 0;
    for (std::int64_t metric = 1; metric <= Shop::metricCount; ++metric) {
        events += view.metric({metric}).value()->eventCount();
    }
    return events;
}

/// What the derived file holds of one person, read past everything that the log keeps in memory.
std::int64_t sealedEventsOf(Shop& shop, ProfileNumber profile)
{
    auto reader = DerivedFile::connectReader(shop.workspace.derivedFile()).value();
    std::int64_t found = 0;
    for (std::int64_t metric = 1; metric <= Shop::metricCount; ++metric) {
        const auto columns = DerivedFile::loadColumns(reader, metric, std::make_shared<Aliases>()).value();
        for (const ProfileNumber one : columns->profile) {
            found += one == profile ? 1 : 0;
        }
    }
    return found;
}

}  // namespace

class TestSealing : public QObject {
    Q_OBJECT

private slots:
    void whateverIsDoneWhileSealingEndsInTheRightAnswers_data();
    void whateverIsDoneWhileSealingEndsInTheRightAnswers();
    void duplicatesAreFoundBeforeDuringAndAfterASealing();
    void personErasedWhileSealingIsGoneFromTheDerivedFile();
    void closingWhileSealingLosesNothing();
    void killedWhileSealingNothingIsLostAndNothingDoubled();
    void propertiesPackedAheadReadBackTheSame();
};

void TestSealing::whateverIsDoneWhileSealingEndsInTheRightAnswers_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 30; ++seed) {
        QTest::addRow("seed %d", seed) << seed;
    }
}

void TestSealing::whateverIsDoneWhileSealingEndsInTheRightAnswers()
{
    QFETCH(int, seed);
    test::SeededRandom random(static_cast<std::uint64_t>(seed));
    test::TempDir folder;
    Shop shop(folder / "a.shopbell");
    std::optional<Shop> other;
    if (random->chance(0.3)) {
        other.emplace(folder / "a.shopbell", false);
    }
    HistoryOracle oracle;
    std::int64_t number = 0;
    for (int step = 0; step < 40; ++step) {
        Shop& place = other && random->chance(0.3) ? *other : shop;
        QVERIFY(place.log->catchUp());
        place.log->startSealing();
        // Some of it falls into the sealing, some after it.
        const auto changes = random->between(1, 3);
        for (std::int64_t change = 0; change < changes; ++change) {
            const auto kind = random->below(10);
            auto transaction = db::Transaction::begin(place.connection).value();
            if (kind < 6) {
                std::vector<PlainEvent> events;
                const auto count = random->between(1, 120);
                for (std::int64_t k = 0; k < count; ++k) {
                    // One in ten was there before.
                    events.push_back(randomEvent(random, random->chance(0.1) ? random->between(0, number) : ++number));
                }
                std::vector<NewEvent> fresh;
                for (const PlainEvent& event : events) {
                    fresh.push_back(event.toNew());
                }
                std::vector<std::uint8_t> stored;
                QVERIFY(place.log->append(fresh, &stored));
                for (std::size_t k = 0; k < events.size(); ++k) {
                    QCOMPARE(stored[k] != 0, oracle.append(events[k]));
                }
            } else if (kind < 7) {
                const PlainEvent event = randomEvent(random, random->between(0, number));
                QCOMPARE(place.log->replace(event.toNew()).value(), oracle.replace(event));
            } else if (kind < 8) {
                const PlainEvent event = randomEvent(random, random->between(0, number));
                QCOMPARE(place.log->takeBack({event.profile}, {event.metric}, event.uniqueId).value(),
                         oracle.takeBack(event.profile, event.metric, event.uniqueId));
            } else if (kind < 9) {
                const std::int64_t from = oracle.living(random->between(1, profileCount));
                const std::int64_t into = oracle.living(random->between(1, profileCount));
                if (from != into) {
                    QVERIFY(place.connection.execute(
                        "UPDATE profile_alias SET new_id=" + std::to_string(into) + " WHERE new_id=" +
                        std::to_string(from) + "; INSERT INTO profile_alias(old_id,new_id,merged_at,reason) VALUES(" +
                        std::to_string(from) + "," + std::to_string(into) + ",0,'test');"));
                    QVERIFY(place.log->profilesMerged({from}, {into}));
                    oracle.merge(from, into);
                }
            } else {
                const std::int64_t gone = random->between(1, profileCount);
                QVERIFY(place.log->erase({gone}));
                oracle.erase(gone);
            }
            QVERIFY(transaction.commit());
            place.log->published();
            if (random->chance(0.3)) {
                place.log->startSealing();
            }
        }
        if (random->chance(0.1)) {
            place.reopen();
        } else if (random->chance(0.1)) {
            QVERIFY(place.log->seal());
        }
        const auto difference = compareAll(*place.log->view(), oracle);
        QVERIFY2(difference.empty(), difference.c_str());
    }
    other.reset();
    shop.reopen();
    const auto difference = compareAll(*shop.log->view(), oracle);
    QVERIFY2(difference.empty(), difference.c_str());
}

void TestSealing::duplicatesAreFoundBeforeDuringAndAfterASealing()
{
    test::TempDir folder;
    Shop shop(folder / "a.shopbell");
    constexpr std::int64_t count = 40'000;
    appendMany(shop, 0, count, 500);
    std::vector<PlainEvent> again;
    for (std::int64_t number = 0; number < count; number += 400) {
        PlainEvent event;
        event.profile = number % 500 + 1;
        event.metric = number % 3 + 1;
        event.at = 5;
        event.uniqueId = std::to_string(number);
        again.push_back(event);
    }
    QCOMPARE(shop.append(again), 0);
    shop.log->startSealing();
    for (int k = 0; k < 20; ++k) {
        QCOMPARE(shop.append(again), 0);
        appendMany(shop, count + k * 100, 100, 500);
    }
    QVERIFY(shop.log->seal());
    QCOMPARE(shop.append(again), 0);
    QCOMPARE(countAll(*shop.log->view()), count + 2000);
}

void TestSealing::personErasedWhileSealingIsGoneFromTheDerivedFile()
{
    test::TempDir folder;
    Shop shop(folder / "a.shopbell");
    for (int round = 0; round < 6; ++round) {
        appendMany(shop, round * 20'000, 20'000, 100);
        shop.log->startSealing();
        const std::int64_t gone = round + 1;
        QVERIFY(shop.log->erase({gone}).value() > 0);
        shop.log->published();
        if (round % 2 == 0) {
            QVERIFY(shop.log->seal());
        }
        for (std::int64_t erased = 1; erased <= gone; ++erased) {
            // Those erased earlier have come back with this round's events, but for the last.
            const auto expected = erased == gone ? 0 : -1;
            const auto there = sealedEventsOf(shop, static_cast<ProfileNumber>(erased));
            QVERIFY(expected != 0 || there == 0);
        }
        const auto columns = shop.log->view()->metric({1}).value();
        for (const ProfileNumber one : columns->profile) {
            QVERIFY(one != static_cast<ProfileNumber>(gone));
        }
    }
}

void TestSealing::closingWhileSealingLosesNothing()
{
    test::TempDir folder;
    const auto file = folder / "a.shopbell";
    std::int64_t count = 0;
    for (int round = 0; round < 8; ++round) {
        Shop shop(file, round == 0);
        QCOMPARE(countAll(*shop.log->view()), count);
        appendMany(shop, count, 10'000, 300);
        count += 10'000;
        shop.log->startSealing();
        if (round % 2 == 1) {
            appendMany(shop, count, 50, 300);
            count += 50;
        }
    }
    Shop shop(file, false);
    QCOMPARE(countAll(*shop.log->view()), count);
}

void TestSealing::killedWhileSealingNothingIsLostAndNothingDoubled()
{
    test::SeededRandom random(11);
    test::TempDir folder;
    const auto file = folder / "a.shopbell";
    {
        Shop shop(file);
    }
    const auto acknowledged = folder / "acknowledged";
    constexpr std::int64_t ofABatch = 2000;
    for (int round = 0; round < 10; ++round) {
        const auto wait = static_cast<useconds_t>(random->between(40'000, 160'000));
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            Shop shop(file, false);
            std::int64_t next = countAll(*shop.log->view()) / ofABatch * ofABatch;
            for (;; next += ofABatch) {
                std::vector<PlainEvent> events;
                for (std::int64_t number = next; number < next + ofABatch; ++number) {
                    PlainEvent event;
                    event.profile = number % 700 + 1;
                    event.metric = number % 3 + 1;
                    event.at = 1'700'000'000'000 + number;
                    event.uniqueId = std::to_string(number);
                    events.push_back(event);
                }
                (void)shop.append(events);
                shop.log->startSealing();
                std::ofstream(acknowledged, std::ios::trunc) << next + ofABatch << "\n";
            }
        }
        ::usleep(wait);
        ::kill(child, SIGKILL);
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        std::int64_t known = 0;
        std::ifstream(acknowledged) >> known;
        Shop shop(file, false);
        const std::int64_t there = countAll(*shop.log->view());
        QVERIFY2(there >= known, std::to_string(known - there).c_str());
        QCOMPARE(there % ofABatch, 0);  // whole batches, each once
        std::vector<PlainEvent> again;
        for (std::int64_t number = 0; number < there; number += 97) {
            PlainEvent event;
            event.profile = number % 700 + 1;
            event.metric = number % 3 + 1;
            event.at = 1'700'000'000'000 + number;
            event.uniqueId = std::to_string(number);
            again.push_back(event);
        }
        QCOMPARE(shop.append(again), 0);
    }
}

void TestSealing::propertiesPackedAheadReadBackTheSame()
{
    test::SeededRandom random(12);
    test::TempDir folder;
    Shop shop(folder / "a.shopbell");
    HistoryOracle oracle;
    PropertyPacker packer = shop.log->packer();
    std::size_t packedOnes = 0;
    for (int batch = 0; batch < 12; ++batch) {
        std::vector<PlainEvent> events;
        std::vector<std::string> packed;
        for (int k = 0; k < 400; ++k) {
            PlainEvent event = randomEvent(random, batch * 400 + k);
            event.properties = R"({"Product Name":"Linen shirt )" + random.text("abcdef", 2) +
                               R"(","Category":"Shirts and blouses","URL":"https://shop.example/product/)" +
                               random.text("abcdefghij", 8) + R"("})";
            events.push_back(event);
            packer.pack(event.properties, packed.emplace_back());
            packedOnes += packed.back().empty() ? 0 : 1;
        }
        std::vector<NewEvent> fresh;
        for (std::size_t k = 0; k < events.size(); ++k) {
            fresh.push_back(events[k].toNew());
            fresh.back().packed = packed[k];
        }
        // A dictionary that is made in a transaction which is rolled back must not be one that packers use.
        const bool isDropped = batch % 3 == 2;
        auto transaction = db::Transaction::begin(shop.connection).value();
        QVERIFY(shop.log->append(fresh));
        if (!isDropped) {
            QVERIFY(transaction.commit());
            for (const PlainEvent& event : events) {
                oracle.append(event);
            }
        } else {
            const db::Transaction ended = std::move(transaction);
        }
        shop.log->published();
    }
    QVERIFY(packedOnes > 0);
    const auto difference = compareAll(*shop.log->view(), oracle);
    QVERIFY2(difference.empty(), difference.c_str());
}

SHOPBELL_TEST(TestSealing)
#include "test_sealing.moc"
