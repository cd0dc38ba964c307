// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "base/text.h"
#include "model/property.h"
#include "support/registry.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

using namespace shopbell;

namespace {

std::string randomText(Random& random)
{
    static const std::string_view pieces[] = {"a",  "Z", "\"", "\\", "\n", "\t", "\x01", "\x1f", "/", "$date", "ä",
                                              "例", "😀", "{",  "}",  "[",  "]",  ":",    ",",    " ", "null",  "\x7f"};
    std::string text;
    for (auto size = random.below(12); size > 0; --size) {
        text += pieces[random.below(std::size(pieces))];
    }
    return text;
}

PropertyValue randomValue(Random& random)
{
    switch (random.below(5)) {
    case 0: return random.chance(0.5);
    case 1: {
        const double numbers[] = {0,   -1,    1.5,       1e-7,          123456789012345,
                                  0.1, 1e300, -2.5e-300, random.unit(), random.normal() * 1e9};
        return numbers[random.below(std::size(numbers))];
    }
    case 2: return randomText(random);
    case 3: return Instant{random.between(-62'135'596'800'000, 253'402'300'799'999)};
    default: {
        std::vector<std::string> list;
        for (auto size = random.below(4); size > 0; --size) {
            list.push_back(randomText(random));
        }
        return list;
    }
    }
}

}  // namespace

class TestProperty : public QObject {
    Q_OBJECT

private slots:
    void whateverIsWrittenIsReadBackTheSame()
    {
        auto random = Random(42);
        for (int round = 0; round < 20'000; ++round) {
            Properties properties;
            for (auto count = random.below(6); count > 0; --count) {
                properties["p" + randomText(random)] = randomValue(random);
            }
            const auto json = toJson(properties);
            const auto back = parseProperties(json);
            QVERIFY2(back, json.c_str());
            QVERIFY2(*back == properties, json.c_str());
            QCOMPARE(toJson(*back), json);
            // Another reader agrees that it is JSON, with the same members.
            const auto other = nlohmann::json::parse(json, nullptr, false);
            QVERIFY(other.is_object());
            QCOMPARE(other.size(), properties.size());
        }
    }

    void theStoredFormIsSortedAndWithoutBlanks()
    {
        const Properties properties{{"vip", true},
                                    {"age", 41.0},
                                    {"city", std::string("Graz \"Süd\"")},
                                    {"since", Instant{1'795'219'200'000}},
                                    {"tags", std::vector<std::string>{"a", "b"}}};
        QCOMPARE(toJson(properties),
                 std::string("{\"age\":41,\"city\":\"Graz \\\"Süd\\\"\",\"since\":{\"$date\":\"" +
                             Instant{1'795'219'200'000}.toIso() + "\"},\"tags\":[\"a\",\"b\"],\"vip\":true}"));
        QCOMPARE(toJson(Properties{}), std::string("{}"));
    }

    void typesAreTold()
    {
        const auto properties = parseProperties("{\"a\":true,\"b\":1.5,\"c\":\"x\",\"d\":{\"$date\":\"2026-11-21\"},"
                                                "\"e\":[\"x\",2,true,null],\"f\":null}")
                                    .value();
        QCOMPARE(properties.size(), std::size_t(5));
        QVERIFY(propertyTypeName(properties.at("a")) == "boolean");
        QVERIFY(propertyTypeName(properties.at("b")) == "number");
        QVERIFY(propertyTypeName(properties.at("c")) == "string");
        QVERIFY(propertyTypeName(properties.at("d")) == "date");
        QVERIFY(propertyTypeName(properties.at("e")) == "list");
        QCOMPARE(toText(properties.at("e")), std::string("x; 2; true"));
        QCOMPARE(toText(properties.at("b")), std::string("1.5"));
        QCOMPARE(toText(properties.at("d")), std::string("2026-11-21T00:00:00.000Z"));
    }

    void aTextThatLooksLikeADateStaysAText()
    {
        const auto properties = parseProperties("{\"a\":\"2026-11-21\"}").value();
        QVERIFY(propertyTypeName(properties.at("a")) == "string");
    }

