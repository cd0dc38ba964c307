// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "segments/klaviyo.h"
#include "segments/klaviyo_words.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace shopbell::segments {

namespace {

using Json = nlohmann::json;

/// Why a condition has no equal.
struct NoEqual {
    std::string why;
};
template <class T>
using Maybe = tl::expected<T, NoEqual>;

tl::unexpected<NoEqual> noEqual(std::string why)
{
    return tl::unexpected<NoEqual>(NoEqual{std::move(why)});
}

std::string textOf(const Json& json, const char* name)
{
    const auto found = json.find(name);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<Decimal> numberOf(const Json& json, const char* name)
{
    const auto found = json.find(name);
    if (found == json.end() || !found->is_number()) {
        return std::nullopt;
    }
    const auto decimal = Decimal::fromDouble(found->get<double>());
    return decimal ? std::optional(*decimal) : std::nullopt;
}

std::optional<DateBound> dateOf(const Json& json, const char* name)
{
    const std::string text = textOf(json, name);
    const auto at = parseIso(text);
    return at ? std::optional(DateBound{false, {}, *at}) : std::nullopt;
}

std::optional<int> wholeOf(const Json& json, const char* name)
{
    const auto found = json.find(name);
    return found != json.end() && found->is_number_integer() && found->get<std::int64_t>() >= 0 &&
                   found->get<std::int64_t>() <= 70'000
               ? std::optional(found->get<int>())
               : std::nullopt;
}

std::vector<std::string> textsOf(const Json& json, const char* name)
{
    std::vector<std::string> texts;
    const auto found = json.find(name);
    if (found != json.end() && found->is_array()) {
        for (const Json& one : *found) {
            if (one.is_string()) {
                texts.push_back(one.get<std::string>());
            }
        }
    }
    return texts;
}

std::optional<Unit> unitOf(const Json& json)
{
    return findKlaviyo(klaviyoUnits, textOf(json, "unit"));
}

Maybe<NumberTest> readNumber(const Json& filter)
{
    const auto op = findKlaviyo(klaviyoComparisons, textOf(filter, "operator"));
    const auto value = numberOf(filter, "value");
    if (!op || !value) {
        return noEqual("the comparison \"" + textOf(filter, "operator") + "\" is not known");
    }
    return NumberTest{*op, *value, {}};
}

Maybe<Timeframe> readTimeframe(const Json& filter)
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

Maybe<PropertyTest> readDate(const Json& filter)
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
    if ((op == "anniversary-last" || op == "anniversary-next") && unit && *unit != Unit::Hour && days >= 0 && days <= 364) {
        test.recurring = op == "anniversary-last" ? PropertyTest::Recurring::InTheLast : PropertyTest::Recurring::InTheNext;
        test.n = days;
        return test;
    }
    if (op == "anniversary") {
        test.recurring = PropertyTest::Recurring::Today;
        return test;
    }
    if (op == "anniversary-month" || (op == "calendar-month" && wholeOf(filter, "value").value_or(0) >= 1 && *wholeOf(filter, "value") <= 12)) {
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

Maybe<PropertyTest> readTest(const Json& filter, const std::string& property)
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
        const auto value = filter.find("value");
        test.op = value != filter.end() && value->is_boolean() && value->get<bool>() ? Op::IsTrue : Op::IsFalse;
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
            if (const auto value = filter.find("value"); value != filter.end() && value->is_number_integer()) {
                test.texts = {std::to_string(value->get<std::int64_t>())};
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

struct Importer {
    const KlaviyoNames& names;
    std::vector<KlaviyoDifference>& differences;
    std::string place;

    void tell(std::string what) { differences.push_back({place, std::move(what)}); }

    std::string metricName(const std::string& id)
    {
        const auto known = names.metrics.find(id);
        if (known == names.metrics.end()) {
            tell("The metric \"" + id + "\" is not known by name; its id stands in its place.");
            return id;
        }
        return known->second;
    }

    Maybe<std::vector<PropertyTest>> where(const Json& condition)
    {
        std::vector<PropertyTest> tests;
        const auto filters = condition.find("metric_filters");
        if (filters == condition.end() || !filters->is_array()) {
            return tests;
        }
        for (const Json& one : *filters) {
            const auto filter = one.find("filter");
            if (filter == one.end() || !filter->is_object()) {
                continue;
            }
            auto test = readTest(*filter, textOf(one, "property"));
            if (!test) {
                return tl::unexpected<NoEqual>(test.error());
            }
            tests.push_back(std::move(*test));
        }
        return tests;
    }

    Maybe<Node> metric(const Json& condition)
    {
        MetricCondition made;
        made.metric = metricName(textOf(condition, "metric_id"));
        const std::string measure = textOf(condition, "measurement");
        if (measure != "count" && measure != "sum") {
            return noEqual("the measurement \"" + measure + "\" is not known");
        }
        made.measure = measure == "sum" ? Measure::Sum : Measure::Count;
        auto number = readNumber(condition.value("measurement_filter", Json::object()));
        auto frame = readTimeframe(condition.value("timeframe_filter", Json::object()));
        auto tests = where(condition);
        if (!number || !frame || !tests) {
            return tl::unexpected<NoEqual>(!number ? number.error() : !frame ? frame.error() : tests.error());
        }
        made.test = *number;
        made.timeframe = *frame;
        made.where = std::move(*tests);
        return Node{std::move(made)};
    }

    Maybe<Node> funnel(const Json& condition)
    {
        SequenceCondition made;
        auto frame = readTimeframe(condition.value("timeframe_filter", Json::object()));
        if (!frame) {
            return tl::unexpected<NoEqual>(frame.error());
        }
        made.timeframe = *frame;
        bool any = false;
        for (const Json& step : condition.value("steps", Json::array())) {
            auto tests = where(step);
            if (!tests) {
                return tl::unexpected<NoEqual>(tests.error());
            }
            made.steps.push_back({metricName(textOf(step, "metric_id")), step.value("metric_exists", true), std::move(*tests)});
            any = any || made.steps.back().exists;
        }
        if (!any || made.steps.size() > maxSequenceSteps) {
            return noEqual("a sequence here has one to ten steps, and something in it happened");
        }
        if (const std::string window = textOf(condition, "completion_window_seconds"); !window.empty()) {
            const auto known = std::find_if(klaviyoWindows.begin(), klaviyoWindows.end(),
                                            [&](const auto& entry) { return entry.name == window; });
            if (known == klaviyoWindows.end()) {
                return noEqual("the completion window \"" + window + "\" is not known");
            }
            made.within = known->n;
            made.withinUnit = known->unit;
        }
        return Node{std::move(made)};
    }

    Maybe<Node> membership(const Json& condition)
    {
        const bool member = condition.value("is_member", true);
        Timeframe frame;
        if (const auto filter = condition.find("timeframe_filter"); filter != condition.end() && filter->is_object()) {
            auto read = readTimeframe(*filter);
            if (!read) {
                return tl::unexpected<NoEqual>(read.error());
            }
            frame = *read;
        }
        AnyOf any;
        for (const std::string& id : textsOf(condition, "group_ids")) {
            if (const auto list = names.lists.find(id); list != names.lists.end()) {
                any.parts.push_back({ListCondition{{0, list->second}, true, frame}});
            } else if (const auto segment = names.segments.find(id); segment != names.segments.end()) {
                any.parts.push_back({SegmentCondition{{0, segment->second}, true, frame}});
            } else {
                return noEqual("the list or segment \"" + id + "\" is not known by name");
            }
        }
        if (any.parts.empty()) {
            return noEqual("no list or segment is named");
        }
        Node node = any.parts.size() == 1 ? std::move(any.parts.front()) : Node{std::move(any)};
        if (member) {
            return node;
        }
        NotThis negation;
        negation.part.push_back(std::move(node));
        return Node{std::move(negation)};
    }

    Maybe<Node> consent(const Json& condition)
    {
        const Json said = condition.value("consent", Json::object());
        const Json status = said.value("consent_status", Json::object());
        const auto channel = findChannel(textOf(said, "channel"));
        if (!channel) {
            return noEqual("the channel \"" + textOf(said, "channel") + "\" is not known here");
        }
        const bool can = said.value("can_receive_marketing", true);
        const std::string subscription = textOf(status, "subscription");
        Timeframe frame;
        if (const auto filters = status.find("filters"); filters != status.end() && filters->is_array()) {
            for (const Json& filter : *filters) {
                if (textOf(filter, "field") != "status_date") {
                    return noEqual("the filter on \"" + textOf(filter, "field") + "\" of a consent has no equal here");
                }
                auto read = readTimeframe(filter.value("filter", Json::object()));
                if (!read) {
                    return tl::unexpected<NoEqual>(read.error());
                }
                frame = *read;
            }
        }
        ConsentCondition made;
        made.channel = *channel;
        if (subscription == "any" && frame.kind == Timeframe::Kind::All) {
            if (can && *channel == Channel::Email) {
                // There, whoever never said no can be written to; here a yes is needed.
                AllOf both;
                made.state = ConsentState::Unsubscribed;
                made.holds = false;
                both.parts.push_back({made});
                ConsentCondition free;
                free.what = ConsentCondition::What::Suppressed;
                free.holds = false;
                both.parts.push_back({free});
                PropertyTest address;
                address.property = "email";
                both.parts.push_back({PropertyCondition{address}});
                return Node{std::move(both)};
            }
            made.what = ConsentCondition::What::CanReceive;
            made.holds = can;
            return Node{made};
        }
        if (subscription == "subscribed" || subscription == "unsubscribed" || subscription == "never_subscribed") {
            made.state = subscription == "subscribed"     ? ConsentState::Subscribed
                         : subscription == "unsubscribed" ? ConsentState::Unsubscribed
                                                          : ConsentState::NeverAsked;
            made.timeframe = frame;
            ConsentCondition suppressed;
            suppressed.channel = *channel;
            suppressed.what = ConsentCondition::What::Suppressed;
            suppressed.holds = !can;
            if (subscription == "unsubscribed") {
                return Node{made};
            }
            AllOf both;
            both.parts.push_back({made});
            both.parts.push_back({suppressed});
            return Node{std::move(both)};
        }
        return noEqual("the subscription \"" + subscription + "\" has no equal here");
    }

    Maybe<Node> property(const Json& condition)
    {
        const std::string name = textOf(condition, "property");
        std::string own(name);
        for (const std::string_view wrapper : {"properties['", "location['"}) {
            if (name.starts_with(wrapper) && name.ends_with("']")) {
                own = name.substr(wrapper.size(), name.size() - wrapper.size() - 2);
            }
        }
        if (const auto renamed = findKlaviyo(klaviyoProperties, own)) {
            own = *renamed;
        }
        auto test = readTest(condition.value("filter", Json::object()), own);
        return test ? Maybe<Node>(Node{PropertyCondition{std::move(*test)}}) : tl::unexpected<NoEqual>(test.error());
    }

    Maybe<Node> distance(const Json& condition)
    {
        LocationCondition made;
        made.area = LocationCondition::Area::Near;
        made.postcode = textOf(condition, "postal_code");
        made.country = textOf(condition, "country_code");
        made.miles = textOf(condition, "unit") == "miles";
        const Json filter = condition.value("filter", Json::object());
        made.inside = textOf(filter, "operator") != "greater-than";
        made.distance = filter.value("value", 0.0);
        if (made.postcode.empty() || made.distance <= 0) {
            return noEqual("a postcode and a distance are needed");
        }
        return Node{made};
    }

    Maybe<Node> region(const Json& condition)
    {
        LocationCondition made;
        made.inside = condition.value("in_region", true);
        if (textOf(condition, "region") == "european_union") {
            made.area = LocationCondition::Area::EuropeanUnion;
        } else if (textOf(condition, "region") == "united_states") {
            made.values = {"US"};
        } else {
            return noEqual("the region \"" + textOf(condition, "region") + "\" is not known");
        }
        return Node{made};
    }

    Maybe<Node> prediction(const Json& condition)
    {
        const auto field = findKlaviyo(klaviyoPredictions, textOf(condition, "dimension"));
        if (!field) {
            return noEqual("the prediction \"" + textOf(condition, "dimension") + "\" has no equal here");
        }
        auto test = readTest(condition.value("filter", Json::object()), std::string(*field));
        return test ? Maybe<Node>(Node{PredictionCondition{std::move(*test)}}) : tl::unexpected<NoEqual>(test.error());
    }

    Maybe<Node> condition(const Json& json)
    {
        const std::string type = textOf(json, "type");
        if (type == "profile-metric") {
            return metric(json);
        }
        if (type == "profile-metric-funnel") {
            return funnel(json);
        }
        if (type == "profile-group-membership") {
            return membership(json);
        }
        if (type == "profile-marketing-consent") {
            return consent(json);
        }
        if (type == "profile-property") {
            return property(json);
        }
        if (type == "profile-postal-code-distance") {
            return distance(json);
        }
        if (type == "profile-region") {
            return region(json);
        }
        if (type == "profile-predictive-analytics") {
            return prediction(json);
        }
        return noEqual("conditions of the kind \"" + type + "\" have no equal here");
    }
};

const Json* findGroups(const Json& json)
{
    const Json* at = &json;
    for (const char* name : {"data", "attributes", "definition"}) {
        if (at->is_object() && at->contains(name)) {
            at = &(*at)[name];
        }
    }
    return at->is_object() && at->contains("condition_groups") && (*at)["condition_groups"].is_array()
               ? &(*at)["condition_groups"]
               : nullptr;
}

}  // namespace

Result<KlaviyoImport> importKlaviyo(std::string_view text, const KlaviyoNames& names)
{
    if (text.size() > maxDefinitionBytes) {
        return fail(ErrorKind::InvalidInput, "The definition is longer than 256 KB.");
    }
    const Json json = Json::parse(text, nullptr, false);
    const Json* groups = json.is_discarded() ? nullptr : findGroups(json);
    if (groups == nullptr) {
        return fail(ErrorKind::InvalidInput, "This is no segment definition of Klaviyo's: \"condition_groups\" is missing.");
    }
    KlaviyoImport imported;
    AllOf all;
    std::size_t groupNumber = 0;
    for (const Json& group : *groups) {
        AnyOf any;
        std::size_t number = 0;
        const std::string groupPlace = "condition_groups/" + std::to_string(groupNumber++);
        for (const Json& condition : group.is_object() ? group.value("conditions", Json::array()) : Json::array()) {
            Importer importer{names, imported.differences, groupPlace + "/conditions/" + std::to_string(number++)};
            if (!condition.is_object()) {
                importer.tell("This is no condition.");
                continue;
            }
            auto node = [&]() -> Maybe<Node> {
                try {
                    return importer.condition(condition);
                } catch (const Json::exception& problem) {
                    return noEqual(std::string("a member has another type than it should (") + problem.what() + ')');
                }
            }();
            if (node) {
                any.parts.push_back(std::move(*node));
            } else {
                importer.tell("Left out: " + node.error().why + '.');
            }
        }
        if (any.parts.size() == 1) {
            all.parts.push_back(std::move(any.parts.front()));
        } else if (!any.parts.empty()) {
            all.parts.push_back({std::move(any)});
        }
    }
    imported.definition = {std::move(all)};
    return imported;
}

}  // namespace shopbell::segments
