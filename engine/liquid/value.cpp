// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/value.h"

#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace shopbell::liquid {

namespace {

bool isWhite(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Shortest digits, with a point or an exponent, as Ruby writes floats: 1.0, 0.001, 1.0e+16, 1.0e-05.
std::string floatText(double value)
{
    if (!std::isfinite(value)) {
        return std::isnan(value) ? "NaN" : value < 0 ? "-Infinity" : "Infinity";
    }
    const double size = std::fabs(value);
    const bool plain = size == 0 || (size >= 1e-4 && size < 1e16);
    char buffer[64];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value,
                                   plain ? std::chars_format::fixed : std::chars_format::scientific)
                         .ptr;
    std::string text(buffer, end);
    if (plain) {
        return text.find('.') == std::string::npos ? text + ".0" : text;
    }
    const auto exponent = text.find('e');
    return text.find('.') == std::string::npos ? text.substr(0, exponent) + ".0" + text.substr(exponent) : text;
}

/// As Ruby shows an object inside another one.
void appendInspected(std::string& out, const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Nil: out += "nil"; return;
    case Value::Kind::Text:
        out += '"';
        out += replaceAll(replaceAll(std::string(value.text()), "\\", "\\\\"), "\"", "\\\"");
        out += '"';
        return;
    case Value::Kind::Sequence: {
        out += '[';
        bool first = true;
        for (const auto& item : value.list()) {
            out += first ? "" : ", ";
            appendInspected(out, item);
            first = false;
        }
        out += ']';
        return;
    }
    case Value::Kind::Record: {
        out += '{';
        bool first = true;
        for (const auto& name : value.record().listNames()) {
            out += first ? "" : ", ";
            appendInspected(out, Value::borrowed(name));
            out += "=>";
            appendInspected(out, value.record().find(name).value_or(Value()));
            first = false;
        }
        out += '}';
        return;
    }
    default: appendText(out, value);
    }
}

bool isNumeric(const Value& value)
{
    return value.kind() == Value::Kind::Integer || value.kind() == Value::Kind::Number;
}

double asDouble(const Value& value)
{
    return value.kind() == Value::Kind::Integer ? static_cast<double>(value.integer()) : value.number();
}

bool sameItems(const List& left, const List& right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), isEqual);
}

bool sameMembers(const Record& left, const Record& right)
{
    const auto names = left.listNames();
    return names.size() == right.listNames().size() && std::all_of(names.begin(), names.end(), [&](const auto& name) {
               const auto other = right.find(name);
               return other && isEqual(left.find(name).value_or(Value()), *other);
           });
}

Value pairOf(const Record& record, const std::string& name)
{
    return Value(List{Value(name), record.find(name).value_or(Value())});
}

}  // namespace

std::int64_t Range::size() const
{
    // As unsigned numbers, for the distance of two ends may not fit a signed one.
    return last < first ? 0
                        : static_cast<std::int64_t>(std::min<std::uint64_t>(
                              static_cast<std::uint64_t>(last) - static_cast<std::uint64_t>(first),
                              static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()) - 1)) +
                              1;
}

Value Value::fromDecimal(Decimal value)
{
    return value.micros % 1'000'000 == 0 ? Value(value.micros / 1'000'000) : Value(value.toDouble());
}

Value Value::borrowed(std::string_view text)
{
    Value value;
    value.m_value = Text{nullptr, text, false};
    return value;
}

Value Value::blank()
{
    Value value;
    value.m_value = Word{};
    return value;
}

Value Value::empty()
{
    Value value;
    value.m_value = OtherWord{};
    return value;
}

Value Value::html(std::string text)
{
    Value value(std::move(text));
    std::get<Text>(value.m_value).html = true;
    return value;
}

bool Value::isTruthy() const
{
    return kind() == Kind::Boolean ? boolean() : !isNil();
}

void Object::set(std::string name, Value value)
{
    for (auto& [known, member] : m_members) {
        if (known == name) {
            member = std::move(value);
            return;
        }
    }
    m_members.emplace_back(std::move(name), std::move(value));
}

std::optional<Value> Object::find(std::string_view name) const
{
    for (const auto& [known, member] : m_members) {
        if (known == name) {
            return member;
        }
    }
    return std::nullopt;
}

std::vector<std::string> Object::listNames() const
{
    std::vector<std::string> names;
    for (const auto& member : m_members) {
        names.push_back(member.first);
    }
    return names;
}

void appendText(std::string& out, const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Nil:
    case Value::Kind::Blank:
    case Value::Kind::Empty: return;
    case Value::Kind::Boolean: out += value.boolean() ? "true" : "false"; return;
    case Value::Kind::Integer: {
        char buffer[24];
        out.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, value.integer()).ptr);
        return;
    }
    case Value::Kind::Number: out += floatText(value.number()); return;
    case Value::Kind::Text: out += value.text(); return;
    case Value::Kind::Date: out += value.date().toIso(); return;
    case Value::Kind::Sequence:
        for (const auto& item : value.list()) {
            appendText(out, item);
        }
        return;
    case Value::Kind::Range:
        out += std::to_string(value.range().first) + ".." + std::to_string(value.range().last);
        return;
    case Value::Kind::Record: appendInspected(out, value); return;
    }
}

