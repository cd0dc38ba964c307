// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/message_provider.h"
#include "support/registry.h"

#include <QTest>

#include <set>

using namespace shopbell;

class TestProviderKinds : public QObject {
    Q_OBJECT
private slots:
    void eachKindHasItsOwnNameAndFieldsThatMakeSense()
    {
        std::set<std::string_view> names;
        for (const auto& kind : providerKinds()) {
            QVERIFY(names.insert(kind.name).second);
            QVERIFY(!kind.label.empty());
            QVERIFY(kind.connections >= 1);
            QCOMPARE(findProviderKind(kind.name), &kind);
            std::set<std::string> keys;
            for (const auto& field : kind.fields()) {
                QVERIFY(keys.insert(field.key).second);
                QVERIFY(!field.label.empty());
                QVERIFY2(field.defaultValue.empty() || findFieldProblem(field, field.defaultValue).empty(),
                         field.key.c_str());
            }
        }
        QVERIFY(names.contains("smtp") && names.contains("local-outbox"));
        QVERIFY(findProviderKind("pigeon") == nullptr);
    }
};

SHOPBELL_TEST(TestProviderKinds)
#include "test_provider_kinds.moc"
