// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/conditions/metric_judge.h"

#include "base/saturate.h"
#include "base/text.h"
#include "segments/definition_names.h"

#include <algorithm>
#include <unordered_map>

namespace shopbell::segments {

namespace {

std::int64_t countDistinct(std::vector<std::int64_t>& numbers)
{
    std::sort(numbers.begin(), numbers.end());
    return std::unique(numbers.begin(), numbers.end()) - numbers.begin();
}

std::int64_t clamped(WideSum value)
{
    using Limits = std::numeric_limits<std::int64_t>;
    return value > Limits::max()       ? Limits::max()
           : value < Limits::min() + 1 ? Limits::min() + 1
                                       : static_cast<std::int64_t>(value);
}

}  // namespace

Result<std::unique_ptr<MetricJudge>> MetricJudge::make(const MetricCondition& condition,
                                                       const std::shared_ptr<Materials>& materials)
{
    auto judge = std::unique_ptr<MetricJudge>(new MetricJudge(condition, materials));
    auto events = EventFilter::make(*materials, condition.metric, condition.where);
    if (!events) {
        return fail(events.error());
    }
    judge->m_events = std::move(*events);
    if (condition.measure != Measure::Count && !condition.property.empty() && judge->m_events.columns() != nullptr) {
        auto column = materials->eventProperty(condition.metric, condition.property);
        if (!column) {
            return fail(column.error());
        }
        judge->m_property = std::move(*column);
        judge->readCodes();
    }
    return judge;
}

MetricJudge::MetricJudge(const MetricCondition& condition, const std::shared_ptr<Materials>& materials)
    : m_condition(condition),
      m_materials(materials),
      m_clock(condition.timeframe, materials->sources().zone, materials->sources().flowStart),
      m_relativeWhere(std::any_of(condition.where.begin(), condition.where.end(),
                                  [](const PropertyTest& test) { return test.kind == PropertyTest::Kind::Date; }))
{
}

void MetricJudge::readCodes()
{
    const std::uint32_t count = m_property->codeCount();
    m_numbers.resize(count);
    const bool needsTexts = m_condition.measure == Measure::Distinct;
    std::unordered_map<std::string, std::uint32_t> numbered;
    m_distinct.resize(needsTexts ? count : 0);
    for (std::uint32_t code = 1; code < count; ++code) {
        CodeNumbers& numbers = m_numbers[code];
        for (const PropertyAtom& atom : m_property->atoms(code)) {
            if (needsTexts) {
                std::string key(1, static_cast<char>('0' + static_cast<int>(atom.kind)));
                key += atom.text;
                const auto id =
                    numbered.try_emplace(std::move(key), static_cast<std::uint32_t>(numbered.size())).first->second;
                if (std::find(m_distinct[code].begin(), m_distinct[code].end(), id) == m_distinct[code].end()) {
                    m_distinct[code].push_back(id);
                }
            }
            const auto micros = findMicros(atom);
            if (!micros) {
                continue;
            }
            numbers.first = numbers.count == 0 ? *micros : numbers.first;
            numbers.last = *micros;
            numbers.least = numbers.count == 0 ? *micros : std::min(numbers.least, *micros);
            numbers.most = numbers.count == 0 ? *micros : std::max(numbers.most, *micros);
            numbers.sum += *micros;
            ++numbers.count;
        }
    }
}

std::uint32_t MetricJudge::codeOf(const EventPlace& place) const
{
    return place.inTail ? m_property->tailCode(place.index) : m_property->code(place.index);
}

MetricJudge::CodeNumbers MetricJudge::numbersOf(const EventPlace& place) const
{
    if (m_property) {
        return m_numbers[codeOf(place)];
    }
    CodeNumbers numbers;
    if (place.value != noValue) {
        numbers = {place.value, 1, place.value, place.value, place.value, place.value};
    }
    return numbers;
}

void MetricJudge::take(const EventPlace& place, Measured& measured, std::vector<std::int64_t>& distinct) const
{
    measured.firstPlace = measured.events == 0 ? place : measured.firstPlace;
    measured.lastPlace = place;
    ++measured.events;
    if (m_condition.measure == Measure::Count) {
        return;
    }
    if (m_condition.measure == Measure::Distinct) {
        if (!m_property) {
            if (place.value != noValue) {
                distinct.push_back(place.value);
            }
        } else {
            const auto& ids = m_distinct[codeOf(place)];
            distinct.insert(distinct.end(), ids.begin(), ids.end());
        }
        return;
    }
    const CodeNumbers numbers = numbersOf(place);
    if (numbers.count == 0) {
        return;
    }
    measured.least = measured.numbers == 0 ? numbers.least : std::min(measured.least, numbers.least);
    measured.most = measured.numbers == 0 ? numbers.most : std::max(measured.most, numbers.most);
    measured.sum += numbers.sum;
    measured.numbers += numbers.count;
}

MetricJudge::Measured MetricJudge::measure(ProfileNumber profile, const Window& window, std::int64_t now,
                                           std::vector<EventPlace>* seen) const
{
    Measured measured;
    std::vector<std::int64_t> distinct;
    const auto takeOne = [&](const EventPlace& place) {
        if (seen != nullptr) {
            seen->push_back(place);
        }
        take(place, measured, distinct);
    };
    if (m_way == Way::Candidates && now == m_at && !m_events.mayHaveFresh()) {
        m_events.forEachIn(profile, {m_beginRank, m_endRank}, window, now, takeOne);
    } else {
        m_events.forEach(profile, window, now, takeOne);
    }
    measured.distinct = countDistinct(distinct);
    return measured;
}

MetricJudge::Measured MetricJudge::measureIn(ProfileNumber profile, const Window& window,
                                             const EventFilter::Ranks& ranks, std::int64_t now) const
{
    Measured measured;
    std::vector<std::int64_t> distinct;
    const EventFilter::Run run = m_events.runIn(profile, ranks);
    if (m_condition.measure == Measure::Count && !m_events.hasWhere()) {
        measured.events = static_cast<std::int64_t>(run.ranks.size());
    } else {
        // Each time and value is a line of memory of its own: only what is asked for is read.
        const bool needsValue = m_condition.measure != Measure::Count && !m_property;
        for (std::size_t k = 0; k < run.ranks.size(); ++k) {
            if (m_events.passesRank(run.ranks[k], now)) {
                const auto place = run.place + static_cast<std::uint32_t>(k);
                take({run.ranks[k], false, {}, needsValue ? m_events.columns()->valueByProfile.micros(place) : noValue},
                     measured, distinct);
            }
        }
    }
    m_events.forEachBeside(profile, [&](const EventPlace& place) {
        if (window.contains(place.at.ms) && m_events.passes(place, now)) {
            take(place, measured, distinct);
        }
    });
    measured.distinct = countDistinct(distinct);
    return measured;
}

MetricJudge::Outcome MetricJudge::outcomeOf(const Measured& measured) const
{
    const Truth unset = m_condition.includeUnset ? Truth::Yes : Truth::Unset;
    const NumberTest& test = m_condition.test;
    const auto number = [&](std::int64_t micros) { return Outcome{toTruth(test.holds(micros)), micros, true}; };
    switch (m_condition.measure) {
    case Measure::Count: return number(Decimal::fromInteger(measured.events).micros);
    case Measure::Distinct: return number(Decimal::fromInteger(measured.distinct).micros);
    case Measure::Sum: return number(clamped(measured.sum));
    case Measure::Min: return measured.numbers == 0 ? Outcome{unset, 0, false} : number(measured.least);
    case Measure::Max: return measured.numbers == 0 ? Outcome{unset, 0, false} : number(measured.most);
    case Measure::Average: {
        if (measured.numbers == 0) {
            return {unset, 0, false};
        }
        // Compared as a fraction, so that an average that does not come out even is still exact.
        const auto compare = [&](Decimal bound) {
            const WideSum right = static_cast<WideSum>(bound.micros) * measured.numbers;
            return measured.sum < right ? -1 : measured.sum > right ? 1 : 0;
        };
        const int low = compare(test.low);
        bool holds = false;
        switch (test.op) {
        case Comparison::Equal: holds = low == 0; break;
        case Comparison::NotEqual: holds = low != 0; break;
        case Comparison::Greater: holds = low > 0; break;
        case Comparison::GreaterOrEqual: holds = low >= 0; break;
        case Comparison::Less: holds = low < 0; break;
        case Comparison::LessOrEqual: holds = low <= 0; break;
        case Comparison::Between: holds = low >= 0 && compare(test.high) <= 0; break;
        }
        return {toTruth(holds), clamped(measured.sum / measured.numbers), true};
    }
    case Measure::First:
    case Measure::Last: {
        if (measured.events == 0) {
            return {unset, 0, false};
        }
        const EventPlace& place = m_condition.measure == Measure::First ? measured.firstPlace : measured.lastPlace;
        if (m_condition.text) {
            if (!m_property || codeOf(place) == 0) {
                return {unset, 0, false};
            }
            const auto atoms = m_property->atoms(codeOf(place));
            const bool equal = std::any_of(atoms.begin(), atoms.end(),
                                           [&](const PropertyAtom& atom) { return atom.text == *m_condition.text; });
            return {toTruth(equal == (test.op == Comparison::Equal)), 0, false};
        }
        const CodeNumbers numbers = numbersOf(place);
        return numbers.count == 0 ? Outcome{unset, 0, false}
                                  : number(m_condition.measure == Measure::First ? numbers.first : numbers.last);
    }
    }
    return {};
}

std::int64_t MetricJudge::nextChange(ProfileNumber profile, const Window& window, std::int64_t now) const
{
    std::int64_t next = never;
    if (m_relativeWhere || m_clock.isRelative()) {
        m_events.forEachPlace(profile, window, [&](const EventPlace& place) {
            if (m_relativeWhere) {
                next = std::min(next, m_events.nextChange(place, now));
            }
            // Of those that pass, the earliest leaves first.
            if (next == never || m_relativeWhere) {
                next = std::min(next, m_events.passes(place, now) ? m_clock.leaves(place.at.ms) : never);
            }
        });
    }
    // Not in yet: later than now, or not long enough ago.
    m_events.forEachPlace(profile, {window.to, never}, [&](const EventPlace& place) {
        const std::int64_t enters = m_clock.enters(place.at.ms);
        next = std::min(next, enters > now ? enters : never);
    });
    return next;
}

std::int64_t MetricJudge::nextChangeIn(ProfileNumber profile, const Window& window, const EventFilter::Ranks& ranks,
                                       std::int64_t now) const
{
    std::int64_t next = never;
    const auto leaves = [&](std::int64_t at) { next = std::min(next, m_clock.leaves(at)); };
    const auto enters = [&](std::int64_t at) {
        const std::int64_t from = m_clock.enters(at);
        next = std::min(next, from > now ? from : never);
    };
    if (m_clock.isRelative()) {
        // Of those that pass, the earliest leaves first.
        for (const std::uint32_t rank : m_events.runIn(profile, ranks).ranks) {
            if (m_events.passesRank(rank, now)) {
                leaves(m_events.columns()->at.ms(rank));
                break;
            }
        }
    }
    // Of those after the window, the first one enters first.
    if (const auto later = m_events.runIn(profile, {ranks.end, m_events.size()}).ranks; !later.empty()) {
        enters(m_events.columns()->at.ms(later.front()));
    }
    m_events.forEachBeside(profile, [&](const EventPlace& place) {
        if (place.at.ms >= window.to) {
            enters(place.at.ms);
        } else if (m_clock.isRelative() && place.at.ms >= window.from && m_events.passes(place, now)) {
            leaves(place.at.ms);
        }
    });
    return next;
}

Judgement MetricJudge::judge(ProfileNumber profile, std::int64_t at) const
{
    const Window window = m_clock.at(at);
    const bool minds = m_condition.measure == Measure::First || m_condition.measure == Measure::Last;
    if (!minds && !m_relativeWhere && window.from < window.to) {
        auto& [last, ranks] = m_judged;
        if (last.from != window.from || last.to != window.to) {
            m_events.move(ranks, window);
            last = window;
        }
        return {outcomeOf(measureIn(profile, window, ranks, at)).truth, nextChangeIn(profile, window, ranks, at)};
    }
    return {outcomeOf(measure(profile, window, at, nullptr)).truth, nextChange(profile, window, at)};
}

void MetricJudge::markMovers(std::int64_t now, std::int64_t until, ProfileBitmap& movers) const
{
    if (m_relativeWhere) {
        Judge::markMovers(now, until, movers);
        return;
    }
    // Events that fall out of the window meanwhile, and those that come into it.
    const Window first = m_clock.at(now);
    const Window last = m_clock.at(until);
    m_events.markAll({first.from, last.from}, movers);
    m_events.markAll({first.to, last.to}, movers);
}

bool MetricJudge::takesFresh() const
{
    return !m_property && m_events.columns() != nullptr;
}

Truth MetricJudge::truth(ProfileNumber profile, std::int64_t at) const
{
    return outcomeOf(measure(profile, m_clock.at(at), at, nullptr)).truth;
}

VerdictFact MetricJudge::measureFact(const Measured& measured, const Outcome& outcome) const
{
    auto fact = makeFact(VerdictFact::Kind::MeasureUnset, m_condition.metric,
                         std::string(nameOf(measureNames, m_condition.measure)));
    fact.text2 = m_condition.property.empty() ? "value" : m_condition.property;
    if (outcome.hasNumber) {
        fact.kind = VerdictFact::Kind::Measure;
        fact.amount = Decimal{outcome.micros};
    } else if (m_condition.text && m_property && measured.events > 0) {
        const EventPlace& place = m_condition.measure == Measure::First ? measured.firstPlace : measured.lastPlace;
        if (const std::uint32_t code = codeOf(place); code != 0) {
            fact.kind = VerdictFact::Kind::MeasureText;
            std::string words;
            for (const PropertyAtom& atom : m_property->atoms(code)) {
                words += (words.empty() ? "" : ", ") + std::string(cutUtf8(atom.text, 80));
            }
            fact.text = std::move(words);
        }
    }
    return fact;
}

void MetricJudge::explain(ProfileNumber profile, std::int64_t at, Explanation& explanation) const
{
    std::vector<EventPlace> seen;
    const Measured measured = measure(profile, m_clock.at(at), at, &seen);
    const Outcome outcome = outcomeOf(measured);
    const std::string when = toWords(m_condition.timeframe);
    const std::string tail = when.empty() ? "" : ' ' + when;
    auto counted = makeFact(VerdictFact::Kind::Count, m_condition.metric);
    counted.number = measured.events;
    if (!seen.empty()) {
        counted.at = seen.back().at;
    }
    explanation.facts.push_back(std::move(counted));
    if (m_condition.measure != Measure::Count) {
        explanation.facts.push_back(measureFact(measured, outcome));
    }
    if (measured.events == 0) {
        explanation.because = "no " + m_condition.metric + tail;
    } else {
        explanation.because = formatCount(measured.events) + " × " + m_condition.metric + tail;
        if (m_condition.measure != Measure::Count && outcome.hasNumber) {
            static constexpr const char* names[] = {"",        "total",     "average", "smallest",
                                                    "largest", "different", "first",   "last"};
            explanation.because += std::string(", ") + names[static_cast<int>(m_condition.measure)] + ' ' +
                                   Decimal{outcome.micros}.toString();
        }
        explanation.because += "; the last " + agoWords(seen.back().at.ms, at);
    }
    const std::size_t shown = std::min(seen.size(), maxExplained);
    const std::vector<EventPlace> latest(seen.end() - static_cast<std::ptrdiff_t>(shown), seen.end());
    const auto rows = m_events.columns() ? m_materials->rowsOf(m_condition.metric, *m_events.columns(), latest)
                                         : std::vector<std::int64_t>();
    for (std::size_t i = latest.size(); i-- > 0;) {
        std::string words = m_condition.metric + ", " + agoWords(latest[i].at.ms, at);
        if (latest[i].value != noValue) {
            words += ", " + Decimal{latest[i].value}.toString();
        }
        explanation.events.push_back({latest[i].at.ms, rows[i], std::move(words)});
    }
}

MadeJudge makeJudge(const MetricCondition& condition, const std::shared_ptr<Materials>& materials)
{
    auto judge = MetricJudge::make(condition, materials);
    if (!judge) {
        return fail(judge.error());
    }
    return std::unique_ptr<Judge>(std::move(*judge));
}

}  // namespace shopbell::segments
