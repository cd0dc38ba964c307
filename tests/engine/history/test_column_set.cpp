// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/column_set.h"
#include "support/registry.h"
#include "support/seeded_random.h"

#include <QTest>

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <vector>

using namespace shopbell;
using test::SeededRandom;

namespace {

class TestColumnSet final : public QObject {
    Q_OBJECT
private slots:
    void eventsStandByProfile_data()
    {
        QTest::addColumn<quint64>("seed");
        QTest::addColumn<qint64>("events");
        QTest::addColumn<qint64>("profiles");
        for (quint64 seed = 1; seed <= 40; ++seed) {
            SeededRandom random(seed);
            // Few people, and enough for many neighbourhoods, most of them empty where events are few.
            const qint64 profiles = seed % 3 == 0 ? random->between(1, 50) : random->between(8'000, 120'000);
            QTest::addRow("%llu", static_cast<unsigned long long>(seed))
                << seed << qint64{random->between(0, seed % 4 == 0 ? 20 : 30'000)} << profiles;
        }
    }
    void eventsStandByProfile()
    {
        QFETCH(quint64, seed);
        QFETCH(qint64, events);
        QFETCH(qint64, profiles);
        SeededRandom random(seed);
        ColumnBuilder builder(static_cast<std::size_t>(events), std::make_shared<Aliases>());
        std::map<ProfileNumber, std::vector<std::pair<std::uint32_t, std::int64_t>>> expected;
        for (std::int64_t i = 0; i < events; ++i) {
            // Some people have most of the events.
            const auto profile =
                static_cast<ProfileNumber>(random->chance(0.3) ? random->between(0, std::min<std::int64_t>(9, profiles))
                                                               : random->between(0, profiles));
            const std::int64_t value = random->chance(0.2) ? noValue : random->between(-500, 90'000) * 10'000;
            builder.add(i + 1, 1'700'000'000'000 + i, value, profile);
            expected[profile].emplace_back(static_cast<std::uint32_t>(i), value);
        }
        const auto set = builder.finish(events);
        const TailedColumns columns(set, {});
        QCOMPARE(std::int64_t{columns.size()}, events);
        for (ProfileNumber profile = 0; profile < columns.profileEnd() + 3; ++profile) {
            const auto ranks = columns.ranksOf(profile);
            const auto wanted = expected.find(profile);
            QCOMPARE(ranks.size(), wanted == expected.end() ? std::size_t{0} : wanted->second.size());
            for (std::size_t k = 0; k < ranks.size(); ++k) {
                QCOMPARE(ranks[k], wanted->second[k].first);
                const auto place = columns.offsets[profile] + static_cast<std::uint32_t>(k);
                QCOMPARE(columns.valueByProfile.micros(place), wanted->second[k].second);
            }
        }
    }
};

}  // namespace

SHOPBELL_TEST(TestColumnSet)
#include "test_column_set.moc"
