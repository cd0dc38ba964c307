// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/wire_journal.h"
#include "support/registry.h"
#include "support/seeded_random.h"
#include "support/temp_dir.h"

#include <QTest>

#include <algorithm>
#include <cstring>
#include <map>
#include <optional>
#include <set>
#include <thread>

using namespace shopbell;

namespace {

constexpr std::string_view generation = "0123456789abcdef0123456789abcdef";

/// A disk with a write cache: what was written and not flushed survives the end of the process, and of a power cut
/// whatever the dice say, sector by sector.
struct FakeDisk {
    std::mutex mutex;
    std::string onDisk;
    std::string inCache;
    int syncs = 0;
    int replaced = 0;
    bool isFull = false;
    bool removed = false;
    std::function<void()> duringSync;

    [[nodiscard]] std::string afterPowerCut(Random& random) const
    {
        constexpr std::size_t sector = 64;  // small, so that a record's neighbours share its fate or not
        std::string left = onDisk;
        for (std::size_t at = 0; at < inCache.size(); at += sector) {
            if (random.chance(0.5)) {
                left.replace(at, sector, inCache, at, sector);
            } else if (random.chance(0.2)) {
                // Torn: the first bytes alone.
                const auto bytes = static_cast<std::size_t>(random.below(sector));
                left.replace(at, bytes, inCache, at, bytes);
            }
        }
        return left;
    }
};

class FakeMedium final : public WireMedium {
public:
    explicit FakeMedium(FakeDisk& disk) : m_disk(disk) {}
    Result<void> replace(std::string_view whole) override
    {
        const std::lock_guard lock(m_disk.mutex);
        if (m_disk.isFull) {
            return fail(ErrorKind::Io, "The disk is full.");
        }
        ++m_disk.replaced;
        m_disk.onDisk = m_disk.inCache = std::string(whole);
        return {};
    }
    Result<void> write(std::size_t offset, std::string_view bytes) override
    {
        const std::lock_guard lock(m_disk.mutex);
        if (m_disk.isFull || offset + bytes.size() > m_disk.inCache.size()) {
            return fail(ErrorKind::Io, "The disk is full.");
        }
        m_disk.inCache.replace(offset, bytes.size(), bytes);
        return {};
    }
    Result<void> sync() override
    {
        std::string now;
        {
            const std::lock_guard lock(m_disk.mutex);
            now = m_disk.inCache;
        }
        if (m_disk.duringSync) {
            m_disk.duringSync();
        }
        const std::lock_guard lock(m_disk.mutex);
        if (m_disk.isFull) {
            return fail(ErrorKind::Io, "The disk is full.");
        }
        ++m_disk.syncs;
        m_disk.onDisk = std::move(now);
        return {};
    }
    void remove() override { m_disk.removed = true; }

private:
    FakeDisk& m_disk;
};

std::shared_ptr<WireJournal> journalOn(FakeDisk& disk, std::uint32_t slotCount = WireJournal::usualSlots)
{
    return *WireJournal::start(std::make_unique<FakeMedium>(disk), std::string(generation), slotCount);
}

std::optional<WireRecord::Kind> stageOf(const WireTraces& traces, std::int64_t message, int attempt = 1)
{
    const auto* trace = traces.find(message, attempt);
    return trace == nullptr ? std::nullopt : std::optional(trace->stage);
}

DeliveryResult answerWith(DeliveryFate fate)
{
    DeliveryResult result;
    result.fate = fate;
    return result;
}

}  // namespace

