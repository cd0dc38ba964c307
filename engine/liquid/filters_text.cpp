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

constexpr std::string_view whiteSpace = " \t\n\v\f\r";
constexpr std::string_view tooLong = "the text would be too long";

Value append(FilterCall& call)
{
    return Value(toText(call.input) + toText(call.argument(0)));
}

Value prepend(FilterCall& call)
{
    return Value(toText(call.argument(0)) + toText(call.input));
}

Value upcase(FilterCall& call)
{
    return Value(toUpper(toText(call.input)));
}

Value downcase(FilterCall& call)
{
    return Value(toLower(toText(call.input)));
}

Value capitalize(FilterCall& call)
{
    const auto text = toText(call.input);
    if (text.empty()) {
        return Value(text);
    }
    const auto first = characterLength(text, 0);
    return Value(toUpper(std::string_view(text).substr(0, first)) + toLower(std::string_view(text).substr(first)));
}

std::string strippedLeft(const std::string& text)
{
    return text.substr(std::min(text.find_first_not_of(whiteSpace), text.size()));
}

std::string strippedRight(const std::string& text)
{
    return text.substr(0, text.find_last_not_of(whiteSpace) + 1);
}

Value strip(FilterCall& call)
{
    return Value(strippedLeft(strippedRight(toText(call.input))));
}

Value lstrip(FilterCall& call)
{
    return Value(strippedLeft(toText(call.input)));
}

Value rstrip(FilterCall& call)
{
    return Value(strippedRight(toText(call.input)));
}

Value stripNewlines(FilterCall& call)
{
    return Value(replaceAll(replaceAll(toText(call.input), "\r\n", ""), "\n", ""));
}

/// Between any two characters and at both ends, as a search for nothing finds it.
std::string between(const std::string& text, const std::string& with)
{
    std::string result = with;
    for (std::size_t at = 0; at < text.size();) {
        const auto length = characterLength(text, at);
        result.append(text, at, length);
        result += with;
        at += length;
    }
    return result;
}

Value replaceWith(FilterCall& call, const std::string& with)
{
    auto text = toText(call.input);
    const auto what = toText(call.argument(0));
    if (with.size() > what.size() && (text.size() + 1) * (with.size() + 1) > call.settings.maxBytes) {
        // The worst case may not come true: only a count of what is there can say.
        std::size_t found = what.empty() ? text.size() + 1 : 0;
        for (auto at = what.empty() ? std::string::npos : text.find(what); at != std::string::npos;
             at = text.find(what, at + what.size())) {
            ++found;
        }
        if (text.size() + found * with.size() > call.settings.maxBytes) {
            return call.fail(std::string(tooLong));
        }
    }
    return Value(what.empty() ? between(text, with) : replaceAll(std::move(text), what, with));
}

Value replace(FilterCall& call)
{
    return replaceWith(call, toText(call.argument(1)));
}

Value remove(FilterCall& call)
{
    return replaceWith(call, {});
}

Value replaceAt(std::string text, std::size_t at, std::size_t length, const std::string& with)
{
    return Value(at == std::string::npos ? std::move(text) : text.replace(at, length, with));
}

Value replaceFirst(FilterCall& call)
{
    const auto text = toText(call.input);
    const auto what = toText(call.argument(0));
    return replaceAt(text, text.find(what), what.size(), toText(call.argument(1)));
}

Value replaceLast(FilterCall& call)
{
    const auto text = toText(call.input);
    const auto what = toText(call.argument(0));
    return replaceAt(text, text.rfind(what), what.size(), toText(call.argument(1)));
}

Value slice(FilterCall& call)
{
    const auto from = wholeArgument(call, 0);
    const auto length = call.argument(1).isNil() ? std::optional<std::int64_t>(1) : wholeArgument(call, 1);
    const bool isFraction =
        call.argument(0).kind() == Value::Kind::Number || call.argument(1).kind() == Value::Kind::Number;
    if (!from || !length || isFraction) {
        return call.fail("it wants whole numbers");
    }
    const bool isList = call.input.isList() || call.input.kind() == Value::Kind::Range;
    const auto items = isList ? listInput(call) : List();
    const auto text = isList ? std::string() : toText(call.input);
    const auto size =
        isList ? static_cast<std::int64_t>(items.size()) : static_cast<std::int64_t>(countCodePoints(text));
    const auto begin = *from < 0 ? *from + size : *from;
    if (begin < 0 || begin > size || *length < 0) {
        return isList ? Value(List()) : Value(std::string());
    }
    const auto count = std::min(*length, size - begin);
    if (isList) {
        return Value(List(items.begin() + begin, items.begin() + begin + count));
    }
    std::size_t at = 0;
    for (std::int64_t skipped = 0; skipped < begin; ++skipped) {
        at += characterLength(text, at);
    }
    auto end = at;
    for (std::int64_t taken = 0; taken < count; ++taken) {
        end += characterLength(text, end);
    }
    return Value(text.substr(at, end - at));
}

