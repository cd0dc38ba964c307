// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/property_test.h"

#include "base/saturate.h"
#include "base/text.h"

#include <re2/re2.h>

#include <algorithm>

namespace shopbell::segments {

namespace {

using Op = PropertyTest::Op;
using Kind = PropertyTest::Kind;

constexpr std::int64_t dayMs = 86'400'000;

bool isNegation(const PropertyTest& test)
{
    switch (test.op) {
    case Op::NotEquals:
    case Op::NotIn:
    case Op::NotContains:
    case Op::NotStartsWith:
    case Op::NotEndsWith:
    case Op::NotRegex:
    case Op::NotListContains:
    case Op::NotAny:
    case Op::NotAllOf: return true;
    case Op::Compare: return test.number.op == Comparison::NotEqual;
    default: return false;
    }
}

/// Days of the shop from which on, and before which, a recurring date has to fall; today is day 0.
bool recursWithin(const CivilDay& day, const CivilDay& today, std::int64_t first, std::int64_t last)
{
    const std::int64_t base = toDayNumber(today);
    for (int year = today.year - 1; year <= today.year + 1; ++year) {
        const std::int64_t away = toDayNumber({year, day.month, day.day}) - base;
        if (away >= first && away <= last) {
            return true;
        }
    }
    return false;
}

}  // namespace

bool NumberTest::holds(std::int64_t micros) const
{
    switch (op) {
    case Comparison::Equal: return micros == low.micros;
    case Comparison::NotEqual: return micros != low.micros;
    case Comparison::Greater: return micros > low.micros;
    case Comparison::GreaterOrEqual: return micros >= low.micros;
    case Comparison::Less: return micros < low.micros;
    case Comparison::LessOrEqual: return micros <= low.micros;
    case Comparison::Between: return micros >= low.micros && micros <= high.micros;
    }
    return false;
}

std::optional<std::int64_t> findMicros(const PropertyAtom& atom)
{
    if (atom.kind == PropertyAtom::Kind::Boolean) {
        return std::nullopt;
    }
    const auto decimal =
        atom.kind == PropertyAtom::Kind::Number ? Decimal::fromDouble(atom.number) : parseDecimal(atom.text);
    return decimal ? std::optional(decimal->micros) : std::nullopt;
}

std::optional<DateSpan> findDate(const PropertyAtom& atom, const TimeZone& zone)
{
    constexpr std::size_t dateLength = 10;
    if (atom.kind != PropertyAtom::Kind::Text || atom.text.size() < dateLength) {
        return std::nullopt;
    }
    const auto at = parseIso(atom.text);
    if (!at) {
        return std::nullopt;
    }
    // Sources that know a day alone give it as midnight UTC; taken as an instant it would be the day before in
    // half the world.
    if (at->ms % dayMs == 0) {
        const DateBound bound{true, fromDayNumber(at->ms / dayMs), {}};
        return DateSpan{beginOf(bound, zone), endOf(bound, zone), bound.day};
    }
    return DateSpan{at->ms, saturatingAdd(at->ms, 1), zone.toCivil(*at).day};
}

struct CompiledTest::Pattern {
    explicit Pattern(const std::string& text, const re2::RE2::Options& options) : regex(text, options) {}
    re2::RE2 regex;
};

Result<CompiledTest> CompiledTest::make(const PropertyTest& test, const TimeZone& zone)
{
    CompiledTest compiled;
    compiled.m_test = test;
    compiled.m_zone = zone;
    compiled.m_negated = isNegation(test);
    compiled.m_relative =
        test.op == Op::InTheLast || test.op == Op::InTheNext || test.op == Op::AtLeastAgo ||
        (test.op == Op::Anniversary && (test.recurring != PropertyTest::Recurring::Month || test.month == 0));
    if (test.op == Op::Regex || test.op == Op::NotRegex) {
        re2::RE2::Options options;
        options.set_log_errors(false);
        options.set_case_sensitive(!test.ignoreCase);
        auto pattern = std::make_shared<Pattern>(test.texts.empty() ? std::string() : test.texts.front(), options);
        if (!pattern->regex.ok()) {
            return fail(ErrorKind::InvalidInput, "The regular expression for \"" + test.property +
                                                     "\" cannot be understood: " + pattern->regex.error() +
                                                     ". Look-around and back-references are not known here.");
        }
        compiled.m_pattern = std::move(pattern);
    } else if (test.ignoreCase) {
        for (std::string& text : compiled.m_test.texts) {
            text = toLowerAscii(text);
        }
    }
    if (compiled.m_test.op == Op::In || compiled.m_test.op == Op::NotIn) {
        std::sort(compiled.m_test.texts.begin(), compiled.m_test.texts.end());
    }
    return compiled;
}

bool CompiledTest::matchesText(std::string_view text) const
{
    std::string lowered;
    if (m_test.ignoreCase && !m_pattern) {
        lowered = toLowerAscii(text);
        text = lowered;
    }
    const auto& texts = m_test.texts;
    switch (m_test.op) {
    case Op::Equals:
    case Op::NotEquals: return text == texts.front();
    case Op::In:
    case Op::NotIn: return std::binary_search(texts.begin(), texts.end(), text);
    case Op::Contains:
    case Op::NotContains: return text.find(texts.front()) != std::string_view::npos;
    case Op::StartsWith:
    case Op::NotStartsWith: return text.starts_with(texts.front());
    case Op::EndsWith:
    case Op::NotEndsWith: return text.ends_with(texts.front());
    case Op::Regex:
    case Op::NotRegex: return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), m_pattern->regex);
    default: return false;
    }
}

