// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/condition_choices.h"
#include "ui/segments/condition_sentences.h"
#include "ui/segments/sentence_maker.h"
#include "ui/segments/test_words.h"

#include <QCoreApplication>

namespace shopbell::ui {

namespace {

using S = QLatin1String;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Conditions)
};

QStringList textsOf(const QJsonValue& value)
{
    QStringList texts;
    const QJsonArray list = value.toArray();
    for (const QJsonValue& each : list) {
        if (!each.toString().isEmpty()) {
            texts += each.toString();
        }
    }
    return texts;
}

const char* kindOfSort(ValueSort sort)
{
    switch (sort) {
    case ValueSort::Number: return "number";
    case ValueSort::Boolean: return "boolean";
    case ValueSort::Date: return "date";
    case ValueSort::List: return "list";
    case ValueSort::Text: break;
    }
    return "string";
}

ChoiceSource propertiesOf(SentenceMaker& sentence, const QString& metric)
{
    return [&sentence, metric](const QString& search, std::function<void(const Choices&)> show) {
        sentence.materials().findProperties(sentence.context(), metric, search, std::move(show));
    };
}

/// Takes another property: its test stays where it fits what the values are, else the usual one for them.
void takeProperty(SentenceMaker& sentence, const Spot& test, const QString& metric, const QString& property)
{
    sentence.materials().findSort(
        sentence.context(), metric, property, [test, property, today = sentence.today()](ValueSort sort) {
            QJsonObject next = test.object();
            next[S("property")] = property;
            const QString old = kindOfTest(testId(next));
            const QString kind = S(kindOfSort(sort));
            if (old != kind) {
                next.remove(S("value"));
                next = withTest(next, firstTest(kind), today);
            } else if (test.text("property") != property && !next.value(S("value")).isUndefined() &&
                       (kind == S("string") || kind == S("list"))) {
                next[S("value")] = next.value(S("value")).isArray() ? QJsonValue(QJsonArray{QString()}) : QString();
            }
            test.put(next, EditKind::Rebuilt);
        });
}

void buildValue(SentenceMaker& sentence, const Spot& test, const TestPlace& place, const TestRow& row)
{
    const ChoiceSource values = [&sentence, metric = place.metric, property = test.text(place.nameMember)](
                                    const QString& search, std::function<void(const Choices&)> show) {
        sentence.materials().findValues(sentence.context(), metric, property, search, std::move(show));
    };
    const auto wording = [metric = place.metric, property = test.text(place.nameMember)](const QString& text) {
        return valueWords(metric, property, text);
    };
    const QJsonValue value = test.value("value");
    const QJsonArray pair = value.toArray();
    const auto second = [&](const QString& name, int index) {
        sentence.number(
            name, pair.at(index).toDouble(),
            [test, index](double number) {
                QJsonArray both = test.value("value").toArray();
                both[index] = number;
                test.set("value", both, EditKind::Typed);
            },
            -1e12);
    };
    const auto dayOf = [&](const QString& name, int index) {
        sentence.day(name, pair.at(index).toString(), [test, index](const QString& day) {
            QJsonArray both = test.value("value").toArray();
            both[index] = day;
            test.set("value", both, EditKind::Chosen);
        });
    };
    switch (row.input) {
    case TestInput::None: break;
    case TestInput::Text:
        sentence.ask(Words::tr("Value"), values, value.toString(),
                     [test](const QString& text) { test.set("value", text, EditKind::Chosen); },
                     {.subject = true, .wording = wording});
        break;
    case TestInput::Texts:
        sentence.askSeveral(Words::tr("Values"), values, textsOf(value),
                            [test](const QStringList& texts) {
                                QJsonArray list = QJsonArray::fromStringList(texts);
                                test.set("value", list.isEmpty() ? QJsonArray{QString()} : list, EditKind::Chosen);
                            },
                            {.all = S(row.op) == S("all") || S(row.op) == S("not-all"), .wording = wording});
        break;
    case TestInput::Part:
        sentence.text(Words::tr("Letters"), value.toString(), Words::tr("letters"),
                      [test](const QString& text) { test.set("value", text, EditKind::Typed); });
        break;
    case TestInput::Number:
        sentence.number(
            Words::tr("Number"), value.toDouble(),
            [test](double number) { test.set("value", number, EditKind::Typed); }, -1e12);
        break;
    case TestInput::Numbers:
        second(Words::tr("Least"), 0);
        sentence.word(Words::tr("and"));
        second(Words::tr("Most"), 1);
        break;
    case TestInput::Day:
        sentence.day(Words::tr("Day"), value.toString(),
                     [test](const QString& day) { test.set("value", day, EditKind::Chosen); });
        break;
    case TestInput::Days:
        dayOf(Words::tr("First day"), 0);
        sentence.word(Words::tr("and"));
        dayOf(Words::tr("Last day"), 1);
        break;
    case TestInput::Length: {
        const double n = test.value("n").toDouble();
        sentence.number(Words::tr("How long"), n, [test](double number) {
            if (number == static_cast<int>(number)) {
                test.set("n", number, EditKind::Typed);
            }
        });
        sentence.pick(Words::tr("Unit"), test.value("calendar").toBool() ? unitChoices(n).mid(2) : unitChoices(n),
                      test.text("unit"), [test](const QString& unit) { test.set("unit", unit, EditKind::Rebuilt); });
        break;
    }
    case TestInput::Month:
        sentence.pick(Words::tr("Month"), monthChoices(), QString::number(test.value("month").toInt()),
                      [test](const QString& month) {
                          const int number = month.toInt();
                          test.set("month", number > 0 ? QJsonValue(number) : QJsonValue(QJsonValue::Undefined),
                                   EditKind::Chosen);
                      });
        break;
    case TestInput::Days365:
        sentence.number(
            Words::tr("How long"), test.value("n").toDouble(),
            [test](double number) {
                if (number == static_cast<int>(number)) {
                    test.set("n", number, EditKind::Typed);
                }
            },
            0, 364);
        sentence.word(test.value("n").toDouble() == 1 ? Words::tr("day") : Words::tr("days"));
        break;
    case TestInput::Count:
        sentence.pick(Words::tr("How many"), countTests(), test.text("compare"), [test](const QString& compare) {
            QJsonObject next = test.object();
            const double old = next.value(S("value")).toArray().at(0).toDouble(next.value(S("value")).toDouble());
            next[S("compare")] = compare;
            next[S("value")] = compare == S("between") ? QJsonValue(QJsonArray{old, old + 1}) : QJsonValue(old);
            test.put(next, EditKind::Rebuilt);
        });
        if (value.isArray()) {
            second(Words::tr("Least"), 0);
            sentence.word(Words::tr("and"));
            second(Words::tr("Most"), 1);
        } else {
            sentence.number(Words::tr("Number"), value.toDouble(),
                            [test](double number) { test.set("value", number, EditKind::Typed); });
        }
        break;
    }
    if (row.input == TestInput::Text || row.input == TestInput::Texts || row.input == TestInput::Part) {
        sentence.mark(QStringLiteral("Aa"), Words::tr("Capital and small letters alike"),
                      test.value("ignoreCase").toBool(), [test](bool on) {
                          test.set("ignoreCase", on ? QJsonValue(true) : QJsonValue(QJsonValue::Undefined),
                                   EditKind::Chosen);
                      });
    }
}

}  // namespace

