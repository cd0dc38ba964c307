// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/klaviyo.h"
#include "segments/klaviyo_words.h"

#include <nlohmann/json.hpp>

#include <optional>

namespace shopbell::segments {

namespace {

using Json = nlohmann::ordered_json;

/// A condition or its contrary.
struct Literal {
    const Node* node = nullptr;
    bool negated = false;
};
using Clause = std::vector<Literal>;
constexpr std::size_t mostClauses = 64;

/// "And" of "or"; nothing when that would be too large.
std::optional<std::vector<Clause>> toClauses(const Node& node, bool negated)
{
    const auto* parts = findParts(node);
    if (parts == nullptr) {
        return std::vector<Clause>{{{&node, negated}}};
    }
    if (std::holds_alternative<NotThis>(node.what)) {
        return toClauses(parts->front(), !negated);
    }
    const bool all = std::holds_alternative<AllOf>(node.what) != negated;
    std::vector<Clause> result;
    if (!all) {
        result.emplace_back();
    }
    for (const Node& part : *parts) {
        auto inner = toClauses(part, negated);
        if (!inner) {
            return std::nullopt;
        }
        if (all) {
            result.insert(result.end(), inner->begin(), inner->end());
        } else {
            std::vector<Clause> product;
            for (const Clause& left : result) {
                for (const Clause& right : *inner) {
                    product.push_back(left);
                    product.back().insert(product.back().end(), right.begin(), right.end());
                }
            }
            result = std::move(product);
        }
        if (result.size() > mostClauses) {
            return std::nullopt;
        }
    }
    return result;
}

Json numberJson(Decimal value)
{
    constexpr std::int64_t whole = 1'000'000;
    return value.micros % whole == 0 ? Json(value.micros / whole) : Json(value.toDouble());
}

Comparison contrary(Comparison op)
{
    switch (op) {
    case Comparison::Equal: return Comparison::NotEqual;
    case Comparison::NotEqual: return Comparison::Equal;
    case Comparison::Greater: return Comparison::LessOrEqual;
    case Comparison::GreaterOrEqual: return Comparison::Less;
    case Comparison::Less: return Comparison::GreaterOrEqual;
    case Comparison::LessOrEqual: return Comparison::Greater;
    case Comparison::Between: break;
    }
    return op;
}

/// Writes one condition; `why` says what has no equal when nothing comes back.
struct Exporter {
    const KlaviyoNames& names;
    bool negated;
    std::string& why;

    std::optional<Json> no(std::string reason) const
    {
        why = std::move(reason);
        return std::nullopt;
    }

    static std::string idOf(const std::map<std::string, std::string>& ids, const std::string& name)
    {
        for (const auto& [id, known] : ids) {
            if (known == name) {
                return id;
            }
        }
        return {};
    }

    std::optional<Json> number(const NumberTest& test, bool invert) const
    {
        if (test.op == Comparison::Between) {
            return no("a comparison with two bounds");
        }
        const Comparison op = invert ? contrary(test.op) : test.op;
        return Json{
            {"type", "numeric"}, {"operator", klaviyoName(klaviyoComparisons, op)}, {"value", numberJson(test.low)}};
    }

    std::optional<Json> date(const DateBound& bound, const char* op) const
    {
        if (bound.isDay) {
            return no("a day of the shop's own time zone as a bound; use an instant");
        }
        return Json{{"type", "date"}, {"operator", op}, {"date", bound.at.toIso()}};
    }

    std::optional<Json> timeframe(const Timeframe& frame) const
    {
        const std::string_view unit = klaviyoName(klaviyoUnits, frame.unit);
        const bool relative =
            frame.kind == Timeframe::Kind::InTheLast || frame.kind == Timeframe::Kind::InTheLastBetween;
        if (relative && (unit.empty() || frame.calendar)) {
            return no("a timeframe in minutes, months or years, or by calendar days");
        }
        switch (frame.kind) {
        case Timeframe::Kind::All: return Json{{"type", "date"}, {"operator", "alltime"}};
        case Timeframe::Kind::InTheLast:
            return Json{{"type", "date"}, {"operator", "in-the-last"}, {"unit", unit}, {"quantity", frame.n}};
        case Timeframe::Kind::InTheLastBetween:
            return Json{
                {"type", "date"}, {"operator", "between"}, {"start", frame.n}, {"end", frame.m}, {"unit", unit}};
        case Timeframe::Kind::Before: return date(frame.to, "before");
        case Timeframe::Kind::After: return date(frame.from, "after");
        case Timeframe::Kind::Between:
            if (frame.from.isDay || frame.to.isDay) {
                return no("a day of the shop's own time zone as a bound; use instants");
            }
            return Json{{"type", "date"},
                        {"operator", "between-static"},
                        {"start", frame.from.at.toIso()},
                        {"end", frame.to.at.toIso()}};
        case Timeframe::Kind::SinceFlowStart: return no("a timeframe since a flow began");
        }
        return std::nullopt;
    }

