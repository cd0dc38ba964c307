// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/filter_input.h"

#include "base/text.h"

#include <algorithm>
#include <cmath>

namespace shopbell::liquid {

namespace {

constexpr std::int64_t longestRange = 1'000'000;
constexpr int deepestList = 100;

void flattenInto(List& items, const Value& value, int depth)
{
    for (const auto& item : value.list()) {
        if (item.isList() && depth < deepestList) {
            flattenInto(items, item, depth + 1);
        } else {
            items.push_back(item);
        }
    }
}

}  // namespace

Value numberOf(const Value& value)
{
    if (value.kind() == Value::Kind::Integer || value.kind() == Value::Kind::Number) {
        return value;
    }
    if (!value.isText()) {
        return Value(0);
    }
    const auto text = trimmed(value.text());
    std::size_t at = text.starts_with('-') ? 1 : 0;
    const auto digitsEnd = [&](std::size_t from) {
        return std::min(text.find_first_not_of("0123456789", from), text.size());
    };
    const auto whole = digitsEnd(at);
    if (whole == at) {
        return Value(0);
    }
    if (whole + 1 < text.size() && text[whole] == '.' && digitsEnd(whole + 1) == text.size()) {
        return Value(parseNumber(text).value_or(0));
    }
    if (const auto integer = parseInteger(text.substr(0, whole))) {
        return Value(*integer);
    }
    return Value(parseNumber(text.substr(0, whole)).value_or(0));
}

std::optional<std::int64_t> wholeArgument(const FilterCall& call, std::size_t index)
{
    const auto& value = call.argument(index);
    switch (value.kind()) {
    case Value::Kind::Integer: return value.integer();
    case Value::Kind::Number: return static_cast<std::int64_t>(std::clamp(value.number(), -9e18, 9e18));
    case Value::Kind::Text: return parseInteger(trimmed(value.text()));
    default: return std::nullopt;
    }
}

List flattened(const Value& value)
{
    List items;
    if (value.isList()) {
        flattenInto(items, value, 0);
    } else if (value.kind() == Value::Kind::Range) {
        auto range = value.range();
        range.last = range.first + std::min(range.size(), longestRange) - 1;
        items = itemsOf(Value(range));
    } else if (!value.isNil()) {
        items.push_back(value);
    }
    return items;
}

List listInput(const FilterCall& call)
{
    return flattened(call.input);
}

}  // namespace shopbell::liquid
