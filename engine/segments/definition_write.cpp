// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/definition.h"
#include "segments/definition_names.h"

#include <nlohmann/json.hpp>

namespace shopbell::segments {

namespace {

using Json = nlohmann::ordered_json;

Json decimalJson(Decimal value)
{
    constexpr std::int64_t whole = 1'000'000;
    if (value.micros % whole == 0) {
        return value.micros / whole;
    }
    return value.toDouble();
}

void putNumber(Json& out, const NumberTest& test, const char* opMember)
{
    out[opMember] = nameOf(comparisonNames, test.op);
    out["value"] = test.op == Comparison::Between ? Json::array({decimalJson(test.low), decimalJson(test.high)})
                                                  : decimalJson(test.low);
}

void putTimeframe(Json& out, const Timeframe& timeframe)
{
    if (timeframe.kind == Timeframe::Kind::All) {
        return;
    }
    Json json{{"kind", nameOf(timeframeNames, timeframe.kind)}};
    switch (timeframe.kind) {
    case Timeframe::Kind::InTheLastBetween:
    case Timeframe::Kind::InTheLast:
        json["n"] = timeframe.n;
        if (timeframe.kind == Timeframe::Kind::InTheLastBetween) {
            json["m"] = timeframe.m;
        }
        json["unit"] = nameOf(unitNames, timeframe.unit);
        if (timeframe.calendar) {
            json["calendar"] = true;
        }
        break;
    case Timeframe::Kind::Before: json["at"] = toText(timeframe.to); break;
    case Timeframe::Kind::After: json["at"] = toText(timeframe.from); break;
    case Timeframe::Kind::Between:
        json["from"] = toText(timeframe.from);
        json["to"] = toText(timeframe.to);
        break;
    default: break;
    }
    out["timeframe"] = std::move(json);
}

bool isDefaultKind(const PropertyTest& test)
{
    const std::string_view name = nameOf(test);
    for (const OpName& entry : opNames) {
        if (entry.name == name) {
            return entry.kind == test.kind;
        }
    }
    return false;
}

void putDate(Json& out, const PropertyTest& test)
{
    using Op = PropertyTest::Op;
    switch (test.op) {
    case Op::Before: out["value"] = toText(test.to); break;
    case Op::After: out["value"] = toText(test.from); break;
    case Op::Between: out["value"] = Json::array({toText(test.from), toText(test.to)}); break;
    case Op::Anniversary:
        out["when"] = nameOf(recurringNames, test.recurring);
        if (test.recurring == PropertyTest::Recurring::Month && test.month > 0) {
            out["month"] = test.month;
        } else if (test.recurring == PropertyTest::Recurring::InTheNext ||
                   test.recurring == PropertyTest::Recurring::InTheLast) {
            out["n"] = test.n;
        }
        break;
    default:
        out["n"] = test.n;
        out["unit"] = nameOf(unitNames, test.unit);
        if (test.calendar) {
            out["calendar"] = true;
        }
    }
}

void putTest(Json& out, const PropertyTest& test, const char* nameMember)
{
    using Kind = PropertyTest::Kind;
    using Op = PropertyTest::Op;
    out[nameMember] = test.property;
    if (!isDefaultKind(test)) {
        out["kind"] = nameOf(kindNames, test.kind);
    }
    out["op"] = nameOf(test);
    switch (test.kind) {
    case Kind::Number: putNumber(out, test.number, "op"); break;
    case Kind::Text:
    case Kind::List:
        if (test.op == Op::Length) {
            putNumber(out, test.number, "compare");
            break;
        }
        if (test.op == Op::In || test.op == Op::NotIn ||
            (test.kind == Kind::List && test.op != Op::ListContains && test.op != Op::NotListContains)) {
            out["value"] = test.texts;
        } else {
            out["value"] = test.texts.empty() ? std::string() : test.texts.front();
        }
        if (test.ignoreCase) {
            out["ignoreCase"] = true;
        }
        break;
    case Kind::Date: putDate(out, test); break;
    case Kind::Boolean:
    case Kind::Presence: break;
    }
    if (test.includeUnset) {
        out["unset"] = "include";
    }
}

void putWhere(Json& out, const std::vector<PropertyTest>& where)
{
    if (where.empty()) {
        return;
    }
    Json tests = Json::array();
    for (const PropertyTest& test : where) {
        Json json = Json::object();
        putTest(json, test, "property");
        tests.push_back(std::move(json));
    }
    out["where"] = std::move(tests);
}

Json referenceJson(const Reference& reference)
{
    return reference.id > 0 ? Json(reference.id) : Json(reference.name);
}

struct Writer {
    Json operator()(const AllOf& group) const { return {{"all", list(group.parts)}}; }
    Json operator()(const AnyOf& group) const { return {{"any", list(group.parts)}}; }
    Json operator()(const NotThis& group) const { return {{"not", std::visit(Writer{}, group.part.front().what)}}; }