    std::optional<Json> test(const PropertyTest& wanted) const
    {
        using Op = PropertyTest::Op;
        using Kind = PropertyTest::Kind;
        if (wanted.includeUnset) {
            return no("including people of whom the value is not known");
        }
        if (wanted.ignoreCase) {
            return no("ignoring upper and lower case");
        }
        switch (wanted.kind) {
        case Kind::Presence:
            return Json{{"type", "existence"},
                        {"operator", (wanted.op == Op::IsSet) != negated ? "is-set" : "not-set"}};
        case Kind::Boolean:
            return Json{{"type", "boolean"}, {"operator", "equals"}, {"value", (wanted.op == Op::IsTrue) != negated}};
        case Kind::Number: return number(wanted.number, negated);
        default: break;
        }
        if (negated) {
            return no("the contrary of this test; use the test that says it");
        }
        if (wanted.kind == Kind::Text) {
            Json json{{"type", "string"}, {"operator", klaviyoName(klaviyoTextOps, wanted.op)}};
            json["value"] =
                wanted.op == Op::In || wanted.op == Op::NotIn ? Json(wanted.texts) : Json(wanted.texts.front());
            return json;
        }
        if (wanted.kind == Kind::List) {
            if (wanted.op == Op::Length) {
                if (wanted.number.op == Comparison::Between || wanted.number.op == Comparison::NotEqual) {
                    return no("this comparison of a list's length");
                }
                return Json{{"type", "list"},
                            {"operator", "length-" + std::string(klaviyoName(klaviyoComparisons, wanted.number.op))},
                            {"value", numberJson(wanted.number.low)}};
            }
            Json json{{"type", "list"}, {"operator", klaviyoName(klaviyoListOps, wanted.op)}};
            json["value"] = wanted.op == Op::ListContains || wanted.op == Op::NotListContains
                                ? Json(wanted.texts.front())
                                : Json(wanted.texts);
            return json;
        }
        return dateTest(wanted);
    }

    std::optional<Json> dateTest(const PropertyTest& wanted) const
    {
        using Op = PropertyTest::Op;
        switch (wanted.op) {
        case Op::Before: return date(wanted.to, "before");
        case Op::After: return date(wanted.from, "after");
        case Op::Between: {
            Timeframe frame;
            frame.kind = Timeframe::Kind::Between;
            frame.from = wanted.from;
            frame.to = wanted.to;
            return timeframe(frame);
        }
        case Op::Anniversary:
            switch (wanted.recurring) {
            case PropertyTest::Recurring::Today: return Json{{"type", "date"}, {"operator", "anniversary"}};
            case PropertyTest::Recurring::Month:
                if (wanted.month > 0) {
                    return Json{{"type", "date"}, {"operator", "calendar-month"}, {"value", wanted.month}};
                }
                return Json{{"type", "date"}, {"operator", "anniversary-month"}};
            default:
                return Json{{"type", "date"},
                            {"operator", wanted.recurring == PropertyTest::Recurring::InTheLast ? "anniversary-last"
                                                                                                : "anniversary-next"},
                            {"unit", "day"},
                            {"quantity", wanted.n}};
            }
        default: {
            const std::string_view unit = klaviyoName(klaviyoUnits, wanted.unit);
            if (unit.empty() || wanted.calendar) {
                return no("a date test in minutes, months or years, or by calendar days");
            }
            const char* op = wanted.op == Op::InTheLast   ? "in-the-last"
                             : wanted.op == Op::InTheNext ? "in-the-next"
                                                          : "at-least";
            return Json{{"type", "date"}, {"operator", op}, {"unit", unit}, {"quantity", wanted.n}};
        }
        }
    }

    std::optional<Json> where(const std::vector<PropertyTest>& tests) const
    {
        Json filters = Json::array();
        for (const PropertyTest& one : tests) {
            const auto filter = Exporter{names, false, why}.test(one);
            if (!filter) {
                return std::nullopt;
            }
            filters.push_back({{"property", one.property}, {"filter", *filter}});
        }
        return filters;
    }

