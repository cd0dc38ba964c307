// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/segments/segment_oracle.h"

#include "base/text.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdlib>
#include <optional>
#include <regex>
#include <set>

namespace shopbell::test {

using namespace segments;

namespace {

constexpr std::int64_t day = 86'400'000;
using Json = nlohmann::json;

// ---- time, by walking the calendar -------------------------------------------------------------------------------

int daysIn(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)) ? 29 : days[month - 1];
}

CivilDay tomorrow(CivilDay d)
{
    if (++d.day > daysIn(d.year, d.month)) {
        d.day = 1;
        if (++d.month > 12) {
            d.month = 1;
            ++d.year;
        }
    }
    return d;
}

CivilDay yesterday(CivilDay d)
{
    if (--d.day < 1) {
        if (--d.month < 1) {
            d.month = 12;
            --d.year;
        }
        d.day = daysIn(d.year, d.month);
    }
    return d;
}

std::int64_t midnight(const TimeZone& zone, const CivilDay& d)
{
    return zone.startOfDay(d).ms;
}

std::int64_t exactLength(Unit unit)
{
    return unit == Unit::Minute ? 60'000 : unit == Unit::Hour ? 3'600'000 : unit == Unit::Day ? day : 7 * day;
}

/// n units before (negative: ahead of) today; `missing` when the month has no such day, and then its last one.
CivilDay walk(CivilDay d, int n, Unit unit, bool& missing)
{
    missing = false;
    if (unit == Unit::Day || unit == Unit::Week) {
        int steps = unit == Unit::Week ? 7 * n : n;
        for (; steps > 0; --steps) {
            d = yesterday(d);
        }
        for (; steps < 0; ++steps) {
            d = tomorrow(d);
        }
        return d;
    }
    int months = unit == Unit::Year ? 12 * n : n;
    for (; months > 0; --months) {
        if (--d.month < 1) {
            d.month = 12;
            --d.year;
        }
    }
    for (; months < 0; ++months) {
        if (++d.month > 12) {
            d.month = 1;
            ++d.year;
        }
    }
    if (d.day > daysIn(d.year, d.month)) {
        d.day = daysIn(d.year, d.month);
        missing = true;
    }
    return d;
}

std::int64_t back(std::int64_t now, int n, Unit unit, const TimeZone& zone)
{
    if (unit != Unit::Month && unit != Unit::Year) {
        return now - n * exactLength(unit);
    }
    const CivilDay today = zone.toCivil({now}).day;
    bool missing = false;
    const CivilDay then = walk(today, n, unit, missing);
    const std::int64_t end = midnight(zone, tomorrow(then));
    return missing ? end : std::min(midnight(zone, then) + now - midnight(zone, today), end);
}

/// [from, to) of a whole-day bound n units before today.
std::pair<std::int64_t, std::int64_t> dayBack(std::int64_t now, int n, Unit unit, const TimeZone& zone)
{
    bool missing = false;
    const CivilDay then = walk(zone.toCivil({now}).day, n, unit, missing);
    const std::int64_t end = midnight(zone, tomorrow(then));
    return {missing ? end : midnight(zone, then), end};
}

bool inTimeframe(const Timeframe& frame, std::int64_t at, std::int64_t now, const TimeZone& zone)
{
    if (at > now) {
        return false;
    }
    const auto begin = [&](const DateBound& b) { return b.isDay ? midnight(zone, b.day) : b.at.ms; };
    const auto end = [&](const DateBound& b) { return b.isDay ? midnight(zone, tomorrow(b.day)) : b.at.ms + 1; };
    switch (frame.kind) {
    case Timeframe::Kind::All: return true;
    case Timeframe::Kind::InTheLast:
        return frame.calendar ? at >= dayBack(now, frame.n, frame.unit, zone).first
                              : at > back(now, frame.n, frame.unit, zone);
    case Timeframe::Kind::InTheLastBetween:
        return frame.calendar ? at >= dayBack(now, frame.m, frame.unit, zone).first &&
                                    at < dayBack(now, frame.n, frame.unit, zone).second
                              : at > back(now, frame.m, frame.unit, zone) && at <= back(now, frame.n, frame.unit, zone);
    case Timeframe::Kind::Before: return at < begin(frame.to);
    case Timeframe::Kind::After: return at >= end(frame.from);
    case Timeframe::Kind::Between: return at >= begin(frame.from) && at < end(frame.to);
    case Timeframe::Kind::SinceFlowStart: return false;
    }
    return false;
}

