// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/filter.h"
#include "liquid/filter_input.h"
#include "liquid/letter_case.h"

#include <algorithm>
#include <array>

namespace shopbell::liquid {

namespace {

/// An item's property. Text has a property that is part of it, as in Ruby; a number has none and is an error.
Value propertyOf(FilterCall& call, const Value& item, const Value& name)
{
    if (item.isRecord()) {
        return item.record().find(toText(name)).value_or(Value());
    }
    if (item.isText()) {
        const auto part = toText(name);
        return item.text().find(part) != std::string_view::npos ? Value(part) : Value();
    }
    if (item.isNil()) {
        return {};
    }
    if (item.kind() == Value::Kind::Integer && name.kind() == Value::Kind::Integer) {
        // A whole number's property is its bit, as in Ruby.
        const auto bit = std::clamp<std::int64_t>(name.integer(), 0, 63);
        return Value((item.integer() >> bit) & 1);
    }
    return call.fail("an item of the list has no properties");
}

/// The items as a list; a single object counts as a list of itself.
bool wantsList(FilterCall& call)
{
    if (call.input.isNil() || call.input.isList() || call.input.isRecord() || call.input.kind() == Value::Kind::Range ||
        call.input.isText()) {
        return true;
    }
    call.fail("this is not a list");
    return false;
}

/// Whether an item is what `where` and its kin look for: the property named is the value, or simply true.
bool matches(FilterCall& call, const Value& item)
{
    const auto property = propertyOf(call, item, call.argument(0));
    return call.argument(1).isNil() ? property.isTruthy() : isEqual(property, call.argument(1));
}

/// Nothing is found in a list that holds nil before the match, and such a list has nothing to reject: as in Ruby's
/// Liquid.
template <bool wanted>
Value filterList(FilterCall& call)
{
    List kept;
    if (wantsList(call)) {
        for (const auto& item : listInput(call)) {
            if (item.isNil() && !wanted) {
                return {};
            }
            if (matches(call, item) == wanted) {
                kept.push_back(item);
            }
            if (!call.problem.empty()) {
                break;
            }
        }
    }
    return Value(std::move(kept));
}

/// Index of the first match; -1: none, -2: a nil stood before it.
std::int64_t indexOf(FilterCall& call, const List& items)
{
    for (std::size_t index = 0; index < items.size() && call.problem.empty(); ++index) {
        if (items[index].isNil()) {
            return -2;
        }
        if (matches(call, items[index])) {
            return static_cast<std::int64_t>(index);
        }
    }
    return -1;
}

Value find(FilterCall& call)
{
    const auto items = wantsList(call) ? listInput(call) : List();
    const auto index = indexOf(call, items);
    return index < 0 ? Value() : items[static_cast<std::size_t>(index)];
}

Value findIndex(FilterCall& call)
{
    const auto items = wantsList(call) ? listInput(call) : List();
    const auto index = indexOf(call, items);
    return index < 0 ? Value() : Value(index);
}

Value has(FilterCall& call)
{
    const auto items = wantsList(call) ? listInput(call) : List();
    const auto index = indexOf(call, items);
    return index == -2 ? Value() : Value(index >= 0);
}

Value map(FilterCall& call)
{
    List values;
    if (wantsList(call)) {
        for (const auto& item : listInput(call)) {
            if (!item.isRecord() && !item.isNil()) {
                return call.fail("an item of the list has no properties");
            }
            values.push_back(propertyOf(call, item, call.argument(0)));
        }
    }
    return Value(std::move(values));
}

Value sum(FilterCall& call)
{
    auto total = Value(0);
    const auto* const plus = findFilter("plus");
    for (const auto& item : listInput(call)) {
        const Value addend = call.arguments.empty() ? item : propertyOf(call, item, call.argument(0));
        if (!call.problem.empty()) {
            return {};
        }
        FilterCall adding{total, {&addend, 1}, {}, call.settings};
        total = plus->run(adding);
    }
    return total;
}

/// The items beside what they are ordered by.
std::vector<std::pair<Value, Value>> keyed(FilterCall& call)
{
    std::vector<std::pair<Value, Value>> pairs;
    for (auto& item : listInput(call)) {
        auto key = call.arguments.empty() || call.argument(0).isNil() ? item : propertyOf(call, item, call.argument(0));
        pairs.emplace_back(std::move(key), std::move(item));
    }
    return pairs;
}

Value itemsIn(std::vector<std::pair<Value, Value>> pairs)
{
    List items;
    for (auto& pair : pairs) {
        items.push_back(std::move(pair.second));
    }
    return Value(std::move(items));
}

/// Nil goes to the end.
template <class Before>
void sortPairs(std::vector<std::pair<Value, Value>>& pairs, Before before)
{
    std::stable_sort(pairs.begin(), pairs.end(), [&](const auto& left, const auto& right) {
        return left.first.isNil() || right.first.isNil() ? !left.first.isNil() && right.first.isNil()
                                                         : before(left.first, right.first);
    });
}

Value sort(FilterCall& call)
{
    auto pairs = keyed(call);
    // Things of different kinds have no order: found before sorting, which needs one to be sure of ending well.
    const auto firstKey =
        std::find_if(pairs.begin(), pairs.end(), [](const auto& pair) { return !pair.first.isNil(); });
    for (const auto& pair : pairs) {
        if (!pair.first.isNil() && pairs.size() > 1 && !order(firstKey->first, pair.first)) {
            return call.fail("things of different kinds have no order");
        }
    }
    sortPairs(pairs,
              [](const Value& left, const Value& right) { return order(left, right) == std::partial_ordering::less; });
    return itemsIn(std::move(pairs));
}

Value sortNatural(FilterCall& call)
{
    auto pairs = keyed(call);
    for (auto& pair : pairs) {
        if (!pair.first.isNil()) {
            pair.first = Value(toLower(toText(pair.first)));
        }
    }
    sortPairs(pairs, [](const Value& left, const Value& right) { return left.text() < right.text(); });
    return itemsIn(std::move(pairs));
}

Value uniq(FilterCall& call)
{
    auto pairs = keyed(call);
    // Equal things print alike, so sorting by their text brings them together without comparing all with all.
    std::vector<std::pair<std::string, std::size_t>> texts;
    for (std::size_t index = 0; index < pairs.size(); ++index) {
        const auto number = pairs[index].first.kind() == Value::Kind::Number ? toText(numberOf(pairs[index].first))
                                                                             : toText(pairs[index].first);
        texts.emplace_back(number.ends_with(".0") ? number.substr(0, number.size() - 2) : number, index);
    }
    std::sort(texts.begin(), texts.end());
    std::vector<bool> repeated(pairs.size());
    for (std::size_t begin = 0; begin < texts.size(); ++begin) {
        for (auto next = begin + 1; next < texts.size() && texts[next].first == texts[begin].first; ++next) {
            if (!repeated[texts[next].second] && !repeated[texts[begin].second] &&
                isEqual(pairs[texts[begin].second].first, pairs[texts[next].second].first)) {
                repeated[texts[next].second] = true;
            }
            if (repeated[texts[begin].second]) {
                break;
            }
        }
    }
    List items;
    for (std::size_t index = 0; index < pairs.size(); ++index) {
        if (!repeated[index]) {
            items.push_back(std::move(pairs[index].second));
        }
    }
    return Value(std::move(items));
}

Value compact(FilterCall& call)
{
    auto pairs = keyed(call);
    std::erase_if(pairs, [](const auto& pair) { return pair.first.isNil(); });
    return itemsIn(std::move(pairs));
}

constexpr std::array filters{
    Filter{"where", filterList<true>, 1, 2},
    Filter{"reject", filterList<false>, 1, 2},
    Filter{"find", find, 1, 2},
    Filter{"find_index", findIndex, 1, 2},
    Filter{"has", has, 1, 2},
    Filter{"map", map, 1, 1},
    Filter{"sum", sum, 0, 1},
    Filter{"sort", sort, 0, 1},
    Filter{"sort_natural", sortNatural, 0, 1},
    Filter{"uniq", uniq, 0, 1},
    Filter{"compact", compact, 0, 1},
};

}  // namespace

std::span<const Filter> searchFilters()
{
    return filters;
}

}  // namespace shopbell::liquid