    void numbersThatJsonCannotSayAreUnset()
    {
        const Properties properties{{"a", std::numeric_limits<double>::quiet_NaN()},
                                    {"b", std::numeric_limits<double>::infinity()},
                                    {"c", 1.0}};
        QCOMPARE(toJson(properties), std::string("{\"c\":1}"));
    }

    void malformedTextIsMendedWhenWritten()
    {
        const auto json = toJson(Properties{{"a", std::string("x\xFFy")}});
        QVERIFY(isValidUtf8(json));
        QVERIFY(parseProperties(json));
    }

    void whatCannotBeKeptIsRefusedAndNamed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("not JSON") << QByteArray("{\"a\":}") << QByteArray("JSON");
        QTest::newRow("cut short") << QByteArray("{\"a\":\"b") << QByteArray("JSON");
        QTest::newRow("empty") << QByteArray("") << QByteArray("JSON");
        QTest::newRow("two objects") << QByteArray("{}{}") << QByteArray("JSON");
        QTest::newRow("huge number") << QByteArray("{\"a\":1e999}") << QByteArray("JSON");
        QTest::newRow("bad UTF-8") << QByteArray("{\"a\":\"\xFF\"}") << QByteArray("JSON");
        QTest::newRow("a list") << QByteArray("[1]") << QByteArray("object");
        QTest::newRow("a number") << QByteArray("7") << QByteArray("object");
        QTest::newRow("nested object") << QByteArray("{\"outer\":{\"x\":1}}") << QByteArray("outer");
        QTest::newRow("nested list") << QByteArray("{\"outer\":[[1]]}") << QByteArray("outer");
        QTest::newRow("object in a list") << QByteArray("{\"outer\":[{}]}") << QByteArray("outer");
        QTest::newRow("bad date") << QByteArray("{\"born\":{\"$date\":\"yesterday\"}}") << QByteArray("born");
        QTest::newRow("date with more") << QByteArray("{\"born\":{\"$date\":\"2026-01-01\",\"x\":1}}")
                                        << QByteArray("born");
        QTest::newRow("long name") << QByteArray("{\"") + QByteArray(129, 'n') + "\":1}" << QByteArray("name");
        QTest::newRow("no name") << QByteArray("{\"\":1}") << QByteArray("name");
        QTest::newRow("long text") << QByteArray("{\"essay\":\"") + QByteArray(16 * 1024 + 1, 'x') + "\"}"
                                   << QByteArray("essay");
        QTest::newRow("long list") << QByteArray("{\"many\":[\"") + QByteArray(9000, 'x') + "\",\"" +
                                          QByteArray(9000, 'x') + "\"]}"
                                   << QByteArray("many");
        QTest::newRow("deep") << QByteArray("{\"deep\":") + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "}"
                              << QByteArray("deep");
    }

    void whatCannotBeKeptIsRefusedAndNamed()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, named);
        const auto parsed = parseProperties(json.toStdString());
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().kind, ErrorKind::InvalidInput);
        QVERIFY2(parsed.error().what.find(named.toStdString()) != std::string::npos, parsed.error().what.c_str());
    }

    void boundsAreHeldToTheLast()
    {
        const auto many = [](std::size_t count) {
            nlohmann::json all = nlohmann::json::object();
            for (std::size_t number = 0; number < count; ++number) {
                all["p" + std::to_string(number)] = number;
            }
            return all.dump();
        };
        QCOMPARE(parseProperties(many(maxProperties))->size(), maxProperties);
        QVERIFY(!parseProperties(many(maxProperties + 1)));
        QVERIFY(
            parseProperties("{\"" + std::string(128, 'n') + "\":\"" + std::string(maxPropertyTextBytes, 'x') + "\"}"));
        QVERIFY(!parseProperties("{" + std::string(maxPropertiesBytes, ' ') + "}"));
    }
};

SHOPBELL_TEST(TestProperty)
#include "test_property.moc"