// ---- values ------------------------------------------------------------------------------------------------------

/// What stands at a path: nothing, or scalars.
struct Found {
    bool set = false;
    std::vector<Json> scalars;
};

void flatten(const Json& value, Found& found)
{
    if (value.is_array()) {
        for (const Json& member : value) {
            flatten(member, found);
        }
    } else if (!value.is_object() && !value.is_null()) {
        found.scalars.push_back(value);
    }
}

Found lookUp(const Json& object, const std::string& path)
{
    Found found;
    if (object.contains(path)) {
        found.set = !object[path].is_null();
        flatten(object[path], found);
        return found;
    }
    std::vector<Json> at{object};
    bool entered = false;
    for (std::string_view part : split(path, '.')) {
        const bool each = part.ends_with("[]");
        if (each) {
            part.remove_suffix(2);
        }
        std::vector<Json> next;
        for (const Json& one : at) {
            if (one.is_object() && one.contains(std::string(part)) && !one[std::string(part)].is_null()) {
                const Json& inner = one[std::string(part)];
                if (each && inner.is_array()) {
                    next.insert(next.end(), inner.begin(), inner.end());
                    entered = true;
                } else {
                    next.push_back(inner);
                }
            }
        }
        at = std::move(next);
    }
    found.set = entered || !at.empty();
    for (const Json& one : at) {
        flatten(one, found);
    }
    return found;
}

Json propertiesOf(const ToldEvent& event)
{
    return event.properties.empty() ? Json::object() : Json::parse(event.properties);
}

std::string textOf(const Json& scalar)
{
    return scalar.is_string()    ? scalar.get<std::string>()
           : scalar.is_boolean() ? (scalar.get<bool>() ? "true" : "false")
                                 : scalar.dump();
}

/// Everything in these tests has at most two decimals.
std::optional<std::int64_t> centsOf(const Json& scalar)
{
    if (scalar.is_number()) {
        return std::llround(scalar.get<double>() * 100);
    }
    if (scalar.is_string()) {
        const std::string text = scalar.get<std::string>();
        char* end = nullptr;
        const double value = std::strtod(text.c_str(), &end);
        if (!text.empty() && end == text.c_str() + text.size() &&
            text.find_first_not_of("0123456789.-") == std::string::npos) {
            return std::llround(value * 100);
        }
    }
    return std::nullopt;
}

bool compare(const NumberTest& test, std::int64_t cents, std::int64_t times = 1)
{
    const std::int64_t low = test.low.micros / 10'000 * times;
    const std::int64_t high = test.high.micros / 10'000 * times;
    switch (test.op) {
    case Comparison::Equal: return cents == low;
    case Comparison::NotEqual: return cents != low;
    case Comparison::Greater: return cents > low;
    case Comparison::GreaterOrEqual: return cents >= low;
    case Comparison::Less: return cents < low;
    case Comparison::LessOrEqual: return cents <= low;
    case Comparison::Between: return cents >= low && cents <= high;
    }
    return false;
}

