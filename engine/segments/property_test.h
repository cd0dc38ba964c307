// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/decimal.h"
#include "base/result.h"
#include "model/property_atom.h"
#include "segments/timeframe.h"
#include "segments/truth.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace shopbell::segments {

enum class Comparison : std::uint8_t { Equal, NotEqual, Greater, GreaterOrEqual, Less, LessOrEqual, Between };

/// Exact: both sides are millionths. Between includes its ends.
struct NumberTest {
    Comparison op = Comparison::Equal;
    Decimal low;
    Decimal high;  ///< Between only
    [[nodiscard]] bool holds(std::int64_t micros) const;
};

/// One test on a property of a profile or of an event. A list meets a text, number, boolean or date test when any of
/// its members does; a negation holds where the property is set and the test does not hold.
struct PropertyTest {
    enum class Kind : std::uint8_t { Text, Number, Boolean, List, Date, Presence };
    enum class Op : std::uint8_t {
        Equals,
        NotEquals,
        In,
        NotIn,
        Contains,
        NotContains,
        StartsWith,
        NotStartsWith,
        EndsWith,
        NotEndsWith,
        Regex,
        NotRegex,  // Text
        Compare,   // Number
        IsTrue,
        IsFalse,  // Boolean
        ListContains,
        NotListContains,
        Any,
        NotAny,
        AllOf,
        NotAllOf,
        Length,  // List
        Before,
        After,
        Between,
        InTheLast,
        InTheNext,
        AtLeastAgo,
        Anniversary,  // Date
        IsSet,
        IsNotSet,  // Presence
    };
    enum class Recurring : std::uint8_t { Month, Today, InTheNext, InTheLast };

    std::string property;
    Kind kind = Kind::Presence;
    Op op = Op::IsSet;
    std::vector<std::string> texts;
    bool ignoreCase = false;  ///< Text and List: ASCII letters only
    NumberTest number;        ///< Number, Length
    DateBound from;           ///< After, Between
    DateBound to;             ///< Before, Between
    int n = 0;                ///< InTheLast, InTheNext, AtLeastAgo, recurring ones in days
    Unit unit = Unit::Day;
    bool calendar = false;  ///< InTheLast, InTheNext: whole days of the shop
    Recurring recurring = Recurring::Today;
    int month = 0;              ///< 1 to 12; 0: the present one
    bool includeUnset = false;  ///< holds for people without the property
};

/// A test made ready: patterns compiled, dates put into the shop's zone. Immutable; any thread.
class CompiledTest {
public:
    /// InvalidInput when a regular expression cannot be understood.
    [[nodiscard]] static Result<CompiledTest> make(const PropertyTest& test, const TimeZone& zone);

    /// `now` matters to dates that are relative to it.
    [[nodiscard]] Truth judge(bool isSet, bool isList, std::span<const PropertyAtom> atoms, std::int64_t now) const;
    /// The first instant after `now` at which judge() may say otherwise for the same content; never: it will not.
    [[nodiscard]] std::int64_t nextChange(std::span<const PropertyAtom> atoms, std::int64_t now) const;
    /// The answer hangs on `now`.
    [[nodiscard]] bool isRelative() const { return m_relative; }
    [[nodiscard]] const PropertyTest& test() const { return m_test; }

private:
    struct Pattern;
    [[nodiscard]] bool holds(bool isList, std::span<const PropertyAtom> atoms, std::int64_t now) const;
    [[nodiscard]] bool matchesText(std::string_view text) const;
    [[nodiscard]] bool matchesDate(std::int64_t begin, std::int64_t end, std::int64_t now) const;

    PropertyTest m_test;
    TimeZone m_zone;
    std::shared_ptr<const Pattern> m_pattern;
    bool m_relative = false;
    bool m_negated = false;
};

/// Exact millionths of an atom, where it is a number or a text that reads as one.
[[nodiscard]] std::optional<std::int64_t> findMicros(const PropertyAtom& atom);
/// A date: ISO text (a date alone, or midnight UTC, is a day of the shop). {first instant, first instant after it}; an
/// exact instant ends 1 ms later.
struct DateSpan {
    std::int64_t begin = 0;
    std::int64_t end = 0;
    CivilDay day;
};
[[nodiscard]] std::optional<DateSpan> findDate(const PropertyAtom& atom, const TimeZone& zone);

/// "Category equals Shoes".
[[nodiscard]] std::string toWords(const PropertyTest& test);
[[nodiscard]] std::string toWords(const NumberTest& test);  ///< "is more than 500"

}  // namespace shopbell::segments
