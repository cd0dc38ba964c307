// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/filter.h"
#include "liquid/filter_input.h"
#include "liquid/filter_settings.h"
#include "liquid/letter_case.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace shopbell::liquid {

namespace {

Value join(FilterCall& call)
{
    const auto glue = call.arguments.empty() ? std::string(" ") : toText(call.argument(0));
    std::string out;
    bool first = true;
    for (const auto& item : listInput(call)) {
        if (!first) {
            out += glue;
        }
        first = false;
        appendText(out, item);
        if (out.size() > call.settings.maxBytes) {
            return call.fail("the text would be too long");
        }
    }
    return Value(std::move(out));
}

Value concat(FilterCall& call)
{
    const auto& other = call.argument(0);
    if (!other.isList() && other.kind() != Value::Kind::Range) {
        return call.fail("it wants a list behind its colon");
    }
    auto items = listInput(call);
    const auto more = other.isList() ? other.list() : flattened(other);
    if (items.size() + more.size() > call.settings.maxBytes / 16) {
        return call.fail("the list would be too long");
    }
    items.insert(items.end(), more.begin(), more.end());
    return Value(std::move(items));
}

Value reverse(FilterCall& call)
{
    auto items = listInput(call);
    std::reverse(items.begin(), items.end());
    return Value(std::move(items));
}

Value first(FilterCall& call)
{
    if (call.input.isText()) {
        const auto text = call.input.text();
        return Value(std::string(text.substr(0, text.empty() ? 0 : characterLength(text, 0))));
    }
    return memberOf(call.input.isList() ? Value(listInput(call)) : call.input, "first");
}

Value last(FilterCall& call)
{
    if (call.input.isText()) {
        const auto text = call.input.text();
        auto at = text.size();
        while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0U) == 0x80U) {
        }
        return Value(std::string(text.substr(at)));
    }
    return memberOf(call.input.isList() ? Value(listInput(call)) : call.input, "last");
}

Value size(FilterCall& call)
{
    // A number answers with its bytes in Ruby; nobody means that, but templates are tested against it.
    const bool isNumber = call.input.kind() == Value::Kind::Integer;
    return Value(sizeOf(call.input).value_or(isNumber ? 8 : 0));
}

constexpr std::array filters{
    Filter{"join", join, 0, 1}, Filter{"concat", concat, 1, 1}, Filter{"reverse", reverse},
    Filter{"first", first},     Filter{"last", last},           Filter{"size", size},
};

}  // namespace

std::span<const Filter> listFilters()
{
    return filters;
}

}  // namespace shopbell::liquid