    std::optional<Json> metricCondition(const MetricCondition& condition) const
    {
        const bool sum = condition.measure == Measure::Sum && condition.property.empty();
        if (condition.measure != Measure::Count && !sum) {
            return no("this measure; only the count of events and the total of their value are known there");
        }
        const std::string id = idOf(names.metrics, condition.metric);
        if (id.empty()) {
            return no("the metric \"" + condition.metric + "\", whose id there is not known");
        }
        const auto value = number(condition.test, negated);
        const auto frame = timeframe(condition.timeframe);
        const auto filters = where(condition.where);
        if (!value || !frame || !filters) {
            return std::nullopt;
        }
        Json json{{"type", "profile-metric"},
                  {"metric_id", id},
                  {"measurement", sum ? "sum" : "count"},
                  {"measurement_filter", *value},
                  {"timeframe_filter", *frame}};
        if (!filters->empty()) {
            json["metric_filters"] = *filters;
        }
        return json;
    }

    std::optional<Json> operator()(const MetricCondition& condition) const { return metricCondition(condition); }

    std::optional<Json> operator()(const SequenceCondition& condition) const
    {
        if (negated) {
            return no("the contrary of a sequence");
        }
        const auto frame = timeframe(condition.timeframe);
        if (!frame || condition.timeframe.kind == Timeframe::Kind::All ||
            condition.timeframe.kind == Timeframe::Kind::Before || condition.timeframe.kind == Timeframe::Kind::After) {
            return no("a sequence without a timeframe that has both ends");
        }
        Json json{{"type", "profile-metric-funnel"}, {"timeframe_filter", *frame}};
        if (condition.within > 0) {
            for (const KlaviyoWindow& window : klaviyoWindows) {
                if (window.n == condition.within && window.unit == condition.withinUnit) {
                    json["completion_window_seconds"] = window.name;
                }
            }
            if (!json.contains("completion_window_seconds")) {
                return no("a completion time of " + toWords(condition.within, condition.withinUnit));
            }
        }
        json["steps"] = Json::array();
        for (const SequenceStep& step : condition.steps) {
            const std::string id = idOf(names.metrics, step.metric);
            const auto filters = where(step.where);
            if (id.empty() || !filters) {
                return id.empty() ? no("the metric \"" + step.metric + "\", whose id there is not known")
                                  : std::nullopt;
            }
            Json one{{"metric_exists", step.exists}, {"metric_id", id}};
            if (!filters->empty()) {
                one["metric_filters"] = *filters;
            }
            json["steps"].push_back(std::move(one));
        }
        return json;
    }

    std::optional<Json> operator()(const PropertyCondition& condition) const
    {
        const auto filter = test(condition.test);
        if (!filter) {
            return std::nullopt;
        }
        std::string name = condition.test.property;
        static constexpr std::string_view wellKnown[] = {"email",        "first_name", "last_name",
                                                         "organization", "title",      "locale"};
        bool plain = std::find(std::begin(wellKnown), std::end(wellKnown), name) != std::end(wellKnown);
        for (const auto& word : klaviyoProperties) {
            if (word.value == name) {
                name = word.name;
                plain = true;
                break;
            }
        }
        static constexpr std::string_view places[] = {"city",     "region",    "country",  "zip",
                                                      "latitude", "longitude", "address1", "address2"};
        if (std::find(std::begin(places), std::end(places), name) != std::end(places)) {
            name = "location['" + name + "']";
        } else if (!plain) {
            name = "properties['" + name + "']";
        }
        return Json{{"type", "profile-property"}, {"property", name}, {"filter", *filter}};
    }

    std::optional<Json> member(const std::string& id, bool isMember, const Timeframe& frame) const
    {
        const bool in = isMember != negated;
        if (id.empty()) {
            return no("a list or segment whose id there is not known");
        }
        Json json{{"type", "profile-group-membership"}, {"is_member", in}, {"group_ids", {id}}};
        if (frame.kind != Timeframe::Kind::All) {
            const auto filter = timeframe(frame);
            if (!filter || !in) {
                return in ? std::nullopt : no("the contrary of having joined in a timeframe");
            }
            json["timeframe_filter"] = *filter;
        }
        return json;
    }
    std::optional<Json> operator()(const ListCondition& condition) const
    {
        return member(idOf(names.lists, condition.list.name), condition.member, condition.timeframe);
    }
    std::optional<Json> operator()(const SegmentCondition& condition) const
    {
        return member(idOf(names.segments, condition.segment.name), condition.member, condition.timeframe);
    }

