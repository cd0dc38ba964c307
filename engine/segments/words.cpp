// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "segments/definition.h"

namespace shopbell::segments {

namespace {

using Op = PropertyTest::Op;
using Kind = PropertyTest::Kind;

std::string quoted(const std::string& text)
{
    return '"' + std::string(cutUtf8(text, 80)) + (text.size() > 80 ? "…\"" : "\"");
}

std::string listed(const std::vector<std::string>& texts, const char* last)
{
    constexpr std::size_t shown = 5;
    std::string words;
    for (std::size_t i = 0; i < texts.size() && i < shown; ++i) {
        words += i == 0 ? "" : i + 1 == texts.size() ? std::string(" ") + last + ' ' : ", ";
        words += quoted(texts[i]);
    }
    return texts.size() > shown ? words + " and " + std::to_string(texts.size() - shown) + " more" : words;
}

void append(std::string& words, const std::string& more)
{
    if (!more.empty()) {
        words += (words.empty() ? "" : " ") + more;
    }
}

std::string whereWords(const std::vector<PropertyTest>& where)
{
    std::string words;
    for (const PropertyTest& test : where) {
        words += (words.empty() ? "where " : " and ") + toWords(test);
    }
    return words;
}

std::string textWords(const PropertyTest& test)
{
    const std::string first = test.texts.empty() ? "\"\"" : quoted(test.texts.front());
    switch (test.op) {
    case Op::Equals: return "is " + first;
    case Op::NotEquals: return "is not " + first;
    case Op::In: return "is " + listed(test.texts, "or");
    case Op::NotIn: return "is neither " + listed(test.texts, "nor");
    case Op::Contains: return "contains " + first;
    case Op::NotContains: return "does not contain " + first;
    case Op::StartsWith: return "begins with " + first;
    case Op::NotStartsWith: return "does not begin with " + first;
    case Op::EndsWith: return "ends with " + first;
    case Op::NotEndsWith: return "does not end with " + first;
    case Op::Regex: return "matches the pattern " + first;
    case Op::NotRegex: return "does not match the pattern " + first;
    case Op::ListContains: return "holds " + first;
    case Op::NotListContains: return "does not hold " + first;
    case Op::Any: return "holds any of " + listed(test.texts, "or");
    case Op::NotAny: return "holds none of " + listed(test.texts, "or");
    case Op::AllOf: return "holds all of " + listed(test.texts, "and");
    case Op::NotAllOf: return "does not hold all of " + listed(test.texts, "and");
    case Op::Length: return "has a length that " + toWords(test.number);
    default: return {};
    }
}

std::string dateWords(const PropertyTest& test)
{
    static constexpr const char* months[] = {"this month", "January",  "February", "March",  "April",
                                             "May",        "June",     "July",     "August", "September",
                                             "October",    "November", "December"};
    switch (test.op) {
    case Op::Before: return "is before " + toText(test.to);
    case Op::After: return "is after " + toText(test.from);
    case Op::Between: return "is between " + toText(test.from) + " and " + toText(test.to);
    case Op::InTheLast: return "was in the last " + toWords(test.n, test.unit);
    case Op::InTheNext: return "is in the next " + toWords(test.n, test.unit);
    case Op::AtLeastAgo: return "was at least " + toWords(test.n, test.unit) + " ago";
    case Op::Anniversary:
        switch (test.recurring) {
        case PropertyTest::Recurring::Month:
            return std::string("has its anniversary ") + (test.month > 0 ? "in " : "") +
                   months[test.month >= 0 && test.month <= 12 ? test.month : 0];
        case PropertyTest::Recurring::Today: return "has its anniversary today";
        case PropertyTest::Recurring::InTheNext: return "has its anniversary in the next " + toWords(test.n, Unit::Day);
        case PropertyTest::Recurring::InTheLast: return "had its anniversary in the last " + toWords(test.n, Unit::Day);
        }
        return {};
    default: return {};
    }
}

std::string testWords(const PropertyTest& test)
{
    switch (test.kind) {
    case Kind::Text:
    case Kind::List: return textWords(test);
    case Kind::Number: return toWords(test.number);
    case Kind::Boolean: return test.op == Op::IsTrue ? "is true" : "is false";
    case Kind::Date: return dateWords(test);
    case Kind::Presence: return test.op == Op::IsSet ? "is known" : "is not known";
    }
    return {};
}

std::string unsetWords(bool include)
{
    return include ? " (or is not known)" : "";
}

std::string timesWords(const NumberTest& test)
{
    const std::string n = test.low.toString();
    const std::string times = n == "1" ? " time" : " times";
    switch (test.op) {
    case Comparison::Equal: return n + times;
    case Comparison::NotEqual: return "not exactly " + n + times;
    case Comparison::Greater: return "more than " + n + times;
    case Comparison::GreaterOrEqual: return "at least " + n + times;
    case Comparison::Less: return "fewer than " + n + times;
    case Comparison::LessOrEqual: return "at most " + n + times;
    case Comparison::Between: return n + " to " + test.high.toString() + " times";
    }
    return {};
}

struct Speaker {
    bool inside = false;  ///< of another group: a group of several takes brackets

