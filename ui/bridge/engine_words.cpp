// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/engine_words.h"

#include "ui/bridge/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace shopbell::ui {

namespace {

constexpr std::string_view labelCode = "label";
constexpr int mostValues = 9;

QString valueWords(const SentenceValue& value)
{
    if (!value.part.empty()) {
        return engineWords(value.part.front());
    }
    return value.number ? QLocale().toString(qlonglong(*value.number)) : toQString(value.text);
}

/// In one go, so that a value that holds "%1" itself stays as it is.
QString filled(const QString& pattern, const std::vector<SentenceValue>& values)
{
    QString words;
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        const int index = at + 1 < pattern.size() ? pattern[at + 1].digitValue() : -1;
        if (pattern[at] == QLatin1Char('%') && index >= 1 && index <= mostValues &&
            static_cast<std::size_t>(index) <= values.size()) {
            words += valueWords(values[static_cast<std::size_t>(index) - 1]);
            ++at;
        } else {
            words += pattern[at];
        }
    }
    return words;
}

}  // namespace

QString labelWords(std::string_view english)
{
    // Empty text would find the translation file's own header.
    return english.empty() ? QString() : QCoreApplication::translate("FieldSpec", std::string(english).c_str());
}

const EngineSentence* findEngineSentence(std::string_view code)
{
    const auto all = engineSentences();
    const auto at = std::ranges::find_if(all, [&](const EngineSentence& each) { return each.code == code; });
    return at == all.end() ? nullptr : &*at;
}

QString engineWords(const Sentence& sentence)
{
    if (sentence.code == labelCode) {
        return labelWords(sentence.words);
    }
    const EngineSentence* known = sentence.code.empty() ? nullptr : findEngineSentence(sentence.code);
    if (known == nullptr) {
        return toQString(sentence.words);
    }
    const bool counts = std::string_view(known->source).find("%Ln") != std::string_view::npos;
    const int number = counts && !sentence.values.empty() && sentence.values.front().number
                           ? static_cast<int>(std::clamp<std::int64_t>(*sentence.values.front().number, 0, INT_MAX))
                           : -1;
    return filled(QCoreApplication::translate("Engine", known->source, nullptr, number), sentence.values);
}

QString engineWords(const Error& error)
{
    const QString words = engineWords(sentenceOf(error));
    return error.detail.empty() ? words : QStringLiteral("%1 (%2)").arg(words, toQString(error.detail));
}

}  // namespace shopbell::ui