bool CompiledTest::matchesDate(std::int64_t begin, std::int64_t, std::int64_t now) const
{
    switch (m_test.op) {
    case Op::Before: return begin < beginOf(m_test.to, m_zone);
    case Op::After: return begin >= endOf(m_test.from, m_zone);
    case Op::Between: return begin >= beginOf(m_test.from, m_zone) && begin < endOf(m_test.to, m_zone);
    case Op::InTheLast:
        return begin <= now && (m_test.calendar ? begin >= startOfDayBack(now, m_test.n, m_test.unit, m_zone)
                                                : begin > stepBack(now, m_test.n, m_test.unit, m_zone));
    case Op::InTheNext:
        if (m_test.calendar) {
            return begin >= startOfDayBack(now, 0, Unit::Day, m_zone) &&
                   begin < startOfDayBack(startOfDayBack(now, -m_test.n, m_test.unit, m_zone), -1, Unit::Day, m_zone);
        }
        return begin > now && begin <= stepBack(now, -m_test.n, m_test.unit, m_zone);
    case Op::AtLeastAgo:
        return m_test.calendar
                   ? begin < startOfDayBack(startOfDayBack(now, m_test.n, m_test.unit, m_zone), -1, Unit::Day, m_zone)
                   : begin <= stepBack(now, m_test.n, m_test.unit, m_zone);
    default: return false;
    }
}