class TestWireJournal : public QObject {
    Q_OBJECT
private slots:
    void eachStepIsReadBack()
    {
        FakeDisk disk;
        const auto journal = journalOn(disk);
        QVERIFY(journal->lease({{11, 1}, {12, 3}, {13, 1}}));
        QVERIFY(journal->begin(12));
        QVERIFY(journal->begin(13));
        DeliveryResult refused;
        refused.fate = DeliveryFate::Rejected;
        refused.badAddress = true;
        refused.serverCode = 550;
        refused.reply = "550 5.1.1 <ana@example.com> is not known here";
        refused.providerMessageId = "ana@example.com/1";
        journal->answer(13, refused);
        const auto traces = readWireRecords(disk.inCache, generation);
        QVERIFY(!traces.damaged);
        QCOMPARE(stageOf(traces, 11), WireRecord::Kind::Leased);
        QCOMPARE(stageOf(traces, 12, 3), WireRecord::Kind::Begun);
        QVERIFY(!stageOf(traces, 12, 2));  // another try is another story
        QCOMPARE(stageOf(traces, 13), WireRecord::Kind::Answered);
        const auto& answer = traces.find(13, 1)->answer;
        QCOMPARE(answer.fate, DeliveryFate::Rejected);
        QVERIFY(answer.badAddress && !answer.notTried && !answer.providerBroken);
        QCOMPARE(answer.serverCode, 550);
        QVERIFY(answer.reply.starts_with("550 "));
        // Numbers alone: neither an address nor a word of the server's.
        QVERIFY(disk.inCache.find("example") == std::string::npos);
        QVERIFY(disk.inCache.find("known") == std::string::npos);
    }

