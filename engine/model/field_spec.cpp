// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/field_spec.h"

#include "base/text.h"
#include "model/email_address.h"

namespace shopbell {

namespace {

/// An http or https address with a host and without blanks; what stands at the other end is for the connection test.
bool isWebAddress(std::string_view value)
{
    const std::string lower = toLowerAscii(value);
    std::string_view rest = lower;
    if (rest.starts_with("https://")) {
        rest.remove_prefix(8);
    } else if (rest.starts_with("http://")) {
        rest.remove_prefix(7);
    } else {
        return false;
    }
    for (const char c : rest) {
        if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7f || c == '"' || c == '<' || c == '>' || c == '\\') {
            return false;
        }
    }
    const auto host = rest.substr(0, rest.find_first_of("/?#"));
    return !host.empty() && host.front() != '.' && host.front() != ':';
}

Sentence findNumberProblem(const FieldSpec& spec, std::string_view value)
{
    const auto number = parseNumber(value);
    if (!number) {
        return say("field-no-number", "%1 must be a number, written with a point: 12.5.", {sayLabel(spec.label)});
    }
    const bool bounded = spec.minimum < spec.maximum;
    if (bounded && (*number < spec.minimum || *number > spec.maximum)) {
        return say("field-out-of-range", "%1 must be between %2 and %3.",
                   {sayLabel(spec.label), formatNumber(spec.minimum), formatNumber(spec.maximum)});
    }
    return {};
}

Sentence findChoiceProblem(const FieldSpec& spec, std::string_view value)
{
    std::vector<std::string> allowed;
    for (const auto& choice : spec.choices) {
        if (choice.value == value) {
            return {};
        }
        allowed.push_back(choice.value);
    }
    return say("field-no-choice", "%1 must be one of: %2.", {sayLabel(spec.label), join(allowed, ", ")});
}

}  // namespace

// A Secret's value never stands in the sentence; nor does any other, so that none can by accident.
Sentence findFieldProblem(const FieldSpec& spec, std::string_view value)
{
    if (value.empty()) {
        return spec.required ? say("field-needed", "%1 is needed.", {sayLabel(spec.label)}) : Sentence();
    }
    if (!isValidUtf8(value)) {
        return say("field-no-text", "%1 holds bytes that are not text (it is not UTF-8).", {sayLabel(spec.label)});
    }
    if (spec.kind != FieldKind::MultiLine && value.find_first_of("\r\n") != std::string_view::npos) {
        return say("field-many-lines", "%1 must be a single line.", {sayLabel(spec.label)});
    }
    switch (spec.kind) {
    case FieldKind::Number: return findNumberProblem(spec, value);
    case FieldKind::Url:
        return isWebAddress(value)
                   ? Sentence()
                   : say("field-no-url", "%1 must be a web address that begins with https:// or http://.",
                         {sayLabel(spec.label)});
    case FieldKind::Email:
        return EmailAddress::parse(value) ? Sentence()
                                          : say("field-no-email", "%1 must be an email address, like ana@example.com.",
                                                {sayLabel(spec.label)});
    case FieldKind::Choice: return findChoiceProblem(spec, value);
    case FieldKind::Toggle:
        return value == "true" || value == "false"
                   ? Sentence()
                   : say("field-no-toggle", "%1 must be true or false.", {sayLabel(spec.label)});
    case FieldKind::Text:
    case FieldKind::MultiLine:
    case FieldKind::Secret: return {};
    }
    return {};
}

std::string_view findValue(const FieldValues& values, std::string_view key)
{
    for (const auto& [name, value] : values) {
        if (name == key) {
            return value;
        }
    }
    return {};
}

}  // namespace shopbell
