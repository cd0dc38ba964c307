// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/klaviyo_filters.h"

#include "segments/klaviyo_words.h"

#include <algorithm>

namespace shopbell::segments::klaviyo {

tl::unexpected<NoEqual> noEqual(std::string why)
{
    return tl::unexpected<NoEqual>(NoEqual{std::move(why)});
}

const JsonValue* findMember(const JsonValue& json, std::string_view name)
{
    const auto found = std::find(json.names.begin(), json.names.end(), name);
    return found == json.names.end() ? nullptr : &json.children[static_cast<std::size_t>(found - json.names.begin())];
}

const JsonValue& memberOf(const JsonValue& json, std::string_view name)
{
    static const JsonValue nothing;
    const JsonValue* const found = findMember(json, name);
    return found != nullptr ? *found : nothing;
}

std::string textOf(const JsonValue& json, std::string_view name)
{
    const JsonValue* const found = findMember(json, name);
    return found != nullptr && found->kind == JsonValue::Kind::Text ? found->text : std::string();
}

std::vector<std::string> textsOf(const JsonValue& json, std::string_view name)
{
    std::vector<std::string> texts;
    const JsonValue* const found = findMember(json, name);
    if (found != nullptr && isArray(*found)) {
        for (const JsonValue& one : found->children) {
            if (one.kind == JsonValue::Kind::Text) {
                texts.push_back(one.text);
            }
        }
    }
    return texts;
}

bool booleanOf(const JsonValue& json, std::string_view name, bool otherwise)
{
    const JsonValue* const found = findMember(json, name);
    return found != nullptr && found->kind == JsonValue::Kind::Boolean ? found->boolean : otherwise;
}

double realOf(const JsonValue& json, std::string_view name)
{
    const JsonValue* const found = findMember(json, name);
    return found != nullptr && isNumber(*found) ? found->real : 0;
}

namespace {

std::optional<Decimal> numberOf(const JsonValue& json, std::string_view name)
{
    const JsonValue* const found = findMember(json, name);
    if (found == nullptr || !isNumber(*found)) {
        return std::nullopt;
    }
    const auto decimal = Decimal::fromDouble(found->real);
    return decimal ? std::optional(*decimal) : std::nullopt;
}

std::optional<DateBound> dateOf(const JsonValue& json, std::string_view name)
{
    const std::string text = textOf(json, name);
    const auto at = parseIso(text);
    return at ? std::optional(DateBound{false, {}, *at}) : std::nullopt;
}

std::optional<int> wholeOf(const JsonValue& json, std::string_view name)
{
    const JsonValue* const found = findMember(json, name);
    return found != nullptr && found->kind == JsonValue::Kind::Integer && found->integer >= 0 &&
                   found->integer <= 70'000
               ? std::optional(static_cast<int>(found->integer))
               : std::nullopt;
}

std::optional<Unit> unitOf(const JsonValue& json)
{
    return findKlaviyo(klaviyoUnits, textOf(json, "unit"));
}

Maybe<PropertyTest> readDate(const JsonValue& filter);

}  // namespace

Maybe<NumberTest> readNumber(const JsonValue& filter)
{
    const auto op = findKlaviyo(klaviyoComparisons, textOf(filter, "operator"));
    const auto value = numberOf(filter, "value");
    if (!op || !value) {
        return noEqual("the comparison \"" + textOf(filter, "operator") + "\" is not known");
    }
    return NumberTest{*op, *value, {}};
}

Maybe<Timeframe> readTimeframe(const JsonValue& filter)
{
    Timeframe frame;
    const std::string op = textOf(filter, "operator");
    if (op == "alltime") {
        return frame;
    }
    const auto unit = unitOf(filter);
    const auto quantity = wholeOf(filter, "quantity");
    if (op == "in-the-last" && unit && quantity && *quantity > 0) {
        frame.kind = Timeframe::Kind::InTheLast;
        frame.n = *quantity;
        frame.unit = *unit;
        return frame;
    }
    if (op == "at-least" && unit && quantity) {
        // At least so long ago: from there back to further than any shop's history.
        frame.kind = Timeframe::Kind::InTheLastBetween;
        frame.n = *quantity;
        frame.unit = *unit;
        frame.m = *unit == Unit::Hour ? 1'750'000 : *unit == Unit::Week ? 10'400 : 73'000;
        return frame;
    }
    const auto start = wholeOf(filter, "start");
    const auto end = wholeOf(filter, "end");
    if (op == "between" && unit && start && end && *start != *end) {
        frame.kind = Timeframe::Kind::InTheLastBetween;
        frame.n = std::min(*start, *end);
        frame.m = std::max(*start, *end);
        frame.unit = *unit;
        return frame;
    }
    if (const auto date = dateOf(filter, "date"); date && (op == "before" || op == "after")) {
        frame.kind = op == "before" ? Timeframe::Kind::Before : Timeframe::Kind::After;
        (op == "before" ? frame.to : frame.from) = *date;
        return frame;
    }
    const auto from = dateOf(filter, "start");
    const auto to = dateOf(filter, "end");
    if (op == "between-static" && from && to) {
        frame.kind = Timeframe::Kind::Between;
        frame.from = *from;
        frame.to = *to;
        return frame;
    }
    return noEqual("the timeframe \"" + op + "\" has no equal here");
}

Maybe<PropertyTest> readTest(const JsonValue& filter, const std::string& property)
{
    using Op = PropertyTest::Op;
    using Kind = PropertyTest::Kind;
    PropertyTest test;
    const std::string type = textOf(filter, "type");
    const std::string op = textOf(filter, "operator");
    if (type == "existence") {
        test.kind = Kind::Presence;
        test.op = op == "is-set" ? Op::IsSet : Op::IsNotSet;
    } else if (type == "boolean") {
        test.kind = Kind::Boolean;
        const JsonValue* const value = findMember(filter, "value");
        test.op = value != nullptr && value->boolean ? Op::IsTrue : Op::IsFalse;
    } else if (type == "numeric") {
        auto number = readNumber(filter);
        if (!number) {
            return tl::unexpected<NoEqual>(number.error());
        }
        test.kind = Kind::Number;
        test.op = Op::Compare;
        test.number = *number;
    } else if (type == "date") {
        auto date = readDate(filter);
        if (!date) {
            return date;
        }
        test = *date;
    } else if (type == "string") {
        const auto known = findKlaviyo(klaviyoTextOps, op);
        if (!known) {
            return noEqual("the test \"" + op + "\" has no equal here");
        }
        test.kind = Kind::Text;
        test.op = *known;
        test.texts = *known == Op::In || *known == Op::NotIn ? textsOf(filter, "value")
                                                             : std::vector<std::string>{textOf(filter, "value")};
        if (test.texts.empty()) {
            return noEqual("there is no value to compare with");
        }
    } else if (type == "list") {
        test.kind = Kind::List;
        if (op.starts_with("length-")) {
            const auto comparison = findKlaviyo(klaviyoComparisons, op.substr(7));
            const auto value = numberOf(filter, "value");
            if (!comparison || !value) {
                return noEqual("the test \"" + op + "\" has no equal here");
            }
            test.op = Op::Length;
            test.number = {*comparison, *value, {}};
        } else if (op == "contains-substring" || op == "not-contains-substring") {
            test.kind = Kind::Text;
            test.op = op == "contains-substring" ? Op::Contains : Op::NotContains;
            test.texts = {textOf(filter, "value")};
        } else if (const auto known = findKlaviyo(klaviyoListOps, op)) {
            test.op = *known;
            test.texts = *known == Op::ListContains || *known == Op::NotListContains
                             ? std::vector<std::string>{textOf(filter, "value")}
                             : textsOf(filter, "value");
            if (const JsonValue* const value = findMember(filter, "value");
                value != nullptr && value->kind == JsonValue::Kind::Integer) {
                test.texts = {std::to_string(value->integer)};
            }
            if (test.texts.empty()) {
                return noEqual("there is no value to compare with");
            }
        } else {
            return noEqual("the test \"" + op + "\" has no equal here");
        }
    } else {
        return noEqual("tests of the kind \"" + type + "\" have no equal here");
    }
    if (test.op == Op::Regex || test.op == Op::NotRegex) {
        if (const auto compiled = CompiledTest::make(test, TimeZone()); !compiled) {
            return noEqual("the regular expression cannot be used here: " + compiled.error().what);
        }
    }
    test.property = property;
    return test;
}

namespace {

Maybe<PropertyTest> readDate(const JsonValue& filter)
{
    using Op = PropertyTest::Op;
    PropertyTest test;
    test.kind = PropertyTest::Kind::Date;
    const std::string op = textOf(filter, "operator");
    const auto unit = unitOf(filter);
    const auto quantity = wholeOf(filter, "quantity");
    if (unit && quantity && (op == "in-the-last" || op == "in-the-next" || op == "at-least")) {
        test.op = op == "in-the-last" ? Op::InTheLast : op == "in-the-next" ? Op::InTheNext : Op::AtLeastAgo;
        test.n = *quantity;
        test.unit = *unit;
        return test;
    }
    test.op = Op::Anniversary;
    const int days = quantity.value_or(-1) * (unit == Unit::Week ? 7 : 1);
    if ((op == "anniversary-last" || op == "anniversary-next") && unit && *unit != Unit::Hour && days >= 0 &&
        days <= 364) {
        test.recurring =
            op == "anniversary-last" ? PropertyTest::Recurring::InTheLast : PropertyTest::Recurring::InTheNext;
        test.n = days;
        return test;
    }
    if (op == "anniversary") {
        test.recurring = PropertyTest::Recurring::Today;
        return test;
    }
    if (op == "anniversary-month" ||
        (op == "calendar-month" && wholeOf(filter, "value").value_or(0) >= 1 && *wholeOf(filter, "value") <= 12)) {
        test.recurring = PropertyTest::Recurring::Month;
        test.month = op == "calendar-month" ? *wholeOf(filter, "value") : 0;
        return test;
    }
    auto frame = readTimeframe(filter);
    if (frame && frame->kind == Timeframe::Kind::Before) {
        test.op = Op::Before;
        test.to = frame->to;
        return test;
    }
    if (frame && (frame->kind == Timeframe::Kind::After || frame->kind == Timeframe::Kind::Between)) {
        test.op = frame->kind == Timeframe::Kind::After ? Op::After : Op::Between;
        test.from = frame->from;
        test.to = frame->to;
        return test;
    }
    return noEqual("the date test \"" + op + "\" has no equal here");
}

}  // namespace

}  // namespace shopbell::segments::klaviyo
