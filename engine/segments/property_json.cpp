// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "model/property.h"
#include "segments/condition_json.h"
#include "segments/definition_names.h"

#include <optional>

namespace shopbell::segments {

namespace {

using Op = PropertyTest::Op;
using Kind = PropertyTest::Kind;

template <class T, std::size_t N>
std::string wordsOf(const std::array<Name<T>, N>& names)
{
    std::vector<std::string> words;
    for (const auto& name : names) {
        words.emplace_back(name.name);
    }
    return join(words, ", ");
}

DateBound readBound(const JsonPlace& place)
{
    constexpr std::size_t dayLength = 10;
    DateBound bound;
    const std::string text = place.text(40);
    const auto at = parseIso(text);
    if (!at) {
        place.complain("expected a day like \"2026-01-31\" or an instant like \"2026-01-31T09:30:00Z\".");
        return bound;
    }
    if (text.size() == dayLength) {
        bound.isDay = true;
        bound.day = fromDayNumber((at->ms - (((at->ms % 86'400'000) + 86'400'000) % 86'400'000)) / 86'400'000);
    } else {
        bound.at = *at;
    }
    return bound;
}

Unit readUnit(JsonPlace& place)
{
    auto member = place.member("unit");
    if (!member) {
        return Unit::Day;
    }
    const auto unit = findNamed(unitNames, member->text(40));
    if (!unit) {
        member->complain("that is not a unit; use " + wordsOf(unitNames) + ".");
    }
    return unit.value_or(Unit::Day);
}

/// Two hundred years, in any unit.
std::int64_t mostUnits(Unit unit)
{
    switch (unit) {
    case Unit::Minute: return 105'000'000;
    case Unit::Hour: return 1'750'000;
    case Unit::Day: return 73'000;
    case Unit::Week: return 10'400;
    case Unit::Month: return 2'400;
    case Unit::Year: return 200;
    }
    return 0;
}

int readCount(JsonPlace& place, std::string_view name, Unit unit, int least)
{
    auto member = place.member(name);
    return member ? static_cast<int>(member->integer(least, mostUnits(unit))) : least;
}

bool readCalendar(JsonPlace& place, Unit unit)
{
    auto member = place.findMember("calendar");
    const bool calendar = member && member->boolean();
    if (calendar && (unit == Unit::Minute || unit == Unit::Hour)) {
        member->complain("whole days of the calendar go with day, week, month and year alone.");
    }
    return calendar;
}

std::vector<std::string> readTexts(const JsonPlace& place)
{
    std::vector<std::string> texts;
    const auto elements = place.elements();
    if (elements.empty()) {
        place.complain("expected a list with at least one text.");
    }
    if (elements.size() > maxValues) {
        place.complain("a list may have at most " + std::to_string(maxValues) + " values.");
        return texts;
    }
    for (const JsonPlace& element : elements) {
        texts.push_back(element.text(maxValueBytes));
    }
    return texts;
}

void readTextTest(JsonPlace& place, PropertyTest& test, bool many)
{
    if (auto value = place.member("value")) {
        if (many) {
            test.texts = readTexts(*value);
        } else {
            test.texts.push_back(value->text(maxValueBytes));
        }
    }
    if (auto ignore = place.findMember("ignoreCase")) {
        test.ignoreCase = ignore->boolean();
    }
    if ((test.op == Op::Regex || test.op == Op::NotRegex) && !place.failed()) {
        if (const auto compiled = CompiledTest::make(test, TimeZone()); !compiled) {
            place.complain(compiled.error().what);
        }
    }
}

void readAnniversary(JsonPlace& place, PropertyTest& test)
{
    auto when = place.member("when");
    if (!when) {
        return;
    }
    const auto recurring = findNamed(recurringNames, when->text(40));
    if (!recurring) {
        when->complain("expected one of " + wordsOf(recurringNames) + ".");
        return;
    }
    test.recurring = *recurring;
    if (test.recurring == PropertyTest::Recurring::Month) {
        if (auto month = place.findMember("month")) {
            test.month = static_cast<int>(month->integer(1, 12));
        }
    } else if (test.recurring != PropertyTest::Recurring::Today) {
        if (auto days = place.member("n")) {
            test.n = static_cast<int>(days->integer(0, 364));
        }
    }
}

void readDateTest(JsonPlace& place, PropertyTest& test)
{
    switch (test.op) {
    case Op::Before:
        if (auto value = place.member("value")) {
            test.to = readBound(*value);
        }
        break;
    case Op::After:
        if (auto value = place.member("value")) {
            test.from = readBound(*value);
        }
        break;
    case Op::Between:
        if (auto value = place.member("value")) {
            const auto bounds = value->elements();
            if (bounds.size() != 2) {
                value->complain("expected a list of two dates, the earlier one first.");
                return;
            }
            test.from = readBound(bounds[0]);
            test.to = readBound(bounds[1]);
        }
        break;
    case Op::Anniversary: readAnniversary(place, test); break;
    default:
        test.unit = readUnit(place);
        test.calendar = readCalendar(place, test.unit);
        test.n = readCount(place, "n", test.unit, 0);
    }
}

}  // namespace

Timeframe readTimeframe(JsonPlace place)
{
    Timeframe timeframe;
    auto kindPlace = place.member("kind");
    if (!kindPlace) {
        return timeframe;
    }
    const auto kind = findNamed(timeframeNames, kindPlace->text(40));
    if (!kind) {
        kindPlace->complain("that is not a timeframe; use " + wordsOf(timeframeNames) + ".");
        return timeframe;
    }
    timeframe.kind = *kind;
    switch (*kind) {
    case Timeframe::Kind::All:
    case Timeframe::Kind::SinceFlowStart: break;
    case Timeframe::Kind::InTheLast:
        timeframe.unit = readUnit(place);
        timeframe.calendar = readCalendar(place, timeframe.unit);
        timeframe.n = readCount(place, "n", timeframe.unit, timeframe.calendar ? 0 : 1);
        break;
    case Timeframe::Kind::InTheLastBetween:
        timeframe.unit = readUnit(place);
        timeframe.calendar = readCalendar(place, timeframe.unit);
        timeframe.n = readCount(place, "n", timeframe.unit, 0);
        timeframe.m = readCount(place, "m", timeframe.unit, 0);
        if (timeframe.m < timeframe.n || (timeframe.m == timeframe.n && !timeframe.calendar)) {
            place.complain("\"m\" is how long ago it begins and has to be more than \"n\", how long ago it ends.");
        }
        break;
    case Timeframe::Kind::Before:
        if (auto at = place.member("at")) {
            timeframe.to = readBound(*at);
        }
        break;
    case Timeframe::Kind::After:
        if (auto at = place.member("at")) {
            timeframe.from = readBound(*at);
        }
        break;
    case Timeframe::Kind::Between:
        if (auto from = place.member("from")) {
            timeframe.from = readBound(*from);
        }
        if (auto to = place.member("to")) {
            timeframe.to = readBound(*to);
        }
        break;
    }
    place.finish();
    return timeframe;
}

NumberTest readNumberTest(JsonPlace& place, std::string_view opMember, std::string_view valueMember)
{
    NumberTest test;
    auto op = place.member(opMember);
    auto value = place.member(valueMember);
    if (!op || !value) {
        return test;
    }
    const auto comparison = findNamed(comparisonNames, op->text(40));
    if (!comparison) {
        op->complain("that is not a comparison; use " + wordsOf(comparisonNames) + ".");
        return test;
    }
    test.op = *comparison;
    if (test.op != Comparison::Between) {
        test.low = value->decimal();
        return test;
    }
    const auto bounds = value->elements();
    if (bounds.size() != 2) {
        value->complain("expected a list of two numbers, the smaller one first.");
        return test;
    }
    test.low = bounds[0].decimal();
    test.high = bounds[1].decimal();
    if (test.high < test.low) {
        value->complain("the smaller number has to stand first.");
    }
    return test;
}

PropertyTest readPropertyTest(JsonPlace& place, std::string_view nameMember)
{
    PropertyTest test;
    if (auto name = place.member(nameMember)) {
        test.property = name->text(maxPropertyNameBytes * 4);
        if (test.property.empty()) {
            name->complain("expected the name of a property.");
        }
    }
    auto opPlace = place.member("op");
    if (!opPlace) {
        return test;
    }
    const std::string opName = opPlace->text(40);
    std::optional<Kind> kind;
    if (auto kindPlace = place.findMember("kind")) {
        kind = findNamed(kindNames, kindPlace->text(40));
        if (!kind) {
            kindPlace->complain("that is not a kind of property; use " + wordsOf(kindNames) + ".");
            return test;
        }
    }
    bool known = false;
    for (const OpName& entry : opNames) {
        if (entry.name == opName && (!kind || *kind == entry.kind)) {
            test.op = entry.op;
            test.kind = entry.kind;
            known = true;
            break;
        }
    }
    if (!known) {
        std::vector<std::string> words;
        for (const OpName& entry : opNames) {
            if (!kind || *kind == entry.kind) {
                words.emplace_back(entry.name);
            }
        }
        opPlace->complain("\"" + std::string(cutUtf8(opName, 40)) + "\" is not a test" + (kind ? " of this kind" : "") +
                          "; use " + join(words, ", ") + ".");
        return test;
    }
    switch (test.kind) {
    case Kind::Text: readTextTest(place, test, test.op == Op::In || test.op == Op::NotIn); break;
    case Kind::Number: test.number = readNumberTest(place, "op", "value"); break;
    case Kind::List:
        if (test.op == Op::Length) {
            test.number = readNumberTest(place, "compare", "value");
        } else {
            readTextTest(place, test, test.op != Op::ListContains && test.op != Op::NotListContains);
        }
        break;
    case Kind::Date: readDateTest(place, test); break;
    case Kind::Boolean:
    case Kind::Presence: break;
    }
    if (test.kind != Kind::Presence) {
        if (auto unset = place.findMember("unset")) {
            const std::string word = unset->text(40);
            test.includeUnset = word == "include";
            if (word != "include" && word != "exclude") {
                unset->complain("expected \"include\" or \"exclude\".");
            }
        }
    }
    return test;
}

std::vector<PropertyTest> readWhere(JsonPlace& condition)
{
    std::vector<PropertyTest> tests;
    auto where = condition.findMember("where");
    if (!where) {
        return tests;
    }
    auto elements = where->elements();
    if (elements.size() > maxWhere) {
        where->complain("at most " + std::to_string(maxWhere) + " tests may stand here.");
        return tests;
    }
    for (JsonPlace& element : elements) {
        tests.push_back(readPropertyTest(element, "property"));
        element.finish();
    }
    return tests;
}

}  // namespace shopbell::segments
