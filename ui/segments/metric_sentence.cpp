// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/condition_choices.h"
#include "ui/segments/condition_sentences.h"
#include "ui/segments/sentence_maker.h"

#include <QCoreApplication>

namespace shopbell::ui {

namespace {

using S = QLatin1String;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Conditions)
};

const QLatin1String measurePrefix("measure:");

QString measureOf(const QJsonObject& metric)
{
    return metric.value(S("measure")).toString(QStringLiteral("count"));
}

bool isHasNot(const QJsonObject& metric)
{
    return measureOf(metric) == S("count") && metric.value(S("op")).toString() == S("=") &&
           metric.value(S("value")).isDouble() && metric.value(S("value")).toDouble() == 0;
}

bool isFirstOrLast(const QString& measure)
{
    return measure == S("first") || measure == S("last");
}

QJsonObject withMeasure(const QJsonObject& metric, const QString& measure)
{
    QJsonObject made = metric;
    const QString old = measureOf(metric);
    made[S("measure")] = measure;
    if (measure == S("count")) {
        made.remove(S("property"));
    } else if (!made.contains(S("property"))) {
        made[S("property")] = S("value");
    }
    const auto counts = [](const QString& each) { return each == S("count") || each == S("distinct"); };
    if (counts(old) != counts(measure) || (!isFirstOrLast(measure) && made.value(S("value")).isString()) ||
        !made.contains(S("value"))) {
        made[S("op")] = counts(measure) ? S(">=") : S(">");
        made[S("value")] = counts(measure) ? 1 : 100;
    }
    if (!canIncludeUnset(made)) {
        made.remove(S("unset"));
    }
    return made;
}

/// Another comparison, and a value that goes with it. `id` may begin with "text:".
QJsonObject withComparison(const QJsonObject& metric, const QString& id)
{
    QJsonObject made = metric;
    const QJsonValue old = metric.value(S("value"));
    const double number = old.isArray() ? old.toArray().at(0).toDouble() : old.toDouble(1);
    if (id.startsWith(S("text:"))) {
        made[S("op")] = id.mid(5);
        made[S("value")] = old.isString() ? old : QJsonValue(QString());
    } else {
        made[S("op")] = id;
        made[S("value")] = id == S("between") ? QJsonValue(QJsonArray{number, number + 1}) : QJsonValue(number);
    }
    return made;
}

void buildNumber(SentenceMaker& sentence, const Spot& condition, bool counts, bool money)
{
    const QJsonValue value = condition.value("value");
    if (!value.isArray()) {
        const auto take = [condition](double number) {
            // What was left to its default is written out with the first edit.
            QJsonObject next = condition.object();
            next[S("measure")] = measureOf(next);
            next[S("op")] = next.value(S("op")).toString(QStringLiteral(">="));
            next[S("value")] = number;
            condition.put(next, EditKind::Typed);
        };
        if (counts) {
            sentence.number(Words::tr("How many times"), value.toDouble(1), take);
        } else {
            sentence.amount(Words::tr("How much"), value.toDouble(), money, take);
        }
        return;
    }
    const QJsonArray pair = value.toArray();
    const auto bound = [condition](int index) {
        return [condition, index](double number) {
            QJsonArray both = condition.value("value").toArray();
            both[index] = number;
            condition.set("value", both, EditKind::Typed);
        };
    };
    sentence.number(Words::tr("Least"), pair.at(0).toDouble(), bound(0), counts ? 0 : -1e12);
    sentence.word(Words::tr("and"));
    sentence.amount(Words::tr("Most"), pair.at(1).toDouble(), money && !counts, bound(1));
}

