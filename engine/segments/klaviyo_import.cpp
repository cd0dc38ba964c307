// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/klaviyo.h"
#include "segments/klaviyo_filters.h"
#include "segments/klaviyo_words.h"

#include <algorithm>

namespace shopbell::segments {

namespace {

using namespace klaviyo;

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

    Maybe<std::vector<PropertyTest>> where(const JsonValue& condition)
    {
        std::vector<PropertyTest> tests;
        const JsonValue* const filters = findMember(condition, "metric_filters");
        if (filters == nullptr || !isArray(*filters)) {
            return tests;
        }
        for (const JsonValue& one : filters->children) {
            const JsonValue* const filter = findMember(one, "filter");
            if (filter == nullptr || !isObject(*filter)) {
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

    Maybe<Node> metric(const JsonValue& condition)
    {
        MetricCondition made;
        made.metric = metricName(textOf(condition, "metric_id"));
        const std::string measure = textOf(condition, "measurement");
        if (measure != "count" && measure != "sum") {
            return noEqual("the measurement \"" + measure + "\" is not known");
        }
        made.measure = measure == "sum" ? Measure::Sum : Measure::Count;
        auto number = readNumber(memberOf(condition, "measurement_filter"));
        auto frame = readTimeframe(memberOf(condition, "timeframe_filter"));
        auto tests = where(condition);
        if (!number || !frame || !tests) {
            return tl::unexpected<NoEqual>(!number ? number.error() : !frame ? frame.error() : tests.error());
        }
        made.test = *number;
        made.timeframe = *frame;
        made.where = std::move(*tests);
        return Node{std::move(made)};
    }

    Maybe<Node> funnel(const JsonValue& condition)
    {
        SequenceCondition made;
        auto frame = readTimeframe(memberOf(condition, "timeframe_filter"));
        if (!frame) {
            return tl::unexpected<NoEqual>(frame.error());
        }
        made.timeframe = *frame;
        bool any = false;
        for (const JsonValue& step : memberOf(condition, "steps").children) {
            auto tests = where(step);
            if (!tests) {
                return tl::unexpected<NoEqual>(tests.error());
            }
            made.steps.push_back(
                {metricName(textOf(step, "metric_id")), booleanOf(step, "metric_exists", true), std::move(*tests)});
            any = any || made.steps.back().exists;
        }
        if (!any || made.steps.size() > maxSequenceSteps) {
            return noEqual("a sequence here has one to ten steps, and something in it happened");
        }
        if (const std::string window = textOf(condition, "completion_window_seconds"); !window.empty()) {
            const auto known = std::find_if(klaviyoWindows.begin(), klaviyoWindows.end(),
                                            [&](const auto& entry) { return entry.name == window; });
            if (known == nullptr) {
                return noEqual("the completion window \"" + window + "\" is not known");
            }
            made.within = known->n;
            made.withinUnit = known->unit;
        }
        return Node{std::move(made)};
    }

    Maybe<Node> membership(const JsonValue& condition)
    {
        const bool member = booleanOf(condition, "is_member", true);
        Timeframe frame;
        if (const JsonValue* const filter = findMember(condition, "timeframe_filter");
            filter != nullptr && isObject(*filter)) {
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

    Maybe<Node> consent(const JsonValue& condition)
    {
        const JsonValue& said = memberOf(condition, "consent");
        const JsonValue& status = memberOf(said, "consent_status");
        const auto channel = findChannel(textOf(said, "channel"));
        if (!channel) {
            return noEqual("the channel \"" + textOf(said, "channel") + "\" is not known here");
        }
        const bool can = booleanOf(said, "can_receive_marketing", true);
        const std::string subscription = textOf(status, "subscription");
        Timeframe frame;
        if (const JsonValue* const filters = findMember(status, "filters"); filters != nullptr && isArray(*filters)) {
            for (const JsonValue& filter : filters->children) {
                if (textOf(filter, "field") != "status_date") {
                    return noEqual("the filter on \"" + textOf(filter, "field") + "\" of a consent has no equal here");
                }
                auto read = readTimeframe(memberOf(filter, "filter"));
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

    Maybe<Node> property(const JsonValue& condition)
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
        auto test = readTest(memberOf(condition, "filter"), own);
        return test ? Maybe<Node>(Node{PropertyCondition{std::move(*test)}}) : tl::unexpected<NoEqual>(test.error());
    }

    Maybe<Node> distance(const JsonValue& condition)
    {
        LocationCondition made;
        made.area = LocationCondition::Area::Near;
        made.postcode = textOf(condition, "postal_code");
        made.country = textOf(condition, "country_code");
        made.miles = textOf(condition, "unit") == "miles";
        const JsonValue& filter = memberOf(condition, "filter");
        made.inside = textOf(filter, "operator") != "greater-than";
        made.distance = realOf(filter, "value");
        if (made.postcode.empty() || made.distance <= 0) {
            return noEqual("a postcode and a distance are needed");
        }
        return Node{made};
    }

    Maybe<Node> region(const JsonValue& condition)
    {
        LocationCondition made;
        made.inside = booleanOf(condition, "in_region", true);
        if (textOf(condition, "region") == "european_union") {
            made.area = LocationCondition::Area::EuropeanUnion;
        } else if (textOf(condition, "region") == "united_states") {
            made.values = {"US"};
        } else {
            return noEqual("the region \"" + textOf(condition, "region") + "\" is not known");
        }
        return Node{made};
    }

    Maybe<Node> prediction(const JsonValue& condition)
    {
        const auto field = findKlaviyo(klaviyoPredictions, textOf(condition, "dimension"));
        if (!field) {
            return noEqual("the prediction \"" + textOf(condition, "dimension") + "\" has no equal here");
        }
        auto test = readTest(memberOf(condition, "filter"), std::string(*field));
        return test ? Maybe<Node>(Node{PredictionCondition{std::move(*test)}}) : tl::unexpected<NoEqual>(test.error());
    }

    Maybe<Node> condition(const JsonValue& json)
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

const JsonValue* findGroups(const JsonValue& json)
{
    const JsonValue* at = &json;
    for (const char* const name : {"data", "attributes", "definition"}) {
        const JsonValue* const inner = findMember(*at, name);
        at = inner != nullptr ? inner : at;
    }
    const JsonValue* const groups = findMember(*at, "condition_groups");
    return groups != nullptr && isArray(*groups) ? groups : nullptr;
}

}  // namespace

Result<KlaviyoImport> importKlaviyo(std::string_view text, const KlaviyoNames& names)
{
    const auto json = parseJsonValue(text, maxDefinitionBytes, 2 * maxDefinitionDepth);
    if (!json) {
        return fail(json.error());
    }
    const JsonValue* const groups = findGroups(*json);
    if (groups == nullptr) {
        return fail(ErrorKind::InvalidInput,
                    "This is no segment definition of Klaviyo's: \"condition_groups\" is missing.");
    }
    KlaviyoImport imported;
    AllOf all;
    std::size_t groupNumber = 0;
    for (const JsonValue& group : groups->children) {
        AnyOf any;
        std::size_t number = 0;
        const std::string groupPlace = "condition_groups/" + std::to_string(groupNumber++);
        for (const JsonValue& condition : memberOf(group, "conditions").children) {
            Importer importer{names, imported.differences, groupPlace + "/conditions/" + std::to_string(number++)};
            if (!isObject(condition)) {
                importer.tell("This is no condition.");
                continue;
            }
            auto node = importer.condition(condition);
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
