// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"

#include "profiles/identifier_index.h"
#include "support/seeded_random.h"

#include <QTest>

#include <map>

using namespace shopbell;
using namespace shopbell::test;

class TestIdentifierIndex : public QObject {
    Q_OBJECT
private slots:
    void answersLikeAMapThroughManyRandomChanges()
    {
        SeededRandom random(11);
        IdentifierIndex index;
        std::map<std::string, std::int64_t> oracle;
        for (int step = 0; step < 60000; ++step) {
            const std::string value = "v" + std::to_string(random->below(9000));
            const auto key = index.keyOf(IdentifierKind::Email, {}, value);
            if (random->chance(0.55)) {
                const std::int64_t id = random->between(1, 1'000'000);
                index.put(key, ProfileId{id});
                oracle[value] = id;
            } else {
                index.remove(key);
                oracle.erase(value);
            }
            if (step % 50 == 0) {
                const std::string asked = "v" + std::to_string(random->below(9000));
                const auto found = index.find(index.keyOf(IdentifierKind::Email, {}, asked));
                const auto expected = oracle.find(asked);
                QCOMPARE(found.has_value(), expected != oracle.end());
                if (found) {
                    QCOMPARE(found->value, expected->second);
                }
            }
        }
        QCOMPARE(index.size(), oracle.size());
        for (const auto& [value, id] : oracle) {
            const auto found = index.find(index.keyOf(IdentifierKind::Email, {}, value));
            QVERIFY(found);
            QCOMPARE(found->value, id);
        }
    }

    void tellsKindScopeAndLengthApart()
    {
        const IdentifierIndex index;
        const auto key = index.keyOf(IdentifierKind::External, ConnectionId{1}, "17");
        QVERIFY(!(key == index.keyOf(IdentifierKind::External, ConnectionId{2}, "17")));
        QVERIFY(!(key == index.keyOf(IdentifierKind::Anonymous, ConnectionId{1}, "17")));
        QVERIFY(!(key == index.keyOf(IdentifierKind::External, ConnectionId{1}, std::string_view("17\0", 3))));
        QVERIFY(key == index.keyOf(IdentifierKind::External, ConnectionId{1}, "17"));
    }
};

SHOPBELL_TEST(TestIdentifierIndex)
#include "test_identifier_index.moc"