bool dateHolds(const PropertyTest& test, const std::string& text, std::int64_t now, const TimeZone& zone)
{
    const auto parsed = parseIso(text);
    if (!parsed || text.size() < 10) {
        return false;
    }
    std::int64_t at = parsed->ms;
    CivilDay own = zone.toCivil({at}).day;
    if (text.size() == 10 || text.find("T00:00:00.000Z") != std::string::npos) {
        own = {std::atoi(text.substr(0, 4).c_str()), std::atoi(text.substr(5, 2).c_str()),
               std::atoi(text.substr(8, 2).c_str())};
        at = midnight(zone, own);
    }
    const auto begin = [&](const DateBound& b) { return b.isDay ? midnight(zone, b.day) : b.at.ms; };
    const auto end = [&](const DateBound& b) { return b.isDay ? midnight(zone, tomorrow(b.day)) : b.at.ms + 1; };
    const CivilDay today = zone.toCivil({now}).day;
    const auto anniversaryOn = [&](const CivilDay& d) {
        return own.month == d.month && std::min(own.day, daysIn(d.year, own.month)) == d.day;
    };
    switch (test.op) {
    case PropertyTest::Op::Before: return at < begin(test.to);
    case PropertyTest::Op::After: return at >= end(test.from);
    case PropertyTest::Op::Between: return at >= begin(test.from) && at < end(test.to);
    case PropertyTest::Op::InTheLast:
        return at <= now && (test.calendar ? at >= dayBack(now, test.n, test.unit, zone).first
                                           : at > back(now, test.n, test.unit, zone));
    case PropertyTest::Op::InTheNext: {
        if (!test.calendar) {
            return at > now && at <= back(now, -test.n, test.unit, zone);
        }
        bool missing = false;
        CivilDay last = walk(today, -test.n, test.unit, missing);
        last = missing ? tomorrow(last) : last;
        return at >= midnight(zone, today) && at < midnight(zone, tomorrow(last));
    }
    case PropertyTest::Op::AtLeastAgo: {
        if (!test.calendar) {
            return at <= back(now, test.n, test.unit, zone);
        }
        bool missing = false;
        CivilDay then = walk(today, test.n, test.unit, missing);
        then = missing ? tomorrow(then) : then;
        return at < midnight(zone, tomorrow(then));
    }
    case PropertyTest::Op::Anniversary: {
        if (test.recurring == PropertyTest::Recurring::Month) {
            return own.month == (test.month > 0 ? test.month : today.month);
        }
        CivilDay d = today;
        const int n = test.recurring == PropertyTest::Recurring::Today ? 0 : test.n;
        for (int i = 0; i <= n; ++i) {
            if (anniversaryOn(d)) {
                return true;
            }
            d = test.recurring == PropertyTest::Recurring::InTheLast ? yesterday(d) : tomorrow(d);
        }
        return false;
    }
    default: return false;
    }
}

std::string folded(const PropertyTest& test, const std::string& text)
{
    return test.ignoreCase ? toLowerAscii(text) : text;
}