    std::optional<Json> operator()(const ConsentCondition& condition) const
    {
        // A state there also says whether one may write, and "may" needs no yes: only having said no is the same.
        if (condition.what != ConsentCondition::What::State || condition.state != ConsentState::Unsubscribed ||
            condition.holds == negated || !condition.method.empty() || condition.channel != Channel::Email) {
            return no("this condition on consent; there, whether one may write is decided otherwise");
        }
        Json status{{"subscription", "unsubscribed"}, {"filters", nullptr}};
        if (condition.timeframe.kind != Timeframe::Kind::All) {
            const auto frame = timeframe(condition.timeframe);
            if (!frame) {
                return std::nullopt;
            }
            status["filters"] = Json::array({Json{{"field", "status_date"}, {"filter", *frame}}});
        }
        return Json{{"type", "profile-marketing-consent"},
                    {"consent", {{"channel", "email"}, {"can_receive_marketing", false}, {"consent_status", status}}}};
    }

    std::optional<Json> operator()(const LocationCondition& condition) const
    {
        if (condition.includeUnset) {
            return no("including people of whom the place is not known");
        }
        const bool inside = condition.inside != negated;
        if (condition.area == LocationCondition::Area::EuropeanUnion) {
            return Json{{"type", "profile-region"}, {"in_region", inside}, {"region", "european_union"}};
        }
        if (condition.area == LocationCondition::Area::Near) {
            if (condition.postcode.empty() || condition.country.empty()) {
                return no("a distance from a point; there it needs a postcode and its country");
            }
            return Json{{"type", "profile-postal-code-distance"},
                        {"country_code", condition.country},
                        {"postal_code", condition.postcode},
                        {"unit", condition.miles ? "miles" : "kilometers"},
                        {"filter",
                         {{"type", "numeric"},
                          {"operator", inside ? "less-than" : "greater-than"},
                          {"value", condition.distance}}}};
        }
        PropertyTest place;
        place.property = condition.area == LocationCondition::Area::Country  ? "country"
                         : condition.area == LocationCondition::Area::Region ? "region"
                         : condition.area == LocationCondition::Area::City   ? "city"
                                                                             : "postcode";
        place.kind = PropertyTest::Kind::Text;
        place.op = inside ? PropertyTest::Op::In : PropertyTest::Op::NotIn;
        place.texts = condition.values;
        return Exporter{names, false, why}(PropertyCondition{place});
    }

    std::optional<Json> operator()(const PredictionCondition& condition) const
    {
        const std::string_view dimension = klaviyoName(klaviyoPredictions, std::string_view(condition.test.property));
        const auto filter = test(condition.test);
        if (dimension.empty() || !filter) {
            return dimension.empty() ? no("the prediction \"" + condition.test.property + '"') : std::nullopt;
        }
        return Json{{"type", "profile-predictive-analytics"}, {"dimension", dimension}, {"filter", *filter}};
    }

    std::optional<Json> operator()(const MessageCondition&) const { return no("what became of messages of this shop"); }
    std::optional<Json> operator()(const SampleCondition&) const { return no("a random share"); }
    std::optional<Json> operator()(const AllOf&) const { return no("a group"); }
    std::optional<Json> operator()(const AnyOf&) const { return no("a group"); }
    std::optional<Json> operator()(const NotThis&) const { return no("a group"); }
};

}  // namespace

KlaviyoExport exportKlaviyo(const Node& definition, const KlaviyoNames& names)
{
    KlaviyoExport exported;
    Json groups = Json::array();
    const auto clauses = toClauses(definition, false);
    if (!clauses) {
        exported.differences.push_back(
            {toWords(definition), "Left out: brought into \"and\" of \"or\" this is too large."});
    }
    for (const Clause& clause : clauses.value_or(std::vector<Clause>())) {
        Json conditions = Json::array();
        for (const Literal& literal : clause) {
            std::string why;
            if (auto json = std::visit(Exporter{names, literal.negated, why}, literal.node->what)) {
                conditions.push_back(std::move(*json));
            } else {
                exported.differences.push_back({(literal.negated ? "not " : "") + toWords(*literal.node),
                                                "Left out, since it has no equal there: " + why + '.'});
            }
        }
        if (!conditions.empty()) {
            groups.push_back({{"conditions", std::move(conditions)}});
        }
    }
    exported.json = Json{{"condition_groups", std::move(groups)}}.dump(-1, ' ', false, Json::error_handler_t::replace);
    return exported;
}

}  // namespace shopbell::segments
