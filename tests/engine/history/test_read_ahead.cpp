// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/read_ahead.h"
#include "support/registry.h"

#include <QTest>

#include <cstdint>
#include <stdexcept>
#include <vector>

using namespace shopbell;

namespace {

LoggedEvent eventOf(std::int64_t row)
{
    return {row, row * 7, row % 3 == 0 ? noValue : row, static_cast<ProfileNumber>(row % 11)};
}

/// So many events, then an error where one is wanted.
auto reader(std::int64_t events, bool fails)
{
    return [=](const auto& sink) -> Result<void> {
        for (std::int64_t row = 1; row <= events; ++row) {
            if (!sink(eventOf(row))) {
                return fail(ErrorKind::Cancelled, "Given up.");
            }
        }
        return fails ? fail(ErrorKind::Corrupt, "Torn.") : Result<void>();
    };
}

}  // namespace

class TestReadAhead final : public QObject {
    Q_OBJECT
private slots:
    void everyEventComesOnceAndInOrder_data()
    {
        QTest::addColumn<qint64>("events");
        // None, one, and around the ends of batches and of all batches that may wait.
        for (const qint64 events : {0, 1, 8'191, 8'192, 8'193, 32'768, 32'769, 300'000}) {
            QTest::addRow("%lld", static_cast<long long>(events)) << events;
        }
    }
    void everyEventComesOnceAndInOrder()
    {
        QFETCH(qint64, events);
        std::int64_t next = 1;
        bool same = true;
        const auto done = ReadAhead::run(reader(events, false), [&](std::span<const LoggedEvent> some) {
            for (const LoggedEvent& event : some) {
                const LoggedEvent wanted = eventOf(next++);
                same = same && event.row == wanted.row && event.at == wanted.at && event.value == wanted.value &&
                       event.profile == wanted.profile;
            }
        });
        QVERIFY(done);
        QVERIFY(same);
        QCOMPARE(next - 1, events);
    }

    void whatReadingSaysIsSaid()
    {
        std::size_t taken = 0;
        const auto done =
            ReadAhead::run(reader(100'000, true), [&](std::span<const LoggedEvent> some) { taken += some.size(); });
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::Corrupt);
        QCOMPARE(taken, std::size_t{100'000});
    }

    void whoStopsTakingEndsTheReader()
    {
        std::size_t batches = 0;
        bool thrown = false;
        try {
            static_cast<void>(ReadAhead::run(reader(10'000'000'000, false), [&](std::span<const LoggedEvent>) {
                if (++batches == 3) {
                    throw std::runtime_error("no more");
                }
            }));
        } catch (const std::runtime_error&) {
            thrown = true;
        }
        QVERIFY(thrown);
        QCOMPARE(batches, std::size_t{3});
    }
};

SHOPBELL_TEST(TestReadAhead)
#include "test_read_ahead.moc"
