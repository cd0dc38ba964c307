// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/definition.h"
#include "segments/klaviyo.h"
#include "segments/templates.h"
#include "support/registry.h"
#include "support/segments/shop.h"

#include <QTest>

#include <set>

using namespace shopbell;
using namespace shopbell::segments;

class TestDefinition : public QObject {
    Q_OBJECT

private slots:
    void problemsNameTheirPlace_data();
    void problemsNameTheirPlace();
    void boundsAreKept();
    void defaultsAreLeftOut();
    void wordsAreASentence_data();
    void wordsAreASentence();
    void everyTemplateCanBeAsked();
    void klaviyoComesInAndGoesOut();
    void klaviyoTellsWhatHasNoEqual();
};

void TestDefinition::problemsNameTheirPlace_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("words");
    QTest::newRow("no JSON") << "{"
                             << ""
                             << "not sound JSON";
    QTest::newRow("nothing") << "{}"
                             << ""
                             << "expected \"all\"";
    QTest::newRow("a list") << "[]"
                            << ""
                            << "expected an object";
    QTest::newRow("type") << R"({"all":[{"type":"weather"}]})"
                          << "/all/0/type"
                          << "use metric, sequence";
    QTest::newRow("unknown member") << R"({"type":"sample","percent":5,"color":1})"
                                    << ""
                                    << "\"color\" does not belong here";
    QTest::newRow("two groups") << R"({"all":[],"any":[]})"
                                << ""
                                << "\"any\" does not belong";
    QTest::newRow("unit")
        << R"({"any":[{"not":{"type":"metric","metric":"A","timeframe":{"kind":"in-the-last","n":3,"unit":"dayz"}}}]})"
        << "/any/0/not/timeframe/unit"
        << "use minute, hour, day";
    QTest::newRow("n") << R"({"type":"metric","metric":"A","timeframe":{"kind":"in-the-last","n":0,"unit":"day"}})"
                       << "/timeframe/n"
                       << "whole number from 1";
    QTest::newRow("n and m")
        << R"({"type":"metric","metric":"A","timeframe":{"kind":"in-the-last-between","n":5,"m":5,"unit":"day"}})"
        << "/timeframe"
        << "more than";
    QTest::newRow("op") << R"({"type":"property","property":"x","op":"is","value":"y"})"
                        << "/op"
                        << "equals, not-equals";
    QTest::newRow("regex") << R"j({"type":"property","property":"x","op":"regex","value":"(?=a)"})j"
                           << ""
                           << "regular expression";
    QTest::newRow("metric name") << R"({"type":"metric","metric":""})"
                                 << "/metric"
                                 << "name of a metric";
    QTest::newRow("missing value") << R"({"type":"metric","metric":"A","measure":"sum","op":">"})"
                                   << ""
                                   << "\"value\" is missing";
    QTest::newRow("text value") << R"({"type":"metric","metric":"A","measure":"sum","op":">","value":"5"})"
                                << "/value"
                                << "expected a number";
    QTest::newRow("between") << R"({"type":"metric","metric":"A","op":"between","value":[5,1]})"
                             << "/value"
                             << "smaller number";
    QTest::newRow("nothing happened") << R"({"type":"sequence","steps":[{"metric":"A","exists":false}]})"
                                      << "/steps"
                                      << "at least one step";
    QTest::newRow("consent") << R"({"type":"consent","channel":"email"})"
                             << ""
                             << "exactly one of";
    QTest::newRow("channel") << R"({"type":"consent","channel":"fax","state":"subscribed"})"
                             << "/channel"
                             << "email, sms or push";
    QTest::newRow("near") << R"({"type":"location","area":"near","distance":5,"latitude":91,"longitude":0})"
                          << "/latitude"
                          << "-90 to 90";
    QTest::newRow("field") << R"({"type":"prediction","field":"mood","op":">","value":1})"
                           << ""
                           << "use historic_value";
    QTest::newRow("percent") << R"({"type":"sample","percent":101})"
                             << "/percent"
                             << "0 to 100";
    QTest::newRow("date") << R"({"type":"property","property":"x","op":"before","value":"yesterday"})"
                          << "/value"
                          << "expected a day like";
    QTest::newRow("unset") << R"({"type":"property","property":"x","op":"equals","value":"y","unset":"maybe"})"
                           << "/unset"
                           << "\"include\"";
    QTest::newRow("campaign and flow") << R"({"type":"message","what":"opened","campaign":1,"flow":2})"
                                       << ""
                                       << "leave one";
    QTest::newRow("joined")
        << R"({"type":"list","list":1,"member":false,"timeframe":{"kind":"in-the-last","n":1,"unit":"day"}})"
        << ""
        << "\"member\": true";
}