std::string toText(const Value& value)
{
    std::string text;
    appendText(text, value);
    return text;
}

bool isEqual(const Value& left, const Value& right)
{
    using Kind = Value::Kind;
    if (left.kind() == Kind::Empty || right.kind() == Kind::Empty) {
        const auto& other = left.kind() == Kind::Empty ? right : left;
        return other.kind() == Kind::Empty || isEmpty(other);
    }
    if (left.kind() == Kind::Blank || right.kind() == Kind::Blank) {
        const auto& other = left.kind() == Kind::Blank ? right : left;
        return other.kind() == Kind::Blank || isBlank(other);
    }
    if (isNumeric(left) && isNumeric(right)) {
        return left.kind() == Kind::Integer && right.kind() == Kind::Integer ? left.integer() == right.integer()
                                                                             : asDouble(left) == asDouble(right);
    }
    if (left.kind() != right.kind()) {
        // A range is the list of its numbers, as long as somebody looks at them.
        return (left.kind() == Kind::Range || right.kind() == Kind::Range) && (left.isList() || right.isList()) &&
               sizeOf(left) == sizeOf(right) && sameItems(itemsOf(left), itemsOf(right));
    }
    switch (left.kind()) {
    case Kind::Boolean: return left.boolean() == right.boolean();
    case Kind::Text: return left.text() == right.text();
    case Kind::Date: return left.date() == right.date();
    case Kind::Sequence: return sameItems(left.list(), right.list());
    case Kind::Range: return left.range().first == right.range().first && left.range().last == right.range().last;
    case Kind::Record: return sameMembers(left.record(), right.record());
    default: return true;
    }
}

std::optional<std::partial_ordering> order(const Value& left, const Value& right)
{
    if (left.kind() == Value::Kind::Integer && right.kind() == Value::Kind::Integer) {
        return left.integer() <=> right.integer();
    }
    if (isNumeric(left) && isNumeric(right)) {
        return asDouble(left) <=> asDouble(right);
    }
    if (left.kind() != right.kind()) {
        return std::nullopt;
    }
    if (left.isText()) {
        return left.text() <=> right.text();
    }
    if (left.kind() == Value::Kind::Date) {
        return left.date() <=> right.date();
    }
    return std::nullopt;
}

bool isEmpty(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Text: return value.text().empty();
    case Value::Kind::Sequence: return value.list().empty();
    case Value::Kind::Range: return value.range().size() == 0;
    case Value::Kind::Record: return value.record().listNames().empty();
    case Value::Kind::Empty: return true;
    default: return false;
    }
}

bool isBlank(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Nil:
    case Value::Kind::Blank: return true;
    case Value::Kind::Boolean: return !value.boolean();
    case Value::Kind::Text: return std::all_of(value.text().begin(), value.text().end(), isWhite);
    default: return isEmpty(value);
    }
}

std::optional<std::int64_t> sizeOf(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Text: return static_cast<std::int64_t>(countCodePoints(value.text()));
    case Value::Kind::Sequence: return static_cast<std::int64_t>(value.list().size());
    case Value::Kind::Range: return value.range().size();
    case Value::Kind::Record: return static_cast<std::int64_t>(value.record().listNames().size());
    default: return std::nullopt;
    }
}

Value memberOf(const Value& value, std::string_view name)
{
    if (value.isRecord()) {
        if (auto member = value.record().find(name)) {
            return *std::move(member);
        }
    }
    if (name == "size") {
        const auto size = sizeOf(value);
        return size ? Value(*size) : Value();
    }
    const bool last = name == "last";
    if (!last && name != "first") {
        return {};
    }
    switch (value.kind()) {
    case Value::Kind::Sequence:
        return value.list().empty() ? Value() : last ? value.list().back() : value.list().front();
    case Value::Kind::Range:
        return value.range().size() == 0 ? Value() : Value(last ? value.range().last : value.range().first);
    case Value::Kind::Record: {
        const auto names = value.record().listNames();
        return names.empty() || last ? Value() : pairOf(value.record(), names.front());
    }
    default: return {};
    }
}

Value itemOf(const Value& value, const Value& index)
{
    if (index.isText()) {
        return value.isRecord() ? memberOf(value, index.text()) : Value();
    }
    if (index.kind() != Value::Kind::Integer) {
        return {};
    }
    const auto at = index.integer();
    if (value.isRecord()) {
        return value.record().find(std::to_string(at)).value_or(Value());
    }
    const auto size = value.isList() || value.kind() == Value::Kind::Range ? sizeOf(value).value_or(0) : 0;
    const auto place = at < 0 ? at + size : at;
    if (place < 0 || place >= size) {
        return {};
    }
    return value.isList() ? value.list()[static_cast<std::size_t>(place)] : Value(value.range().first + place);
}

List itemsOf(const Value& value)
{
    List items;
    switch (value.kind()) {
    case Value::Kind::Sequence: return value.list();
    case Value::Kind::Range:
        for (std::int64_t index = 0; index < value.range().size(); ++index) {
            items.emplace_back(value.range().first + index);
        }
        return items;
    case Value::Kind::Record:
        for (const auto& name : value.record().listNames()) {
            items.push_back(pairOf(value.record(), name));
        }
        return items;
    default: return items;
    }
}

}  // namespace shopbell::liquid
