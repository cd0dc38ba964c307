// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sentence.h"

#include "base/text.h"

namespace shopbell {

namespace {

// Kept text: the English, then the code, then each value with a letter that says what it is. A part stands between
// brackets of its own, so that it may hold parts again.
constexpr char fieldMark = '\x1f';
constexpr char openMark = '\x02';
constexpr char closeMark = '\x03';
constexpr int deepestPart = 12;

/// The marks themselves may not stand in what is marked off by them.
void appendPlain(std::string& out, std::string_view text)
{
    for (const char c : text) {
        if (c != fieldMark && c != openMark && c != closeMark) {
            out += c;
        }
    }
}

void append(std::string& out, const Sentence& sentence)
{
    appendPlain(out, sentence.words);
    out += fieldMark;
    appendPlain(out, sentence.code);
    for (const auto& value : sentence.values) {
        out += fieldMark;
        if (!value.part.empty()) {
            out += openMark;
            append(out, value.part.front());
            out += closeMark;
        } else {
            out += value.number ? 'n' : 't';
            appendPlain(out, value.text);
        }
    }
}

std::string_view takeField(std::string_view& rest)
{
    const auto end = rest.find_first_of(std::string_view("\x1f\x03", 2));
    const auto field = rest.substr(0, end);
    rest.remove_prefix(field.size());
    return field;
}

Sentence take(std::string_view& rest, int depth)
{
    Sentence sentence{std::string(takeField(rest))};
    for (int field = 0; !rest.empty() && rest.front() == fieldMark; ++field) {
        rest.remove_prefix(1);
        if (field == 0) {
            sentence.code = takeField(rest);
        } else if (!rest.empty() && rest.front() == openMark && depth < deepestPart) {
            rest.remove_prefix(1);
            sentence.values.emplace_back(take(rest, depth + 1));
            if (!rest.empty()) {
                rest.remove_prefix(1);
            }
        } else {
            auto value = takeField(rest);
            const bool isNumber = value.starts_with('n');
            value.remove_prefix(value.empty() ? 0 : 1);
            const auto number = isNumber ? parseInteger(value) : std::nullopt;
            sentence.values.push_back(number ? SentenceValue(*number) : SentenceValue(value));
        }
    }
    return sentence;
}

}  // namespace

SentenceValue::SentenceValue(std::string plain) : text(std::move(plain)) {}

SentenceValue::SentenceValue(std::string_view plain) : text(plain) {}

SentenceValue::SentenceValue(const char* plain) : text(plain) {}

SentenceValue::SentenceValue(int count) : SentenceValue(std::int64_t{count}) {}

SentenceValue::SentenceValue(std::int64_t count) : text(std::to_string(count)), number(count) {}

SentenceValue::SentenceValue(Sentence inner) : text(inner.words)
{
    part.push_back(std::move(inner));
}

Sentence say(std::string_view code, std::string_view pattern, std::vector<SentenceValue> values)
{
    Sentence sentence;
    sentence.code = code;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const auto next = at + 1 < pattern.size() ? pattern[at + 1] : '\0';
        const auto index = static_cast<std::size_t>(next - '1');
        if (pattern[at] == '%' && next >= '1' && next <= '9' && index < values.size()) {
            const auto& value = values[index];
            sentence.words += value.number ? formatCount(*value.number) : value.text;
            ++at;
        } else {
            sentence.words += pattern[at];
        }
    }
    sentence.values = std::move(values);
    return sentence;
}

Sentence sayLabel(std::string_view label)
{
    Sentence sentence{std::string(label)};
    sentence.code = "label";
    return sentence;
}

std::string encodeSentence(const Sentence& sentence)
{
    if (sentence.code.empty()) {
        return sentence.words;
    }
    std::string text;
    append(text, sentence);
    return text;
}

Sentence decodeSentence(std::string_view text)
{
    auto rest = text;
    return take(rest, 0);
}

}  // namespace shopbell