void TestDefinition::problemsNameTheirPlace()
{
    QFETCH(const QString, json);
    QFETCH(const QString, place);
    QFETCH(const QString, words);
    const auto parsed = parseDefinition(json.toStdString());
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, ErrorKind::InvalidInput);
    const QString what = QString::fromStdString(parsed.error().what);
    QVERIFY2(what.contains(words), qPrintable(what));
    if (!place.isEmpty()) {
        QVERIFY2(what.startsWith("At " + place + ":"), qPrintable(what));
    }
}

void TestDefinition::boundsAreKept()
{
    const auto nested = [](int depth) {
        std::string json = R"({"type":"sample","percent":1})";
        for (int i = 1; i < depth; ++i) {
            json = R"({"not":)" + json + '}';
        }
        return json;
    };
    QVERIFY(parseDefinition(nested(maxDefinitionDepth)));
    QVERIFY(!parseDefinition(nested(maxDefinitionDepth + 1)));
    QVERIFY(!parseDefinition(nested(5'000)));
    const auto wide = [](std::size_t parts) {
        std::string json = R"({"any":[{"type":"sample","percent":1})";
        for (std::size_t i = 2; i < parts; ++i) {
            json += R"(,{"type":"sample","percent":1})";
        }
        return json + "]}";
    };
    QVERIFY(parseDefinition(wide(maxDefinitionNodes)));
    QVERIFY(!parseDefinition(wide(maxDefinitionNodes + 1)));
    QVERIFY(!parseDefinition(std::string(maxDefinitionBytes + 1, ' ')));
    QVERIFY(!parseDefinition(R"({"type":"property","property":"x","op":"equals","value":")" +
                             std::string(maxValueBytes + 1, 'x') + "\"}"));
}

void TestDefinition::defaultsAreLeftOut()
{
    const auto parsed =
        parseDefinition(R"({ "any" : [ {"metric":"A","type":"metric","timeframe":{"kind":"all"},"where":[]} ] })");
    QVERIFY(parsed);
    QCOMPARE(toJson(*parsed).json,
             std::string(R"({"any":[{"type":"metric","metric":"A","measure":"count","op":">=","value":1}]})"));
}

void TestDefinition::wordsAreASentence_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("words");
    QTest::newRow("picture")
        << R"({"all":[{"type":"metric","metric":"Placed Order","measure":"sum","property":"value","op":">","value":500,"timeframe":{"kind":"in-the-last","n":60,"unit":"day"}},{"not":{"type":"metric","metric":"Opened Email","timeframe":{"kind":"in-the-last","n":14,"unit":"day"}}},{"any":[{"type":"location","area":"country","values":["Germany","Austria"]},{"type":"location","area":"near","distance":50,"postcode":"8020","country":"AT"}]}]})"
        << "Placed Order total value is more than 500 in the last 60 days and not (has Opened Email in the last 14 "
           "days) and "
           "(lives in \"Germany\" or \"Austria\" or lives within 50 km of 8020 AT)";
    QTest::newRow("never") << R"({"type":"metric","metric":"Placed Order","op":"=","value":0})"
                           << "has not Placed Order";
    QTest::newRow("where")
        << R"({"type":"metric","metric":"Placed Order","op":">=","value":2,"where":[{"property":"Category","op":"equals","value":"Shoes"}]})"
        << "has Placed Order at least 2 times where Category is \"Shoes\"";
    QTest::newRow("sequence")
        << R"({"type":"sequence","steps":[{"metric":"A"},{"metric":"B","exists":false}],"within":{"n":3,"unit":"day"}})"
        << "did A and did not B within 3 days";
    QTest::newRow("birthday")
        << R"({"type":"property","property":"birthday","op":"anniversary","when":"in-the-next","n":7})"
        << "birthday has its anniversary in the next 7 days";
    QTest::newRow("everybody") << R"({"all":[]})"
                               << "everybody";
}

void TestDefinition::wordsAreASentence()
{
    QFETCH(const QString, json);
    QFETCH(const QString, words);
    const auto parsed = parseDefinition(json.toStdString());
    QVERIFY2(parsed, parsed ? "" : describe(parsed.error()).c_str());
    QCOMPARE(QString::fromStdString(toWords(*parsed)), words);
}

void TestDefinition::everyTemplateCanBeAsked()
{
    test::Shop shop(parseIso("2026-03-20T10:00:00Z").value(), "Europe/Vienna");
    shop.addPerson("ana@example.com", {});
    std::set<std::string_view> keys;
    for (const SegmentTemplate& one : segmentTemplates()) {
        QVERIFY(keys.insert(one.key).second);
        auto evaluator = Evaluator::make(shop.sources(), SegmentDefinition{std::string(one.json)});
        QVERIFY2(evaluator, evaluator ? "" : (std::string(one.key) + ": " + describe(evaluator.error())).c_str());
        QVERIFY(evaluator->count(shop.clock.now()));
    }
    QVERIFY(keys.size() >= 25);
}

void TestDefinition::klaviyoComesInAndGoesOut()
{
    const KlaviyoNames names{{{"M1", "Placed Order"}, {"M2", "Opened Email"}}, {{"L1", "News"}}, {{"S1", "VIPs"}}};
    const std::string theirs =
        R"({"condition_groups":[{"conditions":[{"type":"profile-metric","metric_id":"M1","measurement":"sum","measurement_filter":{"type":"numeric","operator":"greater-than","value":500},"timeframe_filter":{"type":"date","operator":"in-the-last","unit":"day","quantity":60},"metric_filters":[{"property":"Category","filter":{"type":"string","operator":"equals","value":"Shoes"}}]}]},)"
        R"({"conditions":[{"type":"profile-property","property":"properties['Favorite Color']","filter":{"type":"string","operator":"in","value":["red","blue"]}},{"type":"profile-group-membership","is_member":true,"group_ids":["L1"]}]}]})";
    const auto imported = importKlaviyo(theirs, names);
    QVERIFY2(imported, imported ? "" : describe(imported.error()).c_str());
    QVERIFY(imported->differences.empty());
    QCOMPARE(
        toJson(imported->definition).json,
        std::string(
            R"({"all":[{"type":"metric","metric":"Placed Order","measure":"sum","property":"value","op":">","value":500,"timeframe":{"kind":"in-the-last","n":60,"unit":"day"},"where":[{"property":"Category","op":"equals","value":"Shoes"}]},{"any":[{"type":"property","property":"Favorite Color","op":"in","value":["red","blue"]},{"type":"list","list":"News"}]}]})"));
    const KlaviyoExport exported = exportKlaviyo(imported->definition, names);
    QVERIFY(exported.differences.empty());
    QCOMPARE(exported.json, theirs);
    // Our own trees: not, and "or" over "and".
    const auto mine = parseDefinition(
        R"({"any":[{"all":[{"type":"metric","metric":"Placed Order"},{"not":{"type":"metric","metric":"Opened Email"}}]},{"type":"location","area":"european-union"}]})");
    QVERIFY(mine);
    const KlaviyoExport form = exportKlaviyo(*mine, names);
    QVERIFY(form.differences.empty());
    const auto back = importKlaviyo(form.json, names);
    QVERIFY(back && back->differences.empty());
    QCOMPARE(toWords(back->definition), std::string("(has Placed Order or lives in the European Union) and (has not "
                                                    "Opened Email or lives in the European Union)"));
}

void TestDefinition::klaviyoTellsWhatHasNoEqual()
{
    const auto imported = importKlaviyo(
        R"({"data":{"attributes":{"definition":{"condition_groups":[{"conditions":[{"type":"profile-has-custom-object"},{"type":"profile-region","in_region":true,"region":"united_states"}]},{"conditions":[{"type":"profile-metric","metric_id":"X","measurement":"count","measurement_filter":{"type":"numeric","operator":"equals","value":0},"timeframe_filter":{"type":"date","operator":"anniversary-last","unit":"day","quantity":3}}]}]}}}})",
        {});
    QVERIFY(imported);
    QCOMPARE(toWords(imported->definition), std::string("lives in \"US\""));
    QCOMPARE(imported->differences.size(), std::size_t{3});
    QCOMPARE(imported->differences[0].place, std::string("condition_groups/0/conditions/0"));
    QVERIFY(!importKlaviyo("{}", {}));
    const auto mine = parseDefinition(R"({"all":[{"type":"sample","percent":10},{"type":"metric","metric":"A"}]})");
    const KlaviyoExport exported = exportKlaviyo(*mine, {});
    QCOMPARE(exported.differences.size(), std::size_t{2});
    QCOMPARE(exported.json, std::string(R"({"condition_groups":[]})"));
}

SHOPBELL_TEST(TestDefinition)
#include "test_definition.moc"