bool positive(const PropertyTest& test, const Found& found, std::int64_t now, const TimeZone& zone)
{
    using Op = PropertyTest::Op;
    const auto has = [&](const std::string& wanted) {
        for (const Json& scalar : found.scalars) {
            if (folded(test, textOf(scalar)) == folded(test, wanted)) {
                return true;
            }
        }
        return false;
    };
    if (test.op == Op::Length) {
        return compare(test.number, static_cast<std::int64_t>(found.scalars.size()) * 100);
    }
    if (test.op == Op::Any || test.op == Op::NotAny || test.op == Op::ListContains || test.op == Op::NotListContains) {
        for (const std::string& wanted : test.texts) {
            if (has(wanted)) {
                return true;
            }
        }
        return false;
    }
    if (test.op == Op::AllOf || test.op == Op::NotAllOf) {
        for (const std::string& wanted : test.texts) {
            if (!has(wanted)) {
                return false;
            }
        }
        return true;
    }
    for (const Json& scalar : found.scalars) {
        const std::string text = folded(test, textOf(scalar));
        const std::string wanted = test.texts.empty() ? std::string() : folded(test, test.texts.front());
        bool holds = false;
        switch (test.op) {
        case Op::Equals:
        case Op::NotEquals: holds = text == wanted; break;
        case Op::In:
        case Op::NotIn:
            for (const std::string& one : test.texts) {
                holds = holds || text == folded(test, one);
            }
            break;
        case Op::Contains:
        case Op::NotContains: holds = text.find(wanted) != std::string::npos; break;
        case Op::StartsWith:
        case Op::NotStartsWith: holds = text.substr(0, wanted.size()) == wanted; break;
        case Op::EndsWith:
        case Op::NotEndsWith:
            holds = text.size() >= wanted.size() && text.substr(text.size() - wanted.size()) == wanted;
            break;
        case Op::Regex:
        case Op::NotRegex: {
            const auto flags = test.ignoreCase ? std::regex::icase | std::regex::ECMAScript : std::regex::ECMAScript;
            holds = std::regex_search(textOf(scalar), std::regex(test.texts.front(), flags));
            break;
        }
        case Op::Compare: {
            const auto cents = centsOf(scalar);
            NumberTest number = test.number;
            number.op = number.op == Comparison::NotEqual ? Comparison::Equal : number.op;
            holds = cents && compare(number, *cents);
            break;
        }
        case Op::IsTrue: holds = scalar.is_boolean() && scalar.get<bool>(); break;
        case Op::IsFalse: holds = scalar.is_boolean() && !scalar.get<bool>(); break;
        default: holds = scalar.is_string() && dateHolds(test, scalar.get<std::string>(), now, zone);
        }
        if (holds) {
            return true;
        }
    }
    return false;
}

bool negated(const PropertyTest& test)
{
    using Op = PropertyTest::Op;
    static const std::set<Op> negations{Op::NotEquals,       Op::NotIn,       Op::NotContains,
                                        Op::NotStartsWith,   Op::NotEndsWith, Op::NotRegex,
                                        Op::NotListContains, Op::NotAny,      Op::NotAllOf};
    return negations.contains(test.op) || (test.op == Op::Compare && test.number.op == Comparison::NotEqual);
}

Truth judgeTest(const PropertyTest& test, const Found& found, std::int64_t now, const TimeZone& zone)
{
    if (test.kind == PropertyTest::Kind::Presence) {
        return toTruth(found.set == (test.op == PropertyTest::Op::IsSet));
    }
    if (!found.set) {
        return test.includeUnset ? Truth::Yes : Truth::Unset;
    }
    return toTruth(positive(test, found, now, zone) != negated(test));
}

Found ofProfile(const KnownFacts* facts, const std::string& name)
{
    Found found;
    if (facts == nullptr) {
        return found;
    }
    if (name == "email" || name == "phone") {
        const std::string& text = name == "email" ? facts->email : facts->phone;
        found.set = !text.empty();
        if (found.set) {
            found.scalars.emplace_back(text);
        }
        return found;
    }
    const auto value = facts->properties.find(name);
    if (value == facts->properties.end()) {
        return found;
    }
    found.set = true;
    if (const auto* boolean = std::get_if<bool>(&value->second)) {
        found.scalars.emplace_back(*boolean);
    } else if (const auto* number = std::get_if<double>(&value->second)) {
        found.scalars.emplace_back(*number);
    } else if (const auto* text = std::get_if<std::string>(&value->second)) {
        found.scalars.emplace_back(*text);
    } else if (const auto* at = std::get_if<Instant>(&value->second)) {
        found.scalars.emplace_back(at->toIso());
    } else if (const auto* texts = std::get_if<std::vector<std::string>>(&value->second)) {
        for (const std::string& one : *texts) {
            found.scalars.emplace_back(one);
        }
    }
    return found;
}

struct Person {
    const Shop& shop;
    const SegmentOracle& oracle;
    std::int64_t profile;
    std::int64_t now;

    const KnownFacts* facts() const { return shop.factsAt(profile, now); }

