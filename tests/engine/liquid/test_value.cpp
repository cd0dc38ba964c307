// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/letter_case.h"
#include "liquid/value.h"
#include "rendering.h"
#include "support/registry.h"

#include <QTest>

#include <limits>

using namespace shopbell;
using namespace shopbell::liquid;

class TestValue : public QObject {
    Q_OBJECT
private slots:
    void numbersArePrintedAsRubyPrintsThem()
    {
        QCOMPARE(toText(Value(1.0)), std::string("1.0"));
        QCOMPARE(toText(Value(0.1)), std::string("0.1"));
        QCOMPARE(toText(Value(1e16)), std::string("1.0e+16"));
        QCOMPARE(toText(Value(1.5e-5)), std::string("1.5e-05"));
        QCOMPARE(toText(Value(123456789.25)), std::string("123456789.25"));
        QCOMPARE(toText(Value(std::numeric_limits<std::int64_t>::min())), std::string("-9223372036854775808"));
        QCOMPARE(toText(Value::fromDecimal(Decimal{12'000'000})), std::string("12"));
        QCOMPARE(toText(Value::fromDecimal(Decimal{12'500'000})), std::string("12.5"));
    }

    void equalityLooksAtMeaning()
    {
        QVERIFY(isEqual(Value(1), Value(1.0)));
        QVERIFY(!isEqual(Value(1), Value("1")));
        QVERIFY(isEqual(Value(), Value()));
        QVERIFY(!isEqual(Value(), Value(false)));
        QVERIFY(isEqual(Value(" "), Value::blank()));
        QVERIFY(!isEqual(Value(" "), Value::empty()));
        QVERIFY(isEqual(Value(List()), Value::empty()));
        QVERIFY(isEqual(Value(List{Value(1), Value("a")}), Value(List{Value(1.0), Value("a")})));
        QVERIFY(isEqual(test::dataOf({{"a", Value(1)}, {"b", Value(2)}}),
                        test::dataOf({{"b", Value(2)}, {"a", Value(1)}})));
    }

    void rangesKnowTheirSizeToTheLastNumber()
    {
        constexpr auto low = std::numeric_limits<std::int64_t>::min();
        constexpr auto high = std::numeric_limits<std::int64_t>::max();
        QCOMPARE((Range{1, 5}.size()), 5);
        QCOMPARE((Range{5, 1}.size()), 0);
        QCOMPARE((Range{high, high}.size()), 1);
        QCOMPARE((Range{low, high}.size()), high);
    }

    void lettersOfManyScriptsHaveACase()
    {
        QCOMPARE(toUpper("größe ÿ řeka привет ёлка αβγς ș 🎉 漢"), std::string("GRÖßE Ÿ ŘEKA ПРИВЕТ ЁЛКА ΑΒΓΣ Ș 🎉 漢"));
        QCOMPARE(toLower("GRÖSSE Ÿ ŘEKA ПРИВЕТ ЁЛКА ΑΒΓ Ș ŽLUŤ"), std::string("grösse ÿ řeka привет ёлка αβγ ș žluť"));
        QCOMPARE(toUpper("×÷"), std::string("×÷"));
    }
};

SHOPBELL_TEST(TestValue)
#include "test_value.moc"