Value truncate(FilterCall& call)
{
    const auto text = toText(call.input);
    const auto length = call.arguments.empty() ? std::optional<std::int64_t>(50) : wholeArgument(call, 0);
    if (!length) {
        return call.fail("it wants a whole number");
    }
    const auto ending = call.arguments.size() > 1 ? toText(call.argument(1)) : std::string("...");
    if (static_cast<std::int64_t>(countCodePoints(text)) <= *length) {
        return Value(text);
    }
    const auto kept = std::max<std::int64_t>(
        std::max<std::int64_t>(*length, 0) - static_cast<std::int64_t>(countCodePoints(ending)), 0);
    std::size_t at = 0;
    for (std::int64_t taken = 0; taken < kept; ++taken) {
        at += characterLength(text, at);
    }
    return Value(text.substr(0, at) + ending);
}

Value truncateWords(FilterCall& call)
{
    const auto text = toText(call.input);
    const auto asked = call.arguments.empty() ? std::optional<std::int64_t>(15) : wholeArgument(call, 0);
    if (!asked) {
        return call.fail("it wants a whole number");
    }
    const auto ending = call.arguments.size() > 1 ? toText(call.argument(1)) : std::string("...");
    const auto words = std::max<std::int64_t>(*asked, 1);
    std::string kept;
    std::int64_t count = 0;
    for (auto at = text.find_first_not_of(whiteSpace); at != std::string::npos;) {
        if (++count > words) {
            return Value(kept + ending);
        }
        const auto end = std::min(text.find_first_of(whiteSpace, at), text.size());
        kept += (count > 1 ? " " : "") + text.substr(at, end - at);
        at = text.find_first_not_of(whiteSpace, end);
    }
    return Value(text);
}

Value splitText(FilterCall& call)
{
    const auto text = toText(call.input);
    const auto pattern = toText(call.argument(0));
    List parts;
    if (pattern == " ") {
        for (auto at = text.find_first_not_of(whiteSpace); at != std::string::npos;) {
            const auto end = std::min(text.find_first_of(whiteSpace, at), text.size());
            parts.emplace_back(text.substr(at, end - at));
            at = text.find_first_not_of(whiteSpace, end);
        }
        return Value(std::move(parts));
    }
    std::size_t at = 0;
    while (at < text.size()) {
        if (pattern.empty()) {
            const auto length = characterLength(text, at);
            parts.emplace_back(text.substr(at, length));
            at += length;
            continue;
        }
        const auto end = std::min(text.find(pattern, at), text.size());
        parts.emplace_back(text.substr(at, end - at));
        at = end + pattern.size();
    }
    // Empty pieces at the end do not count, as in Ruby.
    while (!parts.empty() && parts.back().text().empty()) {
        parts.pop_back();
    }
    return Value(std::move(parts));
}

constexpr std::array filters{
    Filter{"append", append, 1, 1},
    Filter{"prepend", prepend, 1, 1},
    Filter{"upcase", upcase},
    Filter{"downcase", downcase},
    Filter{"capitalize", capitalize},
    Filter{"strip", strip},
    Filter{"lstrip", lstrip},
    Filter{"rstrip", rstrip},
    Filter{"strip_newlines", stripNewlines},
    Filter{"replace", replace, 1, 2},
    Filter{"replace_first", replaceFirst, 1, 2},
    Filter{"replace_last", replaceLast, 2, 2},
    Filter{"remove", remove, 1, 1},
    Filter{"remove_first", replaceFirst, 1, 1},
    Filter{"remove_last", replaceLast, 1, 1},
    Filter{"slice", slice, 1, 2},
    Filter{"truncate", truncate, 0, 2},
    Filter{"truncatewords", truncateWords, 0, 2},
    Filter{"split", splitText, 1, 1},
};

}  // namespace

std::span<const Filter> textFilters()
{
    return filters;
}

}  // namespace shopbell::liquid