    Json operator()(const MetricCondition& condition) const
    {
        Json json{
            {"type", "metric"}, {"metric", condition.metric}, {"measure", nameOf(measureNames, condition.measure)}};
        if (condition.measure != Measure::Count) {
            json["property"] = condition.property.empty() ? "value" : condition.property;
        }
        if (condition.text) {
            json["op"] = nameOf(comparisonNames, condition.test.op);
            json["value"] = *condition.text;
        } else {
            putNumber(json, condition.test, "op");
        }
        putTimeframe(json, condition.timeframe);
        putWhere(json, condition.where);
        if (condition.includeUnset) {
            json["unset"] = "include";
        }
        return json;
    }

    Json operator()(const SequenceCondition& condition) const
    {
        Json steps = Json::array();
        for (const SequenceStep& step : condition.steps) {
            Json json{{"metric", step.metric}};
            if (!step.exists) {
                json["exists"] = false;
            }
            putWhere(json, step.where);
            steps.push_back(std::move(json));
        }
        Json json{{"type", "sequence"}, {"steps", std::move(steps)}};
        if (condition.within > 0) {
            json["within"] = {{"n", condition.within}, {"unit", nameOf(unitNames, condition.withinUnit)}};
        }
        putTimeframe(json, condition.timeframe);
        return json;
    }

    Json operator()(const PropertyCondition& condition) const
    {
        Json json{{"type", "property"}};
        putTest(json, condition.test, "property");
        return json;
    }

    Json operator()(const ListCondition& condition) const
    {
        return membership("list", referenceJson(condition.list), condition.member, condition.timeframe);
    }
    Json operator()(const SegmentCondition& condition) const
    {
        return membership("segment", referenceJson(condition.segment), condition.member, condition.timeframe);
    }

    Json operator()(const ConsentCondition& condition) const
    {
        Json json{{"type", "consent"}, {"channel", channelName(condition.channel)}};
        switch (condition.what) {
        case ConsentCondition::What::CanReceive: json["canReceive"] = condition.holds; return json;
        case ConsentCondition::What::Suppressed:
            json["suppressed"] = condition.holds;
            if (condition.reason) {
                json["reason"] = suppressionReasonName(*condition.reason);
            }
            break;
        case ConsentCondition::What::State:
            json["state"] = consentStateName(condition.state);
            if (!condition.holds) {
                json["is"] = false;
            }
            if (!condition.method.empty()) {
                json["method"] = condition.method;
            }
            break;
        }
        putTimeframe(json, condition.timeframe);
        return json;
    }

    Json operator()(const LocationCondition& condition) const
    {
        Json json{{"type", "location"}, {"area", nameOf(areaNames, condition.area)}};
        if (!condition.inside) {
            json["is"] = false;
        }
        if (condition.area == LocationCondition::Area::Near) {
            json["distance"] = condition.distance;
            if (condition.miles) {
                json["unit"] = "mile";
            }
            if (!condition.postcode.empty()) {
                json["postcode"] = condition.postcode;
                if (!condition.country.empty()) {
                    json["country"] = condition.country;
                }
            } else {
                json["latitude"] = condition.latitude.value_or(0);
                json["longitude"] = condition.longitude.value_or(0);
            }
        } else if (condition.area != LocationCondition::Area::EuropeanUnion) {
            json["values"] = condition.values;
        }
        if (condition.includeUnset) {
            json["unset"] = "include";
        }
        return json;
    }

    Json operator()(const PredictionCondition& condition) const
    {
        Json json{{"type", "prediction"}};
        putTest(json, condition.test, "field");
        return json;
    }

    Json operator()(const MessageCondition& condition) const
    {
        Json json{{"type", "message"}, {"what", nameOf(messageNames, condition.what)}};
        if (condition.campaign > 0) {
            json["campaign"] = condition.campaign;
        }
        if (condition.flow > 0) {
            json["flow"] = condition.flow;
        }
        if (!condition.did) {
            json["did"] = false;
        }
        putTimeframe(json, condition.timeframe);
        return json;
    }

    Json operator()(const SampleCondition& condition) const
    {
        Json json{{"type", "sample"}, {"percent", decimalJson(condition.percent)}};
        if (!condition.salt.empty()) {
            json["salt"] = condition.salt;
        }
        return json;
    }

private:
    static Json list(const std::vector<Node>& parts)
    {
        Json json = Json::array();
        for (const Node& part : parts) {
            json.push_back(std::visit(Writer{}, part.what));
        }
        return json;
    }
    static Json membership(const char* type, Json reference, bool member, const Timeframe& timeframe)
    {
        Json json{{"type", type}, {type, std::move(reference)}};
        if (!member) {
            json["member"] = false;
        }
        putTimeframe(json, timeframe);
        return json;
    }
};

}  // namespace

SegmentDefinition toJson(const Node& root)
{
    const Json json = std::visit(Writer{}, root.what);
    return {json.dump(-1, ' ', false, Json::error_handler_t::replace)};
}

}  // namespace shopbell::segments
