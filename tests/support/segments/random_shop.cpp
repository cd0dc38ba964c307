// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/segments/random_shop.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace shopbell::test {

using namespace segments;

namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;

struct Place {
    const char* zone;
    const char* start;
};

// Each begins some weeks before its clocks change; the last zone shifts by half an hour.
constexpr Place places[] = {{"Europe/Vienna", "2026-02-10T09:00:00Z"},
                            {"Europe/Vienna", "2025-09-05T22:30:00Z"},
                            {"America/New_York", "2026-01-25T05:00:00Z"},
                            {"Australia/Lord_Howe", "2026-03-01T11:00:00Z"},
                            {"UTC", "2024-01-30T23:59:59Z"},
                            {"Pacific/Auckland", "2025-08-30T12:00:00Z"}};

}  // namespace

RandomShop::RandomShop(Random& source, int people, int happenings, ShopHabits habits) : random(source), m_habits(habits)
{
    const Place& place = places[random.below(std::size(places))];
    shop = std::make_unique<Shop>(parseIso(place.start).value(), place.zone);
    shop->addList("News");
    shop->addList("Wholesale");
    for (int i = 0; i < people; ++i) {
        shop->addPerson("p" + std::to_string(i) + "@example.com", profileProperties());
        shop->clock.advance(Duration(static_cast<std::int64_t>(random.below(3)) * hour));
    }
    for (int i = 0; i < happenings; ++i) {
        happen();
    }
}

std::int64_t RandomShop::somebody()
{
    return oneOf(shop->people);
}

std::string RandomShop::metricName()
{
    return oneOf<std::string>({"Placed Order", "Placed Order", "Viewed Product", "Started Checkout", "Opened Email"});
}

std::string RandomShop::eventProperties()
{
    nlohmann::json json = nlohmann::json::object();
    if (random.chance(0.7)) {
        json["Category"] = oneOf<std::string>({"Shoes", "shoes", "Hats", "Candles"});
    }
    if (random.chance(0.6)) {
        if (random.chance(0.3)) {
            json["Quantity"] = std::to_string(random.below(4));
        } else {
            json["Quantity"] = static_cast<double>(random.below(400)) / 100;
        }
    }
    if (random.chance(0.4)) {
        json["tags"] = nlohmann::json::array();
        for (std::uint64_t n = random.below(3); n > 0; --n) {
            json["tags"].push_back(oneOf<std::string>({"new", "sale", "gift"}));
        }
    }
    if (random.chance(0.4)) {
        json["items"] = nlohmann::json::array();
        for (std::uint64_t n = 1 + random.below(2); n > 0; --n) {
            json["items"].push_back({{"name", oneOf<std::string>({"Lamp", "Vase", "Cup"})},
                                     {"price", static_cast<double>(random.below(3000)) / 100}});
        }
    }
    if (random.chance(0.3)) {
        json["due"] = random.chance(0.5) ? toText(makeBound()) : Instant{anInstant()}.toIso();
    }
    if (random.chance(0.3)) {
        json["gift"] = random.chance(0.5);
    }
    if (random.chance(0.2)) {
        json["address"] = {{"city", oneOf<std::string>({"Graz", "Linz"})}};
    }
    if (random.chance(0.3)) {
        json["campaign"] = 1 + random.below(3);
    }
    return json.empty() ? std::string() : json.dump();
}

Properties RandomShop::profileProperties()
{
    Properties properties;
    if (random.chance(0.6)) {
        properties["color"] = oneOf<std::string>({"red", "Red", "green", "blue"});
    }
    if (random.chance(0.5)) {
        properties["points"] = static_cast<double>(random.below(1000)) / 100;
    }
    if (random.chance(0.4)) {
        properties["vip"] = random.chance(0.5);
    }
    if (random.chance(0.4)) {
        std::vector<std::string> likes;
        for (std::uint64_t n = random.below(4); n > 0; --n) {
            likes.push_back(oneOf<std::string>({"tea", "coffee", "cake"}));
        }
        properties["likes"] = likes;
    }
    if (random.chance(0.5)) {
        const std::int64_t number = (shop->clock.now().ms / day) - static_cast<std::int64_t>(random.below(400)) + 30;
        properties["birthday"] = Instant{number * day};
    }
    if (random.chance(0.3)) {
        properties["renewal"] = Instant{anInstant()};
    }
    if (random.chance(0.7)) {
        properties["country"] = oneOf<std::string>({"AT", "DE", "Germany", "US", "at"});
    }
    if (random.chance(0.5)) {
        properties["city"] = oneOf<std::string>({"Graz", "graz", "Berlin"});
    }
    if (random.chance(0.5)) {
        properties["latitude"] = 47.0 + static_cast<double>(random.below(100)) / 100;
        properties["longitude"] = 15.0 + static_cast<double>(random.below(100)) / 100;
    }
    return properties;
}

