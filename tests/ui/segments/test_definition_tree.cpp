// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/segments/definition_tree.h"

#include <QJsonDocument>
#include <QTest>

#include <random>

using namespace shopbell;
using namespace shopbell::ui;

namespace {

QJsonObject leaf(int number)
{
    return {{QStringLiteral("type"), QStringLiteral("sample")}, {QStringLiteral("percent"), number}};
}

DefinitionTree treeOf(const char* json)
{
    DefinitionTree tree;
    tree.read({json});
    return tree;
}

/// {"all":[1,{"any":[2,3]},4]} for short.
DefinitionTree sample()
{
    DefinitionTree tree;
    tree.append({}, leaf(1));
    tree.append({}, makeGroup(GroupKind::Any, {leaf(2), leaf(3)}));
    tree.append({}, leaf(4));
    return tree;
}

QString told(const QJsonObject& node)
{
    if (!isGroup(node)) {
        return QString::number(node.value(QStringLiteral("percent")).toInt());
    }
    QStringList parts;
    const QJsonArray list = groupParts(node);
    for (const QJsonValue& each : list) {
        parts += told(each.toObject());
    }
    const char* kinds = "&|!";
    return QString(QLatin1Char(kinds[static_cast<int>(groupKind(node))])) + QLatin1Char('(') +
           parts.join(QLatin1Char(' ')) + QLatin1Char(')');
}

QString told(const DefinitionTree& tree)
{
    return told(tree.root());
}

QList<NodePath> allPaths(const DefinitionTree& tree)
{
    QList<NodePath> paths;
    for (const auto& each : nodePlaces(tree.root())) {
        paths += each.path;
    }
    return paths;
}

}  // namespace

class TestDefinitionTree : public QObject {
    Q_OBJECT
private slots:
    void nodesMoveBetweenGroups()
    {
        DefinitionTree tree = sample();
        QCOMPARE(tree.move({0}, {1}, 1), (NodePath{0, 1}));
        QCOMPARE(told(tree), QStringLiteral("&(|(2 1 3) 4)"));
        QCOMPARE(tree.move({0, 1}, {}, 2), NodePath{2});
        QCOMPARE(told(tree), QStringLiteral("&(|(2 3) 4 1)"));
    }

    void aGroupDoesNotGoIntoItself()
    {
        DefinitionTree tree = sample();
        QCOMPARE(tree.move({1}, {1}, 0), NodePath{1});
        QCOMPARE(tree.move({}, {1}, 0), NodePath());
        QCOMPARE(tree.join({1}, {1, 0}, GroupKind::Any), NodePath{1});
        QCOMPARE(tree, sample());
    }

    void aGroupThatIsLeftEmptyGoes()
    {
        DefinitionTree tree = sample();
        tree.move({1, 0}, {}, 0);
        tree.move({2, 0}, {}, 0);
        QCOMPARE(told(tree), QStringLiteral("&(3 2 1 4)"));
    }

    void nodesAreGroupedAndSetFree()
    {
        DefinitionTree tree = sample();
        QCOMPARE(tree.join({2}, {0}, GroupKind::Any), NodePath{0});
        QCOMPARE(told(tree), QStringLiteral("&(|(1 4) |(2 3))"));
        QCOMPARE(tree.ungroup({0}), NodePath{0});
        QCOMPARE(told(tree), QStringLiteral("&(1 4 |(2 3))"));
        QCOMPARE(tree.wrap({2}, GroupKind::None), NodePath{2});
        QCOMPARE(told(tree), QStringLiteral("&(1 4 !(|(2 3)))"));
    }

    void stepsLeadUpDownOutAndIn()
    {
        DefinitionTree tree = sample();
        QCOMPARE(stepped(tree, {0}, Step::In), (NodePath{0, 0}));
        QCOMPARE(told(tree), QStringLiteral("&(|(1 2 3) 4)"));
        QCOMPARE(stepped(tree, {0, 0}, Step::Down), (NodePath{0, 1}));
        QCOMPARE(stepped(tree, {0, 1}, Step::Out), NodePath{1});
        QCOMPARE(told(tree), QStringLiteral("&(|(2 3) 1 4)"));
        QCOMPARE(stepped(tree, {1}, Step::Up), NodePath{0});
        QCOMPARE(stepped(tree, {1, 1}, Step::Down), NodePath{2});
        QCOMPARE(told(tree), QStringLiteral("&(1 |(2) 3 4)"));
        QCOMPARE(stepped(tree, {0}, Step::Up), NodePath{0});
        QCOMPARE(stepped(tree, {3}, Step::Down), NodePath{3});
    }

    void aBareNotStaysBareUntilItHasTwoParts()
    {
        const char* json = R"({"all":[{"not":{"type":"sample","percent":1}}]})";
        DefinitionTree tree = treeOf(json);
        QCOMPARE(told(tree), QStringLiteral("&(!(1))"));
        tree.replace({0, 0}, leaf(7));
        QCOMPARE(tree.written().json, std::string(R"({"all":[{"not":{"percent":7,"type":"sample"}}]})"));
        tree.append({0}, leaf(8));
        QCOMPARE(told(tree), QStringLiteral("&(!(7 8))"));
        QVERIFY(tree.written().json.find(R"("not":{"any":)") != std::string::npos);
    }

    void placesCountNotAndItsAnyAsTwo()
    {
        const auto places = nodePlaces(
            treeOf(R"({"all":[{"not":{"any":[{"type":"a"},{"type":"b"}]}},{"not":{"type":"c"}},{"type":"d"}]})")
                .root());
        QList<int> numbers;
        for (const auto& each : places) {
            numbers += each.place;
        }
        // all 0, not 1, any 2, a 3, b 4, not 5, c 6, d 7
        QCOMPARE(numbers, (QList<int>{0, 1, 3, 4, 5, 6, 7}));
    }

    void noMoveLosesOrDoublesANode()
    {
        std::mt19937 random(4);
        const auto upTo = [&](qsizetype n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
        for (int round = 0; round < 3000; ++round) {
            DefinitionTree tree = sample();
            tree.append({}, makeGroup(GroupKind::None, {leaf(5), makeGroup(GroupKind::All, {leaf(6), leaf(7)})}));
            for (int edit = 0; edit < 12; ++edit) {
                const QList<NodePath> paths = allPaths(tree);
                const NodePath path = paths[upTo(paths.size())];
                const NodePath other = paths[upTo(paths.size())];
                NodePath after = path;
                const QJsonObject moved = tree.at(path);
                switch (upTo(5)) {
                case 0: after = tree.move(path, other, upTo(4)); break;
                case 1: after = tree.join(path, other, GroupKind::Any); break;
                case 2: after = stepped(tree, path, static_cast<Step>(upTo(4))); break;
                case 3: after = tree.wrap(path, GroupKind::All); break;
                case 4: after = tree.ungroup(path); break;
                }
                QVERIFY2(!tree.at(after).isEmpty(), qPrintable(told(tree)));
            }
            QString digits;
            for (const QChar c : told(tree)) {
                if (c.isDigit()) {
                    digits += c;
                }
            }
            std::sort(digits.begin(), digits.end());
            QCOMPARE(digits, QStringLiteral("1234567"));
            DefinitionTree again;
            QVERIFY(again.read(tree.written()));
            QCOMPARE(again, tree);
        }
    }
};

SHOPBELL_TEST(TestDefinitionTree)
#include "test_definition_tree.moc"
