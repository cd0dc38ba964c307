// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/woocommerce/woo_record.h"

#include "base/text.h"

#include <simdjson.h>

#include <cmath>

namespace shopbell::woo {

namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

std::optional<element> findMember(const element& object, std::string_view key)
{
    element member;
    if (object.is_object() && object.at_key(key).get(member) == simdjson::SUCCESS && !member.is_null()) {
        return member;
    }
    return std::nullopt;
}

std::string cleanText(std::string_view text)
{
    // simdjson has checked the UTF-8 already; an escaped NUL is the one thing that storage does not take.
    return text.find('\0') == std::string_view::npos ? std::string(text) : toValidUtf8(text);
}

std::string scalarText(const element& value)
{
    switch (value.type()) {
    case element_type::STRING: return cleanText(value.get_string().value_unsafe());
    case element_type::INT64: return std::to_string(value.get_int64().value_unsafe());
    case element_type::UINT64: return std::to_string(value.get_uint64().value_unsafe());
    case element_type::DOUBLE: return formatNumber(value.get_double().value_unsafe());
    case element_type::BOOL: return value.get_bool().value_unsafe() ? "true" : "false";
    default: return {};
    }
}

bool isContainer(const element& value)
{
    return value.is_array() || value.is_object();
}

/// "-0001-11-30T00:00:00" and "0000-00-00 00:00:00" are how WordPress writes a date that was never set.
bool isUnsetDate(std::string_view text)
{
    return text.starts_with("-0001") || text.starts_with("0000-00-00");
}

}  // namespace

RecordReader::RecordReader(const element& object) : m_object(object), m_problem(&m_ownProblem) {}

RecordReader::RecordReader(const element& object, std::string path, std::string* problem)
    : m_object(object), m_path(std::move(path)), m_problem(problem)
{
}

void RecordReader::setProblem(std::string problem) const
{
    if (m_problem->empty()) {
        *m_problem = std::move(problem);
    }
}

void RecordReader::complain(std::string_view key, std::string_view what) const
{
    setProblem(m_path + std::string(key) + " " + std::string(what));
}

bool RecordReader::has(std::string_view key) const
{
    return findMember(m_object, key).has_value();
}

std::string RecordReader::text(std::string_view key) const
{
    const auto member = findMember(m_object, key);
    return member ? scalarText(*member) : std::string();
}

std::optional<std::int64_t> RecordReader::integer(std::string_view key) const
{
    const auto member = findMember(m_object, key);
    if (!member) {
        return std::nullopt;
    }
    const std::string written = scalarText(*member);
    const auto clean = trimmed(written);
    if (clean.empty() && !isContainer(*member)) {
        return std::nullopt;
    }
    if (const auto whole = parseInteger(clean)) {
        return whole;
    }
    // Plugins that count in halves, and 3.0 for 3.
    if (const auto number = parseNumber(clean); number && std::abs(*number) < 9e15) {
        return static_cast<std::int64_t>(std::floor(*number));
    }
    complain(key, "is not a whole number: " + std::string(cutUtf8(written, 40)));
    return std::nullopt;
}

std::string RecordReader::id(std::string_view key) const
{
    const auto member = findMember(m_object, key);
    if (!member || member->is_bool()) {
        return {};
    }
    const std::string written = scalarText(*member);
    const auto number = parseInteger(trimmed(written));
    if (number && *number > 0) {
        return std::to_string(*number);
    }
    if ((number && *number == 0) || (trimmed(written).empty() && !isContainer(*member))) {
        return {};
    }
    complain(key, "is not an id: " + std::string(cutUtf8(written, 40)));
    return {};
}

std::optional<Decimal> RecordReader::readAmount(std::string_view key) const
{
    const auto member = findMember(m_object, key);
    if (!member || (member->is_bool() && !member->get_bool().value_unsafe())) {
        return std::nullopt;
    }
    std::string written = scalarText(*member);
    auto clean = trimmed(written);
    if (clean.empty() && !isContainer(*member)) {
        return std::nullopt;
    }
    if (auto amount = parseDecimal(clean)) {
        return *amount;
    }
    complain(key, "is not an amount: " + std::string(cutUtf8(written, 40)));
    return std::nullopt;
}

std::optional<Decimal> RecordReader::findAmount(std::string_view key) const
{
    return readAmount(key);
}

Decimal RecordReader::amount(std::string_view key) const
{
    return readAmount(key).value_or(Decimal{});
}

Decimal RecordReader::requiredAmount(std::string_view key) const
{
    const auto amount = readAmount(key);
    if (!amount) {
        complain(key, "is missing");
    }
    return amount.value_or(Decimal{});
}

Instant RecordReader::time(std::string_view key) const
{
    const std::string written = text(key);
    const auto clean = trimmed(written);
    if (clean.empty() || clean == "false" || isUnsetDate(clean)) {
        return {};
    }
    if (const auto at = parseIso(clean)) {
        return *at;
    }
    complain(key, "is not a time: " + std::string(cutUtf8(written, 40)));
    return {};
}

bool RecordReader::flag(std::string_view key) const
{
    const std::string written = toLowerAscii(text(key));
    return written == "true" || written == "1" || written == "yes";
}

void RecordReader::each(std::string_view key, const std::function<void(const RecordReader&)>& function) const
{
    const auto member = findMember(m_object, key);
    if (!member) {
        return;
    }
    std::size_t index = 0;
    const auto visit = [&](const element& item) {
        const RecordReader reader(item, m_path + std::string(key) + "[" + std::to_string(index++) + "].", m_problem);
        if (item.is_object()) {
            function(reader);
        } else if (!item.is_null()) {
            complain(key, "holds something that is not an object");
        }
    };
    // Named, since value_unsafe() refers into a result that a loop over it would outlive.
    if (member->is_array()) {
        const simdjson::dom::array items = member->get_array().value_unsafe();
        for (const element item : items) {
            visit(item);
        }
    } else if (member->is_object()) {
        // PHP writes a list with gaps in its numbering as an object: {"0":{…},"2":{…}}.
        const simdjson::dom::object fields = member->get_object().value_unsafe();
        for (const auto field : fields) {
            visit(field.value);
        }
    } else if (!scalarText(*member).empty() && !member->is_bool()) {
        complain(key, "is not a list");
    }
}

void RecordReader::within(std::string_view key, const std::function<void(const RecordReader&)>& function) const
{
    const auto member = findMember(m_object, key);
    if (member && member->is_object()) {
        function(RecordReader(*member, m_path + std::string(key) + ".", m_problem));
    }
}

}  // namespace shopbell::woo