    std::vector<ToldEvent> events(const std::string& metric, const std::vector<PropertyTest>& where) const
    {
        std::vector<ToldEvent> passing;
        for (const ToldEvent& event : shop.eventsOf(profile, metric, now)) {
            bool passes = event.at <= now;
            const Json properties = propertiesOf(event);
            for (const PropertyTest& test : where) {
                passes = passes && judgeTest(test, lookUp(properties, test.property), now, shop.zone) == Truth::Yes;
            }
            if (passes) {
                passing.push_back(event);
            }
        }
        return passing;
    }

    Truth operator()(const AllOf& group) const
    {
        bool unset = false;
        for (const Node& part : group.parts) {
            const Truth truth = oracle.judge(part, profile, now);
            if (truth == Truth::No) {
                return Truth::No;
            }
            unset = unset || truth == Truth::Unset;
        }
        return unset ? Truth::Unset : Truth::Yes;
    }
    Truth operator()(const AnyOf& group) const
    {
        bool unset = false;
        for (const Node& part : group.parts) {
            const Truth truth = oracle.judge(part, profile, now);
            if (truth == Truth::Yes) {
                return Truth::Yes;
            }
            unset = unset || truth == Truth::Unset;
        }
        return unset ? Truth::Unset : Truth::No;
    }
    Truth operator()(const NotThis& group) const
    {
        const Truth truth = oracle.judge(group.part.front(), profile, now);
        return truth == Truth::Unset ? truth : truth == Truth::Yes ? Truth::No : Truth::Yes;
    }

    Truth operator()(const MetricCondition& condition) const
    {
        std::vector<ToldEvent> passing;
        for (const ToldEvent& event : events(condition.metric, condition.where)) {
            if (inTimeframe(condition.timeframe, event.at, now, shop.zone)) {
                passing.push_back(event);
            }
        }
        const Truth unset = condition.includeUnset ? Truth::Yes : Truth::Unset;
        const auto valuesOf = [&](const ToldEvent& event) {
            std::vector<Json> values;
            if (condition.property.empty()) {
                if (event.cents) {
                    values.emplace_back(static_cast<double>(*event.cents) / 100);
                }
            } else {
                values = lookUp(propertiesOf(event), condition.property).scalars;
            }
            return values;
        };
        if (condition.measure == Measure::Count) {
            return toTruth(compare(condition.test, static_cast<std::int64_t>(passing.size()) * 100));
        }
        if (condition.measure == Measure::First || condition.measure == Measure::Last) {
            if (passing.empty()) {
                return unset;
            }
            const ToldEvent& event = condition.measure == Measure::First ? passing.front() : passing.back();
            const auto values = valuesOf(event);
            if (condition.text) {
                const Json properties = propertiesOf(event);
                if (condition.property.empty() || !lookUp(properties, condition.property).set) {
                    return unset;
                }
                bool equal = false;
                for (const Json& value : values) {
                    equal = equal || textOf(value) == *condition.text;
                }
                return toTruth(equal == (condition.test.op == Comparison::Equal));
            }
            std::vector<std::int64_t> numbers;
            for (const Json& value : values) {
                if (const auto cents = centsOf(value)) {
                    numbers.push_back(*cents);
                }
            }
            if (numbers.empty()) {
                return unset;
            }
            return toTruth(
                compare(condition.test, condition.measure == Measure::First ? numbers.front() : numbers.back()));
        }
        std::vector<std::int64_t> numbers;
        std::set<std::string> different;
        for (const ToldEvent& event : passing) {
            for (const Json& value : valuesOf(event)) {
                different.insert(std::string(value.type_name()) + value.dump());
                if (const auto cents = centsOf(value)) {
                    numbers.push_back(*cents);
                }
            }
        }
        if (condition.measure == Measure::Distinct) {
            return toTruth(compare(condition.test, static_cast<std::int64_t>(different.size()) * 100));
        }
        std::int64_t sum = 0;
        for (const std::int64_t number : numbers) {
            sum += number;
        }
        if (condition.measure == Measure::Sum) {
            return toTruth(compare(condition.test, sum));
        }
        if (numbers.empty()) {
            return unset;
        }
        if (condition.measure == Measure::Average) {
            return toTruth(compare(condition.test, sum, static_cast<std::int64_t>(numbers.size())));
        }
        std::sort(numbers.begin(), numbers.end());
        return toTruth(compare(condition.test, condition.measure == Measure::Min ? numbers.front() : numbers.back()));
    }