bool CompiledTest::holds(bool isList, std::span<const PropertyAtom> atoms, std::int64_t now) const
{
    const auto anyAtom = [&](auto&& matches) { return std::any_of(atoms.begin(), atoms.end(), matches); };
    const auto hasMember = [&](const std::string& wanted) {
        return anyAtom([&](const PropertyAtom& atom) {
            return m_test.ignoreCase ? equalsIgnoreCase(atom.text, wanted) : atom.text == wanted;
        });
    };
    switch (m_test.kind) {
    case Kind::Text: return anyAtom([&](const PropertyAtom& atom) { return matchesText(atom.text); });
    case Kind::Number: {
        NumberTest number = m_test.number;
        if (m_negated) {
            number.op = Comparison::Equal;
        }
        return anyAtom([&](const PropertyAtom& atom) {
            const auto micros = findMicros(atom);
            return micros && number.holds(*micros);
        });
    }
    case Kind::Boolean:
        return anyAtom([&](const PropertyAtom& atom) {
            return atom.kind == PropertyAtom::Kind::Boolean && (atom.number != 0) == (m_test.op == Op::IsTrue);
        });
    case Kind::List:
        switch (m_test.op) {
        case Op::ListContains:
        case Op::NotListContains:
        case Op::Any:
        case Op::NotAny: return std::any_of(m_test.texts.begin(), m_test.texts.end(), hasMember);
        case Op::AllOf:
        case Op::NotAllOf: return std::all_of(m_test.texts.begin(), m_test.texts.end(), hasMember);
        case Op::Length:
            return m_test.number.holds(Decimal::fromInteger(static_cast<std::int64_t>(atoms.size())).micros);
        default: return false;
        }
    case Kind::Date:
        return anyAtom([&](const PropertyAtom& atom) {
            const auto date = findDate(atom, m_zone);
            if (!date) {
                return false;
            }
            if (m_test.op != Op::Anniversary) {
                return matchesDate(date->begin, date->end, now);
            }
            const CivilDay today = m_zone.toCivil(Instant{now}).day;
            switch (m_test.recurring) {
            case PropertyTest::Recurring::Month:
                return date->day.month == (m_test.month > 0 ? m_test.month : today.month);
            case PropertyTest::Recurring::Today: return recursWithin(date->day, today, 0, 0);
            case PropertyTest::Recurring::InTheNext: return recursWithin(date->day, today, 0, m_test.n);
            case PropertyTest::Recurring::InTheLast: return recursWithin(date->day, today, -m_test.n, 0);
            }
            return false;
        });
    case Kind::Presence: break;
    }
    static_cast<void>(isList);
    return false;
}

Truth CompiledTest::judge(bool isSet, bool isList, std::span<const PropertyAtom> atoms, std::int64_t now) const
{
    if (m_test.kind == Kind::Presence) {
        return toTruth(isSet == (m_test.op == Op::IsSet));
    }
    if (!isSet) {
        return m_test.includeUnset ? Truth::Yes : Truth::Unset;
    }
    return toTruth(holds(isList, atoms, now) != m_negated);
}

std::int64_t CompiledTest::nextChange(std::span<const PropertyAtom> atoms, std::int64_t now) const
{
    if (!m_relative || atoms.empty()) {
        return never;
    }
    if (m_test.op == Op::Anniversary || m_test.calendar) {
        // What goes by days changes at a midnight; and a calendar test that ends "now" when the date itself comes.
        std::int64_t next = startOfDayBack(now, -1, Unit::Day, m_zone);
        for (const PropertyAtom& atom : atoms) {
            if (const auto date = findDate(atom, m_zone); date && date->begin > now) {
                next = std::min(next, date->begin);
            }
        }
        return next;
    }
    std::int64_t next = never;
    for (const PropertyAtom& atom : atoms) {
        const auto date = findDate(atom, m_zone);
        if (!date) {
            continue;
        }
        // The instants at which "now", "n ago" and "n ahead" pass the date; each but the first is found by the clock of
        // an equal timeframe, which knows the calendar.
        Timeframe timeframe;
        timeframe.kind = Timeframe::Kind::InTheLast;
        timeframe.n = m_test.n;
        timeframe.unit = m_test.unit;
        const std::int64_t passes = TimeframeClock(timeframe, m_zone).leaves(date->begin);
        const std::int64_t ahead =
            m_test.op == Op::InTheNext ? firstAhead(date->begin, m_test.n, m_test.unit, m_zone) : never;
        for (const std::int64_t candidate : {date->begin, passes, ahead}) {
            if (candidate > now) {
                next = std::min(next, candidate);
            }
        }
    }
    return next;
}

}  // namespace shopbell::segments
