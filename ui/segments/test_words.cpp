// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/test_words.h"

#include "ui/segments/condition_sentences.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <array>

namespace shopbell::ui {

namespace {

using S = QLatin1String;

constexpr std::array tests{
    TestRow{"string", "equals", "", TestInput::Text, QT_TRANSLATE_NOOP("Tests", "is")},
    TestRow{"string", "not-equals", "", TestInput::Text, QT_TRANSLATE_NOOP("Tests", "is not")},
    TestRow{"string", "in", "", TestInput::Texts, QT_TRANSLATE_NOOP("Tests", "is one of")},
    TestRow{"string", "not-in", "", TestInput::Texts, QT_TRANSLATE_NOOP("Tests", "is none of")},
    TestRow{"string", "contains", "", TestInput::Part, QT_TRANSLATE_NOOP("Tests", "contains")},
    TestRow{"string", "not-contains", "", TestInput::Part, QT_TRANSLATE_NOOP("Tests", "does not contain")},
    TestRow{"string", "starts-with", "", TestInput::Part, QT_TRANSLATE_NOOP("Tests", "begins with")},
    TestRow{"string", "not-starts-with", "", TestInput::Part, QT_TRANSLATE_NOOP("Tests", "does not begin with")},
    TestRow{"string", "ends-with", "", TestInput::Part, QT_TRANSLATE_NOOP("Tests", "ends with")},
    TestRow{"string", "not-ends-with", "", TestInput::Part, QT_TRANSLATE_NOOP("Tests", "does not end with")},
    TestRow{"string", "regex", "", TestInput::Part, QT_TRANSLATE_NOOP("Tests", "matches the pattern")},
    TestRow{"string", "not-regex", "", TestInput::Part, QT_TRANSLATE_NOOP("Tests", "does not match the pattern")},
    TestRow{"number", ">", "", TestInput::Number, QT_TRANSLATE_NOOP("Tests", "is more than")},
    TestRow{"number", ">=", "", TestInput::Number, QT_TRANSLATE_NOOP("Tests", "is at least")},
    TestRow{"number", "<", "", TestInput::Number, QT_TRANSLATE_NOOP("Tests", "is less than")},
    TestRow{"number", "<=", "", TestInput::Number, QT_TRANSLATE_NOOP("Tests", "is at most")},
    TestRow{"number", "=", "", TestInput::Number, QT_TRANSLATE_NOOP("Tests", "is exactly")},
    TestRow{"number", "!=", "", TestInput::Number, QT_TRANSLATE_NOOP("Tests", "is not the number")},
    TestRow{"number", "between", "", TestInput::Numbers, QT_TRANSLATE_NOOP("Tests", "is between")},
    TestRow{"boolean", "is-true", "", TestInput::None, QT_TRANSLATE_NOOP("Tests", "is yes")},
    TestRow{"boolean", "is-false", "", TestInput::None, QT_TRANSLATE_NOOP("Tests", "is no")},
    TestRow{"date", "before", "", TestInput::Day, QT_TRANSLATE_NOOP("Tests", "is before")},
    TestRow{"date", "after", "", TestInput::Day, QT_TRANSLATE_NOOP("Tests", "is after")},
    TestRow{"date", "between", "", TestInput::Days, QT_TRANSLATE_NOOP("Tests", "is between the days")},
    TestRow{"date", "in-the-last", "", TestInput::Length, QT_TRANSLATE_NOOP("Tests", "is in the last")},
    TestRow{"date", "in-the-last", "calendar", TestInput::Length, QT_TRANSLATE_NOOP("Tests", "is in the last whole")},
    TestRow{"date", "in-the-next", "", TestInput::Length, QT_TRANSLATE_NOOP("Tests", "is in the next")},
    TestRow{"date", "in-the-next", "calendar", TestInput::Length, QT_TRANSLATE_NOOP("Tests", "is in the next whole")},
    TestRow{"date", "at-least-ago", "", TestInput::Length, QT_TRANSLATE_NOOP("Tests", "dates back at least")},
    TestRow{"date", "at-least-ago", "calendar", TestInput::Length,
            QT_TRANSLATE_NOOP("Tests", "dates back at least, in whole")},
    TestRow{"date", "anniversary", "today", TestInput::None, QT_TRANSLATE_NOOP("Tests", "comes round today")},
    TestRow{"date", "anniversary", "month", TestInput::Month, QT_TRANSLATE_NOOP("Tests", "comes round in")},
    TestRow{"date", "anniversary", "in-the-next", TestInput::Days365,
            QT_TRANSLATE_NOOP("Tests", "comes round in the next")},
    TestRow{"date", "anniversary", "in-the-last", TestInput::Days365,
            QT_TRANSLATE_NOOP("Tests", "came round in the last")},
    TestRow{"list", "contains", "", TestInput::Text, QT_TRANSLATE_NOOP("Tests", "has the entry")},
    TestRow{"list", "not-contains", "", TestInput::Text, QT_TRANSLATE_NOOP("Tests", "does not have the entry")},
    TestRow{"list", "any", "", TestInput::Texts, QT_TRANSLATE_NOOP("Tests", "has any of")},
    TestRow{"list", "not-any", "", TestInput::Texts, QT_TRANSLATE_NOOP("Tests", "has none of")},
    TestRow{"list", "all", "", TestInput::Texts, QT_TRANSLATE_NOOP("Tests", "has all of")},
    TestRow{"list", "not-all", "", TestInput::Texts, QT_TRANSLATE_NOOP("Tests", "does not have all of")},
    TestRow{"list", "length", "", TestInput::Count, QT_TRANSLATE_NOOP("Tests", "has as many entries:")},
    TestRow{"presence", "is-set", "", TestInput::None, QT_TRANSLATE_NOOP("Tests", "is known")},
    TestRow{"presence", "is-not-set", "", TestInput::None, QT_TRANSLATE_NOOP("Tests", "is not known")},
};

struct KindName {
    const char* kind;
    const char* words;
    const char* first;  ///< the test to start with
};
constexpr KindName kinds[] = {
    {"string", QT_TRANSLATE_NOOP("Tests", "Text"), "string:in"},
    {"number", QT_TRANSLATE_NOOP("Tests", "Number"), "number:>="},
    {"boolean", QT_TRANSLATE_NOOP("Tests", "Yes or no"), "boolean:is-true"},
    {"date", QT_TRANSLATE_NOOP("Tests", "Date"), "date:in-the-last"},
    {"list", QT_TRANSLATE_NOOP("Tests", "List"), "list:any"},
    {"presence", QT_TRANSLATE_NOOP("Tests", "Whether it is known"), "presence:is-set"},
};

QString idOf(const TestRow& row)
{
    QString id = S(row.kind) + QLatin1Char(':') + S(row.op);
    if (*row.form != '\0') {
        id += QLatin1Char('/') + S(row.form);
    }
    return id;
}

/// The kind an op has when the definition does not say: the first in the table that has it. "contains" is of texts,
/// "between" of numbers.
QString usualKind(const QString& op)
{
    const auto at = std::ranges::find_if(tests, [&](const TestRow& row) { return op == S(row.op); });
    return at == tests.end() ? QString() : QString(S(at->kind));
}

QJsonArray asTexts(const QJsonValue& value)
{
    if (value.isArray()) {
        QJsonArray texts;
        const QJsonArray old = value.toArray();
        std::ranges::copy_if(old, std::back_inserter(texts), [](const QJsonValue& each) { return each.isString(); });
        return texts;
    }
    return value.isString() && !value.toString().isEmpty() ? QJsonArray{value} : QJsonArray();
}

QJsonValue valueFor(TestInput input, const QJsonValue& old, const QString& today)
{
    const QJsonArray list = old.toArray();
    switch (input) {
    case TestInput::Text:
    case TestInput::Part: return old.isString() ? old : QJsonValue(asTexts(old).at(0).toString());
    case TestInput::Texts: {
        const QJsonArray texts = asTexts(old);
        return texts.isEmpty() ? QJsonArray{QString()} : texts;
    }
    case TestInput::Count:
        if (list.size() == 2) {
            return list;
        }
        [[fallthrough]];
    case TestInput::Number: return old.isDouble() ? old : QJsonValue(list.at(0).toDouble(1));
    case TestInput::Numbers:
        return list.size() == 2 && list[0].isDouble() ? list : QJsonArray{old.toDouble(), old.toDouble() + 1};
    case TestInput::Day: return old.isString() && isDay(old.toString()) ? old : QJsonValue(today);
    case TestInput::Days:
        return list.size() == 2 && isDay(list[0].toString())
                   ? list
                   : QJsonArray{QDate::fromString(today, Qt::ISODate).addMonths(-1).toString(Qt::ISODate), today};
    default: return QJsonValue::Undefined;
    }
}

}  // namespace

bool isDay(const QString& text)
{
    return QDate::fromString(text.left(10), Qt::ISODate).isValid();
}

std::optional<TestRow> findTest(const QString& id)
{
    const auto at = std::ranges::find_if(tests, [&](const TestRow& row) { return idOf(row) == id; });
    return at == tests.end() ? std::nullopt : std::optional(*at);
}

QString testId(const QJsonObject& test)
{
    const QString op = test.value(S("op")).toString();
    QString id = test.value(S("kind")).toString(usualKind(op)) + QLatin1Char(':') + op;
    if (op == S("anniversary")) {
        id += QLatin1Char('/') + test.value(S("when")).toString();
    } else if (test.value(S("calendar")).toBool()) {
        id += S("/calendar");
    }
    return id;
}

QString kindOfTest(const QString& id)
{
    return id.section(QLatin1Char(':'), 0, 0);
}

QString firstTest(const QString& kind)
{
    for (const KindName& each : kinds) {
        if (kind == S(each.kind)) {
            return S(each.first);
        }
    }
    return QStringLiteral("presence:is-set");
}

Choices testChoices(const QString& onlyKind, const QString& firstKind)
{
    Choices choices;
    const auto add = [&](const KindName& kind) {
        for (const TestRow& row : tests) {
            if (S(row.kind) == S(kind.kind)) {
                choices.append({.id = idOf(row),
                                .text = QCoreApplication::translate("Tests", row.words),
                                .group = QCoreApplication::translate("Tests", kind.words)});
            }
        }
    };
    const auto wanted = [&](const KindName& kind) {
        return onlyKind.isEmpty() || onlyKind == S(kind.kind) || S(kind.kind) == S("presence");
    };
    // The kind that is at work stands first.
    for (const bool first : {true, false}) {
        for (const KindName& kind : kinds) {
            if (wanted(kind) && (S(kind.kind) == firstKind) == first) {
                add(kind);
            }
        }
    }
    return choices;
}

QJsonObject withTest(const QJsonObject& test, const QString& id, const QString& today)
{
    const auto row = findTest(id);
    if (!row) {
        return test;
    }
    QJsonObject made = test;
    for (const char* member : {"kind", "value", "n", "unit", "calendar", "when", "month", "compare", "ignoreCase"}) {
        made.remove(S(member));
    }
    made[S("op")] = S(row->op);
    if (usualKind(S(row->op)) != S(row->kind)) {
        made[S("kind")] = S(row->kind);
    }
    const QJsonValue value = valueFor(row->input, test.value(S("value")), today);
    if (!value.isUndefined()) {
        made[S("value")] = value;
    }
    const bool textual =
        row->input == TestInput::Text || row->input == TestInput::Texts || row->input == TestInput::Part;
    if (textual && test.value(S("ignoreCase")).toBool()) {
        made[S("ignoreCase")] = true;
    }
    if (row->input == TestInput::Count) {
        made[S("compare")] = made.value(S("value")).isArray() ? QStringLiteral("between")
                                                              : test.value(S("compare")).toString(QStringLiteral(">="));
    }
    if (row->input == TestInput::Length) {
        made[S("n")] = test.value(S("n")).toInt(30);
        const QString unit = test.value(S("unit")).toString(QStringLiteral("day"));
        const bool calendar = S(row->form) == S("calendar");
        made[S("unit")] = calendar && (unit == S("minute") || unit == S("hour")) ? QStringLiteral("day") : unit;
        if (calendar) {
            made[S("calendar")] = true;
        }
    }
    if (S(row->op) == S("anniversary")) {
        made[S("when")] = S(row->form);
        if (row->input == TestInput::Days365) {
            made[S("n")] = std::min(test.value(S("n")).toInt(7), 364);
        }
    }
    if (S(row->kind) == S("presence")) {
        made.remove(S("unset"));
    }
    return made;
}

}  // namespace shopbell::ui
