// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/date_format.h"
#include "liquid/filter.h"
#include "liquid/filter_input.h"
#include "liquid/filter_settings.h"

#include "base/money.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace shopbell::liquid {

namespace {

Value fallback(FilterCall& call)
{
    bool allowsFalse = false;
    for (const auto& [name, value] : call.named) {
        allowsFalse = allowsFalse || (name == "allow_false" && value.isTruthy());
    }
    const bool isFalse = call.input.kind() == Value::Kind::Boolean && !call.input.boolean();
    const bool isUnset = call.input.isNil() || isEmpty(call.input) || (isFalse && !allowsFalse);
    return isUnset ? (call.arguments.empty() ? Value("") : call.argument(0)) : call.input;
}

std::optional<Instant> instantOf(const Value& value, const FilterSettings& settings)
{
    switch (value.kind()) {
    case Value::Kind::Date: return value.date();
    case Value::Kind::Integer: return Instant{saturatingScale(value.integer(), 1000)};
    case Value::Kind::Number: return Instant{static_cast<std::int64_t>(std::clamp(value.number() * 1000, -9e15, 9e15))};
    case Value::Kind::Text: break;
    default: return std::nullopt;
    }
    const auto text = trimmed(value.text());
    const auto lower = toLowerAscii(text.substr(0, 5));
    if (text.size() <= 5 && (lower == "now" || lower == "today")) {
        return settings.now;
    }
    if (const auto seconds = text.starts_with('-') ? std::nullopt : parseInteger(text)) {
        return Instant{saturatingScale(*seconds, 1000)};
    }
    return readDate(text, settings.zone, settings.now);
}

Value date(FilterCall& call)
{
    const auto pattern = toText(call.argument(0));
    const auto at = pattern.empty() ? std::nullopt : instantOf(call.input, call.settings);
    // The years that a calendar of four digits can write.
    if (!at || at->ms < -62'135'596'800'000 || at->ms > 253'402'300'799'999) {
        return call.input;
    }
    return Value(formatDate(*at, call.settings.zone, pattern, call.settings.maxBytes));
}

std::string grouped(std::int64_t minor, int decimals)
{
    std::string digits = std::to_string(minor < 0 ? -minor : minor);
    if (digits.size() <= static_cast<std::size_t>(decimals)) {
        digits.insert(0, static_cast<std::size_t>(decimals) + 1 - digits.size(), '0');
    }
    const auto whole = digits.substr(0, digits.size() - static_cast<std::size_t>(decimals));
    const auto fraction = digits.substr(whole.size());
    return (minor < 0 ? "-" : "") + formatCount(parseInteger(whole).value_or(0)) +
           (fraction.empty() ? "" : "." + fraction);
}

std::optional<Decimal> decimalOf(const Value& value)
{
    const auto number = numberOf(value);
    const auto decimal = Decimal::fromDouble(
        number.kind() == Value::Kind::Integer ? static_cast<double>(number.integer()) : number.number());
    return decimal ? std::optional(*decimal) : std::nullopt;
}

/// 1234.5 → "€1,234.50"; currencies without a sign of their own have their code behind.
Value money(FilterCall& call)
{
    if (call.input.isNil()) {
        return {};
    }
    const auto code = call.arguments.empty() ? std::string(call.settings.currency) : toText(call.argument(0));
    const auto currency = code.empty() ? Result<Currency>(Currency()) : Currency::parse(code);
    if (!currency) {
        return call.fail("`" + code + "` is not a currency");
    }
    const auto amount = decimalOf(call.input);
    if (!amount) {
        return call.input;
    }
    const auto exact = Money::fromDecimal(*amount, *currency);
    auto text = grouped(exact.minor, currency->decimals());
    const auto sign = code == "EUR" ? "€" : code == "USD" ? "$" : code == "GBP" ? "£" : code == "JPY" ? "¥" : "";
    if (*sign == '\0') {
        return Value(code.empty() ? text : text + " " + std::string(currency->code()));
    }
    return Value(exact.minor < 0 ? "-" + (sign + text.substr(1)) : sign + text);
}

/// 1234.5 → "1,234.5"; with a number of decimals always so many.
Value number(FilterCall& call)
{
    if (call.input.isNil()) {
        return {};
    }
    const auto amount = decimalOf(call.input);
    if (!amount) {
        return call.input;
    }
    if (call.arguments.empty()) {
        const auto text = amount->toString();
        const auto point = std::min(text.find('.'), text.size());
        const auto whole = text.substr(0, point);
        return Value((whole == "-0" ? whole : formatCount(parseInteger(whole).value_or(0))) + text.substr(point));
    }
    const auto decimals = static_cast<int>(std::clamp<std::int64_t>(wholeArgument(call, 0).value_or(0), 0, 6));
    std::int64_t unit = 1'000'000;
    for (int done = 0; done < decimals; ++done) {
        unit /= 10;
    }
    const auto half = amount->micros < 0 ? -(unit / 2) : unit / 2;
    return Value(grouped(saturatingAdd(amount->micros, half) / unit, decimals));
}

constexpr std::array filters{
    Filter{"default", fallback, 0, 1, true},
    Filter{"date", date, 1, 1},
    Filter{"money", money, 0, 1},
    Filter{"number", number, 0, 1},
};

}  // namespace

std::span<const Filter> mailFilters()
{
    return filters;
}

}  // namespace shopbell::liquid