    void everyFieldOfAnAnswerSurvives()
    {
        test::SeededRandom random(31);
        for (int round = 0; round < 2'000; ++round) {
            WireRecord record;
            record.kind = WireRecord::Kind::Answered;
            record.message = random->between(1, std::int64_t{1} << 60);
            record.attempt = static_cast<int>(random->between(0, 65'535));
            record.durable = 0;
            record.fate = static_cast<DeliveryFate>(random->below(4));
            record.badAddress = random->chance(0.5);
            record.notTried = random->chance(0.5);
            record.providerBroken = random->chance(0.5);
            record.serverCode = static_cast<int>(random->between(0, 999));
            record.retryAfterSeconds = random->between(0, 4'000'000'000);
            auto bytes = encodeWireHeader(generation) + encodeWireRecord(record, 1, generation);
            const auto traces = readWireRecords(bytes, generation);
            const auto* trace = traces.find(record.message, record.attempt);
            QVERIFY(trace != nullptr);
            QCOMPARE(trace->answer.fate, record.fate);
            QCOMPARE(trace->answer.badAddress, record.badAddress);
            QCOMPARE(trace->answer.notTried, record.notTried);
            QCOMPARE(trace->answer.providerBroken, record.providerBroken);
            QCOMPARE(trace->answer.serverCode, record.serverCode);
            QCOMPARE(trace->answer.retryAfterSeconds, record.retryAfterSeconds);
            // One changed bit anywhere, and it is no record any more.
            bytes[wireSlotBytes + static_cast<std::size_t>(random->below(wireSlotBytes))] ^=
                static_cast<char>(1 << random->below(8));
            QVERIFY(readWireRecords(bytes, generation).traces.empty());
        }
    }

    void aJournalOfAnotherTimeKnowsNothing()
    {
        FakeDisk disk;
        const auto journal = journalOn(disk);
        QVERIFY(journal->lease({{1, 1}}));
        QVERIFY(stageOf(readWireRecords(disk.inCache, generation), 1));
        for (const std::string_view other : {"", "another", "0123456789abcdef0123456789abcdee"}) {
            QVERIFY(readWireRecords(disk.inCache, other).traces.empty());
        }
        QVERIFY(readWireRecords("", generation).traces.empty());
        QVERIFY(readWireRecords(std::string(1000, 'x'), generation).traces.empty());
        QVERIFY(readWireRecords(disk.inCache.substr(0, 40), generation).traces.empty());
    }

    void aTailTornAtAnyByteHidesNothingThatWasOnTheDisk()
    {
        FakeDisk disk;
        const auto journal = journalOn(disk, 64);
        QVERIFY(journal->lease({{1, 1}, {2, 1}}));
        QVERIFY(journal->begin(1));
        const auto before = disk.onDisk;
        journal->answer(1, answerWith(DeliveryFate::Accepted));
        QVERIFY(journal->begin(2));
        const auto after = disk.inCache;
        for (std::size_t cut = 0; cut <= after.size(); ++cut) {
            const auto traces = readWireRecords(after.substr(0, cut) + before.substr(cut), generation);
            QVERIFY(!traces.damaged);
            QVERIFY(stageOf(traces, 1) == WireRecord::Kind::Begun || stageOf(traces, 1) == WireRecord::Kind::Answered);
            // The later record is never believed without the one before it.
            QVERIFY(stageOf(traces, 2) != WireRecord::Kind::Begun || stageOf(traces, 1) == WireRecord::Kind::Answered);
        }
    }

    void aRecordBehindAGapIsNotBelieved()
    {
        FakeDisk disk;
        const auto journal = journalOn(disk, 64);
        QVERIFY(journal->lease({{1, 1}, {2, 1}}));  // slots 1 and 2
        QVERIFY(journal->begin(1));                 // slot 3
        journal->answer(1, answerWith(DeliveryFate::Accepted));
        QVERIFY(journal->begin(2));
        // The power went before that flush was done, and the disk had written the later slot first.
        auto image = disk.inCache;
        image.replace(4 * wireSlotBytes, wireSlotBytes, wireSlotBytes, '\0');
        const auto traces = readWireRecords(image, generation);
        QVERIFY(!traces.damaged);
        QCOMPARE(stageOf(traces, 1), WireRecord::Kind::Begun);
        QCOMPARE(stageOf(traces, 2), WireRecord::Kind::Leased);
    }

    void aHoleInWhatWasOnTheDiskMakesNothingBelieved()
    {
        FakeDisk disk;
        const auto journal = journalOn(disk, 64);
        QVERIFY(journal->lease({{1, 1}, {2, 1}, {3, 1}}));  // slots 1, 2, 3
        QVERIFY(journal->begin(1));                         // slot 4
        QVERIFY(journal->begin(2));                         // slot 5, which says that 4 was on the disk
        for (std::size_t slot = 1; slot <= 4; ++slot) {
            auto image = disk.onDisk;
            image.replace(slot * wireSlotBytes, wireSlotBytes, wireSlotBytes, '\0');
            const auto traces = readWireRecords(image, generation);
            QVERIFY(traces.damaged);
            QVERIFY(traces.traces.empty());
        }
    }

    void whatComesBackAfterAPowerCutIsNeverMoreThanWasSaid_data()
    {
        QTest::addColumn<int>("slotCount");
        QTest::newRow("one file") << int(WireJournal::usualSlots);
        QTest::newRow("written anew again and again") << 64;
    }
    /// Many connections send, leases and results come and go; at a random moment the power goes, or the process alone.
    void whatComesBackAfterAPowerCutIsNeverMoreThanWasSaid()
    {
        QFETCH(int, slotCount);
        constexpr std::size_t connections = 4;
        int inDoubt = 0;
        for (std::uint64_t seed = 1; seed <= 1'500; ++seed) {
            test::SeededRandom random(seed);
            FakeDisk disk;
            const auto journal = journalOn(disk, static_cast<std::uint32_t>(slotCount));
            struct Truth {
                int attempt = 0;
                bool isLeased = false;  ///< and not in the ledger yet
                bool onWire = false;
                std::optional<DeliveryFate> answer;
            };
            std::map<std::int64_t, Truth> truth;
            std::array<std::int64_t, connections> busy{};
            std::int64_t planned = 0;
            const auto steps = random->between(1, 120);
            for (std::int64_t step = 0; step < steps; ++step) {
                const auto choice = random->below(10);
                auto& connection = busy[static_cast<std::size_t>(random->below(connections))];
                if (choice == 0) {
                    std::vector<WireJournal::Try> batch;
                    for (int count = 0; count < 5; ++count) {
                        const auto message =
                            random->chance(0.3) && planned > 0 ? random->between(1, planned) : ++planned;
                        auto& each = truth[message];
                        if (each.isLeased || (each.answer && *each.answer != DeliveryFate::Deferred)) {
                            continue;
                        }
                        each = {each.attempt + 1, true, false, std::nullopt};
                        batch.push_back({message, each.attempt});
                    }
                    QVERIFY(journal->lease(batch));
                } else if (choice <= 5 && connection == 0) {
                    for (auto& [message, each] : truth) {
                        if (each.isLeased && !each.onWire && !each.answer &&
                            std::find(busy.begin(), busy.end(), message) == busy.end()) {
                            QVERIFY(journal->begin(message));
                            each.onWire = true;
                            connection = message;
                            break;
                        }
                    }
                } else if (choice <= 8 && connection != 0) {
                    const auto fate = static_cast<DeliveryFate>(random->below(4));
                    journal->answer(connection, answerWith(fate));
                    truth[connection].answer = fate;
                    connection = 0;
                } else if (choice == 9) {
                    // The ledger has them now.
                    std::vector<WireJournal::Try> recorded;
                    for (auto& [message, each] : truth) {
                        if (each.isLeased && each.answer && random->chance(0.5)) {
                            each.isLeased = false;
                            recorded.push_back({message, each.attempt});
                        }
                    }
                    journal->forget(recorded);
                }
            }
            const bool powerCut = random->chance(0.7);
            const auto traces = readWireRecords(powerCut ? disk.afterPowerCut(*random) : disk.inCache, generation);
            QVERIFY(!traces.damaged);
            std::size_t unknown = 0;
            for (const auto& [message, each] : truth) {
                if (!each.isLeased) {
                    continue;  // the ledger knows better
                }
                const auto* trace = traces.find(message, each.attempt);
                QVERIFY(trace != nullptr);
                const bool again =
                    trace->stage == WireRecord::Kind::Leased ||
                    (trace->stage == WireRecord::Kind::Answered && trace->answer.fate == DeliveryFate::Deferred);
                // What was on the wire goes out again only when the server had put it off.
                QVERIFY(!again || !each.onWire || each.answer == DeliveryFate::Deferred);
                QVERIFY(trace->stage != WireRecord::Kind::Answered || trace->answer.fate == each.answer);
                unknown += trace->stage == WireRecord::Kind::Begun ? 1 : 0;
            }
            QVERIFY2(unknown <= connections, std::to_string(seed).c_str());
            inDoubt += static_cast<int>(unknown);
        }
        QVERIFY(inDoubt > 100);  // the cuts did hit
    }

    void aFullJournalIsWrittenAnewAndStaysSmall()
    {
        FakeDisk disk;
        auto journal = journalOn(disk, 64);
        const auto size = disk.inCache.size();
        QCOMPARE(size, 64 * wireSlotBytes);
        QVERIFY(journal->lease({{100'000, 1}}));
        QVERIFY(journal->begin(100'000));
        for (std::int64_t message = 1; message <= 1'000; ++message) {
            QVERIFY(journal->lease({{message, 1}}));
            QVERIFY(journal->begin(message));
            journal->answer(message, answerWith(DeliveryFate::Accepted));
            QCOMPARE(stageOf(readWireRecords(disk.inCache, generation), message), WireRecord::Kind::Answered);
            journal->forget({{message, 1}});
            QCOMPARE(stageOf(readWireRecords(disk.inCache, generation), 100'000), WireRecord::Kind::Begun);
        }
        QVERIFY(disk.replaced > 10);
        QCOMPARE(disk.inCache.size(), size);
        // Only what is not forgotten makes it grow.
        std::vector<WireJournal::Try> many;
        for (std::int64_t message = 2'000; message < 2'100; ++message) {
            many.push_back({message, 1});
        }
        QVERIFY(journal->lease(many));
        QVERIFY(disk.inCache.size() > size);
        QVERIFY(disk.inCache.size() <= 1024 * wireSlotBytes);
        const auto traces = readWireRecords(disk.inCache, generation);
        QVERIFY(std::all_of(many.begin(), many.end(), [&](const auto& each) {
            return stageOf(traces, each.message) == WireRecord::Kind::Leased;
        }));
    }

    void itGoesWhenAllOfItWasForgotten()
    {
        FakeDisk disk;
        auto journal = journalOn(disk);
        QVERIFY(journal->lease({{1, 1}, {2, 1}}));
        journal->forget({{1, 1}});
        journal.reset();
        QVERIFY(!disk.removed);
        journal = journalOn(disk);
        QVERIFY(journal->lease({{1, 1}}));
        journal->forget({{1, 1}});
        journal.reset();
        QVERIFY(disk.removed);
    }

    void whatNobodyLeasedCannotBeBegun()
    {
        FakeDisk disk;
        const auto journal = journalOn(disk);
        QCOMPARE(journal->begin(7).error().kind, ErrorKind::Conflict);
        QVERIFY(journal->lease({{7, 1}}));
        QVERIFY(journal->begin(7));
        QVERIFY(journal->begin(7));  // once more on a new connection
        journal->answer(7, answerWith(DeliveryFate::Accepted));
        QCOMPARE(journal->begin(7).error().kind, ErrorKind::Conflict);
    }

    void aDiskThatFailsStopsSendingForGood()
    {
        FakeDisk disk;
        const auto journal = journalOn(disk);
        QVERIFY(journal->lease({{1, 1}, {2, 1}}));
        disk.isFull = true;
        QVERIFY(!journal->begin(1));
        // Room again, but what the system did with the pages in between is not known.
        disk.isFull = false;
        QVERIFY(!journal->begin(2));
        QVERIFY(!journal->lease({{3, 1}}));
        disk.isFull = true;
        FakeDisk full;
        full.isFull = true;
        QVERIFY(!WireJournal::start(std::make_unique<FakeMedium>(full), "x"));
    }

    void thoseWhoWaitTogetherShareOneFlush()
    {
        FakeDisk disk;
        const auto journal = journalOn(disk);
        QVERIFY(journal->lease({{1, 1}, {2, 1}, {3, 1}, {4, 1}}));
        const int before = disk.syncs;
        std::atomic<bool> first = true;
        disk.duringSync = [&] {
            if (!first.exchange(false)) {
                return;
            }
            // The first flush lasts until the three others have written theirs.
            for (int seen = 0; seen < 4; std::this_thread::yield()) {
                const std::lock_guard lock(disk.mutex);
                const auto traces = readWireRecords(disk.inCache, generation);
                seen = 0;
                for (std::int64_t message = 1; message <= 4; ++message) {
                    seen += stageOf(traces, message) == WireRecord::Kind::Begun ? 1 : 0;
                }
            }
        };
        std::vector<std::thread> threads;
        std::atomic<int> wrong = 0;
        for (std::int64_t message = 1; message <= 4; ++message) {
            threads.emplace_back([&, message] {
                if (!journal->begin(message)) {
                    ++wrong;
                }
                const std::lock_guard lock(disk.mutex);
                if (stageOf(readWireRecords(disk.onDisk, generation), message) != WireRecord::Kind::Begun) {
                    ++wrong;
                }
            });
        }
        for (auto& thread : threads) {
            thread.join();
        }
        QCOMPARE(wrong.load(), 0);
        QCOMPARE(disk.syncs - before, 2);
    }

    void manyThreadsOnARealFileLoseNothing()
    {
        const test::TempDir folder;
        const auto file = wireFileOf(folder / "shop.shopbell");
        QCOMPARE(file.filename().string(), std::string("shop.shopbell-wire"));
        auto journal = *WireJournal::start(makeWireFile(file), std::string(generation), 128);
        constexpr std::int64_t each = 60;
        std::vector<std::thread> threads;
        std::atomic<int> wrong = 0;
        for (std::int64_t number = 0; number < 4; ++number) {
            threads.emplace_back([&, number] {
                for (std::int64_t message = number * each + 1; message <= (number + 1) * each; ++message) {
                    wrong += journal->lease({{message, 1}}) && journal->begin(message) ? 0 : 1;
                    wrong +=
                        stageOf(readWireRecords(readWireFile(file), generation), message) == WireRecord::Kind::Begun
                            ? 0
                            : 1;
                    if (message % 2 == 0) {
                        journal->answer(message, answerWith(DeliveryFate::Accepted));
                    }
                    if (message % 4 == 0) {
                        journal->forget({{message, 1}});
                    }
                }
            });
        }
        for (auto& thread : threads) {
            thread.join();
        }
        QCOMPARE(wrong.load(), 0);
        const auto traces = readWireRecords(readWireFile(file), generation);
        for (std::int64_t message = 1; message <= 4 * each; ++message) {
            if (message % 4 != 0) {
                QCOMPARE(stageOf(traces, message),
                         message % 2 == 0 ? WireRecord::Kind::Answered : WireRecord::Kind::Begun);
            }
        }
        for (std::int64_t message = 1; message <= 4 * each; ++message) {
            journal->forget({{message, 1}});
        }
        journal.reset();
        QVERIFY(!std::filesystem::exists(file));
    }

    void aFolderThatMayNotBeWrittenIsSaidInWords()
    {
        const test::TempDir folder;
        const auto journal =
            WireJournal::start(makeWireFile(folder / "no such folder" / "shop.shopbell-wire"), "generation");
        QVERIFY(!journal);
        QVERIFY2(journal.error().what.find("journal") != std::string::npos, journal.error().what.c_str());
    }
};

SHOPBELL_TEST(TestWireJournal)
#include "test_wire_journal.moc"
