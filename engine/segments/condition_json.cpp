// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/condition_json.h"

#include "base/text.h"
#include "model/event.h"
#include "segments/definition_names.h"

namespace shopbell::segments {

namespace {

template <class T, std::size_t N>
T readNamed(const JsonPlace& place, const std::array<Name<T>, N>& names)
{
    const auto found = findNamed(names, place.text(40));
    if (found) {
        return *found;
    }
    std::vector<std::string> words;
    for (const auto& name : names) {
        words.emplace_back(name.name);
    }
    place.complain("expected one of " + join(words, ", ") + ".");
    return names.front().value;
}

std::string readMetric(JsonPlace& place)
{
    auto metric = place.member("metric");
    std::string name = metric ? metric->text(maxMetricNameBytes) : std::string();
    if (metric && name.empty()) {
        metric->complain("expected the name of a metric, such as \"Placed Order\".");
    }
    return name;
}

Timeframe findTimeframe(JsonPlace& place)
{
    auto timeframe = place.findMember("timeframe");
    return timeframe ? readTimeframe(*timeframe) : Timeframe();
}

bool findBoolean(JsonPlace& place, std::string_view name, bool otherwise)
{
    auto member = place.findMember(name);
    return member ? member->boolean() : otherwise;
}

bool readUnset(JsonPlace& place)
{
    auto unset = place.findMember("unset");
    if (!unset) {
        return false;
    }
    const std::string word = unset->text(40);
    if (word != "include" && word != "exclude") {
        unset->complain("expected \"include\" or \"exclude\".");
    }
    return word == "include";
}

MetricCondition readMetricCondition(JsonPlace& place)
{
    MetricCondition condition;
    condition.metric = readMetric(place);
    if (auto measure = place.findMember("measure")) {
        condition.measure = readNamed(*measure, measureNames);
    }
    if (condition.measure != Measure::Count) {
        if (auto property = place.findMember("property")) {
            condition.property = property->text(512);
            if (condition.property == "value") {
                condition.property.clear();
            }
        }
    }
    const bool mayBeText = condition.measure == Measure::First || condition.measure == Measure::Last;
    if (condition.measure != Measure::Count || place.has("op") || place.has("value")) {
        auto value = mayBeText ? place.findMember("value") : std::nullopt;
        if (value && value->isText()) {
            condition.text = value->text(maxValueBytes);
            if (auto op = place.member("op")) {
                condition.test = {readNamed(*op, comparisonNames), {}, {}};
                if (condition.test.op != Comparison::Equal && condition.test.op != Comparison::NotEqual) {
                    op->complain("a text can be compared with = and != alone.");
                }
            }
        } else {
            condition.test = readNumberTest(place, "op", "value");
        }
    }
    if (condition.measure != Measure::Count && condition.measure != Measure::Sum &&
        condition.measure != Measure::Distinct) {
        condition.includeUnset = readUnset(place);
    }
    condition.timeframe = findTimeframe(place);
    condition.where = readWhere(place);
    return condition;
}

SequenceCondition readSequence(JsonPlace& place)
{
    SequenceCondition condition;
    auto steps = place.member("steps");
    if (!steps) {
        return condition;
    }
    auto elements = steps->elements();
    if (elements.empty() || elements.size() > maxSequenceSteps) {
        steps->complain("expected one to " + std::to_string(maxSequenceSteps) + " steps.");
    }
    bool anyExists = false;
    for (JsonPlace& element : elements) {
        SequenceStep step;
        step.metric = readMetric(element);
        step.exists = findBoolean(element, "exists", true);
        step.where = readWhere(element);
        element.finish();
        anyExists = anyExists || step.exists;
        condition.steps.push_back(std::move(step));
    }
    if (!anyExists) {
        steps->complain("at least one step has to be something that happened; for \"never did\" use a metric condition "
                        "with count = 0.");
    }
    if (auto within = place.findMember("within")) {
        if (auto unit = within->member("unit")) {
            condition.withinUnit = readNamed(*unit, unitNames);
            if (condition.withinUnit == Unit::Month || condition.withinUnit == Unit::Year) {
                unit->complain("a duration between steps is exact: use minute, hour, day or week.");
            }
        }
        if (auto n = within->member("n")) {
            condition.within = static_cast<int>(n->integer(1, 10'000));
        }
        within->finish();
    }
    condition.timeframe = findTimeframe(place);
    return condition;
}

Reference readReference(JsonPlace& place, std::string_view name)
{
    Reference reference;
    auto member = place.member(name);
    if (!member) {
        return reference;
    }
    if (member->isText()) {
        reference.name = member->text(512);
        if (reference.name.empty()) {
            member->complain("expected a number or a name.");
        }
    } else {
        reference.id = member->integer(1, std::int64_t{1} << 53);
    }
    return reference;
}

template <class Condition>
Timeframe readJoining(JsonPlace& place, const Condition& condition)
{
    const Timeframe timeframe = findTimeframe(place);
    if (!condition.member && timeframe.kind != Timeframe::Kind::All) {
        place.complain("a timeframe of joining goes with \"member\": true alone; put the condition into a \"not\".");
    }
    return timeframe;
}

ConsentCondition readConsent(JsonPlace& place)
{
    ConsentCondition condition;
    if (auto channel = place.findMember("channel")) {
        const auto found = findChannel(channel->text(40));
        if (!found) {
            channel->complain("that is not a channel; use email, sms or push.");
        }
        condition.channel = found.value_or(Channel::Email);
    }
    const int asked =
        (place.has("state") ? 1 : 0) + (place.has("canReceive") ? 1 : 0) + (place.has("suppressed") ? 1 : 0);
    if (asked != 1) {
        place.complain("expected exactly one of \"state\", \"canReceive\" and \"suppressed\".");
        return condition;
    }
    if (auto can = place.findMember("canReceive")) {
        condition.what = ConsentCondition::What::CanReceive;
        condition.holds = can->boolean();
        return condition;
    }
    if (auto suppressed = place.findMember("suppressed")) {
        condition.what = ConsentCondition::What::Suppressed;
        condition.holds = suppressed->boolean();
        if (auto reason = place.findMember("reason")) {
            condition.reason = findSuppressionReason(reason->text(40));
            if (!condition.reason) {
                reason->complain(
                    "that is not a reason; use hard-bounce, complaint, unsubscribed, invalid, manual or erased.");
            }
        }
    } else if (auto state = place.findMember("state")) {
        const auto found = findConsentState(state->text(40));
        if (!found) {
            state->complain("that is not a state; use never-asked, subscribed, pending or unsubscribed.");
        }
        condition.state = found.value_or(ConsentState::Subscribed);
        condition.holds = findBoolean(place, "is", true);
        if (auto method = place.findMember("method")) {
            condition.method = method->text(maxValueBytes);
        }
    }
    condition.timeframe = findTimeframe(place);
    return condition;
}

LocationCondition readLocation(JsonPlace& place)
{
    LocationCondition condition;
    auto area = place.member("area");
    if (!area) {
        return condition;
    }
    condition.area = readNamed(*area, areaNames);
    condition.inside = findBoolean(place, "is", true);
    condition.includeUnset = readUnset(place);
    if (condition.area == LocationCondition::Area::EuropeanUnion) {
        return condition;
    }
    if (condition.area != LocationCondition::Area::Near) {
        if (auto values = place.member("values")) {
            const auto elements = values->elements();
            if (elements.empty() || elements.size() > maxValues) {
                values->complain("expected a list of one to " + std::to_string(maxValues) + " texts.");
            }
            for (const JsonPlace& element : elements) {
                condition.values.push_back(element.text(maxValueBytes));
            }
        }
        return condition;
    }
    if (auto distance = place.member("distance")) {
        condition.distance = distance->real(0, 21'000);
    }
    if (auto unit = place.findMember("unit")) {
        const std::string word = unit->text(40);
        condition.miles = word == "mile";
        if (word != "km" && word != "mile") {
            unit->complain("expected \"km\" or \"mile\".");
        }
    }
    if (place.has("postcode")) {
        condition.postcode = place.member("postcode")->text(40);
        if (condition.postcode.empty()) {
            place.complain("expected a postcode, or \"latitude\" and \"longitude\".");
        }
        if (auto country = place.findMember("country")) {
            condition.country = country->text(80);
        }
        return condition;
    }
    if (auto latitude = place.member("latitude")) {
        condition.latitude = latitude->real(-90, 90);
    }
    if (auto longitude = place.member("longitude")) {
        condition.longitude = longitude->real(-180, 180);
    }
    return condition;
}

PredictionCondition readPrediction(JsonPlace& place)
{
    PredictionCondition condition{readPropertyTest(place, "field")};
    const auto& fields = predictionFields();
    for (const PredictionField& field : fields) {
        if (field.name == condition.test.property) {
            if (condition.test.kind != field.kind && condition.test.kind != PropertyTest::Kind::Presence) {
                place.complain(
                    "this field needs a test of another kind: " + std::string(nameOf(kindNames, field.kind)) + ".");
            }
            return condition;
        }
    }
    std::vector<std::string> names;
    for (const PredictionField& field : fields) {
        names.emplace_back(field.name);
    }
    place.complain("that is not a field of predictions; use " + join(names, ", ") + ".");
    return condition;
}

MessageCondition readMessage(JsonPlace& place)
{
    MessageCondition condition;
    if (auto what = place.member("what")) {
        condition.what = readNamed(*what, messageNames);
    }
    if (auto campaign = place.findMember("campaign")) {
        condition.campaign = campaign->integer(1, std::int64_t{1} << 53);
    }
    if (auto flow = place.findMember("flow")) {
        condition.flow = flow->integer(1, std::int64_t{1} << 53);
    }
    if (condition.campaign > 0 && condition.flow > 0) {
        place.complain("a message comes from a campaign or from a flow; leave one of the two out.");
    }
    condition.did = findBoolean(place, "did", true);
    condition.timeframe = findTimeframe(place);
    return condition;
}

SampleCondition readSample(JsonPlace& place)
{
    SampleCondition condition;
    if (auto percent = place.member("percent")) {
        condition.percent = percent->decimal();
        if (condition.percent < Decimal{} || condition.percent > Decimal::fromInteger(100)) {
            percent->complain("expected a share from 0 to 100.");
        }
    }
    if (auto salt = place.findMember("salt")) {
        condition.salt = salt->text(maxValueBytes);
    }
    return condition;
}

ListCondition readList(JsonPlace& place)
{
    ListCondition condition{readReference(place, "list"), findBoolean(place, "member", true), {}};
    condition.timeframe = readJoining(place, condition);
    return condition;
}

SegmentCondition readSegment(JsonPlace& place)
{
    SegmentCondition condition{readReference(place, "segment"), findBoolean(place, "member", true), {}};
    condition.timeframe = readJoining(place, condition);
    return condition;
}

/// One line per kind of condition.
struct ConditionReader {
    std::string_view type;
    Node::What (*read)(JsonPlace&);
};

constexpr ConditionReader readers[] = {
    {"metric", [](JsonPlace& place) -> Node::What { return readMetricCondition(place); }},
    {"sequence", [](JsonPlace& place) -> Node::What { return readSequence(place); }},
    {"property", [](JsonPlace& place) -> Node::What { return PropertyCondition{readPropertyTest(place, "property")}; }},
    {"list", [](JsonPlace& place) -> Node::What { return readList(place); }},
    {"segment", [](JsonPlace& place) -> Node::What { return readSegment(place); }},
    {"consent", [](JsonPlace& place) -> Node::What { return readConsent(place); }},
    {"location", [](JsonPlace& place) -> Node::What { return readLocation(place); }},
    {"prediction", [](JsonPlace& place) -> Node::What { return readPrediction(place); }},
    {"message", [](JsonPlace& place) -> Node::What { return readMessage(place); }},
    {"sample", [](JsonPlace& place) -> Node::What { return readSample(place); }},
};

}  // namespace

Node::What readCondition(JsonPlace& place)
{
    auto typePlace = place.findMember("type");
    if (!typePlace) {
        place.complain("expected \"all\", \"any\", \"not\" or \"type\".");
        return AllOf{};
    }
    const std::string type = typePlace->text(40);
    for (const ConditionReader& reader : readers) {
        if (reader.type == type) {
            Node::What condition = reader.read(place);
            if (!place.failed()) {
                place.finish();
            }
            return condition;
        }
    }
    std::vector<std::string> words;
    for (const ConditionReader& reader : readers) {
        words.emplace_back(reader.type);
    }
    typePlace->complain("that is not a type of condition; use " + join(words, ", ") + ".");
    return AllOf{};
}

const std::vector<PredictionField>& predictionFields()
{
    using Kind = PropertyTest::Kind;
    static const std::vector<PredictionField> fields{
        {"historic_value", Kind::Number, "spent until now"},
        {"predicted_value", Kind::Number, "expected spending in the next year"},
        {"total_value", Kind::Number, "expected lifetime value"},
        {"historic_orders", Kind::Number, "orders until now"},
        {"predicted_orders", Kind::Number, "expected orders in the next year"},
        {"average_order_value", Kind::Number, "average order value"},
        {"churn_probability", Kind::Number, "chance of never ordering again"},
        {"days_between_orders", Kind::Number, "average days between orders"},
        {"next_order_date", Kind::Date, "expected date of the next order"},
        {"best_send_hour", Kind::Number, "best hour for sending"},
        {"predicted_gender", Kind::Text, "likely gender"},
        {"best_channel", Kind::Text, "best channel"},
    };
    return fields;
}

}  // namespace shopbell::segments