    std::string operator()(const AllOf& group) const { return joined(group.parts, " and ", "everybody"); }
    std::string operator()(const AnyOf& group) const { return joined(group.parts, " or ", "nobody"); }
    std::string operator()(const NotThis& group) const
    {
        return "not (" + std::visit(Speaker{}, group.part.front().what) + ')';
    }

    std::string operator()(const MetricCondition& condition) const
    {
        static constexpr const char* measures[] = {
            "count", "total", "average", "smallest", "largest", "different values of", "first", "last"};
        std::string words;
        if (condition.measure == Measure::Count) {
            const Decimal n = condition.test.low;
            const bool once = condition.test.op == Comparison::GreaterOrEqual && n == Decimal::fromInteger(1);
            const bool nonce = (condition.test.op == Comparison::Equal && n == Decimal{}) ||
                               (condition.test.op == Comparison::Less && n == Decimal::fromInteger(1));
            words = nonce ? "has not " + condition.metric : "has " + condition.metric;
            if (!once && !nonce) {
                append(words, timesWords(condition.test));
            }
        } else {
            words =
                condition.metric + ' ' + measures[static_cast<int>(condition.measure)] + ' ' +
                (condition.property.empty() ? "value" : condition.property) + ' ' +
                (condition.text ? (condition.test.op == Comparison::Equal ? "is " : "is not ") + quoted(*condition.text)
                                : toWords(condition.test)) +
                unsetWords(condition.includeUnset);
        }
        append(words, toWords(condition.timeframe));
        append(words, whereWords(condition.where));
        return words;
    }

    std::string operator()(const SequenceCondition& condition) const
    {
        std::string words;
        for (const SequenceStep& step : condition.steps) {
            words += words.empty() ? (step.exists ? "did " : "did not ") : step.exists ? ", then " : " and did not ";
            words += step.metric;
            append(words, whereWords(step.where));
        }
        if (condition.within > 0) {
            append(words, "within " + toWords(condition.within, condition.withinUnit));
        }
        append(words, toWords(condition.timeframe));
        return words;
    }

    std::string operator()(const PropertyCondition& condition) const { return toWords(condition.test); }

    std::string operator()(const ListCondition& condition) const
    {
        return membership("the list", condition.list, condition.member, "joined", condition.timeframe);
    }
    std::string operator()(const SegmentCondition& condition) const
    {
        return membership("the segment", condition.segment, condition.member, "entered", condition.timeframe);
    }

    std::string operator()(const ConsentCondition& condition) const
    {
        const std::string channel(channelName(condition.channel));
        std::string words;
        switch (condition.what) {
        case ConsentCondition::What::CanReceive:
            return (condition.holds ? "can receive " : "cannot receive ") + channel;
        case ConsentCondition::What::Suppressed:
            words = channel + (condition.holds ? " is suppressed" : " is not suppressed");
            if (condition.reason) {
                words += " for " + replaceAll(std::string(suppressionReasonName(*condition.reason)), "-", " ");
            }
            break;
        case ConsentCondition::What::State:
            words = channel + (condition.holds ? " consent is " : " consent is not ") +
                    replaceAll(std::string(consentStateName(condition.state)), "-", " ");
            if (!condition.method.empty()) {
                words += " by " + quoted(condition.method);
            }
            break;
        }
        const std::string when = toWords(condition.timeframe);
        return when.empty() ? words : words + ", said " + when;
    }

    std::string operator()(const LocationCondition& condition) const
    {
        const std::string unset = unsetWords(condition.includeUnset);
        const std::string lives = condition.inside ? "lives in " : "does not live in ";
        switch (condition.area) {
        case LocationCondition::Area::Country:
        case LocationCondition::Area::Region:
        case LocationCondition::Area::City: return lives + listed(condition.values, "or") + unset;
        case LocationCondition::Area::Postcode: return lives + "postcode " + listed(condition.values, "or") + unset;
        case LocationCondition::Area::EuropeanUnion: return lives + "the European Union" + unset;
        case LocationCondition::Area::Near: break;
        }
        return std::string(condition.inside ? "lives within " : "does not live within ") +
               formatNumber(condition.distance) + (condition.miles ? " miles of " : " km of ") +
               (condition.postcode.empty()
                    ? formatNumber(condition.latitude.value_or(0)) + ", " +
                          formatNumber(condition.longitude.value_or(0))
                    : condition.postcode + (condition.country.empty() ? "" : " " + condition.country)) +
               unset;
    }