/// "total value is more than 500": what of the events is measured, and how it compares.
void buildMeasured(SentenceMaker& sentence, const Spot& condition, const QString& measure)
{
    const QString metric = condition.text("metric");
    const QString property = condition.text("property", QStringLiteral("value"));
    const ChoiceSource properties = [&sentence, metric](const QString& search,
                                                        std::function<void(const Choices&)> show) {
        sentence.materials().findProperties(sentence.context(), metric, search, [show](const Choices& found) {
            Choices all{{.id = S("value"), .text = Words::tr("value"), .note = Words::tr("the amount itself")}};
            for (const Choice& each : found) {
                if (each.id != S("value")) {
                    all.append(each);
                }
            }
            show(all);
        });
    };
    sentence.ask(
        Words::tr("What is measured"), properties, property.isEmpty() ? QStringLiteral("value") : property,
        [condition](const QString& id) { condition.set("property", id, EditKind::Rebuilt); },
        {.wording = [](const QString& id) { return id == S("value") ? Words::tr("value") : detailWords(id); }});
    const bool textual = condition.value("value").isString();
    const QString op = condition.text("op", QStringLiteral(">="));
    if (measure == S("distinct")) {
        sentence.word(Words::tr("is", "the number of different … is at least 3"));
    }
    sentence.pick(Words::tr("How it compares"),
                  measure == S("distinct") ? countTests()
                  : isFirstOrLast(measure) ? firstLastTests()
                                           : numberTests(),
                  textual ? S("text:") + op : op, [condition](const QString& id) {
                      condition.put(withComparison(condition.object(), id), EditKind::Rebuilt);
                  });
    if (textual) {
        const ChoiceSource values = [&sentence, metric, property](const QString& search,
                                                                  std::function<void(const Choices&)> show) {
            sentence.materials().findValues(sentence.context(), metric, property, search, std::move(show));
        };
        sentence.ask(Words::tr("Value"), values, condition.text("value"),
                     [condition](const QString& text) { condition.set("value", text, EditKind::Chosen); },
                     {.subject = true});
        return;
    }
    const bool money = (property == S("value") || property.isEmpty()) && measure != S("distinct");
    buildNumber(sentence, condition, false, money);
}

/// How often; and, in the same picker, what else of the events could be measured.
void buildCount(SentenceMaker& sentence, const Spot& condition)
{
    Choices choices = countTests();
    for (Choice& each : choices) {
        each.group = Words::tr("How often");
    }
    const Choices measures = measureChoices();
    for (Choice each : measures) {
        if (each.id != S("count")) {
            each.id.prepend(measurePrefix);
            choices.append(each);
        }
    }
    sentence.pick(Words::tr("How it is measured"), choices, condition.text("op", QStringLiteral(">=")),
                  [condition](const QString& id) {
                      if (id.startsWith(measurePrefix)) {
                          condition.put(withMeasure(condition.object(), id.mid(measurePrefix.size())),
                                        EditKind::Rebuilt);
                          return;
                      }
                      QJsonObject next = condition.object();
                      next[S("measure")] = measureOf(next);
                      condition.put(withComparison(next, id), EditKind::Rebuilt);
                  });
    buildNumber(sentence, condition, true, false);
    sentence.word(condition.value("value").toDouble(condition.has("value") ? 2 : 1) == 1 ? Words::tr("time")
                                                                                         : Words::tr("times"));
}

}  // namespace

void buildMetric(SentenceMaker& sentence, const Spot& condition)
{
    const QJsonObject now = condition.object();
    const QString measure = measureOf(now);
    const bool hasNot = isHasNot(now);
    if (measure == S("count")) {
        sentence.pick(Words::tr("Has or has not"),
                      {{.id = S("has"), .text = Words::tr("has")}, {.id = S("has-not"), .text = Words::tr("has not")}},
                      hasNot ? QStringLiteral("has-not") : QStringLiteral("has"), [condition](const QString& id) {
                          QJsonObject next = condition.object();
                          if ((id == S("has-not")) == isHasNot(next)) {
                              return;
                          }
                          next[S("measure")] = S("count");
                          next[S("op")] = id == S("has-not") ? S("=") : S(">=");
                          next[S("value")] = id == S("has-not") ? 0 : 1;
                          condition.put(next, EditKind::Rebuilt);
                      });
    }
    const QString metric = condition.text("metric");
    sentence.pickNamed(
        Words::tr("What happened"), [&sentence] { return sentence.materials().metrics(); }, metric,
        [condition](const QString& id) { condition.set("metric", id, EditKind::Rebuilt); });
    if (!hasNot) {
        if (measure == S("count")) {
            buildCount(sentence, condition);
        } else {
            sentence.pick(Words::tr("How it is measured"), measureChoices(), measure, [condition](const QString& id) {
                condition.put(withMeasure(condition.object(), id), EditKind::Rebuilt);
            });
            buildMeasured(sentence, condition, measure);
        }
    }
    buildTimeframe(sentence, condition);
    buildWhere(sentence, condition, metric, 1);
}

}  // namespace shopbell::ui