void buildTest(SentenceMaker& sentence, const Spot& test, const TestPlace& place)
{
    const QString id = testId(test.object());
    sentence.pick(Words::tr("How it compares"), testChoices(place.onlyKind, kindOfTest(id)), id,
                  [test, today = sentence.today()](const QString& to) {
                      test.put(withTest(test.object(), to, today), EditKind::Rebuilt);
                  });
    if (const auto row = findTest(id)) {
        buildValue(sentence, test, place, *row);
    }
}

void buildProperty(SentenceMaker& sentence, const Spot& condition)
{
    sentence.ask(Words::tr("What is known"), propertiesOf(sentence, {}), condition.text("property"),
                 [&sentence, condition](const QString& property) { takeProperty(sentence, condition, {}, property); },
                 {.subject = true, .wording = propertyWords});
    buildTest(sentence, condition, {});
}

void buildPrediction(SentenceMaker& sentence, const Spot& condition)
{
    const QString field = condition.text("field");
    const auto kindOf = [](const QString& of) {
        return of == S("next_order_date")                               ? QStringLiteral("date")
               : of == S("predicted_gender") || of == S("best_channel") ? QStringLiteral("string")
                                                                        : QStringLiteral("number");
    };
    sentence.pick(
        Words::tr("Prediction"), predictionFields(), field,
        [condition, kindOf, today = sentence.today()](const QString& to) {
            QJsonObject next = condition.object();
            next[S("field")] = to;
            const QString kind = kindOfTest(testId(next));
            if (kind != kindOf(to) && kind != S("presence")) {
                next = withTest(next, firstTest(kindOf(to)), today);
            }
            condition.put(next, EditKind::Rebuilt);
        },
        true);
    buildTest(sentence, condition, {{}, "field", kindOf(field)});
}

void buildWhere(SentenceMaker& sentence, const Spot& holder, const QString& metric, int indent)
{
    const int tests = static_cast<int>(holder.value("where").toArray().size());
    for (int index = 0; index < tests; ++index) {
        const Spot test = holder.element("where", index);
        sentence.newLine(indent);
        sentence.word(index == 0 ? Words::tr("where") : Words::tr("and where"));
        sentence.ask(
            Words::tr("What of it"), propertiesOf(sentence, metric), test.text("property"),
            [&sentence, test, metric](const QString& property) { takeProperty(sentence, test, metric, property); },
            {.subject = true, .wording = detailWords});
        buildTest(sentence, test, {metric, "property", {}});
        sentence.cross(Words::tr("Remove this detail"), [holder, index] { holder.removeElement("where", index); });
    }
    // A detail begins with what it is about, so that it is never half a test.
    sentence.ask(Words::tr("Add a detail"), propertiesOf(sentence, metric), {},
                 [&sentence, holder, metric](const QString& property) {
                     sentence.materials().findSort(
                         sentence.context(), metric, property,
                         [holder, property, today = sentence.today()](ValueSort sort) {
                             holder.addElement(
                                 "where", withTest({{S("property"), property}}, firstTest(S(kindOfSort(sort))), today));
                         });
                 },
                 {.adds = true, .placeholder = tests == 0 ? Words::tr("where…") : Words::tr("and where…")});
}

}  // namespace shopbell::ui