std::int64_t RandomShop::anInstant()
{
    if (instants.empty() || random.chance(0.1)) {
        return shop->clock.now().ms - static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(40 * day)));
    }
    std::int64_t at = oneOf(instants);
    switch (random.below(6)) {
    case 0: at += static_cast<std::int64_t>(random.below(4)) * day; break;
    case 1: at += static_cast<std::int64_t>(random.below(4)) * hour; break;
    case 2: at += static_cast<std::int64_t>(1 + random.below(3)) * 7 * day; break;
    case 3: at = shop->zone.startOfDay(Instant{at}).ms; break;
    case 4: at = stepBack(at, -static_cast<int>(random.below(3)), Unit::Month, shop->zone); break;
    default: break;
    }
    return at + (random.chance(0.4) ? static_cast<std::int64_t>(random.below(3)) - 1 : 0);
}

std::int64_t RandomShop::happen()
{
    // Sometimes not a millisecond passes.
    if (random.chance(0.8)) {
        const std::int64_t step = random.chance(0.2) ? static_cast<std::int64_t>(random.below(5)) * day
                                  : random.chance(0.3)
                                      ? 1
                                      : static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(day)));
        shop->clock.advance(Duration(step));
    }
    if (random.chance(0.015)) {
        shop->restart();
    }
    const std::int64_t now = shop->clock.now().ms;
    instants.push_back(now);
    const std::int64_t profile = somebody();
    const std::uint64_t kind = random.below(100);
    if (kind < 62) {
        const bool late = random.chance(0.25) && !m_habits.prompt;
        const std::int64_t at = late ? std::min(now, anInstant()) : now;
        const std::string id = "e" + std::to_string(++m_events);
        const std::string metric = metricName();
        const auto cents =
            random.chance(0.75) ? std::optional(static_cast<std::int64_t>(random.below(20'000)) - 2'000) : std::nullopt;
        shop->happen(profile, metric, {at}, cents, eventProperties(), id);
        instants.push_back(at);
        m_undoable.push_back({profile, {metric, id}});
    } else if (kind < 66 && !m_undoable.empty() && !m_habits.prompt) {
        const auto& [owner, event] = oneOf(m_undoable);
        const std::int64_t living = shop->living(owner);
        if (std::find(shop->people.begin(), shop->people.end(), living) == shop->people.end()) {
            return profile;  // erased
        }
        if (random.chance(0.5)) {
            shop->takeBack(living, event.first, event.second);
        } else if (m_habits.restless && random.chance(0.6)) {
            shop->edit(living, event.first, {anInstant()}, 4'321, eventProperties(), event.second);
        } else {
            shop->replace(living, event.first, {anInstant()}, 1'234, eventProperties(), event.second);
        }
        return living;
    } else if (kind < 76) {
        std::vector<std::string> unset;
        for (const char* name : {"color", "points", "vip", "likes", "country"}) {
            if (random.chance(0.15)) {
                unset.emplace_back(name);
            }
        }
        Properties set = profileProperties();
        for (const std::string& name : unset) {
            set.erase(name);
        }
        shop->change(profile, set, unset);
    } else if (kind < 82) {
        shop->consent(
            profile, random.chance(0.8) ? Channel::Email : Channel::Sms,
            oneOf<ConsentState>({ConsentState::Subscribed, ConsentState::Unsubscribed, ConsentState::Pending}),
            oneOf<std::string>({"form", "checkout"}));
    } else if (kind < 86) {
        if (random.chance(0.6)) {
            shop->suppress(profile,
                           oneOf<SuppressionReason>({SuppressionReason::Manual, SuppressionReason::HardBounce}));
        } else {
            shop->unsuppress(profile);
        }
    } else if (kind < 94) {
        random.chance(0.65) ? shop->join(oneOf(shop->lists), profile) : shop->leave(oneOf(shop->lists), profile);
    } else if (kind < 96 && shop->people.size() > 4) {
        const std::int64_t other = somebody();
        if (other != profile) {
            shop->merge(other, profile);
        }
    } else if (m_habits.restless && kind < 98) {
        mergeSeveral();
    } else if (m_habits.restless && !m_habits.prompt && kind == 98 && shop->people.size() > 4) {
        shop->erase(profile);
    } else if (m_habits.restless && kind >= 98) {
        shop->addPerson("n" + std::to_string(shop->everybody.size()) + "@example.com", profileProperties());
    }
    return profile;
}

/// A chain, at one instant or over some hours.
void RandomShop::mergeSeveral()
{
    std::int64_t last = somebody();
    for (std::uint64_t n = 1 + random.below(3); n > 0 && shop->people.size() > 3; --n) {
        const std::int64_t next = somebody();
        if (next == last) {
            continue;
        }
        const bool backwards = random.chance(0.4);
        shop->merge(backwards ? next : last, backwards ? last : next);
        last = backwards ? last : next;
        shop->clock.advance(Duration(random.chance(0.5) ? 0 : static_cast<std::int64_t>(random.below(3)) * hour));
        instants.push_back(shop->clock.now().ms);
    }
}

DateBound RandomShop::makeBound()
{
    DateBound bound;
    const std::int64_t at = anInstant();
    bound.isDay = random.chance(0.5);
    bound.day = bound.isDay ? shop->zone.toCivil({at}).day : CivilDay{};
    bound.at = bound.isDay ? Instant{} : Instant{at};
    return bound;
}

Timeframe RandomShop::makeTimeframe()
{
    Timeframe frame;
    frame.unit = oneOf<Unit>({Unit::Hour, Unit::Day, Unit::Day, Unit::Week, Unit::Month, Unit::Minute, Unit::Year});
    frame.calendar = frame.unit != Unit::Minute && frame.unit != Unit::Hour && random.chance(0.3);
    frame.n = 1 + static_cast<int>(random.below(4));
    switch (random.below(8)) {
    case 0: return {};
    case 1:
        frame.kind = Timeframe::Kind::InTheLastBetween;
        frame.n = static_cast<int>(random.below(3));
        frame.m = frame.n + 1 + static_cast<int>(random.below(4));
        break;
    case 2:
        frame = {};
        frame.kind = Timeframe::Kind::Before;
        frame.to = makeBound();
        break;
    case 3:
        frame = {};
        frame.kind = Timeframe::Kind::After;
        frame.from = makeBound();
        break;
    case 4:
        frame = {};
        frame.kind = Timeframe::Kind::Between;
        frame.from = makeBound();
        frame.to = makeBound();
        break;
    default: frame.kind = Timeframe::Kind::InTheLast; break;
    }
    return frame;
}

NumberTest RandomShop::makeNumberTest(std::int64_t mostCents, bool whole)
{
    const auto number = [&] {
        auto cents = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(mostCents) + 1));
        cents = whole ? cents / 100 * 100 : cents;
        return Decimal{cents * 10'000};
    };
    NumberTest test{static_cast<Comparison>(random.below(7)), number(), {}};
    if (test.op == Comparison::Between) {
        test.high = number();
        if (test.high < test.low) {
            std::swap(test.low, test.high);
        }
    }
    return test;
}

PropertyTest RandomShop::makeTest(bool ofEvent)
{
    using Op = PropertyTest::Op;
    using Kind = PropertyTest::Kind;
    PropertyTest test;
    test.includeUnset = random.chance(0.2);
    switch (random.below(6)) {
    case 0:
        test.kind = Kind::Number;
        test.op = Op::Compare;
        test.property = ofEvent ? oneOf<std::string>({"Quantity", "items[].price"}) : "points";
        test.number = makeNumberTest(ofEvent ? 400 : 1000, random.chance(0.5));
        break;
    case 1:
        test.kind = Kind::Boolean;
        test.op = random.chance(0.5) ? Op::IsTrue : Op::IsFalse;
        test.property = ofEvent ? "gift" : "vip";
        break;
    case 2: {
        test.kind = Kind::List;
        test.property = ofEvent ? oneOf<std::string>({"tags", "items[].name", "tags[]"}) : "likes";
        test.op = oneOf<Op>(
            {Op::ListContains, Op::NotListContains, Op::Any, Op::NotAny, Op::AllOf, Op::NotAllOf, Op::Length});
        const std::vector<std::string> words = ofEvent ? std::vector<std::string>{"new", "sale", "Lamp", "Cup"}
                                                       : std::vector<std::string>{"tea", "coffee", "cake"};
        test.texts.push_back(oneOf(words));
        if (test.op == Op::Length) {
            test.texts.clear();
            test.number = makeNumberTest(300, true);
        } else if (test.op != Op::ListContains && test.op != Op::NotListContains && random.chance(0.5)) {
            test.texts.push_back(oneOf(words));
        }
        break;
    }
    case 3:
        test.kind = Kind::Date;
        test.property = ofEvent ? "due" : oneOf<std::string>({"birthday", "renewal", "birthday"});
        test.op = oneOf<Op>(
            {Op::Before, Op::After, Op::Between, Op::InTheLast, Op::InTheNext, Op::AtLeastAgo, Op::Anniversary});
        if (test.op == Op::Anniversary) {
            test.recurring = static_cast<PropertyTest::Recurring>(random.below(4));
            test.month = test.recurring == PropertyTest::Recurring::Month && random.chance(0.5)
                             ? 1 + static_cast<int>(random.below(12))
                             : 0;
            test.n = test.recurring == PropertyTest::Recurring::InTheNext ||
                             test.recurring == PropertyTest::Recurring::InTheLast
                         ? static_cast<int>(random.below(20))
                         : 0;
        } else if (test.op == Op::Before) {
            test.to = makeBound();
        } else if (test.op == Op::After) {
            test.from = makeBound();
        } else if (test.op == Op::Between) {
            test.from = makeBound();
            test.to = makeBound();
        } else {
            test.unit = oneOf<Unit>({Unit::Hour, Unit::Day, Unit::Week, Unit::Month});
            test.calendar = test.unit != Unit::Hour && random.chance(0.4);
            test.n = static_cast<int>(random.below(5));
        }
        break;
    case 4:
        test.kind = Kind::Presence;
        test.includeUnset = false;
        test.op = random.chance(0.5) ? Op::IsSet : Op::IsNotSet;
        test.property = ofEvent ? oneOf<std::string>({"Category", "address.city", "Quantity"})
                                : oneOf<std::string>({"color", "country", "email"});
        break;
    default:
        test.kind = Kind::Text;
        test.property = ofEvent ? oneOf<std::string>({"Category", "address.city", "items[].name"})
                                : oneOf<std::string>({"color", "country", "email"});
        test.op =
            oneOf<Op>({Op::Equals, Op::NotEquals, Op::In, Op::NotIn, Op::Contains, Op::NotContains, Op::StartsWith,
                       Op::NotStartsWith, Op::EndsWith, Op::NotEndsWith, Op::Regex, Op::NotRegex});
        test.ignoreCase = random.chance(0.3);
        const std::vector<std::string> words =
            ofEvent ? std::vector<std::string>{"Shoes", "sho", "Graz", "s", "Lamp", "Hats"}
                    : std::vector<std::string>{"red", "Re", "AT", "e", "p1@example.com", "n"};
        test.texts.push_back(oneOf(words));
        if (test.op == Op::In || test.op == Op::NotIn) {
            test.texts.push_back(oneOf(words));
        }
        if (test.op == Op::Regex || test.op == Op::NotRegex) {
            test.texts = {oneOf<std::string>({"^[a-s]", "e$", "oe|re", "[0-9]+@", "^.{4}$"})};
        }
    }
    return test;
}

std::vector<PropertyTest> RandomShop::makeWhere()
{
    std::vector<PropertyTest> where;
    while (random.chance(0.3) && where.size() < 3) {
        where.push_back(makeTest(true));
    }
    return where;
}

Node RandomShop::makeCondition()
{
    const std::uint64_t kind = random.below(100);
    if (kind < 42) {
        MetricCondition condition;
        condition.metric = random.chance(0.97) ? metricName() : "Nobody Did This";
        condition.measure = static_cast<Measure>(random.chance(0.5) ? 0 : random.below(8));
        condition.timeframe = makeTimeframe();
        condition.where = makeWhere();
        const bool counts = condition.measure == Measure::Count || condition.measure == Measure::Distinct;
        condition.test = makeNumberTest(counts ? 400 : 20'000, counts);
        if (condition.measure != Measure::Count && random.chance(0.4)) {
            condition.property = oneOf<std::string>({"Quantity", "items[].price", "Category"});
            condition.test = makeNumberTest(counts ? 300 : 400, counts);
        }
        if (condition.measure != Measure::Count && condition.measure != Measure::Sum &&
            condition.measure != Measure::Distinct) {
            condition.includeUnset = random.chance(0.2);
        }
        if ((condition.measure == Measure::First || condition.measure == Measure::Last) && random.chance(0.4)) {
            condition.property = "Category";
            condition.text = oneOf<std::string>({"Shoes", "Hats"});
            condition.test = {random.chance(0.5) ? Comparison::Equal : Comparison::NotEqual, {}, {}};
        }
        return {condition};
    }
    if (kind < 54) {
        SequenceCondition condition;
        bool any = false;
        for (std::uint64_t n = 1 + random.below(4); n > 0; --n) {
            condition.steps.push_back({metricName(), random.chance(0.65), makeWhere()});
            any = any || condition.steps.back().exists;
        }
        condition.steps.front().exists = any ? condition.steps.front().exists : true;
        if (random.chance(0.6)) {
            condition.within = 1 + static_cast<int>(random.below(5));
            condition.withinUnit = oneOf<Unit>({Unit::Hour, Unit::Day, Unit::Week});
        }
        condition.timeframe = random.chance(0.4) ? makeTimeframe() : Timeframe{};
        return {condition};
    }
    if (kind < 72) {
        return {PropertyCondition{makeTest(false)}};
    }
    if (kind < 79) {
        ListCondition condition{{oneOf(shop->lists), {}}, random.chance(0.7), {}};
        condition.timeframe = condition.member ? makeTimeframe() : Timeframe{};
        return {condition};
    }
    if (kind < 88) {
        ConsentCondition condition;
        condition.channel = random.chance(0.8) ? Channel::Email : Channel::Sms;
        condition.what = static_cast<ConsentCondition::What>(random.below(3));
        condition.holds = random.chance(0.7);
        if (condition.what == ConsentCondition::What::State) {
            condition.state = static_cast<ConsentState>(random.below(4));
            condition.method = random.chance(0.3) ? "form" : "";
        } else if (condition.what == ConsentCondition::What::Suppressed && random.chance(0.4)) {
            condition.reason = SuppressionReason::HardBounce;
        }
        if (condition.what != ConsentCondition::What::CanReceive && random.chance(0.4)) {
            condition.timeframe = makeTimeframe();
        }
        return {condition};
    }
    if (kind < 95) {
        LocationCondition condition;
        condition.area =
            oneOf<LocationCondition::Area>({LocationCondition::Area::Country, LocationCondition::Area::City,
                                            LocationCondition::Area::EuropeanUnion, LocationCondition::Area::Near});
        condition.inside = random.chance(0.7);
        condition.includeUnset = random.chance(0.3);
        if (condition.area == LocationCondition::Area::Country) {
            condition.values = {oneOf<std::string>({"AT", "DE", "us"})};
        } else if (condition.area == LocationCondition::Area::City) {
            condition.values = {"GRAZ", "Linz"};
        } else if (condition.area == LocationCondition::Area::Near) {
            condition.distance = static_cast<double>(random.below(70)) + 0.123456;
            condition.miles = random.chance(0.3);
            condition.latitude = 47.5;
            condition.longitude = 15.5;
        }
        return {condition};
    }
    if (kind < 98) {
        MessageCondition condition;
        condition.what = MessageCondition::What::Opened;
        condition.campaign = random.chance(0.5) ? 1 : 0;
        condition.did = random.chance(0.6);
        condition.timeframe = makeTimeframe();
        return {condition};
    }
    return {SampleCondition{Decimal::fromInteger(static_cast<std::int64_t>(random.below(101))), "salt"}};
}

Node RandomShop::makeDefinition(int depth)
{
    if (depth == 0 || random.chance(0.35)) {
        return makeCondition();
    }
    if (random.chance(0.2)) {
        NotThis negation;
        negation.part.push_back(makeDefinition(depth - 1));
        return {std::move(negation)};
    }
    std::vector<Node> parts;
    for (std::uint64_t n = random.below(4); n > 0; --n) {
        parts.push_back(makeDefinition(depth - 1));
    }
    return random.chance(0.5) ? Node{AllOf{std::move(parts)}} : Node{AnyOf{std::move(parts)}};
}

}  // namespace shopbell::test