    /// Tries every chain of events.
    bool chain(const SequenceCondition& condition, std::size_t step, std::optional<std::int64_t> first,
               std::optional<std::int64_t> last, std::vector<std::size_t> absent) const
    {
        const std::int64_t within = condition.within * exactLength(condition.withinUnit);
        const auto happened = [&](std::size_t missing, std::int64_t after, std::int64_t before) {
            for (const ToldEvent& event : events(condition.steps[missing].metric, condition.steps[missing].where)) {
                if (event.at > after && event.at < before) {
                    return true;
                }
            }
            return false;
        };
        if (step == condition.steps.size()) {
            for (const std::size_t missing : absent) {
                if (condition.within > 0 && *last + within > now) {
                    return false;
                }
                if (happened(missing, *last, condition.within > 0 ? *last + within + 1 : now + 1)) {
                    return false;
                }
            }
            return true;
        }
        if (!condition.steps[step].exists) {
            absent.push_back(step);
            return chain(condition, step + 1, first, last, absent);
        }
        for (const ToldEvent& event : events(condition.steps[step].metric, condition.steps[step].where)) {
            if (!inTimeframe(condition.timeframe, event.at, now, shop.zone) || (last && event.at <= *last) ||
                (first && condition.within > 0 && event.at - *first > within)) {
                continue;
            }
            const std::int64_t from = last                   ? *last
                                      : condition.within > 0 ? event.at - within - 1
                                                             : std::numeric_limits<std::int64_t>::min();
            bool free = true;
            for (const std::size_t missing : absent) {
                free = free && !happened(missing, from, event.at);
            }
            if (free && chain(condition, step + 1, first ? first : event.at, event.at, {})) {
                return true;
            }
        }
        return false;
    }
    Truth operator()(const SequenceCondition& condition) const
    {
        return toTruth(chain(condition, 0, std::nullopt, std::nullopt, {}));
    }

    Truth operator()(const PropertyCondition& condition) const
    {
        return judgeTest(condition.test, ofProfile(facts(), condition.test.property), now, shop.zone);
    }
    Truth operator()(const PredictionCondition& condition) const
    {
        return judgeTest(condition.test, {}, now, shop.zone);
    }

    Truth operator()(const ListCondition& condition) const
    {
        const auto* known = facts();
        const bool on = known != nullptr && known->lists.contains(condition.list.id);
        if (!condition.member) {
            return toTruth(!on);
        }
        return toTruth(on && (condition.timeframe.kind == Timeframe::Kind::All ||
                              inTimeframe(condition.timeframe, known->lists.at(condition.list.id), now, shop.zone)));
    }
    Truth operator()(const SegmentCondition& condition) const
    {
        const bool in = oracle.isMember(oracle.segments.at(condition.segment.id), profile, now);
        return toTruth(in == condition.member);
    }

    Truth operator()(const ConsentCondition& condition) const
    {
        const auto* known = facts();
        const Consent* said = known != nullptr && known->consents.contains(condition.channel)
                                  ? &known->consents.at(condition.channel)
                                  : nullptr;
        const bool suppressed = known != nullptr && condition.channel == Channel::Email && known->suppressed;
        bool holds = false;
        if (condition.what == ConsentCondition::What::CanReceive) {
            const bool address = known != nullptr && condition.channel == Channel::Email && !known->email.empty();
            holds = address && said != nullptr && said->state == ConsentState::Subscribed && !suppressed;
            return toTruth(holds == condition.holds);
        }
        std::int64_t since = 0;
        if (condition.what == ConsentCondition::What::State) {
            holds = said == nullptr ? condition.state == ConsentState::NeverAsked && condition.method.empty()
                                    : said->state == condition.state &&
                                          (condition.method.empty() || condition.method == said->method);
            if (holds && condition.timeframe.kind != Timeframe::Kind::All) {
                since = said != nullptr ? said->at.ms : 0;
                holds = said != nullptr;
            }
        } else {
            holds = suppressed && (!condition.reason || known->suppressed->reason == *condition.reason);
            since = suppressed ? known->suppressed->at.ms : 0;
        }
        holds = holds && inTimeframe(condition.timeframe,
                                     condition.timeframe.kind == Timeframe::Kind::All ? now : since, now, shop.zone);
        return toTruth(holds == condition.holds);
    }

