// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/filter.h"
#include "liquid/filter_input.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace shopbell::liquid {

namespace {

double real(const Value& number)
{
    return number.kind() == Value::Kind::Integer ? static_cast<double>(number.integer()) : number.number();
}

bool isWhole(const Value& number)
{
    return number.kind() == Value::Kind::Integer;
}

bool fitsWhole(double value)
{
    return std::fabs(value) < 9.2e18;
}

/// Decimal arithmetic as shops expect it: 0.1 + 0.2 is 0.3. Fifteen digits are what a double holds exactly.
double rounded(double value)
{
    if (!std::isfinite(value)) {
        return value;
    }
    char buffer[64];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific, 14).ptr;
    double result = value;
    std::from_chars(buffer, end, result);
    return result;
}

template <class Operation>
Value arithmetic(const Value& left, const Value& right, Operation operation)
{
    const double result = operation(real(left), real(right));
    if (isWhole(left) && isWhole(right) && fitsWhole(result)) {
        return Value(static_cast<std::int64_t>(operation(left.integer(), right.integer())));
    }
    return Value(rounded(result));
}

Value plus(FilterCall& call)
{
    return arithmetic(numberOf(call.input), numberOf(call.argument(0)), [](auto a, auto b) { return a + b; });
}

Value minus(FilterCall& call)
{
    return arithmetic(numberOf(call.input), numberOf(call.argument(0)), [](auto a, auto b) { return a - b; });
}

Value times(FilterCall& call)
{
    return arithmetic(numberOf(call.input), numberOf(call.argument(0)), [](auto a, auto b) { return a * b; });
}

/// Whole numbers are divided down, as in Ruby: -7 by 2 is -4, and leaves 1.
Value dividedBy(FilterCall& call)
{
    const auto left = numberOf(call.input);
    const auto right = numberOf(call.argument(0));
    if (!isWhole(left) || !isWhole(right)) {
        return Value(real(left) / real(right));
    }
    if (right.integer() == 0) {
        return call.fail("a number cannot be divided by 0");
    }
    if (right.integer() == -1) {
        return arithmetic(Value(0), left, [](auto a, auto b) { return a - b; });
    }
    const auto quotient = left.integer() / right.integer();
    const bool roundsUp = left.integer() % right.integer() != 0 && (left.integer() < 0) != (right.integer() < 0);
    return Value(roundsUp ? quotient - 1 : quotient);
}

Value modulo(FilterCall& call)
{
    const auto left = numberOf(call.input);
    const auto right = numberOf(call.argument(0));
    if (!isWhole(left) || !isWhole(right)) {
        if (real(right) == 0) {
            return Value(std::numeric_limits<double>::quiet_NaN());
        }
        const double rest = std::fmod(real(left), real(right));
        return Value(rounded(rest != 0 && (rest < 0) != (real(right) < 0) ? rest + real(right) : rest));
    }
    if (right.integer() == 0) {
        return call.fail("a number cannot be divided by 0");
    }
    if (right.integer() == -1) {
        return Value(0);
    }
    const auto rest = left.integer() % right.integer();
    return Value(rest != 0 && (rest < 0) != (right.integer() < 0) ? rest + right.integer() : rest);
}

Value absolute(FilterCall& call)
{
    const auto number = numberOf(call.input);
    if (!isWhole(number)) {
        return Value(std::fabs(number.number()));
    }
    return number.integer() >= 0 ? number : arithmetic(Value(0), number, [](auto a, auto b) { return a - b; });
}

Value atLeast(FilterCall& call)
{
    const auto left = numberOf(call.input);
    const auto right = numberOf(call.argument(0));
    return real(left) < real(right) ? right : left;
}

Value atMost(FilterCall& call)
{
    const auto left = numberOf(call.input);
    const auto right = numberOf(call.argument(0));
    return real(left) > real(right) ? right : left;
}

Value wholeOrNumber(double value)
{
    return fitsWhole(value) ? Value(static_cast<std::int64_t>(value)) : Value(value);
}

Value ceiling(FilterCall& call)
{
    const auto number = numberOf(call.input);
    return isWhole(number) ? number : wholeOrNumber(std::ceil(number.number()));
}

Value floorOf(FilterCall& call)
{
    const auto number = numberOf(call.input);
    return isWhole(number) ? number : wholeOrNumber(std::floor(number.number()));
}

Value roundTo(FilterCall& call)
{
    const auto number = numberOf(call.input);
    const auto asked = numberOf(call.argument(0));
    const auto decimals = std::clamp<std::int64_t>(
        isWhole(asked) ? asked.integer() : static_cast<std::int64_t>(std::clamp(asked.number(), -400.0, 400.0)), -400,
        400);
    if (decimals > 0) {
        if (isWhole(number) || decimals > 15) {
            return number;
        }
        const double scale = std::pow(10.0, static_cast<double>(decimals));
        return Value(rounded(std::round(rounded(number.number() * scale)) / scale));
    }
    if (decimals == 0) {
        return isWhole(number) ? number : wholeOrNumber(std::round(number.number()));
    }
    const double scale = std::pow(10.0, static_cast<double>(-decimals));
    return std::isfinite(scale) ? wholeOrNumber(std::round(real(number) / scale) * scale) : Value(0);
}

constexpr std::array filters{
    Filter{"plus", plus, 1, 1},        Filter{"minus", minus, 1, 1},
    Filter{"times", times, 1, 1},      Filter{"divided_by", dividedBy, 1, 1},
    Filter{"modulo", modulo, 1, 1},    Filter{"abs", absolute},
    Filter{"at_least", atLeast, 1, 1}, Filter{"at_most", atMost, 1, 1},
    Filter{"ceil", ceiling},           Filter{"floor", floorOf},
    Filter{"round", roundTo, 0, 1},
};

}  // namespace

std::span<const Filter> numberFilters()
{
    return filters;
}

}  // namespace shopbell::liquid