    std::string operator()(const PredictionCondition& condition) const
    {
        for (const PredictionField& field : predictionFields()) {
            if (field.name == condition.test.property) {
                return std::string(field.words) + ' ' + testWords(condition.test) +
                       unsetWords(condition.test.includeUnset);
            }
        }
        return toWords(condition.test);
    }

    std::string operator()(const MessageCondition& condition) const
    {
        static constexpr const char* did[] = {"was sent", "received", "opened", "clicked", "was not sent (skipped)"};
        static constexpr const char* didNot[] = {"was not sent", "did not receive", "did not open", "did not click",
                                                 "never had skipped"};
        std::string words = (condition.did ? did : didNot)[static_cast<int>(condition.what)];
        if (condition.campaign > 0) {
            words += " campaign " + std::to_string(condition.campaign);
        } else if (condition.flow > 0) {
            words += " a message of flow " + std::to_string(condition.flow);
        } else {
            words += condition.did ? " a message" : " any message";
        }
        append(words, toWords(condition.timeframe));
        return words;
    }

    std::string operator()(const SampleCondition& condition) const
    {
        return "is in a random " + condition.percent.toString() + " % of people" +
               (condition.salt.empty() ? "" : " (" + quoted(condition.salt) + ')');
    }

private:
    std::string joined(const std::vector<Node>& parts, const char* between, const char* none) const
    {
        if (parts.empty()) {
            return none;
        }
        if (parts.size() == 1) {
            return std::visit(*this, parts.front().what);
        }
        std::string words;
        for (const Node& part : parts) {
            words += (words.empty() ? "" : between) + std::visit(Speaker{true}, part.what);
        }
        return inside ? '(' + words + ')' : words;
    }
    static std::string membership(const char* what, const Reference& reference, bool member, const char* verb,
                                  const Timeframe& timeframe)
    {
        std::string words = std::string(member ? "is in " : "is not in ") + what + ' ' +
                            (reference.name.empty() ? '#' + std::to_string(reference.id) : quoted(reference.name));
        const std::string when = toWords(timeframe);
        return when.empty() ? words : words + ", " + verb + ' ' + when;
    }
};

struct Collector {
    References found;

    void metric(const std::string& name)
    {
        for (const std::string& known : found.metrics) {
            if (known == name) {
                return;
            }
        }
        found.metrics.push_back(name);
    }
    static void reference(std::vector<Reference>& references, const Reference& wanted)
    {
        for (const Reference& known : references) {
            if (known.id == wanted.id && known.name == wanted.name) {
                return;
            }
        }
        references.push_back(wanted);
    }
    void property(const std::string& name)
    {
        for (const std::string& known : found.profileProperties) {
            if (known == name) {
                return;
            }
        }
        found.profileProperties.push_back(name);
    }
    void visit(const Node& node)
    {
        if (const auto* parts = findParts(node)) {
            for (const Node& part : *parts) {
                visit(part);
            }
        } else if (const auto* condition = std::get_if<MetricCondition>(&node.what)) {
            metric(condition->metric);
        } else if (const auto* sequence = std::get_if<SequenceCondition>(&node.what)) {
            for (const SequenceStep& step : sequence->steps) {
                metric(step.metric);
            }
        } else if (const auto* own = std::get_if<PropertyCondition>(&node.what)) {
            property(own->test.property);
        } else if (const auto* segment = std::get_if<SegmentCondition>(&node.what)) {
            reference(found.segments, segment->segment);
        } else if (const auto* list = std::get_if<ListCondition>(&node.what)) {
            reference(found.lists, list->list);
        }
    }
};

}  // namespace

std::string toWords(const NumberTest& test)
{
    const std::string low = test.low.toString();
    switch (test.op) {
    case Comparison::Equal: return "is " + low;
    case Comparison::NotEqual: return "is not " + low;
    case Comparison::Greater: return "is more than " + low;
    case Comparison::GreaterOrEqual: return "is at least " + low;
    case Comparison::Less: return "is less than " + low;
    case Comparison::LessOrEqual: return "is at most " + low;
    case Comparison::Between: return "is between " + low + " and " + test.high.toString();
    }
    return {};
}

std::string toWords(const PropertyTest& test)
{
    return test.property + ' ' + testWords(test) + unsetWords(test.includeUnset);
}

std::string toWords(const Node& root)
{
    return std::visit(Speaker{}, root.what);
}

References listReferences(const Node& root)
{
    Collector collector;
    collector.visit(root);
    return std::move(collector.found);
}

}  // namespace shopbell::segments