    Truth operator()(const LocationCondition& condition) const
    {
        const auto* known = facts();
        const Truth unset = condition.includeUnset ? Truth::Yes : Truth::Unset;
        if (condition.area == LocationCondition::Area::Near) {
            const Found latitude = ofProfile(known, "latitude");
            const Found longitude = ofProfile(known, "longitude");
            if (!latitude.set || !longitude.set) {
                return unset;
            }
            constexpr double radians = 3.14159265358979323846 / 180;
            const double a = latitude.scalars[0].get<double>() * radians;
            const double b = *condition.latitude * radians;
            const double dl = (longitude.scalars[0].get<double>() - *condition.longitude) * radians;
            // The great circle by the law of cosines: another formula than the engine's.
            const double cosine = std::sin(a) * std::sin(b) + std::cos(a) * std::cos(b) * std::cos(dl);
            const double km = 6371.0088 * std::acos(std::min(1.0, std::max(-1.0, cosine)));
            return toTruth((km <= condition.distance * (condition.miles ? 1.609344 : 1)) == condition.inside);
        }
        const Found place = ofProfile(known, condition.area == LocationCondition::Area::City ? "city" : "country");
        if (!place.set) {
            return unset;
        }
        const std::string text = toLowerAscii(textOf(place.scalars.front()));
        bool in = false;
        if (condition.area == LocationCondition::Area::EuropeanUnion) {
            in = text == "at" || text == "de" || text == "germany";
        }
        for (const std::string& value : condition.values) {
            const std::string wanted = toLowerAscii(value);
            in = in || text == wanted || (text == "germany" && wanted == "de") || (text == "de" && wanted == "germany");
        }
        return toTruth(in == condition.inside);
    }

    Truth operator()(const MessageCondition& condition) const
    {
        MetricCondition metric;
        metric.metric = condition.what == MessageCondition::What::Received ? "Received Email"
                        : condition.what == MessageCondition::What::Opened ? "Opened Email"
                                                                           : "Clicked Email";
        metric.timeframe = condition.timeframe;
        std::int64_t count = 0;
        for (const ToldEvent& event : events(metric.metric, {})) {
            const Json properties = propertiesOf(event);
            const bool matches = condition.campaign == 0 ||
                                 (properties.contains("campaign") && properties["campaign"] == condition.campaign);
            count += matches && inTimeframe(condition.timeframe, event.at, now, shop.zone) ? 1 : 0;
        }
        return toTruth((count > 0) == condition.did);
    }

    Truth operator()(const SampleCondition& condition) const
    {
        if (condition.percent.micros == 100'000'000) {
            return Truth::Yes;
        }
        const double share = static_cast<double>(stableHash(std::to_string(profile), stableHash(condition.salt))) /
                             18446744073709551616.0;
        return toTruth(share < condition.percent.toDouble() / 100);
    }
};

}  // namespace

Truth SegmentOracle::judge(const Node& node, std::int64_t profile, std::int64_t at) const
{
    return std::visit(Person{m_shop, *this, profile, at}, node.what);
}

bool SegmentOracle::isMember(const Node& node, std::int64_t profile, std::int64_t at) const
{
    return m_shop.existed(profile, at) && judge(node, profile, at) == Truth::Yes;
}

}  // namespace shopbell::test
